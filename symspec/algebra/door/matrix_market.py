"""Matrices in Matrix Market files (.mtx), their decimals read as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from symspec.algebra.door.found import LARGEST_MATRIX, Found, require_matrix
from symspec.errors import InputError, NotExactError

BANNER = "%%matrixmarket"
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eEdD][+-]?[0-9]{1,4})?", re.ASCII)
_INDEX = re.compile(r"[0-9]{1,9}", re.ASCII)
_FIELDS = ("real", "double", "integer", "complex", "pattern")
_SYMMETRIES = ("general", "symmetric", "skew-symmetric", "hermitian")
Line = tuple[int, list[str]]  # its number in the file, its words


@dataclass(frozen=True, slots=True)
class Banner:
    """The first line: how entries are listed, what they are, which of them follow from others."""

    by_coordinates: bool
    field: str
    symmetry: str

    @property
    def words(self) -> int:
        """Words of one value."""
        return {"pattern": 0, "complex": 2}.get(self.field, 1)


def rows(text: str, shown: str) -> Found:
    """The matrix in the text of a Matrix Market file.

    >>> rows("%%MatrixMarket matrix array real symmetric\\n2 2\\n0.5\\n1e-3\\n2\\n", "a.mtx").rows
    [['0.5', '1e-3'], ['1e-3', '2']]

    Raises:
        InputError: it is none; says in which line.
    """
    lines = text.splitlines()
    banner = _banner(lines[0] if lines else "", shown)
    listed = iter(
        [(k, line.split()) for k, line in enumerate(lines[1:], 2) if line.strip() and line[0] != "%"]
    )
    m, n, count = _sizes(next(listed, (len(lines), [])), banner, shown)
    require_matrix((m, n), shown)
    if banner.symmetry != "general" and m != n:
        raise InputError(f"{shown} is {banner.symmetry}, but {m} x {n} is not square.")
    found: dict[tuple[int, int], str] = {}
    places = _places(m, n, banner.symmetry) if not banner.by_coordinates else iter(())
    for number, words in listed:
        where = f"{shown}, line {number}"
        if len(found) == count:
            raise InputError(f"{where}: there are more than the {count:,} entries that were announced.")
        (i, j), values = _placed(words, banner, places, (m, n), where)
        if (i, j) in found:
            raise InputError(f"{where}: the entry in row {i + 1}, column {j + 1} is given twice.")
        _require_place(i, j, banner, values, where)
        found[i, j] = _value(values, banner, where)
    if len(found) < count:
        raise InputError(f"{shown} ends early: {count:,} entries were announced, {len(found):,} are there.")
    return Found(_filled(found, (m, n), banner.symmetry), "file")


def _banner(line: str, shown: str) -> Banner:
    words = line.lower().split()
    if len(words) != 5 or words[0] != BANNER or words[1] != "matrix":
        raise InputError(
            f"{shown} is no Matrix Market file: its first line should be "
            '"%%MatrixMarket matrix coordinate real general".'
        )
    listing, field, symmetry = words[2:]
    if listing not in ("coordinate", "array") or field not in _FIELDS or symmetry not in _SYMMETRIES:
        raise InputError(f'{shown}: "{line.strip()[:80]}" is no first line of a Matrix Market file.')
    if field == "pattern" and (listing == "array" or symmetry in ("skew-symmetric", "hermitian")):
        raise InputError(f"{shown}: a pattern is given by coordinates, general or symmetric.")
    if symmetry == "hermitian" and field != "complex":
        raise InputError(f"{shown}: only a complex matrix is called hermitian; write symmetric.")
    return Banner(listing == "coordinate", field, symmetry)


def _sizes(line: Line, banner: Banner, shown: str) -> tuple[int, int, int]:
    number, words = line
    wanted = 3 if banner.by_coordinates else 2
    if len(words) != wanted or not all(map(_INDEX.fullmatch, words)):
        what = "rows, columns and entries" if wanted == 3 else "rows and columns"
        raise InputError(f"{shown}, line {number}: the numbers of {what} should stand here.")
    m, n, *rest = map(int, words)
    if rest:
        return m, n, min(rest[0], LARGEST_MATRIX + 1)
    return m, n, {"general": m * n, "skew-symmetric": n * (n - 1) // 2}.get(banner.symmetry, n * (n + 1) // 2)


def _places(m: int, n: int, symmetry: str) -> Iterator[tuple[int, int]]:
    """The places that an array lists, column by column."""
    for j in range(n):
        first = {"general": 0, "skew-symmetric": j + 1}.get(symmetry, j)
        yield from ((i, j) for i in range(first, m))


def _placed(
    words: list[str], banner: Banner, places: Iterator[tuple[int, int]], shape: tuple[int, int], where: str
) -> tuple[tuple[int, int], list[str]]:
    """The place, from 0, and the words of the value."""
    if not banner.by_coordinates:
        if len(words) != banner.words:
            raise InputError(f"{where}: one entry should stand here, not {len(words)} words.")
        return next(places), words
    if len(words) != 2 + banner.words:
        raise InputError(
            f"{where}: row, column and value make {2 + banner.words} words, here are {len(words)}."
        )
    if not all(map(_INDEX.fullmatch, words[:2])):
        raise InputError(f'{where}: "{words[0][:20]} {words[1][:20]}" is no row and column.')
    i, j = int(words[0]), int(words[1])
    if not (1 <= i <= shape[0] and 1 <= j <= shape[1]):
        raise InputError(
            f"{where}: row {i}, column {j} is outside {shape[0]} x {shape[1]}; both count from 1."
        )
    return (i - 1, j - 1), words[2:]


def _require_place(i: int, j: int, banner: Banner, values: Sequence[str], where: str) -> None:
    if banner.symmetry == "general":
        return
    if i < j:
        raise InputError(
            f"{where}: row {i + 1}, column {j + 1} is above the diagonal; a {banner.symmetry} matrix lists "
            "the entries on and beneath it."
        )
    if i == j and banner.symmetry == "skew-symmetric" and _NONZERO.search("".join(values)):
        raise InputError(f"{where}: the diagonal of a skew-symmetric matrix is 0.")
    if i == j and banner.symmetry == "hermitian" and _NONZERO.search(values[1].lower().split("e")[0]):
        raise InputError(f"{where}: the diagonal of a hermitian matrix is real.")


_NONZERO = re.compile(r"[1-9]")


def _value(words: Sequence[str], banner: Banner, where: str) -> str:
    if not words:
        return "1"
    for word in words:
        if word.lower().lstrip("+-") in ("nan", "inf", "infinity"):
            raise NotExactError(f"{where}: {word} is not a number. Write a rational number.")
        if not _NUMBER.fullmatch(word):
            raise InputError(f'{where}: "{word[:40]}" is not a number.')
        if banner.field == "integer" and not word.lstrip("+-").isdigit():
            raise InputError(f'{where}: "{word[:40]}" is not an integer, as the first line says.')
    spelled = [word.translate(_EXPONENT) for word in words]
    return spelled[0] if len(spelled) == 1 else _complex(*spelled)


_EXPONENT = str.maketrans("dD", "ee")


def _complex(real: str, imag: str) -> str:
    return real if not _NONZERO.search(imag.lower().split("e")[0]) else f"({real}) + ({imag})*i"


def _filled(found: dict[tuple[int, int], str], shape: tuple[int, int], symmetry: str) -> list[list[str]]:
    grid = [["0"] * shape[1] for _ in range(shape[0])]
    for (i, j), value in found.items():
        grid[i][j] = value
        if i == j or symmetry == "general":
            continue
        if symmetry == "skew-symmetric":
            grid[j][i] = f"-({value})"
        else:
            grid[j][i] = value.replace(" + (", " - (") if symmetry == "hermitian" else value
    return grid
