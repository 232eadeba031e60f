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
    "orbit.title": "The lengths of v, Av, A²v and so on",
    "orbit.horizontal": "n, how often A was applied",
    "orbit.vertical": "Euclidean norm (no unit)",
    "orbit.vertical.log": "Euclidean norm (logarithmic scale)",
    "orbit.norm": "|Aⁿv|",
    "orbit.norm.description": "The norms |Aⁿv| for n from 0 to {last}, rounded.",
    "orbit.rescaled": "|Aⁿv| / ρⁿ, with the spectral radius ρ of A",
    "orbit.rescaled.description": "The norms |Aⁿv| / ρⁿ for n from 0 to {last}, rounded.",
    "orbit.ratios.title": "The factor from each Aⁿv to the next",
    "orbit.ratios.vertical": "ratio of successive norms (no unit)",
    "orbit.ratios.description": "|Aⁿ⁺¹v| / |Aⁿv| for n from 0 to {last}.",
    "orbit.ratio": "|Aⁿ⁺¹v| / |Aⁿv|",
    "gaussian.title": "Largest moduli of random Gaussian matrices",
    "gaussian.horizontal": "n, order of the matrix",
    "gaussian.vertical": "largest modulus (no unit)",
    "gaussian.description": "{samples} matrices for each n = {orders}, drawn with the seed {seed}, rounded.",
    "gaussian.law": "√n, the circular law",
    "gaussian.modulus": "largest |z| of one matrix",
    "gaussian.mean": "mean for each n",
}


def plot_phrases(lang: str) -> Vocabulary:
    """The words of pictures in that language."""
    return Vocabulary("plots", ENGLISH, lang)
