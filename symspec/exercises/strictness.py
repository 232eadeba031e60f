"""A judgement under the policy of the lecturer: rounding, tolerance, reasons, the first power."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.number_answer import NumberAnswer
from symspec.exercises.parse import ConvergenceAnswer, LimitAnswer
from symspec.exercises.policy import STRICT, Policy
from symspec.exercises.properties.statements import StatementAnswer
from symspec.exercises.spectrum_answer import EigenvaluesAnswer, GivenEigenvalue
from symspec.exercises.verdict import HALF, Judgement, correct, found, partial

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber

_FOLLOWS_FROM_ROUNDING = frozenset(
    (
        "limit.not_fixed", "limit.not_fixed_right", "limit.not_idempotent", "limit.rank", "dunford.sum",
        "dunford.not_commuting", "dunford.not_nilpotent", "dunford.not_diagonalizable", "charpoly.trace",
        "charpoly.determinant", "charpoly.coefficient", "minpoly.not_annihilating", "diagonalization.only_D",
        "diagonalization.equation", "eigenvectors.wrong", "eigenvectors.not_for_this_value",
        "eigenvectors.not_an_eigenvalue", "spectral_radius.too_small", "spectral_radius.too_large",
    )
)  # fmt: skip


def under(policy: Policy, task: str, an: Analysis, given: object, judgement: Judgement) -> Judgement:
    """The judgement as the policy has it."""
    if policy == STRICT:
        return judgement
    if judgement.status != "correct":
        if policy.tolerance is not None and is_within(an, given, Fraction(policy.tolerance)):
            return correct(found("answer.within_tolerance", ("tolerance", policy.tolerance)))
        if policy.inexact and is_rounded_only(judgement):
            return _scored(Fraction(policy.inexact), judgement)
        return judgement
    codes = {f.code for f in judgement.findings}
    if policy.power_from == 0 and "power.from_one" in codes:
        return partial(HALF, found("power.wrong_at_zero"))
    if policy.reason == "required" and isinstance(given, ConvergenceAnswer | StatementAnswer):
        return _with_reason(given, codes, judgement)
    return judgement


def is_rounded_only(judgement: Judgement) -> bool:
    """Everything that was found comes from rounding."""
    codes = {f.code for f in judgement.findings}
    rounded = {c for c in codes if c.endswith(".not_exact")}
    return bool(rounded) and codes - rounded <= _FOLLOWS_FROM_ROUNDING


def _scored(score: Fraction, judgement: Judgement) -> Judgement:
    findings = (found("answer.rounded"), *(f for f in judgement.findings if f.code.endswith(".not_exact")))
    status = "correct" if score == 1 else "partial"
    return replace(judgement, status=status, score=score, findings=findings)


def _with_reason(
    given: ConvergenceAnswer | StatementAnswer, codes: set[str], judgement: Judgement
) -> Judgement:
    if any(code.startswith("convergence.reason_") for code in codes):
        return partial(HALF, found("answer.reason_false"), *judgement.findings, evidence=judgement.evidence)
    if not given.reason.strip():
        return partial(HALF, found("answer.reason_missing"), evidence=judgement.evidence)
    return judgement


# -- tolerance ------------------------------------------------------------------------------------


def is_within(an: Analysis, given: object, tolerance: Fraction) -> bool:
    """Every number of the answer is exact, or a decimal within the tolerance of the exact one."""
    match given:
        case NumberAnswer(value, _, places):
            return bool(places) and is_near(an.spectral_radius, value, tolerance)
        case EigenvaluesAnswer(values):
            return _are_matched(an, values, tolerance)
        case LimitAnswer(limit) if limit is not None and limit.decimal and an.behavior.has_limit:
            return limit.matrix.shape == an.matrix.shape and _entries_near(an.limit, limit.matrix, tolerance)
    return False


def is_near(x: AlgebraicNumber, y: Fraction | AlgebraicNumber, tolerance: Fraction) -> bool:
    """|x - y| <= tolerance."""
    from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus

    difference = x - (y if isinstance(y, AlgebraicNumber) else AlgebraicNumber.of(y))
    return compare_modulus(difference, tolerance) <= 0


def _entries_near(m: ExactMatrix, n: ExactMatrix, tolerance: Fraction) -> bool:
    pairs = zip(m.tolist(), n.tolist(), strict=True)
    return all(abs(x - y) <= tolerance for r, s in pairs for x, y in zip(r, s, strict=True))


def _are_matched(an: Analysis, given: tuple[GivenEigenvalue, ...], tolerance: Fraction) -> bool:
    """A one-to-one assignment of the given numbers to the eigenvalues, each pair within the tolerance."""
    exact = [e.value for e in an.spectrum.eigenvalues for _ in range(e.algebraic_multiplicity)]
    numbers = [(e.value, tolerance if e.decimal else Fraction(0)) for e in given for _ in range(e.times)]
    if len(exact) != len(numbers):
        return False
    near = [[j for j, z in enumerate(exact) if is_near(z, x, most)] for x, most in numbers]
    taken: dict[int, int] = {}
    return all(_assigned(i, near, taken, set()) for i in range(len(numbers)))


def _assigned(i: int, near: list[list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """An augmenting path from number i, as in bipartite matching."""
    for j in near[i]:
        if j not in seen:
            seen.add(j)
            if j not in taken or _assigned(taken[j], near, taken, seen):
                taken[j] = i
                return True
    return False
