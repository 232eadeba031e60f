"""A target that grows line by line: what a kill left of a last line is removed, and work goes on there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO


def opened(target: str) -> BinaryIO:
    """The file, made if it is not there, for reading and appending."""
    handle = os.open(target, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    return os.fdopen(handle, "r+b")


def whole_lines(out: BinaryIO, target: str) -> Iterator[tuple[bytes, str]]:
    """(line, where it stands) for each whole line; when all are taken, what follows them is removed."""
    end = 0
    for number, line in enumerate(out, 1):
        if not line.endswith(b"\n"):
            break
        yield line, f'line {number} of "{target}"'
        end += len(line)
    out.seek(end)
    out.truncate()
