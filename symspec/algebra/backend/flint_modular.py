"""p(a) modulo 63-bit primes: what is zero modulo enough of them is zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isqrt
from typing import Any

import flint

Native = Any

LARGEST_PRIME = 2**63 - 25


def value(c: Sequence[Native], powers: list[Native], prime: int) -> Native:
    """sum c[i] m^i over the prime field, in blocks of about sqrt(len(c)) powers.

    Args:
        powers: [I, m, ..]; those that are missing are appended, for the next polynomial.
    """
    step = isqrt(max(len(c) - 1, 0)) + 1 if len(c) > 2 else len(c)
    while len(powers) <= step < len(c):
        powers.append(powers[-1] * powers[1])
    blocks = [_combination(c[i : i + step], powers, prime) for i in range(0, len(c), step)]
    result = blocks.pop()
    while blocks:
        result = result * powers[step] + blocks.pop()
    return result


def _combination(c: Sequence[Native], powers: Sequence[Native], prime: int) -> Native:
    total = powers[0] * (int(c[0]) % prime)
    for x, power in zip(c[1:], powers[1:], strict=False):
        total += power * (int(x) % prime)
    return total


def residues(m: Native, prime: int) -> list[Native]:
    """[I, m] over the prime field."""
    n = m.nrows()
    entries = [0] * (n * n)
    entries[:: n + 1] = [1] * n
    return [flint.nmod_mat(n, n, entries, prime), flint.nmod_mat(m, prime)]


def integer_multiple(p: Native, a: Native) -> tuple[list[Native], Native]:
    """(c, M) with integers throughout and sum c[i] M^i a non-zero multiple of p(a)."""
    numerator, d = a.numer_denom()
    c, power = p.numer().coeffs(), flint.fmpz(1)
    for i in range(len(c) - 1, -1, -1):
        c[i] *= power
        power *= d
    return c, numerator


def annihilates(p: Native, a: Native) -> bool:
    """p(a) = 0.

    Algorithm: the entries of sum c_i M^i are at most B = sum |c_i| R^i for the largest absolute row sum R of
    M, so they are 0 when they are 0 modulo primes whose product is above B.
    """
    c, m = integer_multiple(p, a)
    bound, product = _bound(c, m), 1
    for prime in primes():
        found = value(c, residues(m, prime), prime)
        if found != found * 0:
            return False
        product *= prime
        if product > bound:
            return True
    raise AssertionError("primes do not end")


def _bound(c: Sequence[Native], m: Native) -> int:
    n, entries = m.nrows(), [abs(int(x)) for x in m.entries()]
    largest = max((sum(entries[i * n : (i + 1) * n]) for i in range(n)), default=0)
    total = 0
    for x in reversed(c):
        total = total * largest + abs(int(x))
    return total


def index_bounds(factors: Sequence[tuple[Native, int]], a: Native) -> list[int]:
    """For each (p, corank) the least k >= 1 with rk p(a)^k <= n - corank modulo a prime.

    A rank modulo a prime is at most the rank, so this k is at most the least one over Q.
    """
    powers = residues(a.numer_denom()[0], LARGEST_PRIME)
    return [_index_bound(integer_multiple(p, a)[0], powers, corank) for p, corank in factors]


def _index_bound(c: Sequence[Native], powers: list[Native], corank: int) -> int:
    base = value(c, powers, LARGEST_PRIME)
    power, k, allowed = base, 1, base.nrows() - corank
    while power.rank() > allowed:
        power, k = power * base, k + 1
    return k


def primes() -> Iterator[int]:
    """The primes below 2^63, downwards."""
    candidate = LARGEST_PRIME
    while candidate > 2:
        if flint.fmpz(candidate).is_prime():
            yield candidate
        candidate -= 2
