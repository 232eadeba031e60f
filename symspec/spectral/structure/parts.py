"""Entries and their signs, over Q and over number fields alike."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix

Grid = list[list[Any]]


def grid(a: ExactMatrix) -> tuple[Grid, Any]:
    """(rows, d) with A = rows/d: integers over Q, where they are quicker, the entries and 1 elsewhere."""
    if isinstance(a, FieldMatrix):
        return a.tolist(), Fraction(1)
    return a.integers()


def sign(x: Any) -> int | None:
    """-1, 0 or 1 for a real number, exactly; None for one that is not real.

    Algorithm: an element of a number field is 0 iff its coordinates are; else discs about it, ever smaller,
    exclude 0 in the end.
    """
    if isinstance(x, int | Fraction):
        return (x > 0) - (x < 0)
    if not x.is_real:
        return None
    bits = 64
    while True:
        centre, _, radius = x.field.disc(x.coordinates, bits)
        if abs(centre) > radius:
            return 1 if centre > 0 else -1
        bits *= 2
