"""A A^* = A^* A, decided exactly, and the entry that shows where it fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symspec.algebra.matrix import ExactMatrix


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An entry in which two matrices differ.

    Attributes:
        row, column: its place, counted from 0.
        left, right: the two values.
    """

    row: int
    column: int
    left: Any
    right: Any

    def __str__(self) -> str:
        return f"row {self.row + 1}, column {self.column + 1}: {self.left} against {self.right}"


def mismatch(x: ExactMatrix, y: ExactMatrix) -> Mismatch | None:
    """The first entry, row by row, in which two matrices of one size differ; None for equal ones.

    >>> from symspec.algebra.coerce import matrix
    >>> print(mismatch(matrix([[1, 2], [3, 4]]), matrix([[1, 2], [5, 4]])))
    row 2, column 1: 3 against 5
    """
    if x == y:
        return None
    pairs = zip(x.tolist(), y.tolist(), strict=True)
    return next(
        Mismatch(i, j, u, v)
        for i, (left, right) in enumerate(pairs)
        for j, (u, v) in enumerate(zip(left, right, strict=True))
        if u != v
    )


def star(a: ExactMatrix) -> str:
    """How the conjugate transpose is written: T for a real matrix, else *."""
    return "T" if a.conjugate == a else "*"


def why_not_normal(a: ExactMatrix) -> str:
    """Where A A^* and A^* A differ; "" for a normal matrix.

    >>> from symspec.algebra.coerce import matrix
    >>> why_not_normal(matrix([[1, 1], [0, 1]]))
    'A A^T != A^T A in row 1, column 1: 2 against 1.'
    """
    adjoint = a.conjugate_transpose
    if a == adjoint:
        return ""
    found = mismatch(a @ adjoint, adjoint @ a)
    return f"A A^{star(a)} != A^{star(a)} A in {found}." if found else ""


def why_not_hermitian(a: ExactMatrix) -> str:
    """Where A and A^* differ; "" for a Hermitian (over the reals: symmetric) matrix."""
    found = mismatch(a, a.conjugate_transpose)
    return f"A != A^{star(a)} in {found}." if found else ""
