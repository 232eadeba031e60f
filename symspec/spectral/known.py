"""Facts as plain data: numbers, texts and tuples."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.truth import Behavior


def plain_facts(values: Mapping[str, object]) -> dict[str, object]:
    """The values that are plain, or become so at no cost: polynomials by their coefficients, constant first.

    >>> plain_facts({"charpoly": Polynomial.of([-1, 1]), "behavior": Behavior.CONVERGES, "other": object()})
    {'charpoly': (Fraction(-1, 1), Fraction(1, 1)), 'behavior': 'converges'}
    """
    found = {name: _plain(value) for name, value in values.items()}
    return {name: value for name, value in found.items() if value is not None}


def _plain(value: object) -> object:
    """The value as plain data; None where it has no short plain form."""
    match value:
        case Behavior():
            return value.value
        case Polynomial():
            return value.coefficients
        case FieldMatrix():
            return None
        case ExactMatrix():
            return tuple(map(tuple, value.tolist()))
        case int() | Fraction():
            return value
        case tuple() if value:
            items = tuple(_plain(x) for x in value)
            return None if None in items else items
    return None
