"""Letters replaced by numbers in a syntax tree."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from symspec.syntax.tree import (
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Rows,
    SetOf,
    Sum,
    Transpose,
    TupleOf,
)


def substituted(node: Node, values: Mapping[str, Fraction]) -> Node:
    """The expression with numbers in the place of letters.

    >>> from symspec.syntax.reader import expression
    >>> from symspec.syntax.spelling import spelled
    >>> spelled(substituted(expression("2^n + n"), {"n": Fraction(3)}))
    '2^3 + 3'
    """

    def inner(x: Node) -> Node:
        return substituted(x, values)

    def each(items: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(map(inner, items))

    match node:
        case Name(name) if name in values:
            return Number(values[name], False, node.position)
        case Neg(x):
            return Neg(inner(x), node.position)
        case Sum(items):
            return Sum(each(items), node.position)
        case Product(items):
            return Product(each(items), node.position)
        case Quotient(x, y):
            return Quotient(inner(x), inner(y), node.position)
        case Power(x, y):
            return Power(inner(x), inner(y), node.position)
        case Transpose(x):
            return Transpose(inner(x), node.position)
        case Call(name, items):
            return Call(name, each(items), node.position)
        case TupleOf(items):
            return TupleOf(each(items), node.position)
        case ListOf(items):
            return ListOf(each(items), node.position)
        case SetOf(items):
            return SetOf(each(items), node.position)
        case Rows(rows):
            return Rows(tuple(map(each, rows)), node.position)
    return node
