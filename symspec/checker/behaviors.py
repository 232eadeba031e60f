"""One function for each claim about the powers A^n: it returns what the proved claim concludes, or rejects.

A is in lowest terms; every field has passed the door, so shapes fit and types are exact.
"""

from __future__ import annotations

from symspec.certificate import (
    BoundedAnnihilator,
    ChainOnTheCircle,
    Claim,
    Contraction,
    EigenvalueNotInside,
    EigenvalueOutside,
    LimitProjector,
    Polynomial,
    Proposition1,
    Proposition2,
    RationalMatrix,
    StableAnnihilator,
    SteinInequality,
    Trace,
)
from symspec.checker import facts
from symspec.checker.arithmetic import (
    are_independent,
    at_matrix,
    at_vector,
    difference,
    fits,
    identity,
    is_positive_definite,
    is_simple_on_circle,
    is_strictly_stable,
    is_zero,
    krylov,
    minus,
    norm,
    power,
    product,
    reduced,
    rounded_power,
    scaled,
    stretched,
    trace,
    value,
)
from symspec.checker.facts import demand
from symspec.record import record
from symspec.truth import Behavior

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


@record
class Conclusion:
    """The fates of A^n that a proved claim leaves possible, and the limit when it gives one."""

    fates: frozenset[Behavior]
    limit: RationalMatrix | None


TO_ZERO = Conclusion(frozenset({Behavior.TENDS_TO_ZERO}), None)
BOUNDED = Conclusion(frozenset(Behavior) - {Behavior.UNBOUNDED}, None)
NO_LIMIT = Conclusion(frozenset({Behavior.BOUNDED_DIVERGENT, Behavior.UNBOUNDED}), None)
UNBOUNDED = Conclusion(frozenset({Behavior.UNBOUNDED}), None)


def _limit(L: RationalMatrix) -> Conclusion:
    fate = Behavior.TENDS_TO_ZERO if is_zero(L.numerator) else Behavior.CONVERGES
    return Conclusion(frozenset({fate}), reduced(L))


def contraction(A: RationalMatrix, claim: Contraction) -> Conclusion:
    """|A^k| < 1 in the infinity norm, so |A^n| -> 0 geometrically."""
    if claim.bits:
        X, error = rounded_power(A, claim.k, claim.bits)
        holds = norm(X) + error < 1 << claim.bits
    else:
        scale = _scale(A, claim.k)
        holds = norm(power(A, claim.k)) < scale
    demand(holds, claim, "infinity norm of A^k", "< 1", "a bound >= 1")
    return TO_ZERO


def stable_annihilator(A: RationalMatrix, claim: StableAnnihilator) -> Conclusion:
    """q(A) = 0 makes every eigenvalue a root of q; all of those have modulus < 1."""
    _demand_stable(claim, "q", claim.q)
    demand(is_zero(at_matrix(claim.q, A)), claim, "q(A) = 0", got="a non-zero matrix")
    return TO_ZERO


def stein_inequality(A: RationalMatrix, claim: SteinInequality) -> Conclusion:
    """P > 0 and P - A^T P A > 0: with A z = l z, z* P z (1 - |l|^2) > 0, so |l| < 1."""
    P, M = claim.P.numerator, A.numerator
    transposed = list(zip(*M, strict=True))
    demand(list(zip(*P, strict=True)) == list(P), claim, "P = P^T", got="another matrix")
    demand(is_positive_definite(P), claim, "P", "positive definite", "a leading minor <= 0")
    S = difference(scaled(A.denominator**2, P), product(transposed, product(P, M)))
    demand(is_positive_definite(S), claim, "P - A^T P A", "positive definite", "a leading minor <= 0")
    return TO_ZERO


def proposition_1(A: RationalMatrix, claim: Proposition1) -> Conclusion:
    """A^n = sum_(j < m) C(n, j) D^(n-j) N^j, where D is diagonalizable with eigenvalues of modulus < 1."""
    _demand_stable(claim, "p", claim.dunford.p)
    facts.dunford(A, claim.dunford)
    return TO_ZERO


def limit_projector(A: RationalMatrix, claim: LimitProjector) -> Conclusion:
    """L^2 = L and AL = LA = L give A^n = L + (A - L)^n for n >= 1, and (A - L)^n -> 0."""
    L = reduced(claim.L)
    M, K = A.numerator, L.numerator
    demand(product(K, K) == scaled(L.denominator, K), claim, "L^2 = L", got="another matrix")
    demand(product(M, K) == scaled(A.denominator, K), claim, "A L = L", got="another matrix")
    demand(product(K, M) == scaled(A.denominator, K), claim, "L A = L", got="another matrix")
    conclusion_of(minus(A, L), claim.inner)
    return _limit(L)


def proposition_2(A: RationalMatrix, claim: Proposition2) -> Conclusion:
    """(A - I) s(A) = 0, s strictly stable: A^n tends to L = s(A)/s(1), the projector on ker(A - I).

    On im s(A) A is the identity, on im (A - I) s(A) is zero and A^n -> 0; as s(1) != 0, the space is the
    sum of both. The ranks state the same condition on the eigenvalue 1 as Proposition 2 does.
    """
    s, L, D = claim.s, claim.L, A.denominator
    _demand_multiple(claim, "rank_once.q = x - 1", claim.rank_once.q, (-1, 1))
    _demand_multiple(claim, "rank_twice.q = (x - 1)^2", claim.rank_twice.q, (1, -2, 1))
    ranks = claim.rank_once.rank, claim.rank_twice.rank
    demand(ranks[0] == ranks[1], claim, "rk(A - I) = rk((A - I)^2)", f"{ranks[0]}", ranks[1])
    _demand_stable(claim, "s", s)
    S = at_matrix(s, A)
    shifted = difference(A.numerator, identity(len(S), D))
    demand(is_zero(product(shifted, S)), claim, "(A - I) s(A) = 0", got="a non-zero matrix")
    scale = value(s, 1) * D ** (len(s) - 1)
    demand(
        scaled(scale, L.numerator) == scaled(L.denominator, S), claim, "L s(1) = s(A)", got="another matrix"
    )
    facts.rank(A, claim.rank_once)
    facts.rank(A, claim.rank_twice)
    return _limit(L)


