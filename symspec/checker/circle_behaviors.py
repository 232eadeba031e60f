"""What claims by polynomials over a number field conclude about the powers of the complex matrix."""

from __future__ import annotations

from symspec.certificate import (
    CircularChain,
    CircularPart,
    EmbeddedCharpoly,
    EmbeddedEigenvalueOutside,
    EmbeddedStableAnnihilator,
    EmbeddedStableLimit,
    FieldParts,
    NumberFieldMatrix,
)
from symspec.checker.arithmetic import bits_of, fits, is_zero, scaled, within_budget
from symspec.checker.facts import demand
from symspec.checker.field_polynomials import (
    MAX_EMBEDDED_TEST,
    applied,
    as_parts,
    characteristic,
    conjugated,
    coordinates,
    derivative,
    element_product,
    is_self_reciprocal,
    is_strictly_stable,
    polynomial_product,
    roots_near,
    sum_of,
    times,
    unit,
)
from symspec.checker.fields import at_root, in_lowest_terms, is_not_zero

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from symspec.certificate import Vector


BITS_OF_ZERO = 64  # how finely a leading coefficient is looked at to see that it is not 0


def annihilates(A: NumberFieldMatrix, claim: EmbeddedStableAnnihilator) -> None:
    """q(A) = 0: every eigenvalue of A is a root of q at theta, and those have modulus < 1."""
    _demand_stable(A, claim, "q", claim.stable)
    X, _ = applied(claim.stable, A, _identity(A))
    demand(is_zero(X), claim, "q(A) = 0", got="a non-zero matrix")


def limit_of(A: NumberFieldMatrix, claim: EmbeddedStableLimit) -> NumberFieldMatrix:
    """(A - I) s(A) = 0, and s(1) != 0 as s is strictly stable: A^n -> s(A)/s(1), as over Q."""
    s, d = claim.stable, len(A.parts)
    _demand_stable(A, claim, "s", s)
    Z, _ = applied(_without_one(A, s), A, _identity(A))
    demand(is_zero(Z), claim, "(A - I) s(A) = 0", got="a non-zero matrix")
    X, scale = applied(s, A, _identity(A))
    L = times(A.field.modulus, tuple([scale * x for x in sum_of(s)]), coordinates(claim.limit))
    fits(len(X) ** 2, bits_of(X) + claim.limit.denominator.bit_length(), "a multiple of s(A)")
    same = scaled(claim.limit.denominator, X) == L
    demand(same, claim, "L s(1) = s(A)", got="another matrix")
    parts = as_parts(coordinates(claim.limit), d, 1).parts
    return in_lowest_terms(NumberFieldMatrix(claim.limit.denominator, A.field, parts))


def is_divergent(A: NumberFieldMatrix, claim: CircularPart) -> bool:
    """u(A) s(A) = 0: no eigenvalue is outside, those on the circle have blocks of size 1.

    On im s(A), which A maps to itself, u(A) = 0: there A is diagonalizable with eigenvalues of modulus 1.
    Where (A - I) s(A) != 0, one of them is not 1.

    Returns:
        Whether that was seen, so that A^n has no limit.
    """
    u, s = claim.circular, claim.stable
    _demand_stable(A, claim, "s", s)
    _demand_on_circle(A, claim)
    Z, _ = applied(polynomial_product(A.field.modulus, u, s), A, _identity(A))
    demand(is_zero(Z), claim, "u(A) s(A) = 0", got="a non-zero matrix")
    X, scale = applied(_without_one(A, s), A, _identity(A))
    return is_not_zero(*at_root(A.field, as_parts(X, len(A.parts), scale), claim.bits))


