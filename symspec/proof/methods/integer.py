"""Integer matrices: powers with integer entries stop, repeat or grow."""

from __future__ import annotations

from math import gcd, lcm

from symspec.algebra.polynomial import Polynomial
from symspec.certificate import StableAnnihilator
from symspec.decision.witnesses import charpoly_claim
from symspec.proof.facts import Facts
from symspec.proof.formula import (
    At,
    Call,
    Expr,
    Factored,
    Literal,
    Named,
    Power,
    Relation,
    differ,
    equal,
    greater,
    number,
)
from symspec.proof.methods.method import Method, Writer
from symspec.proof.spectrum import spectrum_display
from symspec.proof.steps import Conclusion, Display, Fields, Leaf, Section, Sentence, Step
from symspec.proof.zero import power_relation
from symspec.spectral.profile import FactorProfile
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

CAYLEY_HAMILTON, KRONECKER, PERIODIC, INTEGER = 12, 15, 27, 39
MAX_EXPONENT = 10_000


def found(facts: Facts) -> Writer | str:
    """The proof by the integrality of all powers."""
    wrong = _fraction(facts)
    if wrong:
        return wrong
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return lambda detail: _nilpotent(facts)
        case Behavior.CONVERGES:
            return lambda detail: _stops(facts)
        case Behavior.BOUNDED_DIVERGENT:
            if _period(facts) > MAX_EXPONENT:
                return "the period of A^n is too long to be computed"
            return lambda detail: _repeats(facts)
        case Behavior.UNBOUNDED:
            return lambda detail: _grows(facts)


METHOD = Method("integer", "integer entries: A^n -> 0 only if A^m = 0; bounded only if A^n repeats", found)


def _fraction(facts: Facts) -> str:
    entries = facts.a.tolist()
    bad = next(
        ((i, j) for i, row in enumerate(entries) for j, x in enumerate(row) if x.denominator != 1), None
    )
    if bad is None:
        return ""
    return f"it needs integer entries, and the one in row {bad[0] + 1}, column {bad[1] + 1} is a fraction"


def _start(facts: Facts) -> int:
    """The index of the eigenvalue 0, or 0."""
    return max((f.index for f in facts.profile.factors if f.is_zero), default=0)


def _period(facts: Facts) -> int:
    return lcm(*(f.polynomial.cyclotomic_order for f in facts.profile.factors if f.counts.on))


def _power(facts: Facts, k: int) -> Expr:
    if k == 0:
        return Named("I", facts.a.identity())
    return facts.A if k == 1 else Power(facts.A, number(k))


# -- A^n -> 0 --------------------------------------------------------------------------------


def _nilpotent(facts: Facts) -> tuple[Step, ...]:
    index = _start(facts)
    claim = StableAnnihilator((*[0] * index, 1))
    powers = tuple(power_relation(facts, k, index) for k in range(2, index + 1))
    shown = (Display(powers, (claim,)),) if powers else ()
    vanishes = equal(_power(facts, index), number(0))
    fields = (("A", facts.A), ("index", index))
    return (
        Section("integers", (Sentence("integers_to_zero", (), (INTEGER,)), *shown)),
        Section("limit", (Conclusion("nilpotent", fields, (claim, INTEGER), (vanishes,)),)),
    )


# -- A^n -> L --------------------------------------------------------------------------------


def _stops(facts: Facts) -> tuple[Step, ...]:
    start = _start(facts)
    limit = Named("L", projector_at_one(facts.a, facts.profile))
    still = equal(_power(facts, start + 1), _power(facts, start))
    shown = tuple(equal(_power(facts, k), Literal(facts.a**k)) for k in range(2, start + 1))
    reached = equal(_power(facts, start), limit)
    fields = (("still", still), ("start", start), ("power", facts.power), ("reached", reached))
    return (
        Section(
            "integers",
            (Sentence("integers_stop", (), (INTEGER,)), *((Display(shown, facts.claims),) if shown else ())),
        ),
        Section("limit", (Conclusion("stopped", fields, (PERIODIC, *facts.claims), (still, reached)),)),
    )


# -- bounded ---------------------------------------------------------------------------------


