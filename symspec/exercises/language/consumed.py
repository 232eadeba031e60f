"""Every part of an answer is used, or named: what the reader did not take is refused or remarked on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import SymspecError
from symspec.exercises.decimals import is_decimal
from symspec.exercises.language.prose import is_restated
from symspec.exercises.matrices import IrrationalEntryError, MatrixReader
from symspec.exercises.parse import separated
from symspec.exercises.refusal import refused
from symspec.exercises.values import is_number
from symspec.exercises.verdict import Finding, found
from symspec.exercises.words import is_matrix
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Name,
    Node,
    Number,
    Power,
    Relation,
    Remark,
    Statement,
    Word,
    children,
)

_SPOKEN_OF = frozenset(
    ("A", "I", "n", "x", "lambda", "z", "P", "D", "J", "N", "L", "k", "e", "mu", "rho", "E")
)


_COUNTED = frozenset(
    "size order dimension multiplicity degree index for of rank trace det taille mărime".split()
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What an answer says beside what is judged.

    Attributes:
        notes: findings about relations that were not judged.
        faults: findings about equations that are false.
    """

    notes: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()


def leftover(
    tree: Answer, used: Iterable[Node], reader: MatrixReader, *, prose: bool = False, listed: bool = False
) -> Leftover:
    """What was not used: relations with remarks of their own, false equations among them.

    Args:
        tree: the answer without its reasons.
        used: every node that the reader of the task took; their leaves count as used.
        reader: evaluates the sides of equations.
        prose: beside words everything is part of what is said.
        listed: an equation is one of many values, and is not tested.

    Raises:
        AnswerError: a number or an expression by itself that nobody asked for.
    """
    taken = {leaf.position for node in used for leaf in _leaves(node)}
    notes: list[Finding] = []
    faults: list[Finding] = []
    for part, spoken in _parts(tree):
        if isinstance(part, Relation):
            fault, note = _of_relation(part, taken, None if listed else reader)
            faults += [fault] if fault else []
            notes += [note] if note else []
        elif isinstance(part, Number) and spoken in _COUNTED and part.position not in taken:
            notes.append(found("answer.not_judged", ("what", f"{spoken} {spelled(part)}")))
        elif not _is_used(part, taken) and not (
            spoken and ((prose and not is_matrix(part)) or _is_spoken_of(part))
        ):
            raise refused("answer.left_over", reader.text, part.position, ("what", spelled(part)))
    return Leftover(tuple(dict.fromkeys(notes)), tuple(dict.fromkeys(faults)))


def _parts(tree: Answer) -> Iterator[tuple[Node, str]]:
    """Every part that is no word, and the word before it; " " where only others stand beside it."""
    for statement in tree.statements:
        if not isinstance(statement, Statement | Remark):
            if not isinstance(statement, Word):
                yield from ((part, "") for part in separated(statement))
            continue
        parts = statement.parts if isinstance(statement, Statement) else (statement,)
        for i, part in enumerate(parts):
            before = parts[i - 1] if i else None
            spoken = before.text if isinstance(before, Word) else " "
            if isinstance(part, Remark):
                yield from ((inner, word or " ") for inner, word in _parts(part.content))
            elif not isinstance(part, Word) and not (is_number(part) and is_restated(parts[i + 1 :])):
                yield from ((x, spoken) for x in separated(part))


def _leaves(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, Number | Name):
            yield here
        else:
            stack.extend(children(here))


def _is_used(node: Node, taken: set[int]) -> bool:
    leaves = list(_leaves(node))
    numbers = [x for x in leaves if isinstance(x, Number)] or leaves
    return all(x.position in taken for x in numbers)


def _is_spoken_of(node: Node) -> bool:
    """A, n, A^n, A - I: what words can be about."""
    match node:
        case Power(Name("A"), _):
            return True
        case Name(name):
            return len(name) == 1 or name.partition("_")[0] in _SPOKEN_OF
    return any(isinstance(x, Name) and x.name == "A" for x in _leaves(node))


def _of_relation(
    node: Relation, taken: set[int], reader: MatrixReader | None
) -> tuple[Finding | None, Finding | None]:
    """(it is a false equation, it was not judged)."""
    if "=" not in node.signs:
        return None, None
    used = any(x.position in taken for side in node.operands for x in _leaves(side))
    truth = _equal_sides(node, reader) if reader else None
    if truth is False:
        return found("answer.sides_differ", ("what", spelled(node))), None
    if not used and (truth is None or isinstance(node.operands[0], Name)):
        return None, found("answer.not_judged", ("what", spelled(node)))
    return None, None


def _equal_sides(node: Relation, reader: MatrixReader) -> bool | None:
    """Whether all sides that can be computed are equal; None if there are fewer than two."""
    if not set(node.signs) <= {"=", "~"} or _is_definition(node, reader):
        return None
    sides = [x for x, sign in zip(node.operands, ("=", *node.signs), strict=True) if sign == "="]
    values = [v for side in sides if not is_decimal(side) and (v := _value(side, reader)) is not None]
    if any(isinstance(v, ExactMatrix) for v in values):
        zero = reader.a.scalar(0)  # N^2 = 0; another number beside a matrix says nothing
        values = [zero if not isinstance(v, ExactMatrix) and v == 0 else v for v in values]
        values = [v for v in values if isinstance(v, ExactMatrix)]
    return all(v == values[0] for v in values) if len(values) > 1 else None


def _is_definition(node: Relation, reader: MatrixReader) -> bool:
    """D = [..] where D stands for just that: both sides are the same node."""
    match node.operands:
        case (Name(name), value):
            return reader.named.get(name) is value
    return False


def _value(node: Node, reader: MatrixReader) -> object | None:
    """The value of a matrix or number; None where the node is something else, or too much."""
    if isinstance(node, Word | Relation | Statement):
        return None
    try:
        return reader.value(node, ())
    except (SymspecError, IrrationalEntryError):
        return None
