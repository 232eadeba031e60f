"""Every decomposition of every matrix of the corpus: symspec against the fastest exact system that is found.

    python benchmarks/peer_table.py [--families C1 C3] [--tasks jordan dunford] [--output FILE]

Every system times itself, on a matrix that it has already, in a process of its own; symspec is timed in the
same way, before and after the others. A peer is ended when it has taken PATIENCE times what symspec took (and
at least FAIR seconds), and is not asked for larger matrices of that ladder. Asked: faster than the fastest
peer wherever that takes a millisecond, and at most a millisecond where it takes less. The exit status is 1
if that is missed anywhere. Exponents are slopes of log t on log n, over times above 0.2 ms.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus
from measure import Row, slope, table
from peers import Worker, peers, symspec
from programs import Program, programs

TASKS = (
    "charpoly",
    "minpoly",
    "eigenvalues",
    "eigenvectors",
    "jordan",
    "dunford",
    "frobenius",
    "similar",
    "conjugator",
    "power",
    "exponential",
    "limit",
    "decide",
)
PATIENCE, FAIR = 10, 1.0
LONGEST = 60.0
SHORT = 0.001
MEASURABLE = 0.0002
# Beyond this order only what is rational: a basis or a closed form has n^2 polynomials of degree n in a root,
# and no peer has any.
LARGEST = 60
RATIONAL = frozenset({"charpoly", "minpoly", "dunford", "frobenius", "similar", "limit", "decide"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One task on one matrix: our seconds, and those of each peer that answered."""

    task: str
    name: str
    ours: float
    theirs: dict[str, float]

    @property
    def fastest(self) -> str:
        return min(self.theirs, key=self.theirs.__getitem__)

    @property
    def row(self) -> Row:
        """symspec against the fastest peer."""
        theirs = self.theirs[self.fastest]
        late = math.isinf(theirs)
        peer = "none in time" if late else self.fastest
        shown = max(FAIR, PATIENCE * self.ours) if late else theirs
        asked = {"limit": 1.0} if shown >= SHORT else {"ceiling": SHORT}
        return Row(f"{self.task} {self.name} / {peer}", self.ours, shown, 2, **asked)


def measured(us: Worker, others: Sequence[Worker | Program], task: str, name: str) -> Cell | None:
    """All systems on one matrix; None where no peer has an answer of its own."""
    rows = corpus.matrix(name)
    texts = [[str(x) for x in row] for row in rows]
    first = us.seconds(task, texts, LONGEST)
    if first is None or math.isinf(first):
        print(f"{task} {name}: no answer of symspec ({first})", file=sys.stderr)
        return None
    patience = max(FAIR, PATIENCE * first)
    theirs = {}
    for peer in others:
        if task not in peer.tasks:
            continue
        family = (task, corpus.ladder(name))
        spent = math.inf if family in peer.late else seconds_of(peer, task, name, texts, patience)
        if spent is not None:
            theirs[peer.name] = spent
            if math.isinf(spent):
                peer.late.add(family)
    again = us.seconds(task, texts, LONGEST) or first
    return Cell(task, name, min(first, again), theirs) if theirs else None


def seconds_of(
    peer: Worker | Program, task: str, name: str, texts: list[list[str]], patience: float
) -> float | None:
    """The time of a peer, in its own way."""
    if isinstance(peer, Program):
        return peer.seconds(task, corpus.matrix(name), patience)
    return peer.seconds(task, texts, patience)


def cells(families: Sequence[str], tasks: Sequence[str]) -> Iterator[Cell]:
    """The table, matrix by matrix."""
    us, others = symspec(), [*peers(), *programs()]
    us.start()
    print("peers:", ", ".join(peer.name for peer in others), file=sys.stderr)
    for name in corpus.names():
        if name.startswith(tuple(families)):
            small = corpus.order(name) <= LARGEST
            for task in (t for t in tasks if small or t in RATIONAL):
                cell = measured(us, others, task, name)
                if cell is not None:
                    print(f"{cell.row.name}: {cell.row.ratio:.2f}", file=sys.stderr)
                    yield cell
    us.stop()
    for peer in others:
        peer.stop()


def exponents(found: Sequence[Cell]) -> Iterator[str]:
    """The slopes of symspec and of every peer, for each ladder and task with three sizes or more."""
    for family, task in sorted({(corpus.ladder(c.name), c.task) for c in found}):
        run = [c for c in found if (corpus.ladder(c.name), c.task) == (family, task)]
        slopes = {}
        for system in ("symspec", *dict.fromkeys(p for c in run for p in c.theirs)):
            points = [(corpus.order(c.name), time_of(c, system)) for c in run]
            points = [(n, t) for n, t in points if MEASURABLE < t < math.inf]
            if len({n for n, _ in points}) >= 3:
                slopes[system] = slope([(math.log(n), math.log(t)) for n, t in points])
        if "symspec" in slopes:
            yield f"{task} {family}: " + ", ".join(f"{s} n^{e:.1f}" for s, e in slopes.items())


def time_of(cell: Cell, system: str) -> float:
    return cell.ours if system == "symspec" else cell.theirs.get(system, math.inf)


def main() -> int:
    """Measure, print, and say whether what is asked for holds."""
    parser = argparse.ArgumentParser(description="symspec against the fastest exact system.")
    parser.add_argument(
        "--families", nargs="+", default=["C"], help="beginnings of names, as C4 or C6_pascal"
    )
    parser.add_argument("--tasks", nargs="+", default=TASKS, choices=TASKS)
    parser.add_argument("--output", type=Path, help="also write the table to this file")
    options = parser.parse_args()
    found = list(cells(options.families, options.tasks))
    rows = [cell.row for cell in found]
    missed = [row.name for row in rows if not row.holds]
    end = f"{len(rows)} comparisons, missed: {', '.join(missed) or 'none'}"
    text = "\n".join([table(rows), "", *exponents(found), "", end])
    print(text)
    if options.output:
        options.output.write_text(text + "\n", "utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
