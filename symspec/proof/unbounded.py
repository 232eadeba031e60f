"""A^n is unbounded: an eigenvalue outside the unit circle, or a block of size 2 on it."""

from __future__ import annotations

from symspec.algebra.polynomial import Polynomial
from symspec.certificate import ChainOnTheCircle, EigenvalueOutside
from symspec.decision.certify import chain_top
from symspec.decision.witnesses import charpoly_claim, krylov_witness, rank_claim
from symspec.proof import location
from symspec.proof.facts import Facts, N, matrix, root, shifted, vector
from symspec.proof.formula import (
    At,
    Call,
    Column,
    Expr,
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
from symspec.proof.ranks import rank_leaves
from symspec.proof.spectrum import large_entry, rational_located, spectrum_section
from symspec.proof.steps import Check, Conclusion, Display, Leaf, Reason, Remark, Section, Sentence, Step
from symspec.spectral.profile import FactorProfile
from symspec.spectral.unit_circle import outside_ratio

PROPOSITION_1, PROPOSITION_2, EIGENVECTOR, CHAIN, BOUNDED, ROOTS = 1, 2, 8, 10, 16, 17
# Above this order of a root of unity, powers of A say less than the theorem on chains.
MAX_ORDER_OF_UNITY = 12
STARTS = (0, 1, 2, 3)


def goal(facts: Facts) -> Sentence:
    """A^n is unbounded."""
    return Sentence("unbounded", (("power", facts.power),), (BOUNDED,))


def steps(facts: Facts) -> tuple[Step, ...]:
    """The proof that A^n is unbounded."""
    outside = [f for f in facts.profile.factors if f.counts.outside]
    if outside:
        return _outside(facts, smallest(outside))
    return chain_steps(facts, smallest([f for f in facts.profile.factors if f.counts.on and f.index > 1]))


def smallest(factors: list[FactorProfile]) -> FactorProfile:
    """The one of least degree, then of shortest coefficients."""
    return min(factors, key=lambda f: (f.polynomial.degree, sum(map(abs, f.polynomial.primitive))))


# -- an eigenvalue outside -------------------------------------------------------------------


def _outside(facts: Facts, f: FactorProfile) -> tuple[Step, ...]:
    p = f.polynomial
    claim = outside_claim(facts, f)
    spectrum = spectrum_section(facts, charpoly_claim(facts.profile.charpoly))
    witness = _rational_witness if p.degree == 1 else _irrational_witness
    return (*_small_entries(facts), spectrum, witness(facts, p, Named("v", vector(facts.a, claim.v)), claim))


def outside_claim(facts: Facts, f: FactorProfile) -> EigenvalueOutside:
    """Every root of the factor is an eigenvalue, and one is outside the unit circle."""
    p = f.polynomial
    ratio = abs(root(p)) if p.degree == 1 else outside_ratio(p)
    return EigenvalueOutside(p.primitive, *krylov_witness(facts.a, p), ratio.as_integer_ratio())


def _small_entries(facts: Facts) -> tuple[Leaf, ...]:
    if large_entry(facts) is not None:
        return ()
    return (Remark("small_entries_decide_nothing", (), (PROPOSITION_1,)),)


def written(v: Named) -> Relation:
    """v = (v_1, .., v_n)."""
    return equal(v, Column(matrix(v)))


def _rational_witness(facts: Facts, p: Polynomial, v: Named, claim: EigenvalueOutside) -> Section:
    z = root(p)
    fixed = equal(times(facts.A, v), times(z, v))
    power = equal(times(facts.power, v), times(Power(number(z), N), v), at=STARTS)
    size = greater(Call("abs", number(z)), number(1)) if z < 0 else greater(number(z), number(1))
    return Section(
        "eigenvector",
        (
            Sentence("eigenvector", (("v", written(v)), ("fixed", fixed)), (claim,), (fixed,)),
            Sentence("eigenvector_powers", (("power", power),), (EIGENVECTOR,), (power,)),
            Conclusion(
                "eigenvector_grows",
                (("size", size), ("scale", Power(number(abs(z)), N)), ("power", facts.power)),
                (EIGENVECTOR, claim),
                (size,),
            ),
        ),
    )


def _irrational_witness(facts: Facts, p: Polynomial, v: Named, claim: EigenvalueOutside) -> Section:
    named = Named("p", p)
    kills = equal(times(At(named, facts.A), v), number(0))
    shape = equal(named, Literal(p))
    fields = (("p", shape), ("v", written(v)), ("kills", kills))
    check = _krylov_check(facts, p, v, claim)
    return Section(
        "eigenvalue_outside",
        (
            Sentence("krylov" if check else "krylov_unchecked", fields, (claim,), (shape, kills)),
            *check,
            Sentence("roots_are_eigenvalues", (("p", Literal(p)),), (ROOTS, claim)),
            location.outside(p, claim),
            Conclusion("root_outside_grows", (("power", facts.power),), (EIGENVECTOR, claim)),
        ),
    )


def _krylov_check(facts: Facts, p: Polynomial, v: Named, claim: Reason) -> tuple[Leaf, ...]:
    """The vectors v, Av, .., A^d v, for a reader who wants to see p(A) v = 0."""
    if p.degree > 4:
        return ()
    powers = [times(facts.A if k == 1 else Power(facts.A, number(k)), v) for k in range(1, p.degree + 1)]
    images = [facts.a**k @ matrix(v) for k in range(1, p.degree + 1)]
    return (Check(tuple(equal(e, Column(m)) for e, m in zip(powers, images, strict=True)), (claim,)),)


# -- a block of size 2 on the circle ---------------------------------------------------------


def chain_steps(facts: Facts, f: FactorProfile) -> tuple[Step, ...]:
    """The proof from a block of size 2 or more of the roots of a factor, all on the circle."""
    p = f.polynomial
    w = chain_top(facts.a, p)
    claim = ChainOnTheCircle(p.primitive, w)
    top = Named("w", vector(facts.a, w))
    if p.degree > 1:
        where = location.on_circle(p, claim)
    elif facts.splits:
        where = rational_located(facts)
    else:
        where = ()
    spectrum = spectrum_section(facts, charpoly_claim(facts.profile.charpoly), *where, _not_enough(facts, f))
    ranks = _ranks(facts) if f.is_one else ()
    if p.degree == 1:
        return (spectrum, *ranks, _rational_chain(facts, p, top, claim))
    order = p.cyclotomic_order
    if order and order <= MAX_ORDER_OF_UNITY:
        return (spectrum, _chain_of_power(facts, p, order, top, claim))
    return (spectrum, _circle_chain(facts, p, top, claim))


def _not_enough(facts: Facts, f: FactorProfile) -> Remark:
    """What the moduli alone do not decide."""
    if f.is_one and len(facts.profile.factors) == 1:
        return Remark("one_is_not_enough", (), (PROPOSITION_2, BOUNDED))
    if facts.splits:
        return Remark("no_eigenvalue_outside", (), (PROPOSITION_2, BOUNDED))
    return Remark("circle_is_not_enough", (), (PROPOSITION_2, BOUNDED))


def _ranks(facts: Facts) -> tuple[Section, ...]:
    shift = facts.profile.charpoly.of_same([-1, 1])
    once, twice = rank_claim(facts.a, shift), rank_claim(facts.a, shift * shift)
    fields = (
        ("once", equal(Call("rank", shifted(facts.A, 1)), number(once.rank))),
        ("twice", equal(Call("rank", Power(shifted(facts.A, 1), number(2))), number(twice.rank))),
    )
    differing = Sentence("ranks_differ", fields, (PROPOSITION_2, once, twice), (fields[0][1], fields[1][1]))
    return (Section("ranks", (*rank_leaves(facts, once, twice), differing)),)


def _rational_chain(facts: Facts, p: Polynomial, w: Named, claim: ChainOnTheCircle) -> Section:
    z = root(p)
    base = shifted(facts.A, z)
    u = Named("u", p.at_matrix(facts.a) @ matrix(w))
    defined = differ(u, times(base, w), Column(matrix(u)), number(0))
    fixed = equal(times(facts.A, u), times(z, u))
    ends = equal(times(Power(base, number(2)), w), number(0))
    growth = _growth(z, w, u)
    power = equal(times(facts.power, w), growth, at=STARTS)
    leaves: list[Leaf] = [
        Sentence(
            "chain",
            (("w", written(w)), ("u", defined), ("ends", ends), ("fixed", fixed)),
            (claim,),
            (defined, ends, fixed),
        ),
        Sentence(
            "chain_powers", (("first", equal(times(facts.A, w), plus(times(z, w), u))),), (CHAIN, claim)
        ),
        Display((power,), (CHAIN,)),
        Check(_first_powers(facts, w), (CHAIN,)),
        Conclusion("chain_grows", (("power", times(facts.power, w)), ("whole", facts.power)), (CHAIN, claim)),
    ]
    shift = p.at_matrix(facts.a)
    if (shift @ shift).is_zero:
        sign: Expr = Power(number(z), N)
        slope = N if z == 1 else times(N, Power(number(z), minus(N, number(1))))
        unit = Named("I", facts.a.identity())
        whole = equal(facts.power, plus(times(sign, unit) if z != 1 else unit, times(slope, base)), at=STARTS)
        leaves.insert(-1, Sentence("whole_power", (("whole", whole),), (CHAIN, claim), (ends, whole)))
    return Section("chain", tuple(leaves))


def _growth(z: object, w: Named, u: Named) -> Expr:
    """z^n w + n z^(n-1) u for z = 1 or -1."""
    if z == 1:
        return plus(w, times(N, u))
    sign = number(-1)
    return plus(times(Power(sign, N), w), times(N, Power(sign, minus(N, number(1))), u))


def _first_powers(facts: Facts, w: Named) -> tuple[Relation, ...]:
    """A w, A^2 w and A^3 w, computed directly."""
    relations = []
    for k in STARTS[1:]:
        power = facts.A if k == 1 else Power(facts.A, number(k))
        relations.append(equal(times(power, w), Column(facts.a**k @ matrix(w))))
    return tuple(relations)


def _chain_of_power(facts: Facts, p: Polynomial, order: int, w: Named, claim: ChainOnTheCircle) -> Section:
    """For m-th roots of unity: A^m has a chain at 1."""
    m = facts.a**order
    base = minus(Power(facts.A, number(order)), Named("I", m.identity()))
    u = Named("u", (m - m.identity()) @ matrix(w))
    defined = differ(u, times(base, w), Column(matrix(u)), number(0))
    ends = equal(times(Power(base, number(2)), w), number(0))
    power = equal(times(Power(facts.A, times(order, N)), w), plus(w, times(N, u)), at=STARTS)
    fields = (("w", written(w)), ("u", defined), ("ends", ends), ("m", order))
    return Section(
        "chain",
        (
            _chain_of_factor(facts, p, w, claim),
            Sentence("chain_of_power", fields, (CHAIN,), (defined, ends)),
            Display((power,), (CHAIN,)),
            Conclusion(
                "chain_grows", (("power", times(facts.power, w)), ("whole", facts.power)), (CHAIN, claim)
            ),
        ),
    )


def _chain_of_factor(facts: Facts, p: Polynomial, w: Named, claim: ChainOnTheCircle) -> Sentence:
    named = Named("p", p)
    image = p.at_matrix(facts.a) @ matrix(w)
    first = differ(times(At(named, facts.A), w), Column(image), number(0))
    second = equal(times(Power(At(named, facts.A), number(2)), w), number(0))
    fields = (("p", equal(named, Literal(p))), ("w", written(w)), ("first", first), ("second", second))
    return Sentence("chain_of_factor", fields, (claim,), (fields[0][1], first, second))


def _circle_chain(facts: Facts, p: Polynomial, w: Named, claim: ChainOnTheCircle) -> Section:
    return Section(
        "chain",
        (
            _chain_of_factor(facts, p, w, claim),
            Sentence("circle_chain", (("p", Literal(p)),), (CHAIN, claim)),
            Conclusion(
                "chain_grows", (("power", times(facts.power, w)), ("whole", facts.power)), (CHAIN, claim)
            ),
        ),
    )
