"""Tables of numbers: .csv and .tsv files, and cells pasted from a spreadsheet."""

from __future__ import annotations

import csv
import re

from symspec.algebra.door.entries import looks_mistyped
from symspec.algebra.door.found import LARGEST_MATRIX, Found
from symspec.algebra.door.given import Remark
from symspec.errors import InputError

_LABEL = re.compile(r"[^\W\d][\w .:#/%-]*")
_NUMBERS_BY_NAME = frozenset("i j e pi nan inf infinity na n/a null none".split())
_MISSING = frozenset("na n/a #n/a null none - ? <na>".split())
_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+(?:[eE][+-]?[0-9]+)?", re.ASCII)
_POINT = re.compile(r"[0-9]\.[0-9]|\.[0-9]|[0-9]\.", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+", re.ASCII)
_SPACED_COMMAS = re.compile(r"[0-9],[0-9]+[ ]+[-+]?[0-9]+,[0-9]", re.ASCII)
Cells = list[list[str]]


def rows(text: str, shown: str, *, decimal: str | None = None, source: str = "file") -> Found:
    """The cells of the table, as texts with decimal points.

    The separator is the first of tab, semicolon, comma and spaces that occurs. A first row of labels and a
    first column of labels are left out. A comma inside a cell is a decimal comma where it can be
    nothing else.

    >>> rows("0,5;1\\n0;0,25", "a.csv").rows
    [['0.5', '1'], ['0', '0.25']]

    Args:
        text: the table.
        shown: what messages call it.
        decimal: "." or ","; None where the table itself must leave no doubt.
        source: what the reading calls it.

    Raises:
        InputError: rows of different lengths, an empty cell, or a doubt about commas.
    """
    if decimal not in (None, ".", ","):
        raise InputError(f'decimal="{decimal}" is unknown: use "." or ",".')
    _require_text(text, shown)
    lines = [  # numpy.savetxt begins its remarks with "# "
        (k, line)
        for k, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("# ") and line.strip() != "#"
    ]
    separator = _separator([line for _, line in lines], decimal, shown)
    if lines and lines[0][1].lower().strip() in ("sep=;", "sep=,", "sep=\t"):
        lines = lines[1:]
    if not lines:
        raise InputError(f"{shown} is empty. Write at least one row with one entry.")
    split = [(k, _cells(line, separator, f"{shown}, line {k}")) for k, line in lines]
    if sum(len(cells) for _, cells in split) > LARGEST_MATRIX:
        raise InputError(f"{shown} has more than {LARGEST_MATRIX:,} cells, the most that are read.")
    _require_equal(split, shown)
    cells, remarks = _without_labels(_without_empty_columns([cells for _, cells in split]), shown)
    _require_filled(cells, shown)
    if separator == "," and len(cells[0]) == 2 * len(cells) and decimal is None:
        raise InputError(
            f"{shown} has {len(cells)} rows of {len(cells[0])} cells. If its commas are decimal commas, "
            'separate the cells by semicolons, or write decimals with a point: "0.5,0.5".'
        )
    cells, more = _with_points(cells, decimal, shown)
    return Found(cells, source, remarks + more)


def _require_text(text: str, shown: str) -> None:
    if "\0" in text:
        raise InputError(f"{shown} holds zero bytes: it is no table of text. Save it as CSV in UTF-8.")
    if "\ufeff" in text:
        raise InputError(
            f"{shown} has a byte order mark in its middle, as when two files are joined. "
            "Save it again as UTF-8."
        )


def _separator(lines: list[str], decimal: str | None, shown: str) -> str:
    """Tab, semicolon, comma, or "" for spaces."""
    for mark in ("\t", ";"):
        if any(mark in line for line in lines):
            return mark
    if decimal == "," or not any("," in line for line in lines):
        return ""
    if decimal is None and any(_SPACED_COMMAS.search(line) for line in lines):
        raise InputError(
            f"the commas of {shown} may be decimal commas between numbers that spaces separate, or separate "
            'the numbers themselves. Say which: decimal="," or decimal=".".'
        )
    return ","


def _cells(line: str, separator: str, where: str) -> list[str]:
    if not separator:
        return line.split()
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=separator, strict=True))]
    except (csv.Error, StopIteration):
        raise InputError(f"{where}: a quotation mark is never closed, or a cell is far too long.") from None


