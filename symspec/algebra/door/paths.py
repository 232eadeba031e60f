"""Which texts name a file, and which reader reads it."""

from __future__ import annotations

import re
from pathlib import Path

from symspec.algebra.door.found import LARGEST_FILE, Found
from symspec.errors import InputError

TEXTS = frozenset((".txt", ".dat", ".tex", ".m", ".md", ".wl", ".nb"))
TABLES = frozenset((".csv", ".tsv"))
READ = TEXTS | TABLES | {".json", ".npy", ".npz", ".mtx", ".safetensors"}
_INSTEAD = {
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".numbers"), "Save the sheet as .csv, or paste its cells."),
    **dict.fromkeys((".mat",), 'In Matlab, write it with writematrix(A, "a.csv").'),
    **dict.fromkeys(
        (".pt", ".pth", ".pkl", ".pickle", ".ckpt"),
        "It can run code when opened. Save the matrix as .safetensors or .npy.",
    ),
    **dict.fromkeys((".h5", ".hdf5", ".parquet", ".feather"), "Save the matrix as .npy or .csv."),
    **dict.fromkeys((".pdf", ".png", ".jpg", ".docx"), "Type the matrix, or save it as .csv."),
}
_NAMED = re.compile(r"(.+\.(?:npz|safetensors)):([^\n]{1,200})", re.IGNORECASE)
LONGEST_PATH = 1024


def as_path(text: str) -> tuple[Path, str | None] | None:
    """The path that the text is by its ending, with the name after "a.npz:"; None for every other text.

    >>> as_path("W.npz:layer") == (Path("W.npz"), "layer"), as_path("[[1, 2], [3, 4]]")
    (True, None)
    """
    text = text.strip()
    if not text or len(text) > LONGEST_PATH or "\n" in text or text[0] in "[{($":
        return None
    named = _NAMED.fullmatch(text)
    if named:
        return Path(named[1]), named[2]
    ending = Path(text).suffix.lower() if not text.endswith(".") else ""
    return (Path(text), None) if ending in READ or ending in _INSTEAD else None


def existing_path(text: str) -> Path | None:
    """The path of a file of that name, whatever its ending; None when there is none."""
    if not text.strip() or len(text) > LONGEST_PATH or "\n" in text or "\0" in text:
        return None
    try:
        return Path(text) if Path(text).is_file() else None
    except OSError:
        return None


def rows(path: Path, *, name: str | None = None, decimal: str | None = None) -> Found:
    """The matrix in the file, by its ending; a file of another ending is read by how it begins.

    Raises:
        InputError: there is no such file, it is of a kind that is not read, or it holds no matrix.
    """
    ending = path.suffix.lower()
    if ending in _INSTEAD:
        raise InputError(f'"{path}": {ending} files are not read. {_INSTEAD[ending]}')
    try:
        begin = b"" if ending in READ else _beginning(path)
        if ending == ".npy" or begin.startswith(b"\x93NUMPY"):
            from symspec.algebra.door.npy import npy_rows

            _require_unnamed(name, path)
            return npy_rows(path)
        if ending == ".npz" or begin.startswith(b"PK\x03\x04"):
            from symspec.algebra.door.npy import npz_rows

            return npz_rows(path, name)
        if ending == ".safetensors":
            from symspec.algebra.door.safetensors import safetensors_rows

            return safetensors_rows(path, name)
    except FileNotFoundError:
        raise InputError(f'there is no file "{path}".') from None
    except OSError as error:
        raise InputError(f'"{path}" cannot be read: {error.strerror}.') from None
    except ValueError as error:  # a null character in the name, for instance
        if isinstance(error, InputError):
            raise
        raise InputError("this is no name of a file.") from None
    _require_unnamed(name, path)
    return _from_text(text_of(path), path, ending, decimal)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(16)


def _require_unnamed(name: str | None, path: Path) -> None:
    if name is not None:
        raise InputError(f'"{path}" holds one matrix; name="{name}" is for .npz and .safetensors files.')


def _from_text(text: str, path: Path, ending: str, decimal: str | None) -> Found:
    from symspec.algebra.door import matrix_market, tables

    shown = f'"{path}"'
    if ending == ".mtx" or text[:14].lower() == matrix_market.BANNER:
        return matrix_market.rows(text, shown)
    if ending == ".json":
        from symspec.algebra.door import json_text

        return Found(json_text.json_rows(text, shown), "file")
    if ending in TABLES:
        return tables.rows(text, shown, decimal=decimal)
    from symspec.algebra.door import written

    found = written.found(_without_comments(text), decimal=decimal)
    return Found(found.rows, "file", found.remarks)


def _without_comments(text: str) -> str:
    """Without the lines that numpy.savetxt begins with "# "."""
    return "\n".join("" if line.startswith("# ") else line for line in text.split("\n"))


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises:
        InputError: there is no such file, it is too large, or it is no text in UTF-8.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise InputError(f'there is no file "{path}".') from None
    except OSError as error:
        raise InputError(f'"{path}" cannot be read: {error.strerror}.') from None
    except ValueError:
        raise InputError("this is no name of a file.") from None
    if len(data) > LARGEST_FILE:
        raise InputError(f'"{path}" has more than {LARGEST_FILE:,} bytes, the most that is read.')
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f'"{path}" is text in UTF-16. Save it again as UTF-8.')
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f'"{path}" is not text in UTF-8 (byte {error.start + 1}).') from None
