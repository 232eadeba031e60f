"""Tensors and arrays of libraries that are not imported: what has a shape, a dtype and tolist()."""

from __future__ import annotations

from typing import Any

from symspec.algebra.door.floats import complex_number, rounded
from symspec.algebra.door.found import require_matrix
from symspec.errors import InputError

_AS_THEY_ARE = frozenset(
    "float64 double int8 int16 int32 int64 uint8 uint16 uint32 uint64 bool complex128 int long short".split()
)
_OTHER_NAMES = {"half": "float16", "float": "float32", "cfloat": "complex64", "cdouble": "complex128"}


def is_tensor(value: object) -> bool:
    """It has a shape, a dtype and a way to become lists, as tensors of torch, JAX, .. have."""
    return all(hasattr(value, name) for name in ("shape", "dtype", "tolist"))


def lists(source: Any) -> list[list[Any]]:
    """The entries of a tensor with 2 dimensions, each with the shortest decimal of its own precision.

    Raises:
        InputError: it has other dimensions, too many entries, or entries that are no numbers.
    """
    require_matrix(tuple(map(int, source.shape)), "this tensor")
    name = str(source.dtype).rpartition(".")[2]
    name = _OTHER_NAMES.get(name, name)
    if getattr(source, "is_sparse", False) is True or "sparse" in str(getattr(source, "layout", "")):
        source = source.to_dense()
    entries: list[list[Any]] = source.tolist()
    if name in ("float16", "bfloat16", "float32"):
        return [[rounded(float(x), name) for x in row] for row in entries]
    if name == "complex64":
        return [[_complex(x) for x in row] for row in entries]
    if name not in _AS_THEY_ARE:
        raise InputError(f"a tensor of type {name[:40]} is not read. Convert it to float32 or float64.")
    return entries


def _complex(value: complex) -> Any:
    return complex_number(rounded(value.real, "float32"), rounded(value.imag, "float32"))
