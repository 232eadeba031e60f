"""Exact matrices: immutable, with entries in Q."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from numbers import Rational
from operator import index
from typing import TYPE_CHECKING, Any, ClassVar

from symspec.algebra import written_out
from symspec.algebra.backend import Backend, Native, backend, is_installed
from symspec.algebra.door.given import Remark
from symspec.algebra.modular import WITNESS_PRIMES
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import RationalMatrix
from symspec.errors import InputError, NotSquareError, UndefinedError
from symspec.notation.text import matrix_text

if TYPE_CHECKING:
    from symspec.algebra.fields.tower import NumberField


@dataclass(frozen=True, slots=True)
class Reading:
    """How a matrix was read.

    Attributes:
        source: "lists", "text", "file", "numpy", "sympy", .. or "computed".
        floats: "decimal" or "binary" when the source had floats, else None.
        approximate: the float entries, as (row, column, value) from 0.
        remarks: what was decided beside the numbers: a skipped header, one array of several, ..
    """

    source: str = "computed"
    floats: str | None = None
    approximate: tuple[tuple[int, int, float], ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExactMatrix:
    """A matrix over Q; compares by value, prints well, becomes a SymPy matrix by sympy.sympify.

    >>> A = ExactMatrix.from_fractions([[Fraction(1, 2), Fraction(1, 4)], [0, Fraction(1, 3)]])
    >>> print(A @ A, A[0, 1], A.trace)
    [[1/4, 5/24], [0, 1/9]] 1/4 5/6
    """

    _ops: Backend
    _native: Native
    reading: Reading = Reading()

    # -- making --

    @classmethod
    def from_integers(
        cls,
        rows: Sequence[Sequence[int]],
        denominator: int = 1,
        *,
        reading: Reading = Reading(),  # noqa: B008 - frozen
        backend: str = "auto",
    ) -> ExactMatrix:
        """rows / denominator."""
        if any(len(row) != len(rows[0]) for row in rows):
            raise InputError("the rows of a matrix must have the same length.")
        ops = _backend(backend)
        return cls(ops, ops.matrix(rows, denominator), reading)

    @classmethod
    def from_fractions(
        cls,
        rows: Sequence[Sequence[int | Fraction]],
        *,
        reading: Reading = Reading(),  # noqa: B008 - frozen
        backend: str = "auto",
    ) -> ExactMatrix:
        """The matrix with these entries."""
        denominator = lcm(*{x.denominator for row in rows for x in row})
        if denominator == 1:
            whole = [[x.numerator for x in row] for row in rows]
        else:
            whole = [[x.numerator * (denominator // x.denominator) for x in row] for row in rows]
        return cls.from_integers(whole, denominator, reading=reading, backend=backend)

    def with_entries(self, rows: Sequence[Sequence[Any]]) -> ExactMatrix:
        """The matrix with these entries, over the same field."""
        return ExactMatrix.from_fractions(rows, backend=self.backend)

    def _with(self, native: Native) -> ExactMatrix:
        return ExactMatrix(self._ops, native)

    @property
    def backend(self) -> str:
        """The name of the arithmetic beneath: "flint" or "sympy"."""
        return self._ops.NAME

    @property
    def field(self) -> NumberField:
        """The number field that the entries are taken from: Q here, see symspec.algebra.fields.matrix."""
        from symspec.algebra.fields.tower import rationals

        return rationals(self._ops)

    def identity(self) -> ExactMatrix:
        """I of the same order."""
        return self.scalar(1)

    def scalar(self, value: int | Fraction) -> ExactMatrix:
        """value I of the same order."""
        return self._with(self._ops.scalar(self.order, Fraction(value)))

    # -- reading --

    @property
    def shape(self) -> tuple[int, int]:
        """(number of rows, number of columns)."""
        return self._ops.shape(self._native)

    @property
    def order(self) -> int:
        """The number n of rows."""
        return self.shape[0]

    def integers(self) -> tuple[list[list[int]], int]:
        """(rows, d) with A = rows / d in lowest terms, d > 0."""
        return self._ops.integers(self._native)

    def tolist(self) -> list[list[Fraction]]:
        """The entries, row by row."""
        rows, denominator = self.integers()
        return [[Fraction(x, denominator) for x in row] for row in rows]

    def __getitem__(self, key: tuple[int, int]) -> Fraction:
        i, j = map(index, key)
        rows, columns = self.shape
        if not (-rows <= i < rows and -columns <= j < columns):
            raise IndexError(f"no entry [{i}, {j}] in a {rows} x {columns} matrix")
        return self._ops.entry(self._native, i % rows, j % columns)

    def columns(self, first: int, last: int) -> ExactMatrix:
        """The columns first, .., last - 1."""
        return self.submatrix(range(self.order), range(first, last))

    def submatrix(self, rows: Sequence[int], columns: Sequence[int]) -> ExactMatrix:
        """The entries in these rows and columns, from 0, in this order."""
        return self._with(self._ops.submatrix(self._native, rows, columns))

    def as_rational_matrix(self) -> RationalMatrix:
        """The matrix in the certificate language."""
        rows, denominator = self.integers()
        return RationalMatrix(tuple(tuple(row) for row in rows), denominator)

    # -- arithmetic --

    def __matmul__(self, other: ExactMatrix) -> ExactMatrix:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        self._require(self.shape[1] == other.shape[0], other, "multiplied")
        return self._with(self._ops.multiply(self._native, other._native))

    def __add__(self, other: ExactMatrix) -> ExactMatrix:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        self._require(self.shape == other.shape, other, "added")
        return self._with(self._ops.add(self._native, other._native))

    def __sub__(self, other: ExactMatrix) -> ExactMatrix:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        self._require(self.shape == other.shape, other, "subtracted")
        return self._with(self._ops.subtract(self._native, other._native))

    def __neg__(self) -> ExactMatrix:
        return self * -1

    def __mul__(self, factor: int | Fraction) -> ExactMatrix:
        if not isinstance(factor, Rational):  # a float would be read in binary behind the door's back
            return NotImplemented
        return self._with(self._ops.scale(self._native, Fraction(factor)))

    __rmul__ = __mul__

    def __truediv__(self, divisor: int | Fraction) -> ExactMatrix:
        if not isinstance(divisor, Rational):
            return NotImplemented
        return self * (1 / Fraction(divisor))

    def __pow__(self, exponent: int) -> ExactMatrix:
        """A^n by repeated squaring, with A^0 = I; the inverse is used for n < 0."""
        self._require_square("powers")
        if exponent == 0:
            return self.identity()
        base, n = (self, exponent) if exponent > 0 else (self.inverse, -exponent)
        return reduce(lambda power, bit: _squared(power, base, bit), bin(n)[3:], base)

    def _require(self, fits: bool, other: ExactMatrix, verb: str) -> None:
        if not fits:
            sizes = " and ".join(f"{m.shape[0]} x {m.shape[1]}" for m in (self, other))
            raise InputError(f"matrices of sizes {sizes} cannot be {verb}.")
        if self._ops is not other._ops:
            raise InputError(f"a {self.backend} matrix and a {other.backend} matrix cannot be {verb}.")

    def _require_square(self, what: str) -> None:
        rows, columns = self.shape
        if rows != columns:
            raise NotSquareError(f"a {rows} x {columns} matrix has no {what}; it must be square.")

    # -- linear algebra --

    @property
    def transpose(self) -> ExactMatrix:
        """A^T."""
        return self._with(self._ops.transpose(self._native))

    @property
    def conjugate(self) -> ExactMatrix:
        """The matrix of the complex conjugates of the entries."""
        return self

    @property
    def conjugate_transpose(self) -> ExactMatrix:
        """A^*, the transpose of the complex conjugate."""
        return self.conjugate.transpose

    @property
    def trace(self) -> Fraction:
        """The sum of the diagonal entries."""
        self._require_square("trace")
        return sum((self[i, i] for i in range(self.order)), Fraction(0))

    @property
    def det(self) -> Fraction:
        """The determinant."""
        self._require_square("determinant")
        return self._ops.determinant(self._native)

    @property
    def rank(self) -> int:
        """The dimension of the column space."""
        return self._ops.rank(self._native)

    @property
    def regular(self) -> Native:
        """The rational matrix of the same map, in the backend's own form; over Q the matrix itself."""
        return self._native

    @property
    def has_independent_columns(self) -> bool:
        """The rank is the number of columns; where it is, one prime nearly always shows it."""
        columns = self._ops.shape(self.regular)[1]
        return self._ops.rank_modulo(self.regular, WITNESS_PRIMES[1]) == columns or self.rank == self.shape[1]

    @property
    def kernel(self) -> ExactMatrix:
        """A matrix whose columns are a basis of {v : A v = 0}.

        The basis that the reduced rows give, each column made of integers without a common factor and with
        a positive last non-zero entry: the same on both backends.
        """
        columns, _ = self._ops.integers(self._ops.transpose(self._ops.nullspace(self._native)))
        if not columns:
            return self._with(self._ops.matrix([[] for _ in range(self.shape[1])], 1))
        primitive = self._ops.matrix([_primitive(v) for v in columns], 1)
        return self._with(self._ops.transpose(primitive))

    @property
    def inverse(self) -> ExactMatrix:
        """A^-1.

        Raises:
            UndefinedError: A is singular.
        """
        return self.solve(self.identity())

    def solve(self, b: ExactMatrix) -> ExactMatrix:
        """The X with A X = B, for invertible A.

        Raises:
            UndefinedError: A is singular.
        """
        self._require_square("inverse")
        self._require(self.order == b.order, b, "divided")
        try:
            return self._with(self._ops.solve(self._native, b._native))
        except ZeroDivisionError:
            raise UndefinedError("the matrix is singular: its determinant is 0.") from None

    @property
    def charpoly(self) -> Polynomial:
        """det(x I - A)."""
        self._require_square("characteristic polynomial")
        return Polynomial(self._ops, self._ops.charpoly(self._native))

    def integer_krylov(self, v: ExactMatrix, length: int) -> ExactMatrix:
        """[u, M u, M^2 u, ..] for the integer numerators M of A and u of the column v."""
        self._require(self.shape[1] == v.order, v, "multiplied")
        return self._with(self._ops.integer_krylov(self._native, v._native, length))

    @property
    def exact(self) -> ExactMatrix:
        """A itself: whatever a function of a matrix is, its exact value is `exact`."""
        return self

    @property
    def is_zero(self) -> bool:
        """A = 0."""
        return self._ops.is_zero(self._native)

    @property
    def is_triangular(self) -> bool:
        """All entries above the diagonal, or all below it, are 0."""
        return self._ops.is_triangular(self._native)

    @property
    def norm(self) -> Fraction:
        """The infinity norm: the largest sum of moduli in a row."""
        rows, denominator = self.integers()
        return Fraction(max(sum(map(abs, row)) for row in rows), denominator)

    # -- writing out --

    def to_latex(self) -> str:
        r"""The matrix as LaTeX, which symspec.matrix reads back.

        >>> print(ExactMatrix.from_fractions([[Fraction(1, 2), -1]]).to_latex())
        \begin{pmatrix} \frac{1}{2} & -1 \end{pmatrix}
        """
        return written_out.latex(self.tolist())

    def to_json(self) -> str:
        """{"matrix": [[..], ..]} with every entry a text, which symspec.matrix reads back."""
        return written_out.json_text(self.tolist())

    def to_numpy(self, dtype: Any = None) -> Any:
        """A NumPy array: of floats, of complex numbers when an entry is not real; dtype=object is exact."""
        return written_out.numpy_array(self.tolist(), dtype)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        return self.to_numpy(dtype)

    # So that A * numpy.float64(2) is refused and not turned into floats in silence.
    __array_ufunc__: ClassVar[None] = None

    # -- being a value --

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ExactMatrix):
            return NotImplemented
        if self._ops is other._ops:
            return self.shape == other.shape and self._ops.equal(self._native, other._native)
        return self.integers() == other.integers()

    def __hash__(self) -> int:
        rows, denominator = self.integers()
        return hash((tuple(map(tuple, rows)), denominator))

    def __str__(self) -> str:
        return matrix_text(self.tolist())

    def __repr__(self) -> str:
        return f"ExactMatrix({self})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import matrix_bundle

        return matrix_bundle(str(self), self.tolist())

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (*self.integers(), self.reading, self.backend)

    def _sympy_(self) -> Any:
        from sympy import ImmutableMatrix, Rational

        return ImmutableMatrix([[Rational(x.numerator, x.denominator) for x in row] for row in self.tolist()])


_backend = backend  # ExactMatrix.from_integers has an argument of that name


def _squared(power: ExactMatrix, base: ExactMatrix, bit: str) -> ExactMatrix:
    square = power @ power
    return square @ base if bit == "1" else square


def _primitive(v: list[int]) -> list[int]:
    last = next(x for x in reversed(v) if x)
    common = gcd(*v) if last > 0 else -gcd(*v)
    return [x // common for x in v]


def _rebuilt(rows: list[list[int]], denominator: int, reading: Reading, name: str) -> ExactMatrix:
    # A pickle may be opened where the library beneath its backend is missing.
    known = name if is_installed(name) else "auto"
    return ExactMatrix.from_integers(rows, denominator, reading=reading, backend=known)
