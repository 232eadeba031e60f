"""Where the roots of an irreducible polynomial lie relative to the unit circle: exact, without tolerance."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor, isqrt

from symspec.algebra.enclosure import Interval
from symspec.algebra.polynomial import Polynomial


@dataclass(frozen=True, slots=True)
class RootCounts:
    """How many roots have modulus < 1, = 1 and > 1; inside + on + outside = degree."""

    inside: int
    on: int
    outside: int


def root_counts(p: Polynomial) -> RootCounts:
    """(#{|z| < 1}, #{|z| = 1}, #{|z| > 1}) over the roots z of an irreducible p.

    Algorithm: a root z of p on the circle makes 1/z = conj(z) a root as well, so p is its own reciprocal up
    to sign. If it is not, no root is on the circle, and refining the enclosures ends. If it is, and
    deg p > 1, then p(x) = x^h T(x + 1/x) with T irreducible, x + 1/x maps exactly the circle onto [-2, 2],
    and T(+-2) != 0, so refining the real roots of T ends; the other roots come in pairs z, 1/z.

    >>> lehmer = Polynomial.of([1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1])
    >>> root_counts(lehmer), root_counts(Polynomial.of([5, -6, 5]))
    (RootCounts(inside=1, on=8, outside=1), RootCounts(inside=0, on=2, outside=0))
    """
    if not p.is_self_reciprocal:
        return _counts_off_the_circle(p)
    degree = p.degree
    on = (
        degree
        if degree == 1 or p.cyclotomic_order
        else 2 * _roots_between_minus_two_and_two(trace_polynomial(p))
    )
    return RootCounts((degree - on) // 2, on, (degree - on) // 2)


def trace_polynomial(p: Polynomial) -> Polynomial:
    """The T with p(x) = x^h T(x + 1/x), for p of degree 2h with p* = p.

    Algorithm: p(x)/x^h = c_0 + sum c_k (x^k + x^-k), and V_k(x + 1/x) = x^k + x^-k for V_0 = 2, V_1 = y,
    V_(k+1) = y V_k - V_(k-1).

    >>> print(trace_polynomial(Polynomial.of([1, 1, 1, 1, 1])))
    x^2 + x - 1
    """
    half = p.degree // 2
    middle = p.coefficients[half:]
    constant, y = Polynomial.of([1], ops=p._ops), Polynomial.of([0, 1], ops=p._ops)
    before, current, total = constant * 2, y, constant * middle[0]
    for c in middle[1:]:
        total += current * c
        before, current = current, y * current - before
    return total


def _counts_off_the_circle(p: Polynomial) -> RootCounts:
    bits = 64
    while sum(sides := p.sides_of_circle(bits)) < p.degree:
        bits *= 2
    return RootCounts(sides[0], 0, sides[1])


def _roots_between_minus_two_and_two(t: Polynomial) -> int:
    ends: tuple[Interval, ...] = ((Fraction(-2), Fraction(-2)), (Fraction(2), Fraction(2)))
    bits = 64
    while True:
        reals = [z.real for z in t.isolated_roots(bits) if z.is_real]
        if all(_apart(r, end) for r in reals for end in ends):
            return sum(-2 < r[0] and r[1] < 2 for r in reals)
        bits *= 2


def _apart(a: Interval, b: Interval) -> bool:
    return a[1] < b[0] or b[1] < a[0]


def outside_ratio(p: Polynomial) -> Fraction:
    """A short rational r > 1 such that some root of p has modulus >= r; p must have a root outside.

    Algorithm: refine until the largest |z|^2 is known to exceed 1, so it exceeds 1 + 1/m for some m;
    r = 1 + 1/k with k = 2m + 1 or more has r^2 <= 1 + 1/m.

    >>> outside_ratio(Polynomial.of([-2, 0, 1]))
    Fraction(4, 3)
    """
    bits = 64
    while (low := max(z.modulus_squared[0] for z in p.isolated_roots(bits))) <= 1:
        bits *= 2
    return _largest_ratio(low)


def _largest_ratio(square: Fraction) -> Fraction:
    if square >= 4:
        return Fraction(isqrt(floor(square)))
    k = max(1, floor(2 / (square - 1)))
    while (1 + Fraction(1, k)) ** 2 > square:
        k += 1
    return 1 + Fraction(1, k)
