"""The eigenvalues of a rational matrix, each with its multiplicities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.spectral.profile import JordanProfile


class _Blocks(Protocol):
    @property
    def block_sizes(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class Eigenvalue:
    """An eigenvalue of A.

    Attributes:
        value: the exact algebraic number.
        algebraic_multiplicity: its multiplicity as a root of det(x I - A).
        profile: what knows the sizes of its Jordan blocks, and finds them when they are first asked for.
    """

    value: AlgebraicNumber
    algebraic_multiplicity: int
    profile: _Blocks

    @property
    def block_sizes(self) -> tuple[int, ...]:
        """The sizes of its Jordan blocks, largest first."""
        return self.profile.block_sizes

    @property
    def geometric_multiplicity(self) -> int:
        """dim ker(A - value I), the number of its Jordan blocks."""
        return len(self.block_sizes)

    @property
    def index(self) -> int:
        """The size of its largest Jordan block."""
        return self.block_sizes[0]

    @property
    def position(self) -> str:
        """Where the value is: "inside", "on" or "outside" the unit circle."""
        return self.value.position

    def __str__(self) -> str:
        own = self.algebraic_multiplicity, self.geometric_multiplicity
        return f"{self.value}, algebraic multiplicity {own[0]}, geometric multiplicity {own[1]}"


@dataclass(frozen=True, slots=True)
class Spectrum:
    """The eigenvalues, each once, grouped by the irreducible factors of det(x I - A)."""

    eigenvalues: tuple[Eigenvalue, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.eigenvalues))


def spectrum(profile: JordanProfile) -> Spectrum:
    """The roots of each irreducible factor, with the block sizes that they share."""
    return Spectrum(tuple(Eigenvalue(z, f.multiplicity, f) for f in profile.factors for z in f.roots))
