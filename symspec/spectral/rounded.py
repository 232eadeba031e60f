"""Matrix products in fixed point with a proved bound of the error: long powers at a short price."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix


@dataclass(frozen=True, slots=True)
class RoundedMatrix:
    """A matrix M known up to an error: |2^bits M - X| <= e in the infinity norm.

    Attributes:
        numerators: X, with integer entries.
        error: e >= 0.
        bits: the number of fractional bits.

    >>> third = rounded(ExactMatrix.from_integers([[1]], 3), 8)
    >>> power = third @ third
    >>> print(power.numerators, power.error, power.norm_bounds)
    [[28]] 2 (Fraction(13, 128), Fraction(15, 128))
    """

    numerators: ExactMatrix
    error: int
    bits: int

    @property
    def size(self) -> int:
        """|X|, the infinity norm of the numerators."""
        return int(self.numerators.norm)

    @property
    def norm_bounds(self) -> tuple[Fraction, Fraction]:
        """(low, high) with low <= |M| <= high in the infinity norm."""
        size = self.size
        scale = 1 << self.bits
        return Fraction(max(0, size - self.error), scale), Fraction(size + self.error, scale)

    @property
    def is_known(self) -> bool:
        """The error is less than 1, so that it does not drown a matrix of that size."""
        return self.error < 1 << self.bits

    def __matmul__(self, other: RoundedMatrix) -> RoundedMatrix:
        """The product, every entry rounded down.

        X, Y within e, f of 2^bits times the factors give X Y/2^bits within (|X| f + e |Y| + e f)/2^bits of
        2^bits times the product; rounding adds less than 1 to each of the n entries of a row.
        """
        e, f = self.error, other.error
        carried = self.size * f + e * other.size + e * f
        rows, _ = (self.numerators @ other.numerators).integers()
        floors = _integer_matrix([[x >> self.bits for x in row] for row in rows], self.numerators)
        return RoundedMatrix(floors, -(-carried >> self.bits) + len(rows[0]), self.bits)


def rounded(a: ExactMatrix, bits: int) -> RoundedMatrix:
    """A with every entry rounded down to a multiple of 2^-bits."""
    rows, denominator = a.integers()
    floors = [[(x << bits) // denominator for x in row] for row in rows]
    exact = (denominator & -denominator) == denominator and denominator.bit_length() <= bits + 1
    return RoundedMatrix(_integer_matrix(floors, a), 0 if exact else len(rows[0]), bits)


def _integer_matrix(rows: list[list[int]], like: ExactMatrix) -> ExactMatrix:
    return ExactMatrix.from_integers(rows, backend=like.backend)
