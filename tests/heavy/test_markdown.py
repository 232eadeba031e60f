"""Markdown as its readers read it: Pandoc's own flavor, and GitHub's, whose formulas stand in code.

https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from symspec.render.markdown import markdown_document
from symspec.render.theorem_document import theorem_document
from symspec.theorems import THEOREMS
from tests.heavy.pages import NAMES, page
from tests.heavy.tools import run, tool

pytestmark = pytest.mark.heavy


def nodes(tree: object) -> Iterator[dict[str, object]]:
    """Every element of Pandoc's tree, in reading order."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes(value)


def pandoc(text: str, where: Path, *options: str) -> str:
    file = where / "page.md"
    file.write_text(text, "utf-8")
    done = run(tool("pandoc"), *options, file)
    assert done.returncode == 0 and not done.stderr.strip(), done.stderr[-2000:]
    return done.stdout


def assert_read_by_pandoc(text: str, where: Path) -> None:
    """Every formula is one, and Pandoc makes MathML of each, without a warning."""
    found = [
        n for n in nodes(json.loads(pandoc(text, where, "-f", "markdown", "-t", "json"))) if n["t"] == "Math"
    ]
    displays = text.count("\n$$\n") // 2
    inline = len(re.findall(r"(?<!\\)\$(?!\$)", text.replace("\n$$\n", "\n"))) // 2
    assert len(found) == displays + inline > 0
    page = pandoc(text, where, "-f", "markdown", "-t", "html", "--mathml")
    assert page.count("<math") == len(found) and "math inline" not in page


@pytest.mark.parametrize("name", NAMES)
def test_pandoc(name: str, tmp_path: Path) -> None:
    assert_read_by_pandoc(page(name).to_markdown("pandoc"), tmp_path)


def test_theorems_by_pandoc(tmp_path: Path) -> None:
    text = "\n".join(markdown_document(theorem_document(t.number, "fr"), "pandoc") for t in THEOREMS)
    assert_read_by_pandoc(text, tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_github(name: str, tmp_path: Path) -> None:
    """GitHub reads Markdown first: a formula is code then, between dollar signs, or a block named math."""
    text = page(name).to_markdown("github")
    tree = json.loads(pandoc(text, tmp_path, "-f", "gfm", "-t", "json"))
    found = list(nodes(tree["blocks"]))
    blocks = [n for n in found if n["t"] == "CodeBlock"]
    assert len(blocks) == text.count("```math\n")
    assert all(n["c"][0][1] == ["math"] for n in blocks)  # type: ignore[index]
    code = sum(n["t"] == "Code" for n in found)
    assert code == len(re.findall(r"\$`[^`]+`\$", text)) == text.count("$`") == text.count("`$")
