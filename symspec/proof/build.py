"""proof(..): which argument is used for which fate, at which level of detail."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.proof import bounded, brief, limit, unbounded, zero
from symspec.proof.facts import Facts
from symspec.proof.steps import ProofTree, Sentence, Step, proof_tree
from symspec.spectral.profile import JordanProfile
from symspec.truth import Behavior

METHODS = ("auto", "dunford", "ranks")
DETAILS = ("brief", "standard")
# Above this order a standard proof would be pages of matrices: the brief form is complete and shorter.
MAX_STANDARD_ORDER = 8

_PROVED_BY = {
    "dunford": (Behavior.TENDS_TO_ZERO, "A^n -> 0"),
    "ranks": (Behavior.CONVERGES, "A^n -> L with L not 0"),
}


def proof(
    a: ExactMatrix,
    profile: JordanProfile,
    behavior: Behavior,
    *,
    method: str = "auto",
    detail: str = "standard",
) -> ProofTree:
    """A proof of what A^n does: every relation in it is evaluated, every leaf cites a claim or a theorem.

    Args:
        a: the matrix A.
        profile: its Jordan profile.
        behavior: the fate of A^n.
        method: "auto", "dunford" (for A^n -> 0) or "ranks" (for a non-zero limit).
        detail: "brief" or "standard"; matrices of order above 8 get the brief form.

    Raises:
        InputError: no such method or detail, or the method does not prove this fate.
        BudgetExceededError: no certificate within the stated limits was found.
    """
    _require_known("method", method, METHODS)
    _require_known("detail", detail, DETAILS)
    _require_fitting(method, behavior)
    facts = Facts(a, profile, behavior)
    if a.order > MAX_STANDARD_ORDER:
        detail = "brief"
    written = brief.steps(facts) if detail == "brief" else _standard(facts, method)
    return proof_tree(a, behavior, method=method, detail=detail, goal=_goal(facts), steps=written)


def _require_known(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise InputError(f'there is no {what} "{given}" for proofs; use one of: {", ".join(known)}.')


def _require_fitting(method: str, behavior: Behavior) -> None:
    fate, statement = _PROVED_BY.get(method, (behavior, ""))
    if fate is not behavior:
        raise InputError(
            f'the method "{method}" proves {statement}, but the powers of this matrix are of another kind '
            f'({behavior.value.replace("_", " ")}); use method="auto".'
        )


def _goal(facts: Facts) -> Sentence:
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return zero.goal(facts)
        case Behavior.CONVERGES:
            return limit.goal(facts)
        case Behavior.BOUNDED_DIVERGENT:
            return bounded.goal(facts)
        case Behavior.UNBOUNDED:
            return unbounded.goal(facts)


def _standard(facts: Facts, method: str) -> tuple[Step, ...]:
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return zero.steps(facts, method)
        case Behavior.CONVERGES:
            return limit.steps(facts)
        case Behavior.BOUNDED_DIVERGENT:
            return bounded.steps(facts)
        case Behavior.UNBOUNDED:
            return unbounded.steps(facts)
