"""An answer that cannot be judged as it stands: where, why, and what to write instead."""

from __future__ import annotations

from symspec.errors import ParseError
from symspec.exercises.verdict import Finding, found


class AnswerError(ParseError):
    """The text of an answer that is read, but is no answer; costs nothing.

    Attributes:
        finding: its code and fields, to be put into words in any language.
    """

    def __init__(self, finding: Finding, *, text: str = "", position: int = 0) -> None:
        super().__init__(f"{finding.code} {dict(finding.fields)}", text=text, position=position)
        self.finding = finding

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (self.finding, self.text, self.position)


def _rebuilt(finding: Finding, text: str, position: int) -> AnswerError:
    return AnswerError(finding, text=text, position=position)


def refused(code: str, text: str, position: int, *fields: tuple[str, object]) -> AnswerError:
    """The error with this code; the fields also hold the place, counted from 1."""
    return AnswerError(found(code, *fields, ("place", position + 1)), text=text, position=position)
