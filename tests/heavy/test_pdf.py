"""PDF: made quickly, the same bytes each time, and nothing printed in the margins."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from symspec.render.typst import pdf
from tests.heavy.pages import NAMES, file_name, page
from tests.heavy.tools import absent, run, tool

pytestmark = pytest.mark.heavy
SECONDS = 0.5  # of the processor: what else runs on the machine does not count
DOTS = 50  # per inch
MARGIN = 18  # millimetres at the sides; the page asks for 25
WHITE = 250


def made(name: str) -> bytes:
    try:
        return pdf(page(name).illustrated)
    except Exception as error:
        if "pip install" in str(error):
            absent("the typst package is not installed")
        raise


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_made_quickly_and_alike(name: str) -> None:
    document = page(name).illustrated
    first = made(name)
    times = []
    for _ in range(3):
        start = time.process_time()
        assert pdf(document) == first
        times.append(time.process_time() - start)
    assert min(times) < SECONDS, times


def grey(file: Path) -> tuple[int, int, bytes]:
    """Width, height and pixels of a binary PGM file."""
    kind, size, depth, pixels = file.read_bytes().split(b"\n", 3)
    assert kind == b"P5" and depth == b"255"
    width, height = map(int, size.split())
    return width, height, pixels


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_printed_in_the_margins(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made(name))
    done = run(tool("pdftoppm"), "-gray", "-r", str(DOTS), "a.pdf", file_name(name), where=tmp_path)
    assert done.returncode == 0, done.stderr
    pages = sorted(tmp_path.glob("*.pgm"))
    assert pages
    for file in pages:
        width, height, pixels = grey(file)
        side = round(MARGIN / 25.4 * DOTS)
        rows = [pixels[y * width : (y + 1) * width] for y in range(height)]
        assert min(min(row[:side]) for row in rows) >= WHITE, f"{file.name}: left margin"
        assert min(min(row[-side:]) for row in rows) >= WHITE, f"{file.name}: right margin"
        assert min(map(min, rows)) < 128, f"{file.name} is empty"
