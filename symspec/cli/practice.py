"""symspec hints, symspec derivation, symspec selftest: help with one's own work, and one's own questions."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from symspec.cli import BAD_INPUT, OK, REJECTED
from symspec.cli.source import matrix_source
from symspec.cli.streams import standard_text
from symspec.errors import InputError

DEFAULT_SEEDS, MOST_SHOWN = 20, 20


def hints_arguments(parser: argparse.ArgumentParser, tasks: str) -> None:
    """What `hints` takes."""
    parser.add_argument("task", metavar="TASK", help=tasks)
    parser.add_argument("matrix", metavar="MATRIX")
    parser.add_argument("--step", type=int, metavar="K", help="the first K hints only")
    parser.add_argument("--lang", default="en", help="en, fr or ro")


def hints_command(options: argparse.Namespace) -> int:
    """The hints, one a line."""
    from symspec.exercises.hints import hints

    if options.step is not None and options.step < 1:
        raise InputError("--step takes a positive number.")
    found = hints(options.task, matrix_source(options.matrix), lang=options.lang)[: options.step]
    print(json.dumps(found, indent=2, ensure_ascii=False) if options.json else "\n".join(found))
    return OK


def derivation_arguments(parser: argparse.ArgumentParser) -> None:
    """What `derivation` takes."""
    parser.add_argument("matrix", metavar="MATRIX")
    parser.add_argument("file", metavar="FILE", help='the lines of the derivation; "-" is standard input')
    parser.add_argument("--lang", default="en", help="the language of the feedback: en, fr or ro")


def derivation_command(options: argparse.Namespace) -> int:
    """The lines with their verdicts; the exit status says whether all follow."""
    from symspec.exercises.derivation.check import check_derivation

    text = standard_text() if options.file == "-" else _text(options.file)
    verdict = check_derivation(matrix_source(options.matrix), text.rstrip("\n"), lang=options.lang)
    print(verdict.to_json() if options.json else verdict)
    return {"correct": OK, "invalid": BAD_INPUT}.get(verdict.status, REJECTED)


def selftest_arguments(parser: argparse.ArgumentParser) -> None:
    """What `selftest` takes."""
    parser.add_argument("question", metavar="QUESTION.toml")
    parser.add_argument(
        "--seeds", type=int, metavar="N", default=DEFAULT_SEEDS, help=f"seeds 0 to N - 1 ({DEFAULT_SEEDS})"
    )


def selftest_command(options: argparse.Namespace) -> int:
    """How many answers were tried, and those that were misjudged; the exit status says if any."""
    from symspec.exercises.questions.toml import question_file
    from symspec.exercises.selftest.run import question_samples, selftest

    if options.seeds < 1:
        raise InputError("--seeds takes a positive number.")
    found = selftest(question_samples(question_file(options.question), range(options.seeds)))
    counts: Counter[tuple[str, str]] = Counter()
    for (kind, task, _), count in found.counts:
        counts[task, kind] += count
    if options.json:
        rows = [{"task": task, "kind": kind, "answers": n} for (task, kind), n in sorted(counts.items())]
        wrong = [{"task": s.task, "answer": s.text, "status": s.status} for s in found.misjudged]
        print(json.dumps({"answers": rows, "misjudged": wrong}, indent=2, ensure_ascii=False))
    else:
        for (task, kind), count in sorted(counts.items()):
            print(f"{task:28} {kind:8} {count:6}")
        for s in found.misjudged[:MOST_SHOWN]:
            print(f"misjudged: {s.task}, A = {s.matrix}: {s.text} ({s.kind}) is {s.status}")
        print(f"{sum(counts.values())} answers, {len(found.misjudged)} misjudged")
    return REJECTED if found.misjudged else OK


def _text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f'cannot read "{name}": {error.strerror}.') from None
    except UnicodeDecodeError:
        raise InputError(f'"{name}" is not UTF-8 text.') from None
