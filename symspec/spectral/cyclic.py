"""Q[x]-submodules of Q^n: generators of ker p(A), and their independence, found modulo a prime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import lcm
from operator import mul

from symspec.algebra.blocks import matrix_like
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import WITNESS_PRIMES
from symspec.errors import InternalError

Vector = list[int]


def independent_generators(
    candidates: Sequence[tuple[ExactMatrix, int]], e: ExactMatrix, bottoms: Sequence[ExactMatrix], degree: int
) -> tuple[tuple[int, int], ...]:
    """Which candidates to take so that E^i b, i < degree, are jointly independent over all bottoms b taken.

    Args:
        candidates: pairs (columns, count) from long chains to short: that many columns are to be taken.
        e: a matrix with an irreducible annihilator of that degree on the span of the bottoms.
        bottoms: for each pair, the matrix of the same shape whose columns are the ends of the chains.

    Returns:
        (pair, column) for each one taken, in order.

    Algorithm: independence modulo a prime proves independence over Q; a failure of all columns modulo one
    prime leads to the next prime. Over Q a bottom is either in the span of those before, or its whole orbit
    is independent of it, since the span is a vector space over Q[x]/p.
    """
    for prime in WITNESS_PRIMES:
        found = _chosen(candidates, _residues(e, prime), bottoms, degree, prime)
        if len(found) == sum(count for _, count in candidates):
            return tuple(found)
    raise InternalError("no witness prime shows the independence of the chains.")


def _chosen(
    candidates: Sequence[tuple[ExactMatrix, int]],
    e: list[Vector],
    bottoms: Sequence[ExactMatrix],
    degree: int,
    prime: int,
) -> list[tuple[int, int]]:
    echelon: list[tuple[int, Vector]] = []
    found: list[tuple[int, int]] = []
    for level, ((_, count), images) in enumerate(zip(candidates, bottoms, strict=True)):
        taken = 0
        for j, b in enumerate(zip(*_residues(images, prime), strict=True)):
            if taken == count:
                break
            longer = _extended(echelon, list(_orbit(e, list(b), degree, prime)), prime)
            if longer is not None:
                echelon, taken = longer, taken + 1
                found.append((level, j))
    return found


def _orbit(e: list[Vector], v: Vector, length: int, prime: int) -> Iterator[Vector]:
    for i in range(length):
        v = [sum(map(mul, row, v)) % prime for row in e] if i else v
        yield v


def _extended(
    echelon: list[tuple[int, Vector]], vectors: list[Vector], prime: int
) -> list[tuple[int, Vector]] | None:
    """The echelon form with all the vectors, or None if they are dependent."""
    result = list(echelon)
    for vector in vectors:
        rest = vector
        for place, pivot in result:
            factor = rest[place]
            if factor:
                rest = [(x - factor * y) % prime for x, y in zip(rest, pivot, strict=True)]
        place = next((i for i, x in enumerate(rest) if x), -1)
        if place < 0:
            return None
        inverse = pow(rest[place], -1, prime)
        result.append((place, [x * inverse % prime for x in rest]))
    return result


def _residues(a: ExactMatrix, prime: int) -> list[Vector]:
    # Of the numerator: a common factor changes neither orbits up to factors nor independence.
    return [[x % prime for x in row] for row in a.integers()[0]]


def restricted(a: ExactMatrix, basis: ExactMatrix) -> ExactMatrix:
    """The matrix E with A K = K E, for an A-invariant space with basis K as `kernel` gives it.

    Each column of such a K ends in a row where it is the only non-zero one, so E is read off those rows.
    """
    rows, _ = basis.integers()
    columns = list(zip(*rows, strict=True))
    ends = [max(i for i, x in enumerate(c) if x) for c in columns]
    image, denominator = (a @ basis).integers()
    scale = [rows[end][j] for j, end in enumerate(ends)]
    common = lcm(*scale)
    picked = [[x * (common // s) for x in image[end]] for end, s in zip(ends, scale, strict=True)]
    return matrix_like(a, picked, denominator * common)
