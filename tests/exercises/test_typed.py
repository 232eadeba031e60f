"""Four hundred ways to type an answer, each judged as a lecturer would."""

from __future__ import annotations

import pytest

from symspec.exercises.mark import check_answer
from tests.exercises.table_typed import TYPED

CASES = [(task, matrix, status, answer) for task, matrix, status, answers in TYPED for answer in answers]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}: {ascii(case[3][:40])}")
def test_typed_answers(case: tuple[str, str, str, str]) -> None:
    task, matrix, status, answer = case
    verdict = check_answer(task, matrix, answer)
    assert verdict.status == status, verdict
