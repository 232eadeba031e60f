"""symspec export: questions for Moodle, PrairieLearn, and on paper."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from symspec.atomic import write_bytes, write_whole
from symspec.cli import OK
from symspec.errors import InputError

if TYPE_CHECKING:
    from symspec.exercises.questions.record import Instance

PAPER = ("sheet", "key")
KINDS = ("moodle", "gift", "prairielearn", *PAPER)


def export_arguments(parser: argparse.ArgumentParser) -> None:
    """What `export` takes."""
    parser.add_argument("questions", metavar="QUESTION.toml", nargs="+", help="files, or shipped questions")
    parser.add_argument("--to", required=True, metavar="KIND", help=f"one of {', '.join(KINDS)}")
    parser.add_argument("--seeds", nargs="+", default=["0"], metavar="SEED", help="instances (default: 0)")
    parser.add_argument("--lang", default="en", help="the language: en, fr or ro (default: en)")
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="a folder for prairielearn; sheets: .pdf, .html, .tex, .md",
    )


def export_command(options: argparse.Namespace) -> int:
    """Writes the file or the folder."""
    from symspec.exercises.questions.toml import question_file
    from symspec.languages import require_language

    require_language(options.lang)
    if options.to not in KINDS:
        raise InputError(f'--to is one of: {", ".join(KINDS)}, not "{options.to}".')
    if options.to == "prairielearn":
        return _folders(options)
    questions = [question_file(name) for name in options.questions]
    instances = [q.instance(seed) for q in questions for seed in (options.seeds if q.is_generated else ["0"])]
    if options.to in PAPER:
        _paper(instances, options)
    else:
        write_whole(options.output, [_text(instances, options)])
    return OK


def _text(instances: list[Instance], options: argparse.Namespace) -> str:
    from symspec.exercises.export.gift import gift
    from symspec.exercises.export.moodle import moodle_xml

    return (moodle_xml if options.to == "moodle" else gift)(instances, options.lang)


def _paper(instances: list[Instance], options: argparse.Namespace) -> None:
    from symspec.exercises.export.sheet import answer_key, sheet
    from symspec.render.written import FORMATS

    document = (sheet if options.to == "sheet" else answer_key)(instances, options.lang)
    formats = {".html": "html", ".tex": "latex", ".md": "markdown"}
    suffix = Path(options.output).suffix
    if suffix == ".pdf":
        from symspec.render.typst import pdf

        write_bytes(options.output, pdf(document))
    elif suffix in formats:
        write_whole(options.output, [FORMATS[formats[suffix]](document)])
    else:
        raise InputError(
            f'a {options.to} is written to a file .pdf, .html, .tex or .md, not "{options.output}".'
        )


def _folders(options: argparse.Namespace) -> int:
    """A folder for one question; one inside the folder for each of several."""
    from symspec.exercises.export.prairielearn import prairielearn
    from symspec.exercises.questions.toml import question, question_text

    for name in options.questions:
        source = question_text(name)
        found = question(source)
        folder = Path(options.output) / (found.name if len(options.questions) > 1 else "")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f'cannot make the folder "{folder}": {error.strerror}.') from None
        for file, text in prairielearn(found, source, options.lang).items():
            write_whole(folder / file, [text])
    return OK
