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
        """A = D + N, DN = ND, D diagonalizable, N nilpotent: the Dunford (Jordan-Chevalley) decomposition.

        Returns:
            D + N = A, DN = ND, p(D) = 0 for the squarefree part p of det(x I - A), N^index = 0; all checked.

        References: Couty, Esterle, Zarouf, arXiv:1103.5020.

        >>> import symspec as ss
        >>> print(ss.analyze("2 1; 0 2").dunford)
        D = [[2, 0], [0, 2]]
        N = [[0, 1], [0, 0]]
        """
        return dunford_of_factors(self.matrix, self.charpoly.squarefree_factors)

    @fact
    def multiplicative_dunford(self) -> MultiplicativeDunford:
        """A = S U = U S, S diagonalizable over C, U unipotent: (U - I)^index = 0.

        Returns:
            S = D and U = I + D^-1 N for A = D + N; checked.

        Raises:
            UndefinedError: A is singular.

        >>> import symspec as ss
        >>> print(ss.analyze("2 1; 0 2").multiplicative_dunford.U)
        [[1, 1/2], [0, 1]]
        """
        from symspec.spectral.dunford import multiplicative_dunford

        return multiplicative_dunford(self.matrix, self.dunford)

    # -- eigenvectors --

    @fact
    def eigenspaces(self) -> tuple[Eigenspace, ...]:
        """ker(A - alpha I), one for each irreducible factor p of det(x I - A), alpha being its root.

        Returns:
            A w = alpha w for each vector w of each basis; they are independent, as many as alpha has Jordan
            blocks; checked in Q[alpha]/p.

        >>> import symspec as ss
        >>> print(*ss.analyze("0 2; 1 0").eigenspaces)
        ker (A - alpha I) = span of (alpha, 1), for each root alpha of x^2 - 2
        """
        from symspec.spectral.eigenspaces import eigenspaces

        return eigenspaces(self.matrix, self.factor_profile)

    @property
    def eigenvectors(self) -> tuple[Eigenvector, ...]:
        """A w = alpha w: the bases of the eigenspaces, vector by vector.

        >>> import symspec as ss
        >>> print(*ss.analyze("2 1; 2 3").eigenvectors, sep="; ")
        (1, 2) for 4; (-1, 1) for 1
        """
        from symspec.spectral.eigenspaces import eigenvectors

        return eigenvectors(self.eigenspaces)

    @fact
    def left_eigenvectors(self) -> tuple[Eigenvector, ...]:
        """w^T A = alpha w^T: the eigenvectors of the transpose; checked.

        >>> import symspec as ss
        >>> print(*ss.analyze("2 1; 2 3").left_eigenvectors, sep="; ")
        (1, 1) for 4; (-2, 1) for 1
        """
        from symspec.spectral.eigenspaces import eigenvectors, left_eigenspaces

        return eigenvectors(left_eigenspaces(self.matrix, self.factor_profile))

    @fact
    def generalized_eigenspaces(self) -> tuple[Eigenspace, ...]:
        """ker(A - alpha I)^n = ker(A - alpha I)^index, with the vectors of the Jordan chains as basis.

        >>> import symspec as ss
        >>> print(*ss.analyze("2 1; 0 2").generalized_eigenspaces)
        ker (A - 2 I)^2 = span of (1, 0), (0, 1)
        """
        from symspec.spectral.eigenspaces import generalized_eigenspaces

        return generalized_eigenspaces(self.jordan_form.chains, self.factor_profile)

    # -- normal forms --

    @fact
    def jordan_form(self) -> JordanForm:
        """A P = P J, P invertible: .P .J .blocks .chains; the basis is computed when it is asked for.

        Returns:
            (A - alpha) w_1 = 0 and (A - alpha) w_(i+1) = w_i for each chain, the columns of P; checked.

        References: N. Bourbaki, Algebra, VII.5; the algorithm: symspec.spectral.jordan.jordan_chains.

        >>> import symspec as ss
        >>> form = ss.analyze("3 -4; 1 -1").jordan_form
        >>> print(form, form.J, form.P)
        J_2(1) [[1, 1], [0, 1]] [[2, 1], [1, 0]]
        """
        from symspec.spectral.jordan import JordanForm

        return JordanForm(self.matrix, self.factor_profile, self.dunford)

    @property
    def rational_jordan_form(self) -> RationalJordanForm:
        """A X = X R over Q, with a companion matrix in the place of each eigenvalue.

        >>> import symspec as ss
        >>> print(ss.analyze("1 -2; 1 1").rational_jordan_form)
        X = [[-1, 1], [1, 0]]
        R = [[0, 1], [-3, 2]]
        """
        return self.jordan_form.rational

    @fact
    def diagonalization(self) -> Diagonalization:
        """A W = W Sigma, W invertible, Sigma diagonal: the eigendecomposition A = W Sigma W^-1.

        Raises:
            UndefinedError: A is not diagonalizable; the message names an eigenvalue that has too few vectors.

        >>> import symspec as ss
        >>> print(ss.analyze("2 1; 2 3").diagonalization)
        W = [[1, -1], [2, 1]]
        Sigma = [[4, 0], [0, 1]]
        >>> ss.analyze("1 1; 0 1").diagonalization  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        symspec.errors.UndefinedError: the matrix is not diagonalizable: 1 has algebraic multiplicity 2, ...
        """
        from symspec.spectral.diagonalization import diagonalization

        return diagonalization(self.jordan_form)

    @fact
    def spectral_rules(self) -> tuple[SpectralRule, ...]:
        """tr A = sum m(z) z, det A = prod z^m(z); rk A = sum of m(z) over z != 0 iff 0 has index <= 1.

        >>> import symspec as ss
        >>> print(*ss.analyze("0 0; 0 3").spectral_rules, sep=chr(10))
        the trace is 3: the sum of the eigenvalues, with multiplicity
        the determinant is 0: the product of the eigenvalues, with multiplicity
        the rank is 1: the number of non-zero eigenvalues, with multiplicity
        >>> ss.analyze("0 1; 0 0").spectral_rules[2].holds
        False
        """
        from symspec.spectral.diagonalization import spectral_rules

        return spectral_rules(self.matrix, self.factor_profile)

    @fact
    def inverse(self) -> ExactMatrix:
        """A^-1, with A A^-1 = I; checked.

        Raises:
            UndefinedError: A is singular.

        >>> import symspec as ss
        >>> print(ss.analyze("2 1; 2 3").inverse)
        1/4 [[3, -1], [-2, 2]]
        """
        from symspec.spectral.diagonalization import verified_inverse

        return verified_inverse(self.matrix)

    # -- projectors and powers --

    @fact
    def projectors(self) -> tuple[SpectralProjector, ...]:
        """Pi_p for each irreducible factor p: on ker p(A)^n along the other generalized eigenspaces.

        Returns:
            sum Pi_p = I and p(D) Pi_p = 0, checked; so Pi_p^2 = Pi_p and Pi_p Pi_q = 0.

        >>> import symspec as ss
        >>> print(*ss.analyze("2 1; 0 3").projectors, sep="; ")
        [[0, 1], [0, 1]] for 3; [[1, -1], [0, 0]] for 2
        """
        from symspec.spectral.spectral_projectors import spectral_projectors

        return spectral_projectors(self.dunford, [p for p, _ in self.charpoly_factors])

    @fact
    def spectral_representation(self) -> tuple[SpectralComponent, ...]:
        """A = sum of alpha Pi_alpha over the eigenvalues, plus N.

        Returns:
            D Pi_alpha = alpha Pi_alpha, and the sum of the Pi_alpha over the roots of p is Pi_p; checked.

        >>> import symspec as ss
        >>> print(*ss.analyze("0 2; 1 0").spectral_representation)
        Pi = [[1/2, 0], [0, 1/2]] + alpha [[0, 1/2], [1/4, 0]] for each root alpha of x^2 - 2
        """
        from symspec.spectral.spectral_projectors import spectral_representation

        return spectral_representation(self.dunford, self.projectors)

    @fact
    def power(self) -> PowerForm:
        """A^n = sum of C(n, j) alpha^(n-j) N^j Pi_alpha: the closed form, right for every n >= 0 (0^0 = 1).

        Returns:
            .at(n) for any integer n, also huge ones, .times(n, v) for A^n v, .real_form() with cos and sin,
            .latex, and sympify; A^0 = I and A A^n = A^(n+1) are checked for the terms.

        Algorithm: .at(n) evaluates x^n mod p by repeated squaring, without the closed form.

        >>> import symspec as ss
        >>> form = ss.analyze("2 1; 0 2").power
        >>> print(form, "|", form.at(10), "|", form.at(-1))
        2^n [[1, 0], [0, 1]] + n 2^(n-1) [[0, 1], [0, 0]] | [[1024, 5120], [0, 1024]] | 1/4 [[2, -1], [0, 2]]
        """
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
        """lim (I + A + .. + A^(n-1))/n: the projector on ker(A - I) along im(A - I), 0 if 1 is no eigenvalue.

        Raises:
            UndefinedError: A^n is unbounded; the message says where.

        >>> import symspec as ss
        >>> print(ss.analyze("0 1; 1 0").cesaro_limit)
        1/2 [[1, 1], [1, 1]]
        """
        from symspec.spectral.orbits import cesaro_limit

        return cesaro_limit(self.power, self.factor_profile)

    @fact
    def asymptotic_period(self) -> AsymptoticPeriod:
        """The m and A_0, .., A_(m-1) with A^(k m + r) -> A_r: the period that A^n approaches.

        Raises:
            UndefinedError: A^n is unbounded, or an eigenvalue of modulus 1 is no root of unity.

        >>> import symspec as ss
        >>> print(ss.analyze("0 1; 1 0").asymptotic_period.period)
        2
        """
        from symspec.spectral.orbits import asymptotic_period

        return asymptotic_period(self.power, self.factor_profile)
