"""The methods of proof, and which of them a given matrix admits."""

from __future__ import annotations

from symspec.errors import InputError
from symspec.proof import zero
from symspec.proof.facts import Facts
from symspec.proof.methods import (
    annihilator,
    diagonalization,
    dunford,
    eigenvector,
    gershgorin,
    integer,
    jordan,
    norm,
    perron,
    ranks,
    stein,
)
from symspec.proof.methods.method import Admission, Method, Writer
from symspec.proof.steps import Check, Remark, Section, Step
from symspec.truth import Behavior

METHODS: tuple[Method, ...] = (
    dunford.METHOD,
    ranks.METHOD,
    eigenvector.METHOD,
    jordan.METHOD,
    diagonalization.METHOD,
    annihilator.METHOD,
    norm.METHOD,
    gershgorin.METHOD,
    stein.METHOD,
    perron.METHOD,
    integer.METHOD,
)
NAMES = ("auto", *(m.name for m in METHODS))


def method_steps(facts: Facts, name: str, detail: str) -> tuple[Step, ...]:
    """The proof by the method of that name.

    Raises:
        InputError: the method does not apply to this matrix.
    """
    if name == "auto":
        return shortest(facts)[1]
    method = next(m for m in METHODS if m.name == name)
    writer = method.found(facts)
    if isinstance(writer, str):
        others = ", ".join(("auto", *applicable(facts)))
        raise InputError(
            f'the method "{name}" does not apply to this matrix: {writer}; use one of: {others}.'
        )
    written = writer(detail)
    return abridged(written) if detail == "brief" else written


def admissions(facts: Facts) -> tuple[Admission, ...]:
    """Every method, with its objection to this matrix if it has one."""
    found = ((m, m.found(facts)) for m in METHODS)
    return tuple(Admission(m.name, m.summary, f if isinstance(f, str) else "") for m, f in found)


def applicable(facts: Facts) -> tuple[str, ...]:
    """The names of the methods that apply to this matrix."""
    return tuple(a.name for a in admissions(facts) if a.applies)


def shortest(facts: Facts) -> tuple[str, tuple[Step, ...]]:
    """The shortest proof that is honest, with its name: |A| < 1 if it is, else the sources' argument."""
    name = classical_name(facts)
    if facts.behavior is not Behavior.TENDS_TO_ZERO:
        return name, method_steps(facts, name, "standard")
    by_hand = facts.is_nilpotent or facts.order == 1
    if not by_hand and min(facts.a.norm, facts.a.transpose.norm) < 1:
        return "norm", method_steps(facts, "norm", "standard")
    return name, zero.steps(facts, "auto")


def classical_name(facts: Facts) -> str:
    """The name of the argument by the spectrum: A^m = 0 annihilates a nilpotent A."""
    if facts.behavior is Behavior.TENDS_TO_ZERO:
        return "annihilator" if facts.is_nilpotent else "dunford"
    return "ranks" if facts.behavior is Behavior.CONVERGES else "eigenvector"


def abridged(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps without what repeats or comments on them: checks and remarks."""
    kept = (s for s in steps if not isinstance(s, Check | Remark))
    return tuple(Section(s.code, abridged(s.steps), s.fields) if isinstance(s, Section) else s for s in kept)


__all__ = [
    "METHODS",
    "NAMES",
    "Method",
    "Writer",
    "abridged",
    "admissions",
    "applicable",
    "classical_name",
    "method_steps",
    "shortest",
]
