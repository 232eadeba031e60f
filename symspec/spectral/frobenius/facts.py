"""The canonical forms under similarity over the field of the entries, computed when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.fact import fact
from symspec.spectral.decompositions import Decompositions
from symspec.spectral.profile import JordanProfile, profile_of_charpoly

if TYPE_CHECKING:
    from symspec.spectral.frobenius.form import FrobeniusForm, PrimaryForm
    from symspec.spectral.frobenius.similarity import Similarity


class CanonicalForms(Decompositions):
    """The part of an analysis that knows A up to similarity; each form is verified before it is returned."""

    @fact
    def invariant_factors(self) -> tuple[Polynomial, ...]:
        """(f_1, .., f_r), f_1 | f_2 | .. | f_r: prod f_i = det(x I - A), f_r is the minimal polynomial."""
        from symspec.spectral.frobenius.form import invariant_factors

        return invariant_factors(self._block_profile)

    @property
    def elementary_divisors(self) -> tuple[tuple[Polynomial, int], ...]:
        """((p, k), ..): p^k for each irreducible factor p and block size k, with repetitions."""
        return tuple((f.polynomial, k) for f in self._block_profile.factors for k in f.block_sizes)

    @fact
    def frobenius_form(self) -> FrobeniusForm:
        """A T = T F, F = diag of the companion matrices of the invariant factors: .T .F."""
        from symspec.spectral.frobenius.form import frobenius_form

        return frobenius_form(self.matrix, lambda: self._block_profile)

    @fact
    def primary_form(self) -> PrimaryForm:
        """A T = T F, F = diag of the companion matrices of the elementary divisors p^k: .T .F."""
        from symspec.spectral.frobenius.form import primary_form

        return primary_form(self.matrix, self.dunford, self.factor_profile)

    def similarity_to(self, other: Any) -> Similarity:
        """Whether A and another matrix are similar, with T or the reason; see symspec.similarity."""
        from symspec.spectral.frobenius.similarity import similarity

        return similarity(self.matrix, other)

    @fact
    def _block_profile(self) -> JordanProfile:
        """Factors over the field of the entries and their block sizes; no eigenvalue is located."""
        if isinstance(self.matrix, FieldMatrix):
            return profile_of_charpoly(self.matrix, self.charpoly, self.charpoly.factors)
        return self.profile
