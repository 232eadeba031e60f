"""T^* A T = L D L^* for Hermitian A, by symmetric elimination: exact, over Q in integers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from symspec.algebra.fields import discs
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix

START_BITS = 64
Lower = list[list[Any]]  # row i has the entries 0, .., i


@dataclass(frozen=True)  # without slots: matrices are formed when they are first asked for
class SymmetricElimination:
    """T^* A T = L D L^*: L unit lower triangular, D diagonal and real, T invertible.

    T = I where no pivot had to be moved: then A = L D L^*.

    Attributes:
        matrix: A.
        T: the basis in the order of the pivots; a vector is added to another one where all pivots left are 0.
        D: the diagonal.
        signs: 1, -1 or 0 for each entry of D.
        columns: the entries below the diagonal of L, column by column, as far as the pivots are not 0.
    """

    matrix: ExactMatrix
    T: ExactMatrix
    D: tuple[Any, ...]
    signs: tuple[int, ...]
    columns: tuple[tuple[Any, ...], ...]

    @cached_property
    def L(self) -> ExactMatrix:
        """The multipliers below a diagonal of ones."""
        n = self.matrix.order
        rows: list[list[Any]] = [[Fraction(int(i == j)) for j in range(n)] for i in range(n)]
        for j, column in enumerate(self.columns):
            for i, x in enumerate(column):
                rows[j + 1 + i][j] = x
        return self.matrix.with_entries(rows)

    def __str__(self) -> str:
        """L and D, and T where it is not I."""
        moved = "" if self.T == self.T.identity() else f"T = {self.T}\n"
        return f"{moved}L = {self.L}\nD = diag({', '.join(map(str, self.D))})"

    def vector(self, k: int) -> ExactMatrix:
        """v = T L^-* e_k, for which v^* A v = D[k]; for the first zero of D, A v = 0.

        With M = T^* A T it is T (y, 1, 0, ..), where M y + (column k of M) vanishes in the first k rows.
        """
        first = self.T.columns(0, k)
        last = self.T.columns(k, k + 1)
        if k == 0:
            return last
        image = first.conjugate_transpose @ self.matrix
        return last - first @ (image @ first).solve(image @ last)


def sign_of(x: Any) -> int:
    """1, 0 or -1 for a real number: a fraction or an element of a number field.

    A disc around a number that is not 0 excludes 0 at some precision; whether it is 0 is known exactly.

    >>> from symspec.algebra.coerce import matrix
    >>> sign_of(matrix([["577/408 - sqrt(2)"]])[0, 0])
    1
    """
    if not isinstance(x, FieldElement):
        return int(x > 0) - int(x < 0)
    bits = START_BITS
    while True:
        disc = x.field.disc(x.coordinates, bits)
        if discs.excludes_zero((disc[0], 0, disc[2])):
            return 1 if disc[0] > 0 else -1
        bits *= 2


def symmetric_elimination(a: ExactMatrix) -> SymmetricElimination:
    """T^* A T = L D L^* for a Hermitian A.

    Algorithm: the first diagonal entry that is not 0 becomes the pivot; where all are 0 and S_ij is not,
    b_i + c b_j makes 2 Re(c S_ij) the next one, c = 1 or c = S_ji. Over Q the entries are kept integral by
    dividing by the pivot before (Bareiss): they are minors of the integer matrix T^* A T.

    References: E. Bareiss, Math. Comp. 22 (1968) 565-578.

    >>> from symspec.algebra.coerce import matrix
    >>> found = symmetric_elimination(matrix([[4, 2], [2, -3]]))
    >>> print(found.L, *found.D)
    [[1, 0], [1/2, 1]] 4 -4
    """
    if isinstance(a, FieldMatrix):
        basis, pivots, columns = _eliminated(a.tolist(), _field_step, _conjugate_in(a))
        below = [[x / p for x in column] for p, column in zip(pivots, columns, strict=True)]
        d = pivots
    else:
        rows, denominator = a.integers()
        basis, pivots, columns = _eliminated(rows, _integer_step, _same)
        below = [[Fraction(x, p) for x in column] for p, column in zip(pivots, columns, strict=True)]
        before = [1, *pivots]
        d = [Fraction(p, q * denominator) for p, q in zip(pivots, before, strict=False)]
    n = a.order
    d = [*d, *[Fraction(0)] * (n - len(d))]
    t = a.with_entries([[b.get(i, 0) for b in basis] for i in range(n)])
    return SymmetricElimination(a, t, tuple(d), tuple(map(sign_of, d)), tuple(map(tuple, below)))


Vector = dict[int, Any]  # the entries that are not 0
Step = Callable[[Lower, Callable[[Any], Any], Any], Lower]


def _eliminated(
    rows: Sequence[Sequence[Any]], step: Step, conjugate: Callable[[Any], Any]
) -> tuple[list[Vector], list[Any], list[list[Any]]]:
    """(the basis in the order of the pivots, the pivots, the columns below them)."""
    lower: Lower = [list(row[: i + 1]) for i, row in enumerate(rows)]
    left: list[Vector] = [{i: 1} for i in range(len(rows))]
    basis: list[Vector] = []
    pivots: list[Any] = []
    columns: list[list[Any]] = []
    previous: Any = 1
    while left:
        if not lower[0][0]:
            order = _made_first(lower, left, columns, conjugate)
            if order is None:
                break
            lower = [[_entry(lower, i, j, conjugate) for j in order[: at + 1]] for at, i in enumerate(order)]
            left = [left[i] for i in order]
            for column in columns:  # the rows of L move with the basis
                tail = column[-len(order) :]
                column[-len(order) :] = [tail[i] for i in order]
        p = lower[0][0]
        basis.append(left[0])
        pivots.append(p)
        columns.append([row[0] for row in lower[1:]])
        lower, left, previous = step(lower, conjugate, previous), left[1:], p
    return basis + left, pivots, columns


def _integer_step(lower: Lower, _: Callable[[Any], Any], previous: Any) -> Lower:
    p, column = lower[0][0], [row[0] for row in lower[1:]]
    return [
        [(p * x - y * z) // previous for x, z in zip(row[1:], column, strict=False)]
        for row, y in zip(lower[1:], column, strict=True)
    ]


def _field_step(lower: Lower, conjugate: Callable[[Any], Any], _: Any) -> Lower:
    p, column = lower[0][0], [row[0] for row in lower[1:]]
    across = [conjugate(x) / p for x in column]
    return [
        [x - y * z for x, z in zip(row[1:], across, strict=False)]
        for row, y in zip(lower[1:], column, strict=True)
    ]


def _same(x: Any) -> Any:
    return x


def _conjugate_in(a: FieldMatrix) -> Callable[[Any], Any]:
    if a.field.is_real:
        return _same
    return lambda x: x.conjugate if isinstance(x, FieldElement) else x


def _entry(lower: Lower, i: int, j: int, conjugate: Callable[[Any], Any]) -> Any:
    return lower[i][j] if i >= j else conjugate(lower[j][i])


def _made_first(
    lower: Lower, left: list[Vector], columns: list[list[Any]], conjugate: Callable[[Any], Any]
) -> list[int] | None:
    """The rows in an order that starts with a pivot, which is made if there is none; None: all are 0."""
    k = next((i for i, row in enumerate(lower) if row[i]), None)
    if k is None:
        pair = next(((i, j) for i, row in enumerate(lower) for j, x in enumerate(row) if x), None)
        if pair is None:
            return None
        k = pair[0]
        _add(lower, left, columns, pair, conjugate)
    return [k, *[i for i in range(len(left)) if i != k]]


def _add(
    lower: Lower,
    left: list[Vector],
    columns: list[list[Any]],
    pair: tuple[int, int],
    conjugate: Callable[[Any], Any],
) -> None:
    """b_i becomes b_i + c b_j, for i > j and a diagonal of zeros: S_ii becomes c S_ij + conj(c S_ij) != 0."""
    i, j = pair
    c = 1 if conjugate is _same else _entry(lower, j, i, conjugate)
    bar = conjugate(c) if c != 1 else c
    diagonal = c * lower[i][j] + bar * _entry(lower, j, i, conjugate)
    for k in range(len(lower)):
        if k < i:
            lower[i][k] = lower[i][k] + bar * _entry(lower, j, k, conjugate)
        elif k > i:
            lower[k][i] = lower[k][i] + c * lower[k][j]
    lower[i][i] = diagonal
    for column in columns:  # rows of L stand for b^* A, so they are conjugated
        at = len(column) - len(left)
        column[at + i] = column[at + i] + bar * column[at + j]
    for k, x in left[j].items():
        left[i][k] = left[i].get(k, 0) + c * x
