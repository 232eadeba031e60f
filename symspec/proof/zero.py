"""A^n -> 0 by the decomposition of Dunford, the binomial theorem and geometric sequences."""

from __future__ import annotations

from fractions import Fraction

from symspec.certificate import Charpoly, Claim, Proposition1, StableAnnihilator
from symspec.decision.certify import profile_dunford, proposition_1
from symspec.decision.witnesses import charpoly_claim
from symspec.proof.closed_form import closed_form
from symspec.proof.dunford import decomposition
from symspec.proof.facts import Facts, N, root, shifted
from symspec.proof.formula import (
    At,
    Call,
    Choose,
    Expr,
    Factored,
    Literal,
    Named,
    Power,
    Relation,
    differ,
    equal,
    greater,
    minus,
    number,
    plus,
    times,
)
from symspec.proof.rate import Rate, rate
from symspec.proof.spectrum import (
    approximate_modulus,
    large_entry,
    located,
    spectrum_display,
    spectrum_section,
)
from symspec.proof.steps import Conclusion, Display, Fields, Leaf, Remark, Section, Sentence, Step
from symspec.spectral.dunford import DunfordDecomposition

PROPOSITION_1, DIAGONALIZABLE, DUNFORD, GEOMETRIC, BINOMIAL = 1, 3, 4, 5, 6
CAYLEY_HAMILTON, GROWTH = 12, 22


def goal(facts: Facts) -> Sentence:
    """A^n -> 0."""
    return Sentence("tends_to_zero", (("power", facts.power),), (PROPOSITION_1,))


def steps(facts: Facts, method: str) -> tuple[Step, ...]:
    """The proof that A^n -> 0."""
    chi = charpoly_claim(facts.profile.charpoly)
    if method == "auto" and facts.a.is_zero:
        return (spectrum_section(facts, chi), Section("limit", (_zero_matrix(facts, chi),)))
    if method == "auto" and facts.is_nilpotent:
        return _nilpotent(facts, chi)
    d = profile_dunford(facts.a, facts.profile)
    claim = proposition_1(d)
    sections = (
        spectrum_section(facts, chi, *located(facts, claim)),
        *((diagonalizable_section(facts, claim),) if facts.order > 1 or method != "auto" else ()),
        *((decomposition(facts, d, claim),) if d.index > 1 else ()),
        *_powers(facts, d, claim),
    )
    return (*entry_remark(facts), *sections)


def entry_remark(facts: Facts) -> tuple[Leaf, ...]:
    """An entry larger than 1 in modulus decides nothing."""
    entry = large_entry(facts)
    if entry is None:
        return ()
    checks = (greater(Call("abs", number(entry)), number(1)),)
    return (Remark("entries_decide_nothing", (("entry", number(entry)),), (PROPOSITION_1,), checks),)


# -- nilpotent -------------------------------------------------------------------------------


def _zero_matrix(facts: Facts, chi: Charpoly) -> Leaf:
    vanishes = equal(facts.A, number(0))
    return Conclusion("zero_matrix", (), (StableAnnihilator((0, 1)), chi), (vanishes,))


def _nilpotent(facts: Facts, chi: Charpoly) -> tuple[Step, ...]:
    index = max(f.index for f in facts.profile.factors)
    claim = StableAnnihilator((*[0] * index, 1))
    powers = tuple(power_relation(facts, k, index) for k in range(2, index + 1))
    shown = (Display(powers, (claim,)),) if powers else ()
    return (
        *entry_remark(facts),
        spectrum_section(
            facts, chi, Sentence("nilpotent_spectrum", (("order", facts.order),), (CAYLEY_HAMILTON, chi))
        ),
        Section("powers", (Sentence("nilpotent_powers", (("index", index),), (claim,)), *shown)),
        Section("limit", (_vanished(facts, index, claim),)),
    )


def _vanished(facts: Facts, index: int, claim: Claim) -> Conclusion:
    """A^n = 0 from n = index on."""
    fields: Fields = (("A", facts.A), ("index", index))
    return Conclusion("nilpotent", fields, (claim, PROPOSITION_1), (power_relation(facts, index, index),))


def nilpotent_brief(facts: Facts) -> tuple[Leaf, ...]:
    """chi, the first power that vanishes, and the limit, for a nilpotent A."""
    chi = charpoly_claim(facts.profile.charpoly)
    shown = spectrum_display(facts, chi)
    if facts.a.is_zero:
        return (shown, _zero_matrix(facts, chi))
    index = max(f.index for f in facts.profile.factors)
    claim = StableAnnihilator((*[0] * index, 1))
    return (shown, Display((power_relation(facts, index, index),), (claim,)), _vanished(facts, index, claim))


def power_relation(facts: Facts, k: int, index: int) -> Relation:
    """A^k written out, or A^k = 0 for k = index."""
    power = Power(facts.A, number(k))
    return equal(power, number(0)) if k == index else differ(power, Literal(facts.a**k), number(0))


# -- Dunford ---------------------------------------------------------------------------------


