"""Rational rectangles in the complex plane: what is known about a root before it is needed better."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

Interval = tuple[Fraction, Fraction]
Disc = tuple[int, int, int]  # (x, y, r) with so many fractional bits: |z - (x + iy)/2^bits| <= r/2^bits


def _square(interval: Interval) -> Interval:
    low, high = interval
    squares = (low * low, high * high)
    return (Fraction(0) if low <= 0 <= high else min(squares), max(squares))


def _sum(a: Interval, b: Interval) -> Interval:
    return (a[0] + b[0], a[1] + b[1])


def _product(a: Interval, b: Interval) -> Interval:
    ends = (a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1])
    return (min(ends), max(ends))


def _outward(interval: Interval, bits: int) -> Interval:
    scale = 1 << bits
    return (Fraction(floor(interval[0] * scale), scale), Fraction(ceil(interval[1] * scale), scale))


@dataclass(frozen=True, slots=True)
class Rectangle:
    """{x + iy : real[0] <= x <= real[1], imag[0] <= y <= imag[1]}, bounds included.

    >>> z = Rectangle((Fraction(3, 5), Fraction(3, 5)), (Fraction(4, 5), Fraction(4, 5)))
    >>> z.modulus_squared
    (Fraction(1, 1), Fraction(1, 1))
    """

    real: Interval
    imag: Interval

    @property
    def is_real(self) -> bool:
        """The rectangle is a segment of the real axis."""
        return not any(self.imag)

    @property
    def modulus_squared(self) -> Interval:
        """Bounds of |z|^2 over the rectangle, both attained."""
        x, y = _square(self.real), _square(self.imag)
        return (x[0] + y[0], x[1] + y[1])

    @property
    def centre(self) -> tuple[Fraction, Fraction]:
        """The midpoint, as (real part, imaginary part)."""
        return (sum(self.real, Fraction(0)) / 2, sum(self.imag, Fraction(0)) / 2)

    @property
    def conjugate(self) -> Rectangle:
        """The mirror image in the real axis."""
        return Rectangle(self.real, (-self.imag[1], -self.imag[0]))

    def meets(self, other: Rectangle) -> bool:
        """Whether the two rectangles have a common point."""
        return all(
            a[0] <= b[1] and b[0] <= a[1] for a, b in ((self.real, other.real), (self.imag, other.imag))
        )

    @property
    def side_of_circle(self) -> int:
        """-1 if |z| < 1 on the whole rectangle, 1 if |z| > 1 on all of it, else 0; in integers."""
        (p, q), (r, s) = (max(abs(a), abs(b)).as_integer_ratio() for a, b in (self.real, self.imag))
        if (p * s) ** 2 + (r * q) ** 2 < (q * s) ** 2:
            return -1
        (p, q), (r, s) = (
            (0, 1) if a <= 0 <= b else min(abs(a), abs(b)).as_integer_ratio()
            for a, b in (self.real, self.imag)
        )
        return int((p * s) ** 2 + (r * q) ** 2 > (q * s) ** 2)

    @property
    def radius(self) -> Fraction:
        """Half the width plus half the height: every point is at most that far from the centre."""
        return (self.real[1] - self.real[0] + self.imag[1] - self.imag[0]) / 2

    @property
    def is_point(self) -> bool:
        """The rectangle is one number."""
        return self.real[0] == self.real[1] and self.imag[0] == self.imag[1]

    @property
    def reciprocal(self) -> Rectangle:
        """Encloses 1/z = conj(z)/|z|^2 for every z of a rectangle that does not contain 0."""
        low, high = self.modulus_squared
        inverse = (1 / high, 1 / low)
        return Rectangle(_product(self.real, inverse), _product(self.conjugate.imag, inverse))

    def rounded(self, bits: int) -> Rectangle:
        """Encloses the rectangle, with corners in 2^-bits Z."""
        return Rectangle(_outward(self.real, bits), _outward(self.imag, bits))

    def __neg__(self) -> Rectangle:
        return Rectangle((-self.real[1], -self.real[0]), (-self.imag[1], -self.imag[0]))

    def __add__(self, other: Rectangle) -> Rectangle:
        """{z + w}."""
        return Rectangle(_sum(self.real, other.real), _sum(self.imag, other.imag))

    def __mul__(self, other: Rectangle) -> Rectangle:
        """Encloses {z w}."""
        if self.is_real or other.is_real:  # one interval product each: exact zeros stay exact
            real, z = (self.real, other) if self.is_real else (other.real, self)
            return Rectangle(_product(real, z.real), _product(real, z.imag))
        minus = (-other.imag[1], -other.imag[0])
        return Rectangle(
            _sum(_product(self.real, other.real), _product(self.imag, minus)),
            _sum(_product(self.real, other.imag), _product(self.imag, other.real)),
        )
