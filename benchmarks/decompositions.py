"""Exact decompositions against python-flint alone and every peer that is installed.

Each matrix of the corpus goes to symspec and to a peer in turn, as a fresh object; the row is the ratio of
the medians. symspec starts from rows and verifies its result in that time, a peer from its own matrix.
GAP and Maxima run as processes and time themselves, without their start.
Run alone, this file also prints scaling exponents: the slope of log t on log n.
"""

from __future__ import annotations

import json
import math
import random
import statistics
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

from measure import Row, seconds, side_by_side, table
from peers import Peer, Rows, peers
from programs import PATIENCE, Program, programs

import symspec as ss
from symspec.algebra.matrix import ExactMatrix

CORPUS = Path(__file__).parent / "corpus"
REPEATS = 5
NAMES = {
    "profile": ("C1_n020", "C1_n050", "C1_n100", "C1_n150", "C1_n200", "C2_n020", "C2_n040", "C3_d20k2"),
    "dunford": (
        "C1_n020",
        "C1_n050",
        "C1_n100",
        "C1_n150",
        "C1_n200",
        "C2_n020",
        "C2_n040",
        "C3_d10k3",
        "C3_d20k2",
    ),
    "jordan": ("C2_n005", "C2_n010", "C2_n020", "C2_n030", "C2_n040"),
}
TASKS: dict[str, Callable[[Rows], object]] = {
    "profile": lambda rows: analysis(rows).profile.minpoly,
    "dunford": lambda rows: analysis(rows).dunford,
    "jordan": lambda rows: analysis(rows).jordan_form.chains,
}
# What GAP and Maxima are asked for, on matrices that are small enough for them.
PROGRAM_NAMES = ("C1_n005", "C1_n010", "C2_n005", "C2_n010", "C2_n020")
PROGRAM_TASKS: dict[str, Callable[[Rows], object]] = {
    **TASKS,
    "charpoly": lambda rows: analysis(rows).charpoly,
    "minpoly": lambda rows: analysis(rows).minpoly,
}
# What is asked: times the peer. The floor does less than symspec, the others at least as much.
FLOOR_LIMITS = {"profile": 3.0, "dunford": 3.0}
FLOOR_LIMIT_WITH_MULTIPLICITIES = 20.0
PEER_LIMIT = 1.0
SHORTEST = 0.001


def analysis(rows: Rows) -> ss.Analysis:
    return ss.analyze(ExactMatrix.from_fractions(rows))


def corpus(name: str) -> Rows:
    """The matrix of that name; C1_n200 is drawn like the others of its family, from a fixed seed."""
    if name == "C1_n200":
        rng = random.Random(200)
        return [[Fraction(rng.randint(-9, 9)) for _ in range(200)] for _ in range(200)]
    entries = json.loads((CORPUS / f"{name}.json").read_text("utf-8"))["entries"]
    return [[Fraction(x) for x in row] for row in entries]


def compared(task: str, name: str, peer: Peer) -> Row:
    rows = corpus(name)
    material = [(rows, peer.prepare(rows)) for _ in range(REPEATS)]
    ours, theirs, count = side_by_side(
        lambda pair: TASKS[task](pair[0]), lambda pair: peer.tasks[task](pair[1]), material
    )
    limit = limit_of(task, name, peer) if theirs >= SHORTEST else None
    return Row(f"{task} {name} / {peer.name}", ours, theirs, count, limit=limit)


def compared_with_program(task: str, name: str, program: Program) -> Iterator[Row]:
    """The row, if the program has an answer; a sentence on standard error if it gives up."""
    matrix = corpus(name)
    theirs = program.seconds(task, matrix)
    if theirs is None:
        print(f"{task} {name} / {program.name}: no answer, it gave up or it was wrong", file=sys.stderr)
        return
    PROGRAM_TASKS[task](matrix)
    ours = statistics.median(seconds(PROGRAM_TASKS[task], matrix) for _ in range(REPEATS))
    note = f" (no answer in {PATIENCE} s)" if theirs == PATIENCE else ""
    limit = PEER_LIMIT if theirs >= SHORTEST else None
    yield Row(f"{task} {name} / {program.name}{note}", ours, theirs, REPEATS, limit=limit)


def program_rows() -> Iterator[Row]:
    """GAP and Maxima, which time themselves."""
    for program in programs():
        for task in program.tasks:
            for name in PROGRAM_NAMES:
                yield from compared_with_program(task, name, program)


def limit_of(task: str, name: str, peer: Peer) -> float:
    if peer.name != "floor":
        return PEER_LIMIT
    squarefree = name.startswith("C1")
    return FLOOR_LIMITS[task] if squarefree or task == "profile" else FLOOR_LIMIT_WITH_MULTIPLICITIES


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
        ("dunford, C2_n040 / 0.02 s", corpus("C2_n040"), 0.02),
        ("dunford, C3_d20k2 / 0.02 s", corpus("C3_d20k2"), 0.02),
    ):
        shortest = min(seconds(TASKS[name.partition(",")[0]], rows) for _ in range(REPEATS))
        yield Row(name, shortest, asked, REPEATS, limit=1.0)


def rows(seed: int) -> Iterator[Row]:
    """All comparisons of this benchmark."""
    for peer in peers():
        for task in peer.tasks:
            for name in NAMES[task]:
                if len(corpus(name)) <= peer.largest[task]:
                    yield compared(task, name, peer)
    yield from program_rows()
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
                matrix = corpus(name)
                best = min(seconds(run, matrix) for _ in range(3))
                points.append((math.log(len(matrix)), math.log(best)))
            yield f"{task} {family}: t ~ n^{slope(points):.1f}"


def slope(points: list[tuple[float, float]]) -> float:
    """Least squares."""
    mx, my = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    return sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)


if __name__ == "__main__":
    print(table(list(rows(1))), *exponents(), sep="\n")
