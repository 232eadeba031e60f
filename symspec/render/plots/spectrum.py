"""The picture of the spectrum: eigenvalues, the unit circle, Gershgorin's discs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.languages import Notation
from symspec.render.plots.data import Axis, Circles, Item, Markers
from symspec.render.plots.phrases import plot_phrases
from symspec.render.plots.plot import Plot
from symspec.render.plots.scale import ticks
from symspec.spectral.gershgorin.discs import DiscFamily
from symspec.spectral.spectrum import Eigenvalue, Spectrum

Discs = tuple[tuple[float, float, float], ...]
"""(x, y, radius) for each."""

BITS = 64
POSITIONS = (("inside", "circle", "blue"), ("on", "diamond", "green"), ("outside", "triangle", "vermillion"))
# The picture is at least this high for its width, and never higher than wide.
FLATTEST = 0.6


def spectrum_plot(discs: Discs, spectrum: Spectrum, lang: str, notation: Notation) -> Plot:
    """The eigenvalues z of A, by shape as |z| < 1, = 1 or > 1, decided exactly; drawn to rounding."""
    words = plot_phrases(lang)
    found = {name: _of(spectrum, name) for name, _, _ in POSITIONS}
    items: tuple[Item, ...] = (
        Circles(words["discs"], discs, "dashed", "purple", is_filled=True),
        Circles(words["circle"], ((0.0, 0.0, 1.0),), "solid", "ink"),
        *(
            _markers(words[name], found[name], shape, colour)
            for name, shape, colour in POSITIONS
            if found[name]
        ),
    )
    counts = {name: len(values) for name, values in found.items()}
    total = sum(counts.values())
    description = words.template("spectrum.description", {"count": total}).format(count=total, **counts)
    across, up = _window([*discs, (0.0, 0.0, 1.0), *((*_point(e.value), 0.0) for e in spectrum.eigenvalues)])
    return Plot(
        "spectrum",
        words["spectrum.title"],
        description,
        _axis(words["spectrum.horizontal"], across, notation),
        _axis(words["spectrum.vertical"], up, notation),
        items,
        is_square=True,
    )


def exact_discs(found: DiscFamily) -> Discs:
    """(Re c, Im c, r) for each disc, those that coincide once."""
    return tuple(dict.fromkeys((*_point(d.centre), _point(d.radius)[0]) for d in found.discs))


def rounded_discs(a: ExactMatrix) -> Discs:
    """The same over a number field, where exact sums of moduli would take seconds: by rounding."""
    found = []
    for i, row in enumerate(a.tolist()):
        x, y = _point(row[i])
        found.append((x, y, sum(abs(complex(*_point(z))) for j, z in enumerate(row) if j != i)))
    return tuple(dict.fromkeys(found))


def _of(spectrum: Spectrum, position: str) -> list[Eigenvalue]:
    return [e for e in spectrum.eigenvalues if e.position == position]


def _markers(name: str, eigenvalues: list[Eigenvalue], shape: str, colour: str) -> Markers:
    """Multiple eigenvalues have their multiplicity beside them."""
    points = tuple(_point(e.value) for e in eigenvalues)
    counts = (e.algebraic_multiplicity for e in eigenvalues)
    return Markers(name, points, shape, colour, tuple(f"×{m}" if m > 1 else "" for m in counts))


def _point(z: Any) -> tuple[float, float]:
    """Where a number stands, to the precision of a picture."""
    if isinstance(z, int | Fraction):
        return float(z), 0.0
    number = z.number if isinstance(z, FieldElement) else z
    x, y = number.refined(BITS).enclosure.centre
    return float(x), float(y)


def _window(circles: list[tuple[float, float, float]]) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ranges of both axes: everything with a margin, the real axis in the middle."""
    left, right = min(x - r for x, _, r in circles), max(x + r for x, _, r in circles)
    up = max(abs(y) + r for _, y, r in circles)
    up *= 1.08
    middle, half = (left + right) / 2, (right - left) / 2 * 1.08
    half = max(half, up)
    up = max(up, half * FLATTEST)
    return (middle - half, middle + half), (-up, up)


def _axis(label: str, ends: tuple[float, float], notation: Notation) -> Axis:
    return Axis(label, *ends, ticks(*ends, notation.decimal_point))
