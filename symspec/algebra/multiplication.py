"""Multiplication in K[alpha]/p as a matrix."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial


def multiplication(p: Polynomial, c: Polynomial, like: ExactMatrix) -> ExactMatrix:
    """The d x d matrix T with rows alpha^i c mod p: [w_0 ..] T stands for c w if [w_0 ..] stands for w.

    For c = alpha it is the transpose of the companion matrix of p.

    Args:
        p: of degree d, over Q or over the field of `like`.
        c: any polynomial over the same field.
        like: a matrix on the backend, and over the field, of the result.

    >>> x = Polynomial.of([0, 1])
    >>> print(multiplication(Polynomial.of([-2, 0, 1]), x + 3, ExactMatrix.from_integers([[0]])))
    [[3, 1], [2, 3]]
    """
    d, powers = p.degree, list(_powers(p, c))
    if isinstance(like, FieldMatrix):
        return like.with_entries([[*q.coefficients, *[0] * (d - 1 - q.degree)] for q in powers])
    read = [p._ops.coefficients(q._native) for q in powers]
    common = lcm(*(den for _, den in read))
    rows = [[*(x * (common // den) for x in found), *[0] * (d - len(found))] for found, den in read]
    return ExactMatrix.from_integers(rows, common, backend=like.backend)


def _powers(p: Polynomial, c: Polynomial) -> Iterator[Polynomial]:
    """c, alpha c, .., alpha^(d - 1) c modulo p."""
    alpha, power = p.of_same([0, 1]), c % p
    for _ in range(p.degree - 1):
        yield power
        power = (power * alpha) % p
    yield power
