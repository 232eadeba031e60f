"""Bounds of the spectral radius without naming an eigenvalue: for many small matrices."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import acos, cbrt, cos, frexp, hypot, isfinite, pi, sqrt

from symspec.algebra.enclosure import Interval
from symspec.algebra.numbers.radicals import root_interval
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.profile import JordanProfile
from symspec.spectral.unit_circle import roots_inside

BITS = 40  # of the guess
SLACK = 1 << 9  # in units of its last bit


def radius_bounds(profile: JordanProfile, bits: int = 64) -> Interval:
    """(low, high) with low <= rho <= high, less than 2^-29 rho apart; a point where rho is seen to be one.

    Algorithm: for factors of degree 2 and 3 a guess in floating point is put between two fractions, and the
    roots inside these radii are counted exactly. Where that does not tell, and for other degrees, the roots
    are isolated.

    >>> from symspec.algebra.matrix import ExactMatrix
    >>> from symspec.spectral.profile import jordan_profile
    >>> low, high = radius_bounds(jordan_profile(ExactMatrix.from_integers([[1, 1], [1, 0]])))
    >>> low * (low - 1) <= 1 <= high * (high - 1), float(high - low) < 1e-8
    (True, True)
    """
    bounds = [_largest_modulus(f.polynomial, bits) for f in profile.factors]
    return max(low for low, _ in bounds), max(high for _, high in bounds)


def _largest_modulus(p: Polynomial, bits: int) -> Interval:
    if p.degree == 1:
        point = abs(p.coefficients[0])
        return point, point
    if p.degree <= 3 and (found := _guessed(p.primitive)) is not None:
        return found
    squares = [z.modulus_squared for z in p.isolated_roots(bits)]
    return root_interval((max(low for low, _ in squares), max(high for _, high in squares)), 2, bits)


def _guessed(c: Sequence[int]) -> Interval | None:
    """Bounds about a guess, if exact counting confirms them."""
    try:
        guess = _quadratic(c) if len(c) == 3 else _cubic(c)
    except (OverflowError, ZeroDivisionError):
        return None
    if not isfinite(guess) or guess <= 0:
        return None
    mantissa, exponent = frexp(guess)
    q, shift = round(mantissa * (1 << BITS)), BITS - exponent
    low, high = ((x, 1 << shift) if shift >= 0 else (x << -shift, 1) for x in (q - SLACK, q + SLACK))
    degree = len(c) - 1
    inside = roots_inside(_scaled(c, *low))
    if inside is None or inside == degree or roots_inside(_scaled(c, *high)) != degree:
        return None
    return Fraction(*low), Fraction(*high)


def _scaled(c: Sequence[int], u: int, v: int) -> list[int]:
    """v^n p(u x/v): the roots of p divided by u/v."""
    n = len(c) - 1
    return [x * u**i * v ** (n - i) for i, x in enumerate(c)]


# -- guesses: largest moduli, about right ----------------------------------------------------


def _quadratic(c: Sequence[int]) -> float:
    a, b = c[1] / c[2], c[0] / c[2]
    discriminant = a * a - 4 * b
    return sqrt(b) if discriminant < 0 else (abs(a) + sqrt(discriminant)) / 2


def _cubic(c: Sequence[int]) -> float:
    """The trigonometric form for three real roots, Cardano's for one (Numerical Recipes, 5.6)."""
    a, b, d = c[2] / c[3], c[1] / c[3], c[0] / c[3]
    q, r = (a * a - 3 * b) / 9, (2 * a**3 - 9 * a * b + 27 * d) / 54
    if r * r < q**3:
        angle = acos(r / sqrt(q**3))
        return max(abs(-2 * sqrt(q) * cos((angle + 2 * k * pi) / 3) - a / 3) for k in range(3))
    size = cbrt(abs(r) + sqrt(r * r - q**3))
    e = -size if r > 0 else size
    f = q / e if e else 0.0
    return max(abs(e + f - a / 3), hypot((e + f) / 2 + a / 3, sqrt(3) / 2 * (e - f)))
