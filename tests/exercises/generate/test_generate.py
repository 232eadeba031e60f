"""Generated matrices: deterministic, with the prescribed structure, and short on the whole path."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.exercises.generate.cost import digits, echelon
from symspec.exercises.generate.drawing import product, unimodular
from symspec.exercises.generate.plain import identity
from symspec.exercises.generate.registry import GENERATORS, generated

FATES = [b.value for b in ss.Behavior]
SEEDS = range(12)


@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("order", [2, 3, 4, 5])
def test_the_behavior_is_the_one_that_was_asked_for(fate: str, order: int) -> None:
    for seed in range(5):
        a = generated("structured", 1, {"order": order, "behavior": fate}, seed)
        assert a.order == order
        assert ss.analyze(a).behavior.value == fate


def test_blocks_are_the_ones_that_were_asked_for() -> None:
    blocks = [
        {"eigenvalue": "1/2", "size": 2},
        {"eigenvalue": 3, "size": 1},
        {"eigenvalue": "1/2", "size": 1},
    ]
    for seed in SEEDS:
        profile = ss.analyze(generated("structured", 1, {"blocks": blocks}, seed)).profile
        found = {f.polynomial.primitive: f.block_sizes for f in profile.factors}
        assert found == {(-1, 2): (2, 1), (-3, 1): (1,)}


@pytest.mark.parametrize("wanted", [True, False])
def test_diagonalizable_or_not_as_asked(wanted: bool) -> None:
    for seed in SEEDS:
        a = generated("structured", 1, {"order": 4, "diagonalizable": wanted}, seed)
        assert ss.analyze(a).profile.is_diagonalizable is wanted


def test_symmetric_and_stochastic_are_what_they_say() -> None:
    for seed in SEEDS:
        a = generated("symmetric", 1, {"order": 3}, seed)
        assert a == a.transpose
        assert all(f.polynomial.degree == 1 for f in ss.analyze(a).profile.factors)
        b = generated("stochastic", 1, {"order": 3, "absorbing": True}, seed)
        assert all(sum(row) == 1 and min(row) >= 0 for row in b.tolist())
        assert b.tolist()[-1] == [0, 0, 1]


@pytest.mark.parametrize(("name", "version"), GENERATORS)
def test_the_same_seed_gives_the_same_matrix(name: str, version: int) -> None:
    drawn = [generated(name, version, {}, seed) for seed in SEEDS]
    assert drawn == [generated(name, version, {}, seed) for seed in SEEDS]
    assert len({str(a) for a in drawn}) > len(SEEDS) // 2


def test_a_version_never_changes_what_it_draws() -> None:
    """Published with version 1: graded work must find these matrices again."""
    assert str(generated("structured", 1, {"order": 3, "behavior": "converges"}, 7)) == PUBLISHED[0]
    assert str(generated("symmetric", 1, {"order": 3}, 7)) == PUBLISHED[1]
    assert str(generated("stochastic", 1, {"order": 2}, 7)) == PUBLISHED[2]


PUBLISHED = (
    "1/3 [[1, 0, 0], [-2, 2, 1], [-4, 0, 3]]",
    "1/2 [[4, 0, 0], [0, 1, -1], [0, -1, 1]]",
    "[[1/3, 2/3], [1/2, 1/2]]",
)


def test_most_paths_are_as_short_as_asked() -> None:
    found = [digits(generated("structured", 1, {"order": 3}, seed)) for seed in range(40)]
    assert sum(d <= 2 for d in found) >= 36


@given(st.integers(0, 10**6), st.integers(1, 5))
def test_unimodular_matrices_come_with_their_inverse(seed: int, n: int) -> None:
    p, q = unimodular(Random(seed), n, 2 * n)
    assert product(p, q) == identity(n)


def test_elimination_shows_its_fractions() -> None:
    assert list(echelon([[Fraction(3), Fraction(1)], [Fraction(1), Fraction(0)]])) == [0, Fraction(-1, 3)]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"order": 9}, '"order"'),
        ({"order": "3"}, '"order"'),
        ({"behavior": "nice"}, '"behavior"'),
        ({"order": 2, "behavior": "converges", "diagonalizable": False}, "order 3"),
        ({"blocks": [{"eigenvalue": 0.5}]}, "eigenvalue"),
        ({"blocks": [{"eigenvalue": 1, "size": 6}, {"eigenvalue": 2, "size": 6}]}, "8 rows"),
        ({"blocks": [{"eigenvalue": 1}], "order": 3}, '"blocks" says all'),
        ({"blocks": "1/2"}, '"blocks"'),
    ],
)
def test_wrong_options_are_named(options: dict[str, object], names: str) -> None:
    with pytest.raises(ss.InputError) as caught:
        generated("structured", 1, options, 0)
    assert names in str(caught.value)
