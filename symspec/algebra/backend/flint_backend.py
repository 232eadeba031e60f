"""The fast arithmetic: matrices are fmpq_mat, polynomials fmpq_poly (python-flint)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import chain
from math import isqrt, lcm
from typing import Any

import flint

from symspec.algebra.backend.flint_fields import (
    PRECISION_LOCK,
    block_charpoly,
    enclosed_roots,
    interval,
    regular_form,
)
from symspec.algebra.backend.flint_guess import semisimple_guess
from symspec.algebra.backend.flint_layout import diagonal, joined, picked
from symspec.algebra.backend.flint_modular import low_ranks
from symspec.algebra.enclosure import Rectangle

# operations of the seam with modules of their own
__all__ = [
    "block_charpoly",
    "enclosed_roots",
    "low_ranks",
    "regular_form",
    "semisimple_guess",
]

NAME = "flint"
Native = Any


# -- matrices --------------------------------------------------------------------------------


def matrix(rows: Sequence[Sequence[int]], denominator: int) -> Native:
    """rows / denominator."""
    numerator = flint.fmpz_mat(len(rows), len(rows[0]) if rows else 0, list(chain.from_iterable(rows)))
    return flint.fmpq_mat(numerator) if denominator == 1 else _over(numerator, denominator)


def _over(numerator: Native, denominator: int) -> Native:
    return flint.fmpq_mat(numerator) * flint.fmpq(1, denominator)


def sparse(shape: tuple[int, int], entries: Mapping[tuple[int, int], int], denominator: int) -> Native:
    """entries / denominator at their places, else 0."""
    numerator = flint.fmpz_mat(*shape)
    for place, x in entries.items():
        numerator[place] = x
    return flint.fmpq_mat(numerator) if denominator == 1 else _over(numerator, denominator)


def scalar(n: int, value: Fraction) -> Native:
    """value I of order n."""
    return flint.fmpq_mat(diagonal(n, value.numerator)) / value.denominator


def integers(a: Native) -> tuple[list[list[int]], int]:
    """(rows, denominator) in lowest terms."""
    numerator, denominator = a.numer_denom()
    return [[int(x) for x in row] for row in numerator.table()], int(denominator)


def denominator(a: Native) -> int:
    """The common denominator of the entries."""
    return int(a.numer_denom()[1])


def shape(a: Native) -> tuple[int, int]:
    """(rows, columns)."""
    return a.nrows(), a.ncols()


def entry(a: Native, i: int, j: int) -> Fraction:
    """a_ij."""
    return _fraction(a[i, j])


def _fraction(q: Native) -> Fraction:
    return Fraction(int(q.p), int(q.q))


def _rational(q: Fraction) -> Native:
    return flint.fmpq(q.numerator, q.denominator)


def add(a: Native, b: Native) -> Native:
    """a + b."""
    return a + b


def subtract(a: Native, b: Native) -> Native:
    """a - b."""
    return a - b


def multiply(a: Native, b: Native) -> Native:
    """a b."""
    return a * b


def scale(a: Native, factor: Fraction) -> Native:
    """factor a."""
    return a * _rational(factor)


def transpose(a: Native) -> Native:
    """a^T."""
    return a.transpose()


def equal(a: Native, b: Native) -> bool:
    """a = b."""
    return bool(a == b)


def is_zero(a: Native) -> bool:
    """a = 0."""
    return not a


def submatrix(a: Native, rows: Sequence[int], columns: Sequence[int]) -> Native:
    """The entries in these rows and columns, in this order."""
    numerator, d = a.numer_denom()
    return flint.fmpq_mat(picked(picked(numerator, columns).transpose(), rows).transpose()) / d


def beside(parts: Sequence[Native]) -> Native:
    """[x_1 x_2 ..]: matrices with the same number of rows, side by side."""
    read = [x.numer_denom() for x in parts]
    common = flint.fmpz(lcm(*(int(d) for _, d in read)))
    return flint.fmpq_mat(joined([(x, common / d) for x, d in read])) / common


def products_agree(a: Native, b: Native, c: Native, d: Native) -> bool:
    """a b = c d, in integers: nothing is brought to lowest terms."""
    (m, over_m), (n, over_n), (x, over_x), (y, over_y) = (z.numer_denom() for z in (a, b, c, d))
    left, right = over_x * over_y, over_m * over_n
    return bool(m * n == x * y if left == right else m * n * left == x * y * right)


def is_triangular(a: Native) -> bool:
    """All entries above the diagonal, or all below it, are 0."""
    numerator = a.numer_denom()[0]
    return bool(numerator.is_upper_triangular() or numerator.is_lower_triangular())


def rank(a: Native) -> int:
    """rk(a)."""
    return int(a.numer_denom()[0].rank())


def rank_modulo(a: Native, prime: int) -> int:
    """The rank of the numerators of a modulo a prime < 2^64: never more than rk(a)."""
    return int(flint.nmod_mat(a.numer_denom()[0], prime).rank())


def determinant(a: Native) -> Fraction:
    """det(a)."""
    return _fraction(a.det())


def solve(a: Native, b: Native) -> Native:
    """The x with a x = b; raises ZeroDivisionError when a is singular."""
    return a.solve(b)


def nullspace(a: Native) -> Native:
    """A matrix whose columns are a basis of ker a, in the form that reduced rows give."""
    x, nullity = a.numer_denom()[0].nullspace()
    return flint.fmpq_mat(picked(x, range(nullity)))


def charpoly(a: Native) -> Native:
    """det(x I - a)."""
    return a.charpoly()


def integer_krylov(a: Native, v: Native, length: int) -> Native:
    """The matrix with columns u, m u, m^2 u, .. for the numerators m of a and u of v."""
    m, u = a.numer_denom()[0], v.numer_denom()[0]
    entries = u.entries()
    for _ in range(length - 1):
        u = m * u
        entries += u.entries()
    return flint.fmpq_mat(flint.fmpz_mat(length, m.nrows(), entries).transpose())


# -- polynomials -----------------------------------------------------------------------------


def polynomial(coefficients: Sequence[int], denominator: int) -> Native:
    """sum coefficients[i] x^i / denominator."""
    return flint.fmpq_poly(list(coefficients), denominator)


def coefficients(p: Native) -> tuple[list[int], int]:
    """(integers, denominator), constant term first."""
    return [int(c) for c in p.numer().coeffs()], int(p.denom())


def degree(p: Native) -> int:
    """The degree; -1 for the zero polynomial."""
    return int(p.degree())


def poly_add(p: Native, q: Native) -> Native:
    """p + q."""
    return p + q


def poly_multiply(p: Native, q: Native) -> Native:
    """p q."""
    return p * q


def poly_power(p: Native, k: int) -> Native:
    """p^k, k >= 0."""
    return p**k


def poly_divmod(p: Native, q: Native) -> tuple[Native, Native]:
    """(quotient, remainder)."""
    quotient, remainder = divmod(p, q)
    return quotient, remainder


def poly_gcdex(p: Native, q: Native) -> tuple[Native, Native, Native]:
    """(g, s, t) with g = s p + t q the monic greatest common divisor."""
    g, s, t = p.xgcd(q)
    return g, s, t


def poly_equal(p: Native, q: Native) -> bool:
    """p = q."""
    return bool(p == q)


def derivative(p: Native) -> Native:
    """p'."""
    return p.derivative()


