"""One far term of a rational sequence: the last of the squarings gives only what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from symspec.algebra.long_integers import long_integers
from symspec.algebra.polynomial import Polynomial

Rows = list[list[Fraction]]

# Up to this order squares take the place of products; beyond, the linear forms have long coefficients.
SQUARED_ORDER = 4


def far_term(q: Polynomial, initial: Sequence[Fraction], m: int) -> Fraction:
    """a(m) = sum_ij r_i r_j a(i + j + m mod 2), where x^h = sum r_i x^i modulo q and h = floor(m/2).

    Args:
        q: monic over Q, of degree k >= 1; q(S) a = 0 for the shift S.
        initial: a(0), .., a(k - 1).
        m: at least 0.

    Algorithm: with l(x^i) = a(i), a(m) = l(x^m) = l((x^h)^2 x^(m mod 2)). The last squaring modulo q, about
    half of the work, becomes the value of a quadratic form: k squares for a low order, else k products.

    References: C. M. Fiduccia, SIAM J. Comput. 14 (1985).

    >>> print(far_term(Polynomial.of([-1, -1, 1]), [Fraction(0), Fraction(1)], 100))
    354224848179261915075
    """
    h, odd = divmod(m, 2)
    numbers, below = q._ops.coefficients(_power(q, h))
    if not numbers:
        return Fraction(0)
    k, a = len(numbers), extended(q, initial, 2 * q.degree)
    form, r = [a[i + odd : i + odd + k] for i in range(k)], long_integers(numbers, q._ops.NAME)
    value, d = _by_squares(form, r) if k <= SQUARED_ORDER else _by_products(form, r)
    below = below**2 * d  # a fraction of one number looks for no common factors
    return Fraction(int(value), below) if below != 1 else Fraction(int(value))


def extended(q: Polynomial, initial: Sequence[Any], count: int) -> list[Any]:
    """a(0), .., a(count - 1), one after the other."""
    c = q.coefficients[:-1]
    if all(isinstance(x, Fraction) and x.denominator == 1 for x in (*c, *initial)):
        whole = _continued([x.numerator for x in c], [x.numerator for x in initial[:count]], count)
        return list(map(Fraction, whole))
    return _continued(c, initial[:count], count)


def _continued(c: Sequence[Any], initial: Sequence[Any], count: int) -> list[Any]:
    found, places = list(initial), [(len(c) - i, x) for i, x in enumerate(c) if x]
    for m in range(len(found), count):
        found.append(-sum((x * found[m - back] for back, x in places), initial[0] * 0))
    return found


def _power(q: Polynomial, h: int) -> Any:
    """x^h mod q, with one division for each digit of h."""
    ops, modulus = q._ops, q._native
    x, r = ops.polynomial([0, 1], 1), ops.polynomial([1], 1)
    for digit in f"{h:b}" if h else "":
        r = ops.poly_multiply(r, r)
        r = ops.poly_multiply(r, x) if digit == "1" else r
        r = ops.poly_divmod(r, modulus)[1]
    return r


def _by_products(form: Rows, r: list[Any]) -> tuple[Any, int]:
    """(p, d) with p/d = r^T H r."""
    h, d = _integral(form)
    return _dot(r, [_dot(row, r) for row in h]), d


def _by_squares(form: Rows, r: list[Any]) -> tuple[Any, int]:
    """(p, d) with p/d = sum w (v r)^2 = r^T H r."""
    parts = [(w / d**2, row) for w, v in squares(form) for (row,), d in [_integral([v])]]
    d = lcm(*(w.denominator for w, _ in parts))
    values = [_dot(row, r) for _, row in parts]
    return _dot([w.numerator * (d // w.denominator) for w, _ in parts], [x * x for x in values]), d


def _dot(a: Sequence[Any], b: Sequence[Any]) -> Any:
    return sum(x * y for x, y in zip(a, b, strict=True) if x)


def squares(form: Rows) -> list[tuple[Fraction, list[Fraction]]]:
    """[(w, v), ..] with H = sum w v v^T, for a symmetric H.

    Algorithm: Lagrange's. A row h_i with h_ii != 0 gives w = 1/h_ii and v = h_i; when the diagonal is 0,
    rows s and t that meet in b give 2 s t/b = ((s + t)^2 - (s - t)^2)/(2 b). What is left has a lower rank.

    >>> [(str(w), [str(x) for x in v]) for w, v in squares([[Fraction(0), Fraction(1)], [Fraction(1)] * 2])]
    [('1', ['1', '1']), ('-1', ['-1', '0'])]
    """
    h, found = [list(row) for row in form], []
    while any(map(any, h)):
        parts = _pivot(h)
        for w, v in parts:
            h = [[x - w * a * b for x, b in zip(row, v, strict=True)] for row, a in zip(h, v, strict=True)]
        found += parts
    return found


def _pivot(h: Rows) -> list[tuple[Fraction, list[Fraction]]]:
    n = range(len(h))
    for i in n:
        if h[i][i]:
            return [(1 / h[i][i], h[i])]
    i, j = next((i, j) for i in n for j in n if h[i][j])
    half = 1 / (2 * h[i][j])
    plus = [x + y for x, y in zip(h[i], h[j], strict=True)]
    minus = [x - y for x, y in zip(h[i], h[j], strict=True)]
    return [(half, plus), (-half, minus)]


def _integral(rows: Rows) -> tuple[list[list[int]], int]:
    d = lcm(*(x.denominator for row in rows for x in row))
    return [[x.numerator * (d // x.denominator) for x in row] for row in rows], d
