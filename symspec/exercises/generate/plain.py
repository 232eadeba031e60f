"""Fractions in lists: an arithmetic of its own, so that what is wrong is not judged wrong by the judge."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Vector = list[Fraction]
Rows = list[Vector]
ZERO = Fraction(0)


def identity(n: int) -> Rows:
    """I."""
    return [[Fraction(int(i == j)) for j in range(n)] for i in range(n)]


def product(a: Rows, b: Rows) -> Rows:
    """a b."""
    columns = transposed(b)
    return [[sum((x * y for x, y in zip(row, c, strict=True)), ZERO) for c in columns] for row in a]


def image(a: Rows, v: Vector) -> Vector:
    """a v."""
    return [sum((x * y for x, y in zip(row, v, strict=True)), ZERO) for row in a]


def transposed(a: Rows) -> Rows:
    """The transpose."""
    return [list(column) for column in zip(*a, strict=True)]


def plus(a: Rows, b: Rows, factor: Fraction | int = 1) -> Rows:
    """a + factor b."""
    return [[x + factor * y for x, y in zip(r, s, strict=True)] for r, s in zip(a, b, strict=True)]


def times(a: Rows, factor: Fraction | int) -> Rows:
    """factor a."""
    return [[factor * x for x in row] for row in a]


def power(a: Rows, n: int) -> Rows:
    """a^n."""
    result = identity(len(a))
    for _ in range(n):
        result = product(result, a)
    return result


def rank(a: Rows) -> int:
    """By elimination."""
    rows, found = [list(row) for row in a], 0
    for column in range(len(a[0]) if a else 0):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for i in range(found + 1, len(rows)):
            factor = rows[i][column] / rows[found][column]
            rows[i] = [x - factor * y for x, y in zip(rows[i], rows[found], strict=True)]
        found += 1
    return found


def is_zero(a: Rows) -> bool:
    """Every entry is 0."""
    return not any(x for row in a for x in row)


def polynomial(roots: Sequence[Fraction]) -> Vector:
    """The coefficients of prod (x - z), constant term first."""
    c = [Fraction(1)]
    for z in roots:
        c = [x - z * y for x, y in zip([ZERO, *c], [*c, ZERO], strict=True)]
    return c


def value(c: Sequence[Fraction], a: Rows) -> Rows:
    """sum c[i] a^i."""
    result = times(identity(len(a)), 0)
    for x in reversed(c):
        result = plus(product(result, a), identity(len(a)), x)
    return result
