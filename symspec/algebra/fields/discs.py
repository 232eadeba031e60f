"""Discs in C in plain integers: centre (x + iy)/2^bits, radius r/2^bits; every result encloses."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from symspec.algebra.enclosure import Disc, Rectangle

__all__ = ["Disc"]  # the name under which this arithmetic is used
ZERO: Disc = (0, 0, 0)


def from_rectangle(box: Rectangle, bits: int) -> Disc:
    """A disc about the rectangle."""
    x, a = _middle(box.real, bits)
    y, b = (0, 0) if box.is_real else _middle(box.imag, bits)
    return x, y, a + b


def _middle(interval: tuple[Fraction, Fraction], bits: int) -> tuple[int, int]:
    low = (interval[0].numerator << bits) // interval[0].denominator
    high = -((-interval[1].numerator << bits) // interval[1].denominator)
    middle = (low + high) // 2
    return middle, max(high - middle, middle - low)


def to_rectangle(disc: Disc, bits: int) -> Rectangle:
    """The square about the disc."""
    x, y, r = disc
    one = 1 << bits
    return Rectangle(
        (Fraction(x - r, one), Fraction(x + r, one)), (Fraction(y - r, one), Fraction(y + r, one))
    )


def add(a: Disc, b: Disc) -> Disc:
    """a + b."""
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def subtract(a: Disc, b: Disc) -> Disc:
    """a - b."""
    return a[0] - b[0], a[1] - b[1], a[2] + b[2]


def multiply(a: Disc, b: Disc, bits: int) -> Disc:
    """a b: the radius is |a| s + |b| r + r s, and less than 2 units for the rounding of the centre."""
    x, y, r = a
    u, v, s = b
    spread = (abs(x) + abs(y)) * s + (abs(u) + abs(v) + s) * r
    return (x * u - y * v) >> bits, (x * v + y * u) >> bits, (spread >> bits) + 3


def scaled(a: Disc, p: int, q: int) -> Disc:
    """a p/q for integers p and q > 0."""
    return a[0] * p // q, a[1] * p // q, a[2] * abs(p) // q + 3


def size(a: Disc) -> int:
    """A bound of |z| over the disc, in units."""
    return isqrt(a[0] * a[0] + a[1] * a[1]) + 1 + a[2]


def excludes_zero(a: Disc) -> bool:
    """0 is not in the disc."""
    return a[0] * a[0] + a[1] * a[1] > a[2] * a[2]


def distance_from_zero(a: Disc) -> int:
    """A lower bound of |z| over the disc, in units."""
    return max(isqrt(a[0] * a[0] + a[1] * a[1]) - a[2], 0)


def inverse(a: Disc, bits: int) -> Disc:
    """1/a for a disc that excludes 0.

    |1/z - 1/c| = |z - c| / |z c| <= r / (|c| (|c| - r)).
    """
    x, y, r = a
    square = x * x + y * y
    low = isqrt(square)
    spread = (r << 2 * bits) // (low * max(low - r, 1)) if r else 0
    return (x << 2 * bits) // square, (-y << 2 * bits) // square, spread + 3


def horner(coefficients: Sequence[Disc], z: Disc, bits: int) -> Disc:
    """sum coefficients[i] z^i."""
    value = ZERO
    for c in reversed(coefficients):
        value = add(multiply(value, z, bits), c)
    return value


def derivative(coefficients: Sequence[Disc]) -> list[Disc]:
    """The coefficients of the derivative."""
    return [(i * c[0], i * c[1], i * c[2]) for i, c in enumerate(coefficients)][1:]


def dot(row: Sequence[Disc], column: Sequence[Disc], bits: int) -> Disc:
    """sum row[i] column[i]."""
    total = ZERO
    for a, b in zip(row, column, strict=True):
        total = add(total, multiply(a, b, bits))
    return total


def product(x: Sequence[Sequence[Disc]], y: Sequence[Sequence[Disc]], bits: int) -> list[list[Disc]]:
    """The product of matrices of discs."""
    columns = list(zip(*y, strict=True))
    return [[dot(row, column, bits) for column in columns] for row in x]
