"""The reference pages in docs/reference, made from the code: statements, claims, answer codes, commands."""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from symspec import certificate, field_claims
from symspec.certificate import BEHAVIOR_CLAIMS, CLAIM_NAMES, EMBEDDED_CLAIMS
from symspec.cli.commands import EPILOG, _parser
from symspec.exercises.properties.statements import STATEMENTS
from symspec.exercises.questions.prompts import prompt
from symspec.exercises.tasks import TASKS
from symspec.render.theorem_document import theorem_document
from symspec.render.written import FORMATS
from symspec.theorems import THEOREMS, Theorem, theorem
from tests.reference.answer_codes import code_tables

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
CITED = re.compile(r"\\\[(\d+)\\\]")
MADE = "Made from the code by `make reference`; changes belong there.\n"


def theorems() -> str:
    """Every numbered statement with its proof and its reference."""
    lines = [f"- [{t.number}](#{t.key}) {_cell(t.name)}: `symspec theorem {t.key}`" for t in THEOREMS]
    head = "# Statements\n\nWhat proofs cite, each with its proof. A number never changes.\n\n" + MADE
    return "\n".join([head, *lines, "", *map(_statement, THEOREMS)])


def _statement(t: Theorem) -> str:
    """Its document, with every number in brackets made a link."""
    title, _, body = FORMATS["markdown"](theorem_document(t.number)).partition("\n")
    body = CITED.sub(lambda m: f"[{m[0]}](#{theorem(m[1]).key})", body)
    return f'<a id="{t.key}"></a>\n\n## {t.number}. {title.lstrip("# ")}\n{body.rstrip()}\n'


def certificates() -> str:
    """Every claim of the certificate language: its name in JSON, its fields, what it says."""
    fates = set(BEHAVIOR_CLAIMS)
    groups = (
        ("About the powers", [c for c in CLAIM_NAMES if c in fates]),
        ("Facts", [c for c in CLAIM_NAMES if c not in fates and c not in EMBEDDED_CLAIMS]),
        ("Over number fields", list(EMBEDDED_CLAIMS)),
    )
    parts = [
        "# The certificate language\n\nA certificate is a matrix and claims about it. For each claim: its "
        "name in JSON, its fields, and what the checker verifies.\n\n" + MADE
    ]
    for title, claims in groups:
        parts.append(f"## {title}\n")
        parts += [_claim(c) for c in claims]
    data = [certificate.RationalMatrix, field_claims.NumberFieldMatrix, certificate.Certificate]
    parts += ["## What they are made of\n", *(_described(c, c.__name__) for c in data)]
    return "\n".join(parts)


def _claim(claim: type) -> str:
    return _described(claim, f"`{CLAIM_NAMES[claim]}`")


def _described(record: type, name: str) -> str:
    fields = ", ".join(f"`{field}`" for field in inspect.get_annotations(record))
    text = inspect.getdoc(record) or ""
    return f"### {name}\n\nFields: {fields}.\n\n```text\n{text}\n```\n"


def answers() -> str:
    """Every task with its question, every statement of true_false, every code with its sentence."""
    tasks = [f"| `{name}` | {_cell(_question(name))} |" for name in TASKS]
    parts = [
        "# Tasks, and the codes of findings\n\nWhat `check_answer` and `symspec check` judge.\n\n" + MADE,
        "## Tasks\n\n| task | the question, unless another one is written |\n|---|---|",
        *tasks,
        "\n## Statements of `true_false`\n",
        *(f"- {name}" for name in STATEMENTS),
        "\n## Codes\n\nA code never changes its meaning; a sentence may be reworded.",
        *code_tables(),
    ]
    return "\n".join(parts) + "\n"


def _question(task: str) -> str:
    about = {"similarity": "..", "true_false": "diagonalizable"}.get(task)
    return prompt(task, about, "en")


def _cell(text: object) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")


def command_line() -> str:
    """Every command with its arguments, as its parser has them."""
    parser = _parser()
    [subparsers] = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    summaries = {a.dest: a.help or "" for a in subparsers._choices_actions}
    parts = ["# The command line\n\n" + MADE, f"```text\n{EPILOG}\n```\n"]
    for name, command in subparsers.choices.items():
        parts.append(f"## symspec {name}\n\n{_cell(summaries[name]).capitalize()}.\n")
        parts += ["| argument | meaning |\n|---|---|", *_arguments(command), ""]
    return "\n".join(parts)


def _arguments(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if action.dest != "help":
            yield f"| `{_usage(action)}` | {_cell(action.help or 'as above')} |"


def _usage(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    repeated = f" [{value} ..]" if action.nargs == "+" else ""
    return f"{', '.join(action.option_strings)} {value}{repeated}".strip()


PAGES: dict[str, Callable[[], str]] = {
    "theorems.md": theorems,
    "certificates.md": certificates,
    "answers.md": answers,
    "command-line.md": command_line,
}
