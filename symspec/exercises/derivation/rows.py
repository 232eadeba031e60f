"""Row operations: R2 <- R2 - 3 R1, L1 <-> L3, R2 <- R2/4."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.matrices import MatrixReader, Scalar
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.refusal import refused
from symspec.exercises.substitution import substituted
from symspec.syntax.limits import ANSWER
from symspec.syntax.reader import expression

_ROW = r"[RL]_?\{?([1-9][0-9]?)\}?"
_SWAP = re.compile(rf"^\s*(?:swap\s+)?{_ROW}\s*(?:<->|<=>|↔|\\leftrightarrow|and|,|\s)\s*{_ROW}\s*$")
_SET = re.compile(rf"^\s*{_ROW}\s*(?:<-+|←|\\leftarrow|:=|->|→|\\to|=(?!=)|<=)\s*(.+?)\s*$")
_LIST = re.compile(r"\s*[;,]\s*(?=[RL]_?\{?[1-9])")


@dataclass(frozen=True, slots=True)
class RowOperation:
    """One operation on the rows of a matrix.

    Attributes:
        row: the row that is replaced, from 0.
        coefficients: {row: factor} of the combination that replaces it; for a swap, {other: 1}.
        swap: the rows are exchanged.
        text: as typed.
    """

    row: int
    coefficients: tuple[tuple[int, Scalar], ...]
    swap: bool
    text: str

    @property
    def is_reversible(self) -> bool:
        """The replaced row keeps a non-zero share of itself."""
        return self.swap or any(i == self.row and c != 0 for i, c in self.coefficients)

    def applied(self, rows: list[list[Scalar]]) -> list[list[Scalar]]:
        """The rows after the operation."""
        made = [list(r) for r in rows]
        if self.swap:
            other = self.coefficients[0][0]
            made[self.row], made[other] = rows[other], rows[self.row]
            return made
        made[self.row] = [
            sum((c * rows[i][k] for i, c in self.coefficients), Fraction(0)) for k in range(len(rows[0]))
        ]
        return made


def operations(text: str, reader: MatrixReader, height: int) -> tuple[RowOperation, ...]:
    """The operations of a line; () if it has none.

    Raises:
        ParseError: a line that begins like one, with a row that does not exist or no combination of rows.
    """
    swap = _SWAP.match(text)
    if swap:
        first, second = (_index(k, height, text, reader) for k in swap.groups())
        return (RowOperation(first, ((second, Fraction(1)),), True, text.strip()),)
    pieces = _LIST.split(text)
    if not _SET.match(pieces[0]):
        return ()
    return tuple(_operation(piece, reader, height) for piece in pieces)


def _operation(piece: str, reader: MatrixReader, height: int) -> RowOperation:
    match = _SET.match(piece) or _SWAP.match(piece)
    if match is None or match.re is _SWAP:
        raise refused("derivation.row_operation", reader.text, 0, ("what", piece))
    node = expression(match.group(2), limits=ANSWER)
    names = sorted(letters(node))
    if not names or any(not re.fullmatch(r"[RL]_[1-9][0-9]?", x) for x in names):
        raise refused("derivation.row_operation", reader.text, 0, ("what", piece))
    zero = {x: Fraction(0) for x in names}
    coefficients = []
    for name in names:
        once, twice = (reader.number(substituted(node, zero | {name: Fraction(k)})) for k in (1, 2))
        if twice != once * 2:
            raise refused("derivation.row_operation", reader.text, 0, ("what", piece))
        coefficients.append((_index(name[2:], height, piece, reader), once))
    row = _index(match.group(1), height, piece, reader)
    return RowOperation(row, tuple(coefficients), False, piece.strip())


def _index(digits: str, height: int, text: str, reader: MatrixReader) -> int:
    if not 1 <= int(digits) <= height:
        raise refused("derivation.no_such_row", reader.text, 0, ("row", digits), ("rows", height))
    return int(digits) - 1


def after(m: ExactMatrix, done: tuple[RowOperation, ...]) -> list[list[Scalar]]:
    """The rows of m after the operations, one after the other."""
    rows: list[list[Scalar]] = [list(r) for r in m.tolist()]
    for operation in done:
        rows = operation.applied(rows)
    return rows


def reversed_sign(operation: RowOperation) -> RowOperation:
    """The same with the signs of the other rows reversed: the usual slip."""
    changed = tuple((i, c if i == operation.row else -c) for i, c in operation.coefficients)
    return RowOperation(operation.row, changed, operation.swap, operation.text)
