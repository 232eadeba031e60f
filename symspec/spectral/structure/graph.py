"""Directed graphs of matrices: strong components, periods, closed sets. Vertices count from 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from math import gcd
from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix

Vertices = tuple[int, ...]


@dataclass(frozen=True)  # without slots: components are found when they are first asked for
class Digraph:
    """Vertices 0, .., n - 1 and their successors, ascending.

    >>> g = Digraph(((1,), (0, 2), (2,)))
    >>> g.components, g.is_closed((2,)), g.period((0, 1)), g.period((2,))
    (((0, 1), (2,)), True, 2, 1)
    """

    successors: tuple[Vertices, ...]

    @property
    def order(self) -> int:
        """The number of vertices."""
        return len(self.successors)

    @cached_property
    def components(self) -> tuple[Vertices, ...]:
        """The strong components, so sorted that edges lead from earlier to later ones, else as they come.

        Algorithm: Tarjan's, which finds a component after all that it leads to; without recursion.

        References: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
        """
        n = self.order
        complete = all(len(targets) == n for targets in self.successors)
        if complete or len(self.reach([0])) == n == len(self.reversed.reach([0])):
            return (tuple(range(n)),)
        found = [tuple(sorted(c)) for c in _strong_components(self.successors)]
        return _sorted_by_edges(found[::-1], self.successors)

    @cached_property
    def place(self) -> Vertices:
        """For each vertex the index of its component."""
        found = [0] * self.order
        for k, component in enumerate(self.components):
            for v in component:
                found[v] = k
        return tuple(found)

    @cached_property
    def predecessors(self) -> tuple[Vertices, ...]:
        """For each vertex those that lead to it."""
        found: list[list[int]] = [[] for _ in self.successors]
        for v, targets in enumerate(self.successors):
            for w in targets:
                found[w].append(v)
        return tuple(map(tuple, found))

    @cached_property
    def reversed(self) -> Digraph:
        """The graph with all edges turned round."""
        return Digraph(self.predecessors)

    @cached_property
    def weak_components(self) -> tuple[Vertices, ...]:
        """The connected components when edges may be used both ways."""
        both = zip(self.successors, self.predecessors, strict=True)
        return Digraph(tuple(tuple(sorted({*a, *b})) for a, b in both)).components

    @property
    def is_strongly_connected(self) -> bool:
        """Every vertex leads to every other one."""
        return len(self.components) == 1

    @property
    def closed_components(self) -> tuple[Vertices, ...]:
        """The strong components that no edge leaves."""
        return tuple(c for c in self.components if self.is_closed(c))

    def is_closed(self, vertices: Vertices) -> bool:
        """No edge leaves the set."""
        inside = set(vertices)
        return all(inside.issuperset(self.successors[v]) for v in vertices)

    def reach(self, start: Iterable[int]) -> frozenset[int]:
        """The vertices that walks of length 0 or more from there end in."""
        found = set(start)
        pending = list(found)
        while pending and len(found) < self.order:
            new = found.union(self.successors[pending.pop()]) - found
            found |= new
            pending += new
        return frozenset(found)

    def levels(self, component: Vertices) -> dict[int, int]:
        """The distance of each vertex of a strong component from its first one."""
        found, left = {component[0]: 0}, set(component[1:])
        line = [component[0]]
        for v in line:
            if not left:
                break
            new = left.intersection(self.successors[v])
            found.update(dict.fromkeys(new, found[v] + 1))
            left -= new
            line += new
        return found

    def period(self, component: Vertices) -> int:
        """The greatest common divisor of the lengths of the cycles of a strong component; 0: no cycle.

        It divides level(v) + 1 - level(w) for every edge v -> w, and these generate all cycle lengths.
        """
        level, found = self.levels(component), 0
        for v in component:
            found = gcd(found, *(level[v] + 1 - level[w] for w in self.successors[v] if w in level))
            if found == 1:
                break
        return found

    def cyclic_classes(self, component: Vertices) -> tuple[Vertices, ...]:
        """A strong component in parts: each edge leads from one to the next, from the last to the first."""
        period, level = self.period(component) or 1, self.levels(component)
        return tuple(tuple(v for v in component if level[v] % period == r) for r in range(period))

    def cycle(self, component: Vertices) -> Vertices:
        """A shortest cycle through the first vertex of a strong component; () if there is none.

        Where there are other vertices, it is not the edge from the first one to itself.
        """
        first, level = component[0], self.levels(component)
        ends = [v for v in level if first in self.successors[v] and (v != first or len(level) == 1)]
        if not ends:
            return ()
        walk = [min(ends, key=level.__getitem__)]
        while walk[-1] != first:
            walk.append(
                next(v for v in self.predecessors[walk[-1]] if level.get(v, -1) == level[walk[-1]] - 1)
            )
        return tuple(reversed(walk))


def graph(a: ExactMatrix) -> Digraph:
    """The graph with an edge i -> j for each a_ij != 0."""
    rows = a.coordinates if isinstance(a, FieldMatrix) else a.integers()[0]
    return graph_of_rows(rows)


def graph_of_rows(rows: Sequence[Sequence[Any]]) -> Digraph:
    """The same from entries, or whatever is false where they are 0."""
    everywhere = tuple(range(len(rows)))
    return Digraph(tuple(everywhere if all(row) else tuple(j for j in everywhere if row[j]) for row in rows))


def exponent(g: Digraph) -> int:
    """The least k for which every two vertices are joined by a walk of length k exactly; 0: there is none.

    Algorithm: rows of reachable sets as bits. Once all are joined by walks of length k they are for k + 1;
    so the powers 1, 2, 4, .. up to (n - 1)^2 + 1 and then a descent find the least one.

    References: H. Wielandt, Unzerlegbare, nicht negative Matrizen, Math. Z. 52 (1950): k <= (n - 1)^2 + 1.

    >>> exponent(Digraph(((1,), (2,), (0, 1))))
    5
    """
    n = g.order
    if not g.is_strongly_connected or g.period(g.components[0]) != 1:
        return 0
    full = (1 << n) - 1
    powers = [[sum(1 << w for w in targets) for targets in g.successors]]
    while any(row != full for row in powers[-1]):
        powers.append(_joined(powers[-1], powers[-1]))
    if len(powers) == 1:
        return 1
    known, length = powers[-2], 1 << (len(powers) - 2)
    for k in range(len(powers) - 3, -1, -1):
        further = _joined(known, powers[k])
        if any(row != full for row in further):
            known, length = further, length + (1 << k)
    return length + 1


def _sorted_by_edges(components: list[Vertices], successors: Sequence[Vertices]) -> tuple[Vertices, ...]:
    """The components, the one with the least vertex first wherever the edges between them allow it."""
    place = {v: k for k, c in enumerate(components) for v in c}
    targets = [{place[w] for v in c for w in successors[v]} - {k} for k, c in enumerate(components)]
    waiting = [0] * len(components)
    for found in targets:
        for k in found:
            waiting[k] += 1
    ready = [(c[0], k) for k, c in enumerate(components) if not waiting[k]]
    heapify(ready)
    order = []
    while ready:
        _, k = heappop(ready)
        order.append(components[k])
        for m in targets[k]:
            waiting[m] -= 1
            if not waiting[m]:
                heappush(ready, (components[m][0], m))
    return tuple(order)


def _joined(a: Sequence[int], b: Sequence[int]) -> list[int]:
    """The product of Boolean matrices, whose rows are the bits of integers."""
    found = []
    for row in a:
        total, left = 0, row
        while left:
            low = left & -left
            total |= b[low.bit_length() - 1]
            left ^= low
        found.append(total)
    return found


def _strong_components(successors: Sequence[Vertices]) -> Iterator[list[int]]:
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    held: list[int] = []
    left: set[int] = set()
    for root in range(len(successors)):
        if root in number:
            continue
        number[root] = low[root] = len(number)
        held.append(root)
        path = [(root, iter(successors[root]))]
        while path:
            v, targets = path[-1]
            w = next((w for w in targets if w not in left), None)
            if w is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[v])
                if low[v] == number[v]:
                    at = held.index(v)
                    component = held[at:]
                    del held[at:]
                    left.update(component)
                    yield component
            elif w in number:
                low[v] = min(low[v], number[w])
            else:
                number[w] = low[w] = len(number)
                held.append(w)
                path.append((w, iter(successors[w])))