def factors(p: Native) -> list[tuple[Native, int]]:
    """[(f, m)] with the f monic irreducible over Q and p = c prod f^m."""
    _, parts = p.numer().factor()
    return [(flint.fmpq_poly(f.coeffs(), f.leading_coefficient()), int(m)) for f, m in parts]


def squarefree_factors(p: Native) -> list[tuple[Native, int]]:
    """[(f, m)] with the f monic, squarefree and pairwise coprime, and p = c prod f^m."""
    _, parts = p.numer().factor_squarefree()
    return [(flint.fmpq_poly(f.coeffs(), f.leading_coefficient()), int(m)) for f, m in parts]


def at_matrix(p: Native, a: Native) -> Native:
    """p(a), by Paterson and Stockmeyer's scheme over the integers.

    With a = M/d and D = deg p, d^D p(a) = sum c_i d^(D-i) M^i: about 2 sqrt(D) products of integer matrices.
    """
    numerator, d = a.numer_denom()
    c, D = p.numer().coeffs(), p.degree()
    if D < 0:
        return a * 0
    scaled, power = [flint.fmpz(0)] * (D + 1), flint.fmpz(1)
    for i in range(D, -1, -1):
        scaled[i], power = c[i] * power, power * d
    value = _integer_polynomial_at(scaled, numerator)
    return flint.fmpq_mat(value) * flint.fmpq(1, p.denom() * d**D)


def _integer_polynomial_at(c: list[Native], m: Native) -> Native:
    """sum c[i] m^i, in blocks of `step` powers: no product at all for degree 1, one for degrees 2 and 3."""
    step = isqrt(len(c) - 1) + 1 if len(c) > 2 else len(c)
    powers = [diagonal(m.nrows(), 1), m]
    while len(powers) <= step < len(c):
        powers.append(powers[-1] * m)
    blocks = [_combination(c[i : i + step], powers) for i in range(0, len(c), step)]
    result = blocks.pop()
    while blocks:
        result = result * powers[step] + blocks.pop()
    return result


def _combination(c: list[Native], powers: list[Native]) -> Native:
    total = powers[0] * c[0]
    for x, power in zip(c[1:], powers[1:], strict=False):
        if x:
            total += power * x
    return total


def cyclotomic_order(p: Native) -> int:
    """The m with p = Phi_m up to a factor, else 0."""
    if p.degree() < 1:
        return 0
    monic = p / p.leading_coefficient()
    return int(monic.numer().is_cyclotomic()) if monic.denom() == 1 else 0


def isolated_roots(p: Native, bits: int) -> list[Rectangle]:
    """One rectangle for each complex root of the squarefree p, pairwise disjoint, real roots on the axis."""
    with PRECISION_LOCK, flint.ctx.workprec(bits):
        return [Rectangle(interval(z.real), interval(z.imag)) for z, _ in p.numer().complex_roots()]


def sides_of_circle(p: Native, bits: int) -> tuple[int, int]:
    """How many roots of the squarefree p are certainly inside, and certainly outside, the unit circle."""
    with PRECISION_LOCK, flint.ctx.workprec(bits):
        # A comparison of balls holds only if it holds for every pair of their points.
        moduli = [abs(z) for z, _ in p.numer().complex_roots()]
        return sum(m < 1 for m in moduli), sum(m > 1 for m in moduli)
