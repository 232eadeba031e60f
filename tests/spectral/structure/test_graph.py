"""Components, periods and exponents against walks counted one length after the other."""

from __future__ import annotations

from math import gcd

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.coerce import matrix
from symspec.spectral.structure.graph import Digraph, exponent, graph


@st.composite
def digraphs(draw: st.DrawFn, most: int = 6) -> Digraph:
    n = draw(st.integers(1, most))
    return Digraph(tuple(tuple(sorted(draw(st.sets(st.integers(0, n - 1), max_size=3)))) for _ in range(n)))


def walks(g: Digraph, most: int) -> list[list[set[int]]]:
    """For each length the sets of ends of walks from each vertex."""
    found = [[{v} for v in range(g.order)]]
    while len(found) <= most:
        found.append([{w for u in ends for w in g.successors[u]} for ends in found[-1]])
    return found


@settings(max_examples=30)
@given(digraphs())
def test_components_are_the_classes_of_mutual_reach(g: Digraph) -> None:
    reach = [set().union(*(step[v] for step in walks(g, g.order))) for v in range(g.order)]
    for v in range(g.order):
        assert g.reach([v]) == reach[v]
        mine = next(c for c in g.components if v in c)
        assert set(mine) == {w for w in reach[v] if v in reach[w]}
    assert sorted(v for c in g.components for v in c) == list(range(g.order))


@settings(max_examples=30)
@given(digraphs())
def test_edges_lead_to_later_components(g: Digraph) -> None:
    for v, targets in enumerate(g.successors):
        assert all(g.place[v] <= g.place[w] for w in targets)
    for c in g.components:
        assert g.is_closed(c) is (g.reach(c) == set(c))


@settings(max_examples=30)
@given(digraphs())
def test_periods_are_common_divisors_of_closed_walks(g: Digraph) -> None:
    steps = walks(g, 3 * g.order)
    for c in g.components:
        lengths = [k for k, ends in enumerate(steps) if k and c[0] in ends[c[0]]]
        assert g.period(c) == gcd(*lengths)
        classes = g.cyclic_classes(c)
        assert sorted(v for part in classes for v in part) == list(c)
        for k, part in enumerate(classes):
            onward = {w for v in part for w in g.successors[v]} & set(c)
            assert onward <= set(classes[(k + 1) % len(classes)])


@settings(max_examples=30)
@given(digraphs())
def test_cycles_are_cycles(g: Digraph) -> None:
    for c in g.components:
        cycle = g.cycle(c)
        assert bool(cycle) is (g.period(c) > 0)
        assert len(set(cycle)) == len(cycle)
        for v, w in zip(cycle, (*cycle[1:], *cycle[:1]), strict=True):
            assert w in g.successors[v]
        assert len(cycle) >= 2 or len(c) == 1


@settings(max_examples=30)
@given(digraphs())
def test_the_exponent_is_the_first_length_that_joins_all(g: Digraph) -> None:
    everything = set(range(g.order))
    full = [all(ends == everything for ends in step) for step in walks(g, (g.order - 1) ** 2 + 1)]
    assert exponent(g) == (full.index(True, 1) if True in full[1:] else 0)


@pytest.mark.parametrize("n", [2, 3, 5, 8, 12])
def test_wielandt_attains_his_bound(n: int) -> None:
    """1 -> 2 -> .. -> n -> 1 and n -> 2: exponent (n - 1)^2 + 1."""
    edges = [(i + 1,) for i in range(n - 1)] + [(0, 1)]
    assert exponent(Digraph(tuple(tuple(sorted(set(e))) for e in edges))) == (n - 1) ** 2 + 1


def test_the_graph_of_a_matrix_has_an_edge_for_each_entry_that_is_not_zero() -> None:
    assert graph(matrix("[[0, 2], [1/2, 0]]")).successors == ((1,), (0,))
    assert graph(matrix("[[0, sqrt(2) - sqrt(2)], [i, 3]]")).successors == ((), (0, 1))


def test_components_come_in_their_own_order_where_edges_allow_it() -> None:
    assert Digraph(((), (), ())).components == ((0,), (1,), (2,))
    assert Digraph(((), (0,), (1,))).components == ((2,), (1,), (0,))


def test_long_paths_need_no_recursion() -> None:
    n = 5000
    g = Digraph(tuple((i + 1,) for i in range(n - 1)) + ((0,),))
    assert len(g.components) == 1 and g.period(g.components[0]) == n
