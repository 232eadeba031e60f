"""Numbers in the sentences about iterations: exact where that is short, else fourteen digits."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from symspec.algebra.numbers.algebraic import AlgebraicNumber

SHORT = 24
DIGITS = 14
BITS = 128


def brief(z: AlgebraicNumber) -> str:
    """The number where it is short, else rounded to fourteen digits.

    >>> from symspec.algebra.numbers.algebraic import sqrt
    >>> print(brief(sqrt(2)), brief(sqrt(2) + sqrt(3)))
    sqrt(2) about 3.1462643699420
    """
    text = str(z)
    if len(text) <= SHORT:
        return text
    x, y = z.box(BITS).centre
    if z.is_real:
        return f"about {digits(x)}"
    return f"about {digits(x)} {'-' if y < 0 else '+'} {digits(abs(y))} i"


def brief_modulus(z: AlgebraicNumber) -> str:
    """|z|, without the minimal polynomial of |z| where z is not real and has a degree above 2."""
    if z.is_real or z.degree <= 2:
        return brief(z.modulus)
    return f"about {digits(_middle(z))}"


def brief_quotient(z: AlgebraicNumber, w: AlgebraicNumber) -> str:
    """|z|/|w|, likewise."""
    if z.degree * w.degree <= 4:
        return brief(z.modulus / w.modulus)
    return f"about {digits(_middle(z) / _middle(w))}"


def _middle(z: AlgebraicNumber) -> Fraction:
    low, high = z.modulus_interval(BITS)
    return (low + high) / 2


def digits(x: Fraction) -> str:
    """Rounded to fourteen digits."""
    return f"{Context(prec=DIGITS).divide(Decimal(x.numerator), Decimal(x.denominator)):f}"
