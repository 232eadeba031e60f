"""The two source texts: every rational matrix and every claim, with what symspec says of it.

The first text asks about eigenvalues and the gradients of recurrent networks and states Propositions 1 and 2;
the second is the eigendecomposition chapter of a deep-learning book. Where they are loose or wrong, the tests
state the counterexample.
"""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

import symspec as ss
from symspec.truth import Behavior
from tests.cases.published import DATA

GERSHGORIN = "1 0.1 0.1 0.1; 0.1 3 0.2 0.3; 0.1 0.2 5 0.5; 0.1 0.3 0.5 9"
THIRD_EXERCISE = "3 0.1 0.3 1; 0.1 1 0.1 0.2; 0.3 0.1 5 0; 1 0.2 0 1.8"


def eigenvalues(text: str) -> dict[Fraction, int]:
    return {
        e.value.rational: e.algebraic_multiplicity
        for e in ss.analyze(text).spectrum.eigenvalues
        if e.value.is_rational
    }


def real_parts(text: str) -> list[Fraction]:
    return sorted(e.value.refined(80).enclosure.real[0] for e in ss.analyze(text).spectrum.eigenvalues)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 0; 0 -1", {2: 1, -1: 1}),
        ("2 1; 2 3", {4: 1, 1: 1}),
        ("1 1; 0 1", {1: 2}),
        ("2 1; 1 2", {3: 1, 1: 1}),  # first exercise
        ("2 1; 0 2", {2: 2}),  # second exercise
    ],
)
def test_eigenvalues_of_the_chapter(text: str, expected: dict[int, int]) -> None:
    assert eigenvalues(text) == expected


def test_eigendecomposition_of_the_chapter() -> None:
    a, w = ss.matrix("2 1; 2 3"), ss.matrix("1 1; -1 2")
    sigma = ss.matrix("1 0; 0 4")
    assert a @ w == w @ sigma
    assert w @ sigma @ w.inverse == a
    assert a**7 == w @ sigma**7 @ w.inverse
    assert a.inverse == w @ sigma.inverse @ w.inverse
    assert a.det == 4 * 1


def test_rank_is_not_the_number_of_nonzero_eigenvalues() -> None:
    an = ss.analyze("0 1; 0 0")
    assert an.rank == 1
    assert eigenvalues("0 1; 0 0") == {0: 2}
    assert not an.profile.is_diagonalizable


def test_too_few_eigenvectors() -> None:
    for text in ("1 1; 0 1", "2 1; 0 2"):
        (e,) = ss.analyze(text).spectrum.eigenvalues
        assert (e.algebraic_multiplicity, e.geometric_multiplicity, e.index) == (2, 1, 2)


def test_gershgorin_intervals_hold_the_printed_eigenvalues() -> None:
    intervals = [("0.7", "1.3"), ("2.4", "3.6"), ("4.2", "5.8"), ("8.1", "9.9")]
    printed = ["0.99", "2.97", "4.95", "9.08"]
    for value, (low, high), two_decimals in zip(real_parts(GERSHGORIN), intervals, printed, strict=True):
        assert Fraction(low) < value < Fraction(high)
        assert abs(value - Fraction(two_decimals)) < Fraction(1, 200)


def test_third_exercise_no_eigenvalue_below_one_half() -> None:
    assert min(real_parts(THIRD_EXERCISE)) > Fraction(1, 2)
    # Row 4 alone gives 1.8 - 1.2 = 0.6, row 2 gives 1 - 0.4 = 0.6: no disc reaches 0.5.
    rows = ss.matrix(THIRD_EXERCISE).tolist()
    assert all(
        row[i] - sum(abs(x) for j, x in enumerate(row) if j != i) > Fraction(1, 2)
        for i, row in enumerate(rows)
    )


# -- Proposition 1 and 2, and the scalar analogy ---------------------------------------------


