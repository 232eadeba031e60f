"""Values in a derivation: matrices, numbers, det, tr and rank of them, and polynomials in one letter."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.matrices import MatrixReader, Scalar, Value
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.refusal import refused
from symspec.exercises.shapes import vector_entries
from symspec.exercises.substitution import substituted
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

LARGEST_DEGREE = 24
LETTERS = ("lambda", "x", "X", "t", "z", "mu", "s", "l", "y")
_DETERMINANTS = ("det", "abs")
_TRACES, _RANKS = ("tr", "trace"), ("rk", "rank", "rg")


class ValueReader(MatrixReader):
    """Reads det(..), |..|, tr(..) and rk(..) of matrices as numbers, beside all that answers hold.

    `restated` has what the student said that an expression is, as A - 2I = [[..]].
    """

    def __init__(self, a: ExactMatrix, named: Mapping[str, Node], text: str, restated: Mapping[Node, Node]):
        super().__init__(a, named, text)
        self.restated = dict(restated)

    def value(self, node: Node, open_names: tuple[str, ...]) -> Value:
        """The value of the node."""
        if node in self.restated:
            said = self.restated.pop(node)  # once: A = .. may be said in terms of A
            try:
                return self.value(said, open_names)
            finally:
                self.restated[node] = said
        match node:
            case TupleOf() | ListOf() | SetOf() | Transpose() | Rows() if vector_entries(node):
                return self.column(node)
            case Call(name, (inner,)) if name in (*_DETERMINANTS, *_TRACES, *_RANKS) and self.holds_matrix(
                inner
            ):
                value = self.value(inner, open_names)
                if isinstance(value, ExactMatrix):
                    return self.of_matrix(name, value, node)
            case Name(name) if name in ("det", *_TRACES, *_RANKS) and name not in self.named:
                return self.of_matrix(name, self.a, node)
        return super().value(node, open_names)

    def of_matrix(self, name: str, m: ExactMatrix, node: Node) -> Value:
        """det, tr or rk of a square matrix."""
        if name in _RANKS:
            return Fraction(m.rank)
        if m.shape[0] != m.shape[1]:
            raise refused("derivation.not_square", self.text, node.position, ("what", spelled(node)))
        value: Scalar = m.det if name in _DETERMINANTS else m.trace
        return value


def letter_of(node: Node, reader: MatrixReader) -> str:
    """The one letter without a value, if it can be the variable of a polynomial; else ""."""
    free = letters(node) - reader.named.keys() - {"A", "I", "B", "E", "Id", "O", "det", "tr", "trace", "rank"}
    return next(iter(free)) if len(free) == 1 and next(iter(free)) in LETTERS else ""


def polynomial(node: Node, letter: str, reader: MatrixReader) -> tuple[Scalar, ...]:
    """The coefficients, constant term first, without zeros at the end.

    Algorithm: its values at 0, 1, .., d for a bound d of the degree, and Newton's divided differences.

    Raises:
        ParseError: the expression is no polynomial of degree at most LARGEST_DEGREE.
    """
    degree = _degree(node, letter, reader)
    if degree is None or degree > LARGEST_DEGREE:
        raise refused("derivation.no_polynomial", reader.text, node.position, ("what", spelled(node)))
    points = [_at(node, letter, k, reader) for k in range(degree + 1)]
    return _interpolated(points)


def _at(node: Node, letter: str, k: int, reader: MatrixReader) -> Scalar:
    value = reader.value(substituted(node, {letter: Fraction(k)}), ())
    if isinstance(value, ExactMatrix):
        raise refused("derivation.no_polynomial", reader.text, node.position, ("what", spelled(node)))
    return value


def _interpolated(values: list[Scalar]) -> tuple[Scalar, ...]:
    """The polynomial with these values at 0, 1, 2, ..: Newton's form, multiplied out."""
    differences = list(values)
    for j in range(1, len(values)):
        for i in range(len(values) - 1, j - 1, -1):
            differences[i] = (differences[i] - differences[i - 1]) / j
    result: list[Scalar] = []
    for k in range(len(values) - 1, -1, -1):
        shifted: list[Scalar] = [Fraction(0), *result]
        scaled: list[Scalar] = [c * -k for c in result] + [Fraction(0)]
        result = [x + y for x, y in zip(shifted, scaled, strict=True)]
        result[0] = result[0] + differences[k]
    while result and result[-1] == 0:
        result.pop()
    return tuple(result)


def _degree(node: Node, letter: str, reader: MatrixReader) -> int | None:
    """A bound of the degree in the letter; None where the expression is no polynomial in it."""
    if letter not in letters(node):
        return 0
    match node:
        case Name():
            return 1
        case Neg(inner):
            return _degree(inner, letter, reader)
        case Sum(items) | Product(items):
            degrees = [_degree(x, letter, reader) for x in items]
            known = [d for d in degrees if d is not None]
            if len(known) < len(degrees):
                return None
            return max(known) if isinstance(node, Sum) else sum(known)
        case Quotient(above, below) if letter not in letters(below):
            return _degree(above, letter, reader)
        case Power(base, Number(k)) if k.denominator == 1 and 0 <= k <= LARGEST_DEGREE:
            degree = _degree(base, letter, reader)
            return None if degree is None else degree * int(k)
        case Call(name, (inner,)) if name in _DETERMINANTS:
            entry = max((_degree(x, letter, reader) or 0 for x in _leaves_of(inner)), default=1)
            return reader.a.order * max(entry, 1)
    return None


def _leaves_of(node: Node) -> list[Node]:
    """The entries of a matrix written out; the node itself if it is an expression."""
    below = children(node)
    if isinstance(node, Sum | Product | Neg | Quotient | Power | Name | Number) or not below:
        return [node] if isinstance(node, Sum | Product | Power) else []
    return [x for child in below for x in (_leaves_of(child) or [child])]
