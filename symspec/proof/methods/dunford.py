"""A^n -> 0 by A = D + N, the argument of the sources."""

from __future__ import annotations

from symspec.decision.certify import profile_dunford, proposition_1
from symspec.proof import brief, zero
from symspec.proof.facts import Facts
from symspec.proof.methods.method import Method, Writer, only
from symspec.proof.steps import Step
from symspec.truth import Behavior


def found(facts: Facts) -> Writer | str:
    """The proof by Dunford's decomposition, for A^n -> 0."""
    if facts.behavior is not Behavior.TENDS_TO_ZERO:
        return only("A^n -> 0", facts)
    return lambda detail: _steps(facts, detail)


METHOD = Method(
    "dunford", "A = D + N, the binomial theorem, and polynomials times geometric sequences", found
)


def _steps(facts: Facts, detail: str) -> tuple[Step, ...]:
    if detail == "brief":
        return brief.steps(facts, (proposition_1(profile_dunford(facts.a, facts.profile)),))
    return zero.steps(facts, "dunford")
