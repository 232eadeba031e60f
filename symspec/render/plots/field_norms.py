"""The sizes of powers of matrices over number fields, by discs about their entries."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.fields import discs
from symspec.algebra.fields.discs import Disc
from symspec.algebra.fields.matrix import FieldMatrix

START_BITS = 128
RELATIVE_BITS = 50
Rows = list[list[Disc]]


def field_norms(
    a: FieldMatrix, last: int, less: FieldMatrix | None, zero_from: int | None
) -> tuple[Fraction, ...]:
    """|A^n - less| for n = 0, .., last in the infinity norm, to a relative error of 2^-50.

    Args:
        a: A.
        last: the last n.
        less: a matrix; None for 0.
        zero_from: the first n from which A^n - less = 0; None if there is none. It is not 0 before.

    Algorithm: the powers of discs about the entries; the precision is doubled until every row sum is sharp.
    A norm that is not 0 is sharp at some precision.
    """
    bits = START_BITS
    while (found := _norms(a, last, less, zero_from, bits)) is None:
        bits *= 2
    return found


def _norms(
    a: FieldMatrix, last: int, less: FieldMatrix | None, zero_from: int | None, bits: int
) -> tuple[Fraction, ...] | None:
    base = a.discs(bits)
    power = [[(int(i == j) << bits, 0, 0) for j in range(a.order)] for i in range(a.order)]
    shift = None if less is None else less.discs(bits)
    found: list[Fraction] = []
    for n in range(last + 1):
        if zero_from is not None and n >= zero_from:
            return (*found, *[Fraction(0)] * (last + 1 - n))
        power = discs.product(power, base, bits) if n else power
        low, high = _row_sum(power if shift is None else _difference(power, shift))
        if (high - low) << RELATIVE_BITS > high:
            return None
        found.append(Fraction(low + high, 2 << bits))
    return tuple(found)


def _row_sum(rows: Rows) -> tuple[int, int]:
    """Bounds of the largest sum of moduli, in units."""
    return max(sum(map(discs.distance_from_zero, row)) for row in rows), max(
        sum(map(discs.size, row)) for row in rows
    )


def _difference(x: Rows, y: Rows) -> Rows:
    return [[discs.subtract(u, v) for u, v in zip(a, b, strict=True)] for a, b in zip(x, y, strict=True)]
