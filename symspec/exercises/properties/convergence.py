"""What becomes of A^n: the verdict is judged; a false reason brings a remark and leaves the status."""

from __future__ import annotations

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.analysis import Analysis
from symspec.exercises.parse import ConvergenceAnswer
from symspec.exercises.properties.facts import is_projector_at_one
from symspec.exercises.properties.reasons import false_reasons
from symspec.exercises.verdict import HALF, Evidence, Finding, Judgement, correct, found, incorrect, partial
from symspec.truth import Behavior

_RIGHT: dict[str, frozenset[Behavior]] = {
    "tends_to_zero": frozenset({Behavior.TENDS_TO_ZERO}),
    "converges": frozenset({Behavior.TENDS_TO_ZERO, Behavior.CONVERGES}),
    "converges_not_to_zero": frozenset({Behavior.CONVERGES}),
    "bounded_divergent": frozenset({Behavior.BOUNDED_DIVERGENT}),
    "bounded": frozenset({Behavior.BOUNDED_DIVERGENT}),
    "oscillates": frozenset({Behavior.BOUNDED_DIVERGENT}),
    "unbounded": frozenset({Behavior.UNBOUNDED}),
    "diverges": frozenset({Behavior.BOUNDED_DIVERGENT, Behavior.UNBOUNDED}),
}
"""For each thing that can be said, the fates for which it is the answer."""


def judged_convergence(an: Analysis, answer: ConvergenceAnswer) -> Judgement:
    """The verdict against the fate of A^n.

    "bounded" is true but not all, and earns a half: where there is a limit, and where there is none, unless
    a true reason about the eigenvalues stands beside it, as in "bounded, because |lambda| = 1".
    """
    remarks = (*false_reasons(an, answer), *_of_limit(an, answer))
    evidence = (Evidence("(rk(A - I), rk((A - I)^2))", an.ranks_at_one),)
    if answer.fate == "bounded" and an.behavior is Behavior.BOUNDED_DIVERGENT:
        reasoned = "#" in answer.reason and not remarks
        if not reasoned:
            return partial(HALF, found("convergence.incomplete_bounded"), *remarks, evidence=evidence)
        return correct(found("convergence.correct"), found("convergence.say_no_limit"), evidence=evidence)
    if an.behavior in _RIGHT[answer.fate]:
        return correct(found("convergence.correct"), *remarks, evidence=evidence)
    if answer.fate == "bounded" and an.behavior.has_limit:
        return partial(HALF, found("convergence.incomplete"), *remarks, evidence=evidence)
    return incorrect(found(_code(an.behavior, answer.fate)), *remarks, evidence=evidence)


def _of_limit(an: Analysis, answer: ConvergenceAnswer) -> tuple[Finding, ...]:
    if answer.limit is None or not an.behavior.has_limit:
        return ()
    m = answer.limit.matrix
    foreign = isinstance(m, FieldMatrix) and not isinstance(an.matrix, FieldMatrix)
    right = not foreign and m.shape == an.matrix.shape and is_projector_at_one(an.matrix, m)
    return () if right else (found("convergence.limit_wrong"),)


def _code(truth: Behavior, said: str) -> str:
    """Which two things were confused."""
    if said in ("tends_to_zero", "converges", "converges_not_to_zero"):
        if truth.has_limit:
            return "convergence.not_to_zero" if truth is Behavior.CONVERGES else "convergence.to_zero"
        return "convergence.no_limit"
    if truth.has_limit:
        return "convergence.has_limit"
    return "convergence.not_bounded" if truth is Behavior.UNBOUNDED else "convergence.not_unbounded"
