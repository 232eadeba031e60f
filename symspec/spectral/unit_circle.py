"""Where the roots of an irreducible polynomial lie relative to the unit circle: exact, without tolerance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, isqrt

from symspec.algebra.enclosure import Interval
from symspec.algebra.numbers.cyclotomic import trace_polynomial
from symspec.algebra.polynomial import Polynomial

# Up to this degree the integers of the Schur-Cohn reductions, which double in length, stay short.
LARGEST_TABLE = 8


@dataclass(frozen=True, slots=True)
class RootCounts:
    """How many roots have modulus < 1, = 1 and > 1; inside + on + outside = degree."""

    inside: int
    on: int
    outside: int


def root_counts(p: Polynomial) -> RootCounts:
    """(#{|z| < 1}, #{|z| = 1}, #{|z| > 1}) over the roots z of an irreducible p.

    Algorithm: for a low degree the Schur-Cohn reductions, where they answer. Else:
    a root z of p on the circle makes 1/z = conj(z) a root as well, so p is its own reciprocal up
    to sign. If it is not, no root is on the circle, and refining the enclosures ends. If it is, and
    deg p > 1, then p(x) = x^h T(x + 1/x) with T irreducible, x + 1/x maps exactly the circle onto [-2, 2],
    and T(+-2) != 0, so refining the real roots of T ends; the other roots come in pairs z, 1/z.

    >>> lehmer = Polynomial.of([1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1])
    >>> root_counts(lehmer), root_counts(Polynomial.of([5, -6, 5]))
    (RootCounts(inside=1, on=8, outside=1), RootCounts(inside=0, on=2, outside=0))
    """
    degree = p.degree
    if degree <= LARGEST_TABLE and (inside := roots_inside(p.primitive)) is not None:
        return RootCounts(inside, 0, degree - inside)
    if not p.is_self_reciprocal:
        return _counts_off_the_circle(p)
    on = (
        degree
        if degree == 1 or p.cyclotomic_order
        else 2 * _roots_between_minus_two_and_two(trace_polynomial(p))
    )
    return RootCounts((degree - on) // 2, on, (degree - on) // 2)


def roots_inside(c: Sequence[int]) -> int | None:
    """#{|z| < 1} over the roots z of p = sum c[i] x^i, where no root is on the circle; None: cannot tell.

    Algorithm: let n = deg p, a = c[n], b = c[0], and p* = x^n p(1/x), of the same modulus as p on the
    circle. If |a| > |b|, then a p - b p* = x q has as many roots inside as p (Rouche), one of them 0: go on
    with q, of degree n - 1. If |a| < |b|, count for p*, whose roots inside are those of p outside. Roots on
    the circle are roots of p, p* and q alike; they make |a| = |b| before the degree is 0, so an answer
    excludes them. For |a| = |b| the roots have a product of modulus 1. In degree 2, p(1) p(-1) < 0 means that
    one is inside and one outside. In degree 3 with p(1) p(-1) != 0 none is on the circle, for then a pair
    would be and the third be +-1; so one or two are inside, one exactly when those in (-1, 1) are odd in
    number: p(1) p(-1) < 0.

    >>> roots_inside([1, -3, 1]), roots_inside([5, -6, 5]), roots_inside([-1, 0, 0, 2])
    (1, None, 3)
    >>> roots_inside([-1, -1, 0, 1]), roots_inside([2, 0, 0, 1])
    (2, 0)
    """
    inside, mirrored, n = [0, 0], 0, len(c) - 1
    while n:
        a, b = c[n], c[0]
        if abs(a) == abs(b):
            last = _inside_for_unit_product(c)
            if last is None:
                return None
            inside[mirrored] += last
            inside[1 - mirrored] += n - last
            break
        if abs(a) < abs(b):
            c, a, b, mirrored = c[::-1], b, a, 1 - mirrored
        inside[mirrored] += 1
        c = [a * x - b * y for x, y in zip(c[1:], c[-2::-1], strict=True)]
        n -= 1
    return inside[0]


def _inside_for_unit_product(c: Sequence[int]) -> int | None:
    even, odd = abs(sum(c[::2])), abs(sum(c[1::2]))  # p(1) p(-1) = even^2 - odd^2
    if len(c) in (3, 4) and even < odd:
        return 1
    return 2 if len(c) == 4 and even > odd else None


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
