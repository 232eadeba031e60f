"""Moodle XML: true or false, multiple choice, and gaps for rational numbers (cloze)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from html import escape
from xml.etree import ElementTree as xml

from symspec.exercises.export.flat import Choice, Numbers, TrueFalse, flat
from symspec.exercises.export.words import word
from symspec.exercises.questions.record import Instance, Part

TOLERANCE = Fraction(1, 1000)
"""A gap takes decimals: within this distance of the exact value they count as right."""


def moodle_xml(instances: Iterable[Instance], lang: str = "en") -> str:
    """A quiz with one question for each part of each instance.

    Raises:
        InputError: a part has no form that Moodle can judge.

    >>> from symspec.exercises.questions.toml import question_file
    >>> "<question type=\\"truefalse\\">" in moodle_xml([question_file("yes-or-no").instance()])
    True
    """
    quiz = xml.Element("quiz")
    for instance in instances:
        for part in instance.question.parts:
            quiz.append(_question(instance, part, lang))
    xml.indent(quiz)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(quiz, encoding="unicode") + "\n"


def _question(instance: Instance, part: Part, lang: str) -> xml.Element:
    item = flat(instance, part, lang)
    kind = {TrueFalse: "truefalse", Choice: "multichoice", Numbers: "cloze"}[type(item)]
    q = xml.Element("question", type=kind)
    _text(q, "name", f"{instance.question.name} {part.name} {instance.seed}")
    body = _html(opening(instance, lang), item.text)
    match item:
        case TrueFalse(_, answer):
            _formatted(q, "questiontext", body)
            for name, value in (("true", True), ("false", False)):
                _answer(q, name, answer is value)
        case Choice(_, options, right):
            _formatted(q, "questiontext", body)
            _plain(q, "single", "true")
            _plain(q, "shuffleanswers", "false")
            for k, option in enumerate(options):
                _answer(q, option, k == right)
        case Numbers(_, gaps):
            lines = "".join(f"<p>\\({_label(label)}\\) {_gap(value)}</p>" for label, value in gaps)
            _formatted(q, "questiontext", body + lines)
    _plain(q, "defaultgrade", f"{float(part.weight):g}")
    return q


def opening(instance: Instance, lang: str) -> str:
    """The text of the question, and the matrix."""
    text = instance.question.texts.get(lang, "")
    let = f"{word('let', lang)} \\(A = {instance.matrix.to_latex()}\\)."
    return f"{text} {let}".strip()


def _html(*paragraphs: str) -> str:
    return "".join(f"<p>{escape(p, quote=False)}</p>" for p in paragraphs)


def _label(label: str) -> str:
    """lambda_1 = in LaTeX."""
    name, _, index = label.removesuffix(" =").partition("_")
    symbols = {"lambda": r"\lambda", "rho": r"\rho"}
    ranks = {"rk(A - I)": r"\operatorname{rk}(A - I)", "rk((A - I)^2)": r"\operatorname{rk}((A - I)^2)"}
    shown = ranks.get(label.removesuffix(" =")) or symbols.get(name, name) + (
        f"_{{{index}}}" if index else ""
    )
    return f"{shown} ="


def _gap(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{{1:NUMERICAL:={value}:0}}"
    return f"{{1:NUMERICAL:={decimal(value)}:{float(TOLERANCE):g}}}"


def decimal(value: Fraction) -> str:
    """The value to six digits after the point.

    >>> decimal(Fraction(-1, 3)), decimal(Fraction(1, 4))
    ('-0.333333', '0.25')
    """
    scaled = round(abs(value) * 10**6)
    digits = f"{scaled // 10**6}.{scaled % 10**6:06d}".rstrip("0").rstrip(".")
    return f"-{digits}" if value < 0 else digits


def _answer(q: xml.Element, text: str, right: bool) -> None:
    answer = xml.SubElement(q, "answer", fraction="100" if right else "0")
    _plain(answer, "text", text)


def _formatted(q: xml.Element, tag: str, html: str) -> None:
    element = xml.SubElement(q, tag, format="html")
    _plain(element, "text", html)


def _text(q: xml.Element, tag: str, text: str) -> None:
    _plain(xml.SubElement(q, tag), "text", text)


def _plain(parent: xml.Element, tag: str, text: str) -> None:
    xml.SubElement(parent, tag).text = text
