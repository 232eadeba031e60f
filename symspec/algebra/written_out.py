"""Exact matrices in the forms of others: LaTeX, JSON, NumPy. The door reads each of them back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from symspec.errors import InputError, UnsupportedFieldError
from symspec.notation.matrix_latex import matrix_latex, number_latex

Rows = Sequence[Sequence[Any]]  # fractions, or elements of a number field
BITS = 120  # of the real and imaginary parts, before they are rounded to a float


def latex(rows: Rows) -> str:
    """The matrix as LaTeX.

    Raises:
        UnsupportedFieldError: an entry has no name but "the root of .. near ..".
    """
    return matrix_latex([[entry_latex(x) for x in row] for row in rows])


def entry_latex(value: Any) -> str:
    """A fraction, or an element of a number field, as LaTeX."""
    if isinstance(value, Fraction):
        return number_latex(value)
    from symspec.syntax.reader import expression
    from symspec.syntax.typeset import typeset

    return typeset(expression(_named(value)))


def json_text(rows: Rows) -> str:
    """{"matrix": [[..], ..]} with every entry a text.

    Raises:
        UnsupportedFieldError: as for latex.
    """
    return json.dumps({"matrix": [[_named(x) for x in row] for row in rows]})


def _named(value: Any) -> str:
    text = str(value)
    if "root of" in text:
        raise UnsupportedFieldError(f"{text} has no name that could be read back; use pickle or sympy.")
    return text


def numpy_array(rows: Rows, dtype: Any = None) -> Any:
    """A NumPy array: by default of float64, or of complex128 when an entry is not real.

    Returns:
        For object: the exact entries. For integers: the entries, which must be integers in its range. For
        floats: each rational entry rounded to the nearest double, then to the dtype.

    Raises:
        InputError: an entry does not fit the dtype.
    """
    import numpy as np

    chosen = np.dtype(dtype) if dtype is not None else None
    if chosen is None:
        chosen = np.dtype(float if all(map(_is_real, (x for row in rows for x in row))) else complex)
    convert = {"O": lambda x: x, "i": _integer, "u": _integer, "f": _float, "c": complex_value}.get(
        chosen.kind
    )
    if convert is None:
        raise InputError(f'a matrix of numbers does not fit dtype "{chosen}"; use float, complex or object.')
    try:
        return np.array([[convert(x) for x in row] for row in rows], dtype=chosen).reshape(
            len(rows), len(rows[0]) if rows else 0
        )
    except OverflowError:
        raise InputError(f'an entry is too large for dtype "{chosen}"; use dtype=object.') from None


def _is_real(value: Any) -> bool:
    return isinstance(value, Fraction) or bool(value.is_real)


def _integer(value: Any) -> int:
    if not isinstance(value, Fraction) or value.denominator != 1:
        raise InputError(f"{value} is no integer; use dtype=float or dtype=object.")
    return value.numerator


def _float(value: Any) -> float:
    if not _is_real(value):
        raise InputError(f"{value} is not real; use dtype=complex.")
    return complex_value(value).real


def complex_value(value: Any) -> complex:
    """The number as a complex of doubles, each part within 2^-120 of the value before it is rounded."""
    if isinstance(value, Fraction):
        return complex(float(value))
    number = value.number
    real, imag = number.box(BITS).centre
    if not number.is_real and number.conjugate == -number:
        real = Fraction(0)
    return complex(float(real), 0.0 if number.is_real else float(imag))
