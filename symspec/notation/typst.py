"""Formulas in Typst's math mode. Words are string literals, never markup."""

from __future__ import annotations

from typing import assert_never

from symspec.notation.formula import (
    GREEK,
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
)

# Characters that Typst's math mode would read as its own.
SPELLED = {
    "/": "slash",
    ",": "comma",
    "'": "prime",
    "''": "prime.double",
    "star": "ast.op",
    "|": "bar.v",
    ":": "colon",
}
MATRIX, TABLE = 'delim: "("', "delim: #none, align: #right"
FENCES = {"(": ("paren.l", "paren.r"), "[": ("bracket.l", "bracket.r"), "|": ("bar.v", "bar.v")}


def typst(box: Box) -> str:
    """The formula for math mode.

    >>> print(typst(Script(Symbol("chi"), above=Number("2"))), typst(Quotient(Number("1"), Number("2"))))
    χ^(2) frac(1, 2)
    """
    match box:
        case Symbol(name):
            return GREEK.get(name, name)
        case Number(digits):
            # A bare comma would separate arguments, or be set with a space after it.
            return quoted(digits) if "," in digits else digits
        case Operator(sign):
            return SPELLED.get(sign, SIGNS[sign])
        case Upright(words):
            return f"op({quoted(words)})" if words.isalpha() else quoted(words)
        case Row(parts):
            return " ".join(map(typst, parts))
        case Quotient(top, bottom):
            return f"frac({typst(top)}, {typst(bottom)})"
        case Script(base, below, above):
            return (typst(base) or '""') + _script("_", below) + _script("^", above)
        case Root(inside):
            return f"sqrt({typst(inside)})"
        case Bar(inside):
            return f"overline({typst(inside)})"
        case Fence(kind, inside):
            left, right = FENCES[kind]
            return f"lr({left} {typst(inside)} {right})"
        case Binomial(top, bottom):
            return f"binom({typst(top)}, {typst(bottom)})"
        case Marked(inside):
            return f"bold({typst(inside)})"
        case Grid(rows, is_matrix, bar):
            body = "; ".join(", ".join(map(typst, cells)) for cells in rows)
            line = f"augment: #{bar}, " if bar else ""
            return f"mat({MATRIX if is_matrix else TABLE}, {line}{body})"
    assert_never(box)


def _script(mark: str, box: Box | None) -> str:
    return "" if box is None else f"{mark}({typst(box)})"


def quoted(text: str) -> str:
    r"""A string literal with that value.

    >>> print(quoted('say "#eval"'))
    "say \"#eval\""
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in escaped)
    return f'"{escaped}"'
