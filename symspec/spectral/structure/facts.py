"""The part of an analysis that looks at the pattern and the signs of the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symspec.algebra.matrix import ExactMatrix
from symspec.fact import Guard, fact

if TYPE_CHECKING:
    from symspec.algebra.polynomial import Polynomial
    from symspec.spectral.structure.structure import Structure


class StructureFacts:
    """What an analysis says about the structure of A."""

    matrix: ExactMatrix
    guard: Guard | None

    if TYPE_CHECKING:

        @property
        def charpoly(self) -> Polynomial: ...  # noqa: D102
        @property
        def profile(self) -> Any: ...  # noqa: D102

    @fact
    def structure(self) -> Structure:
        """Each property with its reason and witness, and what hangs on it: classes, Perron vectors, .."""
        from symspec.spectral.structure.structure import Structure

        return Structure(self)
