"""By hand over a number field: the characteristic polynomial, eigenvectors, P, and the ranks at 1."""

from __future__ import annotations

from symspec.certificate import Claim
from symspec.proof.entries import entries_of
from symspec.proof.facts import Facts
from symspec.proof.formula import Factored, Named, equal
from symspec.proof.full.basis import basis_section
from symspec.proof.full.build import eigenvector_section, eigenvectors, rank_steps
from symspec.proof.full.charpoly import charpoly_section
from symspec.proof.full.numbers import RANK, is_readable
from symspec.proof.steps import Display, Section, Sentence, Step
from symspec.truth import Behavior

# Order times degree of the field: beyond, the entries of nearly every step fill lines.
MAX_SIZE = 24


def field_full_steps(
    facts: Facts, standard: tuple[Step, ...], charpoly: Claim, claim: Claim
) -> tuple[Step, ...]:
    """The steps of an argument over a number field K, with its computations written out by hand.

    Args:
        facts: about A, its factors over K.
        standard: the argument, its first section on the spectrum.
        charpoly, claim: what the characteristic polynomial and the fate of A^n stand on.

    Returns:
        Steps with the same conclusion; the standard ones where the entries would fill pages.
    """
    if facts.order * facts.a.field.degree > MAX_SIZE or not is_readable(entries_of(facts.a)):
        return standard
    first, *others = standard
    hand: list[Step] = [charpoly_section(facts.A, facts.profile.charpoly, charpoly), _roots(facts, first)]
    if facts.profile.factors:
        found = eigenvectors(facts)
        basis = basis_section(facts.A, found)
        hand += [eigenvector_section(facts.profile.charpoly, found), *((basis,) if basis else ())]
    if facts.behavior is Behavior.CONVERGES:
        ranks = (*rank_steps(facts, 1, claim), *rank_steps(facts, 2, claim))
        hand.append(Section("ranks", ranks, (), Sentence("hint_ranks", (), (RANK,))))
    return (*hand, *others)


def _roots(facts: Facts, section: Step) -> Step:
    """The section on the spectrum without the expansion that the one before it has shown."""
    if not isinstance(section, Section):
        return section
    told = tuple(step for step in section.steps if not isinstance(step, Display))
    factors = tuple((f.polynomial, f.multiplicity) for f in facts.profile.factors)
    chi = Named("chi", facts.profile.charpoly)
    shown = tuple(
        Display((equal(chi, Factored(factors)),), step.because)
        for step in section.steps
        if isinstance(step, Display) and factors and len(factors) + factors[0][1] > 2
    )
    return Section("by_hand_roots", (*shown, *told))
