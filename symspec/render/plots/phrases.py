"""The words of pictures; French and Romanian: catalogue "plots"."""

from __future__ import annotations

from collections.abc import Mapping

from symspec.languages import Plural, Template, Vocabulary

ENGLISH: Mapping[str, Template] = {
    "spectrum.title": "The eigenvalues of A in the complex plane",
    "spectrum.horizontal": "real part, Re z",
    "spectrum.vertical": "imaginary part, Im z",
    "spectrum.description": Plural(
        "count",
        "One eigenvalue: {inside} inside the unit circle, {on} on it, {outside} outside.",
        "{count} different eigenvalues: {inside} inside the unit circle, {on} on it, {outside} outside.",
    ),
    "circle": "unit circle |z| = 1",
    "discs": "Gershgorin discs by rows",
    "inside": "eigenvalue inside, |z| < 1",
    "on": "eigenvalue on the circle, |z| = 1",
    "outside": "eigenvalue outside, |z| > 1",
    "powers.title": "The size of the powers of A",
    "powers.horizontal": "n, number of factors",
    "powers.vertical": "norm (no unit)",
    "powers.vertical.log": "norm (logarithmic scale)",
    "powers.description": "The norms of the powers of A for n from 0 to {last}.",
    "norm": "|Aⁿ|, largest row sum of moduli",
    "distance": "|Aⁿ - L|, distance from the limit",
    "envelope": "envelope {curve} with c = {low} and c = {high}, the closest for n from 1 to {last}",
    "zero": "From n = {start} on the norm is 0, which this scale cannot show.",
    "ratios.title": "The factor from each power of A to the next",
    "ratios.vertical": "ratio of successive norms (no unit)",
    "ratios.description": "|Aⁿ⁺¹| / |Aⁿ| for n from 0 to {last}.",
    "ratio": "|Aⁿ⁺¹| / |Aⁿ|",
    "radius": "spectral radius ρ = {rho}",
    "no_ratio": "A power is 0; no ratio is drawn from there on.",
}


def plot_phrases(lang: str) -> Vocabulary:
    """The words of pictures in that language."""
    return Vocabulary("plots", ENGLISH, lang)
