"""The fate of A^n from the Jordan profile: pure logic, no algebra."""

from __future__ import annotations

from symspec.spectral.over_fields import FieldProfile
from symspec.spectral.profile import JordanProfile
from symspec.truth import Behavior


def behavior(profile: JordanProfile | FieldProfile) -> Behavior:
    """What happens to A^n as n grows; a profile by factors over Q and one by eigenvalues answer alike.

    Returns:
        TENDS_TO_ZERO iff every root is inside the unit circle (Proposition 1);
        CONVERGES iff the only root that is not inside is 1, with blocks of size 1 (Proposition 2);
        BOUNDED_DIVERGENT iff no root is outside, all blocks of roots on the circle have size 1, and some root
        on the circle is not 1;
        UNBOUNDED otherwise.
    """
    on_circle = [f for f in profile.factors if f.counts.on]
    if any(f.counts.outside for f in profile.factors) or any(not f.is_semisimple for f in on_circle):
        return Behavior.UNBOUNDED
    if not on_circle:
        return Behavior.TENDS_TO_ZERO
    return Behavior.CONVERGES if all(f.is_one for f in on_circle) else Behavior.BOUNDED_DIVERGENT
