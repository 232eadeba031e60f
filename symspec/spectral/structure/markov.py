"""Markov chains with finitely many states, exactly; reducible and periodic ones included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING, Any

from symspec.algebra.blocks import sparse_like
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InternalError, UndefinedError
from symspec.spectral.structure.absorption import Absorption, absorption, sources_by_phase
from symspec.spectral.structure.entries import Entries
from symspec.spectral.structure.findings import Finding, fails, holds, listed
from symspec.spectral.structure.graph import Digraph
from symspec.spectral.structure.parts import grid

if TYPE_CHECKING:
    from symspec.spectral.structure.passage import HittingTimes


@dataclass(frozen=True, slots=True)
class CommunicatingClass:
    """States that lead to one another.

    Attributes:
        states: ascending, from 0.
        is_closed: no state outside is reached from it; its states are recurrent, else transient.
        period: the greatest common divisor of the lengths of its cycles; 0 for a state that is never
            visited again.
        cyclic_classes: each step leads from one of them to the next, and from the last to the first.
    """

    states: tuple[int, ...]
    is_closed: bool
    period: int
    cyclic_classes: tuple[tuple[int, ...], ...]

    @property
    def is_absorbing(self) -> bool:
        """A single state that is never left."""
        return self.is_closed and len(self.states) == 1

    def __str__(self) -> str:
        kind = "closed" if self.is_closed else "transient"
        return f"{{{listed(self.states)}}} {kind}, period {self.period}"


@dataclass(frozen=True)  # without slots: each part is found when it is first asked for
class MarkovChain:
    """P with p_ij = the probability of going from state i to state j; rows sum to 1.

    Distributions are 1 x n matrices x, and x P is the distribution one step later. States in data count from
    0, in text from 1.

    Attributes:
        entries: P, as it is read.
        orientation: "rows", or "columns" where the matrix that was given is P^T.

    >>> from symspec.analysis import analyze
    >>> chain = analyze("[[1, 0, 0], [1/2, 0, 1/2], [0, 0, 1]]").structure.markov
    >>> print(*chain.classes, sep="; ")
    {2} transient, period 0; {1} closed, period 1; {3} closed, period 1
    >>> print(*chain.extreme_stationary_distributions, chain.limit, *chain.expected_steps)
    [[1, 0, 0]] [[0, 0, 1]] [[1, 0, 0], [1/2, 0, 1/2], [0, 0, 1]] 0 1 0
    """

    entries: Entries
    orientation: str = "rows"

    @property
    def matrix(self) -> ExactMatrix:
        """P."""
        return self.entries.matrix

    @property
    def graph(self) -> Digraph:
        """An edge i -> j for each p_ij > 0."""
        return self.entries.graph

    # -- classes --

    @cached_property
    def classes(self) -> tuple[CommunicatingClass, ...]:
        """The communicating classes, so sorted that steps lead from earlier to later ones."""
        g = self.graph
        return tuple(
            CommunicatingClass(c, g.is_closed(c), g.period(c), g.cyclic_classes(c)) for c in g.components
        )

    @property
    def closed_classes(self) -> tuple[CommunicatingClass, ...]:
        """Those that are never left: at least one."""
        return tuple(c for c in self.classes if c.is_closed)

    @property
    def recurrent_states(self) -> tuple[int, ...]:
        """The states of the closed classes, ascending."""
        return tuple(sorted(i for c in self.closed_classes for i in c.states))

    @property
    def transient_states(self) -> tuple[int, ...]:
        """The others."""
        return tuple(sorted(i for c in self.classes if not c.is_closed for i in c.states))

    @property
    def absorbing_states(self) -> tuple[int, ...]:
        """The states with p_ii = 1."""
        return tuple(sorted(c.states[0] for c in self.classes if c.is_absorbing))

    @property
    def period(self) -> int:
        """The least common multiple of the periods of the closed classes: P^n has a limit iff it is 1."""
        return lcm(*(c.period for c in self.closed_classes))

    @property
    def irreducible(self) -> Finding:
        """There is one class. Witness against it: the closed classes."""
        if len(self.classes) == 1:
            return holds("irreducible", "every state leads to every other one.")
        closed = self.closed_classes
        states = listed(closed[0].states)
        return fails("irreducible", f"the states {{{states}}} are never left.", closed)

    @property
    def absorbing(self) -> Finding:
        """An absorbing state is reached from every state. Witness against it: a larger closed class."""
        large = next((c for c in self.closed_classes if not c.is_absorbing), None)
        if large is None:
            only = len(self.absorbing_states) == 1
            which = "the only closed class is the state" if only else "the closed classes are the states"
            return holds("absorbing", f"{which} {listed(self.absorbing_states)}.")
        return fails("absorbing", f"the states {{{listed(large.states)}}} are never left.", large)

    @property
    def regular(self) -> Finding:
        """Some P^k > 0: one class, of period 1. Witness against it: the classes."""
        if self.irreducible.is_false:
            return fails("regular", self.irreducible.reason, self.classes)
        if self.period > 1:
            return fails("regular", f"the period is {self.period}.", self.classes)
        return holds("regular", "there is one class, of period 1.")

    # -- stationary distributions --

    @cached_property
    def extreme_stationary_distributions(self) -> tuple[ExactMatrix, ...]:
        """One x with x P = x for each closed class, positive on it, 0 elsewhere.

        Every stationary distribution is a mean of these, in one way: they are the corners of a simplex.
        """
        found = tuple(_stationary(self.matrix, c.states) for c in self.closed_classes)
        if any(x @ self.matrix != x for x in found):
            raise InternalError("a stationary distribution failed its own check.")
        return found

    @property
    def stationary_distribution(self) -> ExactMatrix:
        """The x with x P = x, where there is only one.

        Raises:
            UndefinedError: there are several closed classes, each with a stationary distribution of its own.
        """
        found = self.extreme_stationary_distributions
        if len(found) > 1:
            sets = ", ".join(f"{{{listed(c.states)}}}" for c in self.closed_classes)
            raise UndefinedError(
                f"the stationary distribution is not unique: each of the closed classes {sets} has one, and "
                f"every mean of these is one; see extreme_stationary_distributions."
            )
        return found[0]

    # -- where the chain goes --

    @cached_property
    def absorption(self) -> Absorption:
        """What becomes of the transient states: probabilities, expected numbers of visits and of steps."""
        return absorption(self.matrix, self.transient_states, [c.states for c in self.closed_classes])

    @property
    def absorption_probabilities(self) -> ExactMatrix:
        """n x c: the probability that the chain ends in each closed class, in their order; rows sum to 1."""
        return self.absorption.probabilities

    @property
    def fundamental_matrix(self) -> ExactMatrix | None:
        """(I - Q)^-1 for the transient states: the expected numbers of visits; None where there are none."""
        return self.absorption.fundamental_matrix

    @property
    def expected_steps(self) -> tuple[Any, ...]:
        """For each state the expected number of steps until a closed class is reached."""
        return self.absorption.steps

    @property
    def variance_of_steps(self) -> tuple[Any, ...]:
        """For each state the variance of that number."""
        return self.absorption.variances

    @cached_property
    def cesaro_limit(self) -> ExactMatrix:
        """lim (I + P + .. + P^(n-1))/n; it exists always.

        Row i is the mean of the extreme stationary distributions, weighed by the probabilities that the chain
        ends in their classes from i.
        """
        corners = [x.tolist()[0] for x in self.extreme_stationary_distributions]
        b = self.absorption_probabilities
        if self.matrix @ b != b:  # and x P = x is checked for each corner, so that P L = L = L P
            raise InternalError("the absorption probabilities failed their own check.")
        return b @ self.matrix.with_entries(corners)

    @property
    def limit(self) -> ExactMatrix:
        """lim P^n.

        Raises:
            UndefinedError: a closed class has a period above 1.
        """
        periodic = next((c for c in self.closed_classes if c.period > 1), None)
        if periodic is not None:
            raise UndefinedError(
                f"P^n has no limit: the closed class {{{listed(periodic.states)}}} has the period "
                f"{periodic.period}; see cesaro_limit."
            )
        return self.cesaro_limit

    @property
    def limiting_distribution(self) -> ExactMatrix:
        """lim x P^n, where it exists and is the same for every start x.

        Raises:
            UndefinedError: it depends on the start, or does not exist for some start; the reason is given.
        """
        closed = self.closed_classes
        if len(closed) > 1:
            sets = ", ".join(f"{{{listed(c.states)}}}" for c in closed)
            raise UndefinedError(
                f"there is no single limiting distribution: it depends on which of the closed classes {sets} "
                f"the chain ends in; see limiting_distribution_from."
            )
        return self.limit.submatrix([0], range(self.matrix.order))

    def limiting_distribution_from(self, start: Any) -> ExactMatrix:
        """lim x P^n for the start x: a state, from 0, or a distribution.

        Raises:
            UndefinedError: there is no limit: the mass that reaches a periodic class is not equally
                distributed over its cyclic classes.
            InputError: the start is no state and no distribution.
        """
        from symspec.spectral.structure.passage import distribution

        x = distribution(self.matrix, start)
        for c in self.closed_classes:
            if c.period > 1:
                masses = sources_by_phase(self.matrix, self.transient_states, c.cyclic_classes, x)
                if any(m != masses[0] for m in masses):
                    raise UndefinedError(
                        f"x P^n has no limit: the cyclic classes of {{{listed(c.states)}}}, of period "
                        f"{c.period}, hold the masses {', '.join(map(str, masses))} in turn."
                    )
        return x @ self.cesaro_limit

    # -- passage --

    def hitting_times(self, targets: int | Sequence[int]) -> HittingTimes:
        """When, and whether, one of the target states is reached, from every state."""
        from symspec.spectral.structure.passage import hitting_times

        return hitting_times(self.matrix, self.graph, targets)

    @cached_property
    def mean_first_passage_times(self) -> ExactMatrix:
        """m_ij: the expected number of steps from i until j is visited next; m_ii = 1/x_i.

        Raises:
            UndefinedError: some state may never be reached: the chain is reducible.
        """
        from symspec.spectral.structure.passage import mean_first_passage_times

        self._require_irreducible("mean first passage times")
        return mean_first_passage_times(self.matrix, self.stationary_distribution)

    @property
    def kemeny_constant(self) -> Any:
        """sum over j != i of m_ij x_j, which is the same for every start i.

        Raises:
            UndefinedError: the chain is reducible.
        """
        self._require_irreducible("Kemeny's constant")
        m, x = self.mean_first_passage_times, self.stationary_distribution
        return sum((m[0, j] * x[0, j] for j in range(1, self.matrix.order)), m[0, 0] * 0)

    @property
    def reversible(self) -> Finding:
        """x_i p_ij = x_j p_ji for the stationary x. Witness against it: the first pair (i, j).

        Raises:
            UndefinedError: the chain is reducible.
        """
        self._require_irreducible("detailed balance")
        x, p = self.stationary_distribution.tolist()[0], self.matrix.tolist()
        for i, row in enumerate(p):
            for j in range(i):
                if x[i] * row[j] != x[j] * p[j][i]:
                    flows = f"{x[j] * p[j][i]} from {j + 1} to {i + 1}, {x[i] * row[j]} back"
                    return fails("reversible", f"the flows of the stationary chain differ: {flows}.", (j, i))
        return holds("reversible", "the stationary chain goes from i to j as often as from j to i.")

    def _require_irreducible(self, what: str) -> None:
        if self.irreducible.is_false:
            raise UndefinedError(f"{what}: the chain must be irreducible, but {self.irreducible.reason}")

    def __str__(self) -> str:
        n = self.matrix.order
        head = f"Markov chain with {n} {'state' if n == 1 else 'states'}"
        return "\n".join([head, *map(str, self.classes)])


def _stationary(p: ExactMatrix, states: Sequence[int]) -> ExactMatrix:
    """The x with x P = x, sum 1, positive on a closed class: its multiples are the kernel of (P - I)^T."""
    inside = p.submatrix(states, states)
    line, _ = grid((inside - inside.identity()).transpose.kernel)
    values = {i: x for i, (x,) in zip(states, line, strict=True)}
    total = sum(values.values(), line[0][0] * 0)
    if isinstance(p, FieldMatrix):
        return p.with_entries([[values[i] / total if i in values else 0 for i in range(p.order)]])
    return sparse_like(p, (1, p.order), {(0, i): x for i, x in values.items()}, total)
