"""Eigenvalues as people list them: {1, 4}, 1 (double), lambda_1 = 1, {1: 2}, [[1, 4], [2, 1]], 1 ± i."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.exercises.decimals import is_decimal, places
from symspec.exercises.language import vocabulary
from symspec.exercises.language.prose import words_of
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.refusal import refused
from symspec.exercises.spectrum_items import QUANTITIES, Item, extend, items_of
from symspec.exercises.values import is_number, values
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Power,
    Product,
    Quotient,
    Relation,
    Remark,
    SetOf,
    Statement,
    Sum,
    TupleOf,
    Word,
)

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber


@dataclass(frozen=True, slots=True)
class GivenEigenvalue:
    """One number of the answer.

    Attributes:
        value: the exact number.
        multiplicity: as stated; None if nothing was said.
        decimal: it was written with a decimal point.
        written: its expression as plain text.
        places: the most digits after a decimal point in it.
    """

    value: Fraction | AlgebraicNumber
    multiplicity: int | None
    decimal: bool
    written: str
    places: int

    @property
    def times(self) -> int:
        """How often it counts."""
        return 1 if self.multiplicity is None else self.multiplicity


@dataclass(frozen=True, slots=True)
class EigenvaluesAnswer:
    """A list of eigenvalues, in the order given.

    Attributes:
        eigenvalues: the numbers; () for an answer such as "none".
        as_set: written as one set, where a multiplicity cannot show.
    """

    eigenvalues: tuple[GivenEigenvalue, ...]
    as_set: bool

    @property
    def echo(self) -> str:
        """How it was understood."""
        return ", ".join(_echo(e) for e in self.eigenvalues) or "no eigenvalues"


def _echo(e: GivenEigenvalue) -> str:
    shown = e.written if e.decimal else str(e.value)
    return shown if e.multiplicity is None else f"{shown} (multiplicity {e.multiplicity})"


def eigenvalues_answer(tree: Answer, reader: MatrixReader) -> EigenvaluesAnswer:
    """The eigenvalues that the answer names.

    Raises:
        ParseError: no number, or something that cannot be one eigenvalue.
        BudgetExceededError: a number of too high degree.
    """
    order, text = reader.a.order, reader.text
    items: list[Item] = []
    passed: list[Node] = []
    for statement in tree.statements:
        _require_known(statement, text)
        passed += _passed_over(statement, order)
        for part in _apart(statement):
            extend(items, items_of(part, order))
    if len(items) > 2 * order + 8:
        fields = (("given", len(items)), ("order", order))
        raise refused("eigenvalues.too_many_given", text, items[-1].node.position, *fields)
    if not items and not _says_none(tree):
        raise refused("eigenvalues.unreadable", text, 0)
    refusing = vocabulary.DENIED | {"none", "nothing"} if items else vocabulary.DENIED
    denied = next((w for w in words_of(tree) if w.text in refusing), None)
    if denied:
        raise refused("eigenvalues.denied", text, denied.position, ("word", denied.text))
    aside = next((x for s in tree.statements for x in _in_remarks(s, order)), None)
    if aside is not None:
        raise refused("answer.left_over", text, aside.position, ("what", spelled(aside)))
    if not passed:
        reader.used.append(tree)
    else:
        reader.used += [x for s in tree.statements for x in _leaf_parts(s) if x not in passed]
    read = [
        GivenEigenvalue(v, i.multiplicity, is_decimal(i.node), spelled(i.node), places(i.node))
        for i in items
        for v in values(i.node, text)
    ]
    return EigenvaluesAnswer(tuple(read), as_set=_is_one_set(tree))


def _require_known(node: Node, text: str) -> None:
    """A bare expression with a letter in it is an eigenvalue that cannot be computed."""
    if isinstance(node, SetOf | ListOf | TupleOf):
        for item in node.items:
            _require_known(item, text)
    elif (
        isinstance(node, Name | Neg | Sum | Product | Quotient | Power | Call)
        and items_of(node, 0).items == []
    ):
        raise refused("eigenvalues.no_value", text, node.position, ("what", spelled(node)))


def _apart(node: Node) -> Iterator[Node]:
    """lambda_1 = 2 lambda_2 = 3 is read as a product in the middle: take it apart again."""
    if isinstance(node, Relation):
        for i, middle in enumerate(node.operands[1:-1], 1):
            if isinstance(middle, Product) and isinstance(middle.factors[-1], Name) and not is_number(middle):
                rest = middle.factors[:-1]
                before = rest[0] if len(rest) == 1 else Product(rest, middle.position)
                yield Relation((*node.operands[:i], before), node.signs[:i], node.position)
                yield from _apart(
                    Relation((middle.factors[-1], *node.operands[i + 1 :]), node.signs[i:], middle.position)
                )
                return
    yield node


def _is_one_set(tree: Answer) -> bool:
    """{1, 4}, S = {1, 4} or Sp(A) = {1, 4}."""
    if len(tree.statements) != 1:
        return False
    node = tree.statements[0]
    while isinstance(node, Statement | Relation):
        node = node.parts[-1] if isinstance(node, Statement) else node.operands[-1]
    return isinstance(node, SetOf)


def _says_none(tree: Answer) -> bool:
    empty = any(isinstance(x, SetOf) and not x.items for x in tree.statements)
    return empty or any(word.text in vocabulary.NO_VALUES for word in words_of(tree))


def _leaf_parts(node: Node) -> Iterator[Node]:
    """The parts of a statement, of its remarks and lists."""
    match node:
        case Answer(parts) | Statement(parts) | SetOf(parts) | ListOf(parts) | TupleOf(parts):
            for part in parts:
                yield from _leaf_parts(part)
        case Remark(content):
            yield from _leaf_parts(content)
        case _:
            yield node


def _in_remarks(node: Node, order: int) -> Iterator[Node]:
    """Numbers in brackets with words that are no multiplicity: 4 (maybe 7)."""
    match node:
        case Remark(content):
            yield from (item.node for x in content.statements for item in items_of(x, order).items)
        case Statement(parts):
            for part in parts:
                yield from _in_remarks(part, order)


def _passed_over(node: Node, order: int) -> list[Node]:
    """The parts that say nothing about eigenvalues: det(A - x I) = 0, x^2 - 5x + 4 = 0, tr A = 5, sum 5."""
    passed: list[Node] = []
    quantity = False
    for part in _leaf_parts(node):
        if isinstance(part, Word):
            quantity = part.text in QUANTITIES or (quantity and part.text in (":", "=", "is", "of"))
            continue
        read = items_of(part, order)
        if quantity or (not read.items and read.multiplicity is None):
            passed.append(part)
        quantity = False
    return passed
