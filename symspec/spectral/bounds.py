"""Certified bounds |A^n - L| <= C r^n with rational C and r, in the infinity norm (the largest row sum)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.enclosure import Interval, Rectangle
from symspec.algebra.fractions import least_exponent_below, simplest_between, sqrt_above
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import compare_modulus, roots
from symspec.algebra.numbers.radicals import root_interval
from symspec.errors import BudgetExceededError, UndefinedError
from symspec.spectral.profile import FactorProfile, JordanProfile
from symspec.spectral.rounded import rounded
from symspec.spectral.stein import stein_matrix

# How many powers are formed before the bound is taken from Stein's inequality.
MAX_POWERS = 96
# Entries of exact powers may have that many bits; longer ones are rounded to PRECISION bits.
MAX_EXACT_BITS = 1024
PRECISION = 192


@dataclass(frozen=True, slots=True)
class PowerBound:
    """|A^n - L| <= constant rate^n for every n >= 0, in the infinity norm, with 0^0 = 1.

    Attributes:
        constant: C, rational, >= 0.
        rate: r, rational, 0 <= r < 1.
    """

    constant: Fraction
    rate: Fraction

    def at(self, n: int) -> Fraction:
        """C r^n."""
        return self.constant * self.rate**n

    def below_from(self, eps: Fraction) -> int:
        """The least N with C r^N < eps, hence |A^n - L| < eps for every n >= N; eps > 0.

        >>> PowerBound(Fraction(4, 3), Fraction(7, 10)).below_from(Fraction(1, 1000))
        21
        """
        if self.constant < eps:
            return 0
        return 1 if self.rate == 0 else least_exponent_below(self.rate, eps / self.constant)

    def __str__(self) -> str:
        return f"{self.constant} ({self.rate})^n"


# -- the decaying part -----------------------------------------------------------------------


def fading_factors(profile: JordanProfile) -> tuple[FactorProfile, ...]:
    """The factors of det(x I - A) but for x - 1: with 0, their roots are the eigenvalues of A - L."""
    return tuple(f for f in profile.factors if not f.is_one)


def radius_bounds(factors: tuple[FactorProfile, ...], bits: int) -> tuple[Fraction, Fraction]:
    """(low, high) with low <= max |z| <= high over the roots z of the factors; (0, 0) for none."""
    boxes = [z for f in factors for z in f.polynomial.isolated_roots(bits)]
    moduli = [_modulus(z, bits) for z in boxes] or [(Fraction(0), Fraction(0))]
    return (max(low for low, _ in moduli), max(high for _, high in moduli))


def _modulus(z: Rectangle, bits: int) -> Interval:
    if z.is_point and z.is_real:
        return (abs(z.real[0]), abs(z.real[0]))
    return root_interval(z.modulus_squared, 2, bits)


def peripheral_rational(factors: tuple[FactorProfile, ...]) -> Fraction | None:
    """rho, if every root of modulus rho is rational with blocks of size 1; None if not, or if it is not seen.

    Moduli that 512 bits do not tell apart count as not seen.
    """
    rational = [f for f in factors if f.polynomial.degree == 1]
    rho = max((abs(f.polynomial.coefficients[0]) for f in rational), default=Fraction(0))
    top = [f for f in rational if abs(f.polynomial.coefficients[0]) == rho]
    others = tuple(f for f in factors if f.polynomial.degree > 1)
    seen = rho == 0 and not others or any(radius_bounds(others, b)[1] < rho for b in (64, 512))
    return rho if seen and all(f.index == 1 for f in top) else None


def default_rate(factors: tuple[FactorProfile, ...]) -> Fraction:
    """rho where rational eigenvalues attain that rate, else the simplest fraction between rho and 1.

    Precisely: between rho + (1 - rho)/4 and rho + (1 - rho)/2, or thereabouts for an irrational rho.
    """
    attained = peripheral_rational(factors)
    if attained is not None:
        return attained
    bits = 64
    while True:
        low, high = radius_bounds(factors, bits)
        if high < 1 and 16 * (high - low) <= 1 - high:
            return simplest_between(high + (1 - high) / 4, high + (1 - high) / 2)
        bits *= 2


# -- the constant ----------------------------------------------------------------------------


def power_bound(a: ExactMatrix, limit: ExactMatrix, profile: JordanProfile, rate: Fraction) -> PowerBound:
    """|A^n - L| <= C rate^n for all n >= 0, with C as small as the method gives.

    Raises:
        UndefinedError: no C has this property, because the rate is too small.
        BudgetExceededError: the method does not reach a constant for this rate; a larger one will do.

    Algorithm: A^n - L = B^n for n >= 1, with B = A - L. If |B^k| <= r^k, then C = max |B^j|/r^j over
    j = 1, .., k will do, as n = m k + j gives |B^n| <= |B^k|^m |B^j|, and no smaller one. If r = rho is
    attained by rational eigenvalues, their part (+-rho)^n Pi is taken out first. Where such a k is large,
    Stein's inequality for B/r: with |x|_P^2 = x^T P x, |B x|_P <= r |x|_P, so that
    |B^n|^2 <= r^2n (sum |P_ij|) max (P^-1)_ii. n = 0 asks for C >= |I - L|.
    """
    b, factors = a - limit, fading_factors(profile)
    _require_possible(factors, rate)
    start = (a.identity() - limit).norm
    if b.is_zero:
        return PowerBound(start, rate)
    if rate == peripheral_rational(factors):
        c = _constant(b / rate) if rate else None
        c = c if c is not None else _split_constant(a, b, rate)
    else:
        c = _constant(b / rate) or _stein_constant(b / rate)
    if c is None:
        raise BudgetExceededError(f"no constant was found for the rate {rate}; take a larger one.")
    return PowerBound(max(start, _short(c)), rate)


def _require_possible(factors: tuple[FactorProfile, ...], rate: Fraction) -> None:
    if not 0 <= rate < 1:
        raise UndefinedError(f"the rate {rate} is no bound that tends to 0: take 0 <= r < 1.")
    for f in factors:
        for z in roots(f.polynomial) if radius_bounds((f,), 64)[1] >= rate else ():
            order = compare_modulus(z, rate)
            if order > 0:
                raise UndefinedError(f"no C r^n with r = {rate} bounds |A^n - L|: an eigenvalue is larger.")
            if order == 0 and f.index > 1:
                raise UndefinedError(
                    f"no C r^n with r = {rate} bounds |A^n - L|: there is a Jordan block of size {f.index} "
                    f"at an eigenvalue of that modulus."
                )


def _constant(m: ExactMatrix) -> Fraction | None:
    """max |M^j| over j = 1, .., k for the first k with |M^k| <= 1, so sup |M^n| over n >= 1; or None."""
    largest, exact, power = Fraction(0), m, m
    for _ in range(MAX_POWERS):
        largest = max(largest, power.norm)
        if power.norm <= 1:
            return largest
        power = power @ exact
        if _bits(power) > MAX_EXACT_BITS:
            return _rounded_constant(m)
    return None


def _rounded_constant(m: ExactMatrix) -> Fraction | None:
    base = power = rounded(m, PRECISION)
    largest = Fraction(0)
    for _ in range(MAX_POWERS):
        largest = max(largest, power.norm_bounds[1])
        if power.norm_bounds[1] <= 1:
            return largest
        power = power @ base
    return None


def _stein_constant(m: ExactMatrix) -> Fraction | None:
    p = stein_matrix(m)
    if p is None:
        return None
    total = sum((abs(x) for row in p.tolist() for x in row), Fraction(0))
    inverse = p.inverse
    return sqrt_above(total * max(inverse[i, i] for i in range(p.order)))


def _split_constant(a: ExactMatrix, b: ExactMatrix, rho: Fraction) -> Fraction | None:
    plus, minus, rest = _split(a, b, rho)
    main = max((plus + minus).norm, (plus - minus).norm)
    if rest.is_zero:
        return main
    c = _constant(rest / rho) or _stein_constant(rest / rho)
    return None if c is None else main + c


def _split(a: ExactMatrix, b: ExactMatrix, rho: Fraction) -> tuple[ExactMatrix, ExactMatrix, ExactMatrix]:
    """(Pi_+, Pi_-, R) with B^n = rho^n (Pi_+ + (-1)^n Pi_-) + R^n for n >= 1; rho(R) < rho."""
    plus, minus = (_projector(a, z) for z in (rho, -rho))
    return plus, minus, b - (plus - minus) * rho


def falling_from(a: ExactMatrix, limit: ExactMatrix, profile: JordanProfile) -> int | None:
    """An n0 >= 1 with |B^(n + 2)| <= |B^n| for every n >= n0, B = A - L; None where this argument gives none.

    Algorithm: with B^n = rho^n (Pi_+ + (-1)^n Pi_-) + R^n and |R^n| <= c s^n, s < rho, it is enough that
    rho^(n+2) g + c s^(n+2) <= rho^n g - c s^n for g = |Pi_+ +- Pi_-|, thus if (s/rho)^n <= (1 - rho^2) g/2c.
    """
    b, factors = a - limit, fading_factors(profile)
    rho = peripheral_rational(factors)
    if not rho:
        return None
    plus, minus, rest = _split(a, b, rho)
    if rest.is_zero:
        return 1
    inner = tuple(f for f in factors if f.polynomial.degree > 1 or abs(f.polynomial.coefficients[0]) < rho)
    high = radius_bounds(inner, 512)[1]
    s = simplest_between(high + (rho - high) / 4, high + (rho - high) / 2)
    c = _constant(rest / s) or _stein_constant(rest / s)
    if c is None:
        return None
    g = min((plus + minus).norm, (plus - minus).norm)
    return max(1, least_exponent_below(s / rho, (1 - rho**2) * g / (2 * c)))


def _projector(a: ExactMatrix, z: Fraction) -> ExactMatrix:
    """The projector on ker(A - z I) along im(A - z I), for an eigenvalue with blocks of size 1; else 0."""
    shifted = a - a.scalar(z)
    k, m = shifted.kernel, shifted.transpose.kernel.transpose
    return k @ (m @ k).solve(m) if k.shape[1] else a * 0


def _short(c: Fraction) -> Fraction:
    """C, or the simplest fraction at most one percent above when C has many digits."""
    return (
        c if c.denominator <= 10**6 and c.numerator <= 10**9 else simplest_between(c, c * Fraction(101, 100))
    )


def _bits(a: ExactMatrix) -> int:
    rows, denominator = a.integers()
    return denominator.bit_length() + max(abs(x).bit_length() for row in rows for x in row)