@pytest.mark.parametrize(
    ("b", "fate"),
    [
        ("1/2", Behavior.TENDS_TO_ZERO),
        ("-9/10", Behavior.TENDS_TO_ZERO),
        ("2", Behavior.UNBOUNDED),
        ("-2", Behavior.UNBOUNDED),
        ("1", Behavior.CONVERGES),  # the text leaves |b| = 1 out: constant
        ("-1", Behavior.BOUNDED_DIVERGENT),  # two cluster points
    ],
)
def test_scalar_analogy(b: str, fate: Behavior) -> None:
    assert ss.analyze([[b]]).behavior is fate


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("1 0; 0 1/2", Behavior.CONVERGES),
        ("-1 0; 0 1/2", Behavior.BOUNDED_DIVERGENT),
        ("3/5 -4/5; 4/5 3/5", Behavior.BOUNDED_DIVERGENT),
        ("1 1; 0 1", Behavior.UNBOUNDED),
    ],
)
def test_the_spectral_radius_does_not_decide_at_one(text: str, fate: Behavior) -> None:
    an = ss.analyze(text)
    assert an.spectral_radius.rational == 1
    assert an.behavior is fate


def test_proposition_2_needs_its_rank_condition() -> None:
    assert ss.analyze("1 1; 0 1").ranks_at_one == (1, 0)
    an = ss.analyze("1 0; 0 1")
    assert an.ranks_at_one == (0, 0)
    assert an.limit == an.matrix


def test_the_limit_is_a_matrix_the_projector_on_the_fixed_space() -> None:
    an = ss.analyze("1/10 [[9, 1], [2, 8]]")
    a, limit = an.matrix, an.limit
    assert limit.tolist() == [[Fraction(2, 3), Fraction(1, 3)]] * 2
    assert limit @ limit == a @ limit == limit @ a == limit
    assert limit.rank == 2 - an.ranks_at_one[0]


def test_binomial_expansion_of_the_first_text() -> None:
    an = ss.analyze("1/6 [[-3, 6, 0], [-6, 9, 0], [-5, 5, -2]]")
    d, n = an.dunford.D, an.dunford.N
    assert an.behavior is Behavior.TENDS_TO_ZERO
    assert an.dunford.index == 2
    for q in range(1, 8):  # the terms k >= 2 vanish
        assert an.matrix**q == d**q + q * (d ** (q - 1) @ n)


def test_zeroth_power_needs_zero_to_the_zero_is_one() -> None:
    assert ss.matrix("0 1; 0 0") ** 0 == ss.matrix("1 0; 0 1")


def test_an_eigenvector_may_be_reversed() -> None:
    a, v = ss.matrix("2 0; 0 -1"), ss.matrix("0 0; 1 0")
    assert a @ v == -v


def test_powers_of_one_matrix_are_not_products_of_different_ones() -> None:
    first, second = ss.analyze("0 2; 0 0"), ss.analyze("0 0; 2 0")
    assert first.spectral_radius.rational == second.spectral_radius.rational == 0
    assert ss.analyze(first.matrix @ second.matrix).behavior is Behavior.UNBOUNDED


def test_gradients_use_the_transpose_with_the_same_fate() -> None:
    for text in ("1/2 5; 0 1/3", "1 1; 0 1", "1/10 [[9, 1], [2, 8]]"):
        a = ss.matrix(text)
        assert ss.analyze(a).profile == ss.analyze(a.transpose).profile


def test_powers_of_the_random_matrix_of_the_chapter() -> None:
    rows = json.loads((DATA / "seed-random-matrix.json").read_text(encoding="utf-8"))["A"]
    an = ss.analyze(rows)
    assert an.behavior is Behavior.UNBOUNDED
    rho = an.spectral_radius.refined(80).enclosure.real[0]
    assert abs(rho - Fraction("2.4532329633625")) < Fraction(1, 10**13)  # not the printed 1.974459321485
