"""Dunford where the guess fails, where no vector is cyclic, and for several factors at once."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial, semisimple_guess
from symspec.spectral import dunford
from symspec.spectral.dunford import (
    dunford_decomposition,
    dunford_of_factors,
    nilpotency_index,
    semisimple_polynomial,
)
from symspec.spectral.krylov import annihilates, at_vector, krylov
from tests.strategies import Structured, structured_matrices


@given(structured_matrices())
def test_factors_with_multiplicities_give_the_same_parts(case: Structured) -> None:
    a = case.matrix
    factors = a.charpoly.factors
    found = dunford_of_factors(a, factors)
    by_hand = dunford_decomposition(a, a.charpoly.squarefree_part, a.order)
    assert found == by_hand
    assert found.index == max(max(sizes) for sizes in case.blocks.values())


@pytest.mark.parametrize(("digits", "is_guessed"), [(3, True), (30, True), (80, True), (400, False)])
def test_guesses_take_as_many_primes_as_they_need(digits: int, is_guessed: bool) -> None:
    entry = Fraction(10**digits, 7)
    a = ExactMatrix.from_fractions([[2, entry, 0], [0, 2, entry], [0, 0, 3]], backend="flint")
    factors = a.charpoly.squarefree_factors
    guess, exact = semisimple_guess(factors, a), semisimple_polynomial(factors).at_matrix(a)
    assert guess == (exact if is_guessed else None)
    found = dunford_of_factors(a, factors)
    assert found.D == exact and found.index == 2


def test_a_wrong_guess_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    a = ExactMatrix.from_integers([[2, 1, 0], [0, 2, 0], [0, 0, 3]])
    monkeypatch.setattr(dunford, "semisimple_guess", lambda factors, m: m.identity())
    assert dunford_of_factors(a, a.charpoly.factors).D == a.with_entries([[2, 0, 0], [0, 2, 0], [0, 0, 3]])


# Guessing is what the FLINT backend adds; the other one offers none.
@given(structured_matrices(max_order=5, backend="flint"))
def test_a_guess_of_small_entries_is_right(case: Structured) -> None:
    factors = case.matrix.charpoly.factors
    value = semisimple_polynomial(factors).at_matrix(case.matrix)
    guess = semisimple_guess(factors, case.matrix)
    rows, denominator = ((case.matrix - value) * case.matrix.integers()[1]).integers()
    small = denominator < 2**20 and all(abs(x) < 2**20 for row in rows for x in row)
    assert guess == value or not small


@given(structured_matrices())
def test_annihilates(case: Structured) -> None:
    a = case.matrix
    assert annihilates(a.charpoly, a)
    assert annihilates(a.charpoly + 1, a) is False
    assert annihilates(a.charpoly.squarefree_part, a) is all(
        size == 1 for sizes in case.blocks.values() for size in sizes
    )


@given(structured_matrices())
def test_at_vector_is_a_multiple_of_the_value(case: Structured) -> None:
    a, p = case.matrix, Polynomial.of([Fraction(2, 3), -1, Fraction(1, 5)], name=case.matrix.backend)
    v = ExactMatrix.from_integers([[i + 1] for i in range(a.order)], backend=a.backend)
    scale = a.integers()[1] ** 2 * 15
    assert at_vector(p, a, v) == p.at_matrix(a) @ v * scale
    assert krylov(a, v, 3).columns(2, 3) == a @ a @ v


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8, 13])
def test_nilpotency_index(n: int) -> None:
    shift = ExactMatrix.from_integers([[int(j == i + 1) for j in range(n)] for i in range(n)])
    assert nilpotency_index(shift) == n
    assert nilpotency_index(shift + shift.identity()) == 0
