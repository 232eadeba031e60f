"""The syntax tree of what people type: frozen data, no mathematics.

Every node knows the `position`, from 0, at which it starts in the original text; positions do
not take part in comparisons, so two texts of the same form have equal trees.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Number:
    """A literal. `decimal` when it was written with a decimal point or an exponent."""

    value: Fraction
    decimal: bool = False
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A letter or a known name, with its index: "x", "lambda", "lambda_1", "E_-1"."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Neg:
    """- operand."""

    operand: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PlusMinus:
    """Both of + operand and - operand."""

    operand: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sum:
    """Two terms or more; a subtracted term is a Neg."""

    terms: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Product:
    """Two factors or more, in the order written."""

    factors: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quotient:
    """numerator / denominator. a/b c is Product((Quotient(a, b), c))."""

    numerator: Node
    denominator: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Power:
    """base^exponent; a^b^c is a^(b^c)."""

    base: Node
    exponent: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Transpose:
    """operand^T."""

    operand: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the closed list (see tokens.FUNCTIONS) and its arguments; |x| is abs(x)."""

    function: str
    arguments: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TupleOf:
    """(a, b, ..): two items or more in round brackets."""

    items: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ListOf:
    """[a, b, ..] or [a b ..]."""

    items: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SetOf:
    """{a, b, ..}; an item may be a statement, such as `1 (double)` or `x = 1`."""

    items: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows separated by `;`, by line breaks or by the backslashes of a LaTeX matrix."""

    rows: tuple[tuple[Node, ...], ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """operands[0] signs[0] operands[1] ..: the signs are among = != < <= > >= -> => in ~."""

    operands: tuple[Node, ...]
    signs: tuple[str, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a natural language, in lower case, or a colon."""

    text: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """(..) with words in it: `(double)`, `(algebraic multiplicity 2)`, `(i.e. [[1, 0], [0, 1]])`."""

    content: Answer
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """Words, remarks and mathematics side by side: two parts or more."""

    parts: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: statements and, between them, the separators `,` `;` `and` `or`.

    A line break counts as `;`. A statement of one part is that part itself.
    """

    statements: tuple[Node, ...]
    separators: tuple[str, ...]
    position: int = field(default=0, compare=False)


Node = (
    Number
    | Name
    | Neg
    | PlusMinus
    | Sum
    | Product
    | Quotient
    | Power
    | Transpose
    | Call
    | TupleOf
    | ListOf
    | SetOf
    | Rows
    | Relation
    | Word
    | Remark
    | Statement
    | Answer
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly beneath, in the order written.

    >>> children(Quotient(Name("x"), Number(Fraction(2)))) == (Name("x"), Number(Fraction(2)))
    True
    """
    return _BENEATH[type(node)](node)


# By type and not by matching: this is the step that every walk over a tree takes.
_BENEATH: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    **dict.fromkeys((Number, Name, Word), lambda node: ()),
    **dict.fromkeys((Neg, PlusMinus, Transpose), lambda node: (node.operand,)),
    Quotient: lambda node: (node.numerator, node.denominator),
    Power: lambda node: (node.base, node.exponent),
    Remark: lambda node: (node.content,),
    Rows: lambda node: tuple(entry for row in node.rows for entry in row),
    Sum: lambda node: node.terms,
    Product: lambda node: node.factors,
    **dict.fromkeys((TupleOf, ListOf, SetOf), lambda node: node.items),
    Relation: lambda node: node.operands,
    Statement: lambda node: node.parts,
    Answer: lambda node: node.statements,
    Call: lambda node: node.arguments,
}
