"""Permutation matrices and monomial ones: a single non-zero entry in each row and column."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import lcm
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.structure.entries import Entries
from symspec.spectral.structure.findings import Finding, fails, holds


@dataclass(frozen=True, slots=True)
class Monomial:
    """A e_j = weights[j] e_(image[j]): a permutation of the unit vectors with factors, all non-zero.

    >>> from symspec.algebra.coerce import matrix
    >>> m = monomial(Entries(matrix("[[0, 0, 2], [1, 0, 0], [0, 3, 0]]"))).witness
    >>> m.image, m.cycles, m.cycle_products, m.is_permutation
    ((1, 2, 0), ((0, 1, 2),), (Fraction(6, 1),), False)
    """

    image: tuple[int, ...]
    weights: tuple[Any, ...]

    @property
    def cycles(self) -> tuple[tuple[int, ...], ...]:
        """The cycles j -> image[j] -> .., each from its least element, fixed points included."""
        found, left = [], set(range(len(self.image)))
        for start in range(len(self.image)):
            if start in left:
                cycle = [start]
                while self.image[cycle[-1]] != start:
                    cycle.append(self.image[cycle[-1]])
                left.difference_update(cycle)
                found.append(tuple(cycle))
        return tuple(found)

    @property
    def cycle_type(self) -> tuple[int, ...]:
        """The lengths of the cycles, descending."""
        return tuple(sorted(map(len, self.cycles), reverse=True))

    @property
    def cycle_products(self) -> tuple[Any, ...]:
        """For each cycle the product c of its weights: A^length = c on its unit vectors."""
        return tuple(reduce(lambda x, j: x * self.weights[j], c[1:], self.weights[c[0]]) for c in self.cycles)

    @property
    def is_permutation(self) -> bool:
        """Every weight is 1."""
        return all(w == 1 for w in self.weights)

    @property
    def permutation_order(self) -> int:
        """The least m >= 1 for which the permutation, without the weights, is the identity m times over."""
        return lcm(*self.cycle_type)

    def __str__(self) -> str:
        cycles = (" ".join(str(j + 1) for j in c) for c in self.cycles)
        return "".join(f"({c})" for c in cycles) + ("" if self.is_permutation else f", {self._factors}")

    @property
    def _factors(self) -> str:
        return "factors " + ", ".join(map(str, self.weights))

    @property
    def sign(self) -> int:
        """The sign of the permutation: its determinant, without the weights."""
        return -1 if sum(length - 1 for length in self.cycle_type) % 2 else 1

    def charpoly(self, like: Polynomial) -> Polynomial:
        """det(x I - A) = product of x^l - c over the cycles, of length l with product c."""
        parts = [
            like.of_same([-c, *[0] * (len(cycle) - 1), 1])
            for cycle, c in zip(self.cycles, self.cycle_products, strict=True)
        ]
        return reduce(lambda p, q: p * q, parts)

    def power(self, n: int, like: ExactMatrix) -> ExactMatrix:
        """A^n: each cycle of length l moves on by n mod l places, with c^(n // l) and what remains.

        >>> from symspec.algebra.coerce import matrix
        >>> a = matrix("[[0, 2], [3, 0]]")
        >>> print(monomial(Entries(a)).witness.power(5, a), a ** 5)
        [[0, 72], [108, 0]] [[0, 72], [108, 0]]
        """
        rows: list[list[Any]] = [[0] * len(self.image) for _ in self.image]
        for cycle, product in zip(self.cycles, self.cycle_products, strict=True):
            turns, rest = divmod(n, len(cycle))
            for k, j in enumerate(cycle):
                value = product**turns
                for step in range(rest):
                    value = value * self.weights[cycle[(k + step) % len(cycle)]]
                rows[cycle[(k + rest) % len(cycle)]][j] = value
        return like.with_entries(rows)


def monomial(e: Entries) -> Finding:
    """One non-zero entry in each row and column. Witness: a Monomial; against it: (line, index, count)."""
    name, n = "monomial", e.matrix.order
    places = [[i for i in range(n) if e.rows[i][j] != 0] for j in range(n)]
    for line, counts in (("column", list(map(len, places))), ("row", [n - r.count(0) for r in e.rows])):
        for k, count in enumerate(counts):
            if count != 1:
                return fails(name, f"{line} {k + 1} has {count} non-zero entries, not one.", (line, k, count))
    image = tuple(p[0] for p in places)
    weights = tuple(e.matrix[i, j] for j, i in enumerate(image))
    return holds(name, "every row and every column has exactly one non-zero entry.", Monomial(image, weights))


def permutation(e: Entries, pattern: Finding) -> Finding:
    """A e_j = e_(image[j]). Witness: a Monomial with weights 1; against it: as for monomial, or an Entry."""
    if pattern.is_false:
        return fails("permutation", pattern.reason, pattern.witness)
    m: Monomial = pattern.witness
    other = next((j for j, w in enumerate(m.weights) if w != 1), None)
    if other is not None:
        entry = e.at(m.image[other], other)
        return fails("permutation", f"{entry} is neither 0 nor 1.", entry)
    lengths = m.cycle_type
    kind = f"cycles of lengths {' + '.join(map(str, lengths))}"
    if len(lengths) == 1:
        kind = f"one cycle, of length {lengths[0]}"
    return holds("permutation", f"a permutation with {kind}; its order is {m.permutation_order}.", m)
