"""p(a) guessed from its residues modulo one prime: the guess is for a caller who verifies it exactly."""

from __future__ import annotations

from math import isqrt
from typing import Any

import flint

Native = Any

PRIME = 2**63 - 25
SMALL = 2**40  # numerators and denominators of a credible guess: their product is far below the prime
SMALL_DENOMINATOR = 2**20


def guess_at_matrix(p: Native, a: Native) -> Native | None:
    """The matrix with small entries that is p(a) modulo PRIME, or None where there is none.

    Where p has huge coefficients and p(a) small entries, this is many times faster than the exact value.
    """
    numerator, d = a.numer_denom()
    if int(d) % PRIME == 0 or int(p.denom()) % PRIME == 0:
        return None
    m = flint.nmod_mat(numerator, PRIME) * pow(int(d), -1, PRIME)
    factor = pow(int(p.denom()), -1, PRIME)
    residues = _value(p.numer().coeffs() or [flint.fmpz(0)], m) * factor
    return _small_rationals([int(x) for x in residues.entries()], m.nrows())


def _value(c: list[Native], m: Native) -> Native:
    n, step = m.nrows(), isqrt(len(c) - 1) + 1
    powers = [flint.nmod_mat(n, n, [int(i == j) for i in range(n) for j in range(n)], PRIME)]
    for _ in range(step):
        powers.append(powers[-1] * m)
    result = powers[0] * 0
    for start in range((len(c) - 1) // step * step, -1, -step):
        result = result * powers[step]
        for x, power in zip(c[start : start + step], powers, strict=False):
            result += power * (int(x) % PRIME)
    return result


def _small_rationals(residues: list[int], n: int) -> Native | None:
    denominator = 1
    for x in residues:
        if not -SMALL < _centred(x * denominator) < SMALL:
            denominator *= _denominator(x * denominator % PRIME)
            if denominator > SMALL_DENOMINATOR:
                return None
    values = [_centred(x * denominator) for x in residues]
    if any(abs(x) >= SMALL for x in values):
        return None
    return flint.fmpq_mat(flint.fmpz_mat(n, n, values)) * flint.fmpq(1, denominator)


def _centred(x: int) -> int:
    residue = x % PRIME
    return residue - PRIME if 2 * residue > PRIME else residue


def _denominator(x: int) -> int:
    """The q of Wang's rational reconstruction: q x = r mod PRIME with |r| < SMALL, q least."""
    (r0, s0), (r1, s1) = (PRIME, 0), (x, 1)
    while r1 >= SMALL:
        k = r0 // r1
        (r0, s0), (r1, s1) = (r1, s1), (r0 - k * r1, s0 - k * s1)
    return abs(s1) or 1
