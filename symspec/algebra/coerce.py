"""The one door: whatever a person or a library calls a matrix becomes an exact matrix."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Any

from symspec.algebra.door import paths
from symspec.algebra.door.entries import FLOATS, exact
from symspec.algebra.door.found import Found
from symspec.algebra.door.given import Rounded, RoundedComplex
from symspec.algebra.door.irrational import begins_irrational
from symspec.algebra.matrix import ExactMatrix, Reading
from symspec.errors import InputError, NotSquareError, SymspecError, UnsupportedFieldError

Rows = Sequence[Sequence[Any]]


def matrix(source: object, *, floats: str = "decimal", backend: str = "auto") -> ExactMatrix:
    """The exact square matrix that `source` stands for.

    >>> print(matrix([["1/2", "1/4"], [0, "1/3"]]))
    [[1/2, 1/4], [0, 1/3]]
    >>> matrix("1/10 [[9, 1], [2, 8]]") == matrix([[0.9, 0.1], [0.2, 0.8]])
    True
    >>> matrix([[0.5]], floats="binary").reading.floats
    'binary'
    >>> print(matrix("[[sqrt(8), i], [2^(1/3), cos(pi/5)]]"))
    [[2 sqrt(2), i], [2^(1/3), 1/4 + sqrt(5)/4]]

    Args:
        source: nested lists of int, Fraction, Decimal, float, complex, algebraic numbers and text such as
            "1/2", "1-1/10**40", "(1 + sqrt(5))/2", "exp(2 pi i/7)"; a SymPy, NumPy or FLINT matrix, a
            tensor, a data frame; text such as "[[1/2, 1/4], [0, 1/3]]" or "1/2 1/4; 0 1/3", in LaTeX, or as
            Matlab, Mathematica or NumPy write it; the path of a file, see read_matrix; an exact matrix,
            which is returned as it is.
        floats: "decimal" reads a float as the shortest decimal that gives it back in its own precision
            (0.9 is 9/10), "binary" as its exact binary value, "error" refuses it.
        backend: "auto", "flint" or "sympy": the arithmetic beneath.

    Returns:
        A with A[i, j] the entry [i, j] of the source; A.reading says how it was read.

    Raises:
        InputError: not a matrix, or an entry is not a number; NotSquareError, NotExactError, ParseError.
        UnsupportedFieldError: the entries generate a number field of a degree beyond the budget.
    """
    if isinstance(source, ExactMatrix):
        _require_known(floats)
        return _as_it_is(source, backend)
    return _made(_found(source), floats, backend)


def read_matrix(
    source: str | Path,
    *,
    name: str | None = None,
    decimal: str | None = None,
    floats: str = "decimal",
    backend: str = "auto",
) -> ExactMatrix:
    """The exact square matrix in a file, or in a text that is not the name of a file.

    >>> print(read_matrix("0,5\\t0,5\\n1\\t0"))
    [[1/2, 1/2], [1, 0]]
    >>> print(read_matrix("1,250 0\\n0 1,5", decimal=","))
    [[5/4, 0], [0, 3/2]]

    Args:
        source: a path, or text. By the ending of the path: .csv, .tsv (tables; a row and a column of labels
            are left out), .json, .npy, .npz, .safetensors, .mtx (Matrix Market); .txt, .dat, .tex, .m and
            others hold text in any notation that symspec.matrix takes.
        name: which array of an .npz or .safetensors file; without it, the only square matrix.
        decimal: "." or "," where the numbers of a table leave a doubt.
        floats, backend: as for symspec.matrix.

    Returns:
        A with A.reading.remarks: what was left out or chosen.

    Raises:
        InputError: there is no such file, it is damaged or too large, or it holds no square matrix.
        UnsupportedFieldError: as for symspec.matrix.
    """
    return _made(_read(source, name, decimal), floats, backend)


def _made(found: Found, floats: str, backend: str) -> ExactMatrix:
    _require_known(floats)
    rows = found.rows
    _require_square(rows)
    if all(type(x) is int for row in rows for x in row):
        return ExactMatrix.from_integers(
            rows, reading=Reading(found.source, remarks=found.remarks), backend=backend
        )
    if begins_irrational(rows):
        return _over_field(found, floats, backend)
    try:
        pairs = [[exact(x, i, j, floats) for j, x in enumerate(row)] for i, row in enumerate(rows)]
    except UnsupportedFieldError:
        return _over_field(found, floats, backend)
    common = lcm(*{q for row in pairs for _, q in row})
    whole = [[p * (common // q) for p, q in row] for row in pairs]
    return ExactMatrix.from_integers(whole, common, reading=_reading(found, floats), backend=backend)


def _over_field(found: Found, floats: str, backend: str) -> ExactMatrix:
    from symspec.algebra.fields.door import field_matrix

    return field_matrix(found.rows, _reading(found, floats), floats=floats, name=backend)


def _as_it_is(source: ExactMatrix, backend: str) -> ExactMatrix:
    rows, columns = source.shape
    if rows != columns:
        raise _not_square(rows, columns)
    if backend in ("auto", source.backend):
        return source
    if source.field.degree > 1:
        raise InputError(f'a matrix over {source.field} keeps its backend; use backend="auto".')
    return ExactMatrix.from_integers(*source.integers(), reading=source.reading, backend=backend)


def _require_known(floats: str) -> None:
    if floats not in FLOATS:
        raise InputError(f'floats="{floats}" is unknown: use "decimal", "binary" or "error".')


def _found(source: object) -> Found:
    """The entries, row by row, as they were given, and what gave them."""
    if isinstance(source, list | tuple):
        return Found([_row(row, k) for k, row in enumerate(source, 1)], "lists")
    if isinstance(source, Path):
        return paths.rows(source)
    if isinstance(source, str):
        path = paths.as_path(source)
        return paths.rows(path[0], name=path[1]) if path else _text(source)
    from symspec.algebra.door import foreign

    return Found(*foreign.lists(source))


def _read(source: str | Path, name: str | None, decimal: str | None) -> Found:
    if isinstance(source, Path):
        return paths.rows(source, name=name, decimal=decimal)
    if not isinstance(source, str):
        raise InputError("read_matrix takes a path or a text; for anything else use symspec.matrix.")
    existing = paths.existing_path(source)
    path = (existing, None) if existing else paths.as_path(source)
    if path:
        return paths.rows(path[0], name=name if path[1] is None else path[1], decimal=decimal)
    if name is not None:
        raise InputError('name=".." is for .npz and .safetensors files.')
    return _text(source, decimal)


def _text(source: str, decimal: str | None = None) -> Found:
    from symspec.algebra.door import written

    return written.found(source, decimal=decimal)


def _row(row: object, number: int) -> Sequence[Any]:
    if isinstance(row, list | tuple):
        return row
    if isinstance(row, str | bytes | dict | set) or not (
        hasattr(row, "__iter__") and hasattr(row, "__len__")
    ):
        raise InputError(f"row {number} is not a list. A matrix is a list of rows: [[1, 2], [3, 4]].")
    return list(row)


def _require_square(rows: Rows) -> None:
    if not rows or not rows[0]:
        raise InputError("the matrix is empty. Write at least one row with one entry, such as [[1]].")
    columns = len(rows[0])
    for k, row in enumerate(rows, 1):
        if len(row) != columns:
            count = "1 entry" if len(row) == 1 else f"{len(row)} entries"
            raise InputError(
                f"row {k} has {count}, row 1 has {columns}. Every row needs the same number of entries."
            )
    if len(rows) != columns:
        raise _not_square(len(rows), columns)


def _not_square(rows: int, columns: int) -> NotSquareError:
    return NotSquareError(f"{rows} x {columns} is not square; powers need a square matrix.")


def _reading(given: Found, floats: str) -> Reading:
    approximate = tuple(
        (i, j, found)
        for i, row in enumerate(given.rows)
        for j, entry in enumerate(row)
        if (found := _as_float(entry)) is not None
    )
    return Reading(given.source, floats if approximate else None, approximate, given.remarks)


def _as_float(entry: object) -> float | None:
    """The entry when it is a floating-point number of any library."""
    if type(entry) in (int, str, Fraction):
        return None
    if isinstance(entry, float):
        return float(entry)
    if isinstance(entry, complex):
        return entry.real
    if isinstance(entry, RoundedComplex):
        entry = entry.real
    if isinstance(entry, Rounded):
        return entry.nearest
    from symspec.algebra.door.foreign import family, scalar

    library = family(entry)
    if library == "sympy" and not getattr(entry, "is_Float", False):
        return None
    try:
        read = scalar(entry, 0, 0) if library else None
    except SymspecError:  # no real number, and read in another way
        read = None
    if isinstance(read, Rounded):
        return read.nearest
    return read if isinstance(read, float) else None
