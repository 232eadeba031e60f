"""Proofs about matrices with entries in a number field, from claims that hold at its one embedding."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import (
    Certificate,
    CircularChain,
    CircularPart,
    Claim,
    EmbeddedCharpoly,
    EmbeddedEigenvalueOutside,
    EmbeddedStableAnnihilator,
    EmbeddedStableLimit,
    PeriodicChain,
    PeriodicPart,
)
from symspec.decision.field_certify import periodic_certificates
from symspec.decision.field_polynomial_claims import circular_factor, over_theta, polynomial_certificates
from symspec.errors import InputError, UnsupportedFieldError
from symspec.proof import bounded, unbounded, zero
from symspec.proof.facts import Facts, matrix, shifted
from symspec.proof.field_relations import (
    chain_start,
    eigenvalue_sentence,
    named,
    of_parts,
    ratios,
    shape,
)
from symspec.proof.formula import (
    At,
    Call,
    Column,
    Expr,
    Literal,
    Named,
    Power,
    differ,
    equal,
    minus,
    number,
    times,
)
from symspec.proof.full.over_fields import field_full_steps
from symspec.proof.spectrum import CHARPOLY, spectrum_display
from symspec.proof.steps import (
    Approximate,
    Conclusion,
    Display,
    Fields,
    Leaf,
    ProofTree,
    Section,
    Sentence,
    Step,
    proof_tree,
)
from symspec.spectral.field_factors import FactoredProfile, factored_profile
from symspec.spectral.over_fields import FieldProfile
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

PROPOSITION_1, PROPOSITION_2, CHAIN, PROJECTOR = 1, 2, 10, 11
BOUNDED, NORM, PERIODIC = 16, 23, 27
STABLE, COHN, DOMINANT_TERM = 49, 50, 51
DETAILS = ("brief", "standard", "full")
METHOD_OF: dict[type, str] = {
    EmbeddedStableAnnihilator: "annihilator",
    EmbeddedStableLimit: "annihilator",
    CircularPart: "annihilator",
    CircularChain: "eigenvector",
    EmbeddedEigenvalueOutside: "eigenvector",
    PeriodicPart: "norm",
    PeriodicChain: "eigenvector",
}
METHODS = ("auto", "annihilator", "eigenvector", "norm")
MAX_FACTORED = 48  # order times degree of the field


def field_proof(
    profile: FieldProfile, behavior: Behavior, *, method: str = "auto", detail: str = "standard"
) -> ProofTree:
    """A proof of what A^n does, for a matrix A over a number field.

    Args:
        profile: the eigenvalues of A with their blocks.
        behavior: the fate of A^n.
        method: "auto", or one of field_proof_methods.
        detail: "brief", "standard", or "full" with what is written by hand.

    Raises:
        InputError: another method or detail, or the method does not apply to A.
        UnsupportedFieldError: no claim of the certificate language covers A.
    """
    for what, given, known in (("method", method, METHODS), ("detail", detail, DETAILS)):
        if given not in known:
            raise InputError(
                f'there is no {what} "{given}" for proofs over number fields; use one of: {", ".join(known)}.'
            )
    certificate = _certificate(profile, behavior)
    taken = METHOD_OF[type(certificate.claims[0])]
    if method not in ("auto", taken):
        raise InputError(
            f'the method "{method}" does not apply to this matrix over a number field; '
            f"use one of: auto, {taken}."
        )
    factored = _factored(profile)
    facts = Facts(profile.matrix, factored, behavior)  # type: ignore[arg-type]  # answers what it asks
    written = _steps(facts, factored, certificate.claims[0], detail)
    return proof_tree(
        profile.matrix,
        behavior,
        method=taken,
        detail=detail,
        goal=_goal(facts, factored),
        steps=written,
        matrix=certificate.matrix,  # type: ignore[arg-type]  # over a number field
    )


def field_proof_methods(profile: FieldProfile, behavior: Behavior) -> tuple[str, ...]:
    """The names of the methods that apply: the one that "auto" takes, or none."""
    try:
        return (METHOD_OF[type(_certificate(profile, behavior).claims[0])],)
    except UnsupportedFieldError:
        return ()


def _factored(profile: FieldProfile) -> FactoredProfile:
    """With the factors over K where they are soon found; they are shown, and nothing rests on them."""
    if profile.matrix.order * profile.matrix.field.degree <= MAX_FACTORED:
        return factored_profile(profile)
    return FactoredProfile(profile, ())


def _certificate(profile: FieldProfile, behavior: Behavior) -> Certificate:
    found = next(polynomial_certificates(profile, behavior), None)
    found = found or next(periodic_certificates(profile, behavior), None)
    if found is None:
        raise UnsupportedFieldError(
            f"no proof is written: no claim about a matrix over {profile.matrix.field} covers this one."
        )
    return found


def _goal(facts: Facts, profile: FactoredProfile) -> Sentence:
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return zero.goal(facts)
        case Behavior.CONVERGES:
            L = Named("L", _limit_of(facts, profile))
            fields: Fields = (("power", facts.power), ("limit", L))
            return Sentence("converges", fields, (PROPOSITION_2,), (equal(L, Literal(L.value)),))
        case Behavior.BOUNDED_DIVERGENT:
            return bounded.goal(facts)
        case Behavior.UNBOUNDED:
            return unbounded.goal(facts)


def _steps(facts: Facts, profile: FactoredProfile, claim: Claim, detail: str) -> tuple[Step, ...]:
    chi = EmbeddedCharpoly(over_theta(profile.charpoly))
    display = _charpoly_display(facts, profile, chi)
    leaves, conclusion = _argument(facts, profile, claim, detail)
    if detail == "brief":
        return (display, *leaves, conclusion)
    standard = (
        Section("spectrum", (display, eigenvalue_sentence(profile, chi))),
        Section(_SECTIONS[facts.behavior], leaves),
        Section("conclusion", (conclusion,)),
    )
    return field_full_steps(facts, standard, chi, claim) if detail == "full" else standard


def _charpoly_display(facts: Facts, profile: FactoredProfile, claim: EmbeddedCharpoly) -> Leaf:
    if profile.factors:
        return spectrum_display(facts, claim)  # type: ignore[arg-type]  # cited, not looked at
    chi = named("chi", profile.charpoly)
    return Display((equal(chi, Call("charpoly", facts.A), Literal(chi.value)),), (CHARPOLY, claim))


_SECTIONS = {
    Behavior.TENDS_TO_ZERO: "field_annihilator",
    Behavior.CONVERGES: "field_limit",
    Behavior.BOUNDED_DIVERGENT: "field_bounded",
    Behavior.UNBOUNDED: "field_unbounded",
}


def _argument(
    facts: Facts, profile: FactoredProfile, claim: Claim, detail: str
) -> tuple[tuple[Leaf, ...], Conclusion]:
    power: Fields = (("power", facts.power),)
    match claim:
        case EmbeddedStableAnnihilator():
            return _stable(facts, profile, claim, detail), _end("is_zero_limit", power, PROPOSITION_1, claim)
        case EmbeddedStableLimit():
            L = Named("L", _limit_of(facts, profile))
            end = _end("limit_reached", (*power, ("limit", L)), PROPOSITION_2, claim)
            return _limit(facts, profile, claim, L, detail), end
        case CircularPart():
            return _circular(facts, profile, claim, detail), _end("bounded_no_limit", power, BOUNDED, claim)
        case CircularChain():
            return (_chain(facts, profile, claim),), _end("is_unbounded", power, CHAIN, claim)
        case EmbeddedEigenvalueOutside():
            return _outside(claim), _end("is_unbounded", power, BOUNDED, claim)
        case PeriodicPart():
            return _periodic(facts, claim), _end("bounded_no_limit", power, PERIODIC, claim)
        case PeriodicChain():
            return _periodic_chain(facts, claim), _end("is_unbounded", power, CHAIN, claim)
    raise UnsupportedFieldError("no proof is written from a claim of this kind over a number field.")


def _limit_of(facts: Facts, profile: FactoredProfile) -> ExactMatrix:
    return projector_at_one(facts.a, profile.spectrum)  # type: ignore[arg-type]  # asks for at_one only


def _end(code: str, fields: Fields, theorem: int, claim: Claim) -> Conclusion:
    return Conclusion(code, fields, (theorem, claim))


# -- stable polynomials ----------------------------------------------------------------------


def _stable(
    facts: Facts, profile: FactoredProfile, claim: EmbeddedStableAnnihilator, detail: str
) -> tuple[Leaf, ...]:
    q = named("q", profile.minpoly)
    kills = equal(At(q, facts.A), number(0))
    fields: Fields = (("q", shape(q)), ("kills", kills), ("power", facts.power))
    sentence = Sentence("stable_annihilator", fields, (PROPOSITION_1, STABLE, claim), (kills,))
    return (sentence, *_reductions("q", profile.minpoly, claim, detail))


def _reductions(symbol: str, p: FieldPolynomial, claim: Claim, detail: str) -> tuple[Leaf, ...]:
    """The quotients |a_0/a_d| in the reductions of Schur and Cohn, about."""
    found = () if detail == "brief" else ratios(p)
    if not found:
        return ()
    return (Sentence("field_reductions", (("p", Named(symbol, p)), ("ratios", found)), (STABLE, claim)),)


def _limit(
    facts: Facts, profile: FactoredProfile, claim: EmbeddedStableLimit, L: Named, detail: str
) -> tuple[Leaf, ...]:
    A = facts.A
    s = named("s", _cofactor(profile))
    fixed = equal(times(A, L), times(L, A), Power(L, number(2)), L)
    kills = equal(times(shifted(A, 1), At(s, A)), number(0))
    fields: Fields = (("fixed", fixed), ("s", shape(s)), ("kills", kills))
    sentence = Sentence("projector_stable", fields, (PROJECTOR, STABLE, claim), (fixed, kills))
    if detail == "brief":
        return (sentence,)
    unit = shifted(A, 1)
    once, twice = Call("rank", unit), Call("rank", Power(unit, number(2)))
    ranks = equal(once, twice, number((facts.a - facts.a.identity()).rank))
    reductions = _reductions("s", _cofactor(profile), claim, detail)
    return (Display((ranks,), (PROPOSITION_2, claim)), sentence, *reductions)


def _cofactor(profile: FactoredProfile) -> FieldPolynomial:
    return divmod(profile.minpoly, profile.minpoly.of_same([-1, 1]))[0]


# -- on the circle ---------------------------------------------------------------------------


def _circular(facts: Facts, profile: FactoredProfile, claim: CircularPart, detail: str) -> tuple[Leaf, ...]:
    A, unit = facts.A, Named("I", facts.a.identity())
    circular = circular_factor(profile.spectrum)
    u, s = named("u", circular), named("s", divmod(profile.minpoly, circular)[0])
    if len(claim.stable) == 1:
        kills = equal(At(u, A), number(0))
        fields: Fields = (("u", shape(u)), ("kills", kills))
        stays = Sentence("semisimple_bounded", fields, (BOUNDED, claim), (kills,))
        moved = differ(A, unit)
    else:
        kills = equal(times(At(u, A), At(s, A)), number(0))
        fields = (("u", shape(u)), ("s", shape(s)), ("kills", kills))
        stays = Sentence("annihilator_bounded", fields, (BOUNDED, claim), (kills,))
        moved = differ(times(shifted(A, 1), At(s, A)), number(0))
    turns = Sentence("field_moves", (("moved", moved),), (PROPOSITION_2, claim), (moved,))
    if detail == "brief":
        return (stays, turns)
    return (stays, _mirror(circular, claim), turns)


def _mirror(u: FieldPolynomial, claim: Claim) -> Sentence:
    """Why the roots of u are simple and on the circle."""
    found = ratios(u.derivative)
    if not found:
        return Sentence("field_mirror_plain", (), (COHN, claim))
    return Sentence("field_mirror", (("ratios", found),), (COHN, STABLE, claim))


def _chain(facts: Facts, profile: FactoredProfile, claim: CircularChain) -> Leaf:
    p = named("p", circular_factor(profile.spectrum))
    w = Named("w", chain_start(facts.a, claim.start))
    first = differ(times(At(p, facts.A), w), number(0))
    second = equal(times(Power(At(p, facts.A), number(2)), w), number(0))
    fields: Fields = (
        ("p", shape(p)),
        ("w", equal(w, Column(matrix(w)))),
        ("first", first),
        ("second", second),
    )
    return Sentence("chain_claim", fields, (CHAIN, claim), (first, second))


def _outside(claim: EmbeddedEigenvalueOutside) -> tuple[Leaf, ...]:
    x, y, r, s = claim.disc
    centre = Approximate(Fraction(x, 1 << s), Fraction(y, 1 << s))
    fields: Fields = (
        ("count", claim.count),
        ("centre", centre),
        ("radius", Approximate(Fraction(r, 1 << s))),
    )
    return (Sentence("field_outside", fields, (DOMINANT_TERM, claim)),)


# -- roots of unity --------------------------------------------------------------------------


def _periodic(facts: Facts, claim: PeriodicPart) -> tuple[Leaf, ...]:
    A, P = facts.A, Named("P", of_parts(facts.a, claim.projector))
    fixed = equal(Power(P, number(2)), P)
    commute = equal(times(A, P), times(P, A))
    back = equal(times(Power(A, number(claim.period)), P), P)
    moved = differ(times(A, P), P)
    rest: Expr = minus(A, times(A, P))
    fields: Fields = (
        ("fixed", fixed),
        ("commute", commute),
        ("back", back),
        ("moved", moved),
        ("rest", rest),
        ("k", claim.k),
    )
    return (Sentence("field_periodic", fields, (PERIODIC, NORM, claim), (fixed, commute, back, moved)),)


def _periodic_chain(facts: Facts, claim: PeriodicChain) -> tuple[Leaf, ...]:
    w = Named("w", chain_start(facts.a, claim.start))
    step = minus(Power(facts.A, number(claim.period)), Named("I", facts.a.identity()))
    first = differ(times(step, w), number(0))
    second = equal(times(Power(step, number(2)), w), number(0))
    fields: Fields = (("w", equal(w, Column(matrix(w)))), ("first", first), ("second", second))
    return (Sentence("field_periodic_chain", fields, (CHAIN, claim), (first, second)),)
