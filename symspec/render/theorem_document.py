"""Numbered statements with their proofs as documents."""

from __future__ import annotations

from symspec.notation.sentence import Piece, Words, pieces
from symspec.render.document import Block, Document, Legend, Paragraph
from symspec.render.phrases import LANGUAGES
from symspec.theorems import Theorem, theorem


def theorem_document(t: Theorem, lang: str = "en") -> Document:
    """The statement, its proof, its reference, and the statements that the proof cites, in one line each."""
    words = LANGUAGES[lang]
    first, *others = t.proof
    statement, *before, last = map(pieces, (t.statement, f"{words['proof']} {first}", *others))
    cited = sorted({int(label) for found in (statement, *before, last) for label in _labels(found)})
    entries = tuple((str(k), (Words(f"{theorem(k).name}: "), *pieces(theorem(k).short))) for k in cited)
    blocks: tuple[Block, ...] = (
        Paragraph(statement, "goal", f"{t.number}."),
        *(Paragraph(text) for text in before),
        Paragraph(last, "ending"),
        Paragraph((Words(f"{words['reference']} {t.reference}"),), "names"),
        Legend(words["theorems"], entries),
    )
    return Document(t.name, lang, blocks, words["qed"])


def _labels(found: tuple[Piece, ...]) -> tuple[str, ...]:
    return tuple(label for piece in found for label in getattr(piece, "labels", ()))
