"""Facts over Q, on both backends, on matrices built backwards from a chosen Jordan structure."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.cyclotomic import trace_polynomial
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.dunford import dunford_decomposition, newton_steps
from symspec.spectral.profile import jordan_profile, minimal_polynomial
from symspec.spectral.projectors import projector_at_one, stable_cofactor
from symspec.spectral.unit_circle import (
    RootCounts,
    outside_ratio,
    root_counts,
    roots_inside,
)
from tests.strategies import Structured, structured_matrices


@given(structured_matrices())
def test_the_minimal_polynomial_is_that_of_the_blocks(case: Structured) -> None:
    a = case.matrix
    found = minimal_polynomial(a, a.charpoly, lambda: jordan_profile(a))
    powers = (f.polynomial**f.index for f in jordan_profile(a).factors)
    assert found == reduce(lambda p, q: p * q, powers)


def test_what_vanishes_modulo_the_prime_need_not_vanish() -> None:
    a = ExactMatrix.from_integers([[2, 2**31 - 1], [0, 2]], backend="flint")
    assert str(minimal_polynomial(a, a.charpoly, lambda: jordan_profile(a))) == "x^2 - 4 x + 4"


@given(structured_matrices())
def test_profile_is_the_structure_that_was_chosen(case: Structured) -> None:
    profile = jordan_profile(case.matrix)
    found = {f.polynomial.primitive: f.block_sizes for f in profile.factors}
    assert found == case.blocks
    for f in profile.factors:
        assert sum(f.block_sizes) == f.multiplicity
        assert f.counts.inside + f.counts.on + f.counts.outside == f.polynomial.degree


@given(structured_matrices())
def test_minpoly_annihilates_and_no_proper_divisor_does(case: Structured) -> None:
    profile = jordan_profile(case.matrix)
    mu = profile.minpoly
    assert mu.at_matrix(case.matrix).is_zero
    assert profile.charpoly.at_matrix(case.matrix).is_zero
    assert (profile.charpoly % mu).degree == -1
    for f in profile.factors:
        assert not (mu // f.polynomial).at_matrix(case.matrix).is_zero


@given(structured_matrices())
def test_dunford_by_its_four_conditions_and_by_newton(case: Structured) -> None:
    a, profile = case.matrix, jordan_profile(case.matrix)
    index = max(f.index for f in profile.factors)
    d = dunford_decomposition(a, profile.squarefree_part, index)
    assert d.D + d.N == a
    assert d.D @ d.N == d.N @ d.D
    assert (d.N**d.index).is_zero
    assert d.index == 1 or not (d.N ** (d.index - 1)).is_zero
    assert jordan_profile(d.D).is_diagonalizable
    assert newton_steps(a, profile.squarefree_part)[-1] == d.D


@given(structured_matrices())
def test_profile_is_invariant_under_transposition(case: Structured) -> None:
    assert jordan_profile(case.matrix.transpose) == jordan_profile(case.matrix)


@given(structured_matrices())
def test_projector_is_the_polynomial_s_over_s_of_one(case: Structured) -> None:
    a, profile = case.matrix, jordan_profile(case.matrix)
    if profile.at_one is not None and profile.at_one.index > 1:
        return
    s = stable_cofactor(profile)
    limit = projector_at_one(a, profile)
    if profile.at_one is not None:
        assert limit == s.at_matrix(a) / s(1)
    assert limit @ limit == limit
    assert a @ limit == limit @ a == limit


TEN = Fraction(1, 10**40)


@pytest.mark.parametrize(
    ("coefficients", "inside", "on", "outside"),
    [
        ([1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1], 1, 8, 1),  # Lehmer 1933
        ([5, -6, 5], 0, 2, 0),
        ([1, -1, 3, -1, 1], 2, 0, 2),
        ([-1, -1, 0, 0, 0, 1], 2, 0, 3),
        ([-1, 1], 0, 1, 0),
        ([1, 1], 0, 1, 0),
        ([0, 1], 1, 0, 0),
        ([1, 1, 1, 1, 1, 1, 1], 0, 6, 0),  # primitive 7th roots of unity
        ([-(1 - TEN), 1], 1, 0, 0),
        ([-(1 + TEN), 1], 0, 0, 1),
        ([1, -3, 1], 1, 0, 1),
        ([-2, 0, 0, 0, 0, 0, 0, 1], 0, 0, 7),
        ([7, 0, 0, 1, 0, 0, 7], 0, 6, 0),
    ],
)
def test_root_counts(coefficients: list[int | Fraction], inside: int, on: int, outside: int) -> None:
    assert root_counts(Polynomial.of(coefficients)) == RootCounts(inside, on, outside)


def test_trace_polynomial_substituted_back() -> None:
    p = Polynomial.of([7, -2, 3, 5, 3, -2, 7])
    t = trace_polynomial(p)
    for x in (Fraction(2), Fraction(-3, 7), Fraction(11, 5)):
        assert x**3 * t(x + 1 / x) == p(x)


@pytest.mark.parametrize(
    "coefficients", [[-2, 0, 1], [-(1 + TEN), 1], [-5, 1], [1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1]]
)
def test_outside_ratio_is_reached_by_a_root(coefficients: list[int | Fraction]) -> None:
    p = Polynomial.of(coefficients)
    r = outside_ratio(p)
    assert r > 1
    stretched = Polynomial.of([c * r**i for i, c in enumerate(p.coefficients)])
    moduli = [z.modulus_squared for z in stretched.isolated_roots(256)]
    assert max(m[1] for m in moduli) >= 1


def test_ranks_tell_block_sizes_that_multiplicities_do_not() -> None:
    # Blocks 2, 2 and 3, 1 at 0 have the same algebraic and geometric multiplicities.
    two_two = ExactMatrix.from_integers([[0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0]])
    three_one = ExactMatrix.from_integers([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
    assert jordan_profile(two_two).factors[0].block_sizes == (2, 2)
    assert jordan_profile(three_one).factors[0].block_sizes == (3, 1)


@st.composite
def polynomials_from_places(draw: st.DrawFn) -> tuple[tuple[int, ...], RootCounts]:
    """Integer coefficients of a product of factors whose roots have a known place."""
    places = {
        (2, 0, 0): [(-1, 0, 2), (1, 1, 3), (1, -1, 2)],
        (1, 0, 0): [(0, 1), (1, 3), (-99, 100)],
        (0, 2, 0): [(1, 0, 1), (5, -6, 5), (1, 1, 1)],
        (0, 1, 0): [(-1, 1), (1, 1)],
        (0, 0, 1): [(-3, 2), (100, 99)],
        (0, 0, 2): [(-2, 0, 1), (3, 1, 1), (2, 2, 1)],
        (1, 0, 1): [(1, -3, 1), (-1, 1, 1), (-1, -7, 3)],
        (2, 0, 1): [(-1, -1, 0, 1)],  # the smallest Pisot number and its conjugates
    }
    chosen = draw(st.lists(st.sampled_from([(k, f) for k, fs in places.items() for f in fs]), max_size=4))
    product = reduce(lambda p, f: p * f, [Polynomial.of(f) for _, f in chosen], Polynomial.of([1]))
    counts = [sum(column) for column in zip(*(k for k, _ in chosen), strict=True)] or [0, 0, 0]
    return product.primitive, RootCounts(*counts)


@given(polynomials_from_places())
def test_the_reductions_count_the_roots_inside_or_say_nothing(
    case: tuple[tuple[int, ...], RootCounts],
) -> None:
    coefficients, counts = case
    found = roots_inside(coefficients)
    assert found is None or (found, counts.on) == (counts.inside, 0)


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=5).filter(lambda c: c[-1] != 0))
def test_the_reductions_agree_with_isolated_roots(coefficients: list[int]) -> None:
    for f, _ in Polynomial.of(coefficients).factors:
        if not f.is_self_reciprocal:
            found = roots_inside(f.primitive)
            # Without a root on the circle they answer up to degree 3; that is why they are there.
            assert found is not None or f.degree > 3
            assert found in (None, sum(z.modulus_squared[1] < 1 for z in f.isolated_roots(128)))
