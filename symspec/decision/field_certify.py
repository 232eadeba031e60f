"""Finds certificates for matrices over number fields; nothing here is trusted.

- Through the regular form, a rational matrix, where it has the fate of A: always over imaginary quadratic
  fields; over others when A^n has a limit, and so have the powers of all conjugates of A.
- At the one embedding: a power of norm < 1, of A or of A - L; a trace above n; when the eigenvalues on the
  circle are roots of unity, the period m with A^m P = P, or a chain of A^m - I.

- By polynomials over the field, in field_polynomial_claims: margins that no reasonable power shows, and
  eigenvalues on the circle that are no roots of unity.

Not covered: eigenvalues on the circle that are no roots of unity of small order, over a field that is not
closed under complex conjugation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import lcm

from symspec.algebra.fields import discs
from symspec.algebra.fields.certified import certified_matrix, field_parts, regular_form
from symspec.algebra.fields.discs import Disc
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.tower import NumberField
from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import (
    Certificate,
    EmbeddedContraction,
    EmbeddedLimit,
    EmbeddedTrace,
    PeriodicChain,
    PeriodicPart,
)
from symspec.decision.behavior import behavior
from symspec.decision.certify import candidates
from symspec.decision.field_polynomial_claims import (
    is_closed_under_conjugation,
    polynomial_certificates,
    start_of_chain,
)
from symspec.spectral.over_fields import FieldProfile
from symspec.spectral.profile import jordan_profile
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

MAX_REGULAR_ORDER = 24
MAX_SQUARINGS = 14
MAX_TRACE_EXPONENT = 40
MAX_PERIOD = 120
PRECISIONS = (128, 512, 2048)

Rows = list[list[Disc]]


def field_certificates(profile: FieldProfile, fate: Behavior) -> Iterator[Certificate]:
    """Certificates of the fate; none where it is not covered."""
    found = False
    for certificate in _by_powers(profile, fate):
        found = True
        yield certificate
    if not found:
        yield from polynomial_certificates(profile, fate)


def periodic_certificates(profile: FieldProfile, fate: Behavior) -> Iterator[Certificate]:
    """Those that use the period of eigenvalues on the circle which are roots of unity."""
    if fate is Behavior.BOUNDED_DIVERGENT:
        yield from _periodic(profile)
    elif fate is Behavior.UNBOUNDED and not any(f.counts.outside for f in profile.factors):
        yield from _unbounded(profile)


def uncovered(field: NumberField) -> str:
    """Why there may be none."""
    if not is_closed_under_conjugation(field):
        return (
            "it has eigenvalues on the unit circle that are no roots of unity of small order, "
            "and the field is not closed under complex conjugation"
        )
    return "its eigenvalues are so near to the unit circle that every certificate would be too long"


def _by_powers(profile: FieldProfile, fate: Behavior) -> Iterator[Certificate]:
    a = profile.matrix
    yield from _through_the_regular_form(a, fate)
    match fate:
        case Behavior.TENDS_TO_ZERO:
            if found := _contraction(a):
                yield Certificate(
                    certified_matrix(a, found.bits), (EmbeddedContraction(found.k, found.bits),)
                )
        case Behavior.CONVERGES:
            limit = projector_at_one(a, profile)  # type: ignore[arg-type]  # asks for at_one only
            assert isinstance(limit, FieldMatrix)
            if found := _contraction(a - limit):
                claim = EmbeddedLimit(field_parts(limit), found.k, found.bits)
                yield Certificate(certified_matrix(a, found.bits), (claim,))
        case Behavior.BOUNDED_DIVERGENT:
            yield from _periodic(profile)
        case Behavior.UNBOUNDED:
            yield from _unbounded(profile)


def _through_the_regular_form(a: FieldMatrix, fate: Behavior) -> Iterator[Certificate]:
    if a.order * a.field.degree > MAX_REGULAR_ORDER:
        return
    matrix = certified_matrix(a)
    m = matrix.field.modulus
    conjugates_agree = len(m) == 3 and m[1] ** 2 < 4 * m[0]
    if not (conjugates_agree or fate.has_limit):
        return
    regular = regular_form(field_parts(a), matrix.field)
    rational = jordan_profile(regular)
    if behavior(rational) is fate:
        for claims in candidates(regular, rational, fate):
            yield Certificate(matrix, claims)


# -- a power of norm < 1 ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Power:
    k: int
    bits: int


def _contraction(a: ExactMatrix) -> _Power | None:
    """k = 2^j with |A^k| < 7/8, and a precision at which it is seen."""
    assert isinstance(a, FieldMatrix)
    for bits in PRECISIONS:
        power, k = a.discs(bits), 1
        for _ in range(MAX_SQUARINGS):
            size = max(sum(map(discs.size, row)) for row in power)
            if size < 7 << bits - 3:
                return _Power(k, bits)
            if size >> bits > 1 << bits // 4:
                break
            power, k = discs.product(power, power, bits), 2 * k
    return None


# -- roots of unity --------------------------------------------------------------------------


def _period(profile: FieldProfile) -> int | None:
    """The least m with z^m = 1 for all eigenvalues on the circle, if there is one within the limit."""
    orders = [f.value.order_as_root_of_unity for f in profile.factors if f.counts.on]
    m = lcm(*orders) if all(orders) else 0
    return m if 0 < m <= MAX_PERIOD else None


def _periodic(profile: FieldProfile) -> Iterator[Certificate]:
    a, m = profile.matrix, _period(profile)
    if m is None:
        return
    step = a**m - a.identity()
    k, rows = step.kernel, step.transpose.kernel.transpose
    projector = k @ (rows @ k).solve(rows)
    assert isinstance(projector, FieldMatrix)
    if found := _contraction(a - a @ projector):
        claim = PeriodicPart(field_parts(projector), m, found.k, found.bits)
        yield Certificate(certified_matrix(a, found.bits), (claim,))


def _unbounded(profile: FieldProfile) -> Iterator[Certificate]:
    a = profile.matrix
    if any(f.counts.outside for f in profile.factors):
        if found := _trace(a):
            yield Certificate(certified_matrix(a, found.bits), (EmbeddedTrace(found.k, found.bits),))
        return
    m = _period(profile)
    if m is None:
        return
    start = start_of_chain(a**m - a.identity())
    yield Certificate(certified_matrix(a, 128), (PeriodicChain(field_parts(start), m, 128),))


def _trace(a: FieldMatrix) -> _Power | None:
    """The first k, or a power of two, with |tr A^k| > n + 1/8."""
    for bits in PRECISIONS:
        base = a.discs(bits)
        power, k = base, 1
        while k <= 1 << MAX_SQUARINGS:
            total = discs.ZERO
            for i, row in enumerate(power):
                total = discs.add(total, row[i])
            if discs.distance_from_zero(total) > (8 * a.order + 1) << bits - 3:
                return _Power(k, bits)
            if total[2] >> bits:
                break
            power = discs.product(power, base if k < MAX_TRACE_EXPONENT else power, bits)
            k = k + 1 if k < MAX_TRACE_EXPONENT else 2 * k
    return None
