"""Tensors in .safetensors files: a length, a JSON header, bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any

from symspec.algebra.door.choice import Candidate, chosen
from symspec.algebra.door.floats import numbers, width
from symspec.algebra.door.found import LARGEST_FILE, Found, by_rows, require_matrix
from symspec.errors import InputError

LONGEST_HEADER = 10_000_000
_KINDS = {
    "F64": "f8", "F32": "f4", "F16": "f2", "BF16": "bf", "I64": "i8", "I32": "i4", "I16": "i2", "I8": "i1",
    "U64": "u8", "U32": "u4", "U16": "u2", "U8": "u1", "BOOL": "b1", "C64": "c8",
}  # fmt: skip


def safetensors_rows(path: Path, name: str | None) -> Found:
    """The tensor of that name; without a name, the only square matrix.

    Only the tensor itself is read, so the file may be larger than memory.

    Raises:
        InputError: there is none or there are several, or the file is damaged.
    """
    shown, size = f'"{path}"', path.stat().st_size
    with path.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if size < 8 or length > size - 8:
            raise InputError(f"{shown} is no .safetensors file: it is shorter than its header says.")
        if length > LONGEST_HEADER:
            raise InputError(
                f"{shown} has a header of {length:,} bytes; at most {LONGEST_HEADER:,} are read."
            )
        tensors = _header(stream.read(length), shown)
        candidate, remarks = chosen(
            [Candidate(key, _shape(value)) for key, value in tensors.items()], name, path, "tensor"
        )
        kind, shape, start, end = _described(tensors[candidate.name], f"{candidate.name} in {shown}")
        if 8 + length + end > size:
            raise InputError(f"{shown} ends early: {candidate.name} should end at byte {8 + length + end:,}.")
        stream.seek(8 + length + start)
        data = stream.read(end - start)
    return Found(by_rows(numbers(data, kind, "<"), shape), "file", remarks)


def _header(text: bytes, shown: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(f"{shown} is no .safetensors file: its header is not JSON.") from None
    if not isinstance(found, dict):
        raise InputError(f"{shown} is no .safetensors file: its header names no tensors.")
    return {key: value for key, value in found.items() if key != "__metadata__"}


def _shape(entry: object) -> tuple[int, ...] | None:
    shape = entry.get("shape") if isinstance(entry, Mapping) else None
    if not isinstance(shape, list) or not all(type(x) is int and x >= 0 for x in shape):
        return None
    return tuple(shape)


def _described(entry: Mapping[str, Any], shown: str) -> tuple[str, tuple[int, ...], int, int]:
    """(kind, shape, first byte, byte after the last), which agree."""
    shape = _shape(entry)
    offsets = entry.get("data_offsets") if shape is not None else None
    if shape is None or not isinstance(offsets, list) or len(offsets) != 2:
        raise InputError(f"the tensor {shown} is described wrongly in the header.")
    require_matrix(shape, f"the tensor {shown}")
    dtype = entry.get("dtype")
    kind = _KINDS.get(dtype, "") if isinstance(dtype, str) else ""
    if not kind:
        raise InputError(
            f"the tensor {shown} has type {str(dtype)[:40]}, which is not read. Save it as F32 or F64."
        )
    size = prod(shape) * width(kind)
    start, end = offsets
    if not (type(start) is int and type(end) is int and 0 <= start and end - start == size):
        raise InputError(f"the tensor {shown} is described wrongly in the header: it needs {size:,} bytes.")
    if size > LARGEST_FILE:
        raise InputError(f"the tensor {shown} has {size:,} bytes; at most {LARGEST_FILE:,} are read.")
    return kind, shape, start, end
