"""A^n -> L by Proposition 2: the spectrum, the two ranks, and L = s(A)/s(1)."""

from __future__ import annotations

from symspec.algebra.polynomial import Polynomial
from symspec.certificate import Claim, Proposition2
from symspec.decision.certify import proposition_2
from symspec.decision.witnesses import charpoly_claim, integer_columns
from symspec.proof.facts import Facts, N, matrix, root, shifted, vector
from symspec.proof.formula import (
    At,
    Call,
    Column,
    Expr,
    Factored,
    Literal,
    Named,
    Power,
    equal,
    minus,
    number,
    plus,
    times,
)
from symspec.proof.ranks import rank_leaves
from symspec.proof.rate import rate
from symspec.proof.spectrum import located, spectrum_section
from symspec.proof.steps import Check, Conclusion, Display, Leaf, Section, Sentence, Step
from symspec.proof.zero import entry_remark, speed_fields
from symspec.spectral.projectors import projector_at_one, stable_cofactor

PROPOSITION_1, PROPOSITION_2, EIGENVECTOR, PROJECTOR, GROWTH = 1, 2, 8, 11, 22


def goal(facts: Facts) -> Sentence:
    """A^n -> L."""
    limit = Named("L", projector_at_one(facts.a, facts.profile))
    written_out = equal(limit, Literal(limit.value))
    return Sentence("converges", (("power", facts.power), ("limit", limit)), (PROPOSITION_2,), (written_out,))


def steps(facts: Facts) -> tuple[Step, ...]:
    """The proof that A^n -> L."""
    value = projector_at_one(facts.a, facts.profile)
    claim = proposition_2(facts.a, facts.profile, value)
    s, limit = stable_cofactor(facts.profile), Named("L", value)
    return (
        *entry_remark(facts),
        spectrum_section(
            facts,
            charpoly_claim(facts.profile.charpoly),
            *located(facts, claim),
            Sentence("first_condition", (), (PROPOSITION_2, claim)),
            _fixed_vector(facts),
        ),
        _ranks(facts, claim),
        *((projector_section(facts, s, limit, (claim,)),) if facts.a != value else ()),
        _why(facts, s, limit, claim),
    )


def _fixed_vector(facts: Facts) -> Leaf:
    found = integer_columns((facts.a - facts.a.identity()).kernel)
    v = Named("v", vector(facts.a, min(found, key=lambda c: (sum(map(abs, c)), c))))
    fixed = equal(times(facts.A, v), v)
    return Sentence(
        "fixed_vector",
        (("fixed", fixed), ("v", equal(v, _column(v)))),
        (PROPOSITION_1, EIGENVECTOR),
        (fixed,),
    )


def _column(v: Named) -> Expr:
    return Column(matrix(v))


def _ranks(facts: Facts, claim: Proposition2) -> Section:
    fields = (
        ("once", equal(Call("rank", shifted(facts.A, 1)), number(claim.rank_once.rank))),
        ("twice", equal(Call("rank", Power(shifted(facts.A, 1), number(2))), number(claim.rank_twice.rank))),
    )
    same = Sentence(
        "ranks_agree",
        fields,
        (PROPOSITION_2, claim.rank_once, claim.rank_twice),
        (fields[0][1], fields[1][1]),
    )
    return Section("ranks", (*rank_leaves(facts, claim.rank_once, claim.rank_twice), same))


def projector_section(facts: Facts, s: Polynomial, limit: Named, claims: tuple[Claim, ...]) -> Section:
    """L = s(A)/s(1), where (A - I) s(A) = 0, with its check."""
    A, polynomial = facts.A, Named("s", s)
    kills = equal(times(shifted(A, 1), At(polynomial, A)), number(0))
    shape = _factored(facts, s)
    at_one = equal(At(polynomial, number(1)), number(s(1)))
    formula = equal(limit, times(1 / s(1), At(polynomial, A)), Literal(limit.value))
    checks = (equal(Power(limit, number(2)), limit), equal(times(A, limit), times(limit, A), limit))
    return Section(
        "projector",
        (
            Sentence(
                "cofactor",
                (("s", equal(polynomial, shape)), ("kills", kills)),
                (PROJECTOR, *claims),
                (equal(polynomial, shape), kills),
            ),
            Sentence("cofactor_at_one", (("value", at_one),), (PROJECTOR, *claims), (at_one,)),
            Display((formula,), (PROJECTOR, *claims)),
            Check(checks, (PROJECTOR, *claims)),
        ),
    )


