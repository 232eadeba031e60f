"""Field operations on isolated roots: polynomials by resultants, the root by enclosures."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.enclosure import Rectangle
from symspec.algebra.numbers.composed import (
    composed_product,
    composed_sum,
    pair_products,
    pair_sums,
    root_powers,
)
from symspec.algebra.numbers.isolation import Enclosing, IsolatedRoot, enclosed_root, same_root
from symspec.algebra.numbers.quadratic import (
    discriminant,
    in_one_quadratic_field,
    scaled_root,
    shifted_root,
    surd_root,
)
from symspec.algebra.polynomial import Polynomial
from symspec.errors import UndefinedError

ZERO = Fraction(0)


def factor_root(p: Polynomial, enclosing: Enclosing) -> IsolatedRoot:
    return enclosed_root([f for f, _ in p.factors], enclosing)


# -- one operand -----------------------------------------------------------------------------


def inverse(a: IsolatedRoot) -> IsolatedRoot:
    """1 / a.

    Raises:
        UndefinedError: a = 0.
    """
    if a.minpoly.coefficients[0] == 0:
        raise UndefinedError("0 has no inverse: the quotient does not exist.")
    return enclosed_root([a.minpoly.reciprocal.monic], lambda bits: _inverse_box(a, bits))


def _inverse_box(a: IsolatedRoot, bits: int) -> Rectangle:
    box = a.box(bits)
    while box.modulus_squared[0] == 0:
        bits *= 2
        box = a.box(bits)
    return box.reciprocal


def integer_power(a: IsolatedRoot, n: int) -> IsolatedRoot:
    """a^n for n >= 1."""
    if n == 1:
        return a
    return factor_root(root_powers(a.minpoly, n), lambda bits: box_power(a.box(bits), n, bits))


def box_power(box: Rectangle, n: int, bits: int) -> Rectangle:
    """Encloses {z^n}, rounded outward to multiples of 2^-bits at every step."""
    result = Rectangle((Fraction(1), Fraction(1)), (ZERO, ZERO))
    for digit in bin(n)[2:]:
        result = (result * result).rounded(bits)
        result = (result * box).rounded(bits) if digit == "1" else result
    return result


# -- two operands ----------------------------------------------------------------------------


def sum_of_roots(a: IsolatedRoot, b: IsolatedRoot) -> IsolatedRoot:
    """a + b, a root of the composed sum of the minimal polynomials."""
    for x, y in ((a, b), (b, a)):
        if x.degree == 1:
            return shifted_root(y, x.enclosure.real[0])
    if same_root(a, b):
        return scaled_root(a, Fraction(2))
    if a.degree == b.degree == 2 and (both := in_one_quadratic_field(a, b)):
        (u, v), (s, t) = both
        return surd_root(a, u + s, v + t)
    p = pair_sums(a.minpoly) if a.minpoly == b.minpoly else composed_sum(a.minpoly, b.minpoly)
    return factor_root(p, lambda bits: a.box(bits) + b.box(bits))


def product_of_roots(a: IsolatedRoot, b: IsolatedRoot) -> IsolatedRoot:
    """a b, a root of the composed product of the minimal polynomials."""
    for x, y in ((a, b), (b, a)):
        if x.degree == 1:
            return scaled_root(y, x.enclosure.real[0])
    if same_root(a, b):
        return integer_power(a, 2)
    if a.degree == b.degree == 2 and (both := in_one_quadratic_field(a, b)):
        (u, v), (s, t) = both
        return surd_root(a, u * s + v * t * discriminant(a), u * t + v * s)
    p = pair_products(a.minpoly) if a.minpoly == b.minpoly else composed_product(a.minpoly, b.minpoly)
    return factor_root(p, lambda bits: a.box(bits) * b.box(bits))
