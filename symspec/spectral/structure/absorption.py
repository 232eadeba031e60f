"""Transient states of a Markov chain: where it ends, how often each is visited, how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from symspec.algebra.matrix import ExactMatrix


@dataclass(frozen=True)  # without slots: each part is found when it is first asked for
class Absorption:
    """P, its transient states, with Q = P among these, and its closed classes.

    Attributes:
        matrix: P, rows sum to 1.
        transient: the transient states, ascending; Q^n -> 0.
        closed: the states of each closed class.
    """

    matrix: ExactMatrix
    transient: tuple[int, ...]
    closed: tuple[tuple[int, ...], ...]

    @cached_property
    def defect(self) -> ExactMatrix:
        """I - Q."""
        q = self.matrix.submatrix(self.transient, self.transient)
        return q.identity() - q

    @cached_property
    def fundamental_matrix(self) -> ExactMatrix | None:
        """N = (I - Q)^-1 = I + Q + Q^2 + ..: expected numbers of visits; None without transient states."""
        return self.defect.inverse if self.transient else None

    @cached_property
    def probabilities(self) -> ExactMatrix:
        """n x c: the probability of ending in each closed class, B = N R on the transient states."""
        n = self.matrix.order
        rows: list[list[Any]] = [[int(i in set(c)) for c in self.closed] for i in range(n)]
        if self.transient:
            into = [[sum((self.matrix[i, j] for j in c), 0) for c in self.closed] for i in self.transient]
            found = self.defect.solve(self.matrix.with_entries(into)).tolist()
            for i, row in zip(self.transient, found, strict=True):
                rows[i] = row
        return self.matrix.with_entries(rows)

    @cached_property
    def steps(self) -> tuple[Any, ...]:
        """t = N (1, .., 1) on the transient states, 0 elsewhere."""
        return self._solved([1] * len(self.transient))

    @cached_property
    def variances(self) -> tuple[Any, ...]:
        """(2 N - I) t - t^2 on the transient states, 0 elsewhere.

        References: Kemeny, Snell, Finite Markov Chains, theorem 3.3.5.
        """
        t = self.steps
        twice = self._solved([2 * t[i] for i in self.transient])
        return tuple(x - y - y * y for x, y in zip(twice, t, strict=True))

    def _solved(self, right: Sequence[Any]) -> tuple[Any, ...]:
        found = [self.matrix[0, 0] * 0] * self.matrix.order
        if self.transient:
            column = self.matrix.with_entries([[x] for x in right])
            for i, (x,) in zip(self.transient, self.defect.solve(column).tolist(), strict=True):
                found[i] = x
        return tuple(found)


def absorption(p: ExactMatrix, transient: Sequence[int], closed: Sequence[Sequence[int]]) -> Absorption:
    """The transient part of a chain.

    >>> from symspec.algebra.coerce import matrix
    >>> a = absorption(matrix("[[1, 0, 0], [1/2, 0, 1/2], [0, 0, 1]]"), [1], [[0], [2]])
    >>> print(a.probabilities, a.fundamental_matrix, *a.steps)
    [[1, 0], [1/2, 1/2], [0, 1]] [[1]] 0 1 0
    """
    return Absorption(p, tuple(transient), tuple(map(tuple, closed)))


def sources_by_phase(
    p: ExactMatrix, transient: Sequence[int], cyclic: Sequence[Sequence[int]], start: ExactMatrix
) -> tuple[Any, ...]:
    """The mass that is in each cyclic class of a closed class at times n = 0 modulo its period, for large n.

    Args:
        p: P.
        transient: the transient states.
        cyclic: the d cyclic classes C_0 -> C_1 -> .. -> C_0.
        start: the distribution at time 0.

    Mass that enters C_s at time k + 1 is in C_(s - k - 1) at times 0 mod d. With y = x_T (I - Q^d)^-1, the
    sum over times k mod d, that is y Q^k R_s for k = 0, .., d - 1.
    """
    d, x = len(cyclic), start.tolist()[0]
    masses = [sum((x[i] for i in c), p[0, 0] * 0) for c in cyclic]
    if not transient or all(x[i] == 0 for i in transient):
        return tuple(masses)
    q = p.submatrix(transient, transient)
    rest = (q.identity() - q**d).transpose
    y = rest.solve(p.with_entries([[x[i]] for i in transient])).transpose
    entries = [p.submatrix(transient, c) for c in cyclic]
    for k in range(d):
        for s, r in enumerate(entries):
            masses[(s - k - 1) % d] += sum((y @ r).tolist()[0])
        y = y @ q
    return tuple(masses)
