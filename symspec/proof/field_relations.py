"""What proofs over number fields are written with: named polynomials, vectors, and approximations."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from symspec.algebra.fields import discs
from symspec.algebra.fields.adjoin import image_of
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import scaled
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.certificate import Claim, FieldParts
from symspec.proof.formula import Literal, Named, Relation, equal
from symspec.proof.spectrum import CHARPOLY
from symspec.proof.steps import Approximate, Eigenvalue, Sentence
from symspec.spectral.field_factors import FactoredProfile

BITS = 128
MAX_RATIOS = 8
MAX_TEXT = 24  # an eigenvalue that is longer is written in decimals
VISIBLY_LESS = Fraction(9995, 10000)  # than 1, when it is written with a few digits


def named(symbol: str, p: FieldPolynomial) -> Named:
    """The polynomial with a symbol."""
    return Named(symbol, p)


def shape(p: Named) -> Relation:
    """p(x) = its coefficients."""
    return equal(p, Literal(p.value))


def approximate(z: AlgebraicNumber) -> Approximate:
    """The number with a few digits."""
    x, y = z.box(BITS).centre
    return Approximate(x, Fraction(0) if z.is_real else y)


def eigenvalue_sentence(profile: FactoredProfile, claim: Claim) -> Sentence:
    """The eigenvalues: exactly, with their moduli, where all are in the field and short; else about."""
    because = (CHARPOLY, claim)
    values = tuple(
        Eigenvalue(-f.polynomial.coefficients[0], f.multiplicity)
        for f in profile.factors
        if f.polynomial.degree == 1
    )
    if values and len(values) == len(profile.factors) and all(len(str(v.value)) <= MAX_TEXT for v in values):
        moduli = tuple(approximate(f.roots[0].modulus) for f in profile.factors)
        code = "field_exact_eigenvalues" if len(values) > 1 else "field_exact_eigenvalue"
        return Sentence(code, (("values", values), ("moduli", moduli)), because)
    about = tuple(approximate(e.value) for e in profile.spectrum.factors)
    return Sentence("field_eigenvalues", (("values", about),), because)


def of_parts(a: ExactMatrix, parts: FieldParts) -> FieldMatrix:
    """A matrix of the certificate language over the field of A."""
    assert isinstance(a, FieldMatrix)
    field = a.field
    theta = scaled(field.primitive, Fraction(field.theta.minpoly.primitive[-1]))
    powers = [field.power(theta, k) for k in range(field.degree)]
    grid = [
        [
            image_of([Fraction(part[i][j], parts.denominator) for part in parts.parts], powers)
            for j in range(a.order)
        ]
        for i in range(a.order)
    ]
    return FieldMatrix.of_coordinates(field, grid)


def chain_start(a: ExactMatrix, start: FieldParts) -> ExactMatrix:
    """The first non-zero column of the matrix that a claim names."""
    assert isinstance(a, FieldMatrix)
    whole = of_parts(a, start)
    columns = (whole.columns(j, j + 1) for j in range(whole.shape[1]))
    return next(c for c in columns if not c.is_zero)


def ratios(p: FieldPolynomial) -> tuple[Approximate, ...]:
    """|a_0/a_d| in p and in each of its Schur-Cohn reductions (conj(a_d) p - a_0 p*)/x.

    () for a constant, if there are many, and if one would be printed as 1.
    """
    c, found = [p.field.disc(x, BITS) for x in p.coordinates], []
    if len(c) - 1 > MAX_RATIOS:
        return ()
    while len(c) > 1:
        (x, y, r), b = c[-1], c[0]
        found.append(Approximate(Fraction(_size(b), max(_size(c[-1]), 1))))
        mirrored = [(u, -v, t) for u, v, t in c[-2::-1]]
        c = [
            discs.subtract(discs.multiply((x, -y, r), z, BITS), discs.multiply(b, w, BITS))
            for z, w in zip(c[1:], mirrored, strict=True)
        ]
    return tuple(found) if all(ratio.real < VISIBLY_LESS for ratio in found) else ()


def _size(z: discs.Disc) -> int:
    return isqrt(z[0] * z[0] + z[1] * z[1])
