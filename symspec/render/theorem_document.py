"""Numbered statements with their proofs as documents."""

from __future__ import annotations

from symspec.languages import Notation, notation_of
from symspec.notation.localized import localized
from symspec.notation.sentence import Formula, Piece, Words, pieces
from symspec.render.document import Block, Document, Legend, Paragraph
from symspec.render.phrases import phrases
from symspec.render.theorem_words import theorem_in


def theorem_document(name: int | str, lang: str = "en", notation: str | None = None) -> Document:
    """The statement, its proof, its reference, and the statements that the proof cites, in one line each.

    Raises:
        InputError: there is no such statement, language or notation.
    """
    t, words, chosen = theorem_in(name, lang), phrases(lang), notation_of(notation or lang)
    first, *others = t.proof
    texts = (t.statement, f"{words['proof']} {first}", *others)
    statement, *before, last = (_pieces(text, lang, chosen) for text in texts)
    cited = sorted({int(label) for found in (statement, *before, last) for label in _labels(found)})
    entries = tuple((str(k), _entry(k, lang, chosen)) for k in cited)
    blocks: tuple[Block, ...] = (
        Paragraph(statement, "goal", f"{t.number}."),
        *(Paragraph(text) for text in before),
        Paragraph(last, "ending"),
        Paragraph((Words(f"{words['reference']} {t.reference}"),), "names"),
        Legend(words["theorems"], entries),
    )
    return Document(t.name, lang, blocks, words["qed"])


def theorem_lines(name: int | str, lang: str = "en", notation: str | None = None) -> tuple[str, ...]:
    """The statement, its proof and its reference, each paragraph on one line of plain text.

    >>> theorem_lines("kronecker")[-1]
    'Reference: L. Kronecker, J. reine angew. Math. 53 (1857), 173-175.'
    """
    t, words, chosen = theorem_in(name, lang), phrases(lang), notation_of(notation or lang)
    found = (
        words["statement"].format(number=t.number, name=t.name, text=t.statement),
        words["proof"],
        *t.proof,
        f"{words['reference']} {t.reference}",
    )
    return tuple(chosen.text(text) for text in found)


def _entry(number: int, lang: str, notation: Notation) -> tuple[Piece, ...]:
    t = theorem_in(number, lang)
    return (Words(phrases(lang)["entry"].format(name=t.name, text="")), *_pieces(t.short, lang, notation))


def _pieces(text: str, lang: str, notation: Notation) -> tuple[Piece, ...]:
    found = pieces(text, (), lang)
    return tuple(Formula(localized(p.box, notation)) if isinstance(p, Formula) else p for p in found)


def _labels(found: tuple[Piece, ...]) -> tuple[str, ...]:
    return tuple(label for piece in found for label in getattr(piece, "labels", ()))
