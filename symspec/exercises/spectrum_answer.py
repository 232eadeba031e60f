"""Eigenvalues as people list them: {1, 4}, 1 (double), lambda_1 = 1, {1: 2}, [[1, 4], [2, 1]], 1 ± i."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.errors import ParseError
from symspec.exercises.decimals import is_decimal, places
from symspec.exercises.language import vocabulary
from symspec.exercises.language.prose import words_of
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.refusal import refused
from symspec.exercises.values import is_number, values
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Remark,
    Rows,
    SetOf,
    Statement,
    Sum,
    TupleOf,
    Word,
)

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber

_QUANTITIES = frozenset("sum product trace det tr determinant rank urma suma produsul somme produit".split())
_MULTIPLICITY_LETTERS = ("m", "k", "mult", "m_a", "a")


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


@dataclass(frozen=True, slots=True)
class _Item:
    node: Node
    multiplicity: int | None = None


def eigenvalues_answer(tree: Answer, reader: MatrixReader) -> EigenvaluesAnswer:
    """The eigenvalues that the answer names.

    Raises:
        ParseError: no number, or something that cannot be one eigenvalue.
        BudgetExceededError: a number of too high degree.
    """
    order, text = reader.a.order, reader.text
    items: list[_Item] = []
    passed: list[Node] = []
    for statement in tree.statements:
        _require_known(statement, text)
        passed += _passed_over(statement, order)
        for part in _apart(statement):
            _extend(items, _items(part, order))
    if len(items) > 2 * order + 8:
        raise ParseError(
            f"{len(items)} numbers are given; a {order} x {order} matrix has at most {order} eigenvalues.",
            text=text,
            position=items[-1].node.position,
        )
    if not items and not _says_none(tree):
        raise ParseError(
            "no number can be made out. Write the eigenvalues as: 7/9 (multiplicity 2), -11.", text=text
        )
    denied = next((w for w in words_of(tree) if w.text in vocabulary.DENIED), None)
    if denied:
        raise refused("eigenvalues.denied", text, denied.position, ("word", denied.text))
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
        isinstance(node, Name | Neg | Sum | Product | Quotient | Power | Call) and _items(node, 0).items == []
    ):
        message = f'"{spelled(node)}" has no value here. Write it with numbers, roots and i.'
        raise ParseError(message, text=text, position=node.position)


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


def _passed_over(node: Node, order: int) -> list[Node]:
    """The parts that say nothing about eigenvalues: det(A - x I) = 0, x^2 - 5x + 4 = 0, tr A = 5, sum 5."""
    passed: list[Node] = []
    quantity = False
    for part in _leaf_parts(node):
        if isinstance(part, Word):
            quantity = part.text in _QUANTITIES or (quantity and part.text in (":", "=", "is", "of"))
            continue
        read = _items(part, order)
        if quantity or (not read.items and read.multiplicity is None):
            passed.append(part)
        quantity = False
    return passed


# -- one statement ------------------------------------------------------------------------------


@dataclass(slots=True)
class _Read:
    """What one statement says: eigenvalues, and a multiplicity of its own or for all before it."""

    items: list[_Item]
    multiplicity: int | None = None
    for_all: bool = False


def _extend(items: list[_Item], read: _Read) -> None:
    """Add what was read; a bare multiplicity belongs to the eigenvalue before it."""
    new, k = read.items, read.multiplicity
    if k is not None:
        if new:
            new[-1] = replace(new[-1], multiplicity=k) if new[-1].multiplicity is None else new[-1]
        elif items and items[-1].multiplicity is None and not read.for_all:
            items[-1] = replace(items[-1], multiplicity=k)
        if read.for_all:
            items[:] = [i if i.multiplicity is not None else replace(i, multiplicity=k) for i in items]
            new = [i if i.multiplicity is not None else replace(i, multiplicity=k) for i in new]
    items.extend(new)


def _items(node: Node, order: int) -> _Read:
    match node:
        case SetOf(parts) | ListOf(parts) | TupleOf(parts):
            return _Read(_paired(parts, order) or _collected(parts, order))
        case Rows(rows):
            return _Read(_collected(tuple(x for row in rows for x in row), order))
        case Statement(parts):
            return _statement(parts, order)
        case Remark(content):
            inner = [_items(x, order) for x in content.statements]
            count = next((r.multiplicity for r in inner if r.multiplicity is not None), None)
            return _Read([], count, any(r.for_all for r in inner))
        case Relation():
            return _relation(node, order)
        case Product((first, Name("x"), Number(k))) if k.denominator == 1 and is_number(first):
            return _Read([_Item(first, int(k))])
        case Product((first, Name(name))) if (
            name.startswith("x_") and name[2:].isdigit() and is_number(first)
        ):
            return _Read([_Item(first, int(name[2:]))])
        case Word():
            return _statement((node,), order)
        case _ if is_number(node):
            return _Read([_Item(node)])
    return _Read([])


def _collected(parts: tuple[Node, ...], order: int) -> list[_Item]:
    items: list[_Item] = []
    for part in parts:
        _extend(items, _items(part, order))
    return items


def _paired(parts: tuple[Node, ...], order: int) -> list[_Item]:
    """[[values], [multiplicities]], or pairs (value, multiplicity); [] if it is neither."""
    rows = [x.items for x in parts if isinstance(x, ListOf | TupleOf)]
    if not rows or len(rows) != len(parts):
        return []
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and _adds_up(rows[1], order):
        return [_Item(v, _count(k)) for v, k in zip(*rows, strict=True)]
    if all(len(row) == 2 for row in rows) and _adds_up(tuple(row[1] for row in rows), order):
        return [_Item(row[0], _count(row[1])) for row in rows]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and all(_count(k) for k in rows[1]):
        return [_Item(v, _count(k)) for v, k in zip(*rows, strict=True)]
    return []


def _adds_up(counts: tuple[Node, ...], order: int) -> bool:
    return all(_count(k) for k in counts) and sum(_count(k) or 0 for k in counts) == order


def _count(node: Node) -> int | None:
    """A multiplicity: an integer from 1 to 999."""
    if isinstance(node, Number) and node.value.denominator == 1 and 1 <= node.value < 1000:
        return int(node.value)
    return None


def _stated(node: Node) -> int | None:
    """A multiplicity in digits or in a word."""
    return vocabulary.NUMERALS.get(node.text) if isinstance(node, Word) else _count(node)


def _relation(node: Relation, order: int) -> _Read:
    """lambda = 1; lambda_1 = lambda_2 = 1 counts twice; 1 m = 2 and m = 2 state a multiplicity."""
    first, last = node.operands[0], node.operands[-1]
    if isinstance(first, Name) and first.name in _QUANTITIES:
        return _Read([])
    if len(node.operands) == 2 and node.signs == ("=",) and _count(last):
        match first:
            case Name(name) if name in _MULTIPLICITY_LETTERS:
                return _Read([], _count(last))
            case Product((value, Name(name))) if name in _MULTIPLICITY_LETTERS and is_number(value):
                return _Read([_Item(value, _count(last))])
    if isinstance(last, SetOf | ListOf | TupleOf):
        return _items(last, order)
    exact = [
        x
        for x, sign in zip(node.operands[1:], node.signs, strict=True)
        if sign in ("=", "in") and is_number(x)
    ]
    names = [x for x in node.operands if isinstance(x, Name) and not is_number(x)]
    if not exact or not (names or is_number(first)) or not set(node.signs) <= {"=", "in", "~"}:
        return _Read([])
    if not isinstance(first, Name) and not is_number(first):
        return _Read([])  # det(A - x I) = 0 and the like
    value = next((x for x in reversed(exact) if not is_decimal(x)), exact[0])
    count = sum(_index_count(x.name) for x in names)
    return _Read([_Item(value)] if count <= 1 else [_Item(value, count)])


def _index_count(name: str) -> int:
    """lambda_1,2 stands for two eigenvalues."""
    return name.count(",") + 1


def _statement(parts: tuple[Node, ...], order: int) -> _Read:
    """Words and numbers side by side; numbers that the words mark as multiplicities are not eigenvalues."""
    read = _Read([])
    i, geometric = 0, False
    while i < len(parts):
        part, following = parts[i], parts[i + 1] if i + 1 < len(parts) else None
        count = _stated(part)
        match part:
            case _ if count and isinstance(following, Word) and following.text in vocabulary.AFTER_A_COUNT:
                read.multiplicity = count
                i += 1
            case Word(text) if text in vocabulary.GEOMETRIC:
                geometric = True
            case Word(text) if text in _QUANTITIES:
                i = _behind_quantity(parts, i)
            case Word(text) if text in vocabulary.EACH:
                read.for_all = True
            case Word(text) if text in vocabulary.MULTIPLICITY:
                read.multiplicity = vocabulary.MULTIPLICITY[text]
            case Word(text) if text in vocabulary.BEFORE_A_COUNT:
                at, stated = _stated_after(parts, i)
                if stated:
                    read.multiplicity = read.multiplicity if geometric else stated
                    i, geometric = at, False
            case Word(":") if following is not None and _count(following) and i and _is_value(parts[i - 1]):
                read.multiplicity = _count(following)
                i += 1
            case Word():
                pass
            case _:
                inner = _items(part, order)
                if isinstance(part, Remark):
                    read.multiplicity = (
                        inner.multiplicity if inner.multiplicity is not None else read.multiplicity
                    )
                    read.for_all = read.for_all or inner.for_all
                else:
                    _extend(read.items, inner)
        i += 1
    return read


def _behind_quantity(parts: tuple[Node, ...], i: int) -> int:
    """Where the number stands that the word at i is about: the sum is 5."""
    at = i + 1
    while at < len(parts) and isinstance(word := parts[at], Word) and word.text in (":", "=", "is", "of"):
        at += 1
    return at if at < len(parts) and is_number(parts[at]) else i


def _stated_after(parts: tuple[Node, ...], i: int) -> tuple[int, int | None]:
    """Where the multiplicity stands that the word at i announces, and what it is."""
    at = i + 1
    if (
        at < len(parts)
        and isinstance(word := parts[at], Word)
        and word.text in (":", "=", "is", "of", "equal")
    ):
        at += 1
    return at, _stated(parts[at]) if at < len(parts) else None


def _is_value(node: Node) -> bool:
    return is_number(node) or isinstance(node, Relation)
