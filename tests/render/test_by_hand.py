"""Full proofs in every format: marks, bars, hints and sub-steps; nothing wider than the page."""

from __future__ import annotations

import json
import re
import time
from fractions import Fraction
from functools import cache

import pytest

from symspec.algebra.matrix import ExactMatrix
from symspec.languages import notation_of
from symspec.notation.formula import Grid, Marked, Number, width
from symspec.notation.latex import latex
from symspec.notation.mathml import mathml
from symspec.notation.typst import typst
from symspec.proof.elimination import Combination, Exchange, Scaling, reduction
from symspec.proof.entries import Entries, alpha
from symspec.proof.steps import Division, ProofTree
from symspec.render.by_hand_boxes import reduction_rows
from symspec.render.by_hand_text import division_box, operation_text, reduction_box
from symspec.render.document import LINE, Displayed, chain_width
from symspec.render.html import html_document
from symspec.render.latex import latex_document
from symspec.render.markdown import markdown_document
from symspec.render.proof_document import proof_document
from symspec.render.proof_json import proof_json
from symspec.render.text import WIDTH, proof_text
from symspec.render.typst import pdf, typst_document
from symspec.spectral.profile import jordan_profile
from tests.proof.samples import SAMPLES, proof_of, sample
from tests.render.test_formats import assert_balanced, blocks_of, read

TRAP = "no eigenvector of the basis begins the chain"
READ = (TRAP, "repeated pair", "two chains", "no zeros", "order 6", "10^-40 from 1")


@cache
def full(name: str) -> ProofTree:
    return proof_of(sample(name), detail="full")


def test_html() -> None:
    for name in READ:
        page = html_document(proof_document(full(name)))
        reader = read(page)
        assert reader.targets <= reader.ids
        assert page.count('<details class="hint">') >= 3
    trap = html_document(proof_document(full(TRAP)))
    assert 'class="changed"' in trap and '<mtd class="bar">' in trap
    assert "<h4>3.2.3." in trap


def test_latex_and_markdown() -> None:
    for name in READ:
        document = proof_document(full(name))
        assert_balanced(latex_document(document))
        assert_balanced(re.sub(r"\\([`*_{}\[\]<>#|$~])(?=[^a-z])", "", markdown_plain(name)))
    assert r"\boldsymbol{0}" in latex_document(proof_document(full(TRAP)))


def markdown_plain(name: str) -> str:
    return re.sub(r"```\w*|`", "", markdown_document(proof_document(full(name))))


def test_typst() -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    for name in READ:
        assert pdf(proof_document(full(name))).startswith(b"%PDF")
    assert "augment: #4" in typst_document(proof_document(full(TRAP)))


def test_text_marks_what_changed() -> None:
    text = proof_text(full(TRAP))
    assert "R2 <- R2 + R1" in text and "0*" in text and " | " in text
    assert text.count("Hint: ") >= 5


@pytest.mark.parametrize("lang", ["en", "fr", "ro"])
def test_every_language_fits(lang: str) -> None:
    for name in READ:
        text = proof_text(full(name), lang)
        assert max(map(len, text.splitlines())) <= WIDTH and "{" not in text


def test_nothing_is_wider_than_the_line() -> None:
    for name in SAMPLES:
        for block in blocks_of(proof_document(full(name)).blocks):
            if isinstance(block, Displayed):
                assert all(chain_width(item) <= LINE + 8 for chains in block.rows for item in chains), name


def hilbert(n: int) -> ExactMatrix:
    """Fractions whose denominators have three digits, order n."""
    return ExactMatrix.from_fractions(
        [[Fraction(1, 97 + 13 * i + 7 * j) for j in range(n)] for i in range(n)]
    )


def test_order_8_with_fractions_of_three_digits() -> None:
    tree = proof_of(hilbert(8), detail="full")
    text = proof_text(tree)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert len(text.splitlines()) < 600
    for block in blocks_of(proof_document(tree).blocks):
        if isinstance(block, Displayed):
            assert all(chain_width(item) <= LINE + 8 for chains in block.rows for item in chains)


