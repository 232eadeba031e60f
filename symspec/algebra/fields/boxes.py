"""Elements of a number field as formulas that LaTeX, MathML and Typst print alike."""

from __future__ import annotations

from fractions import Fraction

from symspec.notation.exact import number_box
from symspec.notation.formula import (
    Box,
    Fence,
    Number,
    Operator,
    Quotient,
    Root,
    Row,
    Script,
    Symbol,
    Upright,
    row,
)
from symspec.syntax import tree
from symspec.syntax.reader import expression

MINUS, PLUS = Operator("-"), Operator("+")


def element_box(text: str) -> Box:
    """The formula of an element that was written as text: 1 + sqrt(2)/2, 2^(1/3), exp(2 pi i/5)."""
    return _box(expression(text))


def _box(node: tree.Node) -> Box:
    match node:
        case tree.Number(value):
            return number_box(value)
        case tree.Name(name):
            return Symbol(name)
        case tree.Neg(operand):
            return row(MINUS, _factor(operand))
        case tree.Sum(terms):
            return _sum(terms)
        case tree.Product((tree.Neg(first), *others)):
            return row(MINUS, _box(tree.Product((first, *others))))
        case tree.Product(factors):
            return row(*map(_factor, factors))
        case tree.Quotient(tree.Neg(first), second):
            return row(MINUS, Quotient(_box(first), _box(second)))
        case tree.Quotient(tree.Product((tree.Neg(first), *others)), second):
            return row(MINUS, Quotient(_box(tree.Product((first, *others))), _box(second)))
        case tree.Quotient(first, second):
            return Quotient(_box(first), _box(second))
        case tree.Power(base, exponent):
            return _power(base, exponent)
        case tree.Call("sqrt", (inside,)):
            return Root(_box(inside))
        case tree.Call("exp", (inside,)):
            return Script(Symbol("e"), above=_box(inside))
        case tree.Call(function, arguments):
            return row(Upright(function), Fence("(", _listed(arguments)))
    return Upright("..")


def _sum(terms: tuple[tree.Node, ...]) -> Box:
    parts: list[Box] = []
    for term in terms:
        if isinstance(term, tree.Neg):
            parts += [MINUS, _factor(term.operand)]
        else:
            parts += ([PLUS] if parts else []) + [_box(term)]
    return row(*parts)


def _factor(node: tree.Node) -> Box:
    return Fence("(", _box(node)) if isinstance(node, tree.Sum | tree.Neg) else _box(node)


def _power(base: tree.Node, exponent: tree.Node) -> Box:
    plain = isinstance(base, tree.Name) or isinstance(base, tree.Number) and base.value.denominator == 1
    above = _exponent(exponent)
    return Script(_box(base) if plain else Fence("(", _box(base)), above=above)


def _exponent(node: tree.Node) -> Box:
    """On one line: 1/3, not a tall fraction."""
    if isinstance(node, tree.Number) and node.value.denominator != 1:
        return _flat(node.value)
    if isinstance(node, tree.Quotient):
        return Row((_box(node.numerator), Operator("/"), _box(node.denominator)))
    return _box(node)


def _flat(q: Fraction) -> Box:
    return Row((Number(str(q.numerator)), Operator("/"), Number(str(q.denominator))))


def _listed(arguments: tuple[tree.Node, ...]) -> Box:
    parts: list[Box] = []
    for x in arguments:
        parts += ([Operator(",")] if parts else []) + [_box(x)]
    return row(*parts)
