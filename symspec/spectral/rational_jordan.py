"""The rational Jordan form: companion matrices in the place of eigenvalues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm
from typing import Any, ClassVar

from symspec.algebra.blocks import sparse_like
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.notation.equations import Equations

Blocks = Sequence[tuple[Polynomial, int]]


@dataclass(frozen=True, slots=True)
class RationalJordanForm(Equations):
    """A X = X R over Q, X invertible.

    Attributes:
        X: the basis.
        R: diag of blocks; the block of (p, k) has k copies of C on its diagonal and identities above, where C
            is the transpose of the companion matrix of p, so C (1, alpha, ..)^T = alpha (1, alpha, ..)^T.
    """

    _shown: ClassVar[tuple[str, ...]] = ("X", "R")
    X: ExactMatrix
    R: ExactMatrix


def rational_jordan_matrix(a: ExactMatrix, blocks: Blocks) -> ExactMatrix:
    """R, on the backend of a, for blocks (p, k) in this order."""
    n = sum(p.degree * k for p, k in blocks)
    if isinstance(a, FieldMatrix):
        placed = _places([(p.coefficients, k) for p, k in blocks], 1)
        return a.with_entries([[placed.get((i, j), 0) for j in range(n)] for i in range(n)])
    read = [(*p._ops.coefficients(p._native), k) for p, k in blocks]
    common = lcm(*(d for _, d, _ in read))
    scaled = [([x * (common // d) for x in c], k) for c, d, k in read]
    return sparse_like(a, (n, n), _places(scaled, common), common)


def _places(blocks: Sequence[tuple[Sequence[Any], int]], one: int) -> dict[tuple[int, int], Any]:
    """The entries that are not 0, for monic polynomials whose coefficients are multiplied by `one`."""
    found: dict[tuple[int, int], Any] = {}
    start = 0
    for c, size in blocks:
        d = len(c) - 1
        for left in reversed(range(size)):
            found |= {(start + i, start + i + 1): one for i in range(d - 1)}
            found |= {(start + d - 1, start + j): -c[j] for j in range(d)}
            if left:
                found |= {(start + i, start + d + i): one for i in range(d)}
            start += d
    return found
