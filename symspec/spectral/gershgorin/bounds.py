"""What discs say about all eigenvalues at once: bounds of their real parts and moduli, and det A != 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.gershgorin.discs import DiscFamily, Side, disc_family
from symspec.spectral.gershgorin.real_values import largest, modulus, sign, simplified

Kind = Literal["lower", "upper", "radius"]
_STATEMENTS = {
    ("lower", True): "every eigenvalue is >= {}",
    ("upper", True): "every eigenvalue is <= {}",
    ("lower", False): "every eigenvalue has a real part >= {}",
    ("upper", False): "every eigenvalue has a real part <= {}",
    ("radius", True): "every eigenvalue has modulus <= {}",
    ("radius", False): "every eigenvalue has modulus <= {}",
}


@dataclass(frozen=True, slots=True)
class DiscBound:
    """A bound of all eigenvalues that one reads off the discs.

    Attributes:
        kind: "lower" or "upper" (of the real parts: of the eigenvalues, where they are real), or "radius".
        value: the bound, exact.
        index: the row or column, counted from 0, whose disc has it.
        family: the discs.
    """

    kind: Kind
    value: Any
    index: int
    family: DiscFamily

    def excludes(self, x: Any) -> bool:
        """By this bound no eigenvalue is <= x ("lower"), >= x ("upper"), or of a modulus >= x ("radius").

        False says that the bound does not tell.
        """
        s = sign(self.value - x)
        return s > 0 if self.kind == "lower" else s < 0

    @property
    def statement(self) -> str:
        """The bound in words."""
        return _STATEMENTS[self.kind, self.family.is_hermitian].format(self.value)

    def __str__(self) -> str:
        f = self.family
        if f.is_hermitian and self.kind != "radius":
            listed = ", ".join(f"[{low}, {high}]" for low, high in f.intervals)
            why = f"A is Hermitian, so they are real, and each one lies in one of the intervals {listed}"
        else:
            why = f"each one lies in one of the discs {', '.join(map(str, f.discs))}"
        scaled = f" of D^-1 A D, D = diag({', '.join(map(str, f.weights))})" if set(f.weights) != {1} else ""
        return f"{self.statement}: {why}, by {f.by}{scaled}; see {f.by.removesuffix('s')} {self.index + 1}"


def disc_bound(family: DiscFamily, kind: Kind) -> DiscBound:
    """The bound of the eigenvalues by the union of the discs.

    Returns:
        "lower": min (Re c_i - r_i); "upper": max (Re c_i + r_i); "radius": max (|c_i| + r_i).
    """
    if kind == "lower":
        ends = [-low for low, _ in family.intervals]
    elif kind == "upper":
        ends = [high for _, high in family.intervals]
    else:
        ends = [simplified(modulus(d.centre) + d.radius) for d in family.discs]
    i = largest(ends)
    return DiscBound(kind, simplified(-ends[i]) if kind == "lower" else ends[i], i, family)


def better(first: DiscBound, second: DiscBound) -> DiscBound:
    """The sharper of two bounds of one kind; the first where they agree."""
    s = sign(first.value - second.value)
    return second if (s < 0 if first.kind == "lower" else s > 0) else first


@dataclass(frozen=True, slots=True)
class DiagonalDominance:
    """|a_ii| > sum of |a_ij| over j != i in every row of D^-1 A D: A is invertible.

    Attributes:
        by: "rows" or "columns".
        kind: "strict"; or "irreducible": >= in every row, > in one, and the graph of the entries is strongly
            connected (Taussky 1949).
        weights: of D, all 1 for A itself.
    """

    by: Side
    kind: Literal["strict", "irreducible"]
    weights: tuple[int, ...]

    def __str__(self) -> str:
        name = "strictly" if self.kind == "strict" else "irreducibly"
        which = (
            "A" if set(self.weights) == {1} else f"D^-1 A D, D = diag({', '.join(map(str, self.weights))}),"
        )
        return f"{which} is {name} diagonally dominant by {self.by}: det A != 0"


def diagonal_dominance(a: ExactMatrix, weights: Sequence[int]) -> DiagonalDominance | None:
    """The first reason that holds: by rows, by columns, with the given weights by rows; None if none does.

    References: R. Horn, C. Johnson, Matrix Analysis, 2nd ed., 2013, 6.1.10 and 6.2.27.

    >>> from symspec.algebra.coerce import matrix
    >>> print(diagonal_dominance(matrix([[2, 1], [1, 2]]), (1, 1)))
    A is strictly diagonally dominant by rows: det A != 0
    """
    ones = (1,) * a.order
    sides: tuple[Side, ...] = ("rows", "columns")
    slacks = {by: _slack(disc_family(a, by)) for by in sides}
    for by in sides:
        if min(slacks[by]) > 0:
            return DiagonalDominance(by, "strict", ones)
    for by in sides:
        if min(slacks[by]) == 0 and max(slacks[by]) > 0 and _is_irreducible(a):
            return DiagonalDominance(by, "irreducible", ones)
    if tuple(weights) != ones and min(_slack(disc_family(a, "rows", weights))) > 0:
        return DiagonalDominance("rows", "strict", tuple(weights))
    return None


def _slack(family: DiscFamily) -> list[int]:
    """The signs of |a_ii| - r_i."""
    return [sign(modulus(d.centre) - d.radius) for d in family.discs]


def _is_irreducible(a: ExactMatrix) -> bool:
    """The graph with an edge from i to j where a_ij != 0 is strongly connected."""
    rows = a.tolist()
    edges = [[j for j, x in enumerate(row) if x != 0] for row in rows]
    back = [[i for i, row in enumerate(rows) if row[j] != 0] for j in range(len(rows))]
    return all(len(_reached(graph)) == len(rows) for graph in (edges, back))


def _reached(edges: Sequence[Sequence[int]]) -> set[int]:
    found, pending = {0}, [0]
    while pending:
        following = [j for j in edges[pending.pop()] if j not in found]
        found.update(following)
        pending += following
    return found
