"""A/rho: what dividing by the spectral radius changes, and what it does not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from symspec.algebra.coerce import matrix
from symspec.algebra.fields.adjoin import adjoined
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.tower import Coordinates, NumberField
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.spectral.iteration.brief import brief
from symspec.spectral.spectrum import Eigenvalue
from symspec.truth import Behavior


def _with(a: ExactMatrix, rho: AlgebraicNumber) -> tuple[NumberField, Coordinates]:
    """K(rho) and rho in it; over Q, a quadratic rho lies in some Q(sqrt(d)), whose elements are short."""
    if a.field.degree == 1 and rho.degree == 2:
        read = matrix([[rho]], backend=a.backend)
        if isinstance(read, FieldMatrix):
            return read.field, read.coordinates[0][0]
    return adjoined(a.field, rho)


@dataclass(frozen=True)  # without slots: the matrix is formed when it is first asked for
class Rescaling:
    """A/rho, whose spectral radius is 1: its powers never tend to 0.

    Attributes:
        matrix: A.
        rate: rho > 0, the spectral radius of A.
        dominant: the eigenvalues of modulus rho.
    """

    matrix: ExactMatrix
    rate: AlgebraicNumber
    dominant: tuple[Eigenvalue, ...]

    @property
    def behavior(self) -> Behavior:
        """What (A/rho)^n does.

        Returns:
            UNBOUNDED iff a Jordan block at modulus rho is larger than 1: rescaling does not help there;
            CONVERGES iff rho is the only eigenvalue of modulus rho (Proposition 2 for A/rho), else
            BOUNDED_DIVERGENT: the powers neither explode nor fade, and keep turning.
        """
        if any(e.index > 1 for e in self.dominant):
            return Behavior.UNBOUNDED
        alone = len(self.dominant) == 1 and self.dominant[0].value == self.rate
        return Behavior.CONVERGES if alone else Behavior.BOUNDED_DIVERGENT

    @property
    def degree(self) -> int:
        """(A/rho)^n grows like n^degree: the largest block at modulus rho has size degree + 1."""
        return max(e.index for e in self.dominant) - 1

    @cached_property
    def rescaled(self) -> ExactMatrix:
        """A/rho, over K(rho).

        Raises:
            UnsupportedFieldError: the degree of K(rho) is beyond the budget.
        """
        a, rho = self.matrix, self.rate
        if rho.is_rational:
            return a / rho.rational
        field, coordinates = _with(a, rho)
        inverse = field.inverse(coordinates)
        zero = FieldMatrix.of_coordinates(field, [[()] * a.order] * a.order)
        wide = zero + a
        grid = [[field.product(x, inverse) for x in row] for row in wide.coordinates]  # type: ignore[attr-defined]
        return FieldMatrix.of_coordinates(field, grid)

    def __str__(self) -> str:
        b = self.behavior
        size = "n" if self.degree == 1 else f"n^{self.degree}"
        what = {
            Behavior.CONVERGES: "its powers converge to a limit that is not 0",
            Behavior.BOUNDED_DIVERGENT: "its powers stay bounded, without a limit",
            Behavior.UNBOUNDED: f"its powers still grow, like {size}",
        }[b]
        return f"A/rho for rho = {brief(self.rate)} has spectral radius 1: {what}."
