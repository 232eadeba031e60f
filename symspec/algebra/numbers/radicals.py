"""Roots, moduli and parts of isolated roots."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from symspec.algebra.enclosure import Interval, Rectangle
from symspec.algebra.numbers.arithmetic import box_power, product_of_roots, sum_of_roots
from symspec.algebra.numbers.composed import inflated, pair_differences_squared, scaled
from symspec.algebra.numbers.isolation import Enclosing, IsolatedRoot, enclosed_root, separated_roots
from symspec.algebra.numbers.quadratic import conjugate, negative, rational_root, scaled_root, sharpened
from symspec.algebra.polynomial import Polynomial

ZERO = Fraction(0)
NOTHING: Interval = (ZERO, ZERO)


# -- parts and moduli ------------------------------------------------------------------------


def real_part(a: IsolatedRoot) -> IsolatedRoot:
    """(a + conj(a)) / 2."""
    return a if a.enclosure.is_real else scaled_root(sum_of_roots(a, conjugate(a)), Fraction(1, 2))


def imag_part(a: IsolatedRoot) -> IsolatedRoot:
    """(a - conj(a)) / 2i: its square is -(a - conj(a))^2 / 4."""
    if a.enclosure.is_real:
        return rational_root(ZERO, a.minpoly._ops)
    square = scaled(pair_differences_squared(a.minpoly), Fraction(-1, 4))
    return _root_of_some(square, 2, lambda bits: on_the_axis(a.box(bits).imag))


def on_the_axis(interval: Interval) -> Rectangle:
    return Rectangle(interval, (ZERO, ZERO))


def modulus_squared(a: IsolatedRoot) -> IsolatedRoot:
    """a conj(a)."""
    return product_of_roots(a, conjugate(a))


def modulus(a: IsolatedRoot) -> IsolatedRoot:
    """|a|."""
    if a.enclosure.is_real:
        return a if a.enclosure.real[0] >= 0 or not is_negative(a) else negative(a)
    return square_root(modulus_squared(a))


def modulus_interval(a: IsolatedRoot, bits: int) -> Interval:
    """(low, high) with low <= |a| <= high and high - low <= 2^-bits."""
    extra = bits
    while True:
        low, high = root_interval(a.box(extra).modulus_squared, 2, extra)
        if (high - low) * (1 << bits) <= 1:
            return low, high
        extra += bits + 2


def is_negative(a: IsolatedRoot) -> bool:
    """a < 0, for a real a."""
    while a.degree > 1 and a.enclosure.real[0] <= 0 <= a.enclosure.real[1]:
        a = sharpened(a)
    return a.enclosure.real[1] < 0


# -- roots -----------------------------------------------------------------------------------


def principal_root(a: IsolatedRoot, n: int) -> IsolatedRoot:
    """a^(1/n) = exp(Log(a)/n) with the argument of a in (-pi, pi], for n >= 1.

    Algorithm: for real a >= 0 the real root, located by its enclosure; for n = 2 the formula in |a| and
    Re a; else the n roots of w^n = a, of which the principal one has the largest real part (argument t/n for
    t in (-pi, pi]); for a < 0 two conjugate ones share it, and the upper one is meant.
    """
    if n == 1 or a.minpoly.coefficients[0] == 0:
        return a
    if n % 2 == 0:
        return principal_root(square_root(a), n // 2)
    if a.enclosure.is_real and not is_negative(a):
        return real_root(a, n)
    return _rightmost(
        [w for w in roots_of_power(a, n) if not a.enclosure.is_real or w.enclosure.imag[0] >= 0]
    )


def square_root(a: IsolatedRoot) -> IsolatedRoot:
    """sqrt(a) with real part > 0, or real part 0 and imaginary part >= 0."""
    return _root_of_some(a.minpoly, 2, lambda bits: _square_root_box(a.box(2 * bits), bits))


def _square_root_box(box: Rectangle, bits: int) -> Rectangle:
    """From (|a| + Re a)/2 = (Re sqrt a)^2 and (|a| - Re a)/2 = (Im sqrt a)^2."""
    if box.is_real:
        minus = (-box.real[1], -box.real[0])
        return Rectangle(*(root_interval(x, 2, bits) if x[1] > 0 else NOTHING for x in (box.real, minus)))
    low, high = root_interval(box.modulus_squared, 2, 2 * bits)
    real = root_interval(((low + box.real[0]) / 2, (high + box.real[1]) / 2), 2, bits)
    imag = root_interval(((low - box.real[1]) / 2, (high - box.real[0]) / 2), 2, bits)
    return Rectangle(real, imag if box.imag[0] > 0 else (-imag[1], -imag[0]))


def real_root(a: IsolatedRoot, n: int) -> IsolatedRoot:
    """a^(1/n) >= 0 for a real a >= 0."""
    return _root_of_some(a.minpoly, n, lambda bits: on_the_axis(root_interval(a.box(n * bits).real, n, bits)))


def roots_of_power(a: IsolatedRoot, n: int) -> list[IsolatedRoot]:
    """The n numbers w with w^n = a, for a != 0.

    Algorithm: all are roots of f(x^n); refine, and drop those with w^n away from a, until n are left.
    """
    left = [w for f, _ in inflated(a.minpoly, n).factors for w in separated_roots(f)]
    bits = 64
    while len(left) > n:
        box = a.box(bits)
        left = [w for w in left if box_power(w.box(2 * bits), n, 2 * bits).meets(box)]
        bits *= 2
    return left


def _rightmost(numbers: list[IsolatedRoot]) -> IsolatedRoot:
    """The number of largest real part, which only one has."""
    while len(numbers) > 1:
        numbers = [sharpened(w) for w in numbers]
        bound = max(w.enclosure.real[0] for w in numbers)
        numbers = [w for w in numbers if w.enclosure.real[1] >= bound]
    return numbers[0]


def _root_of_some(p: Polynomial, n: int, enclosing: Enclosing) -> IsolatedRoot:
    """The number in the enclosure whose n-th power is a root of p."""
    return enclosed_root([g for f, _ in p.factors for g, _ in inflated(f, n).factors], enclosing)


def root_interval(x: Interval, n: int, bits: int) -> Interval:
    """Encloses {t^(1/n) : t in x, t >= 0}."""
    low, high = (max(end, ZERO) * (1 << n * bits) for end in x)
    return (
        Fraction(integer_root(int(low), n), 1 << bits),
        Fraction(integer_root(int(high), n) + 1, 1 << bits),
    )


def integer_root(x: int, n: int) -> int:
    """The largest integer r with r^n <= x, by Newton's iteration from above."""
    if n == 2 or x == 0:
        return isqrt(x)
    r = 1 << -(-x.bit_length() // n)
    while (better := ((n - 1) * r + x // r ** (n - 1)) // n) < r:
        r = better
    return r
