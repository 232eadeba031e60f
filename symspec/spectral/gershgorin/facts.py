"""The part of an analysis that locates eigenvalues by discs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symspec.algebra.matrix import ExactMatrix
from symspec.fact import fact

if TYPE_CHECKING:
    from symspec.spectral.gershgorin.localization import Gershgorin


class DiscFacts:
    """Discs, components with eigenvalue counts, bounds; all by the entries alone."""

    if TYPE_CHECKING:
        matrix: ExactMatrix

    @fact
    def gershgorin(self) -> Gershgorin:
        """|z - a_ii| <= r_i for some i, for each eigenvalue z; r_i is the sum of the |a_ij|, j != i.

        Returns:
            .rows and .columns with discs and components, each with its number of eigenvalues; .intervals
            for a Hermitian A; .lower_bound, .upper_bound, .radius_bound, and the scaled ones, of D^-1 A D.

        References: S. Gerschgorin, Izv. Akad. Nauk SSSR, Otd. Fiz.-Mat. Nauk 6 (1931) 749-754; statement
        gershgorin.

        >>> import symspec as ss
        >>> print(ss.analyze("3 1/10; 1/10 1").gershgorin.lower_bound.statement)
        every eigenvalue is >= 9/10
        """
        from symspec.spectral.gershgorin.localization import Gershgorin

        return Gershgorin(self.matrix)
