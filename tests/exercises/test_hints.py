"""Hints: three steps for every task, in every language, and never the answer."""

from __future__ import annotations

import pytest

import symspec
from symspec.exercises.tasks import TASKS


@pytest.mark.parametrize("task", TASKS)
def test_three_steps_for_every_task(task: str) -> None:
    steps = symspec.hints(task, [[2, 1], [2, 3]])
    assert len(steps) == len(set(steps)) == 3
    assert all(step[-1] in ".?" and "{" not in step for step in steps)


@pytest.mark.parametrize("task", ["eigenvalues", "spectral_radius", "limit", "diagonalization"])
def test_hints_hold_no_eigenvalue(task: str) -> None:
    words = " ".join(symspec.hints(task, [[17, 0, 0], [5, 19, 0], [1, 2, 23]])).replace(",", " ").split()
    assert not {"17", "19", "23"} & {w.strip(".") for w in words}


def test_hints_of_no_task() -> None:
    with pytest.raises(symspec.InputError, match='"trace" is not supported'):
        symspec.hints("trace", [[1]])
    with pytest.raises(symspec.InputError, match="xx"):
        symspec.hints("limit", [[1]], lang="xx")
