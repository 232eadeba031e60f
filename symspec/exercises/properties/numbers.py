"""Spectral radius, growth and ranks: each number against its definition."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.algebra.numbers.algebraic import compare_modulus
from symspec.analysis import Analysis
from symspec.exercises.growth_answer import GrowthAnswer
from symspec.exercises.number_answer import NumberAnswer, RanksAnswer
from symspec.exercises.properties.facts import centre, is_near
from symspec.exercises.verdict import Finding, Judgement, correct, found, incorrect, partial

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber

HALF = Fraction(1, 2)

# -- spectral radius ----------------------------------------------------------------------------


def is_nonnegative(x: Fraction | AlgebraicNumber) -> bool:
    """x is real and x >= 0."""
    return bool((isinstance(x, Fraction) or x.is_real) and x >= 0)


def judged_spectral_radius(an: Analysis, answer: NumberAnswer) -> Judgement:
    """x is real, x >= 0, x = |z| for an eigenvalue z, and no eigenvalue has a larger modulus."""
    x = answer.value
    order = compare_modulus(an.growth.dominant, x)
    if order == 0 and is_nonnegative(x):
        return correct(found("spectral_radius.correct"))
    if not is_nonnegative(x):
        return incorrect(found("spectral_radius.not_a_modulus", ("value", answer.echo)))
    if answer.places and is_near(centre(an.spectral_radius), centre(x), answer.places):
        return incorrect(found("spectral_radius.not_exact"))
    code = "spectral_radius.too_small" if order > 0 else "spectral_radius.too_large"
    return incorrect(found(code, ("value", answer.echo)))


def in_spectral_radius(an: Analysis, answer: NumberAnswer) -> Iterator[Finding]:
    """An eigenvalue for its modulus; the largest real one; the smallest; a norm; the determinant."""
    x, a = answer.value, an.matrix
    if not is_nonnegative(x):
        if compare_modulus(an.growth.dominant, x) == 0:
            yield found("spectral_radius.sign")
        return
    if any(compare_modulus(e.value, x) == 0 for e in an.spectrum.eigenvalues):
        yield found("spectral_radius.other_eigenvalue")
    elif x in (abs(a.trace), abs(a.det)):
        yield found("spectral_radius.trace_or_determinant")
    elif isinstance(x, Fraction) and all(isinstance(y, Fraction) for row in a.tolist() for y in row):
        sums = [sum(map(abs, row)) for m in (a, a.transpose) for row in m.tolist()]
        if x in (max(abs(y) for row in a.tolist() for y in row), a.norm, max(sums), a.transpose.norm):
            yield found("spectral_radius.norm")


# -- growth -------------------------------------------------------------------------------------


def judged_growth(an: Analysis, answer: GrowthAnswer) -> Judgement:
    """|A^n| lies between multiples of n^k rho^n: rho the spectral radius, k + 1 the largest block there."""
    truth = an.growth
    if truth.zero_from is None and answer.rate == 0:
        return incorrect(found("growth.never_zero"))
    if truth.zero_from is not None and answer.zero_from is not None:
        return _judged_zero(truth.zero_from, answer.zero_from)
    if truth.zero_from is not None:
        zero = answer.rate == 0 if isinstance(answer.rate, Fraction) else False
        return correct(found("growth.correct")) if zero else incorrect(found("growth.nilpotent"))
    rate = compare_modulus(truth.dominant, answer.rate) == 0 and is_nonnegative(answer.rate)
    if rate and answer.degree == truth.degree:
        return correct(found("growth.correct"))
    if rate and answer.degree is None:
        return partial(HALF, found("growth.degree_missing"))
    if rate:
        return partial(HALF, found("growth.degree", ("degree", answer.degree)))
    if answer.degree == truth.degree:
        return incorrect(found("growth.rate"))
    return incorrect(found("growth.rate"), found("growth.degree", ("degree", answer.degree)))


def _judged_zero(true: int, given: int) -> Judgement:
    """A^n = 0 from the given n on."""
    if given < true:
        return incorrect(found("growth.not_yet_zero", ("n", given)))
    return correct(found("growth.correct"), *(found("growth.zero_earlier"),) * (given > true))


def in_growth(an: Analysis, answer: GrowthAnswer) -> Iterator[Finding]:
    """The block overlooked; the size of the block for the exponent; the multiplicity for the block."""
    truth = an.growth
    if truth.zero_from is not None or compare_modulus(truth.dominant, answer.rate) != 0:
        return
    if answer.degree == 0 < truth.degree:
        yield found("growth.block_overlooked")
    elif answer.degree == truth.degree + 1:
        yield found("growth.size_for_exponent")
    elif answer.degree is not None and answer.degree > truth.degree:
        times = [e.algebraic_multiplicity for e in an.spectrum.eigenvalues]
        if answer.degree + 1 in times:
            yield found("growth.multiplicity_for_block")


# -- ranks --------------------------------------------------------------------------------------


def judged_ranks(an: Analysis, answer: RanksAnswer) -> Judgement:
    """rk(A - I) and rk((A - I)^2), and whatever else is stated; the score is the part that is right."""
    wrong = [(what, given) for what, true, given in answer.ranks if true != given]
    missing = 2 - len(answer.asked)
    if not wrong and not missing:
        return correct(found("ranks.correct"))
    findings = tuple(found("ranks.wrong", ("matrix", what), ("given", given)) for what, given in wrong)
    if missing:
        findings = (*findings, found("ranks.missing"))
    score = Fraction(max(0, 2 - missing - len(wrong)), 2)
    return partial(score, *findings) if score else incorrect(*findings)


def in_ranks(an: Analysis, answer: RanksAnswer) -> Iterator[Finding]:
    """The dimension of the kernel for the rank."""
    n = an.matrix.order
    wrong = [(true, given) for _, true, given in answer.ranks if true != given]
    if any(given > n or given < 0 for _, given in wrong):
        yield found("ranks.range", ("order", n))
    elif all(given == n - true for true, given in wrong):
        yield found("ranks.nullity")
