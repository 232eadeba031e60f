"""Every exact decomposition of one matrix, computed when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.fact import Guard, fact
from symspec.spectral.dunford import DunfordDecomposition, dunford_of_factors
from symspec.spectral.known import plain_facts
from symspec.spectral.profile import JordanProfile, profile_of_charpoly
from symspec.spectral.structure.shortcuts import SMALLEST_ORDER, factors_by_blocks, product_of_powers

if TYPE_CHECKING:
    from symspec.spectral.diagonalization import Diagonalization, SpectralRule
    from symspec.spectral.dunford import MultiplicativeDunford
    from symspec.spectral.eigenspaces import Eigenspace, Eigenvector
    from symspec.spectral.jordan import JordanForm
    from symspec.spectral.orbits import AsymptoticPeriod
    from symspec.spectral.power import PowerForm
    from symspec.spectral.rational_jordan import RationalJordanForm
    from symspec.spectral.spectral_projectors import SpectralComponent, SpectralProjector

_NO_FACTS = ("matrix", "guard", "_factors_by_blocks")


class Decompositions:
    """The part of an analysis that takes A apart; each fact is verified before it is returned."""

    matrix: ExactMatrix
    guard: Guard | None

    @property
    def known(self) -> dict[str, object]:
        """The facts that were computed so far, as plain data under their names."""
        return plain_facts({k: v for k, v in vars(self).items() if k not in _NO_FACTS})

    @fact
    def charpoly(self) -> Polynomial:
        """det(x I - A)."""
        parts = self._factors_by_blocks if self.matrix.order >= SMALLEST_ORDER else None
        return self.matrix.charpoly if parts is None else product_of_powers(parts)

    @fact
    def charpoly_factors(self) -> tuple[tuple[Polynomial, int], ...]:
        """((p, m), ..): det(x I - A) = prod p^m with monic irreducible p."""
        return self._factors_by_blocks or self.charpoly.factors

    @fact
    def _factors_by_blocks(self) -> tuple[tuple[Polynomial, int], ...] | None:
        return factors_by_blocks(self.matrix)

    @fact
    def profile(self) -> JordanProfile:
        """The irreducible factors of det(x I - A) with their Jordan block sizes."""
        return profile_of_charpoly(self.matrix, self.charpoly, self.charpoly_factors)

    @property
    def factor_profile(self) -> JordanProfile:
        """The profile by irreducible factors over the field of the entries: over Q, `profile` itself."""
        return self.profile

    @fact
    def dunford(self) -> DunfordDecomposition:
        """A = D + N, DN = ND, D diagonalizable, N nilpotent."""
        return dunford_of_factors(self.matrix, self.charpoly.squarefree_factors)

    @fact
    def multiplicative_dunford(self) -> MultiplicativeDunford:
        """A = S U = U S, S diagonalizable, U unipotent; UndefinedError for a singular A."""
        from symspec.spectral.dunford import multiplicative_dunford

        return multiplicative_dunford(self.matrix, self.dunford)

    # -- eigenvectors --

    @fact
    def eigenspaces(self) -> tuple[Eigenspace, ...]:
        """ker(A - alpha I), one for each irreducible factor, polynomial in its root alpha."""
        from symspec.spectral.eigenspaces import eigenspaces

        return eigenspaces(self.matrix, self.factor_profile)

    @property
    def eigenvectors(self) -> tuple[Eigenvector, ...]:
        """The bases of the eigenspaces, vector by vector."""
        from symspec.spectral.eigenspaces import eigenvectors

        return eigenvectors(self.eigenspaces)

    @fact
    def left_eigenvectors(self) -> tuple[Eigenvector, ...]:
        """w^T A = alpha w^T."""
        from symspec.spectral.eigenspaces import eigenvectors, left_eigenspaces

        return eigenvectors(left_eigenspaces(self.matrix, self.factor_profile))

    @fact
    def generalized_eigenspaces(self) -> tuple[Eigenspace, ...]:
        """ker(A - alpha I)^n, with the vectors of the Jordan chains as basis."""
        from symspec.spectral.eigenspaces import generalized_eigenspaces

        return generalized_eigenspaces(self.jordan_form.chains, self.factor_profile)

    # -- normal forms --

    @fact
    def jordan_form(self) -> JordanForm:
        """A P = P J: .P .J .blocks .chains; the basis is computed when it is asked for."""
        from symspec.spectral.jordan import JordanForm

        return JordanForm(self.matrix, self.factor_profile, self.dunford)

    @property
    def rational_jordan_form(self) -> RationalJordanForm:
        """A X = X R over Q, with a companion matrix in the place of each eigenvalue."""
        return self.jordan_form.rational

    @fact
    def diagonalization(self) -> Diagonalization:
        """A W = W Sigma; UndefinedError with the reason where A is not diagonalizable."""
        from symspec.spectral.diagonalization import diagonalization

        return diagonalization(self.jordan_form)

    @fact
    def spectral_rules(self) -> tuple[SpectralRule, ...]:
        """Trace, determinant and rank read off the spectrum, and when that is right."""
        from symspec.spectral.diagonalization import spectral_rules

        return spectral_rules(self.matrix, self.factor_profile)

    @fact
    def inverse(self) -> ExactMatrix:
        """A^-1; UndefinedError for a singular A."""
        from symspec.spectral.diagonalization import verified_inverse

        return verified_inverse(self.matrix)

    # -- projectors and powers --

    @fact
    def projectors(self) -> tuple[SpectralProjector, ...]:
        """Pi_p for each irreducible factor p, in the order of the profile."""
        from symspec.spectral.spectral_projectors import spectral_projectors

        return spectral_projectors(self.dunford, [p for p, _ in self.charpoly_factors])

    @fact
    def spectral_representation(self) -> tuple[SpectralComponent, ...]:
        """A = sum of alpha Pi_alpha over the eigenvalues, plus N."""
        from symspec.spectral.spectral_projectors import spectral_representation

        return spectral_representation(self.dunford, self.projectors)

    @fact
    def power(self) -> PowerForm:
        """A^n in closed form, right for every n >= 0."""
        from symspec.spectral.power import power_form

        return power_form(self.matrix, self.dunford, self.projectors)

    def limit_of(self, v: Any) -> ExactMatrix:
        """lim A^n v: the component of v in ker(A - I) along im(A - I), where there is a limit.

        Args:
            v: as for `iteration`: a list of n numbers, text such as "[1, 1/2]", or an n x 1 matrix.

        Raises:
            UndefinedError: A^n v has no limit; the message names the component of v that has none.
            InputError: v is no vector of the height of A.

        >>> import symspec as ss
        >>> print(ss.analyze("1/10 [[9, 1], [2, 8]]").limit_of([1, 0]))
        [[2/3], [2/3]]
        """
        from symspec.algebra.column import column_vector

        return self._limit_of_column(column_vector("v", v, self.matrix))

    def _limit_of_column(self, v: ExactMatrix) -> ExactMatrix:
        from symspec.spectral.orbits import limit_of_orbit

        if isinstance(v, FieldMatrix):
            from symspec.spectral.field_orbits import limit_over_common_field

            return limit_over_common_field(self.matrix, v)
        return limit_of_orbit(self.power, self.factor_profile, v)

    @fact
    def cesaro_limit(self) -> ExactMatrix:
        """lim (I + A + .. + A^(n-1))/n; UndefinedError where A^n is unbounded."""
        from symspec.spectral.orbits import cesaro_limit

        return cesaro_limit(self.power, self.factor_profile)

    @fact
    def asymptotic_period(self) -> AsymptoticPeriod:
        """The period that A^n approaches; UndefinedError where there is none."""
        from symspec.spectral.orbits import asymptotic_period

        return asymptotic_period(self.power, self.factor_profile)
