"""The eigenvalues of a rational matrix, each with its multiplicities."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots
from symspec.spectral.profile import FactorProfile, JordanProfile


@dataclass(frozen=True, slots=True)
class Eigenvalue:
    """An eigenvalue of A.

    Attributes:
        value: the exact algebraic number.
        algebraic_multiplicity: its multiplicity as a root of det(x I - A).
        geometric_multiplicity: dim ker(A - value I), the number of its Jordan blocks.
        index: the size of its largest Jordan block.
        block_sizes: the sizes of its Jordan blocks, largest first.
        position: "inside", "on" or "outside" the unit circle.
    """

    value: AlgebraicNumber
    algebraic_multiplicity: int
    geometric_multiplicity: int
    index: int
    block_sizes: tuple[int, ...]
    position: str


@dataclass(frozen=True, slots=True)
class Spectrum:
    """The eigenvalues, each once, grouped by the irreducible factors of det(x I - A)."""

    eigenvalues: tuple[Eigenvalue, ...]


def spectrum(profile: JordanProfile) -> Spectrum:
    """The roots of each irreducible factor, with the block sizes that they share."""
    return Spectrum(tuple(_eigenvalue(z, f) for f in profile.factors for z in roots(f.polynomial)))


def _eigenvalue(z: AlgebraicNumber, f: FactorProfile) -> Eigenvalue:
    return Eigenvalue(z, f.multiplicity, f.geometric_multiplicity, f.index, f.block_sizes, z.position)
