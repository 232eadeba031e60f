"""Exact matrices put together from parts, and taken apart into columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix


def matrix_like(a: ExactMatrix, rows: Sequence[Sequence[int]], denominator: int = 1) -> ExactMatrix:
    """rows / denominator, on the backend and over the field of a."""
    if isinstance(a, FieldMatrix):
        return a.with_entries([[Fraction(x, denominator) for x in row] for row in rows])
    return ExactMatrix.from_integers(rows, denominator, backend=a.backend)


def sparse_like(
    a: ExactMatrix, shape: tuple[int, int], entries: Mapping[tuple[int, int], int], denominator: int = 1
) -> ExactMatrix:
    """entries / denominator at their places, else 0; a rational matrix on the backend of a."""
    return ExactMatrix(a._ops, a._ops.sparse(shape, entries, denominator))


def beside(parts: Sequence[ExactMatrix]) -> ExactMatrix:
    """[X_1 X_2 ..]: matrices with the same number of rows, side by side.

    >>> x = ExactMatrix.from_integers([[1], [2]])
    >>> print(beside([x, x / 2]))
    [[1, 1/2], [2, 1]]
    """
    if len(parts) == 1:
        return parts[0]
    return parts[0]._with(parts[0]._ops.beside([x._native for x in parts]))


def split(a: ExactMatrix, widths: Sequence[int]) -> tuple[ExactMatrix, ...]:
    """The X_1, X_2, .. with a = [X_1 X_2 ..] and these numbers of columns."""
    rows, denominator = a.integers()
    found, at = [], 0
    for width in widths:
        found.append(matrix_like(a, [row[at : at + width] for row in rows], denominator))
        at += width
    return tuple(found)


def unit_vector(a: ExactMatrix, i: int) -> ExactMatrix:
    """The i-th unit vector as a column, from 0."""
    return matrix_like(a, [[int(j == i)] for j in range(a.order)])


def row(a: ExactMatrix, entries: Sequence[int], denominator: int = 1) -> ExactMatrix:
    """The row with these entries."""
    return matrix_like(a, [entries], denominator)


def column(a: ExactMatrix, entries: Sequence[int], denominator: int = 1) -> ExactMatrix:
    """The column with these entries."""
    return matrix_like(a, [[x] for x in entries], denominator)
