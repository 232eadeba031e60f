"""Block by block gives what the whole matrix gives."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.structure import shortcuts
from symspec.spectral.structure.shortcuts import factors_by_blocks
from tests.spectral.structure.chains import nonnegative
from tests.strategies import Rows, square_rows


@given(nonnegative())
def test_factors_by_blocks_are_those_of_the_whole(a: ExactMatrix) -> None:
    found = factors_by_blocks(a, smallest=1)
    assert found is None or found == a.charpoly.factors


def in_blocks(size: int, backend: str) -> ExactMatrix:
    """Four classes of that size and two of 1, renumbered; equal blocks give multiple factors."""
    rng, n = random.Random(1), 4 * size + 2
    of = [min(i // size, 4) + (i == n - 1) for i in range(n)]
    rows = [[rng.randint(-1, 1) if of[i] <= of[j] else 0 for j in range(n)] for i in range(n)]
    for i in range(size):
        rows[i][:size] = rows[size + i][size : 2 * size]
    s = list(range(n))
    rng.shuffle(s)
    return ExactMatrix.from_integers([[rows[i][j] for j in s] for i in s], 3, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_matrix_with_blocks(backend: str) -> None:
    a = in_blocks(10, backend)
    found = factors_by_blocks(a, smallest=40)
    assert found == a.charpoly.factors and max(m for _, m in found) >= 2


def test_a_large_matrix_with_blocks() -> None:
    a = in_blocks(16, "flint")
    an = ss.analyze(a)
    assert factors_by_blocks(a) is not None
    assert an.charpoly == a.charpoly and an.charpoly_factors == a.charpoly.factors
    assert max(m for _, m in an.charpoly_factors) >= 2


@pytest.mark.parametrize("backend", BACKENDS)
@given(rows=square_rows())
def test_triangular_matrices(backend: str, rows: Rows) -> None:
    upper = [[x if i <= j else Fraction(0) for j, x in enumerate(row)] for i, row in enumerate(rows)]
    lower = [list(column) for column in zip(*upper, strict=True)]
    for entries in (upper, lower):
        a = ExactMatrix.from_fractions(entries, backend=backend)
        assert a.is_triangular and factors_by_blocks(a) == a.charpoly.factors
    whole = ExactMatrix.from_fractions(rows, backend=backend)
    below = any(x for i, row in enumerate(rows) for x in row[:i])
    above = any(x for i, row in enumerate(rows) for x in row[i + 1 :])
    assert whole.is_triangular is not (below and above)


def test_dense_matrices_are_not_read_for_it() -> None:
    a = ExactMatrix.from_integers([[1 + (i * j) % 5 for j in range(50)] for i in range(50)])
    assert factors_by_blocks(a) is None
    assert shortcuts._may_split(
        ExactMatrix.from_integers([[int(i == j) for j in range(50)] for i in range(50)])
    )
