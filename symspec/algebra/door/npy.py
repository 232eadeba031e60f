"""Arrays in .npy and .npz files, read without NumPy and without ever running what is in them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import IO, Any

from symspec.algebra.door.choice import Candidate, chosen
from symspec.algebra.door.floats import numbers, width
from symspec.algebra.door.found import LARGEST_FILE, Found, by_rows, require_matrix
from symspec.errors import InputError

MAGIC = b"\x93NUMPY"
LONGEST_HEADER = 10_000
MOST_MEMBERS = 10_000
_PAIR = re.compile(r"\s*'(\w+)'\s*:\s*('[^']*'|True|False|\([0-9L,\s]*\)|\[.*\])\s*,?", re.ASCII | re.DOTALL)
_DESCR = re.compile(r"'([<>|=])([a-zA-Z])([0-9]*)'", re.ASCII)


@dataclass(frozen=True, slots=True)
class Header:
    """What an .npy file says of its array.

    Attributes:
        order: "<" or ">".
        kind: "f4", "i8", "U3", ..
        fortran: stored column after column.
        shape: the sizes.
    """

    order: str
    kind: str
    fortran: bool
    shape: tuple[int, ...]

    @property
    def bytes_each(self) -> int:
        """Bytes of one entry."""
        return 4 * int(self.kind[1:]) if self.kind[0] == "U" else width(self.kind)


def npy_rows(path: Path) -> Found:
    """The matrix in an .npy file.

    Raises:
        InputError: it is none, or the file is damaged.
    """
    with path.open("rb") as stream:
        return Found(_array(stream, f'"{path}"', path.stat().st_size), "file")


def npz_rows(path: Path, name: str | None) -> Found:
    """The matrix of that name in an .npz file; without a name, the only square one.

    Raises:
        InputError: there is none or there are several, or the file is damaged.
    """
    shown = f'"{path}"'
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise InputError(f"{shown} holds {len(members):,} files; at most {MOST_MEMBERS:,} are read.")
            candidates = [_candidate(archive, member) for member in members]
            candidate, remarks = chosen(candidates, name, path, "array")
            member = members[candidates.index(candidate)]
            _require_small(member, shown)
            with archive.open(member) as stream:
                rows = _array(stream, f"{candidate.name} in {shown}", member.file_size)
            return Found(rows, "file", remarks)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, InputError | FileNotFoundError):
            raise
        raise InputError(f"{shown} is a damaged or encrypted .npz file.") from None
    except Exception as error:  # noqa: BLE001 - zlib.error and lzma.LZMAError have no common base
        if type(error).__module__ not in ("zlib", "_lzma", "lzma", "struct"):
            raise
        raise InputError(f"{shown} is a damaged .npz file: it cannot be unpacked.") from None


def _candidate(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Candidate:
    name = member.filename.removesuffix(".npy")
    try:
        with archive.open(member) as stream:
            return Candidate(name, header(stream, name).shape)
    except InputError:  # not an array: only an error when it is asked for
        return Candidate(name, None)


def _require_small(member: zipfile.ZipInfo, shown: str) -> None:
    if member.file_size > LARGEST_FILE:
        raise InputError(
            f"{member.filename} in {shown} unpacks to {member.file_size:,} bytes; "
            f"at most {LARGEST_FILE:,} are read."
        )


def _array(stream: IO[bytes], shown: str, available: int) -> list[list[Any]]:
    head = header(stream, shown)
    require_matrix(head.shape, f"the array in {shown}" if shown.startswith('"') else f"the array {shown}")
    size = prod(head.shape) * head.bytes_each
    if size > LARGEST_FILE:
        raise InputError(f"{shown} declares {size:,} bytes of entries; at most {LARGEST_FILE:,} are read.")
    data = stream.read(size + 1)
    if len(data) != size:
        few = "ends early" if len(data) < size else "goes on after its array"
        have = f"{len(data):,} are there" if len(data) < size else "there are more"
        sizes = " x ".join(map(str, head.shape))
        raise InputError(f"{shown} {few}: {sizes} entries need {size:,} bytes, {have}.")
    return by_rows(_entries(data, head), head.shape, fortran=head.fortran)


def _entries(data: bytes, head: Header) -> Sequence[Any]:
    if head.kind[0] != "U":
        return numbers(data, head.kind, head.order)
    each = head.bytes_each
    coding = "utf-32-le" if head.order == "<" else "utf-32-be"
    try:
        return [data[i : i + each].decode(coding).rstrip("\0") for i in range(0, len(data), each or 1)]
    except UnicodeDecodeError:
        raise InputError("the texts in this array are damaged.") from None


def header(stream: IO[bytes], shown: str) -> Header:
    """The header of an .npy file; the stream stands at the entries after it.

    Raises:
        InputError: there is none, or its entries are no numbers.
    """
    start = stream.read(10)
    if len(start) < 10 or start[:6] != MAGIC:
        raise InputError(f"{shown} is not an .npy file: it does not begin as one.")
    if start[6] not in (1, 2, 3):
        raise InputError(f"{shown} is an .npy file of version {start[6]}; versions 1, 2 and 3 are read.")
    more = stream.read(2) if start[6] > 1 else b""
    length = int.from_bytes(start[8:] + more, "little")
    if length > LONGEST_HEADER:
        raise InputError(f"{shown} has a header of {length:,} bytes; at most {LONGEST_HEADER:,} are read.")
    text = stream.read(length)
    if len(text) < length:
        raise InputError(f"{shown} ends within its header.")
    return _parsed(text.decode("latin-1").strip(), shown)


def _parsed(text: str, shown: str) -> Header:
    """The dictionary of the header, by its few possible forms: it is never evaluated."""
    fields, at, end = {}, 1, text.rfind("}")
    while text.startswith("{") and at < end and (match := _PAIR.match(text, at, end)):
        fields[match[1]] = match[2]
        at = match.end()
    if not text.startswith("{") or text[at:].strip() != "}" or set(fields) != _KEYS:
        raise InputError(f"{shown} has a damaged header.")
    order, kind = _kind(fields["descr"], shown)
    shape = tuple(int(x) for x in re.findall(r"[0-9]{1,18}", fields["shape"]))
    if not fields["shape"].startswith("(") or fields["fortran_order"] not in ("True", "False"):
        raise InputError(f"{shown} has a damaged header.")
    return Header(order, kind, fields["fortran_order"] == "True", shape)


_KEYS = {"descr", "fortran_order", "shape"}


def _kind(descr: str, shown: str) -> tuple[str, str]:
    match = _DESCR.fullmatch(descr)
    if match and match[2] == "O":
        raise InputError(
            f"{shown} holds pickled Python objects, which can run code when opened; they are not read. "
            "Save an array of numbers or of texts."
        )
    kind = match[2] + match[3][:9] if match else ""
    if match is None or (kind[0] == "U" and not match[3]) or (kind[0] != "U" and not width(kind)):
        raise InputError(
            f"{shown} holds entries of type {descr[:40]}, not numbers that are read. "
            "Save it as float64, complex128, integers or texts."
        )
    return "<" if match[1] in "<|=" else ">", kind
