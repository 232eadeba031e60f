"""Numbers, polynomials and matrices as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Any, Protocol

from symspec.notation.formula import (
    Box,
    Fence,
    Grid,
    Number,
    Operator,
    Quotient,
    Row,
    Script,
    Symbol,
    Upright,
    row,
)

MINUS, PLUS = Operator("-"), Operator("+")


class Boxed(Protocol):
    """A number that is no fraction and knows its formula."""

    @property
    def box(self) -> Box: ...


# Longer integers are shown by their first and last digits.
MAX_DIGITS = 40


def number_box(value: Fraction | int | Boxed) -> Box:
    """The number: an integer, or a fraction with the sign in front; other numbers bring their formula."""
    if not isinstance(value, int | Fraction):
        return value.box
    q = Fraction(value)
    size: Box = integer_box(abs(q.numerator))
    if q.denominator != 1:
        size = Quotient(size, integer_box(q.denominator))
    return row(MINUS, size) if q < 0 else size


def integer_box(value: int) -> Box:
    """An integer >= 0; a very long one by its first and last digits, or by its length."""
    if value.bit_length() > 10_000:
        return Upright(f"({value.bit_length()}-bit integer)")
    digits = str(value)
    if len(digits) <= MAX_DIGITS:
        return Number(digits)
    return Row((Number(digits[:10]), Upright(f"..({len(digits)} digits).."), Number(digits[-10:])))


def signed_sum(terms: Sequence[Box]) -> Box:
    """The terms with signs between them; a term that starts with a minus brings its own."""
    parts: list[Box] = []
    for term in terms:
        parts += [PLUS] if parts and not starts_with_minus(term) else []
        parts.append(term)
    return row(*parts) if parts else Number("0")


def starts_with_minus(box: Box) -> bool:
    """The formula begins with the sign -."""
    return isinstance(box, Row) and box.parts[0] == MINUS


def polynomial_terms(coefficients: Sequence[Fraction | int], variable: str = "x") -> list[Box]:
    """The terms with descending powers, each with its own sign; coefficients with the constant term first."""
    found: list[tuple[int, Any]] = [(k, c) for k, c in enumerate(coefficients) if c != 0][::-1]
    return [_term(c, k, variable) for k, c in found] or [Number("0")]


def polynomial_box(coefficients: Sequence[Fraction | int], variable: str = "x") -> Box:
    """The polynomial with descending powers; coefficients with the constant term first."""
    return signed_sum(polynomial_terms(coefficients, variable))


def _term(c: Any, k: int, variable: str) -> Box:
    if k == 0:
        return number_box(c)
    x = Symbol(variable)
    power: Box = x if k == 1 else Script(x, above=Number(str(k)))
    if not isinstance(c, int | Fraction):
        box = c.box
        is_sum = isinstance(box, Row) and any(part in (MINUS, PLUS) for part in box.parts[1:])
        return row(Fence("(", box) if is_sum else box, power)
    q = Fraction(c)
    size = () if abs(q) == 1 else (number_box(abs(q)),)
    return row(*((MINUS,) if q < 0 else ()), *size, power)


def factored_box(factors: Sequence[tuple[Sequence[Fraction | int], int]], variable: str = "x") -> Box:
    """A product of powers of polynomials."""
    if len(factors) == 1 and factors[0][1] == 1:
        return polynomial_box(factors[0][0], variable)
    return row(*(_power(p, m, variable) for p, m in factors)) if factors else Number("1")


def _power(p: Sequence[Fraction | int], m: int, variable: str) -> Box:
    base = polynomial_box(p, variable)
    wrapped: Box = Fence("(", base) if isinstance(base, Row) else base
    return wrapped if m == 1 else Script(wrapped, above=Number(str(m)))


def matrix_box(rows: Sequence[Sequence[Fraction | int]]) -> Box:
    """The matrix: a common factor in front where that is shorter."""
    rational = all(isinstance(x, int | Fraction) for r in rows for x in r)
    denominator = common_denominator(rows) if rational else 1
    grid = Grid(tuple(tuple(number_box(x if denominator == 1 else x * denominator) for x in r) for r in rows))
    return grid if denominator == 1 else row(number_box(Fraction(1, denominator)), grid)


def common_denominator(rows: Sequence[Sequence[Fraction | int]]) -> int:
    """The denominator that is worth taking out, else 1: two entries have one, and digits stay few.

    >>> common_denominator([[Fraction(1, 2), Fraction(1, 6)]]), common_denominator([[Fraction(1, 2), 7]])
    (6, 1)
    """
    entries = [Fraction(x) for r in rows for x in r]
    denominators = [x.denominator for x in entries if x.denominator != 1]
    common = lcm(*denominators)
    if len(denominators) < 2 or common not in denominators:
        return 1
    plain = max(len(str(max(abs(x.numerator), x.denominator))) for x in entries if x.denominator != 1)
    whole = max(len(str(abs((x * common).numerator))) for x in entries)
    return common if whole <= plain + 1 else 1


def column_box(entries: Sequence[Fraction | int]) -> Box:
    """A vector written as a row of its entries: (x_1, .., x_n)."""
    parts: list[Box] = []
    for x in entries:
        parts += [Operator(",")] if parts else []
        parts.append(number_box(x))
    return Fence("(", row(*parts))
