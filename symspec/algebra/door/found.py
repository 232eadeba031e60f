"""What a reader hands to the door, and the bounds that hold for every reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from symspec.algebra.door.given import Remark
from symspec.errors import InputError

LARGEST_FILE = 64_000_000  # bytes that are read of one file
LARGEST_MATRIX = 1_000_000  # entries: 1000 x 1000


@dataclass(frozen=True, slots=True)
class Found:
    """The entries of a matrix, row by row, as they were given.

    Attributes:
        rows: numbers and texts; of equal lengths is for the door to see.
        source: what they came from: "file", "text", "numpy", ..
        remarks: what the reader decided beside the numbers.
    """

    rows: Sequence[Sequence[Any]]
    source: str
    remarks: tuple[Remark, ...] = ()


def require_matrix(shape: Sequence[int], what: str) -> None:
    """Refuse what has not 2 dimensions, or too many entries, before any memory is taken for it.

    >>> require_matrix((2, 2), "this array")
    """
    if len(shape) != 2:
        raise InputError(f"a matrix has 2 dimensions, {what} has {len(shape)}.")
    if prod(shape) > LARGEST_MATRIX:
        raise InputError(
            f"{what} declares {shape[0]:,} x {shape[1]:,} entries; at most {LARGEST_MATRIX:,} are read."
        )


def by_rows(flat: Sequence[Any], shape: Sequence[int], *, fortran: bool = False) -> list[list[Any]]:
    """The rows of entries stored row after row, or (fortran) column after column.

    >>> by_rows([1, 2, 3, 4], (2, 2), fortran=True)
    [[1, 3], [2, 4]]
    """
    m, n = shape
    if fortran:
        return [list(flat[i::m]) for i in range(m)] if n else [[] for _ in range(m)]
    return [list(flat[i * n : (i + 1) * n]) for i in range(m)]
