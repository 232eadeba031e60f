"""Numbered statements with their proofs as documents."""

from __future__ import annotations

from symspec.languages import Notation, notation_of
from symspec.notation.localized import localized
from symspec.notation.sentence import Formula, Piece, Words, pieces
from symspec.render.document import Block, Document, Legend, Paragraph, Part
from symspec.render.layout import signs_kept
from symspec.render.phrases import phrases
from symspec.render.theorem_words import theorem_in
from symspec.theorems import Theorem, cited, foundations


def theorem_document(name: int | str, lang: str = "en", notation: str | None = None) -> Document:
    """The statement, its proof, its reference, and the statements that the proof cites, in one line each.

    Raises:
        InputError: there is no such statement, language or notation.
    """
    t, words, chosen = theorem_in(name, lang), phrases(lang), notation_of(notation or lang)
    entries = tuple((str(k), _entry(k, lang, chosen)) for k in sorted(cited(t)))
    blocks = (*_blocks(t, lang, chosen), Legend(words["theorems"], entries))
    return Document(t.name, lang, blocks, words["qed"])


def whole_document(name: int | str, lang: str = "en", notation: str | None = None) -> Document:
    """The statement with its proof, and then every statement that it rests on, with theirs.

    Raises:
        InputError: there is no such statement, language or notation.
    """
    t, chosen = theorem_in(name, lang), notation_of(notation or lang)
    found = [theorem_in(s.number, lang) for s in foundations(name)]
    parts = tuple(Part("", (Words(s.name),), _blocks(s, lang, chosen)) for s in found)
    return Document(t.name, lang, parts, phrases(lang)["qed"])


def _blocks(t: Theorem, lang: str, notation: Notation) -> tuple[Block, ...]:
    """The statement, its proof and its reference."""
    words = phrases(lang)
    first, *others = t.proof
    texts = (t.statement, f"{words['proof']} {first}", *others)
    statement, *before, last = (_pieces(text, lang, notation) for text in texts)
    return (
        Paragraph(statement, "goal", f"{t.number}."),
        *(Paragraph(text) for text in before),
        Paragraph(last, "ending"),
        Paragraph((Words(f"{words['reference']} {t.reference}"),), "names"),
    )


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
    return tuple(chosen.text(signs_kept(text)).replace("infinity", words["infinity"]) for text in found)


def _entry(number: int, lang: str, notation: Notation) -> tuple[Piece, ...]:
    t = theorem_in(number, lang)
    return (Words(phrases(lang)["entry"].format(name=t.name, text="")), *_pieces(t.short, lang, notation))


def _pieces(text: str, lang: str, notation: Notation) -> tuple[Piece, ...]:
    found = pieces(text, (), lang)
    return tuple(Formula(localized(p.box, notation)) if isinstance(p, Formula) else p for p in found)
