"""Companion matrices, put together along a diagonal."""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm
from typing import Any

from symspec.algebra.blocks import sparse_like
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial


def companion_matrix(p: Polynomial) -> ExactMatrix:
    """C = [[0, .., -c_0], [1, .., -c_1], ..]: multiplication by x modulo p = x^d + .. + c_1 x + c_0.

    Args:
        p: monic, of degree d >= 1, over Q or over a number field.

    Returns:
        det(x I - C) = p and p(C) = 0; C e_i = e_(i+1) for i < d.

    >>> print(companion_matrix(Polynomial.of([6, -5, 1])))
    [[0, -6], [1, 5]]
    """
    if isinstance(p, FieldPolynomial):
        return companion_blocks([p], FieldMatrix.of_coordinates(p.field, [[()]]))
    return companion_blocks([p], ExactMatrix.from_integers([[0]], backend=p._ops.NAME))


def companion_blocks(polynomials: Sequence[Polynomial], like: ExactMatrix) -> ExactMatrix:
    """diag(C_1, C_2, ..) with the companion matrices of the polynomials, in this order."""
    n = sum(p.degree for p in polynomials)
    if isinstance(like, FieldMatrix):
        placed = _places([p.coefficients for p in polynomials], 1)
        return like.with_entries([[placed.get((i, j), 0) for j in range(n)] for i in range(n)])
    read = [p._ops.coefficients(p._native) for p in polynomials]
    common = lcm(*(d for _, d in read))
    scaled = [[x * (common // d) for x in c] for c, d in read]
    return sparse_like(like, (n, n), _places(scaled, common), common)


def _places(coefficients: Sequence[Sequence[Any]], one: int) -> dict[tuple[int, int], Any]:
    """The entries that are not 0, for monic polynomials whose coefficients are multiplied by `one`."""
    found: dict[tuple[int, int], Any] = {}
    at = 0
    for c in coefficients:
        end = at + len(c) - 2
        found |= {(i, i - 1): one for i in range(at + 1, end + 1)}
        found |= {(i, end): -x for i, x in enumerate(c[:-1], at)}
        at = end + 1
    return found
