"""Many small matrices: what chunks, processes, files and the progress bar add to the work itself.

    python benchmarks/bulk.py [--count N] [--seed N] [--skip-dask]

Random 3 x 3 matrices of small fractions, written to a file and analysed by `symspec analyze --many`, by a
process pool, and by a dask cluster of two local workers: the records must be those of a plain loop. The
overhead is processor time beyond that of the plain loop, over all processes; the processes' own start,
which does not grow with the count, is measured on an empty file and taken off.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from measure import Row

import symspec as ss
from symspec.bulk.record import BulkRecord, Options, record, records
from symspec.cli.many import analyze_file

ORDER = 3
OVERHEAD_AT_MOST = 0.25
COUNT = 20_000
REPEATS = 5


def sources(count: int, seed: int) -> Iterator[str]:
    """Texts such as "[[1/2, -3/4, 2], ..]", the same for the same seed."""
    rng = random.Random(seed)
    for _ in range(count):
        rows = [[f"{rng.randint(-9, 9)}/{rng.randint(5, 14)}" for _ in range(ORDER)] for _ in range(ORDER)]
        yield "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"


def processor_seconds() -> float:
    """Of this process and of the ones that have ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, kinds))


@dataclass(slots=True)
class Digest:
    """The sum of the hashes of records: the same in whatever order they come."""

    count: int = 0
    total: int = 0

    def add(self, line: str) -> None:
        self.count += 1
        self.total += int.from_bytes(hashlib.sha256(line.encode()).digest()[:16], "big")


def plain_loop(count: int, seed: int) -> tuple[Digest, float]:
    """The records of a loop with nothing around it, and its processor seconds."""
    digest, spent = Digest(), 0.0
    for number, text in enumerate(sources(count, seed), 1):
        start = time.process_time()
        found = record(number, text, Options())
        spent += time.process_time() - start
        digest.add(found.to_json())
    return digest, spent


def by_file(count: int, seed: int) -> tuple[Digest, float]:
    """The same from file to file: (records, processor seconds)."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        with source.open("w") as stream:
            stream.writelines(text + "\n" for text in sources(count, seed))
        start = processor_seconds()
        # Children of this process, so that their time is counted.
        with ProcessPoolExecutor(2, get_context("spawn")) as pool:
            analyze_file(str(source), str(target), Options(), executor=pool)
        spent = processor_seconds() - start
        digest = Digest()
        with target.open() as stream:
            for line in stream:
                digest.add(line.rstrip("\n"))
    return digest, spent


def by_executor(count: int, seed: int, executor: Executor | None) -> Digest:
    """The records that analyze_many gives."""
    digest = Digest()
    for r in ss.analyze_many(sources(count, seed), executor):
        digest.add(_renumbered(r).to_json())
    return digest


def _renumbered(r: BulkRecord) -> BulkRecord:
    assert isinstance(r.id, int)
    return BulkRecord(
        r.id + 1, r.behavior, r.charpoly, r.ranks_at_one, r.limit, r.growth, r.certificate, r.error
    )


def by_dask(count: int, seed: int) -> Digest:
    """The same on a local cluster of two workers."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        return by_executor(count, seed, client.get_executor(pure=False))


def rows(seed: int, count: int = COUNT) -> Iterator[Row]:
    """The overhead, with equal records as its condition."""
    records(enumerate(sources(50, seed)), Options())
    ours, theirs = [], []
    for turn in range(REPEATS):
        _, starting = by_file(2, seed + turn)
        expected, work = plain_loop(count // REPEATS, seed + turn)
        found, spent = by_file(count // REPEATS, seed + turn)
        if found != expected:
            raise SystemExit("the records of --many differ from those of a plain loop")
        ours.append(spent - starting)
        theirs.append(work)
    name = f"analyze --many / plain loop, {count:,} matrices"
    yield Row(name, median(ours), median(theirs), REPEATS, limit=1 + OVERHEAD_AT_MOST)


def main() -> int:
    """The comparison of all executors, as JSON."""
    parser = argparse.ArgumentParser(description="Many 3 x 3 matrices.")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip-dask", action="store_true")
    options = parser.parse_args()
    start = time.perf_counter()
    row = next(rows(options.seed, options.count))
    wall = {"loop and file": time.perf_counter() - start}
    expected, equal = plain_loop(options.count, options.seed)[0], {}
    runs = {"process pool": lambda: by_executor(options.count, options.seed, None)}
    if not options.skip_dask:
        runs["dask, two workers"] = lambda: by_dask(options.count, options.seed)
    for name, run in runs.items():
        start = time.perf_counter()
        equal[name] = run() == expected
        wall[name] = time.perf_counter() - start
    print(
        json.dumps(
            {
                "matrices": options.count,
                "cores": os.cpu_count(),
                "python": platform.python_version(),
                "microseconds of work for one": round(1e6 * REPEATS * row.theirs / options.count, 1),
                "overhead of chunks, processes and files": round(row.ratio - 1, 3),
                "equal records": equal,
                "wall seconds": {name: round(seconds, 1) for name, seconds in wall.items()},
            },
            indent=2,
        )
    )
    return 0 if row.holds and all(equal.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
