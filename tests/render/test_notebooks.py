"""What a notebook shows: MathML in HTML, never a bare dollar sign."""

from __future__ import annotations

from html import unescape

import pytest

import symspec as ss
from symspec.__main__ import main
from symspec.theorems import THEOREMS
from tests.render.test_formats import assert_balanced, read

MATRICES = ["1/10 [[9, 1], [2, 8]]", "[[1/2, 1], [0, 1/2]]", "0 0 -1; 1 0 1; 0 1 0", "[[3, -4], [1, -1]]"]


def assert_shown(bundle: dict[str, str]) -> None:
    assert bundle["text/plain"]
    assert "$" not in bundle["text/html"] and "<math" in bundle["text/html"]
    read(bundle["text/html"])
    assert_balanced(bundle["text/latex"])


@pytest.mark.parametrize("text", MATRICES)
def test_objects_over_q(text: str) -> None:
    an = ss.analyze(text)
    for shown in (an.matrix, an.charpoly, an, an.proof()):
        assert_shown(shown._repr_mimebundle_())


def test_objects_over_a_number_field() -> None:
    an = ss.analyze("[[1/(1 + sqrt(2)), 1], [0, 1]]")
    assert "<msqrt>" in an.matrix._repr_mimebundle_()["text/html"]
    assert_shown(an.matrix._repr_mimebundle_())
    assert_shown(an.charpoly._repr_mimebundle_())
    assert an._repr_mimebundle_()["text/plain"] == str(an)


def test_large_matrices_are_text() -> None:
    assert set(ss.matrix([[0] * 21] * 21)._repr_mimebundle_()) == {"text/plain"}


STARTS = [("text", "Given"), ("markdown", "# "), ("latex", "\\documentclass"), ("html", "<!DOCTYPE html>")]


@pytest.mark.parametrize(("name", "start"), STARTS)
def test_prove_in_each_format(name: str, start: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove", "[[1/2]]", "--format", name]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_prove_writes_files(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    for name, start in (("pdf", b"%PDF"), ("html", b"<!DOCTYPE"), ("text", b"Given")):
        path = f"{tmp_path}/proof"
        assert main(["prove", "[[1/2]]", "--format", name, "-o", path]) == 0
        with open(path, "rb") as stream:
            assert stream.read().startswith(start)
    assert main(["prove", "[[1/2]]", "--format", "pdf", "-o", f"{tmp_path}/no/proof.pdf"]) == 2
    assert "cannot write" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["--format", "pdf"], "-o FILE.pdf"), (["--format", "docx"], "text, markdown, latex, html, pdf")],
)
def test_formats_that_cannot_be(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prove", "[[1/2]]", *arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("name", ["text", "markdown", "latex", "html"])
def test_theorems_in_each_format(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for t in THEOREMS:
        assert main(["theorem", t.key, "--format", name]) == 0
        shown = capsys.readouterr().out
        assert t.name in unescape(shown).replace("\\", "")
        if name == "latex":
            assert_balanced(shown)
        if name == "html":
            assert read(shown).targets <= read(shown).ids


def test_the_list_of_theorems(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theorem"]) == 0
    shown = capsys.readouterr().out
    assert all(t.key in shown for t in THEOREMS) and max(map(len, shown.splitlines())) <= 80
    assert main(["theorem", "nothing"]) == 2
