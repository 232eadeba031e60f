"""p(a) modulo a prime: guesses, and bounds of ranks."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt
from typing import Any

import flint

from symspec.algebra.backend.flint_layout import diagonal

Native = Any

PRIME = 2**31 - 1  # products of such residues are four times faster than of those of 63 bits


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
    return [flint.nmod_mat(diagonal(m.nrows(), 1), prime), flint.nmod_mat(m, prime)]


def low_ranks(factors: Sequence[tuple[Native, int]], a: Native) -> list[list[int]]:
    """For each (p, corank) the ranks modulo a prime of p(a), p(a)^2, .., up to one <= n - corank.

    A rank modulo a prime is at most the rank over Q.
    """
    numerator, d = a.numer_denom()
    powers = residues(numerator, PRIME)
    return [_low_ranks(p.numer().coeffs(), d, powers, corank) for p, corank in factors]


def _low_ranks(c: list[Native], d: Native, powers: list[Native], corank: int) -> list[int]:
    scale = flint.fmpz(1)
    for i in range(len(c) - 1, -1, -1):  # d^deg p(M/d) has integer coefficients in M
        c[i] *= scale
        scale *= d
    base = value(c, powers, PRIME)
    power, found = base, [int(base.rank())]
    while found[-1] > base.nrows() - corank:
        power = power * base
        found.append(int(power.rank()))
    return found
