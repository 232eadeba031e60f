"""Roots of polynomials in a fixed order, roots of unity, and cosines of rational angles."""

from __future__ import annotations

from fractions import Fraction
from functools import cmp_to_key
from math import gcd

from symspec.algebra.backend import Backend
from symspec.algebra.numbers.comparison import compared_imag_parts, compared_real_parts, compared_reals
from symspec.algebra.numbers.composed import DEGREE_BUDGET
from symspec.algebra.numbers.cyclotomic import cyclotomic, trace_polynomial
from symspec.algebra.numbers.isolation import IsolatedRoot, separated_roots
from symspec.algebra.numbers.quadratic import conjugate, rational_root, scaled_root
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError


def ordered_roots(p: Polynomial) -> list[IsolatedRoot]:
    """The distinct roots of p != 0: real ones ascending, then conjugate pairs, the lower one first.

    Pairs are ordered by real part, then by the modulus of the imaginary part, both exactly.
    """
    return _in_order([z for f, _ in p.factors for z in separated_roots(f)])


def roots_of_irreducible(p: Polynomial) -> list[IsolatedRoot]:
    """The roots of an irreducible p, in the same order."""
    return _in_order(separated_roots(p))


def _in_order(every: list[IsolatedRoot]) -> list[IsolatedRoot]:
    reals = sorted((z for z in every if z.enclosure.is_real), key=cmp_to_key(compared_reals))
    upper = sorted((z for z in every if z.enclosure.imag[0] > 0), key=cmp_to_key(_compared_upper))
    return reals + [w for z in upper for w in (conjugate(z), z)]


def _compared_upper(a: IsolatedRoot, b: IsolatedRoot) -> int:
    return compared_real_parts(a, b) or compared_imag_parts(a, b)


def upper_roots(p: Polynomial) -> list[IsolatedRoot]:
    """The roots in the closed upper half plane of an irreducible p, by descending real part.

    Where all roots have one modulus that is the order of the arguments.
    """
    upper = [z for z in separated_roots(p) if z.enclosure.imag[0] >= 0]
    return sorted(upper, key=cmp_to_key(compared_real_parts), reverse=True)


def units_below_half(m: int) -> list[int]:
    """[k : 0 < k <= m/2, gcd(k, m) = 1]: the arguments 2 pi k/m of the roots of Phi_m above the axis."""
    return [k for k in range(1, m // 2 + 1) if gcd(k, m) == 1]


def primitive_root_of_unity(turn: Fraction, ops: Backend) -> IsolatedRoot:
    """exp(2 pi i turn)."""
    m, k = turn.denominator, turn.numerator % turn.denominator
    if m == 1:
        return rational_root(Fraction(1), ops)
    _require_small(len(units_below_half(m)) * 2)
    above = min(k, m - k)
    z = upper_roots(cyclotomic(m, ops))[units_below_half(m).index(above)]
    return z if k == above else conjugate(z)


def cosine(turn: Fraction, ops: Backend) -> IsolatedRoot:
    """cos(2 pi turn): 2 cos(2 pi k/m) are the roots of the trace polynomial of Phi_m, descending in k."""
    m, k = turn.denominator, turn.numerator % turn.denominator
    if m <= 2:
        return rational_root(Fraction(1 if m == 1 else -1), ops)
    units = units_below_half(m)
    _require_small(len(units))
    descending = upper_roots(trace_polynomial(cyclotomic(m, ops)))
    return scaled_root(descending[units.index(min(k, m - k))], Fraction(1, 2))


def _require_small(degree: int) -> None:
    if degree > DEGREE_BUDGET:
        raise BudgetExceededError(
            f"the number has degree {degree} over Q; degrees up to {DEGREE_BUDGET} are computed with."
        )
