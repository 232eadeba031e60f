"""Everything that is written by hand, put around an argument of standard length."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.polynomial import Polynomial
from symspec.certificate import Claim
from symspec.decision.certify import profile_dunford
from symspec.decision.witnesses import charpoly_claim, dunford_claim
from symspec.proof.elimination import Combination, reduction
from symspec.proof.entries import entries_of
from symspec.proof.facts import Facts, shifted
from symspec.proof.formula import Call, Expr, Power, equal, number
from symspec.proof.full.basis import basis_section
from symspec.proof.full.charpoly import charpoly_section
from symspec.proof.full.eigenspaces import Chains, eigen_chains
from symspec.proof.full.factoring import factoring_section
from symspec.proof.full.newton import newton_sections
from symspec.proof.full.numbers import BLOCK_POWER, RANK, ROWS, eigenvalue, shown_factor
from symspec.proof.full.powers import powers_section
from symspec.proof.full.shifts import Counter, power_reduction
from symspec.proof.steps import (
    Check,
    Conclusion,
    Display,
    Reason,
    RowReduction,
    Section,
    Sentence,
    Step,
    leaves,
)

LISTED = ("triangular", "eigenvalues", "only_eigenvalue", "rational_eigenvalues", "rational_eigenvalue")
# R_2 <- R_2 - 3 R_1.
EXAMPLE = Combination(1, Fraction(1), 0, Fraction(3))
# What other methods tell about P and J.
SHOWN_BY_HAND = ("blocks", "jordan")
PAIRS = ("pair_inside", "pair_on_circle")
RANK_RESULTS = ("ranks_agree", "ranks_differ")


def full_steps(facts: Facts, standard: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps of an argument, with its computations written out by hand.

    Args:
        facts: about A.
        standard: the argument; its sections on the spectrum, the ranks and the decomposition are replaced.

    Returns:
        Steps with the same conclusion.
    """
    if not any(isinstance(step, Section) and step.code == "spectrum" for step in standard):
        return standard
    has_powers = any(isinstance(step, Section) and step.code == "powers" for step in standard)
    work = _Work(facts, eigenvectors(facts), has_powers)
    made: list[Step] = []
    for step in standard:
        made += _replaced(work, step) if isinstance(step, Section) else (step,)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Work:
    """What the sections share.

    Attributes:
        facts: about A.
        found: the eigenvectors and chains of each factor.
        has_powers: the argument itself has a section on the powers of A.
    """

    facts: Facts
    found: tuple[Chains, ...]
    has_powers: bool

    @property
    def has_eigenbasis(self) -> bool:
        """The eigenvectors that were found are a basis."""
        return self.facts.profile.is_diagonalizable and all(c.chains for c in self.found)

    @property
    def has_rational_basis(self) -> bool:
        """P, J and P^-1 are written out."""
        return self.facts.splits and all(c.chains for c in self.found)


def _replaced(work: _Work, section: Section) -> tuple[Step, ...]:
    facts = work.facts
    match section.code:
        case "spectrum":
            return _by_hand(work, section)
        case "ranks" if facts.order > 1:
            return (_ranks(facts, section),)
        case "decomposition":
            return (_decomposition(facts, section),)
        case "diagonalizable" if work.has_eigenbasis and facts.order > 1:
            return ()
        case "powers" if (
            facts.order > 1
            and facts.splits
            and work.has_eigenbasis
            and not _tells(section, "diagonal_powers_shown")
        ):
            told = Sentence("power_of_diagonal", (), (BLOCK_POWER,))
            return (Section(section.code, (told, *section.steps), section.fields, section.hint),)
    if section.code in SHOWN_BY_HAND and work.has_rational_basis and not _concludes(section):
        return ()
    return (section,)


def _tells(section: Section, code: str) -> bool:
    return any(isinstance(step, Sentence) and step.code == code for step in section.steps)


def _concludes(section: Section) -> bool:
    return any(isinstance(leaf, Conclusion) for leaf in leaves(section.steps))


