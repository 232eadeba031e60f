"""Formulas in LaTeX math mode, with amsmath and amssymb."""

from __future__ import annotations

from typing import assert_never

from symspec.notation.formula import (
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

GREEK = {
    "infinity": r"\infty",
    "CC": r"\mathbb{C}",
    "QQ": r"\mathbb{Q}",
    "ZZ": r"\mathbb{Z}",
}
OPERATORS = {
    "!=": r"\ne",
    "<=": r"\le",
    ">=": r"\ge",
    "->": r"\to",
    "<-": r"\leftarrow",
    "<->": r"\leftrightarrow",
    "+-": r"\pm",
    "*": r"\cdot",
    "x": r"\times",
    "star": r"\ast",
    "..": r"\dots",
    "'": r"\prime",
    "''": r"\prime\prime",
    ":": r"\colon",
    "|": r"\mid",
}
KNOWN = frozenset({"det", "dim", "gcd", "ker", "log", "max", "min"})
FENCES = {"(": (r"\left(", r"\right)"), "[": (r"\left[", r"\right]"), "|": (r"\left|", r"\right|")}
ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': "''",
}
# amsmath's matrices have ten columns unless they are told otherwise.
MAX_COLUMNS = 10


def latex(box: Box) -> str:
    r"""The formula for math mode.

    >>> print(latex(Script(Symbol("chi"), above=Number("2"))), latex(Quotient(Number("1"), Number("2"))))
    \chi^{2} \frac{1}{2}
    """
    match box:
        case Symbol(name):
            return name if len(name) == 1 else GREEK.get(name, "\\" + name)
        case Number(digits):
            # A bare comma would be set as punctuation, with a space after it.
            return digits.replace(",", "{,}")
        case Operator(sign):
            return OPERATORS.get(sign, sign)
        case Upright(words):
            return _upright(words)
        case Row(parts):
            return " ".join(map(latex, parts))
        case Quotient(top, bottom):
            return rf"\frac{{{latex(top)}}}{{{latex(bottom)}}}"
        case Script(base, below, above):
            return _base(base) + _script("_", below) + _script("^", above)
        case Root(inside):
            return rf"\sqrt{{{latex(inside)}}}"
        case Bar(inside):
            return rf"\overline{{{latex(inside)}}}"
        case Fence(kind, inside):
            left, right = FENCES[kind] if is_tall(inside) else (_plain(kind), _plain(kind, 1))
            return f"{left} {latex(inside)} {right}"
        case Binomial(top, bottom):
            return rf"\binom{{{latex(top)}}}{{{latex(bottom)}}}"
        case Grid():
            return _grid(box)
        case Marked(inside):
            return rf"\boldsymbol{{{latex(inside)}}}"
    assert_never(box)


def _plain(kind: str, side: int = 0) -> str:
    return {"(": "()", "[": "[]"}[kind][side] if kind != "|" else (r"\lvert", r"\rvert")[side]


def _base(box: Box) -> str:
    text = latex(box)
    return text if isinstance(box, Symbol | Number | Fence) else f"{{{text}}}"


def _script(mark: str, box: Box | None) -> str:
    return "" if box is None else f"{mark}{{{latex(box)}}}"


def _upright(words: str) -> str:
    if words in KNOWN:
        return f"\\{words}"
    if words.isalpha():
        # GitHub refuses \operatorname.
        return rf"\mathop{{\mathrm{{{words}}}}}"
    return rf"\text{{{escaped(words)}}}"


def _grid(grid: Grid) -> str:
    """Tall rows are set apart by lengths, which every dialect of LaTeX knows, unlike \\arraystretch."""
    apart = r" \\[3pt] " if any(is_tall(x) for r in grid.rows for x in r) else r" \\ "
    body = apart.join(" & ".join(map(latex, cells)) for cells in grid.rows)
    columns = max(map(len, grid.rows), default=0)
    if grid.is_matrix and columns <= MAX_COLUMNS and not grid.bar:
        return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
    letters = ("c" if grid.is_matrix else "r") * columns
    if grid.bar:
        letters = f"{letters[: grid.bar]}|{letters[grid.bar :]}"
    table = rf"\begin{{array}}{{{letters}}} {body} \end{{array}}"
    return rf"\left( {table} \right)" if grid.is_matrix else table


def escaped(text: str) -> str:
    r"""Text outside formulas, every character of LaTeX's own made plain.

    >>> print(escaped("50 % of {x}"))
    50 \% of \{x\}
    """
    return "".join(ESCAPES.get(c, c) for c in text)
