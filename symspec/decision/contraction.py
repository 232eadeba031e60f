"""A power of A with infinity norm < 1, exactly where that is short, in fixed point where it is not."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Contraction
from symspec.spectral.rounded import RoundedMatrix, rounded

# The entries of an exact power may have that many bits; a rounded power is shorter beyond.
MAX_EXACT_BITS = 256
# Fractional bits, tried in turn; the checker multiplies matrices of Python integers of that length.
PRECISIONS = (30, 60, 120, 240, 480)
# The certificate language allows exponents up to 2^40.
MAX_SQUARINGS = 40


def contraction(a: ExactMatrix) -> Contraction | None:
    """A claim |A^k| < 1 in the infinity norm with k = 2^j, or None when there is none within the limits.

    Algorithm: exact squarings while the entries are short. Then squarings with `bits` fractional bits: they
    end when the norm and its error bound are together < 1, or when the error reaches 1 and more bits are
    taken. The checker states the same bound for an error, so what is found here holds there.

    >>> contraction(ExactMatrix.from_integers([[1, 1], [0, 1]], 2))
    Contraction(k=2, bits=0)
    """
    power = a
    for j in range(MAX_SQUARINGS + 1):
        if power.norm < 1:
            return Contraction(1 << j, 0)
        power = power @ power
        if bits_of(power) > MAX_EXACT_BITS:
            return _rounded_contraction(a)
    return None


def _rounded_contraction(a: ExactMatrix) -> Contraction | None:
    for bits in PRECISIONS:
        power = cautiously_rounded(a, bits)
        for j in range(MAX_SQUARINGS + 1):
            if power.size + power.error < 1 << bits:
                return Contraction(1 << j, bits)
            if not power.is_known:
                break
            power = power @ power
    return None


def cautiously_rounded(a: ExactMatrix, bits: int) -> RoundedMatrix:
    """A rounded, with the error n that the checker assumes even where no entry is changed."""
    return RoundedMatrix(rounded(a, bits).numerators, a.order, bits)


def bits_of(a: ExactMatrix) -> int:
    """The length of the denominator and of the largest numerator together."""
    rows, denominator = a.integers()
    return denominator.bit_length() + max(abs(x).bit_length() for row in rows for x in row)
