"""Order of real numbers, of moduli and of real parts, and the unit circle: exact, ties included."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from symspec.algebra.enclosure import Interval, Rectangle
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot, same_root
from symspec.algebra.numbers.quadratic import conjugate, negative
from symspec.algebra.numbers.radicals import is_negative, modulus_squared, real_part
from symspec.algebra.numbers.separation import modulus_separation, real_part_separation
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError

Position = Literal["inside", "on", "outside"]
BITS_BUDGET = 1 << 16
PATIENCE = 4 * START_BITS


def compared_reals(a: IsolatedRoot, b: IsolatedRoot) -> int:
    """-1, 0 or 1 as a < b, a = b or a > b, for real a and b."""
    if a.modulus_of is not None or b.modulus_of is not None:
        return _compared_with_modulus(a, b)
    if same_root(a, b):
        return 0
    return _refined_order(a, b, _real)


def compared_distinct_reals(a: IsolatedRoot, b: IsolatedRoot) -> int:
    """-1 or 1 as a < b or a > b, for real a and b that are not equal."""
    return _refined_order(a, b, _real)


def are_equal(a: IsolatedRoot, b: IsolatedRoot) -> bool:
    """a = b."""
    if a.modulus_of is not None or b.modulus_of is not None:
        return a.is_real and b.is_real and _compared_with_modulus(a, b) == 0
    return same_root(a, b)


def _compared_with_modulus(a: IsolatedRoot, b: IsolatedRoot) -> int:
    for sign, x in ((-1, a), (1, b)):
        if x.modulus_of is None and is_negative(x):
            return sign
    return compared_moduli(a, b)


def compared_moduli(a: IsolatedRoot, b: IsolatedRoot) -> int:
    """-1, 0 or 1 as |a| < |b|, |a| = |b| or |a| > |b|.

    Algorithm: enclosures of |a|^2 and |b|^2 first. If they meet: equal, opposite or conjugate numbers, both
    on the unit circle, n-th roots of rational numbers; then refinement; if that does not end soon, |a|^2 and
    |b|^2 as algebraic numbers, or, beyond the degree budget, refinement up to the distance that two distinct
    roots of the polynomials of |a|^2 and |b|^2 must have.

    Raises:
        BudgetExceededError: that distance is too small to reach.
    """
    a, b = a.modulus_of or a, b.modulus_of or b
    if a is b:
        return 0
    x, y = (c.box(START_BITS).modulus_squared for c in (a, b))
    if x[1] < y[0] or y[1] < x[0]:
        return -1 if x[1] < y[0] else 1
    if _same_modulus_at_sight(a, b):
        return 0
    return _refined_order(a, b, _modulus_squared, lambda: _gap(a, b, modulus_squared, modulus_separation))


def compared_real_parts(a: IsolatedRoot, b: IsolatedRoot) -> int:
    """-1, 0 or 1 as Re a < Re b, Re a = Re b or Re a > Re b; decided like moduli."""
    if same_root(a, b) or same_root(a, conjugate(b)) or (_is_imaginary(a) and _is_imaginary(b)):
        return 0
    return _refined_order(a, b, _real, lambda: _gap(a, b, real_part, real_part_separation))


def _is_imaginary(a: IsolatedRoot) -> bool:
    """Re a = 0: then -conj(a) = a is a root of the minimal polynomial, which has no terms of odd exponent."""
    low, high = a.enclosure.real
    return low <= 0 <= high and not any(a.minpoly.coefficients[1::2]) and same_root(a, negative(conjugate(a)))


def compared_imag_parts(a: IsolatedRoot, b: IsolatedRoot) -> int:
    """-1 or 1 as Im a < Im b or Im a > Im b, for distinct numbers with equal real parts."""
    return _refined_order(a, b, _imag)


def _same_modulus_at_sight(a: IsolatedRoot, b: IsolatedRoot) -> bool:
    if any(same_root(a, c) for c in (b, conjugate(b), negative(b), conjugate(negative(b)))):
        return True
    if _is_pure(a.minpoly) and _is_pure(b.minpoly):  # |a|^m = c, |b|^n = d
        c, d = abs(a.minpoly.coefficients[0]), abs(b.minpoly.coefficients[0])
        return c**b.degree == d**a.degree
    return position(a) == position(b) == "on"


def _is_pure(p: Polynomial) -> bool:
    """p = x^n - c."""
    return not any(p.coefficients[1:-1])


def position(a: IsolatedRoot) -> Position:
    """Where a lies: |a| < 1 "inside", |a| = 1 "on", |a| > 1 "outside".

    Algorithm: a root on the circle has 1/conj(a) = a, and 1/conj(a) is a root of the reciprocal polynomial.
    If that is another one, refinement ends off the circle. If it is the same, 1/conj(a) is a root of it too:
    refinement ends with |a| != 1, or with 1/conj(a) in the disc that contains no root but a.
    """
    if side := a.rough.side_of_circle:
        return "inside" if side < 0 else "outside"
    a = a.modulus_of or a
    may_be_on = a.minpoly.is_self_reciprocal and (a.degree == 1 or not a.enclosure.is_real)
    if may_be_on and (a.degree == 1 or a.minpoly.cyclotomic_order):
        return "on"
    bits = START_BITS
    while True:
        box = a.box(bits)
        low, high = box.modulus_squared
        if high < 1 or low > 1:
            return "inside" if high < 1 else "outside"
        if may_be_on and low > 0 and a.protects(box.conjugate.reciprocal):
            return "on"
        bits *= 2


# -- refinement up to a separation bound -----------------------------------------------------


def _refined_order(
    a: IsolatedRoot,
    b: IsolatedRoot,
    part: Callable[[Rectangle], Interval],
    gap: Callable[[], int | None] | None = None,
) -> int:
    """The sign of part(a) - part(b).

    Args:
        gap: asked when refinement has not ended by PATIENCE bits: an s such that the values are equal or more
            than 2^-s apart; None: they are not equal.
    """
    bits, separation = START_BITS, None
    while True:
        a, b = a.sharper(bits), b.sharper(bits)
        x, y = part(a.box(bits)), part(b.box(bits))
        if x[1] < y[0] or y[1] < x[0]:
            return -1 if x[1] < y[0] else 1
        if separation is not None and max(x[1], y[1]) - min(x[0], y[0]) < Fraction(1, 1 << separation):
            return 0
        if bits == PATIENCE and gap is not None:
            separation = gap()
        bits = _next_precision(bits, separation)


def _gap(
    a: IsolatedRoot,
    b: IsolatedRoot,
    part: Callable[[IsolatedRoot], IsolatedRoot],
    separation: Callable[[IsolatedRoot, IsolatedRoot], int],
) -> int | None:
    """Within the degree budget by equality of algebraic numbers: 0 for equal ones, None for distinct ones."""
    try:
        return 0 if same_root(part(a), part(b)) else None
    except BudgetExceededError:
        return separation(a, b)


def _real(box: Rectangle) -> Interval:
    return box.real


def _imag(box: Rectangle) -> Interval:
    return box.imag


def _modulus_squared(box: Rectangle) -> Interval:
    return box.modulus_squared


def _next_precision(bits: int, separation: int | None) -> int:
    if separation is None or bits >= separation:
        return 2 * bits
    # equality cannot be proved within the budget, and a difference would have shown by now
    if separation > BITS_BUDGET and bits >= 16 * PATIENCE:
        raise BudgetExceededError(
            f"two numbers agree to {bits} bits, and {separation} bits are needed to tell whether they "
            f"are equal; the limit is {BITS_BUDGET} bits."
        )
    return min(2 * bits, separation + START_BITS)
