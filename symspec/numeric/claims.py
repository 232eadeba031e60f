"""One function per claim: how far the exact engine's answer is from floating-point arithmetic.

Each takes a Setting and returns a residual, relative and zero in exact arithmetic, or True or False for a
count. UnclearError means that the precision did not suffice; the caller raises it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.numeric.setting import Setting, UnclearError
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.profile import FactorProfile

LARGEST_EIG_COST = 2_500_000
"""Of order^3 times digits times index: about three seconds of mpmath.eig."""
MOST_SQUARINGS = 1024
EXPONENTS = (2, 3, 7, 20)


# -- the spectrum ------------------------------------------------------------------------------


def eigenvalues(s: Setting) -> Any:
    """mpmath.eig against the roots of the exact factors with their multiplicities.

    An eigenvalue of index m moves by about eps^(1/m), so the precision is m times as high.
    """
    index = max(f.index for f in s.profile.factors)
    if s.a.order**3 * s.digits * index**2 > LARGEST_EIG_COST:
        raise UnclearError(f"mpmath.eig would need {index * s.digits} digits at order {s.a.order}")
    fine = s.at(index * s.digits)
    if s.a.order == 1:  # where mpmath.eig returns another type
        return _matched(fine, [fine.A[0, 0]])
    try:
        found = list(fine.context.eig(fine.A, left=False, right=False))
    except (RuntimeError, ZeroDivisionError, ValueError) as error:
        raise UnclearError(f"mpmath.eig: {error}") from None
    return _matched(fine, found)


def _matched(s: Setting, found: list[Any]) -> Any:
    claimed = [z for z, f in s.roots for _ in range(f.multiplicity)]
    if len(claimed) != len(found):
        return s.context.mpf(1)
    worst = s.context.mpf(0)
    for z in claimed:
        nearest = min(found, key=lambda w: abs(w - z))
        found.remove(nearest)
        worst = max(worst, abs(nearest - z) / max(1, abs(z)))
    return worst


def traces(s: Setting) -> Any:
    """tr A^k = sum of m z^k for k = 1, .., n, which determines every multiplicity (Newton's identities)."""
    power, worst = s.identity, s.context.mpf(0)
    for k in range(1, s.a.order + 1):
        power = power * s.A
        trace = sum(power[i, i] for i in range(s.a.order))
        terms = [f.multiplicity * z**k for z, f in s.roots]
        worst = max(worst, abs(trace - sum(terms)) / max(1, sum(map(abs, terms))))
    return worst


def positions(s: Setting) -> bool:
    """How many roots of each factor lie inside, on and outside the unit circle."""
    return all(_counts(s, f) == (f.counts.inside, f.counts.on, f.counts.outside) for f in s.profile.factors)


def _counts(s: Setting, f: FactorProfile) -> tuple[int, int, int]:
    excess = [abs(z) - 1 for z in s.factor_roots(f)]
    sides = [0 if s.is_clearly_zero(x) else 1 if x > 0 else -1 for x in excess]
    return (sides.count(-1), sides.count(0), sides.count(1))


def ranks(s: Setting) -> Any:
    """rk(A - z I)^k = n - sum of min(k, block size), by singular values: where z is repeated, and z = 1."""
    cases = [
        (s.factor_roots(f)[0], f.block_sizes) for f in s.profile.factors if f.multiplicity > 1 or f.is_one
    ]
    if s.profile.at_one is None:
        cases.append((s.context.mpf(1), ()))
    return max(_rank_gap(s, z, sizes, k) for z, sizes in cases for k in range(1, max(sizes, default=1) + 1))


def _rank_gap(s: Setting, z: Any, sizes: tuple[int, ...], k: int) -> Any:
    """The quotient of the first singular value that ought to vanish and the last that ought not to."""
    rank = s.a.order - sum(min(size, k) for size in sizes)
    shifted = s.power(s.A - z * s.identity, k)
    scale = max(1, s.size(s.A)) ** k
    try:
        values = sorted(s.context.svd_c(shifted * s.context.mpc(1), compute_uv=False), reverse=True)
    except (RuntimeError, ZeroDivisionError) as error:
        raise UnclearError(f"mpmath.svd: {error}") from None
    if rank and s.is_clearly_zero(values[rank - 1] / scale):
        return s.context.mpf(1)
    vanishing = values[rank] if rank < len(values) else s.context.mpf(0)
    return vanishing / (values[rank - 1] if rank else scale)


# -- the decomposition -------------------------------------------------------------------------


def diagonalizable_part(s: Setting, claim: DunfordDecomposition) -> Any:
    """D against Hermite interpolation at the numeric eigenvalues, and mu(A) = 0."""
    value, annihilated = s.interpolated
    return max(s.distance(value, s.matrix(claim.D)), annihilated)


def nilpotent_part(s: Setting, claim: DunfordDecomposition) -> Any:
    """N against A - q(A); DN = ND; N^index = 0 and N^(index - 1) != 0."""
    D, N = s.matrix(claim.D), s.matrix(claim.N)
    value, _ = s.interpolated
    scale = max(1, s.size(N)) ** claim.index
    if claim.index > 1 and s.is_clearly_zero(s.size(s.power(N, claim.index - 1)) / scale):
        return s.context.mpf(1)
    # A - q(A) is the difference of two large matrices where A is large: its rounding error is relative to A.
    return max(
        s.size(s.A - value - N) / max(1, s.size(s.A)),
        s.size(D * N - N * D) / max(1, s.size(D) * s.size(N)),
        s.size(s.power(N, claim.index)) / scale,
    )


def powers(s: Setting, claim: DunfordDecomposition) -> Any:
    """A^n = sum over j of C(n, j) D^(n-j) N^j against the exact powers, for a few n."""
    D, N = s.matrix(claim.D), s.matrix(claim.N)
    worst = s.context.mpf(0)
    for n in EXPONENTS:
        terms = [comb(n, j) * s.power(D, n - j) * s.power(N, j) for j in range(min(n + 1, claim.index))]
        worst = max(worst, s.distance(sum(terms[1:], terms[0]), s.matrix(s.a**n)))
    return worst


# -- the fate ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rates:
    """rho, the largest modulus below it, and the largest index among the eigenvalues of modulus rho."""

    top: Any
    below: Any
    index: int


def rates(s: Setting) -> Rates:
    """The claimed moduli, with ties told from near ties by the working precision."""
    moduli = [(abs(z), f.index) for z, f in s.roots]
    top = max(m for m, _ in moduli)
    if s.is_clearly_zero(top):
        return Rates(s.context.mpf(0), s.context.mpf(0), max(i for _, i in moduli))
    tied = [s.is_clearly_zero((top - m) / top) for m, _ in moduli]
    below = max((m for (m, _), t in zip(moduli, tied, strict=True) if not t), default=s.context.mpf(0))
    return Rates(top, below, max(i for (_, i), t in zip(moduli, tied, strict=True) if t))


def squarings(s: Setting, ratio: Any) -> int:
    """The first k with ratio^(2^k) 2^(k n) below the working precision: A^(2^k) has settled."""
    n, ten = s.a.order, s.context.log(10)
    if s.is_clearly_zero(ratio):
        return n.bit_length()
    slope, goal, half = s.context.log(ratio), s.digits * ten, s.context.log(2) * n
    if slope >= 0:
        return n.bit_length()
    for k in range(1, MOST_SQUARINGS):
        if 2**k * slope + k * half < -goal:
            return k
    raise UnclearError(f"A^n settles too slowly: more than {MOST_SQUARINGS} squarings")


def limit(s: Setting, claim: ExactMatrix) -> Any:
    """A^n and A^(n+1) for n = 2^k, far enough for the claimed spectrum, against the exact limit."""
    found = rates(s)
    one = not s.is_clearly_zero(found.top) and s.is_clearly_zero(found.top - 1)
    k = squarings(s, found.below if one else found.top)
    fine = s.at(s.digits + k)
    late, goal = fine.squared(fine.A, k), fine.matrix(claim)
    return max(fine.distance(late, goal), fine.distance(late * fine.A, goal))


def no_limit(s: Setting) -> bool:
    """|A^(n+1) - A^n| is not small, long after everything inside the unit circle has died."""
    inside = [abs(z) for z, _ in s.roots if abs(z) < 1 and not s.is_clearly_zero(1 - abs(z))]
    k = squarings(s, max(inside, default=s.context.mpf(0)))
    fine = s.at(s.digits + k)
    late = fine.squared(fine.A, k)
    return bool(fine.size(late * fine.A - late) > fine.context.mpf(10) ** (-s.digits // 2))


def growth(s: Setting) -> bool:
    """The exponent d in |A^n| ~ n^d rho^n, measured between two large n, is within 1/4 of the claimed one."""
    found = rates(s)
    if not found.top:
        return _dies(s, found.index)
    first = squarings(s, found.below / found.top)
    last = first + s.digits
    fine = s.at(s.digits + last)
    rate = fine.context.log(rates(fine).top)
    power = fine.squared(fine.A, first)
    sizes = [
        fine.context.log(fine.size(p)) - 2**j * rate
        for p, j in ((power, first), (fine.squared(power, last - first), last))
    ]
    measured = (sizes[1] - sizes[0]) / ((last - first) * fine.context.log(2))
    if abs(measured - fine.context.nint(measured)) > 0.25:
        raise UnclearError("|A^n| does not grow like a power of n times rho^n yet")
    return bool(abs(measured - (found.index - 1)) < 0.25)


def _dies(s: Setting, index: int) -> bool:
    scale = max(1, s.size(s.A)) ** index
    alive = index == 1 or not s.is_clearly_zero(s.size(s.power(s.A, index - 1)) / scale)
    return alive and s.is_clearly_zero(s.size(s.power(s.A, index)) / scale)
