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
    SteinInequality,
)
from symspec.decision.contraction import bits_of, contraction
from symspec.decision.trace import traces
from symspec.decision.witnesses import dunford_claim, integer_columns, krylov_witness, rank_claim
from symspec.spectral.dunford import DunfordDecomposition, dunford_decomposition
from symspec.spectral.profile import FactorProfile, JordanProfile
from symspec.spectral.projectors import projector_at_one, stable_cofactor
from symspec.spectral.stein import stein_matrix
from symspec.spectral.unit_circle import outside_ratio
from symspec.truth import Behavior

# degree^2 times bits of a polynomial: above, the Schur-Cohn table takes a checker over about ten seconds.
MAX_TABLE = 1 << 20
# Up to this degree a table is offered whatever its coefficients are: some certificate exists then.
SMALL_DEGREE = 20
# Above this order Dunford and Proposition 2 certificates would be larger than they are worth.
MAX_STRUCTURAL_ORDER = 40
# Above this order the checker takes more than about ten seconds for the leading minors of Stein's inequality.
MAX_STEIN_ORDER = 64
# Beyond SMALL_DEGREE, q(A) is offered where the entries of the powers of A have at most that many bits.
MAX_POWER_BITS = 1 << 13

Candidate = tuple[BehaviorClaim, ...]


def candidates(a: ExactMatrix, profile: JordanProfile, behavior: Behavior) -> Iterator[Candidate]:
    """Claims that prove the behavior, in several ways; empty only when a stated limit is met.

    They are found one by one, what is quick to find and to check first, so that the search may stop early.
    """
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
    if _has_table(profile.minpoly):
        yield (StableAnnihilator(profile.minpoly.primitive),)
    if stein := stein_claim(a):
        yield (stein,)
    if a.order <= MAX_STRUCTURAL_ORDER and _has_table(profile.squarefree_part):
        yield (proposition_1(profile_dunford(a, profile)),)


def _converges(a: ExactMatrix, profile: JordanProfile) -> Iterator[Candidate]:
    limit = projector_at_one(a, profile)
    if claim := contraction(a - limit):
        yield (LimitProjector(limit.as_rational_matrix(), claim),)
    elif stein := stein_claim(a - limit):
        yield (LimitProjector(limit.as_rational_matrix(), stein),)
    s = stable_cofactor(profile)
    if _has_table(s) and _has_powers(a - limit, s.degree):
        # The minimal polynomial of A - L: that of A on im(A - I), and 0 on ker(A - I).
        inner = s if s(0) == 0 else s * s.of_same([0, 1])
        yield (LimitProjector(limit.as_rational_matrix(), StableAnnihilator(inner.primitive)),)
    if a.order <= MAX_STRUCTURAL_ORDER and _has_table(s):
        yield (proposition_2(a, profile, limit),)


def stein_claim(a: ExactMatrix) -> SteinInequality | None:
    """P > 0 and P - A^T P A > 0 with a short P, or None beyond the stated order or where none is found."""
    p = stein_matrix(a) if a.order <= MAX_STEIN_ORDER else None
    return None if p is None else SteinInequality(p.as_rational_matrix())


def _bounded_divergent(a: ExactMatrix, profile: JordanProfile) -> Iterator[Candidate]:
    one = profile.charpoly.constant(1)
    on_circle = [f for f in profile.factors if f.counts.on]
    u = reduce(lambda q, f: q * f.polynomial, on_circle, one)
    s = profile.minpoly // u
    if _has_table(u) and _has_table(s):
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
    for claim in traces(a, profile.charpoly):
        yield (claim,)
    f = _smallest(outside)
    if _has_table(f.polynomial):
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


def _has_table(q: Polynomial) -> bool:
    bits = max(abs(c).bit_length() for c in q.primitive)
    return q.degree <= SMALL_DEGREE or q.degree**2 * bits <= MAX_TABLE


def _has_powers(a: ExactMatrix, degree: int) -> bool:
    return degree <= SMALL_DEGREE or degree * bits_of(a) <= MAX_POWER_BITS


def _annihilates(m: ExactMatrix, w: tuple[int, ...]) -> bool:
    rows, _ = m.integers()
    return all(sum(x * y for x, y in zip(row, w, strict=True)) == 0 for row in rows)


def _smallest(factors: Iterator[FactorProfile] | list[FactorProfile]) -> FactorProfile:
    return min(factors, key=lambda f: (f.polynomial.degree, sum(map(abs, f.polynomial.primitive))))
