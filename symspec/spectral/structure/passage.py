"""First passage in Markov chains: hitting probabilities and times, also where they may be infinite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError, InternalError
from symspec.spectral.structure.graph import Digraph
from symspec.spectral.structure.parts import sign


@dataclass(frozen=True, slots=True)
class HittingTimes:
    """When a set of states is first visited; time 0 counts.

    Attributes:
        targets: the states of the set.
        probabilities: for each state the probability that the set is ever visited.
        times: for each state the expected first time; None where it is infinite: the set may be missed.
    """

    targets: tuple[int, ...]
    probabilities: tuple[Any, ...]
    times: tuple[Any, ...]


def hitting_times(p: ExactMatrix, g: Digraph, targets: int | Sequence[int]) -> HittingTimes:
    """Hitting probabilities and times, the least non-negative solutions of their equations.

    Algorithm: states that do not lead to the targets have probability 0. On the others that are no targets,
    (I - P) h = P (1 on the targets) has one solution. Where h = 1, only such states are met before the
    targets, and (I - P) t = 1 on these has one solution.

    References: J. R. Norris, Markov Chains, theorems 1.3.2 and 1.3.5.

    >>> from symspec.algebra.coerce import matrix
    >>> from symspec.spectral.structure.graph import graph
    >>> a = matrix("[[1, 0, 0], [1/2, 0, 1/2], [0, 1/2, 1/2]]")
    >>> print(*hitting_times(a, graph(a), 0).times)
    0 4 6
    """
    n = p.order
    listed = [targets] if isinstance(targets, int) else targets
    if not isinstance(listed, list | tuple | set | frozenset | range) or not listed:
        raise InputError(f"the targets {targets!r} are no states. Write numbers from 0 to {n - 1}.")
    if any(type(j) is not int or not 0 <= j < n for j in listed):
        raise InputError(f"the targets {targets!r} are no states. Write numbers from 0 to {n - 1}.")
    goal = sorted(set(listed))
    zero = p[0, 0] * 0
    h: list[Any] = [zero] * n
    t: list[Any] = [None] * n
    for j in goal:
        h[j], t[j] = zero + 1, zero
    free = sorted(g.reversed.reach(goal) - set(goal))
    if free:
        into = [[sum((p[i, j] for j in goal), zero)] for i in free]
        for i, x in zip(free, _solved(p, free, into), strict=True):
            h[i] = x
    sure = [i for i in free if h[i] == 1]
    if sure:
        for i, x in zip(sure, _solved(p, sure, [[1]] * len(sure)), strict=True):
            t[i] = x
    return HittingTimes(tuple(goal), tuple(h), tuple(t))


def _solved(p: ExactMatrix, states: Sequence[int], right: Sequence[Sequence[Any]]) -> list[Any]:
    q = p.submatrix(states, states)
    return [x for (x,) in (q.identity() - q).solve(p.with_entries(right)).tolist()]


def mean_first_passage_times(p: ExactMatrix, x: ExactMatrix) -> ExactMatrix:
    """M with m_ij = 1 + sum over k != j of p_ik m_kj, for an irreducible P with stationary x; checked.

    Algorithm: with Z = (I - P + 1 x)^-1, m_ij = (z_jj - z_ij)/x_j, and m_jj = 1/x_j.

    References: Kemeny, Snell, Finite Markov Chains, theorem 4.4.7.
    """
    n = p.order
    ones = p.with_entries([[1]] * n)
    z = (p.identity() - p + ones @ x).inverse.tolist()
    pi = x.tolist()[0]
    rows = [[((z[j][j] - z[i][j]) if i != j else 1) / pi[j] for j in range(n)] for i in range(n)]
    found = p.with_entries(rows)
    away = p.with_entries([[rows[i][j] if i != j else 0 for j in range(n)] for i in range(n)])
    if found != p @ away + p.with_entries([[1] * n] * n):
        raise InternalError("the mean first passage times failed their own check.")
    return found


def distribution(p: ExactMatrix, start: Any) -> ExactMatrix:
    """The start as a 1 x n distribution: a state, or n probabilities.

    Raises:
        InputError: it is neither.
    """
    n = p.order
    if type(start) is int:
        if not 0 <= start < n:
            raise InputError(f"there is no state {start}. Write a number from 0 to {n - 1}.")
        return p.with_entries([[int(i == start) for i in range(n)]])
    found = start if isinstance(start, ExactMatrix) else p.with_entries([_numbers(start)])
    x = [value for row in found.tolist() for value in row]
    if len(x) != n or any((sign(value) or 0) < 0 or sign(value) is None for value in x) or sum(x) != 1:
        raise InputError(f"the start is no distribution: write {n} numbers, at least 0, with the sum 1.")
    return p.with_entries([x])


def _numbers(start: Any) -> list[Any]:
    from symspec.algebra.coerce import matrix

    entries = list(start) if isinstance(start, list | tuple) else None
    if not entries:
        raise InputError("the start is no state and no list of probabilities. Write 0 or [1/2, 1/2].")
    n = len(entries)
    return list(matrix([entries, *[[0] * n] * (n - 1)]).tolist()[0])
