"""The complex roots of polynomials over a number field, told apart from their conjugates by exclusion."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.fields import discs
from symspec.algebra.fields.factors import norm
from symspec.algebra.fields.order import in_order
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import scaled
from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot, separated_roots
from symspec.algebra.polynomial import Polynomial


def complex_roots(p: Polynomial) -> tuple[AlgebraicNumber, ...]:
    """The roots in C of a squarefree polynomial over Q or over a number field."""
    return field_roots(p) if isinstance(p, FieldPolynomial) else roots(p)


def field_roots(p: FieldPolynomial) -> tuple[AlgebraicNumber, ...]:
    """The roots of a squarefree p for the field's one embedding: real ones ascending, then by real part.

    Algorithm: they are among the roots of the norm of p. A candidate is given up when a disc around the
    value of p there excludes 0; the search ends when deg p are left.

    >>> from symspec.algebra.coerce import matrix
    >>> print(*field_roots(matrix("[[0, sqrt(2)], [1, 0]]").charpoly), sep=", ")
    -2^(1/4), 2^(1/4)
    """
    if p.degree == 1:
        constant = p.monic.coordinates[0]
        return (p.field.number(scaled(constant, Fraction(-1))),)
    left = [z for f, _ in norm(p.monic).factors for z in separated_roots(f)]
    bits = START_BITS
    while len(left) > p.degree:
        at = [p.field.disc(c, bits) for c in p.coordinates]
        left = [z for z in left if not _excluded(at, z, bits)]
        bits *= 2
    left = in_order(left, lambda z: z, is_real_polynomial=p.field.is_real)
    return tuple(AlgebraicNumber(z.minpoly, z.enclosure) for z in left)


def _excluded(coefficients: list[discs.Disc], z: IsolatedRoot, bits: int) -> bool:
    return discs.excludes_zero(discs.horner(coefficients, discs.from_rectangle(z.box(bits), bits), bits))
