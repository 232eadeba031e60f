"""Eigenvalues: each number is a root of det(x I - A) with the given multiplicity, and none is missing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.analysis import Analysis
from symspec.exercises.properties.facts import centre, is_near, multiplicity
from symspec.exercises.spectrum_answer import EigenvaluesAnswer, GivenEigenvalue
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect, partial

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber


@dataclass(frozen=True, slots=True)
class Counted:
    """One value of the answer.

    Attributes:
        given: how it was written first.
        times: how often the answer counts it.
        true: its multiplicity as a root of det(x I - A).
        stated: the answer speaks of its multiplicity.
    """

    given: GivenEigenvalue
    times: int
    true: int
    stated: bool

    @property
    def value(self) -> Fraction | AlgebraicNumber:
        return self.given.value


def counted(an: Analysis, answer: EigenvaluesAnswer) -> tuple[Counted, ...]:
    """The distinct values of the answer with their multiplicities, given and true."""
    groups: list[list[GivenEigenvalue]] = []
    for e in answer.eigenvalues:
        group = next((g for g in groups if g[0].value == e.value), None)
        if group is None:
            groups.append([e])
        else:
            group.append(e)
    chi = an.matrix.charpoly
    return tuple(Counted(g[0], _times(g), multiplicity(chi, g[0].value), _is_stated(g)) for g in groups)


def _times(group: list[GivenEigenvalue]) -> int:
    """1 (double), 1 (double) says twice what 1, 1 says."""
    if all(e.multiplicity == len(group) for e in group):
        return len(group)
    return sum(e.times for e in group)


def _is_stated(group: list[GivenEigenvalue]) -> bool:
    return len(group) > 1 or any(e.multiplicity is not None for e in group)


def judged_eigenvalues(an: Analysis, answer: EigenvaluesAnswer) -> Judgement:
    """Whether the answer is the spectrum with multiplicities.

    A set without multiplicities may name each eigenvalue once. The score is the part of the n eigenvalues
    that was found, less the numbers too many; with wrong numbers among them more than half must be right.
    """
    n = an.matrix.order
    groups = counted(an, answer)
    matched = sum(min(c.times, c.true) for c in groups)
    given = sum(c.times for c in groups)
    if matched == given == n:
        return correct(found("eigenvalues.correct"))
    if _names_each_once(an, groups):
        if answer.as_set:
            return correct(found("eigenvalues.correct_as_a_set", ("order", n)))
        return partial(Fraction(matched, n), found("eigenvalues.multiplicity_not_stated", ("order", n)))
    wrong = [c for c in groups if c.true == 0]
    score = Fraction(max(0, 2 * matched - given), n)
    findings = (*_of_wrong(an, wrong), *_of_counts(groups), *_of_missing(an, groups, matched, given))
    evidence = tuple(_evidence(an, c) for c in wrong)
    if score and (not wrong or 2 * matched > n):
        return partial(score, *findings, evidence=evidence)
    return incorrect(*findings, evidence=evidence)


def _names_each_once(an: Analysis, groups: tuple[Counted, ...]) -> bool:
    distinct = sum(f.degree for f, _ in an.matrix.charpoly.factors)
    return all(c.true and not c.stated for c in groups) and len(groups) == distinct


def _of_wrong(an: Analysis, wrong: list[Counted]) -> list[Finding]:
    return [
        found(
            "eigenvalues.not_exact" if is_approximation(an, c.given) else "eigenvalues.not_a_root",
            ("value", shown(c.given)),
        )
        for c in wrong
    ]


def is_approximation(an: Analysis, e: GivenEigenvalue) -> bool:
    """A decimal close to an eigenvalue that it is not equal to."""
    if not e.decimal:
        return False
    here = centre(e.value)
    return any(is_near(here, centre(z.value), e.places) for z in an.spectrum.eigenvalues)


def shown(e: GivenEigenvalue) -> str:
    """The number as it was written if it is a decimal, else in its short form."""
    return e.written if e.decimal else str(e.value)


def _of_counts(groups: tuple[Counted, ...]) -> list[Finding]:
    return [
        found("eigenvalues.multiplicity", ("value", shown(c.given)), ("times", c.times))
        for c in groups
        if c.true and c.times != c.true and (c.stated or c.times > c.true)
    ]


def _of_missing(an: Analysis, groups: tuple[Counted, ...], matched: int, given: int) -> list[Finding]:
    n = an.matrix.order
    findings = []
    if given > n:
        findings.append(found("eigenvalues.too_many", ("given", given), ("order", n)))
    if given < n:
        right = [shown(c.given) for c in groups if c.true]
        code = "eigenvalues.missing" if right else "eigenvalues.too_few"
        fields = (("right", ", ".join(right)), ("given", given), ("order", n), ("trace", an.matrix.trace))
        findings.append(found(code, *fields))
    return findings


def _evidence(an: Analysis, c: Counted) -> Evidence:
    """det(v I - A), which is not 0; for an irrational v its minimal polynomial, no factor of det(x I - A)."""
    if isinstance(c.value, Fraction):
        return Evidence(f"det({c.value} I - A)", an.matrix.charpoly(c.value))
    return Evidence(f"minimal polynomial of {shown(c.given)}", c.value.minpoly.coefficients)
