"""An annihilating polynomial and its Schur-Cohn table: no eigenvalue is computed."""

from __future__ import annotations

from symspec.algebra.polynomial import Polynomial
from symspec.certificate import LimitProjector, StableAnnihilator
from symspec.decision.witnesses import charpoly_claim
from symspec.proof import bounded
from symspec.proof.dunford import is_readable
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
    equal,
    less,
    number,
    times,
)
from symspec.proof.limit import projector_section
from symspec.proof.location import table
from symspec.proof.methods.method import Method, Writer, only
from symspec.proof.spectrum import spectrum_display
from symspec.proof.steps import (
    Check,
    Conclusion,
    Display,
    Leaf,
    Reason,
    SchurCohnTable,
    Section,
    Sentence,
    Step,
)
from symspec.spectral.projectors import projector_at_one, stable_cofactor
from symspec.truth import Behavior

PROPOSITION_1, PROJECTOR, CAYLEY_HAMILTON, TABLE, COHN, BOUNDED = 1, 11, 12, 13, 14, 16
# Powers of A are written out up to this degree.
MAX_DEGREE = 4


def found(facts: Facts) -> Writer | str:
    """The proof by an annihilating polynomial."""
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return lambda detail: _to_zero(facts)
        case Behavior.CONVERGES:
            return lambda detail: _to_limit(facts)
        case Behavior.BOUNDED_DIVERGENT:
            return lambda detail: _bounded(facts)
    return only("that A^n is bounded", facts)


METHOD = Method(
    "annihilator", "q(A) = 0 for a polynomial whose Schur-Cohn table shows where its roots lie", found
)


# -- A^n -> 0 --------------------------------------------------------------------------------


def _to_zero(facts: Facts) -> tuple[Step, ...]:
    q = facts.profile.minpoly
    claim = StableAnnihilator(q.primitive)
    named = Named("q", q)
    kills = equal(At(named, facts.A), number(0))
    shape = equal(named, *_shapes([(f.polynomial, f.index) for f in facts.profile.factors], q))
    said = Check((kills,), (claim,))
    return (
        Section(
            "annihilator",
            (_charpoly(facts), *_chosen(facts, q, shape, claim), *_powers(facts, q, claim), said),
        ),
        Section("table", stable(q, "q", claim)),
        Section(
            "limit",
            (
                Sentence("annihilator_eigenvalues", (), (TABLE, CAYLEY_HAMILTON)),
                Conclusion("is_zero_limit", (("power", facts.power),), (PROPOSITION_1, claim)),
            ),
        ),
    )


def _charpoly(facts: Facts) -> Leaf:
    return spectrum_display(facts, charpoly_claim(facts.profile.charpoly))


def _chosen(facts: Facts, q: Polynomial, shape: Relation, claim: Reason) -> tuple[Leaf, ...]:
    """chi itself annihilates A; smaller exponents may be enough."""
    if q == facts.profile.charpoly:
        return (Sentence("annihilator_is_charpoly", (("q", shape),), (CAYLEY_HAMILTON, claim), (shape,)),)
    return (Sentence("annihilator_divides", (("q", shape),), (claim,), (shape,)),)


def _shapes(factors: list[tuple[Polynomial, int]], q: Polynomial) -> tuple[Expr, ...]:
    """The product, and the polynomial expanded where that is another formula."""
    if len(factors) == 1 and (factors[0][1] == 1 or not factors[0][0](0)):
        return (Literal(q),)
    return (Factored(tuple(factors)), Literal(q))


def _powers(facts: Facts, q: Polynomial, claim: Reason) -> tuple[Leaf, ...]:
    """A^2, A^3, .. for a reader who wants to add them up."""
    if not 2 <= q.degree <= MAX_DEGREE or facts.order > MAX_DEGREE:
        return ()
    powers = [(k, facts.a**k) for k in range(2, q.degree + 1)]
    if not all(is_readable(m) for _, m in powers):
        return ()
    return (Display(tuple(equal(Power(facts.A, number(k)), Literal(m)) for k, m in powers), (claim,)),)


def stable(q: Polynomial, symbol: str, claim: Reason) -> tuple[Leaf, ...]:
    """All roots of q are inside the unit circle, by its table."""
    field = (("q", Named(symbol, q)),)
    if q.degree == 0:
        return ()
    if q.degree == 1:
        size = less(Call("abs", number(-q(0) / q.coefficients[1])), number(1))
        return (Sentence("one_root_inside", (*field, ("size", size)), (claim,), (size,)),)
    rows = table(q)
    if not rows:
        return (Sentence("table_by_claim", field, (TABLE, claim)),)
    return (Sentence("table", field, (TABLE, claim)), SchurCohnTable(rows, (TABLE, claim)))


# -- A^n -> L --------------------------------------------------------------------------------


def _to_limit(facts: Facts) -> tuple[Step, ...]:
    limit = Named("L", projector_at_one(facts.a, facts.profile))
    s = stable_cofactor(facts.profile)
    inner = s if s(0) == 0 else s * s.of_same([0, 1])
    claim = LimitProjector(limit.value.as_rational_matrix(), StableAnnihilator(inner.primitive))  # type: ignore[union-attr]
    found_section = projector_section(facts, s, limit, (claim,))
    ending = Conclusion("limit_reached", (("power", facts.power), ("limit", limit)), (PROJECTOR, claim))
    shown = stable(s, "s", claim)
    return (
        Section("projector", (_charpoly(facts), *found_section.steps)),
        *((Section("table", shown),) if shown else ()),
        Section(
            "limit", (Sentence("projector_takes_over", (("power", facts.power),), (PROJECTOR, claim)), ending)
        ),
    )


# -- bounded ---------------------------------------------------------------------------------


def _bounded(facts: Facts) -> tuple[Step, ...]:
    u, s, claim = bounded.annihilators(facts)
    named, slope = Named("u", u), u.derivative
    turns, stays = bounded.no_limit(facts)
    product: Expr = At(named, facts.A)
    shapes = [equal(named, Literal(u))]
    if s.degree:
        product = times(product, At(Named("s", s), facts.A))
        shapes.append(equal(Named("s", s), Literal(s)))
    kills = equal(product, number(0))
    mirrored = Relation((Named("u*", u.of_same(u.coefficients[::-1])), _signed(named, u)), ("=",))
    circle = Sentence("self_reciprocal", (("mirrored", mirrored),), (COHN, claim), (mirrored,))
    rows = stable(slope, "u'", claim)
    return (
        Section(
            "annihilator",
            (
                _charpoly(facts),
                Sentence("annihilators", (), (claim,)),
                Display(tuple(shapes), (claim,)),
                Check((kills,), (claim,)),
            ),
        ),
        Section(
            "table",
            (circle, *rows, *stable(s, "s", claim), Sentence("annihilators_bound", (), (BOUNDED, claim))),
        ),
        turns,
        bounded.conclusion(facts, claim, stays),
    )


def _signed(named: Named, u: Polynomial) -> Expr:
    return named if u.coefficients[::-1] == u.coefficients else times(-1, named)
