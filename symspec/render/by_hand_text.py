"""Row reductions, divisions and matrices by their entries, as plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from symspec.languages import Notation
from symspec.proof.elimination import Combination, Exchange, Reduction, RowOperation, Scaling, changed_cells
from symspec.proof.entries import Entries
from symspec.proof.steps import Division, horner_row
from symspec.render.formula_text import GLUE, entry_text, number_text
from symspec.render.layout import GAP, Box, beside, indented, rows_of, width_of

# Longer entries get names before a matrix is declared too wide.
LIMITS = (10_000, 24, 12, 8, 6)
ARROW = "  ->  "


def factor_text(x: Any) -> str:
    """An entry in front of a symbol: nothing for 1, brackets for a sum."""
    if x in (1, -1):
        return "" if x == 1 else "-"
    text = entry_text(x)
    return f"({text}) " if " " in text else f"{text} "


@dataclass(slots=True)
class Names:
    """Long entries by the names that they get in the order of their appearance."""

    limit: int
    known: dict[str, str] = field(default_factory=dict)

    def shown(self, text: str) -> str:
        """The text, or its name."""
        if len(text) < self.limit:
            return text
        return self.known.setdefault(text, f"a{len(self.known) + 1}")


def entries_box(
    m: Entries, names: Names, *, bar: int = 0, marks: frozenset[tuple[int, int]] = frozenset()
) -> Box:
    """The matrix as lines of aligned columns, changed entries with a star."""
    star = {True: "*", False: " " if marks else ""}
    cells = [
        [names.shown(entry_text(x)) + star[(i, j) in marks] for j, x in enumerate(row)]
        for i, row in enumerate(m.rows)
    ]
    widths = [max(len(row[j]) for row in cells) for j in range(m.shape[1])]
    return tuple(
        f"[ {_joined([x.rjust(w) for x, w in zip(row, widths, strict=True)], bar)} ]" for row in cells
    )


def _joined(cells: list[str], bar: int) -> str:
    if 0 < bar < len(cells):
        return "  ".join(cells[:bar]) + " | " + "  ".join(cells[bar:])
    return "  ".join(cells)


def operation_text(operation: RowOperation) -> str:
    """R2 <- R2 - 3 R1, with rows counted from 1.

    >>> operation_text(Combination(1, 2, 0, -3, 5))
    'R2 <- (2 R2 + 3 R1)/5'
    """
    match operation:
        case Exchange(i, j):
            return f"R{i + 1} <-> R{j + 1}"
        case Scaling(i, factor):
            return f"R{i + 1} <- {factor_text(factor)}R{i + 1}"
        case Combination(i, factor, j, multiple, divisor):
            minus = not str(multiple).startswith("-")
            size = multiple if minus else -multiple
            made = f"{factor_text(factor)}R{i + 1} {'-' if minus else '+'} {factor_text(size)}R{j + 1}"
            return f"R{i + 1} <- " + (made if divisor == 1 else f"({made})/{number_text(divisor)}")


def reduction_box(r: Reduction, width: int, notation: Notation, head: str = "") -> tuple[Box, list[str]]:
    """The matrices from left to right with the operations between them, and the entries that got names."""
    for limit in LIMITS:
        names = Names(limit)
        first, *later = _blocks(r, names, width)
        boxes = [beside([(head,), first]) if head else first, *later]
        if all(width_of(box) <= width for box in boxes):
            break
    found = rows_of(boxes, width)
    return tuple(notation.text(line) for line in found), definitions(names, notation)


def _blocks(r: Reduction, names: Names, width: int) -> list[Box]:
    bar = r.bar if r.bar < r.start.shape[1] else 0
    boxes = [entries_box(r.start, names, bar=bar)]
    before = r.start
    for step in r.steps:
        marks = frozenset(changed_cells(before, step.after))
        lines = tuple(operation_text(operation) for operation in step.operations)
        shown = entries_box(step.after, names, bar=bar, marks=marks)
        joined = beside([lines, (ARROW,), shown])
        boxes.append(joined if width_of(joined) <= width else (*lines, *indented(shown, len(GAP))))
        before = step.after
    return boxes


def division_box(d: Division, notation: Notation) -> Box:
    """Horner's scheme: coefficients; multiples of the root; quotient and remainder."""
    top = [number_text(c) for c in reversed(d.polynomial.coefficients)]
    row = horner_row(d.polynomial, d.root)
    middle = ["", *(number_text(d.root * c) for c in row[:-1])]
    bottom = [number_text(c) for c in row]
    lines = [top, middle, bottom]
    widths = [max(len(line[k]) for line in lines) for k in range(len(top))]
    shown = ["  ".join(x.rjust(w) for x, w in zip(line, widths, strict=True)) for line in lines]
    rule = "-" * max(map(len, shown))
    return tuple(notation.text(line.rstrip()) for line in (*shown[:2], rule, shown[2]))


def shown_entries(m: Entries, width: int, notation: Notation) -> tuple[Box, list[str]]:
    """The matrix as lines of aligned columns, and the entries that had to be named; ((), []) if too wide."""
    for limit in LIMITS:
        names = Names(limit)
        box = tuple(notation.text(line) for line in entries_box(m, names))
        if width_of(box) <= width:
            return box, definitions(names, notation)
    return (), []


def definitions(names: Names, notation: Notation) -> list[str]:
    """a1 = .., each kept together."""
    found = (f"{name} = {notation.text(text)}" for text, name in names.known.items())
    return [line.replace(" ", GLUE) for line in found]
