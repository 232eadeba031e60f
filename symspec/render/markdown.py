"""Documents in Markdown: for GitHub, whose formulas stand in fences, and for Pandoc."""

from __future__ import annotations

import re
from typing import assert_never

from symspec.errors import InputError
from symspec.notation.latex import latex
from symspec.notation.sentence import Formula, Piece, Reference, Words
from symspec.render.document import Block, Displayed, Document, Legend, Paragraph, Part
from symspec.render.latex import display_latex

FLAVORS = ("github", "pandoc")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|$~])")


def markdown_document(document: Document, flavor: str = "github") -> str:
    """The document as Markdown.

    Args:
        flavor: "github" (formulas as math fences, and between $` and `$) or "pandoc" ($$ and $).

    Raises:
        InputError: the flavor is another one.
    """
    if flavor not in FLAVORS:
        raise InputError(f'there is no flavor "{flavor}" of Markdown here; use one of: {", ".join(FLAVORS)}.')
    blocks = [f"# {escaped(document.title)}", *(_block(document, b, flavor, 2) for b in document.blocks)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    r"""Words, with every sign of Markdown's own made plain.

    >>> print(escaped("a*b [1]"))
    a\*b \[1\]
    """
    return _SPECIAL.sub(r"\\\1", text)


def _block(document: Document, block: Block, flavor: str, level: int) -> str:
    match block:
        case Paragraph():
            return _paragraph(document, block, flavor)
        case Displayed():
            return _displayed(block, flavor)
        case Part(number, title, blocks):
            head = f"{'#' * min(level, 6)} {number + '. ' if number else ''}{_pieces(title, flavor)}"
            return "\n\n".join([head, *(_block(document, b, flavor, level + 1) for b in blocks)])
        case Legend(title, entries):
            items = "\n".join(f"- **\\[{label}\\]** {_pieces(text, flavor)}" for label, text in entries)
            return f"{'#' * level} {escaped(title)}\n\n{items}" if entries else ""
    assert_never(block)


def _paragraph(document: Document, block: Paragraph, flavor: str) -> str:
    text = _pieces(block.pieces, flavor)
    match block.role:
        case "goal" if block.head:
            return f"**{escaped(block.head)}** {text}"
        case "check" | "hint":
            return f"*{escaped(block.head)}* {text}"
        case "conclusion" | "ending":
            return f"{text} **{escaped(document.qed)}**"
    return f"{escaped(block.head)} {text}" if block.head else text


def _pieces(found: tuple[Piece, ...], flavor: str) -> str:
    return "".join(_piece(piece, flavor) for piece in found)


def _piece(piece: Piece, flavor: str) -> str:
    match piece:
        case Words(text):
            return escaped(text).replace("\u00a0", " ")
        case Formula(box):
            return f"$`{latex(box)}`$" if flavor == "github" else f"${latex(box)}$"
        case Reference(labels):
            return f"\\[{', '.join(labels)}\\]"
    assert_never(piece)


def _displayed(block: Displayed, flavor: str) -> str:
    tag = rf" \tag*{{[{', '.join(block.labels)}]}}" if block.labels else ""
    body = display_latex(block) + tag
    return f"```math\n{body}\n```" if flavor == "github" else f"$$\n{body}\n$$"
