"""Exact facts about a polynomial near a point, in plain integers: no root there, one root, how far a root is.

Let f have degree n and put f(c + h) = sum t_j h^j.

1. If |t_k| r^k > sum over j != k of |t_j| r^j, then f has exactly k roots in the disc |z - c| <= r
   (Rouche's theorem; A. E. Pellet, 1881). Used with k = 0 and k = 1. With F(x) = sum |c_i| x^i the terms
   j >= 1 add up to at most r F'(|c| + r), and those with j >= 2 to at most r^2 F''(|c| + r)/2: in a small
   disc f(c) and f'(c) are enough.
2. The disc |z - c| <= n |f(c)/f'(c)| contains a root of f, since f'/f = sum 1/(c - z_i).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb, isqrt

Gaussian = tuple[int, int]


# -- counting roots in a disc ----------------------------------------------------------------


def roots_in_disc(c: Sequence[int], centre: tuple[Fraction, Fraction], radius: Fraction) -> int | None:
    """0 or 1 if a disc around {|z - centre| <= radius} has so many roots of sum c_i x^i; None: cannot tell.

    >>> [roots_in_disc((-2, 0, 1), (Fraction(x), Fraction(0)), Fraction(1, 8)) for x in (1, "1.4")]
    [0, 1]
    """
    scale = max(0, 5 - binary_exponent(radius))
    x, y = round(centre[0] * (1 << scale)), round(centre[1] * (1 << scale))
    r = -((-radius.numerator << scale) // radius.denominator) + 2  # covers the rounding of the centre
    known = _by_two_terms(c, x, y, r, scale)
    return known if known is not None else _by_all_terms(c, x, y, r, scale)


def _by_two_terms(c: Sequence[int], x: int, y: int, r: int, scale: int) -> int | None:
    size = (abs(x) + abs(y) >> scale) + 1  # |z| < size
    fine, error = _precision(c, size, scale)
    (a, b), (p, q) = _value_and_derivative(c, x << fine - scale, y << fine - scale, fine)
    value, slope = isqrt(a * a + b * b), isqrt(p * p + q * q)
    reach = size + (r >> scale) + 1
    if (value - error) << scale > (r * _bound(c, reach, 1)) << fine:
        return 0
    first = (slope - (len(c) - 1) * error) * r << scale
    others = (value + 1 + error << 2 * scale) + ((r * r * _bound(c, reach, 2)) << fine)
    return 1 if first > others else None


def _bound(c: Sequence[int], x: int, j: int) -> int:
    """F^(j)(x)/j! for F = sum |c_i| x^i."""
    return sum(abs(a) * comb(i, j) * x ** (i - j) for i, a in enumerate(c) if i >= j)


def _by_all_terms(c: Sequence[int], x: int, y: int, r: int, scale: int) -> int | None:
    terms, power = [], 1
    for re, im in _shifted(c, x, y, scale):
        terms.append((isqrt(re * re + im * im) * power, power))
        power *= r
    total = sum(size + unit for size, unit in terms)
    return next((k for k in (0, 1) if 2 * terms[k][0] + terms[k][1] > total), None)


def binary_exponent(x: Fraction) -> int:
    """Some e with 2^(e-1) < x < 2^(e+1)."""
    return x.numerator.bit_length() - x.denominator.bit_length()


def _shifted(c: Sequence[int], x: int, y: int, scale: int) -> list[Gaussian]:
    """[t_j] with 2^(scale n) f((x + iy + h)/2^scale) = sum t_j h^j."""
    n = len(c) - 1
    re = [a << scale * (n - i) for i, a in enumerate(c)]
    im = [0] * (n + 1)
    for j in range(n):
        for i in range(n - 1, j - 1, -1):
            a, b = re[i + 1], im[i + 1]
            re[i] += a * x - b * y
            if y:
                im[i] += a * y + b * x
    return list(zip(re, im, strict=True))


def newton_step(c: Sequence[int], x: int, y: int, scale: int) -> tuple[int, int, int, int] | None:
    """(dx, dy, r, s): f/f' is about (dx + i dy)/2^s and n |f/f'| <= r/2^s, at the point (x + iy)/2^scale.

    None where f' may be 0. Algorithm: Horner's rule in fixed point, with a bound of the rounding.
    """
    n = len(c) - 1
    size = (abs(x) + abs(y) >> scale) + 1  # |z| < size
    fine, error = _precision(c, size, scale)
    (a, b), (p, q) = _value_and_derivative(c, x << fine - scale, y << fine - scale, fine)
    slope = isqrt(p * p + q * q) - n * error
    if slope <= 0:
        return None
    norm = p * p + q * q
    dx, dy = ((a * p + b * q) << fine) // norm, ((b * p - a * q) << fine) // norm
    return dx, dy, n * (((isqrt(a * a + b * b) + error + 2) << fine) // slope + 1), fine


def _precision(c: Sequence[int], size: int, scale: int) -> tuple[int, int]:
    """(s, e): at precision s, for |z| < size, the rounding in f is below e units, in f' below e deg f units.

    One rounding is below 2 units and grows by |z| per step: below 2 n size^n in f, 2 n^2 size^n in f'.
    """
    n = len(c) - 1
    return 2 * scale + n * size.bit_length() + 8, 2 * n * size**n


def _value_and_derivative(c: Sequence[int], x: int, y: int, scale: int) -> tuple[Gaussian, Gaussian]:
    """About 2^scale f and 2^scale f' at (x + iy)/2^scale."""
    a, b, p, q = c[-1] << scale, 0, 0, 0
    for coefficient in reversed(c[:-1]):
        p, q = (p * x - q * y >> scale) + a, (p * y + q * x >> scale) + b
        a, b = (a * x - b * y >> scale) + (coefficient << scale), a * y + b * x >> scale
    return (a, b), (p, q)
