"""How many roots lie in a disc, against polynomials whose roots are chosen."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from symspec.algebra.numbers.discs import _by_all_terms, _by_two_terms, roots_in_disc

ROOTS = st.lists(st.fractions(min_value=-4, max_value=4, max_denominator=9), min_size=1, max_size=7)
CENTRES = st.tuples(*[st.fractions(min_value=-4, max_value=4, max_denominator=9)] * 2)


def product(roots: list[Fraction]) -> tuple[int, ...]:
    """prod (q x - p) over the roots p/q, constant term first."""

    def times(c: tuple[int, ...], z: Fraction) -> tuple[int, ...]:
        low, high = (0, *c), (*c, 0)
        return tuple(z.denominator * a - z.numerator * b for a, b in zip(low, high, strict=True))

    return reduce(times, roots, (1,))


def near(roots: list[Fraction], x: Fraction, y: Fraction, r: Fraction) -> int:
    return sum((z - x) ** 2 + y**2 <= r**2 for z in roots)


@given(ROOTS, CENTRES, st.integers(0, 80))
@example([Fraction(1)] * 3, (Fraction(1), Fraction(0)), 20)
@example([Fraction(1), Fraction(1) + Fraction(1, 9)], (Fraction(1), Fraction(0)), 3)
def test_counts_are_those_of_the_construction(
    roots: list[Fraction], centre: tuple[Fraction, Fraction], size: int
) -> None:
    r = Fraction(1, 2**size)
    for x, y in (centre, (roots[0], Fraction(0)), (roots[0] + r / 3, r / 3)):
        found = roots_in_disc(product(roots), (x, y), r)
        assert found is None or found == near(roots, x, y, r)


@given(ROOTS, st.integers(-600, 600), st.integers(-600, 600), st.integers(1, 40), st.integers(4, 9))
def test_two_terms_say_nothing_else_than_all_terms(
    roots: list[Fraction], x: int, y: int, r: int, scale: int
) -> None:
    """Both rules hold for the same disc, so what both decide is the same."""
    c = product(roots)
    quick, whole = _by_two_terms(c, x, y, r, scale), _by_all_terms(c, x, y, r, scale)
    assert quick is None or whole is None or quick == whole
    if quick is not None:
        unit = Fraction(1, 2**scale)
        assert near(roots, x * unit, y * unit, r * unit) == quick


@pytest.mark.parametrize("n", [1, 2, 5, 20])
def test_small_discs_are_decided_by_two_terms(n: int) -> None:
    """x^n - 2 has one root in a disc of 2^-60 about 2^(1/n), none beside it; a double root stays open."""
    c = (-2, *[0] * (n - 1), 1)
    low, high = 1 << 70, 2 << 70
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**n < 2 << 70 * n else (low, middle)
    assert _by_two_terms(c, low, 0, 1 << 10, 70) == 1
    assert _by_two_terms(c, low + (1 << 40), 0, 1 << 10, 70) == 0
    square = tuple(sum(c[i] * c[k - i] for i in range(n + 1) if 0 <= k - i <= n) for k in range(2 * n + 1))
    assert _by_two_terms(square, low, 0, 1 << 10, 70) is None
