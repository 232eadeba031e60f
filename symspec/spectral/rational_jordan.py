"""The rational Jordan form: companion matrices in the place of eigenvalues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial

Blocks = Sequence[tuple[Polynomial, int]]


@dataclass(frozen=True, slots=True)
class RationalJordanForm:
    """A X = X R over Q, X invertible.

    Attributes:
        X: the basis.
        R: diag of blocks; the block of (p, k) has k copies of C on its diagonal and identities above, where C
            is the transpose of the companion matrix of p, so C (1, alpha, ..)^T = alpha (1, alpha, ..)^T.
    """

    X: ExactMatrix
    R: ExactMatrix


def rational_jordan_matrix(a: ExactMatrix, blocks: Blocks) -> ExactMatrix:
    """R, on the backend of a, for blocks (p, k) in this order."""
    n = sum(p.degree * k for p, k in blocks)
    rows: list[list[Any]] = [[0] * n for _ in range(n)]
    at = 0
    for p, size in blocks:
        d, c = p.degree, p.coefficients
        for copy in range(size):
            start = at + copy * d
            for i in range(d - 1):
                rows[start + i][start + i + 1] = 1
            for j in range(d):
                rows[start + d - 1][start + j] = -c[j]
            if copy + 1 < size:
                for i in range(d):
                    rows[start + i][start + d + i] = 1
        at += size * d
    return a.with_entries(rows)
