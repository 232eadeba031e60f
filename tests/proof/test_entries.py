"""Matrices by their entries: the arithmetic of Q[x]/p, products, and determinants, against exact matrices."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.proof.entries import Entries, Residue, alpha, entries_of, residue

SMALL = st.fractions(min_value=-3, max_value=3, max_denominator=4)
CUBIC = Polynomial.of([1, -1, 0, 1])


def matrices(n: int) -> st.SearchStrategy[ExactMatrix]:
    rows = st.lists(st.lists(SMALL, min_size=n, max_size=n), min_size=n, max_size=n)
    return rows.map(ExactMatrix.from_fractions)


@settings(max_examples=30)
@given(matrices(4), matrices(4))
def test_products_and_determinants(a: ExactMatrix, b: ExactMatrix) -> None:
    x, y = entries_of(a), entries_of(b)
    assert x @ y == entries_of(a @ b)
    assert x + y == entries_of(a + b) and x - y == entries_of(a - b)
    assert x.det == a.det
    assert x**3 == entries_of(a**3)


@settings(max_examples=30)
@given(matrices(4))
def test_the_determinant_of_polynomials(a: ExactMatrix) -> None:
    p = a.charpoly
    rows = [
        [p.of_same([-x, 1] if i == j else [-x]) for j, x in enumerate(r)] for i, r in enumerate(a.tolist())
    ]
    assert Entries.of(rows).det == p


@given(st.lists(SMALL, min_size=3, max_size=3), st.lists(SMALL, min_size=3, max_size=3))
def test_residues_are_multiplication_in_the_field(c: list[Fraction], d: list[Fraction]) -> None:
    """q(alpha) -> q(C) for the companion matrix C is an isomorphism."""
    companion = ExactMatrix.from_integers([[0, 0, -1], [1, 0, 1], [0, 1, 0]])
    assert companion.charpoly == CUBIC
    x, y = (residue(CUBIC, CUBIC.of_same(q)) for q in (c, d))
    image = {True: lambda z: z.value.at_matrix(companion), False: companion.scalar}
    at = lambda z: image[isinstance(z, Residue)](z)  # noqa: E731
    assert at(x + y) == at(x) + at(y)
    assert at(x - y) == at(x) - at(y)
    assert at(x * y) == at(x) @ at(y)
    if y != 0:
        assert at(x / y) @ at(y) == at(x)


def test_a_divisor_of_zero_is_not_inverted() -> None:
    p = Polynomial.of([-1, 0, 1])
    with pytest.raises(InternalError, match="may be 0"):
        1 / (alpha(p) - 1)
