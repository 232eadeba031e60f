"""Matrices in answers: written out, named, or computed from A, I and each other (N = A - 2I)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce

from symspec.algebra.blocks import beside
from symspec.algebra.fields.element import FieldElement, scalar
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.tower import trimmed
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError, ParseError, UndecidedError, UnsupportedFieldError
from symspec.exercises.degrees import MOST_IRRATIONAL_DEGREE, require_degree, too_large
from symspec.exercises.shapes import BRACKETED, is_vector, unit_index, vector_entries
from symspec.exercises.values import require_short
from symspec.syntax.rational import rational
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Rows,
    SetOf,
    Sum,
    Transpose,
    TupleOf,
    children,
)

LARGEST_EXPONENT = 64
MOST_BITS = 2**13
LARGEST_SIDE = 24
_IDENTITY = ("I", "E", "Id", "I_n", "E_n")
_ZERO = ("O", "O_n")
Scalar = Fraction | FieldElement
Value = ExactMatrix | Scalar


class IrrationalEntryError(Exception):
    """An entry is a number outside Q, which no entry of the right answer can be."""

    def __init__(self, entry: Node) -> None:
        super().__init__(spelled(entry))


class MatrixReader:
    """Evaluates matrix expressions of one answer; every failure is a ParseError at its place in the text.

    Irrational entries of all matrices lie in one number field, which grows as they are read.
    """

    def __init__(
        self, a: ExactMatrix, named: Mapping[str, Node], text: str, *, rational_only: bool = False
    ) -> None:
        self.a, self.named, self.text = a, named, text
        self.rational_only = rational_only
        self._fields: FieldReader | None = None
        self.about: object = None
        """What the question is about beside A: another matrix, a statement."""
        self.used: list[Node] = []
        """Every node that was read, so that nothing of the answer is passed over; see language.consumed."""

    def matrix(self, node: Node) -> ExactMatrix:
        """The matrix that the node stands for; the number 0 stands for the zero matrix."""
        self.used.append(node)
        value = self.value(node, ())
        if isinstance(value, ExactMatrix):
            return value
        if self.a.order == 1:
            return self.grid([[value]])
        if value == 0:
            return self.a.scalar(0)
        raise _not_read(f"{spelled(node)} is a number where a matrix is expected.", node, self.text)

    def grid(self, rows: Sequence[Sequence[Scalar]]) -> ExactMatrix:
        """The matrix with these entries: over Q where all of them are rational."""
        if all(isinstance(x, Fraction) for row in rows for x in row):
            return ExactMatrix.from_fractions(rows, backend=self.a.backend)  # type: ignore[arg-type]
        coordinates = [
            [x.coordinates if isinstance(x, FieldElement) else trimmed([x]) for x in row] for row in rows
        ]
        return FieldMatrix.of_coordinates(self.fields.tower, coordinates)

    @property
    def fields(self) -> FieldReader:
        """The field that the irrational numbers of this answer generate so far."""
        if self._fields is None:
            self._fields = FieldReader(self.a.field)
        return self._fields

    def value(self, node: Node, open_names: tuple[str, ...]) -> Value:
        """The value of the node, where the names in `open_names` are being looked up."""

        def inner(x: Node) -> Value:
            return self.value(x, open_names)

        match node:
            case Rows() | ListOf() | TupleOf() | SetOf():
                return self.written(node)
            case Call("diag", items):
                return self.diagonal(items)
            case Call(name, (z,)) if name.startswith("J_") and name[2:].isdigit():
                return self.jordan_block(int(name[2:]), z)
            case Name(name):
                return self.looked_up(name, node, open_names)
            case Neg(operand):
                return inner(operand) * -1
            case Sum(terms) if self.holds_matrix(node):
                return self.combined(node, [inner(t) for t in terms], _added)
            case Product(factors) if self.holds_matrix(node):
                return self.combined(node, [inner(f) for f in factors], _multiplied)
            case Quotient(numerator, denominator) if self.holds_matrix(node):
                return self.divided(node, inner(numerator), inner(denominator))
            case Power(base, exponent) if self.holds_matrix(base):
                return self.power(inner(base), base, exponent)
            case Transpose(operand):
                value = inner(operand)
                return value.transpose if isinstance(value, ExactMatrix) else value
        return self.number(node)

    def holds_matrix(self, node: Node) -> bool:
        """The node is more than arithmetic with numbers, which is left to `number`."""
        match node:
            case Name(name):
                return name in self.named or name not in ("i", "j", "e", "pi")
            case Rows() | ListOf() | TupleOf() | SetOf() | Call("diag"):
                return True
            case Call(name):
                return name.startswith("J_")
        return any(map(self.holds_matrix, children(node)))

    def number(self, node: Node) -> Scalar:
        """A number: rational, or of the field of the answer."""
        self.used.append(node)
        if isinstance(node, Number):
            return node.value
        try:
            value = rational(node, "the answer")
            require_short(value, node, self.text)
            return value
        except UnsupportedFieldError:
            found = self.irrational(node)  # rational all the same, as sqrt(2) sqrt(8)
            if self.rational_only and not isinstance(found, Fraction):
                raise IrrationalEntryError(node) from None
            return found
        except InputError as error:
            raise _not_read(str(error), node, self.text) from None

    def irrational(self, node: Node) -> Scalar:
        """The number in the field of the answer, within the budget of its degree."""
        require_degree(node)
        try:
            found = self.fields.value(node, "the answer")
        except UndecidedError:
            raise
        except InputError as error:
            raise _not_read(str(error), node, self.text) from None
        if self.fields.tower.degree > MOST_IRRATIONAL_DEGREE:
            raise too_large()
        value: Scalar = scalar(self.fields.tower, found)
        return value

    def looked_up(self, name: str, node: Node, open_names: tuple[str, ...]) -> Value:
        if name in self.named and name not in open_names:
            return self.value(self.named[name], (*open_names, name))
        if name == "A":
            return self.a
        if name == "B" and isinstance(self.about, ExactMatrix):
            return self.about
        if name in _IDENTITY or name == f"I_{self.a.order}":
            return self.a.identity()
        if name in _ZERO or name == f"O_{self.a.order}":
            return self.a.scalar(0)
        if name in ("i", "j"):
            return self.number(node)
        raise _not_read(f'"{name}" is not given a value.', node, self.text)

    def written(self, node: Node) -> ExactMatrix:
        """Rows written out; a single row stands for a matrix with one row."""
        columns = self.columns(node)
        if columns:
            return beside_all(columns)
        match node:
            case Rows(((single,),)) if isinstance(single, Rows | BRACKETED):
                return self.written(single)
            case Rows(rows) if all(len(r) == 1 and isinstance(r[0], BRACKETED) for r in rows):
                lines = [r[0].items for r in rows if isinstance(r[0], BRACKETED)]
            case Rows(rows):
                lines = list(rows)
            case ListOf((Rows() as single,)):
                return self.written(single)
            case ListOf(items) | TupleOf(items) | SetOf(items):
                nested = [x.items for x in items if isinstance(x, BRACKETED)]
                lines = nested if nested and len(nested) == len(items) else [items]
        lengths = {len(line) for line in lines}
        if len(lengths) != 1 or not lines[0]:
            raise _not_read("the rows of a matrix need the same number of entries.", node, self.text)
        return self.grid([[self.number(x) for x in line] for line in lines])

    def columns(self, node: Node) -> list[ExactMatrix]:
        """The vectors v_1, v_2, .. of [v_1 v_2 ..], where every entry is the name of a vector; else []."""
        match node:
            case Rows((items,)) | ListOf(items) | TupleOf(items) if all(map(self.names_vector, items)):
                return [self.column(x) for x in items]
        return []

    def names_vector(self, node: Node) -> bool:
        """v_1 with v_1 = (..) in the answer, or e_1."""
        if isinstance(node, Name) and node.name in self.named:
            return is_vector(self.named[node.name])
        return unit_index(node) is not None

    def column(self, node: Node) -> ExactMatrix:
        """A vector written out or named, as a column."""
        self.used.append(node)
        k = unit_index(node)
        if k is not None:
            if not 1 <= k <= self.a.order:
                raise _not_read(f"e_{k} is no vector of length {self.a.order}.", node, self.text)
            return self.a.identity().columns(k - 1, k)
        node = self.named[node.name] if isinstance(node, Name) and node.name in self.named else node
        entries = [self.number(x) for x in vector_entries(node)]
        return self.grid([[x] for x in entries])

    def diagonal(self, items: tuple[Node, ...]) -> ExactMatrix:
        """diag(..) of numbers and Jordan blocks J_2(3)."""
        if len(items) == 1 and isinstance(items[0], BRACKETED):
            items = items[0].items
        n, blocks = 0, []
        for x in items:
            blocks.append(self.block(x))
            n += len(blocks[-1])
            if n > LARGEST_SIDE:
                raise _not_read(f"matrices are read up to {LARGEST_SIDE} rows.", x, self.text)
        rows: list[list[Scalar]] = [[Fraction(0)] * n for _ in range(n)]
        start = 0
        for block in blocks:
            for i, line in enumerate(block):
                rows[start + i][start : start + len(line)] = line
            start += len(block)
        return self.grid(rows)

    def block(self, node: Node) -> list[list[Scalar]]:
        value = self.value(node, ())
        return [list(row) for row in value.tolist()] if isinstance(value, ExactMatrix) else [[value]]

    def jordan_block(self, size: int, z: Node) -> ExactMatrix:
        """J_size(z), with ones above the diagonal."""
        if not 1 <= size <= max(self.a.order, 1):
            raise _not_read(f"a Jordan block of size {size} does not fit.", z, self.text)
        value = self.number(z)
        return self.grid(
            [[value if i == j else Fraction(int(j == i + 1)) for j in range(size)] for i in range(size)]
        )

    def combined(self, node: Node, values: list[Value], by: Callable[[Value, Value], Value]) -> Value:
        try:
            return reduce(by, values)
        except InputError as error:
            raise _not_read(str(error), node, self.text) from None

    def divided(self, node: Node, value: Value, divisor: Value) -> Value:
        if isinstance(divisor, ExactMatrix) or divisor == 0:
            raise _not_read(f"{spelled(node)} divides by a matrix or by zero.", node, self.text)
        return _multiplied(value, 1 / divisor)

    def power(self, value: Value, base: Node, exponent: Node) -> Value:
        if not isinstance(value, ExactMatrix):
            return self.number(Power(base, exponent, base.position))
        k = self.number(exponent)
        if not isinstance(k, Fraction) or k.denominator != 1 or abs(k) > LARGEST_EXPONENT:
            raise _not_read(
                f"exponents of matrices are read from -{LARGEST_EXPONENT} to {LARGEST_EXPONENT}.",
                exponent,
                self.text,
            )
        if _bits(value) * abs(int(k)) > MOST_BITS:
            raise _not_read(f"{spelled(base)} has too long entries for this power.", exponent, self.text)
        if value.shape[0] != value.shape[1] or k < 0 and value.rank < value.order:
            raise _not_read(f"{spelled(base)} has no such power.", base, self.text)
        return value ** int(k)


def _bits(m: ExactMatrix) -> int:
    """A bound of how many bits one more factor m adds to the entries of a product."""
    entries: list[Scalar] = [x for row in m.tolist() for x in row]
    coordinates = [c for x in entries for c in (x.coordinates if isinstance(x, FieldElement) else (x,))]
    sizes = [c.numerator.bit_length() + c.denominator.bit_length() for c in coordinates]
    return max(sizes, default=0) + m.shape[0].bit_length()


def _added(x: Value, y: Value) -> Value:
    if isinstance(x, ExactMatrix) and isinstance(y, ExactMatrix):
        return x + y
    if not isinstance(x, ExactMatrix) and not isinstance(y, ExactMatrix):
        return x + y
    number, m = (y, x) if isinstance(x, ExactMatrix) else (x, y)
    if number != 0 or not isinstance(m, ExactMatrix):
        raise InputError(f"the number {number} is added to a matrix; write {number} I.")
    return m


def _multiplied(x: Value, y: Value) -> Value:
    if isinstance(x, ExactMatrix):
        return scaled(x, y) if not isinstance(y, ExactMatrix) else x @ y
    return scaled(y, x) if isinstance(y, ExactMatrix) else x * y


def scaled(m: ExactMatrix, number: Scalar) -> ExactMatrix:
    """number m, over a field that holds both."""
    if isinstance(number, Fraction):
        return m * number
    c, zero, n = number.coordinates, trimmed([Fraction(0)]), m.shape[0]
    rows = [[c if i == j else zero for j in range(n)] for i in range(n)]
    return FieldMatrix.of_coordinates(number.field, rows) @ m


def beside_all(columns: Sequence[ExactMatrix]) -> ExactMatrix:
    """The matrix with these columns, over the field of all of them."""
    if len({c.shape for c in columns}) != 1:
        raise ParseError("the columns of a matrix need the same number of entries.")
    if not any(isinstance(c, FieldMatrix) for c in columns):
        return beside(columns)
    n, k = columns[0].shape[0], len(columns)
    total: ExactMatrix = ExactMatrix.from_integers([[0] * k for _ in range(n)], backend=columns[0].backend)
    for j, c in enumerate(columns):
        total = total + c @ ExactMatrix.from_integers([[int(i == j) for i in range(k)]], backend=c.backend)
    return total


def _not_read(message: str, node: Node, text: str) -> ParseError:
    return ParseError(message, text=text, position=node.position)
