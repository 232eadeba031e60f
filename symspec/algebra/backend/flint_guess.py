"""Semisimple parts guessed from their residues modulo one prime: for a caller who verifies them exactly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import mul
from typing import Any

import flint

from symspec.algebra.backend.flint_modular import residues, value

Native = Any

PRIME = 2**63 - 25
SMALL = 2**40  # numerators and denominators of a credible guess: their product is far below the prime
SMALL_DENOMINATOR = 2**20


def semisimple_guess(factors: Sequence[tuple[Native, int]], a: Native) -> Native | None:
    """The semisimple part of a modulo PRIME, where a minus it, times the denominator, is small; else None.

    It is q(a) for the q of symspec.spectral.dunford, whose coefficients over Q are often hundreds of times
    longer than the entries of q(a); modulo a prime nothing is long. The nilpotent part is what is read off
    the residues: it is often 0.
    """
    numerator, d = a.numer_denom()
    q = None if int(d) % PRIME == 0 else _semisimple_polynomial(factors)
    if q is None:
        return None
    one, m = residues(numerator, PRIME)
    found = value(q.coeffs() or [0], [one, m * pow(int(d), -1, PRIME)], PRIME)
    rest = m - found * int(d)
    if rest.rank() == 0:
        return a
    nilpotent = _small_rationals([int(x) for x in rest.entries()], m.nrows())
    return None if nilpotent is None else a - nilpotent / d


def _semisimple_polynomial(factors: Sequence[tuple[Native, int]]) -> Native | None:
    """q = x mod p and p(q) = 0 mod prod f^m for p = prod f, by Newton's iteration over the prime field."""
    parts = [(flint.nmod_poly(f.numer().coeffs(), PRIME), m) for f, m in factors]
    p, modulus = reduce(mul, (f for f, _ in parts)), reduce(mul, (f**m for f, m in parts))
    slope, q = p.derivative(), flint.nmod_poly([0, 1], PRIME)
    common, _, inverse = p.xgcd(slope)
    if common.degree() != 0:
        return None
    for _ in range((max(m for _, m in parts) - 1).bit_length()):
        q = (q - p.compose_mod(q, modulus) * inverse) % modulus
        inverse = inverse * (2 - slope.compose_mod(q, modulus) * inverse) % modulus
    return q % modulus


def _small_rationals(residues: list[int], n: int) -> Native | None:
    values = _centred(residues)
    denominator = 1 if max(map(abs, values)) < SMALL else _common_denominator(residues)
    if denominator != 1:
        values = _centred([x * denominator % PRIME for x in residues])
    if max(map(abs, values)) >= SMALL or denominator > SMALL_DENOMINATOR:
        return None
    return flint.fmpq_mat(flint.fmpz_mat(n, n, values)) * flint.fmpq(1, denominator)


def _common_denominator(residues: Sequence[int]) -> int:
    """Of the small rationals with these residues; the search ends when it is too large."""
    denominator = 1
    for x in residues:
        if not -SMALL < (x * denominator + SMALL) % PRIME - SMALL < SMALL:
            denominator *= _denominator(x * denominator % PRIME)
            if denominator > SMALL_DENOMINATOR:
                break
    return denominator


def _centred(residues: Sequence[int]) -> list[int]:
    return [x - PRIME if 2 * x > PRIME else x for x in residues]


def _denominator(x: int) -> int:
    """The q of Wang's rational reconstruction: q x = r mod PRIME with |r| < SMALL, q least."""
    (r0, s0), (r1, s1) = (PRIME, 0), (x, 1)
    while r1 >= SMALL:
        k = r0 // r1
        (r0, s0), (r1, s1) = (r1, s1), (r0 - k * r1, s0 - k * s1)
    return abs(s1) or 1
