"""The formulas of proofs as boxes, for LaTeX, MathML and Typst."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import assert_never

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.languages import Notation, notation_of
from symspec.notation.exact import (
    MINUS,
    column_box,
    factored_box,
    integer_box,
    matrix_box,
    number_box,
    polynomial_box,
    signed_sum,
    starts_with_minus,
)
from symspec.notation.formula import (
    GREEK,
    INDETERMINATE,
    Binomial,
    Box,
    Fence,
    Number,
    Operator,
    Quotient,
    Root,
    Script,
    Symbol,
    Upright,
    row,
)
from symspec.notation.localized import localized
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
    Value,
)
from symspec.proof.steps import Approximate
from symspec.render.by_hand_boxes import Names, entries_grid, entry_box
from symspec.render.formula_text import approximate_text, square_part

SUM, PRODUCT, POWER, ATOM = range(4)
ENGLISH = notation_of("en")
X = INDETERMINATE


def relation_box(relation: Relation, notation: Notation = ENGLISH) -> Box:
    """a = b = c."""
    first, *others = (expression_box(side, notation) for side in relation.sides)
    signed = (
        part for sign, side in zip(relation.signs, others, strict=True) for part in (Operator(sign), side)
    )
    return row(first, *signed)


def expression_box(expr: Expr, notation: Notation = ENGLISH) -> Box:
    """The whole expression, without outer brackets."""
    return localized(_box(expr)[0], notation)


def _box(expr: Expr) -> tuple[Box, int]:
    """The formula and how tightly it binds."""
    match expr:
        case Named(symbol, value):
            return named_box(symbol, value), ATOM
        case Literal(value):
            return _literal(value)
        case Column(value):
            return _column(value), ATOM
        case Factored(factors):
            return factored_box([(p.coefficients, m) for p, m in factors], X.name), PRODUCT
        case Index():
            return Symbol("n"), ATOM
        case Sum(terms):
            return signed_sum([_term(t) for t in terms]), SUM
        case Product(factors):
            return _product(factors), PRODUCT
        case Power(base, exponent):
            return Script(_within(base, ATOM), above=_box(exponent)[0]), POWER
        case Choose(lower):
            return Binomial(Symbol("n"), Number(str(lower))), ATOM
        case At(polynomial, argument):
            return row(_function(polynomial), Fence("(", _box(argument)[0])), ATOM
        case Call(name, argument):
            return _call(name, argument)
    assert_never(expr)


def named_box(symbol: str, value: Value) -> Box:
    """A, D_0, p'; a polynomial with its variable: chi(x)."""
    box = symbol_box(symbol)
    return row(box, Fence("(", X)) if isinstance(value, Polynomial) else box


def symbol_box(symbol: str) -> Box:
    """A symbol with its index, its primes or its star.

    >>> symbol_box("P_12").below, symbol_box("u*").above
    (Number(digits='12'), Operator(sign='star'))
    """
    name, _, index = symbol.rstrip("'*").partition("_")
    primes = len(symbol) - len(symbol.rstrip("'"))
    below: Box | None = None
    if index:
        letters = (index,) if index in GREEK else tuple(index)
        below = Number(index) if index.isdigit() else row(*map(Symbol, letters))
    above = Operator("'" * primes) if primes else Operator("star") if symbol.endswith("*") else None
    return Script(Symbol(name), below, above) if below or above else Symbol(name)


def _column(value: ExactMatrix | Entries) -> Box:
    if isinstance(value, ExactMatrix):
        return column_box([line[0] for line in value.tolist()])
    parts = [part for line in value.rows for part in (Operator(","), entry_box(line[0]))]
    return Fence("(", row(*parts[1:]))


def _literal(value: Value) -> tuple[Box, int]:
    match value:
        case Fraction():
            return number_box(value), SUM if value < 0 else ATOM if value.denominator == 1 else PRODUCT
        case Polynomial():
            box = polynomial_box(value.coefficients, X.name)
            return box, SUM if _has_several(value) else POWER
        case ExactMatrix():
            return matrix_box(value.tolist()), ATOM
        case Entries():
            return entries_grid(value, Names(10_000)), ATOM
        case Residue() | FieldElement():
            box = entry_box(value)
            return box, SUM if " " in str(value) or starts_with_minus(box) else POWER
    assert_never(value)


