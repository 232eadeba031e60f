"""The simple roots of a polynomial over a number field, located without its norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from symspec.algebra.backend import Backend
from symspec.algebra.enclosure import Rectangle
from symspec.algebra.fields.adjoin import shifted_multiplication
from symspec.algebra.fields.tower import Coordinates, NumberField
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot, enclosed_root
from symspec.algebra.numbers.number import LocatedNumber
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError

ATTEMPTS = 3
Coefficients = tuple[Coordinates, ...]


@dataclass(frozen=True, slots=True)
class SimpleRoot:
    """The only root in a rectangle of a monic polynomial over K, all of whose roots are simple.

    Attributes:
        field: K.
        coefficients: of the polynomial, constant term first.
        start: the rectangle, put on the real axis if the root is known to be real.
    """

    field: NumberField
    coefficients: Coefficients
    start: Rectangle

    def box(self, bits: int) -> Rectangle:
        """The rectangle around the root, at a higher precision."""
        if bits <= START_BITS:
            return self.start
        every = _located(self.field, self.coefficients, bits)
        near = [] if every is None else [z for z in every if z.meets(self.start)]
        while len(near) != 1:
            bits *= 2
            near = [z for z in _surely_located(self.field, self.coefficients, bits) if z.meets(self.start)]
        return near[0]

    def root(self) -> IsolatedRoot:
        """The root with its minimal polynomial, one of the irreducible factors of the norm."""
        return enclosed_root(norm_factors(self.field, self.coefficients), self.box)

    @property
    def ops(self) -> Backend:
        """The arithmetic of the field."""
        return self.field.ops

    @property
    def is_real(self) -> bool | None:
        """Known from the rectangle, or not."""
        below, above = self.start.imag
        return True if below == above == 0 else None if below <= 0 <= above else False

    @property
    def modulus_of(self) -> None:
        """It is not given as a modulus."""
        return None


@lru_cache(maxsize=64)
def norm_factors(field: NumberField, coefficients: Coefficients) -> tuple[Polynomial, ...]:
    """The irreducible factors over Q of the norm of a monic polynomial over K."""
    ops = field.ops
    norm = Polynomial(ops, ops.charpoly(shifted_multiplication(field, coefficients, 0)))
    return tuple(f for f, _ in norm.factors)


def simple_roots(field: NumberField, coefficients: Sequence[Coordinates]) -> list[LocatedNumber] | None:
    """The roots of a monic polynomial over K; None where some are multiple, or too near to one another."""
    found = tuple(coefficients)
    boxes = _boxes(field, found, START_BITS)
    if boxes is None:
        return None
    return [LocatedNumber(SimpleRoot(field, found, box)) for box in boxes]


def _surely_located(field: NumberField, coefficients: Coefficients, bits: int) -> tuple[Rectangle, ...]:
    found = _located(field, coefficients, bits)
    if found is None:
        raise InternalError("roots that were located once were lost.")
    return found


@lru_cache(maxsize=64)
def _located(field: NumberField, coefficients: Coefficients, bits: int) -> tuple[Rectangle, ...] | None:
    return _boxes(field, coefficients, bits)


def _boxes(field: NumberField, coefficients: Coefficients, bits: int) -> tuple[Rectangle, ...] | None:
    """Disjoint rectangles with one root each, with sides of at most 2^-bits."""
    fine = 2 * bits + 8
    for _ in range(ATTEMPTS):
        boxes = field.ops.enclosed_roots([field.disc(c, fine) for c in coefficients], fine)
        if boxes is not None and all(_is_small(z, bits) for z in boxes):
            return tuple(_on_the_axis(z, boxes) if field.is_real else z for z in boxes)
        fine *= 2
    return None


def _is_small(box: Rectangle, bits: int) -> bool:
    side = Fraction(1, 1 << bits)
    return box.real[1] - box.real[0] <= side and box.imag[1] - box.imag[0] <= side


def _on_the_axis(box: Rectangle, boxes: Sequence[Rectangle]) -> Rectangle:
    """Over a real field the conjugate of a root is a root; where only one box has room for it, it is real."""
    if box.imag[0] <= 0 <= box.imag[1] and not any(z.meets(box.conjugate) for z in boxes if z is not box):
        return Rectangle(box.real, (Fraction(0), Fraction(0)))
    return box
