"""f(A) = p(A) q(A)^-1 for rational functions f = p/q."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.algebra.fields.adjoin import compositum
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import NumberField, trimmed
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError, UndefinedError


@dataclass(frozen=True, slots=True)
class RationalFunction:
    """p/q, with q monic and without a common factor.

    Attributes:
        numerator: p.
        denominator: q.
    """

    numerator: Polynomial
    denominator: Polynomial

    @classmethod
    def of(cls, p: Polynomial, q: Polynomial) -> RationalFunction:
        """p/q in lowest terms, for q != 0.

        >>> print(RationalFunction.of(Polynomial.of([-1, 0, 1]), Polynomial.of([2, -2])))
        -1/2 x - 1/2
        """
        if p.degree < 0:
            return cls(p, p.constant(1))
        common, leading = p.gcdex(q)[0], q.coefficients[-1]
        return cls((p // common) * (1 / leading), (q // common) * (1 / leading))

    @property
    def is_identity(self) -> bool:
        """f(x) = x."""
        return self.denominator.degree == 0 and self.numerator == self.numerator.of_same([0, 1])

    def at_matrix(self, a: ExactMatrix) -> ExactMatrix:
        """f(A) = p(A) q(A)^-1.

        Returns:
            The X with q(A) X = p(A), checked; X commutes with A.

        Raises:
            UndefinedError: an eigenvalue of A is a pole of f; the message names it.
        """
        a = over(self.numerator, a)
        value = _reduced(self.numerator, a).at_matrix(a)
        if self.denominator.degree == 0:
            return value
        below = _reduced(self.denominator, a).at_matrix(a)
        try:
            x = below.solve(value)
        except UndefinedError:
            raise UndefinedError(self._pole(a)) from None
        if below @ x != value:
            raise InternalError("the value of a rational function failed its own check.")
        return x

    def _pole(self, a: ExactMatrix) -> str:
        common = self.denominator.gcdex(a.charpoly)[0]
        f = common.factors[0][0]
        if f.degree == 1:
            where = f"the eigenvalue {-f.coefficients[0]} of A"
        else:
            where = f"each root of {f}, an eigenvalue of A"
        return f"{self} is not defined at A: its denominator vanishes at {where}."

    def __str__(self) -> str:
        if self.denominator.degree == 0:
            return str(self.numerator)
        return "/".join(f"({p})" if " " in str(p) else str(p) for p in (self.numerator, self.denominator))


def over(p: Polynomial, a: ExactMatrix) -> ExactMatrix:
    """A over a field that holds the coefficients of p, too."""
    if not isinstance(p, FieldPolynomial):
        return a
    if not isinstance(a, FieldMatrix):
        return as_field_matrix(a, p.field)
    field, images = compositum(p.field, a.field)
    if field != p.field:
        raise InternalError("a function and a matrix have no common field.")
    return a.over(field, images)


def as_field_matrix(a: ExactMatrix, field: NumberField) -> FieldMatrix:
    """A rational matrix as one over K."""
    return FieldMatrix.of_coordinates(field, [[trimmed([x]) for x in row] for row in a.tolist()])


def simplest(x: ExactMatrix) -> ExactMatrix:
    """The same matrix over Q, if its entries are rational."""
    if isinstance(x, FieldMatrix) and x.is_rational:
        return ExactMatrix.from_integers(*x.integers(), backend=x.backend)
    return x


def _reduced(p: Polynomial, a: ExactMatrix) -> Polynomial:
    """The remainder by the characteristic polynomial, where p is longer: it has the same value at A."""
    return p if p.degree < a.order else p % a.charpoly
