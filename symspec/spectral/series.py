"""The Neumann series I + A + A^2 + ..."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InternalError, UndefinedError
from symspec.spectral.over_fields import FieldProfile
from symspec.spectral.profile import JordanProfile


def neumann_series(a: ExactMatrix, profile: JordanProfile | FieldProfile) -> ExactMatrix:
    """sum of A^k over k >= 0.

    Returns:
        (I - A)^-1; the identity (I - A) S = I is checked.

    Raises:
        UndefinedError: the series diverges.

    It converges iff A^n -> 0. The terms of a convergent series tend to 0. Conversely let A^n -> 0; then 1 is
    no eigenvalue, so I - A is invertible, and (I - A)(I + A + .. + A^n) = I - A^(n+1) -> I.
    """
    if any(f.counts.on or f.counts.outside for f in profile.factors):
        exists = "" if profile.at_one else " (I - A)^-1 exists, but it is not the sum."
        raise UndefinedError(f"the series I + A + A^2 + .. diverges: its terms A^k do not tend to 0.{exists}")
    found = (a.identity() - a).inverse
    if (a.identity() - a) @ found != a.identity():
        raise InternalError("the sum of the Neumann series failed its own check.")
    return found