def _factored(facts: Facts, s: Polynomial) -> Expr:
    factors = tuple((f.polynomial, f.index) for f in facts.profile.factors if not f.is_one)
    return Factored(factors) if len(factors) > 1 or factors and factors[0][1] > 1 else Literal(s)


def _why(facts: Facts, s: Polynomial, limit: Named, claim: Proposition2) -> Section:
    A, value = facts.A, matrix(limit)
    if facts.a == value:
        still = equal(Power(A, number(2)), A)
        return Section(
            "why",
            (
                Conclusion(
                    "idempotent", (("square", still), ("power", facts.power)), (PROJECTOR, claim), (still,)
                ),
            ),
        )
    B = Named("B", facts.a - value)
    leaves = list(complement(facts, limit, B, (claim,)))
    if s.degree == 1:
        return Section("why", (*leaves, *_geometric(facts, s, limit, B, claim)))
    inner = s if s(0) == 0 else s * s.of_same([0, 1])
    kills = equal(At(Named("q", inner), B), number(0))
    fields = (("q", equal(Named("q", inner), _inner_shape(facts, s))), ("kills", kills))
    code = "complement_stable" if s(0) else "complement_stable_itself"
    leaves.append(Sentence(code, fields, (PROPOSITION_1, PROJECTOR, claim), (kills,)))
    return Section("why", (*leaves, _conclusion(facts, limit, claim)))


def complement(facts: Facts, limit: Named, B: Named, claims: tuple[Claim, ...]) -> tuple[Leaf, ...]:
    """B = A - L satisfies L B = B L = 0, so A^n = L + B^n for n >= 1."""
    annihilated = equal(times(limit, B), times(B, limit), number(0))
    split = equal(facts.power, plus(limit, Power(B, N)), at=tuple(range(1, facts.order + 2)))
    fields = (("zero", annihilated), ("split", split))
    return (
        Display((equal(B, minus(facts.A, limit), Literal(B.value)),), (PROJECTOR,)),
        Sentence("complement", fields, (PROJECTOR, *claims), (annihilated, split)),
    )


def _inner_shape(facts: Facts, s: Polynomial) -> Expr:
    x = s.of_same([0, 1])
    shape = _factored(facts, s)
    if s(0) == 0:
        return shape
    factors = shape.factors if isinstance(shape, Factored) else ((s, 1),)
    return Factored(((x, 1), *factors))


def _geometric(facts: Facts, s: Polynomial, limit: Named, B: Named, claim: Proposition2) -> tuple[Leaf, ...]:
    r = root(s)
    square = equal(Power(B, number(2)), times(r, B)) if r else equal(Power(B, number(2)), number(0))
    power: Expr = times(Power(number(r), minus(N, number(1))), B)
    whole = equal(facts.power, plus(limit, power), at=tuple(range(1, facts.order + 2)))
    return (
        Sentence("complement_geometric", (("square", square),), (EIGENVECTOR, claim), (square,)),
        Conclusion(
            "limit_geometric",
            (("whole", whole), ("limit", limit), ("ratio", number(abs(r)))),
            (PROPOSITION_2, claim),
            (whole,),
        ),
    )


def _conclusion(facts: Facts, limit: Named, claim: Proposition2) -> Conclusion:
    speed = rate(facts, without_one=True)
    fields = (("power", facts.power), ("limit", limit))
    if speed is None:
        return Conclusion("limit_reached", fields, (PROPOSITION_2, claim))
    code, more = speed_fields("limit", facts, speed)
    return Conclusion(code, (*fields, *(f for f in more if f[0] != "power")), (PROPOSITION_2, GROWTH, claim))
