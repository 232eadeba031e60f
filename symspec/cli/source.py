"""MATRIX on the command line: text, a file, or "-"."""

from __future__ import annotations

import re
from pathlib import Path

from symspec.cli.streams import standard_text
from symspec.errors import InputError

_NUMBERS_ONLY = re.compile(r"[-+0-9eE/*^.,;\s\[\](){}]*", re.ASCII)
_NAMES_A_FILE = re.compile(r"(?:\.{0,2}|~)[/\\][^\n]{0,1000}|[\w./\\~ -]{0,1000}\.[A-Za-z]{2}\w{0,9}")


def matrix_source(text: str) -> str | Path:
    """What the door is given: a path when the text names a file, else the text.

    A file that exists is read whatever its ending is, unless its name is a matrix by itself, such as "2".

    Raises:
        InputError: the text can only be the name of a file, and there is none.
    """
    from symspec.algebra.door.paths import as_path, existing_path

    if text == "-":
        return standard_text()
    if as_path(text):
        return text
    path = existing_path(text)
    if path and not _NUMBERS_ONLY.fullmatch(text):
        return path
    if _NAMES_A_FILE.fullmatch(text):
        raise InputError(f'there is no file "{text}".')
    return text
