"""The order in which the roots of a polynomial over a number field are listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cmp_to_key
from typing import TypeVar

from symspec.algebra.enclosure import Interval, Rectangle
from symspec.algebra.numbers.comparison import (
    compared_distinct_reals,
    compared_imag_parts,
    compared_real_parts,
)
from symspec.algebra.numbers.isolation import IsolatedRoot
from symspec.errors import BudgetExceededError

MAX_DEGREE = 20  # the sums of two roots have degree 190
FINE = 256  # bits
Item = TypeVar("Item")


def in_order(
    items: Sequence[Item], number: Callable[[Item], IsolatedRoot], *, is_real_polynomial: bool = False
) -> list[Item]:
    """Real numbers ascending; then the others by real part, then by imaginary part, exactly.

    Args:
        items: what is sorted.
        number: the number of an item; they are distinct.
        is_real_polynomial: the numbers are all roots of a polynomial with real coefficients.

    Algorithm: first rectangles decide; where those leave it open, exact comparison. Real parts of numbers
    of degree above 20 that agree to 256 bits count as equal here: their own polynomials are too large.

    >>> from symspec.algebra.numbers.algebraic import imaginary_unit, sqrt
    >>> i = imaginary_unit()
    >>> print(*in_order([1 + i, 1 - 2 * i, sqrt(2), -1 + i], lambda z: z), sep=", ")
    sqrt(2), -1 + i, 1 - 2 i, 1 + i
    """
    boxes = [number(item).rough for item in items]

    def compared(i: int, j: int) -> int:
        a, b = number(items[i]), number(items[j])
        if a.is_real != b.is_real:
            return -1 if a.is_real else 1
        if side := _side(boxes[i].real, boxes[j].real):
            return side
        if a.is_real:
            return compared_distinct_reals(a, b)
        is_pair = is_real_polynomial and _are_conjugate(boxes, i, j)
        return (0 if is_pair else _by_real_parts(a, b)) or _by_imag_parts(a, b)

    places = sorted(range(len(items)), key=cmp_to_key(compared))
    return [items[k] for k in places]


def _side(x: Interval, y: Interval) -> int:
    return -1 if x[1] < y[0] else int(y[1] < x[0])


def _are_conjugate(boxes: Sequence[Rectangle], i: int, j: int) -> bool:
    """The conjugate of root i is a root, and only the rectangle of root j has room for it."""
    mirror = boxes[i].conjugate
    return [k for k, box in enumerate(boxes) if box.meets(mirror)] == [j]


def _by_real_parts(a: IsolatedRoot, b: IsolatedRoot) -> int:
    if max(a.degree, b.degree) > MAX_DEGREE:
        return _side(a.box(FINE).real, b.box(FINE).real)
    try:
        return compared_real_parts(a, b)
    except BudgetExceededError:
        return 0


def _by_imag_parts(a: IsolatedRoot, b: IsolatedRoot) -> int:
    return _side(a.rough.imag, b.rough.imag) or compared_imag_parts(a, b)
