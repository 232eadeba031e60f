"""What a method of proof is: a name, and a search for what it needs on a given matrix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from symspec.proof.facts import Facts
from symspec.proof.steps import Step
from symspec.truth import Behavior

Writer = Callable[[str], tuple[Step, ...]]
"""From the level of detail to the steps of the proof."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way of proving what A^n does.

    Attributes:
        name: what `method=` takes.
        summary: what it does, in one line.
        found: what writes the proof about a matrix, or, as text, why the method does not apply to it.
    """

    name: str
    summary: str
    found: Callable[[Facts], Writer | str]


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a method applies to a matrix.

    Attributes:
        name, summary: those of the method.
        objection: why it does not apply; "" if it does.
    """

    name: str
    summary: str
    objection: str

    @property
    def applies(self) -> bool:
        """There is no objection."""
        return not self.objection


FATES = {
    Behavior.TENDS_TO_ZERO: "A^n tends to zero",
    Behavior.CONVERGES: "A^n converges to a limit that is not zero",
    Behavior.BOUNDED_DIVERGENT: "A^n is bounded divergent (bounded, without a limit)",
    Behavior.UNBOUNDED: "A^n is unbounded",
}
"""What A^n does, in the words of an objection."""


def only(statement: str, facts: Facts) -> str:
    """The objection of a method that proves something else."""
    return f"it proves {statement}, but here {FATES[facts.behavior]}"
