"""A matrix written as text: [[1/2, 1/4], [0, 1/3]], or 1/2 1/4; 0 1/3, or 1/10 [[9, 1], [2, 8]]."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.algebra.door.entries import literal
from symspec.algebra.door.found import Found
from symspec.errors import ParseError

if TYPE_CHECKING:
    from symspec.syntax.tree import Node

_PLAIN = re.compile(r"[-+0-9eE/.,;\s\[\]]*", re.ASCII)
_LONGEST = 4_000_000  # the grammar refuses what is longer, and says so
_BRACKETS = re.compile(r"[\[\]{}\\]")
_INNER = re.compile(r"\[([^\[\]]*)\]")
Entries = list[list[Fraction]]


def found(text: str, *, decimal: str | None = None) -> Found:
    """The entries of a text in any notation: the plain grammar, LaTeX, Matlab, Mathematica, JSON, or a table.

    Raises:
        InputError: the text is not a matrix; says what, where and what instead.
    """
    if _is_table(text) or (decimal is not None and not _BRACKETS.search(text)):
        from symspec.algebra.door import tables

        return tables.rows(text, "the table", decimal=decimal, source="text")
    start = text.lstrip()[:2]
    if start == '{"' or (start[:1] in ("[", "{") and '"' in text):
        from symspec.algebra.door import json_text

        return Found(json_text.json_rows(text, "the text"), "text")
    return Found(entries(text), "text")


def _is_table(text: str) -> bool:
    """Cells of a spreadsheet: tabs between them, and no bracket."""
    return "\t" in text and ",\t" not in text and not _BRACKETS.search(text) and text.strip().count("\t") > 0


def entries(text: str) -> Entries | list[list[Node]]:
    """The entries, row by row, of equal lengths: fractions, or trees when one is irrational.

    Raises:
        InputError: the text is not a matrix; says what, where and what instead.
    """
    if len(text) < 100 and not text.strip("[](){};, \n\t"):
        raise ParseError("the matrix is empty. Write [[1, 2], [3, 4]] or 1 2; 3 4.", text=text, position=0)
    return _at_a_glance(text) or _by_the_grammar(text)


def _at_a_glance(text: str) -> Entries | None:
    """Plain literals in plain rows; None when the text has anything else in it.

    What is read here is read by the grammar to the same matrix, a hundred times slower.
    """
    if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        return None
    body = text.strip()
    pieces = _INNER.findall(body)
    if body.startswith("[[") or body.startswith("[ ["):
        skeleton = _INNER.sub("r", body)
        if "".join(skeleton.split()) != f"[{','.join(['r'] * len(pieces))}]":
            return None
        lines, by_comma = pieces, [True] * len(pieces)
        if ";" in body or any("\n" in piece for piece in pieces):
            return None
    else:
        body = pieces[0] if len(pieces) == 1 and body == f"[{pieces[0]}]" else body
        lines = re.split(r"[;\n]", body)
        by_comma = ["," in body] * len(lines)
    split = [
        line.split(",") if comma and "," in line else line.split()
        for line, comma in zip(lines, by_comma, strict=True)
    ]
    if len(set(map(len, split))) != 1 or not split[0]:
        return None
    read = [[literal(piece) for piece in line] for line in split]
    if any(pair is None for line in read for pair in line):
        return None
    return [[Fraction(*pair) for pair in line if pair] for line in read]


def _by_the_grammar(text: str) -> Entries | list[list[Node]]:
    from symspec.algebra.door import parsed
    from symspec.algebra.door.dialects import respelled

    return parsed.entries(respelled(text) if len(text) <= _LONGEST else text)
