"""plot(..): which picture is drawn of which facts."""

from __future__ import annotations

from typing import Protocol

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.languages import notation_of, require_language
from symspec.render.plots.plot import Plot
from symspec.render.plots.powers import Fading, powers_plot, ratios_plot
from symspec.render.plots.spectrum import exact_discs, rounded_discs, spectrum_plot
from symspec.spectral.gershgorin.localization import Gershgorin
from symspec.spectral.growth import Growth
from symspec.spectral.spectrum import Spectrum
from symspec.truth import Behavior

KINDS = ("spectrum", "powers", "ratios")
MOST_STEPS = 1000


class Facts(Protocol):
    """The part of an analysis that pictures show."""

    @property
    def matrix(self) -> ExactMatrix: ...  # noqa: D102
    @property
    def spectrum(self) -> Spectrum: ...  # noqa: D102
    @property
    def gershgorin(self) -> Gershgorin: ...  # noqa: D102
    @property
    def behavior(self) -> Behavior: ...  # noqa: D102
    @property
    def limit(self) -> ExactMatrix: ...  # noqa: D102
    @property
    def growth(self) -> Growth: ...  # noqa: D102
    @property
    def convergence_rate(self) -> Growth: ...  # noqa: D102


def plot(facts: Facts, kind: str, steps: int, lang: str, notation: str | None) -> Plot:
    """The picture of that kind.

    Raises:
        InputError: no such kind, language or notation, or `steps` is not from 1 to 1000.
    """
    if kind not in KINDS:
        raise InputError(f'there is no picture "{kind}"; use one of: {", ".join(KINDS)}.')
    if not 1 <= steps <= MOST_STEPS:
        raise InputError(f"a picture has from 1 to {MOST_STEPS} steps, not {steps}.")
    require_language(lang)
    chosen = notation_of(notation or lang)
    if kind == "spectrum":
        over_field = isinstance(facts.matrix, FieldMatrix)
        discs = rounded_discs(facts.matrix) if over_field else exact_discs(facts.gershgorin.rows)
        return spectrum_plot(discs, facts.spectrum, lang, chosen)
    if kind == "ratios":
        return ratios_plot(facts.matrix, facts.growth, last=steps, lang=lang, notation=chosen)
    has_limit = facts.behavior is Behavior.CONVERGES
    fading = Fading(facts.limit, facts.convergence_rate) if has_limit else None
    return powers_plot(facts.matrix, facts.growth, fading, last=steps, lang=lang, notation=chosen)
