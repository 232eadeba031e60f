"""The keys of all tasks to every published matrix: what symspec itself answers must be judged correct."""

from __future__ import annotations

import pytest

import symspec
from symspec.exercises.keys import KEYS, key
from symspec.exercises.mark import check_answer
from tests.cases.published import Case, published_cases

LARGEST_ORDER = 4
OPEN = {("sage-quadfield-m7", "gershgorin")}  # sums of roots in a field of degree 64


def is_asked(case: Case) -> bool:
    """A square matrix of numbers, small enough for a question."""
    try:
        symspec.analyze(case.matrix)
    except symspec.InputError:
        return False
    return len(case.matrix) <= LARGEST_ORDER


SMALL = [case for case in published_cases() if is_asked(case)]


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_every_key_is_judged_correct(case: Case) -> None:
    an = symspec.analyze(case.matrix)
    answered = {task: text for task in KEYS if (text := key(task, an)) is not None}
    for task, text in answered.items():
        verdict = check_answer(task, an, text)
        status = "undecided" if (case.name, task) in OPEN else "correct"
        assert verdict.status == status, f"{task}: {text}\n{verdict}"
    assert {"charpoly", "minpoly", "dunford", "ranks", "limit", "convergence"} <= answered.keys()


def test_most_published_matrices_are_asked_about() -> None:
    assert len(SMALL) >= 100


def test_there_is_a_key_to_every_task() -> None:
    an = symspec.analyze("1/2 0; 0 1")
    assert all(key(task, an) for task in KEYS)
    assert key("similarity", an, "1 0; 0 1/2") and key("true_false", an, "diagonalizable") == "true"