def _repeats(facts: Facts) -> tuple[Step, ...]:
    start, period = _start(facts), _period(facts)
    back = equal(_power(facts, start + period), _power(facts, start))
    moved = differ(_power(facts, start + 1), _power(facts, start))
    fields = (("back", back), ("start", start), ("m", period), ("moved", moved), ("power", facts.power))
    code = "repeats" if start else "repeats_at_once"
    return (
        Section("integers", (Sentence("integers_repeat", (), (INTEGER,)),)),
        Section(
            "periodic",
            (Sentence(code, fields, (PERIODIC,), (back, moved)),),
        ),
        Section(
            "conclusion",
            (Conclusion("bounded_no_limit", (("power", facts.power),), (PERIODIC, *facts.claims)),),
        ),
    )


# -- unbounded -------------------------------------------------------------------------------


def _grows(facts: Facts) -> tuple[Step, ...]:
    wild = next(
        (f for f in facts.profile.factors if not f.is_zero and not f.polynomial.cyclotomic_order), None
    )
    chi = spectrum_display(facts, charpoly_claim(facts.profile.charpoly))
    supposed = Sentence("integers_bounded", (), (INTEGER, CAYLEY_HAMILTON))
    reason = _not_of_unity(wild.polynomial) if wild else _repeated(facts)
    return (
        Section("integers", (supposed,)),
        Section("contradiction", (chi, *reason)),
        Section(
            "conclusion", (Conclusion("is_unbounded", (("power", facts.power),), (INTEGER, *facts.claims)),)
        ),
    )


def _not_of_unity(p: Polynomial) -> tuple[Leaf, ...]:
    """A root of p is not 0 and no root of unity, for the shortest of several reasons."""
    d, product, total = p.degree, abs(p(0)), -p.coefficients[-2]
    if d == 1:
        z = number(-p(0))
        large = greater(Call("abs", z), number(1))
        return (Sentence("not_of_unity", (("z", z), ("large", large)), (KRONECKER,), (large,)),)
    if product > 1:
        size = greater(number(product), number(1))
        said: Fields = (("p", Literal(p)), ("product", number(product)))
        return (Sentence("unity_by_product", said, (KRONECKER,), (size,)),)
    if abs(total) > d:
        size = greater(Call("abs", number(total)), number(d))
        return (
            Sentence("unity_by_sum", (("p", Literal(p)), ("size", size), ("d", d)), (KRONECKER,), (size,)),
        )
    orders = tuple(m for m in range(1, 2 * d * d + 2) if _totient(m) == d)
    if not orders:
        return (Sentence("unity_by_degree", (("p", Literal(p)), ("d", d)), (KRONECKER,)),)
    checks = tuple(_remainder(p, m) for m in orders)
    fields = (("p", Literal(p)), ("orders", orders), ("d", d))
    return (Sentence("unity_by_orders", fields, (KRONECKER,), checks),)


def _remainder(p: Polynomial, m: int) -> Relation:
    """x^m - 1 leaves a remainder on division by p."""
    return differ(Literal(p.of_same([-1, *[0] * (m - 1), 1]) % p), number(0))


def _totient(m: int) -> int:
    return sum(gcd(k, m) == 1 for k in range(1, m + 1))


def _repeated(facts: Facts) -> tuple[Leaf, ...]:
    """mu has a factor twice that x^s (x^m - 1) has once."""
    f = next(f for f in facts.profile.factors if not f.is_zero and f.index > 1)
    mu = facts.profile.minpoly
    rest = mu // f.polynomial
    named, less_one = Named("q", mu), Named("r", rest)
    kills, spares = equal(At(named, facts.A), number(0)), differ(At(less_one, facts.A), number(0))
    factored = Factored(tuple((g.polynomial, g.index) for g in facts.profile.factors))
    left = Factored(_without_one(facts, f))
    fields = (
        ("q", equal(named, factored)),
        ("r", equal(less_one, left)),
        ("p", Literal(f.polynomial)),
        ("kills", kills),
        ("spares", spares),
    )
    return (Sentence("repeated_factor", fields, (INTEGER,), (kills, spares, fields[0][1], fields[1][1])),)


def _without_one(facts: Facts, f: FactorProfile) -> tuple[tuple[Polynomial, int], ...]:
    pairs = ((g.polynomial, g.index - (g == f)) for g in facts.profile.factors)
    return tuple((p, k) for p, k in pairs if k)
