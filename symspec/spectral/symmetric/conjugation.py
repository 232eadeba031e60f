"""K(alpha) with complex conjugation, for an eigenvalue alpha of a normal matrix: inner products of vectors.

A vector w = sum_j w_j alpha^j is the n x d matrix [w_0 .. w_(d-1)] over K, as everywhere. If A is normal, A^*
is a polynomial in A over K, when K is closed under conjugation; so conj(alpha) is that polynomial in alpha,
and K(alpha) is closed under conjugation, too. For a Hermitian A it fixes alpha.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.multiplication import multiplication
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError


@dataclass(frozen=True)  # without slots: powers are made when first needed
class ConjugatedField:
    """K[alpha]/p, where conj(alpha) = conjugate(alpha).

    Attributes:
        polynomial: p, monic and irreducible over K.
        conjugate: a polynomial of lower degree.
    """

    polynomial: Polynomial
    conjugate: Polynomial

    @cached_property
    def powers(self) -> tuple[Polynomial, ...]:
        """conj(alpha)^j for j < deg p."""
        p, found = self.polynomial, [self.polynomial.constant(1)]
        while len(found) < p.degree:
            found.append(found[-1] * self.conjugate % p)
        return tuple(found)

    def product(self, u: ExactMatrix, v: ExactMatrix) -> Polynomial:
        """u^* v, as a polynomial in alpha.

        With H = [u_0 ..]^* [v_0 ..] it is the sum of H_jk conj(alpha)^j alpha^k.
        """
        p = self.polynomial
        total = p.constant(0)
        for power, row in zip(self.powers, (u.conjugate_transpose @ v).tolist(), strict=True):
            total = total + power * p.of_same(row)
        return total % p

    def inverse(self, c: Polynomial) -> Polynomial:
        """1/c for c != 0."""
        return c.gcdex(self.polynomial)[1] % self.polynomial

    def times(self, u: ExactMatrix, c: Polynomial) -> ExactMatrix:
        """c u."""
        return u @ multiplication(self.polynomial, c, u)


def conjugated_field(a: ExactMatrix, p: Polynomial, w: ExactMatrix) -> ConjugatedField:
    """K[alpha]/p for a normal A and an eigenvector w: A w = alpha w, so A^* w = conj(alpha) w.

    >>> from symspec.algebra.coerce import matrix
    >>> a, p = matrix([[0, -1], [1, 0]]), Polynomial.of([1, 0, 1])
    >>> print(conjugated_field(a, p, matrix([[0, 1], [1, 0]])).conjugate)
    -x
    """
    alpha = p.of_same([0, 1]) % p
    adjoint = a.conjugate_transpose
    if adjoint == a:
        return ConjugatedField(p, alpha)
    rows, images = w.tolist(), (adjoint @ w).tolist()
    i = next(i for i, row in enumerate(rows) if any(x != 0 for x in row))
    inverse = p.of_same(rows[i]).gcdex(p)[1]
    field = ConjugatedField(p, p.of_same(images[i]) * inverse % p)
    if adjoint @ w != field.times(w, field.conjugate):
        raise InternalError("an eigenvector of a normal matrix is none of its adjoint.")
    return field
