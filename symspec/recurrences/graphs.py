"""walks(A): how many walks of each length a graph has, all resting on the powers of its adjacency matrix."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from symspec.algebra.blocks import column, row
from symspec.algebra.coerce import matrix
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis, analyze
from symspec.errors import InputError
from symspec.recurrences.given import whole
from symspec.recurrences.sequence import LinearSequence
from symspec.recurrences.values import Value
from symspec.spectral.frobenius.cyclic_vectors import orbit
from symspec.spectral.structure.parts import grid, sign

if TYPE_CHECKING:
    from symspec.spectral.structure.perron import Perron

Vertex = Hashable


def walks(adjacency: Any = None, *, edges: Iterable[Any] | None = None, directed: bool = True) -> Walks:
    """The walks in a graph.

    Args:
        adjacency: the matrix with the number of edges i -> j, or their weight: a real algebraic number, at
            least 0; the vertices are 0, .., n - 1.
        edges: instead of it, pairs (v, w) of vertices of any kind; each time that a pair is listed counts.
            Vertices are numbered as they come.
        directed: an edge (v, w) of the list leads from v to w only; else also from w to v.

    Raises:
        InputError: neither or both are given, an entry is negative or not real, or an edge is no pair.
        UnsupportedFieldError: the weights generate a number field of a degree beyond the budget.

    >>> g = walks(edges=["ab", "bc", "ca", "aa"])
    >>> print(g.count(3, "a", "a"), g.closed(3), g.total(3), g.closed_walks.closed_form)
    2 4 9 sum over alpha with alpha^3 - alpha^2 - 1 = 0 of alpha^n
    >>> print(walks([[1, 1], [1, 0]]).between(0, 0).at(100))
    573147844013817084101
    >>> print(walks("[[1, sqrt(2)], [sqrt(2), 0]]").between(0, 1).closed_form)
    (sqrt(2)/3) 2^n - (sqrt(2)/3) (-1)^n
    """
    if (adjacency is None) is (edges is None):
        raise InputError("give a matrix or a list of edges: walks([[0, 1], [1, 0]]) or walks(edges=[..]).")
    if edges is not None:
        return _of_edges(edges, directed)
    a = matrix(adjacency)
    if isinstance(a, FieldMatrix) and a.is_rational:
        a = ExactMatrix.from_integers(*a.integers(), backend=a.backend)
    for i, line in enumerate(grid(a)[0]):
        for j, x in enumerate(line):
            if sign(x) not in (0, 1):
                raise _no_weight(sign(x), f"{a[i, j]} in row {i + 1}, column {j + 1}")
    return Walks(a, tuple(range(a.order)))


def _no_weight(side: int | None, which: str) -> InputError:
    if side is None:
        return InputError(f"the weight {which} is not real; weights are real numbers, at least 0.")
    return InputError(f"the number of edges {which} is negative.")


def _of_edges(edges: Iterable[Any], directed: bool) -> Walks:
    pairs = []
    if not isinstance(edges, Iterable):
        raise InputError(f"edges = {edges!r} is no list of pairs. Write edges=[(0, 1), ..].")
    for edge in edges:
        if not isinstance(edge, tuple | list | str) or len(edge) != 2:
            raise InputError(f"the edge {edge!r} is no pair of vertices. Write (0, 1) or ('a', 'b').")
        pairs.append((edge[0], edge[1]))
    if not pairs:
        raise InputError("there is no edge. Write edges=[(0, 1), ..].")
    place = {v: k for k, v in enumerate(dict.fromkeys(v for pair in pairs for v in pair))}
    rows = [[0] * len(place) for _ in place]
    for v, w in pairs:
        rows[place[v]][place[w]] += 1
        if not directed and v != w:
            rows[place[w]][place[v]] += 1
    return Walks(ExactMatrix.from_integers(rows), tuple(place))


@dataclass(frozen=True)  # without slots: what is derived is found when it is first asked for
class Walks:
    """The walks v_0 -> v_1 -> .. -> v_n of a graph; with weights, the sums of their products of weights.

    Attributes:
        matrix: A, with a_ij edges from vertex i to vertex j; A^n counts the walks of length n.
        vertices: what the rows and columns stand for.

    >>> triangle = walks(edges=["ab", "bc", "ca"])
    >>> print(triangle.count(30, "a", "a"), triangle.count(31, "a", "a"))
    1 0
    """

    matrix: ExactMatrix
    vertices: tuple[Vertex, ...]

    def __str__(self) -> str:
        names = ", ".join(map(str, self.vertices))
        return f"walks in the graph with the vertices {names} and the adjacency matrix {self.matrix}"

    @cached_property
    def analysis(self) -> Analysis:
        """The analysis of A: spectrum, classes, growth of the powers."""
        return analyze(self.matrix)

    @property
    def perron(self) -> Perron:
        """The spectral radius of A with its vectors: the number of walks of length n grows like n^k rho^n."""
        return self.analysis.structure.perron

    # -- numbers --

    def count(self, n: int, start: Vertex, end: Vertex) -> Value:
        """The number of walks of length n from one vertex to another, also for huge n."""
        return self.between(start, end).at(whole("n", n))

    def total(self, n: int) -> Value:
        """The number of all walks of length n: the sum of the entries of A^n."""
        return self.all_walks.at(whole("n", n))

    def closed(self, n: int) -> Value:
        """The number of closed walks of length n, each with its starting point: the trace of A^n."""
        return self.closed_walks.at(whole("n", n))

    def counts(self, n: int) -> ExactMatrix:
        """A^n."""
        return self.analysis.power.at(whole("n", n))

    # -- sequences: .at, .closed_form, .generating_function, .growth, .ratio_limit, .minpoly --

    def between(self, start: Vertex, end: Vertex) -> LinearSequence:
        """The numbers of walks from one vertex to another, for n = 0, 1, 2, ..: u^T A^n v."""
        i, j = self._place(start), self._place(end)
        n = self.matrix.order
        return self._sequence([int(k == i) for k in range(n)], [int(k == j) for k in range(n)])

    @cached_property
    def all_walks(self) -> LinearSequence:
        """The numbers of all walks: (1, .., 1) A^n (1, .., 1)^T."""
        ones = [1] * self.matrix.order
        return self._sequence(ones, ones)

    @cached_property
    def closed_walks(self) -> LinearSequence:
        """The traces of A^n: the power sums p_n of the eigenvalues.

        Newton's identities: p_m = -(m c_(k-m) + sum over 0 < i < m of c_(k-i) p_(m-i)) for m <= k, where
        x^k + c_(k-1) x^(k-1) + .. + c_0 = det(x I - A).
        """
        chi = self.analysis.charpoly
        k, c = chi.degree, chi.coefficients
        sums: list[Any] = [Fraction(k)]
        for m in range(1, k):
            sums.append(-m * c[k - m] - sum((c[k - i] * sums[m - i] for i in range(1, m)), Fraction(0)))
        return LinearSequence(chi, tuple(sums))

    def _sequence(self, u: Sequence[int], v: Sequence[int]) -> LinearSequence:
        """u^T A^n v, which det(x I - A) annihilates."""
        a = self.matrix
        vectors = orbit(a, column(a, v), a.order)
        return LinearSequence(self.analysis.charpoly, tuple((row(a, u) @ vectors).tolist()[0]))

    def _place(self, vertex: Vertex) -> int:
        if not isinstance(vertex, Hashable) or vertex not in self.vertices:
            known = ", ".join(map(str, self.vertices))
            raise InputError(f"there is no vertex {vertex!r}; the vertices are {known}.")
        return self.vertices.index(vertex)
