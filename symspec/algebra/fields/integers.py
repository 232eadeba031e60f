"""Integers beneath the reader: powers taken out of radicands, degrees of roots of unity."""

from __future__ import annotations

from math import gcd

from symspec.algebra.fields.adjoin import MAX_DEGREE
from symspec.algebra.numbers import radicals
from symspec.errors import UnsupportedFieldError


def require_totient(m: int, divisor: int) -> None:
    """phi(m)/divisor is within the budget; phi(m) >= sqrt(m/2)."""
    if m > 8 * (MAX_DEGREE * divisor) ** 2:
        raise UnsupportedFieldError(
            f"the number has a degree over {MAX_DEGREE}, the largest of a field that symspec computes in."
        )
    degree = sum(gcd(k, m) == 1 for k in range(1, m + 1)) // divisor
    if degree > MAX_DEGREE:
        raise UnsupportedFieldError(
            f"the number has degree {degree}; fields of degree at most {MAX_DEGREE} are computed in."
        )


def power_factor(n: int, k: int) -> tuple[int, int]:
    """(s, r) with n = s^k r for n > 0, without k-th powers of primes below 1000 in r."""
    s, r = 1, n
    for p in range(2, 1000):
        while r % p**k == 0:
            s, r = s * p, r // p**k
        if p**k > r:
            break
    whole = integer_root_of(r, k)
    return (s * whole, 1) if whole**k == r else (s, r)


def exponent_content(n: int, k: int) -> int:
    """The largest divisor g of k such that n is a g-th power."""
    return next(g for g in range(k, 0, -1) if k % g == 0 and integer_root_of(n, g) ** g == n)


def integer_root_of(n: int, k: int) -> int:
    """The largest r with r^k <= n."""
    return radicals.integer_root(n, k) if k > 1 else n
