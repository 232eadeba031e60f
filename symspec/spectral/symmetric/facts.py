"""The part of an analysis that is about normal and Hermitian matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symspec.fact import fact
from symspec.spectral.decompositions import Decompositions

if TYPE_CHECKING:
    from symspec.spectral.symmetric.definiteness import Definiteness
    from symspec.spectral.symmetric.diagonalization import OrthogonalDiagonalization


class SymmetricFacts(Decompositions):
    """Orthonormal eigenvectors and definiteness; each fact is verified before it is returned."""

    @fact
    def orthogonal_diagonalization(self) -> OrthogonalDiagonalization:
        """A = Q Lambda Q^*, Q^* Q = I, for a normal A: orthonormal eigenvectors, square roots kept exact.

        Returns:
            .Q .Lambda; A w = alpha w and w^* w' = 0 for different columns w, w'; checked. For a real
            symmetric A, Q is orthogonal and Lambda real.

        Raises:
            UndefinedError: A is not normal; the message has an entry in which A A^* and A^* A differ.

        References: R. Horn, C. Johnson, Matrix Analysis, 2013, theorem 2.5.3; statement spectral.

        >>> import symspec as ss
        >>> found = ss.analyze("2 1; 1 2").orthogonal_diagonalization
        >>> print(found.Q, found.Lambda)
        [[sqrt(2)/2, -sqrt(2)/2], [sqrt(2)/2, sqrt(2)/2]] [[3, 0], [0, 1]]
        """
        from symspec.spectral.symmetric.diagonalization import orthogonal_diagonalization

        return orthogonal_diagonalization(self.matrix, self.factor_profile)

    @fact
    def definiteness(self) -> Definiteness:
        """T^* A T = L D L^* for a Hermitian A: the signs of x^* A x, with inertia and witness vectors.

        Returns:
            .kind, .inertia, .witness, .factorization with T, L and D; T = I unless a pivot had to be moved.

        Raises:
            UndefinedError: A is not Hermitian.

        References: J. J. Sylvester, Philosophical Magazine 4 (1852) 138-142 (the law of inertia).

        >>> import symspec as ss
        >>> print(ss.analyze("1 2; 2 1").definiteness)
        indefinite: 1 positive, 1 negative, 0 zero; v^T A v = -3 for v = (-2, 1)
        """
        from symspec.spectral.symmetric.definiteness import definiteness

        return definiteness(self.matrix)
