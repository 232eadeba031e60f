"""Polynomials over a number field, with coefficients in powers of a primitive element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from fractions import Fraction
from functools import reduce
from math import lcm
from typing import TYPE_CHECKING, Any, NoReturn

from symspec.algebra.backend import Native
from symspec.algebra.fields.element import FieldElement, scalar, sympy_value
from symspec.algebra.fields.labels import element_text
from symspec.algebra.fields.tower import Coordinates, NumberField, padded, trimmed
from symspec.algebra.polynomial import Polynomial
from symspec.errors import UnsupportedFieldError

if TYPE_CHECKING:
    from symspec.algebra.enclosure import Rectangle
    from symspec.algebra.matrix import ExactMatrix


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FieldPolynomial(Polynomial):
    """A polynomial over a number field K; what a Polynomial does, except what needs factors over K.

    Its coefficients are fractions and elements of K.

    >>> from symspec.algebra.coerce import matrix
    >>> p = matrix("[[sqrt(2), 1], [0, 3]]").charpoly
    >>> print(p, "|", p.derivative, "|", p(3))
    x^2 + (-3 - sqrt(2)) x + 3 sqrt(2) | 2 x - 3 - sqrt(2) | 0
    """

    _field: NumberField = dataclass_field(kw_only=True)

    @classmethod
    def over(cls, field: NumberField, coefficients: Sequence[Coordinates]) -> FieldPolynomial:
        """sum coefficients[i] x^i, from coordinates in the basis of the field."""
        natives = _all_to_powers(field, coefficients)
        return cls(field.ops, _stripped(field, natives), _field=field)

    def _with(self, native: Native) -> FieldPolynomial:
        return FieldPolynomial(self._ops, _stripped(self._field, native), _field=self._field)

    @property
    def field(self) -> NumberField:
        """K."""
        return self._field

    @property
    def coordinates(self) -> tuple[Coordinates, ...]:
        """The coefficients in the basis of K, constant term first."""
        return tuple(_from_powers(self._field, c) for c in self._native)

    @property
    def coefficients(self) -> tuple[Any, ...]:
        """Constant term first; fractions where they are rational."""
        return tuple(scalar(self._field, c) for c in self.coordinates)

    @property
    def degree(self) -> int:
        """The degree; -1 for the zero polynomial."""
        return len(self._native) - 1

    @property
    def derivative(self) -> FieldPolynomial:
        """p'."""
        ops = self._ops
        times = [ops.polynomial([i], 1) for i in range(len(self._native))]
        products = (ops.poly_multiply(c, k) for c, k in zip(self._native, times, strict=True))
        return self._with(tuple(products)[1:])

    @property
    def monic(self) -> FieldPolynomial:
        """p / (leading coefficient of p)."""
        return self._times(self._inverse(self._native[-1]))

    @property
    def squarefree_part(self) -> FieldPolynomial:
        """p / gcd(p, p'), monic: the same roots, each once."""
        quotient, _ = divmod(self, self.gcd(self.derivative))
        return quotient.monic

    def gcd(self, other: FieldPolynomial) -> FieldPolynomial:
        """The monic greatest common divisor, by Euclid's algorithm."""
        a, b = self, other
        while b.degree >= 0:
            a, b = b.monic, divmod(a, b.monic)[1]
        return a.monic if a.degree >= 0 else a

    def at_matrix(self, a: ExactMatrix) -> ExactMatrix:
        """p(A), by Horner's rule."""
        value = a.scalar(0)
        for c in reversed(self.coefficients):
            value = a @ value + a.scalar(c)
        return value

    def __call__(self, x: Any) -> Any:
        return reduce(lambda value, c: value * x + c, reversed(self.coefficients), Fraction(0))

    def of_same(self, coefficients: Sequence[Any]) -> FieldPolynomial:
        """sum coefficients[i] x^i, over the same field."""
        return FieldPolynomial.over(self._field, [_coordinates(self._field, c) for c in coefficients])

    def constant(self, value: Any) -> FieldPolynomial:
        """The constant polynomial `value`, over the same field."""
        return self.of_same([value])

    # -- arithmetic --

    def _same(self, other: Any) -> FieldPolynomial:
        if isinstance(other, FieldPolynomial):
            if other._field != self._field:
                raise UnsupportedFieldError(
                    f"polynomials over {self._field} and {other._field} are not combined."
                )
            return other
        return self.of_same(other.coefficients if isinstance(other, Polynomial) else [other])

    def __add__(self, other: Any) -> FieldPolynomial:
        a, b = self._native, self._same(other)._native
        short, long = (a, b) if len(a) <= len(b) else (b, a)
        sums = tuple(self._ops.poly_add(x, y) for x, y in zip(short, long, strict=False))
        return self._with(sums + tuple(long[len(short) :]))

    __radd__ = __add__

    def __mul__(self, other: Any) -> FieldPolynomial:
        a, b, ops = self._native, self._same(other)._native, self._ops
        if not a or not b:
            return self._with(())
        zero = ops.polynomial([], 1)
        total = [zero] * (len(a) + len(b) - 1)
        for i, x in enumerate(a):
            for j, y in enumerate(b):
                total[i + j] = ops.poly_add(total[i + j], ops.poly_multiply(x, y))
        return self._with(tuple(self._reduced(c) for c in total))

    __rmul__ = __mul__

    def __pow__(self, exponent: int) -> FieldPolynomial:
        self._require_exponent(exponent)
        return reduce(lambda value, _: value * self, range(exponent), self.constant(1))

    def __divmod__(self, other: Polynomial) -> tuple[FieldPolynomial, FieldPolynomial]:
        divisor, ops = self._same(other), self._ops
        if not divisor._native:
            raise ZeroDivisionError("division by the zero polynomial")
        inverse, rest = self._inverse(divisor._native[-1]), list(self._native)
        minus = ops.polynomial([-1], 1)
        quotient: list[Native] = []
        while len(rest) >= len(divisor._native):
            c = self._reduced(ops.poly_multiply(rest[-1], inverse))
            quotient.append(c)
            shift, negative = len(rest) - len(divisor._native), ops.poly_multiply(c, minus)
            for i, y in enumerate(divisor._native[:-1]):
                product = self._reduced(ops.poly_multiply(negative, y))
                rest[shift + i] = ops.poly_add(rest[shift + i], product)
            rest.pop()
        return self._with(tuple(reversed(quotient))), self._with(tuple(rest))

    def _reduced(self, c: Native) -> Native:
        return self._ops.poly_divmod(c, self._field.modulus)[1]

    def _inverse(self, c: Native) -> Native:
        return self._ops.poly_gcdex(c, self._field.modulus)[1]

    def _times(self, c: Native) -> FieldPolynomial:
        return self._with(tuple(self._reduced(self._ops.poly_multiply(c, x)) for x in self._native))

    # -- what needs factors over K --

    def _unsupported(self, what: str) -> NoReturn:
        raise UnsupportedFieldError(f"{what} of a polynomial over {self._field} is not computed.")

    @property
    def primitive(self) -> NoReturn:
        """Defined over Q only."""
        self._unsupported("the primitive integer multiple")

    @property
    def factors(self) -> tuple[tuple[FieldPolynomial, int], ...]:
        """((f, m), ..) with p = c prod f^m, the f monic and irreducible over K."""
        from symspec.algebra.fields.factors import irreducible_factors

        return irreducible_factors(self)

    @property
    def cyclotomic_order(self) -> NoReturn:
        """Over Q only."""
        self._unsupported("the cyclotomic order")

    @property
    def is_self_reciprocal(self) -> bool:
        """p* = p or p* = -p."""
        c = self.coordinates
        return c == c[::-1] or self.of_same(self.coefficients[::-1]) == -self

    @property
    def reciprocal(self) -> FieldPolynomial:
        """p* = x^deg(p) p(1/x)."""
        return self._with(self._native[::-1])

    def isolated_roots(self, bits: int = 64) -> list[Rectangle]:
        """Over Q only."""
        self._unsupported("the list of isolated roots")

    def gcdex(self, other: Polynomial) -> tuple[FieldPolynomial, FieldPolynomial, FieldPolynomial]:
        """(g, s, t) with g = s p + t q the monic greatest common divisor."""
        from symspec.algebra.fields.factors import bezout

        return bezout(self, self._same(other))

    # -- being a value --

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Polynomial):
            return NotImplemented
        return self.coefficients == other.coefficients

    def __hash__(self) -> int:
        return hash(self.coefficients)

    def text(self, variable: str = "x") -> str:
        """The polynomial as text, in that variable."""
        terms = [(k, c) for k, c in enumerate(self.coordinates) if c][::-1]
        parts = (_term(self._field, c, k, variable, first=i == 0) for i, (k, c) in enumerate(terms))
        return "".join(parts) or "0"

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"FieldPolynomial({self})"

    def __reduce__(self) -> tuple[Any, ...]:
        return FieldPolynomial.over, (self._field, self.coordinates)

    def _sympy_(self) -> Any:
        """The expression in Symbol("x")."""
        from sympy import Add, Symbol

        x = Symbol("x")
        return Add(*(sympy_value(self._field, c) * x**k for k, c in enumerate(self.coordinates)))


