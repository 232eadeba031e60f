"""Laying out plain text: paragraphs, and boxes of lines side by side, none wider than the page."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from fractions import Fraction
from itertools import zip_longest

from symspec.algebra.matrix import ExactMatrix
from symspec.notation.text import matrix_lines
from symspec.render.formula_text import GLUE, is_short, number_text

Box = tuple[str, ...]
GAP = "    "
# An entry longer than this gets a name before a matrix is declared too wide.
MIN_NAMED = 6
# The spaces in products such as A^n y, z^n v, z I, W Sigma, A^T P and 4 c.
_PRODUCTS = re.compile(
    r"(?<=[A-Zz|n)]) (?=[yvwxINPJW]\b|\|)|(?<=[DJPW]) (?=Sigma\b|J\b)"
    r"|(?<=\^T) (?=[A-Z])|(?<=\d) (?=[bcxz]\b)"
)


def paragraph(text: str, width: int, first: str = "", later: str = "") -> Box:
    """The text in lines of at most `width`, broken at spaces; glued parts stay together while they fit."""
    room = width - len(later)
    words = [word.replace(GLUE, " ") if len(word) > room else word for word in text.split(" ")]
    lines = textwrap.wrap(
        " ".join(words), width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    )
    return tuple(line.replace(GLUE, " ") for line in lines)


def signs_kept(template: str) -> str:
    """The sentence with its formulas glued: lines are not broken at their signs."""
    for sign in ("->", "=", "!=", "<", ">", "<=", ">=", "+", "-"):
        template = template.replace(f" {sign} ", f"{GLUE}{sign}{GLUE}")
    template = re.sub(r"\|[^|{}]*\|", lambda norm: norm[0].replace(" ", GLUE), template)
    return _PRODUCTS.sub(GLUE, template)


def indented(box: Sequence[str], by: int) -> Box:
    """The box moved to the right."""
    return tuple(" " * by + line if line else line for line in box)


def beside(boxes: Sequence[Box]) -> Box:
    """The boxes side by side, tops level."""
    widths = [max(map(len, box), default=0) for box in boxes]
    rows = zip_longest(*boxes, fillvalue="")
    padded = ("".join(line.ljust(w) for line, w in zip(row, widths, strict=True)) for row in rows)
    return tuple(line.rstrip() for line in padded)


def width_of(box: Box) -> int:
    """The length of its longest line."""
    return max(map(len, box), default=0)


def rows_of(boxes: Sequence[Box], width: int) -> Box:
    """The boxes from left to right, a gap between them, in as many rows as needed."""
    rows: list[list[Box]] = []
    for box in boxes:
        used = sum(width_of(b) + len(GAP) for b in rows[-1]) if rows else width + 1
        if used + width_of(box) > width:
            rows.append([box])
        else:
            rows[-1].append(box)
    laid = [beside([part for box in row for part in (box, (GAP,))][:-1]) for row in rows]
    return tuple(line for k, row in enumerate(laid) for line in (("",) if k and len(row) > 1 else ()) + row)


def matrix_box(m: ExactMatrix, width: int, letter: str = "a") -> tuple[Box, tuple[str, ...]]:
    """The matrix in `width` columns, and the entries that had to be named; ((), ()) if it is too wide."""
    if all(is_short(x) for row in m.tolist() for x in row):
        lines = matrix_lines(m.tolist())
        if width_of(lines) <= width:
            return lines, ()
    cells = [[number_text(x) for x in row] for row in m.tolist()]
    lengths = sorted({len(x) for row in cells for x in row if len(x) >= MIN_NAMED}, reverse=True)
    for limit in lengths:
        names, shown = _named(m, cells, limit, letter)
        box = _aligned(shown)
        if width_of(box) <= width:
            return box, names
    return (), ()


def _named(
    m: ExactMatrix, cells: list[list[str]], limit: int, letter: str
) -> tuple[tuple[str, ...], list[list[str]]]:
    values: dict[Fraction, str] = {}
    shown = []
    for row, texts in zip(m.tolist(), cells, strict=True):
        line = []
        for x, text in zip(row, texts, strict=True):
            line.append(values.setdefault(x, f"{letter}{len(values) + 1}") if len(text) >= limit else text)
        shown.append(line)
    return tuple(f"{name} = {number_text(x)}".replace(" ", GLUE) for x, name in values.items()), shown


def _aligned(cells: list[list[str]]) -> Box:
    widths = [max(len(row[j]) for row in cells) for j in range(len(cells[0]))]
    return tuple(
        "[ " + "  ".join(x.rjust(w) for x, w in zip(row, widths, strict=True)) + " ]" for row in cells
    )
