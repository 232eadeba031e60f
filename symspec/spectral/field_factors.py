"""The Jordan profile over a number field, factor by factor: what JordanProfile is over Q."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.roots import field_roots
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import InternalError
from symspec.spectral.over_fields import EigenvalueProfile, FieldProfile
from symspec.spectral.unit_circle import RootCounts


@dataclass(frozen=True, slots=True)
class FieldFactor:
    """An irreducible factor p of det(x I - A) over K, and what it says about each of its roots.

    Attributes:
        polynomial: p, monic and irreducible over K.
        eigenvalues: its roots in C; as conjugates over K they have the same block sizes.
    """

    polynomial: FieldPolynomial
    eigenvalues: tuple[EigenvalueProfile, ...]

    @property
    def roots(self) -> tuple[AlgebraicNumber, ...]:
        """The roots of p: eigenvalues."""
        return tuple(e.value for e in self.eigenvalues)

    @property
    def unity_order(self) -> int:
        """The m for which the roots are primitive m-th roots of unity; 0 if there is none."""
        return self.roots[0].order_as_root_of_unity

    @property
    def multiplicity(self) -> int:
        """The exponent of p in det(x I - A)."""
        return self.eigenvalues[0].multiplicity

    @property
    def block_sizes(self) -> tuple[int, ...]:
        """The sizes of the Jordan blocks of each root, largest first."""
        return self.eigenvalues[0].block_sizes

    @property
    def index(self) -> int:
        """The size of the largest block."""
        return self.block_sizes[0]

    @property
    def geometric_multiplicity(self) -> int:
        """The number of blocks of each root."""
        return len(self.block_sizes)

    @property
    def counts(self) -> RootCounts:
        """How many roots lie inside, on and outside the unit circle."""
        found = [e.counts for e in self.eigenvalues]
        inside, on = sum(c.inside for c in found), sum(c.on for c in found)
        return RootCounts(inside, on, len(found) - inside - on)

    @property
    def is_one(self) -> bool:
        """p = x - 1."""
        return self.polynomial.coefficients == (-1, 1)

    @property
    def is_zero(self) -> bool:
        """p = x."""
        return self.polynomial.coefficients == (0, 1)


@dataclass(frozen=True)  # without slots: polynomials are found when they are first asked for
class FactoredProfile:
    """det(x I - A) and its irreducible factors over K.

    Attributes:
        spectrum: the eigenvalues.
        factors: in the order in which their first roots stand among the eigenvalues.
    """

    spectrum: FieldProfile
    factors: tuple[FieldFactor, ...]

    @property
    def charpoly(self) -> FieldPolynomial:
        """det(x I - A)."""
        return self.spectrum.charpoly

    @cached_property
    def minpoly(self) -> FieldPolynomial:
        """The monic generator of {q in K[x] : q(A) = 0}."""
        return self.spectrum.minpoly

    @property
    def at_one(self) -> FieldFactor | None:
        """x - 1, if it is a factor."""
        return next((f for f in self.factors if f.is_one), None)

    @cached_property
    def squarefree_part(self) -> FieldPolynomial:
        """The product of the factors."""
        return self.spectrum.squarefree_part


def factored_profile(profile: FieldProfile) -> FactoredProfile:
    """The eigenvalues, put together by their irreducible polynomials over K.

    Returns:
        Multiplicities and block sizes agree within a factor, and the factors have all eigenvalues; checked.

    >>> from symspec.algebra.coerce import matrix
    >>> from symspec.spectral.over_fields import field_profile
    >>> a = matrix("[[0, 2, 0], [sqrt(2), 0, 0], [0, 0, sqrt(2)]]")
    >>> [str(f.polynomial) for f in factored_profile(field_profile(a)).factors]
    ['x^2 - 2 sqrt(2)', 'x - sqrt(2)']
    """
    place = {e.value: i for i, e in enumerate(profile.factors)}
    found = []
    for p, m in profile.charpoly.factors:
        own = tuple(profile.factors[i] for i in sorted(place[z] for z in field_roots(p)))
        if any(e.multiplicity != m or e.block_sizes != own[0].block_sizes for e in own):
            raise InternalError("conjugate eigenvalues have different Jordan blocks.")
        found.append(FieldFactor(p, own))
    if sum(len(f.eigenvalues) for f in found) != len(profile.factors):
        raise InternalError("the factors do not have all eigenvalues.")
    return FactoredProfile(profile, tuple(sorted(found, key=lambda f: place[f.roots[0]])))
