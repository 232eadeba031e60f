"""Rational numbers, affine images of isolated roots, and quadratic fields: no resultant is needed there."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from symspec.algebra.backend import Backend
from symspec.algebra.enclosure import Rectangle
from symspec.algebra.numbers.composed import scaled, shifted
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot, refined_root
from symspec.algebra.polynomial import Polynomial

ZERO = Fraction(0)


def rational_root(value: Fraction, ops: Backend) -> IsolatedRoot:
    """The rational number as the root of x - value."""
    return IsolatedRoot(Polynomial.of([-value, 1], ops=ops), Rectangle((value, value), (ZERO, ZERO)))


def negative(a: IsolatedRoot) -> IsolatedRoot:
    """-a."""
    return scaled_root(a, Fraction(-1))


def conjugate(a: IsolatedRoot) -> IsolatedRoot:
    """The complex conjugate of a."""
    return IsolatedRoot(a.minpoly, a.enclosure.conjugate)


def shifted_root(a: IsolatedRoot, by: Fraction) -> IsolatedRoot:
    """a + by."""
    move = Rectangle((by, by), (ZERO, ZERO))
    return IsolatedRoot(shifted(a.minpoly, by), a.enclosure + move)


def scaled_root(a: IsolatedRoot, by: Fraction) -> IsolatedRoot:
    """by a."""
    if by == 0:
        return rational_root(ZERO, a.minpoly._ops)
    return IsolatedRoot(scaled(a.minpoly, by), a.enclosure * Rectangle((by, by), (ZERO, ZERO)))


# -- quadratic fields ------------------------------------------------------------------------


def surd(a: IsolatedRoot) -> tuple[Fraction, Fraction, Fraction]:
    """(u, v, D) with a = u + v sqrt(D), D = b^2 - 4c the discriminant of x^2 + bx + c, v = 1/2 or -1/2."""
    b = a.minpoly.coefficients[1]
    square = discriminant(a)
    if square > 0:
        while a.enclosure.real[0] <= -b / 2 <= a.enclosure.real[1]:
            a = sharpened(a)
    positive = a.enclosure.real[0] > -b / 2 if square > 0 else a.enclosure.imag[0] > 0
    return -b / 2, Fraction(1 if positive else -1, 2), square


def sharpened(a: IsolatedRoot) -> IsolatedRoot:
    """The same root in a rectangle with sides of half the exponent."""
    width = max(a.enclosure.real[1] - a.enclosure.real[0], a.enclosure.imag[1] - a.enclosure.imag[0])
    known = width.denominator.bit_length() - width.numerator.bit_length()
    return refined_root(a, max(START_BITS, 2 * known))


def discriminant(a: IsolatedRoot) -> Fraction:
    c, b, _ = a.minpoly.coefficients
    return b * b - 4 * c


def rational_square_root(x: Fraction) -> Fraction | None:
    """The rational number q >= 0 with q^2 = x, if there is one."""
    if x < 0:
        return None
    root = Fraction(isqrt(x.numerator), isqrt(x.denominator))
    return root if root * root == x else None


def in_one_quadratic_field(
    a: IsolatedRoot, b: IsolatedRoot
) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]] | None:
    """((u, v), (s, t)) with a = u + v sqrt(D), b = s + t sqrt(D) for the discriminant D of a."""
    (u, v, d), (s, t, e) = surd(a), surd(b)
    ratio = rational_square_root(e / d)
    return None if ratio is None else ((u, v), (s, t * ratio))


def surd_root(a: IsolatedRoot, u: Fraction, v: Fraction) -> IsolatedRoot:
    """u + v sqrt(D), in the quadratic field of a: an affine image of a."""
    middle, half, _ = surd(a)
    factor = v / half
    return shifted_root(scaled_root(a, factor), u - factor * middle)
