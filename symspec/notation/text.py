"""Numbers, polynomials and matrices as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any

# 4,300 digits, where str() stops, are 14,284 bits.
BITS_OF_STR = 14_000


def number_text(value: object) -> str:
    """The number as an integer or a fraction: 3, -7/10; others as they print."""
    if not isinstance(value, int | Fraction):
        return str(value)
    q = Fraction(value)
    numerator = integer_text(q.numerator)
    return numerator if q.denominator == 1 else f"{numerator}/{integer_text(q.denominator)}"


def integer_text(n: int) -> str:
    """The integer in decimal, of any length: str() refuses more than 4,300 digits, Decimal does not.

    >>> len(integer_text(10**5000))
    5001
    """
    return str(n) if n.bit_length() < BITS_OF_STR else f"{Decimal(n):f}"


def polynomial_text(coefficients: Sequence[Fraction | int], variable: str = "x") -> str:
    """The polynomial with descending powers; coefficients are given constant term first.

    >>> polynomial_text([1, Fraction(-6, 5), 1])
    'x^2 - 6/5 x + 1'
    >>> polynomial_text([])
    '0'
    """
    terms = [(k, c) for k, c in enumerate(coefficients) if c != 0][::-1]
    return "".join(_term(c, k, variable, first=i == 0) for i, (k, c) in enumerate(terms)) or "0"


def _term(c: Any, k: int, variable: str, *, first: bool) -> str:
    if not isinstance(c, int | Fraction):
        return _irrational_term(str(c), k, variable, first=first)
    sign = ("-" if c < 0 else "") if first else (" - " if c < 0 else " + ")
    power = "" if k == 0 else variable if k == 1 else f"{variable}^{k}"
    size = abs(c)
    body = power if size == 1 and k else f"{number_text(size)} {power}".rstrip()
    return sign + body


def _irrational_term(c: str, k: int, variable: str, *, first: bool) -> str:
    """A coefficient as text: one that is a sum is bracketed, except alone."""
    power = "" if k == 0 else variable if k == 1 else f"{variable}^{k}"
    is_sum = " + " in c or " - " in c
    negative = c.startswith("-") and not (is_sum and k)
    size = c[1:] if negative else f"({c})" if is_sum and k else c
    sign = ("-" if negative else "") if first else (" - " if negative else " + ")
    return sign + f"{size} {power}".rstrip()


def factored_text(factors: Sequence[tuple[Sequence[Fraction | int], int]], variable: str = "x") -> str:
    """A product of powers: (x - 1)^2 (x + 1/3).

    >>> factored_text([([-1, 1], 2), ([Fraction(1, 3), 1], 1)])
    '(x - 1)^2 (x + 1/3)'
    """
    if len(factors) == 1 and factors[0][1] == 1:
        return polynomial_text(factors[0][0], variable)
    return " ".join(_power(polynomial_text(p, variable), m) for p, m in factors) or "1"


def _power(base: str, exponent: int) -> str:
    needs_brackets = " " in base or exponent > 1 and not base.isalpha()
    wrapped = f"({base})" if needs_brackets else base
    return wrapped if exponent == 1 else f"{wrapped}^{exponent}"


def matrix_text(rows: Sequence[Sequence[Fraction | int]]) -> str:
    """The matrix on one line: a common factor in front where that is shorter.

    >>> matrix_text([[Fraction(9, 10), Fraction(1, 10)], [Fraction(1, 5), Fraction(4, 5)]])
    '1/10 [[9, 1], [2, 8]]'
    """
    plain = _nested(_plain_cells(rows))
    denominator = _common_denominator(rows)
    if denominator == 1:
        return plain
    return min(plain, f"1/{denominator} " + _nested(_whole_cells(rows, denominator)), key=len)


def _common_denominator(rows: Sequence[Sequence[Fraction | int]]) -> int:
    """The denominator that is worth taking out: one that some entry really has, else 1."""
    if not all(isinstance(x, int | Fraction) for row in rows for x in row):
        return 1
    denominators = [Fraction(x).denominator for row in rows for x in row]
    common = lcm(*denominators)
    return common if common in denominators else 1


def _plain_cells(rows: Sequence[Sequence[Fraction | int]]) -> list[list[str]]:
    return [[number_text(x) for x in row] for row in rows]


def _whole_cells(rows: Sequence[Sequence[Fraction | int]], denominator: int) -> list[list[str]]:
    return [[integer_text(int(x * denominator)) for x in row] for row in rows]


def _nested(cells: Sequence[Sequence[str]]) -> str:
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"


def matrix_lines(rows: Sequence[Sequence[Fraction | int]], before: str = "") -> tuple[str, ...]:
    """The matrix as lines of aligned columns, with `before` in front of the first line.

    >>> print("\\n".join(matrix_lines([[Fraction(9, 10), Fraction(1, 10)], [Fraction(1, 5), 1]], "A = ")))
    A = 1/10 [ 9   1 ]
             [ 2  10 ]
    """
    factor, cells = _cells(rows)
    widths = [max(len(row[j]) for row in cells) for j in range(len(cells[0]))] if cells else []
    body = ["[ " + "  ".join(x.rjust(w) for x, w in zip(row, widths, strict=True)) + " ]" for row in cells]
    head = before + factor
    return tuple((head if i == 0 else " " * len(head)) + line for i, line in enumerate(body))


def _cells(rows: Sequence[Sequence[Fraction | int]]) -> tuple[str, list[list[str]]]:
    denominator, plain = _common_denominator(rows), _plain_cells(rows)
    if denominator == 1:
        return "", plain
    whole = _whole_cells(rows, denominator)
    longest = [max(len(x) for row in cells for x in row) for cells in (plain, whole)]
    return ("", plain) if longest[0] <= longest[1] - 2 else (f"1/{denominator} ", whole)
