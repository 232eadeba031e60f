"""Discs by rows or by columns of D^-1 A D, their components, and how many eigenvalues each one has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from typing import Any, Literal

from symspec.algebra.enclosure import Rectangle
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import InputError
from symspec.spectral.gershgorin.real_values import (
    BITS,
    bounds,
    largest,
    moduli,
    modulus,
    real_part,
    sign,
    simplified,
)

Side = Literal["rows", "columns"]


@dataclass(frozen=True, slots=True)
class GershgorinDisc:
    """{z : |z - centre| <= radius}.

    Attributes:
        index: the row or the column, counted from 0.
        centre: a_ii.
        radius: the sum of the moduli of the other entries there, scaled.
    """

    index: int
    centre: Any
    radius: Any

    def contains(self, z: Any) -> bool:
        """|z - centre| <= radius, for a fraction, a field element or an algebraic number; exact."""
        if not isinstance(z, int | Fraction | FieldElement | AlgebraicNumber):
            raise InputError(f"{z!r} is no exact number. Write an integer, a Fraction or an eigenvalue.")
        return sign(modulus(_difference(z, self.centre)) - self.radius) <= 0

    @property
    def interval(self) -> tuple[Any, Any]:
        """(Re centre - radius, Re centre + radius): where the real parts lie."""
        middle = real_part(self.centre)
        return simplified(middle - self.radius), simplified(middle + self.radius)

    def __str__(self) -> str:
        return f"D({self.centre}, {self.radius})"


def _difference(z: Any, c: Any) -> Any:
    return z - (c.number if isinstance(c, FieldElement) and not isinstance(z, FieldElement) else c)


@dataclass(frozen=True, slots=True)
class Component:
    """Discs whose union is connected and touches no other disc: it has as many eigenvalues as discs.

    Attributes:
        indices: the discs, by their indices.
        interval: the least and the largest real part over the union; for a Hermitian matrix the eigenvalues
            of the component lie between them.
    """

    indices: tuple[int, ...]
    interval: tuple[Any, Any]

    @property
    def eigenvalue_count(self) -> int:
        """The number of eigenvalues in the union, with multiplicity."""
        return len(self.indices)

    def __str__(self) -> str:
        n = self.eigenvalue_count
        which = ", ".join(str(i + 1) for i in self.indices)
        return f"{n} eigenvalue{'s' * (n > 1)} in disc{'s' * (n > 1)} {which}"


@dataclass(frozen=True)  # without slots: components are found when they are first asked for
class DiscFamily:
    """The discs of one matrix, by rows or by columns: every eigenvalue is in one of them.

    Attributes:
        by: "rows" or "columns".
        discs: one for each row or column, in order.
        weights: w > 0 for the discs of D^-1 A D with D = diag(w); all 1 for those of A.
        is_hermitian: the eigenvalues are real, so every disc stands for its interval.
    """

    by: Side
    discs: tuple[GershgorinDisc, ...]
    weights: tuple[int, ...]
    is_hermitian: bool

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """The connected components of the union of the closed discs, with their numbers of eigenvalues.

        A component of k discs has exactly k eigenvalues, with multiplicity: shrink the entries off the
        diagonal to 0; the eigenvalues move continuously and cannot leave the union of the k discs (Gershgorin
        1931). Whether discs touch is decided exactly.
        """
        return tuple(self._component(group) for group in connected(self.discs))

    def _component(self, group: tuple[int, ...]) -> Component:
        ends = [self.discs[i].interval for i in group]
        low = ends[largest([-x for x, _ in ends])][0]
        return Component(group, (low, ends[largest([y for _, y in ends])][1]))

    @property
    def intervals(self) -> tuple[tuple[Any, Any], ...]:
        """(Re c - r, Re c + r) for each disc."""
        return tuple(d.interval for d in self.discs)

    def contains(self, z: Any) -> bool:
        """Some disc contains z, an integer, a fraction, a field element or an algebraic number; exact.

        Raises:
            InputError: z is no such number.
        """
        return any(d.contains(z) for d in self.discs)

    @property
    def is_separated(self) -> bool:
        """No two discs touch: there is one eigenvalue in each."""
        return len(self.components) == len(self.discs)

    def __str__(self) -> str:
        discs = ", ".join(map(str, self.discs))
        scaled = f", weights {', '.join(map(str, self.weights))}" if set(self.weights) != {1} else ""
        return f"by {self.by}{scaled}: {discs}; {'; '.join(map(str, self.components))}"


def disc_family(a: ExactMatrix, by: Side = "rows", weights: Sequence[int] | None = None) -> DiscFamily:
    """The discs of D^-1 A D, D = diag(weights).

    Returns:
        centre a_ii; radius sum over j != i of |a_ij| w_j/w_i by rows, of |a_ji| w_i/w_j by columns.

    >>> from symspec.algebra.coerce import matrix
    >>> print(disc_family(matrix([[1, 2], [0, 5]])))
    by rows: D(1, 2), D(5, 0); 1 eigenvalue in disc 1; 1 eigenvalue in disc 2
    """
    w = tuple(weights) if weights is not None else (1,) * a.order
    rows, sizes = a.tolist(), moduli(a)
    plain = set(w) == {1}
    found = []
    for i in range(a.order):
        others = [(x, ratio) for x, ratio in _others(sizes, i, w, by) if x != 0]
        parts = (x if plain else x * ratio for x, ratio in others)
        radius = simplified(reduce(lambda x, y: x + y, parts, Fraction(0)))
        found.append(GershgorinDisc(i, rows[i][i], radius))
    return DiscFamily(by, tuple(found), w, a == a.conjugate_transpose)


def _others(
    sizes: Sequence[Sequence[Any]], i: int, w: Sequence[int], by: Side
) -> Iterator[tuple[Any, Fraction]]:
    for j in range(len(sizes)):
        if j != i and by == "rows":
            yield sizes[i][j], Fraction(w[j], w[i])
        elif j != i:
            yield sizes[j][i], Fraction(w[i], w[j])


def connected(discs: Sequence[GershgorinDisc]) -> list[tuple[int, ...]]:
    """The indices of the discs of each component of their union, each in order."""
    if all(isinstance(x, Fraction) for d in discs for x in (d.centre, d.radius)):
        return _chained(discs)
    groups: list[list[int]] = []
    for i, d in enumerate(discs):
        near = [g for g in groups if any(touch(discs[j], d) for j in g)]
        groups = [g for g in groups if g not in near] + [[*sum(near, []), i]]
    return sorted(tuple(sorted(g)) for g in groups)


def _chained(discs: Sequence[GershgorinDisc]) -> list[tuple[int, ...]]:
    """The same for rational centres and radii: the discs touch iff their intervals do."""
    groups: list[list[int]] = []
    reach = Fraction(0)
    for low, high, i in sorted((*d.interval, i) for i, d in enumerate(discs)):
        if groups and low <= reach:
            groups[-1].append(i)
            reach = max(reach, high)
        else:
            groups.append([i])
            reach = high
    return sorted(tuple(sorted(g)) for g in groups)


def touch(a: GershgorinDisc, b: GershgorinDisc) -> bool:
    """|c - c'| <= r + r': two closed discs have a common point."""
    square = (_box(a.centre) + -_box(b.centre)).modulus_squared
    (low, high), (below, above) = bounds(a.radius, BITS), bounds(b.radius, BITS)
    if square[0] > (high + above) ** 2:
        return False
    if square[1] < (low + below) ** 2 and low + below > 0:
        return True
    return sign(modulus(a.centre - b.centre) - (a.radius + b.radius)) <= 0


def _box(z: Any) -> Rectangle:
    """A rectangle around a fraction or a field element."""
    if isinstance(z, FieldElement):
        return z.field.rectangle(z.coordinates, BITS)
    return Rectangle((z, z), (Fraction(0), Fraction(0)))
