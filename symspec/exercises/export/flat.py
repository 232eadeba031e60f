"""Parts that a system without exact algebra can judge: true or false, a choice, a few rational numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from symspec.analysis import Analysis
from symspec.errors import InputError
from symspec.exercises.export.words import word
from symspec.exercises.properties.statements import is_true
from symspec.exercises.questions.record import Instance, Part
from symspec.truth import Behavior


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement that is true or not."""

    text: str
    answer: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sentences is right."""

    text: str
    options: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Rational numbers, each with the label in front of its gap."""

    text: str
    gaps: tuple[tuple[str, Fraction], ...]


Flat = TrueFalse | Choice | Numbers


def flat(instance: Instance, part: Part, lang: str) -> Flat:
    """The part in a form that needs no algebra to judge.

    Raises:
        InputError: the task has no such form, or the answer is not rational: only symspec can judge it.
    """
    make = FLAT.get(part.task)
    found = None if make is None else make(instance, part, lang)
    if found is None:
        raise InputError(
            f'the part "{part.name}" (task "{part.task}") has no form that Moodle or GIFT can judge; '
            f"use one of: {', '.join(FLAT)}, with rational answers; or export to PrairieLearn, "
            "which calls symspec."
        )
    return found


def _true_false(instance: Instance, part: Part, lang: str) -> Flat:
    return TrueFalse(part.text(lang), is_true(instance.analysis, str(part.about)))


def _convergence(instance: Instance, part: Part, lang: str) -> Flat:
    fates = list(Behavior)
    options = tuple(word(f"behavior.{fate.value}", lang) for fate in fates)
    return Choice(part.text(lang), options, fates.index(instance.analysis.behavior))


def _ranks(instance: Instance, part: Part, lang: str) -> Flat:
    once, twice = instance.analysis.ranks_at_one
    return Numbers(part.text(lang), (("rk(A - I) =", Fraction(once)), ("rk((A - I)^2) =", Fraction(twice))))


def _eigenvalues(instance: Instance, part: Part, lang: str) -> Flat | None:
    an = instance.analysis
    found = [(f.polynomial, f.multiplicity) for f in an.profile.factors]
    if any(p.degree > 1 for p, _ in found):
        return None
    values = sorted(-p.coefficients[0] for p, m in found for _ in range(m))
    text = f"{part.text(lang)} {word('ascending', lang)}"
    return Numbers(text, tuple((f"lambda_{k} =", z) for k, z in enumerate(values, 1)))


def _spectral_radius(instance: Instance, part: Part, lang: str) -> Flat | None:
    rho = instance.analysis.spectral_radius
    return Numbers(part.text(lang), (("rho =", rho.rational),)) if rho.is_rational else None


def _limit(instance: Instance, part: Part, lang: str) -> Flat | None:
    an: Analysis = instance.analysis
    if not an.behavior.has_limit:
        return None
    rows = an.limit.tolist()
    return Numbers(
        part.text(lang),
        tuple((f"L_{i}{j} =", x) for i, row in enumerate(rows, 1) for j, x in enumerate(row, 1)),
    )


FLAT: Mapping[str, Callable[[Instance, Part, str], Flat | None]] = {
    "true_false": _true_false,
    "convergence": _convergence,
    "ranks": _ranks,
    "eigenvalues": _eigenvalues,
    "spectral_radius": _spectral_radius,
    "limit": _limit,
}
