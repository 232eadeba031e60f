"""Documents in HTML: one file with MathML Core and a style sheet, no script, nothing from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import assert_never

from symspec.notation.formula import Box, row, width
from symspec.notation.mathml import math, mathml
from symspec.notation.sentence import Formula, Piece, Reference, Words
from symspec.render.document import Block, Chain, Displayed, Document, Legend, Paragraph, Part, broken
from symspec.render.plots.data import Drawing
from symspec.render.plots.svg import svg
from symspec.render.style import PAGE_STYLE, STYLE

# A formula in a line that is wider is cut before its signs, so that lines can be broken there.
INLINE = 18
# One formula with a bracket before it, or with signs or a no-break space after it.
_PUNCTUATED = re.compile(
    r"\(<math>(?:(?!</math>).)*</math>[).,;:\u00a0]*|<math>(?:(?!</math>).)*</math>[).,;:\u00a0]+"
)
# A piece that is wider still gets a scroll bar of its own on a narrow screen.
WIDE = 34


@dataclass(frozen=True, slots=True)
class Target:
    """Whether labels are links, the end mark of proofs, and the level of headings."""

    links: bool
    qed: str
    level: int = 2


def html_document(document: Document) -> str:
    """A complete file."""
    title = escape(document.title)
    target = Target(True, document.qed)
    parts = (_blocks(target, document.text), _pictures(document.pictures), _blocks(target, document.legends))
    body = "\n".join(filter(None, parts))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>\n{PAGE_STYLE}{STYLE}</style>\n</head>\n<body>\n"
        f'<main class="symspec">\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n'
    )


def html_fragment(document: Document) -> str:
    """A part of a page, such as the output of a notebook's cell; it brings its style."""
    body = _blocks(Target(False, document.qed, 3), document.blocks)
    return f'<style>{STYLE}</style>\n<div class="symspec">\n{body}\n</div>\n'


def _pictures(plots: tuple[Drawing, ...]) -> str:
    """Each picture in a figure of its own; the width follows the page."""
    figures = "\n".join(f"<figure>\n{svg(plot)}</figure>" for plot in plots)
    return f'<div class="pictures">\n{figures}\n</div>' if figures else ""


def _blocks(target: Target, blocks: tuple[Block, ...]) -> str:
    return "\n".join(_block(target, block) for block in blocks)


def _block(target: Target, block: Block) -> str:
    match block:
        case Paragraph():
            return _paragraph(target, block)
        case Displayed():
            return _displayed(target, block)
        case Part(number, title, blocks):
            head = f"{escape(number)}. " if number else ""
            inner = _blocks(Target(target.links, target.qed, target.level + 1), blocks)
            return (
                f"<details open>\n<summary><h{target.level}>{head}{_pieces(target, title)}</h{target.level}>"
                f"</summary>\n{inner}\n</details>"
            )
        case Legend(title, entries):
            items = "\n".join(_entry(target, label, text) for label, text in entries)
            head = f"<h{target.level}>{escape(title)}</h{target.level}>"
            return f'<section class="legend">\n{head}\n<dl>\n{items}\n</dl>\n</section>' if entries else ""
    assert_never(block)


def _entry(target: Target, label: str, text: tuple[Piece, ...]) -> str:
    anchor = f' id="ref-{escape(label)}"' if target.links else ""
    return f"<dt{anchor}>[{escape(label)}]</dt><dd>{_pieces(target, text)}</dd>"


def _paragraph(target: Target, block: Paragraph) -> str:
    if block.role == "hint":
        inner = f"<p>{_pieces(target, block.pieces)}</p>"
        return f'<details class="hint">\n<summary>{escape(block.head)}</summary>\n{inner}\n</details>'
    head = f'<span class="head">{escape(block.head)}</span> ' if block.head else ""
    end = f' <span class="qed">{escape(target.qed)}</span>' if block.role in ("conclusion", "ending") else ""
    return f'<p class="{escape(block.role)}">{head}{_pieces(target, block.pieces)}{end}</p>'


def _pieces(target: Target, found: tuple[Piece, ...]) -> str:
    """The pieces; browsers break lines at both sides of a formula, so its punctuation is kept with it."""
    shown = "".join(_piece(target, piece) for piece in found)
    return _PUNCTUATED.sub(r'<span class="keep">\g<0></span>', shown)


def _piece(target: Target, piece: Piece) -> str:
    match piece:
        case Words(text):
            return escape(text)
        case Formula(box):
            return _inline(box)
        case Reference(labels):
            return f'<span class="ref">[{", ".join(_label(target, x) for x in labels)}]</span>'
    assert_never(piece)


def _label(target: Target, label: str) -> str:
    shown = escape(label)
    return f'<a href="#ref-{shown}">{shown}</a>' if target.links else shown


def _inline(box: Box) -> str:
    """The formula, in pieces between which a line may be broken."""
    parts = broken(box, INLINE) if width(box) > WIDE else [box]
    shown = (math(p) if width(p) <= WIDE else f'<span class="wide">{math(p)}</span>' for p in parts)
    return " ".join(shown)


def _displayed(target: Target, block: Displayed) -> str:
    rows = "".join(
        f'<div class="row">{"".join(f"<div>{_chain(item)}</div>" for item in chains)}</div>'
        for chains in block.rows
    )
    cited = _piece(target, Reference(block.labels)) if block.labels else ""
    return f'<div class="display"><div class="formulas">{rows}</div>{cited}</div>'


def _chain(item: Chain) -> str:
    if len(item.lines) == 1:
        left, right = item.lines[0]
        inside = mathml(row(left, right)) if left is not None else mathml(right)
        return f'<math display="block">{inside}</math>'
    rows = "".join(
        f'<mtr><mtd class="left">{mathml(left) if left is not None else ""}</mtd>'
        f'<mtd class="right">{mathml(right)}</mtd></mtr>'
        for left, right in item.lines
    )
    return f'<math display="block"><mtable class="chain" displaystyle="true">{rows}</mtable></math>'
