"""What is found about a derivation: one verdict a line, and one for the whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction

from symspec.exercises.verdict import Evidence, Finding


@dataclass(frozen=True, slots=True)
class Step:
    """The judgement of one line, before it is put into words.

    Attributes:
        status: "right", "carried" (it follows from an earlier error of the student's own), "wrong",
            "invalid" (it cannot be read) or "noted" (nothing to judge).
        findings: what was found.
        evidence: exact data that shows it.
        position: for an invalid line the character that does not fit.
    """

    status: str
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    position: int | None = None


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """One line of the derivation.

    Attributes:
        number: from 1.
        text: the line as typed.
        status: as in Step.
        codes: stable dotted codes.
        feedback: whole sentences; "" for a line that is right.
        evidence: exact data.
        position: where an invalid line does not fit.
    """

    number: int
    text: str
    status: str
    codes: tuple[str, ...]
    feedback: str
    evidence: tuple[Evidence, ...] = ()
    position: int | None = None


@dataclass(frozen=True, slots=True)
class DerivationVerdict:
    """The judgement of a derivation.

    Attributes:
        status: "correct", "partial", "incorrect", or "invalid" where no line could be judged.
        score: the judged lines that are right or follow from the student's own values, over all judged ones;
            None when invalid.
        first_error: the number of the first line that does not follow, from 1; None without one.
        lines: one verdict a line.

    >>> from symspec import check_derivation
    >>> check_derivation("2 1; 2 3", ["x^2 - 5x + 3 = 0"]).first_error
    1
    """

    status: str
    score: Fraction | None
    first_error: int | None
    lines: tuple[LineVerdict, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all lines, each once."""
        return tuple(dict.fromkeys(code for line in self.lines for code in line.codes))

    @property
    def feedback(self) -> str:
        """What is said about the lines that are not simply right, each with its number."""
        return "\n".join(f"{line.number}: {line.feedback}" for line in self.lines if line.feedback)

    def __str__(self) -> str:
        """The lines with a mark before each, and what is said about them."""
        marks = {"right": "+", "carried": "~", "wrong": "-", "invalid": "?", "noted": " "}
        shown = []
        for line in self.lines:
            shown.append(f"{marks[line.status]} {line.number}  {line.text.strip()}")
            if line.feedback:
                shown.append(f"      {line.feedback}")
        return "\n".join(shown)

    def to_json(self) -> str:
        """Every field; the score as text."""
        lines = [
            {
                "number": x.number,
                "text": x.text,
                "status": x.status,
                "codes": list(x.codes),
                "feedback": x.feedback,
                "position": x.position,
            }
            for x in self.lines
        ]
        score = None if self.score is None else str(self.score)
        fields = {"status": self.status, "score": score, "first_error": self.first_error, "lines": lines}
        return json.dumps(fields, indent=2, ensure_ascii=False)
