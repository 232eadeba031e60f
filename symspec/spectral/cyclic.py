"""Q[x]-submodules of Q^n: generators of ker p(A), and their independence, found modulo a prime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import lcm
from operator import mul

from symspec.algebra.blocks import beside, sparse_like
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import WITNESS_PRIMES
from symspec.errors import InternalError
from symspec.spectral.krylov import krylov

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
    prime leads to the next prime, and in the end to ranks over Q. Over Q a bottom is either in the span of
    those before, or its whole orbit is independent of it, since the span is a vector space over Q[x]/p.
    """
    wanted = sum(count for _, count in candidates)
    for prime in WITNESS_PRIMES:
        found = _chosen(candidates, e, bottoms, degree, prime)
        if len(found) == wanted:
            return tuple(found)
    found = _chosen_by_ranks(candidates, e, bottoms, degree)
    if len(found) < wanted:
        raise InternalError("there are not enough independent chains.")
    return tuple(found)


def _chosen(
    candidates: Sequence[tuple[ExactMatrix, int]],
    e: ExactMatrix,
    bottoms: Sequence[ExactMatrix],
    degree: int,
    prime: int,
) -> list[tuple[int, int]]:
    echelon: list[tuple[int, Vector]] = []
    found: list[tuple[int, int]] = []
    for level, ((_, count), images) in enumerate(zip(candidates, bottoms, strict=True)):
        taken = 0
        for j, orbit in enumerate(_orbits(e, images, degree, prime)):
            if taken == count:
                break
            longer = _extended(echelon, orbit, prime)
            if longer is not None:
                echelon, taken = longer, taken + 1
                found.append((level, j))
    return found


def _chosen_by_ranks(
    candidates: Sequence[tuple[ExactMatrix, int]], e: ExactMatrix, bottoms: Sequence[ExactMatrix], degree: int
) -> list[tuple[int, int]]:
    """The same choice without a prime: whatever divides the entries, this one is right."""
    taken: list[ExactMatrix] = []
    found: list[tuple[int, int]] = []
    for level, ((_, count), images) in enumerate(zip(candidates, bottoms, strict=True)):
        full = len(found) + count
        for j in range(images.shape[1]):
            if len(found) == full:
                break
            longer = [*taken, krylov(e, images.columns(j, j + 1), degree)]
            if beside(longer).has_independent_columns:
                taken = longer
                found.append((level, j))
    return found


def _orbits(e: ExactMatrix, bottoms: ExactMatrix, degree: int, prime: int) -> Iterator[list[Vector]]:
    """For each column b vectors over Q that span b, E b, .., E^(degree - 1) b over the field of E."""
    if isinstance(e, FieldMatrix):
        yield from _field_orbits(e, bottoms, degree, prime)
        return
    rows = _residues(e, prime)
    for b in zip(*_residues(bottoms, prime), strict=True):
        yield list(_orbit(rows, list(b), degree, prime))


def _field_orbits(e: FieldMatrix, bottoms: ExactMatrix, degree: int, prime: int) -> Iterator[list[Vector]]:
    """The same over K: all multiples of the vectors by the basis of K, the columns of the regular form."""
    for j in range(bottoms.shape[1]):
        spanned = krylov(e, bottoms.columns(j, j + 1), degree)
        rows = e._ops.integers(spanned.regular)[0]
        yield [[x % prime for x in column] for column in zip(*rows, strict=True)]


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
    rows = basis.tolist() if isinstance(a, FieldMatrix) else basis.integers()[0]  # with ends 1 over a field
    columns = list(zip(*rows, strict=True))
    ends = [max(i for i, x in enumerate(c) if x != 0) for c in columns]
    picked = (a @ basis).submatrix(ends, range(len(ends)))
    scale = [c[end] for c, end in zip(columns, ends, strict=True)]
    if all(s == 1 for s in scale):
        return picked
    common, n = lcm(*scale), len(scale)
    return sparse_like(a, (n, n), {(j, j): common // s for j, s in enumerate(scale)}, common) @ picked
