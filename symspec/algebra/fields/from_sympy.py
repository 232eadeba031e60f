"""SymPy's exact constructors as a tree of symspec.syntax: walked, never parsed, never evaluated."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from symspec.algebra.door.given import place
from symspec.errors import InputError
from symspec.syntax.tree import Call, Name, Node, Number, Power, Product, Sum

DEEPEST = 100
_CALLS = {"exp": "exp", "cos": "cos", "sin": "sin", "tan": "tan", "cot": "cot",
          "Abs": "abs", "re": "re", "im": "im", "conjugate": "conj"}  # fmt: skip
_NAMES = {"ImaginaryUnit": "i", "Pi": "pi", "Exp1": "e", "GoldenRatio": "GoldenRatio"}


def from_sympy(value: Any, i: int, j: int, number: Callable[[Any], Fraction]) -> Node:
    """The tree of a SymPy expression in [i, j].

    Args:
        value: the expression.
        i: its row.
        j: its column.
        number: how an Integer, Rational or Float is read.

    Raises:
        InputError: something in it is not among the exact constructors of algebraic numbers.
    """
    return _node(value, place(i, j), number, DEEPEST)


def _node(value: Any, where: str, number: Callable[[Any], Fraction], depth: int) -> Node:
    kind = type(value).__name__

    def inner(x: Any) -> Node:
        return _node(x, where, number, depth - 1)

    if depth == 0:
        raise InputError(f"the expression in {where} is nested more than {DEEPEST} deep.")
    if getattr(value, "is_Rational", False) or getattr(value, "is_Float", False):
        return Number(number(value))
    if kind in _NAMES:
        return Name(_NAMES[kind])
    if kind == "Add":
        return Sum(tuple(map(inner, value.args)))
    if kind == "Mul":
        return Product(tuple(map(inner, value.args)))
    if kind == "Pow":
        return Power(inner(value.args[0]), inner(value.args[1]))
    if kind in _CALLS and len(value.args) == 1:
        return Call(_CALLS[kind], (inner(value.args[0]),))
    if kind in ("ComplexRootOf", "CRootOf"):
        return Call("CRootOf", (_polynomial(value.poly), Number(Fraction(int(value.index)))))
    if kind == "AlgebraicNumber":
        return inner(value.as_expr())
    if kind == "UnevaluatedExpr":
        return inner(value.args[0])
    raise InputError(
        f"{str(value)[:60]} in {where} is not read: symspec takes SymPy numbers made with sqrt, powers, I, "
        "cos(q*pi), exp(2*pi*I/5), CRootOf, GoldenRatio, Abs, re, im and conjugate."
    )


def _polynomial(poly: Any) -> Node:
    terms: list[Node] = []
    for k, c in enumerate(reversed(poly.all_coeffs())):
        if c:
            coefficient = Number(Fraction(int(c.p), int(c.q)))
            terms.append(Product((coefficient, Power(Name("x"), Number(Fraction(k))))))
    return Sum((Number(Fraction(0)), *terms))
