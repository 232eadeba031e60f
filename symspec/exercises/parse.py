"""From the syntax tree to the answer of one task: what was said, before it is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises import words
from symspec.exercises.decimals import is_decimal
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.refusal import refused
from symspec.exercises.values import is_number
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Call,
    ListOf,
    Name,
    Node,
    Number,
    Product,
    Relation,
    Remark,
    Statement,
    Sum,
    TupleOf,
    Word,
)

_ZERO_WORDS, _IDENTITY_WORDS = "zero|null|nulle?|nulă", "identity|identité|identitatea?|unit"
MATRIX_LETTERS = frozenset("DNSLPQUVTWXJB") | {"Delta", "Lambda"}


@dataclass(frozen=True, slots=True)
class GivenMatrix:
    """A matrix of an answer.

    Attributes:
        matrix: the matrix.
        decimal: it was written with decimal points.
    """

    matrix: ExactMatrix
    decimal: bool


@dataclass(frozen=True, slots=True)
class DunfordAnswer:
    """D and N where they were named; `unnamed` has two matrices that were not told apart."""

    D: GivenMatrix | None
    N: GivenMatrix | None
    unnamed: tuple[GivenMatrix, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitAnswer:
    """The limit, or the fate (see words.verdict) of an answer that gives none; and what stood beside it."""

    limit: GivenMatrix | None
    fate: str | None
    number: Node | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConvergenceAnswer:
    """The fate (see words.verdict), the reason as a line of words, and the tree with the reason's numbers."""

    fate: str
    reason: str
    limit: GivenMatrix | None
    tree: Answer


def statements(node: Node) -> Iterator[Node]:
    """The statements of the answer and of its remarks, split where a relation follows words."""
    match node:
        case Statement((Name(), Word("="), *rest)) if (constant := _constant(rest)) is not None:
            yield Relation((node.parts[0], constant), ("=",), node.position)
        case Answer(parts) | Statement(parts):
            for part in parts:
                yield from statements(part)
        case Remark(content):
            yield from statements(content)
        case Relation(operands, signs):
            yield from _separate(node, operands, signs)
        case _:
            yield node


def _constant(parts: list[Node]) -> Node | None:
    """`the identity`, `zero matrix`: what these words stand for."""
    spoken = " ".join(p.text if isinstance(p, Word) else "#" for p in parts)
    if "#" in spoken:
        return None
    if _says(spoken, _IDENTITY_WORDS):
        return Name("I", parts[0].position)
    return Number(Fraction(0), False, parts[0].position) if _says(spoken, _ZERO_WORDS) else None


def separated(node: Node) -> Iterator[Node]:
    """D = [..] N = [..] as two relations; any other node as it is."""
    if isinstance(node, Relation):
        yield from _separate(node, node.operands, node.signs)
    else:
        yield node


def _separate(node: Relation, operands: tuple[Node, ...], signs: tuple[str, ...]) -> Iterator[Node]:
    """D = [..] N = [..] is read as a product in the middle: take it apart again."""
    if signs == ("=",) and isinstance(operands[0], TupleOf) and isinstance(operands[1], TupleOf):
        for name, value in zip(operands[0].items, operands[1].items, strict=False):
            yield Relation((name, value), signs, node.position)
        return
    for i, middle in enumerate(operands[1:-1], 1):
        if isinstance(middle, Product) and isinstance(middle.factors[-1], Name):
            letter = middle.factors[-1]
            if letter.name in MATRIX_LETTERS and words.is_matrix(operands[i + 1]):
                rest = middle.factors[:-1]
                before = rest[0] if len(rest) == 1 else Product(rest, middle.position)
                yield Relation((*operands[:i], before), signs[:i], node.position)
                yield from _separate(node, (letter, *operands[i + 1 :]), signs[i:])
                return
    yield Relation(operands, signs, node.position)


# -- dunford ------------------------------------------------------------------------------------

_SEMISIMPLE, _NILPOTENT = ("D", "S", "Delta", "A_s", "A_d", "A_D", "A_S", "s", "d"), ("N", "A_n", "A_N", "n")


