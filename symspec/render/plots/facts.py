"""The part of an analysis that iterates in floating point, and draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symspec.errors import InputError
from symspec.fact import guarded
from symspec.numeric.iteration import NumericIteration

if TYPE_CHECKING:
    from symspec.render.plots.plot import Plot
    from symspec.spectral.growth import Growth

KINDS = ("norms", "ratios")
BITS = 64
DIGITS = 15


class OrbitPictures(NumericIteration):
    """Pictures of |A^n v| and of the quotients of successive ones."""

    if TYPE_CHECKING:

        @property
        def growth(self) -> Growth: ...  # noqa: D102

    @guarded
    def orbit_plot(
        self,
        v: Any,
        kind: str = "norms",
        *,
        steps: int = 30,
        rescale: bool = False,
        lang: str = "en",
        notation: str | None = None,
    ) -> Plot:
        """A picture of v, A v, .., A^steps v, as `plot` makes them of powers; the norm is the Euclidean one.

        Args:
            v: a vector, as `iteration` takes it.
            kind: "norms" (|A^n v|) or "ratios" (|A^(n+1) v|/|A^n v| beside rho).
            steps: how often A is applied, from 1 to 1000.
            rescale: divide A by its spectral radius rho first.
            lang, notation: as for proof.

        Raises:
            InputError: v is no vector of the height of A, or an option has another value.
            UndefinedError: A is nilpotent and cannot be rescaled.

        >>> from symspec import analyze
        >>> print(analyze("1 1; 1 0").orbit_plot([1, 0], "ratios", steps=5))
        The factor from each Aⁿv to the next. |Aⁿ⁺¹v| / |Aⁿv| for n from 0 to 4.
        """
        from symspec.languages import notation_of, require_language
        from symspec.render.plots.build import MOST_STEPS
        from symspec.render.plots.orbits import lengths_plot, quotients_plot

        if kind not in KINDS:
            raise InputError(f'there is no picture "{kind}" of an orbit; use one of: {", ".join(KINDS)}.')
        if not 1 <= steps <= MOST_STEPS:
            raise InputError(f"a picture has from 1 to {MOST_STEPS} steps, not {steps}.")
        require_language(lang)
        chosen = notation_of(notation or lang)
        series = self.norm_series(v, steps, digits=DIGITS, rescale=rescale)
        if kind == "norms":
            return lengths_plot(series, lang=lang, notation=chosen)
        low, high = self.growth.dominant.modulus_interval(BITS)
        rho = 1.0 if rescale else float((low + high) / 2)
        return quotients_plot(series, rho, lang=lang, notation=chosen)
