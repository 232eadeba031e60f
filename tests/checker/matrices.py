"""The matrices of the tables, each with one thing to it, and witnesses found by hand."""

from __future__ import annotations

from dataclasses import replace

from symspec.certificate import (
    Dunford,
    Proposition2,
    Rank,
)
from tests.checker.builder import rational

STABLE = rational([["1/2", "1/4"], [0, "1/3"]])
SHEARED = rational([["1/2", 5], [0, "1/2"]])  # contracts late: one block at 1/2
NILPOTENT = rational([[0, 1], [0, 0]])
MARKOV = rational([["1/2", "1/2"], [0, 1]])
SWAP = rational([[0, 1], [1, 0]])
QUARTER_TURN = rational([[0, -1], [1, 0]])
ROTATION = rational([["3/5", "-4/5"], ["4/5", "3/5"]])  # 5x^2 - 6x + 5, no root of unity
SHEAR = rational([[1, 1], [0, 1]])
MINUS_SHEAR = rational([[-1, 1], [0, -1]])
TWO_BLOCK_AT_I = rational([[1, 1, 1, 0], [-2, -1, 0, -1], [0, 0, -1, -1], [0, 0, 2, 1]])
DOUBLING = rational([[2, 0], [0, "1/2"]])
FIBONACCI = rational([[1, 1], [1, 0]])
UNIT = rational([[1, 0], [0, 1]])
BARELY_OUTSIDE = rational([[f"{10**40 + 1}/{10**40}"]])
BARELY_INSIDE = rational([[f"{10**40 - 1}/{10**40}"]])

JORDAN_SHEARED = Dunford(rational([["1/2", 0], [0, "1/2"]]), rational([[0, 5], [0, 0]]), 2, (-1, 2))
LIMIT_OF_MARKOV = rational([[0, 1], [0, 1]])
ONCE = Rank((-1, 1), 1, (0,), (0,), 7, ((1, 1),))
MARKOV_2 = Proposition2((-1, 2), LIMIT_OF_MARKOV, ONCE, replace(ONCE, q=(1, -2, 1)))
# rk(S - I) = 1 and rk((S - I)^2) = 0: true facts about the shear, which has no limit
SHEAR_ONCE = Rank((-1, 1), 1, (0,), (1,), 7, ((1, 0),))
SHEAR_TWICE = Rank((1, -2, 1), 0, (), (), 7, ((1, 0), (0, 1)))
