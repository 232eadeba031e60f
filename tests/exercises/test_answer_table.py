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
from symspec.exercises.hint_sentences import HINTS
from symspec.exercises.mark import TASKS, check_answer
from symspec.exercises.verdict import AnswerVerdict
from tests.exercises.table import TABLE, Case
from tests.exercises.table_language import OPTIONS, WithOptions

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
    "ans-020": "eigenvectors.zero",
    "ans-026": "eigenvectors.generalized",
    "ans-028": "eigenvectors.not_exact",
    "ans-030": "eigenvectors.dependent",
    "ans-036": "pair.inverse",
    "ans-041": "pair.inverse",
    "ans-046": "diagonalization.defective",
    "ans-049": "jordan_form.block_sizes",
    "ans-053": "jordan_form.chain_broken",
    "ans-055": "pair.singular",
    "ans-058": "jordan_form.block_sizes",
    "ans-059": "jordan_form.diagonal",
    "ans-076": "limit.not_idempotent",
    "ans-078": "limit.not_exact",
    "ans-080": "limit.large_entries",
    "ans-084": "limit.average_of_powers",
    "ans-087": "convergence.reason_spectral_radius",
    "ans-096": "convergence.block_on_circle",
    "ans-097": "convergence.block_on_circle",
    "ans-099": "gershgorin.signed_sums",
    "ans-111": "charpoly.determinant",
    "ans-113": "charpoly.trace",
    "ans-117": "power.nilpotent_not_multiplied",
}


@pytest.mark.parametrize("row", [r for r in SUPPORTED if not r["correct"]], ids=lambda row: row["id"])
def test_wrong_published_answers_have_the_fitting_code(row: dict[str, Any]) -> None:
    assert CODES_OF_PUBLISHED[row["id"]] in check_answer(row["task"], row["matrix"], row["answer"]).codes


def test_every_task_of_the_published_answers_is_supported() -> None:
    assert {row["task"] for row in PUBLISHED} <= TASKS.keys()
    with pytest.raises(
        symspec.InputError, match='"trace" is not supported; use one of: eigenvalues, dunford'
    ):
        check_answer("trace", [[1]], "1")


def _with_options(case: WithOptions) -> AnswerVerdict:
    task, matrix, answer, _, _, about, policy = case
    return check_answer(task, matrix, answer, about=about, policy=policy)


@pytest.mark.parametrize("case", OPTIONS, ids=lambda case: f"{case[0]}: {case[2][:40]}")
def test_the_table_with_options(case: WithOptions) -> None:
    verdict = _with_options(case)
    assert (verdict.status, set(case[4]) - set(verdict.codes)) == (case[3], set()), verdict


def test_every_task_has_right_wrong_and_invalid_answers_in_the_table() -> None:
    for task in TASKS:
        statuses = {case[3] for case in (*TABLE, *OPTIONS) if case[0] == task}
        assert {"correct", "incorrect", "invalid"} <= statuses, task


def test_the_tasks_are_named_in_the_documentation_of_check_answer() -> None:
    assert check_answer.__doc__ is not None
    assert [task for task in TASKS if f'"{task}"' not in check_answer.__doc__] == []


def test_the_table_is_balanced() -> None:
    counts = Counter(case[3] for case in TABLE)
    assert len(TABLE) >= 60
    assert counts["incorrect"] + counts["invalid"] + counts["partial"] >= len(TABLE) // 2


def test_every_code_in_the_sources_has_a_sentence_and_every_sentence_a_source() -> None:
    root = Path(symspec.__file__).parent / "exercises"
    source = "".join(
        p.read_text("utf-8")
        for p in root.rglob("*.py")
        if p.name not in ("feedback.py", "sentences.py", "hint_sentences.py", "reading_sentences.py")
    )
    heads = "|".join(sorted({code.partition(".")[0] for code in feedback.SENTENCES}))
    used = set(re.findall(rf'"((?:{heads})\.[A-Za-z_]+)"', source))
    dynamic = {f"{task}.irrational" for task in ("dunford", "limit")} | {
        f"{task}.{why}"
        for task in ("limit", "convergence")
        for why in ("eigenvalue_outside", "block_on_circle", "eigenvalue_on_circle")
    }
    used.discard("convergence.reason_")  # a prefix of five codes
    dynamic |= {f"orthogonal_diagonalization.not_{why}" for why in ("normalized", "orthogonal")}
    assert used | dynamic | HINTS.keys() == feedback.SENTENCES.keys()


def test_every_code_occurs_in_the_table() -> None:
    seen = {code for case in TABLE for code in check_answer(*case[:3]).codes}
    seen |= {code for case in OPTIONS for code in _with_options(case).codes}
    elsewhere = {c for c in feedback.SENTENCES if c.startswith("derivation.")} | HINTS.keys()
    elsewhere |= {"answer.limits"}  # of the worker process, see test_worker
    assert feedback.SENTENCES.keys() - elsewhere - seen == set()
