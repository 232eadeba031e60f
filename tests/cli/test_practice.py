"""Hints, derivations and self-tests of questions on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import symspec as ss
from symspec.cli.commands import run

RIGHT = "det(A - xI) = (2-x)(3-x) - 2\n= x^2 - 5x + 4\nx = 1, 4\n"
QUESTION = 'name = "q"\nmatrix = "2 1; 0 2"\n[[parts]]\nname = "a"\ntask = "jordan_form"\n'


def test_hints_are_those_of_the_function(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["hints", "eigenvalues", "2 1; 2 3", "--lang", "fr"]) == 0
    whole = capsys.readouterr().out
    assert whole.splitlines() == list(ss.hints("eigenvalues", "2 1; 2 3", lang="fr"))
    assert run(["hints", "eigenvalues", "2 1; 2 3", "--lang", "fr", "--step", "1"]) == 0
    assert capsys.readouterr().out == whole.splitlines(keepends=True)[0]
    assert run(["hints", "eigenvalues", "2 1; 2 3", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == list(ss.hints("eigenvalues", "2 1; 2 3"))
    assert run(["hints", "eigenvalues", "2 1; 2 3", "--step", "0"]) == 2


def test_derivations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lines.txt"
    file.write_text(RIGHT)
    assert run(["derivation", "2 1; 2 3", str(file)]) == 0
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["+", "+", "+"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RIGHT.replace("+ 4", "+ 8").encode())))
    assert run(["derivation", "2 1; 2 3", "-", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["first_error"] == 2
    assert run(["derivation", "2 1; 2 3", str(tmp_path / "none")]) == 2


def test_a_question_tests_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "q.toml"
    file.write_text(QUESTION)
    assert run(["selftest", str(file), "--seeds", "3"]) == 0
    assert capsys.readouterr().out.endswith(" 0 misjudged\n")
    monkeypatch.setattr("symspec.exercises.selftest.run.key", lambda *_: "J = diag(2, 2)")
    assert run(["selftest", str(file), "--seeds", "1", "--json"]) == 1
    misjudged = json.loads(capsys.readouterr().out)["misjudged"]
    assert misjudged == [{"task": "jordan_form", "answer": "J = diag(2, 2)", "status": "incorrect"}]
    assert run(["selftest", str(file), "--seeds", "0"]) == 2


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["similarity", "2 1; 0 2", "no", "--about", "2 0; 0 2"], 0),
        (["similarity", "2 1; 0 2", "yes", "--about", "2 0; 0 2"], 1),
        (["true_false", "2 1; 0 2", "false", "--about", "diagonalizable"], 0),
        (["similarity", "2 1; 0 2", "no"], 2),
    ],
)
def test_tasks_about_a_second_object(arguments: list[str], status: int) -> None:
    assert run(["check", *arguments]) == status
