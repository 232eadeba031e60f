"""an.iteration(v): the orbit of one start, exactly, and what the quotients of its norms do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.algebra.unit_columns import UnitColumn
from symspec.errors import UndefinedError
from symspec.spectral.eigenspaces import Eigenvector
from symspec.spectral.field_vectors import eigenvector_of_chain, normalized
from symspec.spectral.iteration.norms import orbit, squared_norm, squared_ratios
from symspec.spectral.iteration.outcome import RatioOutcome, ratio_outcome
from symspec.spectral.iteration.parts import (
    Leader,
    SpectralParts,
    components,
    largest,
    leaders,
    leading_vector,
    over_common_field,
)
from symspec.spectral.symmetric.conjugation import ConjugatedField


@dataclass(frozen=True)  # without slots: what is asked for is computed once
class Iteration:
    """v, A v, A^2 v, ..

    Attributes:
        parts: the decomposition of A, over the common field of A and v.
        start: v, n x 1.
    """

    parts: SpectralParts
    start: ExactMatrix

    @property
    def matrix(self) -> ExactMatrix:
        """A."""
        return self.parts.matrix

    # -- the orbit --

    def orbit(self, steps: int) -> tuple[ExactMatrix, ...]:
        """(v, A v, .., A^steps v).

        Raises:
            BudgetExceededError: the entries would have too many digits.
        """
        return orbit(self.matrix, self.start, steps)

    def squared_norms(self, steps: int) -> tuple[Any, ...]:
        """(|v|^2, |A v|^2, .., |A^steps v|^2): fractions, or elements of a number field."""
        return tuple(map(squared_norm, self.orbit(steps)))

    def squared_ratios(self, steps: int) -> tuple[Any, ...]:
        """(|A v|^2/|v|^2, .., |A^steps v|^2/|A^(steps-1) v|^2).

        Raises:
            UndefinedError: a vector before the last one is 0.
        """
        return squared_ratios(self.squared_norms(steps))

    # -- where it goes --

    @cached_property
    def outcome(self) -> RatioOutcome:
        """What |A^(n+1) v|/|A^n v| does: its limit, or the period that it approaches, or neither; and why."""
        return ratio_outcome(self.parts, self.start)

    @property
    def ratio_limit(self) -> AlgebraicNumber:
        """lim |A^(n+1) v|/|A^n v|.

        Raises:
            UndefinedError: there is none; the message says what the quotient does.
        """
        if self.outcome.limit is None:
            raise UndefinedError(f"the quotient of successive norms has no limit: {self.outcome.reason}")
        return self.outcome.limit

    @cached_property
    def leader(self) -> Leader:
        """The one leading eigenvalue, and the vector that A^n v is near, up to a number.

        Raises:
            UndefinedError: none leads, or more than one.
        """
        found, _ = leaders(self.parts, components(self.parts, self.start))
        if len(found) != 1:
            raise UndefinedError(f"the direction of A^n v does not settle: {self.outcome.reason}")
        return found[0]

    @property
    def direction(self) -> Eigenvector:
        """The eigenvector to which the direction of A^n v tends, up to sign (or a factor of modulus 1).

        Raises:
            UndefinedError: it does not settle.
        """
        c = self.leader.component
        w = eigenvector_of_chain(c.polynomial, self.parts.dunford.D, c.tip)
        return Eigenvector(c.polynomial, normalized(c.polynomial, (w,))[0])

    @property
    def rescaled_norm_squared(self) -> AlgebraicNumber:
        """lim |A^n v|^2 / rho^2n = |y|^2 for the component y of v at one real leading eigenvalue +-rho.

        Raises:
            UndefinedError: more than one eigenvalue leads, or it is not real, or in a longer Jordan chain.
        """
        x = self.leader
        w = leading_vector(self.parts, x.component)
        real = x.alpha.is_real and w.conjugate == w
        if not real or x.component.grade > 1:
            raise UndefinedError(f"|A^n v|/rho^n is not followed here: {self.outcome.reason}")
        p = x.component.polynomial
        square = ConjugatedField(p, p.of_same([0, 1]) % p).product(w, w)
        return UnitColumn(x.alpha, p, w, square).norm_squared

    @property
    def is_exceptional(self) -> bool:
        """v has no component at any eigenvalue of largest modulus of A: its norms grow more slowly."""
        top, lead = largest([z for f in self.parts.factors for z in f.roots]), self.outcome.leading
        return not lead or (top is not None and compare_modulus(lead[0], top) < 0)

    def __str__(self) -> str:
        return self.outcome.reason


def iteration(parts: SpectralParts, v: ExactMatrix) -> Iteration:
    """The iteration of v, with A and v over one field."""
    return Iteration(*over_common_field(parts, v))
