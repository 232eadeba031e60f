"""Products that are only compared."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix


def products_agree(a: ExactMatrix, b: ExactMatrix, c: ExactMatrix, d: ExactMatrix) -> bool:
    """A B = C D; over Q no fraction is brought to lowest terms.

    >>> a = ExactMatrix.from_integers([[1, 2], [3, 4]], 5)
    >>> products_agree(a, a * 3, a * 3, a), products_agree(a, a.transpose, a.transpose, a)
    (True, False)
    """
    if any(type(x) is not ExactMatrix for x in (a, b, c, d)):
        return a @ b == c @ d
    return a._ops.products_agree(a._native, b._native, c._native, d._native)


def commute(a: ExactMatrix, b: ExactMatrix) -> bool:
    """A B = B A."""
    return products_agree(a, b, b, a)
