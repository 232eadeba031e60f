"""What is true of a rational matrix, by other means than the checker's: FLINT, SymPy, exact factorization.

Roots are located without Schur-Cohn: an irreducible factor with a root on the circle is self-reciprocal,
its roots on the circle are counted by Sturm on its trace polynomial, and every other root is told from
the circle by balls refined until they avoid it.
"""

from __future__ import annotations

from functools import cache

import flint
import sympy

from symspec.certificate import (
    Annihilator,
    Charpoly,
    Disc,
    Dunford,
    Enclosure,
    Gershgorin,
    Inverse,
    Jordan,
    Polynomial,
    Rank,
    RationalMatrix,
)
from symspec.truth import Behavior

X = sympy.Symbol("x")


def matrix(a: RationalMatrix) -> flint.fmpq_mat:
    """A in FLINT."""
    n = len(a.numerator)
    return flint.fmpq_mat(n, n, [flint.fmpq(x, a.denominator) for row in a.numerator for x in row])


def unit(n: int) -> flint.fmpq_mat:
    """I."""
    return flint.fmpq_mat(n, n, [int(i == j) for i in range(n) for j in range(n)])


def at(q: Polynomial, m: flint.fmpq_mat) -> flint.fmpq_mat:
    """q(A)."""
    result, n = m * 0, m.nrows()
    for c in reversed(q):
        result = result * m + unit(n) * c
    return result


def factors(q: Polynomial) -> list[tuple[Polynomial, int]]:
    """The irreducible factors over Q, of positive degree, with multiplicities."""
    return [(tuple(int(c) for c in f.coeffs()), k) for f, k in flint.fmpz_poly(list(q)).factor()[1]]


@cache
def places(f: Polynomial) -> tuple[int, int, int]:
    """How many roots of an irreducible f lie inside, on and outside the circle."""
    d = len(f) - 1
    if d == 1:
        a, b = abs(f[0]), abs(f[1])
        return int(a < b), int(a == b), int(a > b)
    if f[::-1] == f:
        half = sympy.Poly([*_trace_polynomial(f)][::-1], X, domain="QQ")
        on = 2 * half.count_roots(-2, 2)
        return (d - on) // 2, on, (d - on) // 2
    inside = sum(z < 1 for z in _moduli(f))
    return inside, 0, d - inside


def _trace_polynomial(f: Polynomial) -> list[int]:
    """h with f(x) = x^m h(x + 1/x), for f* = f of degree 2m, irreducible (so +-2 are no roots of h)."""
    m = len(f) // 2
    powers = [[2], [0, 1]]  # x^k + x^-k as polynomials in x + 1/x
    for _ in range(m):
        shifted = [0, *powers[-1]]
        powers.append([a - b for a, b in zip(shifted, powers[-2] + [0] * m, strict=False)])
    h = [0] * (m + 1)
    h[0] = f[m]
    for k in range(1, m + 1):
        for i, c in enumerate(powers[k]):
            h[i] += f[m + k] * c
    return h


def _moduli(f: Polynomial) -> list[flint.arb]:
    """The moduli of the roots, as balls that avoid 1."""
    precision = flint.ctx.prec
    try:
        while flint.ctx.prec < 100_000:
            found = [abs(z) for z, _ in flint.fmpz_poly(list(f)).complex_roots()]
            if not any(r.overlaps(flint.arb(1)) for r in found):
                return found
            flint.ctx.prec *= 2
    finally:
        flint.ctx.prec = precision
    raise AssertionError(f"the roots of {f} were not told from the circle")


def roots_in_disc(p: Polynomial, disc: Disc) -> tuple[int, bool]:
    """The roots that balls show to be inside, with multiplicity, and whether all are shown in or out."""
    x, y, r, s = disc
    precision = flint.ctx.prec
    try:
        flint.ctx.prec = 256 + s
        centre, radius = flint.acb(x, y) / 2**s, flint.arb(r) / 2**s
        found = [(abs(z - centre), m) for z, m in flint.fmpz_poly(list(p)).complex_roots()]
        return sum(m for d, m in found if d < radius), all(d < radius or d > radius for d, _ in found)
    finally:
        flint.ctx.prec = precision


def is_stable(q: Polynomial) -> bool:
    """All roots of q are inside."""
    return all(places(f)[1:] == (0, 0) for f, _ in factors(q))


def is_simple_on_circle(q: Polynomial) -> bool:
    """All roots of q are on the circle and simple."""
    return all(k == 1 and places(f)[1] == len(f) - 1 for f, k in factors(q))


def charpoly(a: RationalMatrix) -> Polynomial:
    """c det(x I - A), primitive."""
    p = matrix(a).charpoly()
    return tuple(int(c * p.denom()) for c in p.coeffs())


