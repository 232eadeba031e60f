"""Short fractions, and roots and logarithms of fractions by integers alone."""

from __future__ import annotations

from fractions import Fraction
from math import floor, isqrt


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The fraction of least denominator in [low, high], and of least numerator among those; 0 <= low <= high.

    Algorithm: the first integer, else the same question for the reciprocals of the fractional parts: the
    continued fractions of low and high agree as long as this goes on.

    >>> print(simplest_between(Fraction(5, 8), Fraction(3, 4)), simplest_between(Fraction(3), Fraction(4)))
    2/3 3
    """
    whole = floor(low)
    if whole == low or whole + 1 <= high:
        return Fraction(whole if whole == low else whole + 1)
    return whole + 1 / simplest_between(1 / (high - whole), 1 / (low - whole))


def sqrt_above(x: Fraction, bits: int = 64) -> Fraction:
    """A fraction >= sqrt(x), and by at most a factor 1 + 2^-bits too large; exact for squares; x >= 0.

    >>> print(sqrt_above(Fraction(9, 4)), sqrt_above(Fraction(2), 4))
    3/2 23/16
    """
    root = Fraction(isqrt(x.numerator), isqrt(x.denominator) or 1)
    if root * root == x:
        return root
    shift = bits + 1 + max(0, (x.denominator.bit_length() - x.numerator.bit_length()) // 2 + 1)
    return Fraction(isqrt((x.numerator << 2 * shift) // x.denominator) + 1, 1 << shift)


def least_exponent_below(r: Fraction, t: Fraction) -> int:
    """The least N >= 0 with r^N < t, for 0 < r < 1 and t > 0.

    Algorithm: r^(2^i) between two floating bounds, until it falls below t; the binary digits of the largest
    m with r^m >= t, from the first one on. A comparison that the bounds leave open is made exactly when r^m
    has hardly more digits than t, for else r^m = t is impossible; and with more digits of the bounds if not.

    >>> least_exponent_below(Fraction(1, 2), Fraction(1, 1024))
    11
    """
    if t > 1:
        return 0
    bits = 64
    while (found := _largest_not_below(r, t, bits)) is None:
        bits *= 2
    return found + 1


_Bounds = tuple[Fraction, Fraction]


def _largest_not_below(r: Fraction, t: Fraction, bits: int) -> int | None:
    """The largest m with r^m >= t, for t <= 1; None when so many digits do not tell."""
    powers = [_trimmed((r, r), bits)]
    while powers[-1][1] >= t:
        if powers[-1][1] >= 1:
            return None
        powers.append(_trimmed((powers[-1][0] ** 2, powers[-1][1] ** 2), bits))
    m, current = 0, (Fraction(1), Fraction(1))
    for i in reversed(range(len(powers))):
        low, high = _trimmed((current[0] * powers[i][0], current[1] * powers[i][1]), bits)
        if high < t:
            continue
        if low < t:
            decided = _compared_exactly(r, m + (1 << i), t)
            if decided is None:
                return None
            if not decided:
                continue
        m, current = m + (1 << i), (low, high)
    return m


def _compared_exactly(r: Fraction, m: int, t: Fraction) -> bool | None:
    """r^m >= t; None where r^m has so many more digits than t that more digits of the bounds will tell."""
    longer = m * (r.denominator.bit_length() - 1) > 2 * t.denominator.bit_length() + 4096
    return None if longer else r**m >= t


def _trimmed(x: _Bounds, bits: int) -> _Bounds:
    """Bounds with about that many significant digits, outward."""
    shift = bits + x[1].denominator.bit_length() - x[1].numerator.bit_length()
    scale = Fraction(1 << shift) if shift >= 0 else Fraction(1, 1 << -shift)
    return floor(x[0] * scale) / scale, -floor(-x[1] * scale) / scale
