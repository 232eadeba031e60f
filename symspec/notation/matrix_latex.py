r"""Rational numbers and matrices as LaTeX, in the part of it that symspec.matrix reads back."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

WIDEST = 10  # columns: amsmath refuses more in a pmatrix unless its counter is raised


def number_latex(value: Fraction | int) -> str:
    r"""The number as an integer or a fraction.

    >>> print(number_latex(Fraction(-7, 10)), number_latex(3))
    -\frac{7}{10} 3
    """
    q = Fraction(value)
    if q.denominator == 1:
        return str(q.numerator)
    return f"{'-' if q < 0 else ''}\\frac{{{abs(q.numerator)}}}{{{q.denominator}}}"


def matrix_latex(cells: Sequence[Sequence[str]]) -> str:
    r"""The matrix whose entries are already LaTeX.

    >>> print(matrix_latex([["1", "2"], ["3", "4"]]))
    \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
    """
    body = " \\\\ ".join(" & ".join(row) for row in cells)
    columns = len(cells[0]) if cells else 0
    if columns <= WIDEST:
        return f"\\begin{{pmatrix}} {body} \\end{{pmatrix}}"
    return f"\\left(\\begin{{array}}{{{'c' * columns}}} {body} \\end{{array}}\\right)"
