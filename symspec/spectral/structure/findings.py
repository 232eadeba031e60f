"""Answers with their reasons: a property holds with a witness, or fails at a place that is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symspec.truth import Truth


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that decides a question; row and column count from 0."""

    row: int
    column: int
    value: Any

    def __str__(self) -> str:
        return f"the entry {self.value} in row {self.row + 1}, column {self.column + 1}"


@dataclass(frozen=True, slots=True)
class LineSum:
    """The sum of a row or a column; the index counts from 0."""

    line: str
    index: int
    value: Any

    def __str__(self) -> str:
        return f"the sum {self.value} of {self.line} {self.index + 1}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a property holds, why, and what shows it.

    Attributes:
        name: the property, such as "stochastic".
        truth: TRUE, FALSE, or UNKNOWN where a stated limit was met.
        reason: one sentence; it counts rows and columns from 1.
        witness: what shows it: an Entry, a LineSum, a permutation, .. as each property says; None where the
            reason says it all.
    """

    name: str
    truth: Truth
    reason: str
    witness: Any = None

    @property
    def is_true(self) -> bool:
        """It holds."""
        return self.truth.is_true

    @property
    def is_false(self) -> bool:
        """It does not hold."""
        return self.truth.is_false

    def __str__(self) -> str:
        answer = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "unknown"}[self.truth]
        return f"{self.name}: {answer}; {self.reason}"


def holds(name: str, reason: str, witness: Any = None) -> Finding:
    """TRUE."""
    return Finding(name, Truth.TRUE, reason, witness)


def fails(name: str, reason: str, witness: Any = None) -> Finding:
    """FALSE."""
    return Finding(name, Truth.FALSE, reason, witness)


def renamed(name: str, found: Finding) -> Finding:
    """The same answer under another name."""
    return Finding(name, found.truth, found.reason, found.witness)


def listed(indices: Any) -> str:
    """The indices, counted from 1, as text.

    >>> listed((0, 2))
    '1, 3'
    """
    return ", ".join(str(i + 1) for i in indices)
