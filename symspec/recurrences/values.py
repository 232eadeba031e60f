"""Numbers of Q or of one number field, and the polynomials, columns and matrices that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

from symspec.algebra.backend import Backend
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.factors import norm
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import Coordinates, NumberField, trimmed
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.power import mahler_bits

Value = Fraction | FieldElement


def field_of(values: Iterable[Value]) -> NumberField | None:
    """The field of the irrational numbers, which all lie in one; None for rational ones."""
    return next((x.field for x in values if isinstance(x, FieldElement)), None)


def _coordinates(x: Value) -> Coordinates:
    return x.coordinates if isinstance(x, FieldElement) else trimmed([Fraction(x)])


def polynomial(coefficients: Sequence[Value], ops: Backend | None = None) -> Polynomial:
    """sum coefficients[i] x^i, over Q where all are rational."""
    field = field_of(coefficients)
    if field is None:
        return Polynomial.of(coefficients, ops=ops)  # type: ignore[arg-type]
    return FieldPolynomial.over(field, [_coordinates(c) for c in coefficients])


def over(p: Polynomial, values: Iterable[Value]) -> Polynomial:
    """The same polynomial, over the field of the values if there is one."""
    field = None if isinstance(p, FieldPolynomial) else field_of(values)
    return p if field is None else FieldPolynomial.over(field, [_coordinates(c) for c in p.coefficients])


def over_least(p: Polynomial) -> Polynomial:
    """The same polynomial, over Q if its coefficients are rational."""
    return polynomial(p.coefficients, p.field.ops) if isinstance(p, FieldPolynomial) else p


def exact_matrix(
    rows: Sequence[Sequence[Value]], backend: str = "auto", *, field: NumberField | None = None
) -> ExactMatrix:
    """The matrix of these entries: over the field if one is given, else over Q where all are rational."""
    field = field or field_of(chain.from_iterable(rows))
    if field is None:
        return ExactMatrix.from_fractions(rows, backend=backend)  # type: ignore[arg-type]
    return FieldMatrix.of_coordinates(field, [[_coordinates(x) for x in row] for row in rows])


def column(values: Sequence[Value], backend: str = "auto") -> ExactMatrix:
    """The n x 1 matrix of these entries."""
    return exact_matrix([[x] for x in values], backend)


def bits_of_power(q: Polynomial) -> float:
    """An upper bound of the bits by which the coefficients of x^m mod q grow with each m.

    Over a number field for all embeddings at once, by the factors of the norm of q.
    """
    if isinstance(q, FieldPolynomial):
        return sum(mahler_bits(f) for f, _ in norm(q).factors)
    return mahler_bits(q)


def signed_text(x: Any) -> tuple[bool, str]:
    """(negative, the text of |x|): whether a sum may end in "- text"; sums count as positive, in brackets."""
    written = str(x)
    if " + " in written or " - " in written:
        return False, f"({written})"
    return (True, str(-x)) if written.startswith("-") else (False, written)
