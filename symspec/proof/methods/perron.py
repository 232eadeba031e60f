"""Nonnegative matrices: weight vectors that shrink, stay or grow; limits of stochastic matrices."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from symspec.algebra.matrix import ExactMatrix
from symspec.proof import bounded
from symspec.proof.facts import Facts, N, matrix, vector
from symspec.proof.formula import (
    Call,
    Column,
    Expr,
    Named,
    Power,
    Relation,
    equal,
    greater,
    less,
    number,
    times,
)
from symspec.proof.methods import mixing
from symspec.proof.methods.method import Method, Writer
from symspec.proof.methods.weights import Vector, growing_vector, shrinking_vector
from symspec.proof.steps import Conclusion, Display, Section, Sentence, Step
from symspec.proof.unbounded import written
from symspec.truth import Behavior

NONNEGATIVE = 40


def found(facts: Facts) -> Writer | str:
    """The proof by a weight vector."""
    negative = _negative(facts)
    if negative:
        return negative
    match facts.behavior:
        case Behavior.TENDS_TO_ZERO:
            return _shrinks(facts)
        case Behavior.CONVERGES:
            return mixing.found(facts)
        case Behavior.BOUNDED_DIVERGENT:
            return _stays(facts)
        case Behavior.UNBOUNDED:
            return _grows(facts)


METHOD = Method(
    "perron", "nonnegative entries: a vector w > 0 with A w < w, or v >= 0 with A v >= r v, r > 1", found
)


def _negative(facts: Facts) -> str:
    entries = facts.a.tolist()
    bad = next(((i, j) for i, row in enumerate(entries) for j, x in enumerate(row) if x < 0), None)
    if bad is None:
        return ""
    return f"it needs entries >= 0, and the one in row {bad[0] + 1}, column {bad[1] + 1} is negative"


def _image(facts: Facts, w: Named, sign: str, bound: Expr) -> Relation:
    """A w = (..) <= bound."""
    return Relation((times(facts.A, w), Column(facts.a @ matrix(w)), bound), ("=", sign))


# -- A^n -> 0 --------------------------------------------------------------------------------


def _shrinks(facts: Facts) -> Writer | str:
    w = shrinking_vector(facts.a)
    if w is None:
        return "there is no vector w > 0 with A w < w"
    return partial(_shrinking, facts, w)


def _shrinking(facts: Facts, w: Vector, detail: str) -> tuple[Step, ...]:
    weight = Named("w", vector(facts.a, w))
    ratios = [x[0] / y for x, y in zip((facts.a @ matrix(weight)).tolist(), w, strict=True)]
    c = number(max(ratios))
    positive, shrinks = mixing.nonnegative(facts), _image(facts, weight, "<=", times(c, weight))
    small = less(c, number(1))
    power = Relation((times(facts.power, weight), times(Power(c, N), weight)), ("<=",), (1, 2, 3))
    spread = Fraction(max(w), min(w))
    bound = times(number(spread), Power(c, N))
    return (
        Section(
            "weights",
            (
                Sentence(
                    "nonnegative",
                    (("A", facts.A), ("positive", positive), ("w", written(weight))),
                    (NONNEGATIVE,),
                    (positive,),
                ),
                Display((shrinks,), (NONNEGATIVE,)),
                Sentence("shrinks", (("small", small), ("power", power)), (NONNEGATIVE,), (small, power)),
            ),
        ),
        Section(
            "limit",
            (
                Sentence("entries_shrink", (("bound", bound), ("w", weight)), (NONNEGATIVE,)),
                Conclusion("is_zero_limit", (("power", facts.power),), (NONNEGATIVE, *facts.claims)),
            ),
        ),
    )


# -- bounded ---------------------------------------------------------------------------------


def _stays(facts: Facts) -> Writer | str:
    for by, m in (("rows", facts.a), ("columns", facts.a.transpose)):
        w = _steady_vector(m)
        if w is not None:
            return partial(_staying, facts, by, m, w)
    return "no vector w > 0 with A w <= w was found"


def _steady_vector(m: ExactMatrix) -> Vector | None:
    """A w > 0 with M w <= w: all ones, or an eigenvector for 1."""
    ones = (1,) * m.order
    if all(sum(row, Fraction(0)) <= 1 for row in m.tolist()):
        return ones
    kernel = (m - m.identity()).kernel
    if kernel.shape[1] != 1:
        return None
    rows, _ = kernel.integers()
    column = [row[0] for row in rows]
    signed = tuple(column) if column[0] > 0 else tuple(-x for x in column)
    return signed if min(signed) > 0 else None


def _staying(facts: Facts, by: str, m: ExactMatrix, w: Vector, detail: str) -> tuple[Step, ...]:
    P = facts.A if by == "rows" else Named("P", m)
    weight = Named("w", vector(facts.a, w))
    image = Relation((times(P, weight), Column(m @ matrix(weight)), weight), ("=", "<="))
    positive = Relation((P, number(0)), (">=",))
    turns, stays = bounded.no_limit(facts)
    defined = (
        ()
        if by == "rows"
        else (Sentence("transposed", (("P", equal(P, Call("transpose", facts.A))),), (NONNEGATIVE,)),)
    )
    fields = (
        ("power", Relation((times(Power(P, N), weight), weight), ("<=",), (1, 2, 3))),
        ("bound", number(Fraction(max(w), min(w)))),
    )
    return (
        Section(
            "weights",
            (
                *defined,
                Sentence(
                    "nonnegative",
                    (("A", P), ("positive", positive), ("w", written(weight))),
                    (NONNEGATIVE,),
                    (positive,),
                ),
                Display((image,), (NONNEGATIVE,)),
                Sentence("stays", fields, (NONNEGATIVE,), (fields[0][1],)),
            ),
        ),
        turns,
        bounded.conclusion(facts, NONNEGATIVE, *facts.claims, stays),
    )


# -- unbounded -------------------------------------------------------------------------------


def _grows(facts: Facts) -> Writer | str:
    grown = growing_vector(facts.a)
    if grown is None:
        return "no v >= 0 with A v >= r v, r > 1, was found: the largest eigenvalue is 1, or barely above 1"
    return partial(_growing, facts, *grown)


def _growing(facts: Facts, v: Vector, r: Fraction, detail: str) -> tuple[Step, ...]:
    start, ratio = Named("v", vector(facts.a, v)), number(r)
    positive, grows = mixing.nonnegative(facts), _image(facts, start, ">=", times(ratio, start))
    large = greater(ratio, number(1))
    power = Relation((times(facts.power, start), times(Power(ratio, N), start)), (">=",), (1, 2, 3))
    return (
        Section(
            "weights",
            (
                Sentence(
                    "nonnegative_start",
                    (("positive", positive), ("v", written(start))),
                    (NONNEGATIVE,),
                    (positive,),
                ),
                Display((grows,), (NONNEGATIVE,)),
                Sentence("grows", (("large", large), ("power", power)), (NONNEGATIVE,), (large, power)),
            ),
        ),
        Section(
            "conclusion",
            (Conclusion("is_unbounded", (("power", facts.power),), (NONNEGATIVE, *facts.claims)),),
        ),
    )
