"""Circulant matrices: the eigenvalues are values of one polynomial at roots of unity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Any

from symspec.algebra.algebraic_matrix import field_element
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.numbers.algebraic import AlgebraicNumber, root_of_unity
from symspec.algebra.polynomial import Polynomial


@dataclass(frozen=True, slots=True)
class Circulant:
    """A = c(S) with c = sum c_j x^j and the shift S, whose entries are 1 at (i, i + 1 mod n), else 0.

    Attributes:
        first_row: (c_0, .., c_(n-1)), the first row of A.

    >>> from fractions import Fraction
    >>> c = Circulant((Fraction(0), Fraction(1, 2), Fraction(0), Fraction(1, 2)))
    >>> print(*c.eigenvalues)
    1 0 -1 0
    """

    first_row: tuple[Any, ...]

    @property
    def order(self) -> int:
        """n."""
        return len(self.first_row)

    def eigenvalue(self, k: int) -> AlgebraicNumber:
        """c(w) for w = exp(2 pi i k/n), with the eigenvector (1, w, w^2, .., w^(n-1)).

        S takes that vector to w times itself.
        """
        w = root_of_unity(self.order, k)
        if any(isinstance(c, FieldElement) for c in self.first_row):
            return _horner([c.number if isinstance(c, FieldElement) else c for c in self.first_row], w)
        rest = w.minpoly.of_same(self.first_row) % w.minpoly
        return field_element(w, list(rest.coefficients) or [self.first_row[0] * 0])

    @property
    def eigenvalues(self) -> tuple[AlgebraicNumber, ...]:
        """c(w) for w = exp(2 pi i k/n), k = 0, .., n - 1: with multiplicities, in this order."""
        return tuple(map(self.eigenvalue, range(self.order)))

    def eigenvector(self, k: int) -> tuple[AlgebraicNumber, ...]:
        """(1, w, w^2, .., w^(n-1)) for w = exp(2 pi i k/n): the same for all circulants of this order."""
        return tuple(root_of_unity(self.order, i * k % self.order) for i in range(self.order))

    def __str__(self) -> str:
        return f"circulant of ({', '.join(map(str, self.first_row))})"

    def polynomial(self, like: Polynomial) -> Polynomial:
        """c, on the backend of another polynomial."""
        return like.of_same(self.first_row)


def _horner(coefficients: list[Any], w: AlgebraicNumber) -> AlgebraicNumber:
    return reduce(lambda value, c: value * w + c, reversed(coefficients), w * 0)
