"""Weights w > 0 for which the discs of D^-1 A D, D = diag(w), give a better bound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import Any, Literal

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.spectral.gershgorin.real_values import bounds, moduli, modulus, real_part

Goal = Literal["lower", "upper", "radius", "dominance"]
BITS = 32
# Bits of the weights that are tried, from short to long.
LENGTHS = (2, 3, 4, 6, 8, 12, 16)
STEPS = 100
# A weight vector is good enough when it brings this part of what the longest ones bring.
SHARE = Fraction(7, 8)


def goal_matrix(a: ExactMatrix, goal: Goal) -> list[list[Fraction]]:
    """The B with entries >= 0 off the diagonal for which max (B w)_i/w_i is to be made small, nearly.

    By rows D^-1 A D has the bounds Re z <= max (Re a_ii + r_i) ("upper"), Re z >= -max (-Re a_ii + r_i)
    ("lower"), |z| <= max (|a_ii| + r_i) ("radius"), and |a_ii| > r_i for all i iff max (-|a_ii| + r_i) < 0
    ("dominance"), with r_i = sum |a_ij| w_j/w_i. The entries are rounded up: w need not be the best one.
    """
    diagonal: Callable[[Any], Any] = {
        "upper": real_part,
        "lower": lambda x: -real_part(x),
        "radius": modulus,
        "dominance": lambda x: -modulus(x),
    }[goal]
    return [
        [bounds(diagonal(a[i, i]) if i == j else x, BITS)[1] for j, x in enumerate(row)]
        for i, row in enumerate(moduli(a))
    ]


def perron_weights(b: Sequence[Sequence[Fraction]], below: Fraction | None = None) -> tuple[int, ...]:
    """Short integers w > 0 that make max (B w)_i/w_i small, for B with entries >= 0 off the diagonal.

    For every w > 0 that quotient is at least the eigenvalue of B of largest real part, and for an irreducible
    B it is that eigenvalue for its Perron vector (Collatz 1942, Wielandt 1950). So w is the Perron vector,
    by the power method in integers, rounded to as few bits as bring 7/8 of the gain over w = 1, and a
    quotient less than `below` if the longest ones do.

    >>> perron_weights([[Fraction(0), Fraction(4)], [Fraction(1), Fraction(0)]])
    (2, 1)
    """
    n = len(b)
    whole, scale = _integers(b)
    shift = (1 << BITS - 1) + max(0, *(-whole[i][i] for i in range(n)))  # also against oscillation
    for i in range(n):
        whole[i][i] += shift
    ones = (1,) * n
    plain = _quotient(whole, ones)
    vector = _power_method(whole)
    tried = [_rounded(vector, bits) for bits in LENGTHS]
    best = min(_quotient(whole, w) for w in tried)
    if best >= plain:
        return ones
    enough = plain - SHARE * (plain - best)
    wall = None if below is None else below * scale + shift
    if wall is not None and best < wall:
        enough = min(enough, (best + wall) / 2)
    return next(w for w in tried if _quotient(whole, w) <= enough)


def _integers(b: Sequence[Sequence[Fraction]]) -> tuple[list[list[int]], Fraction]:
    size = max((abs(x) for row in b for x in row), default=Fraction(0)) or Fraction(1)
    scale = Fraction(1 << BITS) / size
    return [[ceil(x * scale) for x in row] for row in b], scale


def _quotient(p: list[list[int]], w: Sequence[int]) -> Fraction:
    """max (P w)_i/w_i."""
    return max(Fraction(sum(x * y for x, y in zip(row, w, strict=True)), w[i]) for i, row in enumerate(p))


def _power_method(p: list[list[int]]) -> list[int]:
    """P^k 1 about, for k = 100, with entries between 1 and 2^32."""
    w = [1 << BITS] * len(p)
    for _ in range(STEPS):
        image = [sum(x * y for x, y in zip(row, w, strict=True)) for row in p]
        top = max(image)
        following = [max(1, (x << BITS) // top) for x in image]
        if following == w:
            break
        w = following
    return w


def _rounded(w: Sequence[int], bits: int) -> tuple[int, ...]:
    """Multiples of w with the largest entry about 2^bits, at least 1 each, without a common factor."""
    top = max(w)
    found = [max(1, floor(Fraction(x << bits, top) + Fraction(1, 2))) for x in w]
    common = gcd(*found)
    return tuple(x // common for x in found)


# What one would like to prove: Re z > 0 for all eigenvalues, |z| < 1, |a_ii| > r_i.
WALLS = {"lower": Fraction(0), "radius": Fraction(1), "dominance": Fraction(0)}


def scaled_rows(a: ExactMatrix, goal: Goal) -> tuple[int, ...]:
    """The weights for that goal; all 1 where none is better."""
    return perron_weights(goal_matrix(a, goal), WALLS.get(goal))


def weights_read(weights: Sequence[Any]) -> tuple[int, ...]:
    """Positive rational numbers as integers without a common factor."""
    listed = weights if isinstance(weights, Sequence) else ()
    known = [Fraction(x) for x in listed if isinstance(x, int | Fraction) and x > 0]
    if not known or len(known) < len(listed):
        raise InputError("the weights must be positive integers or fractions, one for each row: [1, 2, 3].")
    common = lcm(*(x.denominator for x in known))
    whole = [int(x * common) for x in known]
    divisor = gcd(*whole)
    return tuple(x // divisor for x in whole)
