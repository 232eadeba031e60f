"""The characteristic polynomial is det(x I - A); the minimal one is monic, p(A) = 0, and of least degree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.matrices import Scalar, scaled
from symspec.exercises.polynomial_answer import PolynomialAnswer
from symspec.exercises.properties.facts import as_data, diagonal_part, permanent, sign_slips
from symspec.exercises.verdict import Evidence, Finding, Judgement, correct, found, incorrect, partial

HALF = Fraction(1, 2)
LARGEST_ORDER_FOR_SLIPS = 6
Coefficients = Sequence[Scalar]


def judged_charpoly(an: Analysis, answer: PolynomialAnswer) -> Judgement:
    """p(x) = det(x I - A), or det(A - x I), which is (-1)^n times it; as an equation, any multiple."""
    p, chi = answer.coefficients, an.charpoly.coefficients
    if p == chi:
        return correct(found("charpoly.correct"))
    if p == signed(an, chi):
        return correct(found("charpoly.other_sign"))
    if is_multiple(p, chi):
        if answer.is_equation:
            return correct(found("charpoly.equation"))
        return partial(HALF, found("charpoly.multiple"))
    findings, evidence = _wrong_coefficients(an, p)
    if answer.decimal and is_close(p, chi):
        findings = (found("charpoly.not_exact"), *findings)
    return incorrect(*findings, evidence=evidence)


def signed(an: Analysis, chi: Coefficients) -> tuple[Scalar, ...]:
    """det(A - x I)."""
    return tuple(-c for c in chi) if an.matrix.order % 2 else tuple(chi)


def is_multiple(p: Coefficients, q: Coefficients) -> bool:
    """p = c q for a number c != 0."""
    return len(p) == len(q) > 0 and all(x == p[-1] * y / q[-1] for x, y in zip(p, q, strict=True))


def is_close(p: Coefficients, q: Coefficients) -> bool:
    """Rational coefficients that differ by rounding; a hint, never a decision."""
    return len(p) == len(q) and all(
        isinstance(x, Fraction) and isinstance(y, Fraction) and abs(x - y) * 100 <= max(Fraction(1), abs(y))
        for x, y in zip(p, q, strict=True)
    )


def _wrong_coefficients(an: Analysis, p: Coefficients) -> tuple[tuple[Finding, ...], tuple[Evidence, ...]]:
    """Degree, trace and determinant, each with its own code; else the first place where it is wrong."""
    n, chi = an.matrix.order, an.charpoly.coefficients
    if len(p) != n + 1:
        return (found("charpoly.degree", ("degree", len(p) - 1), ("order", n)),), ()
    if p[-1] not in (1, -1):
        return (found("charpoly.leading"),), ()
    q = tuple(c / p[-1] for c in p)
    findings = []
    if q[n - 1] != chi[n - 1]:
        findings.append(found("charpoly.trace", ("power", n - 1)))
    if q[0] != chi[0]:
        findings.append(found("charpoly.determinant"))
    if not findings:
        k = next(k for k in range(n) if q[k] != chi[k])
        findings.append(found("charpoly.coefficient", ("power", k)))
    return tuple(findings), (_at_a_point(q, chi),)


def _at_a_point(p: Coefficients, chi: Coefficients) -> Evidence:
    """A k at which p(k) differs from det(k I - A): there is one among n + 1 numbers."""
    k = next(k for k in range(len(chi)) if _value(p, k) != _value(chi, k))
    return Evidence(f"p({k}) - det({k} I - A)", str(_value(p, k) - _value(chi, k)))


def _value(p: Coefficients, x: int) -> Scalar:
    total: Scalar = Fraction(0)
    for c in reversed(p):
        total = total * x + c
    return total


# -- minimal polynomial ---------------------------------------------------------------------------


def judged_minpoly(an: Analysis, answer: PolynomialAnswer) -> Judgement:
    """p is monic, p(A) = 0, and no polynomial of lower degree annihilates A; as an equation, any multiple."""
    p, least = answer.coefficients, an.minpoly.degree
    if not p:
        return incorrect(found("minpoly.zero"))
    value = at_matrix(p, an.matrix)
    if value.is_zero and len(p) - 1 == least:
        if p[-1] == 1:
            return correct(found("minpoly.correct"))
        if answer.is_equation:
            return correct(found("charpoly.equation"))
        return partial(HALF, found("minpoly.not_monic"))
    if value.is_zero:
        return incorrect(found("minpoly.not_minimal"))
    evidence = Evidence("p(A)", as_data(value))
    if answer.decimal and is_close(p, an.minpoly.coefficients):
        return incorrect(found("minpoly.not_exact"), evidence=(evidence,))
    return incorrect(found("minpoly.not_annihilating"), evidence=(evidence,))


def at_matrix(p: Coefficients, a: ExactMatrix) -> ExactMatrix:
    """p(A), by Horner's rule."""
    value = a * 0
    for c in reversed(p):
        value = a @ value + scaled(a.identity(), c)
    return value


# -- mal-rules --------------------------------------------------------------------------------------


def in_charpoly(an: Analysis, answer: PolynomialAnswer) -> Iterator[Finding]:
    """det(x I + A); the diagonal alone; the minimal polynomial; the inverse; a sign slip in one entry."""
    p, a = answer.coefficients, an.matrix
    if not p or p[-1] not in (1, -1):
        return
    q = tuple(c / p[-1] for c in p)
    if q == (-a).charpoly.coefficients:
        yield found("charpoly.sign_reversed")
    elif q == an.minpoly.coefficients:
        yield found("charpoly.minpoly")
    elif len(p) != a.order + 1:
        return
    elif q == diagonal_part(a).charpoly.coefficients:
        yield found("charpoly.diagonal")
    elif a.order == 2 and q == (permanent(a), -a.trace, 1):
        yield found("charpoly.determinant_sum")
    elif a.det and q == a.inverse.charpoly.coefficients:
        yield found("charpoly.of_the_inverse")
    elif a.order <= LARGEST_ORDER_FOR_SLIPS and any(q == b.charpoly.coefficients for b in sign_slips(a)):
        yield found("charpoly.entry_sign")


def in_minpoly(an: Analysis, answer: PolynomialAnswer) -> Iterator[Finding]:
    """The characteristic polynomial; every root once; signs reversed; an eigenvalue left out."""
    p, chi = answer.coefficients, an.charpoly.coefficients
    if not p:
        return
    q = tuple(c / p[-1] for c in p)
    if q == chi and len(chi) - 1 > an.minpoly.degree:
        yield found("minpoly.charpoly")
    elif q == an.charpoly.squarefree_part.coefficients and len(q) - 1 < an.minpoly.degree:
        yield found("minpoly.squarefree")
    elif at_matrix(q, -an.matrix).is_zero and not at_matrix(q, an.matrix).is_zero:
        yield found("minpoly.sign_reversed")