def diagonalizable_section(facts: Facts, claim: Claim) -> Section:
    """Whether p(A) = 0 for the p with every eigenvalue as a simple root."""
    p = facts.profile.squarefree_part
    named, factors = Named("p", p), tuple((f.polynomial, 1) for f in facts.profile.factors)
    shape = Display((equal(named, Factored(factors)),), (DIAGONALIZABLE,)) if len(factors) > 1 else None
    if facts.order == 1:
        return Section("diagonalizable", (Sentence("order_one", (), (DIAGONALIZABLE, claim)),))
    if p == facts.profile.charpoly:
        leaf: Leaf = Sentence(
            "simple_eigenvalues", (("order", facts.order),), (DIAGONALIZABLE, CAYLEY_HAMILTON, claim)
        )
        return Section("diagonalizable", (leaf,))
    value = p.at_matrix(facts.a)
    fields = (("p", equal(named, Factored(factors) if shape else Literal(p))),)
    intro = Sentence("squarefree_test", fields, (DIAGONALIZABLE,), (fields[0][1],))
    product = _product(facts)
    if value.is_zero:
        result: Leaf = Display((equal(At(named, facts.A), *product, number(0)),), (claim,))
        verdict = Sentence("is_diagonalizable", (), (DIAGONALIZABLE, claim))
    else:
        result = Display((differ(At(named, facts.A), *product, Literal(value), number(0)),), (claim,))
        verdict = Sentence("not_diagonalizable", (), (DIAGONALIZABLE, DUNFORD, claim))
    return Section("diagonalizable", (intro, result, verdict))


def _product(facts: Facts) -> tuple[Expr, ...]:
    """p(A) written as the product of its factors, where they are linear and few."""
    if not facts.splits or len(facts.rational) > 3:
        return ()
    product = times(*(shifted(facts.A, root(f.polynomial)) for f in facts.rational))
    return () if product == facts.A else (product,)


# -- powers and limit ------------------------------------------------------------------------


def _powers(facts: Facts, d: DunfordDecomposition, claim: Proposition1) -> tuple[Section, ...]:
    D, M = Named("D", d.D), Named("N", d.N)
    if facts.order == 1:
        return _powers_of_number(facts, claim)
    form = closed_form(facts, d, claim)
    leaves: list[Leaf] = []
    if d.index > 1:
        start = d.index - 1
        at = tuple(range(start, start + facts.order + 1))
        expansion = equal(facts.power, plus(*(_term(D, M, j) for j in range(d.index))), at=at)
        leaves += [
            Sentence("binomial", (("index", d.index), ("count", d.index)), (BINOMIAL, claim.dunford)),
            Display((expansion,), (BINOMIAL, claim.dunford)),
            Sentence("binomial_from", (("start", start),), (BINOMIAL,)),
        ]
    if form:
        leaves += form.leaves
        limit: Leaf = Sentence("each_term", (("terms", form.coefficients),), (GEOMETRIC,))
        if len(form.coefficients) == 1:
            limit = Sentence("the_term", (("terms", form.coefficients),), (GEOMETRIC,))
        sections = (Section("powers", tuple(leaves)), Section("limit", (limit, _conclusion(facts, claim))))
        return sections
    if d.index == 1:
        limit = Sentence("diagonal_powers", (("A", facts.A),), (DIAGONALIZABLE, GEOMETRIC, claim))
        return (Section("limit", (limit, _conclusion(facts, claim))),)
    limit = Sentence("dunford_powers", (("last", d.index - 1),), (DIAGONALIZABLE, GEOMETRIC, claim))
    return (Section("powers", tuple(leaves)), Section("limit", (limit, _conclusion(facts, claim))))


def _powers_of_number(facts: Facts, claim: Proposition1) -> tuple[Section, ...]:
    """A^n for a 1 x 1 matrix."""
    term = Power(number(root(facts.rational[0].polynomial)), N)
    unit = Named("I", facts.a.identity())
    shown = Display((equal(facts.power, times(term, unit), at=(0, 1, 2, 3)),), (BINOMIAL, claim))
    tends = Sentence("the_term", (("terms", (term,)),), (GEOMETRIC,))
    told = Sentence("order_one_powers", (), (BINOMIAL, claim))
    return (Section("powers", (told, shown)), Section("limit", (tends, _conclusion(facts, claim))))


def _term(D: Expr, M: Expr, j: int) -> Expr:
    """C(n, j) D^(n-j) N^j."""
    choose: Expr = N if j == 1 else Choose(j)
    if j == 0:
        return Power(D, N)
    return times(choose, Power(D, minus(N, number(j))), M if j == 1 else Power(M, number(j)))


def _conclusion(facts: Facts, claim: Proposition1) -> Conclusion:
    speed = rate(facts)
    because = (PROPOSITION_1, claim)
    if speed is None:
        return Conclusion("is_zero_limit", (("power", facts.power),), because)
    return Conclusion(*speed_fields("zero_limit", facts, speed), (*because, GROWTH))


def speed_fields(code: str, facts: Facts, speed: Rate) -> tuple[str, Fields]:
    """The code and the fields of a conclusion with the rate."""
    power = ("power", facts.power)
    rho = speed.exact
    if rho is not None:
        return f"{code}_with_rate", (power, ("rate", rate_formula(speed.degree, rho)))
    modulus = approximate_modulus(sum(speed.square, Fraction(0)) / 2)
    return f"{code}_about", (
        power,
        ("rate", rate_formula(speed.degree, Named("rho", Fraction(0)))),
        ("modulus", modulus),
    )


def rate_formula(degree: int, rho: Expr) -> Expr:
    """n^degree rho^n."""
    polynomial: Expr = N if degree == 1 else Power(N, number(degree))
    return times(polynomial, Power(rho, N)) if degree else Power(rho, N)
