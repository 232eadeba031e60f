"""Eigenvectors as people list them: "λ = 1: (1, 0), (0, 1)", "[1, 2] for λ = 5", "E_5 = span{(1, 2)}"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import ParseError
from symspec.exercises.decimals import is_decimal
from symspec.exercises.matrices import MatrixReader, Scalar, beside_all
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.refusal import refused
from symspec.exercises.shapes import BRACKETED, is_vector, unit_index, vector_entries
from symspec.exercises.substitution import substituted
from symspec.exercises.values import is_number
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
    Rows,
    SetOf,
    Statement,
    Sum,
    Transpose,
    TupleOf,
    Word,
)

_VALUE_LETTERS = frozenset(("lambda", "mu", "z", "x", "t", "r", "l", "alpha", "beta"))
_BACKWARD = frozenset(
    "for pour pentru corresponding corresponds associated belongs eigenvalue of with to associé à la".split()
)
_NO_PARAMETERS = frozenset(("A", "I", "i", "j", "e", "pi", "E", "Id"))


@dataclass(frozen=True, slots=True)
class GivenVector:
    """A column of the answer.

    Attributes:
        column: the vector.
        decimal: it was written with decimal points.
        written: as plain text, where that is kept.
    """

    column: ExactMatrix
    decimal: bool
    written: str = ""

    def __str__(self) -> str:
        return self.written or "(" + ", ".join(str(row[0]) for row in self.column.tolist()) + ")"


@dataclass(frozen=True, slots=True)
class EigenvectorGroup:
    """Vectors that are given for one eigenvalue; None where it is not named."""

    value: Scalar | None
    vectors: tuple[GivenVector, ...]


@dataclass(frozen=True, slots=True)
class EigenvectorsAnswer:
    """The groups in the order given, those of one eigenvalue put together.

    Attributes:
        groups: what is given for each eigenvalue.
        transposed: the same numbers with rows read as columns, where a square array was given.
        named: every number that is called an eigenvalue.
    """

    groups: tuple[EigenvectorGroup, ...]
    transposed: tuple[GivenVector, ...] = ()
    named: tuple[Scalar, ...] = ()

    @property
    def echo(self) -> str:
        """How it was understood."""
        return "; ".join(
            (f"for {g.value}: " if g.value is not None else "") + (", ".join(map(str, g.vectors)) or "none")
            for g in self.groups
        )

    @property
    def vectors(self) -> tuple[GivenVector, ...]:
        """All vectors."""
        return tuple(v for g in self.groups for v in g.vectors)


@dataclass(slots=True)
class _Label:
    """An eigenvalue that is named; `backward` when it stands behind its vectors."""

    value: Scalar
    index: str
    backward: bool


@dataclass(slots=True)
class _Vector:
    vector: GivenVector
    index: str


def eigenvectors_answer(tree: Answer, reader: MatrixReader) -> EigenvectorsAnswer:
    """The vectors with the eigenvalues that are named for them.

    Raises:
        ParseError: no vector can be made out.
    """
    events = [e for statement in tree.statements for e in _events(statement, reader, "")]
    if not any(isinstance(e, _Vector) for e in events):
        raise refused("eigenvectors.unreadable", reader.text, 0)
    named = tuple(e.value for e in events if isinstance(e, _Label))
    return EigenvectorsAnswer(_grouped(events), _transposed(events), named)


def _grouped(events: list[_Label | _Vector]) -> tuple[EigenvectorGroup, ...]:
    found: list[tuple[Scalar | None, list[GivenVector]]] = []

    def add(value: Scalar | None, vectors: list[GivenVector]) -> None:
        for known, group in found:
            if (known is None) == (value is None) and known == value:
                group.extend(vectors)
                return
        found.append((value, vectors))

    for value, vector in _assigned(events):
        add(value, [vector] if vector else [])
    return tuple(EigenvectorGroup(value, tuple(group)) for value, group in found)


def _assigned(events: list[_Label | _Vector]) -> Iterator[tuple[Scalar | None, GivenVector | None]]:
    """Each vector with its eigenvalue: by equal index, by order, or by what stands next to it."""
    labels = [e for e in events if isinstance(e, _Label)]
    vectors = [e for e in events if isinstance(e, _Vector)]
    apart = len(labels) > 1 and all(isinstance(e, _Label) for e in events[: len(labels)])
    apart = apart or (len(labels) > 1 and all(isinstance(e, _Vector) for e in events[: len(vectors)]))
    if apart and not any(x.backward for x in labels):
        by_index = {x.index: x.value for x in labels if x.index}
        if by_index and all(v.index in by_index for v in vectors):
            yield from ((by_index[v.index], v.vector) for v in vectors)
            return
        if len(labels) == len(vectors):
            yield from ((x.value, v.vector) for x, v in zip(labels, vectors, strict=True))
            return
        yield from ((None, v.vector) for v in vectors)
        return
    current: Scalar | None = None
    waiting: list[GivenVector] = []
    for event in events:
        if isinstance(event, _Vector):
            waiting.append(event.vector)
            continue
        if event.backward and waiting:
            yield from ((event.value, v) for v in waiting)
            current = None
        else:
            yield from ((current, v) for v in waiting)
            current = event.value
            yield (event.value, None)
        waiting = []
    yield from ((current, v) for v in waiting)


def _transposed(events: list[_Label | _Vector]) -> tuple[GivenVector, ...]:
    vectors = [e.vector for e in events if isinstance(e, _Vector)]
    n = vectors[0].column.shape[0]
    if len(vectors) != n or any(v.column.shape[0] != n for v in vectors) or n < 2:
        return ()
    square = beside_all([v.column for v in vectors]).transpose
    return tuple(GivenVector(square.columns(j, j + 1), vectors[0].decimal) for j in range(n))


# -- one statement ------------------------------------------------------------------------------


def _events(node: Node, reader: MatrixReader, index: str) -> Iterator[_Label | _Vector]:
    match node:
        case Statement(parts):
            yield from _side_by_side(parts, reader)
        case Remark(content):
            for inner in content.statements:
                for event in _events(inner, reader, ""):
                    if isinstance(event, _Label):
                        event.backward = True
                    yield event
        case Relation():
            yield from _relation(node, reader)
        case Call("span", items):
            for item in items:
                yield from _events(item, reader, index)
        case TupleOf(items) | ListOf(items) | SetOf(items) if not is_vector(node):
            yield from _collection(items, reader, index)
        case Answer(items):
            for item in items:
                yield from _events(item, reader, index)
        case Word():
            return
        case Name(name) if name not in (*reader.named, "i", "j") and unit_index(node) is None:
            return
        case _ if is_number(node) and unit_index(node) is None:
            yield _Label(reader.number(node), "", False)
        case _:
            yield from (_Vector(v, index) for v in columns_of(node, reader))


def _side_by_side(parts: tuple[Node, ...], reader: MatrixReader) -> Iterator[_Label | _Vector]:
    """Words that lead back, as in `(1, 2) for 5`, make the next number a label of what stands before."""
    backward = seen = False
    for part in parts:
        if isinstance(part, Word):
            backward = (backward or part.text in _BACKWARD) and seen
            continue
        for event in _events(part, reader, ""):
            if isinstance(event, _Label):
                event.backward = event.backward or backward
            else:
                seen, backward = True, False
            yield event


def _collection(items: tuple[Node, ...], reader: MatrixReader, index: str) -> Iterator[_Label | _Vector]:
    """Vectors; or (eigenvalue, vectors), (eigenvalue, multiplicity, vectors)."""
    numbers = [x for x in items if is_number(x)]
    if numbers and 1 <= len(numbers) <= 2 and is_number(items[0]) and len(numbers) < len(items):
        reader.used += numbers  # the second one is a multiplicity
        yield _Label(reader.number(items[0]), "", False)
        items = items[len(numbers) :]
    for item in items:
        yield from _events(item, reader, index)


def _relation(node: Relation, reader: MatrixReader) -> Iterator[_Label | _Vector]:
    """lambda_1 = 5, v_1 = (1, 2), E_5 = span{..}, ker(A - 5 I) = ..; conditions as t != 0 are skipped."""
    if "->" in node.signs:  # lambda = 1 -> (1, -1)
        k = node.signs.index("->")
        for operands, signs in (
            (node.operands[: k + 1], node.signs[:k]),
            (node.operands[k + 1 :], node.signs[k + 1 :]),
        ):
            yield from _events(Relation(operands, signs) if signs else operands[0], reader, "")
        return
    if not set(node.signs) <= {"=", "~", "in"} or (
        node.signs[0] == "in" and not is_number(node.operands[-1])
    ):
        return
    first, last = node.operands[0], node.operands[-1]
    if is_number(last):
        name = first.name if isinstance(first, Name) else ""
        if name.partition("_")[0] in _VALUE_LETTERS:
            exact = [x for x in node.operands[1:] if is_number(x) and not is_decimal(x)]
            yield _Label(reader.number((exact or [last])[-1]), name.partition("_")[2], False)
        return
    index = first.name.partition("_")[2] if isinstance(first, Name) else ""
    label = _space_of(first, reader)
    if label is not None:
        yield _Label(label, "", False)
        index = ""
    if not _holds_vectors(last):
        return
    yield from _events(last, reader, index)


def _holds_vectors(node: Node) -> bool:
    match node:
        case Rows() | TupleOf() | ListOf() | SetOf() | Call("span"):
            return True
        case Neg(x) | Transpose(x) | Quotient(x, _):
            return _holds_vectors(x)
        case Sum(items) | Product(items):
            return any(map(_holds_vectors, items)) or unit_index(node) is not None
    return unit_index(node) is not None


def _space_of(node: Node, reader: MatrixReader) -> Scalar | None:
    """5 for E_5, E(5) and ker(A - 5 I)."""
    match node:
        case Name(name) if name.startswith(("E_", "V_")) and name[2:].lstrip("-").isdigit():
            return Fraction(int(name[2:]))
        case Product((Name("E" | "V"), value)) if is_number(value):
            return reader.number(value)
        case Call("ker", (inner,)):
            rest = reader.a - reader.matrix(inner)
            corner: Scalar = rest.tolist()[0][0]
            return corner if rest == reader.grid(_scalar_rows(corner, reader.a.order)) else None
    return None


def _scalar_rows(value: Scalar, n: int) -> list[list[Scalar]]:
    return [[value if i == j else Fraction(0) for j in range(n)] for i in range(n)]


def columns_of(node: Node, reader: MatrixReader) -> list[GivenVector]:
    """The vectors of an expression; with free letters in it, as in s (1, 0) + t (0, 1), one for each.

    Raises:
        ParseError: it is no vector, or it does not depend on its letters linearly.
    """
    free = sorted(x for x in letters(node) if x not in _NO_PARAMETERS and x not in reader.named)
    decimal = is_decimal(node)
    if not free:
        columns = _constant_columns(node, reader)
        written = spelled(node) if decimal and len(columns) == 1 else ""
        return [GivenVector(c, decimal, written) for c in columns]
    reader.used.append(node)
    found = []
    for letter in free:
        zero = {x: Fraction(0) for x in free}
        at = [_single(substituted(node, zero | {letter: Fraction(k)}), reader) for k in (0, 1, 2)]
        if not at[0].is_zero or at[2] != at[1] * 2:
            message = f"{spelled(node)} is not a multiple of {letter}. Write a basis, as (1, 0), (0, 1)."
            raise ParseError(message, text=reader.text, position=node.position)
        found.append(GivenVector(at[1], decimal))
    return found


def _single(node: Node, reader: MatrixReader) -> ExactMatrix:
    columns = _constant_columns(node, reader)
    if len(columns) != 1:
        raise _refused(node, reader)
    return columns[0]


def _constant_columns(node: Node, reader: MatrixReader) -> list[ExactMatrix]:
    if unit_index(node) is not None or (isinstance(node, BRACKETED) and is_vector(node)):
        return [reader.column(node)]
    if vector_entries(node):
        return [reader.column(node)]
    if isinstance(node, Name | Power | Call) and not (isinstance(node, Name) and node.name in reader.named):
        raise _refused(node, reader)
    value = reader.value(node, ())
    if not isinstance(value, ExactMatrix):
        raise _refused(node, reader)
    rows, columns = value.shape
    if columns == 1 and rows > 1 or rows > 1:
        return [value.columns(j, j + 1) for j in range(columns)]
    return [value.transpose]


def _refused(node: Node, reader: MatrixReader) -> ParseError:
    message = f"{spelled(node)} is no vector. Write its entries in brackets, as (1, -1)."
    return ParseError(message, text=reader.text, position=node.position)
