"""The pictures of the lengths of v, A v, A^2 v, .. and of their quotients; rounded, they decide nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from symspec.languages import Notation
from symspec.render.plots.data import Axis, Curve, Markers
from symspec.render.plots.phrases import plot_phrases
from symspec.render.plots.plot import Plot
from symspec.render.plots.scale import decimal, power_ticks, ticks

# Lengths that differ by more decades are drawn on a logarithmic scale.
DECADES = 2.5
MARGIN = 0.05


class Lengths(Protocol):
    """What a series of norms has."""

    @property
    def norms(self) -> tuple[Decimal, ...]: ...  # noqa: D102
    @property
    def ratios(self) -> tuple[Decimal, ...]: ...  # noqa: D102
    @property
    def rescaled(self) -> bool: ...  # noqa: D102


def lengths_plot(series: Lengths, *, lang: str, notation: Notation) -> Plot:
    """|A^n v| for n = 0, 1, ..; |A^n v|/rho^n where the series is rescaled.

    Args:
        series: the norms.
        lang, notation: of the words and of the numbers.
    """
    words = plot_phrases(lang)
    last = len(series.norms) - 1
    found = [(float(n), float(x.log10())) for n, x in enumerate(series.norms) if x]
    is_log = _is_wide([y for _, y in found])
    points = found if is_log else [(float(n), float(x)) for n, x in enumerate(series.norms)]
    axis = _log_axis(words["orbit.vertical.log"], points) if is_log else None
    key = "rescaled" if series.rescaled else "norm"
    description = words[f"orbit.{key}.description"].format(last=last)
    if is_log and len(found) <= last:
        description += " " + words["zero"].format(start=len(found))
    return Plot(
        "powers",
        words["orbit.title"],
        description,
        _steps(words["orbit.horizontal"], last),
        axis or _axis(words["orbit.vertical"], [y for _, y in points], notation),
        (Markers(words[f"orbit.{key}"], tuple(points), "circle", "blue"),),
    )


def quotients_plot(series: Lengths, rho: float, *, lang: str, notation: Notation) -> Plot:
    """|A^(n+1) v|/|A^n v| for n = 0, 1, .. beside the spectral radius.

    Args:
        series: the quotients.
        rho: the spectral radius; 1 where the series is rescaled.
        lang, notation: of the words and of the numbers.
    """
    words = plot_phrases(lang)
    last = max(len(series.ratios) - 1, 1)
    name = words["radius"].format(rho=decimal(Fraction(f"{rho:.6g}"), notation.decimal_point))
    points = tuple((float(n), float(x)) for n, x in enumerate(series.ratios))
    heights = [rho, *(y for _, y in points)]
    return Plot(
        "ratios",
        words["orbit.ratios.title"],
        words["orbit.ratios.description"].format(last=last),
        _steps(words["orbit.horizontal"], last),
        _axis(words["orbit.ratios.vertical"], heights, notation),
        (
            Curve(name, ((-0.5, rho), (last + 0.5, rho)), "solid", "ink"),
            Markers(words["orbit.ratio"], points, "circle", "blue"),
        ),
    )


def _is_wide(logarithms: Sequence[float]) -> bool:
    return bool(logarithms) and max(logarithms) - min(logarithms) > DECADES


def _steps(label: str, last: int) -> Axis:
    return Axis(label, -0.5, last + 0.5, ticks(0, last, ".", 10))


def _axis(label: str, heights: Sequence[float], notation: Notation) -> Axis:
    high = max(heights) * (1 + MARGIN) or 1.0
    return Axis(label, 0.0, high, ticks(0.0, high, notation.decimal_point))


def _log_axis(label: str, points: Sequence[tuple[float, float]]) -> Axis:
    heights = [y for _, y in points]
    margin = (max(heights) - min(heights)) * MARGIN
    low, high = min(heights) - margin, max(heights) + margin
    return Axis(label, low, high, power_ticks(low, high))
