"""Short answers: a spectral radius, a pair of ranks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.decimals import is_decimal, places
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.parse import statements
from symspec.exercises.refusal import refused
from symspec.exercises.values import is_number, values
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Call,
    Node,
    Number,
    Power,
    Relation,
    SetOf,
    Statement,
    TupleOf,
)

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """One number, as it was written; `places` counts its decimals, 0 for an exact number."""

    value: Fraction | AlgebraicNumber
    written: str
    places: int

    @property
    def echo(self) -> str:
        """How it was understood."""
        return self.written if self.places else str(self.value)


def parts_of(tree: Answer) -> list[Node]:
    """The parts of the statements, without their order of nesting."""
    return [p for s in statements(tree) for p in (s.parts if isinstance(s, Statement) else (s,))]


def number_answer(tree: Answer, reader: MatrixReader) -> NumberAnswer:
    """rho(A) = 2, max(1, 2) = 2, spectral radius 2: the number at the end.

    Raises:
        ParseError: there is no number, or several.
    """
    text = reader.text
    found = []
    for part in parts_of(tree):
        sides = _equal_sides(part) if isinstance(part, Relation) else (part,)
        numbers = [x for x in map(_largest, sides) if is_number(x)]
        exact = [x for x in numbers if not is_decimal(x)]
        found += (exact or numbers)[-1:]
        reader.used += [part] if numbers else []
    if len(found) != 1:
        raise refused("spectral_radius.one_number", text, 0)
    (value, *more) = values(found[0], text)
    if more:
        raise refused("spectral_radius.no_choice", text, found[0].position)
    return NumberAnswer(value, spelled(found[0]), places(found[0]) if is_decimal(found[0]) else 0)


def _equal_sides(node: Relation) -> tuple[Node, ...]:
    """rho, 4 of rho = 4 > 1: what is said to be equal, before any inequality."""
    count = next((i for i, sign in enumerate(node.signs) if sign not in ("=", "~")), len(node.signs))
    return node.operands[: count + 1]


def _largest(node: Node) -> Node:
    """max(1, 2) and max{1, 2} of rational numbers: the larger one."""
    if isinstance(node, Call) and node.function == "max":
        items = node.arguments
        items = items[0].items if len(items) == 1 and isinstance(items[0], SetOf) else items
        if all(map(is_number, items)):
            numbers = [values(x, "")[0] for x in items]
            if all(isinstance(x, Fraction) or x.is_real for x in numbers):
                return items[max(range(len(items)), key=numbers.__getitem__)]
    return node


# -- ranks ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RanksAnswer:
    """(expression, its true rank, the rank given) for each statement.

    Attributes:
        ranks: the statements.
        asked: which of A - I and (A - I)^2, as 1 and 2, are among them.
    """

    ranks: tuple[tuple[str, int, int], ...]
    asked: frozenset[int]

    @property
    def echo(self) -> str:
        """How it was understood."""
        return ", ".join(f"rk({what}) = {given}" for what, _, given in self.ranks)


def ranks_answer(tree: Answer, reader: MatrixReader) -> RanksAnswer:
    """rk(A - I) = 1, rk((A - I)^2) = 1; two bare numbers are these ranks in this order.

    Raises:
        ParseError: no rank can be made out.
    """
    found: list[tuple[str, int, int]] = []
    bare: list[int] = []
    asked: set[int] = set()
    for part in parts_of(tree):
        if isinstance(part, Relation) and isinstance(part.operands[0], Call | Power):
            reader.used.append(part)
            for node, true, given in _of_relation(part, reader):
                found.append((spelled(node), true, given))
                asked |= _asked(reader.matrix(node), reader)
        else:
            items = part.items if isinstance(part, TupleOf) else (part,)
            reader.used += [x for x in items if isinstance(x, Number)]
            bare += [int(x.value) for x in items if isinstance(x, Number) and x.value.denominator == 1]
    if bare and not found:
        shifted = reader.a - reader.a.identity()
        both = (("A - I", shifted.rank), ("(A - I)^2", (shifted @ shifted).rank))
        if len(bare) == 2:
            found = [(what, true, k) for (what, true), k in zip(both, bare, strict=True)]
            asked = {1, 2}
    if not found:
        raise refused("ranks.unreadable", reader.text, 0)
    return RanksAnswer(tuple(found), frozenset(asked))


def _asked(m: ExactMatrix, reader: MatrixReader) -> set[int]:
    shifted = reader.a - reader.a.identity()
    return {k for k, x in ((1, shifted), (2, shifted @ shifted)) if m == x}


def _of_relation(node: Relation, reader: MatrixReader) -> Iterator[tuple[Node, int, int]]:
    """rk(X) = rk(Y) = k says both; rk(X) = 1 > rk(Y) = 0 says two."""
    cut = next((i for i, sign in enumerate(node.signs) if sign != "="), None)
    if cut is not None and cut > 0:
        yield from _of_relation(Relation(node.operands[: cut + 1], node.signs[:cut], node.position), reader)
        if node.signs[cut + 1 :]:
            rest = Relation(node.operands[cut + 1 :], node.signs[cut + 1 :], node.position)
            yield from _of_relation(rest, reader)
        return
    given = node.operands[-1]
    if not isinstance(given, Number) or given.value.denominator != 1 or set(node.signs) != {"="}:
        raise refused("ranks.no_integer", reader.text, given.position)
    for stated in node.operands[:-1]:
        side = stated
        if isinstance(side, Power) and isinstance(side.base, Call) and len(side.base.arguments) == 1:
            power = Power(side.base.arguments[0], side.exponent, side.position)  # rk(A - I)^2
            side = Call(side.base.function, (power,), side.position)
        if isinstance(side, Call) and side.function in ("rk", "rank", "rg") and len(side.arguments) == 1:
            yield side.arguments[0], reader.matrix(side.arguments[0]).rank, int(given.value)
