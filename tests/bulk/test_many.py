"""Many matrices: the same records by every executor, and accidents that cost one of them."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import symspec as ss
from symspec.bulk.many import chunks
from symspec.bulk.pool import Crew, SerialExecutor, process_pool
from symspec.bulk.progress import Progress
from symspec.bulk.record import BulkError, BulkRecord, Options, record
from symspec.errors import UndecidedError
from tests.bulk.workers import failed, fragile
from tests.strategies import Rows, Structured, square_rows, structured_matrices

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    with process_pool(2) as executor:
        yield executor


def small(count: int) -> list[Any]:
    """Matrices of every fate, bad input among them."""
    kinds: list[Any] = [
        [["1/2", "1/4"], [0, "1/3"]],
        [[0.9, 0.1], [0.2, 0.8]],
        "0 -1; 1 0",
        "[[1, 1], [0, 1]]",
        [[Fraction(3, 2)]],
        "[[0, 1], [0, 0]]",
        [[1, 2, 3]],
        "no matrix",
    ]
    return ["[[sqrt(2)/2, 0], [0, i]]", *(kinds[i % len(kinds)] for i in range(1, count))]


def by_id(records: Iterator[BulkRecord]) -> list[BulkRecord]:
    return sorted(records, key=lambda r: r.id)


# -- what a record says ----------------------------------------------------------------------


@given(structured_matrices(max_order=4))
def test_a_record_says_what_the_analysis_says(case: Structured) -> None:
    an, r = ss.analyze(case.matrix), record(7, case.matrix.tolist(), Options(certificate=True))
    assert (r.id, r.behavior, r.ranks_at_one) == (7, an.behavior.value, an.ranks_at_one)
    assert r.charpoly == str(an.charpoly)
    assert r.error is None and r.certificate is not None and r.growth is not None
    assert ss.verify(r.certificate).behavior is an.behavior
    if r.limit is not None:
        assert ss.matrix(r.limit) == an.limit
    assert (r.limit is None) is not an.behavior.has_limit


@given(square_rows(max_order=3))
def test_the_growth_is_that_of_the_analysis(rows: Rows) -> None:
    exact, text = ss.analyze(rows).growth, record(0, rows, Options()).growth
    assert text is not None
    if exact.zero_from:
        assert text == f"0 from n = {exact.zero_from} on"
        return
    power, _, base = text.removesuffix("^n").rpartition(" ")
    assert power == {0: "", 1: "n"}.get(exact.degree, f"n^{exact.degree}") or base in ("1", "n", "n^2")
    if base.strip("()").endswith(".."):
        shown = Fraction(base.strip("()").removesuffix(".."))
        low, high = exact.dominant.modulus_interval(64)
        assert shown <= high and low < shown * (1 + Fraction(1, 10**5))


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("[[0, -4], [1, 0]]", "2^n"),
        ("[[0, 1], [1, 1]]", "1.61803..^n"),
        ("[[1/2, 1], [0, 1/2]]", "n (1/2)^n"),
        ("[[1, 1, 0], [0, 1, 1], [0, 0, 1]]", "n^2"),
        ("[[0, 1], [0, 0]]", "0 from n = 2 on"),
        ("[[0, -1], [1, 0]]", "1"),
        ("[[1 - 1/10^40]]", f"({10**40 - 1}/{10**40})^n"),
        ("[[0, 1, 0], [0, 0, 1], [1, 0, -1]]", "1.15096..^n"),  # square root of the plastic number
        ("[[0, sqrt(2)], [1, 0]]", "1.1892..^n"),
    ],
)
def test_growth_as_text(text: str, growth: str) -> None:
    assert record(0, text, Options()).growth == growth


def test_errors_are_data() -> None:
    r = record("x", [[1, 2, 3]], Options())
    assert r.error == BulkError("NotSquareError", "1 x 3 is not square; powers need a square matrix.")
    assert (r.behavior, r.charpoly) == (None, None)
    r = record("y", [[1] * 9] * 9, Options(budget=ss.Budget(degree=8)))
    assert r.error is not None and r.error.kind == "BudgetExceededError"
    fields = json.loads(r.to_json())
    assert fields["id"] == "y" and fields["error"]["kind"] == "BudgetExceededError"
    assert "certificate" not in fields


# -- executors -------------------------------------------------------------------------------


def test_every_executor_gives_the_same_records(pool: Executor) -> None:
    sources = small(1200)
    serial = by_id(ss.analyze_many(sources, SerialExecutor()))
    assert [r.id for r in serial] == list(range(1200))
    assert by_id(ss.analyze_many(sources, pool)) == serial
    with ThreadPoolExecutor(2) as threads:
        assert by_id(ss.analyze_many(iter(sources), threads)) == serial
    assert by_id(ss.analyze_many(sources, workers=2)) == serial


def test_a_dask_cluster_gives_the_same_records() -> None:
    distributed = pytest.importorskip("distributed", reason="the dev extra has dask[distributed]")
    sources = small(600)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, processes=False
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor = client.get_executor(pure=False)
        assert by_id(ss.analyze_many(sources, executor)) == by_id(ss.analyze_many(sources, SerialExecutor()))


def test_names_and_foreign_matrices() -> None:
    import sympy

    named = {"a": sympy.eye(2) / 2, "b": ss.matrix([[2]])}
    found = {r.id: r for r in ss.analyze_many(named, SerialExecutor())}
    assert found["a"].growth == "(1/2)^n" and found["b"].behavior == "unbounded"
    refused = list(ss.analyze_many([object()], SerialExecutor()))
    assert refused[0].error is not None and refused[0].error.kind == "InputError"


def test_matrices_are_drawn_as_they_are_needed() -> None:
    drawn = []

    def endless() -> Iterator[Any]:
        while True:
            drawn.append(1)
            yield [[1]]

    records = ss.analyze_many(endless(), SerialExecutor())
    for _ in range(10):
        next(records)
    records.close()  # type: ignore[attr-defined]
    assert len(drawn) <= 5000


def test_chunks_keep_order_and_weight() -> None:
    items = [(i, [[1] * (i % 7)] * (i % 7)) for i in range(3000)]
    found = list(chunks(iter(items)))
    assert [item for chunk in found for item in chunk] == items
    assert max(map(len, found)) <= 500


# -- accidents -------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="kills by a POSIX signal")
def test_a_worker_that_is_killed_takes_one_item_with_it() -> None:
    items: list[Any] = [str(i) for i in range(60)]
    items[17] = items[44] = "kill"
    found = [x for part in Crew(process_pool(2), fragile, failed).results(_in_tens(items), 4) for x in part]
    assert sorted(x for x, _ in found) == sorted(items)
    for item, result in found:
        assert ("ended abruptly" in result) if item == "kill" else result == 2 * item


def test_a_chunk_that_raises_costs_only_the_item_that_raised(pool: Executor) -> None:
    items: list[Any] = ["raise" if i == 3 else str(i) for i in range(30)]
    for executor in (pool, SerialExecutor()):
        found = dict(x for part in Crew(executor, fragile, failed).results(_in_tens(items), 4) for x in part)
        assert found.pop("raise") == "its executor reported OSError: not this one"
        assert found == {x: 2 * x for x in items if x != "raise"}


def _in_tens(items: list[Any]) -> Iterator[list[Any]]:
    return (items[i : i + 10] for i in range(0, len(items), 10))


def test_a_matrix_beyond_its_seconds_costs_only_itself(pool: Executor) -> None:
    rng = random.Random(3)
    heavy = [[rng.randrange(10**80) for _ in range(160)] for _ in range(160)]
    sources = [[[2]], heavy, [[1]]]
    found = by_id(ss.analyze_many(sources, pool, budget=ss.Budget(seconds=1)))
    assert [r.behavior for r in found] == ["unbounded", None, "converges"]
    assert found[1].error is not None and found[1].error.kind == "BudgetExceededError"


UNGUARDED = """
import symspec
print(list(symspec.analyze_many([[[1]]])))
"""


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    run = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert UndecidedError.__name__ in run.stderr and '__name__ == "__main__"' in run.stderr


# -- the bar ---------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_is_for_terminals_only() -> None:
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        with Progress(20, done=5, stream=stream) as bar:
            bar.advance(15)
    assert "20 of 20" in terminal.getvalue() and terminal.getvalue().endswith("\n")
    assert file.getvalue() == ""
