"""Where A^n v and the means of A^n go: limits of orbits, Cesaro limits, periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import lcm

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError, UndefinedError
from symspec.spectral.power import PowerForm
from symspec.spectral.profile import FactorProfile, JordanProfile
from symspec.spectral.spectral_projectors import SpectralProjector


@dataclass(frozen=True, slots=True)
class AsymptoticPeriod:
    """A^(n + period) - A^n -> 0, and no smaller period has this property.

    Attributes:
        period: the least common multiple of the orders of the eigenvalues on the unit circle.
        cluster_points: lim A^(k period + r) over k, for r = 0, .., period - 1.
        exact_from: the first n from which A^(n + period) = A^n exactly, or None if there is none.
    """

    period: int
    cluster_points: tuple[ExactMatrix, ...]
    exact_from: int | None

    def __str__(self) -> str:
        head = (
            f"period {self.period}: A^n approaches"
            if self.exact_from is None
            else (f"period {self.period}: A^n is, for n >= {self.exact_from},")
        )
        turns = f" in turn for n = 0, 1, .. modulo {self.period}" if self.period > 1 else ""
        return f"{head} {', '.join(map(str, self.cluster_points))}{turns}"


def limit_of_orbit(form: PowerForm, profile: JordanProfile, v: ExactMatrix) -> ExactMatrix:
    """lim A^n v for a column v.

    Returns:
        Pi_1 v, the component of v in ker(A - I), when all others tend to 0; A limit = limit is checked.

    Raises:
        UndefinedError: A^n v has no limit; the message names the component of v that has none.

    Algorithm: v = sum Pi_p v; a rational v with Pi_p v != 0 has a component for every root of p. A^n Pi_p v
    tends to 0 iff all these are inside the unit circle; for p = x - 1 it is constant iff (A - I) Pi_1 v = 0.
    """
    limit = v * 0
    for pi, f in zip(form.projectors, profile.factors, strict=True):
        part = pi.matrix @ v
        if part.is_zero or f.counts.on == f.counts.outside == 0:
            continue
        if not f.is_one or form.matrix @ part != part:
            raise UndefinedError(f"A^n v has no limit: {_why(f)}")
        limit += part
    return limit


def _why(f: FactorProfile) -> str:
    p = f.polynomial
    if f.counts.outside:
        return f"v has a component that grows, at {_one_root(p)} outside the unit circle."
    if f.is_one:
        return "v has a component that grows, in a Jordan chain of the eigenvalue 1."
    return f"v has a component that neither fades nor settles, at {_roots(p)} on the unit circle."


def _one_root(p: Polynomial) -> str:
    return f"the eigenvalue {-p(0)}" if p.degree == 1 else f"a root of {p}"


def _roots(p: Polynomial) -> str:
    return f"the eigenvalue {-p(0)}" if p.degree == 1 else f"the roots of {p}"


def cesaro_limit(form: PowerForm, profile: JordanProfile) -> ExactMatrix:
    """lim (I + A + .. + A^(n-1))/n for a power-bounded A.

    Returns:
        The projector Pi_1 on ker(A - I) along im(A - I), 0 if 1 is no eigenvalue; A Pi_1 = Pi_1, checked.

    Raises:
        UndefinedError: A^n is unbounded, and so the means have no limit: for |z| > 1 the mean of z^n is
            unbounded; for a block of size 2 at |z| = 1 that of n z^(n-1) is unbounded (z = 1) or oscillates.
    """
    require_bounded(profile)
    found = next((pi for pi, f in zip(form.projectors, profile.factors, strict=True) if f.is_one), None)
    limit = form.matrix * 0 if found is None else found.matrix
    if form.matrix @ limit != limit:
        raise InternalError("the Cesaro limit failed its own check.")
    return limit


def require_bounded(profile: JordanProfile) -> None:
    """Raise UndefinedError unless A^n is bounded."""
    for f in profile.factors:
        if f.counts.outside:
            which = _one_root(f.polynomial)
            raise UndefinedError(f"A^n is unbounded: {which} lies outside the unit circle.")
        if f.counts.on and f.index > 1:
            have = "has a Jordan block" if f.polynomial.degree == 1 else "have Jordan blocks"
            raise UndefinedError(
                f"A^n is unbounded: on the unit circle {_roots(f.polynomial)} {have} of size {f.index}."
            )


def asymptotic_period(form: PowerForm, profile: JordanProfile) -> AsymptoticPeriod:
    """The period that A^n approaches.

    Raises:
        UndefinedError: A^n is unbounded, or an eigenvalue of modulus 1 is no root of unity: A^n approaches no
            periodic sequence then, but comes close to every matrix of an infinite set again and again.
    """
    require_bounded(profile)
    on = [f for f in profile.factors if f.counts.on]
    other = next((f for f in on if not f.unity_order), None)
    if other is not None:
        raise UndefinedError(_no_period(other.polynomial))
    period = lcm(1, *(f.unity_order for f in on))
    fading = [f for f in profile.factors if not f.counts.on]
    exact = all(f.is_zero for f in fading)
    start = max((f.index for f in fading), default=0)
    return AsymptoticPeriod(period, _cluster_points(form, on, period), start if exact else None)


def _no_period(p: Polynomial) -> str:
    if p.degree == 1:
        return f"there is no period: the eigenvalue {-p(0)} on the unit circle is no root of unity."
    return f"there is no period: the roots of {p} on the unit circle are no roots of unity."


def _cluster_points(form: PowerForm, on: Sequence[FactorProfile], period: int) -> tuple[ExactMatrix, ...]:
    """A^r Pi for r < period, with Pi the projector of the unit circle; A^period Pi = Pi is checked."""
    wanted = {f.polynomial for f in on}
    pi = _sum([p for p in form.projectors if p.polynomial in wanted], form.matrix * 0)
    points = [pi]
    while len(points) < period:
        points.append(form.matrix @ points[-1])
    if form.matrix @ points[-1] != pi:
        raise InternalError("the period failed its own check.")
    return tuple(points)


def _sum(projectors: Sequence[SpectralProjector], zero: ExactMatrix) -> ExactMatrix:
    return reduce(lambda x, y: x + y, (p.matrix for p in projectors), zero)
