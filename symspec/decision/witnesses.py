"""Claims about facts, with their witnesses: found here, believed only after the checker has seen them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import lcm

from symspec.algebra.enclosure import Rectangle
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import pivot_columns, primitive, witness_primes
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import (
    Annihilator,
    Charpoly,
    Disc,
    Dunford,
    Enclosure,
    Gershgorin,
    Inverse,
    Jordan,
    Rank,
)
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.gershgorin.discs import DiscFamily
from symspec.spectral.jordan import Chain
from symspec.spectral.profile import JordanProfile


def charpoly_claim(chi: Polynomial) -> Charpoly:
    """The fact `charpoly`."""
    return Charpoly(chi.primitive)


def dunford_claim(d: DunfordDecomposition) -> Dunford:
    """The fact `dunford`."""
    return Dunford(d.D.as_rational_matrix(), d.N.as_rational_matrix(), d.index, d.annihilator.primitive)


def annihilator_claim(q: Polynomial) -> Annihilator:
    """The fact `annihilator`, for q(A) = 0."""
    return Annihilator(q.primitive)


def inverse_claim(inverse: ExactMatrix) -> Inverse:
    """The fact `inverse`."""
    return Inverse(inverse.as_rational_matrix())


def enclosure_claim(profile: JordanProfile, bits: int = 16) -> Enclosure:
    """The fact `enclosure`: one disc for each eigenvalue, with its algebraic multiplicity, pairwise disjoint.

    Args:
        profile: the Jordan profile of A.
        bits: the radii are at most 2^-bits.

    Algorithm: isolated roots of each factor, refined until the distances of the rounded centres are more than
    4n radii: the checker sees at once then, by the size of the coefficients, how many roots a disc has.
    """
    while True:
        found = [
            (_disc(z, bits), f.multiplicity) for f in profile.factors for z in _boxes(f.polynomial, bits)
        ]
        discs = tuple(d for d, _ in found)
        if all(_are_apart(c, d, 4 * profile.charpoly.degree) for c, d in combinations(discs, 2)):
            return Enclosure(profile.charpoly.primitive, discs, tuple(m for _, m in found))
        bits *= 2


def _boxes(p: Polynomial, bits: int) -> list[Rectangle]:
    """Rectangles around the roots, each with a radius of at most 2^-(bits + 6)."""
    precision = bits + 8
    while True:
        boxes = p.isolated_roots(precision)
        if all(z.radius * (1 << bits + 6) <= 1 for z in boxes):
            return boxes
        precision *= 2


def _disc(z: Rectangle, bits: int) -> Disc:
    """Centre to multiples of 2^-(bits + 6), radius 2^-bits: far more than the two errors together."""
    x, y = (round(c * (1 << bits + 6)) for c in z.centre)
    return (x, y, 1 << 6, bits + 6)


def _are_apart(c: Disc, d: Disc, radii: int) -> bool:
    """The centres of the discs, of one scale and radius, are more than so many radii apart."""
    return (c[0] - d[0]) ** 2 + (c[1] - d[1]) ** 2 > (radii * c[2]) ** 2


def gershgorin_claim(family: DiscFamily) -> Gershgorin:
    """The fact `gershgorin`, for the discs of a rational matrix; the groups are their components."""
    w = family.weights
    if family.by == "columns":  # by rows of E^-1 A^T E, E = D^-1
        common = lcm(*w)
        w = tuple(common // x for x in w)
    scales = [lcm(d.centre.denominator, d.radius.denominator) for d in family.discs]
    return Gershgorin(
        w,
        int(family.by == "columns"),
        tuple(int(d.centre * s) for d, s in zip(family.discs, scales, strict=True)),
        tuple(int(d.radius * s) for d, s in zip(family.discs, scales, strict=True)),
        tuple(scales),
        tuple(c.indices for c in family.components),
    )


def jordan_claim(chains: Sequence[Chain]) -> Jordan:
    """The fact `jordan`: the chains as integer vectors, and a prime that shows their independence."""
    vectors = tuple(v for c in chains for w in _whole(c) for v in w)
    polynomials, sizes = tuple(c.polynomial.primitive for c in chains), tuple(c.size for c in chains)
    modulus = next(m for m in witness_primes() if len(pivot_columns(vectors, m)) == len(vectors))
    return Jordan(polynomials, sizes, vectors, modulus)


def _whole(chain: Chain) -> list[list[tuple[int, ...]]]:
    """The columns of each vector of the chain, times the common denominator of the chain."""
    read = [w.integers() for w in chain.columns]
    common = lcm(*(d for _, d in read))
    return [[tuple(x * (common // d) for x in v) for v in zip(*rows, strict=True)] for rows, d in read]


def rank_claim(a: ExactMatrix, q: Polynomial) -> Rank:
    """The fact `rank` about q(A): an invertible minor, and a basis of the kernel."""
    value = q.at_matrix(a)
    rows, _ = value.integers()
    kernel = integer_columns(value.kernel)
    rank = a.order - len(kernel)
    modulus = next(
        m
        for m in witness_primes()
        if len(pivot_columns(rows, m)) == rank and len(pivot_columns(kernel, m)) == len(kernel)
    )
    columns = pivot_columns(rows, modulus)
    minor_rows = pivot_columns([[row[j] for row in rows] for j in columns], modulus) if columns else ()
    return Rank(q.primitive, rank, minor_rows, columns, modulus, kernel)


def krylov_witness(a: ExactMatrix, p: Polynomial) -> tuple[tuple[int, ...], int]:
    """(v, modulus): p(A) v = 0 and v, Av, .., A^(d - 1) v independent modulo the modulus; p irreducible."""
    candidates = integer_columns(p.at_matrix(a).kernel)
    v = min(candidates, key=lambda c: (sum(abs(x).bit_length() for x in c), c))
    vectors = krylov_vectors(a, v, p.degree)
    return v, next(m for m in witness_primes() if len(pivot_columns(vectors, m)) == p.degree)


def krylov_vectors(a: ExactMatrix, v: Sequence[int], count: int) -> list[list[int]]:
    """[v, M v, .., M^(count-1) v] for the integer numerator M of A."""
    rows, _ = a.integers()
    vectors = [list(v)]
    for _ in range(count - 1):
        vectors.append([sum(x * y for x, y in zip(row, vectors[-1], strict=True)) for row in rows])
    return vectors


def integer_columns(basis: ExactMatrix) -> tuple[tuple[int, ...], ...]:
    """The columns as primitive integer vectors."""
    rows, _ = basis.integers()
    return tuple(primitive(column) for column in zip(*rows, strict=True))
