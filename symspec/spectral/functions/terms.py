"""The parts N^j Pi_alpha of a matrix, from which every f(A) is put together."""

from __future__ import annotations

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.dunford import dunford_of_factors
from symspec.spectral.over_fields import field_dunford, field_profile
from symspec.spectral.power import PowerTerm, power_form
from symspec.spectral.spectral_projectors import spectral_projectors


def power_terms(a: ExactMatrix) -> tuple[PowerTerm, ...]:
    """(p, j, (S_0, .., S_(d-1))) with N^j Pi_alpha = sum_l S_l alpha^l for each root alpha of p.

    >>> [(str(t.polynomial), t.level) for t in power_terms(ExactMatrix.from_integers([[2, 1], [0, 2]]))]
    [('x - 2', 0), ('x - 2', 1)]
    """
    if isinstance(a, FieldMatrix):
        d, factors = field_dunford(field_profile(a)), a.charpoly.factors
        return power_form(a, d, spectral_projectors(d, [p for p, _ in factors])).terms
    found = a.charpoly.factors
    d = dunford_of_factors(a, found)
    return power_form(a, d, spectral_projectors(d, [p for p, _ in found])).terms
