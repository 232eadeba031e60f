"""Random nonnegative and stochastic matrices whose classes and periods are chosen first."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix

Rows = list[list[Fraction]]


@dataclass(frozen=True)
class Chain:
    """A stochastic matrix with its structure, known by construction.

    Attributes:
        matrix: P, its states renumbered.
        closed: {states of a closed class: its period}.
        transient: the other states.
    """

    matrix: ExactMatrix
    closed: dict[frozenset[int], int]
    transient: frozenset[int]


@st.composite
def weights(draw: st.DrawFn, count: int) -> list[Fraction]:
    """Positive fractions with the sum 1."""
    parts = draw(st.lists(st.integers(1, 6), min_size=count, max_size=count))
    return [Fraction(x, sum(parts)) for x in parts]


@st.composite
def cyclic_blocks(draw: st.DrawFn, sizes: list[int]) -> Rows:
    """An irreducible stochastic matrix with those cyclic classes: each leads to all of the next one."""
    starts = [sum(sizes[:k]) for k in range(len(sizes) + 1)]
    n, rows = starts[-1], []
    for k, size in enumerate(sizes):
        to = (k + 1) % len(sizes)
        for _ in range(size):
            row = [Fraction(0)] * n
            row[starts[to] : starts[to + 1]] = draw(weights(sizes[to]))
            rows.append(row)
    return rows


@st.composite
def chains(draw: st.DrawFn, *, most_closed: int = 3, most_transient: int = 3) -> Chain:
    """Closed classes of chosen periods, and transient states that lead to later states only, or stay."""
    shapes = draw(
        st.lists(st.lists(st.integers(1, 2), min_size=1, max_size=3), min_size=1, max_size=most_closed)
    )
    extra = draw(st.integers(0, most_transient))
    n = extra + sum(map(sum, shapes))
    rows = [[Fraction(0)] * n for _ in range(n)]
    closed, at = {}, extra
    for sizes in shapes:
        block = draw(cyclic_blocks(sizes))
        for i, row in enumerate(block):
            rows[at + i][at : at + len(block)] = row
        closed[tuple(range(at, at + len(block)))] = len(sizes)
        at += len(block)
    for i in range(extra):
        later = draw(st.lists(st.integers(i + 1, n - 1), min_size=1, max_size=4, unique=True))
        targets = sorted({*later, *([i] if draw(st.booleans()) else [])})
        for j, p in zip(targets, draw(weights(len(targets))), strict=True):
            rows[i][j] = p
    new = draw(st.permutations(range(n)))
    moved = [[Fraction(0)] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            moved[new[i]][new[j]] = rows[i][j]
    return Chain(
        ExactMatrix.from_fractions(moved, backend=draw(st.sampled_from(BACKENDS))),
        {frozenset(new[i] for i in states): period for states, period in closed.items()},
        frozenset(new[:extra]),
    )


@st.composite
def nonnegative(draw: st.DrawFn, *, max_order: int = 5, top: int = 3) -> ExactMatrix:
    """Nonnegative matrices with many zeros."""
    n = draw(st.integers(1, max_order))
    entry = st.one_of(st.just(Fraction(0)), st.builds(Fraction, st.integers(0, top), st.integers(1, 3)))
    rows = draw(st.lists(st.lists(entry, min_size=n, max_size=n), min_size=n, max_size=n))
    return ExactMatrix.from_fractions(rows, backend=draw(st.sampled_from(BACKENDS)))
