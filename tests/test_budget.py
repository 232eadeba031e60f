"""Budgets: refused by estimate, ended in time, and what was found is told."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import pytest
from hypothesis import given

import symspec as ss
from symspec.analysis import Analysis, FieldAnalysis, analyze
from symspec.atomic import write_whole
from symspec.budget import Budget
from symspec.cli.commands import run
from symspec.errors import BudgetExceededError, InputError, InternalError, UndefinedError
from symspec.fact import fact
from symspec.guard import Limit
from symspec.spectral.cost import cost
from tests.slow import Sluggish
from tests.strategies import (
    Rows,
    Structured,
    block_diagonal,
    conjugated,
    jordan_block,
    square_rows,
    structured_matrices,
)

ROOT = Path(__file__).parents[1]


def is_running(pid: int) -> bool:
    """Whether there is such a process, other than one that has ended and waits to be noticed."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and ") Z " in status.read_text())


def until(condition: object, seconds: float = 10) -> bool:
    """Whether the condition comes true within that time."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:  # type: ignore[operator]
        time.sleep(0.02)
    return bool(condition())  # type: ignore[operator]


def sluggish(seconds: float) -> Sluggish:
    return Sluggish("ab", Limit(Budget(seconds=seconds), "", 1000, time.monotonic()))


# -- what a budget is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bounds", [{"seconds": 0}, {"seconds": -1}, {"bits": 1.5}, {"degree": True}, {"seconds": float("inf")}]
)
def test_a_bound_is_a_positive_number(bounds: dict[str, float]) -> None:
    with pytest.raises(InputError, match="is not a positive"):
        Budget(**bounds)  # type: ignore[arg-type]


def test_a_budget_is_a_public_value() -> None:
    assert ss.Budget is Budget
    assert pickle.loads(pickle.dumps(Budget(seconds=1, bits=5))) == Budget(1, 5)


def test_every_fact_of_an_analysis_is_under_its_guard() -> None:
    for kind in (Analysis, FieldAnalysis):
        for name in dir(kind):
            found = getattr(kind, name)
            assert not isinstance(found, cached_property) or isinstance(found, fact), name


# -- estimates -------------------------------------------------------------------------------


@given(square_rows())
def test_no_coefficient_is_longer_than_estimated(rows: Rows) -> None:
    a = ss.matrix(rows)
    numerator, denominator = a.integers()
    scaled = ss.matrix(numerator).charpoly.coefficients
    estimate = cost(a).bits
    assert all(abs(c.numerator).bit_length() <= estimate for c in scaled)
    assert (denominator**a.order).bit_length() <= estimate


def test_over_a_field_the_degree_is_that_over_the_rational_numbers() -> None:
    assert cost(ss.matrix("[[sqrt(2), sqrt(3)], [0, 1]]")).degree == 8


def test_what_is_beyond_the_estimate_is_refused_before_it_starts() -> None:
    rows = [[10**50 + i * j for j in range(30)] for i in range(30)]
    bits = cost(ss.matrix(rows)).bits
    for budget, sentence in (
        (Budget(bits=bits - 1), f"may have {bits:,} bits; the budget allows {bits - 1:,}"),
        (Budget(degree=29), "has degree 30 over the rational numbers; the budget allows 29"),
    ):
        with pytest.raises(BudgetExceededError, match=sentence) as caught:
            analyze(rows, budget=budget).behavior
        assert caught.value.found == {}
    assert analyze(rows, budget=Budget(bits=bits, degree=30)).behavior is ss.Behavior.UNBOUNDED


@given(structured_matrices(max_order=6))
def test_small_matrices_take_no_process_and_less_than_estimated(case: Structured) -> None:
    start = time.process_time()
    limited = analyze(case.matrix, budget=Budget(seconds=60))
    assert limited.guard is not None and limited.guard._worker is None  # type: ignore[attr-defined]
    str(limited)
    assert limited.guard._worker is None  # type: ignore[attr-defined]
    assert time.process_time() - start <= max(1.0, cost(case.matrix).seconds)


# -- the process -----------------------------------------------------------------------------


def test_facts_come_from_one_process_and_are_told_as_they_are_found() -> None:
    x = sluggish(5)
    assert x.process != os.getpid()
    assert x.repeated(2, mark="!") == (["abab"] * 2, "!", x.process)
    assert x.known == {"process": x.process, "quick": "abab"}


def test_the_process_is_ended_at_its_budget() -> None:
    x = sluggish(2)
    process, start = x.process, time.monotonic()
    with pytest.raises(
        BudgetExceededError, match="2 seconds is used up; found so far: process, quick"
    ) as caught:
        x.endless
    assert time.monotonic() - start < 2.4
    assert caught.value.found == {"process": process, "quick": "abab"}
    assert until(lambda: not is_running(process))
    with pytest.raises(BudgetExceededError):  # and no new one is started
        x.undefined
    assert x.quick == "abab"


def test_errors_of_the_process_are_errors_here() -> None:
    x = sluggish(5)
    with pytest.raises(UndefinedError, match="there is none"):
        x.undefined
    assert x.quick == "abab"
    with pytest.raises(InternalError, match="status 3"):
        x.dying


def test_the_process_ends_with_its_owner() -> None:
    x = sluggish(5)
    process = x.process
    del x
    assert until(lambda: not is_running(process))


def test_a_heavy_matrix_ends_within_its_budget() -> None:
    """FLINT's charpoly of such a matrix takes minutes and answers no signal."""
    rng = random.Random(5)
    a = ss.matrix([[rng.randrange(-(10**90), 10**90) for _ in range(400)] for _ in range(400)])
    start, budget = time.monotonic(), 5.0
    with pytest.raises(BudgetExceededError, match="5 seconds is used up"):
        analyze(a, budget=Budget(seconds=budget)).behavior
    assert budget <= time.monotonic() - start <= 1.2 * budget


