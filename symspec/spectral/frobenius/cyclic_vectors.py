"""Short vectors v_1, v_2, .. with K^n the direct sum of the K[A] v_i, found with a prime as witness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

from symspec.algebra.blocks import beside, matrix_like, sparse_like, unit_vector
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import WITNESS_PRIMES
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.krylov import krylov

# A vector is right unless it lies on one hypersurface: it takes a few attempts, not as many as this.
MAX_ATTEMPTS = 200
EXACT_FROM = 12


@dataclass(frozen=True, slots=True)
class FirstOrbit:
    """e, A e, .., A^(n-1) e for the first unit vector e.

    Attributes:
        matrix: A.
        directions: these vectors up to factors, as columns.
        length: how many of them, from the first on, are independent modulo a prime.
    """

    matrix: ExactMatrix
    directions: ExactMatrix
    length: int

    def columns(self, count: int) -> ExactMatrix:
        """[e, A e, .., A^(count - 1) e]."""
        directions = self.directions if count == self.matrix.order else self.directions.columns(0, count)
        return _scaled(unit_vector(self.matrix, 0), directions, _denominator(self.matrix))


def first_orbit(a: ExactMatrix) -> FirstOrbit:
    """The orbit of the first unit vector.

    >>> found = first_orbit(ExactMatrix.from_integers([[2, 1], [1, 3]]))
    >>> print(found.length, found.columns(2))
    2 [[1, 2], [0, 1]]
    """
    directions = _directions(a, unit_vector(a, 0), a.order)
    return FirstOrbit(a, directions, _rank(directions, WITNESS_PRIMES[1]))


def cyclic_orbits(
    a: ExactMatrix, invariants: Sequence[Polynomial], first: FirstOrbit
) -> tuple[ExactMatrix, ...] | None:
    """([v_i, A v_i, .., A^(deg f_i - 1) v_i], ..) with f_i(A) v_i = 0, all columns together a basis.

    Args:
        a: A.
        invariants: its invariant factors f_1 | f_2 | .. | f_r, or what are likely to be.
        first: the orbit of the first unit vector.

    Returns:
        None if there are no such vectors, or none were found.

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
            if not taken and first.length == f.degree:
                found, taken = [first.columns(f.degree)], [first.directions.columns(0, f.degree)]
                continue
            chosen = _next(a, taken, candidates, f.degree)
            if chosen is None:
                return None
            taken.append(chosen[1])
            found.append(_scaled(*chosen, d))
    return tuple(reversed(found))


def _next(
    a: ExactMatrix, orbits: Sequence[ExactMatrix], candidates: Iterator[ExactMatrix], degree: int
) -> tuple[ExactMatrix, ExactMatrix] | None:
    before = beside(orbits) if orbits else None
    for attempt, v in zip(range(MAX_ATTEMPTS), candidates, strict=False):
        directions = _directions(a, v, degree)
        parts = directions if before is None else beside([before, directions])
        if _are_independent(parts, attempt):
            return v, directions
    return None


def _vectors(space: ExactMatrix, degree: int) -> Iterator[ExactMatrix]:
    """Columns of a kernel, their sum up to signs, then combinations with growing coefficients.

    For degree 1 an orbit is one vector: enough columns are right. Else the first one is, sometimes.
    """
    count = space.shape[1]
    if not count:
        return
    if count < space.order or count == 1:  # else the unit vectors: the first has been tried by itself
        yield from (space.columns(j, j + 1) for j in range(count if degree == 1 else 1))
    draw, bound = Random(count), 3
    yield space @ matrix_like(space, [[draw.choice((-1, 1))] for _ in range(count)])
    while True:
        for _ in range(2):
            yield space @ matrix_like(space, [[draw.randint(-bound, bound)] for _ in range(count)])
        bound += 1


def _are_independent(x: ExactMatrix, attempt: int) -> bool:
    """The columns are, modulo a prime; over the field itself where primes have failed again and again."""
    if attempt >= EXACT_FROM:
        return x.has_independent_columns
    return _rank(x, WITNESS_PRIMES[1 - attempt % 2]) == x.shape[1]


def _rank(x: ExactMatrix, prime: int) -> int:
    """The rank modulo the prime, at most that over the field; the regular form has deg K times it."""
    return x._ops.rank_modulo(x.regular, prime) * x.order // x._ops.shape(x.regular)[0]


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
    count = directions.shape[1]
    scales = {(j, j): d ** (count - 1 - j) for j in range(count)}
    return directions @ sparse_like(directions, (count, count), scales, e * d ** (count - 1))
