"""Sums over the eigenvalues of algebraic values times projectors, over a field that holds the entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from symspec.algebra.fields.element import scalar
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import UnsupportedFieldError
from symspec.spectral.functions.rational import as_field_matrix, simplest
from symspec.spectral.power import PowerTerm

# The sums below are roots of polynomials whose degrees are products of those of their terms.
MAX_SUM_DEGREE = 300

Value = Callable[[AlgebraicNumber, int], AlgebraicNumber]


def weighted_sum(a: ExactMatrix, terms: Sequence[PowerTerm], value: Value) -> ExactMatrix:
    """sum over terms (p, j) and roots alpha of p: value(alpha, j) N^j Pi_alpha.

    Args:
        a: A.
        terms: N^j Pi_alpha = sum_l S_l alpha^l for each root alpha of p.
        value: f^(j)(alpha)/j!, an algebraic number.

    Algorithm: for each term the weights w_l = sum over alpha of value(alpha, j) alpha^l, so that the matrix
    is the sum of w_l S_l. The field of A is enlarged by the w_l only: the values may generate a larger one.

    Raises:
        UnsupportedFieldError: the w_l lie in a field of a degree beyond the budget.
    """
    reader = FieldReader(a.field)
    found = []
    for t in terms:
        roots = complex_roots(t.polynomial)
        values = [value(z, t.level) for z in roots]
        for k, s in enumerate(t.matrices):
            w = _sum([v * z**k for v, z in zip(values, roots, strict=True)])
            found.append((reader.adjoin(w), s))
    if reader.tower.degree == 1:
        return reduce(lambda x, y: x + y, (s * (w[0] if w else 0) for w, s in found))
    lifted = [(w, _lifted(s, reader)) for w, s in found]
    total = reduce(lambda x, y: x + y, (s * scalar(reader.tower, w) for w, s in lifted))
    return total if isinstance(a, FieldMatrix) else simplest(total)


def _lifted(s: ExactMatrix, reader: FieldReader) -> FieldMatrix:
    return s.over(reader.tower) if isinstance(s, FieldMatrix) else as_field_matrix(s, reader.tower)


def _sum(values: Sequence[AlgebraicNumber]) -> AlgebraicNumber:
    total = values[0]
    for v in values[1:]:
        if total.degree * v.degree > MAX_SUM_DEGREE:
            raise UnsupportedFieldError(
                "the entries of the value are sums of algebraic numbers of degrees "
                f"{total.degree} and {v.degree}, which is beyond the budget."
            )
        total = total + v
    return total
