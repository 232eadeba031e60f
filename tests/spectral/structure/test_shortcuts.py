"""Block by block gives what the whole matrix gives."""

from __future__ import annotations

import random

import pytest
from hypothesis import given

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.structure import shortcuts
from symspec.spectral.structure.shortcuts import factors_by_blocks
from tests.spectral.structure.chains import nonnegative


@given(nonnegative())
def test_factors_by_blocks_are_those_of_the_whole(a: ExactMatrix) -> None:
    found = factors_by_blocks(a, smallest=1)
    assert found is None or found == a.charpoly.factors


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_large_matrix_with_blocks(backend: str) -> None:
    """42 x 42, four classes of 10 and two of 1, renumbered; equal blocks give multiple factors."""
    rng, n = random.Random(1), 42
    of = [min(i // 10, 4) + (i == n - 1) for i in range(n)]
    rows = [[rng.randint(-1, 1) if of[i] <= of[j] else 0 for j in range(n)] for i in range(n)]
    for i in range(10):
        rows[i][:10] = rows[10 + i][10:20]
    s = list(range(n))
    rng.shuffle(s)
    a = ExactMatrix.from_integers([[rows[i][j] for j in s] for i in s], 3, backend=backend)
    an = ss.analyze(a)
    assert factors_by_blocks(a) is not None
    assert an.charpoly == a.charpoly and an.charpoly_factors == a.charpoly.factors
    assert max(m for _, m in an.charpoly_factors) >= 2


def test_dense_matrices_are_not_read_for_it() -> None:
    a = ExactMatrix.from_integers([[1 + (i * j) % 5 for j in range(50)] for i in range(50)])
    assert factors_by_blocks(a) is None
    assert shortcuts._may_split(
        ExactMatrix.from_integers([[int(i == j) for j in range(50)] for i in range(50)])
    )