def dunford_answer(tree: Answer, reader: MatrixReader) -> DunfordAnswer:
    """D = .., N = .. in any order, with other names explained; or two matrices; or A = first + second.

    Raises:
        ParseError: neither D nor N can be made out.
    """
    parts = list(statements(tree))
    named = definitions(parts)
    first, second = _named(named, _SEMISIMPLE), _named(named, _NILPOTENT)
    reader.named = named

    def given(node: Node) -> GivenMatrix:
        return GivenMatrix(reader.matrix(node), is_decimal(node))

    if first or second:
        return DunfordAnswer(given(first) if first else None, given(second) if second else None)
    pair = _unnamed_pair(parts)
    if len(pair) == 2:
        return DunfordAnswer(None, None, (given(pair[0]), given(pair[1])))
    raise refused("dunford.unreadable", reader.text, 0)


def _named(named: dict[str, Node], names: tuple[str, ...]) -> Node | None:
    return next((named[name] for name in names if name in named), None)


def _unnamed_pair(parts: list[Node]) -> tuple[Node, ...]:
    for sides in map(_value_side, parts):
        if isinstance(sides, Sum) and len(sides.terms) == 2 and all(map(words.is_matrix, sides.terms)):
            return sides.terms
    return tuple(part for part in parts if words.is_matrix(part))


def definitions(parts: list[Node]) -> dict[str, Node]:
    """{name: what it is set to}; in L = X = Y the last."""
    found: dict[str, Node] = {}
    for part in parts:
        if isinstance(part, Relation) and part.signs[0] == "=":
            for name in _names(part.operands[0]):
                found.setdefault(name, _best(part.operands[1:]))
    return found


def _names(node: Node) -> tuple[str, ...]:
    return (node.name,) if isinstance(node, Name) else ()


def _best(operands: tuple[Node, ...]) -> Node:
    return next((x for x in reversed(operands) if not is_decimal(x)), operands[-1])


# -- limit --------------------------------------------------------------------------------------


def limit_answer(tree: Answer, reader: MatrixReader) -> LimitAnswer:
    """A matrix, or the words that there is no limit.

    Raises:
        ParseError: neither of the two can be made out.
    """
    a, text = reader.a, reader.text
    line = words.line(tree)
    told, reason = words.fate(line)
    claimed = words.claims(line)
    arrows = any(isinstance(x, Relation) and x.signs.count("->") > 1 for x in tree.statements)
    if arrows or (told is None and words.verdict(claimed) is None and len(claimed) > 1):
        raise refused("limit.unreadable", text, 0)
    denied = told in ("diverges", "unbounded", "bounded_divergent", "oscillates", "bounded")
    if denied:
        return LimitAnswer(None, told, reason=reason)
    if told != "tends_to_zero" and (denied_value := words.refused_value(line)):
        raise refused("limit.only_denied", text, 0, ("what", denied_value))
    parts = list(statements(tree))
    named = reader.named = definitions(parts)
    target = _target(parts, named)
    says_zero = told == "tends_to_zero" or _says(line, rf"0|{_ZERO_WORDS}")
    if target is not None and not (says_zero and target in (Name("A"), Name("I"))):  # 0, because A is ..
        return LimitAnswer(GivenMatrix(reader.matrix(target), is_decimal(target)), told, reason=reason)
    if told == "tends_to_zero" or _says(line, _ZERO_WORDS):
        return LimitAnswer(GivenMatrix(a.scalar(0), False), told, reason=reason)
    if _says(line, _IDENTITY_WORDS):
        return LimitAnswer(GivenMatrix(a.identity(), False), told, reason=reason)
    number = next((x for x in map(_unwrapped, parts) if is_number(x)), None)
    if number is not None:
        return _number_for_a_matrix(number, reader)
    if told:
        return LimitAnswer(None, told, reason=reason)
    raise refused("limit.unreadable", text, 0)


def _number_for_a_matrix(number: Node, reader: MatrixReader) -> LimitAnswer:
    if reader.a.order == 1 or _is_zero(number):
        return LimitAnswer(GivenMatrix(reader.matrix(number), is_decimal(number)), None)
    reader.used.append(number)
    return LimitAnswer(None, None, number)


