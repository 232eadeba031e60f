"""Matrices over C whose columns lie in number fields, each in its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from symspec.algebra.fields.adjoin import MAX_DEGREE, adjoined
from symspec.algebra.fields.labels import element_text
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import Coordinates, NumberField, added, scaled
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import UnsupportedFieldError


@dataclass(frozen=True, slots=True, repr=False)
class FieldColumns:
    """Columns of one height, over number fields L_1, L_2, ..

    >>> from symspec.algebra.coerce import matrix
    >>> a, b = matrix("[[sqrt(2), 0], [1, 0]]"), matrix("[[i, 0], [sqrt(3), 0]]")
    >>> m = FieldColumns((a.columns(0, 1), b.columns(0, 1)))
    >>> print(m, m[1, 1])
    [[sqrt(2), i], [1, sqrt(3)]] sqrt(3)
    """

    parts: tuple[FieldMatrix, ...]

    @classmethod
    def of(cls, columns: Sequence[tuple[AlgebraicNumber, FieldPolynomial, FieldMatrix]]) -> FieldColumns:
        """The columns sum_j w_j alpha^j, one for each (alpha, p, [w_0 w_1 ..]), alpha a root of p.

        Raises:
            UnsupportedFieldError: the degree of the field of an entry is beyond the budget.
        """
        return cls(tuple(_evaluated(alpha, p, w) for alpha, p, w in columns))

    @property
    def shape(self) -> tuple[int, int]:
        """(number of rows, number of columns)."""
        return self.parts[0].order, len(self.parts)

    def __getitem__(self, key: tuple[int, int]) -> AlgebraicNumber:
        i, j = key
        rows, columns = self.shape
        if not (-rows <= i < rows and -columns <= j < columns):
            raise IndexError(f"no entry [{i}, {j}] in a {rows} x {columns} matrix")
        part = self.parts[j]
        return part.field.number(part.coordinates[i][0])

    def tolist(self) -> list[list[AlgebraicNumber]]:
        """The entries, row by row."""
        rows, columns = self.shape
        return [[self[i, j] for j in range(columns)] for i in range(rows)]

    def __str__(self) -> str:
        cells = [[element_text(part.field, row[0]) for row in part.coordinates] for part in self.parts]
        return "[" + ", ".join("[" + ", ".join(row) + "]" for row in zip(*cells, strict=True)) + "]"

    def __repr__(self) -> str:
        rows, columns = self.shape
        return f"FieldColumns({rows} x {columns})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import matrix_bundle

        return matrix_bundle(str(self), self.tolist())

    def _sympy_(self) -> Any:
        from sympy import ImmutableMatrix

        columns = [[x for row in part._sympy_().tolist() for x in row] for part in self.parts]
        return ImmutableMatrix([list(row) for row in zip(*columns, strict=True)])


def _evaluated(alpha: AlgebraicNumber, p: FieldPolynomial, w: FieldMatrix) -> FieldMatrix:
    if p.degree == 1:
        return w
    field, powers = _field_of_root(alpha, p)
    grid = []
    for row in w.coordinates:
        total: Coordinates = ()
        for c, power in zip(row, powers, strict=True):
            total = added(total, field.product(c, power))
        grid.append([total])
    return FieldMatrix.of_coordinates(field, grid)


@lru_cache(maxsize=64)
def _field_of_root(alpha: AlgebraicNumber, p: FieldPolynomial) -> tuple[NumberField, list[Coordinates]]:
    """K(alpha), and 1, alpha, .., alpha^(deg p - 1) in it."""
    degree = p.field.degree * p.degree
    if degree > MAX_DEGREE:
        raise UnsupportedFieldError(
            f"entries of the basis lie in a field of degree {degree}; they are written out up to degree "
            f"{MAX_DEGREE}. The chains have them as polynomials in alpha."
        )
    relation = tuple(scaled(c, Fraction(-1)) for c in p.coordinates[:-1])
    field, found = adjoined(p.field, alpha, relation)
    return field, [field.power(found, j) for j in range(p.degree)]
