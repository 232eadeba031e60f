"""The polynomial r with r(A) = f(A): Hermite's interpolation of f on the spectrum of A."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.frobenius.companions import companion_matrix
from symspec.spectral.functions.apply import Terms, Value, applied
from symspec.spectral.functions.rational import over


@dataclass(frozen=True, slots=True)
class Interpolation:
    """r with r^(j)(alpha) = f^(j)(alpha) for each eigenvalue alpha of A and j below its index.

    Attributes:
        matrix: A.
        minpoly: the minimal polynomial m of A; deg r < deg m.
        at_companion: f(C) for the companion matrix C of m: multiplication by x modulo m, so that its first
            column has the coefficients of r.
    """

    matrix: ExactMatrix
    minpoly: Polynomial
    at_companion: Value

    @property
    def exact(self) -> Polynomial:
        """r over a number field, where f has algebraic values on the spectrum.

        Returns:
            r with r(C) = f(C), checked; so r(A) = f(A).

        Raises:
            UndefinedError: they are transcendental; sympify gives r.
        """
        value = self.at_companion
        c = value if isinstance(value, ExactMatrix) else value.exact
        return _checked(_first_column(c), companion_matrix(self.minpoly), c)

    def _sympy_(self) -> Any:
        """r in Symbol("x")."""
        if isinstance(self.at_companion, ExactMatrix):
            return self.exact._sympy_()
        from symspec.algebra.function_form import first_column_polynomial

        return first_column_polynomial(self.at_companion)

    def __str__(self) -> str:
        return str(self.exact if isinstance(self.at_companion, ExactMatrix) else self._sympy_())


def interpolation(f: Any, a: ExactMatrix, minpoly: Polynomial, terms: Terms) -> Interpolation:
    """r with r(A) = f(A), of a degree below that of the minimal polynomial.

    Args:
        f: as for `applied`.
        a: A.
        minpoly: that of A.
        terms: computes those of the closed form of the powers of a matrix.
    """
    return Interpolation(a, minpoly, applied(f, companion_matrix(minpoly), terms))


def _first_column(c: ExactMatrix) -> Polynomial:
    column = [row[0] for row in c.tolist()]
    if isinstance(c, FieldMatrix):
        return FieldPolynomial.over(c.field, [row[0] for row in c.coordinates])
    return Polynomial.of(column, ops=c._ops)


def _checked(r: Polynomial, c: ExactMatrix, value: ExactMatrix) -> Polynomial:
    if r.at_matrix(over(r, c)) != value:
        raise InternalError("the polynomial that interpolates failed its own check.")
    return r
