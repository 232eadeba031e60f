"""Formulas as they are set: a closed union of boxes that LaTeX, MathML and Typst print alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Symbol:
    """A letter, set in italics: A, x, or a Greek letter by its name: chi."""

    name: str


@dataclass(frozen=True, slots=True)
class Number:
    """Digits as they are read, without a sign."""

    digits: str


@dataclass(frozen=True, slots=True)
class Operator:
    """A sign by its plain spelling: a key of SIGNS."""

    sign: str


@dataclass(frozen=True, slots=True)
class Upright:
    """A function's name, det or tr, or words in a formula."""

    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """The parts side by side."""

    parts: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """top over bottom."""

    top: Box
    bottom: Box


@dataclass(frozen=True, slots=True)
class Script:
    """The base with an index below, an exponent above, or both."""

    base: Box
    below: Box | None = None
    above: Box | None = None


@dataclass(frozen=True, slots=True)
class Root:
    """The square root."""

    inside: Box


@dataclass(frozen=True, slots=True)
class Bar:
    """The conjugate: a line above."""

    inside: Box


@dataclass(frozen=True, slots=True)
class Fence:
    """Brackets "(" or "[", or bars "|", around what is inside."""

    kind: str
    inside: Box


@dataclass(frozen=True, slots=True)
class Binomial:
    """top over bottom in brackets, without a line."""

    top: Box
    bottom: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; a matrix stands in brackets, a table is open.

    Attributes:
        rows: the cells.
        is_matrix: in brackets.
        bar: the number of columns in front of a vertical line; 0 for none.
    """

    rows: tuple[tuple[Box, ...], ...]
    is_matrix: bool = True
    bar: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """What has changed: set in bold, or shaded."""

    inside: Box


Box = (
    Symbol
    | Number
    | Operator
    | Upright
    | Row
    | Quotient
    | Script
    | Root
    | Bar
    | Fence
    | Binomial
    | Grid
    | Marked
)

RELATIONS: dict[str, str] = {
    # plain: the Unicode character
    "=": "=",
    "!=": "≠",
    "<": "<",
    ">": ">",
    "<=": "≤",
    ">=": "≥",
    "->": "→",
    "<-": "←",
    "<->": "↔",
}
SIGNS: dict[str, str] = {
    **RELATIONS,
    "+": "+",
    "-": "−",
    "+-": "±",
    "*": "·",
    "x": "×",
    "/": "/",
    "'": "′",
    "''": "″",
    "star": "∗",
    "..": "…",
    ",": ",",
    ":": ":",
    ".": ".",
    "|": "|",
}
GREEK: dict[str, str] = {
    # the variable of polynomials, until a notation is chosen
    "indeterminate": "x",
    "alpha": "α",
    "chi": "χ",
    "delta": "δ",
    "lambda": "λ",
    "mu": "μ",
    "pi": "π",
    "rho": "ρ",
    "theta": "θ",
    "Lambda": "Λ",
    "Pi": "Π",
    "Sigma": "Σ",
    "infinity": "∞",
    # number fields
    "CC": "ℂ",
    "QQ": "ℚ",
    "ZZ": "ℤ",
}

INDETERMINATE = Symbol("indeterminate")


def row(*parts: Box) -> Box:
    """The parts side by side, rows in rows made flat; a single part is itself."""
    flat = tuple(p for part in parts for p in (part.parts if isinstance(part, Row) else (part,)))
    return flat[0] if len(flat) == 1 else Row(flat)


def width(box: Box) -> int:
    """About how wide the formula is set, in digits; exponents and fractions count their smaller type.

    >>> width(Quotient(Number("1"), Number("300"))), width(Grid(((Number("10"), Number("2")),)))
    (3, 9)
    """
    match box:
        case Symbol():
            return 1
        case Number(text) | Upright(text):
            return len(text)
        case Operator(sign):
            return 3 if sign in RELATIONS or sign in ("+", "-", "*", "x", "+-") else 1
        case Row(parts):
            return sum(map(width, parts))
        case Quotient(top, bottom):
            return (3 * max(width(top), width(bottom)) + 3) // 4
        case Script(base, below, above):
            return width(base) + (3 * max((width(b) for b in (below, above) if b), default=0) + 3) // 4
        case Root(inside) | Bar(inside):
            return width(inside) + isinstance(box, Root)
        case Marked(inside):
            return width(inside)
        case Fence(_, inside):
            return width(inside) + 1
        case Binomial(top, bottom):
            return max(width(top), width(bottom)) + 2
        case Grid(rows):
            columns = range(len(rows[0])) if rows else ()
            return 2 + sum(max(width(r[j]) for r in rows if j < len(r)) + 2 for j in columns) + bool(box.bar)


def is_tall(box: Box) -> bool:
    """The formula is higher than a line, so brackets around it grow."""
    match box:
        case Quotient() | Grid() | Binomial() | Root():
            return True
        case Row(parts):
            return any(map(is_tall, parts))
        case Script(base, _, _) | Bar(base) | Fence(_, base) | Marked(base):
            return is_tall(base)
    return False
