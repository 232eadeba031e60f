"""Gershgorin's discs: all inside the unit circle, also after a diagonal scaling; or a component outside."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Gershgorin
from symspec.decision.witnesses import gershgorin_claim
from symspec.proof.facts import Facts
from symspec.proof.formula import Call, Expr, Literal, Named, Power, Relation, equal, number, plus, times
from symspec.proof.methods.ending import where_from
from symspec.proof.methods.method import Method, Writer, only
from symspec.proof.methods.weights import Vector, shrinking_vector
from symspec.proof.steps import Conclusion, Display, Leaf, Section, Sentence, Step
from symspec.spectral.gershgorin.discs import Side, disc_family
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

PROPOSITION_1, PROPOSITION_2, EIGENVECTOR, BOUNDED, NORM, DISCS, COUNT = 1, 2, 8, 16, 23, 44, 45


@dataclass(frozen=True, slots=True)
class Disc:
    """|z - center| <= radius, from the row or the column of that number (from 0)."""

    index: int
    center: Fraction
    radius: Fraction

    @property
    def farthest(self) -> Fraction:
        """The largest modulus of its points."""
        return abs(self.center) + self.radius

    @property
    def nearest(self) -> Fraction:
        """A lower bound of the modulus of its points."""
        return abs(self.center) - self.radius

    @property
    def touches_at_one(self) -> bool:
        """Its points have modulus < 1, but for the point 1."""
        return (
            self.farthest < 1
            or self.farthest == 1
            and (self.center > 0 or self.radius == 0 and self.center == 1)
        )


def discs(a: ExactMatrix) -> tuple[Disc, ...]:
    """The discs by rows."""
    return tuple(
        Disc(i, row[i], sum((abs(x) for j, x in enumerate(row) if j != i), Fraction(0)))
        for i, row in enumerate(a.tolist())
    )


def found(facts: Facts) -> Writer | str:
    """The proof by discs."""
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return _inside(facts)
        case Behavior.CONVERGES:
            return _touching(facts)
        case Behavior.UNBOUNDED:
            return _outside(facts)
    return only("A^n -> 0, a limit or growth", facts)


METHOD = Method("gershgorin", "discs inside the unit circle, touching it at 1 only, or outside of it", found)


def _claim(facts: Facts, by: Side, weights: Vector = ()) -> Gershgorin:
    return gershgorin_claim(disc_family(facts.a, by, weights or None))


def _sides(facts: Facts) -> tuple[tuple[Side, tuple[Disc, ...]], ...]:
    return (("rows", discs(facts.a)), ("columns", discs(facts.a.transpose)))


# -- inside ----------------------------------------------------------------------------------


def _inside(facts: Facts) -> Writer | str:
    for by, found_discs in _sides(facts):
        if all(d.farthest < 1 for d in found_discs):
            return partial(_plain, facts, by, found_discs)
    moduli = facts.a.with_entries([[abs(x) for x in row] for row in facts.a.tolist()])
    w = shrinking_vector(moduli)
    if w is None:
        return (
            "no diagonal scaling brings all of Gershgorin's discs inside the unit circle, because the matrix "
            "of the moduli of the entries has an eigenvalue of modulus >= 1"
        )
    return partial(_scaled, facts, w)


def _plain(facts: Facts, by: Side, found_discs: tuple[Disc, ...], detail: str) -> tuple[Step, ...]:
    return (Section("discs", (_said(by), *_ended(facts, found_discs, _norm(facts, by), _claim(facts, by)))),)


def _norm(facts: Facts, by: Side) -> Expr:
    return Call("norm" if by == "rows" else "column_norm", facts.A)


def _said(by: Side) -> Sentence:
    return Sentence(f"discs_by_{by}", (), (DISCS,))


def _ended(facts: Facts, found_discs: tuple[Disc, ...], norm: Expr, claim: Gershgorin) -> tuple[Leaf, ...]:
    """The largest of |c_i| + r_i is the norm by rows, or by columns, of the matrix with these discs."""
    largest = number(max(d.farthest for d in found_discs))
    small = Relation((largest, number(1)), ("<",))
    return (
        Display(tuple(_below(d) for d in found_discs), (DISCS, claim)),
        Sentence("discs_inside", (("small", small),), (DISCS,), (small, equal(norm, largest))),
        Conclusion("is_zero_limit", (("power", facts.power),), (PROPOSITION_1, *facts.claims)),
    )


def _below(d: Disc) -> Relation:
    """|center| + radius = farthest < 1."""
    return Relation(
        (plus(Call("abs", number(d.center)), number(d.radius)), number(d.farthest), number(1)), ("=", "<")
    )


def _scaled(facts: Facts, w: Vector, detail: str) -> tuple[Step, ...]:
    order = range(facts.order)
    scale = facts.a.with_entries([[w[i] if i == j else 0 for j in order] for i in order])
    S = Named("S", scale)
    value = scale.inverse @ facts.a @ scale
    similar = equal(times(Power(S, number(-1)), facts.A, S), Literal(value))
    return (
        Section(
            "discs",
            (
                Sentence("discs_by_rows", (), (DISCS,)),
                Sentence("discs_too_large", (), (DISCS,)),
                Display((equal(S, Literal(scale)), similar), (DISCS,)),
                *_ended(facts, discs(value), Call("norm", similar.sides[0]), _claim(facts, "rows", w)),
            ),
        ),
    )


# -- touching the circle at 1 ----------------------------------------------------------------


def _touching(facts: Facts) -> Writer | str:
    for by, found_discs in _sides(facts):
        if all(d.touches_at_one for d in found_discs):
            return partial(_at_one, facts, by, found_discs)
    return "its discs reach beyond the unit circle, or touch it elsewhere than at 1"


def _at_one(facts: Facts, by: Side, found_discs: tuple[Disc, ...], detail: str) -> tuple[Step, ...]:
    size = Relation((_norm(facts, by), number(max(d.farthest for d in found_discs)), number(1)), ("=", "<="))
    limit = Named("L", projector_at_one(facts.a, facts.profile))
    centers = tuple(Relation((number(d.center), number(0)), (">",)) for d in found_discs if d.farthest == 1)
    return (
        Section(
            "discs",
            (
                Sentence(f"discs_by_{by}", (), (DISCS,)),
                Display(tuple(_at_most(d) for d in found_discs), (DISCS, _claim(facts, by))),
                Sentence("discs_touch", (("centers", centers),), (DISCS,), centers),
            ),
        ),
        Section("bounded", (Sentence(f"bounded_by_{by}", (("size", size),), (NORM, BOUNDED), (size,)),)),
        *where_from(facts, limit),
        Section("conclusion", (_limit(facts, limit),)),
    )


def _at_most(d: Disc) -> Relation:
    left = plus(Call("abs", number(d.center)), number(d.radius))
    if d.farthest == 1:
        return equal(left, number(1))
    return _below(d)


def _limit(facts: Facts, limit: Named) -> Conclusion:
    fields = (("power", facts.power), ("limit", limit))
    return Conclusion("limit_by_proposition_2", fields, (PROPOSITION_2, *facts.claims))


# -- outside ---------------------------------------------------------------------------------


def _outside(facts: Facts) -> Writer | str:
    for by, found_discs in _sides(facts):
        if all(d.nearest > 1 for d in found_discs):
            return partial(_beyond, facts, by, found_discs, found_discs)
        component = next((c for c in connected(found_discs) if all(d.nearest > 1 for d in c)), None)
        if component is not None:
            return partial(_beyond, facts, by, found_discs, component)
    return "no connected component of its discs lies outside the unit circle"


def connected(found_discs: tuple[Disc, ...]) -> list[tuple[Disc, ...]]:
    """The connected components of the union: all centers are real, so discs meet where their intervals do."""
    groups: list[list[Disc]] = []
    end = Fraction(0)
    for d in sorted(found_discs, key=lambda d: (d.center - d.radius, d.index)):
        if groups and d.center - d.radius <= end:
            groups[-1].append(d)
            end = max(end, d.center + d.radius)
        else:
            groups.append([d])
            end = d.center + d.radius
    return [tuple(g) for g in groups]


def _beyond(
    facts: Facts, by: Side, found_discs: tuple[Disc, ...], component: tuple[Disc, ...], detail: str
) -> tuple[Step, ...]:
    apart = tuple(
        Relation((plus(number(d.radius), number(e.radius)), Call("abs", number(d.center - e.center))), ("<",))
        for d in component
        for e in found_discs
        if e not in component
    )
    beyond = tuple(
        Relation(
            (plus(Call("abs", number(d.center)), number(-d.radius)), number(d.nearest), number(1)), ("=", ">")
        )
        for d in component
    )
    fields = (("numbers", tuple(d.index + 1 for d in component)), ("count", len(component)))
    whole = len(component) == len(found_discs)
    leaves: list[Leaf] = [
        Sentence(f"discs_by_{by}", (), (DISCS,)),
        Sentence("discs_beyond", fields, (DISCS,)),
    ]
    claim = _claim(facts, by)
    leaves.append(Display(beyond, (DISCS, claim)))
    if not whole:
        leaves += [Sentence("discs_apart", fields, (COUNT,)), Display(apart, (COUNT, claim))]
    leaves += [
        Sentence("all_outside" if whole else "counted_outside", fields, (COUNT if not whole else DISCS,)),
        Conclusion("is_unbounded", (("power", facts.power),), (EIGENVECTOR, *facts.claims)),
    ]
    return (Section("discs", tuple(leaves)),)