def _unwrapped(part: Node) -> Node:
    """[5] and (5) as 5: a 1 x 1 matrix."""
    node = _value_side(part)
    return node.items[0] if isinstance(node, ListOf) and len(node.items) == 1 else node


def _is_zero(node: Node) -> bool:
    return isinstance(node, Number) and node.value == 0


def _says(line: str, pattern: str) -> bool:
    return bool(re.search(rf"\b(?:{pattern})\b", line))


def _target(parts: list[Node], named: dict[str, Node]) -> Node | None:
    """What stands for the limit: behind lim or A^n, else behind L, else the last matrix expression."""
    sides = [
        part.operands[-1] for part in parts if isinstance(part, Relation) and _is_power(part.operands[0])
    ]
    found = [side for side in sides if stands_for_matrix(side, named)]
    if found:
        return found[-1]
    for name in ("L", "lim", "X", "B", "P"):
        if name in named and stands_for_matrix(named[name], named):
            return named[name]
    free = [part for part in parts if not isinstance(part, Relation) and stands_for_matrix(part, named)]
    if free:
        return next((part for part in reversed(free) if not isinstance(part, Name)), free[-1])
    return next((node for node in named.values() if stands_for_matrix(node, named)), None)


def _is_power(node: Node) -> bool:
    return words.line(node) == "A^n"


def _value_side(part: Node) -> Node:
    return part.operands[-1] if isinstance(part, Relation) else part


def stands_for_matrix(node: Node, named: dict[str, Node]) -> bool:
    """The expression is built from matrices written out, A, I and explained names."""
    if words.is_matrix(node):
        return True
    if isinstance(node, Name):
        return node.name in named or node.name.split("_")[0] in ("A", "I", "E", "Id", "O")
    if isinstance(node, Call):
        return node.function.startswith("J_")
    from symspec.syntax.tree import children

    parts = children(node)
    return (
        bool(parts)
        and not isinstance(node, Relation | Word | Remark | Statement)
        and any(stands_for_matrix(x, named) for x in parts)
        and all(is_number(x) or stands_for_matrix(x, named) for x in parts)
    )


# -- convergence --------------------------------------------------------------------------------


def convergence_answer(tree: Answer, reader: MatrixReader) -> ConvergenceAnswer:
    """The verdict in words, with what is said beside it.

    Raises:
        ParseError: no verdict can be made out, or two that contradict each other.
    """
    line = words.line(tree)
    told, reason = words.fate(line)
    parts = list(statements(tree))
    reader.named = definitions(parts)
    target = _target(parts, {})
    limit = None
    if target is not None and (told is None or told.startswith("converges")) and words.is_matrix(target):
        limit = GivenMatrix(reader.matrix(target), is_decimal(target))
        told = told or "converges"
    if told is None and len(parts) == 1 and (_is_zero(parts[0]) or _says(line, _ZERO_WORDS)):
        told = "tends_to_zero"
    if told is None:
        raise refused("convergence.unreadable", reader.text, 0)
    return ConvergenceAnswer(told, reason, limit, tree)


def echoed(answer: DunfordAnswer | LimitAnswer | ConvergenceAnswer) -> str:
    """The answer as it was understood, on one line."""
    match answer:
        case DunfordAnswer(D, N, unnamed):
            if unnamed:
                return " and ".join(str(m.matrix) for m in unnamed)
            return ", ".join(f"{name} = {m.matrix}" for name, m in (("D", D), ("N", N)) if m)
        case LimitAnswer(limit, told, number):
            if limit:
                return f"the limit is {limit.matrix}"
            return f"the number {spelled(number)}" if number else _FATES[told or ""]
        case ConvergenceAnswer(told, _, limit):
            return _FATES[told] + (f", to {limit.matrix}" if limit else "")


_FATES = {
    "": "",
    "tends_to_zero": "A^n tends to 0",
    "converges": "A^n converges",
    "converges_not_to_zero": "A^n converges, not to 0",
    "bounded": "A^n is bounded",
    "bounded_divergent": "A^n is bounded and has no limit",
    "unbounded": "A^n is unbounded",
    "oscillates": "A^n oscillates and has no limit",
    "diverges": "A^n has no limit",
}
