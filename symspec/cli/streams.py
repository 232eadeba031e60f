"""Standard input and output as a command meets them: closed, full, or of a narrow encoding."""

from __future__ import annotations

import os
import sys

from symspec.errors import InputError


def standard_text() -> str:
    """All of standard input.

    Raises:
        InputError: it is closed, or no text.
    """
    if sys.stdin is None:
        raise InputError("standard input is closed. Write the text itself in the place of -.")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise InputError(f"standard input is not text in {sys.stdin.encoding.upper()}.") from None


def standard_bytes() -> bytes:
    """All of standard input, undecoded.

    Raises:
        InputError: it is closed.
    """
    if sys.stdin is None:
        raise InputError("standard input is closed. Write the name of a file in the place of -.")
    return sys.stdin.buffer.read()


def make_printable() -> None:
    """What the encoding of standard output lacks is printed as an escape, not refused."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")


def discard_output() -> None:
    """Point standard output elsewhere, so that closing it stays silent."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
