"""An exercise sheet and its key as documents: HTML, LaTeX, Markdown, PDF."""

from __future__ import annotations

from collections.abc import Iterable

from symspec.exercises.export.words import word
from symspec.exercises.keys import key
from symspec.exercises.questions.record import Instance
from symspec.exercises.questions.record import Part as Asked
from symspec.notation.exact import matrix_box
from symspec.notation.formula import Symbol
from symspec.notation.sentence import Words, pieces
from symspec.render.document import Block, Displayed, Document, Paragraph, Part, chain


def sheet(instances: Iterable[Instance], lang: str = "en") -> Document:
    """The questions, one after another."""
    parts = [
        _titled(
            number, instance, lang, tuple(_asked(k, part, lang) for k, part in enumerate(_parts(instance)))
        )
        for number, instance in enumerate(instances, 1)
    ]
    return Document(word("exercises", lang), lang, tuple(parts), "")


def answer_key(instances: Iterable[Instance], lang: str = "en") -> Document:
    """The same questions with one right answer to each part, and the seed that made the matrix."""
    parts = [
        _titled(
            number,
            instance,
            lang,
            tuple(_answered(k, part, instance, lang) for k, part in enumerate(_parts(instance))),
        )
        for number, instance in enumerate(instances, 1)
    ]
    return Document(word("key", lang), lang, tuple(parts), "")


def _parts(instance: Instance) -> tuple[Asked, ...]:
    return instance.question.parts


def _titled(number: int, instance: Instance, lang: str, asked: tuple[Block, ...]) -> Part:
    q = instance.question
    title = q.titles.get(lang) or q.name
    text = q.texts.get(lang)
    matrix = chain([Symbol("A"), matrix_box(instance.matrix.tolist())], ("=",))
    opening: tuple[Block, ...] = (Paragraph(pieces(text, (), lang)),) if text else ()
    return Part(str(number), (Words(title),), (*opening, Displayed(((matrix,),)), *asked))


def _asked(k: int, part: Asked, lang: str) -> Paragraph:
    return Paragraph((Words(f"({chr(97 + k)}) "), *pieces(part.text(lang), (), lang)))


def _answered(k: int, part: Asked, instance: Instance, lang: str) -> Paragraph:
    answer = key(part.task, instance.analysis, part.about)
    shown = Words(answer) if answer is not None else Words(word("no_short_answer", lang))
    return Paragraph((Words(f"({chr(97 + k)}) "), shown))
