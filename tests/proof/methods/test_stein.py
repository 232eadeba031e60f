"""Elimination without exchanges: pivots are quotients of leading minors."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InternalError
from symspec.proof.methods.stein import ldl


@st.composite
def factors(draw: st.DrawFn) -> ExactMatrix:
    n = draw(st.integers(1, 4))
    return ExactMatrix.from_integers([[draw(st.integers(-3, 3)) for _ in range(n)] for _ in range(n)])


def minor(s: ExactMatrix, k: int) -> Fraction:
    return ExactMatrix.from_fractions([row[:k] for row in s.tolist()[:k]]).det


@settings(max_examples=60)
@given(factors())
def test_the_product_is_the_matrix(m: ExactMatrix) -> None:
    s = m.transpose @ m + m.identity()
    split = ldl(s)
    assert split.lower @ split.diagonal @ split.lower.transpose == s
    lower = split.lower.tolist()
    assert all(x == (i == j) for i, row in enumerate(lower) for j, x in enumerate(row) if j >= i)
    minors = [Fraction(1), *(minor(s, k) for k in range(1, s.order + 1))]
    assert list(split.pivots) == [b / a for a, b in zip(minors, minors[1:], strict=False)]


@pytest.mark.parametrize("rows", [[[0]], [[-1]], [[1, 2], [2, 1]], [[1, 1], [1, 1]]])
def test_not_definite(rows: list[list[int]]) -> None:
    with pytest.raises(InternalError):
        ldl(ExactMatrix.from_integers(rows))
