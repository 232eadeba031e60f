"""The screen about one matrix as a document, for notebooks."""

from __future__ import annotations

from symspec.notation.exact import matrix_box
from symspec.notation.formula import Symbol, Upright
from symspec.notation.sentence import Words, pieces
from symspec.render.document import LINE, Block, Displayed, Document, Paragraph, chain, chain_width
from symspec.render.screen import Summary, fact_table, verdict

REASONS = ("because", "although")


def summary_document(s: Summary) -> Document:
    """The matrix, the verdict with its limit, the reason, the key facts."""
    lines = [" ".join(line.split()) for line in verdict(s)]
    start = next((k for k, line in enumerate(lines) if line.startswith(REASONS)), len(lines))
    head = lines[0] if s.limit is None or s.behavior.value != "converges" else "A^n converges, to"
    blocks: list[Block] = [_shown("A", s), Paragraph(pieces(head), "goal")]
    blocks += [_shown("L", s)] if head != lines[0] else []
    blocks += [Paragraph(pieces(" ".join(lines[start:])))] if lines[start:] else []
    blocks += [Paragraph((Words(f"{name}: "), *pieces(text))) for name, text in fact_table(s)]
    return Document(str(s.behavior), "en", (*blocks, *(Paragraph((Words(n),)) for n in s.notes)), "")


def _shown(name: str, s: Summary) -> Displayed:
    """A or L in a display, or its size in words where it is too wide."""
    m = s.limit if name == "L" and s.limit is not None else s.matrix
    shown = chain([Symbol(name), matrix_box(m.tolist())], ("=",))
    if chain_width(shown) > LINE:
        size = Upright(f"({m.order} x {m.order})")
        shown = chain([Symbol(name), size], ("=",))
    return Displayed(((shown,),))
