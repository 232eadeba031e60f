"""A = Q Lambda Q^* with orthonormal columns, for normal matrices: exact, square roots kept as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from symspec.algebra.blocks import beside
from symspec.algebra.fields.adjoin import conjugation
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError, UndefinedError
from symspec.spectral.eigenspaces import Eigenspace, eigenspaces
from symspec.spectral.field_vectors import is_eigenvector, normalized
from symspec.spectral.profile import JordanProfile
from symspec.spectral.symmetric.conjugation import ConjugatedField, conjugated_field
from symspec.spectral.symmetric.elimination import symmetric_elimination
from symspec.spectral.symmetric.normality import star, why_not_normal

if TYPE_CHECKING:
    from symspec.algebra.algebraic_matrix import AlgebraicMatrix
    from symspec.algebra.numbers.algebraic import AlgebraicNumber
    from symspec.algebra.unit_columns import UnitColumns


@dataclass(frozen=True, slots=True)
class OrthogonalSpace:
    """Orthogonal bases of the eigenspaces of all roots alpha of p at once.

    Attributes:
        polynomial: p, monic and irreducible over K, of degree d.
        roots: the roots of p: eigenvalues.
        conjugate: conj(alpha), as a polynomial in alpha.
        vectors: w as n x d matrices over K: w = sum_j w[:, j] alpha^j; w_i^* w_k = 0 for i != k.
        squares: w^* w > 0, as polynomials in alpha.
    """

    polynomial: Polynomial
    roots: tuple[AlgebraicNumber, ...]
    conjugate: Polynomial
    vectors: tuple[ExactMatrix, ...]
    squares: tuple[Polynomial, ...]

    def __str__(self) -> str:
        from symspec.algebra.unit_columns import UnitColumn

        pairs = zip(self.vectors, self.squares, strict=True)
        return "\n".join(UnitColumn(self.roots[0], self.polynomial, w, c).line for w, c in pairs)


@dataclass(frozen=True)  # without slots: the columns are written out when they are first asked for
class OrthogonalDiagonalization:
    """A = Q Lambda Q^* with Q^* Q = I and Lambda diagonal; Q is real for a symmetric A.

    Attributes:
        matrix: A.
        spaces: the orthogonal eigenvectors by irreducible factors, from which Q and Lambda are read off.
    """

    matrix: ExactMatrix
    spaces: tuple[OrthogonalSpace, ...]

    @cached_property
    def Q(self) -> UnitColumns:
        """Orthonormal eigenvectors: column = w/sqrt(w^* w), by factor, then by root, then by vector."""
        from symspec.algebra.unit_columns import UnitColumn, UnitColumns

        return UnitColumns(
            tuple(
                UnitColumn(alpha, s.polynomial, w, c)
                for s in self.spaces
                for alpha in s.roots
                for w, c in zip(s.vectors, s.squares, strict=True)
            )
        )

    @cached_property
    def Lambda(self) -> AlgebraicMatrix:
        """The eigenvalues on the diagonal, in the order of the columns of Q."""
        from symspec.algebra.algebraic_matrix import jordan_matrix

        return jordan_matrix([(column.alpha, 1) for column in self.Q.columns])

    @property
    def W(self) -> UnitColumns:
        """Q, under the name that it has in A W = W Sigma."""
        return self.Q

    @property
    def Sigma(self) -> AlgebraicMatrix:
        """Lambda, under the name that it has in A W = W Sigma."""
        return self.Lambda

    @property
    def is_real(self) -> bool:
        """A is real and symmetric: Q is orthogonal, and the eigenvalues are real."""
        return star(self.matrix) == "T" and self.matrix == self.matrix.transpose

    def __str__(self) -> str:
        return "\n".join(map(str, self.spaces))


def orthogonal_diagonalization(a: ExactMatrix, profile: JordanProfile) -> OrthogonalDiagonalization:
    """A = Q Lambda Q^* with Q^* Q = I, for a normal A.

    Args:
        a: an n x n matrix over Q or over a number field.
        profile: its irreducible factors over that field, with block sizes.

    Returns:
        A w = alpha w for every vector w; w_i^* w_k = 0 within each eigenspace; n vectors in all. These are
        checked, and A A^* = A^* A; eigenvectors of a normal matrix for distinct eigenvalues are orthogonal.

    Raises:
        UndefinedError: A is not normal; the message names an entry in which A A^* and A^* A differ.

    Algorithm: a basis of each eigenspace over K(alpha), made orthogonal there by Gram and Schmidt; no square
    root is taken before a column is written out. Where K is not closed under conjugation, K conj(K) is taken.

    References: R. Horn, C. Johnson, Matrix Analysis, 2nd ed., 2013, Theorem 2.5.3.

    >>> from symspec.algebra.coerce import matrix
    >>> from symspec.spectral.profile import jordan_profile
    >>> a = matrix([[2, 1], [1, 2]])
    >>> form = orthogonal_diagonalization(a, jordan_profile(a))
    >>> print(form.Q, form.Lambda)
    [[sqrt(2)/2, -sqrt(2)/2], [sqrt(2)/2, sqrt(2)/2]] [[3, 0], [0, 1]]
    """
    reason = why_not_normal(a)
    if reason:
        raise UndefinedError(f"there is no orthonormal basis of eigenvectors: {reason}")
    a, profile = _closed(a, profile)
    spaces = eigenspaces(a, profile)
    found = tuple(_orthogonal(a, s, f.roots) for s, f in zip(spaces, profile.factors, strict=True))
    if sum(len(s.roots) * len(s.vectors) for s in found) != a.order:
        raise InternalError("the eigenvectors of a normal matrix do not span.")
    return OrthogonalDiagonalization(a, found)


def _closed(a: ExactMatrix, profile: JordanProfile) -> tuple[ExactMatrix, JordanProfile]:
    """A over a field that is closed under conjugation, and its profile there."""
    if not isinstance(a, FieldMatrix) or a.field.is_real:
        return a, profile
    field, _ = conjugation(a.field)
    if field == a.field:
        return a, profile
    from symspec.spectral.field_factors import factored_profile
    from symspec.spectral.over_fields import field_profile

    wide = a.over(field)
    return wide, factored_profile(field_profile(wide))  # type: ignore[return-value]  # answers the same


def _orthogonal(a: ExactMatrix, space: Eigenspace, roots: Sequence[AlgebraicNumber]) -> OrthogonalSpace:
    p = space.polynomial
    field = conjugated_field(a, p, space.basis[0])
    if p.degree == 1:
        return _orthogonal_at_one_root(a, space, roots, field)
    vectors: list[ExactMatrix] = []
    squares: list[Polynomial] = []
    for w in space.basis:
        u = _without(field, w, vectors, squares)
        if not is_eigenvector(a, p, u) or any(field.product(v, u).degree >= 0 for v in vectors):
            raise InternalError("the orthogonal eigenvectors failed their own check.")
        vectors.append(u)
        squares.append(field.product(u, u))
    return OrthogonalSpace(p, tuple(roots), field.conjugate, tuple(vectors), tuple(squares))


def _orthogonal_at_one_root(
    a: ExactMatrix, space: Eigenspace, roots: Sequence[AlgebraicNumber], field: ConjugatedField
) -> OrthogonalSpace:
    """The same for a root in K, all vectors at once: with B^* B = L D L^*, the columns of B L^-* do."""
    p, basis = space.polynomial, beside(space.basis)
    gram = basis.conjugate_transpose @ basis
    vectors = space.basis
    if any(x != 0 for i, row in enumerate(gram.tolist()) for x in row[:i]):
        turned = basis @ symmetric_elimination(gram).L.conjugate_transpose.inverse
        columns = (turned.columns(j, j + 1) for j in range(turned.shape[1]))
        vectors = tuple(normalized(p, (u,))[0] for u in columns)
        basis = beside(vectors)
        gram = basis.conjugate_transpose @ basis
    rows = gram.tolist()
    alpha = -p.coefficients[0]
    if a @ basis != basis * alpha or any(x != 0 for i, row in enumerate(rows) for x in row[:i]):
        raise InternalError("the orthogonal eigenvectors failed their own check.")
    squares = tuple(p.constant(rows[i][i]) for i in range(len(rows)))
    return OrthogonalSpace(p, tuple(roots), field.conjugate, vectors, squares)


def _without(
    field: ConjugatedField, w: ExactMatrix, vectors: Sequence[ExactMatrix], squares: Sequence[Polynomial]
) -> ExactMatrix:
    """w less its components along the vectors, times a number."""
    rest = w
    for u, square in zip(vectors, squares, strict=True):
        c = field.product(u, w)
        if c.degree >= 0:
            rest = rest - field.times(u, c * field.inverse(square) % field.polynomial)
    return normalized(field.polynomial, (rest,))[0] if vectors else rest
