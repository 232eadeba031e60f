"""Column vectors in, from what people write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from symspec.algebra.coerce import matrix
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError


def column_vector(name: str, source: Any, a: ExactMatrix, *, floats: str = "decimal") -> ExactMatrix:
    """The n x 1 matrix of the entries, each read at the one door.

    Args:
        name: what the vector is called in messages.
        source: a list of n numbers, n rows with one entry each, text such as "[1, 1/2]", or an n x 1 matrix.
        a: an n x n matrix; the vector is on its backend.
        floats: how floats are read; see symspec.matrix.

    Raises:
        InputError: it is no vector of that height.

    >>> print(column_vector("v", [1, "1/2"], matrix([[1, 0], [0, 1]])))
    [[1], [1/2]]
    """
    entries = _entries(name, source)
    if len(entries) != a.order:
        count = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
        raise InputError(f"{name} has {count}; the matrix is {a.order} x {a.order}.")
    zeros = [0] * (a.order - 1)
    square = matrix([[x, *zeros] for x in entries], floats=floats, backend=a.backend)
    return square.columns(0, 1)


def _entries(name: str, source: Any) -> Sequence[Any]:
    if isinstance(source, str):
        from symspec.algebra.door.written import entries

        source = entries(source)
    if hasattr(source, "tolist"):
        source = source.tolist()
    if not isinstance(source, list | tuple):
        raise InputError(f"{name} is no list of numbers. Write [1, 2] or [[1], [2]].")
    if len(source) == 1 and isinstance(source[0], list | tuple):
        return source[0]  # one row
    if any(isinstance(x, list | tuple) and len(x) != 1 for x in source):
        raise InputError(f"{name} is a matrix, not a column of numbers. Write [1, 2] or [[1], [2]].")
    return [x[0] if isinstance(x, list | tuple) else x for x in source]
