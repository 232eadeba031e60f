"""Stein's inequality: a quadratic form x^T P x > 0 that decreases along x, A x, A^2 x, .."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Claim, LimitProjector, SteinInequality
from symspec.decision.certify import stein_claim
from symspec.errors import InternalError
from symspec.proof.dunford import is_readable
from symspec.proof.facts import Facts, N, matrix
from symspec.proof.formula import Call, Literal, Named, Power, Relation, equal, minus, number, times
from symspec.proof.methods.converging import conclusion, rest_of, sections_before
from symspec.proof.methods.method import Method, Writer, only
from symspec.proof.steps import Conclusion, Display, Leaf, Section, Sentence, Step
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

STEIN, DEFINITE = 37, 38


def found(facts: Facts) -> Writer | str:
    """The proof by a quadratic form, for A^n -> 0 and A^n -> L."""
    if facts.behavior not in (Behavior.TENDS_TO_ZERO, Behavior.CONVERGES):
        return only("that A^n has a limit", facts)
    if facts.behavior is Behavior.TENDS_TO_ZERO:
        m = facts.a
    elif facts.a @ facts.a == facts.a:
        return "A^2 = A, so A^n = A for n >= 1 and there is nothing to estimate"
    else:
        m = facts.a - projector_at_one(facts.a, facts.profile)
    claim = stein_claim(m)
    if claim is None:
        return "no short matrix P with P > 0 and P - A^T P A > 0 was found within the stated limits"
    return lambda detail: _steps(facts, m, claim, detail)


METHOD = Method(
    "stein", "a positive definite P with P - A^T P A positive definite (Lyapunov, discrete)", found
)


def _steps(facts: Facts, m: ExactMatrix, claim: SteinInequality, detail: str) -> tuple[Step, ...]:
    rows = [list(row) for row in claim.P.numerator]
    P = Named("P", ExactMatrix.from_integers(rows, claim.P.denominator, backend=m.backend))
    if facts.behavior is Behavior.TENDS_TO_ZERO:
        last = Conclusion("is_zero_limit", (("power", facts.power),), (STEIN, claim))
        return (_form(facts.A, P, claim), Section("limit", (_decrease(facts.A), last)))
    limit, B = Named("L", facts.a - m), Named("B", m)
    whole = LimitProjector(matrix(limit).as_rational_matrix(), claim)
    return (
        *sections_before(facts, limit, (whole,), detail),
        Section("why", rest_of(facts, limit, B, (whole,))),
        _form(B, P, whole),
        Section("conclusion", (_decrease(B), conclusion(facts, limit, (STEIN, whole)))),
    )


def _decrease(M: Named) -> Sentence:
    return Sentence("form_decreases", (("M", M), ("power", Power(M, N))), (STEIN,))


def _form(M: Named, P: Named, claim: Claim) -> Section:
    value = matrix(P) - matrix(M).transpose @ matrix(P) @ matrix(M)
    Q = Named("Q", value)
    defined = equal(Q, minus(P, times(Call("transpose", M), P, M)), Literal(value))
    return Section(
        "form",
        (
            Sentence("form", (("M", M),), (STEIN,)),
            Display((equal(P, Literal(matrix(P))), defined), (STEIN, claim)),
            *_definite(P, "P", claim),
            *_definite(Q, "Q", claim),
        ),
    )


def _definite(S: Named, name: str, claim: Claim) -> tuple[Leaf, ...]:
    """S = U^T D U with ones on the diagonal of the triangular U, and D > 0."""
    split = ldl(matrix(S))
    lower, diagonal = Named(f"L_{name}", split.lower), Named(f"D_{name}", split.diagonal)
    product = equal(S, times(lower, diagonal, Call("transpose", lower)))
    pivots = tuple(number(x) for x in split.pivots)
    positive = tuple(Relation((x, number(0)), (">",)) for x in pivots)
    fields = (("S", S), ("product", product), ("pivots", pivots), ("L", lower), ("D", diagonal))
    if matrix(S).order == 1:
        return (Sentence("positive_number", (("S", S),), (DEFINITE, claim), positive),)
    said = Sentence("ldl", fields, (DEFINITE, claim), (product, *positive))
    if not (is_readable(split.lower) and is_readable(split.diagonal)):
        return (said,)
    return (said, Display((equal(lower, Literal(split.lower)),), (DEFINITE,)))


@dataclass(frozen=True, slots=True)
class Split:
    """S = lower diagonal lower^T, lower with ones on its diagonal and zeros above it."""

    lower: ExactMatrix
    diagonal: ExactMatrix
    pivots: tuple[Fraction, ...]


def ldl(s: ExactMatrix) -> Split:
    """The decomposition of a positive definite matrix, by elimination without exchanges.

    >>> ldl(ExactMatrix.from_integers([[1, 2], [2, 13]])).pivots
    (Fraction(1, 1), Fraction(9, 1))
    """
    rest, n = s.tolist(), s.order
    lower = [[Fraction(int(i == j)) for j in range(n)] for i in range(n)]
    pivots = []
    for k in range(n):
        pivot = rest[k][k]
        if pivot <= 0:
            raise InternalError("a matrix that should be positive definite has a pivot <= 0.")
        pivots.append(pivot)
        for i in range(k + 1, n):
            lower[i][k] = factor = rest[i][k] / pivot
            rest[i] = [x - factor * y for x, y in zip(rest[i], rest[k], strict=True)]
    diagonal = [[pivots[i] if i == j else Fraction(0) for j in range(n)] for i in range(n)]
    return Split(s.with_entries(lower), s.with_entries(diagonal), tuple(pivots))
