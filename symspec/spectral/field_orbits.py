"""Limits of orbits A^n v where A and v have entries in different fields."""

from __future__ import annotations

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.tower import ZERO
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InternalError
from symspec.spectral.field_factors import factored_profile
from symspec.spectral.orbits import limit_of_orbit
from symspec.spectral.over_fields import field_dunford, field_profile
from symspec.spectral.power import power_form
from symspec.spectral.spectral_projectors import spectral_projectors


def limit_over_common_field(a: ExactMatrix, v: FieldMatrix) -> ExactMatrix:
    """lim A^n v, with A and v over one field: there v has parts that it has not over the field of A.

    Raises:
        UndefinedError: A^n v has no limit; the message names the component of v that has none.

    >>> from symspec.algebra.coerce import matrix
    >>> v = matrix("[[1 - sqrt(5), 0], [2, 0]]").columns(0, 1)
    >>> print(limit_over_common_field(matrix("[[1, 1], [1, 0]]"), v))
    [[0], [0]]
    """
    zeros = FieldMatrix.of_coordinates(v.field, [[ZERO] * a.shape[1]] * a.order)
    common = zeros + a
    if not isinstance(common, FieldMatrix):
        raise InternalError("a matrix over a number field was expected.")
    profile = field_profile(common)
    factored, d = factored_profile(profile), field_dunford(profile)
    form = power_form(common, d, spectral_projectors(d, [f.polynomial for f in factored.factors]))
    wide = v + FieldMatrix.of_coordinates(common.field, [[ZERO]] * v.order)
    return limit_of_orbit(form, factored, wide)  # type: ignore[arg-type]
