"""What a notebook shows of an exact object: text, LaTeX, and MathML in HTML, which needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symspec.notation.exact import matrix_box, number_box, polynomial_box
from symspec.notation.formula import Box, Grid, Upright
from symspec.notation.latex import latex
from symspec.notation.mathml import math
from symspec.notation.sentence import Formula, pieces

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
    fractions = [[x for x in row if isinstance(x, Fraction)] for row in rows]
    if all(len(row) == len(given) for row, given in zip(fractions, rows, strict=True)):
        return bundle(text, matrix_box(fractions))
    return bundle(text, Grid(tuple(tuple(map(_entry, row)) for row in rows)))


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
