"""Blocks that a renumbering shows: the Frobenius normal form, block diagonal parts, triangles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.structure.findings import Finding, fails, holds, listed
from symspec.spectral.structure.graph import Digraph, Vertices


@dataclass(frozen=True, slots=True)
class BlockForm:
    """P^T A P with P e_k = e_(order[k]): entry (k, l) is a_(order[k], order[l]).

    Attributes:
        matrix: A.
        parts: the sets of indices that belong together; `order` is these one after the other.
    """

    matrix: ExactMatrix
    parts: tuple[Vertices, ...]

    @property
    def order(self) -> Vertices:
        """The old index at each new place."""
        return tuple(v for part in self.parts for v in part)

    @property
    def permuted(self) -> ExactMatrix:
        """P^T A P."""
        return self.matrix.submatrix(self.order, self.order)

    @property
    def permutation(self) -> ExactMatrix:
        """P."""
        n = self.matrix.order
        return self.matrix.with_entries([[int(self.order[k] == i) for k in range(n)] for i in range(n)])

    @property
    def blocks(self) -> tuple[ExactMatrix, ...]:
        """The diagonal blocks."""
        return tuple(self.matrix.submatrix(part, part) for part in self.parts)

    @property
    def starts(self) -> Vertices:
        """The first row of each diagonal block."""
        return tuple(accumulate((len(p) for p in self.parts[:-1]), initial=0))

    def __str__(self) -> str:
        parts = ", ".join(f"{{{listed(part)}}}" for part in self.parts)
        return f"{self.permuted} in the order {parts}"


def frobenius_normal_form(a: ExactMatrix, g: Digraph) -> BlockForm:
    """Block upper triangular with irreducible (or 1 x 1) diagonal blocks: the strong components in order.

    References: F. R. Gantmacher, The Theory of Matrices II, XIII.4.

    >>> from symspec.algebra.coerce import matrix
    >>> from symspec.spectral.structure.graph import graph
    >>> a = matrix("[[1, 0, 0], [2, 3, 4], [0, 5, 6]]")
    >>> print(frobenius_normal_form(a, graph(a)).permuted)
    [[3, 4, 2], [5, 6, 0], [0, 0, 1]]
    """
    return BlockForm(a, g.components)


def diagonal_blocks(a: ExactMatrix, g: Digraph) -> BlockForm:
    """Block diagonal with blocks that cannot be split further by renumbering: the connected components."""
    return BlockForm(a, tuple(sorted(g.weak_components)))


def irreducible(g: Digraph) -> Finding:
    """No renumbering gives [[X, Y], [0, Z]] with square X, Z; so 1 x 1 matrices are irreducible.

    Witness: two trees of edges: for each index the one before it on a shortest walk from 0, and the one after
    it on a shortest walk to 0. Against it: a closed set of indices: its rows are 0 in all other columns.
    """
    if g.is_strongly_connected:
        return holds(
            "irreducible",
            "every index leads to every other one along non-zero entries.",
            (_tree(g), _tree(g.reversed)),
        )
    closed = g.closed_components[-1]
    line = f"row {listed(closed)} has" if len(closed) == 1 else f"rows {listed(closed)} have"
    return fails("irreducible", f"{line} zeros in all other columns.", closed)


def _tree(g: Digraph) -> Vertices:
    """For each vertex a predecessor on a shortest walk from 0; 0 for 0 itself."""
    level, parent = g.levels(g.components[0]), [0] * g.order
    for v in level:
        for w in g.successors[v]:
            if level[w] == level[v] + 1:
                parent[w] = v
    return tuple(parent)


def triangular_by_renumbering(g: Digraph) -> Finding:
    """P^T A P is upper triangular for a permutation. Witness: the order; against it: a cycle of indices."""
    name = "triangular after renumbering"
    large = next((c for c in g.components if len(c) > 1), None)
    if large is None:
        order = tuple(c[0] for c in g.components)
        return holds(name, f"in the order {listed(order)} every entry below the diagonal is 0.", order)
    cycle = g.cycle(large)
    walk = " -> ".join(listed((v,)) for v in (*cycle, cycle[0]))
    return fails(name, f"no order puts all entries along {walk} above the diagonal, and none is 0.", cycle)


def block_diagonal(g: Digraph) -> Finding:
    """A renumbering splits A into two or more diagonal blocks. Witness: the sets of indices."""
    parts = tuple(sorted(g.weak_components))
    if len(parts) == 1:
        return fails("block diagonal", "non-zero entries connect all indices.")
    text = ", ".join("{" + listed(p) + "}" for p in parts)
    return holds("block diagonal", f"no non-zero entry joins two of the sets {text}.", parts)
