"""Stochastic matrices whose powers have a positive column: limits by mixing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from symspec.algebra.matrix import ExactMatrix
from symspec.proof.facts import Facts, matrix, vector
from symspec.proof.formula import (
    Call,
    Column,
    Expr,
    Literal,
    Named,
    Power,
    Relation,
    equal,
    greater,
    number,
    times,
)
from symspec.proof.methods.method import Writer
from symspec.proof.steps import Check, Conclusion, Display, Leaf, Section, Sentence, Step
from symspec.spectral.projectors import projector_at_one

STOCHASTIC = 41
# A power with a positive column is looked for up to this exponent.
LAST_POWER = 64


@dataclass(frozen=True, slots=True)
class Mixing:
    """P^power has a positive column; P is A, or A^T where `by` is "columns"."""

    by: str
    P: Named
    power: int


def nonnegative(facts: Facts) -> Relation:
    """A >= 0."""
    return Relation((facts.A, number(0)), (">=",))


def found(facts: Facts) -> Writer | str:
    """The proof for a stochastic matrix, by rows or by columns."""
    for by, P in (("rows", facts.A), ("columns", Named("P", facts.a.transpose))):
        if all(sum(row, Fraction(0)) == 1 for row in matrix(P).tolist()):
            k = mixing_power(matrix(P))
            if k is None:
                return "no power of this stochastic matrix has a positive column"
            return partial(_steps, facts, Mixing(by, P, k))
    return (
        "for a limit other than 0 it needs a stochastic matrix: all row sums, or all column sums, equal to 1"
    )


def mixing_power(p: ExactMatrix) -> int | None:
    """The least k for which P^k has a positive column.

    >>> mixing_power(ExactMatrix.from_integers([[0, 2], [1, 1]], 2))
    1
    """
    n = p.order
    support = [{j for j in range(n) if x[j]} for x in p.tolist()]
    reached = [set(row) for row in support]
    for k in range(1, LAST_POWER + 1):
        if set.intersection(*reached):
            return k
        reached = [set().union(*(support[j] for j in row)) for row in reached]
    return None


def _steps(facts: Facts, mixing: Mixing, detail: str) -> tuple[Step, ...]:
    limit = Named("L", projector_at_one(facts.a, facts.profile))
    last = (("power", facts.power), ("limit", limit))
    return (
        Section("stochastic", (*_stochastic(facts, mixing), _mixes(mixing))),
        Section(
            "projector",
            (
                *_stationary(facts, mixing, limit),
                Conclusion("limit_reached", last, (STOCHASTIC, *facts.claims)),
            ),
        ),
    )


def _stochastic(facts: Facts, mixing: Mixing) -> tuple[Leaf, ...]:
    """Row sums 1; P = A^T and P^k written out where they are used."""
    P, k = mixing.P, mixing.power
    ones = Named("e", vector(facts.a, (1,) * facts.order))
    positive, sums = nonnegative(facts), equal(times(P, ones), ones)
    said = Sentence(
        f"stochastic_{mixing.by}",
        (("positive", positive), ("sums", sums)),
        (STOCHASTIC,),
        (positive, sums),
    )
    shown = [] if mixing.by == "rows" else [equal(P, Call("transpose", facts.A), Literal(matrix(P)))]
    shown += [equal(Power(P, number(k)), Literal(matrix(P) ** k))] if k > 1 else []
    return (said, Display(tuple(shown), (STOCHASTIC,))) if shown else (said,)


def _mixes(mixing: Mixing) -> Leaf:
    """The smallest entries of the columns of P^k, and what their sum says."""
    P, k = mixing.P, mixing.power
    power: Expr = P if k == 1 else Power(P, number(k))
    least = [min(column) for column in (matrix(P) ** k).transpose.tolist()]
    delta = sum(least, Fraction(0))
    defined = equal(Named("delta", delta), number(delta))
    fields = (
        ("power", power),
        ("least", tuple(number(x) for x in least)),
        ("delta", defined),
        ("ratio", number(1 - delta)),
        ("k", k),
        ("P", P),
    )
    row, ones = (
        Named("c", matrix(P).with_entries([least])),
        Named("e", matrix(P).with_entries([[1]] * len(least))),
    )
    checks = (
        defined,
        Relation((power, times(ones, row)), (">=",)),
        equal(times(row, ones), number(delta)),
        greater(number(delta), number(0)),
    )
    return Sentence("mixing" if k == 1 else "mixing_power", fields, (STOCHASTIC,), checks)


def _stationary(facts: Facts, mixing: Mixing, limit: Named) -> tuple[Leaf, ...]:
    """pi P = pi for the row pi of which the limit of P^n consists."""
    P = mixing.P
    rows: Expr = limit if mixing.by == "rows" else Call("transpose", limit)
    first = (matrix(limit) if mixing.by == "rows" else matrix(limit).transpose).tolist()[0]
    ones = Named("e", vector(facts.a, (1,) * facts.order))
    row = facts.a.with_entries([first])
    fixed = equal(times(Named("pi", row), P), Named("pi", row))
    fields = (("fixed", fixed), ("pi", Column(row.transpose)), ("P", P))
    checks = (equal(times(rows, P), rows), equal(times(rows, ones), ones))
    return (Sentence("stationary", fields, (STOCHASTIC,), (fixed,)), Check(checks, (STOCHASTIC,)))