def _coordinates(field: NumberField, c: Any) -> Coordinates:
    if isinstance(c, FieldElement):
        if c.field != field:
            raise UnsupportedFieldError(f"{c} lies in {c.field}, not in {field}.")
        return c.coordinates
    return trimmed([Fraction(c)])


def _stripped(field: NumberField, natives: tuple[Native, ...]) -> tuple[Native, ...]:
    zero, n = field.ops.polynomial([], 1), len(natives)
    while n and field.ops.poly_equal(natives[n - 1], zero):
        n -= 1
    return natives[:n]


def _all_to_powers(field: NumberField, coefficients: Sequence[Coordinates]) -> tuple[Native, ...]:
    """Every element in powers of the primitive element, by one product of matrices."""
    ops, d = field.ops, field.degree
    den = lcm(*{x.denominator for c in coefficients for x in c})
    columns = [[x.numerator * (den // x.denominator) for x in padded(c, d)] for c in coefficients]
    if not columns:
        return ()
    native = ops.matrix([list(row) for row in zip(*columns, strict=True)], den)
    rows, below = ops.integers(ops.multiply(field.from_basis, native))
    return tuple(ops.polynomial(list(column), below) for column in zip(*rows, strict=True))


def _to_powers(field: NumberField, c: Coordinates) -> Native:
    ops = field.ops
    if len(c) <= 1:
        return ops.polynomial([c[0].numerator], c[0].denominator) if c else ops.polynomial([], 1)
    column = Polynomial.of(list(c), ops=ops)
    numerator, den = ops.coefficients(column._native)
    vector = ops.matrix([[x] for x in [*numerator, *[0] * (field.degree - len(numerator))]], den)
    rows, below = ops.integers(ops.multiply(field.from_basis, vector))
    return ops.polynomial([row[0] for row in rows], below)


def power_coefficients(field: NumberField, c: Coordinates) -> list[Fraction]:
    """The coefficients of an element in powers of the primitive element."""
    numerator, den = field.ops.coefficients(_to_powers(field, c))
    return [Fraction(x, den) for x in numerator]


def _from_powers(field: NumberField, p: Native) -> Coordinates:
    ops = field.ops
    numerator, den = ops.coefficients(p)
    if len(numerator) <= 1:
        return trimmed([Fraction(x, den) for x in numerator])
    vector = ops.matrix([[x] for x in [*numerator, *[0] * (field.degree - len(numerator))]], den)
    rows, below = ops.integers(ops.multiply(field.powers_of_primitive, vector))
    return trimmed([Fraction(row[0], below) for row in rows])


def _term(field: NumberField, c: Coordinates, k: int, variable: str, *, first: bool) -> str:
    power = "" if k == 0 else variable if k == 1 else f"{variable}^{k}"
    several = sum(map(bool, c)) > 1
    negative = not several and next(x for x in c if x) < 0
    size = element_text(field, [-x for x in c] if negative else c)
    sign = ("-" if negative else "") if first else (" - " if negative else " + ")
    if several and k:
        size = f"({size})"
    elif several and not first and size.startswith("-"):
        return f" - {size[1:]}"
    body = power if size == "1" and k else f"{size} {power}".rstrip()
    return sign + body
