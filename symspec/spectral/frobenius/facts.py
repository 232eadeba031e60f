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
        """f_1 | f_2 | .. | f_r, monic: those of the module K^n over K[x], x acting as A.

        Returns:
            prod f_i = det(x I - A), and f_r is the minimal polynomial. Two matrices are similar iff they have
            the same invariant factors.

        Algorithm: f_(r-j) is the product over the irreducible p of p^k, k the j-th largest block size.

        >>> import symspec as ss
        >>> print(*ss.analyze("2 1 0; 0 2 0; 0 0 2").invariant_factors, sep=", ")
        x - 2, x^2 - 4 x + 4
        """
        from symspec.spectral.frobenius.form import invariant_factors

        return invariant_factors(self._block_profile)

    @property
    def elementary_divisors(self) -> tuple[tuple[Polynomial, int], ...]:
        """((p, k), ..): p^k for each irreducible factor p and block size k, with repetitions.

        Returns:
            prod p^k = det(x I - A).

        >>> import symspec as ss
        >>> print(*((str(p), k) for p, k in ss.analyze("2 1 0; 0 2 0; 0 0 2").elementary_divisors))
        ('x - 2', 2) ('x - 2', 1)
        """
        return tuple((f.polynomial, k) for f in self._block_profile.factors for k in f.block_sizes)

    @fact
    def frobenius_form(self) -> FrobeniusForm:
        """A T = T F: the Frobenius (rational canonical) form, F = diag of companion matrices.

        Returns:
            A T = T F with T invertible, F = diag(C(f_1), .., C(f_r)) for the invariant factors; checked.

        References: W. Greub, Linear Algebra, 4th ed., 1975, chapter XIII.

        >>> import symspec as ss
        >>> print(ss.analyze("2 0; 1 3").frobenius_form.F)
        [[0, -6], [1, 5]]
        """
        from symspec.spectral.frobenius.form import frobenius_form

        return frobenius_form(self.matrix, lambda: self._block_profile)

    @fact
    def primary_form(self) -> PrimaryForm:
        """A T = T F, F = diag of the companion matrices C(p^k) of the elementary divisors.

        Returns:
            A T = T F with T invertible; checked.

        >>> import symspec as ss
        >>> print(ss.analyze("2 0; 1 3").primary_form.F)
        [[3, 0], [0, 2]]
        """
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
