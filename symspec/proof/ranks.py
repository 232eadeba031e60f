"""Ranks that a reader can see: row relations for "at most", a minor for "at least"."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Rank
from symspec.proof.facts import Facts, shifted
from symspec.proof.formula import (
    Call,
    Expr,
    Literal,
    Named,
    Power,
    Relation,
    differ,
    equal,
    number,
    plus,
    times,
)
from symspec.proof.steps import Display, Leaf, Sentence

RANK = 24


def rank_leaves(facts: Facts, once: Rank, twice: Rank) -> tuple[Leaf, ...]:
    """rk(A - I) and rk((A - I)^2), each with its reason."""
    base = shifted(facts.A, 1)
    m = facts.a - facts.a.identity()
    first = (*_shown(base, m, once), *_reasons(m, once, "r"))
    factor = _multiple(m)
    square = Power(base, number(2))
    if factor is not None and factor != 0:
        same = equal(square, times(factor, base))
        multiple = Sentence(
            "square_is_multiple", (("relation", same), ("rank", twice.rank)), (RANK, twice), (same,)
        )
        return (*first, multiple)
    return (*first, *_shown(square, m @ m, twice), *_reasons(m @ m, twice, "s"))


def _shown(formula: Expr, m: ExactMatrix, claim: Rank) -> tuple[Leaf, ...]:
    if m.is_zero:
        zero = equal(formula, number(0))
        return (
            Sentence(
                "is_zero",
                (("relation", zero), ("rank", equal(Call("rank", formula), number(0)))),
                (claim,),
                (zero,),
            ),
        )
    return (Display((equal(formula, Literal(m)),), (claim,)),)


def _multiple(m: ExactMatrix) -> Fraction | None:
    """The c with M^2 = c M, if there is one and M is not 0."""
    square = m @ m
    entry = next(((i, j) for i in range(m.order) for j in range(m.order) if m[i, j]), None)
    if entry is None:
        return None
    c = square[entry] / m[entry]
    return c if square == m * c else None


def _reasons(m: ExactMatrix, claim: Rank, letter: str) -> tuple[Leaf, ...]:
    if m.is_zero:
        return ()
    rows = [Named(f"{letter}_{i + 1}", _row(m, i)) for i in range(m.order)]
    minor = _minor(m, claim)
    determinant = equal(Call("det", Literal(minor)), number(minor.det))
    fields = (
        ("rows", tuple(i + 1 for i in claim.rows)),
        ("columns", tuple(j + 1 for j in claim.columns)),
        ("minor", number(minor.det)),
        ("rank", claim.rank),
    )
    at_least = Sentence(
        "minor" if claim.rank > 1 else "minor_of_one",
        fields,
        (RANK, claim),
        (determinant, differ(number(minor.det), number(0))),
    )
    relations = tuple(_row_relation(m, claim, rows, minor, i) for i in range(m.order) if i not in claim.rows)
    at_most = Sentence(
        "row_relations", (("row", rows[0]), ("relations", relations)), (RANK, claim), relations
    )
    return (at_most, at_least)


def _row(m: ExactMatrix, i: int) -> ExactMatrix:
    return ExactMatrix.from_fractions([m.tolist()[i]], backend=m.backend)


def _minor(m: ExactMatrix, claim: Rank) -> ExactMatrix:
    entries = m.tolist()
    return ExactMatrix.from_fractions(
        [[entries[i][j] for j in claim.columns] for i in claim.rows], backend=m.backend
    )


def _row_relation(m: ExactMatrix, claim: Rank, rows: list[Named], minor: ExactMatrix, i: int) -> Relation:
    """Row i as a combination of the pivot rows: its coefficients solve a system with the minor."""
    entries = m.tolist()[i]
    wanted = ExactMatrix.from_fractions([[entries[j]] for j in claim.columns], backend=m.backend)
    solution = minor.transpose.solve(wanted).tolist()
    terms = [times(c[0], rows[k]) for c, k in zip(solution, claim.rows, strict=True) if c[0]]
    return equal(rows[i], plus(*terms)) if terms else equal(rows[i], number(0))
