"""What is known at a line of a derivation: truly, and by the student's own word."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis
from symspec.exercises.derivation.rows import RowOperation
from symspec.exercises.derivation.values import ValueReader
from symspec.exercises.matrices import Scalar
from symspec.syntax.tree import Node

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber


@dataclass(slots=True)
class State:
    """Grows line by line.

    Attributes:
        an: the facts about A.
        true: what the names of the derivation stand for, by their first definition.
        own: what the student last said that they are.
        current: the matrix that row operations act on, as the student has it.
        pending: operations announced since then.
        tainted: that matrix comes from an error above.
        restated: what the student last said that an expression is, where it is more than a name.
        polynomial: the student's characteristic polynomial, constant term first.
        values: the student's eigenvalues.
        last: the last expression, for a line that begins with "=".
    """

    an: Analysis
    true: dict[str, Node] = field(default_factory=dict)
    own: dict[str, Node] = field(default_factory=dict)
    current: ExactMatrix | None = None
    pending: tuple[RowOperation, ...] = ()
    tainted: bool = False
    restated: dict[Node, Node] = field(default_factory=dict)
    polynomial: tuple[Scalar, ...] | None = None
    values: tuple[Fraction | AlgebraicNumber, ...] | None = None
    last: Node | None = None

    def reader(self, text: str, *, own: bool = False) -> ValueReader:
        """Reads expressions with the true values, or with the student's own."""
        named = self.own if own else self.true
        return ValueReader(self.an.matrix, named, text, self.restated if own else {})
