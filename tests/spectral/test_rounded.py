"""Fixed point: the error bound holds at every step; P of Stein's inequality exists iff A^n -> 0."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.rounded import rounded
from symspec.spectral.stein import is_positive_definite, solves_stein, stein_matrix
from tests.decision.test_certify import INSIDE, ON
from tests.strategies import Rows, Structured, rows, square_rows, structured_matrices


@given(square_rows(max_order=4), st.integers(1, 40), st.lists(st.booleans(), max_size=5))
def test_the_error_bound_holds(entries: Rows, bits: int, steps: list[bool]) -> None:
    a = ExactMatrix.from_fractions(entries)
    base = product = rounded(a, bits)
    exact = a
    for squares in steps:
        product = product @ (product if squares else base)
        exact = exact @ (exact if squares else a)
    assert (exact * 2**bits - product.numerators).norm <= product.error
    low, high = product.norm_bounds
    assert low <= exact.norm <= high


@given(square_rows(max_order=3), st.integers(-40, 3))
def test_definite_iff_leading_minors_are_positive(entries: Rows, shift: int) -> None:
    b = ExactMatrix.from_fractions(entries)
    s = b + b.transpose - b.scalar(shift)
    minors = [
        ExactMatrix.from_fractions([row[:k] for row in s.tolist()[:k]]).det for k in range(1, s.order + 1)
    ]
    assert is_positive_definite(s) is all(m > 0 for m in minors)
    assert is_positive_definite(b.transpose @ b) is (b.det != 0)


@settings(max_examples=20)
@given(structured_matrices(factors=tuple(sorted(INSIDE | ON))))
def test_stein_matrix_exists_iff_powers_vanish(case: Structured) -> None:
    p = stein_matrix(case.matrix)
    assert (p is not None) is (set(case.blocks) <= INSIDE)
    if p is not None:
        assert p == p.transpose and p.integers()[1] == 1 and solves_stein(p, case.matrix)


@given(rows(3, 3))
def test_no_stein_matrix_for_an_expanding_matrix(entries: Rows) -> None:
    a = ExactMatrix.from_fractions(entries)
    growing = a @ a.transpose + a.identity()  # every eigenvalue is at least 1
    assert stein_matrix(growing) is None


def test_stein_matrix_next_to_the_circle() -> None:
    a = ExactMatrix.from_fractions([[1 - Fraction(1, 10**40), 1], [0, Fraction(1, 2)]])
    p = stein_matrix(a)
    assert p is not None and solves_stein(p, a)