def _require_equal(split: list[tuple[int, list[str]]], shown: str) -> None:
    first = len(split[0][1])
    for k, cells in split:
        if len(cells) != first:
            count = "1 entry" if len(cells) == 1 else f"{len(cells)} entries"
            raise InputError(
                f"{shown}, line {k} has {count}, line {split[0][0]} has {first}. "
                "Every row needs the same number of entries."
            )


def _without_empty_columns(cells: Cells) -> Cells:
    """Without the empty columns that spreadsheets leave at the right."""
    while len(cells[0]) > 1 and not any(row[-1] for row in cells):
        cells = [row[:-1] for row in cells]
    return cells


def _without_labels(cells: Cells, shown: str) -> tuple[Cells, tuple[Remark, ...]]:
    """Without a first row and a first column that can only be labels."""
    remarks: list[Remark] = []
    corner_is_empty = len(cells[0]) > 1 and not cells[0][0]
    head = cells[0][1:] if corner_is_empty else cells[0]
    labels = list(map(_is_label, head))
    if len(cells) > 1 and (all(labels) or (corner_is_empty and _counts(head))):
        remarks.append(Remark("header_skipped", tuple(head[:4])))
        cells = cells[1:]
    elif len(cells) > 1 and any(labels) and not any(_is_label(x) for row in cells[1:] for x in row):
        raise InputError(
            f'{shown}: the first row mixes labels and numbers ("{head[labels.index(True)]}" is a label). '
            "Delete it if it is a header."
        )
    column = [row[0] for row in cells]
    if len(cells[0]) > 1 and (all(map(_is_label, column)) or (corner_is_empty and _counts(column))):
        remarks.append(Remark("labels_skipped", tuple(column[:4])))
        cells = [row[1:] for row in cells]
    return cells, tuple(remarks)


def _is_label(cell: str) -> bool:
    """A word: no number, no name of a number, no function of numbers."""
    return bool(_LABEL.fullmatch(cell)) and cell.lower() not in _NUMBERS_BY_NAME and not looks_mistyped(cell)


def _counts(cells: list[str]) -> bool:
    """0, 1, 2, .. or 1, 2, 3, ..: the index that data frames write."""
    return any(cells == [str(k + start) for k in range(len(cells))] for start in (0, 1))


def _require_filled(cells: Cells, shown: str) -> None:
    for i, row in enumerate(cells):
        for j, cell in enumerate(row):
            if not cell:
                where = f"row {i + 1}, column {j + 1} of {shown}"
                raise InputError(f"the cell in {where} is empty. Write 0 if it is zero.")
            if cell.lower() in _MISSING:
                where = f"row {i + 1}, column {j + 1} of {shown}"
                raise InputError(f'the cell in {where} is "{cell}", a missing value. Write a number.')


def _with_points(cells: Cells, decimal: str | None, shown: str) -> tuple[Cells, tuple[Remark, ...]]:
    """The cells with decimal points."""
    commas = [x for row in cells for x in row if "," in x]
    if not commas:
        return cells, ()
    if decimal == ".":
        raise InputError(f'"{commas[0]}" in {shown} has a comma, and decimals were said to have points.')
    other = next((x for x in commas if not _COMMA.fullmatch(x) and not _GROUPED.fullmatch(x)), None)
    if other is not None:
        raise InputError(f'"{other[:40]}" in {shown} is not a number. Write decimals with a point.')
    points = [x for row in cells for x in row if _POINT.search(x)]
    if points:
        raise InputError(
            f'{shown} has decimal commas ("{commas[0]}") and decimal points ("{points[0]}"). '
            "Write all with points."
        )
    if decimal is None and all(map(_GROUPED.fullmatch, commas)):
        raise InputError(
            f'"{commas[0]}" in {shown} may be {commas[0].replace(",", "")} or {commas[0].replace(",", ".")}. '
            'Say which: decimal="," for a decimal comma, or write the number without a comma.'
        )
    if any(x.count(",") > 1 for x in commas):
        several = next(x for x in commas if x.count(",") > 1)
        raise InputError(f'"{several[:40]}" in {shown} has more than one decimal comma.')
    return [[x.replace(",", ".") for x in row] for row in cells], (Remark("decimal_comma", (commas[0],)),)
