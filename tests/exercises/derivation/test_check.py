"""Derivations: the first line that does not follow, why, and what is credited all the same."""

from __future__ import annotations

import json
import pickle
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec
from symspec.exercises.derivation.check import check_derivation
from symspec.exercises.feedback import SENTENCES

M = [[2, 1], [2, 3]]  # eigenvalues 1, 4
BLOCK = [[3, -4], [1, -1]]
THREE = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]
LARGE = [[5, 0], [0, 7]]

# (matrix, lines, one letter a line: right, carried, wrong, invalid, noted, codes among those found)
CASES: list[tuple[object, str, str, tuple[str, ...]]] = [
    (M, "det(A - xI) = (2-x)(3-x) - 2\n= x^2 - 5x + 4\n= (x-1)(x-4)\nx = 1 or x = 4", "rrrr", ()),
    (M, "|A - λI| = |[[2-λ,1],[2,3-λ]]| = λ^2 - 5λ + 4\nλ = (5 ± sqrt(25-16))/2 = (5 ± 3)/2", "rr", ()),
    (
        M,
        "chi(x) = x^2 - 5x + 4\nx^2 - 5x + 4 = 0\n(x - 1)(x - 4) = 0\nthe eigenvalues are 1 and 4",
        "rrrr",
        (),
    ),
    (M, "A - I = [[1,1],[2,2]]\nR2 <- R2 - 2 R1\n[[1,1],[0,0]]\nrank(A - I) = 1", "rrrr", ()),
    (M, "lambda_1 = 1, v_1 = (1,-1)\nA v_1 = (1,-1)\nlambda_2 = 4, v_2 = (1, 2)", "rrr", ()),
    (M, "P = [[1,1],[-1,2]], D = diag(1,4)\nP^-1 = 1/3 [[2,-1],[1,1]]\nA = P D P^-1\nA P = P D", "nrrr", ()),
    (M, "A^n = 1/3 [[2+4^n, 4^n-1],[2*4^n-2, 1+2*4^n]]\nrho(A) = 4 > 1\nso A^n diverges", "rrr", ()),
    ([["1/2", 0], [0, 1]], "A^n -> [[0,0],[0,1]]\nA^n converges", "rr", ()),
    (THREE, "R2 <- R2 - 4R1; R3 <- R3 - 7R1\n[[1,2,3],[0,-3,-6],[0,-6,-11]]", "rr", ()),
    (THREE, "L_2 := L_2 - 4 L_1, L_3 := L_3 - 7 L_1: [[1,2,3],[0,-3,-6],[0,-6,-11]]\ndet A = -3", "rr", ()),
    (
        THREE,
        "R1 <-> R2\n[[4,5,6],[1,2,3],[7,8,10]]\nR1 <- R1/4\n~ [[1,5/4,3/2],[1,2,3],[7,8,10]]",
        "rrrr",
        (),
    ),
    (BLOCK, "N = A - I = [[2,-4],[1,-2]]\nN^2 = 0\nD = I\nA = D + N\nD N = N D", "rrnrr", ()),
    (M, "first the trace\nthanks", "nn", ()),
    # -- wrong, and what follows from it --
    (M, "det A = 2*3 + 1*2 = 8\ntr A = 5\nchi(x) = x^2 - 5x + 8", "wrc", ("derivation.determinant_sum",)),
    (
        M,
        "chi(x) = x^2 - 5x + 8\nlambda = (5 ± i sqrt(7))/2\nrho = sqrt(8)",
        "wcc",
        ("derivation.not_charpoly",),
    ),
    (
        M,
        "det(A-xI) = (2-x)(3-x) - 2 = x^2 - 5x + 8\nx = (5 ± i sqrt(7))/2",
        "wc",
        ("derivation.coefficient",),
    ),
    (M, "det(A-xI) = x^2 - 5x + 4\nx = 1 or x = 5", "rw", ("derivation.not_a_root",)),
    (M, "chi = x^2 - 5x + 4\nthe eigenvalues are 4", "rw", ("derivation.roots_missing",)),
    (LARGE, "lambda = 5 (double), 7", "w", ("eigenvalues.multiplicity",)),
    (
        M,
        "A - 4I = [[-2,1],[2,1]]\nR2 <- R2 + R1\n[[-2,1],[0,2]]\nrank(A-4I) = 2",
        "wrcc",
        ("derivation.matrices_differ",),
    ),
    (
        M,
        "A - I = [[1,1],[2,2]]\nR2 <- R2 - 2R1\n[[1,1],[4,4]]",
        "rrw",
        ("derivation.row_sign", "derivation.row_result"),
    ),
    (THREE, "R2 <- R2 - 4R1\n[[1,2,3],[0,-3,-6],[7,8,9]]", "rw", ("derivation.row_untouched",)),
    (THREE, "R2 <- R2 - 4R1\n[[1,2,3],[0,-3,-5],[7,8,10]]", "rw", ("derivation.row_result",)),
    (THREE, "R2 <- 3R1", "w", ("derivation.row_operation_loses",)),
    (M, "[[2,1],[2,4]]", "w", ("derivation.not_the_matrix",)),
    (M, "[[2,1],[2,3]]\n[[1,0],[0,0]]", "rw", ("derivation.not_row_equivalent",)),
    (M, "[[2,1],[2,3]]\n[[1,0]]", "rw", ("derivation.row_sizes",)),
    (
        M,
        "P = [[1,1],[-1,2]]\nD = diag(1, 5)\nA = P D P^-1\nA^n = 1/3 [[2+5^n, 5^n-1],[2*5^n-2, 1+2*5^n]]",
        "nnwc",
        (),
    ),
    (M, "A^n = [[2^n, 1], [2^n, 3^n]]", "w", ("power.wrong_at",)),
    (M, "det A = 6", "w", ("derivation.determinant_diagonal",)),
    (M, "det A = -4", "w", ("derivation.sign",)),
    (M, "tr A = 3", "w", ("derivation.trace_antidiagonal",)),
    (M, "rank A = 0", "w", ("derivation.rank_nullity",)),
    (M, "rank A = 1", "w", ("derivation.numbers_differ",)),
    (M, "A = [[2,2],[1,3]]", "w", ("derivation.transposed",)),
    (M, "A I = 5", "w", ("derivation.number_for_matrix",)),
    (M, "A^2 = [[1]]", "w", ("derivation.sizes",)),
    (M, "lambda_1 = 1, v_1 = (1, 1)", "w", ("derivation.not_an_eigenvector",)),
    (M, "lambda_1 = 1, v_1 = (0, 0)", "w", ("eigenvectors.zero",)),
    (M, "chi(x) = x^2 - 5x + 4\nA^n tends to 0", "rw", ("convergence.no_limit",)),
    (M, "lambda = 1/2, 1/3\nA^n tends to 0", "wc", ("derivation.not_a_root",)),
    # -- not read --
    (M, "x = = 3\ndet A = 4", "ir", ("answer.unreadable",)),
    (M, "blah", "i", ("answer.unknown_word",)),
    (M, "R7 <- R7 - R1", "i", ("derivation.no_such_row",)),
    (M, "R2 <- R2 - x R1", "i", ("derivation.row_operation",)),
    (M, "det([[1,2]]) = 1", "i", ("derivation.not_square",)),
    (M, "chi(x) = 1/x + 4", "i", ("derivation.no_polynomial",)),
]
_STATUS = {"r": "right", "c": "carried", "w": "wrong", "i": "invalid", "n": "noted"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1][:50])
def test_derivations(case: tuple[object, str, str, tuple[str, ...]]) -> None:
    matrix, text, letters, codes = case
    verdict = check_derivation(matrix, text)
    assert [line.status for line in verdict.lines] == [_STATUS[x] for x in letters], str(verdict)
    assert set(codes) <= set(verdict.codes) <= SENTENCES.keys()
    assert verdict.first_error == (letters.index("w") + 1 if "w" in letters else None)
    judged = [x for x in letters if x in "rcw"]
    if judged:
        assert verdict.score == Fraction(sum(x != "w" for x in judged), len(judged))
    else:
        assert (verdict.status, verdict.score) == ("invalid", None)