def behavior(a: RationalMatrix) -> Behavior:
    """What A^n does, from the places of the eigenvalues and the ranks of f(A), f(A)^2."""
    m, worst = matrix(a), Behavior.TENDS_TO_ZERO
    for f, _ in factors(charpoly(a)):
        _, on, outside = places(f)
        image = at(f, m)
        if outside or on and rank(image) != rank(image * image):
            return Behavior.UNBOUNDED
        if on:
            fate = Behavior.CONVERGES if f == (-1, 1) else Behavior.BOUNDED_DIVERGENT
            worst = Behavior.BOUNDED_DIVERGENT if Behavior.BOUNDED_DIVERGENT in (fate, worst) else fate
    return worst


def limit(a: RationalMatrix) -> flint.fmpq_mat:
    """The projector on ker(A - I) along im(A - I), by bases of the right and the left kernel."""
    m = matrix(a) - unit(len(a.numerator))
    v, w = kernel(m), kernel(m.transpose())
    return v * (w.transpose() * v).inv() * w.transpose() if v.ncols() else m * 0


def kernel(m: flint.fmpq_mat) -> flint.fmpq_mat:
    """A basis of the kernel, as columns."""
    n = m.ncols()
    reduced, r = m.rref()
    pivots = [next(j for j in range(n) if reduced[i, j] != 0) for i in range(r)]
    basis = flint.fmpq_mat(n, n - r)
    for k, free in enumerate(j for j in range(n) if j not in pivots):
        basis[free, k] = 1
        for i, j in enumerate(pivots):
            basis[j, k] = -reduced[i, free]
    return basis


def rank(m: flint.fmpq_mat) -> int:
    """rk m."""
    return int(m.rref()[1])


def fact_holds(a: RationalMatrix, claim: object) -> bool:
    """A claim about a fact is true."""
    m = matrix(a)
    match claim:
        case Charpoly(p):
            return flint.fmpq_poly(list(p)) == m.charpoly() * p[-1]
        case Annihilator(q):
            return at(q, m) == m * 0
        case Rank(q, r):
            return rank(at(q, m)) == r
        case Inverse(x):
            return m * matrix(x) == unit(m.nrows())
        case Dunford(d, n, index, _):
            return _is_dunford(m, matrix(d), matrix(n), index)
        case Enclosure(p, discs, counts):
            found = [roots_in_disc(p, disc) for disc in discs]
            return fact_holds(a, Charpoly(p)) and found == [(count, True) for count in counts]
        case Gershgorin():
            return _shares_out(a, claim)
        case Jordan(polynomials, sizes):
            return _has_blocks(m, list(zip(polynomials, sizes, strict=True)))
    raise TypeError(claim)


def _shares_out(a: RationalMatrix, claim: Gershgorin) -> bool:
    """Each eigenvalue is, as far as balls tell, in a disc of one group only, which has as many as discs."""
    precision, found = flint.ctx.prec, []
    try:
        flint.ctx.prec = 512
        discs = [
            (flint.arb(c) / s, flint.arb(r) / s)
            for c, r, s in zip(claim.centres, claim.radii, claim.scales, strict=True)
        ]
        for z, m in flint.fmpz_poly(list(charpoly(a))).complex_roots():
            near = {
                g
                for g, group in enumerate(claim.groups)
                for i in group
                if not abs(z - flint.acb(discs[i][0])) > discs[i][1]
            }
            if len(near) != 1:
                return False
            found += [near.pop()] * m
    finally:
        flint.ctx.prec = precision
    return [found.count(g) for g in range(len(claim.groups))] == list(map(len, claim.groups))


def _has_blocks(a: flint.fmpq_mat, claimed: list[tuple[Polynomial, int]]) -> bool:
    """The blocks of each irreducible factor f have the claimed sizes, by the ranks of f(A)^k."""
    n = a.nrows()
    for f, multiplicity in factors(tuple(int(c) for c in (a.charpoly() * a.charpoly().denom()).coeffs())):
        sizes = [size for p, size in claimed if flint.fmpq_poly(list(p)) % flint.fmpq_poly(list(f)) == 0]
        ranks = [rank(at(f, a) ** k) for k in range(multiplicity + 1)]
        nullities = [(len(f) - 1) * sum(min(size, k) for size in sizes) for k in range(multiplicity + 1)]
        if ranks != [n - nullity for nullity in nullities]:
            return False
    return True


def _is_dunford(a: flint.fmpq_mat, d: flint.fmpq_mat, n: flint.fmpq_mat, index: int) -> bool:
    """D + N = A, DN = ND, N nilpotent, D annihilated by its squarefree charpoly: such a pair is unique."""
    p = d.charpoly()
    squarefree = p / p.gcd(p.derivative())
    coefficients = squarefree * squarefree.denom()
    semisimple = at(tuple(int(c) for c in coefficients.coeffs()), d) == d * 0
    powers = [unit(a.nrows())]
    for _ in range(index):
        powers.append(powers[-1] * n)
    return a == d + n and d * n == n * d and semisimple and powers[-1] == a * 0 != powers[-2]
