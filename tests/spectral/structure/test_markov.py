"""Markov chains: laws on chains built backwards, textbook chains, and chains that others answer wrongly."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.structure.markov import MarkovChain
from tests.cases.published import published_cases
from tests.spectral.structure.chains import Chain, chains, weights


def markov(source: Any) -> MarkovChain:
    return ss.analyze(source).structure.markov


def fractions(*texts: object) -> list[Fraction]:
    return [Fraction(str(x)) for x in texts]


def row(x: ExactMatrix) -> list[Fraction]:
    return [value for r in x.tolist() for value in r]


# -- laws ------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(chains())
def test_classes_and_periods_by_construction(case: Chain) -> None:
    chain = markov(case.matrix)
    assert {frozenset(c.states): c.period for c in chain.closed_classes} == case.closed
    assert frozenset(chain.transient_states) == case.transient
    assert chain.period == lcm(*case.closed.values())
    assert chain.irreducible.is_true is (len(case.closed) == 1 and not case.transient)
    assert chain.absorbing.is_true is all(len(c) == 1 for c in case.closed)
    assert chain.regular.is_true is (chain.irreducible.is_true and chain.period == 1)
    assert sorted(i for c in chain.classes for i in c.states) == list(range(case.matrix.order))


@settings(max_examples=25)
@given(chains())
def test_stationary_distributions_span_the_left_kernel(case: Chain) -> None:
    chain, p = markov(case.matrix), case.matrix
    corners = chain.extreme_stationary_distributions
    left = (p - p.identity()).transpose.kernel
    assert left.shape[1] == len(corners) == len(case.closed)
    for x, c in zip(corners, chain.closed_classes, strict=True):
        assert x @ p == x and sum(row(x)) == 1
        assert {i for i, value in enumerate(row(x)) if value > 0} == set(c.states)
        assert all(value >= 0 for value in row(x))
    if len(corners) == 1:
        assert chain.stationary_distribution == corners[0]
    else:
        with pytest.raises(ss.UndefinedError, match="not unique"):
            _ = chain.stationary_distribution


@settings(max_examples=25)
@given(chains())
def test_limits_are_those_of_the_powers(case: Chain) -> None:
    """Two ways to one matrix: classes and linear systems here, polynomials of P there."""
    an = ss.analyze(case.matrix)
    chain = an.structure.markov
    assert chain.cesaro_limit == an.cesaro_limit
    assert an.asymptotic_period.period == chain.period
    assert an.behavior.has_limit is (chain.period == 1)
    if chain.period == 1:
        assert chain.limit == an.limit
    else:
        with pytest.raises(ss.UndefinedError, match="period"):
            _ = chain.limit


@settings(max_examples=25)
@given(chains(), st.data())
def test_limits_from_a_start(case: Chain, data: st.DataObject) -> None:
    """x P^n -> y iff (P^T)^n x^T -> y^T, which the spectral projectors decide."""
    n = case.matrix.order
    support = data.draw(st.lists(st.integers(0, n - 1), min_size=1, unique=True))
    x = [Fraction(0)] * n
    for i, value in zip(support, data.draw(weights(len(support))), strict=True):
        x[i] = value
    start = ExactMatrix.from_fractions([x], backend=case.matrix.backend)
    by_powers = ss.analyze(case.matrix.transpose)
    try:
        expected = by_powers.limit_of(start.transpose).transpose
    except ss.UndefinedError:
        with pytest.raises(ss.UndefinedError, match="cyclic classes"):
            markov(case.matrix).limiting_distribution_from(start)
    else:
        assert markov(case.matrix).limiting_distribution_from(start) == expected


@settings(max_examples=25)
@given(chains())
def test_absorption(case: Chain) -> None:
    chain, p = markov(case.matrix), case.matrix
    b, t, v = chain.absorption_probabilities, chain.expected_steps, chain.variance_of_steps
    assert p @ b == b and all(sum(r) == 1 for r in b.tolist())
    rows = p.tolist()
    squares = [x * x + y for x, y in zip(t, v, strict=True)]
    for i in range(p.order):
        if i in case.transient:
            assert t[i] == 1 + sum(x * s for x, s in zip(rows[i], t, strict=True))
            # E (1 + T)^2 = 1 + 2 E T + E T^2 one step later
            later = sum(x * (2 * s + q) for x, s, q in zip(rows[i], t, squares, strict=True))
            assert squares[i] == 1 + later
        else:
            assert t[i] == v[i] == 0
    n = chain.fundamental_matrix
    assert (n is None) is (not case.transient)
    if n is not None:
        assert [sum(r) for r in n.tolist()] == [t[i] for i in sorted(case.transient)]


@settings(max_examples=25)
@given(chains(), st.data())
def test_hitting(case: Chain, data: st.DataObject) -> None:
    """The equations of first passage; the target made absorbing, P^n shows the probabilities in the limit."""
    p, n = case.matrix, case.matrix.order
    goal = data.draw(st.integers(0, n - 1))
    found, rows = markov(p).hitting_times(goal), p.tolist()
    for i in range(n):
        h, t = found.probabilities[i], found.times[i]
        assert (t is None) is (h < 1)
        if i == goal:
            assert (h, t) == (1, 0)
            continue
        assert h == sum(x * g for x, g in zip(rows[i], found.probabilities, strict=True))
        if t is not None:
            assert t == 1 + sum(x * found.times[j] for j, x in enumerate(rows[i]) if x)
    stopped = [r if i != goal else [Fraction(int(j == goal)) for j in range(n)] for i, r in enumerate(rows)]
    limit = markov(ExactMatrix.from_fractions(stopped, backend=p.backend)).cesaro_limit
    assert [limit[i, goal] for i in range(n)] == list(found.probabilities)


@settings(max_examples=25)
@given(chains(most_closed=1, most_transient=0))
def test_mean_first_passage(case: Chain) -> None:
    chain, n = markov(case.matrix), case.matrix.order
    m, x = chain.mean_first_passage_times, row(chain.stationary_distribution)
    for j in range(n):
        times = chain.hitting_times(j).times
        assert all(m[i, j] == times[i] for i in range(n) if i != j)
        assert m[j, j] == 1 / x[j]
    constants = {sum(m[i, j] * x[j] for j in range(n) if j != i) for i in range(n)}
    assert constants == {chain.kemeny_constant}


@given(st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=4, max_size=4))
def test_walks_on_weighted_graphs_are_reversible(table: list[list[int]]) -> None:
    """p_ij = w_ij / w_i with w_ij = w_ji: stationary is w_i / sum w_i."""
    w = [[table[min(i, j)][max(i, j)] + (abs(i - j) == 1) for j in range(4)] for i in range(4)]
    chain = markov([[Fraction(x, sum(r)) for x in r] for r in w])
    assert chain.reversible.is_true
    total = sum(map(sum, w))
    assert row(chain.stationary_distribution) == [Fraction(sum(r), total) for r in w]


def test_a_rotation_with_a_drift_is_not_reversible() -> None:
    found = markov("[[0, 2/3, 1/3], [1/3, 0, 2/3], [2/3, 1/3, 0]]").reversible
    assert found.is_false and found.witness == (0, 1)


# -- chains that others answer wrongly -------------------------------------------------------


def test_two_closed_classes_have_no_single_limit() -> None:
    """SymPy issue 19011: limiting_distribution gave (1/2, 1/2, 0, 0) as if it were the only one."""
    chain = markov("[[1/2, 1/2, 0, 0], [1/2, 1/2, 0, 0], [0, 0, 1/4, 3/4], [0, 0, 1/5, 4/5]]")
    corners = [row(x) for x in chain.extreme_stationary_distributions]
    assert corners == [fractions("1/2", "1/2", 0, 0), fractions(0, 0, "4/19", "15/19")]
    for ask in (lambda: chain.stationary_distribution, lambda: chain.limiting_distribution):
        with pytest.raises(ss.UndefinedError, match=r"closed classes \{1, 2\}, \{3, 4\}"):
            ask()
    assert row(chain.limiting_distribution_from(3)) == corners[1]
    mixed = row(chain.limiting_distribution_from(["1/3", 0, 0, "2/3"]))
    assert mixed == [x / 3 + 2 * y / 3 for x, y in zip(*corners, strict=True)]


def test_a_gambler_ends_at_either_end() -> None:
    """SymPy issue 19011: the answer had a free parameter, (1 - w, 0, 0, 0, w)."""
    chain = markov("[[1,0,0,0,0],[1/2,0,1/2,0,0],[0,1/2,0,1/2,0],[0,0,1/2,0,1/2],[0,0,0,0,1]]")
    assert chain.absorbing.is_true and chain.absorbing_states == (0, 4)
    # Grinstead, Snell, Introduction to Probability, chapter 11 (drunkard's walk): N, t and B
    assert chain.fundamental_matrix is not None
    assert chain.fundamental_matrix.tolist() == [fractions("3/2", 1, "1/2"), fractions(1, 2, 1),
                                                 fractions("1/2", 1, "3/2")]  # fmt: skip
    assert chain.expected_steps == (0, 3, 4, 3, 0)
    assert [r[0] for r in chain.absorption_probabilities.tolist()] == fractions(1, "3/4", "1/2", "1/4", 0)
    with pytest.raises(ss.UndefinedError, match="depends on which"):
        _ = chain.limiting_distribution
    assert row(chain.limiting_distribution_from(2)) == fractions("1/2", 0, 0, 0, "1/2")


def test_the_orientation_is_said_and_not_mixed_up() -> None:
    """openturns issue 2673: (1/3, 1/3, 1/3) was given for rows that sum to 1.

    The issue writes (1/6, 1/2, 1/3) for the right answer; its simulation, and x P = x, say (1/3, 1/2, 1/6).
    """
    p = ss.matrix("[[0.5, 0.0, 0.5], [0.25, 0.75, 0.0], [0.25, 0.75, 0.0]]")
    by_rows, by_columns = markov(p), markov(p.transpose)
    expected = fractions("1/3", "1/2", "1/6")
    assert (by_rows.orientation, by_columns.orientation) == ("rows", "columns")
    assert row(by_rows.limiting_distribution) == row(by_columns.limiting_distribution) == expected
    assert (
        p.transpose @ by_columns.stationary_distribution.transpose
        == by_columns.stationary_distribution.transpose
    )
    wrong = p.with_entries([fractions("1/6", "1/2", "1/3")])
    assert wrong @ p != wrong


def published(name: str) -> MarkovChain:
    return markov(next(c.matrix for c in published_cases() if c.name == name))


def test_a_chain_whose_eigenvalues_went_missing() -> None:
    """SymPy issue 7070: a 13 x 13 chain; one closed class of seven states, six transient ones."""
    chain = published("sympy-7070")
    assert [c.states for c in chain.closed_classes] == [(4, 5, 6, 8, 10, 11, 12)]
    assert chain.period == 1 and len(chain.transient_states) == 6
    x = chain.limiting_distribution
    assert x @ chain.matrix == x and sum(row(x)) == 1
    # the round 5 -> 7 -> 6 -> 9 -> 11 -> 13 -> 12 -> 5, with two steps at 7 on average
    assert row(x) == fractions(0, 0, 0, 0, "1/8", "1/8", "1/4", 0, "1/8", 0, "1/8", "1/8", "1/8")


def test_a_limit_that_was_lost_in_floats() -> None:
    """SymPy issue 11678: limit of P^k for [[1/2, 1/4, 1/4], [1/2, 0, 1/2], [1/4, 0, 3/4]]."""
    chain = published("sympy-11678")
    assert chain.regular.is_true
    assert row(chain.limiting_distribution) == fractions("4/11", "1/11", "6/11")


def test_a_swap_has_a_stationary_distribution_and_no_limit() -> None:
    """SymPy pull request 20273: [[0, 1], [1, 0]] was called regular."""
    chain = markov("[[0, 1], [1, 0]]")
    assert chain.regular.is_false and chain.irreducible.is_true and chain.period == 2
    assert row(chain.stationary_distribution) == fractions("1/2", "1/2")
    with pytest.raises(ss.UndefinedError, match="period 2"):
        _ = chain.limiting_distribution
    assert row(chain.limiting_distribution_from(["1/2", "1/2"])) == fractions("1/2", "1/2")


def test_an_absorbing_state_alone_makes_no_absorbing_chain() -> None:
    """SymPy pull request 20273: diag of a swap and 1 was called absorbing."""
    chain = markov("[[0, 1, 0], [1, 0, 0], [0, 0, 1]]")
    assert chain.absorbing.is_false and chain.absorbing_states == (2,)
    assert chain.absorbing.witness.states == (0, 1)


# -- textbook chains -------------------------------------------------------------------------


def test_land_of_oz() -> None:
    """Grinstead, Snell, Introduction to Probability, chapter 11: w = (2/5, 1/5, 2/5) and the matrix M."""
    chain = markov("[[1/2, 1/4, 1/4], [1/2, 0, 1/2], [1/4, 1/4, 1/2]]")
    assert row(chain.stationary_distribution) == fractions("2/5", "1/5", "2/5")
    assert chain.mean_first_passage_times.tolist() == [
        fractions("5/2", 4, "10/3"),
        fractions("8/3", 5, "8/3"),
        fractions("10/3", 4, "5/2"),
    ]
    assert chain.regular.is_true and chain.reversible.is_true


def test_gambler_with_an_infinite_expected_time() -> None:
    found = markov("[[1, 0, 0], [1/2, 0, 1/2], [0, 0, 1]]").hitting_times(0)
    assert found.probabilities == tuple(fractions(1, "1/2", 0))
    assert found.times == (0, None, None)


def test_over_a_number_field() -> None:
    chain = markov("[[1/sqrt(2), 1 - 1/sqrt(2), 0], [1/2, 1/2, 0], [1/3, 1/3, 1/3]]")
    x = chain.limiting_distribution
    assert x @ chain.matrix == x and sum(row(x)) == 1 and chain.transient_states == (2,)
    assert chain.cesaro_limit == ss.analyze(chain.matrix).limit
    assert chain.expected_steps[2] == Fraction(3, 2)


@pytest.mark.parametrize("start", [3, -1, [1, 1, 1], ["1/2", "1/2"], ["3/2", "-1/2", 0], "x", []])
def test_refused_starts(start: object) -> None:
    with pytest.raises(ss.InputError):
        markov("[[0, 1, 0], [0, 0, 1], [1, 0, 0]]").limiting_distribution_from(start)


@pytest.mark.parametrize("targets", [3, [], [0, 7], True, "0"])
def test_refused_targets(targets: Any) -> None:
    with pytest.raises(ss.InputError, match="no states"):
        markov("[[0, 1, 0], [0, 0, 1], [1, 0, 0]]").hitting_times(targets)


def test_reducible_chains_have_no_kemeny_constant() -> None:
    chain = markov("[[1, 0], [1/2, 1/2]]")
    for ask in (
        lambda: chain.kemeny_constant,
        lambda: chain.mean_first_passage_times,
        lambda: chain.reversible,
    ):
        with pytest.raises(ss.UndefinedError, match="must be irreducible"):
            ask()
