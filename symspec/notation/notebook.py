"""What a notebook shows of an exact object: text, LaTeX, and MathML in HTML, which needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symspec.notation.exact import matrix_box, number_box, polynomial_box
from symspec.notation.formula import Box, Grid, Upright
from symspec.notation.latex import latex
from symspec.notation.mathml import math
from symspec.notation.sentence import Formula, pieces
from symspec.notation.tokens import FIRST_FIELD

# Larger matrices are shown as text.
MAX_ENTRIES = 400


def bundle(text: str, box: Box) -> dict[str, str]:
    """The formula by media type.

    >>> from symspec.notation.formula import Symbol
    >>> bundle("x", Symbol("x"))["text/latex"]
    '$\\\\displaystyle x$'
    """
    return {
        "text/plain": text,
        "text/latex": rf"$\displaystyle {latex(box)}$",
        "text/html": math(box, display=True),
    }


def matrix_bundle(text: str, rows: Sequence[Sequence[object]]) -> dict[str, str]:
    """The matrix by media type; its entries are fractions, or print in plain spelling."""
    if sum(map(len, rows)) > MAX_ENTRIES:
        return {"text/plain": text}
    return bundle(text, _matrix_box(rows))


def _matrix_box(rows: Sequence[Sequence[object]]) -> Box:
    fractions = [[x for x in row if isinstance(x, Fraction)] for row in rows]
    if all(len(row) == len(given) for row, given in zip(fractions, rows, strict=True)):
        return matrix_box(fractions)
    return Grid(tuple(tuple(map(_entry, row)) for row in rows))


def number_bundle(text: str) -> dict[str, str]:
    """A number by media type, from its plain spelling."""
    return bundle(text, _entry(text))


def latex_bundle(text: str, written: str) -> dict[str, str]:
    """A formula that has its own LaTeX.

    >>> latex_bundle("x^2", "x^{2}")["text/latex"]
    '$\\\\displaystyle x^{2}$'
    """
    return {"text/plain": text, "text/latex": rf"$\displaystyle {written}$"}


def equations_bundle(text: str, parts: Sequence[tuple[str, Sequence[Sequence[object]]]]) -> dict[str, str]:
    """name = matrix, .. by media type; entries as for a matrix."""
    if sum(len(row) for _, rows in parts for row in rows) > MAX_ENTRIES:
        return {"text/plain": text}
    boxes = [box for name, rows in parts for box in _equation(name, rows)]
    separator = r", \quad "
    return {
        "text/plain": text,
        "text/latex": rf"$\displaystyle {separator.join(map(latex, boxes))}$",
        "text/html": "".join(math(box, display=True) for box in boxes),
    }


def _equation(name: str, rows: Sequence[Sequence[object]]) -> list[Box]:
    found = pieces(f"{name} = {chr(FIRST_FIELD)}", (_matrix_box(rows),))
    return [piece.box for piece in found if isinstance(piece, Formula)]


def _entry(value: object) -> Box:
    if isinstance(value, Fraction):
        return number_box(value)
    match pieces(str(value)):
        case (Formula(box),):
            return box
    return Upright(str(value))


def polynomial_bundle(text: str, coefficients: Sequence[object]) -> dict[str, str]:
    """The polynomial by media type; coefficients with the constant term first, as for a matrix."""
    given = [c for c in coefficients if isinstance(c, Fraction)]
    if len(given) > MAX_ENTRIES:
        return {"text/plain": text}
    if len(given) == len(coefficients):
        return bundle(text, polynomial_box(given))
    match pieces(text):
        case (Formula(box),):
            return bundle(text, box)
    return {"text/plain": text}
