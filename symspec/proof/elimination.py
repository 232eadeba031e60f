"""Row reduction as it is done by hand: named operations, small pivots, fractions postponed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from symspec.errors import InternalError
from symspec.proof.entries import Entries, Residue, is_null

Row = tuple[Any, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """R_target <- (factor R_target - multiple R_source) / divisor; rows are counted from 0."""

    target: int
    factor: Any
    source: int
    multiple: Any
    divisor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Scaling:
    """R_target <- factor R_target."""

    target: int
    factor: Any


@dataclass(frozen=True, slots=True)
class Exchange:
    """R_first <-> R_second."""

    first: int
    second: int


RowOperation = Combination | Scaling | Exchange


@dataclass(frozen=True, slots=True)
class RowStep:
    """`operations`, one after the other, turn the matrix before into `after`."""

    operations: tuple[RowOperation, ...]
    after: Entries


@dataclass(frozen=True, slots=True)
class Reduction:
    """A row reduction.

    Attributes:
        start: the matrix.
        steps: each one column, or a preparation.
        pivots: (row, column) of each pivot, from top to bottom.
        bar: the number of columns before the bar; only they are searched for pivots.
    """

    start: Entries
    steps: tuple[RowStep, ...]
    pivots: tuple[tuple[int, int], ...]
    bar: int

    @property
    def end(self) -> Entries:
        """The last matrix."""
        return self.steps[-1].after if self.steps else self.start

    @property
    def rank(self) -> int:
        """The number of pivots."""
        return len(self.pivots)

    @property
    def free(self) -> tuple[int, ...]:
        """The columns before the bar that have no pivot."""
        taken = {j for _, j in self.pivots}
        return tuple(j for j in range(self.bar) if j not in taken)


def applied(operation: RowOperation, rows: Rows) -> Rows:
    """The rows after the operation.

    Raises:
        InternalError: the operation cannot be undone.
    """
    made = list(rows)
    match operation:
        case Exchange(i, j):
            made[i], made[j] = rows[j], rows[i]
        case Scaling(i, factor):
            _require(not is_null(factor))
            made[i] = tuple(x * factor for x in rows[i])
        case Combination(i, factor, j, multiple, divisor):
            _require(i != j and not is_null(factor) and divisor != 0)
            made[i] = tuple(
                (x * factor - y * multiple) / divisor for x, y in zip(rows[i], rows[j], strict=True)
            )
    return tuple(made)


def _require(invertible: bool) -> None:
    if not invertible:
        raise InternalError("a row operation that cannot be undone was used.")


def after(operations: Sequence[RowOperation], start: Entries) -> Entries:
    """The matrix after all the operations, in order."""
    rows = start.rows
    for operation in operations:
        rows = applied(operation, rows)
    return Entries(rows)


def changed_cells(before: Entries, now: Entries) -> tuple[tuple[int, int], ...]:
    """(row, column) of each entry that is different, from 0."""
    return tuple(
        (i, j)
        for i, (a, b) in enumerate(zip(before.rows, now.rows, strict=True))
        for j, (x, y) in enumerate(zip(a, b, strict=True))
        if x != y
    )


def is_right(reduction: Reduction) -> bool:
    """Each step follows from the one before, and the pivots are those of an echelon form."""
    before = reduction.start
    for step in reduction.steps:
        if after(step.operations, before) != step.after:
            return False
        before = step.after
    return pivots_of(before, reduction.bar) == reduction.pivots


def pivots_of(m: Entries, bar: int) -> tuple[tuple[int, int], ...] | None:
    """The places of the first non-zero entries of the rows, if they move to the right from row to row."""
    found: list[tuple[int, int]] = []
    for i, row in enumerate(m.rows):
        j = next((j for j, x in enumerate(row[:bar]) if not is_null(x)), -1)
        if j >= 0:
            if len(found) < i or found and found[-1][1] >= j:
                return None
            found.append((i, j))
    return tuple(found)


# -- finding ---------------------------------------------------------------------------------


class _Work:
    """The matrix at hand and the steps so far."""

    def __init__(self, start: Entries) -> None:
        self.now, self.steps = start, list[RowStep]()

    def do(self, operations: Sequence[RowOperation]) -> None:
        if operations:
            self.now = after(operations, self.now)
            self.steps.append(RowStep(tuple(operations), self.now))


def reduction(
    start: Entries, *, bar: int | None = None, reduced: bool = True, units: bool = False
) -> Reduction:
    """The row reduction of a matrix to echelon form.

    Args:
        start: the matrix.
        bar: the number of columns that are searched for pivots; all of them by default.
        reduced: the entries above the pivots become 0 as well.
        units: at the end the pivots become 1; else they stay what they are, so that fractions are postponed.

    Returns:
        A reduction whose every step has been carried out, with the pivots of the last matrix.

    Algorithm: rational rows are first made of integers without a common factor. In each column the pivot of
    smallest modulus is taken, and each new row is divided by its content.

    >>> r = reduction(Entries.of([[2, 4], [3, 5]]))
    >>> [tuple(map(str, row)) for row in r.end.rows], r.pivots
    ([('1', '0'), ('0', '-1')], ((0, 0), (1, 1)))
    """
    columns = start.shape[1] if bar is None else bar
    work = _Work(start)
    work.do(_cleared(start))
    pivots: list[tuple[int, int]] = []
    for j in range(columns):
        top = len(pivots)
        candidates = [i for i in range(top, len(start.rows)) if not is_null(work.now.rows[i][j])]
        if candidates:
            prices = [(_price(work.now.rows[i][j]), i) for i in candidates]
            _column(work, top, j, min(prices)[1], reduced)
            pivots.append((top, j))
    if units:
        work.do([Scaling(i, 1 / work.now.rows[i][j]) for i, j in pivots if work.now.rows[i][j] != 1])
    return Reduction(start, tuple(work.steps), tuple(pivots), columns)


def _price(x: Any) -> tuple[bool, Any]:
    """Rational pivots first, small ones first of all; others by the length of their text."""
    if isinstance(x, Fraction):
        return False, (abs(x) != 1, abs(x.numerator) + x.denominator)
    return True, (len(str(x)), 0)


def _cleared(m: Entries) -> list[RowOperation]:
    """Each rational row becomes a row of integers without a common factor."""
    return [Scaling(i, factor) for i, row in enumerate(m.rows) if (factor := _cleaning(row)) != 1]


def _cleaning(row: Row) -> Fraction:
    rationals = [x for x in row if isinstance(x, Fraction)]
    if len(rationals) < len(row):
        return Fraction(1)
    common = lcm(*(x.denominator for x in rationals))
    content = gcd(*(int(x * common) for x in rationals))
    return Fraction(common, content or 1)


def _column(work: _Work, top: int, j: int, chosen: int, reduced: bool) -> None:
    if chosen != top:
        work.do([Exchange(top, chosen)])
    pivot = work.now.rows[top][j]
    if not isinstance(pivot, Fraction):
        work.do([Scaling(top, 1 / pivot)])
    others = [i for i in range(0 if reduced else top + 1, len(work.now.rows)) if i != top]
    rows = work.now.rows
    work.do([_elimination(rows, i, top, j) for i in others if not is_null(rows[i][j])])


def _elimination(rows: Rows, i: int, top: int, j: int) -> RowOperation:
    a, p = rows[i][j], rows[top][j]
    if not (isinstance(a, Fraction) and all(isinstance(x, Fraction) for x in (*rows[i], *rows[top]))):
        return Combination(i, Fraction(1), top, a / p)
    common = gcd(int(a), int(p)) * (1 if p > 0 else -1)
    factor, multiple = p / common, a / common
    content = _content([x * factor - y * multiple for x, y in zip(rows[i], rows[top], strict=True)])
    return Combination(i, factor, top, multiple, content)


def _content(row: list[Fraction]) -> Fraction:
    return Fraction(gcd(*(int(x) for x in row)) or 1)


# -- reading ---------------------------------------------------------------------------------


def kernel_vectors(r: Reduction) -> tuple[tuple[Any, ...], ...]:
    """A basis of the v with M v = 0, read off a reduced form: one for each free column, from left to right.

    The free unknown is the least positive integer that avoids fractions, where the entries are rational.
    """
    return tuple(_kernel_vector(r, free) for free in r.free)


def _kernel_vector(r: Reduction, free: int) -> tuple[Any, ...]:
    rows = r.end.rows
    v: list[Any] = [Fraction(0)] * r.bar
    v[free] = Fraction(1)
    for i, j in r.pivots:
        v[j] = -(rows[i][free] / rows[i][j])
    return cleared_vector(v)


def cleared_vector(v: Sequence[Any]) -> tuple[Any, ...]:
    """A positive multiple of a vector without fractions, where its entries are rational or residues."""
    parts = [_denominator(x) for x in v]
    common = lcm(*parts)
    return tuple(x * Fraction(common) for x in v)


def _denominator(x: Any) -> int:
    if isinstance(x, Fraction):
        return x.denominator
    parts = x.value.coefficients if isinstance(x, Residue) else ()
    return lcm(*(c.denominator for c in parts if isinstance(c, Fraction)))
