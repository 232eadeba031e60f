"""GIFT: true or false, multiple choice, and one number for each question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from html import escape

from symspec.exercises.export.flat import Choice, Flat, Numbers, TrueFalse, flat
from symspec.exercises.export.moodle import TOLERANCE, decimal, opening
from symspec.exercises.questions.record import Instance

SPECIAL = re.compile(r"([~=#{}:\\])")


def gift(instances: Iterable[Instance], lang: str = "en") -> str:
    """One GIFT question for each part; a part with several numbers becomes a question for each of them.

    Raises:
        InputError: a part has no form that GIFT can judge.
    """
    return "\n".join(text for instance in instances for text in _questions(instance, lang))


def _questions(instance: Instance, lang: str) -> Iterator[str]:
    for part in instance.question.parts:
        name = f"{instance.question.name} {part.name} {instance.seed}"
        item = flat(instance, part, lang)
        for suffix, text, answer in _answers(item):
            body = escape(f"{opening(instance, lang)} {text}", quote=False)
            yield f"::{_escaped(name + suffix)}::[html]{_escaped(body)}{{{answer}}}\n"


def _answers(item: Flat) -> Iterator[tuple[str, str, str]]:
    """(what the name ends with, the sentence, the answer in GIFT)."""
    match item:
        case TrueFalse(text, answer):
            yield "", text, "TRUE" if answer else "FALSE"
        case Choice(text, options, right):
            lines = (f"{'=' if k == right else '~'}{_escaped(o)}" for k, o in enumerate(options))
            yield "", text, "\n" + "\n".join(lines) + "\n"
        case Numbers(text, gaps):
            for label, value in gaps:
                yield f" {label.removesuffix(' =')}", f"{text} {label}", _number(value)


def _number(value: Fraction) -> str:
    if value.denominator == 1:
        return f"#{value}"
    return f"#{decimal(value)}:{float(TOLERANCE):g}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
