"""The components of a vector at the eigenvalues, and which of them lead in A^n v."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.spectral_projectors import SpectralProjector, root_projector


@dataclass(frozen=True, slots=True)
class SpectralParts:
    """What is known about A, for the components of vectors.

    Attributes:
        matrix: A.
        factors: the irreducible factors of det(x I - A), each with its polynomial, roots and block sizes.
        dunford: A = D + N.
        projectors: Pi_p, in the order of the factors.
    """

    matrix: ExactMatrix
    factors: tuple[Any, ...]
    dunford: DunfordDecomposition
    projectors: tuple[SpectralProjector, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """The part Pi_p v != 0 of a vector v over K: it has a component at every root of p.

    Attributes:
        polynomial: p, irreducible over K.
        roots: its roots.
        part: Pi_p v.
        grade: the least g with N^g Pi_p v = 0.
        tip: N^(g-1) Pi_p v, an eigenvector of N: what leads in A^n Pi_p v.
        projector: Pi_p.
    """

    polynomial: Polynomial
    roots: tuple[AlgebraicNumber, ...]
    part: ExactMatrix
    grade: int
    tip: ExactMatrix
    projector: SpectralProjector


@dataclass(frozen=True, slots=True)
class Leader:
    """A leading term: A^n v = C(n, g-1) alpha^(n-g+1) y + .. for y = N^(g-1) Pi_alpha v.

    Attributes:
        alpha: the eigenvalue.
        component: the component of v at the factor of alpha.
    """

    alpha: AlgebraicNumber
    component: Component


def over_common_field(parts: SpectralParts, v: ExactMatrix) -> tuple[SpectralParts, ExactMatrix]:
    """A and v over one field: there v may have parts that it has not over the field of A."""
    a = parts.matrix
    if not isinstance(v, FieldMatrix) or v.field == a.field:
        return parts, v if isinstance(v, FieldMatrix) or not isinstance(a, FieldMatrix) else v + _zero(a, v)
    if v.is_rational:
        rational = ExactMatrix.from_integers(*v.integers(), backend=v.backend)
        return parts, rational if not isinstance(a, FieldMatrix) else rational + _zero(a, rational)
    from symspec.spectral.field_factors import factored_profile
    from symspec.spectral.over_fields import field_dunford, field_profile
    from symspec.spectral.spectral_projectors import spectral_projectors

    common = a + FieldMatrix.of_coordinates(v.field, [[()] * a.order] * a.order)
    if not isinstance(common, FieldMatrix):
        raise InternalError("a matrix over a number field was expected.")
    profile = field_profile(common)
    factors, d = factored_profile(profile).factors, field_dunford(profile)
    wide = SpectralParts(common, factors, d, spectral_projectors(d, [f.polynomial for f in factors]))
    return wide, v + _zero(common, v)


def _zero(a: FieldMatrix, v: ExactMatrix) -> FieldMatrix:
    """The zero of the shape of v over the field of a."""
    return FieldMatrix.of_coordinates(a.field, [[()] * v.shape[1]] * v.order)


def components(parts: SpectralParts, v: ExactMatrix) -> tuple[Component, ...]:
    """The parts of v that are not 0; their sum is v."""
    found = []
    for f, pi in zip(parts.factors, parts.projectors, strict=True):
        part = pi.matrix @ v
        if part.is_zero:
            continue
        tip, grade = part, 1
        while not (below := parts.dunford.N @ tip).is_zero:
            tip, grade = below, grade + 1
        found.append(Component(f.polynomial, tuple(f.roots), part, grade, tip, pi))
    return tuple(found)


def leaders(
    parts: SpectralParts, found: Sequence[Component]
) -> tuple[tuple[Leader, ...], AlgebraicNumber | None]:
    """(the eigenvalues of largest modulus in v with the largest grade there, one of the next modulus).

    No leaders if the largest modulus is 0; None if there is no smaller one.
    """
    pairs = [(z, c) for c in found for z in c.roots]
    top = largest([z for z, _ in pairs])
    if top is None or top == 0:
        return (), None
    below = [z is not top and compare_modulus(z, top) < 0 for z, _ in pairs]
    outer = [pair for pair, smaller in zip(pairs, below, strict=True) if not smaller]
    grade = max(c.grade for _, c in outer)
    first = tuple(Leader(z, c) for z, c in outer if c.grade == grade)
    return first, largest([z for (z, _), smaller in zip(pairs, below, strict=True) if smaller])


def largest(values: Sequence[AlgebraicNumber]) -> AlgebraicNumber | None:
    """One of largest modulus; None if there are none."""
    top: AlgebraicNumber | None = None
    for z in values:
        if top is None or compare_modulus(z, top) > 0:
            top = z
    return top


def leading_vector(parts: SpectralParts, c: Component) -> ExactMatrix:
    """y = N^(g-1) Pi_alpha v for every root alpha: the columns S_l tip, with Pi_alpha = sum S_l alpha^l."""
    from symspec.algebra.blocks import beside

    return beside([s @ c.tip for s in root_projector(parts.dunford, c.projector)])
