"""Exact matrices with entries in a number field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from fractions import Fraction
from functools import cached_property
from math import lcm
from operator import index
from typing import Any

from symspec.algebra.backend import Native
from symspec.algebra.fields.adjoin import adjoined, compositum, conjugation, image_of, native_form
from symspec.algebra.fields.certified import certified_matrix
from symspec.algebra.fields.discs import Disc
from symspec.algebra.fields.element import FieldElement, scalar, sympy_basis
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import Coordinates, NumberField, added, trimmed
from symspec.algebra.matrix import ExactMatrix, Reading
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.certificate import NumberFieldMatrix
from symspec.errors import UndefinedError, UnsupportedFieldError

Grid = Sequence[Sequence[Coordinates]]


@dataclass(frozen=True, eq=False, repr=False)  # without slots: the regular form is made when first needed
class FieldMatrix(ExactMatrix):
    """A matrix over a number field K; what an ExactMatrix is over Q.

    An m x n matrix is held as the dm x n rational matrix of the coordinates of its entries, d = [K : Q].
    `regular` is the dm x dn rational matrix of the same linear map K^n -> K^m. So products, ranks, solutions
    and kernels over K are products, ranks, .. over Q.

    >>> from symspec.algebra.coerce import matrix
    >>> A = matrix("[[1, i], [0, sqrt(2)]]")
    >>> print(A @ A, "|", A.det, "|", A.inverse @ A, "|", A.field)
    [[1, i + i sqrt(2)], [0, 2]] | sqrt(2) | [[1, 0], [0, 1]] | Q(i, sqrt(2))
    """

    _field: NumberField = dataclass_field(kw_only=True)

    # -- making --

    @classmethod
    def of_coordinates(
        cls,
        field: NumberField,
        grid: Grid,
        *,
        reading: Reading = Reading(),  # noqa: B008 - frozen
    ) -> FieldMatrix:
        """The matrix whose entries have these coordinates."""
        return cls(field.ops, native_form(field, grid), reading, _field=field)

    def _with(self, native: Native) -> FieldMatrix:
        return FieldMatrix(self._ops, native, _field=self._field)

    def with_entries(self, rows: Sequence[Sequence[Any]]) -> FieldMatrix:
        """The matrix with these entries, over the same field."""
        return FieldMatrix.of_coordinates(
            self._field, [[self._coordinates_of(x) for x in row] for row in rows]
        )

    @property
    def field(self) -> NumberField:
        """K."""
        return self._field

    def scalar(self, value: Any) -> FieldMatrix:
        """value I of the same order, for a value in K."""
        c, n, zero = self._coordinates_of(value), self.order, ()
        return self._with(
            native_form(self._field, [[c if i == j else zero for j in range(n)] for i in range(n)])
        )

    def _coordinates_of(self, value: Any) -> Coordinates:
        if isinstance(value, FieldElement) and value.field == self._field:
            return value.coordinates
        if isinstance(value, FieldElement | AlgebraicNumber):
            number = value.number if isinstance(value, FieldElement) else value
            field, found = adjoined(self._field, number)
            if field.degree > self._field.degree:
                raise UnsupportedFieldError(f"{value} does not lie in {self._field}.")
            return found
        return trimmed([Fraction(value)])

    def over(self, field: NumberField, images: Sequence[Coordinates] | None = None) -> FieldMatrix:
        """The same matrix over a larger field: one with more generators, or with the images of the basis."""
        if field == self._field and images is None:
            return self
        grid = self.coordinates
        if images is not None:
            grid = tuple(tuple(image_of(c, images) for c in row) for row in grid)
        return FieldMatrix.of_coordinates(field, grid, reading=self.reading)

    # -- reading --

    @property
    def shape(self) -> tuple[int, int]:
        """(number of rows, number of columns)."""
        rows, columns = self._ops.shape(self._native)
        return rows // self._field.degree, columns

    @cached_property
    def coordinates(self) -> tuple[tuple[Coordinates, ...], ...]:
        """The coordinates of the entries, row by row."""
        d = self._field.degree
        rows, den = self._ops.integers(self._native)
        return tuple(
            tuple(trimmed([Fraction(rows[i + a][j], den) for a in range(d)]) for j in range(len(rows[0])))
            for i in range(0, len(rows), d)
        )

    @cached_property
    def regular(self) -> Native:
        """The rational matrix of the same map on coordinates, in the backend's own form."""
        return self._ops.regular_form(self._native, self._field.structure)

    @property
    def is_rational(self) -> bool:
        """Every entry is rational."""
        return all(len(c) <= 1 for row in self.coordinates for c in row)

    def integers(self) -> tuple[list[list[int]], int]:
        """(rows, d) with A = rows / d in lowest terms, d > 0, for a matrix of rational entries.

        Raises:
            UnsupportedFieldError: an entry is irrational.
        """
        grid = self.coordinates
        for i, row in enumerate(grid):
            for j, c in enumerate(row):
                if len(c) > 1:
                    raise UnsupportedFieldError(
                        f"the entry {scalar(self._field, c)} in row {i + 1}, column {j + 1} is irrational."
                    )
        den = lcm(*(x.denominator for row in grid for c in row for x in c))
        return [[int(c[0] * den) if c else 0 for c in row] for row in grid], den

    def tolist(self) -> list[list[Any]]:
        """The entries, row by row: fractions, and elements of K where they are irrational."""
        return [[scalar(self._field, c) for c in row] for row in self.coordinates]

    def __getitem__(self, key: tuple[int, int]) -> Any:
        i, j = map(index, key)
        rows, columns = self.shape
        if not (-rows <= i < rows and -columns <= j < columns):
            raise IndexError(f"no entry [{i}, {j}] in a {rows} x {columns} matrix")
        return scalar(self._field, self.coordinates[i][j])

    def discs(self, bits: int) -> list[list[Disc]]:
        """The entries as discs, in units of 2^-bits."""
        return [[self._field.disc(c, bits) for c in row] for row in self.coordinates]

    def as_number_field_matrix(self) -> NumberFieldMatrix:
        """The matrix in the certificate language."""
        return certified_matrix(self)

    def submatrix(self, rows: Sequence[int], columns: Sequence[int]) -> FieldMatrix:
        """The entries in these rows and columns, from 0, in this order."""
        d = self._field.degree
        return self._with(
            self._ops.submatrix(self._native, [d * i + a for i in rows for a in range(d)], columns)
        )

    # -- arithmetic --

    def _common(self, other: ExactMatrix) -> tuple[FieldMatrix, FieldMatrix]:
        """Both matrices over one field."""
        if not isinstance(other, FieldMatrix):
            grid = [[trimmed([x]) for x in row] for row in other.tolist()]
            return self, FieldMatrix.of_coordinates(self._field, grid)
        if other._field == self._field:
            return self, other
        field, images = compositum(self._field, other._field)
        return self.over(field), other.over(field, images)

    def __matmul__(self, other: ExactMatrix) -> ExactMatrix:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        self._require(self.shape[1] == other.shape[0], other, "multiplied")
        a, b = self._common(other)
        return a._with(a._ops.multiply(a.regular, b._native))

    def __rmatmul__(self, other: ExactMatrix) -> ExactMatrix:
        self._require(self.shape[0] == other.shape[1], other, "multiplied")
        a, b = self._common(other)
        return b @ a

    def __add__(self, other: ExactMatrix) -> ExactMatrix:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        self._require(self.shape == other.shape, other, "added")
        a, b = self._common(other)
        return a._with(a._ops.add(a._native, b._native))

    __radd__ = __add__

    def __sub__(self, other: ExactMatrix) -> ExactMatrix:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        return self + other * -1

    def __rsub__(self, other: ExactMatrix) -> ExactMatrix:
        return self * -1 + other

    def __mul__(self, factor: Any) -> FieldMatrix:
        if isinstance(factor, int | Fraction):
            return self._with(self._ops.scale(self._native, Fraction(factor)))
        if not isinstance(factor, FieldElement | AlgebraicNumber):
            return NotImplemented
        c = self._coordinates_of(factor)
        grid = [[self._field.product(c, x) for x in row] for row in self.coordinates]
        return FieldMatrix.of_coordinates(self._field, grid)

    __rmul__ = __mul__

    def __truediv__(self, divisor: Any) -> Any:
        if not isinstance(divisor, int | Fraction | FieldElement | AlgebraicNumber):
            return NotImplemented
        c = self._coordinates_of(divisor)
        if not c:
            raise ZeroDivisionError("a matrix divided by 0")
        return self * scalar(self._field, self._field.inverse(c))

    # -- linear algebra --

    @property
    def transpose(self) -> FieldMatrix:
        """A^T."""
        return FieldMatrix.of_coordinates(self._field, list(zip(*self.coordinates, strict=True)))

    @property
    def conjugate(self) -> FieldMatrix:
        """The matrix of the complex conjugates."""
        if self._field.is_real:
            return self
        return self.over(*conjugation(self._field)) if not self.is_rational else self

    @property
    def trace(self) -> Any:
        """The sum of the diagonal entries."""
        self._require_square("trace")
        total: Coordinates = ()
        for i in range(self.order):
            total = added(total, self.coordinates[i][i])
        return scalar(self._field, total)

    @property
    def det(self) -> Any:
        """The determinant."""
        self._require_square("determinant")
        constant = self.charpoly(0)
        return -constant if self.order % 2 else constant

    @property
    def rank(self) -> int:
        """The dimension of the column space over K."""
        return self._ops.rank(self.regular) // self._field.degree

    @property
    def kernel(self) -> FieldMatrix:
        """A matrix whose columns are a basis over K of {v : A v = 0}, with a last non-zero entry 1 each.

        The reduced rows of the regular form are the regular form of the reduced rows: one in d of the basis
        vectors that they give belongs to the unit of K.
        """
        d, ops = self._field.degree, self._ops
        rows, _ = ops.integers(ops.nullspace(self.regular))
        vectors = []
        for column in zip(*rows, strict=True):
            last = max(i for i, x in enumerate(column) if x)
            if last % d == 0:
                vectors.append([Fraction(x, column[last]) for x in column])
        n = self.shape[1]
        grid = [[trimmed(v[i * d : (i + 1) * d]) for v in vectors] for i in range(n)]
        return FieldMatrix.of_coordinates(self._field, grid)

    def solve(self, b: ExactMatrix) -> ExactMatrix:
        """The X with A X = B, for invertible A.

        Raises:
            UndefinedError: A is singular.
        """
        self._require_square("inverse")
        self._require(self.order == b.order, b, "divided")
        left, right = self._common(b)
        try:
            return left._with(left._ops.solve(left.regular, right._native))
        except ZeroDivisionError:
            raise UndefinedError("the matrix is singular: its determinant is 0.") from None

    @cached_property
    def charpoly(self) -> FieldPolynomial:
        """det(x I - A)."""
        self._require_square("characteristic polynomial")
        return FieldPolynomial.over(self._field, self.charpoly_coordinates)

    @cached_property
    def charpoly_coordinates(self) -> tuple[Coordinates, ...]:
        """The coefficients of det(x I - A), constant term first."""
        rows, den = self._ops.block_charpoly(self.regular, self._field.degree)
        found = [[Fraction(x, den**k) for x in row] for k, row in enumerate(rows)]
        return tuple(map(trimmed, reversed(found)))

    def integer_krylov(self, *_: Any) -> Any:
        """Over Q only."""
        raise UnsupportedFieldError(f"Krylov vectors are integers; this matrix has entries in {self._field}.")

    # -- being a value --

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        if self.shape != other.shape:
            return False
        if self.backend != other.backend:
            return self.tolist() == other.tolist()
        a, b = self._common(other)
        return a._ops.equal(a._native, b._native)

    def __hash__(self) -> int:
        if self.is_rational:
            return hash(ExactMatrix.from_integers(*self.integers(), backend=self.backend))
        return hash(tuple(tuple(map(self._trace_of, row)) for row in self.coordinates))

    def _trace_of(self, c: Coordinates) -> Fraction:
        """tr_(K/Q)(c)/d, the same in every field that contains c."""
        return sum((x * t for x, t in zip(c, _basis_traces(self._field), strict=False)), Fraction(0))

    def __str__(self) -> str:
        cells = [[str(x) for x in row] for row in self.tolist()]
        if self.shape[1] == 1:  # without a comma in the row, a space would separate entries
            cells = [[f"({x})" if " " in x else x for x in row] for row in cells]
        return "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"

    def __repr__(self) -> str:
        return f"ExactMatrix({self})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self._field, self.coordinates, self.reading)

    def _sympy_(self) -> Any:
        from sympy import Add, ImmutableMatrix, Rational

        units = sympy_basis(self._field)

        def expression(c: Coordinates) -> Any:
            terms = zip(c, units, strict=False)
            return Add(*(Rational(x.numerator, x.denominator) * u for x, u in terms if x))

        return ImmutableMatrix([[expression(c) for c in row] for row in self.coordinates])


def _rebuilt(field: NumberField, grid: Grid, reading: Reading) -> FieldMatrix:
    return FieldMatrix.of_coordinates(field, grid, reading=reading)


def _basis_traces(field: NumberField) -> list[Fraction]:
    """tr_(K/Q)(e_i)/d."""
    d = field.degree
    traces = [sum(dict(field.table[i][j]).get(j, 0) for j in range(d)) for i in range(d)]
    return [Fraction(t, d) for t in traces]
