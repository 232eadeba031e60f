"""Truncated Laurent series whose coefficients are values of elementary functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from symspec.errors import InternalError
from symspec.spectral.functions.values import NOTHING, Value, Values


class PrecisionLost(Exception):
    """All known coefficients of a denominator vanish; `numerator` is where its numerator begins, if known."""

    def __init__(self, numerator_is_known: bool) -> None:
        super().__init__()
        self.numerator_is_known = numerator_is_known


@dataclass(frozen=True, slots=True)
class Series:
    """sum of coefficients[k] t^(start + k) + O(t^end).

    Attributes:
        start: the lowest power; the coefficient there may be 0.
        coefficients: values.
    """

    start: int
    coefficients: tuple[Value, ...]

    @property
    def end(self) -> int:
        """The first power that is not known."""
        return self.start + len(self.coefficients)

    def at(self, power: int) -> Value:
        """The coefficient of t^power, for a power below the end."""
        return self.coefficients[power - self.start] if power >= self.start else NOTHING


def constant(v: Value, length: int) -> Series:
    """v + O(t^length)."""
    return _series(0, (v, *[NOTHING] * (length - 1)))


def _series(start: int, coefficients: Sequence[Value]) -> Series:
    """Without coefficients at the beginning that are 0 for sure."""
    empty = next((k for k, c in enumerate(coefficients) if not c.is_empty), len(coefficients))
    return Series(start + empty, tuple(coefficients[empty:]))


@dataclass(frozen=True, slots=True)
class SeriesArithmetic:
    """Sums, products, quotients, derivatives, and solutions of linear differential equations."""

    values: Values

    def sum(self, a: Series, b: Series) -> Series:
        """a + b."""
        start, end = min(a.start, b.start), min(a.end, b.end)
        return _series(start, [self.values.sum(a.at(k), b.at(k)) for k in range(start, end)])

    def scaled(self, a: Series, c: int | Fraction) -> Series:
        """c a for a fraction c != 0."""
        return Series(a.start, tuple(self.values.times(v, (Fraction(c),)) for v in a.coefficients))

    def product(self, a: Series, b: Series) -> Series:
        """a b."""
        length = min(len(a.coefficients), len(b.coefficients))
        return _series(
            a.start + b.start,
            [self._coefficient(a.coefficients, b.coefficients, k) for k in range(length)],
        )

    def _coefficient(self, a: Sequence[Value], b: Sequence[Value], k: int, first: int = 0) -> Value:
        """sum of a_i b_(k - i) for first <= i <= k."""
        pairs = ((a[i], b[k - i]) for i in range(first, k + 1))
        products = (self.values.product(x, y) for x, y in pairs if not (x.is_empty or y.is_empty))
        return reduce(self.values.sum, products, NOTHING)

    def led(self, a: Series) -> Series:
        """The same series, so that its first coefficient is not 0; without coefficients if all are 0.

        Raises:
            UndecidedError: whether a coefficient is 0 was not decided.
        """
        for k, c in enumerate(a.coefficients):
            if not self.values.is_zero(c):
                return Series(a.start + k, a.coefficients[k:])
        return Series(a.end, ())

    def quotient(self, a: Series, b: Series) -> Series:
        """The q with q b = a, checked.

        Raises:
            PrecisionLost: all known coefficients of b are 0.
        """
        below = self.led(b)
        if not below.coefficients:
            raise PrecisionLost(bool(self.led(a).coefficients))
        length = min(len(a.coefficients), len(below.coefficients))
        inverse = self.values.inverse(below.coefficients[0])
        found: list[Value] = []
        for k in range(length):
            rest = self._coefficient(below.coefficients, [*found, NOTHING], k, 1)
            difference = self.values.sum(a.coefficients[k], self._negative(rest))
            found.append(self.values.product(difference, inverse))
        q = _series(a.start - below.start, found)
        self._require_equal(self.product(q, below), a)
        return q

    def derivative(self, a: Series) -> Series:
        """a'."""
        return _series(
            a.start - 1, [self.values.times(v, _rational(a.start + k)) for k, v in enumerate(a.coefficients)]
        )

    def integral(self, a: Series, value: Value) -> Series:
        """The b with b' = a and b(0) = value, for a without negative powers."""
        parts = [self.values.times(a.at(k), (Fraction(1, k + 1),)) for k in range(a.end)]
        return _series(0, (value, *parts))

    def exponential(self, g: Series, value: Value) -> Series:
        """The y with y' = g' y and y(0) = value, checked: c e^g, for g without negative powers."""
        slope, found = self.derivative(g), [value]
        for k in range(1, g.end):
            known = [self.values.product(slope.at(i), found[k - 1 - i]) for i in range(k)]
            found.append(self.values.times(reduce(self.values.sum, known, NOTHING), (Fraction(1, k),)))
        y = _series(0, found)
        self._require_equal(self.derivative(y), self.product(slope, y))
        return y

    def rotation(self, g: Series, first: Value, second: Value, sign: int) -> tuple[Series, Series]:
        """(s, c) with s' = g' c, c' = sign g' s and these values at 0, checked; sin g and cos g for -1."""
        slope, s, c = self.derivative(g), [first], [second]
        for k in range(1, g.end):
            up, down = (
                reduce(
                    self.values.sum,
                    (self.values.product(slope.at(i), v[k - 1 - i]) for i in range(k)),
                    NOTHING,
                )
                for v in (c, s)
            )
            s.append(self.values.times(up, (Fraction(1, k),)))
            c.append(self.values.times(down, (Fraction(sign, k),)))
        sine, cosine = _series(0, s), _series(0, c)
        self._require_equal(self.derivative(sine), self.product(slope, cosine))
        return sine, cosine

    def _negative(self, v: Value) -> Value:
        return self.values.times(v, (Fraction(-1),))

    def _require_equal(self, a: Series, b: Series) -> None:
        """Their known coefficients agree."""
        difference = self.sum(a, self.scaled(b, -1))
        if not all(v.is_empty for v in difference.coefficients):
            raise InternalError("a power series failed its own check.")


def _rational(k: int) -> tuple[Fraction, ...]:
    return (Fraction(k),) if k else ()
