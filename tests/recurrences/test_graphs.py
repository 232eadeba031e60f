"""Walks counted by their sequences against walks counted one edge at a time."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.recurrences.graphs import walks

TABLES = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 2), min_size=n, max_size=n), min_size=n, max_size=n)
)


def listed(table: list[list[int]], length: int, start: int) -> list[int]:
    """The ends of all walks of that length, by going along every edge."""
    ends = [start]
    for _ in range(length):
        ends = [j for v in ends for j, x in enumerate(table[v]) for _ in range(x)]
    return ends


@settings(max_examples=25)
@given(TABLES, st.integers(0, 4))
def test_counts_are_numbers_of_walks(table: list[list[int]], n: int) -> None:
    g, k = walks(table), len(table)
    ends = [listed(table, n, i) for i in range(k)]
    assert all(g.count(n, i, j) == ends[i].count(j) for i in range(k) for j in range(k))
    assert g.total(n) == sum(map(len, ends))
    assert g.closed(n) == sum(ends[i].count(i) for i in range(k))
    assert g.counts(n).tolist() == [[ends[i].count(j) for j in range(k)] for i in range(k)]


@settings(max_examples=25)
@given(TABLES, st.integers(30, 90))
def test_far_counts_are_entries_of_the_power(table: list[list[int]], n: int) -> None:
    g = walks(table)
    power = g.matrix**n
    assert g.count(n, 0, len(table) - 1) == power[0, len(table) - 1]
    assert g.closed(n) == power.trace
    assert g.total(n) == sum(sum(row) for row in power.tolist())


@settings(max_examples=25)
@given(TABLES)
def test_numbers_of_all_walks_grow_as_the_perron_root_says(table: list[list[int]]) -> None:
    g = walks(table)
    assert g.all_walks.growth.rate == g.perron.value == g.analysis.spectral_radius
    assert g.all_walks.growth.degree == g.analysis.growth.degree


def test_paths_cycles_and_complete_graphs() -> None:
    """Walks on the complete graph K_m: ((m - 1)^n - (-1)^n)/m from one vertex to another."""
    for m in (2, 3, 5):
        k = walks([[int(i != j) for j in range(m)] for i in range(m)])
        for n in range(8):
            assert k.count(n, 0, 1) == Fraction((m - 1) ** n - (-1) ** n, m)
            assert k.closed(n) == (m - 1) ** n + (m - 1) * (-1) ** n
    path = walks(edges=[("a", "b"), ("b", "c")], directed=False)
    assert [path.count(n, "a", "c") for n in range(7)] == [0, 0, 1, 0, 2, 0, 4]
    cycle = walks(edges=[(i, (i + 1) % 6) for i in range(6)])
    assert [n for n in range(19) if cycle.closed(n)] == [0, 6, 12, 18]
    assert cycle.between(0, 2).behavior is ss.Behavior.BOUNDED_DIVERGENT


def test_cube() -> None:
    """Closed walks on the cube: sum C(3, k) (3 - 2k)^n (eigenvalues 3, 1, 1, 1, -1, -1, -1, -3)."""
    edges = [(v, v ^ (1 << k)) for v in range(8) for k in range(3) if v < v ^ (1 << k)]
    g = walks(edges=edges, directed=False)
    for n in (0, 1, 2, 3, 4, 10, 25):
        assert g.closed(n) == sum(comb(3, k) * (3 - 2 * k) ** n for k in range(4))
    assert g.closed_walks.minpoly == g.analysis.minpoly


def test_golden_mean_shift() -> None:
    """Words in 0, 1 without 11 are walks in [[1, 1], [1, 0]]: Fibonacci numbers, the golden ratio."""
    g = walks([[1, 1], [1, 0]])
    fibonacci = ss.recurrence([1, 1], start=[0, 1])
    assert all(g.total(n) == fibonacci.at(n + 3) for n in range(20))
    assert g.all_walks.ratio_limit == fibonacci.ratio_limit == g.perron.value
    lucas = ss.recurrence([1, 1], start=[2, 1])
    assert all(g.closed(n) == lucas.at(n) for n in range(20))


def test_loops_and_double_edges() -> None:
    g = walks(edges=["aa", "ab", "ab", "bb"], directed=False)
    assert g.vertices == ("a", "b") and g.matrix.tolist() == [[1, 2], [2, 1]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "give a matrix"),
        ({"adjacency": [[1]], "edges": ["ab"]}, "give a matrix"),
        ({"edges": []}, "no edge"),
        ({"edges": [(1, 2, 3)]}, "no pair"),
        ({"edges": [5]}, "no pair"),
        ({"adjacency": [[0, -1], [1, 0]]}, "row 1, column 2 is negative"),
        ({"adjacency": [[1, 2]]}, "square"),
        ({"adjacency": "[[1, -sqrt(2)], [0, 1]]"}, "edges -sqrt\\(2\\) in row 1, column 2 is negative"),
        ({"adjacency": "[[1, 0], [i, 1]]"}, "weight i in row 2, column 1 is not real"),
    ],
)
def test_refused_graphs(arguments: dict[str, object], said: str) -> None:
    with pytest.raises((ss.InputError, ss.UnsupportedFieldError), match=said):
        walks(**arguments)  # type: ignore[arg-type]


def test_refused_questions() -> None:
    g = walks(edges=["ab"])
    with pytest.raises(ss.InputError, match="no vertex 'c'"):
        g.count(2, "a", "c")
    with pytest.raises(ss.InputError, match="too small"):
        g.closed(-1)


@pytest.mark.parametrize("edges", [3, 2.5, True, object()])
def test_edges_that_are_no_list_are_refused_in_a_sentence(edges: object) -> None:
    with pytest.raises(ss.InputError, match="is no list of pairs"):
        ss.walks(edges=edges)  # type: ignore[arg-type]
