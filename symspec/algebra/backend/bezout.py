"""Bezout's identity for integer polynomials, without the growth of Euclid's algorithm over Q."""

from __future__ import annotations

from sympy.polys.densearith import dup_exquo_ground, dup_mul, dup_mul_ground, dup_pdiv, dup_quo, dup_sub
from sympy.polys.densetools import dup_primitive

from symspec.algebra.backend.python_domains import ZZ

Integers = list[int]  # leading coefficient first; [] is zero


def bezout(f: Integers, g: Integers) -> tuple[Integers, Integers, Integers]:
    """(r, s, t) with r = s f + t g a greatest common divisor over Q, for f and g not both zero.

    If neither divides the other, deg s < deg g - deg r and deg t < deg f - deg r.

    >>> bezout([1, 0, -1], [1, 3, 2])
    ([-3, -3], [1], [-1])
    """
    if len(f) < len(g):
        r, t, s = bezout(g, f)
        return r, s, t
    if not g:
        return f, [1], []
    (content_f, u), (content_g, v) = dup_primitive(f, ZZ), dup_primitive(g, ZZ)
    r, s = _last_subresultant(u, v)
    t = dup_quo(dup_sub(r, dup_mul(s, u, ZZ), ZZ), v, ZZ)
    # r = s u + t v with u = f / content_f and v = g / content_g.
    return tuple(
        dup_mul_ground(x, c, ZZ) for x, c in ((r, content_f * content_g), (s, content_g), (t, content_f))
    )


def _last_subresultant(f: Integers, g: Integers) -> tuple[Integers, Integers]:
    """(r, s) with r the last non-zero subresultant of f, g and r = s f modulo g; deg f >= deg g >= 0.

    Algorithm: Collins and Brown's remainder sequence. The r and s of each step are determinants in the
    coefficients of f and g, hence the exact division, and hence sizes that grow linearly with the steps.

    References:
        W. S. Brown, The subresultant PRS algorithm, ACM Trans. Math. Software 4 (1978).
    """
    a, b = f, g
    of_a: Integers = [1]
    of_b: Integers = []  # a = of_a f and b = of_b f modulo g
    lead = height = 1
    while len(b) > 1:
        gap = len(a) - len(b)
        quotient, r = dup_pdiv(a, b, ZZ)
        if not r:
            break
        of_r = dup_sub(dup_mul_ground(of_a, b[0] ** (gap + 1), ZZ), dup_mul(quotient, of_b, ZZ), ZZ)
        divisor = lead * height**gap
        a, b = b, dup_exquo_ground(r, divisor, ZZ)
        of_a, of_b = of_b, dup_exquo_ground(of_r, divisor, ZZ)
        lead = a[0]
        height = lead**gap // height ** (gap - 1) if gap else height
    return b, of_b
