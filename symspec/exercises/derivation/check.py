"""check_derivation: the first line that does not follow, why, and what follows all the same."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symspec.analysis import Analysis, analyze
from symspec.errors import InputError, ParseError, UndecidedError
from symspec.exercises import feedback
from symspec.exercises.derivation.lines import judged_line
from symspec.exercises.derivation.state import State
from symspec.exercises.derivation.verdict import DerivationVerdict, LineVerdict, Step
from symspec.exercises.matrices import IrrationalEntryError
from symspec.exercises.refusal import AnswerError
from symspec.exercises.verdict import Finding, found
from symspec.languages import require_language

MOST_LINES = 200


def check_derivation(matrix: object, lines: Sequence[str] | str, *, lang: str = "en") -> DerivationVerdict:
    """Whether each line of a derivation about A follows from A and from the lines before it.

    Args:
        matrix: A, in any form that symspec.matrix takes; or an Analysis.
        lines: the lines as typed; a text is split at its line breaks. A line is one of: an equation between
            matrices, vectors or numbers (`A - 2I = [[0, 1], [0, 0]]`, `det A = 4`, `A v = 2v`); an equation
            between polynomials in one letter (`det(A - xI) = (2-x)(3-x) - 2 = x^2 - 5x + 4`, `chi = ..`,
            `.. = 0`); eigenvalues (`lambda = 1, 4`, `x = 1 or x = 4`); row operations (`R2 <- R2 - 3 R1`,
            `R1 <-> R2`) and the matrix after them; `A^n = ..`, `A^n -> ..`; `rho = ..`; a verdict in words.
            A line that begins with `=` goes on from the last expression.
        lang: the language of the feedback.

    Returns:
        One verdict a line. "right": it is true of A. "carried": it is not, but it follows from the student's
        own earlier values, and earns the same. "wrong": neither; the first of these is first_error. Where a
        name stands for a matrix that was computed wrongly, later lines are judged with the student's value.

    Raises:
        InputError: the matrix cannot be read, no lines, or more than 200.

    >>> verdict = check_derivation([[2, 1], [2, 3]], ["det(A - xI) = (2-x)(3-x) - 2", "= x^2 - 5x + 8",
    ...     "x = (5 ± i sqrt(7))/2"])
    >>> [line.status for line in verdict.lines], verdict.first_error, verdict.score
    (['right', 'wrong', 'carried'], 2, Fraction(2, 3))
    """
    typed = lines.splitlines() if isinstance(lines, str) else list(lines)
    if not typed or len(typed) > MOST_LINES or not all(isinstance(x, str) for x in typed):
        raise InputError(f"a derivation is a list of 1 to {MOST_LINES} lines of text.")
    require_language(lang)
    an = matrix if isinstance(matrix, Analysis) else analyze(matrix)
    state, found_lines = State(an), []
    for number, text in enumerate(typed, 1):
        step = _judged(text, state)
        found_lines.append(_worded(number, text, step, lang))
    return _verdict(tuple(found_lines))


def _judged(text: str, state: State) -> Step:
    try:
        return judged_line(text, state)
    except AnswerError as error:
        return Step("invalid", (error.finding,), position=error.position)
    except ParseError as error:
        return Step("invalid", (found("answer.unreadable", ("message", error)),), position=error.position)
    except IrrationalEntryError as error:
        return Step("invalid", (found("answer.unreadable", ("message", error)),))
    except UndecidedError as error:
        return Step("noted", (found("answer.undecided", ("message", error)),))


def _worded(number: int, text: str, step: Step, lang: str) -> LineVerdict:
    codes = tuple(dict.fromkeys(f.code for f in step.findings))
    said: tuple[Finding, ...] = step.findings
    return LineVerdict(
        number, text, step.status, codes, feedback.text(said, lang), step.evidence, step.position
    )


def _verdict(lines: tuple[LineVerdict, ...]) -> DerivationVerdict:
    judged = [x for x in lines if x.status in ("right", "carried", "wrong")]
    first = next((x.number for x in lines if x.status == "wrong"), None)
    if not judged:
        return DerivationVerdict("invalid", None, None, lines)
    score = Fraction(sum(x.status != "wrong" for x in judged), len(judged))
    if first is None:
        return DerivationVerdict("correct", score, None, lines)
    return DerivationVerdict("partial" if score else "incorrect", score, first, lines)