def _has_several(p: Polynomial) -> bool:
    return sum(c != 0 for c in p.coefficients) > 1


def _within(expr: Expr, level: int) -> Box:
    """The formula, in brackets unless it binds at least as tightly as asked."""
    box, binding = _box(expr)
    return box if binding >= level else Fence("(", box)


def _term(expr: Expr) -> Box:
    box, binding = _box(expr)
    return box if binding > SUM or starts_with_minus(box) else Fence("(", box)


def _product(factors: tuple[Expr, ...]) -> Box:
    if all(isinstance(f, Literal) and isinstance(f.value, Fraction) for f in factors):
        boxes = [_box(factors[0])[0], *(_within(f, PRODUCT) for f in factors[1:])]
        return row(boxes[0], *(part for box in boxes[1:] for part in (Operator("*"), box)))
    head, *rest = factors
    if not (isinstance(head, Literal) and isinstance(head.value, Fraction)):
        return row(*(_within(f, POWER) for f in factors))
    sign: Box = MINUS if head.value == -1 else number_box(head.value)
    return row(sign, *(_within(f, POWER) for f in rest))


def _function(polynomial: Expr) -> Box:
    if isinstance(polynomial, Named):
        return symbol_box(polynomial.symbol)
    return Fence("(", _box(polynomial)[0])


def _call(name: str, argument: Expr) -> tuple[Box, int]:
    inside, level = _box(argument)
    match name:
        case "abs" | "norm" | "column_norm" | "moduli":
            return Fence("|", inside), ATOM
        case "charpoly":
            return row(Upright("det"), Fence("(", row(X, Symbol("I"), MINUS, inside))), ATOM
        case "sqrt":
            return Root(inside), ATOM
        case "transpose":
            return Script(_within(argument, ATOM), above=Symbol("T")), POWER
        case "inverse":
            return Script(_within(argument, ATOM), above=row(MINUS, Number("1"))), POWER
        case "derivative":
            return Script(_within(argument, ATOM), above=Operator("'")), POWER
        case "rank":
            return row(Upright("rk"), Fence("(", inside)), ATOM
    function = Upright({"trace": "tr"}.get(name, name))
    return (row(function, inside), PRODUCT) if level == ATOM else (row(function, Fence("(", inside)), ATOM)


# -- roots and decimals ----------------------------------------------------------------------


def roots_box(p: Polynomial) -> Box:
    """The two roots of a quadratic polynomial in radicals."""
    c, b, a = p.primitive
    outer, inner = square_part(abs(b * b - 4 * a * c))
    common = gcd(gcd(b, outer), 2 * a)
    b, outer, bottom = -b // common, outer // common, 2 * a // common
    radical = _radical(outer, inner, is_imaginary=p.primitive[1] ** 2 < 4 * a * c)
    top = row(*((number_box(b),) if b else ()), Operator("+-"), radical)
    if bottom == 1:
        return top
    return (
        Quotient(top, integer_box(bottom))
        if b
        else row(Operator("+-"), Quotient(radical, integer_box(bottom)))
    )


def _radical(outer: int, inner: int, *, is_imaginary: bool) -> Box:
    root = () if inner == 1 else (Root(integer_box(inner)),)
    unit = (Symbol("i"),) if is_imaginary else ()
    size = () if outer == 1 and (root or unit) else (integer_box(outer),)
    return row(*size, *unit, *root)


def approximate_box(z: Approximate, point: str = ".") -> Box:
    """About four digits: 0.6618, 0.5 + 0.25 i."""
    real = decimal_box(approximate_text(Approximate(z.real), point))
    if z.imag == 0:
        return real
    size = decimal_box(approximate_text(Approximate(abs(z.imag)), point))
    return row(real, MINUS if z.imag < 0 else Operator("+"), size, Symbol("i"))


def decimal_box(text: str) -> Box:
    """-0.25, or 1.5e-7 as a product with a power of ten."""
    digits, _, exponent = text.lstrip("-").partition("e")
    sign: tuple[Box, ...] = (MINUS,) if text.startswith("-") else ()
    if not exponent:
        return row(*sign, Number(digits))
    size = Number(exponent.lstrip("-"))
    power = row(MINUS, size) if exponent.startswith("-") else size
    return row(*sign, Number(digits), Operator("*"), Script(Number("10"), above=power))
