"""Semisimple parts guessed from their residues modulo primes: for a caller who verifies them exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import count, islice
from operator import mul
from typing import Any

import flint

from symspec.algebra.backend.flint_modular import residues, value

Native = Any

LARGEST = 2**63 - 25  # a prime; those that follow are the next smaller ones
MOST = 16  # primes that are taken together
# Numerators and denominators of a credible guess have these parts of the digits of the modulus.
PART_OF_NUMERATORS, PART_OF_DENOMINATORS = 40 / 63, 20 / 63


def semisimple_guess(factors: Sequence[tuple[Native, int]], a: Native) -> Native | None:
    """The semisimple part of a, as residues modulo some primes show it; None: they show nothing credible.

    It is q(a) for the q of symspec.spectral.dunford, whose coefficients over Q are often hundreds of times
    longer than the entries of q(a); modulo a prime nothing is long. The nilpotent part, times the denominator
    of a, is what is read off the residues: it is often 0, or small. Else 2, 4, 8, .. primes are taken.
    """
    numerator, d = a.numer_denom()
    known, modulus, taken = [0] * (numerator.nrows() ** 2), 1, 0
    for prime in _primes():
        found = _nilpotent_residues(factors, numerator, int(d), prime)
        if found is None:
            continue
        if modulus == 1 and not any(found):
            return a
        known, modulus, taken = _combined(known, modulus, found, prime), modulus * prime, taken + 1
        if taken & (taken - 1) == 0 and (small := _small_rationals(known, modulus)) is not None:
            rows, denominator = small
            nilpotent = flint.fmpz_mat(numerator.nrows(), numerator.ncols(), rows)
            return a - flint.fmpq_mat(nilpotent) / (d * denominator)
    return None


def _primes() -> Iterator[int]:
    """MOST primes from LARGEST downwards."""
    odd = (flint.fmpz(x) for x in count(LARGEST, -2))
    return map(int, islice((x for x in odd if x.is_prime()), MOST))


def _nilpotent_residues(
    factors: Sequence[tuple[Native, int]], m: Native, d: int, prime: int
) -> list[int] | None:
    """The entries of d N modulo the prime for the nilpotent part N of m/d; None: the prime tells nothing."""
    q = _semisimple_polynomial(factors, prime) if d % prime else None
    if q is None:
        return None
    one, residue = residues(m, prime)
    found = value(q.coeffs() or [0], [one, residue * pow(d, -1, prime)], prime)
    rest = residue - found * d
    return [int(x) for x in rest.entries()] if rest.rank() else [0] * (m.nrows() * m.ncols())


def _semisimple_polynomial(factors: Sequence[tuple[Native, int]], prime: int) -> Native | None:
    """q = x mod p and p(q) = 0 mod prod f^m for p = prod f, by Newton's iteration over the prime field."""
    parts = [(flint.nmod_poly(f.numer().coeffs(), prime), m) for f, m in factors]
    p, modulus = reduce(mul, (f for f, _ in parts)), reduce(mul, (f**m for f, m in parts))
    slope, q = p.derivative(), flint.nmod_poly([0, 1], prime)
    common, _, inverse = p.xgcd(slope)
    if common.degree() != 0:
        return None
    for _ in range((max(m for _, m in parts) - 1).bit_length()):
        q = (q - p.compose_mod(q, modulus) * inverse) % modulus
        inverse = inverse * (2 - slope.compose_mod(q, modulus) * inverse) % modulus
    return q % modulus


def _combined(known: list[int], modulus: int, found: list[int], prime: int) -> list[int]:
    """The residues modulo the product, by the Chinese remainder theorem."""
    if modulus == 1:
        return found
    inverse = pow(modulus, -1, prime)
    return [x + modulus * ((y - x) * inverse % prime) for x, y in zip(known, found, strict=True)]


def _small_rationals(residues: list[int], modulus: int) -> tuple[list[int], int] | None:
    """(numerators, common denominator) of small rationals with these residues."""
    bits = modulus.bit_length()
    small, most = 1 << int(bits * PART_OF_NUMERATORS), 1 << int(bits * PART_OF_DENOMINATORS)
    values = _centred(residues, modulus)
    if max(map(abs, values)) < small:
        return values, 1
    denominator = _common_denominator(residues, modulus, small, most)
    values = _centred([x * denominator % modulus for x in residues], modulus)
    return (values, denominator) if denominator <= most and max(map(abs, values)) < small else None


def _common_denominator(residues: Sequence[int], modulus: int, small: int, most: int) -> int:
    """Of the small rationals with these residues; the search ends when it is too large."""
    denominator = 1
    for x in residues:
        if not -small < (x * denominator + small) % modulus - small < small:
            denominator *= _denominator(x * denominator % modulus, modulus, small)
            if denominator > most:
                break
    return denominator


def _centred(residues: Sequence[int], modulus: int) -> list[int]:
    return [x - modulus if 2 * x > modulus else x for x in residues]


def _denominator(x: int, modulus: int, small: int) -> int:
    """The q of Wang's rational reconstruction: q x = r modulo the modulus with |r| < small, q least."""
    (r0, s0), (r1, s1) = (modulus, 0), (x, 1)
    while r1 >= small:
        k = r0 // r1
        (r0, s0), (r1, s1) = (r1, s1), (r0 - k * r1, s0 - k * s1)
    return abs(s1) or 1
