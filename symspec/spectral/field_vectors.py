"""Vectors over K = Q[alpha]/p as rational matrices: w = sum_j alpha^j w_j is [w_0 .. w_(d-1)], n x d.

One such vector stands for d conjugate vectors over C, one for each root of p.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Any

from symspec.algebra.blocks import beside
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.multiplication import multiplication
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.krylov import krylov

# Up to this degree a vector is divided by one of its entries, which makes it easy to read.
NORMALIZED_DEGREE = 6


def by_alpha(p: Polynomial, like: ExactMatrix) -> ExactMatrix:
    """The T with w T standing for alpha w."""
    return multiplication(p, p.of_same([0, 1]), like)


def eigenvector_of_chain(p: Polynomial, d: ExactMatrix, u: ExactMatrix) -> ExactMatrix:
    """g(D, alpha) u for g(x, alpha) = (p(x) - p(alpha))/(x - alpha): an eigenvector of D when p(D) u = 0.

    (D - alpha) g(D, alpha) u = p(D) u - p(alpha) u = 0. The part of alpha^i is sum_(j > i) p_j D^(j-1-i) u:
    the Krylov matrix of u times the Hankel matrix of p.
    """
    degree = p.degree
    if degree == 1:
        return u
    c = p.coefficients
    if isinstance(d, FieldMatrix):
        return krylov(d, u, degree) @ d.with_entries(
            [[c[i + j + 1] if i + j < degree else 0 for j in range(degree)] for i in range(degree)]
        )
    scale, factor = Fraction(1, u.integers()[1]), Fraction(1, d.integers()[1])
    hankel = [
        [c[i + j + 1] * scale * factor**i if i + j < degree else 0 for j in range(degree)]
        for i in range(degree)
    ]
    return d.integer_krylov(u, degree) @ ExactMatrix.from_fractions(hankel, backend=d.backend)


def normalized(p: Polynomial, chain: tuple[ExactMatrix, ...]) -> tuple[ExactMatrix, ...]:
    """The vectors times one common constant of K: integral, without a common factor, short to write.

    For degrees 2 to NORMALIZED_DEGREE the last non-zero entry of the first vector becomes an integer.
    """
    degree = p.degree * chain[0].field.degree if isinstance(chain[0], FieldMatrix) else p.degree
    if 1 < degree <= NORMALIZED_DEGREE:
        entry = p.of_same(_last_row(chain[0]))
        factor = multiplication(p, entry.gcdex(p)[1], chain[0])
        chain = tuple(w @ factor for w in chain)
    return _primitive(chain)


def _last_row(w: ExactMatrix) -> list[Any]:
    """The entries of the last row that is not 0."""
    if isinstance(w, FieldMatrix):
        return next(row for row in reversed(w.tolist()) if any(x != 0 for x in row))
    rows, d = w.integers()
    return [Fraction(x, d) for x in next(row for row in reversed(rows) if any(row))]


def _primitive(chain: tuple[ExactMatrix, ...]) -> tuple[ExactMatrix, ...]:
    whole = beside(chain)
    rows, d = whole._ops.integers(whole._native)  # over a number field: of the coordinates
    content, width = gcd(*(x for row in rows for x in row)), chain[0].shape[1]
    last = next(x for row in reversed(rows) for x in row[:width] if x)
    factor = Fraction(d, content if last > 0 else -content)
    return chain if factor == 1 else tuple(w * factor for w in chain)


def is_eigenvector(a: ExactMatrix, p: Polynomial, w: ExactMatrix) -> bool:
    """A w = alpha w."""
    return a @ w == w @ by_alpha(p, a)


def full_rank(vectors: tuple[ExactMatrix, ...]) -> bool:
    """The columns of all n x d matrices are independent over Q.

    Equivalently, the vectors over C that they stand for are independent: each n x d matrix times the
    Vandermonde matrix of the roots of p, which is invertible, has the d conjugate vectors as columns.
    """
    return beside(vectors).has_independent_columns
