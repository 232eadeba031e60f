"""Each code of a finding with its sentence and an answer that gets it, out of the answer table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from symspec.exercises.feedback import SENTENCES
from symspec.exercises.mark import check_answer
from symspec.exercises.policy import STRICT, Policy
from tests.exercises.table import TABLE
from tests.exercises.table_language import OPTIONS

LONGEST = 80  # characters of an answer that are shown
WITHOUT = {"answer.limits"}  # of the process that judges, whatever the answer is


@dataclass(frozen=True)
class Example:
    """A line of the answer table."""

    task: str
    matrix: str
    answer: str
    status: str
    codes: tuple[str, ...]
    about: str | None = None
    policy: Policy = STRICT

    def __str__(self) -> str:
        about = "" if self.about is None else f", B = `{cell(self.about)}`"
        if self.task == "true_false":
            about = f", {self.about}"
        policy = "" if self.policy == STRICT else " (with a policy of its own)"
        long = len(self.answer) > LONGEST
        answer = self.answer[:LONGEST] + " .." if long else self.answer
        return f"{self.task}, A = `{cell(self.matrix)}`{about}: `{cell(answer)}`{policy}"


@cache
def examples() -> dict[str, Example]:
    """{code: an answer}: the first short one that is in the table for this code, else one that gets it."""
    lines = [x for x in (Example(*case) for case in (*OPTIONS, *TABLE)) if x.answer.strip()]
    found: dict[str, Example] = {}
    for x in sorted(lines, key=lambda x: (len(x.answer) > LONGEST, len(x.codes))):
        for code in x.codes:
            found.setdefault(code, x)
    for x in sorted(lines, key=lambda x: bool(x.codes)):
        if set(answer_codes()) - found.keys() <= WITHOUT:
            break
        for code in check_answer(x.task, x.matrix, x.answer, about=x.about, policy=x.policy).codes:
            found.setdefault(code, x)
    return found


def answer_codes() -> list[str]:
    """The codes of findings about answers."""
    return sorted(c for c in SENTENCES if not c.startswith(("derivation.", "hint.")))


def code_tables() -> Iterator[str]:
    """Three tables: findings about answers, findings about the lines of derivations, hints."""
    yield "\n### Answers\n"
    yield "| code | sentence | for example | status |\n|---|---|---|---|"
    yield from map(_row, answer_codes())
    for title, start in (("Lines of derivations", "derivation."), ("Hints", "hint.")):
        yield f"\n### {title}\n\n| code | sentence |\n|---|---|"
        yield from (f"| `{c}` | {cell(SENTENCES[c])} |" for c in sorted(SENTENCES) if c.startswith(start))


def _row(code: str) -> str:
    example = examples().get(code)
    shown, status = (example, example.status) if example else ("any answer", "undecided")
    return f"| `{code}` | {cell(SENTENCES[code])} | {shown} | {status} |"


def cell(text: object) -> str:
    """On one line, with its bars escaped."""
    return " ".join(str(text).split()).replace("|", "\\|")
