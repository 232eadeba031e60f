"""How much there is to write on the way to a solution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis, analyze


def digits(a: ExactMatrix) -> int:
    """The most digits of a numerator or denominator on the path: what a nice matrix keeps small.

    The path: A, det(x I - A), A - z I in echelon form for each rational eigenvalue z, P and P^-1, D and N,
    A^2, and the limit where there is one.

    >>> digits(ExactMatrix.from_integers([[2, 1], [1, 2]]))
    1
    """
    return max(map(_length, _path(analyze(a))), default=1)


def _path(an: Analysis) -> Iterator[Fraction]:
    a = an.matrix
    yield from _entries((a, a @ a, an.dunford.D, an.dunford.N))
    yield from an.charpoly.coefficients
    for f in an.profile.factors:
        if f.polynomial.degree == 1:
            yield from echelon((a - a.scalar(-f.polynomial.coefficients[0])).tolist())
    basis = an.jordan_form.rational.X
    yield from _entries((basis, basis.inverse))
    if an.behavior.has_limit:
        yield from _entries((an.limit,))


def _entries(matrices: Iterable[ExactMatrix]) -> Iterator[Fraction]:
    for m in matrices:
        for row in m.tolist():
            yield from row


def _length(x: Fraction) -> int:
    return max(len(str(abs(x.numerator))), len(str(x.denominator)))


def echelon(rows: list[list[Fraction]]) -> Iterator[Fraction]:
    """Every entry that appears in Gauss's elimination, the first non-zero entry of a column as its pivot."""
    rows, at = [list(row) for row in rows], 0
    for column in range(len(rows[0])):
        pivot = next((i for i in range(at, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for i in range(at + 1, len(rows)):
            factor = rows[i][column] / rows[at][column]
            rows[i] = [x - factor * y for x, y in zip(rows[i], rows[at], strict=True)]
            yield from rows[i]
        at += 1
