"""HTML in a browser: no page scrolls sideways at 400 or 1280 pixels, and nothing is loaded."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from pathlib import Path

import pytest

from symspec.render.html import html_document
from symspec.render.theorem_document import theorem_document
from symspec.theorems import THEOREMS
from tests.heavy.pages import NAMES, page
from tests.heavy.tools import run, tool

pytestmark = pytest.mark.heavy
WIDTHS = (400, 1280)
# Each page stands in frames of both widths; the script reads off how wide it wants to be, and what it loaded.
FRAME = '<iframe width="{width}" height="700" data-name="{name}" srcdoc="{source}"></iframe>'
SCRIPT = """<pre id="found"></pre><script>
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(f => ({
    name: f.dataset.name, width: +f.width,
    wanted: f.contentDocument.documentElement.scrollWidth,
    room: f.contentDocument.documentElement.clientWidth,
    loaded: f.contentWindow.performance.getEntriesByType("resource").length,
    text: f.contentDocument.body.innerText.length }));
  document.getElementById("found").textContent = JSON.stringify(found);
});
</script>"""


def measured(pages: dict[str, str], where: Path) -> list[dict[str, object]]:
    frames = "\n".join(
        FRAME.format(width=width, name=escape(name), source=escape(source))
        for name, source in pages.items()
        for width in WIDTHS
    )
    file = where / "frames.html"
    file.write_text(f'<!DOCTYPE html><html lang="en"><meta charset="utf-8">{frames}{SCRIPT}</html>', "utf-8")
    done = run(
        tool("chromium", "chromium-browser", "google-chrome"),
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1400,900"),
        *(f"--user-data-dir={where / 'profile'}", "--virtual-time-budget=20000", "--dump-dom", file.as_uri()),
        seconds=240,
    )
    match = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert match is not None and match[1], done.stderr[-2000:]
    found: list[dict[str, object]] = json.loads(unescape(match[1]))
    assert len(found) == len(WIDTHS) * len(pages)
    return found


def assert_fit(pages: dict[str, str], where: Path) -> None:
    for one in measured(pages, where):
        assert one["wanted"] <= one["room"], one  # type: ignore[operator]
        assert one["loaded"] == 0 and one["text"] > 200, one  # type: ignore[operator]


def test_proofs_fit(tmp_path: Path) -> None:
    assert_fit({name: page(name).to_html() for name in NAMES}, tmp_path)


def test_theorems_fit(tmp_path: Path) -> None:
    pages = {str(t.number): html_document(theorem_document(t.number, "ro")) for t in THEOREMS}
    assert_fit(pages, tmp_path)


def test_the_measure_sees_what_is_too_wide(tmp_path: Path) -> None:
    wide = "<!DOCTYPE html><body><div style='width: 900px'>" + "word " * 100 + "</div></body>"
    found = {one["width"]: one for one in measured({"wide": wide}, tmp_path)}
    assert found[400]["wanted"] > found[400]["room"] and found[1280]["wanted"] == found[1280]["room"]  # type: ignore[operator]
