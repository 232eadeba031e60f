"""What matrices over number fields ask of the arithmetic, in integer matrices of FLINT."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import flint

from symspec.algebra.enclosure import Disc, Interval, Rectangle

Native = Any

# python-flint keeps its ball precision in a global; the lock keeps threads out of each other's way.
PRECISION_LOCK = threading.Lock()


def regular_form(a: Native, structure: Native) -> Native:
    """The dm x dn matrix of the map whose first columns are the m x n entries of a, d coordinates each.

    Row i of `structure` has the d x d matrix of multiplication by the i-th basis element, row after row.
    """
    numerator, denominator = a.numer_denom()
    d, n = structure.nrows(), a.ncols()
    m, entries = a.nrows() // d, numerator.entries()
    flat = [entries[(i * d + k) * n + j] for i in range(m) for j in range(n) for k in range(d)]
    blocks = (flint.fmpz_mat(m * n, d, flat) * structure.numer_denom()[0]).entries()
    body = []
    for i in range(m):
        for at in range(0, d * d, d):
            for start in range(i * n * d * d + at, (i + 1) * n * d * d + at, d * d):
                body += blocks[start : start + d]
    return flint.fmpq_mat(flint.fmpz_mat(m * d, n * d, body)) / denominator


def block_charpoly(regular: Native, d: int) -> tuple[list[list[int]], int]:
    """(rows, D): the coordinates of D^k c_k for k = 0, .., n, where det(x I - A) = sum c_k x^(n-k).

    Faddeev and LeVerrier in integers. For B = D A with integer coordinates: M_0 = I,
    c_k = -tr(B M_(k-1))/k, M_k = B M_(k-1) + c_k I. The c_k are polynomials in the entries with integer
    coefficients, so every division is exact.
    """
    base, denominator = regular.numer_denom()
    n, size = regular.nrows() // d, regular.nrows()
    found = [[1] + [0] * (d - 1)]
    m = flint.fmpz_mat(size, n, [int(i == d * j) for i in range(size) for j in range(n)])
    for k in range(1, n + 1):
        m = base * m
        entries = m.entries()
        c = [-sum(entries[a * n :: d * n + 1][:n]) // k for a in range(d)]
        found.append([int(x) for x in c])
        shift = [flint.fmpz(0)] * (size * n)
        for a, x in enumerate(c):
            shift[a * n :: d * n + 1] = [x] * n
        m = m + flint.fmpz_mat(size, n, shift)
    return found, int(denominator)


def enclosed_roots(coefficients: Sequence[Disc], bits: int) -> list[Rectangle] | None:
    """Rectangles with one root each of every monic polynomial with coefficients in these discs.

    The discs have `bits` fractional bits. None when they are too wide: there may be multiple roots.
    """
    with PRECISION_LOCK, flint.ctx.workprec(bits + 32):
        p = flint.acb_poly([flint.acb(_ball(x, r, bits), _ball(y, r, bits)) for x, y, r in coefficients])
        try:
            found = p.roots(tol=flint.arb(flint.arf((1, -(bits // 2)))))
        except ValueError:
            return None
        return [Rectangle(interval(z.real), interval(z.imag)) for z in found]


def _ball(middle: int, radius: int, bits: int) -> Native:
    return flint.arb(flint.arf((middle, -bits)), flint.arf((radius, -bits)))


def interval(ball: Native) -> Interval:
    """The ends of a real ball."""
    m, e = (int(x) for x in ball.mid().man_exp())
    r, f = (int(x) for x in ball.rad().man_exp())
    scale = min(e, f, 0)
    m, r, one = m << e - scale, r << f - scale, 1 << -scale
    return Fraction(m - r, one), Fraction(m + r, one)
