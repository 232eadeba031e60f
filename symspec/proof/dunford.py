"""The decomposition A = D + N, by Newton's steps that a reader can repeat."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Proposition1
from symspec.proof.evaluation import value
from symspec.proof.facts import Facts, root, shifted
from symspec.proof.formula import (
    At,
    Expr,
    Literal,
    Named,
    Power,
    Relation,
    Value,
    differ,
    equal,
    minus,
    number,
    plus,
    times,
)
from symspec.proof.steps import Check, Display, Leaf, Section, Sentence
from symspec.spectral.dunford import DunfordDecomposition, newton_steps

DIAGONALIZABLE, DUNFORD = 3, 4
# Intermediate matrices with longer entries are left to the reader, and to the checks.
MAX_BITS = 18


@dataclass(frozen=True, slots=True)
class _Parts:
    """The formulas A, D, N, p and p', and the claim that cites them."""

    A: Named
    D: Named
    N: Named
    p: Named
    slope: Named
    claim: Proposition1


def decomposition(facts: Facts, d: DunfordDecomposition, claim: Proposition1) -> Section:
    """D and N for a matrix that is not diagonalizable, with all their defining properties."""
    p = d.annihilator
    parts = _Parts(facts.A, Named("D", d.D), Named("N", d.N), Named("p", p), Named("p'", p.derivative), claim)
    if p.degree == 1:
        steps = _one_eigenvalue(parts, facts)
    else:
        iterates = newton_steps(facts.a, p)
        steps = _one_step(parts) if len(iterates) == 2 else _many_steps(parts, iterates)
    return Section("decomposition", (*steps, *_verified(parts, d.index)))


def _verified(parts: _Parts, index: int) -> tuple[Leaf, ...]:
    D, M = parts.D, parts.N
    checks = [equal(plus(D, M), parts.A), equal(times(D, M), times(M, D)), equal(At(parts.p, D), number(0))]
    if index > 2:
        power = M if index == 2 else Power(M, number(index - 1))
        checks.append(differ(power, number(0)))
    checks.append(equal(Power(M, number(index)), number(0)))
    fields = (("p", At(parts.p, D)), ("D", D), ("N", M))
    return (
        Check(tuple(checks), (DUNFORD, parts.claim.dunford)),
        Sentence("parts", fields, (DIAGONALIZABLE, DUNFORD, parts.claim.dunford)),
    )


def _one_eigenvalue(parts: _Parts, facts: Facts) -> tuple[Leaf, ...]:
    """D = z I and N = A - z I."""
    z = root(facts.profile.factors[0].polynomial)
    unit = Named("I", facts.a.identity())
    D = equal(parts.D, times(z, unit))
    M = equal(parts.N, shifted(parts.A, z), Literal(parts.N.value))
    return (
        Sentence("one_eigenvalue", (("D", D),), (DUNFORD, parts.claim.dunford), (D,)),
        Display((M,), (DUNFORD, parts.claim.dunford)),
    )


def _correction(p: Named, slope: Named, at: Expr) -> Expr:
    """p(X) p'(X)^-1."""
    return times(At(p, at), Power(At(slope, at), number(-1)))


def _one_step(parts: _Parts) -> tuple[Leaf, ...]:
    A, D, M, p, slope = parts.A, parts.D, parts.N, parts.p, parts.slope
    step = equal(D, minus(A, _correction(p, slope, A)))
    divisor = At(slope, A)
    solves = equal(times(M, divisor), At(p, A))
    because = (DUNFORD, parts.claim.dunford)
    shown = [equal(slope, Literal(slope.value))]
    if is_readable(value(divisor)):
        shown.append(equal(divisor, Literal(value(divisor))))
    return (
        Sentence("one_newton_step", (("step", step),), because, (step,)),
        Display(tuple(shown), (DUNFORD,)),
        Sentence("correction", (("solves", solves),), because, (solves,)),
        Display((equal(M, Literal(M.value)), equal(D, minus(A, M), Literal(D.value))), because),
    )


def _step(old: Named, new: Named, correction: Expr) -> Relation:
    """The step, with its result written out unless that would be a page of fractions."""
    sides = (new, minus(old, correction))
    return equal(*sides, Literal(new.value)) if is_readable(new.value) else equal(*sides)


def is_readable(shown: Value) -> bool:
    """The entries of a matrix have few digits."""
    if not isinstance(shown, ExactMatrix):
        return True
    bits = (x.numerator.bit_length() + x.denominator.bit_length() for row in shown.tolist() for x in row)
    return max(bits) <= MAX_BITS


def _many_steps(parts: _Parts, iterates: tuple[ExactMatrix, ...]) -> tuple[Leaf, ...]:
    A, D, M, p, slope = parts.A, parts.D, parts.N, parts.p, parts.slope
    names = [Named(f"D_{k}", m) for k, m in enumerate(iterates)]
    relations = tuple(
        _step(old, new, _correction(p, slope, old)) for old, new in zip(names, names[1:], strict=False)
    )
    last = equal(At(p, names[-1]), number(0))
    because = (DUNFORD, parts.claim.dunford)
    fields = (("count", len(relations)), ("slope", equal(slope, Literal(slope.value))))
    return (
        Sentence("newton_steps", fields, because),
        Display((equal(names[0], A), *relations), because),
        Sentence("newton_ends", (("last", last),), because, (last,)),
        Display((equal(D, names[-1]), equal(M, minus(A, D), Literal(M.value))), because),
    )
