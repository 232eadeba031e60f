"""Pictures show the mathematics, tell nothing by colour alone, and are the same each time."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from fractions import Fraction
from math import log10
from pathlib import Path

import pytest
from hypothesis import given, settings

from symspec import analyze
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.languages import LANGUAGES
from symspec.render.plots.build import KINDS
from symspec.render.plots.data import Circles, Curve, Markers
from symspec.render.plots.plot import Plot
from symspec.render.plots.powers import norms
from symspec.render.plots.scale import decimal, step, ticks
from symspec.render.plots.style import COLOURS
from tests.strategies import Structured, structured_matrices

MATRICES = {
    "two discs": "[[1/2, 1], [0, 2]]",
    "on the circle": "1/5 [[3, -4], [4, 3]]",
    "limit": "1/10 [[9, 1], [2, 8]]",
    "chain": "[[3, -4], [1, -1]]",
    "nilpotent": "[[0, 1, 2], [0, 0, 3], [0, 0, 0]]",
    "zero": "[[0]]",
    "idempotent": "[[1, 0], [0, 0]]",
    "huge": "[[10^200, 1], [0, 1/10^200]]",
}
ALL = [(name, kind) for name in MATRICES for kind in KINDS]


def markers(plot: Plot) -> list[Markers]:
    return [item for item in plot.items if isinstance(item, Markers)]


@pytest.mark.parametrize(("name", "kind"), ALL)
def test_every_picture_has_labels_a_legend_and_words(name: str, kind: str) -> None:
    an = analyze(MATRICES[name])
    for lang in LANGUAGES:
        plot = an.plot(kind, lang=lang)
        text = plot.to_svg()
        root = ET.fromstring(text)
        words = "".join(" ".join(node.itertext()) + " " for node in root.iter())
        assert root.get("role") == "img" and plot.title in str(root.get("aria-label"))
        assert plot.horizontal.label in words and plot.vertical.label in words and plot.title in words
        legend = " ".join(words.split())
        assert all(item.name.split()[0] in legend for item in plot.items if item.name)
        assert text == an.plot(kind, lang=lang).to_svg()
        assert "http" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "") and "nan" not in text
        assert not re.search(r"\binf\b", text)


@pytest.mark.parametrize(("name", "kind"), ALL)
def test_nothing_is_told_by_colour_alone(name: str, kind: str) -> None:
    """Two kinds of marks differ in shape, two kinds of lines in dashes or in being circles."""
    plot = analyze(MATRICES[name]).plot(kind)
    shapes = [item.shape for item in markers(plot)]
    assert len(shapes) == len(set(shapes))
    rings = [item.dash for item in plot.items if isinstance(item, Circles)]
    assert len(rings) == len(set(rings))
    assert all(item.colour in COLOURS for item in plot.items)


def test_positions_by_shape() -> None:
    plot = analyze("[[1/2, 0, 0], [0, -1, 0], [0, 0, 3]]").plot()
    found = {item.shape: item.points for item in markers(plot)}
    assert found == {"circle": ((0.5, 0.0),), "diamond": ((-1.0, 0.0),), "triangle": ((3.0, 0.0),)}
    multiple = analyze("[[2, 1, 0], [0, 2, 0], [0, 0, 2]]").plot()
    assert [item.labels for item in markers(multiple)] == [("×3",)]


def test_discs_are_those_of_the_rows() -> None:
    plot = analyze("[[1, 2, -3], [0, 4, 1/2], [0, 0, -1]]").plot()
    discs, circle = (item for item in plot.items if isinstance(item, Circles))
    assert discs.circles == ((1.0, 0.0, 5.0), (4.0, 0.0, 0.5), (-1.0, 0.0, 0.0))
    assert circle.circles == ((0.0, 0.0, 1.0),)


def test_irrational_entries() -> None:
    an = analyze("[[0, -1], [1, sqrt(2)]]")
    (marks,) = markers(an.plot())
    assert [abs(abs(complex(*p)) - 1) < 1e-12 for p in marks.points] == [True, True]
    assert all(
        circle[2] > 0 for item in an.plot().items if isinstance(item, Circles) for circle in item.circles
    )


@settings(max_examples=20)
@given(structured_matrices(max_order=5))
def test_everything_lies_in_the_window(drawn: Structured) -> None:
    an = analyze(drawn.matrix)
    for kind in KINDS:
        plot = an.plot(kind, steps=8)
        x, y = plot.horizontal, plot.vertical
        for item in plot.items:
            if isinstance(item, Circles):
                assert all(x.low <= a - r and a + r <= x.high and y.low <= b - r for a, b, r in item.circles)
            else:
                assert all(x.low <= a <= x.high and y.low <= b <= y.high for a, b in item.points)


@settings(max_examples=20)
@given(structured_matrices(max_order=4))
def test_norms_lie_between_the_envelopes(drawn: Structured) -> None:
    plot = analyze(drawn.matrix).plot("powers", steps=12)
    for k, item in enumerate(plot.items):
        if isinstance(item, Markers) and k > 1 and isinstance(plot.items[k - 1], Curve):
            lines = [i.points for i in plot.items[:k] if isinstance(i, Curve) and i.colour == item.colour]
            high, low = lines[0], lines[-1]
            for (_, top), (_, size), (_, bottom) in zip(high, item.points[1:], low, strict=True):
                slack = 1e-9 * max(1.0, abs(size))
                assert bottom - slack <= size <= top + slack


def test_norms_against_powers_by_hand() -> None:
    a = ExactMatrix.from_fractions([[1, Fraction(1, 2)], [0, 1]])
    assert [round(10 ** (size or 0), 9) for size in norms(a, 3)] == [1, 1.5, 2, 2.5]
    assert norms(ExactMatrix.from_fractions([[0, 5], [0, 0]]), 2) == (0.0, log10(5), None)


def test_files(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    plot = analyze(MATRICES["limit"]).plot("powers", lang="ro")
    for ending, start in ((".svg", b"<svg"), (".pdf", b"%PDF"), (".png", b"\x89PNG")):
        first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
        plot.save(first)
        plot.save(second)
        assert first.read_bytes().startswith(start) and first.read_bytes() == second.read_bytes()
    with pytest.raises(InputError, match=r"\.svg, \.pdf or \.png"):
        plot.save(tmp_path / "a.gif")


@pytest.mark.parametrize("kind", KINDS)
def test_matplotlib(kind: str) -> None:
    pytest.importorskip("matplotlib", reason="the extra plot is not installed")
    plot = analyze(MATRICES["limit"]).plot(kind)
    (axes,) = plot.to_matplotlib().axes
    assert axes.get_title() == plot.title and axes.get_xlabel() == plot.horizontal.label
    named = [item.name for item in plot.items if item.name]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == named


def test_bad_options() -> None:
    an = analyze(MATRICES["limit"])
    for options in ({"kind": "pie"}, {"steps": 0}, {"steps": 10**6}, {"lang": "xx"}, {"notation": "xx"}):
        with pytest.raises(InputError):
            an.plot(**options)


def test_round_numbers() -> None:
    assert [step(x) for x in (7.0, 8.0, 0.07, 700.0)] == [1, 2, Fraction(1, 100), 100]
    assert [text for _, text in ticks(0.0, 1.0, ",", 5)] == ["0", "0,2", "0,4", "0,6", "0,8", "1"]
    assert decimal(Fraction(1, 10**6), ",") == "1·10⁻⁶"
