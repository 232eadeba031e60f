"""Formulas in the notation of a country."""

from __future__ import annotations

from symspec.languages import Notation
from symspec.notation.formula import (
    INDETERMINATE,
    Bar,
    Binomial,
    Box,
    Fence,
    Grid,
    Marked,
    Number,
    Quotient,
    Root,
    Row,
    Script,
    Symbol,
    Upright,
    row,
)

_T = Symbol("T")


def localized(box: Box, notation: Notation) -> Box:
    """The formula in that notation: its variable, decimal point, names of functions, transposes, binomials.

    >>> from symspec.languages import notation_of
    >>> localized(Number("0.5"), notation_of("fr")), localized(Upright("rk"), notation_of("ro"))
    (Number(digits='0,5'), Upright(words='rang'))
    """
    match box:
        case Symbol():
            return Symbol(notation.variable) if box == INDETERMINATE else box
        case Number(digits):
            return Number(digits.replace(".", notation.decimal_point))
        case Upright(words):
            return Upright(notation.function(words))
        case Script(Symbol("R"), Number() as index, None):
            return Script(Symbol(notation.row), index)
        case Script(base, below, above) if above == _T and notation.transpose == "before":
            transposed = base if below is None else Script(base, below)
            return row(Script(Row(()), above=Symbol("t")), localized(transposed, notation))
        case Binomial(top, bottom) if notation.binomial == "script":
            return Script(Symbol("C"), localized(top, notation), localized(bottom, notation))
        case _:
            return _inside(box, notation)


def _inside(box: Box, notation: Notation) -> Box:
    """The formula with its parts in that notation."""

    def part(inner: Box) -> Box:
        return localized(inner, notation)

    def script(inner: Box | None) -> Box | None:
        return None if inner is None else part(inner)

    match box:
        case Row(parts):
            return row(*map(part, parts)) if parts else box
        case Quotient(top, bottom):
            return Quotient(part(top), part(bottom))
        case Binomial(top, bottom):
            return Binomial(part(top), part(bottom))
        case Script(base, below, above):
            return Script(part(base), script(below), script(above))
        case Root(inside):
            return Root(part(inside))
        case Bar(inside):
            return Bar(part(inside))
        case Fence(kind, inside):
            return Fence(kind, part(inside))
        case Grid(rows, is_matrix, bar):
            return Grid(tuple(tuple(map(part, cells)) for cells in rows), is_matrix, bar)
        case Marked(inside):
            return Marked(part(inside))
    return box
