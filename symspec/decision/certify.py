"""Finds certificates: every candidate is a tuple of claims from which the checker concludes the behavior.

Nothing here is trusted. For a rational matrix at least one candidate exists in each fate:

- A^n -> 0: the minimal polynomial is a stable annihilator.
- A^n -> L: Proposition 2 with s = mu/(x - 1), or mu.
- bounded, no limit: mu = u s, where u collects the irreducible factors with all roots on the circle
  (there is no root outside, so a factor with one root on the circle has all of them there); some such
  factor is not x - 1.
- unbounded: an irreducible factor with a root outside, or, when there is none, one with all roots on the
  circle and a block of size 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import (
    BehaviorClaim,
    BoundedAnnihilator,
    ChainOnTheCircle,
    EigenvalueNotInside,
    EigenvalueOutside,
    LimitProjector,
    Proposition1,
    Proposition2,
    StableAnnihilator,
    Trace,
)
from symspec.decision.contraction import contraction
from symspec.decision.witnesses import dunford_claim, integer_columns, krylov_witness, rank_claim
from symspec.spectral.dunford import DunfordDecomposition, dunford_decomposition
from symspec.spectral.profile import FactorProfile, JordanProfile
from symspec.spectral.projectors import projector_at_one, stable_cofactor
from symspec.spectral.unit_circle import outside_ratio
from symspec.truth import Behavior

# Above this degree the Schur-Cohn table takes a checker more than about two seconds.
MAX_TABLE_DEGREE = 64
# Above this order Dunford and Proposition 2 certificates would be larger than they are worth.
MAX_STRUCTURAL_ORDER = 40

Candidate = tuple[BehaviorClaim, ...]


def candidates(a: ExactMatrix, profile: JordanProfile, behavior: Behavior) -> Iterator[Candidate]:
    """Claims that prove the behavior, in several ways; empty only when a stated limit is met."""
    match behavior:
        case Behavior.TENDS_TO_ZERO:
            yield from _tends_to_zero(a, profile)
        case Behavior.CONVERGES:
            yield from _converges(a, profile)
        case Behavior.BOUNDED_DIVERGENT:
            yield from _bounded_divergent(a, profile)
        case Behavior.UNBOUNDED:
            yield from _unbounded(a, profile)


def _tends_to_zero(a: ExactMatrix, profile: JordanProfile) -> Iterator[Candidate]:
    if claim := contraction(a):
        yield (claim,)
    if profile.minpoly.degree <= MAX_TABLE_DEGREE:
        yield (StableAnnihilator(profile.minpoly.primitive),)
        if a.order <= MAX_STRUCTURAL_ORDER:
            yield (proposition_1(profile_dunford(a, profile)),)


def _converges(a: ExactMatrix, profile: JordanProfile) -> Iterator[Candidate]:
    limit = projector_at_one(a, profile)
    if claim := contraction(a - limit):
        yield (LimitProjector(limit.as_rational_matrix(), claim),)
    s = stable_cofactor(profile)
    if s.degree <= MAX_TABLE_DEGREE:
        # The minimal polynomial of A - L: that of A on im(A - I), and 0 on ker(A - I).
        inner = s if s(0) == 0 else s * s.of_same([0, 1])
        yield (LimitProjector(limit.as_rational_matrix(), StableAnnihilator(inner.primitive)),)
        if a.order <= MAX_STRUCTURAL_ORDER:
            yield (proposition_2(a, profile, limit),)


def _bounded_divergent(a: ExactMatrix, profile: JordanProfile) -> Iterator[Candidate]:
    one = profile.charpoly.constant(1)
    on_circle = [f for f in profile.factors if f.counts.on]
    u = reduce(lambda q, f: q * f.polynomial, on_circle, one)
    s = profile.minpoly // u
    if max(u.degree, s.degree) <= MAX_TABLE_DEGREE:
        witness = _smallest(f for f in on_circle if not f.is_one)
        yield (
            BoundedAnnihilator(u.primitive, s.primitive),
            EigenvalueNotInside(witness.polynomial.primitive, *krylov_witness(a, witness.polynomial)),
        )


def _unbounded(a: ExactMatrix, profile: JordanProfile) -> Iterator[Candidate]:
    outside = [f for f in profile.factors if f.counts.outside]
    if not outside:
        f = _smallest(f for f in profile.factors if f.counts.on and f.index > 1)
        yield (ChainOnTheCircle(f.polynomial.primitive, chain_top(a, f.polynomial)),)
        return
    if exponent := _trace_exponent(profile.charpoly):
        yield (Trace(exponent, 0),)
    f = _smallest(outside)
    if f.polynomial.degree <= MAX_TABLE_DEGREE:
        ratio = outside_ratio(f.polynomial)
        yield (
            EigenvalueOutside(
                f.polynomial.primitive, *krylov_witness(a, f.polynomial), ratio.as_integer_ratio()
            ),
        )


def profile_dunford(a: ExactMatrix, profile: JordanProfile) -> DunfordDecomposition:
    """The Dunford decomposition of A."""
    return dunford_decomposition(a, profile.squarefree_part, max(f.index for f in profile.factors))


def proposition_1(d: DunfordDecomposition) -> Proposition1:
    """The claim in the words of the source: A = D + N, every eigenvalue inside."""
    return Proposition1(dunford_claim(d))


def proposition_2(a: ExactMatrix, profile: JordanProfile, limit: ExactMatrix) -> Proposition2:
    """The claim in the words of the source: both ranks, and L = s(A)/s(1)."""
    shift = profile.charpoly.of_same([-1, 1])
    return Proposition2(
        stable_cofactor(profile).primitive,
        limit.as_rational_matrix(),
        rank_claim(a, shift),
        rank_claim(a, shift * shift),
    )


def chain_top(a: ExactMatrix, p: Polynomial) -> tuple[int, ...]:
    """A w with p(A)^2 w = 0 and p(A) w != 0."""
    value = p.at_matrix(a)
    found = [w for w in integer_columns((value @ value).kernel) if not _annihilates(value, w)]
    return min(found, key=lambda w: (sum(abs(x).bit_length() for x in w), w))


def _annihilates(m: ExactMatrix, w: tuple[int, ...]) -> bool:
    rows, _ = m.integers()
    return all(sum(x * y for x, y in zip(row, w, strict=True)) == 0 for row in rows)


def _smallest(factors: Iterator[FactorProfile] | list[FactorProfile]) -> FactorProfile:
    return min(factors, key=lambda f: (f.polynomial.degree, sum(map(abs, f.polynomial.primitive))))


def _trace_exponent(chi: Polynomial) -> int | None:
    """The smallest k <= 2n + 8 with |tr A^k| > n, by Newton's identities, if there is one."""
    n = chi.degree
    e = chi.coefficients[::-1]
    sums = [e[0] * 0]
    for k in range(1, 2 * n + 9):
        tail = sum((e[i] * sums[k - i] for i in range(1, min(k - 1, n) + 1)), sums[0])
        sums.append(-tail - (k * e[k] if k <= n else 0))
        if abs(sums[k]) > n:
            return k
    return None
