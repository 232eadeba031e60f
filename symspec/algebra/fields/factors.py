"""Factors of polynomials over a number field, by the factors over Q of one norm; Bezout's identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symspec.algebra.fields.adjoin import shifted_multiplication
from symspec.algebra.fields.element import scalar
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError

if TYPE_CHECKING:
    from symspec.algebra.fields.polynomial import FieldPolynomial


def irreducible_factors(p: FieldPolynomial) -> tuple[tuple[FieldPolynomial, int], ...]:
    """((f, m), ..) with p = c prod f^m, the f monic and irreducible over K.

    Returns:
        That the product of the f is the squarefree part of p is checked.

    Algorithm: let q be the squarefree part of p, theta a primitive element of K. For all but finitely many
    integers s the norm of q(x - s theta) is squarefree. Its irreducible factors h over Q then belong to those
    of q over K one to one: f is the common divisor of q and h(x + s theta). The norm is the characteristic
    polynomial over Q of C + s theta, for the companion matrix C of q.

    References: B. Trager, Algebraic factoring and rational function integration, 1976.

    >>> from symspec.algebra.coerce import matrix
    >>> for f, m in irreducible_factors(matrix("[[0, 2, sqrt(2)], [1, 0, 0], [0, 0, sqrt(2)]]").charpoly):
    ...     print(f, m)
    x - sqrt(2) 2
    x + sqrt(2) 1
    """
    q = p.squarefree_part
    found = [q] if q.degree == 1 else _squarefree_factors(q)
    product = q.constant(1)
    for f in found:
        product = product * f
    if product != q:
        raise InternalError("the factors over a number field failed their own check.")
    return tuple((f, _multiplicity(p, f)) for f in found)


def _squarefree_factors(q: FieldPolynomial) -> list[FieldPolynomial]:
    for s in range(q.degree**2 * q.field.degree**2 + 1):
        factors = norm(q, s).factors
        if all(m == 1 for _, m in factors):
            break
    if len(factors) == 1:
        return [q]
    shift = q.of_same([scalar(q.field, q.field.primitive) * s, 1])
    return [q.gcd(_composed(h, shift, q)) for h, _ in factors]


def norm(p: FieldPolynomial, s: int = 0) -> Polynomial:
    """The product of the conjugates of p(x - s theta) over the embeddings of K, for a monic p.

    It is the characteristic polynomial over Q of multiplication by x + s theta modulo p.
    """
    ops = p.field.ops
    return Polynomial(ops, ops.charpoly(shifted_multiplication(p.field, p.coordinates, s)))


def _composed(h: Polynomial, x: FieldPolynomial, modulus: FieldPolynomial) -> FieldPolynomial:
    """h(x) modulo a polynomial."""
    value = x.constant(0)
    for c in reversed(h.coefficients):
        value = (value * x + c) % modulus  # type: ignore[assignment]
    return value


def _multiplicity(p: FieldPolynomial, f: FieldPolynomial) -> int:
    m, rest = 0, p
    while True:
        rest, remainder = divmod(rest, f)
        if remainder.degree >= 0:
            return m
        m += 1


def bezout(
    a: FieldPolynomial, b: FieldPolynomial
) -> tuple[FieldPolynomial, FieldPolynomial, FieldPolynomial]:
    """(g, s, t) with g = s a + t b the monic greatest common divisor, by Euclid's algorithm."""
    one, zero = a.constant(1), a.constant(0)
    x, y = (a, one, zero), (b, zero, one)
    while y[0].degree >= 0:
        y = _monic(y)
        quotient = x[0] // y[0]
        x, y = y, (x[0] - quotient * y[0], x[1] - quotient * y[1], x[2] - quotient * y[2])  # type: ignore[assignment]
    return _monic(x) if x[0].degree >= 0 else x


def _monic(
    row: tuple[FieldPolynomial, FieldPolynomial, FieldPolynomial],
) -> tuple[FieldPolynomial, FieldPolynomial, FieldPolynomial]:
    inverse = 1 / row[0].coefficients[-1]
    return row[0] * inverse, row[1] * inverse, row[2] * inverse
