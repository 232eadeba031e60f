"""A^n written out and each of its terms followed to its limit, where all eigenvalues are rational."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symspec.certificate import Claim
from symspec.proof.closed_form import closed_form
from symspec.proof.facts import Facts, N, root
from symspec.proof.formula import Choose, Expr, Literal, Named, Power, equal, minus, number, plus, times
from symspec.proof.full.numbers import BINOMIAL, BLOCK_POWER, GEOMETRIC
from symspec.proof.steps import Display, Item, Leaf, Section, Sentence
from symspec.spectral.dunford import DunfordDecomposition
from symspec.truth import Behavior


def powers_section(facts: Facts, d: DunfordDecomposition, claim: Claim, *, has_basis: bool) -> Section | None:
    """A^n = P J^n P^-1, the binomial expansion of (D + N)^n, and what becomes of each term."""
    if not facts.splits:
        return None
    steps: list[Leaf] = []
    if has_basis:
        index = max(f.index for f in facts.profile.factors)
        code = "power_of_diagonal" if index == 1 else "power_of_jordan"
        steps.append(Sentence(code, (), (BLOCK_POWER,)))
    form = closed_form(facts, d, claim)
    if form:
        steps += binomial_leaves(facts, d, claim)
        steps += form.leaves
    elif not has_basis:
        return None
    steps += fates(facts)
    return Section("powers", tuple(steps))


def binomial_leaves(facts: Facts, d: DunfordDecomposition, claim: Claim) -> tuple[Leaf, ...]:
    """A^n = sum of C(n, j) D^(n-j) N^j."""
    if d.index == 1:
        return ()
    D, M = Named("D", d.D), Named("N", d.N)
    start = d.index - 1
    at = tuple(range(start, start + facts.order + 1))
    split = equal(facts.A, plus(D, M))
    expansion = equal(facts.power, plus(*(_term(D, M, j) for j in range(d.index))), at=at)
    return (
        Sentence("split_for_powers", (("split", split), ("index", d.index)), (BINOMIAL, claim), (split,)),
        Display(
            (equal(D, Literal(d.D)), equal(M, Literal(d.N))),
            (BINOMIAL, claim),
        ),
        Sentence("binomial", (("index", d.index), ("count", d.index)), (BINOMIAL, claim)),
        Display((expansion,), (BINOMIAL, claim)),
        Sentence("binomial_from", (("start", start),), (BINOMIAL,)),
    )


def _term(D: Expr, M: Expr, j: int) -> Expr:
    """C(n, j) D^(n-j) N^j."""
    if j == 0:
        return Power(D, N)
    choose: Expr = N if j == 1 else Choose(j)
    return times(choose, Power(D, minus(N, number(j))), M if j == 1 else Power(M, number(j)))


def sequence(z: Fraction, j: int) -> Expr:
    """C(n, j) z^(n-j)."""
    power = number(1) if z == 1 else Power(number(z), minus(N, number(j)) if j else N)
    return times(*((N,) if j == 1 else (Choose(j),) if j else ()), power)


def fates(facts: Facts) -> Iterator[Leaf]:
    """What each C(n, j) z^(n-j) does: tends to 0, is constant, alternates, or grows."""
    terms = [(root(f.polynomial), j) for f in facts.rational for j in range(f.index) if root(f.polynomial)]
    yield from _fate("to_zero", [sequence(z, j) for z, j in terms if abs(z) < 1])
    if (Fraction(1), 0) in terms:
        yield Sentence("sequence_constant", (), (BLOCK_POWER,))
    if (Fraction(-1), 0) in terms:
        yield Sentence("sequence_alternates", (("term", sequence(Fraction(-1), 0)),), (BLOCK_POWER,))
    if facts.behavior is Behavior.CONVERGES and len(terms) > 1:
        yield Sentence("limit_from_terms", (("power", facts.power),), (GEOMETRIC,))
    yield from _fate("grows_slowly", [sequence(z, j) for z, j in terms if abs(z) == 1 and j])
    yield from _fate("grows_fast", [sequence(z, j) for z, j in terms if abs(z) > 1])


def _fate(name: str, terms: list[Expr]) -> Iterator[Leaf]:
    if terms:
        found: tuple[Item, ...] = tuple(terms)
        code = f"sequences_{name}" if len(terms) > 1 else f"sequence_{name}"
        yield Sentence(code, (("terms", found),), (GEOMETRIC,) if name == "to_zero" else (BLOCK_POWER,))