def test_every_code_of_derivations_occurs() -> None:
    seen = {code for case in CASES for code in check_derivation(case[0], case[1]).codes}
    assert {c for c in SENTENCES if c.startswith("derivation.")} <= seen


# -- built by arithmetic that shares nothing with the engine -----------------------------------------

small = st.integers(-5, 5)


@st.composite
def triangular_work(draw: st.DrawFn) -> tuple[list[list[int]], list[str], int]:
    """A 3 x 3 matrix, row operations with the matrices after them, and the line of a planted error, or 0."""
    rows = [[draw(small) for _ in range(3)] for _ in range(3)]
    first = [list(r) for r in rows]
    lines, planted, wrong = [], draw(st.integers(0, 3)), 0
    for k in range(1, 4):
        i, j = draw(st.permutations([0, 1, 2]))[:2]
        c = draw(st.integers(1, 4))
        rows[i] = [x - c * y for x, y in zip(rows[i], rows[j], strict=True)]
        shown = [list(r) for r in rows]
        if k == planted:
            shown[i][draw(st.integers(0, 2))] += draw(st.sampled_from([-2, -1, 1, 3]))
            wrong = len(lines) + 2
        lines += [f"R{i + 1} <- R{i + 1} - {c} R{j + 1}", str(shown)]
        rows = shown  # the student goes on with what stands there
    return first, lines, wrong


