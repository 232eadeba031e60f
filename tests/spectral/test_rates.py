"""Bounds hold at every n, the first n is the first, rates are those of the chosen structure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.fractions import least_exponent_below, simplest_between, sqrt_above
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import compare_modulus, roots
from symspec.algebra.polynomial import Polynomial
from tests.decision.test_certify import INSIDE, ON
from tests.strategies import Structured, structured_matrices

NEAR_ONE = 1 - Fraction(1, 10**40)


def fading() -> st.SearchStrategy[Structured]:
    """A^n -> 0."""
    return structured_matrices(factors=tuple(sorted(INSIDE)), max_order=5)


@st.composite
def convergent(draw: st.DrawFn) -> ExactMatrix:
    """diag(A, I) with A^n -> 0, conjugated by a shear; the limit is not 0."""
    a = draw(fading()).matrix.tolist()
    n = len(a) + 1
    rows = [[*row, Fraction(0)] for row in a] + [[Fraction(0)] * (n - 1) + [Fraction(1)]]
    c = draw(st.integers(-3, 3))
    shear = [[Fraction(i == j) + (c if (i, j) == (0, n - 1) else 0) for j in range(n)] for i in range(n)]
    s = ExactMatrix.from_fractions(shear)
    return s @ ExactMatrix.from_fractions(rows) @ s.inverse


def distances(an: ss.Analysis, count: int) -> list[Fraction]:
    power, found = an.matrix.identity(), []
    for _ in range(count):
        found.append((power - an.limit).norm)
        power = power @ an.matrix
    return found


# -- bounds ----------------------------------------------------------------------------------


@given(fading().map(lambda s: s.matrix) | convergent())
def test_the_bound_holds(a: ExactMatrix) -> None:
    an = ss.analyze(a)
    assert 0 <= an.bound.rate < 1
    assert all(d <= an.bound.at(n) for n, d in enumerate(distances(an, 30)))


@given(fading(), st.integers(2, 40))
def test_rates_as_close_to_rho_as_one_likes(case: Structured, k: int) -> None:
    an = ss.analyze(case.matrix)
    rho = max(z.modulus_interval(64)[1] for p in case.blocks for z in roots(Polynomial.of(p)))
    rate = simplest_between(rho + (1 - rho) / (4 * k), rho + (1 - rho) / k)
    bound = an.bound_at(rate)
    assert bound.rate == rate
    assert all(d <= bound.at(n) for n, d in enumerate(distances(an, 20)))


@given(fading())
def test_the_constant_is_the_least_where_powers_give_it(case: Structured) -> None:
    """For |A| <= r the constant is 1: n = 0 asks for |I| = 1."""
    an = ss.analyze(case.matrix)
    if an.matrix.norm < 1:
        assert an.bound_at(an.matrix.norm).constant == 1


@given(fading())
def test_no_bound_below_the_spectral_radius(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    low = max(z.modulus_interval(64)[0] for p in case.blocks for z in roots(Polynomial.of(p)))
    if low > 0:
        with pytest.raises(ss.UndefinedError, match="larger"):
            an.bound_at(low * Fraction(999, 1000))


def test_textbook_markov_chain() -> None:
    """B^n = (7/10)^n (I - L), so C = |I - L| = 4/3 and r = 7/10 are both attained."""
    an = ss.analyze("1/10 [[9, 1], [2, 8]]")
    assert (an.bound.constant, an.bound.rate) == (Fraction(4, 3), Fraction(7, 10))
    assert distances(an, 9) == [an.bound.at(n) for n in range(9)]
    assert an.first_below("1/1000") == an.bound.below_from(Fraction(1, 1000)) == 21
    assert an.convergence_rate.rate == Fraction(7, 10) and an.convergence_rate.degree == 0


def test_jordan_block_has_no_bound_at_its_own_rate() -> None:
    an = ss.analyze("[[1/2, 1], [0, 1/2]]")
    with pytest.raises(ss.UndefinedError, match="Jordan block of size 2"):
        an.bound_at("1/2")
    assert all(d <= an.bound_at("501/1000").at(n) for n, d in enumerate(distances(an, 40)))


@pytest.mark.parametrize(
    ("rows", "constant", "rate"),
    [
        ([["1/2"]], 1, "1/2"),
        ([[0]], 1, 0),
        ([[1]], 0, 0),
        ([[1, 0], [0, 1]], 0, 0),
        ([[1, 0], [0, 0]], 1, 0),
        ([["1/2", 3], [0, "-1/2"]], 7, "1/2"),  # odd powers have norm 7/2^n
        ([[NEAR_ONE]], 1, NEAR_ONE),
    ],
)
def test_exact_bounds(rows: list[list[object]], constant: int, rate: object) -> None:
    bound = ss.analyze(rows).bound
    assert bound.constant == constant and bound.rate == Fraction(rate)  # type: ignore[arg-type]


@pytest.mark.parametrize("rows", ["[[-1]]", "[[2]]", "[[1, 1], [0, 1]]", "[[0, 1], [1, 0]]"])
def test_no_limit_no_bound(rows: str) -> None:
    an = ss.analyze(rows)
    for ask in (lambda: an.bound, lambda: an.bound_at("1/2"), lambda: an.first_below("1/2"),
                lambda: an.convergence_rate):  # fmt: skip
        with pytest.raises(ss.UndefinedError):
            ask()


@pytest.mark.parametrize("rate", ["1", "-1/2", "2"])
def test_a_rate_is_from_0_to_1(rate: str) -> None:
    with pytest.raises(ss.UndefinedError, match="rate"):
        ss.analyze("[[1/2]]").bound_at(rate)


# -- the first n -----------------------------------------------------------------------------


@settings(max_examples=25)
@given(
    fading().map(lambda s: s.matrix) | convergent(),
    st.sampled_from([Fraction(1, 2**k) for k in (0, 1, 3, 7)] + [Fraction(7), Fraction(1, 300)]),
)
def test_the_first_n_is_the_first(a: ExactMatrix, eps: Fraction) -> None:
    an = ss.analyze(a)
    first = an.first_below(eps)
    assert first <= an.bound.below_from(eps)
    if first <= 120:
        found = distances(an, first + 1)
        assert found[-1] < eps and all(d >= eps for d in found[:-1])


def test_far_away_it_is_found_by_powers_of_powers() -> None:
    """(1 - d)^n < 2^-10 first at n = 10 log 2/d, up to less than 10."""
    an = ss.analyze([[NEAR_ONE]])
    n = an.first_below(Fraction(1, 2**10))
    assert abs(n - Fraction("6.93147180559945309417232121458176568076") * 10**40) < 10**3
    assert n == an.bound.below_from(Fraction(1, 2**10))
    sheared = ss.analyze([[NEAR_ONE, 1], [0, Fraction(1, 2)]])
    assert n < sheared.first_below(Fraction(1, 2**10)) < sheared.bound.below_from(Fraction(1, 2**10))


def test_stepping_is_not_what_finds_it() -> None:
    an = ss.analyze("[[999/1000, 1/2], [0, 1/2]]")
    n = an.first_below("1/1024")
    assert (an.matrix**n).norm < Fraction(1, 1024) <= (an.matrix ** (n - 1)).norm


@pytest.mark.parametrize("eps", ["0", "-1", "one", None, "sqrt(2)"])
def test_eps_is_a_positive_rational_number(eps: object) -> None:
    with pytest.raises(ss.InputError, match="eps"):
        ss.analyze("[[1/2]]").first_below(eps)


# -- rates and series ------------------------------------------------------------------------


@given(fading())
def test_convergence_rate_is_the_growth_of_a_vanishing_power(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    assert compare_modulus(an.convergence_rate.rate, an.growth.rate) == 0
    assert (an.convergence_rate.degree, an.convergence_rate.zero_from) == (
        an.growth.degree,
        an.growth.zero_from,
    )


def test_limits_that_are_reached() -> None:
    for rows, start in (("[[1]]", 0), ("[[1, 0], [0, 0]]", 1), ("[[1, 0, 0], [0, 0, 1], [0, 0, 0]]", 2)):
        an = ss.analyze(rows)
        assert an.convergence_rate.zero_from == start == an.first_below("1/10**9")


@given(structured_matrices(factors=tuple(sorted(INSIDE | ON | {(-2, 1)}))))
def test_neumann_series(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    if set(case.blocks) <= INSIDE:
        s, one = an.neumann_series, an.matrix.identity()
        partial, term = one * 0, one
        for _ in range(12):
            partial, term = partial + term, term @ an.matrix
        assert s - partial == s @ term  # S - S_n = S A^n
    else:
        with pytest.raises(ss.UndefinedError, match="diverges"):
            _ = an.neumann_series


def test_the_inverse_is_no_sum_where_the_series_diverges() -> None:
    with pytest.raises(ss.UndefinedError, match=r"\(I - A\)\^-1 exists"):
        _ = ss.analyze("[[2]]").neumann_series
    with pytest.raises(ss.UndefinedError) as caught:
        _ = ss.analyze("[[1]]").neumann_series
    assert "exists" not in str(caught.value)


# -- fractions -------------------------------------------------------------------------------


@given(st.fractions(0, 1), st.fractions(0, 1))
def test_the_simplest_fraction_is_the_simplest(x: Fraction, y: Fraction) -> None:
    low, high = sorted((x, y))
    found = simplest_between(low, high)
    assert low <= found <= high
    for q in range(1, min(found.denominator, 60)):
        assert -(-low * q // 1) > high * q  # no p/q between: ceil(low q) > high q


@given(st.fractions(0), st.integers(1, 80))
def test_square_roots_from_above(x: Fraction, bits: int) -> None:
    root = sqrt_above(x, bits)
    assert root * root >= x
    assert root * root <= x * (1 + Fraction(1, 2**bits)) ** 2
    assert sqrt_above(x * x) == x


@given(st.fractions(Fraction(1, 50), Fraction(99, 100)), st.fractions(Fraction(1, 10**6), 3))
def test_exponents(r: Fraction, t: Fraction) -> None:
    n = least_exponent_below(r, t)
    assert r**n < t and (n == 0 or r ** (n - 1) >= t)
    assert least_exponent_below(r, r**7) == 8
