"""A question, one of its instances, and the marking of a student's answers to all of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from symspec.algebra.coerce import matrix
from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis, analyze
from symspec.errors import InputError
from symspec.exercises.generate.registry import generated
from symspec.exercises.mark import check_answer
from symspec.exercises.policy import STRICT, Policy
from symspec.exercises.questions.prompts import prompt
from symspec.exercises.verdict import AnswerVerdict

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked, and what it is worth.

    Attributes:
        name: how answers name this part.
        task: one of symspec.exercises.tasks.TASKS.
        weight: its points.
        texts: {language: the sentence that asks}; where a language is missing, the sentence of the task.
        about: the second matrix or the statement, for tasks that need one.
        policy: how strictly it is judged.
    """

    name: str
    task: str
    weight: Fraction = Fraction(1)
    texts: Texts = field(default_factory=dict)
    about: str | None = None
    policy: Policy = STRICT

    def text(self, lang: str) -> str:
        """The sentence that asks."""
        return self.texts.get(lang) or prompt(self.task, self.about, lang)


@dataclass(frozen=True, slots=True)
class Generator:
    """Where the matrix comes from when it depends on a seed: a name with its version, and its options."""

    name: str
    version: int
    options: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with one part or several about one matrix.

    Attributes:
        name: an identifier.
        source: the matrix as text, or its generator.
        parts: at least one.
        titles, texts: {language: text}.
        lang: the language of the feedback unless another one is asked for.
    """

    name: str
    source: str | Generator
    parts: tuple[Part, ...]
    titles: Texts = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    lang: str = "en"

    @property
    def is_generated(self) -> bool:
        """Each seed gives another matrix."""
        return isinstance(self.source, Generator)

    def instance(self, seed: int | str = 0) -> Instance:
        """The question with its matrix; without a generator every seed gives the same."""
        s = self.source
        a = generated(s.name, s.version, dict(s.options), seed) if isinstance(s, Generator) else matrix(s)
        return Instance(self, seed, a)


@dataclass(frozen=True)  # without slots: the analysis is made when it is first asked for
class Instance:
    """A question for one seed.

    Attributes:
        question: the question.
        seed: what the generator was given.
        matrix: A.
    """

    question: Question
    seed: int | str
    matrix: ExactMatrix

    @cached_property
    def analysis(self) -> Analysis:
        """The facts that all answers are judged by."""
        return analyze(self.matrix)

    def verdict(self, part: Part, text: str, lang: str | None = None) -> AnswerVerdict:
        """The judgement of the answer to one part."""
        return check_answer(
            part.task,
            self.analysis,
            text,
            lang=lang or self.question.lang,
            about=part.about,
            policy=part.policy,
        )

    def marking(self, answers: Mapping[str, str], lang: str | None = None) -> Marking:
        """The judgement of the answers {name of a part: text}.

        Raises:
            InputError: an answer to a part that the question does not have.
        """
        names = [part.name for part in self.question.parts]
        for name in answers:
            if name not in names:
                raise InputError(f'there is no part "{name}"; the parts are: {", ".join(names)}.')
        return Marking(
            tuple(
                (
                    part,
                    self.verdict(part, text, lang) if (text := answers.get(part.name, "").strip()) else None,
                )
                for part in self.question.parts
            )
        )

    def sheet(self, lang: str | None = None) -> str:
        """The question as a student reads it: the text, the matrix, and what is asked."""
        lang = lang or self.question.lang
        texts = [t.get(lang, "") for t in (self.question.titles, self.question.texts)]
        asked = [f"{p.name}: {p.text(lang)}" for p in self.question.parts]
        return "\n\n".join([*filter(None, texts), f"A = {self.matrix}", "\n".join(asked)])

    def solution(self, *, detail: str = "standard", lang: str | None = None) -> Any:
        """The worked solution: the proof of what A^n does, with the steps that lead there."""
        return self.analysis.proof(detail=detail, lang=lang or self.question.lang)


@dataclass(frozen=True, slots=True)
class Marking:
    """The verdicts of all parts.

    Attributes:
        verdicts: (part, verdict), in the order of the question; None where there was no answer.
    """

    verdicts: tuple[tuple[Part, AnswerVerdict | None], ...]

    @property
    def points(self) -> Fraction:
        """The sum of weight times score over what was judged; no answer and what is open give none."""
        return sum((p.weight * (v.score or 0) for p, v in self.verdicts if v is not None), Fraction(0))

    @property
    def possible(self) -> Fraction:
        """The sum of all weights."""
        return sum((p.weight for p, _ in self.verdicts), Fraction(0))

    @property
    def open(self) -> tuple[str, ...]:
        """The parts that were answered and not judged: someone has to look at them."""
        return tuple(p.name for p, v in self.verdicts if v is not None and v.score is None)

    def __str__(self) -> str:
        lines = [f"{p.name}: {'no answer' if v is None else v}" for p, v in self.verdicts]
        return "\n\n".join([*lines, f"{self.points} of {self.possible}"])
