"""Matrices in answers: written out, named, or computed from A, I and each other (N = A - 2I)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError, ParseError, UnsupportedFieldError
from symspec.syntax.rational import rational
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Call,
    ListOf,
    Name,
    Neg,
    Node,
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
_BRACKETED = ListOf | TupleOf | SetOf
_IDENTITY = ("I", "E", "Id", "I_n", "E_n")
_ZERO = ("O", "O_n")
Value = ExactMatrix | Fraction


class IrrationalEntryError(Exception):
    """An entry is a number outside Q, which no entry of the right answer can be."""

    def __init__(self, entry: Node) -> None:
        super().__init__(spelled(entry))


def matrix_value(node: Node, a: ExactMatrix, named: Mapping[str, Node], text: str) -> ExactMatrix:
    """The matrix that the node stands for; the number 0 stands for the zero matrix.

    Args:
        node: a matrix expression in A, I and the names.
        a: the matrix A of the exercise.
        named: what the answer itself calls by a name.
        text: the answer, for messages.

    Raises:
        ParseError: the node is no matrix, or its sizes do not fit.
        IrrationalEntryError: an entry is not rational.
    """
    value = _Reader(a, named, text).value(node, ())
    if isinstance(value, ExactMatrix):
        return value
    if a.order == 1:
        return a.scalar(value)
    if value == 0:
        return a.scalar(0)
    raise _not_read(f"{spelled(node)} is a number where a matrix is expected.", node, text)


class _Reader:
    """Evaluates matrix expressions; every failure is a ParseError at its place in the text."""

    def __init__(self, a: ExactMatrix, named: Mapping[str, Node], text: str) -> None:
        self.a, self.named, self.text = a, named, text

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

    def number(self, node: Node) -> Fraction:
        """A rational number."""
        try:
            return rational(node, "the answer")
        except UnsupportedFieldError:
            raise IrrationalEntryError(node) from None
        except InputError as error:
            raise _not_read(str(error), node, self.text) from None

    def looked_up(self, name: str, node: Node, open_names: tuple[str, ...]) -> Value:
        if name in self.named and name not in open_names:
            return self.value(self.named[name], (*open_names, name))
        if name == "A":
            return self.a
        if name in _IDENTITY or name == f"I_{self.a.order}":
            return self.a.identity()
        if name in _ZERO or name == f"O_{self.a.order}":
            return self.a.scalar(0)
        if name in ("i", "j"):
            raise IrrationalEntryError(node)
        raise _not_read(f'"{name}" is not given a value.', node, self.text)

    def written(self, node: Node) -> ExactMatrix:
        """Rows written out; a single row stands for a matrix with one row."""
        match node:
            case Rows(((single,),)) if isinstance(single, Rows | _BRACKETED):
                return self.written(single)
            case Rows(rows) if all(len(r) == 1 and isinstance(r[0], _BRACKETED) for r in rows):
                lines = [r[0].items for r in rows if isinstance(r[0], _BRACKETED)]
            case Rows(rows):
                lines = list(rows)
            case ListOf((Rows() as single,)):
                return self.written(single)
            case ListOf(items) | TupleOf(items) | SetOf(items):
                nested = [x.items for x in items if isinstance(x, _BRACKETED)]
                lines = nested if nested and len(nested) == len(items) else [items]
        lengths = {len(line) for line in lines}
        if len(lengths) != 1 or not lines[0]:
            raise _not_read("the rows of a matrix need the same number of entries.", node, self.text)
        return ExactMatrix.from_fractions(
            [[self.number(x) for x in line] for line in lines], backend=self.a.backend
        )

    def diagonal(self, items: tuple[Node, ...]) -> ExactMatrix:
        """diag(..) of numbers and Jordan blocks J_2(3)."""
        blocks = [self.block(x) for x in items]
        n = sum(len(b) for b in blocks)
        rows, start = [[Fraction(0)] * n for _ in range(n)], 0
        for block in blocks:
            for i, line in enumerate(block):
                rows[start + i][start : start + len(line)] = line
            start += len(block)
        return ExactMatrix.from_fractions(rows, backend=self.a.backend)

    def block(self, node: Node) -> list[list[Fraction]]:
        value = self.value(node, ())
        return [[value]] if isinstance(value, Fraction) else value.tolist()

    def jordan_block(self, size: int, z: Node) -> ExactMatrix:
        """J_size(z), with ones above the diagonal."""
        if not 1 <= size <= max(self.a.order, 1):
            raise _not_read(f"a Jordan block of size {size} does not fit.", z, self.text)
        value = self.number(z)
        rows = [[value if i == j else Fraction(int(j == i + 1)) for j in range(size)] for i in range(size)]
        return ExactMatrix.from_fractions(rows, backend=self.a.backend)

    def combined(self, node: Node, values: list[Value], by: Callable[[Value, Value], Value]) -> Value:
        try:
            return reduce(by, values)
        except InputError as error:
            raise _not_read(str(error), node, self.text) from None

    def divided(self, node: Node, value: Value, divisor: Value) -> Value:
        if isinstance(divisor, ExactMatrix) or divisor == 0:
            raise _not_read(f"{spelled(node)} divides by a matrix or by zero.", node, self.text)
        return value / divisor

    def power(self, value: Value, base: Node, exponent: Node) -> Value:
        if isinstance(value, Fraction):
            return self.number(Power(base, exponent, base.position))
        k = self.number(exponent)
        if k.denominator != 1 or abs(k) > LARGEST_EXPONENT:
            raise _not_read(
                f"exponents of matrices are read from -{LARGEST_EXPONENT} to {LARGEST_EXPONENT}.",
                exponent,
                self.text,
            )
        if value.shape[0] != value.shape[1] or k < 0 and value.rank < value.order:
            raise _not_read(f"{spelled(base)} has no such power.", base, self.text)
        return value ** int(k)


def _added(x: Value, y: Value) -> Value:
    if isinstance(x, ExactMatrix) and isinstance(y, ExactMatrix):
        return x + y
    if isinstance(x, Fraction) and isinstance(y, Fraction):
        return x + y
    scalar, m = (x, y) if isinstance(x, Fraction) else (y, x)
    if scalar != 0 or not isinstance(m, ExactMatrix):
        raise InputError(f"the number {scalar} is added to a matrix; write {scalar} I.")
    return m


def _multiplied(x: Value, y: Value) -> Value:
    if isinstance(x, ExactMatrix) and isinstance(y, ExactMatrix):
        return x @ y
    if isinstance(x, ExactMatrix):
        assert isinstance(y, Fraction)
        return x * y
    return y * x


def _not_read(message: str, node: Node, text: str) -> ParseError:
    return ParseError(message, text=text, position=node.position)
