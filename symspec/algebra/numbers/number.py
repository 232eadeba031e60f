"""The class of exact algebraic numbers, and those of them that are known by a location."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symspec.algebra.backend import Backend, backend
from symspec.algebra.enclosure import Interval, Rectangle
from symspec.algebra.numbers import arithmetic, closed_forms, comparison, quadratic, radicals
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot, refined_root
from symspec.algebra.numbers.location import Location, ModulusOf
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError, InputError, UndefinedError
from symspec.notation.algebraic_text import algebraic_latex, algebraic_text


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AlgebraicNumber(IsolatedRoot):
    """A complex number that is algebraic over Q; compares by value, with integers and fractions too.

    Made by AlgebraicNumber.of, roots, sqrt, nth_root, root_of_unity, cos_of, sin_of and enclosed_number.
    `minpoly` is its minimal polynomial, monic; `enclosure` a rectangle that holds it and no conjugate.

    >>> from symspec.algebra.numbers.algebraic import imaginary_unit, root_of_unity, sqrt
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
        return Fraction(-self.minpoly.coefficients[0])

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
        return radicals.modulus_interval(self, bits)

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
        """|z|; without its minimal polynomial where that would be too much work."""
        if self.modulus_of is not None:
            return self
        try:
            return _number(radicals.modulus(self))
        except BudgetExceededError:
            return LocatedNumber(ModulusOf(self))

    # -- arithmetic --

    def _operand(self, other: object) -> IsolatedRoot | None:
        if isinstance(other, AlgebraicNumber):
            return other
        if isinstance(other, int | Fraction):
            return quadratic.rational_root(Fraction(other), self.ops)
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
        base = _number(radicals.principal_root(self, q.denominator))
        if q < 0:
            return base.inverse**-q.numerator
        return _number(arithmetic.integer_power(base, q.numerator)) if q else self * 0 + 1

    # -- order and identity --

    def _order(self, other: AlgebraicNumber | int | Fraction) -> int:
        b = self._operand(other)
        if b is None or not (self.is_real and b.is_real):
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
        return NotImplemented if b is None else comparison.are_equal(self, b)

    def __hash__(self) -> int:
        return hash(self.rational) if self.is_rational else hash(self.minpoly)

    # -- text --

    def __str__(self) -> str:
        return algebraic_text(closed_forms.closed_form(self))

    def __repr__(self) -> str:
        return f"AlgebraicNumber({self})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import latex_bundle

        return latex_bundle(str(self), self.latex)

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        return algebraic_latex(closed_forms.closed_form(self))

    def _sympy_(self) -> Any:
        return closed_forms.sympy_form(self)


def _number(root: IsolatedRoot) -> AlgebraicNumber:
    return AlgebraicNumber(root.minpoly, root.enclosure)


# -- by a location ---------------------------------------------------------------------------


class LocatedNumber(AlgebraicNumber):
    """An algebraic number by its location: decimals and comparisons at once, a minimal polynomial if asked.

    >>> from symspec.algebra.numbers.algebraic import imaginary_unit, sqrt
    >>> r = LocatedNumber(ModulusOf(1 + imaginary_unit()))
    >>> print(r == sqrt(2), 1 < r, float(r.box(60).real[0]), r.minpoly)
    True True 1.4142135623730951 x^2 - 2
    """

    __slots__ = ("_settled", "bits", "location")

    location: Location
    bits: int
    _settled: list[IsolatedRoot]  # the root, once it was asked for: a cache, no part of the value

    def __init__(self, location: Location, bits: int = START_BITS) -> None:
        object.__setattr__(self, "location", location)
        object.__setattr__(self, "bits", bits)
        object.__setattr__(self, "_settled", [])

    @property
    def settled(self) -> IsolatedRoot:
        """The number with its minimal polynomial."""
        if not self._settled:
            self._settled.append(self.location.root())
        return self._settled[0]

    @property
    def minpoly(self) -> Polynomial:
        """The minimal polynomial over Q."""
        return self.settled.minpoly

    @property
    def enclosure(self) -> Rectangle:
        """A rectangle that holds the number; no conjugate, unless it was given as a modulus."""
        return self.settled.enclosure if self.modulus_of is None else self.location.box(self.bits)

    @property
    def ops(self) -> Backend:
        """The arithmetic for the minimal polynomial."""
        return self.location.ops

    @property
    def rough(self) -> Rectangle:
        """A rectangle around the number."""
        return self._settled[0].enclosure if self._settled else self.location.box(START_BITS)

    @property
    def is_real(self) -> bool:
        """The imaginary part is 0."""
        known = self.location.is_real
        return self.settled.enclosure.is_real if known is None else known

    @property
    def modulus_of(self) -> IsolatedRoot | None:
        """The z for which this was given as |z|."""
        return self.location.modulus_of

    def box(self, bits: int) -> Rectangle:
        """A rectangle around the number whose sides are at most 2^-bits long."""
        return self._settled[0].box(bits) if self._settled else self.location.box(bits)

    def sharper(self, bits: int) -> IsolatedRoot:
        """The same number: its location is sharp to begin with."""
        return self

    def refined(self, bits: int) -> AlgebraicNumber:
        """The same number in a rectangle whose sides are at most 2^-bits long."""
        return super().refined(bits) if self.modulus_of is None else LocatedNumber(self.location, bits)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LocatedNumber) and other.location == self.location:
            return True
        return super().__eq__(other)

    def __hash__(self) -> int:
        return super().__hash__()

    def __reduce__(self) -> tuple[Any, ...]:
        return LocatedNumber, (self.location, self.bits)
