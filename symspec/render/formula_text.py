"""Formulas as plain text. A no-break space stands where a line must not be broken."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isqrt
from typing import Any

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.languages import Notation, notation_of
from symspec.languages.notation import INDETERMINATE
from symspec.notation.text import factored_text, matrix_text, polynomial_text
from symspec.proof.entries import Entries, Residue
from symspec.proof.formula import (
    At,
    Call,
    Choose,
    Column,
    Expr,
    Factored,
    Index,
    Literal,
    Named,
    Power,
    Product,
    Relation,
    Sum,
)
from symspec.proof.steps import Approximate

GLUE = "\u00a0"
X = INDETERMINATE
ENGLISH = notation_of("en")
SUM, PRODUCT, POWER, ATOM = range(4)
SIGNS = {"=": "=", "!=": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}
# Longer numbers are shown by their first and last digits.
MAX_DIGITS = 60


def relation_text(relation: Relation, notation: Notation = ENGLISH) -> str:
    """a = b = c; a line may be broken before a sign."""
    first, *others = (side_text(side, notation) for side in relation.sides)
    return first + "".join(f" {SIGNS[s]}{GLUE}{side}" for s, side in zip(relation.signs, others, strict=True))


def side_text(expr: Expr, notation: Notation = ENGLISH) -> str:
    """A side of a relation: the whole expression, without outer brackets."""
    return notation.text(_whole(expr))


def _whole(expr: Expr) -> str:
    return _together(_text(expr)[0])


def _text(expr: Expr) -> tuple[str, int]:
    """The text and how tightly it binds."""
    match expr:
        case Named(symbol, value):
            return (f"{symbol}({X})", ATOM) if isinstance(value, Polynomial) else (symbol, ATOM)
        case Literal(value):
            return _literal(value)
        case Column(value):
            return column_text(value), ATOM
        case Factored(factors):
            return _factored(factors)
        case Index():
            return "n", ATOM
        case Sum(terms):
            return _sum(terms), SUM
        case Product(factors):
            return _product(factors), PRODUCT
        case Power(base, exponent):
            return f"{_within(base, ATOM)}^{_exponent(exponent)}", POWER
        case Choose(lower):
            return f"C(n,{lower})", ATOM
        case At(polynomial, argument):
            return f"{_symbol(polynomial)}({_whole(argument)})", ATOM
        case Call(name, argument):
            return _call(name, argument)


def _within(expr: Expr, level: int) -> str:
    """The text, bracketed unless it binds at least as tightly as asked."""
    text, binding = _text(expr)
    return text if binding >= level else f"({_together(text)})"


def _together(text: str) -> str:
    """A short text that is not to be broken; brackets keep together what they hold."""
    return text.replace(" ", GLUE) if len(text) <= 40 else text


def _literal(value: object) -> tuple[str, int]:
    if isinstance(value, Fraction):
        return number_text(
            value
        ), ATOM if value.denominator == 1 and value >= 0 else SUM if value < 0 else PRODUCT
    if isinstance(value, Polynomial):
        text = _polynomial(value)
        return text, SUM if " " in text else POWER
    if isinstance(value, Residue | Entries | FieldElement):
        return _by_entries(value)
    assert isinstance(value, ExactMatrix)
    if not all(is_short(x) for row in value.tolist() for x in row):
        return "[..]", ATOM
    return matrix_text(value.tolist()).replace(" ", GLUE), ATOM


def entry_text(x: object) -> str:
    """A number, a polynomial, or an expression in alpha."""
    if isinstance(x, Fraction):
        return number_text(x)
    if isinstance(x, Polynomial):
        return polynomial_text(x.coefficients, X)
    return polynomial_text(x.value.coefficients, "alpha") if isinstance(x, Residue) else str(x)


def _by_entries(value: Residue | Entries | FieldElement) -> tuple[str, int]:
    if not isinstance(value, Entries):
        text = entry_text(value)
        return text.replace(" ", GLUE), SUM if " " in text or text.startswith("-") else POWER
    rows = (", ".join(map(entry_text, row)) for row in value.rows)
    return f"[{', '.join(f'[{row}]' for row in rows)}]".replace(" ", GLUE), ATOM


def number_text(value: Any) -> str:
    """The number; a very long one by its first and last digits; an irrational one as it prints."""
    if not isinstance(value, int | Fraction):
        return str(value)
    parts = [_integer_text(value.numerator)] + [_integer_text(value.denominator)] * (value.denominator != 1)
    return "/".join(parts)


def _integer_text(value: int) -> str:
    if value.bit_length() <= 3 * MAX_DIGITS:
        return str(value)
    if value.bit_length() > 10_000:
        return f"({value.bit_length()}-bit integer)"
    sign, text = "-" if value < 0 else "", str(abs(value))
    return sign + (text if len(text) <= MAX_DIGITS else f"{text[:12]}..({len(text)} digits)..{text[-12:]}")


def _has_irrational(p: Polynomial) -> bool:
    return not all(isinstance(c, int | Fraction) for c in p.coefficients)


def _polynomial(p: Polynomial) -> str:
    """Descending powers; lines may be broken before signs only."""
    if _has_irrational(p) or all(is_short(c) for c in p.coefficients):
        text = polynomial_text(p.coefficients, X).replace(" ", GLUE)
        return text.replace(f"{GLUE}-{GLUE}", f" -{GLUE}").replace(f"{GLUE}+{GLUE}", f" +{GLUE}")
    terms = [(k, c) for k, c in enumerate(p.coefficients) if c][::-1]
    first, *others = (f"{'-' if c < 0 else '+'}{GLUE}{_term(abs(c), k)}" for k, c in terms)
    return " ".join([first.removeprefix(f"+{GLUE}").replace(f"-{GLUE}", "-", 1), *others])


def _term(size: Fraction, k: int) -> str:
    power = "" if k == 0 else X if k == 1 else f"{X}^{k}"
    return power if power and size == 1 else f"{number_text(size)}{GLUE}{power}".rstrip(GLUE)


def is_short(value: Any) -> bool:
    """The number is written with all its digits."""
    if not isinstance(value, int | Fraction):
        return len(str(value)) <= MAX_DIGITS
    return max(value.numerator.bit_length(), value.denominator.bit_length()) <= 3 * MAX_DIGITS


def _factored(factors: tuple[tuple[Polynomial, int], ...]) -> tuple[str, int]:
    if not all(is_short(c) for p, _ in factors for c in p.coefficients) and not any(
        _has_irrational(p) for p, _ in factors
    ):
        return " ".join(f"({_polynomial(p)})" + (f"^{m}" if m > 1 else "") for p, m in factors), PRODUCT
    text = factored_text([(p.coefficients, m) for p, m in factors], X)
    glued = text.replace(" ", GLUE).replace(f"){GLUE}(", ") (")
    return glued, PRODUCT


def column_text(column: ExactMatrix | Entries) -> str:
    """(x_1, .., x_n)."""
    entries = [entry_text(row[0]).replace(" ", GLUE) for row in column.tolist()]
    short = sum(map(len, entries)) <= 40
    return "(" + (f",{GLUE}" if short else ", ").join(entries) + ")"


def _sum(terms: tuple[Expr, ...]) -> str:
    written = [_text(term) for term in terms]
    first, *others = (text if level > SUM or text.startswith("-") else f"({text})" for text, level in written)
    return first + "".join(f" -{GLUE}{t[1:]}" if t.startswith("-") else f" +{GLUE}{t}" for t in others)


def _product(factors: tuple[Expr, ...]) -> str:
    if all(isinstance(f, Literal) and isinstance(f.value, Fraction) for f in factors):
        return f"{GLUE}*{GLUE}".join([_text(factors[0])[0], *(_within(f, PRODUCT) for f in factors[1:])])
    head, *rest = factors
    sign = ""
    if isinstance(head, Literal) and isinstance(head.value, Fraction):
        sign = "-" if head.value == -1 else number_text(head.value) + GLUE
    else:
        rest = list(factors)
    return sign + GLUE.join(_within(f, POWER) for f in rest)


def _exponent(exponent: Expr) -> str:
    text, level = _text(exponent)
    compact = text.replace(" ", "").replace(GLUE, "")
    return compact if level >= POWER or compact.lstrip("-").isdigit() else f"({compact})"


def _symbol(polynomial: Expr) -> str:
    return polynomial.symbol if isinstance(polynomial, Named) else f"({_whole(polynomial)})"


def _call(name: str, argument: Expr) -> tuple[str, int]:
    text, level = _text(argument)
    text = _together(text)
    match name:
        case "abs" | "norm" | "column_norm" | "moduli":
            return f"|{text}|", ATOM
        case "charpoly":
            return f"det({X}{GLUE}I -{GLUE}{text})", ATOM
        case "sqrt":
            return f"sqrt({text})", ATOM
        case "transpose":
            return f"{_within(argument, ATOM)}^T", POWER
        case "rank":
            return f"rk({text})", ATOM
    short = {"trace": "tr", "det": "det"}[name]
    return (f"{short}{GLUE}{text}", PRODUCT) if level == ATOM else (f"{short}({text})", ATOM)


# -- roots and decimals ----------------------------------------------------------------------


def roots_text(p: Polynomial) -> str:
    """The roots of a quadratic polynomial in radicals: (3 +- 4i)/5, (1 +- sqrt(5))/2.

    >>> [roots_text(Polynomial.of(c)).replace(GLUE, " ") for c in ([5, -6, 5], [-2, 0, 1])]
    ['(3 +- 4i)/5', '+-sqrt(2)']
    """
    c, b, a = p.primitive
    outer, inner = square_part(abs(b * b - 4 * a * c))
    unit = "i" if b * b < 4 * a * c else ""
    common = gcd(gcd(b, outer), 2 * a)
    b, outer, bottom = -b // common, outer // common, 2 * a // common
    radical = _radical(outer, inner, unit)
    top = f"{b}{GLUE}+-{GLUE}{radical}" if b else f"+-{radical}"
    return top if bottom == 1 else f"({top})/{bottom}" if b else f"{top}/{bottom}"


def _radical(outer: int, inner: int, unit: str) -> str:
    root = "" if inner == 1 else f"sqrt({inner})"
    size = "" if outer == 1 and (root or unit) else str(outer)
    return GLUE.join(part for part in (size + unit, root) if part)


def square_part(value: int) -> tuple[int, int]:
    """(f, d) with value = f^2 d; d has no square factor below 10^6.

    >>> square_part(72), square_part(49)
    ((6, 2), (7, 1))
    """
    if (whole := isqrt(value)) ** 2 == value:
        return whole, 1
    outer, k = 1, 2
    while k * k <= value and k < 1000:
        while value % (k * k) == 0:
            outer, value = outer * k, value // (k * k)
        k += 1
    return outer, value


def approximate_text(z: Approximate, point: str = ".") -> str:
    """About four digits: 0.6618, 0.5 + 0.25i.

    >>> approximate_text(Approximate(Fraction(2, 3)))
    '0.6667'
    """
    real = _decimal(z.real, point)
    if z.imag == 0:
        return real
    return f"{real} {'-' if z.imag < 0 else '+'}{GLUE}{_decimal(abs(z.imag), point)}i"


def _decimal(value: Fraction, point: str) -> str:
    if value == 0 or Fraction(1, 1000) <= abs(value) < 10**6:
        size = 4 if abs(value) < 100 else 1
        scaled = round(abs(value) * 10**size)
        whole, part = divmod(scaled, 10**size)
        return ("-" if value < 0 else "") + f"{whole}{point}{part:0{size}d}".rstrip("0").rstrip(point)
    exponent = _exponent_of_ten(abs(value))
    return f"{_decimal(value / Fraction(10) ** exponent, point)}e{exponent}"


def _exponent_of_ten(size: Fraction) -> int:
    """The k with 10^k <= size < 10^(k+1), for size > 0."""
    k = (size.numerator.bit_length() - size.denominator.bit_length()) * 301 // 1000
    while Fraction(10) ** k > size:
        k -= 1
    while Fraction(10) ** (k + 1) <= size:
        k += 1
    return k
