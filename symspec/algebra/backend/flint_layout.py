"""Parts of integer matrices put together without reading an entry: by products with zeros and ones.

A product of FLINT takes microseconds where reading and writing the entries one by one takes hundreds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import flint

Native = Any

# With more parts than this, each of them thin, the entries are read after all.
FEW_PARTS = 8


def diagonal(n: int, value: int) -> Native:
    """value I of order n."""
    result = flint.fmpz_mat(n, n)
    for i in range(n):
        result[i, i] = value
    return result


def placed(rows: int, columns: int, row: int, column: int, value: Any = 1) -> Native:
    """The rows x columns matrix with `value` on the diagonal that starts at (row, column)."""
    result = flint.fmpz_mat(rows, columns)
    for i in range(min(rows - row, columns - column)):
        result[row + i, column + i] = value
    return result


def joined(parts: Sequence[tuple[Native, Any]]) -> Native:
    """[f_1 x_1, f_2 x_2, ..] side by side, for pairs (x, f) of a matrix and a factor."""
    if len(parts) > FEW_PARTS:
        return _joined_by_entries(parts)
    width, at = sum(x.ncols() for x, _ in parts), 0
    total = flint.fmpz_mat(parts[0][0].nrows(), width)
    for x, factor in parts:
        total += x * placed(x.ncols(), width, 0, at, factor)
        at += x.ncols()
    return total


def _joined_by_entries(parts: Sequence[tuple[Native, Any]]) -> Native:
    columns = [(x if f == 1 else x * f).transpose() for x, f in parts]
    entries = list(chain.from_iterable(x.entries() for x in columns))
    return flint.fmpz_mat(sum(x.nrows() for x in columns), columns[0].ncols(), entries).transpose()
