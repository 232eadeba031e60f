"""The rate n^k rho^n at which A^n decays, where it can be said without a computation of its own."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from symspec.algebra.enclosure import Interval
from symspec.algebra.polynomial import Polynomial
from symspec.proof.facts import Facts, root
from symspec.proof.formula import Call, Expr, number
from symspec.proof.location import discriminant
from symspec.spectral.profile import FactorProfile

MAX_BITS = 512


@dataclass(frozen=True, slots=True)
class Rate:
    """|A^n| is of the order n^degree rho^n, with rho^2 in `square`: one number when its ends are equal."""

    square: Interval
    degree: int

    @property
    def exact(self) -> Expr | None:
        """The formula rho, when rho^2 is rational."""
        low, high = self.square
        return square_root(low) if low == high else None


def square_root(q: Fraction) -> Expr:
    """The formula of the square root of a rational q >= 0."""
    p, r = isqrt(q.numerator), isqrt(q.denominator)
    return number(Fraction(p, r)) if Fraction(p * p, r * r) == q else Call("sqrt", number(q))


def rate(facts: Facts, *, without_one: bool = False) -> Rate | None:
    """The rate of A^n (of A^n - lim A^n `without_one`); None for rho = 0 or an undecided tie of moduli."""
    factors = [f for f in facts.profile.factors if not (without_one and f.is_one)]
    bits = 64
    while factors and bits <= MAX_BITS:
        squares = [largest_square(f.polynomial, bits) for f in factors]
        low = max(s[0] for s in squares)
        top = [(f, s) for f, s in zip(factors, squares, strict=True) if s[1] >= low]
        if all(s == top[0][1] for _, s in top) and (len(top) == 1 or low == top[0][1][1]):
            return _rate([f for f, _ in top], top[0][1])
        bits *= 2
    return None


def _rate(top: list[FactorProfile], square: Interval) -> Rate | None:
    return None if square[1] == 0 else Rate(square, max(f.index for f in top) - 1)


def largest_square(p: Polynomial, bits: int) -> Interval:
    """Bounds of the largest |z|^2 over the roots z of an irreducible p; equal if plainly rational."""
    if p.degree == 1:
        return (root(p) ** 2, root(p) ** 2)
    if p.degree == 2 and (discriminant(p) < 0 or p.coefficients[1] == 0):
        return (abs(p.coefficients[0]), abs(p.coefficients[0]))
    moduli = [z.modulus_squared for z in p.isolated_roots(bits)]
    return (max(m[0] for m in moduli), max(m[1] for m in moduli))
