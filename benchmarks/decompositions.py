"""Profile and Dunford against python-flint alone (charpoly, factors, ranks of p(A)^k); what no peer answers.

Each matrix goes to both in turn, as a fresh object; the row is the ratio of the medians. symspec starts from
rows and verifies its result in that time, python-flint from its own matrix. Run alone, this file also prints
scaling exponents: the slope of log t on log n. Other systems: peer_table.py.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import corpus
import flint
from corpus import Rows
from measure import Row, seconds, side_by_side, slope, table

import symspec as ss
from symspec.algebra.matrix import ExactMatrix

REPEATS = 5
SQUAREFREE = ("C1_n020", "C1_n050", "C1_n100", "C1_n150", "C1_n200")
WITH_MULTIPLICITIES = ("C2_n020", "C2_n040", "C3_d10k3", "C3_d20k2")
TASKS: dict[str, Callable[[Rows], object]] = {
    "profile": lambda rows: analysis(rows).profile.minpoly,
    "dunford": lambda rows: analysis(rows).dunford,
    "jordan": lambda rows: analysis(rows).jordan_form.chains,
}
LIMIT, LIMIT_OF_DUNFORD_WITH_MULTIPLICITIES = 3.0, 20.0


def analysis(rows: Rows) -> ss.Analysis:
    return ss.analyze(ExactMatrix.from_fractions(rows))


def prepared(rows: Rows) -> Any:
    return flint.fmpq_mat([[flint.fmpq(x.numerator, x.denominator) for x in row] for row in rows])


def floor(a: Any) -> object:
    """charpoly, its factors, and the ranks of p(A)^k until they stop falling."""
    _, factors = a.charpoly().numer().factor()
    return [ranks(a, p, m) for p, m in factors]


def ranks(a: Any, p: Any, m: int) -> list[int]:
    if m == 1:
        return []
    value = a * 0
    for c in reversed(p.coeffs()):
        value = value * a
        for i in range(a.nrows()):
            value[i, i] += c
    power, found = value, [a.nrows(), value.numer_denom()[0].rank()]
    while found[-1] > a.nrows() - m * p.degree():
        power = power * value
        found.append(power.numer_denom()[0].rank())
    return found


def compared(task: str, name: str, limit: float) -> Row:
    rows = corpus.matrix(name)
    material = [(rows, prepared(rows)) for _ in range(REPEATS)]
    ours, theirs, count = side_by_side(
        lambda pair: TASKS[task](pair[0]), lambda pair: floor(pair[1]), material
    )
    return Row(f"{task} {name} / floor", ours, theirs, count, limit=limit)


def degree_thirty(seed: int) -> Rows:
    """90 x 90: an irreducible factor of degree 30 (Eisenstein at 2) with blocks 2 and 1, conjugated."""
    rng, d = random.Random(seed), 30
    p = [2, *(2 * rng.randint(-2, 2) for _ in range(d - 1))]
    n = 3 * d
    rows = [[Fraction(0)] * n for _ in range(n)]
    for start in (0, d, 2 * d):
        for i in range(d):
            rows[start + i][start + d - 1] -= p[i]
            if i:
                rows[start + i][start + i - 1] += 1
            if not start:
                rows[i][d + i] += 1
    for _ in range(4 * n):
        i, j, c = rng.randrange(n), rng.randrange(n), rng.choice((-1, 1))
        if i != j:
            rows[i] = [x + c * y for x, y in zip(rows[i], rows[j], strict=True)]
            for row in rows:
                row[j] -= c * row[i]
    return rows


def alone_rows(seed: int) -> Iterator[Row]:
    """Where no peer answers: the shortest run is compared with what is asked, in seconds."""
    companion = [[Fraction(int(i == j + 1)) for j in range(5)] for i in range(5)]
    companion[0][4] = companion[1][4] = Fraction(1)
    casus = [[Fraction(x) for x in row] for row in ((-3, 1, 2), (1, -1, 0), (1, 0, -2))]
    for name, rows, asked in (
        ("jordan, degree 30 in 90 x 90, blocks 2 and 1 / 1.5 s", degree_thirty(seed), 1.5),
        ("jordan, companion of x^5 - x - 1 / 0.01 s", companion, 0.01),
        ("jordan, casus irreducibilis (SymPy issue 24942) / 0.01 s", casus, 0.01),
        ("dunford, C2_n040 / 0.02 s", corpus.matrix("C2_n040"), 0.02),
        ("dunford, C3_d20k2 / 0.02 s", corpus.matrix("C3_d20k2"), 0.02),
    ):
        shortest = min(seconds(TASKS[name.partition(",")[0]], rows) for _ in range(REPEATS))
        yield Row(name, shortest, asked, REPEATS, limit=1.0)


def rows(seed: int) -> Iterator[Row]:
    """All comparisons of this benchmark."""
    for name in (*SQUAREFREE, *WITH_MULTIPLICITIES):
        yield compared("profile", name, LIMIT)
        repeated = name in WITH_MULTIPLICITIES
        yield compared("dunford", name, LIMIT_OF_DUNFORD_WITH_MULTIPLICITIES if repeated else LIMIT)
    yield from alone_rows(seed)


def exponents() -> Iterator[str]:
    """The slope of log t on log n for symspec, by family and task."""
    ladders = {
        "C1": ("C1_n020", "C1_n030", "C1_n050", "C1_n100", "C1_n150", "C1_n200"),
        "C2": ("C2_n010", "C2_n020", "C2_n030", "C2_n040"),
    }
    for family, names in ladders.items():
        for task, run in TASKS.items():
            points = []
            for name in names:
                matrix = corpus.matrix(name)
                best = min(seconds(run, matrix) for _ in range(3))
                points.append((math.log(len(matrix)), math.log(best)))
            yield f"{task} {family}: t ~ n^{slope(points):.1f}"


if __name__ == "__main__":
    print(table(list(rows(1))), *exponents(), sep="\n")
