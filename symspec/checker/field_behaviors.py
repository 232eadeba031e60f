"""What claims about a matrix over a number field conclude about the powers of the complex matrix."""

from __future__ import annotations

from symspec.certificate import (
    CLAIM_NAMES,
    CircularChain,
    CircularPart,
    EmbeddedCharpoly,
    EmbeddedContraction,
    EmbeddedEigenvalueOutside,
    EmbeddedJordan,
    EmbeddedLimit,
    EmbeddedStableAnnihilator,
    EmbeddedStableLimit,
    EmbeddedTrace,
    FieldParts,
    NumberFieldMatrix,
    PeriodicChain,
    PeriodicPart,
    RationalMatrix,
)
from symspec.checker import circle_behaviors, field_facts
from symspec.checker.arithmetic import difference, identity, is_zero, power, product, scaled
from symspec.checker.behaviors import BOUNDED, NO_LIMIT, TO_ZERO, UNBOUNDED, Conclusion, conclusion_of
from symspec.checker.facts import demand
from symspec.checker.fields import (
    at_root,
    from_regular_form,
    is_imaginary_quadratic,
    is_not_zero,
    minus,
    norm,
    power_at_root,
    regular_form,
)
from symspec.checker.reading import refuse
from symspec.record import record
from symspec.truth import Behavior

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

WITH_LIMIT = frozenset({Behavior.TENDS_TO_ZERO, Behavior.CONVERGES})
BITS_OF_ZERO = 64  # how finely a limit is looked at to see that it is not 0


@record
class FieldConclusion:
    """The fates of A(theta)^n that a proved claim leaves possible, and the limit when it gives one."""

    fates: frozenset[Behavior]
    limit: NumberFieldMatrix | None


def field_conclusion(A: NumberFieldMatrix, claim: Any) -> FieldConclusion:
    """What a claim concludes, once proved: of the complex matrix itself, or through the regular form."""
    if type(claim) in EMBEDDED:
        return EMBEDDED[type(claim)](A, claim)
    return _through_regular_form(A, claim)


def _through_regular_form(A: NumberFieldMatrix, claim: Any) -> FieldConclusion:
    modulus = A.field.modulus
    found: Conclusion = conclusion_of(regular_form(modulus, A), claim)
    limit = None if found.limit is None else from_regular_form(A.field, found.limit)
    if limit is not None and found.fates <= WITH_LIMIT:
        return _converging(limit)
    if found.fates <= WITH_LIMIT or found.fates == BOUNDED.fates:
        return FieldConclusion(found.fates, None)
    if is_imaginary_quadratic(modulus):
        return FieldConclusion(found.fates, None)
    refuse(
        CLAIM_NAMES[type(claim)],
        "the regular form has the fate of the matrix",
        "a quadratic field that is not real, or a claim that something is bounded",
        f"degree {len(modulus) - 1}",
    )


def _converging(limit: NumberFieldMatrix) -> FieldConclusion:
    if all(is_zero(part) for part in limit.parts):
        return FieldConclusion(TO_ZERO.fates, None)
    seen = is_imaginary_quadratic(limit.field.modulus)  # a field: what is not 0 has no value 0
    seen = seen or is_not_zero(*at_root(limit.field, limit, BITS_OF_ZERO))
    return FieldConclusion(frozenset({Behavior.CONVERGES}) if seen else WITH_LIMIT, limit)


def _demand_contraction(
    A: NumberFieldMatrix, B: FieldParts | NumberFieldMatrix, claim: Any, what: str
) -> None:
    X, e = power_at_root(A.field, B, claim.k, claim.bits)
    demand(norm(X) + e < 1 << claim.bits, claim, f"infinity norm of {what}", "< 1", "a bound >= 1")


def contraction(A: NumberFieldMatrix, claim: EmbeddedContraction) -> FieldConclusion:
    """|A(theta)^k| < 1."""
    _demand_contraction(A, A, claim, "A^k")
    return FieldConclusion(TO_ZERO.fates, None)


def trace(A: NumberFieldMatrix, claim: EmbeddedTrace) -> FieldConclusion:
    """|tr A(theta)^k| > n: some eigenvalue has modulus > 1."""
    X, e = power_at_root(A.field, A, claim.k, claim.bits)
    n = len(X)
    re, im = (sum(X[i][i][part] for i in range(n)) for part in (0, 1))
    bound = n * e + (n << claim.bits)
    demand(re * re + im * im > bound * bound, claim, "|tr A^k|", f"> {n}", "a bound not above it")
    return FieldConclusion(UNBOUNDED.fates, None)


def limit(A: NumberFieldMatrix, claim: EmbeddedLimit) -> FieldConclusion:
    """L^2 = L, AL = LA = L and |(A - L)(theta)^k| < 1: A^n = L + (A - L)^n -> L."""
    R, P = (regular_form(A.field.modulus, B) for B in (A, claim.limit))
    _demand_projector(R, P, claim, "L")
    _demand_equal(product(R.numerator, P.numerator), scaled(R.denominator, P.numerator), claim, "A L = L")
    _demand_contraction(A, minus(A, claim.limit), claim, "(A - L)^k")
    return _converging(from_regular_form(A.field, P))


