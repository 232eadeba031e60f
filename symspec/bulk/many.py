"""analyze_many: the key facts about many matrices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from concurrent.futures import Executor
from functools import partial
from typing import Any

from symspec.algebra.coerce import matrix
from symspec.budget import Budget
from symspec.bulk.pool import Crew
from symspec.bulk.progress import Progress
from symspec.bulk.record import BulkError, BulkRecord, Item, Options, records
from symspec.errors import SymspecError

LONGEST_CHUNK = 500
HEAVIEST_CHUNK = 500 * 27  # a matrix of order n weighs n^3
WINDOW = 4  # chunks for each worker


def analyze_many(
    matrices: Iterable[Any] | Mapping[int | str, Any],
    executor: Executor | None = None,
    *,
    workers: int | None = None,
    floats: str = "decimal",
    budget: Budget | None = None,
    certificate: bool = False,
    progress: bool = False,
) -> Iterator[BulkRecord]:
    """One record for each matrix, in order of arrival; what goes wrong with one is data in its record.

    Args:
        matrices: matrices in any form that symspec.matrix takes, numbered from 0; or a mapping from names.
            They are drawn as they are needed.
        executor: any concurrent.futures.Executor; None is a process pool on this machine, which asks for
            `if __name__ == "__main__":` in a script. For several machines: dask.distributed's
            Client(..).get_executor(pure=False), or mpi4py.futures.MPIPoolExecutor(). SerialExecutor() works
            right here. It is not shut down.
        workers: how many the pool has, or is known to have; each gets a few chunks ahead.
        floats: how floats are read; see symspec.matrix.
        budget: bounds of the work on each matrix.
        certificate: each record has a certificate that symspec.verify accepts.
        progress: show a progress bar on standard error, if that is a terminal.

    Returns:
        Records (id, behavior, charpoly, ranks_at_one, limit, growth, certificate, error).

    Algorithm: chunks of about equal work, a few for each worker at a time. When a worker dies, the chunks in
    hand are tried again one by one and halved, until the matrix that kills a worker is alone; its record has
    an error of the kind "Killed".

    >>> from symspec.bulk.pool import SerialExecutor
    >>> for r in analyze_many(["[[1/2]]", "1 1; 0 1", "1 2 3"], SerialExecutor()):
    ...     print(r.id, r.behavior, r.growth, r.error and r.error.kind)
    0 tends_to_zero (1/2)^n None
    1 unbounded n None
    2 None None NotSquareError
    """
    pairs = matrices.items() if isinstance(matrices, Mapping) else enumerate(matrices)
    total = len(matrices) if isinstance(matrices, Sized) else None
    options = Options(floats, budget, certificate)
    for chunk in analyzed(pairs, options, executor, Progress(total, shown=progress), workers):
        yield from chunk


def analyzed(
    items: Iterable[Item],
    options: Options,
    executor: Executor | None,
    progress: Progress,
    workers: int | None = None,
) -> Iterator[list[BulkRecord]]:
    """The records of the items (id, source), chunk by chunk."""
    crew = Crew(executor, partial(_records, options=options), _killed, workers)
    with progress:
        for found in crew.results(chunks(map(_light, items)), WINDOW * crew.workers):
            progress.advance(len(found))
            yield found


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Lists of items, each of about the same work.

    >>> [len(c) for c in chunks(enumerate([[[1]]] * 1200))]
    [500, 500, 200]
    >>> [len(c) for c in chunks(enumerate([[[1] * 30] * 30] * 3))]
    [1, 1, 1]
    """
    chunk: list[Item] = []
    weight = 0
    for item in items:
        chunk.append(item)
        weight += _weight(item[1])
        if len(chunk) >= LONGEST_CHUNK or weight >= HEAVIEST_CHUNK:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _weight(source: object) -> int:
    """About n^3: a text has a few letters for each entry."""
    if isinstance(source, str):
        return int((len(source) / 4) ** 1.5)
    return len(source) ** 3 if isinstance(source, list | tuple) else 1


def _light(item: Item) -> Item:
    """The item as plain lists and texts, which are short to send and safe to receive."""
    name, source = item
    if isinstance(source, str | list | tuple | BulkError):
        return item
    try:
        rows, denominator = matrix(source).integers()
    except SymspecError as error:
        return name, BulkError(type(error).__name__, str(error))
    return name, rows if denominator == 1 else [[f"{x}/{denominator}" for x in row] for row in rows]


def _records(items: list[Item], *, options: Options) -> list[BulkRecord]:
    read = [(name, source) for name, source in items if not isinstance(source, BulkError)]
    refused = [BulkRecord(name, error=source) for name, source in items if isinstance(source, BulkError)]
    return records(read, options) + refused


def _killed(item: Item, reason: str) -> BulkRecord:
    return BulkRecord(item[0], error=BulkError("Killed", reason))
