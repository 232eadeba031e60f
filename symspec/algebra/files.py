"""A matrix in a .json file: nested lists of numbers or texts, or {"matrix": [[..], ..]}."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from symspec.errors import InputError, NotExactError

LARGEST_FILE = 64_000_000  # bytes
LONGEST_INTEGER = 4000  # digits


def rows(path: str | Path) -> list[list[Any]]:
    """The rows in the file, its numbers read exactly as they are written.

    Raises:
        InputError: there is no such file, or it holds no matrix.
    """
    path = Path(path)
    if path.suffix != ".json":
        raise InputError(f'"{path}" is not a .json file.')
    text = _text(path)
    try:
        data = json.loads(text, parse_float=_exact, parse_int=_integer, parse_constant=_not_a_number)
    except RecursionError:
        raise InputError(f'"{path}" nests brackets too deep.') from None
    except json.JSONDecodeError as error:
        message = f'"{path}" is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.'
        raise InputError(message) from None
    if isinstance(data, dict):
        data = data.get("matrix")
    if not isinstance(data, list) or not all(isinstance(row, list) for row in data):
        raise InputError(
            f'"{path}" holds no matrix: write [[1, 2], [3, 4]] or {{"matrix": [[1, 2], [3, 4]]}} in it.'
        )
    return data


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(f'"{path}" has more than {LARGEST_FILE:,} bytes, the most that is read.')
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise InputError(f'there is no file "{path}".') from None
    except UnicodeDecodeError:
        raise InputError(f'"{path}" is not text in UTF-8.') from None
    except OSError as error:
        raise InputError(f'"{path}" cannot be read: {error.strerror}.') from None
    except ValueError:  # a null character, for instance
        raise InputError("this is no name of a file.") from None


def _exact(digits: str) -> Decimal:
    return Decimal(digits)


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_INTEGER:
        raise InputError(f"an integer has {len(digits):,} digits; at most {LONGEST_INTEGER:,} are read.")
    return int(digits)


def _not_a_number(name: str) -> Any:
    raise NotExactError(f"{name} is not a number. Write a rational number.")
