"""The checker's arithmetic against FLINT, exact factorization and polynomials with chosen roots."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from time import process_time

import flint
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from symspec.certificate import Polynomial
from symspec.checker import arithmetic as ar
from symspec.errors import CertificateRejected
from tests.checker import oracle
from tests.checker.builder import rational, times
from tests.strategies import FACTORS

LEHMER = (1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1)


def polynomials(max_degree: int = 6) -> st.SearchStrategy[Polynomial]:
    """Integer polynomials: of small coefficients, or products of factors with roots on all sides."""
    small = st.lists(st.integers(-9, 9), max_size=max_degree).flatmap(
        lambda low: st.integers(-9, 9).filter(bool).map(lambda top: (*low, top))
    )
    return small | st.lists(st.sampled_from(FACTORS), max_size=3).map(lambda fs: times((3,), *fs))


def matrices(n: int = 4) -> st.SearchStrategy[list[list[Fraction]]]:
    """Square matrices of small fractions."""
    entry = st.builds(Fraction, st.integers(-6, 6), st.integers(1, 4))
    sizes = st.integers(1, n)
    return sizes.flatmap(lambda k: st.lists(st.lists(entry, min_size=k, max_size=k), min_size=k, max_size=k))


@given(polynomials())
@example(LEHMER)
@example((5, -6, 5))
@example((1, -1, 3, -1, 1))
@example((-1, -1, 0, 0, 0, 1))
@example((1 - 10**40, 10**40))
@example((1 + 10**40, 10**40))
@example((0, 0, 0, 7))
def test_strict_stability_is_where_the_roots_are(p: Polynomial) -> None:
    assert ar.is_strictly_stable(p) == oracle.is_stable(p)


@given(polynomials())
@example(LEHMER)
@example((5, -6, 5))
@example(times((5, -6, 5), (5, -6, 5)))
@example((-1, 0, 0, 0, 0, 0, 0, 1))
@example((1, 0, 0, 0, 1))
@example((1,))
def test_cohn_is_simple_roots_on_the_circle(p: Polynomial) -> None:
    assert ar.is_simple_on_circle(p) == oracle.is_simple_on_circle(p)


@given(polynomials(), polynomials(3))
def test_squarefree_is_no_repeated_factor(p: Polynomial, q: Polynomial) -> None:
    for f in (p, times(p, q, q)):
        assert ar.is_squarefree(f) == all(k == 1 for _, k in oracle.factors(f))


def test_zero_is_not_stable() -> None:
    assert not any(ar.is_strictly_stable(p) for p in ((), (0,), (1, 0)))
    assert not any(ar.is_simple_on_circle(p) for p in ((), (0,)))


@given(st.lists(st.tuples(st.integers(-99, 99), st.integers(1, 99)), min_size=1, max_size=8))
def test_stability_with_chosen_roots(roots: list[tuple[int, int]]) -> None:
    p = times(*((-a, b) for a, b in roots))
    assert ar.is_strictly_stable(p) == all(abs(a) < b for a, b in roots)


@given(matrices())
def test_characteristic_is_flints(rows: list[list[Fraction]]) -> None:
    numerator = rational(rows).numerator
    assert flint.fmpz_poly(list(ar.characteristic(numerator))) == flint.fmpz_mat(numerator).charpoly()


@given(matrices(), polynomials(4))
def test_polynomial_at_a_matrix(rows: list[list[Fraction]], q: Polynomial) -> None:
    a = rational(rows)
    d, v = len(q) - 1, tuple(range(1, len(rows) + 1))
    expected = oracle.at(q, oracle.matrix(a)) * a.denominator**d
    assert flint.fmpq_mat(flint.fmpz_mat(ar.at_matrix(q, a))) == expected
    column = expected * flint.fmpq_mat(len(v), 1, list(v))
    assert list(ar.at_vector(q, a, v)) == column.entries()


@given(matrices(), st.integers(1, 40), st.sampled_from([1, 8, 64]))
def test_a_rounded_power_is_within_its_error(rows: list[list[Fraction]], k: int, bits: int) -> None:
    a = rational(rows)
    found, error = ar.rounded_power(a, k, bits)
    difference = flint.fmpq_mat(flint.fmpz_mat(found)) - oracle.matrix(a) ** k * 2**bits
    assert max(sum(abs(Fraction(int(x.p), int(x.q))) for x in row) for row in difference.tolist()) <= error


@given(matrices(3), st.integers(0, 9))
def test_a_power_is_a_product(rows: list[list[Fraction]], k: int) -> None:
    a = rational(rows)
    assert flint.fmpq_mat(flint.fmpz_mat(ar.power(a, k))) == (oracle.matrix(a) * a.denominator) ** k


@given(st.lists(st.lists(st.integers(-4, 4), min_size=3, max_size=3), min_size=3, max_size=3))
def test_positive_definite_is_positive_leading_minors(rows: list[list[int]]) -> None:
    symmetric = [
        [x + y for x, y in zip(*pair, strict=True)]
        for pair in zip(rows, zip(*rows, strict=True), strict=True)
    ]
    gram = [[sum(x * y for x, y in zip(a, b, strict=True)) for b in rows] for a in rows]
    for s in (symmetric, gram):
        minors = [flint.fmpz_mat([row[:k] for row in s[:k]]).det() for k in (1, 2, 3)]
        assert ar.is_positive_definite(s) == all(m > 0 for m in minors)


def test_independence_modulo_a_prime_is_the_rank() -> None:
    for entries in product(range(3), repeat=4):
        rows = [entries[:2], entries[2:]]
        assert ar.are_independent(rows, 3) == (flint.nmod_mat(2, 2, list(entries), 3).rank() == 2)


@given(st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), max_size=4), st.integers(2, 30))
def test_independence_modulo_anything_is_independence(rows: list[list[int]], modulus: int) -> None:
    if ar.are_independent(rows, modulus):
        assert not rows or flint.fmpz_mat(rows).rank() == len(rows)


@given(matrices())
def test_stretched_divides_the_roots(rows: list[list[Fraction]]) -> None:
    p = oracle.charpoly(rational(rows))
    stretched = ar.stretched(p, (3, 2))
    for x in (Fraction(1), Fraction(-2, 3)):
        at = sum(c * (Fraction(3, 2) * x) ** i for i, c in enumerate(p))
        assert sum(c * x**i for i, c in enumerate(stretched)) == at * 2 ** (len(p) - 1)


@pytest.mark.parametrize(("degree", "seconds"), [(20, 0.1), (50, 4)])
def test_schur_cohn_is_fast_enough(degree: int, seconds: float) -> None:
    p = times(*((-k, 2 * k + 1) for k in range(1, degree + 1)))
    started = process_time()
    assert ar.is_strictly_stable(p)
    assert process_time() - started < seconds


def test_sizes_are_bounded_before_computing() -> None:
    large = rational([[2**500_000]])
    for compute in (
        lambda: ar.fits(2**10, 2**18 + 1, "many integers"),
        lambda: ar.product(large.numerator, ((2**600_000,),)),
        lambda: ar.at_matrix((0, 0, 0, 1), large),
        lambda: ar.at_vector((0, 0, 0, 1), large, (1,)),
        lambda: ar.stretched((1, 0, 0, 1), (2**500_000, 3)),
        lambda: ar.rounded_power(large, 2, 2**20),
        lambda: ar.minus(large, rational([[f"1/{2**4000}"]])) and ar.power(large, 3),
        lambda: ar.is_positive_definite([[2**600_000, 0], [0, 1]]),
        lambda: ar.characteristic([[2**600_000, 0], [0, 1]]),
        lambda: ar.is_strictly_stable((1,) * 500 + (2**100,)),
        lambda: ar.is_squarefree((1,) * 500 + (2**100,)),
    ):
        with pytest.raises(CertificateRejected) as caught:
            compute()
        assert caught.value.rule == "budget"
