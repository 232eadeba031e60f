"""symspec analyze --many FILE.jsonl -o OUT.jsonl: one record a line, resumed where it was left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import Executor
from decimal import Decimal
from typing import Any, BinaryIO

from symspec.algebra.door.paths import as_path
from symspec.bulk.many import analyzed
from symspec.bulk.progress import Progress
from symspec.bulk.record import BulkError, Id, Item, Options
from symspec.cli.resumed import opened, whole_lines
from symspec.errors import InputError, NotExactError, SymspecError

LONGEST_INTEGER = 4000  # digits


def analyze_file(
    source: str,
    target: str,
    options: Options,
    workers: int | None = None,
    *,
    executor: Executor | None = None,
) -> str:
    """Appends to the target a record for each line of the source that has none there yet; says what was done.

    A line of the source is a matrix as text, or {"id": .., "matrix": ..}; without an id its number, from 1,
    is its id. A last line of the target that was cut off by a kill is removed, and done again.

    Raises:
        InputError: a file cannot be read or written, an id occurs twice, or the target holds something else.
    """
    try:
        ids = _ids(source)
        with opened(target) as out:
            done = {_id_of_record(line, where, ids) for line, where in whole_lines(out, target)}
            progress = Progress(len(ids), done=len(done))
            items = ((name, matrix) for name, matrix in lines(source) if name not in done)
            counts = _appended(out, analyzed(items, options, executor, progress, workers))
    except OSError as error:
        raise InputError(f'cannot use "{error.filename}": {error.strerror}.') from None
    return f"{counts[0]} analysed, {counts[1]} of them with an error; {len(done)} were done before."


def _appended(out: BinaryIO, chunks: Iterator[list[Any]]) -> tuple[int, int]:
    """(records, errors among them), each chunk written at once."""
    count = errors = 0
    for chunk in chunks:
        out.write("".join(record.to_json() + "\n" for record in chunk).encode())
        out.flush()
        count += len(chunk)
        errors += sum(record.error is not None for record in chunk)
    return count, errors


# -- the target ------------------------------------------------------------------------------


def _id_of_record(line: bytes, where: str, ids: set[Id]) -> Id:
    try:
        name = json.loads(line)["id"]
        if name in ids:
            return name  # type: ignore[no-any-return]
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise InputError(f"{where} is no record of this work. Name another file, or remove that one.")


# -- the source ------------------------------------------------------------------------------


def _ids(source: str) -> set[Id]:
    """The ids of all lines, each once."""
    ids: set[Id] = set()
    for name, _ in lines(source):
        if name in ids:
            raise InputError(f'the id {json.dumps(name)} occurs twice in "{source}".')
        ids.add(name)
    return ids


def lines(source: str) -> Iterator[Item]:
    """(id, matrix) for each line that is not empty; a line that cannot be read has its error for a matrix."""
    with open(source, "rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield _item(line.removeprefix(b"\xef\xbb\xbf"), number)


def _item(line: bytes, number: int) -> Item:
    try:
        text = line.decode("utf-8").strip()
        if not text.startswith("{"):
            return number, _matrix(text)
        data = json.loads(text, parse_float=Decimal, parse_int=_integer, parse_constant=_not_a_number)
        name = data.get("id", number)
        if type(name) not in (int, str):
            raise InputError('an "id" is a whole number or a text.')
    except (ValueError, RecursionError, SymspecError) as error:
        return number, BulkError("InputError", f"line {number} cannot be read: {error}")
    try:
        return name, _matrix(data.get("matrix"))
    except SymspecError as error:
        return name, BulkError(type(error).__name__, str(error))


def _matrix(value: Any) -> Any:
    """The value, if it is lists or a text; whoever writes a line must not make symspec open a file."""
    if isinstance(value, str) and as_path(value) is not None:
        raise InputError("a line holds a matrix, not the name of a file.")
    if isinstance(value, list | str):
        return value
    raise InputError('a line holds a matrix as text, or {"id": .., "matrix": [[..], ..]}.')


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_INTEGER:
        raise InputError(f"an integer has {len(digits):,} digits; at most {LONGEST_INTEGER:,} are read.")
    return int(digits)


def _not_a_number(name: str) -> Any:
    raise NotExactError(f"{name} is not a number. Write a rational number.")
