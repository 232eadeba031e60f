"""Row reductions, divisions and matrices by their entries, as formulas for LaTeX, MathML and Typst."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from symspec.algebra.polynomial import Polynomial
from symspec.notation.exact import MINUS, PLUS, number_box, polynomial_box
from symspec.notation.formula import (
    INDETERMINATE,
    Box,
    Fence,
    Grid,
    Marked,
    Number,
    Operator,
    Quotient,
    Script,
    Symbol,
    Upright,
    row,
    width,
)
from symspec.notation.sentence import Formula, pieces
from symspec.proof.elimination import Combination, Exchange, Reduction, RowOperation, Scaling, changed_cells
from symspec.proof.entries import Entries, Residue
from symspec.proof.formula import Call, Expr, Literal
from symspec.proof.steps import Division, horner_row
from symspec.render.document import LINE

# Wider entries get names before a matrix is declared too wide.
LIMITS = (10_000, 24, 12, 8, 5)
EMPTY = row()


def entry_box(x: Any) -> Box:
    """A number, a polynomial, or an expression in alpha."""
    if isinstance(x, Fraction):
        return number_box(x)
    if isinstance(x, Polynomial):
        return polynomial_box(x.coefficients, INDETERMINATE.name)
    if isinstance(x, Residue):
        return polynomial_box(x.value.coefficients, "alpha")
    found = pieces(str(x))
    first = found[0]
    return first.box if len(found) == 1 and isinstance(first, Formula) else Upright(str(x))


@dataclass(slots=True)
class Names:
    """Wide entries by the names that they get in the order of their appearance."""

    limit: int
    known: dict[str, Box] = field(default_factory=dict)

    def shown(self, box: Box) -> Box:
        """The formula, or its name."""
        if width(box) < self.limit:
            return box
        key = next((k for k, known in self.known.items() if known == box), str(len(self.known) + 1))
        self.known[key] = box
        return Script(Symbol("a"), below=Number(key))


def entries_grid(
    m: Entries, names: Names, *, bar: int = 0, marks: frozenset[tuple[int, int]] = frozenset()
) -> Grid:
    """The matrix, changed entries marked."""
    rows = []
    for i, line in enumerate(m.rows):
        boxes = [names.shown(entry_box(x)) for x in line]
        rows.append(tuple(Marked(x) if (i, j) in marks else x for j, x in enumerate(boxes)))
    return Grid(tuple(rows), bar=bar)


def operation_box(operation: RowOperation) -> Box:
    """R_2 <- R_2 - 3 R_1, with rows counted from 1."""
    match operation:
        case Exchange(i, j):
            return row(_row(i), Operator("<->"), _row(j))
        case Scaling(i, factor):
            return row(_row(i), Operator("<-"), *_factor(factor), _row(i))
        case Combination(i, factor, j, multiple, divisor):
            minus = not str(multiple).startswith("-")
            size = multiple if minus else -multiple
            made = row(*_factor(factor), _row(i), MINUS if minus else PLUS, *_factor(size), _row(j))
            whole = made if divisor == 1 else Quotient(made, number_box(divisor))
            return row(_row(i), Operator("<-"), whole)


def _row(i: int) -> Box:
    return Script(Symbol("R"), below=Number(str(i + 1)))


def _factor(x: Any) -> tuple[Box, ...]:
    """What stands in front of a row: nothing for 1, brackets around a sum."""
    if x in (1, -1):
        return () if x == 1 else (MINUS,)
    box = entry_box(x)
    return (Fence("(", box) if " " in str(x) else box,)


def reduction_rows(r: Reduction, head: tuple[Box, ...] = ()) -> tuple[tuple[Box, ...], dict[str, Box]]:
    """Formulas with the operations and the matrix after them, and the entries that got names."""
    for limit in LIMITS:
        names = Names(limit)
        first, *later = _lines(r, names)
        lines = (row(*head, first), *later)
        if all(width(line) <= LINE for line in lines):
            break
    return lines, names.known


def _lines(r: Reduction, names: Names) -> tuple[Box, ...]:
    bar = r.bar if r.bar < r.start.shape[1] else 0
    made: list[Box] = [entries_grid(r.start, names, bar=bar)]
    before = r.start
    for step in r.steps:
        marks = frozenset(changed_cells(before, step.after))
        grid = entries_grid(step.after, names, bar=bar, marks=marks)
        operations = Grid(tuple((operation_box(x),) for x in step.operations), is_matrix=False)
        whole = row(operations, Operator("->"), grid)
        made += [whole] if width(whole) <= LINE else [operations, row(Operator("->"), grid)]
        before = step.after
    return tuple(made)


def division_box(d: Division) -> Grid:
    """Horner's scheme: coefficients; multiples of the root; quotient and remainder."""
    found = horner_row(d.polynomial, d.root)
    top = tuple(number_box(c) for c in reversed(d.polynomial.coefficients))
    middle = (EMPTY, *(number_box(d.root * c) for c in found[:-1]))
    return Grid((top, middle, tuple(Marked(number_box(c)) for c in found)), is_matrix=False)


def entries_of_side(side: Expr) -> Entries | None:
    """The matrix by its entries that a side of a relation shows, alone or in det(..), if there is one."""
    inside = side.argument if isinstance(side, Call) and side.name == "det" else side
    if isinstance(inside, Literal) and isinstance(inside.value, Entries):
        return inside.value
    return None


def fitted_grid(m: Entries, names: dict[str, Box]) -> Grid | None:
    """The matrix, its widest entries named as far as it must be to fit the line; None if it cannot."""
    for limit in LIMITS:
        found = Names(limit, dict(names))
        grid = entries_grid(m, found)
        if width(grid) <= LINE:
            names.update(found.known)
            return grid
    return None
