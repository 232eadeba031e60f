"""What is given: lists of numbers and counts, each read at the one door."""

from __future__ import annotations

from typing import Any

from symspec.algebra.coerce import matrix
from symspec.algebra.fields.element import FieldElement
from symspec.errors import InputError
from symspec.recurrences.values import Value


def numbers(name: str, source: Any, *, floats: str = "decimal") -> tuple[Value, ...]:
    """The numbers of a list, a tuple or a text such as "[1, 1/2]"; the irrational ones lie in one field.

    >>> print(*numbers("start", "[0, 1/2]"), *numbers("start", ["sqrt(8)", "i"]))
    0 1/2 2 sqrt(2) i

    Raises:
        InputError: it is no list of numbers, or empty.
        UnsupportedFieldError: the numbers generate a number field of a degree beyond the budget.
    """
    if isinstance(source, str):
        from symspec.algebra.door.written import entries

        source = entries(source)
    if hasattr(source, "tolist"):
        source = source.tolist()
    if isinstance(source, list | tuple) and len(source) == 1 and isinstance(source[0], list | tuple):
        source = source[0]  # one row
    if not isinstance(source, list | tuple) or any(isinstance(x, list | tuple) for x in source):
        raise InputError(f"{name} is no list of numbers. Write [1, 2] or [1/2, 3].")
    if not source:
        raise InputError(f"{name} is empty. Write one number or more.")
    zeros = [0] * (len(source) - 1)
    square = matrix([[x, *zeros] for x in source], floats=floats)
    return tuple(row[0] for row in square.tolist())


def number(name: str, source: Any, *, floats: str = "decimal") -> Value:
    """One number."""
    return numbers(name, [source], floats=floats)[0]


def in_one_field(*lists: tuple[Value, ...]) -> tuple[tuple[Value, ...], ...]:
    """The same numbers, the irrational ones of all lists in one field.

    Raises:
        UnsupportedFieldError: that field has a degree beyond the budget.
    """
    fields = [x.field for values in lists for x in values if isinstance(x, FieldElement)]
    if all(field == fields[0] for field in fields):
        return lists
    found = iter(numbers("the list of all numbers", [x for values in lists for x in values]))
    return tuple(tuple(next(found) for _ in values) for values in lists)


def whole(name: str, n: Any, *, least: int | None = 0) -> int:
    """The whole number.

    Raises:
        InputError: it is none, or too small.
    """
    if type(n) is not int:
        raise InputError(f"{name} = {n} is no whole number.")
    if least is not None and n < least:
        raise InputError(f"{name} = {n} is too small; write {least} or more.")
    return n
