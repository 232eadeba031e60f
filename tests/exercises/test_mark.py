"""The door of the answer checker: refusals, invalid text, evidence, and what never happens."""

from __future__ import annotations

import pickle
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec
from symspec.exercises.mark import TASKS, check_answer
from symspec.exercises.verdict import AnswerVerdict

M = [[2, 1], [2, 3]]

HOSTILE = [
    "9**9**9",
    "((20!)!)",
    "sqrt(10**4000+1), 1",
    "10000000!",
    "(" * 2000 + "1" + ")" * 2000,
    "[" * 4000,
    "1,4\u202e",
    "λ=1, λ=４",
    "х = 1, x = 4",
    "__import__('os').system('echo')",
    "().__class__.__bases__[0]",
    "import os",
    "sqrt(" * 300 + "2" + ")" * 300,
    "2^2^2^2^2^2^2^2",
    "1e999999999, 4",
    "+".join(f"sqrt({n})" for n in range(2, 500)),
    "±" * 500 + "1",
    " ± ".join(["1"] * 300),
    "A" * 4000,
    "\\frac" * 700,
    "{" * 1000 + "}" * 1000,
    "=".join(["x"] * 1000),
    "not " * 900,
    "1 (" * 90,
    "D = " * 900,
    "A^n " * 900,
    "exists does not " * 240,
    "converges to the limit of A^n is " * 110,
    "\x00",
    "exp(2 pi i/1009), 1",
    "(sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11))^64, 1",
]


ABOUT = {"similarity": [[1, 0], [0, 4]], "true_false": "diagonalizable"}


def judged(task: str, text: str) -> AnswerVerdict:
    return check_answer(task, M, text, about=ABOUT.get(task))


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: ascii(t[:20]))
def test_hostile_text_is_judged_at_once(task: str, text: str) -> None:
    start = time.process_time()
    verdict = judged(task, text)
    assert time.process_time() - start < 1
    assert verdict.status != "correct"


@pytest.mark.parametrize("text", [t for t in HOSTILE if "sqrt(2)+" not in t], ids=lambda t: ascii(t[:20]))
def test_hostile_text_is_no_list_of_eigenvalues(text: str) -> None:
    assert check_answer("eigenvalues", M, text).status in ("invalid", "undecided")


@given(st.sampled_from(sorted(TASKS)), st.text(max_size=60))
def test_any_text_has_a_verdict(task: str, text: str) -> None:
    verdict = judged(task, text)
    assert verdict.status in ("correct", "partial", "incorrect", "invalid", "undecided")
    assert verdict.feedback


PIECES = st.lists(
    st.sampled_from(
        "1 4 -1 1/2 0 , ; ( ) [ ] { } = : ± sqrt i A I D N L A^n -> lim λ λ_1 (double) multiplicity 2 "
        "converges diverges not no limit exist because so eigenvalue bounded [[1,0],[0,1]] diag(1,2) + - * / "
        "^ and 0.5 x".split()
    ),
    max_size=14,
)


@given(st.sampled_from(sorted(TASKS)), PIECES)
def test_any_sequence_of_pieces_has_a_verdict(task: str, pieces: list[str]) -> None:
    assert judged(task, " ".join(pieces)).feedback


def test_invalid_text_costs_nothing_and_says_where() -> None:
    verdict = check_answer("eigenvalues", M, "1, 4 ?")
    assert (verdict.status, verdict.score, verdict.position) == ("invalid", None, 5)
    assert verdict.codes == ("answer.unreadable",)
    assert "character 6" in verdict.feedback


def test_a_number_of_too_high_degree_is_undecided_and_not_wrong() -> None:
    verdict = check_answer("eigenvalues", M, "sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13), 1")
    assert (verdict.status, verdict.score, verdict.codes) == ("undecided", None, ("answer.undecided",))


def test_unknown_task_language_and_type() -> None:
    with pytest.raises(
        symspec.InputError, match="use one of: eigenvalues, dunford, limit, convergence, charpoly"
    ):
        check_answer("trace", M, "5")
    with pytest.raises(symspec.InputError, match='no texts in the language "xx"; use one of: en'):
        check_answer("limit", M, "0", lang="xx")
    with pytest.raises(symspec.InputError, match="must be text, not int"):
        check_answer("limit", M, 0)  # type: ignore[arg-type]
    with pytest.raises(symspec.NotSquareError):
        check_answer("limit", [[1, 2]], "0")


def test_an_analysis_is_used_again() -> None:
    an = symspec.analyze(M)
    assert check_answer("eigenvalues", an, "1, 4").status == "correct"
    assert check_answer("limit", an, "diverges").status == "correct"


def test_evidence_can_be_computed_again() -> None:
    verdict = check_answer("dunford", [[1, 1], [0, 2]], "D = diag(1, 2), N = [[0, 1], [0, 0]]")
    evidence = {e.name: e.value for e in verdict.evidence}
    assert evidence == {"DN - ND": ((Fraction(0), Fraction(-1)), (Fraction(0), Fraction(0)))}
    verdict = check_answer("eigenvalues", M, "1, 5")
    assert [(e.name, e.value) for e in verdict.evidence] == [("det(5 I - A)", Fraction(4))]
    verdict = check_answer("limit", [["1/2"]], "1/3")
    assert {e.name: e.value for e in verdict.evidence}["AL - L"] == ((Fraction(-1, 6),),)


def test_scores() -> None:
    def score(task: str, rows: object, text: str) -> Fraction | None:
        return check_answer(task, rows, text).score

    identity = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 2, 0], [0, 0, 0, 3]]
    assert score("eigenvalues", identity, "1, 1, 2, 3") == 1
    assert score("eigenvalues", identity, "1, 1, 2") == Fraction(3, 4)
    assert score("eigenvalues", identity, "1, 1, 2, 5") == Fraction(1, 2)  # three right, one too many
    assert score("eigenvalues", identity, "1, 2, 5, 6") == 0
    assert score("dunford", [[3, -4], [1, -1]], "D = I") == Fraction(1, 2)


@pytest.mark.parametrize(
    ("task", "rows", "text", "secrets"),
    [
        ("eigenvalues", [[2, 1], [2, 3]], "7", ["1", "4"]),
        ("eigenvalues", [[11, 0], [0, 13]], "11", ["13"]),
        ("dunford", [[3, -4], [1, -1]], "D = A, N = 0", ["[[1, 0], [0, 1]]", "identity"]),
        ("limit", [["9/10", "1/10"], ["1/5", "4/5"]], "[[1, 0], [0, 0]]", ["2/3", "1/3"]),
    ],
)
def test_feedback_does_not_give_the_answer_away(
    task: str, rows: object, text: str, secrets: list[str]
) -> None:
    words = check_answer(task, rows, text).feedback.replace(",", " ").replace(".", " ").split()
    assert not set(secrets) & set(words)


def test_the_verdict_is_a_value() -> None:
    verdict = check_answer("eigenvalues", M, "1, 5")
    assert pickle.loads(pickle.dumps(verdict)) == verdict
    assert isinstance(verdict, AnswerVerdict)
    assert symspec.AnswerVerdict is AnswerVerdict and symspec.check_answer is check_answer


@pytest.mark.parametrize("answer", ["converges", "does not diverge", "the limit exists"])
def test_a_limit_said_to_exist_brings_no_reproach_about_moduli(answer: str) -> None:
    verdict = check_answer("limit", "1/10 [[9, 1], [2, 8]]", answer)
    assert verdict.codes == ("limit.not_given",)
