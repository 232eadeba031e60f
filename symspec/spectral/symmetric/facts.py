"""The part of an analysis that is about normal and Hermitian matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symspec.fact import fact
from symspec.spectral.decompositions import Decompositions

if TYPE_CHECKING:
    from symspec.spectral.symmetric.definiteness import Definiteness
    from symspec.spectral.symmetric.diagonalization import OrthogonalDiagonalization


class SymmetricFacts(Decompositions):
    """Orthonormal eigenvectors and definiteness; each fact is verified before it is returned."""

    @fact
    def orthogonal_diagonalization(self) -> OrthogonalDiagonalization:
        """A = Q Lambda Q^*, Q^* Q = I, for a normal A; UndefinedError with the reason for another one."""
        from symspec.spectral.symmetric.diagonalization import orthogonal_diagonalization

        return orthogonal_diagonalization(self.matrix, self.factor_profile)

    @fact
    def definiteness(self) -> Definiteness:
        """The signs of x^* A x for a Hermitian A, with inertia and witnesses; UndefinedError for another."""
        from symspec.spectral.symmetric.definiteness import definiteness

        return definiteness(self.matrix)
