"""Roots of an integer polynomial in discs that are verified in integer arithmetic.

Floating point proposes centres; what is returned rests on Smith's theorem alone. For distinct z_1, .., z_n
and p of degree n with leading coefficient c, all roots of p lie in the union of the discs

    |z - z_i| <= n |p(z_i)| / (|c| prod_{j != i} |z_i - z_j|),

and a union of k of them that is disjoint from the others contains exactly k roots. If the centres are closed
under conjugation and the discs disjoint, a disc with a real centre is its own mirror image, so is its one
root; and every other disc is disjoint from its mirror image, so its root is not real.

References:
    B. T. Smith, Error bounds for zeros of a polynomial based upon Gerschgorin's theorems, J. ACM 17 (1970).
    O. Aberth, Iteration methods for finding all zeros of a polynomial simultaneously, Math. Comp. 27 (1973).
    D. A. Bini, Numerical computation of polynomial zeros by means of Aberth's method, Numer. Alg. 13 (1996).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from math import isqrt, prod
from typing import Any

from mpmath.ctx_mp import MPContext

from symspec.algebra.enclosure import Rectangle

Disc = tuple[int, int, int]  # centre and radius in units of 2^-scale
FIRST_PRECISION = 64


def isolated(c: list[int], bits: int) -> list[Rectangle] | None:
    """Disjoint squares about the roots of the squarefree sum c[i] x^i, with c[0] != 0 and c[-1] != 0.

    Returns:
        One square for each root, with centre z and half-sides of at most |z| / 2^bits: first the real roots,
        ascending and on the axis; then pairs of conjugates, the upper one first. None when the limit was met.

    Algorithm: Aberth's iteration in doubled precision until the discs are disjoint and small enough. The
    discs of a squarefree p are so as soon as the centres are near enough to the roots; that the iteration
    brings them there is experience, no theorem, hence the limit.
    """
    context = MPContext()  # an own one: precision is a property of this computation, not of the process
    centres, precision = _starting_points(c, context), FIRST_PRECISION
    limit = 8 * (bits + FIRST_PRECISION + len(c) * (len(c) + max(x.bit_length() for x in c)))
    while precision <= limit:
        context.prec = precision
        _improve(c, centres, context)
        found = _verified(c, centres, bits, context) if precision > bits else None
        if found is not None:
            return found
        precision *= 2
    return None


# -- guesses ---------------------------------------------------------------------------------


def _starting_points(c: list[int], context: Any) -> list[Any]:
    """n points on circles whose radii are the slopes of the upper convex hull of (i, log2 |c_i|)."""
    hull: list[tuple[int, int]] = []
    for point in ((i, x.bit_length()) for i, x in enumerate(c) if x):
        while len(hull) > 1 and _turns_left(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    points = []
    for (i, u), (j, v) in pairwise(hull):
        radius = context.mpf(2) ** (context.mpf(u - v) / (j - i))
        # The offset keeps the points off the axis and out of symmetric positions that an iteration preserves.
        points += [
            radius * context.expjpi(context.mpf(2 * k) / (j - i) + 0.3 + 0.1 * i) for k in range(j - i)
        ]
    return points


def _turns_left(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) >= (b[1] - a[1]) * (c[0] - a[0])


def _improve(c: list[int], z: list[Any], context: Any) -> None:
    """Move each z[i] until |p(z[i])| is below the rounding error of its evaluation."""
    descending = [context.mpf(x) for x in reversed(c)]
    moduli = [abs(x) for x in descending]
    noise = context.ldexp(4 * len(c), -context.prec)
    moving = set(range(len(z)))
    for _ in range(100 + 10 * len(c)):
        for i in sorted(moving):
            value, slope = context.polyval(descending, z[i], derivative=True)
            if abs(value) <= noise * context.polyval(moduli, abs(z[i])):
                moving.discard(i)
            else:
                z[i] -= _step(value, slope, z[i], z)
        if not moving:
            return


def _step(value: Any, slope: Any, at: Any, z: list[Any]) -> Any:
    """Newton's step for p(x) / prod (x - z_j) over the z_j other than x."""
    repulsion = sum(1 / (at - other) for other in z if other != at)
    denominator = slope - value * repulsion
    return value / denominator if denominator else at / 8


# -- proofs ----------------------------------------------------------------------------------


def _verified(c: list[int], z: list[Any], bits: int, context: Any) -> list[Rectangle] | None:
    """The squares about the discs with these centres, if they are disjoint and small, else None."""
    if not all(z):
        return None
    scale = max(0, context.prec - int(min(context.mag(x) for x in z)))
    points = [_rounded(x, scale, context) for x in z]
    real = sorted({(a, 0) for a, b in points if b * b << context.prec <= a * a + b * b})
    upper = sorted({(a, b) for a, b in points if b > 0 and b * b << context.prec > a * a + b * b})
    centres = real + [(a, sign * b) for a, b in upper for sign in (1, -1)]
    if len(centres) != len(c) - 1:
        return None
    radii = {x: _radius(c, x, centres, scale) for x in real + upper}
    discs = [(a, b, radii[a, abs(b)]) for a, b in centres]
    small = all(r * r << 2 * bits <= a * a + b * b for a, b, r in discs)
    if not small or any(_squares_meet(x, y) for x, y in combinations(discs, 2)):
        return None
    return [_rectangle(disc, scale) for disc in discs]


def _rounded(z: Any, scale: int, context: Any) -> tuple[int, int]:
    a, b = (int(context.nint(context.ldexp(x, scale))) for x in (z.real, z.imag))
    return a, b


def _radius(c: list[int], x: tuple[int, int], centres: list[tuple[int, int]], scale: int) -> int:
    """The radius in Smith's theorem, rounded up to a unit.

    With P = 2^(scale n) p(x) and D the product of the differences in units, it is n |P| / (|c_n| |D|) units.
    """
    n = len(c) - 1
    (a, b), real, imag = x, 0, 0
    for k in range(n, -1, -1):
        real, imag = real * a - imag * b + (c[k] << scale * (n - k)), real * b + imag * a
    value = n * n * (real * real + imag * imag)
    if not value:
        return 0
    return (
        isqrt(value // (c[n] ** 2 * prod((a - u) ** 2 + (b - v) ** 2 for u, v in centres if (u, v) != x))) + 1
    )


def _squares_meet(x: Disc, y: Disc) -> bool:
    return max(abs(x[0] - y[0]), abs(x[1] - y[1])) <= x[2] + y[2]


def _rectangle(disc: Disc, scale: int) -> Rectangle:
    a, b, r = disc
    one = 1 << scale
    imag = (Fraction(b - r, one), Fraction(b + r, one)) if b else (Fraction(0), Fraction(0))
    return Rectangle((Fraction(a - r, one), Fraction(a + r, one)), imag)
