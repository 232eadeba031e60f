"""The process for answers from strangers: same verdicts, and limits that end it without a loss."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

import symspec as ss
from symspec.exercises.policy import Policy
from symspec.exercises.worker import Request, Worker, verdict

ANSWERS = [
    ("eigenvalues", "2 1; 1 2", "1, 3"),
    ("eigenvalues", "2 1; 1 2", "1, 2"),
    ("limit", "1/2 0; 0 1", "[[0,0],[0,1]]"),
    ("jordan_form", "2 1; 0 2", "((("),
    ("charpoly", "[[sqrt(2), 1], [0, 1]]", "(x - sqrt(2))(x - 1)"),
]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(seconds=60) as started:
        yield started


@pytest.mark.parametrize(("task", "matrix", "text"), ANSWERS)
def test_the_verdict_is_the_same(worker: Worker, task: str, matrix: str, text: str) -> None:
    here, there = ss.check_answer(task, matrix, text), worker.check_answer(task, matrix, text)
    assert here.to_json() == there.to_json()


def test_policies_and_languages_reach_the_process(worker: Worker) -> None:
    policy = Policy(comma="decimal")
    found = worker.check_answer("spectral_radius", "1/2 0; 0 1/4", "0,5", lang="fr", policy=policy)
    assert found == ss.check_answer("spectral_radius", "1/2 0; 0 1/4", "0,5", lang="fr", policy=policy)
    assert found.status == "correct"
    request = Request("limit", "1", "1", "ro", None, policy)
    assert Request.from_json(request.to_json()) == request


def test_an_unreadable_question_is_an_input_error(worker: Worker) -> None:
    with pytest.raises(ss.InputError, match="not supported"):
        worker.check_answer("nonsense", "1", "1")
    assert worker.check_answer("eigenvalues", "1", "1").status == "correct"


def test_a_process_that_hangs_is_ended_and_the_next_answer_judged() -> None:
    with Worker(seconds=0.5) as worker:
        worker.check_answer("eigenvalues", "1", "1")
        process = worker._process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)  # as if some arithmetic did not hear signals
        start = time.monotonic()
        found = worker.check_answer("eigenvalues", "1", "1")
        assert (found.status, found.score, found.codes) == ("undecided", None, ("answer.limits",))
        assert time.monotonic() - start < 5
        assert process.poll() is not None


def test_a_process_that_dies_costs_one_answer() -> None:
    with Worker(seconds=60) as worker:
        worker.check_answer("eigenvalues", "1", "1")
        assert worker._process is not None
        worker._process.kill()
        assert worker.check_answer("eigenvalues", "1", "1").codes == ("answer.limits",)
        assert worker.check_answer("eigenvalues", "1", "1").status == "correct"


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no limit on memory of a process")
def test_memory_is_limited() -> None:
    program = "from symspec.exercises.worker import _limit_memory; _limit_memory(400); bytearray(10**9)"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "MemoryError" in ended.stderr


def test_a_verdict_survives_its_json() -> None:
    import json

    here = ss.check_answer("dunford", [[1, 1], [0, 2]], "D = diag(1, 2), N = [[0, 1], [0, 0]]")
    assert verdict(json.loads(here.to_json())).to_json() == here.to_json()


def test_limits_that_are_none_are_refused() -> None:
    with pytest.raises(ss.InputError):
        Worker(seconds=0)
