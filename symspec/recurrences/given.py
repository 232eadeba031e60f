"""What is given: lists of rational numbers and counts, each read at the one door."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from symspec.algebra.coerce import matrix
from symspec.errors import InputError, UnsupportedFieldError


def rationals(name: str, source: Any, *, floats: str = "decimal") -> tuple[Fraction, ...]:
    """The numbers of a list, a tuple or a text such as "[1, 1/2]".

    >>> rationals("start", "[0, 1/2]")
    (Fraction(0, 1), Fraction(1, 2))

    Raises:
        InputError: it is no list of numbers, or empty.
        UnsupportedFieldError: a number is irrational.
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
    if square.field.degree > 1:
        raise UnsupportedFieldError(f"{name} has an irrational entry; it must be rational.")
    return tuple(row[0] for row in square.tolist())


def rational(name: str, source: Any, *, floats: str = "decimal") -> Fraction:
    """One number."""
    return rationals(name, [source], floats=floats)[0]


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
