"""Pictures of orbits: the points are the exact norms, rounded; rescaled ones settle where the theory says."""

from __future__ import annotations

from math import sqrt

import pytest

from symspec import UndefinedError, analyze
from symspec.errors import InputError
from symspec.languages import LANGUAGES
from symspec.render.plots.data import Curve, Markers
from symspec.render.plots.plot import Plot


def points(plot: Plot) -> tuple[tuple[float, float], ...]:
    [marks] = [item for item in plot.items if isinstance(item, Markers)]
    return marks.points


def test_norms_are_the_square_roots_of_the_exact_ones() -> None:
    an = analyze("[[1, 1], [1, 0]]")
    exact = an.iteration([1, 0]).squared_norms(5)
    assert [y for _, y in points(an.orbit_plot([1, 0], steps=5))] == pytest.approx([sqrt(x) for x in exact])


def test_wide_norms_are_drawn_by_their_logarithms() -> None:
    an = analyze("[[10^400, 0], [0, 1]]")
    assert [y for _, y in points(an.orbit_plot([1, 0], steps=3))] == pytest.approx([0, 400, 800, 1200])


def test_rescaled_norms_settle_at_the_component_of_the_dominant_eigenvalue() -> None:
    an = analyze("[[2, 1], [2, 3]]")
    settled = sqrt(float(an.iteration([1, 0]).rescaled_norm_squared.rational))
    assert points(an.orbit_plot([1, 0], rescale=True))[-1][1] == pytest.approx(settled)


def test_ratios_are_drawn_beside_the_spectral_radius() -> None:
    an = analyze("[[2, 1], [2, 3]]")
    for rescale, rho in ((False, 4.0), (True, 1.0)):
        plot = an.orbit_plot([1, 0], "ratios", steps=40, rescale=rescale)
        [line] = [item for item in plot.items if isinstance(item, Curve)]
        assert {y for _, y in line.points} == {rho}
        assert points(plot)[-1] == (39.0, pytest.approx(rho))


def test_ratios_end_where_the_orbit_is_0() -> None:
    an = analyze("[[0, 1], [0, 0]]")
    assert points(an.orbit_plot([0, 1], "ratios", steps=5)) == ((0.0, 1.0), (1.0, 0.0))
    assert [y for _, y in points(an.orbit_plot([0, 1], steps=3))] == [1, 1, 0, 0]
    assert points(an.orbit_plot([0, 0], "ratios", steps=2)) == ()


@pytest.mark.parametrize("kind", ["norms", "ratios"])
def test_every_language_and_the_same_bytes_each_time(kind: str) -> None:
    an = analyze("[[sqrt(2), 1], [0, 1]]")
    found = [an.orbit_plot([1, 1], kind, lang=lang, rescale=True).to_svg() for lang in LANGUAGES]
    again = [an.orbit_plot([1, 1], kind, lang=lang, rescale=True).to_svg() for lang in LANGUAGES]
    assert found == again and len(set(found)) == len(LANGUAGES)


def test_options_that_do_not_exist() -> None:
    an = analyze("[[0, 1], [0, 0]]")
    with pytest.raises(InputError, match='no picture "length"'):
        an.orbit_plot([1, 0], "length")
    with pytest.raises(InputError, match="from 1 to 1000 steps"):
        an.orbit_plot([1, 0], steps=0)
    with pytest.raises(InputError):
        an.orbit_plot([1, 0, 0])
    with pytest.raises(UndefinedError, match="nilpotent"):
        an.orbit_plot([1, 0], rescale=True)
