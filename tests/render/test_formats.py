"""Proofs in Markdown, LaTeX, HTML and Typst: each kind of proof, each format, nothing but what is allowed."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.notation.formula import Box, Grid, width
from symspec.notation.sentence import Formula, Words
from symspec.render.document import LINE, Block, Displayed, Document, Legend, Paragraph, Part, chain_width
from symspec.render.html import html_document, html_fragment
from symspec.render.latex import latex_document, latex_fragment
from symspec.render.markdown import markdown_document
from symspec.render.proof_document import proof_document
from symspec.render.typst import pdf, typst_document
from tests.proof.samples import SAMPLES, proof_of, sample
from tests.strategies import Structured, structured_matrices

DETAILS = ("standard", "brief")
KINDS = [(name, detail) for name in SAMPLES for detail in DETAILS]
# https://www.w3.org/TR/mathml-core/
MATHML_CORE = {
    "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom",
    "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable",
    "mtd", "mtext", "mtr", "munder", "munderover",
}  # fmt: skip
MATHML_ATTRIBUTES = {"display", "displaystyle", "form", "stretchy", "lspace", "rspace", "width", "class",
                     "linethickness", "mathvariant"}  # fmt: skip
HTML = {"html", "head", "meta", "title", "style", "body", "main", "div", "h1", "h2", "h3", "h4", "p", "span",
        "a", "details", "summary", "section", "dl", "dt", "dd"}  # fmt: skip
VOID = {"meta"}


@cache
def document_of(name: str, detail: str = "standard") -> Document:
    return proof_document(proof_of(sample(name), detail=detail))


class Reader(HTMLParser):
    """Checks that every element is allowed, closed in order, and loads nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside_math = "math" in [*self.open, tag]
        assert tag in (MATHML_CORE if inside_math else HTML), tag
        names = dict(attrs)
        if inside_math:
            assert set(names) <= MATHML_ATTRIBUTES
        assert not {"src", "onclick", "style"} & set(names)
        if "id" in names:
            assert names["id"] not in self.ids
            self.ids.add(str(names["id"]))
        if "href" in names:
            assert str(names["href"]).startswith("#")
            self.targets.add(str(names["href"])[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "math" not in self.open:
            self.words.append(data)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


def assert_balanced(tex: str) -> None:
    """Braces, environments, and the pairs of brackets that grow."""
    plain = tex.replace(r"\{", "").replace(r"\}", "")
    depth = 0
    for c in plain:
        depth += (c == "{") - (c == "}")
        assert depth >= 0
    assert depth == 0
    stack = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+\*?)\}", plain):
        if kind == "begin":
            stack.append(name)
        else:
            assert stack.pop() == name
    assert stack == []
    left, right = (len(re.findall(rf"\\{side}(?![a-z])", plain)) for side in ("left", "right"))
    assert left == right
    assert plain.count(r"\lvert") == plain.count(r"\rvert")
    assert plain.count("$") % 2 == 0


def test_html_of_every_kind() -> None:
    for name, detail in KINDS:
        document = document_of(name, detail)
        page = html_document(document)
        assert page.startswith("<!DOCTYPE html>") and "<script" not in page and "://" not in page
        reader = read(page)
        assert reader.targets <= reader.ids
        assert "$" not in "".join(reader.words) and "\ue000" not in page
        fragment = read(html_fragment(document))
        assert not fragment.ids and not fragment.targets


def test_latex_of_every_kind() -> None:
    for name, detail in KINDS:
        document = document_of(name, detail)
        whole, fragment = latex_document(document), latex_fragment(document)
        assert fragment in whole
        assert whole.count(r"\documentclass") == 1 and r"\documentclass" not in fragment
        assert set(re.findall(r"\\usepackage(?:\[.*?\])?\{(\w+)\}", whole)) == {
            "amsmath",
            "amssymb",
            "geometry",
        }
        assert_balanced(whole)
        assert fragment.isascii() or set(fragment) - set(map(chr, range(128))) <= set("éăâîșț")


@pytest.mark.parametrize(("flavor", "fence"), [("github", "```math\n"), ("pandoc", "$$\n")])
def test_markdown_of_every_kind(flavor: str, fence: str) -> None:
    for name, detail in KINDS:
        text = markdown_document(document_of(name, detail), flavor)
        assert fence in text and text.startswith("# ")
        assert_balanced(re.sub(r"\\([`*_{}\[\]<>#|$~])(?=[^a-z])", "", re.sub(r"```\w*|`", "", text)))


