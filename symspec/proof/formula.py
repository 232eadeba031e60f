"""The formulas of a proof: small trees of exact objects that are evaluated before they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.proof.entries import Entries, Residue

Number = Fraction | Residue | FieldElement
Value = Number | Polynomial | ExactMatrix | Entries
FactorList = tuple[tuple[Polynomial, int], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An object with a symbol: A, D, w, chi. A polynomial is written with its variable: chi(x)."""

    symbol: str
    value: Value


@dataclass(frozen=True, slots=True)
class Literal:
    """An object written out: a number, a polynomial in x, a matrix."""

    value: Value


@dataclass(frozen=True, slots=True)
class Column:
    """An n x 1 matrix written as a vector (x_1, .., x_n)."""

    value: ExactMatrix | Entries


@dataclass(frozen=True, slots=True)
class Factored:
    """A polynomial written as a product of powers, times a constant."""

    factors: FactorList


@dataclass(frozen=True, slots=True)
class Index:
    """The variable n >= 0."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of the terms."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """The product of the factors, from left to right."""

    factors: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """base^exponent."""

    base: Expr
    exponent: Expr


@dataclass(frozen=True, slots=True)
class Choose:
    """The binomial coefficient C(n, lower)."""

    lower: int


@dataclass(frozen=True, slots=True)
class At:
    """The polynomial at a matrix or a number: p(A)."""

    polynomial: Expr
    argument: Expr


@dataclass(frozen=True, slots=True)
class Call:
    """A function by name.

    abs, charpoly, column_norm, derivative, det, inverse, moduli, norm, rank, sqrt, trace or transpose: norm
    is the largest row sum of the moduli of the entries, column_norm the largest column sum, and moduli the
    matrix of the moduli.
    """

    name: str
    argument: Expr


Expr = Named | Literal | Column | Factored | Index | Sum | Product | Power | Choose | At | Call


@dataclass(frozen=True, slots=True)
class Relation:
    """sides[0] signs[0] sides[1] signs[1] .., for each n of `at` when n occurs.

    Attributes:
        sides: two or more expressions.
        signs: one of = != < > <= >= between neighbours.
        at: the values of n for which it is evaluated; () when n does not occur.
    """

    sides: tuple[Expr, ...]
    signs: tuple[str, ...]
    at: tuple[int, ...] = ()


# -- making ----------------------------------------------------------------------------------


def number(value: int | Number) -> Literal:
    """The number as an expression."""
    return Literal(Fraction(value) if isinstance(value, int) else value)


def plus(*terms: Expr) -> Expr:
    """The sum."""
    return terms[0] if len(terms) == 1 else Sum(terms)


def times(*factors: Expr | int | Number) -> Expr:
    """The product, flat; a number 1 is not written."""
    made = [number(f) if isinstance(f, int | Number) else f for f in factors]
    flat = [g for f in made for g in (f.factors if isinstance(f, Product) else (f,))]
    kept = tuple(f for f in flat if f != number(1)) or (number(1),)
    return kept[0] if len(kept) == 1 else Product(kept)


def minus(a: Expr, b: Expr) -> Expr:
    """a - b."""
    return Sum((a, negative(b)))


def negative(a: Expr) -> Expr:
    """-a, with the sign in the leading number if there is one."""
    match a:
        case Literal(Fraction() as q):
            return number(-q)
        case Product((Literal(Fraction() as q), *others)):
            return times(-q, *others)
    return times(-1, a)


def equal(*sides: Expr, at: tuple[int, ...] = ()) -> Relation:
    """All sides are equal."""
    return Relation(sides, ("=",) * (len(sides) - 1), at)


def differ(*sides: Expr) -> Relation:
    """The last side differs from those before it, which are equal."""
    return Relation(sides, ("=",) * (len(sides) - 2) + ("!=",))


def less(*sides: Expr) -> Relation:
    """All sides but the last are equal; the last is larger."""
    return Relation(sides, ("=",) * (len(sides) - 2) + ("<",))


def greater(*sides: Expr) -> Relation:
    """All sides but the last are equal; the last is smaller."""
    return Relation(sides, ("=",) * (len(sides) - 2) + (">",))
