"""Polynomials whose roots are sums, products and powers of roots, by power sums over the integers.

Every function scales the roots to algebraic integers, works with s_k = sum of the k-th powers of the roots
in plain integers, and returns a monic polynomial with the multiplicities that the construction gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb, lcm
from operator import mul

from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError

DEGREE_BUDGET = 200


def composed_sum(f: Polynomial, g: Polynomial) -> Polynomial:
    """prod (x - a - b) over the roots a of f and b of g.

    >>> print(composed_sum(Polynomial.of([-2, 0, 1]), Polynomial.of([-3, 0, 1])))
    x^4 - 10 x^2 + 1
    """
    degree = _within_budget(f.degree * g.degree)
    scale = lcm(f.primitive[-1], g.primitive[-1])
    s, t = _power_sums(f, scale, degree), _power_sums(g, scale, degree)
    sums = [sum(comb(k, i) * s[i] * t[k - i] for i in range(k + 1)) for k in range(degree + 1)]
    return _from_power_sums(sums, scale, f)


def composed_product(f: Polynomial, g: Polynomial) -> Polynomial:
    """prod (x - a b) over the roots a of f and b of g.

    >>> print(composed_product(Polynomial.of([-2, 0, 1]), Polynomial.of([-3, 0, 1])))
    x^4 - 12 x^2 + 36
    """
    degree = _within_budget(f.degree * g.degree)
    scales = f.primitive[-1], g.primitive[-1]
    s, t = _power_sums(f, scales[0], degree), _power_sums(g, scales[1], degree)
    return _from_power_sums(list(map(mul, s, t)), scales[0] * scales[1], f)


def root_powers(f: Polynomial, n: int) -> Polynomial:
    """prod (x - a^n) over the roots a of f, for n >= 1.

    >>> print(root_powers(Polynomial.of([-1, -1, 1]), 5))
    x^2 - 11 x - 1
    """
    scale = f.primitive[-1]
    return _from_power_sums(_power_sums(f, scale, n * f.degree)[::n], scale**n, f)


def pair_sums(f: Polynomial) -> Polynomial:
    """prod (x - a_i - a_j) over the pairs i < j of roots of f.

    >>> print(pair_sums(Polynomial.of([5, -2, 1])))
    x - 2
    """
    degree, scale = _pairs(f), f.primitive[-1]
    s = _power_sums(f, scale, degree)
    full = [sum(comb(k, i) * s[i] * s[k - i] for i in range(k + 1)) for k in range(degree + 1)]
    return _from_power_sums([(x - (s[k] << k)) // 2 for k, x in enumerate(full)], scale, f)


def pair_products(f: Polynomial) -> Polynomial:
    """prod (x - a_i a_j) over the pairs i < j of roots of f.

    >>> print(pair_products(Polynomial.of([5, -2, 1])))
    x - 5
    """
    degree, scale = _pairs(f), f.primitive[-1]
    s = _power_sums(f, scale, 2 * degree)
    return _from_power_sums([(s[k] ** 2 - s[2 * k]) // 2 for k in range(degree + 1)], scale**2, f)


def pair_differences_squared(f: Polynomial) -> Polynomial:
    """prod (x - (a_i - a_j)^2) over the pairs i < j of roots of f.

    >>> print(pair_differences_squared(Polynomial.of([5, -2, 1])))
    x + 16
    """
    degree, scale = _pairs(f), f.primitive[-1]
    s = _power_sums(f, scale, 2 * degree)
    sums = [
        sum((-1) ** i * comb(2 * k, i) * s[i] * s[2 * k - i] for i in range(2 * k + 1)) // 2
        for k in range(1, degree + 1)
    ]
    return _from_power_sums([degree, *sums], scale**2, f)


def inflated(f: Polynomial, n: int) -> Polynomial:
    """f(x^n).

    >>> print(inflated(Polynomial.of([-2, 1]), 3))
    x^3 - 2
    """
    _within_budget(n * f.degree)
    spread: list[int | Fraction] = [0] * (n * f.degree + 1)
    spread[::n] = f.coefficients
    return Polynomial.of(spread, ops=f._ops)


def shifted(f: Polynomial, by: Fraction) -> Polynomial:
    """f(x - by): the roots plus `by`."""
    c = list(f.coefficients)
    for j in range(len(c) - 1):
        for i in range(len(c) - 2, j - 1, -1):
            c[i] -= c[i + 1] * by
    return Polynomial.of(c, ops=f._ops)


def scaled(f: Polynomial, by: Fraction) -> Polynomial:
    """by^n f(x / by): the roots times `by`, for by != 0; monic if f is."""
    n = f.degree
    return Polynomial.of([c * by ** (n - i) for i, c in enumerate(f.coefficients)], ops=f._ops)


def _pairs(f: Polynomial) -> int:
    return _within_budget(f.degree * (f.degree - 1) // 2)


def _within_budget(degree: int) -> int:
    if degree > DEGREE_BUDGET:
        raise BudgetExceededError(
            f"the result is a root of a polynomial of degree {degree}, and degrees up to {DEGREE_BUDGET} "
            "are computed with; ask for an enclosure or a comparison instead."
        )
    return degree


def _power_sums(f: Polynomial, scale: int, last: int) -> list[int]:
    """[s_0, .., s_last] for the roots of f times `scale`, a multiple of the leading integer coefficient.

    Newton's identities for x^n + c_1 x^(n-1) + ..: s_k = -k c_k - sum of c_i s_(k-i) over 0 < i < k.
    """
    c, n = f.primitive, f.degree
    monic = [c[n - i] * scale**i // c[n] for i in range(n + 1)]
    s = [n]
    for k in range(1, last + 1):
        known = sum(monic[i] * s[k - i] for i in range(1, min(k - 1, n) + 1))
        s.append(-known - (k * monic[k] if k <= n else 0))
    return s


def _from_power_sums(s: Sequence[int], scale: int, like: Polynomial) -> Polynomial:
    """The monic polynomial whose roots times `scale` have the power sums s_0, .., s_D with D = s_0."""
    degree = s[0]
    c = [1]
    for k in range(1, degree + 1):
        c.append(-sum(c[i] * s[k - i] for i in range(k)) // k)
    unscaled = [c[degree - i] * scale**i for i in range(degree + 1)]
    return Polynomial.of(unscaled, ops=like._ops).monic
