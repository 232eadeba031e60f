"""Ticks at round numbers, and their texts."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, log10

SUPERSCRIPTS = str.maketrans("0123456789-+n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ")
MOST_TICKS = 7


def raised(exponent: str) -> str:
    """The exponent as superscript characters.

    >>> raised("-12")
    '⁻¹²'
    """
    return exponent.translate(SUPERSCRIPTS)


def log10_of(x: Fraction) -> float:
    """log10(x) for x > 0 of any size.

    >>> log10_of(Fraction(1, 10**400))
    -400.0
    """
    return log10(x.numerator) - log10(x.denominator)


def step(span: float, most: int = MOST_TICKS) -> Fraction:
    """1, 2 or 5 times a power of ten: the least with which at most so many steps cover the span.

    >>> step(10.0), step(1.3)
    (Fraction(2, 1), Fraction(1, 5))
    """
    power = Fraction(10) ** floor(log10(span / most))
    return next(m * power for m in (1, 2, 5, 10, 20) if m * power * most >= span * (1 - 1e-9))


def ticks(low: float, high: float, point: str, most: int = MOST_TICKS) -> tuple[tuple[float, str], ...]:
    """Round numbers between low and high.

    >>> ticks(-1.1, 1.1, ",", 5)
    ((-1.0, '-1'), (-0.5, '-0,5'), (0.0, '0'), (0.5, '0,5'), (1.0, '1'))
    """
    size = step(high - low, most)
    found = (k * size for k in range(ceil(low / size - 1e-9), floor(high / size + 1e-9) + 1))
    return tuple((float(x), decimal(x, point)) for x in found)


def power_ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Powers of ten between 10^low and 10^high.

    >>> power_ticks(-1.0, 1.5)
    ((-1.0, '10⁻¹'), (0.0, '1'), (1.0, '10'))
    """
    size = max(1, int(step(high - low)))
    exponents = range(ceil(low / size - 1e-9) * size, floor(high + 1e-9) + 1, size)
    return tuple((float(k), {0: "1", 1: "10"}.get(k, f"10{raised(str(k))}")) for k in exponents)


def decimal(x: Fraction, point: str) -> str:
    """A short decimal; large and small ones with a power of ten.

    >>> decimal(Fraction(-1, 4), "."), decimal(Fraction(3 * 10**7), ".")
    ('-0.25', '3·10⁷')
    """
    if x and not Fraction(1, 1000) <= abs(x) < 10**5:
        exponent = floor(log10_of(abs(x)))
        return f"{decimal(x / Fraction(10) ** exponent, point)}·10{raised(str(exponent))}"
    return f"{float(round(x, 4)):.4f}".rstrip("0").rstrip(".").replace(".", point)
