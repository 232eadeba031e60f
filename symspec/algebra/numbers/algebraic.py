"""Exact algebraic numbers: an irreducible polynomial over Q and a rectangle around one of its roots."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symspec.algebra.backend import backend
from symspec.algebra.enclosure import Interval
from symspec.algebra.numbers import arithmetic, closed_forms, comparison, quadratic, radicals
from symspec.algebra.numbers import roots as algebraic_roots
from symspec.algebra.numbers.isolation import Enclosing, IsolatedRoot, enclosed_root, refined_root, same_root
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InputError, UndefinedError
from symspec.notation.algebraic_text import algebraic_latex, algebraic_text


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AlgebraicNumber(IsolatedRoot):
    """A complex number that is algebraic over Q; compares by value, with integers and fractions too.

    Made by AlgebraicNumber.of, roots, sqrt, nth_root, root_of_unity, cos_of, sin_of and enclosed_number.
    `minpoly` is its minimal polynomial, monic; `enclosure` a rectangle that holds it and no conjugate.

    >>> golden = (1 + sqrt(5)) / 2
    >>> print(golden, "|", golden.minpoly, "|", golden**5)
    (1 + sqrt(5))/2 | x^2 - x - 1 | (11 + 5 sqrt(5))/2
    >>> print((sqrt(2) + sqrt(3)).minpoly)
    x^4 - 10 x^2 + 1
    >>> z = Fraction(3, 5) + Fraction(4, 5) * imaginary_unit()
    >>> print(z, z.position, z.order_as_root_of_unity)
    3/5 + 4/5 i on 0
    >>> zeta = root_of_unity(5)
    >>> print(zeta, zeta.order_as_root_of_unity, zeta**5, 2 * zeta.real_part)
    exp(2 pi i/5) 5 1 (-1 + sqrt(5))/2
    """

    @classmethod
    def of(cls, value: int | Fraction, *, name: str = "auto") -> AlgebraicNumber:
        """The rational number."""
        return _number(quadratic.rational_root(Fraction(value), backend(name)))

    # -- what it is --

    @property
    def is_rational(self) -> bool:
        """The degree is 1."""
        return self.degree == 1

    @property
    def rational(self) -> Fraction:
        """The value as a fraction.

        Raises:
            UndefinedError: the number is irrational.
        """
        if not self.is_rational:
            raise UndefinedError(f"{self} is irrational.")
        return self.enclosure.real[0]

    @property
    def is_real(self) -> bool:
        """The imaginary part is 0."""
        return self.enclosure.is_real

    @property
    def order_as_root_of_unity(self) -> int:
        """The least m >= 1 with z^m = 1; 0 if there is none."""
        return self.minpoly.cyclotomic_order

    @property
    def position(self) -> comparison.Position:
        """Where z lies relative to the unit circle: "inside", "on" or "outside"; exact."""
        return comparison.position(self)

    def refined(self, bits: int) -> AlgebraicNumber:
        """The same number in a rectangle whose sides are at most 2^-bits long."""
        return _number(refined_root(self, bits))

    def modulus_interval(self, bits: int) -> Interval:
        """(low, high) with low <= |z| <= high and high - low <= 2^-bits, whatever the degree of |z|."""
        extra = bits
        while True:
            low, high = radicals.root_interval(self.box(extra).modulus_squared, 2, extra)
            if (high - low) * (1 << bits) <= 1:
                return low, high
            extra += bits + 2

    # -- parts --

    @property
    def conjugate(self) -> AlgebraicNumber:
        """The complex conjugate."""
        return _number(quadratic.conjugate(self))

    @property
    def real_part(self) -> AlgebraicNumber:
        """Re z."""
        return _number(radicals.real_part(self))

    @property
    def imag_part(self) -> AlgebraicNumber:
        """Im z."""
        return _number(radicals.imag_part(self))

    @property
    def modulus_squared(self) -> AlgebraicNumber:
        """|z|^2."""
        return _number(radicals.modulus_squared(self))

    @property
    def modulus(self) -> AlgebraicNumber:
        """|z|."""
        return _number(radicals.modulus(self))

    # -- arithmetic --

    def _operand(self, other: object) -> IsolatedRoot | None:
        if isinstance(other, AlgebraicNumber):
            return other
        if isinstance(other, int | Fraction):
            return quadratic.rational_root(Fraction(other), self.minpoly._ops)
        return None

    def __add__(self, other: AlgebraicNumber | int | Fraction) -> AlgebraicNumber:
        b = self._operand(other)
        return NotImplemented if b is None else _number(arithmetic.sum_of_roots(self, b))

    __radd__ = __add__

    def __neg__(self) -> AlgebraicNumber:
        return _number(quadratic.negative(self))

    def __sub__(self, other: AlgebraicNumber | int | Fraction) -> AlgebraicNumber:
        return self + -other

    def __rsub__(self, other: int | Fraction) -> AlgebraicNumber:
        return -self + other

    def __mul__(self, other: AlgebraicNumber | int | Fraction) -> AlgebraicNumber:
        b = self._operand(other)
        return NotImplemented if b is None else _number(arithmetic.product_of_roots(self, b))

    __rmul__ = __mul__

    @property
    def inverse(self) -> AlgebraicNumber:
        """1/z.

        Raises:
            UndefinedError: z = 0.
        """
        return _number(arithmetic.inverse(self))

    def __truediv__(self, other: AlgebraicNumber | int | Fraction) -> AlgebraicNumber:
        b = self._operand(other)
        return NotImplemented if b is None else self * _number(arithmetic.inverse(b))

    def __rtruediv__(self, other: int | Fraction) -> AlgebraicNumber:
        return self.inverse * other

    def __pow__(self, exponent: int | Fraction) -> AlgebraicNumber:
        """exp(exponent Log z), the principal value: Log has its cut along the negative axis; z^0 = 1."""
        q = Fraction(exponent)
        base = nth_root(self, q.denominator)
        if q < 0:
            return base.inverse**-q.numerator
        return _number(arithmetic.integer_power(base, q.numerator)) if q else self * 0 + 1

    # -- order and identity --

    def _order(self, other: AlgebraicNumber | int | Fraction) -> int:
        b = self._operand(other)
        if b is None or not (self.is_real and b.enclosure.is_real):
            raise InputError(f"{self} and {other} have no order: only real numbers do; use compare_modulus.")
        return comparison.compared_reals(self, b)

    def __lt__(self, other: AlgebraicNumber | int | Fraction) -> bool:
        return self._order(other) < 0

    def __le__(self, other: AlgebraicNumber | int | Fraction) -> bool:
        return self._order(other) <= 0

    def __gt__(self, other: AlgebraicNumber | int | Fraction) -> bool:
        return self._order(other) > 0

    def __ge__(self, other: AlgebraicNumber | int | Fraction) -> bool:
        return self._order(other) >= 0

    def __eq__(self, other: object) -> bool:
        b = self._operand(other)
        return NotImplemented if b is None else same_root(self, b)

    def __hash__(self) -> int:
        return hash(self.rational) if self.is_rational else hash(self.minpoly)

    # -- text --

    def __str__(self) -> str:
        return algebraic_text(closed_forms.closed_form(self))

    def __repr__(self) -> str:
        return f"AlgebraicNumber({self})"

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        return algebraic_latex(closed_forms.closed_form(self))

    def _sympy_(self) -> Any:
        return closed_forms.sympy_form(self)


Number = AlgebraicNumber | int | Fraction


def _number(root: IsolatedRoot) -> AlgebraicNumber:
    return AlgebraicNumber(root.minpoly, root.enclosure)


def _as_number(x: Number) -> AlgebraicNumber:
    return x if isinstance(x, AlgebraicNumber) else AlgebraicNumber.of(x)


def enclosed_number(p: Polynomial, enclosing: Enclosing) -> AlgebraicNumber:
    """The root of p that every enclosing(bits) contains.

    Args:
        p: a non-zero polynomial with that root.
        enclosing: rectangles that shrink to the root as bits grow.
    """
    return _number(enclosed_root([f for f, _ in p.factors], enclosing))


def roots(p: Polynomial) -> tuple[AlgebraicNumber, ...]:
    """The distinct roots of p: real ones ascending, then conjugate pairs, the one with negative imaginary
    part first, by real part and then by the modulus of the imaginary part.

    >>> print(*roots(Polynomial.of([-1, 0, 0, 1])), sep=", ")
    1, (-1 - i sqrt(3))/2, (-1 + i sqrt(3))/2
    >>> lehmer = Polynomial.of([1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1])
    >>> [sum(z.position == where for z in roots(lehmer)) for where in ("inside", "on", "outside")]
    [1, 8, 1]

    Raises:
        UndefinedError: p = 0.
    """
    if p.degree < 0:
        raise UndefinedError("every number is a root of the zero polynomial.")
    return tuple(_number(z) for z in algebraic_roots.ordered_roots(p))


def compare_modulus(a: Number, b: Number) -> int:
    """-1, 0 or 1 as |a| < |b|, |a| = |b| or |a| > |b|; exact, ties included.

    >>> compare_modulus(sqrt(2) + imaginary_unit() * sqrt(3), sqrt(5))
    0
    """
    return comparison.compared_moduli(_as_number(a), _as_number(b))


def sqrt(x: Number) -> AlgebraicNumber:
    """The principal square root.

    >>> print(sqrt(8), sqrt(Fraction(1, 2)), sqrt(-3), sqrt(3 + 2 * sqrt(2)))
    2 sqrt(2) sqrt(2)/2 i sqrt(3) 1 + sqrt(2)
    """
    return nth_root(x, 2)


def nth_root(x: Number, n: int) -> AlgebraicNumber:
    """exp(Log(x)/n), the principal n-th root: |arg| <= pi/n.

    >>> print(nth_root(2, 3), "|", nth_root(-8, 3))
    2^(1/3) | 1 + i sqrt(3)

    Raises:
        InputError: n < 1.
    """
    if n < 1:
        raise InputError(f"there is no {n}-th root; use n >= 1.")
    return _number(radicals.principal_root(_as_number(x), n))


def imaginary_unit(*, name: str = "auto") -> AlgebraicNumber:
    """i."""
    return root_of_unity(4, name=name)


def root_of_unity(m: int, k: int = 1, *, name: str = "auto") -> AlgebraicNumber:
    """exp(2 pi i k/m).

    >>> print(root_of_unity(7, 3), root_of_unity(8, 2), root_of_unity(6, 5))
    exp(6 pi i/7) i (1 - i sqrt(3))/2

    Raises:
        BudgetExceededError: the degree is beyond the budget.
    """
    if m < 1:
        raise InputError(f"roots of unity have an order m >= 1, not {m}.")
    return _number(algebraic_roots.primitive_root_of_unity(Fraction(k, m), backend(name)))


def cos_of(q: int | Fraction, *, name: str = "auto") -> AlgebraicNumber:
    """cos(q pi).

    >>> print(cos_of(Fraction(1, 5)), cos_of(Fraction(2, 7)).minpoly)
    (1 + sqrt(5))/4 x^3 + 1/2 x^2 - 1/2 x - 1/8
    """
    return _number(algebraic_roots.cosine(Fraction(q) / 2, backend(name)))


def sin_of(q: int | Fraction, *, name: str = "auto") -> AlgebraicNumber:
    """sin(q pi) = cos((1/2 - q) pi).

    >>> print(sin_of(Fraction(1, 3)))
    sqrt(3)/2
    """
    return cos_of(Fraction(1, 2) - q, name=name)
