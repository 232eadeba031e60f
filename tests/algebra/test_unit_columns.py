"""Columns w/sqrt(c): entries, values, and what they are in SymPy."""

from __future__ import annotations

import pickle

import pytest
import sympy

from symspec.algebra.coerce import matrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots, sqrt
from symspec.algebra.polynomial import Polynomial
from symspec.algebra.unit_columns import UnitColumn, UnitColumns

GOLDEN = Polynomial.of([-1, -1, 1])
# (alpha, 1)/sqrt(alpha^2 + 1) for both roots of x^2 - x - 1: alpha^2 + 1 = alpha + 2.
BOTH = UnitColumns(
    tuple(UnitColumn(z, GOLDEN, matrix([[0, 1], [1, 0]]), Polynomial.of([2, 1])) for z in roots(GOLDEN))
)


def test_entries() -> None:
    for j, z in enumerate(roots(GOLDEN)):
        assert BOTH[0, j] ** 2 == z * z / (z + 2)
        assert BOTH[1, j] ** 2 == 1 / (z + 2)
        assert BOTH[1, j] > 0 and (BOTH[0, j] > 0) == (z > 0)
        assert BOTH.columns[j].direction == (z, 1)
        assert BOTH[0, j] ** 2 + BOTH[1, j] ** 2 == 1
    assert BOTH.norms_squared == tuple(z + 2 for z in roots(GOLDEN))
    assert BOTH[-2, -1] == BOTH[0, 1]
    with pytest.raises(IndexError):
        _ = BOTH[2, 0]


def test_sympy() -> None:
    q = sympy.sympify(BOTH)
    assert (q.T * q).applyfunc(sympy.radsimp).applyfunc(sympy.simplify) == sympy.eye(2)
    for i in range(2):
        for j in range(2):
            assert abs(complex(q[i, j]) - float(BOTH[i, j].box(60).centre[0])) < 1e-14


def test_complex_entries() -> None:
    p, w = Polynomial.of([1, 0, 1]), matrix([[0, 1], [1, 0]])
    column = UnitColumn(roots(p)[0], p, w, Polynomial.of([2]))
    assert column.entry(0) == -sqrt(-1) / sqrt(2) and column.entry(1) == 1 / sqrt(2)
    assert column.texts == ("-i/sqrt(2)", "sqrt(2)/2")


def test_a_length_that_is_rational() -> None:
    p = Polynomial.of([0, 1])
    w = ExactMatrix.from_integers([[3], [-4]])
    column = UnitColumn(AlgebraicNumber.of(0), p, w, Polynomial.of([25]))
    assert column.texts == ("3/5", "-4/5")
    assert [column.entry(i).rational * 5 for i in range(2)] == [3, -4]
    assert column.line == "(3, -4)/5 for 0"


def test_values() -> None:
    assert pickle.loads(pickle.dumps(BOTH)) == BOTH
    assert repr(BOTH) == "UnitColumns(2 x 2)"
    assert BOTH.directions.shape == BOTH.shape == (2, 2)
