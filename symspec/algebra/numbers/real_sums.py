"""Sums of real algebraic numbers, kept as sums: their signs are exact, their minimal polynomials not needed.

A sum of n square roots has a minimal polynomial of degree up to 2^n. But roots of rational numbers whose
products in pairs are no squares are linearly independent over Q, with 1 (Besicovitch, J. London Math. Soc. 15
(1940) 3-6): such a sum is 0 only if every coefficient is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symspec.algebra.enclosure import Interval
from symspec.algebra.numbers.algebraic import AlgebraicNumber, sqrt
from symspec.algebra.numbers.quadratic import rational_square_root, surd
from symspec.errors import InputError

START_BITS = 64
PATIENCE = 1024

Term = tuple[Fraction, AlgebraicNumber]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RealSum:
    """rational + sum c s over its terms (c, s): the s irrational and real, the c not 0.

    >>> x = real_sum([sqrt(2), sqrt(3), sqrt(8), Fraction(-1, 2)])
    >>> print(x, "|", x - 3 * sqrt(2), "|", (x - sqrt(18) - sqrt(3)).rational)
    3 sqrt(2) + sqrt(3) - 1/2 | sqrt(3) - 1/2 | -1/2
    >>> (real_sum([sqrt(2), sqrt(3)]) - Fraction(31463, 10000)).sign
    -1
    """

    rational: Fraction
    terms: tuple[Term, ...]

    # -- arithmetic --

    def __add__(self, other: Any) -> RealSum:
        parts = _parts(other)
        if parts is None:
            return NotImplemented
        return _collected(self.rational + parts[0], self.terms, parts[1])

    __radd__ = __add__

    def __mul__(self, factor: int | Fraction) -> RealSum:
        if not isinstance(factor, int | Fraction):
            return NotImplemented
        q = Fraction(factor)
        return RealSum(self.rational * q, tuple((c * q, s) for c, s in self.terms) if q else ())

    __rmul__ = __mul__

    def __truediv__(self, divisor: int | Fraction) -> RealSum:
        if not isinstance(divisor, int | Fraction):
            return NotImplemented
        return self * (1 / Fraction(divisor))

    def __neg__(self) -> RealSum:
        return self * -1

    def __sub__(self, other: Any) -> RealSum:
        if _parts(other) is None:
            return NotImplemented
        return self._minus(other)

    def _minus(self, other: Any) -> RealSum:
        """self - other, for a real number."""
        rational, terms = real_parts(other)
        return _collected(self.rational - rational, self.terms, [(-c, s) for c, s in terms])

    def __rsub__(self, other: Any) -> RealSum:
        return (-self).__add__(other)

    # -- size --

    def interval(self, bits: int) -> Interval:
        """(low, high) around the number, high - low small as bits grow."""
        low = high = self.rational
        for c, s in self.terms:
            ends = sorted(c * x for x in s.box(bits).real)
            low, high = low + ends[0], high + ends[1]
        return low, high

    @property
    def sign(self) -> int:
        """1, 0 or -1; exact.

        Raises:
            UndecidedError: the terms have high degrees, and 1024 bits do not tell the sum from 0.
        """
        if not self.terms:
            return int(self.rational > 0) - int(self.rational < 0)
        bits = START_BITS
        exact = len(self.terms) == 1 or all(s.degree == 2 for _, s in self.terms)  # then it is not 0
        while exact or bits <= PATIENCE:
            low, high = self.interval(bits)
            if low > 0 or high < 0:
                return 1 if low > 0 else -1
            bits *= 2
        value = self.number
        return int(value > 0) - int(value < 0)

    @property
    def number(self) -> AlgebraicNumber:
        """The sum with its minimal polynomial.

        Raises:
            BudgetExceededError: its degree is too high.
        """
        total = AlgebraicNumber.of(self.rational)
        for c, s in self.terms:
            total = total + s * c
        return total

    # -- being a value --

    def __eq__(self, other: object) -> bool:
        if _parts(other) is None:
            return NotImplemented
        return self._minus(other).sign == 0

    def __hash__(self) -> int:
        return hash(self.rational) if not self.terms else hash(len(self.terms))

    def __lt__(self, other: Any) -> bool:
        return self._minus(other).sign < 0

    def __le__(self, other: Any) -> bool:
        return self._minus(other).sign <= 0

    def __gt__(self, other: Any) -> bool:
        return self._minus(other).sign > 0

    def __ge__(self, other: Any) -> bool:
        return self._minus(other).sign >= 0

    def __str__(self) -> str:
        parts = [str(s * c) for c, s in self.terms] + [str(self.rational)] * (self.rational != 0)
        signed = (f" - {x[1:]}" if x.startswith("-") else f" + {x}" for x in parts[1:])
        return parts[0] + "".join(signed) if parts else "0"

    def __repr__(self) -> str:
        return f"RealSum({self})"

    def _sympy_(self) -> Any:
        from sympy import Add, Rational

        terms = [Rational(c.numerator, c.denominator) * s._sympy_() for c, s in self.terms]
        return Add(Rational(self.rational.numerator, self.rational.denominator), *terms)


def real_sum(numbers: Iterable[Any]) -> RealSum:
    """The sum of real numbers: integers, fractions, algebraic numbers, field elements, sums.

    Raises:
        InputError: one of them is no real algebraic number.
    """
    total = RealSum(Fraction(0), ())
    for x in numbers:
        rational, terms = real_parts(x)
        total = _collected(total.rational + rational, total.terms, terms)
    return total


def real_parts(x: Any) -> tuple[Fraction, list[Term]]:
    """(rational part, terms) of a real number.

    Raises:
        InputError: it is none, or not algebraic.
    """
    found = _parts(x)
    if found is None:
        raise InputError(f"{x} is no real algebraic number.")
    return found


def _parts(x: Any) -> tuple[Fraction, list[Term]] | None:
    """(rational part, terms) of a real number; None for anything else."""
    if isinstance(x, RealSum):
        return x.rational, list(x.terms)
    if isinstance(x, int | Fraction):
        return Fraction(x), []
    number = x if isinstance(x, AlgebraicNumber) else getattr(x, "number", None)
    if not isinstance(number, AlgebraicNumber) or not number.is_real:
        return None
    if number.is_rational:
        return number.rational, []
    if number.degree == 2:
        u, v, square = surd(number)
        return u, [(v, sqrt(square))]
    return Fraction(0), [(Fraction(1), number)]


def _collected(rational: Fraction, known: Sequence[Term], more: Sequence[Term]) -> RealSum:
    """The sum, with terms put together where one is seen to be a rational multiple of the other.

    No two of the known terms are.
    """
    found = list(known)
    for c, s in more:
        for i, (b, t) in enumerate(found):
            ratio = _ratio(s, t)
            if ratio is not None:
                found[i] = (b + c * ratio, t)
                break
        else:
            found.append((c, s))
    return RealSum(rational, tuple((c, s) for c, s in found if c))


def _ratio(s: AlgebraicNumber, t: AlgebraicNumber) -> Fraction | None:
    """s/t for square roots of rational numbers with a rational quotient, for equal and opposite numbers."""
    if s.degree == t.degree == 2:  # sqrt(m) and sqrt(k): terms of degree 2 have this form
        return rational_square_root(s.minpoly.coefficients[0] / t.minpoly.coefficients[0])
    if s.degree != t.degree:
        return None
    return Fraction(1) if s == t else Fraction(-1) if s == -t else None
