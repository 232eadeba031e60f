"""Integers that are fast to multiply when they are long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def long_integers(numbers: Sequence[int], name: str) -> list[Any]:
    """The same integers, which know +, * and int(..): FLINT's for the backend "flint", else Python's.

    Python's product takes n^1.58 steps for n digits, FLINT's about n log n.

    >>> [x * x for x in long_integers([3, 4], "sympy")]
    [9, 16]
    """
    if name != "flint":
        return list(numbers)
    from flint import fmpz

    return [fmpz(x) for x in numbers]
