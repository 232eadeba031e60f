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
        """Discs by rows and by columns, connected components with their eigenvalue counts, and bounds."""
        from symspec.spectral.gershgorin.localization import Gershgorin

        return Gershgorin(self.matrix)
