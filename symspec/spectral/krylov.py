"""Krylov matrices [v, A v, A^2 v, ..], and proofs of p(A) = 0 that need one vector."""

from __future__ import annotations

from symspec.algebra.blocks import beside, column, unit_vector
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial


def krylov(a: ExactMatrix, v: ExactMatrix, length: int) -> ExactMatrix:
    """[v, A v, .., A^(length - 1) v], for a column v or any other matrix with as many rows as A."""
    vectors = [v]
    while len(vectors) < length:
        vectors.append(a @ vectors[-1])
    return beside(vectors)


def at_vector(p: Polynomial, a: ExactMatrix, v: ExactMatrix) -> ExactMatrix:
    """A non-zero multiple of p(A) v, integral for an integral v, by Horner's rule.

    With A = M/d and D = deg p, the sum of p_i d^(D - i) M^i v = d^D p(A) v; no division happens.
    """
    d = a.integers()[1]
    m, c = a * d, p.primitive
    value, scale = v * c[-1], 1
    for x in reversed(c[:-1]):
        scale *= d
        value = m @ value + v * (x * scale)
    return value


def annihilates(p: Polynomial, a: ExactMatrix) -> bool:
    """p(A) = 0.

    Algorithm: for deg p = n look for a cyclic vector v. If v, A v, .., A^(n-1) v are independent, p(A) v = 0
    gives p(A) A^i v = A^i p(A) v = 0 on that basis. Else, and if none of three vectors is cyclic, form p(A).
    """
    n = a.order
    if p.degree == n > 1:
        d = a.integers()[1]
        for v in (unit_vector(a, 0), _ones(a), _counting(a)):
            vectors = krylov(a * d, v, n)
            if vectors.rank == n:
                return (a * d @ vectors.columns(n - 1, n) + vectors @ _lower_terms(p, a, d)).is_zero
    return p.at_matrix(a).is_zero


def _lower_terms(p: Polynomial, a: ExactMatrix, d: int) -> ExactMatrix:
    """The column of the coefficients of d^n p(x/d) below x^n, for a monic p of degree n."""
    c, n = p.monic.coefficients[:-1], p.degree
    scaled = [x * d ** (n - i) for i, x in enumerate(c)]
    return ExactMatrix.from_fractions([[x] for x in scaled], backend=a.backend)


def _ones(a: ExactMatrix) -> ExactMatrix:
    return column(a, [1] * a.order)


def _counting(a: ExactMatrix) -> ExactMatrix:
    return column(a, [i * i + 1 for i in range(a.order)])
