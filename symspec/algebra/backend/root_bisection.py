"""Roots of an integer polynomial by exact bisection: slow, but certain to end."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import Any

from sympy.polys.rootisolation import dup_isolate_all_roots_sqf

from symspec.algebra.backend.python_domains import ZZ
from symspec.algebra.enclosure import Interval, Rectangle


def bisected(c: list[int], bits: int) -> list[Rectangle]:
    """Disjoint rectangles about the roots of the squarefree sum c[i] x^i, with c[0] != 0 and c[-1] != 0.

    Returns:
        One rectangle for each root, with half-sides of at most |z| / 2^bits for all its points z: first the
        real roots, ascending and on the axis; then pairs of conjugates.

    Algorithm: Descartes' rule for the real roots, winding numbers (Collins and Krandick) for the others.
    """
    real, other = dup_isolate_all_roots_sqf(c[::-1], ZZ, blackbox=True)
    while True:
        found = [_segment(x) for x in real] + [_box(x) for x in other]
        if all(_is_small(z, bits) for z in found) and not any(x.meets(y) for x, y in combinations(found, 2)):
            return found
        real, other = ([x.refine() for x in intervals] for intervals in (real, other))


def _segment(x: Any) -> Rectangle:
    return Rectangle(_interval(x.a, x.b), (Fraction(0), Fraction(0)))


def _box(x: Any) -> Rectangle:
    return Rectangle(_interval(x.ax, x.bx), _interval(x.ay, x.by))


def _interval(low: Any, high: Any) -> Interval:
    a, b = (Fraction(int(x.numerator), int(x.denominator)) for x in (low, high))
    return a, b


def _is_small(z: Rectangle, bits: int) -> bool:
    side = max(z.real[1] - z.real[0], z.imag[1] - z.imag[0]) / 2
    return bool(side**2 * 4**bits <= z.modulus_squared[0])
