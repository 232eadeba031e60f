"""Every line of the answer table, and every real answer of tests/data/answers.jsonl."""

from __future__ import annotations

import json
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import symspec
from symspec.exercises import feedback
from symspec.exercises.mark import TASKS, check_answer
from tests.exercises.table import TABLE, Case

PUBLISHED = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "answers.jsonl").read_text("utf-8").splitlines()
]
SUPPORTED = [row for row in PUBLISHED if row["task"] in TASKS]


@pytest.mark.parametrize("case", TABLE, ids=lambda case: f"{case[0]}: {case[2][:40]}")
def test_the_table(case: Case) -> None:
    task, matrix, answer, status, codes = case
    verdict = check_answer(task, matrix, answer)
    assert (verdict.status, set(codes) - set(verdict.codes)) == (status, set()), verdict


@pytest.mark.parametrize("case", TABLE, ids=lambda case: f"{case[0]}: {case[2][:40]}")
def test_score_and_words_fit_the_status(case: Case) -> None:
    verdict = check_answer(*case[:3])
    assert (
        verdict.feedback and verdict.feedback[-1] in ".?)" and "{" not in verdict.feedback.replace("{1", "")
    )
    assert verdict.codes and set(verdict.codes) <= feedback.SENTENCES.keys()
    if verdict.status in ("invalid", "undecided"):
        assert verdict.score is None
        return
    assert verdict.read_as
    assert isinstance(verdict.score, Fraction)
    assert {"correct": verdict.score == 1, "incorrect": verdict.score == 0, "partial": 0 < verdict.score < 1}[
        verdict.status
    ]


@pytest.mark.parametrize("row", SUPPORTED, ids=lambda row: row["id"])
def test_published_answers(row: dict[str, Any]) -> None:
    verdict = check_answer(row["task"], row["matrix"], row["answer"])
    assert verdict.status not in ("invalid", "undecided"), verdict
    assert (verdict.status == "correct") is row["correct"], verdict


CODES_OF_PUBLISHED = {
    "ans-003": "eigenvalues.entry_sign",
    "ans-006": "eigenvalues.multiplicity",
    "ans-011": "eigenvalues.only_real",
    "ans-076": "limit.not_idempotent",
    "ans-078": "limit.not_exact",
    "ans-080": "limit.large_entries",
    "ans-084": "limit.average_of_powers",
    "ans-087": "convergence.reason_spectral_radius",
    "ans-096": "convergence.block_on_circle",
    "ans-097": "convergence.block_on_circle",
}


@pytest.mark.parametrize("row", [r for r in SUPPORTED if not r["correct"]], ids=lambda row: row["id"])
def test_wrong_published_answers_have_the_fitting_code(row: dict[str, Any]) -> None:
    assert CODES_OF_PUBLISHED[row["id"]] in check_answer(row["task"], row["matrix"], row["answer"]).codes


def test_other_tasks_are_refused_by_name() -> None:
    for task in {row["task"] for row in PUBLISHED} - TASKS.keys():
        with pytest.raises(
            symspec.InputError, match=f'"{task}" is not supported; use one of: eigenvalues, dunford'
        ):
            check_answer(task, [[1]], "1")


def test_the_table_is_balanced() -> None:
    counts = Counter(case[3] for case in TABLE)
    assert len(TABLE) >= 60
    assert counts["incorrect"] + counts["invalid"] + counts["partial"] >= len(TABLE) // 2


def test_every_code_in_the_sources_has_a_sentence_and_every_sentence_a_source() -> None:
    root = Path(symspec.__file__).parent / "exercises"
    source = "".join(p.read_text("utf-8") for p in root.rglob("*.py") if p.name != "feedback.py")
    used = set(re.findall(r'"((?:eigenvalues|dunford|limit|convergence|answer)\.[A-Za-z_]+)"', source))
    dynamic = {f"{task}.irrational" for task in ("dunford", "limit")} | {
        f"{task}.{why}"
        for task in ("limit", "convergence")
        for why in ("eigenvalue_outside", "block_on_circle", "eigenvalue_on_circle")
    }
    assert used | dynamic == feedback.SENTENCES.keys()


def test_every_code_occurs_in_the_table() -> None:
    seen = {code for case in TABLE for code in check_answer(*case[:3]).codes}
    assert feedback.SENTENCES.keys() - seen == set()
