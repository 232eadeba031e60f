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
        """Each property with its reason and witness, and what hangs on it: Perron vectors, chains, ..

        Returns:
            .stochastic, .normal, .permutation, .. with .truth, .reason and .witness; .markov, .perron,
            .. raise UndefinedError with the reason where A has not the property.

        >>> import symspec as ss
        >>> s = ss.analyze("1/2 1/2; 1/4 3/4").structure
        >>> print(s.doubly_stochastic, s.markov.stationary_distribution)
        doubly stochastic: no; the sum 3/4 of column 1 is not 1. [[1/3, 2/3]]
        """
        from symspec.spectral.structure.structure import Structure

        return Structure(self)
