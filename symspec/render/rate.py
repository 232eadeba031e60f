"""How fast A^n grows or decays, as short text."""

from __future__ import annotations

from collections.abc import Callable

from symspec.render.numbers import digits_text
from symspec.spectral.growth import Growth
from symspec.spectral.over_fields import FieldProfile
from symspec.spectral.profile import JordanProfile
from symspec.spectral.radius import radius_bounds

DIGITS_IN_BITS = 200


def growth_text(profile: JordanProfile | FieldProfile, exact: Callable[[], Growth]) -> str:
    """What |A^n| is between two multiples of: "n (1/2)^n", "1.61803..^n", "0 from n = 2 on".

    Args:
        profile: the Jordan blocks of A.
        exact: the growth; asked for only where bounds of the spectral radius leave a doubt.
    """
    short = _digits(profile) if isinstance(profile, JordanProfile) else None
    if short is not None:
        return _text(0, short)
    growth = exact()
    return f"0 from n = {growth.zero_from} on" if growth.zero_from else _text(growth.degree, _rate(growth))


def _digits(profile: JordanProfile) -> str | None:
    """The digits of rho > 0 where no Jordan block is longer than 1 and bounds of rho agree in them."""
    if not profile.is_diagonalizable:
        return None
    low, high = radius_bounds(profile)
    if low == high:
        return str(low) if low else None
    shown = digits_text(low)
    return shown if shown == digits_text(high) and shown.endswith("..") else None


def _rate(growth: Growth) -> str:
    rate = growth.rate
    if rate.modulus_of is None and rate.is_rational:
        return str(rate.rational)
    return digits_text(rate.box(DIGITS_IN_BITS).real[0])


def _text(degree: int, rate: str) -> str:
    power = {0: "", 1: "n"}.get(degree, f"n^{degree}")
    if rate == "1":
        return power or "1"
    base = rate if rate.replace(".", "").isdigit() else f"({rate})"
    return f"{power} {base}^n".lstrip()
