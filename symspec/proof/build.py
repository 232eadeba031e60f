"""proof(..): which argument is used for which fate, at which level of detail."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.proof import bounded, brief, limit, unbounded, zero
from symspec.proof.facts import Certified, Facts
from symspec.proof.full.build import full_steps
from symspec.proof.methods.method import Admission
from symspec.proof.methods.registry import (
    NAMES,
    admissions,
    applicable,
    classical_name,
    method_steps,
    shortest,
)
from symspec.proof.steps import ProofTree, Sentence, Step, proof_tree
from symspec.spectral.profile import JordanProfile
from symspec.truth import Behavior

DETAILS = ("brief", "standard", "full")
# Above this order a standard proof would be pages of matrices: the brief form is complete and shorter.
MAX_STANDARD_ORDER = 8


def proof(
    a: ExactMatrix,
    profile: JordanProfile,
    behavior: Behavior,
    *,
    method: str = "auto",
    detail: str = "standard",
    certified: Certified | None = None,
) -> ProofTree:
    """A proof of what A^n does: every relation in it is evaluated, every leaf cites a claim or a theorem.

    Args:
        a: the matrix A.
        profile: its Jordan profile.
        behavior: the fate of A^n.
        method: "auto", the shortest honest one, or a name of symspec.proof.methods.registry.
        detail: "brief", "standard" or "full"; matrices of order above 8 get the brief form.
        certified: gives claims that prove the behavior, where they are known already.

    Returns:
        The tree, with the name of the method that was taken; short proofs may also be by "trace".

    Raises:
        InputError: no such method or detail, or the method does not apply to this matrix.
        BudgetExceededError: no certificate within the stated limits was found.
    """
    _require_known("method", method, NAMES)
    _require_known("detail", detail, DETAILS)
    facts = Facts(a, profile, behavior, certified)
    if a.order > MAX_STANDARD_ORDER:
        detail = "brief"
    taken, written = _written(facts, method, detail)
    return proof_tree(a, behavior, method=taken, detail=detail, goal=_goal(facts), steps=written)


def proof_methods(a: ExactMatrix, profile: JordanProfile, behavior: Behavior) -> tuple[str, ...]:
    """The names of the methods that prove what the powers of this matrix do; "auto" takes one of them."""
    return applicable(Facts(a, profile, behavior))


def method_admissions(a: ExactMatrix, profile: JordanProfile, behavior: Behavior) -> tuple[Admission, ...]:
    """Every method, and why those that do not apply to this matrix do not."""
    return admissions(Facts(a, profile, behavior))


def _written(facts: Facts, method: str, detail: str) -> tuple[str, tuple[Step, ...]]:
    """The name of the method that is taken, and the steps."""
    if method != "auto":
        steps = method_steps(facts, method, "standard" if detail == "full" else detail)
        return method, full_steps(facts, steps) if detail == "full" else steps
    if detail == "brief":
        short = brief.steps(facts)
        return brief.method_of(short), short
    if detail == "full":
        return classical_name(facts), full_steps(facts, _classical(facts))
    return shortest(facts)


def _classical(facts: Facts) -> tuple[Step, ...]:
    """The argument by the spectrum."""
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return zero.steps(facts, "auto")
        case Behavior.CONVERGES:
            return limit.steps(facts)
        case Behavior.BOUNDED_DIVERGENT:
            return bounded.steps(facts)
        case Behavior.UNBOUNDED:
            return unbounded.steps(facts)


def _require_known(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise InputError(f'there is no {what} "{given}" for proofs; use one of: {", ".join(known)}.')


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
