"""Links between the pages of the project lead to files, and to places in them, that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    {*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")}
    | set((ROOT / "examples").rglob("*.md"))
)
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
HEADING = re.compile(r"^#+ +(.+)$", re.M)
ANCHOR = re.compile(r'<a id="([^"]+)">')


def places(page: Path) -> set[str]:
    """What may stand after # in a link to the page: anchors, and headings as GitHub writes them."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = (re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in HEADING.findall(text))
    return {*ANCHOR.findall(text), *headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    for target, place in LINK.findall(text):
        found = page.parent / target if target else page
        assert found.exists(), target
        assert not place or place in places(found), f"{target}#{place}"


def test_the_pages_were_found() -> None:
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"} <= {page.name for page in PAGES}
    assert LINK.findall("a [b](c.md#d), [e](https://f.g), ![h](i.svg)") == [("c.md", "d"), ("i.svg", "")]
