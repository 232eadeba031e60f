"""Moduli, real parts and signs of the entries of a matrix over Q or over a number field: exact."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.tower import NumberField
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, sqrt
from symspec.algebra.numbers.real_sums import RealSum, real_sum
from symspec.spectral.symmetric.elimination import sign_of

BITS = 64

# A real number: a Fraction; an element of a number field where all terms lie in one; else a RealSum.


def sign(x: Any) -> int:
    """1, 0 or -1 for a real number."""
    if isinstance(x, RealSum):
        return x.sign
    if isinstance(x, AlgebraicNumber):
        return real_sum([x]).sign
    return sign_of(x)


def modulus(x: Any) -> Any:
    """|x|."""
    if isinstance(x, Fraction | int):
        return abs(x)
    if not isinstance(x, FieldElement):
        return simplified(real_sum([x.modulus]))
    conjugate = x if x.field.is_real else x.conjugate
    if conjugate == x:
        return x if sign(x) >= 0 else -x
    square = x * conjugate
    found = sqrt(square) if isinstance(square, Fraction) else x.number.modulus
    return simplified(real_sum([found]))


def moduli(a: ExactMatrix) -> tuple[tuple[Any, ...], ...]:
    """|a_ij|, row by row; kept, since every family of discs asks for them."""
    return _moduli(a, a.field)


@lru_cache(maxsize=8)
def _moduli(a: ExactMatrix, _: NumberField) -> tuple[tuple[Any, ...], ...]:
    # Equal matrices may be over different fields, or on different backends.
    return tuple(tuple(map(modulus, row)) for row in a.tolist())


def real_part(x: Any) -> Any:
    """Re x."""
    if isinstance(x, Fraction | int) or x.is_real:
        return x
    half = (x + x.conjugate) / 2
    return half if not isinstance(half, AlgebraicNumber) else simplified(real_sum([half]))


def simplified(x: Any) -> Any:
    """A fraction where the number is rational."""
    return x.rational if isinstance(x, RealSum) and not x.terms else x


def bounds(x: Any, bits: int) -> tuple[Fraction, Fraction]:
    """(low, high) around a real number, near each other as bits grow."""
    if isinstance(x, Fraction | int):
        return Fraction(x), Fraction(x)
    return real_sum([x]).interval(bits) if not isinstance(x, RealSum) else x.interval(bits)


def largest(values: list[Any]) -> int:
    """The index of the first largest one."""
    best = 0
    for i, x in enumerate(values[1:], 1):
        if compared(x, values[best]) > 0:
            best = i
    return best


def compared(x: Any, y: Any) -> int:
    """The sign of x - y for real numbers; the exact difference is formed only if enclosures meet."""
    a, b = bounds(x, BITS), bounds(y, BITS)
    if a[1] < b[0] or b[1] < a[0]:
        return -1 if a[1] < b[0] else 1
    return sign(x - y)
