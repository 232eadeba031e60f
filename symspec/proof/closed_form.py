"""A^n written out, where all eigenvalues are rational and the matrices are short enough to be read."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Claim
from symspec.proof.facts import Facts, N, root, shifted
from symspec.proof.formula import Choose, Expr, Literal, Named, Power, equal, minus, number, plus, times
from symspec.proof.steps import Check, Display, Leaf, Sentence
from symspec.spectral.dunford import DunfordDecomposition

MAX_ORDER = 4
MAX_TERMS = 6
MAX_BITS = 24
PROJECTORS, RECURRENCE, CAYLEY_HAMILTON = 26, 7, 12


@dataclass(frozen=True, slots=True)
class ClosedForm:
    """The leaves that show A^n = sum of coefficient times matrix, and the coefficients that occur."""

    leaves: tuple[Leaf, ...]
    coefficients: tuple[Expr, ...]


def closed_form(facts: Facts, d: DunfordDecomposition, claim: Claim) -> ClosedForm | None:
    """A^n by the projectors of D, checked at as many n as the order; None when long or irrational."""
    if not facts.splits or facts.order > MAX_ORDER:
        return None
    values = [root(f.polynomial) for f in facts.rational]
    D, M = Named("D" if d.index > 1 else "A", d.D), Named("N", d.N)
    projectors = [_projector(d.D, z, values) for z in values]
    names = [Named(f"P_{k}" if len(values) > 1 else "I", m) for k, m in enumerate(projectors, 1)]
    terms = [
        t
        for f, z, P in zip(facts.rational, values, names, strict=True)
        if z
        for t in _terms(f.index, z, P, M)
    ]
    if not terms or len(terms) > MAX_TERMS or any(_bits(m) > MAX_BITS for m in (*projectors, d.N)):
        return None
    start = max((f.index for f in facts.rational if root(f.polynomial) == 0), default=0)
    at = tuple(range(start, start + facts.order))
    formula = equal(facts.power, plus(*(times(c, m) for c, m in terms)), at=at)
    leaves: list[Leaf] = _projector_leaves(D, values, names, claim) if len(values) > 1 else []
    leaves += [
        Sentence(
            "closed_form_from" if start else "closed_form",
            (("start", start),) if start else (),
            (PROJECTORS, claim),
        ),
        Display((formula,), (PROJECTORS, claim)),
        Sentence(
            "recurrence",
            (("values", at), ("order", facts.order)),
            (RECURRENCE, CAYLEY_HAMILTON),
            (formula,),
        ),
    ]
    return ClosedForm(tuple(leaves), tuple(dict.fromkeys(c for c, _ in terms)))


def _bits(m: ExactMatrix) -> int:
    return max(x.numerator.bit_length() + x.denominator.bit_length() for row in m.tolist() for x in row)


def _projector(D: ExactMatrix, z: Fraction, values: list[Fraction]) -> ExactMatrix:
    """prod (D - y I) / (z - y) over the other values y."""
    product = D.identity()
    for y in values:
        product = product if y == z else product @ (D - D.scalar(y)) * (1 / (z - y))
    return product


def _terms(index: int, z: Fraction, P: Named, M: Named) -> list[tuple[Expr, Expr]]:
    """[(C(n, j) z^(n-j), P N^j)] for j < index."""
    return [(_coefficient(z, j), _part(P, M, j)) for j in range(index)]


def _coefficient(z: Fraction, j: int) -> Expr:
    power = number(1) if z == 1 else Power(number(z), minus(N, number(j)) if j else N)
    return times(*((N,) if j == 1 else (Choose(j),) if j else ()), power)


def _part(P: Named, M: Named, j: int) -> Expr:
    if j == 0:
        return P
    power = M if j == 1 else Power(M, number(j))
    assert isinstance(P.value, ExactMatrix) and isinstance(M.value, ExactMatrix)
    return power if P.value @ M.value == M.value else times(P, power)


def _projector_leaves(D: Named, values: list[Fraction], names: list[Named], claim: Claim) -> list[Leaf]:
    shown = tuple(
        equal(P, _projector_formula(D, z, values), Literal(P.value))
        for P, z in zip(names, values, strict=True)
    )
    unit = Named("I", names[0].value.identity()) if isinstance(names[0].value, ExactMatrix) else names[0]
    weighted = plus(*(times(number(z), P) for P, z in zip(names, values, strict=True) if z))
    checks = (equal(plus(*names), unit), equal(D, weighted))
    return [
        Sentence("projectors", (("D", D),), (PROJECTORS, claim)),
        Display(shown, (PROJECTORS, claim)),
        Check(checks, (PROJECTORS,)),
    ]


def _projector_formula(D: Named, z: Fraction, values: list[Fraction]) -> Expr:
    factor = Fraction(1)
    for y in values:
        factor = factor if y == z else factor / (z - y)
    return times(factor, *(shifted(D, y) for y in values if y != z))
