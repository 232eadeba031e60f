"""Eigenvectors and eigenspaces: one vector per irreducible factor stands for all conjugate eigenvectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from symspec.algebra.blocks import unit_vector
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.cyclic import independent_generators, restricted
from symspec.spectral.field_vectors import eigenvector_of_chain, full_rank, is_eigenvector, normalized
from symspec.spectral.jordan import Chain
from symspec.spectral.krylov import at_vector
from symspec.spectral.profile import FactorProfile, JordanProfile


@dataclass(frozen=True, slots=True)
class Eigenvector:
    """A w = alpha w (or w^T A = alpha w^T for a left one), for every root alpha of p at once.

    Attributes:
        polynomial: p, monic and irreducible over Q, of degree d.
        columns: w as an n x d rational matrix; w = sum_j columns[:, j] alpha^j.
    """

    polynomial: Polynomial
    columns: ExactMatrix

    def __str__(self) -> str:
        return f"{vector_text(self.polynomial, self.columns)} for {root_text(self.polynomial)}"


@dataclass(frozen=True, slots=True)
class Eigenspace:
    """ker(A - alpha I)^exponent for every root alpha of p at once.

    Attributes:
        polynomial: p, monic and irreducible over Q, of degree d.
        exponent: 1 for the eigenspace, the index of alpha for the generalized one.
        basis: vectors over Q[alpha]/p as n x d rational matrices.
    """

    polynomial: Polynomial
    exponent: int
    basis: tuple[ExactMatrix, ...]

    @property
    def dimension(self) -> int:
        """Over C, for each root."""
        return len(self.basis)

    def __str__(self) -> str:
        p = self.polynomial
        power = f"^{self.exponent}" if self.exponent > 1 else ""
        vectors = ", ".join(vector_text(p, w) for w in self.basis)
        where = "" if p.degree == 1 else f", for {root_text(p)}"
        return f"ker {_shifted(str(-p(0)) if p.degree == 1 else 'alpha')}{power} = span of {vectors}{where}"


def _shifted(value: str) -> str:
    """A - value I, in brackets."""
    if value == "0":
        return "A"
    if " " in value:
        return f"(A - ({value}) I)"
    sign, size = ("+", value[1:]) if value.startswith("-") else ("-", value)
    return f"(A {sign} I)" if size == "1" else f"(A {sign} {size} I)"


def vector_text(p: Polynomial, columns: ExactMatrix) -> str:
    """(w_1, .., w_n), each entry a polynomial in a root alpha of p."""
    return f"({', '.join(p.of_same(row).text('alpha') for row in columns.tolist())})"


def root_text(p: Polynomial) -> str:
    """The root of a polynomial of degree 1, or "each root alpha of .."."""
    return str(-p(0)) if p.degree == 1 else f"each root alpha of {p}"


def eigenspaces(a: ExactMatrix, profile: JordanProfile) -> tuple[Eigenspace, ...]:
    """ker(A - alpha I), one for each irreducible factor.

    Returns:
        A w = alpha w for each w; the w of one space are independent, as many as alpha has Jordan blocks.
        Both are checked in rational arithmetic.

    Algorithm: u_1, .., u_g in ker p(A) whose orbits u, A u, .., A^(d-1) u are jointly independent, and
    w = g(A, alpha) u with g(x, alpha) = (p(x) - p(alpha))/(x - alpha), so (A - alpha) w = p(A) u = 0.

    >>> from symspec.spectral.profile import jordan_profile
    >>> a = ExactMatrix.from_integers([[0, 2], [1, 0]])
    >>> print(*(Eigenvector(s.polynomial, w) for s in eigenspaces(a, jordan_profile(a)) for w in s.basis))
    (alpha, 1) for each root alpha of x^2 - 2
    """
    return tuple(_checked(a, Eigenspace(f.polynomial, 1, _basis(a, profile, f))) for f in profile.factors)


def left_eigenspaces(a: ExactMatrix, profile: JordanProfile) -> tuple[Eigenspace, ...]:
    """{w : w^T A = alpha w^T}: the eigenspaces of the transpose, which has the same profile."""
    return eigenspaces(a.transpose, profile)


def generalized_eigenspaces(chains: Sequence[Chain], profile: JordanProfile) -> tuple[Eigenspace, ...]:
    """ker(A - alpha I)^index = ker(A - alpha I)^n, with the vectors of the Jordan chains as basis."""
    return tuple(
        Eigenspace(
            f.polynomial, f.index, tuple(w for c in chains if c.polynomial == f.polynomial for w in c.columns)
        )
        for f in profile.factors
    )


def eigenvectors(spaces: Sequence[Eigenspace]) -> tuple[Eigenvector, ...]:
    """The bases of the spaces, vector by vector."""
    return tuple(Eigenvector(s.polynomial, w) for s in spaces for w in s.basis)


def _basis(a: ExactMatrix, profile: JordanProfile, f: FactorProfile) -> tuple[ExactMatrix, ...]:
    p = f.polynomial
    return tuple(normalized(p, (eigenvector_of_chain(p, a, u),))[0] for u in _generators(a, profile, f))


def _generators(a: ExactMatrix, profile: JordanProfile, f: FactorProfile) -> list[ExactMatrix]:
    """Vectors of ker p(A), as many as each root has blocks, with independent orbits."""
    p, cofactor = f.polynomial, profile.minpoly // f.polynomial
    if f.geometric_multiplicity == 1 and cofactor.degree <= p.degree:
        images = (at_vector(cofactor, a, unit_vector(a, i)) for i in range(a.order))
        return [next(v for v in images if not v.is_zero)]
    basis = p.at_matrix(a).kernel
    if p.degree == 1:
        return [basis.columns(j, j + 1) for j in range(basis.shape[1])]
    e = restricted(a, basis)
    chosen = independent_generators([(basis, f.geometric_multiplicity)], e, [e.identity()], p.degree)
    return [basis.columns(j, j + 1) for _, j in chosen]


def _checked(a: ExactMatrix, space: Eigenspace) -> Eigenspace:
    if not all(is_eigenvector(a, space.polynomial, w) for w in space.basis) or not full_rank(space.basis):
        raise InternalError("the eigenvectors failed their own check.")
    return space
