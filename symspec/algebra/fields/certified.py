"""A matrix over a number field in the certificate language: powers of one integral root, and its disc."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from symspec.algebra.fields.polynomial import power_coefficients
from symspec.algebra.fields.tower import Coordinates, NumberField
from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import FieldParts, NumberFieldMatrix, RootOf

if TYPE_CHECKING:
    from symspec.algebra.fields.matrix import FieldMatrix


def certified_matrix(a: FieldMatrix, bits: int = 64) -> NumberFieldMatrix:
    """A, with the root in a disc so small that A is known to about 2^-bits."""
    entries = field_parts(a)
    largest = max((abs(x) for part in entries.parts for row in part for x in row), default=1)
    loss = max(largest.bit_length() - entries.denominator.bit_length(), 0) + 16
    root = root_of(a.field, bits + loss + a.field.degree * 8)
    return NumberFieldMatrix(entries.denominator, root, entries.parts)


def field_parts(a: FieldMatrix) -> FieldParts:
    """The entries in powers of c theta, for the leading integer coefficient c of the polynomial of theta."""
    grid = [[element_in_powers(a.field, entry) for entry in row] for row in a.coordinates]
    den = lcm(*(x.denominator for row in grid for entry in row for x in entry))
    degrees = range(a.field.degree)
    return FieldParts(den, tuple(tuple(tuple(int(x[k] * den) for x in row) for row in grid) for k in degrees))


def element_in_powers(field: NumberField, c: Coordinates) -> list[Fraction]:
    """The d coefficients of an element in powers of c theta, as in field_parts."""
    leading = field.theta.minpoly.primitive[-1]
    found = [x / leading**k for k, x in enumerate(power_coefficients(field, c))]
    return found + [Fraction(0)] * (field.degree - len(found))


def root_of(field: NumberField, bits: int) -> RootOf:
    """c theta, a root of a monic integer polynomial, in a disc of radius at most 2^-bits."""
    p = field.theta.minpoly.primitive
    c, d = p[-1], field.degree
    modulus = tuple(x * c ** (d - 1 - i) if i < d else 1 for i, x in enumerate(p))
    scale = bits + 4
    box = field.theta.refined(scale + abs(c).bit_length() + 2).enclosure
    x, y = (round(part * c * 2**scale) for part in box.centre)
    return RootOf(modulus, (x, y, 4, scale))


def regular_form(entries: FieldParts, root: RootOf) -> ExactMatrix:
    """sum parts[k] (x) C^k over the denominator, C the companion matrix of the modulus; as in the checker."""
    m, d, n = root.modulus, len(root.modulus) - 1, len(entries.parts[0])
    companion = [[int(i == j + 1) - (m[i] if j == d - 1 else 0) for j in range(d)] for i in range(d)]
    power = [[int(i == j) for j in range(d)] for i in range(d)]
    rows = [[0] * (n * d) for _ in range(n * d)]
    for part in entries.parts:
        for i in range(n * d):
            for j in range(n * d):
                rows[i][j] += part[i // d][j // d] * power[i % d][j % d]
        power = [
            [sum(x * row[j] for x, row in zip(line, power, strict=True)) for j in range(d)]
            for line in companion
        ]
    return ExactMatrix.from_integers(rows, entries.denominator)
