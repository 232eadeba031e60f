"""Composed polynomials against products over roots chosen beforehand; root counts in discs likewise."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.backend import backend
from symspec.algebra.numbers import composed
from symspec.algebra.numbers.cyclotomic import cyclotomic, trace_polynomial
from symspec.algebra.numbers.discs import newton_step, roots_in_disc
from symspec.algebra.polynomial import Polynomial
from tests.strategies import fractions

several = st.lists(fractions(), min_size=1, max_size=4)


def with_roots(values) -> Polynomial:
    return prod((Polynomial.of([-a, 1]) for a in values), start=Polynomial.of([1]))


@given(several, several)
def test_two_polynomials(a, b):
    f, g = with_roots(a), with_roots(b)
    assert composed.composed_sum(f, g) == with_roots(x + y for x, y in product(a, b))
    assert composed.composed_product(f, g) == with_roots(x * y for x, y in product(a, b))


@given(several, fractions().filter(bool), st.integers(1, 5))
def test_one_polynomial(a, q, n):
    f = with_roots(a)
    assert composed.root_powers(f, n) == with_roots(x**n for x in a)
    assert composed.shifted(f, q) == with_roots(x + q for x in a)
    assert composed.scaled(f, q) == with_roots(x * q for x in a)
    assert composed.inflated(f, n) == prod(Polynomial.of([-x] + [0] * (n - 1) + [1]) for x in a)


@given(several)
def test_pairs(a):
    f, pairs = with_roots(a), list(combinations(a, 2))
    assert composed.pair_sums(f) == with_roots(x + y for x, y in pairs)
    assert composed.pair_products(f) == with_roots(x * y for x, y in pairs)
    assert composed.pair_differences_squared(f) == with_roots((x - y) ** 2 for x, y in pairs)


@given(several, fractions(), fractions(), fractions().filter(lambda r: r > 0))
def test_root_counts_never_err(a, x, y, r):
    """A count is for some disc around the given one: at least its roots, at most those of the double disc."""
    f = with_roots(a)
    count = roots_in_disc(f.primitive, (x, y), r)
    inside, nearby = (sum((z - x) ** 2 + y * y <= s * s for z in a) for s in (r, 2 * r))
    assert count is None or inside <= count <= nearby


def test_root_counts_succeed_in_small_discs():
    f = with_roots([0, 1, 5])
    assert roots_in_disc(f.primitive, (Fraction(1), Fraction(0)), Fraction(1, 100)) == 1
    assert roots_in_disc(f.primitive, (Fraction(1), Fraction(1, 2)), Fraction(1, 100)) == 0


@given(several, fractions(bits=3), fractions(bits=3))
def test_newton_steps_come_with_a_disc_around_a_root(a, x, y):
    scale = 10
    u, v = round(x * 2**scale), round(y * 2**scale)
    step = newton_step(with_roots(a).primitive, u, v, scale)
    if step is not None:
        reach = Fraction(step[2], 1 << step[3])
        p, q = Fraction(u, 1 << scale), Fraction(v, 1 << scale)
        assert any((z - p) ** 2 + q * q <= reach**2 for z in a)


def test_cyclotomic_and_trace_polynomials():
    ops, x = backend(), Polynomial.of([0, 1])
    for m in range(1, 40):
        assert cyclotomic(m, ops).cyclotomic_order == m
        divisors = [d for d in range(1, m + 1) if m % d == 0]
        assert prod((cyclotomic(d, ops) for d in divisors), start=x**0) == x**m - x**0
    p = Polynomial.of([3, 1, -2, 1, 3])
    t = trace_polynomial(p)
    for z in (Fraction(2), Fraction(-3, 5)):
        assert p(z) == z**2 * t(z + 1 / z)
