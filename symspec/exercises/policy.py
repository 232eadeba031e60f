"""How strictly answers are judged where good lecturers differ: one record, passed as it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from symspec.errors import InputError

_CHOICES = {"comma": ("ask", "decimal", "separator"), "reason": ("remark", "required")}


@dataclass(frozen=True, slots=True)
class Policy:
    """The judgement of an answer where the mathematics leaves a choice.

    Attributes:
        comma: what `1,0; 4,0` means. "ask": the answer is returned as invalid, with both readings; "decimal":
            a comma between digits is a decimal comma; "separator": it never is.
        inexact: the part of the score for an answer that is right but for rounding, as 1.618 for the golden
            ratio: from 0 to 1.
        tolerance: a decimal within this distance of the exact value is right; None where exact values are
            asked for. It is used for numbers, eigenvalues and limits.
        reason: "remark": a false reason is remarked on and costs nothing; "required": without a true reason a
            right verdict earns half of the score.
        power_from: 1 where A^n is asked for n >= 1, and a form that is wrong at n = 0 only is remarked on;
            0 where such a form earns half of the score.

    Raises:
        InputError: a value outside these.

    >>> from symspec import check_answer
    >>> close = Policy(tolerance=Fraction(1, 100))
    >>> check_answer("spectral_radius", "0 1; 1 1", "1.62", policy=close).status
    'correct'
    """

    comma: Literal["ask", "decimal", "separator"] = "ask"
    inexact: Fraction = Fraction(0)
    tolerance: Fraction | None = None
    reason: Literal["remark", "required"] = "remark"
    power_from: int = 1

    def __post_init__(self) -> None:
        for name, allowed in _CHOICES.items():
            if getattr(self, name) not in allowed:
                raise InputError(f"policy.{name} is one of: {', '.join(allowed)}.")
        if not isinstance(self.inexact, Fraction | int) or not 0 <= self.inexact <= 1:
            raise InputError("policy.inexact is a Fraction from 0 to 1.")
        if self.tolerance is not None and (
            not isinstance(self.tolerance, Fraction | int) or self.tolerance < 0
        ):
            raise InputError("policy.tolerance is a Fraction of at least 0, or None.")
        if self.power_from not in (0, 1):
            raise InputError("policy.power_from is 0 or 1.")


STRICT = Policy()
"""Exact values; ambiguous commas are asked about."""
