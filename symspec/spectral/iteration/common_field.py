"""The leading part of a vector over a field that holds the leading eigenvalues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import gcd

from symspec.algebra.fields.element import scalar
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.tower import NumberField
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.functions.rational import as_field_matrix
from symspec.spectral.iteration.parts import Leader, SpectralParts, leading_vector

# Beyond this degree the exact norms take longer than a person waits.
MAX_DEGREE = 24


def leading_part(parts: SpectralParts, first: Sequence[Leader]) -> tuple[ExactMatrix, ExactMatrix] | None:
    """(A, z) over K(alpha, ..), z the sum of the y_alpha over the leaders; None for a field beyond the limit.

    Raises:
        UnsupportedFieldError: the degree of the field is beyond the budget of fields.
    """
    reader, a = FieldReader(parts.matrix.field), parts.matrix
    for x in first:
        reader.adjoin(x.alpha)
        if reader.tower.degree > MAX_DEGREE:
            return None
    wide = _over(a, reader.tower)
    return wide, reduce(lambda u, v: u + v, [_part(parts, x, reader) for x in first])


def longest_period(degree: int) -> int:
    """The largest order of a root of unity in a field of that degree: the largest m with phi(m) <= degree.

    >>> [longest_period(d) for d in (1, 2, 4, 24)]
    [2, 6, 12, 90]
    """
    orders = range(1, 6 * degree + 1)  # phi(m) >= m/6 for m below 30030
    return max(m for m in orders if sum(gcd(k, m) == 1 for k in range(1, m + 1)) <= degree)


def _part(parts: SpectralParts, x: Leader, reader: FieldReader) -> ExactMatrix:
    """y_alpha = sum of w_l alpha^l, by Horner's rule."""
    alpha = scalar(reader.tower, reader.adjoin(x.alpha))
    w = _over(leading_vector(parts, x.component), reader.tower)
    columns = [w.columns(k, k + 1) for k in range(w.shape[1])]
    return reduce(lambda value, c: value * alpha + c, reversed(columns[:-1]), columns[-1])


def _over(m: ExactMatrix, field: NumberField) -> ExactMatrix:
    if field.degree == 1:
        return m
    return m.over(field) if isinstance(m, FieldMatrix) else as_field_matrix(m, field)
