"""Proposition 2: the spectrum, and the ranks of A - I and (A - I)^2."""

from __future__ import annotations

from symspec.decision.certify import proposition_2
from symspec.proof import brief, limit, unbounded
from symspec.proof.facts import Facts
from symspec.proof.methods.method import Method, Writer, only
from symspec.proof.steps import Step
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior


def found(facts: Facts) -> Writer | str:
    """The proof by Proposition 2: both conditions hold, or only the first one."""
    if facts.behavior is Behavior.CONVERGES:
        return lambda detail: _steps(facts, detail)
    at_one = facts.profile.at_one
    inside = all(f.counts.inside == f.polynomial.degree or f.is_one for f in facts.profile.factors)
    if at_one is not None and at_one.index > 1 and inside:
        return lambda detail: unbounded.chain_steps(facts, at_one)
    return only("A^n -> L with L not 0, or that the ranks differ", facts)


METHOD = Method("ranks", "Proposition 2: rk(A - I) = rk((A - I)^2), and L = s(A)/s(1)", found)


def _steps(facts: Facts, detail: str) -> tuple[Step, ...]:
    if detail == "brief":
        claim = proposition_2(facts.a, facts.profile, projector_at_one(facts.a, facts.profile))
        return brief.steps(facts, (claim,))
    return limit.steps(facts)