def chain(A: NumberFieldMatrix, claim: CircularChain) -> None:
    """u(A)^2 W = 0, u(A) W != 0: a Jordan block of size >= 2 for a root of u, and all are on the circle."""
    _demand_on_circle(A, claim)
    once, scale = applied(claim.circular, A, coordinates(claim.start))
    twice, _ = applied(claim.circular, A, once)
    demand(is_zero(twice), claim, "u(A)^2 W = 0", got="a non-zero matrix")
    moved = as_parts(once, len(A.parts), scale * claim.start.denominator)
    demand(is_not_zero(*at_root(A.field, moved, claim.bits)), claim, "u(A) W", "not 0", "perhaps 0")


def eigenvalue_outside(A: NumberFieldMatrix, claim: EmbeddedEigenvalueOutside) -> None:
    """Some root of det(x I - A) at theta lies in a disc all of whose points have modulus > 1."""
    x, y, r, s = claim.disc
    demand(x * x + y * y > ((1 << s) + r) ** 2, claim, "the disc", "outside the unit circle", "not outside")
    n, length = len(A.parts[0]), claim.bits + s + abs(x).bit_length() + abs(y).bit_length()
    within_budget(n**2 * length, MAX_EMBEDDED_TEST, "an expansion")
    found = roots_near(A.field, characteristic(A), claim.disc, claim.count, claim.bits)
    demand(
        found, claim, "roots of det(x I - A) in the disc", str(claim.count), "another number, or too few bits"
    )


def charpoly(A: NumberFieldMatrix, claim: EmbeddedCharpoly) -> None:
    """p = c det(x I - A) for an element c, the leading coefficient of p, not 0 at theta."""
    p, m, chi = claim.charpoly, A.field.modulus, characteristic(A)
    _demand_over_field(A, claim, "p", p)
    demand(len(p) == len(chi), claim, "deg p = n", str(len(chi) - 1), len(p) - 1)
    same = all(
        element_product(m, x, chi[-1]) == element_product(m, p[-1], y) for x, y in zip(p, chi, strict=True)
    )
    demand(same, claim, "p = c det(x I - A)", got="another polynomial")
    values, error = at_root(A.field, FieldParts(1, tuple([((x,),) for x in p[-1]])), BITS_OF_ZERO)
    demand(is_not_zero(values, error), claim, "c", "not 0", "perhaps 0")


def _identity(A: NumberFieldMatrix) -> list[list[int]]:
    return unit(len(A.parts[0]), len(A.parts))


def _without_one(A: NumberFieldMatrix, s: tuple[Vector, ...]) -> list[Vector]:
    """(x - 1) s."""
    d = len(A.parts)
    one, minus = (1,) + (0,) * (d - 1), (-1,) + (0,) * (d - 1)
    return polynomial_product(A.field.modulus, (minus, one), s)


def _demand_stable(A: NumberFieldMatrix, claim: Any, name: str, p: tuple[Vector, ...]) -> None:
    _demand_over_field(A, claim, name, p)
    holds = is_strictly_stable(A.field, p, claim.bits)
    demand(holds, claim, f"roots of {name}", "all of modulus < 1", "perhaps one of modulus >= 1")


def _demand_on_circle(A: NumberFieldMatrix, claim: CircularPart | CircularChain) -> None:
    u = claim.circular
    _demand_over_field(A, claim, "u", u)
    demand(len(u) > 1, claim, "deg u", ">= 1", 0)
    mirrored = conjugated(A.field, claim.conjugate, u)
    demand(mirrored is not None, claim, "conjugate", "the conjugate of theta", "perhaps another number")
    assert mirrored is not None
    demand(
        is_self_reciprocal(A.field.modulus, u, mirrored), claim, "u* = c conj(u)", got="another polynomial"
    )
    simple = is_strictly_stable(A.field, derivative(u), claim.bits)
    demand(simple, claim, "roots of u", "simple and of modulus 1", "perhaps others")


def _demand_over_field(A: NumberFieldMatrix, claim: Any, name: str, p: tuple[Vector, ...]) -> None:
    demand(len(p[0]) == len(A.parts), claim, f"coefficients of {name}", f"{len(A.parts)} integers", len(p[0]))
