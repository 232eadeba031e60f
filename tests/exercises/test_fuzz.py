"""Random texts of up to 4 kB: each is judged or refused with a sentence, in little time and memory."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symspec import analyze
from symspec.analysis import Analysis
from symspec.exercises.mark import check_answer
from symspec.exercises.tasks import TASKS
from symspec.exercises.verdict import AnswerVerdict
from tests.exercises.table import TABLE

LONGEST = 4096
MOST_SECONDS, TRIES, MOST_MEGABYTES = 0.2, 5, 50
ABOUT = {"similarity": [[1, 0], [0, 4]], "true_false": "diagonalizable"}
QUESTIONS: tuple[Analysis, ...] = tuple(
    map(analyze, ("2 1; 2 3", "1 1; 1 0", "0 -1; 1 0", "2 1 0; 0 2 0; 0 0 -3", "1/2 1/2; 1/4 3/4"))
)
for an in QUESTIONS:  # the facts of a question are found once, for all of its answers
    for task in TASKS:
        check_answer(task, an, "1, 2", about=ABOUT.get(task))

PIECES = st.sampled_from(
    """1 2 -3 1/2 0.5 10^9 9**9**9 20! sqrt( sqrt(2) cbrt( ( ) [ ] { } [[ ]] , ; : | = -> => <= ~ + - * / ^
    ^T ' ± √2 ½ ² λ i e pi x n A I P D J N L A^n P^-1 x^2 2^n n! cos(n) diag( span( det( rk( J2(1)
    D(1,2) |z-1|<=2 e1 v1 = for or and not no yes because so converges bounded diverges zero double
    (mult. \\frac{ \\begin{pmatrix} \\\\ & \\sqrt{ } lol é \u0430""".split()
)  # fmt: skip
WHOLE = st.sampled_from(sorted({answer for _, _, answer, _, _ in TABLE}))


@st.composite
def periodic(draw: st.DrawFn) -> str:
    """A few pieces, again and again."""
    parts = draw(st.lists(PIECES, min_size=1, max_size=4))
    glue = draw(st.sampled_from(["", " ", ", "]))
    return (glue.join(parts) + glue) * draw(st.integers(1, LONGEST))


@st.composite
def nested(draw: st.DrawFn) -> str:
    """One thing inside the other, closed or left open."""
    start, end = draw(st.sampled_from(["()", "[]", "{}", ("sqrt(", ")"), ("diag(", ")"), ("2^(", ")"), "||"]))
    depth = draw(st.integers(1, 200))
    return start * depth + draw(PIECES) + end * draw(st.sampled_from([0, depth - 1, depth]))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A real answer with pieces put in, cut out and doubled."""
    text = draw(WHOLE)
    for _ in range(draw(st.integers(1, 3))):
        i, j = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        text = draw(st.sampled_from([text[:i] + text[j:], text[:j] + text[i:], text[:i] + "%" + text[i:]]))
        text = text.replace("%", draw(PIECES))
    return text


TEXTS = st.one_of(periodic(), nested(), damaged(), st.lists(PIECES, max_size=60).map(" ".join)).map(
    lambda text: text[:LONGEST]
)


def judged(task: str, an: Analysis, text: str) -> tuple[AnswerVerdict, float]:
    """The verdict, and the least time of a few tries: other work on the machine only adds."""
    best = 10.0
    for _ in range(TRIES):
        start = time.process_time()
        verdict = check_answer(task, an, text, about=ABOUT.get(task))
        best = min(best, time.process_time() - start)
        if best < MOST_SECONDS:
            break
    return verdict, best


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(TASKS)), st.sampled_from(QUESTIONS), TEXTS)
def test_any_text_is_judged_or_refused_in_little_time(task: str, an: Analysis, text: str) -> None:
    verdict, seconds = judged(task, an, text)
    assert seconds < MOST_SECONDS
    assert verdict.status in ("correct", "partial", "incorrect", "invalid", "undecided")
    assert verdict.feedback.strip()[-1] in ".?)" and verdict.codes
    assert (verdict.score is None) is (verdict.status in ("invalid", "undecided"))
    assert verdict.to_json() and str(verdict)


PROGRAM = """
import resource
from tests.exercises.hostile import HOSTILE
from tests.exercises.test_fuzz import ABOUT, QUESTIONS, TASKS, check_answer
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for k, text in enumerate(HOSTILE):
    task = list(TASKS)[k % len(TASKS)]
    check_answer(task, QUESTIONS[k % len(QUESTIONS)], text, about=ABOUT.get(task))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the unit of ru_maxrss is another one elsewhere")
def test_the_process_does_not_grow() -> None:
    """Memory as the system counts it, that of FLINT included, over the whole corpus."""
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert int(ended.stdout) < MOST_MEGABYTES * 1024
