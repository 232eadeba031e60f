"""What a judgement consists of: status, score, findings with stable codes, and evidence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction

from symspec.notation.text import number_text

LONGEST_FIELD, LONGEST_MESSAGE = 64, 400

Data = int | str | bool | Fraction | tuple["Data", ...]

ZERO, HALF, ONE = Fraction(0), Fraction(1, 2), Fraction(1)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, to be put into words in any language.

    Attributes:
        code: a stable dotted code, such as "eigenvalues.missing".
        fields: (name, text) pairs that the sentence of the code mentions.
    """

    code: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something exact that shows a finding, and that anybody can compute again.

    Attributes:
        name: the equation or quantity, such as "D N - N D".
        value: its value: numbers, texts, and tuples of them (a matrix is a tuple of its rows).
    """

    name: str
    value: Data


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a decision function returns, before it is put into words.

    Attributes:
        status: "correct", "partial", "incorrect" or "undecided".
        score: from 0 to 1; None when undecided.
        findings: what was found, the most important first; never empty.
        evidence: what shows it.
    """

    status: str
    score: Fraction | None
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...] = ()


def found(code: str, *fields: tuple[str, object]) -> Finding:
    """A Finding with its fields as text; what is long is cut, so that no answer comes back whole.

    >>> found("x", ("what", "1, " * 100)).fields[0][1]
    '1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ...'
    """
    return Finding(code, tuple((name, _short(name, _text(value))) for name, value in fields))


def _text(value: object) -> str:
    return number_text(value) if isinstance(value, Fraction) else str(value)


def _short(name: str, text: str) -> str:
    longest = LONGEST_MESSAGE if name == "message" else LONGEST_FIELD
    return text if len(text) <= longest else text[: longest - 4].rstrip() + " ..."


def correct(*findings: Finding, evidence: tuple[Evidence, ...] = ()) -> Judgement:
    """Full score; findings are remarks."""
    return Judgement("correct", ONE, findings, evidence)


def incorrect(*findings: Finding, evidence: tuple[Evidence, ...] = ()) -> Judgement:
    """No score."""
    return Judgement("incorrect", ZERO, findings, evidence)


def partial(score: Fraction, *findings: Finding, evidence: tuple[Evidence, ...] = ()) -> Judgement:
    """Part of the score."""
    return Judgement("partial", score, findings, evidence)


@dataclass(frozen=True, slots=True)
class AnswerVerdict:
    """The judgement of one answer.

    Attributes:
        status: "correct", "partial", "incorrect", "invalid" (could not be read: costs nothing) or "undecided"
            (a stated limit was met; never counts as wrong).
        score: a Fraction from 0 to 1; None when invalid or undecided, because nothing was judged.
        codes: stable dotted codes of all that was found, the most important first.
        feedback: whole sentences: what is wrong and how one could have seen it, without the answer.
        read_as: how the answer was understood; "" when it could not be read.
        evidence: exact data that shows the findings.
        position: for an invalid answer the index of the character that does not fit, else None.
        pointer: for an invalid answer two lines: the line of the text, and a caret beneath that place.

    >>> from symspec import check_answer
    >>> verdict = check_answer("eigenvalues", "2 1; 0 2", "2")
    >>> print(verdict.status, verdict.score, *verdict.codes)
    partial 1/2 eigenvalues.multiplicity_not_stated
    """

    status: str
    score: Fraction | None
    codes: tuple[str, ...]
    feedback: str
    read_as: str
    evidence: tuple[Evidence, ...] = ()
    position: int | None = None
    pointer: str = ""

    def __str__(self) -> str:
        """The status, how the answer was read, and the feedback."""
        score = "" if self.score is None or self.score.denominator == 1 else f", {self.score} of the score"
        read = f"\nYour answer was read as: {self.read_as}" if self.read_as else ""
        shown = f"\n{self.pointer}" if self.pointer else ""
        return f"{self.status}{score}{read}{shown}\n{self.feedback}"

    def require(self) -> None:
        """Nothing, if the answer is correct: one line of a test that nbgrader or otter-grader runs.

        Raises:
            AssertionError: it is not, with the feedback.
        """
        if self.status != "correct":
            raise AssertionError(str(self))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        shown = str(self).replace("&", "&amp;").replace("<", "&lt;")
        return {"text/plain": str(self), "text/html": f"<pre>{shown}</pre>"}

    def to_json(self) -> str:
        """Every field; the score and other fractions as text."""
        score = None if self.score is None else str(self.score)
        evidence = [{"name": e.name, "value": _plain(e.value)} for e in self.evidence]
        fields = {
            "status": self.status,
            "score": score,
            "codes": list(self.codes),
            "feedback": self.feedback,
            "read_as": self.read_as,
            "evidence": evidence,
            "position": self.position,
            "pointer": self.pointer,
        }
        return json.dumps(fields, indent=2, ensure_ascii=False)


def _plain(value: Data) -> object:
    if isinstance(value, tuple):
        return [_plain(x) for x in value]
    return number_text(value) if isinstance(value, Fraction) else value
