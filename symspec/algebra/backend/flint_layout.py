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


def picked(x: Native, columns: Sequence[int]) -> Native:
    """These columns of x, in this order."""
    n = x.ncols()
    if len(columns) == n and all(i == j for i, j in enumerate(columns)):
        return x
    ones = flint.fmpz_mat(n, len(columns))
    for j, i in enumerate(columns):
        ones[i, j] = 1
    return x * ones


def joined(parts: Sequence[tuple[Native, Any]]) -> Native:
    """[f_1 x_1, f_2 x_2, ..] side by side, for pairs (x, f) of a matrix and a factor."""
    if len(parts) > FEW_PARTS:
        return _joined_by_entries(parts)
    width, at = sum(x.ncols() for x, _ in parts), 0
    total = flint.fmpz_mat(parts[0][0].nrows(), width)
    for x, factor in parts:
        place = flint.fmpz_mat(x.ncols(), width)
        for j in range(x.ncols()):
            place[j, at + j] = factor
        total += x * place
        at += x.ncols()
    return total


def _joined_by_entries(parts: Sequence[tuple[Native, Any]]) -> Native:
    columns = [(x if f == 1 else x * f).transpose() for x, f in parts]
    entries = list(chain.from_iterable(x.entries() for x in columns))
    return flint.fmpz_mat(sum(x.nrows() for x in columns), columns[0].ncols(), entries).transpose()
