"""Weight vectors do what they are for, and exist where a theorem says so."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.decision.behavior import behavior
from symspec.proof.methods.weights import components, growing_vector, shrinking_vector
from symspec.spectral.profile import jordan_profile
from symspec.truth import Behavior

ENTRY = st.sampled_from([Fraction(k, 6) for k in (0, 0, 0, 1, 2, 3, 5, 6, 8)])


@st.composite
def nonnegative(draw: st.DrawFn) -> ExactMatrix:
    n = draw(st.integers(1, 5))
    return ExactMatrix.from_fractions([[draw(ENTRY) for _ in range(n)] for _ in range(n)])


def image(m: ExactMatrix, v: tuple[int, ...]) -> list[Fraction]:
    return [sum((x * y for x, y in zip(row, v, strict=True)), Fraction(0)) for row in m.tolist()]


def fate(m: ExactMatrix) -> Behavior:
    return behavior(jordan_profile(m))


@settings(max_examples=60)
@given(nonnegative())
def test_a_shrinking_vector_exists_iff_the_powers_tend_to_zero(m: ExactMatrix) -> None:
    w = shrinking_vector(m)
    assert (w is not None) is (fate(m) is Behavior.TENDS_TO_ZERO)
    if w is not None:
        assert min(w) > 0
        assert all(x < y for x, y in zip(image(m, w), w, strict=True))


@settings(max_examples=60)
@given(nonnegative())
def test_a_growing_vector_grows(m: ExactMatrix) -> None:
    """By Perron and Frobenius there is one for m times 6/5 as soon as the spectral radius of m is >= 1."""
    for scaled in (m, m * Fraction(6, 5)):
        found = growing_vector(scaled)
        if found is not None:
            v, r = found
            assert r > 1 and min(v) >= 0 and max(v) > 0
            assert all(x >= r * y for x, y in zip(image(scaled, v), v, strict=True))
            assert fate(scaled) is Behavior.UNBOUNDED
    if fate(m) is not Behavior.TENDS_TO_ZERO:
        assert growing_vector(m * Fraction(6, 5)) is not None


def test_a_vector_of_a_part_is_extended_by_zeros() -> None:
    m = ExactMatrix.from_integers([[1, 7, 0], [0, 4, 0], [5, 0, 1]], 2)
    assert growing_vector(m) == ((0, 1, 0), 2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[0, 1], [1, 0]], [[0, 1]]),
        ([[1, 1], [0, 1]], [[0], [1]]),
        ([[0, 1, 0], [0, 0, 1], [1, 0, 0]], [[0, 1, 2]]),
        ([[0, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]], [[0, 1], [2], [3]]),
    ],
)
def test_components(rows: list[list[int]], expected: list[list[int]]) -> None:
    assert components([[Fraction(x) for x in row] for row in rows]) == expected
