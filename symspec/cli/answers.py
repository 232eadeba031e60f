"""symspec check and symspec grade: one answer, and the answers of a class."""

from __future__ import annotations

import argparse
import json
import sys

from symspec.cli import BAD_INPUT, OK, REJECTED
from symspec.cli.source import matrix_source
from symspec.cli.streams import standard_text
from symspec.errors import InputError

STATUS = {"correct": OK, "partial": REJECTED, "incorrect": REJECTED}
DEFAULT_SECONDS = 5.0


def check_arguments(parser: argparse.ArgumentParser, tasks: str) -> None:
    """What `check` takes: TASK MATRIX ANSWER, or a question and its answers."""
    parser.add_argument("what", metavar="TASK MATRIX ANSWER", nargs="*", help=f"TASK: {tasks}")
    group = parser.add_argument_group("a question instead: check QUESTION.toml --answer PART=TEXT ..")
    group.add_argument(
        "--answer", metavar="TEXT", action="append", default=[], help="PART=TEXT, or only TEXT"
    )
    group.add_argument("--seed", default="0", help="the instance of a generated question (default: 0)")
    group.add_argument("--solution", action="store_true", help="show the worked solution instead")
    parser.add_argument("--lang", help="the language of the feedback: en, fr or ro")
    parser.add_argument("--about", metavar="B", help="the matrix of similarity, the statement of true_false")


def check_command(options: argparse.Namespace) -> int:
    """The verdict; the exit status says whether everything is correct."""
    if len(options.what) == 3 and not options.answer:
        task, matrix, answer = options.what
        return _check_one(task, matrix, answer, options)
    if len(options.what) == 1:
        return _check_question(options.what[0], options)
    raise InputError(
        "check takes TASK MATRIX ANSWER, or QUESTION.toml --answer TEXT; see: symspec check --help"
    )


def _check_one(task: str, matrix: str, answer: str, options: argparse.Namespace) -> int:
    from symspec.exercises.mark import check_answer

    text = standard_text() if answer == "-" else answer
    a, lang = matrix_source(matrix), options.lang or "en"
    verdict = check_answer(task, a, text, lang=lang, about=options.about)
    print(verdict.to_json() if options.json else verdict)
    return STATUS.get(verdict.status, BAD_INPUT)


def _check_question(source: str, options: argparse.Namespace) -> int:
    from symspec.exercises.questions.toml import question_file

    instance = question_file(source).instance(options.seed)
    parts = instance.question.parts
    lang = options.lang or instance.question.lang
    if options.solution:
        print(instance.solution(lang=lang))
        return OK
    if not options.answer:
        print(instance.sheet(lang))
        return OK
    marking = instance.marking(dict(_named(a, [p.name for p in parts]) for a in options.answer), lang)
    if options.json:
        verdicts = {p.name: v and json.loads(v.to_json()) for p, v in marking.verdicts}
        points = {"points": str(marking.points), "possible": str(marking.possible), "open": marking.open}
        print(json.dumps({"seed": options.seed, **points, "parts": verdicts}, indent=2, ensure_ascii=False))
    else:
        print(marking)
    if marking.open:
        return BAD_INPUT
    return OK if marking.points == marking.possible else REJECTED


def _named(answer: str, names: list[str]) -> tuple[str, str]:
    name, equals, text = answer.partition("=")
    if equals and name.strip() in names:
        return name.strip(), text
    if len(names) == 1:
        return names[0], answer
    raise InputError(f'write --answer {names[0]}="..": the question has the parts {", ".join(names)}.')


def grade_arguments(parser: argparse.ArgumentParser) -> None:
    """What `grade` takes."""
    parser.add_argument("question", metavar="QUESTION.toml", help="a file, or a shipped question")
    parser.add_argument("answers", metavar="ANSWERS.csv", help="id, perhaps seed, and a column for each part")
    parser.add_argument(
        "-o", "--output", metavar="GRADED.csv", required=True, help="continued, if it has rows"
    )
    parser.add_argument("--workers", type=int, metavar="N", help="processes (default: one for each core)")
    parser.add_argument("--lang", help="the language of the feedback: en, fr or ro")
    parser.add_argument(
        "--seconds",
        type=float,
        metavar="S",
        default=DEFAULT_SECONDS,
        help=f"what one answer may take (default: {DEFAULT_SECONDS:g}); then it is undecided",
    )


def grade_command(options: argparse.Namespace) -> int:
    """Grades what is not yet graded."""
    from symspec.bulk.grading import Grading
    from symspec.cli.grade import grade_file
    from symspec.exercises.questions.toml import question_file
    from symspec.languages import require_language

    if options.workers is not None and options.workers < 1:
        raise InputError("--workers takes a positive number.")
    question = question_file(options.question)
    lang = options.lang or question.lang
    require_language(lang)
    grading = Grading(question, lang, options.seconds)
    print(grade_file(options.answers, options.output, grading, options.workers), file=sys.stderr)
    return OK
