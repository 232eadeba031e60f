"""A progress bar on a terminal, and silence everywhere else."""

from __future__ import annotations

import sys
import time
from typing import TextIO

WIDTH = 30
EVERY = 0.2  # seconds


class Progress:
    """[######......] 12,345 of 20,000, 3,210 a second, 2 s left.

    Args:
        total: how many there will be; None if that is not known.
        done: how many there were before.
        shown: False is silence, on a terminal too.
    """

    def __init__(
        self, total: int | None = None, *, done: int = 0, shown: bool = True, stream: TextIO | None = None
    ) -> None:
        self._stream = stream or sys.stderr
        self._shown = shown and self._stream.isatty()
        self._total, self._done, self._before = total, done, done
        self._start = self._last = time.monotonic()

    def advance(self, count: int) -> None:
        """Count more of them are done."""
        self._done += count
        now = time.monotonic()
        if self._shown and now - self._last >= EVERY:
            self._last = now
            self._draw(now)

    def _draw(self, now: float) -> None:
        rate = (self._done - self._before) / max(now - self._start, 1e-9)
        self._stream.write("\r" + line(self._done, self._total, rate) + "\x1b[K")
        self._stream.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._draw(time.monotonic())
            self._stream.write("\n")
            self._stream.flush()


def line(done: int, total: int | None, rate: float) -> str:
    """The bar as text.

    >>> line(250, 1000, 125.4)
    '[#######.......................] 250 of 1,000, 125 a second, 6 s left'
    >>> line(250, None, 125.4)
    '250 done, 125 a second'
    """
    if total is None:
        return f"{done:,} done, {rate:,.0f} a second"
    full = WIDTH * done // max(total, 1)
    left = f", {(total - done) / rate:,.0f} s left" if rate else ""
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {done:,} of {total:,}, {rate:,.0f} a second{left}"
