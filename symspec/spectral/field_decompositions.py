"""What symspec computes about a matrix over a number field, under the names that it has over Q."""

from __future__ import annotations

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.matrix import ExactMatrix
from symspec.fact import fact
from symspec.spectral.decompositions import Decompositions
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.field_factors import FactoredProfile, factored_profile
from symspec.spectral.field_orbits import limit_over_common_field
from symspec.spectral.orbits import limit_of_orbit
from symspec.spectral.over_fields import FieldProfile, field_dunford, field_profile, field_spectrum
from symspec.spectral.spectrum import Spectrum


class FieldDecompositions(Decompositions):
    """What takes A apart over K; each fact is verified before it is returned."""

    matrix: FieldMatrix

    @fact
    def charpoly(self) -> FieldPolynomial:
        """det(x I - A), a polynomial over K."""
        return self.matrix.charpoly

    @fact
    def profile(self) -> FieldProfile:  # type: ignore[override]  # answers what behavior and screen ask
        """The eigenvalues with their Jordan block sizes."""
        return field_profile(self.matrix)

    @fact
    def minpoly(self) -> FieldPolynomial:
        """The monic generator of {q in K[x] : q(A) = 0}."""
        return self.profile.minpoly

    @fact
    def spectrum(self) -> Spectrum:
        """The eigenvalues as exact algebraic numbers, with multiplicities."""
        return field_spectrum(self.profile)

    @fact
    def dunford(self) -> DunfordDecomposition:
        """A = D + N, DN = ND, D diagonalizable, N nilpotent; D and N over K."""
        return field_dunford(self.profile)

    # -- by irreducible factors over K --

    @fact
    def factor_profile(self) -> FactoredProfile:  # type: ignore[override]  # answers what JordanProfile does
        """The irreducible factors of det(x I - A) over K, with the block sizes of their roots."""
        return factored_profile(self.profile)

    @property
    def charpoly_factors(self) -> tuple[tuple[FieldPolynomial, int], ...]:
        """((p, m), ..): det(x I - A) = prod p^m with p monic and irreducible over K."""
        return tuple((f.polynomial, f.multiplicity) for f in self.factor_profile.factors)

    def _limit_of_column(self, v: ExactMatrix) -> ExactMatrix:
        if isinstance(v, FieldMatrix) and v.field != self.matrix.field:
            return limit_over_common_field(self.matrix, v)
        return limit_of_orbit(self.power, self.factor_profile, v)  # type: ignore[arg-type]