def test_a_process_finds_what_is_found_here() -> None:
    blocks = [
        ((-1, 1), (2, 1, 1)),
        ((1, 3), (2, 1)),
        ((1, 0, 1), (1, 1)),
        ((-1, -1, 0, 1), (2,)),
        ((0, 1), (3,)),
    ]
    rows = block_diagonal([jordan_block(p, k) for p, sizes in blocks for k in sizes])
    a = ss.matrix(conjugated(rows, [(i, i + 1, 1) for i in range(6)]))
    here, there = analyze(a), analyze(a, budget=Budget(seconds=25))
    there.guard.estimate = 1000  # type: ignore[union-attr]  # so that it takes a process
    for name in ("charpoly", "profile", "spectrum", "dunford", "behavior", "ranks_at_one", "rank", "det"):
        assert getattr(there, name) == getattr(here, name), name
    for name in ("growth", "minpoly", "certificate", "projectors", "rational_jordan_form"):
        assert getattr(there, name) == getattr(here, name), name
    with pytest.raises(UndefinedError, match="no limit"):
        there.limit
    assert there.jordan_form.J == here.jordan_form.J
    assert there.proof().to_text() == here.proof().to_text()
    assert there.known["behavior"] == "unbounded"
    assert there.known["ranks_at_one"] == here.ranks_at_one
    assert there.known["charpoly"] == here.charpoly.coefficients
    assert there.guard._worker is not None  # type: ignore[union-attr]


def test_the_error_with_its_facts_survives_a_pickle() -> None:
    error = pickle.loads(pickle.dumps(BudgetExceededError("met.", found={"det": Fraction(1, 2)})))
    assert (str(error), error.found) == ("met.", {"det": Fraction(1, 2)})


INTERRUPTED = """
import time
from symspec.budget import Budget
from symspec.guard import Limit
from tests.slow import Sluggish
x = Sluggish("ab", Limit(Budget(seconds=60), "", 1000, time.monotonic()))
print(x.process, flush=True)
x.endless
"""


@pytest.mark.skipif(os.name != "posix", reason="sends a POSIX signal")
def test_an_interrupt_ends_both_processes() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert "KeyboardInterrupt" in errors
    assert until(lambda: not is_running(worker))


# -- the command line ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--bits", "3", "not decided: the coefficients of det(x I - A) may have"),
        ("--degree", "59", "not decided: det(x I - A) has degree 60"),
        ("--seconds", "0.05", "not decided: the budget of 0.05 seconds is used up; found so far: nothing."),
        ("--seconds", "-1", "the budget seconds=-1.0 is not a positive number"),
    ],
)
def test_a_budget_on_the_command_line(
    option: str, value: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(9)
    path = tmp_path / "a.json"
    path.write_text(str([[rng.randrange(10**40) for _ in range(60)] for _ in range(60)]))
    assert run(["analyze", str(path), option, value]) == 2
    said = capsys.readouterr()
    assert sentence in said.err and said.out == ""


# -- files -----------------------------------------------------------------------------------

WRITING = """
import sys, time
from symspec.atomic import write_whole
def parts():
    yield "new " * 100_000
    print("half", flush=True)
    time.sleep(60)
write_whole(sys.argv[1], parts())
"""


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
@pytest.mark.parametrize(("number", "left_over"), [(signal.SIGKILL, 1), (signal.SIGINT, 0)])
def test_a_killed_writer_leaves_the_old_file(tmp_path: Path, number: signal.Signals, left_over: int) -> None:
    target = tmp_path / "certificate.json"
    target.write_text("old")
    command = [sys.executable, "-c", WRITING, str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        process.send_signal(number)
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1 + left_over


def test_a_written_file_is_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_whole(target, ["é", "\n", "2"])
    assert target.read_text("utf-8") == "é\n2"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(InputError, match="cannot write"):
        write_whole(tmp_path / "no such folder" / "a.txt", ["x"])
