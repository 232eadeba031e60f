"""A composite function at alpha + t^q as a truncated Laurent series."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import ZERO, Coordinates, added, trimmed
from symspec.algebra.polynomial import Polynomial
from symspec.errors import UndecidedError, UndefinedError
from symspec.spectral.functions import elementary, principal_values
from symspec.spectral.functions.reading import Composite, Function
from symspec.spectral.functions.series import PrecisionLost, Series, SeriesArithmetic, constant
from symspec.spectral.functions.values import NOTHING, PI, Value, Values


class BranchPoint(Exception):
    """A root is taken of a series that begins with t^k: t^q is wanted in the place of t."""

    def __init__(self, q: int) -> None:
        super().__init__()
        self.q = q


@dataclass(frozen=True, slots=True)
class Place:
    """f at alpha + t^q.

    Attributes:
        values: the arithmetic of the coefficients.
        arithmetic: that of the series.
        alpha: a point.
        q: 1, but at a branch point.
        length: the powers of t below it are computed with.
        is_simple: only the value at alpha is asked for, no derivative.
    """

    values: Values
    arithmetic: SeriesArithmetic
    alpha: Coordinates
    q: int
    length: int
    is_simple: bool

    def at(self, f: Function | Composite) -> Series:
        """The series of f."""
        if isinstance(f, Function):
            return self._outer(f.outer, self._rational(f), f.exponent)
        parts = [self.at(part) for part in f.parts]
        if f.operation == "sum":
            return reduce(self.arithmetic.sum, parts)
        if f.operation == "product":
            return reduce(self.arithmetic.product, parts)
        if f.operation == "quotient":
            return self.arithmetic.quotient(*parts)
        if f.operation == "pi":
            return constant(PI, self.length)
        return self._outer(f.operation, parts[0], f.exponent)

    # -- rational functions --

    def _rational(self, f: Function) -> Series:
        above, below = (self._polynomial(p) for p in (f.inner.numerator, f.inner.denominator))
        return above if f.inner.denominator.degree == 0 else self.arithmetic.quotient(above, below)

    def _polynomial(self, p: Polynomial) -> Series:
        """p(alpha + t^q)."""
        coefficients = [NOTHING] * self.length
        for k, c in enumerate(self._shifted(p, (self.length - 1) // self.q + 1)):
            coefficients[self.q * k] = self.values.constant(c)
        return Series(0, tuple(coefficients))

    def _shifted(self, p: Polynomial, length: int) -> list[Coordinates]:
        """The first coefficients of p(alpha + h), by Horner's rule."""
        product = self.values.numbers.tower.product
        found = [ZERO] * length
        for c in reversed(coordinates_of(p)):
            found = [added(product(x, self.alpha), y) for x, y in zip(found, [c, *found], strict=False)]
        return found

    # -- functions --

    def _outer(self, name: str, g: Series, s: Fraction) -> Series:
        if name == "":
            return g
        if name == "power":
            return self._power(g, s)
        if g.start < 0:
            g = self.arithmetic.led(g)
            if g.start < 0 and g.coefficients:
                raise UndefinedError(f"the argument of {name} has a pole")
        if g.end < 1:
            raise PrecisionLost(False)
        if name == "exp":
            return self.arithmetic.exponential(g, elementary.exponential(self.values, g.at(0)))
        if name in _PAIRS:
            first, sign, pair = _PAIRS[name]
            return self.arithmetic.rotation(g, *pair(self.values, g.at(0)), sign)[first]
        return self._inverse_function(name, g)

    def _inverse_function(self, name: str, g: Series) -> Series:
        if name == "log":
            value = self._logarithm(g.at(0))
        else:
            c = self.values.algebraic(g.at(0))
            if c is None:
                raise UndecidedError(f"{name} of a transcendental number is asked for.")
            value = principal_values.inverse_value(self.values, name, c)
        slope = self.arithmetic.derivative(g)
        return self.arithmetic.integral(self._slope(name, g, slope), value)

    def _logarithm(self, v: Value) -> Value:
        if self.values.is_zero(v):
            raise UndefinedError("the argument of log is 0")
        return principal_values.logarithm(self.values, v)

    def _slope(self, name: str, g: Series, slope: Series) -> Series:
        """(name g)'."""
        if name == "log":
            return self.arithmetic.quotient(slope, g)
        one = constant(self.values.rational(1), g.end)
        square = self.arithmetic.product(g, g)
        if name == "acosh":
            roots = [
                self._power(self.arithmetic.sum(g, self.arithmetic.scaled(one, c)), _HALF) for c in (-1, 1)
            ]
            return self.arithmetic.quotient(slope, self.arithmetic.product(*roots))
        sign = 1 if name in ("atan", "asinh") else -1
        below = self.arithmetic.sum(one, self.arithmetic.scaled(square, sign))
        if name in ("asin", "acos", "asinh"):
            below = self._power(below, _HALF)
        found = self.arithmetic.quotient(slope, below)
        return self.arithmetic.scaled(found, -1) if name == "acos" else found

    def _power(self, g: Series, s: Fraction) -> Series:
        """The principal g^s = c^s t^(ks) (1 + u)^s for g = c t^k (1 + u)."""
        led = self.arithmetic.led(g)
        if not led.coefficients:
            return self._power_of_zero(g, s)
        k = led.start
        if (k * s).denominator > 1:
            raise BranchPoint((k * s).denominator)
        first = led.coefficients[0]
        if k and not self._is_on_one_sheet(first, k):
            if not self.is_simple or s < 0 or k < 0:
                raise UndefinedError("a root is taken of what has a zero or a pole")
            return Series(int(k * s), ())
        unit = self.arithmetic.quotient(led, Series(k, (first, *[NOTHING] * (len(led.coefficients) - 1))))
        logarithm = principal_values.logarithm(self.values, first, "power")
        value = elementary.exponential(self.values, self.values.times(logarithm, (s,)))
        slope = self.arithmetic.quotient(self.arithmetic.derivative(unit), unit)
        grown = self.arithmetic.exponential(
            self.arithmetic.integral(self.arithmetic.scaled(slope, s), NOTHING), value
        )
        return Series(grown.start + int(k * s), grown.coefficients)

    def _power_of_zero(self, g: Series, s: Fraction) -> Series:
        """O(t^end)^s."""
        if s < 0 or g.end <= 0:
            raise PrecisionLost(False)
        return Series(int(g.end * s), ())

    def _is_on_one_sheet(self, first: Value, k: int) -> bool:
        """(c t^k)^s = c^s t^(ks) for the principal t of all h = t^q: c > 0 and 0 < k <= q."""
        c = self.values.algebraic(first)
        if c is None or not 0 < k <= self.q:
            return False
        n = self.values.number(c)
        return n.is_real and n > 0


_HALF = Fraction(1, 2)
Pair = Callable[[Values, Value], tuple[Value, Value]]
_PAIRS: dict[str, tuple[int, int, Pair]] = {
    "sin": (0, -1, elementary.sine_and_cosine),
    "cos": (1, -1, elementary.sine_and_cosine),
    "sinh": (0, 1, elementary.hyperbolic_pair),
    "cosh": (1, 1, elementary.hyperbolic_pair),
}


def coordinates_of(p: Polynomial) -> tuple[Coordinates, ...]:
    """The coefficients of p in the basis of its field."""
    if isinstance(p, FieldPolynomial):
        return p.coordinates
    return tuple(trimmed([c]) for c in p.coefficients)
