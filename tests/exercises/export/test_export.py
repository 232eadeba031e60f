"""Exports: well-formed, with the right answers in them, and refused by name where a system cannot judge."""

from __future__ import annotations

import json
import runpy
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import pytest

import symspec as ss
from symspec.cli.commands import run
from symspec.exercises.export.flat import FLAT, Numbers, flat
from symspec.exercises.export.gift import gift
from symspec.exercises.export.moodle import decimal, moodle_xml
from symspec.exercises.export.prairielearn import prairielearn
from symspec.exercises.questions.toml import question, question_file, question_text, shipped

FLAT_QUESTION = """
name = "a & b: {c}"
text = "Is x < y = z?"
matrix = "1/2 1/2; 0 1"
""" + "".join(
    f'[[parts]]\ntask = "{task}"\n' + ('about = "invertible"\n' if task == "true_false" else "")
    for task in FLAT
)


def test_moodle_has_the_right_answers() -> None:
    quiz = xml.fromstring(moodle_xml([question(FLAT_QUESTION).instance()]))
    found = {q.get("type"): q for q in quiz}
    assert set(found) == {"truefalse", "multichoice", "cloze"}
    right = {
        q.findtext("name/text"): [a.findtext("text") for a in q.findall("answer[@fraction='100']")]
        for q in quiz
    }
    assert right["a & b: {c} true_false 0"] == ["true"]
    assert right["a & b: {c} convergence 0"] == ["A^n converges to a limit that is not 0."]
    texts = {q.findtext("name/text").split()[-2]: q.findtext("questiontext/text") for q in quiz}  # type: ignore[union-attr]
    assert "{1:NUMERICAL:=0.5:0.001}" in texts["eigenvalues"] and "{1:NUMERICAL:=1:0}" in texts["eigenvalues"]
    assert texts["limit"].count("NUMERICAL") == 4
    assert texts["ranks"].count("{1:NUMERICAL:=1:0}") == 2
    assert "Is x &lt; y = z?" in texts["limit"]  # HTML within XML
    assert r"\begin{pmatrix} \frac{1}{2} &amp; \frac{1}{2}" in texts["limit"]


def test_gift_escapes_its_signs() -> None:
    text = gift([question(FLAT_QUESTION).instance()])
    assert r"::a & b\: \{c\} true_false 0::" in text and r"Is x &lt; y \= z?" in text
    assert "{TRUE}" in text and "=A^n converges to a limit that is not 0." in text
    assert text.count("{#") == 2 + 2 + 1 + 4 and "{#0.5:0.001}" in text


def test_what_these_systems_cannot_judge_is_refused_by_name() -> None:
    for matrix, task in (("2 1; 1 1", "eigenvalues"), ("2 1; 1 1", "limit"), ("2 1; 1 1", "jordan_form")):
        q = question(f'name = "q"\nmatrix = "{matrix}"\n[[parts]]\nname = "p1"\ntask = "{task}"')
        with pytest.raises(ss.InputError, match='"p1".*PrairieLearn'):
            moodle_xml([q.instance()])


def test_gaps_are_the_exact_values() -> None:
    q = question('name = "q"\nmatrix = "1/2 1/3; 0 1"\n[[parts]]\ntask = "limit"')
    item = flat(q.instance(), q.parts[0], "en")
    assert isinstance(item, Numbers)
    assert [value for _, value in item.gaps] == [0, Fraction(2, 3), 0, 1]
    assert decimal(Fraction(2, 3)) == "0.666667" and decimal(Fraction(-7)) == "-7"


# -- PrairieLearn ----------------------------------------------------------------------------


def data(**fields: Any) -> dict[str, Any]:
    names = ("params", "correct_answers", "submitted_answers", "raw_submitted_answers", "format_errors")
    return {name: {} for name in (*names, "partial_scores", "feedback")} | {"variant_seed": "7"} | fields


@pytest.fixture
def server(tmp_path: Path) -> dict[str, Any]:
    source = question_text("yes-or-no")
    for name, text in prairielearn(question(source), source).items():
        (tmp_path / name).write_text(text, "utf-8")
    assert json.loads((tmp_path / "info.json").read_text())["singleVariant"] is False
    html = (tmp_path / "question.html").read_text()
    assert html.count("<pl-string-input") == 3 and "{{{params.matrix_latex}}}" in html
    return runpy.run_path(str(tmp_path / "server.py"))


def test_a_prairielearn_question_judges_its_own_answers(server: dict[str, Any]) -> None:
    d = data()
    server["generate"](d)
    assert d["params"]["matrix_latex"].startswith(r"\begin{pmatrix}") or "frac" in d["params"]["matrix_latex"]
    d["submitted_answers"] = dict(d["correct_answers"])
    server["parse"](d)
    server["grade"](d)
    assert d["format_errors"] == {} and d["score"] == 1
    d["submitted_answers"]["ranks"] = "((("
    server["parse"](d)
    assert list(d["format_errors"]) == ["ranks"]


@pytest.mark.parametrize(("kind", "score"), [("correct", 1), ("incorrect", 0), ("invalid", 0)])
def test_its_own_tests_expect_what_it_grades(server: dict[str, Any], kind: str, score: int) -> None:
    d = data(test_type=kind)
    server["test"](d)
    assert d["score"] == score
    again = data(submitted_answers=d["raw_submitted_answers"])
    server["parse"](again)
    assert set(again["format_errors"]) == set(d["format_errors"])
    if not again["format_errors"]:
        server["grade"](again)
        assert again["score"] == score


# -- the command line ------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "fr", "ro"])
def test_sheets_and_keys(tmp_path: Path, lang: str) -> None:
    for kind, suffix in (("sheet", "pdf"), ("key", "html"), ("key", "tex"), ("sheet", "md")):
        target = tmp_path / f"{kind}.{suffix}"
        assert run(["export", *shipped(), "--to", kind, "--lang", lang, "-o", str(target)]) == 0
        assert target.stat().st_size > 500
    for name in shipped():
        assert question_file(name).titles[lang] in (tmp_path / "key.html").read_text("utf-8")


def test_each_seed_has_its_question(tmp_path: Path) -> None:
    target = str(tmp_path / "q.xml")
    assert run(["export", "yes-or-no", "--to", "moodle", "--seeds", "1", "2", "3", "-o", target]) == 0
    assert len(xml.parse(target).getroot()) == 9
    assert run(["export", "yes-or-no", "--to", "prairielearn", "-o", str(tmp_path / "folder")]) == 0
    assert (tmp_path / "folder" / "question.toml").read_text("utf-8") == question_text("yes-or-no")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "qti"],
        ["--to", "sheet", "-o", "x.doc"],
        ["--to", "gift", "--lang", "de"],
        ["none", "--to", "gift"],
    ],
)
def test_wrong_arguments_are_one_sentence(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["export", "yes-or-no", "-o", "out", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("symspec: ") and error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
