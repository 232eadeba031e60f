"""The picture of the largest moduli of random Gaussian matrices beside sqrt(n); it decides nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence

from symspec.errors import InputError
from symspec.languages import Notation, notation_of, require_language
from symspec.numeric.gaussian import ModulusSample, gaussian_moduli
from symspec.render.plots.data import Axis, Curve, Markers
from symspec.render.plots.phrases import plot_phrases
from symspec.render.plots.plot import Plot
from symspec.render.plots.scale import ticks

MARGIN = 1.05
CURVE_POINTS = 100


def gaussian_plot(
    orders: Sequence[int],
    *,
    seed: int,
    samples: int = 10,
    lang: str = "en",
    notation: str | None = None,
) -> Plot:
    """max |z| of random n x n Gaussian matrices against sqrt(n), with the mean for each n.

    Args:
        orders: n for each sample.
        seed, samples: as for gaussian_moduli, whose moduli are drawn.
        lang: the language of the words, "en", "fr" or "ro".
        notation: how numbers are written; as is usual in the language if it is not given.

    Raises:
        InputError: there is no order, or an argument has no such value.

    References: J. Ginibre, J. Math. Phys. 6 (1965) 440-449; S. Geman, Ann. Probab. 14 (1986) 1318-1328.

    >>> print(gaussian_plot([5, 20], seed=42, samples=4))
    Largest moduli of random Gaussian matrices. 4 matrices for each n = 5, 20, drawn with the seed 42, \
rounded.
    """
    require_language(lang)
    chosen = notation_of(notation or lang)
    found = gaussian_moduli(orders, seed=seed, samples=samples)
    if not found:
        raise InputError("there is no order to draw. Write a list such as [5, 20, 100].")
    words = plot_phrases(lang)
    description = words["gaussian.description"].format(
        samples=samples, orders=", ".join(str(s.order) for s in found), seed=seed
    )
    items = (
        _law(found, words["gaussian.law"]),
        Markers(words["gaussian.modulus"], _moduli(found), "circle", "blue"),
        Markers(words["gaussian.mean"], _means(found), "diamond", "vermillion"),
    )
    across, up = max(s.order for s in found), max(max(s.moduli) for s in found)
    return Plot(
        "gaussian",
        words["gaussian.title"],
        description,
        _axis(words["gaussian.horizontal"], across, chosen),
        _axis(words["gaussian.vertical"], max(up, math.sqrt(across)), chosen),
        items,
    )


def _moduli(found: Sequence[ModulusSample]) -> tuple[tuple[float, float], ...]:
    return tuple((float(s.order), r) for s in found for r in s.moduli)


def _means(found: Sequence[ModulusSample]) -> tuple[tuple[float, float], ...]:
    return tuple((float(s.order), s.mean) for s in found)


def _law(found: Sequence[ModulusSample], name: str) -> Curve:
    end = max(s.order for s in found) * MARGIN
    steps = (end * (k / CURVE_POINTS) ** 2 for k in range(CURVE_POINTS + 1))  # dense where sqrt is steep
    return Curve(name, tuple((x, math.sqrt(x)) for x in steps), "solid", "ink")


def _axis(label: str, high: float, notation: Notation) -> Axis:
    return Axis(label, 0.0, high * MARGIN, ticks(0.0, high * MARGIN, notation.decimal_point))
