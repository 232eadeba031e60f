"""The second arithmetic: SymPy's dense algorithms on Python integers (see python_domains)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from sympy import primerange
from sympy.polys.densearith import dup_add, dup_div, dup_mul, dup_pow
from sympy.polys.densebasic import dup_strip
from sympy.polys.densetools import dup_diff
from sympy.polys.factortools import dup_zz_cyclotomic_poly, dup_zz_factor_sqf
from sympy.polys.matrices.ddm import DDM
from sympy.polys.sqfreetools import dup_sqf_list, dup_sqf_part

from symspec.algebra.backend.bezout import bezout
from symspec.algebra.backend.field_blocks import charpoly_rows, regular_rows
from symspec.algebra.backend.python_domains import QQ, ZZ
from symspec.algebra.backend.root_bisection import bisected
from symspec.algebra.backend.root_discs import isolated
from symspec.algebra.enclosure import Disc, Rectangle
from symspec.algebra.modular import pivot_columns

NAME = "sympy"
Native = Any


# -- matrices --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quotient:
    """numerator / denominator in lowest terms: a dense matrix over ZZ and a positive integer."""

    numerator: Any
    denominator: int


def _lowest(numerator: Any, denominator: int) -> Quotient:
    common = gcd(denominator, *numerator.flatiter())
    if common == 1:
        return Quotient(numerator, denominator)
    return Quotient(numerator.applyfunc(lambda x: x // common, ZZ), denominator // common)


def _dense(rows: Sequence[Sequence[int]]) -> Any:
    return DDM([[int(x) for x in row] for row in rows], (len(rows), len(rows[0]) if rows else 0), ZZ)


def matrix(rows: Sequence[Sequence[int]], denominator: int) -> Native:
    """rows / denominator."""
    if not denominator:
        raise ZeroDivisionError("the denominator is 0")
    numerator = _dense(rows)
    return _lowest(numerator, denominator) if denominator > 0 else _lowest(numerator.neg(), -denominator)


def sparse(shape: tuple[int, int], entries: Mapping[tuple[int, int], int], denominator: int) -> Native:
    """entries / denominator at their places, else 0."""
    rows, columns = shape
    return matrix([[entries.get((i, j), 0) for j in range(columns)] for i in range(rows)], denominator)


def scalar(n: int, value: Fraction) -> Native:
    """value I of order n."""
    return Quotient(DDM.eye((n, n), ZZ).mul(value.numerator), value.denominator)


def integers(a: Native) -> tuple[list[list[int]], int]:
    """(rows, denominator) in lowest terms."""
    return a.numerator.to_list(), a.denominator


def denominator(a: Native) -> int:
    """The common denominator of the entries."""
    return integers(a)[1]


def shape(a: Native) -> tuple[int, int]:
    """(rows, columns)."""
    rows, columns = a.numerator.shape
    return rows, columns


def entry(a: Native, i: int, j: int) -> Fraction:
    """a_ij."""
    return Fraction(a.numerator[i][j], a.denominator)


def add(a: Native, b: Native) -> Native:
    """a + b."""
    common = lcm(a.denominator, b.denominator)
    left, right = (x.numerator.mul(common // x.denominator) for x in (a, b))
    return _lowest(left.add(right), common)


def subtract(a: Native, b: Native) -> Native:
    """a - b."""
    return add(a, Quotient(b.numerator.neg(), b.denominator))


def multiply(a: Native, b: Native) -> Native:
    """a b."""
    return _lowest(a.numerator.matmul(b.numerator), a.denominator * b.denominator)


def scale(a: Native, factor: Fraction) -> Native:
    """factor a."""
    return _lowest(a.numerator.mul(factor.numerator), a.denominator * factor.denominator)


def transpose(a: Native) -> Native:
    """a^T."""
    return Quotient(a.numerator.transpose(), a.denominator)


def equal(a: Native, b: Native) -> bool:
    """a = b."""
    return a.denominator == b.denominator and bool(a.numerator == b.numerator)


def is_zero(a: Native) -> bool:
    """a = 0."""
    return bool(a.numerator.is_zero_matrix())


def submatrix(a: Native, rows: Sequence[int], columns: Sequence[int]) -> Native:
    """The entries in these rows and columns, in this order."""
    return _lowest(_dense([[a.numerator[i][j] for j in columns] for i in rows]), a.denominator)


def beside(parts: Sequence[Native]) -> Native:
    """[x_1 x_2 ..]: matrices with the same number of rows, side by side."""
    common = lcm(*(x.denominator for x in parts))
    first, *others = (x.numerator.mul(common // x.denominator) for x in parts)
    return _lowest(first.hstack(*others), common)


def products_agree(a: Native, b: Native, c: Native, d: Native) -> bool:
    """a b = c d."""
    return equal(multiply(a, b), multiply(c, d))


def is_triangular(a: Native) -> bool:
    """All entries above the diagonal, or all below it, are 0."""
    return bool(a.numerator.is_upper() or a.numerator.is_lower())


def rank(a: Native) -> int:
    """rk(a)."""
    return len(a.numerator.rref_den()[2])


def rank_modulo(a: Native, prime: int) -> int:
    """The rank of the numerators of a modulo a prime: never more than rk(a)."""
    return len(pivot_columns(integers(a)[0], prime))


def determinant(a: Native) -> Fraction:
    """det(a)."""
    return Fraction(a.numerator.det(), a.denominator ** shape(a)[0])


def solve(a: Native, b: Native) -> Native:
    """The x with a x = b; raises ZeroDivisionError when a is singular."""
    n = shape(a)[0]
    reduced, den, pivots = a.numerator.hstack(b.numerator).rref_den()
    if pivots[:n] != list(range(n)):
        raise ZeroDivisionError("the matrix is singular")
    # reduced = (den I | y) with a.numerator y = den b.numerator.
    x = _dense([[y * a.denominator for y in row[n:]] for row in reduced.to_list()])
    return _lowest(x if den > 0 else x.neg(), abs(den) * b.denominator)


def nullspace(a: Native) -> Native:
    """A matrix whose columns are a basis of ker a, in the form that reduced rows give."""
    reduced, _, pivots = a.numerator.rref_den()
    basis, _ = reduced.nullspace_from_rref(pivots)
    return Quotient(basis.transpose(), 1)


def charpoly(a: Native) -> Native:
    """det(x I - a); with a = M/d the coefficient of x^(n-k) is that of M over d^k."""
    return [QQ.dtype(c, a.denominator**k) for k, c in enumerate(a.numerator.charpoly())]


def regular_form(a: Native, structure: Native) -> Native:
    """The matrix of the map whose first columns are the entries of a, each given by its coordinates."""
    rows = regular_rows(a.numerator.to_list(), structure.numerator.to_list())
    return _lowest(_dense(rows), a.denominator)


def block_charpoly(regular: Native, d: int) -> tuple[list[list[int]], int]:
    """(rows, D): the coordinates of D^k c_k for k = 0, .., n, where det(x I - A) = sum c_k x^(n-k)."""
    base = regular.numerator
    rows = charpoly_rows(lambda m: base.matmul(_dense(m)).to_list(), base.shape[0], d)
    return rows, regular.denominator


def integer_krylov(a: Native, v: Native, length: int) -> Native:
    """The matrix with columns u, m u, m^2 u, .. for the numerators m of a and u of v."""
    vectors = [v.numerator]
    while len(vectors) < length:
        vectors.append(a.numerator.matmul(vectors[-1]))
    return matrix([[u.getitem(i, 0) for u in vectors] for i in range(a.numerator.shape[0])], 1)


# -- polynomials: lists over QQ, leading coefficient first ------------------------------------


def polynomial(coefficients: Sequence[int], denominator: int) -> Native:
    """sum coefficients[i] x^i / denominator."""
    return dup_strip([QQ.dtype(int(c), denominator) for c in reversed(coefficients)])


def coefficients(p: Native) -> tuple[list[int], int]:
    """(integers, denominator), constant term first."""
    denominator = lcm(*(c.denominator for c in p))
    return [c.numerator * (denominator // c.denominator) for c in reversed(p)], denominator


def _descending(p: Native) -> list[int]:
    return coefficients(p)[0][::-1]


def degree(p: Native) -> int:
    """The degree; -1 for the zero polynomial."""
    return len(p) - 1


def poly_add(p: Native, q: Native) -> Native:
    """p + q."""
    return dup_add(p, q, QQ)


def poly_multiply(p: Native, q: Native) -> Native:
    """p q."""
    return dup_mul(p, q, QQ)


def poly_power(p: Native, k: int) -> Native:
    """p^k, k >= 0."""
    return dup_pow(p, k, QQ)


def poly_divmod(p: Native, q: Native) -> tuple[Native, Native]:
    """(quotient, remainder)."""
    quotient, remainder = dup_div(p, q, QQ)
    return quotient, remainder


def poly_gcdex(p: Native, q: Native) -> tuple[Native, Native, Native]:
    """(g, s, t) with g = s p + t q the monic greatest common divisor."""
    if not p and not q:
        return [], [], []
    (f, below_f), (h, below_h) = ((_descending(x), coefficients(x)[1]) for x in (p, q))
    r, s, t = bezout(f, h)
    g, s, t = ([QQ.dtype(c * d, r[0]) for c in x] for x, d in ((r, 1), (s, below_f), (t, below_h)))
    return g, s, t


def poly_equal(p: Native, q: Native) -> bool:
    """p = q."""
    return bool(p == q)


def derivative(p: Native) -> Native:
    """p'."""
    return dup_diff(p, 1, QQ)


