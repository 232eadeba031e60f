"""What symspec computes about a matrix over a number field, under the names that it has over Q."""

from __future__ import annotations

from typing import NoReturn

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.errors import UnsupportedFieldError
from symspec.fact import fact
from symspec.spectral.decompositions import Decompositions
from symspec.spectral.dunford import DunfordDecomposition
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

    # -- what is computed for rational matrices only --

    def _rational_only(self, what: str) -> NoReturn:
        raise UnsupportedFieldError(
            f"{what} is computed for rational matrices only; this one has entries in {self.matrix.field}."
        )

    @property
    def charpoly_factors(self) -> NoReturn:
        """Over Q only."""
        self._rational_only("the factorization of the characteristic polynomial")

    @property
    def eigenspaces(self) -> NoReturn:
        """Over Q only."""
        self._rational_only("the list of eigenspaces")

    @property
    def left_eigenvectors(self) -> NoReturn:
        """Over Q only."""
        self._rational_only("the list of left eigenvectors")

    @property
    def jordan_form(self) -> NoReturn:
        """Over Q only; spectrum has the block sizes over K."""
        self._rational_only("the Jordan basis")

    @property
    def spectral_rules(self) -> NoReturn:
        """Over Q only."""
        self._rational_only("the table of spectral rules")

    @property
    def projectors(self) -> NoReturn:
        """Over Q only."""
        self._rational_only("the list of spectral projectors")
