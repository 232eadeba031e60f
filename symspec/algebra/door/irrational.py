"""SymPy expressions that are irrational at sight, told without asking SymPy to print or to reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

DEEPEST = 20


def begins_irrational(rows: Sequence[Sequence[Any]]) -> bool:
    """The first entry that is no rational number is a SymPy sum, product or power of numbers."""
    return _begins(x for row in rows for x in row)


def _begins(entries: Iterable[Any]) -> bool:
    for x in entries:
        if type(x) is int or getattr(x, "is_Rational", False) is True:
            continue
        return is_made_of_numbers(x, DEEPEST)
    return False


def is_made_of_numbers(value: Any, depth: int) -> bool:
    """Sums, products and powers of rational numbers and i, to that depth."""
    if getattr(value, "is_Rational", False) is True or type(value).__name__ == "ImaginaryUnit":
        return True
    if depth == 0 or type(value).__name__ not in ("Add", "Mul", "Pow"):
        return False
    return all(is_made_of_numbers(x, depth - 1) for x in value.args)
