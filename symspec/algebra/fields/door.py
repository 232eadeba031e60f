"""A matrix with entries in a number field, from what the door was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from symspec.algebra.backend import backend
from symspec.algebra.door.entries import exact, expression_of, literal
from symspec.algebra.door.foreign import family
from symspec.algebra.door.given import RoundedComplex, place
from symspec.algebra.door.irrational import DEEPEST, is_made_of_numbers
from symspec.algebra.fields.adjoin import compositum, image_of
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.from_sympy import from_sympy
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.tower import ONE, Coordinates, added, trimmed
from symspec.algebra.matrix import ExactMatrix, Reading
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.syntax.tree import Call, Name, Neg, Number, Power, Product, Quotient, Sum

Terms = tuple[tuple[int, Fraction], ...]
ZERO = Fraction(0)
NODES = (Call, Name, Neg, Number, Power, Product, Quotient, Sum)


def field_matrix(rows: Sequence[Sequence[Any]], reading: Reading, *, floats: str, name: str) -> ExactMatrix:
    """The matrix over the field that the entries generate; over Q when all of them are rational.

    Raises:
        InputError: an entry is not an algebraic number.
        UnsupportedFieldError: the field is too large.
    """
    entries = _Entries(FieldReader.over(backend(name)), floats)
    grid = [[entries.read(x, i, j) for j, x in enumerate(row)] for i, row in enumerate(rows)]
    if all(len(c) <= 1 for row in grid for c in row):
        rational = [[c[0] if c else Fraction(0) for c in row] for row in grid]
        return ExactMatrix.from_fractions(rational, reading=reading, backend=name)
    return FieldMatrix.of_coordinates(entries.reader.tower, grid, reading=reading)


@dataclass(frozen=True, slots=True)
class _Entries:
    reader: FieldReader
    floats: str
    units: dict[tuple[Any, ...], Terms] = field(default_factory=dict)  # by the factors of a product

    def read(self, value: Any, i: int, j: int) -> Coordinates:
        """The coordinates of one entry."""
        if isinstance(value, AlgebraicNumber):
            return self.reader.adjoin(value)
        if isinstance(value, FieldElement):
            self.reader.tower, images = compositum(self.reader.tower, value.field)
            return image_of(value.coordinates, images)
        if isinstance(value, NODES):
            return self.reader.value(value, place(i, j))
        if isinstance(value, str) and literal(value) is None:
            return self.reader.value(expression_of(value, i, j), place(i, j))
        if isinstance(value, complex | RoundedComplex) or _is_foreign_complex(value):
            return self._complex(value.real, value.imag, i, j)
        if family(value) == "sympy":
            return self._sympy(value, i, j)
        return trimmed([Fraction(*exact(value, i, j, self.floats))])

    def _sympy(self, value: Any, i: int, j: int) -> Coordinates:
        """A sum of rational multiples of products, each read once; what has letters or floats, as a whole."""
        total: dict[int, Fraction] = {}
        for term in value.args if value.is_Add else (value,):
            factors = term.args if term.is_Mul else (term,)
            c, units = Fraction(1), factors
            if factors[0].is_Rational:
                c, units = Fraction(int(factors[0].p), int(factors[0].q)), factors[1:]
            if units not in self.units:
                if not all(is_made_of_numbers(x, DEEPEST) for x in units):
                    return self._from_sympy(value, i, j)
                self.units[units] = self._unit(units, i, j)
            for k, x in self.units[units]:
                by = c if x == 1 else c * x
                total[k] = total[k] + by if k in total else by
        return trimmed([total.get(k, ZERO) for k in range(max(total, default=-1) + 1)])

    def _unit(self, factors: tuple[Any, ...], i: int, j: int) -> Terms:
        """The product of these factors: the numbers of its coordinates that are not 0, with these."""
        product = ONE
        for x in factors:
            found = self._from_sympy(x, i, j)
            product = self.reader.tower.product(product, found)
        return tuple((k, x) for k, x in enumerate(product) if x)

    def _from_sympy(self, value: Any, i: int, j: int) -> Coordinates:
        node = from_sympy(value, i, j, lambda x: Fraction(*exact(x, i, j, self.floats)))
        return self.reader.value(node, place(i, j))

    def _complex(self, real: Any, imag: Any, i: int, j: int) -> Coordinates:
        x, y = (Fraction(*exact(part, i, j, self.floats)) for part in (real, imag))
        if not y:
            return trimmed([x])
        unit = self.reader.imaginary_unit()
        return added(trimmed([x]), self.reader.tower.product((y,), unit))


def _is_foreign_complex(value: Any) -> bool:
    """A complex number of NumPy or mpmath."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    library = family(value)
    return (library == "numpy" and kind == "c") or (library == "mpmath" and hasattr(value, "_mpc_"))
