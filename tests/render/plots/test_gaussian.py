"""Pictures of random Gaussian matrices: the moduli that gaussian_moduli gives, beside sqrt(n)."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import pytest

from symspec import InputError, gaussian_moduli, gaussian_plot
from symspec.__main__ import main
from symspec.languages import LANGUAGES
from symspec.render.plots.data import Curve, Markers


def test_the_moduli_and_their_means_beside_the_square_root() -> None:
    found = gaussian_moduli([5, 20], seed=42, samples=4)
    law, moduli, means = gaussian_plot([5, 20], seed=42, samples=4).items
    assert isinstance(law, Curve) and isinstance(moduli, Markers) and isinstance(means, Markers)
    assert moduli.points == tuple((float(s.order), r) for s in found for r in s.moduli)
    assert means.points == tuple((float(s.order), s.mean) for s in found)
    assert [y for _, y in law.points] == pytest.approx([sqrt(x) for x, _ in law.points])


def test_every_language_and_the_same_bytes_each_time() -> None:
    found = [gaussian_plot([5], seed=1, lang=lang).to_svg() for lang in LANGUAGES]
    assert found == [gaussian_plot([5], seed=1, lang=lang).to_svg() for lang in LANGUAGES]
    assert len(set(found)) == len(LANGUAGES)


def test_there_must_be_an_order() -> None:
    with pytest.raises(InputError, match="no order"):
        gaussian_plot([], seed=1)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "moduli.svg"
    assert main(["gaussian", "5", "20", "--seed", "42", "--samples", "4", "-o", str(picture)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("n = 5: from ") and second.startswith("n = 20: from ")
    assert picture.read_text("utf-8").startswith(("<svg", "<?xml"))
    assert main(["gaussian", "5", "--seed", "42", "--json"]) == 0
    assert capsys.readouterr().out.startswith('[{"order": 5')


def test_orbits_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plot", "1 1; 1 0", "--start", "[1, 0]", "--kind", "ratios", "--rescale"]) == 0
    assert capsys.readouterr().out.startswith("<svg")
    assert main(["plot", "1 1; 1 0", "--rescale"]) == 2
    assert "--start" in capsys.readouterr().err