def factors(p: Native) -> list[tuple[Native, int]]:
    """[(f, m)] with the f monic irreducible over Q and p = c prod f^m."""
    # dup_zz_factor would hand the work to FLINT where that is installed; its two stages do not.
    _, parts = dup_sqf_list(_descending(p), ZZ)
    return [
        ([QQ.dtype(c, f[0]) for c in f], multiplicity)
        for part, multiplicity in parts
        for f in dup_zz_factor_sqf(part, ZZ)[1]
    ]


def squarefree_factors(p: Native) -> list[tuple[Native, int]]:
    """[(f, m)] with the f monic, squarefree and pairwise coprime, and p = c prod f^m."""
    return [([QQ.dtype(c, f[0]) for c in f], m) for f, m in dup_sqf_list(_descending(p), ZZ)[1]]


def at_matrix(p: Native, a: Native) -> Native:
    """p(a), by Horner's scheme over the integers.

    With a = M/d and D = deg p, d^D p(a) = sum c_i d^(D-i) M^i.
    """
    c, denominator = coefficients(p)
    n, degree = shape(a)[0], max(len(c) - 1, 0)
    value = DDM.zeros((n, n), ZZ)
    for i in range(len(c) - 1, -1, -1):
        value = value.matmul(a.numerator).add(DDM.eye(n, ZZ).mul(c[i] * a.denominator ** (degree - i)))
    return _lowest(value, denominator * a.denominator**degree)


