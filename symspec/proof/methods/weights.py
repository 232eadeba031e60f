"""Vectors w > 0 with |A| w < w, and v >= 0 with A v >= r v for some r > 1: short ones, found by search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import primitive
from symspec.errors import UndefinedError

MAX_DIGITS = 6
MAX_ROUNDS = 200
# The fixed point of the iteration that looks for a growing vector.
SCALE = 1 << 40

Vector = tuple[int, ...]


def shrinking_vector(m: ExactMatrix) -> Vector | None:
    """A w > 0 with M w < w, for M >= 0; None iff there is none, that is iff the spectral radius of M is >= 1.

    If w > 0 and M w < w, M^k -> 0 and (I - M)^-1 = I + M + M^2 + .. >= 0. Conversely the solution x of
    (I - M) x = (1, .., 1) satisfies M x = x - (1, .., 1) < x, and x = (1, .., 1) + M (1, .., 1) + .. > 0.
    """
    ones = m.with_entries([[1]] * m.order)
    if all(x < 1 for x in _image(m, (1,) * m.order)):
        return (1,) * m.order
    try:
        x = [row[0] for row in (m.identity() - m).solve(ones).tolist()]
    except UndefinedError:
        return None
    if min(x) <= 0:
        return None
    return next(w for w in _rounded(x) if all(y < z for y, z in zip(_image(m, w), w, strict=True)))


def _image(m: ExactMatrix, w: Sequence[int]) -> list[Fraction]:
    return [row[0] for row in (m @ m.with_entries([[x] for x in w])).tolist()]


def _rounded(x: Sequence[Fraction]) -> Iterator[Vector]:
    """Integer vectors ever nearer to the direction of x, and x itself at the end."""
    for digits in range(1, MAX_DIGITS + 1):
        yield primitive(tuple(max(1, round(y * 10**digits / max(x))) for y in x))
    yield _whole(x)


def _whole(x: Sequence[Fraction]) -> Vector:
    rows, _ = ExactMatrix.from_fractions([list(x)]).integers()
    return primitive(tuple(rows[0]))


def growing_vector(m: ExactMatrix) -> tuple[Vector, Fraction] | None:
    """(v, r) with v >= 0, v != 0, M v >= r v and r > 1, for M >= 0; None where the search found none."""
    entries = m.tolist()
    for component in components(entries):
        block = [[entries[i][j] for j in component] for i in component]
        found = _growing(block)
        if found is not None:
            part = dict(zip(component, found[0], strict=True))
            return tuple(part.get(i, 0) for i in range(m.order)), found[1]
    return None


def _growing(block: list[list[Fraction]]) -> tuple[Vector, Fraction] | None:
    """Powers of I + M lead to the direction in which all ratios (M v)_i / v_i are equal."""
    v = [SCALE] * len(block)
    for _ in range(MAX_ROUNDS):
        image = [
            v[i] + sum((x * y for x, y in zip(row, v, strict=True)), Fraction(0))
            for i, row in enumerate(block)
        ]
        top = max(image)
        v = [max(1, ceil(SCALE * x / top)) for x in image]
        if _ratio(block, v) > 1:
            return next(
                (w, _ratio(block, w)) for w in (*_rounded([Fraction(x) for x in v]),) if _ratio(block, w) > 1
            )
    return None


def _ratio(block: list[list[Fraction]], v: Sequence[int]) -> Fraction:
    return min(
        sum((x * y for x, y in zip(row, v, strict=True)), Fraction(0)) / v[i] for i, row in enumerate(block)
    )


def components(entries: Sequence[Sequence[Fraction]]) -> list[list[int]]:
    """The classes of indices that lead to one another along entries that are not 0."""
    n = len(entries)
    reach = [[i == j or entries[i][j] != 0 for j in range(n)] for i in range(n)]
    for k in range(n):
        for i in range(n):
            if reach[i][k]:
                reach[i] = [a or b for a, b in zip(reach[i], reach[k], strict=True)]
    classes = {tuple(j for j in range(n) if reach[i][j] and reach[j][i]) for i in range(n)}
    return [list(c) for c in sorted(classes)]
