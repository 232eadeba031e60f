"""Short proofs: the statement, the spectrum, the witness, the conclusion, each step a checked claim."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import (
    BehaviorClaim,
    BoundedAnnihilator,
    ChainOnTheCircle,
    Contraction,
    EigenvalueNotInside,
    EigenvalueOutside,
    LimitProjector,
    Proposition1,
    Proposition2,
    StableAnnihilator,
    SteinInequality,
    Trace,
)
from symspec.decision.witnesses import charpoly_claim
from symspec.proof import zero
from symspec.proof.facts import Claims, Facts, N, matrix, shifted, vector
from symspec.proof.formula import (
    At,
    Call,
    Expr,
    Literal,
    Named,
    Power,
    Relation,
    differ,
    equal,
    greater,
    minus,
    number,
    times,
)
from symspec.proof.spectrum import spectrum_display
from symspec.proof.steps import Conclusion, Fields, Leaf, Reason, Sentence
from symspec.proof.unbounded import written
from symspec.spectral.projectors import stable_cofactor
from symspec.truth import Behavior

PROPOSITION_1, PROPOSITION_2, CHAIN, PROJECTOR, STABLE = 1, 2, 10, 11, 13
BOUNDED, ROOTS, NORM, TRACE, STEIN = 16, 17, 23, 25, 37
# Beyond this order the checker takes seconds for the characteristic polynomial.
MAX_CHARPOLY_ORDER = 40
# A norm is written out for exponents and denominators up to these.
MAX_SHOWN_POWER, MAX_SHOWN_BITS = 32, 40
METHODS_OF: dict[type, str] = {
    Contraction: "norm",
    StableAnnihilator: "annihilator",
    Proposition1: "dunford",
    LimitProjector: "ranks",
    Proposition2: "ranks",
    BoundedAnnihilator: "annihilator",
    EigenvalueNotInside: "eigenvector",
    EigenvalueOutside: "eigenvector",
    Trace: "trace",
    ChainOnTheCircle: "eigenvector",
    SteinInequality: "stein",
}
CONCLUSIONS = {
    Behavior.TENDS_TO_ZERO: "is_zero_limit",
    Behavior.CONVERGES: "limit_reached",
    Behavior.BOUNDED_DIVERGENT: "bounded_no_limit",
    Behavior.UNBOUNDED: "is_unbounded",
}


def steps(facts: Facts, claims: Claims | None = None) -> tuple[Leaf, ...]:
    """The proof from these claims, or from the shortest certificate.

    Raises:
        BudgetExceededError: there is none within the limits of symspec.decision.certify.
    """
    if claims is None and facts.is_nilpotent and facts.order <= MAX_CHARPOLY_ORDER:
        return zero.nilpotent_brief(facts)
    claims = claims or facts.claims
    spectrum: tuple[Leaf, ...] = ()
    if facts.order <= MAX_CHARPOLY_ORDER:
        spectrum = (spectrum_display(facts, charpoly_claim(facts.profile.charpoly)),)
    fields: Fields = (("power", facts.power),)
    if facts.behavior is Behavior.CONVERGES:
        fields = (*fields, ("limit", Named("L", _limit(facts, claims))))
    conclusion = Conclusion(CONCLUSIONS[facts.behavior], fields, claims)
    return (*spectrum, *(_step(facts, claim) for claim in claims), conclusion)


def method_of(steps: tuple[Leaf, ...]) -> str:
    """The name of the argument: that of the first claim about the behavior that a step cites."""
    cited = (METHODS_OF.get(type(r)) for leaf in steps for r in leaf.because)
    return next(name for name in cited if name)


def _limit(facts: Facts, claims: tuple[BehaviorClaim, ...]) -> ExactMatrix:
    claim = claims[0]
    assert isinstance(claim, LimitProjector | Proposition2)
    rows = [list(row) for row in claim.L.numerator]
    return ExactMatrix.from_integers(rows, claim.L.denominator, backend=facts.a.backend)


def _step(facts: Facts, claim: BehaviorClaim) -> Leaf:
    match claim:
        case Contraction(k=k):
            return _contraction(facts, k, claim)
        case StableAnnihilator(q=q):
            return _stable(facts, q, facts.A, claim)
        case Proposition1(dunford=d):
            fields: Fields = (("index", d.index), ("p", _shape(facts, "p", d.p)))
            return Sentence("dunford_claim", fields, (PROPOSITION_1, claim))
        case LimitProjector() | Proposition2():
            return _projector(facts, claim)
        case BoundedAnnihilator(u=u, s=s):
            return _bounded(facts, u, s, claim)
        case EigenvalueNotInside(p=p, v=v):
            return Sentence("not_inside_claim", _witness(facts, p, v), (ROOTS, PROPOSITION_2, claim))
        case EigenvalueOutside(p=p, v=v, r=(top, bottom)):
            fields = (*_witness(facts, p, v), ("ratio", number(Fraction(top, bottom))))
            return Sentence("outside_claim", fields, (ROOTS, STABLE, claim))
        case Trace(k=k, bits=bits) if bits:  # too long to be written out
            bound = greater(Call("abs", Call("trace", _power(facts.A, k))), number(facts.order))
            return Sentence("trace_claim", (("relation", bound),), (TRACE, claim))
        case Trace(k=k):
            size = number(abs((facts.a**k).trace))
            relation = greater(Call("abs", Call("trace", _power(facts.A, k))), size, number(facts.order))
            return Sentence("trace_claim", (("relation", relation),), (TRACE, claim), (relation,))
        case ChainOnTheCircle(p=p, w=w):
            return _chain(facts, p, w, claim)
        case SteinInequality():
            return Sentence("stein_claim", (), (STEIN, claim))


def _contraction(facts: Facts, k: int, claim: Reason) -> Leaf:
    """|A^k| < 1, with the number where it is short."""
    power = _power(facts.A, k)
    size = (facts.a**k).norm if k <= MAX_SHOWN_POWER and facts.order <= MAX_CHARPOLY_ORDER else None
    if size is None or size.denominator.bit_length() > MAX_SHOWN_BITS:
        return Sentence("norm_of_power", (("power", power),), (NORM, claim))
    shown = Relation((Call("norm", power), number(size), number(1)), ("=", "<"))
    return Sentence("norm_of_power_shown", (("size", shown),), (NORM, claim), (shown,))


def _power(a: Expr, k: int) -> Expr:
    return a if k == 1 else Power(a, number(k))


def _named(facts: Facts, symbol: str, coefficients: tuple[int, ...]) -> Named:
    return Named(symbol, facts.profile.charpoly.of_same(coefficients))


def _shape(facts: Facts, symbol: str, coefficients: tuple[int, ...]) -> Relation:
    named = _named(facts, symbol, coefficients)
    return equal(named, Literal(named.value))


def _stable(facts: Facts, q: tuple[int, ...], m: Named, claim: Reason) -> Leaf:
    kills = equal(At(_named(facts, "q", q), m), number(0))
    fields: Fields = (("q", _shape(facts, "q", q)), ("kills", kills), ("power", Power(m, N)))
    return Sentence("stable_annihilator", fields, (PROPOSITION_1, STABLE, claim), (kills,))


def _projector(facts: Facts, claim: LimitProjector | Proposition2) -> Leaf:
    L = Named("L", _limit(facts, (claim,)))
    fixed = equal(times(facts.A, L), times(L, facts.A), Power(L, number(2)), L)
    if isinstance(claim, LimitProjector) and isinstance(claim.inner, Contraction):
        B = Named("B", facts.a - matrix(L))
        fields: Fields = (
            ("fixed", fixed),
            ("defined", equal(B, minus(facts.A, L))),
            ("power", _power(B, claim.inner.k)),
        )
        return Sentence("projector_contraction", fields, (PROJECTOR, NORM, claim), (fixed,))
    if isinstance(claim, LimitProjector) and isinstance(claim.inner, SteinInequality):
        B = Named("B", facts.a - matrix(L))
        fields = (("fixed", fixed), ("defined", equal(B, minus(facts.A, L))))
        return Sentence("projector_stein", fields, (PROJECTOR, STEIN, claim), (fixed,))
    once = Named("s", stable_cofactor(facts.profile))
    kills = equal(times(shifted(facts.A, 1), At(once, facts.A)), number(0))
    fields = (("fixed", fixed), ("s", equal(once, Literal(once.value))), ("kills", kills))
    return Sentence("projector_stable", fields, (PROJECTOR, STABLE, claim), (fixed, kills))


def _bounded(facts: Facts, u: tuple[int, ...], s: tuple[int, ...], claim: Reason) -> Leaf:
    product = times(At(_named(facts, "u", u), facts.A), At(_named(facts, "s", s), facts.A))
    if len(s) == 1:
        kills = equal(At(_named(facts, "u", u), facts.A), number(0))
        return Sentence(
            "semisimple_bounded", (("u", _shape(facts, "u", u)), ("kills", kills)), (BOUNDED, claim), (kills,)
        )
    kills = equal(product, number(0))
    fields: Fields = (("u", _shape(facts, "u", u)), ("s", _shape(facts, "s", s)), ("kills", kills))
    return Sentence("annihilator_bounded", fields, (BOUNDED, claim), (kills,))


def _witness(facts: Facts, p: tuple[int, ...], v: tuple[int, ...]) -> Fields:
    named = Named("v", vector(facts.a, v))
    kills = equal(times(At(_named(facts, "p", p), facts.A), named), number(0))
    return (("p", _shape(facts, "p", p)), ("v", written(named)), ("kills", kills))


def _chain(facts: Facts, p: tuple[int, ...], w: tuple[int, ...], claim: Reason) -> Leaf:
    named, top = _named(facts, "p", p), Named("w", vector(facts.a, w))
    first = differ(times(At(named, facts.A), top), number(0))
    second = equal(times(Power(At(named, facts.A), number(2)), top), number(0))
    fields: Fields = (("p", _shape(facts, "p", p)), ("w", written(top)), ("first", first), ("second", second))
    return Sentence("chain_claim", fields, (CHAIN, claim), (first, second))
