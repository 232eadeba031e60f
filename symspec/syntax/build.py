"""From grammar rules to tree nodes: one method for each rule of grammar.lark."""

from __future__ import annotations

from typing import Any

from symspec.syntax.tokens import Token
from symspec.syntax.tree import (
    Answer,
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Number,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Relation,
    Remark,
    Rows,
    SetOf,
    Statement,
    Sum,
    Transpose,
    TupleOf,
    Word,
)

Parts = list[Any]  # tokens and what the rules beneath returned


class Builder:
    """What the parser calls, from the leaves up; every method returns a node, or a tuple of entries."""

    def number(self, parts: Parts) -> Node:
        value, decimal = parts[0].value
        return Number(value, decimal, parts[0].position)

    def name(self, parts: Parts) -> Node:
        value = parts[0].value
        if not isinstance(value, str):  # a list that was read before the grammar, see literals
            node: Node = value
            return node
        return Name(value, parts[0].position)

    def negated(self, parts: Parts) -> Node:
        return Neg(parts[1], parts[0].position)

    def unchanged(self, parts: Parts) -> Node:
        node: Node = parts[1]
        return node

    def both(self, parts: Parts) -> Node:
        return PlusMinus(parts[1], parts[0].position)

    def sum(self, parts: Parts) -> Node:
        terms = [parts[0]]
        for sign, term in zip(parts[1::2], parts[2::2], strict=True):
            kind = {"MINUS": Neg, "PLUSMINUS": PlusMinus}.get(sign.type)
            terms.append(kind(term, sign.position) if kind else term)
        return Sum(tuple(terms), terms[0].position)

    def product(self, parts: Parts) -> Node:
        factors = [parts[0]]
        for sign, factor in zip(parts[1::2], parts[2::2], strict=True):
            if sign.type == "SLASH":
                factors = [Quotient(_multiplied(factors), factor, factors[0].position)]
            else:
                factors.append(factor)
        return _multiplied(factors)

    def power(self, parts: Parts) -> Node:
        return Power(parts[0], parts[2], parts[0].position)

    def transposed(self, parts: Parts) -> Node:
        return Transpose(parts[0], parts[0].position)

    def rooted(self, parts: Parts) -> Node:
        function = "sqrt" if parts[0].value == "√" else "cbrt"
        return Call(function, (parts[1],), parts[0].position)

    def call(self, parts: Parts) -> Node:
        return Call(parts[0].value, parts[2], parts[0].position)

    def call_on_set(self, parts: Parts) -> Node:
        return Call(parts[0].value, (self.collected(parts[1:]),), parts[0].position)

    def call_on_nothing(self, parts: Parts) -> Node:
        return Call(parts[0].value, (self.nothing(parts[1:]),), parts[0].position)

    def absolute(self, parts: Parts) -> Node:
        return Call("abs", (parts[1],), parts[0].position)

    def row(self, parts: Parts) -> tuple[Node, ...]:
        return tuple(parts[::2])

    def rows(self, parts: Parts) -> tuple[tuple[Node, ...], ...]:
        return tuple(parts[::2])

    def bracketed(self, parts: Parts) -> Node:
        rows = parts[1]
        if len(rows) > 1:
            return Rows(rows, parts[0].position)
        node: Node = rows[0][0]
        return node if len(rows[0]) == 1 else TupleOf(rows[0], parts[0].position)

    def listed(self, parts: Parts) -> Node:
        rows = parts[1]
        if len(rows) == 1:
            return ListOf(rows[0], parts[0].position)
        return Rows(rows, parts[0].position)

    def matrix(self, parts: Parts) -> Node:
        return Rows(parts[1], parts[0].position)

    def collected(self, parts: Parts) -> Node:
        return SetOf(parts[1].statements, parts[0].position)

    def nothing(self, parts: Parts) -> Node:
        return SetOf((), parts[0].position)

    def relation(self, parts: Parts) -> Node:
        signs = tuple(sign.value for sign in parts[1::2])
        return Relation(tuple(parts[::2]), signs, parts[0].position)

    def remark(self, parts: Parts) -> Node:
        return Remark(parts[1], parts[0].position)

    def statement(self, parts: Parts) -> Node:
        nodes = tuple(Word(str(p.value), p.position) if isinstance(p, Token) else p for p in parts)
        return nodes[0] if len(nodes) == 1 else Statement(nodes, nodes[0].position)

    def answer(self, parts: Parts) -> Node:
        separators = tuple(map(_separator, parts[1::2]))
        return Answer(tuple(parts[::2]), separators, parts[0].position)


def _separator(token: Token) -> str:
    if token.type == "CONJUNCTION":
        return "or" if token.value in ("or", "ou", "sau") else "and"
    return "," if token.type == "COMMA" else ";"


def _multiplied(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Product(tuple(factors), factors[0].position)
