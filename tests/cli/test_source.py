"""MATRIX on the command line: text, any file, or standard input."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest

from symspec.__main__ import main
from symspec.cli.source import matrix_source
from symspec.errors import InputError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    np.save("a.npy", np.array([[0.9, 0.1], [0.2, 0.8]]))
    np.savez("b.npz", W=np.array([[0.9, 0.1], [0.2, 0.8]]), V=np.zeros((3, 3)))
    Path("c.csv").write_text("sunny;rainy\n0,9;0,1\n0,2;0,8\n")
    Path("d").write_text("[0.9 0.1; 0.2 0.8] % a remark\n")
    Path("e.mtx").write_text("%%MatrixMarket matrix array real general\n2 2\n.9\n.2\n.1\n.8\n")
    Path("f.tex").write_text("$$A = \\frac{1}{10}\\begin{pmatrix} 9 & 1 \\\\ 2 & 8 \\end{pmatrix}$$\n")
    Path("g.weights").write_bytes(Path("a.npy").read_bytes())
    Path("2").write_text("[[1, 2], [3, 4]]")
    return tmp_path


@pytest.mark.parametrize(
    "text", ["a.npy", "b.npz:W", "c.csv", "d", "./d", "e.mtx", "f.tex", "g.weights", "[0.9 0.1; 0.2 0.8]"]
)
def test_analyze_reads_them(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "--json", text]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["behavior"] == "converges"
    assert shown["limit"] == [["2/3", "1/3"], ["2/3", "1/3"]]


def test_what_the_reader_decided_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "c.csv"]) == 0
    out = capsys.readouterr().out
    assert "The first row was left out as labels: sunny, rainy." in out
    assert "Commas were read as decimal commas, as in 0,9." in out


def test_a_number_is_a_matrix_even_if_a_file_has_its_name(folder: Path) -> None:
    assert matrix_source("2") == "2"
    assert matrix_source("d") == Path("d")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no.csv", 'there is no file "no.csv"'),
        ("no.foo", 'there is no file "no.foo"'),
        ("./no", 'there is no file "./no"'),
        ("no.npz:W", 'there is no file "no.npz"'),
        ("a.xlsx", ".xlsx files are not read. Save the sheet as .csv"),
        ("a.pt", "It can run code when opened"),
        ("b.npz", "2 square matrices: W (2 x 2), V (3 x 3)"),
        ("b.npz:U", 'no array "U"'),
        (".", "cannot be read"),
    ],
)
def test_one_sentence_when_it_cannot(
    text: str, words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", text]) == 2
    error = capsys.readouterr().err
    assert error.startswith("symspec: ") and error.count("\n") == 1
    if text != ".":
        assert words in error


@pytest.mark.parametrize(
    "text", ["1/2", "i/2", "1.5", "1.e5", "[[1/2, 0], [0, 1]]", "1/2 1/4; 0 1/3", "[.5 1.; 0 1]"]
)
def test_text_is_not_taken_for_a_file(text: str) -> None:
    assert matrix_source(text) == text


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("0,5\t1\n0\t0,5"))
    assert matrix_source("-") == "0,5\t1\n0\t0,5"


def test_a_missing_file_is_an_input_error() -> None:
    with pytest.raises(InputError):
        matrix_source("/no/such/matrix")
