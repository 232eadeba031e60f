"""p(a) guessed from its residues modulo one prime: the guess is for a caller who verifies it exactly."""

from __future__ import annotations

from typing import Any

import flint

from symspec.algebra.backend.flint_modular import residues, value

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
    one, m = residues(numerator, PRIME)
    powers, factor = [one, m * pow(int(d), -1, PRIME)], pow(int(p.denom()), -1, PRIME)
    found = value(p.numer().coeffs() or [flint.fmpz(0)], powers, PRIME) * factor
    return _small_rationals([int(x) for x in found.entries()], m.nrows())


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
