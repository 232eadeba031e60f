"""True and nearly true claims about a matrix, with witnesses computed by FLINT from textbook formulas.

Each function gives its claim with the natural witness, whether the claim is true of the matrix or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm, prod

import flint

from symspec.certificate import (
    Annihilator,
    BoundedAnnihilator,
    ChainOnTheCircle,
    Charpoly,
    Claim,
    Contraction,
    Dunford,
    EigenvalueNotInside,
    EigenvalueOutside,
    Enclosure,
    Gershgorin,
    Inner,
    Inverse,
    Jordan,
    LimitProjector,
    Polynomial,
    Proposition1,
    Proposition2,
    Rank,
    RationalMatrix,
    StableAnnihilator,
    SteinInequality,
    Trace,
    Vector,
)
from tests.checker import oracle

PRIME = 2**61 - 1


def rational(rows: list[list[int | str | Fraction]]) -> RationalMatrix:
    """The matrix with the given entries, over their common denominator."""
    entries = [[Fraction(x) for x in row] for row in rows]
    d = lcm(*(x.denominator for row in entries for x in row))
    return RationalMatrix(tuple(tuple(int(x * d) for x in row) for row in entries), d)


def unflint(m: flint.fmpq_mat) -> RationalMatrix:
    """A FLINT matrix as data."""
    return rational([[Fraction(int(x.p), int(x.q)) for x in row] for row in m.tolist()])


def integers(v: flint.fmpq_mat) -> Vector:
    """The smallest integer multiple of a column."""
    entries = [Fraction(int(x.p), int(x.q)) for x in v.entries()]
    d = lcm(*(x.denominator for x in entries))
    return tuple(int(x * d) for x in entries)


def times(*polynomials: Polynomial) -> Polynomial:
    """The product."""
    p = prod((flint.fmpz_poly(list(q)) for q in polynomials), start=flint.fmpz_poly([1]))
    return tuple(int(c) for c in p.coeffs())


def squarefree(q: Polynomial) -> Polynomial:
    """The product of the irreducible factors."""
    return times(*(f for f, _ in oracle.factors(q)))


def minpoly(a: RationalMatrix) -> list[tuple[Polynomial, int]]:
    """The minimal polynomial, factored: f to the power where the rank of f(A)^k stops falling."""
    m, found = oracle.matrix(a), []
    for f, _ in oracle.factors(oracle.charpoly(a)):
        image, k = oracle.at(f, m), 1
        while oracle.rank(image ** (k + 1)) < oracle.rank(image**k):
            k += 1
        found.append((f, k))
    return found


def dunford(a: RationalMatrix) -> Dunford:
    """Newton's iteration D <- D - p(D) p'(D)^-1 from A."""
    m, p = oracle.matrix(a), squarefree(oracle.charpoly(a))
    d, slope = m, tuple(i * c for i, c in enumerate(p))[1:]
    while oracle.at(p, d) != d * 0:
        d -= oracle.at(p, d) * oracle.at(slope, d).inv()
    n, index = m - d, 1
    while n**index != n * 0:
        index += 1
    return Dunford(unflint(d), unflint(n), index, p)


def enclosure(a: RationalMatrix) -> Enclosure:
    """The unit disc and two discs off the axis, with the counts that balls give."""
    chi, discs = oracle.charpoly(a), ((0, 0, 1, 0), (1, 2, 9, 2), (-3, 1, 5, 1))
    kept = discs[: len(a.numerator)]
    return Enclosure(chi, kept, tuple(oracle.roots_in_disc(chi, disc)[0] for disc in kept))


def gershgorin(a: RationalMatrix, weights: Vector, transposed: int) -> Gershgorin:
    """The discs by the definition; groups: discs in the order of their left ends, while they overlap."""
    rows = [[Fraction(x, a.denominator) for x in row] for row in a.numerator]
    rows = [list(column) for column in zip(*rows, strict=True)] if transposed else rows
    n = len(rows)
    radii = [
        sum((abs(rows[i][j]) * weights[j] / weights[i] for j in range(n) if j != i), Fraction(0))
        for i in range(n)
    ]
    scales = [lcm(rows[i][i].denominator, radii[i].denominator) for i in range(n)]
    groups: list[list[int]] = []
    for i in sorted(range(n), key=lambda i: rows[i][i] - radii[i]):
        right = max((rows[j][j] + radii[j] for j in groups[-1]), default=None) if groups else None
        if right is not None and rows[i][i] - radii[i] <= right:
            groups[-1].append(i)
        else:
            groups.append([i])
    return Gershgorin(
        weights,
        transposed,
        tuple(int(rows[i][i] * scales[i]) for i in range(n)),
        tuple(int(radii[i] * scales[i]) for i in range(n)),
        tuple(scales),
        tuple(tuple(sorted(g)) for g in groups),
    )


def jordan(a: RationalMatrix) -> Jordan:
    """For each irreducible factor a longest chain that a linear system gives.

    True where each root has one block; else vectors are repeated or missing.
    """
    n, polynomials, sizes, vectors = len(a.numerator), [], [], []
    for f, k in minpoly(a):
        chain = _longest_chain(oracle.matrix(a), f, k)
        polynomials.append(f)
        sizes.append(k)
        vectors += chain
    while len(vectors) < n:
        polynomials.append((-1, 1))
        sizes.append(1)
        vectors.append((1,) + (0,) * (n - 1))
    return Jordan(tuple(polynomials), tuple(sizes), tuple(vectors), PRIME)


def _longest_chain(m: flint.fmpq_mat, f: Polynomial, k: int) -> list[Vector]:
    """The parts v_ij of w_1, .., w_k with m w_i = alpha w_i + w_(i-1), w_1 != 0: a kernel in Q^(n d k)."""
    n, d = m.nrows(), len(f) - 1
    system = flint.fmpq_mat(n * d * k, n * d * k)
    for i, j, r in ((i, j, r) for i in range(k) for j in range(d) for r in range(n)):
        row = (i * d + j) * n + r
        for c in range(n):
            system[row, (i * d + j) * n + c] += m[r, c]
        if j:
            system[row, row - n] -= 1
        system[row, (i * d + d - 1) * n + r] += flint.fmpq(f[j], f[d])
        if i:
            system[row, row - d * n] -= 1
    basis = oracle.kernel(system)
    found = (integers(_column(basis, j)) for j in range(basis.ncols()))
    flat = next(v for v in found if any(v[: n * d]))
    return [flat[at : at + n] for at in range(0, n * d * k, n)]


def rank(a: RationalMatrix, q: Polynomial) -> Rank:
    """The minor on the pivot rows and columns, and the kernel."""
    image = oracle.at(q, oracle.matrix(a))
    basis = oracle.kernel(image)
    kernel = tuple(integers(_column(basis, k)) for k in range(basis.ncols()))
    columns, rows = _pivots(image), _pivots(image.transpose())
    return Rank(q, len(rows), rows, columns, PRIME, kernel)


def _pivots(m: flint.fmpq_mat) -> tuple[int, ...]:
    reduced, r = m.rref()
    return tuple(next(j for j in range(m.ncols()) if reduced[i, j] != 0) for i in range(r))


def _column(m: flint.fmpq_mat, k: int) -> flint.fmpq_mat:
    return flint.fmpq_mat(m.nrows(), 1, [m[i, k] for i in range(m.nrows())])


def rest(a: RationalMatrix, without: Polynomial) -> Polynomial:
    """The minimal polynomial without the powers of one factor."""
    return times(*(f for f, k in minpoly(a) for _ in range(k) if f != without))


def projector(a: RationalMatrix) -> RationalMatrix:
    """s(A)/s(1) where the minimal polynomial is (x - 1)^k s; the limit where there is one."""
    s = rest(a, (-1, 1))
    image = oracle.at(s, oracle.matrix(a)) / sum(s)
    return unflint(image if any(f == (-1, 1) for f, _ in minpoly(a)) else image * 0)


def stein(a: RationalMatrix) -> SteinInequality:
    """The P with P - A^T P A = I, or I where the equation is singular."""
    n, m = len(a.numerator), oracle.matrix(a)
    system = flint.fmpq_mat(n * n, n * n)
    for i, j, k, h in ((i, j, k, h) for i in range(n) for j in range(n) for k in range(n) for h in range(n)):
        system[i * n + j, k * n + h] = int((i, j) == (k, h)) - m[k, i] * m[h, j]
    try:
        p = system.solve(flint.fmpq_mat(n * n, 1, oracle.unit(n).entries()))
    except ZeroDivisionError:
        return SteinInequality(unflint(oracle.unit(n)))
    return SteinInequality(unflint(flint.fmpq_mat(n, n, p.entries())))


def proposition_2(a: RationalMatrix) -> Proposition2:
    """The projector with both ranks."""
    s = rest(a, (-1, 1))
    limit = oracle.at(s, oracle.matrix(a)) / sum(s)
    return Proposition2(s, unflint(limit), rank(a, (-1, 1)), rank(a, (1, -2, 1)))


def bounded(a: RationalMatrix) -> BoundedAnnihilator:
    """The minimal polynomial, split into u with the factors on the circle and s with the others."""
    split: dict[bool, list[Polynomial]] = {True: [], False: []}
    for f, k in minpoly(a):
        split[oracle.places(f)[1] == len(f) - 1] += [f] * k
    return BoundedAnnihilator(times(*split[True]), times(*split[False]))


def inners(a: RationalMatrix) -> Iterator[Inner]:
    """Claims that A^n -> 0."""
    yield Contraction(16, 64)
    yield Contraction(3, 0)
    yield Contraction(1, 0)
    yield StableAnnihilator(times(*(f for f, k in minpoly(a) for _ in range(k))))
    yield stein(a)


def cyclic_vectors(a: RationalMatrix, f: Polynomial) -> Iterator[Vector]:
    """Vectors v != 0 with f(A) v = 0, f an irreducible factor of the charpoly."""
    basis = oracle.kernel(oracle.at(f, oracle.matrix(a)))
    yield from (integers(_column(basis, k)) for k in range(basis.ncols()))


def chains(a: RationalMatrix, f: Polynomial) -> Iterator[Vector]:
    """Vectors of ker f(A)^2."""
    yield from cyclic_vectors(a, times(f, f))


def claims(a: RationalMatrix) -> Iterator[Claim]:
    """Claims of every kind, each with its natural witness."""
    chi = oracle.charpoly(a)
    yield Charpoly(times(chi, (-3,)))
    yield Annihilator(times(*(f for f, k in minpoly(a) for _ in range(k))))
    yield Annihilator(squarefree(chi))
    for q in ((0, 1), (-1, 1), (1, -2, 1), squarefree(chi), (7,)):
        yield rank(a, q)
    yield dunford(a)
    yield jordan(a)
    yield enclosure(a)
    n = len(a.numerator)
    yield gershgorin(a, (1,) * n, 0)
    yield gershgorin(a, tuple(range(1, n + 1)), 1)
    if oracle.matrix(a).det() != 0:
        yield Inverse(unflint(oracle.matrix(a).inv()))
    yield from inners(a)
    yield Proposition1(dunford(a))
    limit = projector(a)
    remainder = unflint(oracle.matrix(a) - oracle.matrix(limit))
    for inner in inners(remainder):
        yield LimitProjector(limit, inner)
    yield proposition_2(a)
    yield bounded(a)
    for f, _ in oracle.factors(chi):
        for v in cyclic_vectors(a, f):
            yield EigenvalueNotInside(f, v, PRIME)
            yield EigenvalueOutside(f, v, PRIME, (1001, 1000))
        for w in chains(a, f):
            yield ChainOnTheCircle(f, w)
    yield from (Trace(k, bits) for k in (1, 2, 24, 60) for bits in (0, 64))
