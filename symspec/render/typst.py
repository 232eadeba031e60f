"""Documents as Typst markup, and PDF from it. Words enter as string literals, never as markup."""

from __future__ import annotations

from typing import assert_never

from symspec.errors import InputError
from symspec.notation.formula import Box
from symspec.notation.sentence import Formula, Piece, Reference, Words
from symspec.notation.typst import quoted, typst
from symspec.render.document import Block, Chain, Displayed, Document, Legend, Paragraph, Part
from symspec.render.plots.files import typst_image

# Only fonts that the typst package carries, so that a page is the same everywhere.
PREAMBLE = """#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: "New Computer Modern", size: 10.5pt)
#set par(leading: 0.7em, spacing: 0.9em, justify: true)
#set math.mat(row-gap: 0.4em, column-gap: 0.8em)
#show math.equation.where(block: true): set align(left)
#show heading: set block(above: 1.5em, below: 0.8em)
"""


def pdf(document: Document) -> bytes:
    """The document as PDF, the same bytes each time.

    Raises:
        InputError: the typst package is not installed.
    """
    try:
        import typst as compiler
    except ImportError:
        raise InputError("PDF needs the typst package: pip install 'symspec[pdf]'.") from None
    found: bytes = compiler.compile(typst_document(document).encode(), ignore_system_fonts=True)
    return found


def typst_document(document: Document) -> str:
    """A complete Typst file."""
    head = (
        f"#set document(title: {quoted(document.title)}, date: none)\n{PREAMBLE}"
        f"#set text(lang: {quoted(document.lang)})\n#heading(level: 1, {quoted(document.title)})\n"
    )
    text, legends = (
        "\n".join(_block(document, block, 2) for block in blocks)
        for blocks in (document.text, document.legends)
    )
    return f"{head}{text}\n{_pictures(document)}{legends}"


def _pictures(document: Document) -> str:
    """The pictures side by side."""
    if not document.pictures:
        return ""
    images = ", ".join(f"[{typst_image(plot, '100%')}]" for plot in document.pictures)
    return (
        f"\n#block(above: 1.6em, grid(columns: (1fr, 1fr), column-gutter: 1em, row-gutter: 1em, {images}))\n"
    )


def _block(document: Document, block: Block, level: int) -> str:
    match block:
        case Paragraph():
            return f"\n{_paragraph(document, block)}\n"
        case Displayed():
            return f"\n{_displayed(block)}\n"
        case Part(number, title, blocks):
            shown = _words(f"{number}. ") if number else ""
            inner = "\n".join(_block(document, b, level + 1) for b in blocks)
            return f"\n#heading(level: {level})[{shown}{_pieces(title)}]\n{inner}"
        case Legend(title, entries):
            cells = ", ".join(f"[{_words(f'[{label}]')}], [{_pieces(text)}]" for label, text in entries)
            grid = f"#text(size: 0.92em, grid(columns: (3em, 1fr), row-gutter: 0.7em, {cells}))"
            return f"\n#heading(level: {level}, {quoted(title)})\n{grid}\n" if entries else ""
    assert_never(block)


def _paragraph(document: Document, block: Paragraph) -> str:
    text = _pieces(block.pieces)
    match block.role:
        case "goal" if block.head:
            return f"#strong({quoted(block.head)}); {text}"
        case "check" | "hint":
            return f"#text(size: 0.92em)[#emph({quoted(block.head)}); {text}]"
        case "conclusion":
            return _with_mark(f"#strong[{text}]", document.qed)
        case "ending":
            return _with_mark(text, document.qed)
        case "names":
            return f"#text(size: 0.92em)[{text}]"
    return f"{_words(block.head + ' ')}{text}" if block.head else text


def _with_mark(text: str, mark: str) -> str:
    """The end mark at the right of the last line, in a column of its own."""
    columns = "columns: (1fr, auto), column-gutter: 1em, align: (left, right + bottom)"
    return f"#grid({columns}, [{text}], [{_words(mark)}])"


def _pieces(found: tuple[Piece, ...]) -> str:
    return "".join(map(_piece, found))


def _piece(piece: Piece) -> str:
    match piece:
        case Words(text):
            return _words(text)
        case Formula(box):
            return f"${typst(box)}$"
        case Reference(labels):
            return _words(f"[{', '.join(labels)}]")
    assert_never(piece)


def _words(text: str) -> str:
    """A string in markup; the semicolon ends the expression."""
    return f"#{quoted(text)};"


def _displayed(block: Displayed) -> str:
    rows = ", ".join(_row(chains) for chains in block.rows)
    formulas = f"stack(spacing: 0.9em, {rows})"
    cited = quoted(f"[{', '.join(block.labels)}]") if block.labels else "[]"
    return (
        "#pad(left: 1.5em, y: 0.2em, grid(columns: (1fr, auto), align: (left + horizon, right + bottom), "
        f"{formulas}, {cited}))"
    )


def _row(chains: tuple[Chain, ...]) -> str:
    cells = ", ".join(f"[$ {_chain(item)} $]" for item in chains)
    columns = ", ".join(["auto"] * len(chains))
    return f"grid(columns: ({columns},), column-gutter: 2.2em, align: left + horizon, {cells})"


def _chain(item: Chain) -> str:
    if len(item.lines) == 1:
        return " ".join(typst(side) for side in item.lines[0] if side is not None)
    return " \\ ".join(_line(left, right) for left, right in item.lines)


def _line(left: Box | None, right: Box) -> str:
    return f"{typst(left) if left is not None else ''} & {typst(right)}"
