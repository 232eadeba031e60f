"""The limit of A^n: it exists, and is the L with L^2 = L, AL = LA = L and rk L = n - rk(A - I)."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.parse import LimitAnswer
from symspec.exercises.properties.facts import (
    as_data,
    first_difference,
    is_projector,
    is_projector_at_one,
    is_rounded,
)
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect
from symspec.syntax.spelling import spelled
from symspec.truth import Behavior


def judged_limit(an: Analysis, answer: LimitAnswer) -> Judgement:
    """Whether the answer is the limit, or rightly says that there is none."""
    if answer.limit is not None:
        return _judged_matrix(an, answer.limit.matrix, decimal=answer.limit.decimal)
    if answer.number is not None:
        shown = spelled(answer.number)
        return incorrect(found("limit.not_a_matrix", ("value", shown), ("order", an.matrix.order)))
    if answer.fate in ("converges", "converges_not_to_zero"):
        return incorrect(found("limit.not_given"))
    return _judged_denial(an, answer.fate or "diverges")


def _judged_denial(an: Analysis, fate: str) -> Judgement:
    if an.behavior.has_limit:
        return incorrect(found("limit.exists"), evidence=(_ranks(an),))
    if fate == "unbounded" and an.behavior is Behavior.BOUNDED_DIVERGENT:
        return incorrect(found("limit.not_infinite"))
    if fate == "bounded":
        return incorrect(found("limit.not_given"))
    if fate in ("bounded_divergent", "oscillates") and an.behavior is Behavior.UNBOUNDED:
        return correct(found("limit.correct_none"), found("limit.not_bounded"))
    return correct(found("limit.correct_none"))


def _judged_matrix(an: Analysis, m: ExactMatrix, *, decimal: bool) -> Judgement:
    a = an.matrix
    if m.shape != a.shape:
        return incorrect(found("limit.size", ("size", "{} x {}".format(*m.shape)), ("order", a.order)))
    if not an.behavior.has_limit:
        return incorrect(found("limit.does_not_exist"), evidence=(_ranks(an),))
    if is_projector_at_one(a, m):
        return correct(found("limit.correct"))
    failed = _failed(a, m)
    findings = tuple(finding for finding, _ in failed)
    if decimal and is_rounded(m, an.limit):
        findings = (found("limit.not_exact"), *findings)
    return incorrect(*findings, evidence=tuple(item for _, item in failed))


def _ranks(an: Analysis) -> Evidence:
    return Evidence("(rk(A - I), rk((A - I)^2))", an.ranks_at_one)


def _failed(a: ExactMatrix, m: ExactMatrix) -> list[tuple[Finding, Evidence]]:
    """The defining equations that do not hold, each with what shows it."""
    failed = []
    for code, name, rest in (
        ("limit.not_fixed", "AL - L", a @ m - m),
        ("limit.not_fixed_right", "LA - L", m @ a - m),
    ):
        if not rest.is_zero:
            failed.append((found(code, ("place", first_difference(rest))), Evidence(name, as_data(rest))))
    if not is_projector(m):
        rest = m @ m - m
        failed.append(
            (
                found("limit.not_idempotent", ("place", first_difference(rest))),
                Evidence("L^2 - L", as_data(rest)),
            )
        )
    if m.rank != a.order - (a - a.identity()).rank:
        failed.append((found("limit.rank", ("rank", m.rank)), Evidence("rk L", m.rank)))
    return failed
