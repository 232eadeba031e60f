"""symspec grade QUESTION.toml ANSWERS.csv -o GRADED.csv: one row a student, resumed where it was left."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from concurrent.futures import Executor
from typing import BinaryIO

from symspec.bulk.grading import Graded, Grading, Sheet, graded
from symspec.bulk.progress import Progress
from symspec.cli.resumed import opened, whole_lines
from symspec.errors import InputError
from symspec.exercises.questions.record import Question

LARGEST_FIELD = 1_000_000
BY_PART = ("status", "score", "codes", "feedback", "read_as")


def grade_file(
    source: str,
    target: str,
    grading: Grading,
    workers: int | None = None,
    *,
    executor: Executor | None = None,
) -> str:
    """Appends to the target a row for each row of the source that has none there yet; says what was done.

    The source has a heading: id, perhaps seed, and a column for each part ("answer" if there is only one
    part); other columns are not read. A last row of the target that was cut off by a kill is removed, and
    done again.

    Raises:
        InputError: a file cannot be read or written, an id occurs twice, or the target holds something else.
    """
    try:
        sheets = list(read_sheets(source, grading.question))
        with opened(target) as out:
            done = _finished(out, target, {_cell(s.id) for s in sheets}, grading.question)
            left = [s for s in sheets if _cell(s.id) not in done]
            progress = Progress(len(sheets), done=len(done))
            count = 0
            for found in graded(left, grading, executor, workers=workers, progress=progress):
                out.write(_row(_cells(found, grading.question)))
                count += 1
                if count % 100 == 0:
                    out.flush()
    except OSError as error:
        raise InputError(f'cannot use "{error.filename}": {error.strerror}.') from None
    return f"{count} graded; {len(done)} were done before."


# -- the source ------------------------------------------------------------------------------


def read_sheets(source: str, question: Question) -> Iterator[Sheet]:
    """The rows of the file, each with an id of its own."""
    text = _text(source)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    csv.field_size_limit(LARGEST_FIELD)
    try:
        heading = [cell.strip() for cell in next(reader, [])]
        columns = _columns(heading, question, source)
        seen: set[str] = set()
        for row in reader:
            where = f'line {reader.line_num} of "{source}"'
            if any(cell.strip() for cell in row[len(heading) :]):
                raise InputError(
                    f"{where} has {len(row)} cells, and the heading has {len(heading)}: "
                    'write an answer with commas in quotes, "1, 4".'
                )
            if any(cell.strip() for cell in row):
                yield _sheet(row, columns, seen, where)
    except csv.Error as error:
        raise InputError(f'line {reader.line_num} of "{source}" is no row of a table: {error}.') from None


def _text(source: str) -> str:
    try:
        with open(source, encoding="utf-8-sig", newline="") as stream:
            return stream.read()
    except UnicodeDecodeError:
        raise InputError(f'"{source}" is not text in UTF-8; save it as CSV UTF-8.') from None


def _delimiter(text: str) -> str:
    """Of the heading, which has no answers in it."""
    heading = text.partition("\n")[0]
    return max((",", ";", "\t"), key=heading.count)


def _columns(heading: list[str], question: Question, source: str) -> dict[str, int]:
    """{id, seed and the names of the parts: column}."""
    names = [part.name for part in question.parts]
    columns = {name: heading.index(name) for name in ("id", "seed", *names) if name in heading}
    if len(names) == 1 and names[0] not in columns and "answer" in heading:
        columns[names[0]] = heading.index("answer")
    missing = [name for name in ("id", *names) if name not in columns]
    if question.is_generated and "seed" not in columns:
        missing.append("seed")
    if missing:
        raise InputError(
            f'the heading of "{source}" has no column "{missing[0]}"; it has: {", ".join(heading)}.'
        )
    return columns


def _sheet(row: list[str], columns: dict[str, int], seen: set[str], where: str) -> Sheet:
    cells = {name: row[k].strip() if k < len(row) else "" for name, k in columns.items()}
    name, seed = cells.pop("id"), cells.pop("seed", "")
    if not name:
        raise InputError(f"{where} has no id.")
    if name in seen:
        raise InputError(f'{where} has the id "{name}", which an earlier row has.')
    seen.add(name)
    return Sheet(name, seed, cells)


# -- the target ------------------------------------------------------------------------------


def heading(question: Question) -> list[str]:
    """The columns of the target."""
    parts = [f"{part.name}.{field}" for part in question.parts for field in BY_PART]
    return ["id", "seed", "points", "possible", "open", *parts]


def _cells(found: Graded, question: Question) -> list[str]:
    cells = [
        found.sheet.id,
        str(found.sheet.seed),
        str(found.points),
        str(found.possible),
        " ".join(found.open),
    ]
    for verdict in found.verdicts:
        if verdict is None:
            cells += ["no answer", "0", "", "", ""]
        else:
            score = "" if verdict.score is None else str(verdict.score)
            cells += [verdict.status, score, " ".join(verdict.codes), verdict.feedback, verdict.read_as]
    return cells


def _row(cells: list[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_cell, cells))
    return line.getvalue().encode()


def _cell(text: str) -> str:
    """The text on one line, so that a whole line is a whole row; never a formula for a spreadsheet."""
    line = " ".join(text.split())
    return (
        "'" + line if line[:1] in ("=", "+", "-", "@") and len(line) > 1 and not line[1:].isdigit() else line
    )


def _finished(out: BinaryIO, target: str, ids: set[str], question: Question) -> set[str]:
    """The ids that have a whole row; an empty file gets its heading."""
    first, done, number = _row(heading(question)), set(), 0
    for number, (line, where) in enumerate(whole_lines(out, target), 1):
        name = next(csv.reader([line.decode("utf-8", "replace")]), [""])[0]
        if line != first if number == 1 else name not in ids or name in done:
            raise InputError(f"{where} is no row of this work. Name another file, or remove that one.")
        if number > 1:
            done.add(name)
    if number == 0:
        out.write(first)
    return done
