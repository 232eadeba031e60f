"""Krylov matrices [v, A v, A^2 v, ..], and proofs of p(A) = 0 that need one vector."""

from __future__ import annotations

from symspec.algebra.blocks import beside, column, unit_vector
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.frobenius.companions import companion_matrix


def krylov(a: ExactMatrix, v: ExactMatrix, length: int) -> ExactMatrix:
    """[v, A v, .., A^(length - 1) v], for a column v or any other matrix with as many rows as A."""
    vectors = [v]
    while len(vectors) < length:
        vectors.append(a @ vectors[-1])
    return beside(vectors)


def at_vector(p: Polynomial, a: ExactMatrix, v: ExactMatrix) -> ExactMatrix:
    """A non-zero multiple of p(A) v, integral for an integral v; p(A) v itself over a number field.

    With A = M/d and D = deg p, it is the sum of p_i d^(D - i) M^i v = d^D p(A) v; no division.
    """
    if isinstance(a, FieldMatrix):
        return krylov(a, v, p.degree + 1) @ a.with_entries([[c] for c in p.coefficients])
    return a.integer_krylov(v, p.degree + 1) @ _scaled_coefficients(p, a)


def annihilates(p: Polynomial, a: ExactMatrix) -> bool:
    """p(A) = 0.

    Algorithm: p annihilates its companion matrix. For deg p = n look for a cyclic vector v. If v, A v, ..,
    A^(n-1) v are independent, p(A) v = 0 gives p(A) A^i v = A^i p(A) v = 0 on that basis. Else, and if none
    of three vectors is cyclic, form p(A). If p(A) v = 0, the first n of the n + 1 vectors v, .., A^n v span
    all of them, so one rank decides.
    """
    n = a.order
    if p.degree == n > 1:
        if companion_matrix(p) in (a, a.transpose):  # x, which acts on K[x]/p
            return True
        terms = _scaled_coefficients(p, a)
        for v in (unit_vector(a, 0), _ones(a), _counting(a)):
            vectors = a.integer_krylov(v, n + 1)
            if not (vectors @ terms).is_zero:
                return False
            if vectors.transpose.has_independent_columns:
                return True
    return p.at_matrix(a).is_zero


def _scaled_coefficients(p: Polynomial, a: ExactMatrix) -> ExactMatrix:
    """The column of the coefficients of d^n p(x/d) for A = M/d: that polynomial is d^n p(A) at M."""
    d, scale = a._ops.denominator(a._native), 1
    found: list[int] = []
    for c in reversed(p.primitive):
        found.append(c * scale)
        scale *= d
    return column(a, found[::-1])


def _ones(a: ExactMatrix) -> ExactMatrix:
    return column(a, [1] * a.order)


def _counting(a: ExactMatrix) -> ExactMatrix:
    return column(a, [i * i + 1 for i in range(a.order)])