def periodic_part(A: NumberFieldMatrix, claim: PeriodicPart) -> FieldConclusion:
    """P^2 = P, AP = PA, A^m P = P, |(A - AP)(theta)^k| < 1.

    A^n = (AP)^n + (A - AP)^n: the first has period m, the second tends to 0. So A^n is bounded; and if
    A P != P at theta, the first does not converge.
    """
    R, P = (regular_form(A.field.modulus, B) for B in (A, claim.projector))
    _demand_projector(R, P, claim, "P")
    returned = product(power(R, claim.period), P.numerator)
    _demand_equal(returned, scaled(R.denominator**claim.period, P.numerator), claim, "A^m P = P")
    moved = product(R.numerator, P.numerator)
    image = from_regular_form(A.field, _rational(moved, R.denominator * P.denominator))
    _demand_contraction(A, minus(A, image), claim, "(A - A P)^k")
    moves = is_not_zero(*at_root(A.field, minus(image, claim.projector), claim.bits))
    return FieldConclusion(BOUNDED.fates & NO_LIMIT.fates if moves else BOUNDED.fates, None)


def periodic_chain(A: NumberFieldMatrix, claim: PeriodicChain) -> FieldConclusion:
    """v = A^m w - w is not 0 at theta and A^m v = v: A^(m k) w = w + k v is unbounded."""
    R, W = (regular_form(A.field.modulus, B) for B in (A, claim.start))
    scale = R.denominator**claim.period
    step = difference(power(R, claim.period), identity(len(R.numerator), scale))
    once = product(step, W.numerator)
    _demand_equal(product(step, once), identity(len(once), 0), claim, "(A^m - I)^2 w = 0")
    v = from_regular_form(A.field, _rational(once, scale * W.denominator))
    demand(is_not_zero(*at_root(A.field, v, claim.bits)), claim, "(A^m - I) w", "not 0", "perhaps 0")
    return FieldConclusion(UNBOUNDED.fates, None)


def stable_annihilator(A: NumberFieldMatrix, claim: EmbeddedStableAnnihilator) -> FieldConclusion:
    """q(A) = 0, q strictly stable at theta."""
    circle_behaviors.annihilates(A, claim)
    return FieldConclusion(TO_ZERO.fates, None)


def stable_limit(A: NumberFieldMatrix, claim: EmbeddedStableLimit) -> FieldConclusion:
    """(A - I) s(A) = 0, s strictly stable at theta."""
    return _converging(circle_behaviors.limit_of(A, claim))


def circular_part(A: NumberFieldMatrix, claim: CircularPart) -> FieldConclusion:
    """u(A) s(A) = 0, s strictly stable and the roots of u simple and of modulus 1 at theta."""
    moves = circle_behaviors.is_divergent(A, claim)
    return FieldConclusion(BOUNDED.fates & NO_LIMIT.fates if moves else BOUNDED.fates, None)


def circular_chain(A: NumberFieldMatrix, claim: CircularChain) -> FieldConclusion:
    """A Jordan block of size >= 2 on the unit circle."""
    circle_behaviors.chain(A, claim)
    return FieldConclusion(UNBOUNDED.fates, None)


def eigenvalue_outside(A: NumberFieldMatrix, claim: EmbeddedEigenvalueOutside) -> FieldConclusion:
    """An eigenvalue outside the unit circle."""
    circle_behaviors.eigenvalue_outside(A, claim)
    return FieldConclusion(UNBOUNDED.fates, None)


def charpoly(A: NumberFieldMatrix, claim: EmbeddedCharpoly) -> FieldConclusion:
    """The characteristic polynomial; it leaves every fate possible."""
    circle_behaviors.charpoly(A, claim)
    return FieldConclusion(frozenset(Behavior), None)


def jordan(A: NumberFieldMatrix, claim: EmbeddedJordan) -> FieldConclusion:
    """A basis of Jordan chains; it leaves every fate possible."""
    field_facts.jordan(A, claim)
    return FieldConclusion(frozenset(Behavior), None)


def _rational(rows: Any, denominator: int) -> RationalMatrix:
    return RationalMatrix(tuple([tuple(row) for row in rows]), denominator)


def _demand_projector(R: RationalMatrix, P: RationalMatrix, claim: Any, name: str) -> None:
    square = product(P.numerator, P.numerator)
    _demand_equal(square, scaled(P.denominator, P.numerator), claim, f"{name}^2 = {name}")
    left, right = product(R.numerator, P.numerator), product(P.numerator, R.numerator)
    _demand_equal(left, right, claim, f"A {name} = {name} A")


def _demand_equal(X: Any, Y: Any, claim: Any, equation: str) -> None:
    demand(is_zero(difference(X, Y)), claim, equation, got="another matrix")


EMBEDDED: dict[type, Callable[[NumberFieldMatrix, Any], FieldConclusion]] = {
    EmbeddedContraction: contraction,
    EmbeddedTrace: trace,
    EmbeddedLimit: limit,
    PeriodicPart: periodic_part,
    PeriodicChain: periodic_chain,
    EmbeddedStableAnnihilator: stable_annihilator,
    EmbeddedStableLimit: stable_limit,
    CircularPart: circular_part,
    CircularChain: circular_chain,
    EmbeddedEigenvalueOutside: eigenvalue_outside,
    EmbeddedCharpoly: charpoly,
    EmbeddedJordan: jordan,
}
