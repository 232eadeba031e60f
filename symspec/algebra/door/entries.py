"""One entry of a matrix, in whatever form, to one rational number."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from numbers import Rational
from typing import TYPE_CHECKING, Any

from symspec.algebra.door.given import Rounded, RoundedComplex, not_finite, outside, place, truth_value
from symspec.errors import InputError, NotExactError, ParseError

if TYPE_CHECKING:
    from symspec.syntax.tree import Node

FLOATS = ("decimal", "binary", "error")
LITERAL = re.compile(
    r"\s*([+-]?[0-9]{1,400})(?:/([0-9]{1,400})|(?:\.([0-9]{1,400}))?(?:[eE]([+-]?[0-9]{1,3}))?)\s*", re.ASCII
)
Pair = tuple[int, int]
LARGEST_EXPONENT = 10_000
_MISTYPED = str.maketrans("Ool", "001")


def literal(text: str) -> Pair | None:
    """(p, q) with p/q the value of a plain "-3", "1/2", "0.25" or "1e-3"; None for every other text.

    >>> literal("0.25"), literal("1-1/2")
    ((25, 100), None)
    """
    match = LITERAL.fullmatch(text)
    if match is None:
        return None
    whole, denominator, decimals, exponent = match.groups()
    if denominator is not None:
        divisor = int(denominator)
        return (int(whole), divisor) if divisor else None
    p, shift = int(whole + (decimals or "")), int(exponent or 0) - len(decimals or "")
    return (p * 10**shift, 1) if shift >= 0 else (p, 10**-shift)


def exact(value: object, i: int, j: int, floats: str) -> Pair:
    """(p, q) with p/q the entry [i, j], q > 0, not always in lowest terms.

    Raises:
        InputError: it stands for no rational number (NotExactError, ParseError are kinds of it).
        UnsupportedFieldError: it stands for a number outside Q.
    """
    if type(value) is int:
        return value, 1
    if isinstance(value, str):
        return literal(value) or _written(value, i, j).as_integer_ratio()
    if isinstance(value, Fraction):
        return value.as_integer_ratio()
    if type(value) is float or isinstance(value, Rounded):
        return _rounded(value, i, j, floats)
    return _other(value, i, j, floats)


def _written(text: str, i: int, j: int) -> Fraction:
    """The value of an arithmetic expression, such as "3*(1-1/10**40)/5"."""
    from symspec.syntax.rational import rational

    return rational(expression_of(text, i, j), place(i, j))


def expression_of(text: str, i: int, j: int) -> Node:
    """The tree of the entry [i, j].

    Raises:
        InputError: the text is no expression.
    """
    from symspec.syntax.reader import expression

    if not text.strip():
        message = f"the entry in {place(i, j)} is empty. Write 0 if it is zero."
        raise ParseError(message, text=text, position=0)
    if looks_mistyped(text):
        raise _mistyped(text, text.translate(_MISTYPED), i, j)
    if text.strip().lower().lstrip("+-") in ("nan", "inf", "infinity"):
        raise not_finite(text.strip(), i, j)
    try:
        return expression(text)
    except ParseError as error:
        shown = text if len(text) <= 40 else f"{text[:37]}..."
        message = f'entry "{shown}" in {place(i, j)} cannot be read: {error}'
        raise ParseError(message, text=text, position=error.position) from None


def looks_mistyped(text: str) -> bool:
    """A number in which letters stand for the digits 0 and 1.

    >>> looks_mistyped("O.5"), looks_mistyped("0.5"), looks_mistyped("Oslo")
    (True, False, False)
    """
    repaired = text.translate(_MISTYPED)
    return repaired != text and literal(repaired) is not None


def _mistyped(text: str, repaired: str, i: int, j: int) -> ParseError:
    at = next(k for k, (a, b) in enumerate(zip(text, repaired, strict=True)) if a != b)
    verb = "begins with" if not text[:at].strip() else "contains"
    message = (
        f'"{text.strip()}" in {place(i, j)} is not a number: it {verb} the letter {text[at]}. '
        f"Did you mean {repaired.strip()}?"
    )
    return ParseError(message, text=text, position=at)


def _rounded(value: float | Rounded, i: int, j: int, floats: str) -> Pair:
    """A floating-point number by the chosen reading."""
    shortest = value.shortest if isinstance(value, Rounded) else repr(value)
    if isinstance(value, float) and not isfinite(value):
        raise not_finite(shortest, i, j)
    if floats == "error":
        remedy = f'Write it as text: "{shortest}".'
        raise NotExactError(f"{shortest} in {place(i, j)} is a float, and floats were refused. {remedy}")
    if floats == "binary":
        return (value.binary if isinstance(value, Rounded) else value).as_integer_ratio()
    return literal(shortest) or Decimal(shortest).as_integer_ratio()


def _other(value: Any, i: int, j: int, floats: str) -> Pair:
    if isinstance(value, bool):
        raise truth_value(value, i, j)
    if isinstance(value, Decimal):
        return _decimal(value, i, j).as_integer_ratio()
    if isinstance(value, complex | RoundedComplex):
        if value.imag or isinstance(value, RoundedComplex):
            raise outside(value, i, j)
        return _rounded(value.real, i, j, floats)
    from symspec.algebra.door.foreign import family, scalar

    if family(value):
        read = scalar(value, i, j)
        return exact(read, i, j, floats)
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator)).as_integer_ratio()
    if isinstance(value, float):
        return _rounded(float(value), i, j, floats)
    if hasattr(value, "__index__"):
        return int(value), 1
    if hasattr(value, "position") or hasattr(value, "minpoly") or hasattr(value, "coordinates"):
        raise outside(value, i, j)  # a tree of symspec.syntax, an algebraic number, an element of a field
    what = "None" if value is None else f"a {type(value).__name__}"
    raise InputError(
        f'the entry in {place(i, j)} is {what}, not a number. Write a number or text such as "1/2".'
    )


def _decimal(value: Decimal, i: int, j: int) -> Fraction:
    if not value.is_finite():
        raise not_finite(value, i, j)
    if abs(int(value.as_tuple().exponent)) > LARGEST_EXPONENT:
        largest = f"{LARGEST_EXPONENT:,}, the largest that is read"
        raise InputError(f"the number in {place(i, j)} has an exponent over {largest}.")
    return Fraction(*value.as_integer_ratio())
