"""Documents in LaTeX with amsmath, amssymb and geometry: a whole file, or a fragment for one."""

from __future__ import annotations

from typing import assert_never

from symspec.notation.formula import Box
from symspec.notation.latex import escaped, latex
from symspec.notation.sentence import Formula, Piece, Reference, Words
from symspec.render.document import Block, Chain, Displayed, Document, Legend, Paragraph, Part

# Babel would be needed for hyphenation only; without it words are simply not divided wrongly.
PREAMBLE = r"""\documentclass[11pt,a4paper]{article}
\usepackage{amsmath}
\usepackage{amssymb}
\usepackage[margin=25mm]{geometry}
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt plus 2pt minus 1pt}
\setlength{\emergencystretch}{4em}
\allowdisplaybreaks
"""


def latex_document(document: Document) -> str:
    """A complete file."""
    title = rf"\section*{{{escaped(document.title)}}}"
    return "\n".join(
        [PREAMBLE, r"\begin{document}", title, "", latex_fragment(document), r"\end{document}", ""]
    )


def latex_fragment(document: Document) -> str:
    """What stands inside the document environment of a file that loads amsmath and amssymb."""
    return "\n\n".join(_block(document, block, 0) for block in document.blocks) + "\n"


def _block(document: Document, block: Block, depth: int) -> str:
    match block:
        case Paragraph():
            return _paragraph(document, block)
        case Displayed():
            return _displayed(block)
        case Part(number, title, blocks):
            name = "sub" * min(depth + 1, 2) + "section"
            head = rf"\{name}*{{{_heading(number, title)}}}"
            return "\n\n".join([head, *(_block(document, inner, depth + 1) for inner in blocks)])
        case Legend(title, entries):
            items = "\n".join(rf"\item[{{[{label}]}}] {_pieces(text)}" for label, text in entries)
            head = rf"\subsection*{{{escaped(title)}}}"
            return f"{head}\n\n\\begin{{description}}\n{items}\n\\end{{description}}" if entries else ""
    assert_never(block)


def _heading(number: str, title: tuple[Piece, ...]) -> str:
    return f"{number}. {_pieces(title)}" if number else _pieces(title)


def _paragraph(document: Document, block: Paragraph) -> str:
    text = _pieces(block.pieces)
    match block.role:
        case "goal" if block.head:
            return rf"\textbf{{{escaped(block.head)}}} {text}"
        case "check" | "hint":
            return rf"{{\small \textit{{{escaped(block.head)}}} {text}\par}}"
        case "conclusion":
            return _with_mark(rf"\textbf{{{text}}}", document.qed)
        case "ending":
            return _with_mark(text, document.qed)
        case "names":
            return rf"{{\small\raggedright {text}\par}}"
    return f"{escaped(block.head)} {text}" if block.head else text


def _with_mark(text: str, mark: str) -> str:
    """The end mark at the right margin, on a line of its own if need be: The TeXbook, chapter 14."""
    before = r"\unskip\nobreak\hfil\penalty50\hskip1em\hbox{}\nobreak\hfil"
    return rf"{{{text}{before}\mbox{{{escaped(mark)}}}\parfillskip=0pt \finalhyphendemerits=0 \par}}"


def _pieces(found: tuple[Piece, ...]) -> str:
    return "".join(map(_piece, found))


def _piece(piece: Piece) -> str:
    match piece:
        case Words(text):
            return escaped(text).replace("\u00a0", "~")
        case Formula(box):
            return f"${latex(box)}$"
        case Reference(labels):
            return f"[{', '.join(labels)}]"
    assert_never(piece)


def _displayed(block: Displayed) -> str:
    tag = rf" \tag*{{[{', '.join(block.labels)}]}}" if block.labels else ""
    if len(block.rows) > 2:  # rows that may be parted by the end of a page
        rows = " \\\\[6pt]\n".join(r" \qquad ".join(map(_chain, chains)) for chains in block.rows)
        return f"\\begin{{gather*}}\n{rows}{tag}\n\\end{{gather*}}"
    return f"\\begin{{equation*}}\n{display_latex(block)}{tag}\n\\end{{equation*}}"


def display_latex(block: Displayed) -> str:
    """The formulas for display mode."""
    rows = [r" \qquad ".join(_chain(item) for item in chains) for chains in block.rows]
    if len(rows) == 1:
        return rows[0]
    return "\\begin{gathered}\n" + " \\\\[6pt]\n".join(rows) + "\n\\end{gathered}"


def _chain(item: Chain) -> str:
    if len(item.lines) == 1:
        left, right = item.lines[0]
        return f"{latex(left)} {latex(right)}" if left is not None else latex(right)
    first, *later = item.lines
    # Without a left side the later lines are continuations.
    shift = "" if first[0] is not None else r"\quad "
    lines = [f"{latex(first[0]) if first[0] is not None else ''} & {latex(first[1])}"]
    lines += [f"& {shift}{_continued(right)}" for _, right in later]
    return "\\begin{aligned}\n" + " \\\\\n".join(lines) + "\n\\end{aligned}"


def _continued(right: Box) -> str:
    """An empty atom in front keeps the spaces of a sign of operation."""
    return "{} " + latex(right)
