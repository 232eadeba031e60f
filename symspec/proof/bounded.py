"""A^n is bounded and has no limit: eigenvalues on the unit circle that are not 1, with blocks of size 1."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import lcm

from symspec.algebra.polynomial import Polynomial
from symspec.certificate import BoundedAnnihilator, EigenvalueNotInside
from symspec.decision.witnesses import charpoly_claim, krylov_witness
from symspec.proof.facts import Facts, N, matrix, root, vector
from symspec.proof.formula import (
    At,
    Call,
    Column,
    Expr,
    Factored,
    Literal,
    Named,
    Power,
    differ,
    equal,
    number,
    times,
)
from symspec.proof.rate import square_root
from symspec.proof.spectrum import located, spectrum_section
from symspec.proof.steps import Conclusion, Leaf, Reason, Remark, Section, Sentence, Step
from symspec.proof.unbounded import written
from symspec.spectral.profile import FactorProfile

PROPOSITION_1, PROPOSITION_2, EIGENVECTOR, UNITY, BOUNDED, ROOTS, DIAGONALIZABLE = 1, 2, 8, 15, 16, 17, 3
ALGEBRAIC_INTEGER, PERIODIC, ORTHOGONAL = 9, 27, 28
MAX_PERIOD = 60


def goal(facts: Facts) -> Sentence:
    """A^n is bounded and has no limit."""
    return Sentence("bounded_divergent", (("power", facts.power),), (BOUNDED, PROPOSITION_2))


def steps(facts: Facts) -> tuple[Step, ...]:
    """The proof that A^n is bounded and has no limit."""
    u, s, bounded = annihilators(facts)
    turns, stays = no_limit(facts)
    remark = Remark("circle_decides_nothing", (), (PROPOSITION_2, BOUNDED))
    spectrum = spectrum_section(
        facts, charpoly_claim(facts.profile.charpoly), *located(facts, bounded), remark
    )
    on = [f for f in facts.profile.factors if f.counts.on]
    return (
        spectrum,
        turns,
        Section("bounded", (_why_bounded(facts, u, s, bounded),)),
        *_period(facts, on, bounded),
        conclusion(facts, bounded, stays),
    )


def annihilators(facts: Facts) -> tuple[Polynomial, Polynomial, BoundedAnnihilator]:
    """u, s and the claim: u(A) s(A) = 0, the roots of u simple and on the circle, those of s inside."""
    on = [f for f in facts.profile.factors if f.counts.on]
    u = reduce(lambda q, f: q * f.polynomial, on, facts.profile.charpoly.constant(1))
    s = facts.profile.minpoly // u
    return u, s, BoundedAnnihilator(u.primitive, s.primitive)


def no_limit(facts: Facts) -> tuple[Section, EigenvalueNotInside]:
    """A vector v whose orbit has no limit, from an eigenvalue on the circle that is not 1."""
    f = min(
        (f for f in facts.profile.factors if f.counts.on and not f.is_one),
        key=lambda f: (f.polynomial.degree, sum(map(abs, f.polynomial.primitive))),
    )
    v, modulus = krylov_witness(facts.a, f.polynomial)
    stays = EigenvalueNotInside(f.polynomial.primitive, v, modulus)
    return _no_limit(facts, f.polynomial, Named("v", vector(facts.a, v)), stays), stays


def conclusion(facts: Facts, *because: Reason) -> Section:
    """A^n is bounded and has no limit."""
    return Section("conclusion", (Conclusion("bounded_no_limit", (("power", facts.power),), because),))


# -- no limit --------------------------------------------------------------------------------


def _no_limit(facts: Facts, p: Polynomial, v: Named, claim: EigenvalueNotInside) -> Section:
    if p.degree == 1:
        return _alternating(facts, p, v, claim)
    order = p.cyclotomic_order
    return (
        _cycling(facts, p, order, v, claim) if order and order <= MAX_PERIOD else _turning(facts, p, v, claim)
    )


def _alternating(facts: Facts, p: Polynomial, v: Named, claim: EigenvalueNotInside) -> Section:
    z = root(p)
    fixed = equal(times(facts.A, v), times(z, v))
    power = equal(times(facts.power, v), times(Power(number(z), N), v), at=(0, 1, 2, 3))
    fields = (("v", written(v)), ("fixed", fixed), ("power", power))
    return Section("no_limit", (Sentence("alternating", fields, (EIGENVECTOR, claim), (fixed, power)),))


def _cycling(facts: Facts, p: Polynomial, order: int, v: Named, claim: EigenvalueNotInside) -> Section:
    """v, Av, A^2 v, .. is periodic and not constant."""
    kills = equal(times(At(Named("p", p), facts.A), v), number(0))
    back = equal(times(Power(facts.A, number(order)), v), v)
    moved = differ(times(facts.A, v), Column(facts.a @ matrix(v)), v)
    fields = (
        ("p", equal(Named("p", p), Literal(p))),
        ("v", written(v)),
        ("kills", kills),
        ("back", back),
        ("moved", moved),
        ("m", order),
    )
    return Section("no_limit", (Sentence("cycling", fields, (claim,), (kills, back, moved)),))


def _turning(facts: Facts, p: Polynomial, v: Named, claim: EigenvalueNotInside) -> Section:
    """A^n y = z^n y for an eigenvector y over C, and |z^(n+1) - z^n| = |z - 1|."""
    kills = equal(times(At(Named("p", p), facts.A), v), number(0))
    fields = (("p", equal(Named("p", p), Literal(p))), ("v", written(v)), ("kills", kills))
    found = Sentence("turning_eigenvalue", fields, (ROOTS, claim), (kills,))
    if p.degree > 2:
        return Section("no_limit", (found, Sentence("turning", (), (EIGENVECTOR, claim))))
    at_one = equal(At(Named("p", p), number(1)), number(p(1)))
    step = Sentence(
        "turning_pair", (("square", at_one), ("distance", square_root(p(1)))), (EIGENVECTOR, claim), (at_one,)
    )
    return Section("no_limit", (found, step))


# -- bounded ---------------------------------------------------------------------------------


def _why_bounded(facts: Facts, u: Polynomial, s: Polynomial, claim: BoundedAnnihilator) -> Leaf:
    transpose = Call("transpose", facts.A)
    unit = Named("I", facts.a.identity())
    orthogonal = equal(times(transpose, facts.A), unit)
    if facts.a.transpose @ facts.a == facts.a.identity():
        return Sentence("orthogonal", (("relation", orthogonal),), (ORTHOGONAL, claim), (orthogonal,))
    named_u, named_s = Named("u", u), Named("s", s)
    on = tuple((f.polynomial, 1) for f in facts.profile.factors if f.counts.on)
    shape_u = equal(named_u, Factored(on) if len(on) > 1 else Literal(u))
    if s.degree == 0:
        kills = equal(At(named_u, facts.A), number(0))
        return Sentence(
            "semisimple_bounded",
            (("u", shape_u), ("kills", kills)),
            (DIAGONALIZABLE, BOUNDED, claim),
            (shape_u, kills),
        )
    inside = tuple((f.polynomial, f.index) for f in facts.profile.factors if not f.counts.on)
    shape_s = equal(named_s, Factored(inside) if len(inside) > 1 or inside[0][1] > 1 else Literal(s))
    kills = equal(times(At(named_u, facts.A), At(named_s, facts.A)), number(0))
    fields = (("u", shape_u), ("s", shape_s), ("kills", kills))
    return Sentence("annihilator_bounded", fields, (BOUNDED, claim), (shape_u, shape_s, kills))


# -- periodic or not -------------------------------------------------------------------------


def _period(facts: Facts, on: list[FactorProfile], claim: BoundedAnnihilator) -> tuple[Section, ...]:
    wild = next((f for f in on if not f.polynomial.cyclotomic_order), None)
    if wild is not None:
        p = wild.polynomial
        whole = tuple(Fraction(c) for c in p.primitive)
        fields = (("p", Literal(p.of_same(whole))), ("lead", number(whole[-1])))
        return (Section("not_periodic", (Sentence("not_periodic", fields, (ALGEBRAIC_INTEGER, claim)),)),)
    period = lcm(*(f.polynomial.cyclotomic_order for f in on))
    if period > MAX_PERIOD:
        return (
            Section("periodic", (Sentence("roots_of_unity_period", (("m", period),), (PERIODIC, claim)),)),
        )
    inside = [f for f in facts.profile.factors if not f.counts.on]
    if any(root(f.polynomial) if f.polynomial.degree == 1 else True for f in inside):
        return (
            Section("periodic", (Sentence("roots_of_unity_period", (("m", period),), (PERIODIC, claim)),)),
        )
    start = max((f.index for f in inside), default=0)
    left = Power(facts.A, number(start + period))
    right: Expr = (
        Named("I", facts.a.identity())
        if start == 0
        else facts.A
        if start == 1
        else Power(facts.A, number(start))
    )
    relation = equal(left, right)
    code = "eventually_periodic" if start else "periodic"
    fields = (("relation", relation), ("m", period), *((("start", start),) if start else ()))
    return (Section("periodic", (Sentence(code, fields, (PERIODIC, claim), (relation,)),)),)