@given(triangular_work())
def test_the_planted_error_is_the_first_and_only_one(work: tuple[list[list[int]], list[str], int]) -> None:
    matrix, lines, wrong = work
    verdict = check_derivation(matrix, lines)
    assert verdict.first_error == (wrong or None), str(verdict)
    assert [x.status for x in verdict.lines].count("wrong") == (1 if wrong else 0)


@given(st.lists(small, min_size=4, max_size=4), st.integers(-3, 3))
def test_charpoly_by_trace_and_determinant(entries: list[int], slip: int) -> None:
    a, b, c, d = entries
    trace, det = a + d, a * d - b * c
    line = f"det(A - xI) = ({a} - x)({d} - x) - ({b})({c}) = x^2 - ({trace}) x + ({det + slip})"
    verdict = check_derivation([[a, b], [c, d]], [line])
    assert (verdict.status == "correct") is (slip == 0)


# -- the door -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "fr", "ro"])
def test_the_verdict_is_a_value_with_words(lang: str) -> None:
    verdict = check_derivation(M, ["det A = 8", "", "R2 <- R2 - R1"], lang=lang)
    assert pickle.loads(pickle.dumps(verdict)) == verdict
    assert json.loads(verdict.to_json())["first_error"] == 1
    assert verdict.feedback.startswith("1: ") and str(verdict).startswith("- 1  det A = 8")
    assert symspec.check_derivation is check_derivation


def test_the_door_refuses_what_is_no_list_of_lines() -> None:
    for lines in ("", [], ["det A = 4"] * 201, [1]):
        with pytest.raises(symspec.InputError, match="list of 1 to 200 lines"):
            check_derivation(M, lines)  # type: ignore[arg-type]
    with pytest.raises(symspec.InputError, match="xx"):
        check_derivation(M, "det A = 4", lang="xx")


@pytest.mark.parametrize(
    "line",
    ["9**9**9 = 1", "A^(10^9) = I", "x^(99999) = 0", "R1 <- " + "R1 + " * 700 + "R1", "(" * 3000, "= " * 900,
     "A = " * 900 + "A", "det(" * 900, "\x00", "х = 1", "lambda = " + "1, " * 1200, "B = B + B\n" * 1,
     "(x+1)^24 = (x+1)^24", "A^n = " + "2^n + " * 500 + "1"],
    ids=lambda x: ascii(x[:16]),
)  # fmt: skip
def test_hostile_lines_cost_little(line: str) -> None:
    start = time.process_time()
    check_derivation(M, [line, line])
    assert time.process_time() - start < 1


@given(st.lists(st.text("ADPRx123 =-+^()[],<>.λ\n", max_size=30), min_size=1, max_size=4))
def test_any_lines_have_a_verdict(lines: list[str]) -> None:
    assert len(check_derivation(M, lines).lines) == len(lines)
