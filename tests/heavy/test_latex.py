"""LaTeX: every page compiles with pdflatex, and nothing sticks out of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symspec.render.latex import latex_document
from symspec.render.theorem_document import theorem_document
from symspec.theorems import THEOREMS
from tests.heavy.pages import NAMES, file_name, page
from tests.heavy.tools import run, tool

pytestmark = pytest.mark.heavy
# Points by which a line may stick out; a letter is about five wide.
WIDEST = 10


def assert_compiles(source: str, name: str, where: Path) -> None:
    (where / f"{name}.tex").write_text(source, "utf-8")
    done = run(tool("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex", where=where)
    assert done.returncode == 0, done.stdout[-2000:]
    log = (where / f"{name}.log").read_text("utf-8", "replace")
    too_wide = [float(x) for x in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\)", log)]
    assert all(x <= WIDEST for x in too_wide), too_wide
    assert "Missing character" not in log and "undefined" not in log.lower().replace(
        "undefined references", ""
    )


@pytest.mark.parametrize("name", NAMES)
def test_pages_compile(name: str, tmp_path: Path) -> None:
    assert_compiles(page(name).to_latex(), file_name(name), tmp_path)


@pytest.mark.parametrize("lang", ["fr", "ro"])
def test_theorems_compile(lang: str, tmp_path: Path) -> None:
    """All statements with their proofs in one file."""
    first, *others = (latex_document(theorem_document(t.number, lang)) for t in THEOREMS)
    head, _, _ = first.partition(r"\end{document}")
    bodies = [text.partition(r"\begin{document}")[2].partition(r"\end{document}")[0] for text in others]
    assert_compiles("\n".join((head, *bodies, r"\end{document}", "")), "theorems", tmp_path)


def test_fragment_needs_what_it_says_only(tmp_path: Path) -> None:
    """A fragment stands in any file that loads amsmath and amssymb."""
    for number, name in enumerate(("dunford", "stochastic", "on the circle")):
        source = (
            "\\documentclass{article}\n\\usepackage{amsmath,amssymb}\n\\begin{document}\n"
            f"{page(name).to_latex(document=False)}\\end{{document}}\n"
        )
        (tmp_path / f"f{number}.tex").write_text(source, "utf-8")
        done = run(
            tool("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", f"f{number}.tex", where=tmp_path
        )
        assert done.returncode == 0, done.stdout[-2000:]