def test_an_unknown_flavor() -> None:
    with pytest.raises(InputError, match="github, pandoc"):
        markdown_document(document_of("1 x 1"), "myst")


def test_typst_compiles_every_kind() -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    for name, detail in KINDS:
        assert pdf(document_of(name, detail)).startswith(b"%PDF")


def test_a_pdf_is_the_same_each_time() -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    first = pdf(document_of("dunford"))
    assert pdf(proof_document(proof_of(sample("dunford")))) == first


def hostile(text: str) -> Document:
    """A document whose every word is somebody else's markup."""
    words = (Words(text),)
    blocks = (
        Paragraph(words, "goal", text),
        Paragraph(words, "check", text),
        Part("1", words, (Paragraph(words, "conclusion"),)),
        Legend(text, (("1", words),)),
    )
    return Document(text, "en", blocks, text)


@pytest.mark.parametrize(
    "text",
    [
        '"]; #panic("x") #[',
        "\\input{/etc/passwd} $x$ % {",
        "<script>alert(1)</script> & \"quoted\" 'x'",
        "[a](javascript:x) `code` **b** ~~s~~ | t |",
        "} \\end{document} ^ _ ~ #",
    ],
)
def test_words_are_never_markup(text: str) -> None:
    document = hostile(text)
    shown = 2 + 2 + 2 + 3 + 2  # title twice; goal, check, legend: head and text; part: title, text, end mark
    assert "".join(read(html_document(document)).words).count(text) == shown
    tex = latex_document(document)
    assert tex.count("\\end{document}") == 1 and "\\input{" not in tex
    assert_balanced(tex.replace(r"\$", "").replace(r"\%", ""))
    assert not re.search(r"(?<!\\)[`|<$]", markdown_document(document, "pandoc"))
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    assert text.replace("\\", "\\\\").replace('"', '\\"') in typst_document(document)
    assert pdf(document).startswith(b"%PDF")


# -- nothing wider than the page -------------------------------------------------------------


def blocks_of(blocks: tuple[Block, ...]) -> list[Block]:
    return [
        b
        for block in blocks
        for b in ([block] + (blocks_of(block.blocks) if isinstance(block, Part) else []))
    ]


def assert_fits(document: Document) -> None:
    for block in blocks_of(document.blocks):
        if isinstance(block, Displayed):
            for row in block.rows:
                assert sum(chain_width(item) + 4 for item in row) <= LINE + 4 or len(row) == 1
                assert all(chain_width(item) <= LINE + 12 for item in row)


def test_samples_fit_the_line() -> None:
    for name, detail in KINDS:
        assert_fits(document_of(name, detail))


def test_eight_by_eight_with_fractions_of_three_digits() -> None:
    rows = [[Fraction(100 + 7 * i + j, 997 - 11 * j) / 4 for j in range(8)] for i in range(8)]
    document = proof_document(proof_of(ExactMatrix.from_fractions(rows), detail="brief"))
    assert_fits(document)
    grids = [box for b in blocks_of(document.blocks) if isinstance(b, Displayed) for box in boxes(b)]
    assert any(
        isinstance(part, Grid) and width(part) <= LINE for box in grids for part in getattr(box, "parts", ())
    )


def boxes(block: Displayed) -> list[Box]:
    return [
        box for row in block.rows for item in row for pair in item.lines for box in pair if box is not None
    ]


def test_long_entries_are_named_and_listed() -> None:
    big = Fraction(10**30 + 1, 10**31 + 3)
    rows = [[big / (7 * i + j + 1) if i <= j else 0 for j in range(4)] for i in range(4)]
    document = proof_document(proof_of(ExactMatrix.from_fractions(rows), detail="brief"))
    assert_fits(document)
    named = [b for b in blocks_of(document.blocks) if isinstance(b, Paragraph) and b.role == "names"]
    assert named and any(isinstance(piece, Formula) for piece in named[0].pieces)


def test_a_thousand_digits() -> None:
    rows = [[Fraction(1, 10**1000 + 1), 1], [0, 10**5000]]
    document = proof_document(proof_of(ExactMatrix.from_fractions(rows)))
    read(html_document(document))
    assert_balanced(latex_document(document))


@settings(max_examples=15)
@given(structured_matrices(max_order=8))
def test_random_structures(drawn: Structured) -> None:
    document = proof_document(proof_of(drawn.matrix))
    assert_fits(document)
    read(html_document(document))
    assert_balanced(latex_document(document))
