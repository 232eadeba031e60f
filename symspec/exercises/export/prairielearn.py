"""A PrairieLearn question: a folder whose server.py lets symspec judge every part, exactly."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from html import escape

from symspec.exercises.export.moodle import opening
from symspec.exercises.questions.record import Question

# uuid5 of a name in this space: the same question has the same identifier in every export.
SPACE = uuid.UUID("5b6f6f5e-2d0c-5d0e-9a52-3f1f5a3a1c77")

SERVER = '''"""Judges the answers with symspec, which has to be installed where questions run."""

from pathlib import Path

from symspec.exercises.export.served import Served

SERVED = Served(Path(__file__).parent / "question.toml")


def generate(data):
    SERVED.generate(data)


def parse(data):
    SERVED.parse(data)


def grade(data):
    SERVED.grade(data)


def test(data):
    SERVED.test(data)
'''


def prairielearn(question: Question, source: str, lang: str = "en") -> Mapping[str, str]:
    """{file name: text}: info.json, question.html, server.py, and question.toml as it is.

    Args:
        question: the question.
        source: its TOML text.
        lang: the language of the texts.
    """
    return {
        "info.json": _info(question, lang),
        "question.html": _html(question, lang),
        "server.py": SERVER,
        "question.toml": source,
    }


def _info(question: Question, lang: str) -> str:
    fields = {
        "uuid": str(uuid.uuid5(SPACE, question.name)),
        "title": question.titles.get(lang, question.name),
        "topic": "Linear algebra",
        "tags": sorted({part.task for part in question.parts}),
        "type": "v3",
        "singleVariant": not question.is_generated,
    }
    return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"


def _html(question: Question, lang: str) -> str:
    """The matrix comes from server.py, as LaTeX; each part has a gap for a text."""
    instance = question.instance(0)
    start = escape(opening(instance, lang), quote=False).replace(
        escape(instance.matrix.to_latex(), quote=False), "{{{params.matrix_latex}}}"
    )
    start = start.replace("\\(", "$").replace("\\)", "$")
    parts = "\n".join(
        f"<pl-question-panel>\n  <p>{escape(part.text(lang), quote=False)}</p>\n</pl-question-panel>\n"
        f'<pl-string-input answers-name="{escape(part.name)}" remove-leading-trailing="true"'
        f' size="60" weight="{float(part.weight):g}" allow-blank="true"></pl-string-input>\n'
        f"{{{{#feedback.{part.name}}}}}<p>{{{{feedback.{part.name}}}}}</p>{{{{/feedback.{part.name}}}}}\n"
        for part in question.parts
    )
    return f"<pl-question-panel>\n  <p>{start}</p>\n</pl-question-panel>\n{parts}"
