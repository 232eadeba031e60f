"""Formulas in MathML Core, for HTML without scripts."""

from __future__ import annotations

from html import escape
from itertools import zip_longest
from typing import assert_never

from symspec.notation.formula import (
    GREEK,
    RELATIONS,
    SIGNS,
    Bar,
    Binomial,
    Box,
    Fence,
    Grid,
    Marked,
    Number,
    Operator,
    Quotient,
    Root,
    Row,
    Script,
    Symbol,
    Upright,
    is_tall,
)

FENCES = {"(": ("(", ")"), "[": ("[", "]"), "|": ("|", "|")}
TIGHT = frozenset({"'", "''", "star"})
THIN = '<mspace width="0.167em"></mspace>'


def math(box: Box, *, display: bool = False) -> str:
    """The formula as a math element.

    >>> math(Script(Symbol("chi"), above=Number("2")))
    '<math><msup><mi>χ</mi><mn>2</mn></msup></math>'
    """
    start = '<math display="block">' if display else "<math>"
    return f"{start}{mathml(box)}</math>"


def mathml(box: Box) -> str:
    """The formula as one MathML Core element."""
    match box:
        case Symbol(name):
            upright = ' mathvariant="normal"' if name in GREEK and name[0].isupper() else ""
            return f"<mi{upright}>{GREEK.get(name, name)}</mi>"
        case Number(digits):
            return f"<mn>{digits}</mn>"
        case Operator(sign):
            tight = ' lspace="0" rspace="0"' if sign in TIGHT else ""
            return f"<mo{tight}>{escape(SIGNS[sign])}</mo>"
        case Upright(words):
            return f"<mi>{words}</mi>" if words.isalpha() else f"<mtext>{escape(words)}</mtext>"
        case Row(parts):
            return f"<mrow>{''.join(_spaced(parts))}</mrow>"
        case Quotient(top, bottom):
            return f"<mfrac>{mathml(top)}{mathml(bottom)}</mfrac>"
        case Script():
            return _script(box)
        case Root(inside):
            return f"<msqrt>{mathml(inside)}</msqrt>"
        case Bar(inside):
            return f'<mover>{mathml(inside)}<mo stretchy="true">‾</mo></mover>'
        case Fence(kind, inside):
            return _fenced(kind, mathml(inside), is_tall=is_tall(inside))
        case Binomial(top, bottom):
            return _fenced("(", f'<mfrac linethickness="0">{mathml(top)}{mathml(bottom)}</mfrac>')
        case Marked(inside):
            return f'<mrow class="changed">{mathml(inside)}</mrow>'
        case Grid(rows, is_matrix, bar):
            body = "".join(_table_row(cells, bar) for cells in rows)
            return (
                _fenced("(", f"<mtable>{body}</mtable>")
                if is_matrix
                else f'<mtable class="table">{body}</mtable>'
            )
    assert_never(box)


def _spaced(parts: tuple[Box, ...]) -> list[str]:
    """A thin space sets a function's name off from what follows it without a bracket."""
    written = []
    if parts and isinstance(parts[0], Operator) and parts[0].sign in RELATIONS:
        # No space in front of "< 1" in a sentence: the words bring their own.
        written.append(f'<mo lspace="0">{escape(SIGNS[parts[0].sign])}</mo>')
        parts = parts[1:]
    for part, following in zip_longest(parts, parts[1:]):
        named = isinstance(part, Upright) and part.words.isalpha()
        loose = following is not None and not isinstance(following, Fence | Operator)
        written.append(mathml(part) + (THIN if named and loose else ""))
    return written


def _script(box: Script) -> str:
    base = mathml(box.base)
    below, above = (mathml(b) if b is not None else "" for b in (box.below, box.above))
    tag = "msubsup" if below and above else "msub" if below else "msup"
    return f"<{tag}>{base}{below}{above}</{tag}>"


def _fenced(kind: str, inside: str, *, is_tall: bool = True) -> str:
    left, right = FENCES[kind]
    size = "" if is_tall else ' stretchy="false"'
    return f'<mrow><mo form="prefix"{size}>{left}</mo>{inside}<mo form="postfix"{size}>{right}</mo></mrow>'


def _table_row(cells: tuple[Box, ...], bar: int) -> str:
    """The cell behind the bar carries it."""
    shown = (
        f'<mtd class="bar">{mathml(cell)}</mtd>' if bar and j == bar else f"<mtd>{mathml(cell)}</mtd>"
        for j, cell in enumerate(cells)
    )
    return f"<mtr>{''.join(shown)}</mtr>"