def low_ranks(factors: Sequence[tuple[Native, int]], a: Native) -> list[list[int]]:
    """For each (p, corank) the ranks of p(a), p(a)^2, .., up to one <= n - corank."""
    return [_ranks(at_matrix(p, a), corank) for p, corank in factors]


def _ranks(base: Native, corank: int) -> list[int]:
    power, found = base, [rank(base)]
    while found[-1] > shape(base)[0] - corank:
        power = multiply(power, base)
        found.append(rank(power))
    return found


def semisimple_guess(factors: Sequence[tuple[Native, int]], a: Native) -> Native | None:
    """No guess: the exact value is not slower here."""
    return None


def cyclotomic_order(p: Native) -> int:
    """The m with p = Phi_m up to a factor, else 0.

    Algorithm: the first m with x^m = 1 modulo p is the order of some root; then one comparison with Phi_m.
    """
    c = _descending(p)
    if len(c) < 2 or any(x % c[0] for x in c):
        return 0
    monic = [x // c[0] for x in c]
    if len(c) > 2 and monic != monic[::-1]:
        return 0
    n, low = len(c) - 1, monic[:0:-1]
    power = [1] + [0] * (n - 1)
    for m in range(1, _largest_order(n) + 1):
        power = [x - power[-1] * y for x, y in zip([0, *power[:-1]], low, strict=True)]
        if power[0] == 1 and not any(power[1:]):
            return m if dup_zz_cyclotomic_poly(m, ZZ) == monic else 0
    return 0


def _largest_order(n: int) -> int:
    """No m with phi(m) = n is larger.

    m = n prod q/(q - 1) over the primes q dividing m. With k of them, prod (q - 1) <= n also for the first k
    primes, and the first k primes make prod q/(q - 1) largest.
    """
    above = below = 1
    for q in primerange(2, n + 2):
        if below * (q - 1) > n:
            break
        above, below = above * q, below * (q - 1)
    return n * above // below


def isolated_roots(p: Native, bits: int) -> list[Rectangle]:
    """One rectangle for each complex root of the squarefree p, pairwise disjoint, real roots on the axis."""
    c = dup_sqf_part(_descending(p), ZZ)[::-1]
    zero = (Fraction(0), Fraction(0))
    at_zero = [Rectangle(zero, zero)] if c and c[0] == 0 else []
    # An enclosure of z != 0 is at most |z| / 2 wide, so none of them contains 0.
    others, wanted = c[len(at_zero) :], max(bits, 2)
    found = (isolated(others, wanted) or bisected(others, wanted)) if len(others) > 1 else []
    return sorted(at_zero + found, key=lambda z: (not z.is_real, z.is_real and z.real))


def enclosed_roots(coefficients: Sequence[Disc], bits: int) -> list[Rectangle] | None:
    """None: not by this arithmetic."""
    return None


def sides_of_circle(p: Native, bits: int) -> tuple[int, int]:
    """How many roots of the squarefree p are certainly inside, and certainly outside, the unit circle."""
    moduli = [z.modulus_squared for z in isolated_roots(p, bits)]
    return sum(high < 1 for _, high in moduli), sum(low > 1 for low, _ in moduli)
