"""Rational rectangles in the complex plane: what is known about a root before it is needed better."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Interval = tuple[Fraction, Fraction]


def _square(interval: Interval) -> Interval:
    low, high = interval
    squares = (low * low, high * high)
    return (Fraction(0) if low <= 0 <= high else min(squares), max(squares))


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
