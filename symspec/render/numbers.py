"""Algebraic numbers in the middle of a sentence: exact where that is short, else some true digits."""

from __future__ import annotations

from decimal import ROUND_DOWN, Context, Decimal
from fractions import Fraction

from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.numbers.closed_forms import radical_form
from symspec.notation.algebraic_text import algebraic_text
from symspec.spectral.growth import Growth

SHORT = 24
DIGITS = 6


def number_text(z: AlgebraicNumber) -> str:
    """The number where it is short, else its first digits.

    >>> from symspec.algebra.numbers.algebraic import sqrt
    >>> number_text(sqrt(2)), number_text(sqrt(2) + sqrt(3))
    ('sqrt(2)', '3.14626..')
    """
    form = radical_form(z)  # the name of a root is never short
    text = "" if form is None else algebraic_text(form)
    if 0 < len(text) <= SHORT:
        return text
    x, y = z.box(80).centre
    if z.is_real:
        return digits_text(x)
    return f"{digits_text(x)} {'-' if y < 0 else '+'} {digits_text(abs(y))} i"


def rational_text(x: Fraction) -> str:
    """The number where it is short, else its first digits.

    >>> rational_text(Fraction(2, 3)), rational_text(Fraction(10**30 + 1, 7))
    ('2/3', '1.42857e+29..')
    """
    bits = max(x.numerator.bit_length(), x.denominator.bit_length())
    return str(x) if bits < 4 * SHORT and len(str(x)) <= SHORT else digits_text(x)


def radius_text(growth: Growth) -> str:
    """The spectral radius where it is short, else its first digits."""
    z = growth.dominant
    if z.is_rational:
        return rational_text(abs(z.rational))
    text = str(growth.rate) if z.is_real or z.degree <= 2 or z.order_as_root_of_unity else ""
    if 0 < len(text) <= SHORT:
        return text
    return digits_text(z.modulus_interval(200)[0])


def digits_text(x: Fraction) -> str:
    """The first six digits, cut off, not rounded; near +-1 the distance from it.

    >>> digits_text(Fraction(2, 3)), digits_text(1 - Fraction(1, 10**40))
    ('0.666666..', '1 - 1e-40')
    """
    distance = abs(x) - 1
    if distance and abs(distance) < Fraction(1, 10**DIGITS):
        return f"{'-' if x < 0 else ''}1 {'-' if distance < 0 else '+'} {_cut(abs(distance))}"
    return _cut(x)


def _cut(x: Fraction) -> str:
    context = Context(prec=DIGITS, rounding=ROUND_DOWN)
    shown = context.divide(Decimal(x.numerator), Decimal(x.denominator)).normalize()
    return f"{shown:g}" + ("" if Fraction(shown) == x else "..")
