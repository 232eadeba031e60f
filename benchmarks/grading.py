"""Grading a class: what chunks, processes and files add to judging, and what two workers of a cluster save.

    python benchmarks/grading.py [--count N] [--skip-dask]

Distinct answers to a question about a rational 3 x 3 matrix with three parts, about half of them right. The
verdicts of every route must be those of a plain loop. The overhead is processor time beyond that of the loop,
over all processes, less that of grading two sheets, which is the start of the processes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path

import symspec as ss
from symspec.bulk.grading import Graded, Grading, Sheet, graded
from symspec.cli.grade import grade_file
from symspec.exercises.questions.record import Instance
from symspec.exercises.questions.toml import question

QUESTION = """
name = "pairs"
matrix = "2 1 0; 0 2 0; 1 1 -3"
[[parts]]
name = "values"
task = "eigenvalues"
[[parts]]
name = "polynomial"
task = "charpoly"
[[parts]]
name = "vector"
task = "eigenvector"
"""
OVERHEAD_AT_MOST = 0.25


def texts(k: int) -> dict[str, str]:
    """Three answers that nobody else gives; those of odd k are wrong."""
    slip = k % 2
    return {
        "values": f"{2 * k + 2}/{k + 1} (double), {-3 * (k + 1) - slip}/{k + 1}",
        "polynomial": f"1/{k + 1} ({k + 1}x + {3 * (k + 1) + slip})(x - 2)^2",
        "vector": f"({Fraction(slip, k + 1)}, 0, {k + 1})",
    }


def sheets(count: int) -> list[Sheet]:
    """The class."""
    return [Sheet(str(k), "", texts(k)) for k in range(count)]


def plain(found: Graded) -> tuple[object, ...]:
    """What must be the same on every route."""
    return (found.sheet.id, found.points, tuple(v and v.codes for v in found.verdicts))


def loop(count: int) -> tuple[list[tuple[object, ...]], float]:
    """The verdicts of a loop with nothing around it, and its processor seconds."""
    instance: Instance = question(QUESTION).instance()
    made, found = sheets(count), []
    start = time.process_time()
    for sheet in made:
        verdicts = [instance.verdict(p, sheet.answers[p.name]) for p in instance.question.parts]
        points = sum((v.score or Fraction(0) for v in verdicts), Fraction(0))
        found.append((sheet.id, points, tuple(v.codes for v in verdicts)))
    return found, time.process_time() - start


def through(count: int, executor: Executor) -> tuple[list[tuple[object, ...]], float]:
    """The verdicts over an executor, and the wall seconds."""
    start = time.perf_counter()
    found = [plain(g) for g in graded(sheets(count), Grading(question(QUESTION)), executor)]
    return found, time.perf_counter() - start


def processor_seconds() -> float:
    """Of this process and of the ones that have ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, kinds))


def by_file(count: int) -> float:
    """Processor seconds from one CSV file to the other."""
    lines = ["id,values,polynomial,vector"]
    lines += [",".join((str(k), *(f'"{text}"' for text in texts(k).values()))) for k in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "a.csv", Path(folder) / "g.csv"
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        start = processor_seconds()
        # Children of this process, so that their time is counted.
        with ProcessPoolExecutor(2, get_context("spawn")) as pool:
            grade_file(str(source), str(target), Grading(question(QUESTION)), executor=pool)
        return processor_seconds() - start


def by_dask(count: int) -> tuple[list[tuple[object, ...]], float]:
    """Over a local cluster of two worker processes, both started before the clock."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        executor = client.get_executor(pure=False)
        through(400, executor)
        return through(count, executor)


def main() -> int:
    """The overhead and the speed-up, as JSON; exit 1 if a bound or an equality does not hold."""
    parser = argparse.ArgumentParser(description="The answers of a class.")
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--skip-dask", action="store_true")
    options = parser.parse_args()
    loop(50)
    expected, work = loop(options.count)
    starting, spent = by_file(2), by_file(options.count)
    serial, wall = through(options.count, ss.SerialExecutor())
    overhead = (spent - starting) / work - 1
    report: dict[str, object] = {
        "sheets of three answers": options.count,
        "answers per second and core": round(3 * options.count / work),
        "overhead of chunks, processes and files": round(overhead, 3),
        "equal verdicts": serial == expected,
    }
    holds = overhead <= OVERHEAD_AT_MOST and serial == expected
    if not options.skip_dask:
        found, wall_of_two = by_dask(options.count)
        report |= {
            "cores": os.cpu_count(),
            "dask, two workers: equal verdicts": found == expected,
            "dask, two workers: speed-up": round(wall / wall_of_two, 2),
        }
        holds = holds and found == expected
    print(json.dumps(report, indent=2))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
