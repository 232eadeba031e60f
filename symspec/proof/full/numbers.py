"""Theorem numbers, and small formulas, that all parts of a full proof use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.proof.elimination import Reduction
from symspec.proof.entries import Entries, Residue, entries_of
from symspec.proof.formula import Column, Expr, Literal, Named, Relation, equal, minus, number, plus, times
from symspec.proof.steps import Leaf, Reason, RowReduction, Sentence

DIAGONALIZABLE, DUNFORD, GEOMETRIC, BINOMIAL, CAYLEY_HAMILTON, CHARPOLY, RANK, PROJECTORS = (
    3, 4, 5, 6, 12, 21, 24, 26,
)  # fmt: skip
COFACTOR, FADDEEV, ROWS, RATIONAL_ROOTS, INDEPENDENT, TOPS, INVERSE, BLOCK_POWER = range(29, 37)
# Entries with more digits are not read by anybody: a longer computation is checked and not printed.
MAX_TEXT = 16
MAX_SUM = 40
MAX_FACTOR = 12
# Entries that are longer may get names in a row reduction, but not more of them than a reader keeps in mind.
SHORT = 5
MAX_NAMES = 12
# A longer polynomial is written out once, and has a name from then on.
MAX_POLYNOMIAL = 72
# The width of a row reduction in plain text.
PAGE = 74


def scalar(x: Any) -> Expr:
    """A number or an expression in alpha as a formula."""
    return number(x)


def multiple(x: Any, e: Expr) -> Expr:
    """x e."""
    return times(x, e)


def eigenvalue(z: Any) -> Expr:
    """The eigenvalue as it is named in formulas."""
    return Named("alpha", z) if isinstance(z, Residue) else number(z)


def unit(A: Named) -> Named:
    """I of the order of A."""
    if not isinstance(A.value, ExactMatrix):
        raise InternalError(f"{A.symbol} stands for no matrix.")
    return Named("I", A.value.identity())


def shifted_by(A: Named, z: Any) -> Expr:
    """A - z I; A itself for z = 0."""
    if isinstance(z, Residue):
        return minus(A, times(eigenvalue(z), unit(A)))
    if z == 0:
        return A
    is_plus = str(z).startswith("-")
    return plus(A, times(-z, unit(A))) if is_plus else minus(A, times(z, unit(A)))


def shifted_entries(a: Entries, z: Any) -> Entries:
    """The entries of A - z I."""
    return a - a.scalar(z)


def written(v: Named) -> Relation:
    """v = (v_1, .., v_n)."""
    return equal(v, Column(column_of(v)))


def column_of(v: Named) -> Entries:
    """The entries of a vector with a name."""
    if not isinstance(v.value, Entries):
        raise InternalError(f"{v.symbol} is not given by its entries.")
    return v.value


def column(entries: Iterable[Any]) -> Entries:
    """The n x 1 matrix."""
    return Entries(tuple((x,) for x in entries))


def columns_beside(columns: Sequence[Entries]) -> Entries:
    """The matrix with these columns."""
    return Entries(tuple(tuple(c.rows[i][0] for c in columns) for i in range(len(columns[0].rows))))


def is_readable(m: Entries) -> bool:
    """No entry is longer than a reader follows."""
    return all(
        len(str(x)) <= (MAX_TEXT if isinstance(x, Fraction) else MAX_SUM) for line in m.rows for x in line
    )


def is_short(r: Reduction) -> bool:
    """Every matrix on the way is readable and fits the page, with its long entries named."""
    matrices = (r.start, *(step.after for step in r.steps))
    if not (all(is_readable(m) and _width(m) <= PAGE for m in matrices) and _are_short(r)):
        return False
    return all(_width(m, longest=MAX_SUM) <= PAGE for m in matrices) or _names(matrices) <= MAX_NAMES


def _names(matrices: tuple[Entries, ...]) -> int:
    """How many different entries would get names."""
    return len({str(x) for m in matrices for line in m.rows for x in line if len(str(x)) > SHORT})


def _width(m: Entries, longest: int = SHORT) -> int:
    """The width as text, in characters, with longer entries named."""
    return sum(min(max(len(str(row[j])) for row in m.rows), longest) + 3 for j in range(m.shape[1])) + 4


def _are_short(r: Reduction) -> bool:
    factors = (
        getattr(operation, part, 1)
        for step in r.steps
        for operation in step.operations
        for part in ("factor", "multiple", "divisor")
    )
    return all(len(str(x)) <= (MAX_FACTOR if isinstance(x, int | Fraction) else MAX_SUM) for x in factors)


def is_long(p: Polynomial) -> bool:
    """The polynomial fills more than a line."""
    return len(str(p)) > MAX_POLYNOMIAL


def shown_factor(p: Polynomial, chi: Polynomial) -> Expr:
    """A factor of chi written out, or by its name where it is long."""
    if not is_long(p):
        return Literal(p)
    return Named("chi", chi) if p == chi else Named("p", p)


def reduction_leaves(r: Reduction, because: tuple[Reason, ...], name: Expr | None = None) -> tuple[Leaf, ...]:
    """The row reduction, or where it would fill pages its rank alone."""
    if is_short(r):
        return (RowReduction(r, because, name),)
    return (Sentence("reduction_too_long", (("rank", r.rank),), because),)


def written_out(m: Entries) -> Literal:
    """The matrix written out, with a common denominator in front where its entries are rational."""
    return Literal(ExactMatrix.from_fractions(m.rows) if m.is_rational else m)


def rows_of(A: Named) -> Entries:
    """The entries of the matrix with that name."""
    if isinstance(A.value, ExactMatrix):
        return entries_of(A.value)
    return column_of(A)
