"""Polynomials in one variable with rational coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from numbers import Rational
from typing import TYPE_CHECKING, Any

from symspec.algebra.backend import Backend, Native, backend, is_installed
from symspec.errors import InputError
from symspec.notation.text import polynomial_text

if TYPE_CHECKING:
    from symspec.algebra.enclosure import Rectangle
    from symspec.algebra.matrix import ExactMatrix


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Polynomial:
    """A polynomial over Q, immutable; prints in x and becomes a SymPy expression by sympy.sympify.

    >>> p = Polynomial.of([1, 0, -2, 1])
    >>> print(p, "|", p.derivative, "|", p(3))
    x^3 - 2 x^2 + 1 | 3 x^2 - 4 x | 10
    """

    _ops: Backend
    _native: Native

    @classmethod
    def of(
        cls, coefficients: Sequence[int | Fraction], *, name: str = "auto", ops: Backend | None = None
    ) -> Polynomial:
        """sum coefficients[i] x^i."""
        ops = ops or backend(name)
        denominator = lcm(*(Fraction(c).denominator for c in coefficients))
        return cls(ops, ops.polynomial([int(c * denominator) for c in coefficients], denominator))

    def _with(self, native: Native) -> Polynomial:
        return Polynomial(self._ops, native)

    @property
    def coefficients(self) -> tuple[Fraction, ...]:
        """Constant term first, the leading coefficient last; () for the zero polynomial."""
        numerator, denominator = self._ops.coefficients(self._native)
        return tuple(Fraction(c, denominator) for c in numerator)

    @property
    def primitive(self) -> tuple[int, ...]:
        """The integer multiple with content 1 and positive leading coefficient."""
        numerator, _ = self._ops.coefficients(self._native)
        content = reduce(gcd, numerator, 0) * (-1 if numerator and numerator[-1] < 0 else 1)
        return tuple(c // content for c in numerator)

    @property
    def degree(self) -> int:
        """The degree; -1 for the zero polynomial."""
        return self._ops.degree(self._native)

    @property
    def derivative(self) -> Polynomial:
        """p'."""
        return self._with(self._ops.derivative(self._native))

    @property
    def monic(self) -> Polynomial:
        """p / (leading coefficient of p)."""
        return self * (1 / self.coefficients[-1])

    @property
    def factors(self) -> tuple[tuple[Polynomial, int], ...]:
        """((f, m), ..) with p = c prod f^m, the f monic irreducible over Q, by degree and coefficients."""
        found = [(self._with(f), m) for f, m in self._ops.factors(self._native)]
        if len(found) < 2:
            return tuple(found)
        return tuple(sorted(found, key=lambda pair: pair[0]._place))

    @property
    def squarefree_factors(self) -> tuple[tuple[Polynomial, int], ...]:
        """((f, m), ..) with p = c prod f^m, the f monic, squarefree and pairwise coprime, by m.

        >>> print(*Polynomial.of([0, 0, -1, 0, 1]).squarefree_factors)  # x^4 - x^2
        (Polynomial(x^2 - 1), 1) (Polynomial(x), 2)
        """
        found = [(self._with(f), m) for f, m in self._ops.squarefree_factors(self._native)]
        return tuple(sorted(found, key=lambda pair: pair[1]))

    @property
    def _place(self) -> tuple[int, tuple[int | Fraction, ...]]:
        """What factors are sorted by; whole numbers as integers, which are compared sooner."""
        numerator, denominator = self._ops.coefficients(self._native)
        if denominator == 1:
            return len(numerator), tuple(numerator)
        return len(numerator), tuple(Fraction(c, denominator) for c in numerator)

    @property
    def squarefree_part(self) -> Polynomial:
        """p / gcd(p, p'), monic: the same roots, each once."""
        return reduce(lambda q, part: q * part[0], self.squarefree_factors, self.constant(1))

    @property
    def reciprocal(self) -> Polynomial:
        """p* = x^deg(p) p(1/x)."""
        return Polynomial.of(self.coefficients[::-1], ops=self._ops)

    @property
    def is_self_reciprocal(self) -> bool:
        """p* = p or p* = -p."""
        c, _ = self._ops.coefficients(self._native)
        return c == c[::-1] or all(a == -b for a, b in zip(c, reversed(c), strict=True))

    @property
    def cyclotomic_order(self) -> int:
        """The m for which the roots are the primitive m-th roots of unity, each once; 0 if there is none."""
        return self._ops.cyclotomic_order(self._native)

    def isolated_roots(self, bits: int = 64) -> list[Rectangle]:
        """One rectangle for each root of a squarefree p, pairwise disjoint, about `bits` bits small."""
        return self._ops.isolated_roots(self._native, bits)

    def sides_of_circle(self, bits: int = 64) -> tuple[int, int]:
        """How many roots of a squarefree p are certainly inside, certainly outside, the unit circle."""
        return self._ops.sides_of_circle(self._native, bits)

    def gcdex(self, other: Polynomial) -> tuple[Polynomial, Polynomial, Polynomial]:
        """(g, s, t) with g = s p + t q the monic greatest common divisor."""
        g, s, t = self._ops.poly_gcdex(self._native, self._operand(other))
        return self._with(g), self._with(s), self._with(t)

    def at_matrix(self, a: ExactMatrix) -> ExactMatrix:
        """p(A)."""
        if a._ops is not self._ops:
            raise InputError(f"a {self._ops.NAME} polynomial has no value at a {a.backend} matrix.")
        a._require_square("powers")
        return a._with(self._ops.at_matrix(self._native, a._native))

    def __call__(self, x: int | Fraction) -> Fraction:
        return reduce(lambda value, c: value * x + c, reversed(self.coefficients), Fraction(0))

    def of_same(self, coefficients: Sequence[int | Fraction]) -> Polynomial:
        """sum coefficients[i] x^i, on the same backend."""
        return Polynomial.of(coefficients, ops=self._ops)

    def constant(self, value: int | Fraction) -> Polynomial:
        """The constant polynomial `value`, on the same backend."""
        return self.of_same([value])

    def _operand(self, other: Polynomial | int | Fraction) -> Native:
        if not isinstance(other, Polynomial | Rational):
            raise TypeError(f"a polynomial cannot be combined with a {type(other).__name__}")
        same = other if isinstance(other, Polynomial) else self.constant(Fraction(other))
        if same._ops is not self._ops:
            names = f"a {self._ops.NAME} polynomial and a {same._ops.NAME} polynomial"
            raise InputError(f"{names} cannot be combined.")
        return same._native

    def __add__(self, other: Polynomial | int | Fraction) -> Polynomial:
        return self._with(self._ops.poly_add(self._native, self._operand(other)))

    def __neg__(self) -> Polynomial:
        return self * -1

    def __sub__(self, other: Polynomial | int | Fraction) -> Polynomial:
        return self + -other

    def __rsub__(self, other: int | Fraction) -> Polynomial:
        return -self + other

    def __mul__(self, other: Polynomial | int | Fraction) -> Polynomial:
        return self._with(self._ops.poly_multiply(self._native, self._operand(other)))

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, exponent: int) -> Polynomial:
        self._require_exponent(exponent)
        return self._with(self._ops.poly_power(self._native, exponent))

    def _require_exponent(self, exponent: int) -> None:
        if exponent < 0:
            raise InputError(f"a polynomial has no power {exponent}; the exponent must be at least 0.")

    def __divmod__(self, other: Polynomial) -> tuple[Polynomial, Polynomial]:
        quotient, remainder = self._ops.poly_divmod(self._native, self._operand(other))
        return self._with(quotient), self._with(remainder)

    def __floordiv__(self, other: Polynomial) -> Polynomial:
        return divmod(self, other)[0]

    def __mod__(self, other: Polynomial) -> Polynomial:
        return divmod(self, other)[1]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Polynomial):
            return NotImplemented
        if other._ops is self._ops:
            return self._ops.poly_equal(self._native, other._native)
        return self.coefficients == other.coefficients

    def __hash__(self) -> int:
        return hash(self.coefficients)

    def text(self, variable: str = "x") -> str:
        """The polynomial as text, in that variable."""
        return polynomial_text(self.coefficients, variable)

    def __str__(self) -> str:
        return self.text()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import polynomial_bundle

        return polynomial_bundle(str(self), self.coefficients)

    def __repr__(self) -> str:
        return f"Polynomial({self})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self.coefficients, self._ops.NAME)

    def _sympy_(self) -> Any:
        """The expression in Symbol("x")."""
        from sympy import Poly, Rational, Symbol

        descending = [Rational(c.numerator, c.denominator) for c in reversed(self.coefficients)]
        return Poly(descending or [0], Symbol("x")).as_expr()


def _rebuilt(coefficients: tuple[Fraction, ...], name: str) -> Polynomial:
    return Polynomial.of(coefficients, name=name if is_installed(name) else "auto")


def low_ranks(factors: Sequence[tuple[Polynomial, int]], a: ExactMatrix) -> list[list[int]]:
    """For each (p, corank) bounds from below of rk p(A), rk p(A)^2, .., up to one that is <= n - corank."""
    return a._ops.low_ranks([(p._native, corank) for p, corank in factors], a._native)


def semisimple_guess(factors: Sequence[tuple[Polynomial, int]], a: ExactMatrix) -> ExactMatrix | None:
    """A matrix with small entries that may be the D of A = D + N; the caller verifies it. None: no guess.

    Args:
        factors: (f, m), ..: squarefree, pairwise coprime, with prod f^m (A) = 0.
    """
    native = a._ops.semisimple_guess([(f._native, m) for f, m in factors], a._native)
    return None if native is None else a._with(native)
