"""A matrix as JSON: nested lists of numbers or texts, or {"matrix": [[..], ..]}."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from symspec.errors import InputError, NotExactError

LONGEST_INTEGER = 4000  # digits


def json_rows(text: str, shown: str) -> list[list[Any]]:
    """The rows in the text, its numbers read exactly as they are written.

    >>> json_rows('{"matrix": [[1, "1/2"], [0.25, 0]]}', "the text")
    [[1, '1/2'], [Decimal('0.25'), 0]]

    Raises:
        InputError: it is not JSON, or holds no matrix.
    """
    try:
        data = json.loads(text, parse_float=_exact, parse_int=_integer, parse_constant=_not_a_number)
    except RecursionError:
        raise InputError(f"{shown} nests brackets too deep.") from None
    except json.JSONDecodeError as error:
        message = f"{shown} is not JSON: line {error.lineno}, column {error.colno}: {error.msg}."
        raise InputError(message) from None
    if isinstance(data, dict):
        data = data.get("matrix")
    if not isinstance(data, list) or not all(isinstance(row, list) for row in data):
        raise InputError(
            f'{shown} holds no matrix: write [[1, 2], [3, 4]] or {{"matrix": [[1, 2], [3, 4]]}} in it.'
        )
    return data


def _exact(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:
        shown = digits if len(digits) <= 40 else f"{digits[:37]}..."
        raise InputError(f"the exponent of {shown} is too large to be read.") from None


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_INTEGER:
        raise InputError(f"an integer has {len(digits):,} digits; at most {LONGEST_INTEGER:,} are read.")
    return int(digits)


def _not_a_number(name: str) -> Any:
    raise NotExactError(f"{name} is not a number. Write a rational number.")
