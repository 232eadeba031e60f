"""A matrix by the grammar of symspec.syntax: rows, with scalar factors around them, to fractions."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.door.given import place
from symspec.errors import InputError, ParseError, UnsupportedFieldError
from symspec.syntax.rational import rational
from symspec.syntax.reader import rows
from symspec.syntax.tree import (
    Call,
    ListOf,
    Neg,
    Node,
    Number,
    Product,
    Quotient,
    Rows,
    SetOf,
    Transpose,
    TupleOf,
)


def entries(text: str) -> list[list[Fraction]] | list[list[Node]]:
    """The entries, row by row, of equal lengths: fractions, or the trees of all when one is irrational.

    Raises:
        InputError: the text is not a matrix, or an entry is not a number.
    """
    found = _matrix(rows(text))
    if found is None:
        raise ParseError(
            f'"{_short(text)}" is not a matrix. Write [[1, 2], [3, 4]] or 1 2; 3 4.', text=text, position=0
        )
    lines, factors = found
    _require_equal_rows(lines, text)
    try:
        return _rational_entries(lines, factors)
    except UnsupportedFieldError:
        return [[_scaled_entry(entry, factors) for entry in line] for line, _ in lines]


def _scaled_entry(entry: Node, factors: Factors) -> Node:
    for factor, divides in factors:
        entry = Quotient(entry, factor) if divides else Product((factor, entry))
    return entry


def _rational_entries(lines: Lines, factors: Factors) -> list[list[Fraction]]:
    read = [
        [rational(entry, place(i, j)) for j, entry in enumerate(line)] for i, (line, _) in enumerate(lines)
    ]
    scale = Fraction(1)
    for factor, divides in factors:
        value = rational(factor, "the factor of the matrix")
        if divides and not value:
            raise InputError("the matrix is divided by zero.")
        scale = scale / value if divides else scale * value
    return [[entry * scale for entry in line] for line in read]


Lines = list[tuple[tuple[Node, ...], int]]  # the entries of a row, and where it starts
Factors = list[tuple[Node, bool]]  # a number before the matrix, or (True) beneath it


def _matrix(node: Node) -> tuple[Lines, Factors] | None:
    """The rows that the node holds and the scalar factors around them; None when it is no matrix."""
    match node:
        case Rows(((single,),)) if _matrix(single):
            return _matrix(single)
        case Rows(lines):
            if all(len(line) == 1 and isinstance(line[0], ListOf) for line in lines):
                return [(x.items, x.position) for line in lines for x in line if isinstance(x, ListOf)], []
            if len(lines) == 1 and all(isinstance(x, ListOf) for x in lines[0]):
                return [(x.items, x.position) for x in lines[0] if isinstance(x, ListOf)], []
            return [(line, line[0].position) for line in lines], []
        case ListOf((single,)) if isinstance(single, Rows):
            return _matrix(single)
        case ListOf(items) | TupleOf(items) | SetOf(items):
            if any(isinstance(x, ListOf | TupleOf | SetOf) for x in items):
                return [(_items(x), x.position) for x in items], []
            return [(items, node.position)], []
        case Call("diag", items):
            zero = Number(Fraction(0))
            n = len(items)
            return [
                (tuple(items[i] if i == j else zero for j in range(n)), node.position) for i in range(n)
            ], []
        case Neg(operand):
            return _scaled(operand, [(Number(Fraction(-1)), False)])
        case Quotient(operand, divisor):
            return _scaled(operand, [(divisor, True)])
        case Product(factors):
            inner = [x for x in factors if _is_matrix(x)]
            if len(inner) == 1:
                return _scaled(inner[0], [(x, False) for x in factors if x is not inner[0]])
        case Transpose(operand):
            found = _matrix(operand)
            if found and len({len(line) for line, _ in found[0]}) == 1:
                columns = zip(*(line for line, _ in found[0]), strict=True)
                return [(column, node.position) for column in columns], found[1]
    return None


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, ListOf | TupleOf | SetOf) else (node,)


def _is_matrix(node: Node) -> bool:
    return _matrix(node) is not None


def _scaled(node: Node, factors: Factors) -> tuple[Lines, Factors] | None:
    found = _matrix(node)
    return found and (found[0], found[1] + factors)


def _require_equal_rows(lines: Lines, text: str) -> None:
    first = len(lines[0][0])
    for k, (line, position) in enumerate(lines[1:], 2):
        if len(line) != first:
            message = (
                f'row {k} has {_entries(len(line))}, row 1 has {first} (in "{_short(text)}", '
                f"at character {position + 1}). Every row needs the same number of entries."
            )
            raise ParseError(message, text=text, position=position)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
