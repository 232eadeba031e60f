"""The part of an analysis that is about iterating A on vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symspec.fact import fact, guarded
from symspec.spectral.decompositions import Decompositions

if TYPE_CHECKING:
    from symspec.spectral.iteration.iteration import Iteration
    from symspec.spectral.iteration.parts import SpectralParts
    from symspec.spectral.iteration.power_iteration import PowerIteration
    from symspec.spectral.iteration.rescaling import Rescaling
    from symspec.spectral.spectrum import Spectrum


class IterationFacts(Decompositions):
    """Orbits of vectors, power iteration, rescaling by the spectral radius."""

    if TYPE_CHECKING:

        @property
        def spectrum(self) -> Spectrum: ...  # noqa: D102

    @fact
    def spectral_parts(self) -> SpectralParts:
        """The factors, A = D + N and the projectors: what the components of a vector are read off."""
        from symspec.spectral.iteration.parts import SpectralParts

        return SpectralParts(self.matrix, tuple(self.factor_profile.factors), self.dunford, self.projectors)

    @guarded
    def iteration(self, v: Any, *, floats: str = "decimal") -> Iteration:
        """v, A v, A^2 v, .. and what the quotients of successive norms do, exactly.

        Args:
            v: a list of n numbers, n rows with one entry each, text such as "[1, 1/2]", or an n x 1 matrix.
            floats: how floats are read; see symspec.matrix.

        Raises:
            InputError: v is no vector of the height of A.
        """
        from symspec.algebra.column import column_vector
        from symspec.spectral.iteration.iteration import iteration

        return iteration(self.spectral_parts, column_vector("v", v, self.matrix, floats=floats))

    @fact
    def power_iteration(self) -> PowerIteration:
        """v -> A v/|A v|: whether it finds a dominant eigenvalue, how fast, and from which starts not.

        Returns:
            .hypothesis and .converges, decided exactly; .factor = |lambda_2|/|lambda_1|; exceptional starts.

        References: G. Golub, C. Van Loan, Matrix Computations, section 7.3; statement power-iteration.

        >>> import symspec as ss
        >>> an = ss.analyze("2 0; 0 1").power_iteration
        >>> print(an.hypothesis, an.factor, an.is_exceptional([0, 1]))
        single 1/2 True
        """
        from symspec.spectral.iteration.power_iteration import power_iteration

        return power_iteration(self.spectral_parts, self.spectrum)

    @fact
    def rescaling(self) -> Rescaling:
        """A/rho, whose spectral radius is 1, and what its powers do.

        Raises:
            UndefinedError: A is nilpotent: rho = 0.

        >>> import symspec as ss
        >>> print(ss.analyze("2 1; 1 2").rescaling)
        A/rho for rho = 3 has spectral radius 1: its powers converge to a limit that is not 0.
        """
        from symspec.spectral.iteration.power_iteration import require_not_nilpotent
        from symspec.spectral.iteration.rescaling import Rescaling

        require_not_nilpotent(self.power_iteration)
        dominant = self.power_iteration.dominant
        return Rescaling(self.matrix, dominant[0].value.modulus, dominant)
