"""The pictures that stand in a proof: they show, and prove nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.proof.steps import ProofTree
from symspec.render.plots.build import plot
from symspec.render.plots.plot import Plot
from symspec.spectral.gershgorin.localization import Gershgorin
from symspec.spectral.growth import Growth, convergence_rate, growth
from symspec.spectral.over_fields import field_profile, field_spectrum
from symspec.spectral.profile import JordanProfile, jordan_profile
from symspec.spectral.projectors import projector_at_one
from symspec.spectral.spectrum import Spectrum, spectrum
from symspec.truth import Behavior

STEPS = 20


def illustrations(tree: ProofTree, lang: str, notation: str | None) -> tuple[Plot, ...]:
    """The spectrum and, over Q, the sizes of powers; none for a brief proof."""
    if tree.detail == "brief":
        return ()
    shown = _Shown(tree.given, tree.behavior)
    kinds = ("spectrum",) if isinstance(tree.given, FieldMatrix) else ("spectrum", "powers")
    return tuple(plot(shown, kind, STEPS, lang, notation) for kind in kinds)


@dataclass(frozen=True)
class _Shown:
    """The facts of one matrix that its pictures need."""

    matrix: ExactMatrix
    behavior: Behavior

    @cached_property
    def _profile(self) -> JordanProfile:
        return jordan_profile(self.matrix)

    @property
    def gershgorin(self) -> Gershgorin:
        return Gershgorin(self.matrix)

    @cached_property
    def spectrum(self) -> Spectrum:
        if isinstance(self.matrix, FieldMatrix):
            return field_spectrum(field_profile(self.matrix))
        return spectrum(self._profile)

    @property
    def limit(self) -> ExactMatrix:
        return projector_at_one(self.matrix, self._profile)

    @property
    def growth(self) -> Growth:
        return growth(self.spectrum)

    @property
    def convergence_rate(self) -> Growth:
        return convergence_rate(self.spectrum, self.limit)
