"""Elements of a number field: exact arithmetic, and the complex numbers that they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symspec.algebra.fields.adjoin import adjoined, compositum, conjugation, image_of
from symspec.algebra.fields.labels import element_text
from symspec.algebra.fields.tower import Coordinates, NumberField, added, scaled, trimmed
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import UndefinedError, UnsupportedFieldError
from symspec.notation.formula import Box


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FieldElement:
    """An irrational element of a number field K in C, written in the generators of K.

    Rational results of arithmetic are fractions. `number` is the same number with its minimal polynomial.

    >>> from symspec.algebra.coerce import matrix
    >>> a = matrix("[[1 + sqrt(2), 0], [i, 2]]")
    >>> print(a[0, 0], "|", a[0, 0] ** 2, "|", 1 / a[0, 0], "|", a[1, 0] * a[1, 0], "|", a[0, 0] * a[1, 0])
    1 + sqrt(2) | 3 + 2 sqrt(2) | -1 + sqrt(2) | -1 | i + sqrt(2) i
    >>> a[0, 0].number.minpoly == (a[0, 0] + 1 - 1).number.minpoly
    True
    """

    field: NumberField
    coordinates: Coordinates

    @property
    def number(self) -> AlgebraicNumber:
        """The same complex number, with its minimal polynomial over Q."""
        return self.field.number(self.coordinates)

    @property
    def is_real(self) -> bool:
        """The imaginary part is 0."""
        return self.field.is_real or self.number.is_real

    # -- arithmetic --

    def _with(self, other: object) -> tuple[NumberField, Coordinates] | None:
        """A field that holds both numbers, and the coordinates of the other one in it."""
        if isinstance(other, int | Fraction):
            return self.field, trimmed([Fraction(other)])
        if isinstance(other, AlgebraicNumber):
            return adjoined(self.field, other)
        if not isinstance(other, FieldElement):
            return None
        if other.field == self.field:
            return self.field, other.coordinates
        field, images = compositum(self.field, other.field)
        return field, image_of(other.coordinates, images)

    def __add__(self, other: Any) -> Any:
        found = self._with(other)
        return NotImplemented if found is None else scalar(found[0], added(self.coordinates, found[1]))

    __radd__ = __add__

    def __neg__(self) -> Any:
        return FieldElement(self.field, scaled(self.coordinates, Fraction(-1)))

    def __sub__(self, other: Any) -> Any:
        return self + -other

    def __rsub__(self, other: Any) -> Any:
        return -self + other

    def __mul__(self, other: Any) -> Any:
        found = self._with(other)
        if found is None:
            return NotImplemented
        return scalar(found[0], found[0].product(self.coordinates, found[1]))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        found = self._with(other)
        if found is None:
            return NotImplemented
        field, b = found
        if not b:
            raise UndefinedError("0 has no inverse: the quotient does not exist.")
        return scalar(field, field.product(self.coordinates, field.inverse(b)))

    def __rtruediv__(self, other: Any) -> Any:
        return scalar(self.field, self.field.inverse(self.coordinates)) * other

    def __abs__(self) -> AlgebraicNumber:
        return self.number.modulus

    @property
    def conjugate(self) -> Any:
        """The complex conjugate."""
        field, images = conjugation(self.field)
        return scalar(field, image_of(self.coordinates, images))

    def __pow__(self, exponent: int) -> Any:
        base = self.coordinates if exponent >= 0 else self.field.inverse(self.coordinates)
        return scalar(self.field, self.field.power(base, abs(exponent)))

    # -- being a value --

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int | Fraction):
            return False
        if isinstance(other, FieldElement) and other.field == self.field:
            return self.coordinates == other.coordinates
        if isinstance(other, FieldElement | AlgebraicNumber):
            return self.number == (other.number if isinstance(other, FieldElement) else other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.number)

    def __str__(self) -> str:
        return element_text(self.field, self.coordinates)

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        from symspec.algebra.written_out import entry_latex

        try:
            return entry_latex(self)
        except UnsupportedFieldError:  # a root without a name of its own
            return self.number.latex

    @property
    def box(self) -> Box:
        """The formula, for every notation."""
        from symspec.algebra.fields.boxes import element_box

        return element_box(str(self))

    def __repr__(self) -> str:
        return f"FieldElement({self})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import latex_bundle

        return latex_bundle(str(self), self.latex)

    def _sympy_(self) -> Any:
        return sympy_value(self.field, self.coordinates)


def scalar(field: NumberField, coordinates: Coordinates) -> Any:
    """The number with these coordinates: a Fraction when it is rational, else a FieldElement."""
    if len(coordinates) <= 1:
        return coordinates[0] if coordinates else Fraction(0)
    return FieldElement(field, coordinates)


def sympy_value(field: NumberField, coordinates: Sequence[Fraction]) -> Any:
    """The SymPy expression in the generators."""
    from sympy import Add, Rational

    units = sympy_basis(field)
    return Add(
        *(Rational(c.numerator, c.denominator) * u for c, u in zip(coordinates, units, strict=False) if c)
    )


def sympy_basis(field: NumberField) -> list[Any]:
    """The basis as SymPy expressions."""
    from sympy import Integer

    units = [Integer(1)]
    for g in field.generators:
        value = g.value._sympy_()
        units = [value**i * u for i in range(g.degree) for u in units]
    return units
