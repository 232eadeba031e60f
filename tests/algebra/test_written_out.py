"""What is written out is read back: LaTeX, JSON, NumPy, SymPy, pickle, lists, the plain text."""

from __future__ import annotations

import json
import pickle
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import sympy
from hypothesis import given

from symspec import matrix, read_matrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import sqrt
from symspec.errors import InputError, UnsupportedFieldError
from tests.strategies import Rows, square_rows

OVER_FIELDS = [
    "[[1/(1 + sqrt(2)), i], [(1 + sqrt(5))/2, sqrt(2) i/2]]",
    "[[1 + 2i, -i/3], [0, 5]]",
    "[[cos(2 pi/7), 0], [-1/2, 1]]",
    "[[2^(1/3)/3 + 1, -4^(1/3)], [7, 1/3]]",
    "[[exp(2 pi i/5), 1], [0, 1]]",
    "[[CRootOf(x^3 - x - 1, 0), 0], [0, 1]]",
    "[[sqrt(1 + sqrt(2)), 0], [0, 1]]",
]


def assert_every_form(a: ExactMatrix) -> None:
    for form in (a.tolist(), sympy.sympify(a), a.to_latex(), a.to_json(), str(a), a.to_numpy(object)):
        assert matrix(form) == a
    again = pickle.loads(pickle.dumps(a))
    assert (again, again.reading) == (a, a.reading)


@given(square_rows())
def test_rational_matrices_survive_every_form(rows: Rows) -> None:
    a = matrix(rows)
    assert_every_form(a)
    assert (a.to_numpy() == np.array([[float(x) for x in row] for row in rows])).all()


@pytest.mark.parametrize("text", OVER_FIELDS)
def test_matrices_over_fields_survive_every_form(text: str) -> None:
    a = matrix(text)
    assert_every_form(a)
    expected = np.array(sympy.sympify(a).evalf(30).tolist(), dtype=complex)
    assert np.abs(a.to_numpy(complex) - expected).max() < 1e-15


@given(square_rows())
def test_files_of_each_form(tmp_path_factory: pytest.TempPathFactory, rows: Rows) -> None:
    a, folder = matrix(rows), tmp_path_factory.getbasetemp()
    texts = [[str(x) for x in row] for row in a.tolist()]
    files = {
        "a.json": a.to_json(),
        "a.tex": a.to_latex(),
        "a.txt": str(a),
        "a.csv": "\n".join(";".join(row) for row in texts),
        "a.tsv": "\n".join("\t".join(row) for row in texts),
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
        assert read_matrix(folder / name) == a
        assert matrix(str(folder / name)) == a


@given(square_rows())
def test_doubles_survive_npy(tmp_path_factory: pytest.TempPathFactory, rows: Rows) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "b.npy"
    array = matrix(rows).to_numpy()
    np.save(path, array)
    assert (read_matrix(path).to_numpy() == array).all()


def test_wide_matrices_do_not_need_a_counter_of_amsmath() -> None:
    a = matrix([[int(i == j) for j in range(11)] for i in range(11)])
    assert "pmatrix" not in a.to_latex() and "{ccccccccccc}" in a.to_latex()
    assert matrix(a.to_latex()) == a


def test_json_is_json() -> None:
    assert json.loads(matrix("[[1/2, i], [0, 1]]").to_json()) == {"matrix": [["1/2", "i"], ["0", "1"]]}


def test_numpy_types() -> None:
    a = matrix("[[1, 2], [3, 4]]")
    assert a.to_numpy(int).dtype == int
    assert np.asarray(a).dtype == float
    assert np.asarray(matrix("[[i]]")).dtype == complex
    assert np.asarray(matrix("[[i]]"))[0, 0] == 1j
    assert np.asarray(matrix("[[sqrt(2)]]"))[0, 0] == 2**0.5
    assert np.asarray(matrix("[[1/3]]"), dtype=np.float32)[0, 0] == np.float32(1 / 3)
    assert np.linalg.det(a) == pytest.approx(-2)


@pytest.mark.parametrize(
    ("text", "dtype", "words"),
    [
        ("[[1/2]]", int, "1/2 is no integer"),
        ("[[sqrt(2)]]", int, "is no integer"),
        ("[[i]]", float, "i is not real; use dtype=complex"),
        ("[[10^400]]", float, "too large"),
        ("[[300]]", np.int8, "too large"),
        ("[[1]]", "U3", "does not fit dtype"),
    ],
)
def test_what_does_not_fit_is_refused(text: str, dtype: object, words: str) -> None:
    with pytest.raises(InputError, match=words):
        matrix(text).to_numpy(dtype)


def test_a_root_without_a_name_is_not_written_as_if_it_had_one() -> None:
    a = matrix([[sqrt(1 + sqrt(2))]])  # held by its polynomial and its place
    for form in (a.to_json, a.to_latex):
        with pytest.raises(UnsupportedFieldError, match="no name"):
            form()
    assert pickle.loads(pickle.dumps(a)) == a


def test_numpy_numbers_do_not_turn_exact_matrices_into_floats() -> None:
    a = matrix([[Fraction(1, 3)]])
    for number in (np.float64(2), np.ones((1, 1))):
        with pytest.raises(TypeError):
            number * a
        with pytest.raises(TypeError):
            a * number
