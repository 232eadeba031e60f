"""Column vectors as people write them."""

from __future__ import annotations

import pytest
import sympy

import symspec as ss
from symspec.algebra.column import column_vector

A = ss.matrix([[1, 2], [3, 4]])


@pytest.mark.parametrize(
    "source",
    [[1, "1/2"], (1, 0.5), [[1], ["1/2"]], [[1, "1/2"]], "[1, 1/2]", sympy.Matrix([1, sympy.Rational(1, 2)])],
)
def test_spellings(source: object) -> None:
    assert str(column_vector("v", source, A)) == "[[1], [1/2]]"


def test_floats_and_backends() -> None:
    v = column_vector("v", [0.1, 1], A, floats="binary")
    assert v[0, 0] == ss.matrix([[0.1]], floats="binary")[0, 0]
    assert column_vector("v", [1, 2], ss.matrix([[1, 2], [3, 4]], backend="sympy")).backend == "sympy"
    assert str(column_vector("v", ["sqrt(2)", 1], A)) == "[[sqrt(2)], [1]]"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ([1, 2, 3], "v has 3 entries; the matrix is 2 x 2"),
        ([[1, 2], [3, 4]], "v is a matrix, not a column"),
        (7, "v is no list of numbers"),
    ],
)
def test_refusals(source: object, words: str) -> None:
    with pytest.raises(ss.InputError, match=words):
        column_vector("v", source, A)
