"""Matrices whose entries are numbers, polynomials in x, or expressions in a root alpha: for steps by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import combinations
from typing import Any

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError


@dataclass(frozen=True, slots=True, eq=False)
class Residue:
    """c(alpha) for a root alpha of p, over Q or a number field; c is not constant and of lower degree.

    Equalities hold for every root of p.

    Results of arithmetic that are rational are fractions.

    >>> a = alpha(Polynomial.of([-2, 0, 1]))
    >>> print(a * a, "|", 1 / (1 + a), "|", a - a)
    2 | alpha - 1 | 0
    """

    modulus: Polynomial
    value: Polynomial

    def __add__(self, other: Any) -> Any:
        return residue(self.modulus, self.value + self._value(other))

    def __neg__(self) -> Residue:
        return Residue(self.modulus, -self.value)

    def __sub__(self, other: Any) -> Any:
        return residue(self.modulus, self.value - self._value(other))

    def __rsub__(self, other: Any) -> Any:
        return -self + other

    def __mul__(self, other: Any) -> Any:
        if not isinstance(other, Residue | FieldElement | Fraction | int):
            return NotImplemented
        return residue(self.modulus, self.value * self._value(other))

    __radd__, __rmul__ = __add__, __mul__

    @property
    def inverse(self) -> Any:
        """1 / c(alpha).

        Raises:
            InternalError: c and p have a common root.
        """
        g, s, _ = self.value.gcdex(self.modulus)
        if g.degree:
            raise InternalError("an expression in alpha that may be 0 was inverted.")
        return residue(self.modulus, s)

    def __truediv__(self, other: Any) -> Any:
        return self * (other.inverse if isinstance(other, Residue) else Fraction(1) / other)

    def __rtruediv__(self, other: Any) -> Any:
        return self.inverse * other

    def __pow__(self, exponent: int) -> Any:
        base = self if exponent >= 0 else self.inverse
        return reduce(lambda power, _: power * base, range(abs(exponent)), Fraction(1))

    def _value(self, other: Any) -> Polynomial:
        return other.value if isinstance(other, Residue) else self.value.constant(other)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Residue):
            return self.modulus == other.modulus and self.value == other.value
        return False if isinstance(other, int | Fraction | FieldElement) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.modulus, self.value))

    def __str__(self) -> str:
        return self.value.text("alpha")


def residue(modulus: Polynomial, value: Polynomial) -> Any:
    """value(alpha) for a root alpha of the modulus: a Fraction where it is rational."""
    reduced = value % modulus if value.degree >= modulus.degree else value
    if reduced.degree <= 0:
        return reduced.coefficients[0] if reduced.degree == 0 else Fraction(0)
    return Residue(modulus, reduced)


def alpha(p: Polynomial) -> Any:
    """A root of p, by name; the number itself for degree 1."""
    return residue(p, p.of_same([0, 1]))


@dataclass(frozen=True, slots=True)
class Entries:
    """A matrix by its entries: fractions, polynomials, residues, or elements of a number field.

    >>> print((Entries.of([[1, 2], [0, 3]]) @ Entries.of([[1], [1]])).rows)
    ((Fraction(3, 1),), (Fraction(3, 1),))
    """

    rows: tuple[tuple[Any, ...], ...]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Any]]) -> Entries:
        """The matrix with these rows; integers become fractions."""
        return cls(tuple(tuple(Fraction(x) if isinstance(x, int) else x for x in row) for row in rows))

    @classmethod
    def identity(cls, n: int) -> Entries:
        """I of order n."""
        return cls.of([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self) -> tuple[int, int]:
        """(number of rows, number of columns)."""
        return len(self.rows), len(self.rows[0])

    @property
    def transpose(self) -> Entries:
        """Rows and columns exchanged."""
        return Entries(tuple(zip(*self.rows, strict=True)))

    @property
    def is_zero(self) -> bool:
        """Every entry is 0."""
        return all(is_null(x) for row in self.rows for x in row)

    @property
    def is_rational(self) -> bool:
        """Every entry is a fraction."""
        return all(isinstance(x, Fraction) for row in self.rows for x in row)

    def tolist(self) -> list[list[Any]]:
        """The entries, row by row."""
        return [list(row) for row in self.rows]

    def column(self, j: int) -> Entries:
        """Column j."""
        return Entries(tuple((row[j],) for row in self.rows))

    def beside(self, other: Entries) -> Entries:
        """[self | other]."""
        return Entries(tuple((*a, *b) for a, b in zip(self.rows, other.rows, strict=True)))

    def without(self, i: int, j: int) -> Entries:
        """Row i and column j left out."""
        return Entries(tuple((*row[:j], *row[j + 1 :]) for k, row in enumerate(self.rows) if k != i))

    def __matmul__(self, other: Entries) -> Entries:
        if self.shape[1] != other.shape[0]:
            raise InternalError("matrices of unfit shapes were multiplied.")
        columns = list(zip(*other.rows, strict=True))
        return Entries(tuple(tuple(_dot(row, column) for column in columns) for row in self.rows))

    def __add__(self, other: Entries) -> Entries:
        pairs = zip(self.rows, other.rows, strict=True)
        return Entries(tuple(tuple(x + y for x, y in zip(a, b, strict=True)) for a, b in pairs))

    def __sub__(self, other: Entries) -> Entries:
        return self + other * Fraction(-1)

    def __mul__(self, factor: Any) -> Entries:
        return Entries(tuple(tuple(x * factor for x in row) for row in self.rows))

    def __pow__(self, exponent: int) -> Entries:
        return reduce(lambda power, _: power @ self, range(exponent), self.scalar(1))

    def scalar(self, value: Any) -> Entries:
        """value I of the same order."""
        return Entries.identity(len(self.rows)) * (Fraction(value) if isinstance(value, int) else value)

    @property
    def det(self) -> Any:
        """The determinant, by expansion along the first row, each minor once."""
        n = len(self.rows)
        below: dict[tuple[int, ...], Any] = {(): Fraction(1)}
        for k in range(1, n + 1):
            row = self.rows[n - k]
            below = {columns: _expanded(row, columns, below) for columns in _subsets(n, k)}
        return below[tuple(range(n))]


def _subsets(n: int, k: int) -> list[tuple[int, ...]]:
    return list(combinations(range(n), k))


def _expanded(row: Sequence[Any], columns: tuple[int, ...], below: dict[tuple[int, ...], Any]) -> Any:
    total: Any = Fraction(0)
    for k, j in enumerate(columns):
        if not is_null(row[j]):
            minor = below[(*columns[:k], *columns[k + 1 :])]
            total = _plus(total, _times(minor, row[j]) * (-1) ** k)
    return total


def _times(a: Any, b: Any) -> Any:
    """A product; a polynomial stands on the left."""
    return b * a if isinstance(b, Polynomial) and not isinstance(a, Polynomial) else a * b


def _plus(a: Any, b: Any) -> Any:
    return b + a if isinstance(b, Polynomial) and not isinstance(a, Polynomial) else a + b


def _dot(row: Sequence[Any], column: Sequence[Any]) -> Any:
    total: Any = Fraction(0)
    for x, y in zip(row, column, strict=True):
        if not (is_null(x) or is_null(y)):
            total = _plus(total, _times(x, y))
    return total


def is_null(x: Any) -> bool:
    """The entry is 0."""
    return x.degree < 0 if isinstance(x, Polynomial) else bool(x == 0)


def entries_of(m: ExactMatrix) -> Entries:
    """The same matrix by its entries."""
    return Entries(tuple(tuple(row) for row in m.tolist()))


def exact_matrix(m: Entries, like: ExactMatrix) -> ExactMatrix:
    """The same matrix on the arithmetic of another one."""
    return like.with_entries(m.rows)
