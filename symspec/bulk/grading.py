"""Answers of many students to one question: each different answer is judged once, over any executor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from itertools import islice

from symspec.bulk.pool import Crew
from symspec.bulk.progress import Progress
from symspec.exercises import feedback
from symspec.exercises.questions.record import Instance, Question
from symspec.exercises.verdict import AnswerVerdict, found
from symspec.exercises.worker import Request, Worker

CHUNK, WINDOW = 100, 4
Seed = int | str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one student handed in.

    Attributes:
        id: who, or which.
        seed: of the instance of the question.
        answers: {name of a part: text}; a part without a text was not answered.
    """

    id: str
    seed: Seed
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grading:
    """How answers are judged.

    Attributes:
        question: the question.
        lang: the language of the feedback.
        seconds: what one answer may take in a process of its own; None: no such process, for trusted answers.
    """

    question: Question
    lang: str = "en"
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """A sheet with its verdicts.

    Attributes:
        sheet: what was handed in.
        verdicts: one for each part, in the order of the question; None where there was no answer.
        points, possible: the sum of weight times score, and of the weights.
        open: the parts that were answered and not judged.
    """

    sheet: Sheet
    verdicts: tuple[AnswerVerdict | None, ...]
    points: Fraction
    possible: Fraction
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """One different answer: the seed, the place of the part, and the text with single spaces."""

    seed: Seed
    part: int
    text: str


def graded(
    sheets: Iterable[Sheet],
    grading: Grading,
    executor: Executor | None = None,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Graded]:
    """Each sheet with its verdicts, in their order; answers that differ in spaces only are judged once.

    Args:
        sheets: drawn once.
        executor: any concurrent.futures.Executor; None is a process pool on this machine.

    A worker that dies costs only the answer that it was judging: its verdict is "undecided", with the code
    "answer.limits".
    """
    waiting = [(sheet, _items(sheet, grading.question)) for sheet in sheets]
    different = dict.fromkeys(item for _, items in waiting for item in items if item is not None)
    crew = Crew(executor, partial(_verdicts, grading=grading), partial(_killed, grading=grading), workers)
    known: dict[_Item, AnswerVerdict] = {}
    place = 0
    with progress or Progress(len(waiting), shown=False) as bar:
        for found_now in crew.results(_chunks(different), WINDOW * crew.workers):
            known.update(found_now)
            ready = _ready(waiting, place, known)
            for sheet, items in islice(waiting, place, ready):
                yield _graded(sheet, items, known, grading.question)
            bar.advance(ready - place)
            place = ready
        for sheet, items in islice(waiting, place, None):  # sheets without any answer
            yield _graded(sheet, items, known, grading.question)


def _ready(waiting: list[tuple[Sheet, list[_Item | None]]], place: int, known: Mapping[_Item, object]) -> int:
    """The first sheet from `place` on that has an answer without a verdict."""
    while place < len(waiting) and all(i is None or i in known for i in waiting[place][1]):
        place += 1
    return place


def _items(sheet: Sheet, question: Question) -> list[_Item | None]:
    seed = sheet.seed if question.is_generated else 0
    texts = [" ".join(sheet.answers.get(part.name, "").split()) for part in question.parts]
    return [_Item(seed, k, text) if text else None for k, text in enumerate(texts)]


def _chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Items of one seed stand together, so that its matrix is analysed in few places."""
    ordered = sorted(items, key=lambda item: (str(item.seed), item.part))
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def _graded(
    sheet: Sheet, items: list[_Item | None], known: Mapping[_Item, AnswerVerdict], question: Question
) -> Graded:
    verdicts = tuple(None if item is None else known[item] for item in items)
    pairs = list(zip(question.parts, verdicts, strict=True))
    return Graded(
        sheet,
        verdicts,
        sum((p.weight * (v.score or 0) for p, v in pairs if v is not None), Fraction(0)),
        sum((p.weight for p, _ in pairs), Fraction(0)),
        tuple(p.name for p, v in pairs if v is not None and v.score is None),
    )


# -- in the workers --------------------------------------------------------------------------


def _verdicts(items: list[_Item], *, grading: Grading) -> list[tuple[_Item, AnswerVerdict]]:
    instances: dict[Seed, Instance] = {}
    for item in items:
        if item.seed not in instances:
            instances[item.seed] = grading.question.instance(item.seed)
    if grading.seconds is None:
        return [(item, _verdict(item, instances[item.seed], grading)) for item in items]
    texts = {seed: str(instance.matrix) for seed, instance in instances.items()}
    requests = (_request(item, texts[item.seed], grading) for item in items)
    return list(zip(items, _worker(grading.seconds).verdicts(requests), strict=True))


@cache
def _worker(seconds: float) -> Worker:
    """One for each process that judges; it ends when that one ends, because nobody asks it any more."""
    return Worker(seconds=seconds)


def _verdict(item: _Item, instance: Instance, grading: Grading) -> AnswerVerdict:
    return instance.verdict(grading.question.parts[item.part], item.text, grading.lang)


def _request(item: _Item, matrix: str, grading: Grading) -> Request:
    part = grading.question.parts[item.part]
    return Request(part.task, matrix, item.text, grading.lang, part.about, part.policy)


def _killed(item: _Item, reason: str, *, grading: Grading) -> tuple[_Item, AnswerVerdict]:
    finding = found("answer.limits", ("limit", reason.rstrip(".")))
    return item, AnswerVerdict(
        "undecided", None, (finding.code,), feedback.text((finding,), grading.lang), ""
    )
