"""One statement of a list of eigenvalues: its numbers, and the multiplicities given to them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from symspec.exercises.decimals import is_decimal
from symspec.exercises.language import vocabulary
from symspec.exercises.values import is_number
from symspec.syntax.tree import (
    ListOf,
    Name,
    Node,
    Number,
    PlusMinus,
    Product,
    Relation,
    Remark,
    Rows,
    SetOf,
    Statement,
    TupleOf,
    Word,
    children,
)

QUANTITIES = frozenset("sum product trace det tr determinant rank urma suma produsul somme produit".split())
_MULTIPLICITY_LETTERS = ("m", "k", "mult", "m_a", "a")


@dataclass(frozen=True, slots=True)
class Item:
    node: Node
    multiplicity: int | None = None


@dataclass(slots=True)
class Read:
    """What one statement says: eigenvalues, and a multiplicity of its own or for all before it."""

    items: list[Item]
    multiplicity: int | None = None
    for_all: bool = False


def extend(items: list[Item], read: Read) -> None:
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


def items_of(node: Node, order: int) -> Read:
    match node:
        case SetOf(parts) | ListOf(parts) | TupleOf(parts):
            return Read(_paired(parts, order) or _collected(parts, order))
        case Rows(rows):
            return Read(_collected(tuple(x for row in rows for x in row), order))
        case Statement(parts):
            return _statement(parts, order)
        case Remark(content):
            inner = [items_of(x, order) for x in content.statements]
            count = next((r.multiplicity for r in inner if r.multiplicity is not None), None)
            return Read([], count, any(r.for_all for r in inner))
        case Relation():
            return _relation(node, order)
        case Product((first, Name("x"), Number(k))) if k.denominator == 1 and is_number(first):
            return Read([Item(first, int(k))])
        case Product((first, Name(name))) if (
            name.startswith("x_") and name[2:].isdigit() and is_number(first)
        ):
            return Read([Item(first, int(name[2:]))])
        case Word():
            return _statement((node,), order)
        case _ if is_number(node):
            return Read([Item(node)])
    return Read([])


def _collected(parts: tuple[Node, ...], order: int) -> list[Item]:
    items: list[Item] = []
    for part in parts:
        extend(items, items_of(part, order))
    return items


def _paired(parts: tuple[Node, ...], order: int) -> list[Item]:
    """[[values], [multiplicities]], or pairs (value, multiplicity); [] if it is neither."""
    rows = [x.items for x in parts if isinstance(x, ListOf | TupleOf)]
    if not rows or len(rows) != len(parts):
        return []
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and _adds_up(rows[1], order):
        return [Item(v, _count(k)) for v, k in zip(*rows, strict=True)]
    if all(len(row) == 2 for row in rows) and _adds_up(tuple(row[1] for row in rows), order):
        return [Item(row[0], _count(row[1])) for row in rows]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and all(_count(k) for k in rows[1]):
        return [Item(v, _count(k)) for v, k in zip(*rows, strict=True)]
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


def _relation(node: Relation, order: int) -> Read:
    """lambda = 1; lambda_1 = lambda_2 = 1 counts twice; 1 m = 2 and m = 2 state a multiplicity."""
    first, last = node.operands[0], node.operands[-1]
    if isinstance(first, Name) and first.name in QUANTITIES:
        return Read([])
    if len(node.operands) == 2 and node.signs == ("=",) and _count(last):
        match first:
            case Name(name) if name in _MULTIPLICITY_LETTERS:
                return Read([], _count(last))
            case Product((value, Name(name))) if name in _MULTIPLICITY_LETTERS and is_number(value):
                return Read([Item(value, _count(last))])
    if isinstance(last, SetOf | ListOf | TupleOf):
        return items_of(last, order)
    exact = [
        x
        for x, sign in zip(node.operands[1:], node.signs, strict=True)
        if sign in ("=", "in") and is_number(x)
    ]
    names = [x for x in node.operands if isinstance(x, Name) and not is_number(x)]
    if not exact or not (names or is_number(first)) or not set(node.signs) <= {"=", "in", "~"}:
        return Read([])
    if not isinstance(first, Name) and not is_number(first):
        return Read([])  # det(A - x I) = 0 and the like
    value = next((x for x in reversed(exact) if not is_decimal(x)), exact[0])
    count = 1 if _is_both(value) else sum(_index_count(x.name) for x in names)
    return Read([Item(value)] if count <= 1 else [Item(value, count)])


def _is_both(node: Node) -> bool:
    """± is written in it, so that lambda_1,2 = 2 ± i names each once."""
    return isinstance(node, PlusMinus) or any(map(_is_both, children(node)))


def _index_count(name: str) -> int:
    """lambda_1,2 stands for two eigenvalues."""
    return name.count(",") + 1


def _statement(parts: tuple[Node, ...], order: int) -> Read:
    """Words and numbers side by side; numbers that the words mark as multiplicities are not eigenvalues."""
    read = Read([])
    i, geometric = 0, False
    while i < len(parts):
        part, following = parts[i], parts[i + 1] if i + 1 < len(parts) else None
        count = _stated(part)
        match part:
            case _ if count and isinstance(following, Word) and following.text in vocabulary.AFTER_A_COUNT:
                read.multiplicity = count
                i += 1
            case Word("gm"):
                i, _ = _stated_after(parts, i)
            case Word(text) if text in vocabulary.GEOMETRIC:
                geometric = True
            case Word(text) if text in QUANTITIES:
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
                inner = items_of(part, order)
                if isinstance(part, Remark):
                    read.multiplicity = (
                        inner.multiplicity if inner.multiplicity is not None else read.multiplicity
                    )
                    read.for_all = read.for_all or inner.for_all
                else:
                    extend(read.items, inner)
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
