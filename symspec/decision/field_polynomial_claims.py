"""Certificates by polynomials over a number field, for margins and orders that no power shows.

What tends to 0 or has a limit has a strictly stable annihilator, up to a factor x - 1. The eigenvalues on the
circle are the roots that the squarefree part p of det(x I - A) has in common with its conjugate reversed,
when none is outside: u = gcd(p, x^deg p conj(p)(1/x)), a polynomial over K where K is closed under
conjugation. An eigenvalue outside the circle is shown in a disc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm

from symspec.algebra.fields import discs
from symspec.algebra.fields.adjoin import conjugation, image_of
from symspec.algebra.fields.certified import certified_matrix, element_in_powers, field_parts
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import NumberField, scaled
from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import (
    Certificate,
    CircularChain,
    CircularPart,
    EmbeddedEigenvalueOutside,
    EmbeddedStableAnnihilator,
    EmbeddedStableLimit,
    Vector,
)
from symspec.spectral.over_fields import EigenvalueProfile, FieldProfile
from symspec.spectral.projectors import projector_at_one
from symspec.truth import Behavior

PRECISIONS = tuple(128 << k for k in range(7))
MAX_RADIUS_BITS = 1 << 12


def polynomial_certificates(profile: FieldProfile, fate: Behavior) -> Iterator[Certificate]:
    """Certificates of the fate by polynomials over K, in the first precision that shows it."""
    match fate:
        case Behavior.TENDS_TO_ZERO:
            yield from _stable(profile)
        case Behavior.CONVERGES:
            yield from _with_limit(profile)
        case Behavior.BOUNDED_DIVERGENT:
            yield from _bounded(profile)
        case Behavior.UNBOUNDED:
            outside = [f for f in profile.factors if f.counts.outside]
            yield from _outside(profile, outside) if outside else _chain(profile)


def is_closed_under_conjugation(field: NumberField) -> bool:
    """The complex conjugates of the elements of K lie in K."""
    return field.is_real or conjugation(field)[0].degree == field.degree


# -- stable annihilators ---------------------------------------------------------------------


def _stable(profile: FieldProfile) -> Iterator[Certificate]:
    q = profile.minpoly
    if bits := _stable_bits(q):
        claim = EmbeddedStableAnnihilator(over_theta(q), bits)
        yield _certificate(profile.matrix, claim, bits, claim.stable)


def _with_limit(profile: FieldProfile) -> Iterator[Certificate]:
    a = profile.matrix
    s = profile.minpoly // profile.minpoly.of_same([-1, 1])
    limit = projector_at_one(a, profile)  # type: ignore[arg-type]  # asks for at_one only
    assert isinstance(limit, FieldMatrix) and isinstance(s, FieldPolynomial)
    if bits := _stable_bits(s):
        claim = EmbeddedStableLimit(over_theta(s), field_parts(limit), bits)
        yield _certificate(a, claim, bits, claim.stable)


def _stable_bits(p: FieldPolynomial) -> int:
    """A number of bits with which the reductions of Schur and Cohn show that p is stable; 0: not found."""
    return next((2 * bits for bits in PRECISIONS if _is_seen_stable(p, bits)), 0)


def _is_seen_stable(p: FieldPolynomial, bits: int) -> bool:
    c = [p.field.disc(x, bits) for x in p.coordinates]
    while len(c) > 1:
        (x, y, r), b = c[-1], c[0]
        if discs.distance_from_zero(c[-1]) <= discs.size(b) + 8:
            return False
        mirrored = [(u, -v, t) for u, v, t in c[-2::-1]]
        c = [
            discs.subtract(discs.multiply((x, -y, r), z, bits), discs.multiply(b, w, bits))
            for z, w in zip(c[1:], mirrored, strict=True)
        ]
        shift = bits - max(map(discs.size, c)).bit_length()
        c = [_shifted(z, shift) for z in c]
    return discs.excludes_zero(c[0])


def _shifted(z: discs.Disc, by: int) -> discs.Disc:
    if by >= 0:
        return z[0] << by, z[1] << by, z[2] << by
    return z[0] >> -by, z[1] >> -by, (z[2] >> -by) + 2


# -- on the circle ---------------------------------------------------------------------------


def circular_factor(profile: FieldProfile) -> FieldPolynomial:
    """prod (x - z) over the eigenvalues on the circle, when none is outside and K = conj(K)."""
    p = profile.squarefree_part
    if p.coordinates[0] == ():
        p = _quotient(p, p.of_same([0, 1]))
    return p.gcd(_conjugate(p).reciprocal)


def _conjugate(p: FieldPolynomial) -> FieldPolynomial:
    if p.field.is_real:
        return p
    images = conjugation(p.field)[1]
    return FieldPolynomial.over(p.field, [image_of(c, images) for c in p.coordinates])


def _quotient(p: FieldPolynomial, q: FieldPolynomial) -> FieldPolynomial:
    return divmod(p, q)[0]


def _bounded(profile: FieldProfile) -> Iterator[Certificate]:
    a = profile.matrix
    if not is_closed_under_conjugation(a.field):
        return
    u = circular_factor(profile)
    s = _quotient(profile.minpoly, u)
    needed = _stable_bits(s), _stable_bits(u.derivative)
    if all(needed):
        claim = CircularPart(over_theta(u), over_theta(s), _conjugate_of_theta(a.field), max(needed))
        yield _certificate(a, claim, claim.bits, claim.circular + claim.stable)


def _chain(profile: FieldProfile) -> Iterator[Certificate]:
    a = profile.matrix
    if not is_closed_under_conjugation(a.field):
        return
    u = circular_factor(profile)
    start = start_of_chain(u.at_matrix(a))
    if bits := _stable_bits(u.derivative):
        claim = CircularChain(over_theta(u), field_parts(start), _conjugate_of_theta(a.field), bits)
        yield _certificate(a, claim, bits, claim.circular)


def start_of_chain(step: ExactMatrix) -> FieldMatrix:
    """W with step^2 W = 0 and step W != 0: a vector in the first column of a square matrix."""
    starts = (step @ step).kernel
    moved, n = step @ starts, step.order
    j = next(j for j in range(starts.shape[1]) if any(moved[i, j] != 0 for i in range(n)))
    assert isinstance(starts, FieldMatrix)
    grid = [[row[j] if i == 0 else () for i in range(n)] for row in starts.coordinates]
    return FieldMatrix.of_coordinates(starts.field, grid)


def _conjugate_of_theta(field: NumberField) -> Vector:
    if field.is_real:
        return ()
    c = field.theta.minpoly.primitive[-1]
    image = image_of(scaled(field.primitive, Fraction(c)), conjugation(field)[1])
    found = element_in_powers(field, image)
    e = lcm(*(x.denominator for x in found))
    return (e, *(int(x * e) for x in found))


# -- outside the circle ----------------------------------------------------------------------


def _outside(profile: FieldProfile, outside: Sequence[EigenvalueProfile]) -> Iterator[Certificate]:
    f = max(outside, key=lambda f: f.value.box(64).modulus_squared[0])
    others = [g for g in profile.factors if g is not f]
    precision = 8
    while precision <= MAX_RADIUS_BITS and not _is_clear(f, others, precision, profile.matrix.order):
        precision *= 2
    if precision > MAX_RADIUS_BITS:
        return
    a, s = profile.matrix, precision + 2 * f.multiplicity.bit_length() + 10
    x, y = (round(part * 2**s) for part in f.value.box(s + 4).centre)
    reach = 2 + int(f.value.modulus_interval(4)[1])
    bits = a.order * (precision + 2 * reach.bit_length() + 8) + s + 64
    claim = EmbeddedEigenvalueOutside((x, y, 1 << s - precision, s), f.multiplicity, bits)
    yield Certificate(certified_matrix(a, bits + _size(a)), (claim,))


def _is_clear(f: EigenvalueProfile, others: Sequence[EigenvalueProfile], bits: int, n: int) -> bool:
    """A disc of radius 2^-bits about the eigenvalue lies outside the circle, and far from the others."""
    fine = bits + 8
    box = f.value.box(fine)
    clear = (1 + Fraction(4, 1 << bits)) ** 2 < box.modulus_squared[0]
    far = Fraction(8 * n, 1 << bits) ** 2
    return clear and all((box + -g.value.box(fine)).modulus_squared[0] > far for g in others)


def _size(a: FieldMatrix) -> int:
    """Bits of the integers in D^n det(x I - A), for the denominator D of A, and of what they multiply."""
    scale = field_parts(a).denominator ** a.order
    found = (x for c in a.charpoly.coordinates for x in element_in_powers(a.field, c))
    theta = max(map(abs, a.field.theta.minpoly.primitive))
    largest = max(abs(int(x * scale)) for x in found)
    return largest.bit_length() + 2 * a.field.degree * (theta.bit_length() // 2 + 2)


# -- in the certificate language -------------------------------------------------------------


def over_theta(p: FieldPolynomial) -> tuple[Vector, ...]:
    """The coefficients, times one positive rational number, as integer vectors in powers of theta."""
    rows = [element_in_powers(p.field, c) for c in p.coordinates]
    common = lcm(*(x.denominator for row in rows for x in row))
    whole = [[int(x * common) for x in row] for row in rows]
    content = gcd(*(x for row in whole for x in row))
    return tuple(tuple(x // content for x in row) for row in whole)


def _certificate(a: FieldMatrix, claim: object, bits: int, used: Sequence[Vector]) -> Certificate:
    size = max(abs(x) for c in used for x in c).bit_length()
    return Certificate(certified_matrix(a, bits + 2 * size + 64), (claim,))  # type: ignore[arg-type]
