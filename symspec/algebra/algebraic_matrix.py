"""Matrices over C whose columns lie in fields Q(alpha): each column is a rational matrix and a root."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from symspec.algebra.blocks import sparse_like
from symspec.algebra.enclosure import Rectangle
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.multiplication import multiplication
from symspec.algebra.numbers.algebraic import AlgebraicNumber, enclosed_number


@dataclass(frozen=True, slots=True, repr=False)
class AlgebraicMatrix:
    """Column j is sum_k w_k alpha^k for the columns w_k of a rational matrix and an algebraic number alpha.

    Attributes:
        columns: (alpha, rational matrix with n rows and at most deg alpha columns), one pair for each column.

    >>> from symspec.algebra.numbers.algebraic import sqrt
    >>> w = ExactMatrix.from_integers([[0, 1], [1, 0]])
    >>> m = AlgebraicMatrix(((sqrt(2), w), (-sqrt(2), w)))
    >>> print(m, m[0, 1])
    [[sqrt(2), -sqrt(2)], [1, 1]] -sqrt(2)
    """

    columns: tuple[tuple[AlgebraicNumber, ExactMatrix], ...]

    @property
    def shape(self) -> tuple[int, int]:
        """(number of rows, number of columns)."""
        return self.columns[0][1].order, len(self.columns)

    def __getitem__(self, key: tuple[int, int]) -> AlgebraicNumber:
        i, j = key
        rows, columns = self.shape
        if not (-rows <= i < rows and -columns <= j < columns):
            raise IndexError(f"no entry [{i}, {j}] in a {rows} x {columns} matrix")
        alpha, w = self.columns[j]
        return field_element(alpha, [w[i, k] for k in range(w.shape[1])])

    def tolist(self) -> list[list[AlgebraicNumber]]:
        """The entries, row by row."""
        found = [[field_element(alpha, row) for row in w.tolist()] for alpha, w in self.columns]
        return [list(row) for row in zip(*found, strict=True)]

    def __str__(self) -> str:
        return "[" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in self.tolist()) + "]"

    def __repr__(self) -> str:
        rows, columns = self.shape
        return f"AlgebraicMatrix({rows} x {columns})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import matrix_bundle

        return matrix_bundle(str(self), self.tolist())

    def _sympy_(self) -> Any:
        from sympy import ImmutableMatrix

        numbers = {alpha: alpha._sympy_() for alpha, _ in self.columns}
        columns = [[sympy_element(numbers[alpha], row) for row in w.tolist()] for alpha, w in self.columns]
        return ImmutableMatrix([list(row) for row in zip(*columns, strict=True)])


def field_element(alpha: AlgebraicNumber, coefficients: Sequence[Fraction]) -> AlgebraicNumber:
    """sum_k c_k alpha^k, for at most deg alpha coefficients.

    Algorithm: it is a root of the characteristic polynomial of multiplication by it in Q(alpha), and its
    enclosures are those of alpha, evaluated.

    >>> from symspec.algebra.numbers.algebraic import sqrt
    >>> print(field_element(sqrt(2), [Fraction(1), Fraction(3)]))
    1 + 3 sqrt(2)
    """
    if not any(coefficients[1:]):
        return AlgebraicNumber.of(coefficients[0])
    if list(coefficients) == [0, 1]:
        return alpha
    if len(coefficients) == 2:
        return alpha * coefficients[1] + coefficients[0]
    p = alpha.minpoly
    like = ExactMatrix.from_integers([[0]], backend=p._ops.NAME)
    return enclosed_number(
        multiplication(p, p.of_same(coefficients), like).charpoly,
        lambda bits: _evaluated(alpha, coefficients, bits),
    )


def _evaluated(alpha: AlgebraicNumber, coefficients: Sequence[Fraction], bits: int) -> Rectangle:
    box = alpha.box(bits)
    points = [Rectangle((c, c), (Fraction(0), Fraction(0))) for c in coefficients]
    return reduce(lambda value, c: (value * box + c).rounded(2 * bits), reversed(points))


def sympy_number(c: Any) -> Any:
    """A fraction, or an element of a number field, as a SymPy number."""
    from sympy import Rational

    return Rational(c.numerator, c.denominator) if isinstance(c, Fraction) else c._sympy_()


def sympy_element(alpha: Any, coefficients: Sequence[Any]) -> Any:
    """sum_k c_k alpha^k for a SymPy number alpha; multiplied out where alpha is a square root or rational."""
    from sympy import Add

    total = Add(*(sympy_number(c) * alpha**k for k, c in enumerate(coefficients) if c != 0))
    return total.expand() if len(coefficients) == 2 else total


def jordan_matrix(blocks: Sequence[tuple[AlgebraicNumber, int]]) -> AlgebraicMatrix:
    """diag of Jordan blocks (eigenvalue, size), ones above the diagonal."""
    n = sum(size for _, size in blocks)
    columns: list[tuple[AlgebraicNumber, ExactMatrix]] = []
    for value, size in blocks:
        columns += [(value, w) for w in _jordan_columns(n, len(columns), size, value)]
    return AlgebraicMatrix(tuple(columns))


def _jordan_columns(n: int, first: int, size: int, value: AlgebraicNumber) -> Iterator[ExactMatrix]:
    """The columns of one block: alpha at j, and 1 above it but in the first column."""
    like = ExactMatrix.from_integers([[0]])
    q = value.rational if value.is_rational else None
    for j in range(first, first + size):
        above = {(j - 1, 0): 1 if q is None else q.denominator} if j > first else {}
        if q is None:
            yield sparse_like(like, (n, 2), above | {(j, 1): 1})
        else:
            yield sparse_like(like, (n, 1), above | {(j, 0): q.numerator}, q.denominator)
