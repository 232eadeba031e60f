"""Options of generators, tested one by one: a wrong one is named with what it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from symspec.errors import InputError
from symspec.truth import Behavior


def require_known(options: Mapping[str, Any], known: Sequence[str]) -> None:
    """Nothing, if every option is one of the known ones."""
    for name in options:
        if name not in known:
            raise InputError(f'the generator has no option "{name}"; it takes: {", ".join(known)}.')


def whole(options: Mapping[str, Any], name: str, default: int, least: int, most: int) -> int:
    """A whole number within bounds."""
    value = options.get(name, default)
    if type(value) is not int or not least <= value <= most:
        raise InputError(f'the option "{name}" is a whole number from {least} to {most}, not {value!r}.')
    return value


def fate(options: Mapping[str, Any]) -> Behavior | None:
    """The behavior that is asked for, if one is."""
    value = options.get("behavior")
    names = [b.value for b in Behavior]
    if value is not None and value not in names:
        raise InputError(f'the option "behavior" is one of: {", ".join(names)}.')
    return None if value is None else Behavior(value)


def rational(value: Any, what: str) -> Fraction:
    """A rational number given as a whole number or a text such as "1/2"."""
    try:
        if type(value) is int or isinstance(value, str):
            return Fraction(value)
    except (ValueError, ZeroDivisionError):
        pass
    raise InputError(f'{what} is a whole number or a text such as "1/2", not {value!r}.')