def bounded_annihilator(A: RationalMatrix, claim: BoundedAnnihilator) -> Conclusion:
    """u(A) s(A) = 0: no eigenvalue is outside, and those on the circle are simple roots of u s."""
    _demand_stable(claim, "s", claim.s)
    demand(is_simple_on_circle(claim.u), claim, "roots of u", "simple and of modulus 1", "others")
    image = product(at_matrix(claim.u, A), at_matrix(claim.s, A))
    demand(is_zero(image), claim, "u(A) s(A) = 0", got="a non-zero matrix")
    return BOUNDED


def eigenvalue_not_inside(A: RationalMatrix, claim: EigenvalueNotInside) -> Conclusion:
    """An eigenvalue l != 1 with |l| >= 1: A^n z = l^n z does not converge."""
    _demand_eigenvalues(A, claim)
    demand(value(claim.p, 1) != 0, claim, "p(1) != 0", "a non-zero number", 0)
    demand(not is_strictly_stable(claim.p), claim, "roots of p", "one of modulus >= 1", "none")
    return NO_LIMIT


def eigenvalue_outside(A: RationalMatrix, claim: EigenvalueOutside) -> Conclusion:
    """An eigenvalue l with |l| >= r > 1: |A^n| >= r^n."""
    demand(claim.r[0] > claim.r[1], claim, "r = r[0]/r[1]", "> 1", "r <= 1")
    _demand_eigenvalues(A, claim)
    holds = not is_strictly_stable(stretched(claim.p, claim.r))
    demand(holds, claim, "roots of p", "one of modulus >= r", "none")
    return UNBOUNDED


def trace_of_power(A: RationalMatrix, claim: Trace) -> Conclusion:
    """|tr A^k| > n: the sum of n numbers l^k, so some |l| > 1."""
    n = len(A.numerator)
    if claim.bits:
        X, error = rounded_power(A, claim.k, claim.bits)
        holds = abs(trace(X)) - n * error > n << claim.bits
    else:
        scale = _scale(A, claim.k)
        holds = abs(trace(power(A, claim.k))) > n * scale
    demand(holds, claim, "|tr A^k|", f"> {n}", "a bound not above it")
    return UNBOUNDED


def chain_on_the_circle(A: RationalMatrix, claim: ChainOnTheCircle) -> Conclusion:
    """p(A)^2 w = 0 and p(A) w != 0: a Jordan block of size >= 2 for some root of p, all on the circle.

    In the part z of w that belongs to such a root l, A^n z = l^n z + n l^(n-1) (A - l) z.
    """
    p = claim.p
    demand(is_simple_on_circle(p), claim, "roots of p", "simple and of modulus 1", "others")
    once = at_vector(p, A, claim.w)
    demand(any(once), claim, "p(A) w != 0", "a non-zero vector", "0")
    demand(not any(at_vector(p, A, once)), claim, "p(A)^2 w = 0", "0", "a non-zero vector")
    return UNBOUNDED


def conclusion_of(A: RationalMatrix, claim: Claim) -> Conclusion:
    """What a claim about behavior concludes, once proved."""
    return RULES[type(claim)](A, claim)


RULES: dict[type, Callable[[RationalMatrix, Any], Conclusion]] = {
    Contraction: contraction,
    StableAnnihilator: stable_annihilator,
    SteinInequality: stein_inequality,
    Proposition1: proposition_1,
    LimitProjector: limit_projector,
    Proposition2: proposition_2,
    BoundedAnnihilator: bounded_annihilator,
    EigenvalueNotInside: eigenvalue_not_inside,
    EigenvalueOutside: eigenvalue_outside,
    Trace: trace_of_power,
    ChainOnTheCircle: chain_on_the_circle,
}


def _scale(A: RationalMatrix, k: int) -> int:
    """D^k, the denominator of A^k."""
    fits(1, k * A.denominator.bit_length(), "the denominator of A^k")
    scale: int = A.denominator**k
    return scale


def _demand_stable(claim: Claim, name: str, p: Polynomial) -> None:
    demand(is_strictly_stable(p), claim, f"roots of {name}", "all of modulus < 1", "one of modulus >= 1")


def _demand_multiple(claim: Claim, equation: str, q: Polynomial, of: Polynomial) -> None:
    holds = len(q) == len(of) and all(x == q[-1] * y for x, y in zip(q, of, strict=True))
    demand(holds, claim, equation, "equality up to a factor", "another polynomial")


def _demand_eigenvalues(A: RationalMatrix, claim: EigenvalueNotInside | EigenvalueOutside) -> None:
    """p is, up to a factor, the minimal polynomial of v: so every root of p is an eigenvalue of A."""
    p, v, modulus = claim.p, claim.v, claim.modulus
    d, n = len(p) - 1, len(v)
    demand(1 <= d <= n, claim, "deg p", f"from 1 to {n}", d)
    vectors = krylov(A, v, d, modulus)
    demand(are_independent(vectors, modulus), claim, "v, Av, .., A^(d-1) v", "independent", "dependent")
    demand(not any(at_vector(p, A, v)), claim, "p(A) v = 0", "0", "a non-zero vector")
