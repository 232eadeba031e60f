"""Yes-or-no questions about matrices and numbers that several tasks ask."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.verdict import Data

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber
    from symspec.algebra.polynomial import Polynomial


def is_nilpotent(m: ExactMatrix) -> bool:
    """m^n = 0 for the order n."""
    return (m**m.order).is_zero


def is_diagonalizable(m: ExactMatrix) -> bool:
    """The squarefree part of the characteristic polynomial annihilates m."""
    return m.charpoly.squarefree_part.at_matrix(m).is_zero


def is_projector(m: ExactMatrix) -> bool:
    """m^2 = m."""
    return m @ m == m


def is_fixed(a: ExactMatrix, m: ExactMatrix) -> bool:
    """A m = m A = m."""
    return a @ m == m and m @ a == m


def is_projector_at_one(a: ExactMatrix, m: ExactMatrix) -> bool:
    """m is the projector on ker(A - I) along im(A - I): m^2 = m, A m = m A = m, rk m = n - rk(A - I)."""
    return is_projector(m) and is_fixed(a, m) and m.rank == a.order - (a - a.identity()).rank


def multiplicity(p: Polynomial, z: Fraction | AlgebraicNumber) -> int:
    """How often z is a root of p."""
    for factor, k in p.factors:
        if isinstance(z, Fraction):
            if factor.degree == 1 and -factor.coefficients[0] == z:
                return k
        elif factor == z.minpoly:
            return k
        elif isinstance(factor, FieldPolynomial) and z in complex_roots(factor):
            return k  # over a field a factor has not all the conjugates of a root
    return 0


def centre(z: Fraction | AlgebraicNumber) -> tuple[Fraction, Fraction]:
    """A rational point within 2^-64 of z; for hints only, never for a decision."""
    return (z, Fraction(0)) if isinstance(z, Fraction) else z.box(64).centre


def is_near(x: tuple[Fraction, Fraction], y: tuple[Fraction, Fraction], digits: int) -> bool:
    """The points differ by a unit of the last digit at most."""
    return max(abs(x[0] - y[0]), abs(x[1] - y[1])) <= Fraction(11, 10 ** (digits + 1))


def is_rounded(given: ExactMatrix, exact: ExactMatrix) -> bool:
    """Every entry of `given` is within a thousandth of that of `exact`, and not all are equal."""
    if given.shape != exact.shape or given == exact:
        return False
    pairs = zip(_entries(given), _entries(exact), strict=True)
    return all(abs(x - y) * 1000 <= max(Fraction(1), abs(y)) for x, y in pairs)


def _entries(m: ExactMatrix) -> list[Fraction]:
    return [x for row in m.tolist() for x in row]


def diagonal_part(m: ExactMatrix) -> ExactMatrix:
    """The diagonal of m, with zeros elsewhere."""
    zero = m.identity() * 0
    for i in range(m.order):
        e = m.identity().columns(i, i + 1)
        zero = zero + e @ e.transpose @ m @ e @ e.transpose
    return zero


def sign_slips(m: ExactMatrix) -> Iterator[ExactMatrix]:
    """m with the sign of one entry changed."""
    units = [m.identity().columns(i, i + 1) for i in range(m.order)]
    for x in units:
        for y in units:
            entry = x @ x.transpose @ m @ y @ y.transpose
            if not entry.is_zero:
                yield m - entry * 2


def pivots(m: ExactMatrix) -> ExactMatrix | None:
    """The diagonal of the echelon form that elimination without exchanges reaches; None if it needs one."""
    rows, n = [list(row) for row in m.tolist()], m.shape[0]
    if m.shape[0] != m.shape[1] or any(not isinstance(x, Fraction) for row in rows for x in row):
        return None
    for i in range(n):
        if not rows[i][i]:
            return None
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i], strict=True)]
    zero = Fraction(0)
    diagonal = [[rows[i][i] if i == j else zero for j in range(n)] for i in range(n)]
    return m.with_entries(diagonal)


def permanent(m: ExactMatrix) -> Fraction | None:
    """ad + bc for a rational 2 x 2 matrix: the determinant with its sign slip; None for another matrix."""
    rows = m.tolist()
    if m.shape != (2, 2) or any(not isinstance(x, Fraction) for row in rows for x in row):
        return None
    value: Fraction = rows[0][0] * rows[1][1] + rows[0][1] * rows[1][0]
    return value


def dependence(m: ExactMatrix) -> Data:
    """A non-zero v with m v = 0, for a matrix with dependent columns."""
    return tuple(row[0] for row in as_data(m.kernel.columns(0, 1)))  # type: ignore[union-attr, index]


def as_data(m: ExactMatrix) -> Data:
    """The rows, as tuples of fractions; irrational entries as text."""
    return tuple(tuple(x if isinstance(x, Fraction) else str(x) for x in row) for row in m.tolist())


def first_difference(m: ExactMatrix) -> str:
    """The first place where m is not zero, counted from 1: "1,2"."""
    return next(f"{i + 1},{j + 1}" for i, row in enumerate(m.tolist()) for j, x in enumerate(row) if x)