def _by_hand(work: _Work, section: Section) -> tuple[Step, ...]:
    """Characteristic polynomial, roots and their places, eigenvectors and chains, P, and the powers."""
    facts, found = work.facts, work.found
    claim = charpoly_claim(facts.profile.charpoly)
    roots = factoring_section(facts.profile, claim)
    places = tuple(_after_formula(step) for step in section.steps if not _is_replaced(step))
    basis = basis_section(facts.A, found)
    made: list[Step] = [
        charpoly_section(facts.A, facts.profile.charpoly, claim),
        Section(roots.code, (*roots.steps, *places), roots.fields, roots.hint),
    ]
    if facts.order == 1:  # the number itself tells the rest
        return tuple(made)
    made += (eigenvector_section(facts.profile.charpoly, found), *((basis,) if basis else ()))
    if not work.has_powers:
        made += _powers(facts, has_basis=basis is not None)
    return tuple(made)


def _after_formula(step: Step) -> Step:
    """Where a pair of conjugate roots is, without what the quadratic formula has told before."""
    if not isinstance(step, Sentence) or step.code not in PAIRS:
        return step
    kept = tuple((name, value) for name, value in step.fields if name in ("p", "product"))
    return Sentence(f"{step.code}_again", kept, step.because, step.checks)


def _is_replaced(step: Step) -> bool:
    return isinstance(step, Display | Check) or isinstance(step, Sentence) and step.code in LISTED


def eigenvectors(facts: Facts) -> tuple[Chains, ...]:
    """The eigenvectors and chains of each factor."""
    counter = Counter()
    chi = facts.profile.charpoly
    return tuple(eigen_chains(facts.A, f, chi, counter) for f in facts.profile.factors)


def eigenvector_section(chi: Polynomial, found: tuple[Chains, ...]) -> Section:
    """How they are found, one sub-section for each factor."""
    hint = Sentence("hint_eigenvectors", (), (ROWS,))
    parts = []
    for c in found:
        if c.factor.polynomial.degree > 1:
            name = shown_factor(c.factor.polynomial, chi)
            parts.append(Section("roots_of", c.steps, (("p", name),)))
        else:
            parts.append(Section("eigenvalue_of", c.steps, (("value", eigenvalue(c.value)),)))
    shown = any(isinstance(leaf, RowReduction) for leaf in leaves(tuple(parts)))
    told = (Sentence("row_marks", (("operation", EXAMPLE),), (ROWS,)),) if shown else ()
    return Section("by_hand_eigenvectors", (*told, *parts), (), hint)


def _powers(facts: Facts, *, has_basis: bool) -> tuple[Step, ...]:
    d = profile_dunford(facts.a, facts.profile)
    claim: Claim = dunford_claim(d)
    found = powers_section(facts, d, claim, has_basis=has_basis)
    return (found,) if found else ()


# -- ranks at 1 ------------------------------------------------------------------------------


def _ranks(facts: Facts, section: Section) -> Section:
    """rk(A - I) and rk((A - I)^2) by row reduction, then what the section concludes."""
    results = tuple(
        step for step in section.steps if isinstance(step, Sentence) and step.code in RANK_RESULTS
    )
    claims = tuple(r for step in results for r in step.because if not isinstance(r, int))
    if not results or len(claims) < 2:
        return section
    once, twice = claims[-2:]
    steps = (*rank_steps(facts, 1, once), *rank_steps(facts, 2, twice))
    return Section("ranks", (*steps, *results), (), Sentence("hint_ranks", (), (RANK,)))


def rank_steps(facts: Facts, k: int, claim: Reason) -> tuple[Step, ...]:
    """rk((A - I)^k) by row reduction."""
    base = shifted(facts.A, 1)
    formula: Expr = base if k == 1 else Power(base, number(2))
    m = facts.a - facts.a.identity()
    m = m if k == 1 else m @ m
    r = reduction(entries_of(m), reduced=False)
    steps = tuple(power_reduction(formula, entries_of(m), r, (ROWS, claim)))
    rank = equal(Call("rank", formula), number(r.rank))
    return (*steps, Sentence("rank_found", (("rank", rank),), (ROWS, claim), (rank,)))


# -- Dunford ---------------------------------------------------------------------------------


def _decomposition(facts: Facts, section: Section) -> Section:
    """Newton's steps in sub-sections, then the decomposition as it is."""
    p = facts.profile.squarefree_part
    if p.degree == 1:
        return section
    because = tuple(r for step in section.steps if isinstance(step, Sentence) for r in step.because)
    inner = newton_sections(facts.A, p, tuple(dict.fromkeys(because)))
    if not inner:
        return section
    return Section(section.code, (*section.steps, *inner), section.fields, section.hint)
