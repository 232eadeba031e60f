"""A power of A with infinity norm < 1, where squaring a few times finds one."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Contraction

# The checker multiplies matrices of Python integers: 2^MAX_SQUARINGS is where it stops being quick.
MAX_SQUARINGS = 12
MAX_BITS = 4096


def contraction(a: ExactMatrix) -> Contraction | None:
    """A claim |A^k| < 1 in the infinity norm with k = 2^j, or None when a few squarings do not reach one."""
    if a.norm < 1:
        return Contraction(1, 0)
    power, k = a, 1
    for _ in range(MAX_SQUARINGS):
        power, k = power @ power, 2 * k
        if power.norm < 1:
            return Contraction(k, 0)
        if _bits(power) > MAX_BITS:
            break
    return None


def _bits(a: ExactMatrix) -> int:
    rows, denominator = a.integers()
    return denominator.bit_length() + max(abs(x).bit_length() for row in rows for x in row)
