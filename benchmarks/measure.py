"""Side-by-side timing: two things alternate on fresh material within one run; the medians are compared."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: medians in seconds, and what is asked of them.

    `limit` bounds the ratio ours / theirs; `margin` bounds the difference ours - theirs and `ceiling` bounds
    ours itself, in seconds. A row with none of them is for information.
    """

    name: str
    ours: float
    theirs: float
    repeats: int
    limit: float | None = None
    margin: float | None = None
    ceiling: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    @property
    def holds(self) -> bool:
        """Every bound that is asked for is kept."""
        within_limit = self.limit is None or self.ratio <= self.limit
        within_margin = self.margin is None or self.ours - self.theirs <= self.margin
        return within_limit and within_margin and (self.ceiling is None or self.ours <= self.ceiling)

    @property
    def asked(self) -> str:
        if self.limit is not None:
            return f"{self.limit:g} x"
        if self.ceiling is not None:
            return f"{1000 * self.ceiling:g} ms"
        return "" if self.margin is None else f"+{1000 * self.margin:.0f} ms"


def seconds(action: Callable[[T], object], material: T) -> float:
    """The time that one call takes."""
    start = time.perf_counter()
    action(material)
    return time.perf_counter() - start


def side_by_side(
    ours: Callable[[T], object], theirs: Callable[[T], object], material: Iterable[T]
) -> tuple[float, float, int]:
    """(median of ours, median of theirs, repeats): both get each piece of material, first by turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn, piece in enumerate(material):
        order = ((0, ours), (1, theirs)) if turn % 2 == 0 else ((1, theirs), (0, ours))
        for side, action in order:
            times[side].append(seconds(action, piece))
    return statistics.median(times[0]), statistics.median(times[1]), len(times[0])


def process(*arguments: str) -> Callable[[object], object]:
    """An action that runs a fresh Python with these arguments, and complains if it fails."""
    command = (sys.executable, *arguments)
    return lambda _: subprocess.run(command, check=True, capture_output=True)


def table(rows: Sequence[Row]) -> str:
    """The rows, aligned; the times only show of what order they are, the ratio is the result."""
    head = ("", "symspec", "peer", "ratio", "difference", "asked", "repeats", "")
    body = [
        (
            row.name,
            f"{1000 * row.ours:.2f} ms",
            f"{1000 * row.theirs:.2f} ms",
            f"{row.ratio:.2f}",
            f"{1000 * (row.ours - row.theirs):+.2f} ms",
            row.asked,
            str(row.repeats),
            "" if not row.asked else "kept" if row.holds else "MISSED",
        )
        for row in rows
    ]
    widths = [max(len(line[i]) for line in (head, *body)) for i in range(len(head))]
    lines = (
        (line[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(line[1:], widths[1:], strict=True)))
        for line in (head, *body)
    )
    return "\n".join("  ".join(line).rstrip() for line in lines)


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Least squares: the b of y = a + b x."""
    mx, my = (statistics.fmean(p[i] for p in points) for i in (0, 1))
    return sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
