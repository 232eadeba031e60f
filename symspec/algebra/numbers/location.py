"""What tells one algebraic number from all others, before a minimal polynomial is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from symspec.algebra.backend import Backend
from symspec.algebra.enclosure import Rectangle
from symspec.algebra.numbers import radicals
from symspec.algebra.numbers.isolation import IsolatedRoot


class Location(Protocol):
    """What tells one number from all others; compares by value."""

    def box(self, bits: int) -> Rectangle:
        """A rectangle around the number whose sides are at most 2^-bits long."""

    def root(self) -> IsolatedRoot:
        """The number with its minimal polynomial."""

    @property
    def ops(self) -> Backend:
        """The arithmetic for the minimal polynomial."""

    @property
    def is_real(self) -> bool | None:
        """Whether the number is real; None: the minimal polynomial is needed to tell."""

    @property
    def modulus_of(self) -> IsolatedRoot | None:
        """The z for which the number was given as |z|."""


@dataclass(frozen=True, slots=True)
class ModulusOf:
    """|z|."""

    z: IsolatedRoot

    def box(self, bits: int) -> Rectangle:
        """A segment of the real axis."""
        return radicals.on_the_axis(radicals.modulus_interval(self.z, bits))

    def root(self) -> IsolatedRoot:
        """|z| with its minimal polynomial.

        Raises:
            BudgetExceededError: it has to be found among the factors of one of too high a degree.
        """
        return radicals.modulus(self.z)

    @property
    def ops(self) -> Backend:
        """The arithmetic of z."""
        return self.z.ops

    @property
    def is_real(self) -> bool:
        """Always."""
        return True

    @property
    def modulus_of(self) -> IsolatedRoot:
        """z."""
        return self.z