def test_a_full_proof_of_order_5_takes_less_than_two_seconds() -> None:
    a = ExactMatrix.from_integers([[(3 * i + 5 * j * j) % 7 - 2 for j in range(5)] for i in range(5)], 4)
    jordan_profile(a)
    start = time.process_time()
    proof_text(proof_of(a, detail="full"))
    assert time.process_time() - start < 2


@pytest.mark.parametrize("name", [name for name in SAMPLES if sample(name).order == 3])
def test_brief_fits_on_a_screen(name: str) -> None:
    text = proof_text(proof_of(sample(name), detail="brief"))
    assert len(text.splitlines()) <= 40


# -- parts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        (Exchange(0, 2), "R1 <-> R3"),
        (Scaling(1, Fraction(-1)), "R2 <- -R2"),
        (Scaling(1, Fraction(6, 5)), "R2 <- 6/5 R2"),
        (Combination(1, Fraction(1), 0, Fraction(3)), "R2 <- R2 - 3 R1"),
        (Combination(1, Fraction(1), 0, Fraction(-1)), "R2 <- R2 + R1"),
        (Combination(2, Fraction(3), 0, Fraction(2), Fraction(5)), "R3 <- (3 R3 - 2 R1)/5"),
    ],
)
def test_operations(operation: Exchange | Scaling | Combination, text: str) -> None:
    assert operation_text(operation) == text


def test_expressions_in_alpha() -> None:
    from symspec.algebra.polynomial import Polynomial

    z = alpha(Polynomial.of([1, -1, 1]))
    assert operation_text(Combination(1, Fraction(1), 0, z - 1)) == "R2 <- R2 - (alpha - 1) R1"
    assert operation_text(Combination(1, Fraction(1), 0, -z)) == "R2 <- R2 + alpha R1"


def test_horner() -> None:
    from symspec.algebra.polynomial import Polynomial

    box = division_box(Division(Polynomial.of([-6, 11, -6, 1]), Fraction(2), (32,)), notation_of("en"))
    assert [line.split() for line in box if "-" not in line.replace("-", "", 1) or line.strip("- ")] == [
        ["1", "-6", "11", "-6"],
        ["2", "-8", "6"],
        ["1", "-4", "3", "0"],
    ]


def test_long_entries_of_a_reduction_are_named() -> None:
    rows = [[Fraction(10**9 + i + j, 7) for j in range(9)] for i in range(2)]
    r = reduction(Entries.of(rows))
    box, names = reduction_box(r, 77, notation_of("en"))
    assert max(map(len, box)) <= 77 and names
    lines, known = reduction_rows(r)
    assert all(width(line) <= LINE for line in lines) and known


def test_marks_and_bars() -> None:
    grid = Grid(((Number("1"), Marked(Number("2"))),), bar=1)
    assert r"{c|c}" in latex(grid) and r"\boldsymbol{2}" in latex(grid)
    assert '<mtd class="bar"><mrow class="changed"><mn>2</mn></mrow></mtd>' in mathml(grid)
    assert "augment: #1" in typst(grid) and "bold(2)" in typst(grid)


def test_json_tells_before_after_and_what_changed() -> None:
    data = json.loads(proof_json(full(TRAP)))
    found = list(reductions(data["steps"]))
    assert found
    for step in found:
        before = step["before"]
        for inner in step["steps"]:
            after = inner["after"]
            cells = [
                [i, j]
                for i, (a, b) in enumerate(zip(before, after, strict=True))
                for j, (x, y) in enumerate(zip(a, b, strict=True))
                if x != y
            ]
            assert inner["changed"] == cells
            before = after


def reductions(steps: list[dict]) -> list[dict]:  # type: ignore[type-arg]
    inner = [r for s in steps if s["step"] == "section" for r in reductions(s["steps"])]
    return [s for s in steps if s["step"] == "row_reduction"] + inner
