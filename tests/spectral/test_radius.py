"""Bounds of the spectral radius: they hold, they are tight, and a guess is only believed when counted."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.numbers.algebraic import compare_modulus, roots
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.profile import jordan_profile
from symspec.spectral.radius import _guessed, radius_bounds
from tests.strategies import Structured, structured_matrices


@given(structured_matrices(max_order=5))
def test_bounds_enclose_the_largest_modulus(case: Structured) -> None:
    low, high = radius_bounds(jordan_profile(case.matrix))
    eigenvalues = [z for p in case.blocks for z in roots(Polynomial.of(p))]
    assert all(compare_modulus(z, high) <= 0 for z in eigenvalues)
    assert any(compare_modulus(z, low) >= 0 for z in eigenvalues)
    assert high - low <= high / 2**29


@given(st.lists(st.integers(-(10**6), 10**6), min_size=3, max_size=4).filter(lambda c: c[0] and c[-1]))
def test_a_guess_that_is_believed_is_right(coefficients: list[int]) -> None:
    found = _guessed(coefficients)
    if found is not None:
        moduli = [z.modulus_interval(80) for z in roots(Polynomial.of(coefficients))]
        assert found[0] <= max(high for _, high in moduli)
        assert max(low for low, _ in moduli) <= found[1]


def test_what_is_too_large_for_floating_point_is_isolated() -> None:
    huge = 10**400
    assert _guessed([-2 * huge, 0, 1]) is None
    low, high = (end / huge for end in _bounds_of([-2 * huge**2, 0, 1]))
    assert low**2 <= 2 <= high**2 and high - low < Fraction(1, 10**8)


def _bounds_of(coefficients: list[int]) -> tuple[Fraction, Fraction]:
    from symspec.algebra.matrix import ExactMatrix

    constant, linear, _ = coefficients
    return radius_bounds(jordan_profile(ExactMatrix.from_integers([[0, -constant], [1, -linear]])))
