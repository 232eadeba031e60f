"""The exact value of a formula, and whether a relation is true."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from math import comb
from typing import Any

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.proof.entries import Entries, Residue, entries_of
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
    Number,
    Power,
    Product,
    Relation,
    Sum,
    Value,
)


def holds(relation: Relation) -> bool:
    """Whether the relation is true, by exact arithmetic, for each n that it names."""
    return all(_holds_at(relation, n) for n in relation.at or (None,))


def _holds_at(relation: Relation, n: int | None) -> bool:
    values = [value(side, n) for side in relation.sides]
    pairs = zip(values, values[1:], relation.signs, strict=False)
    return all(_compared(a, b, sign) for a, b, sign in pairs)


def _compared(a: Value, b: Value, sign: str) -> bool:
    if sign in ("=", "!="):
        return _same(a, b) is (sign == "=")
    if isinstance(a, ExactMatrix):
        return all(_ordered(x, y, sign) for x, y in zip(_entries(a), _alike(b, a), strict=True))
    return _ordered(a, b, sign)


def _ordered(a: Value, b: Value, sign: str) -> bool:
    if not (isinstance(a, Fraction) and isinstance(b, Fraction)):
        raise InternalError("only numbers, and matrices entry by entry, can be ordered.")
    return {"<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[sign]


def _entries(m: ExactMatrix) -> list[Fraction]:
    return [x for row in m.tolist() for x in row]


def _alike(b: Value, a: ExactMatrix) -> list[Value]:
    """The entries of a matrix of the same shape as a, or a number as often as a has entries."""
    if isinstance(b, ExactMatrix):
        if a.shape != b.shape:
            raise InternalError("matrices of different shapes were ordered.")
        return list(_entries(b))
    rows, columns = a.shape
    return [b] * (rows * columns)


def _same(a: Value, b: Value) -> bool:
    """Equality; the numbers 0 and 1 also stand for the zero and the unit matrix or polynomial."""
    if isinstance(a, ExactMatrix) and isinstance(b, Fraction):
        return a.is_zero if b == 0 else a == a.scalar(b)
    if isinstance(a, Polynomial) and isinstance(b, Number):
        return a == a.constant(b)  # type: ignore[arg-type]  # over the field of the number
    if isinstance(a, Entries):
        return a == _by_entries(b, a)
    if isinstance(a, ExactMatrix) and isinstance(b, Entries):
        return entries_of(a) == b
    if isinstance(a, ExactMatrix) and isinstance(b, ExactMatrix) and a.field != b.field:
        return entries_of(a) == entries_of(b)
    return type(a) is type(b) and a == b


def _by_entries(b: Value, like: Entries) -> Entries:
    """A matrix by its entries; the numbers 0 and 1 also stand for the zero and the unit matrix."""
    if isinstance(b, ExactMatrix):
        return entries_of(b)
    if isinstance(b, Entries):
        return b
    if isinstance(b, Fraction):
        return like * Fraction(0) if b == 0 else like.scalar(b)
    raise InternalError("a matrix and something else were compared.")


def value(expr: Expr, n: int | None = None) -> Value:
    """The exact value of an expression, at n when n occurs."""
    match expr:
        case Named(_, exact) | Literal(exact) | Column(exact):
            return exact
        case Factored(factors):
            return reduce(operator.mul, (f**m for f, m in factors))
        case Index():
            return Fraction(_known(n))
        case Sum(terms):
            return reduce(_added, (value(t, n) for t in terms))
        case Product(factors):
            return reduce(_multiplied, (value(f, n) for f in factors))
        case Power(base, exponent):
            return _raised(value(base, n), value(exponent, n))
        case Choose(lower):
            return Fraction(comb(_known(n), lower))
        case At(polynomial, argument):
            return _evaluated(value(polynomial, n), value(argument, n))
        case Call(name, argument):
            return _called(name, value(argument, n))


def _known(n: int | None) -> int:
    if n is None:
        raise InternalError("a formula in n was evaluated without n.")
    return n


def _added(a: Value, b: Value) -> Value:
    if isinstance(a, Entries) or isinstance(b, Entries):
        return _sum_by_entries(a, b)
    if isinstance(a, Number) and isinstance(b, Number):
        return _scalars(a, b, operator.add)
    if isinstance(a, ExactMatrix) or isinstance(b, ExactMatrix):
        if isinstance(a, ExactMatrix) and isinstance(b, ExactMatrix):
            return a + b
        raise InternalError("a matrix and a number were added.")
    return b + a if isinstance(b, Polynomial) else a + b


def _sum_by_entries(a: Value, b: Value) -> Entries:
    like = a if isinstance(a, Entries) else b
    if not isinstance(like, Entries) or isinstance(a, Fraction) or isinstance(b, Fraction):
        raise InternalError("a matrix and a number were added.")
    return _by_entries(a, like) + _by_entries(b, like)


def _scalars(a: Value, b: Value, operation: Callable[[Any, Any], Any]) -> Value:
    """Of two numbers, some of them expressions in alpha."""
    if not (isinstance(a, Number) and isinstance(b, Number)):
        raise InternalError("an expression in alpha was combined with something else.")
    found: Value = operation(a, b)
    return found


def _product_by_entries(a: Value, b: Value) -> Value:
    """Of a matrix given by its entries, or of an expression in alpha, with something."""
    if isinstance(a, Number) and isinstance(b, Number):
        return _scalars(a, b, operator.mul)
    if isinstance(a, Number) or isinstance(b, Number):
        factor, m = (a, b) if isinstance(a, Number) else (b, a)
        if isinstance(m, Polynomial) or isinstance(factor, FieldElement) and isinstance(m, ExactMatrix):
            return m * factor  # type: ignore[operator]  # over the field of the factor
        if isinstance(m, ExactMatrix | Entries):
            return (entries_of(m) if isinstance(m, ExactMatrix) else m) * factor
    elif isinstance(a, ExactMatrix | Entries) and isinstance(b, ExactMatrix | Entries):
        first = entries_of(a) if isinstance(a, ExactMatrix) else a
        return first @ (entries_of(b) if isinstance(b, ExactMatrix) else b)
    raise InternalError("two objects that have no product were multiplied.")


def _multiplied(a: Value, b: Value) -> Value:
    if isinstance(a, Entries | Residue | FieldElement) or isinstance(b, Entries | Residue | FieldElement):
        return _product_by_entries(a, b)
    if isinstance(a, ExactMatrix) and isinstance(b, ExactMatrix):
        return a @ b
    if isinstance(a, Polynomial | ExactMatrix) and isinstance(b, Fraction):
        return a * b
    if isinstance(b, ExactMatrix) and isinstance(a, Fraction):
        return b * a
    if isinstance(b, Polynomial) and isinstance(a, Polynomial | Fraction):
        return b * a
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a * b
    raise InternalError("a polynomial and a matrix were multiplied.")


def _raised(base: Value, exponent: Value) -> Value:
    if not (isinstance(exponent, Fraction) and exponent.denominator == 1):
        raise InternalError("an exponent is not an integer.")
    return base ** int(exponent)


def _evaluated(polynomial: Value, argument: Value) -> Value:
    if not isinstance(polynomial, Polynomial):
        raise InternalError("what is evaluated is no polynomial.")
    if isinstance(argument, ExactMatrix):
        return polynomial.at_matrix(argument)
    if isinstance(argument, Fraction):
        return polynomial(argument)
    raise InternalError("a polynomial was evaluated at a polynomial.")


def _called(name: str, argument: Value) -> Value:
    match name, argument:
        case "abs", Fraction():
            return abs(argument)
        case "derivative", Polynomial():
            return argument.derivative
        case "charpoly", ExactMatrix():
            return argument.charpoly
        case "norm", ExactMatrix():
            return argument.norm
        case "column_norm", ExactMatrix():
            return argument.transpose.norm
        case "moduli", ExactMatrix():
            return argument.with_entries([[abs(x) for x in row] for row in argument.tolist()])
        case "det", Entries():
            found: Value = argument.det
            return found
        case "det", ExactMatrix():
            return argument.det
        case "inverse", ExactMatrix():
            return argument.inverse
        case "rank", ExactMatrix():
            return Fraction(argument.rank)
        case "trace", ExactMatrix():
            return argument.trace
        case "transpose", ExactMatrix():
            return argument.transpose
    raise InternalError(f"the function {name} has no exact value here.")
