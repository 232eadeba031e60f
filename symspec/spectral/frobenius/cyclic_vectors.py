"""Short vectors v_1, v_2, .. with K^n the direct sum of the K[A] v_i, found with a prime as witness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from random import Random

from symspec.algebra.blocks import beside, matrix_like, unit_vector
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import WITNESS_PRIMES
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.krylov import krylov

# A vector is right unless it lies on one hypersurface: it takes a few attempts, not as many as this.
MAX_ATTEMPTS = 200


def cyclic_orbit(a: ExactMatrix) -> ExactMatrix | None:
    """[e, A e, .., A^(n-1) e] for the first unit vector e; None where it is dependent modulo a prime.

    >>> print(cyclic_orbit(ExactMatrix.from_integers([[2, 1], [1, 3]])))
    [[1, 2], [0, 1]]
    """
    e = unit_vector(a, 0)
    directions = _directions(a, e, a.order)
    return _scaled(e, directions, _denominator(a)) if _independent([directions], WITNESS_PRIMES[1]) else None


def cyclic_orbits(a: ExactMatrix, invariants: Sequence[Polynomial]) -> tuple[ExactMatrix, ...]:
    """([v_i, A v_i, .., A^(deg f_i - 1) v_i], ..) with f_i(A) v_i = 0, all columns together a basis.

    Args:
        a: A.
        invariants: its invariant factors f_1 | f_2 | .. | f_r.

    Algorithm: from f_r down, a vector of ker f_i(A) is taken when its orbit is independent of those before,
    modulo a prime, which proves it. All vectors of the kernel do but those on a hypersurface: the spaces
    taken before have a complement that A maps into itself, and f_i annihilates its generic vectors and no
    polynomial of lower degree does. Columns of the kernel come first, then small combinations of them. A
    vector that was passed over is in the span, or its orbit meets it: it is not tried again.
    """
    found: list[ExactMatrix] = []
    taken: list[ExactMatrix] = []
    d = _denominator(a)
    for f, equal in groupby(reversed(invariants)):
        space = a.identity() if f == invariants[-1] else f.at_matrix(a).kernel
        candidates = _vectors(space, f.degree)
        for _ in equal:
            v, directions = _next(a, taken, candidates, f.degree)
            taken.append(directions)
            found.append(_scaled(v, directions, d))
    return tuple(reversed(found))


def _next(
    a: ExactMatrix, orbits: Sequence[ExactMatrix], candidates: Iterator[ExactMatrix], degree: int
) -> tuple[ExactMatrix, ExactMatrix]:
    before = beside(orbits) if orbits else None
    for attempt, v in zip(range(MAX_ATTEMPTS), candidates, strict=False):
        directions = _directions(a, v, degree)
        parts = [directions] if before is None else [before, directions]
        if _independent(parts, WITNESS_PRIMES[1 - attempt % 2]):
            return v, directions
    raise InternalError("no cyclic vector was found.")


def _vectors(space: ExactMatrix, degree: int) -> Iterator[ExactMatrix]:
    """Columns of a kernel, their sum up to signs, then combinations with growing coefficients.

    For degree 1 an orbit is one vector: enough columns are right. Else the first one is, sometimes.
    """
    count = space.shape[1]
    if count < space.order or count == 1:  # else the unit vectors: the first has been tried by itself
        yield from (space.columns(j, j + 1) for j in range(count if degree == 1 else 1))
    draw, bound = Random(count), 3
    yield space @ matrix_like(space, [[draw.choice((-1, 1))] for _ in range(count)])
    while True:
        for _ in range(2):
            yield space @ matrix_like(space, [[draw.randint(-bound, bound)] for _ in range(count)])
        bound += 1


def _independent(parts: Sequence[ExactMatrix], prime: int) -> bool:
    """All columns together are independent modulo the prime."""
    x = beside(parts)
    columns = x._ops.shape(x.regular)[1]
    return x._ops.rank_modulo(x.regular, prime) == columns


def _directions(a: ExactMatrix, v: ExactMatrix, length: int) -> ExactMatrix:
    """v, A v, .. up to factors."""
    return krylov(a, v, length) if isinstance(a, FieldMatrix) else a.integer_krylov(v, length)


def orbit(a: ExactMatrix, v: ExactMatrix, length: int) -> ExactMatrix:
    """[v, A v, .., A^(length - 1) v]."""
    return _scaled(v, _directions(a, v, length), _denominator(a))


def _denominator(a: ExactMatrix) -> int:
    """Of the entries; 1 over a number field, where directions are the vectors themselves."""
    return 1 if isinstance(a, FieldMatrix) else a._ops.denominator(a._native)


def _scaled(v: ExactMatrix, directions: ExactMatrix, d: int) -> ExactMatrix:
    """The vectors themselves, for a matrix with the denominator d: those of the numerators were found."""
    e = _denominator(v)
    if d == e == 1:
        return directions
    rows, _ = directions.integers()
    scales = [d**j for j in reversed(range(directions.shape[1]))]
    scaled = [[x * s for x, s in zip(row, scales, strict=True)] for row in rows]
    return matrix_like(directions, scaled, e * scales[0])
