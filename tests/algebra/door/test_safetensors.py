""".safetensors files, written here by the format's own rules: a length, JSON, bytes."""

from __future__ import annotations

import json
import struct
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec import matrix, read_matrix
from symspec.algebra.door.given import Remark
from symspec.errors import InputError, UndecidedError

SEED = np.array([[0.9, 0.1], [0.2, 0.8]])
EXACT = [[Fraction(9, 10), Fraction(1, 10)], [Fraction(1, 5), Fraction(4, 5)]]
F32 = SEED.astype("<f4").tobytes()


def saved(path: Path, header: Any, body: bytes = b"") -> Path:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)
    return path


def tensor(dtype: str = "F32", shape: Any = (2, 2), offsets: Any = (0, 16)) -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": offsets}


def bfloat16(array: Any) -> bytes:
    """The upper halves, rounded to nearest."""
    bits = array.astype("<f4").view("<u4").astype(np.uint64)
    return ((bits + 0x7FFF + (bits >> 16 & 1)) >> 16).astype("<u2").tobytes()


@pytest.mark.parametrize(
    ("dtype", "body"),
    [
        ("F64", SEED.astype("<f8").tobytes()),
        ("F32", F32),
        ("F16", SEED.astype("<f2").tobytes()),
        ("BF16", bfloat16(SEED)),
        ("C64", SEED.astype("<c8").tobytes()),
    ],
)
def test_each_precision_is_read_as_what_was_typed(dtype: str, body: bytes, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.safetensors", {"W": tensor(dtype, offsets=(0, len(body)))}, body)
    found = read_matrix(path)
    assert found.tolist() == EXACT
    assert matrix(str(path)) == found


def test_integers(tmp_path: Path) -> None:
    body = np.array([[1, -2], [3, 4]], dtype="<i8").tobytes()
    path = saved(tmp_path / "a.safetensors", {"W": tensor("I64", offsets=(0, 32))}, body)
    assert read_matrix(path) == matrix([[1, -2], [3, 4]])


def test_one_of_several_by_name_or_by_shape(tmp_path: Path) -> None:
    header = {
        "__metadata__": {"format": "pt"},
        "bias": tensor(shape=(2,), offsets=(0, 8)),
        "rnn.weight_hh": tensor(offsets=(8, 24)),
    }
    path = saved(tmp_path / "a.safetensors", header, b"\0" * 8 + F32)
    found = read_matrix(path)
    assert found.tolist() == EXACT
    assert found.reading.remarks == (Remark("chosen_array", ("rnn.weight_hh", 2)),)
    assert read_matrix(f"{path}:rnn.weight_hh") == read_matrix(path, name="rnn.weight_hh") == found
    with pytest.raises(InputError, match="this array|dimensions"):
        read_matrix(path, name="bias")


HUGE = tensor(shape=(40_000, 40_000), offsets=(0, 6_400_000_000))
MALFORMED: list[tuple[str, Any, bytes, str]] = [
    ("no JSON", b"{'W': 1}", b"", "its header is not JSON"),
    ("no object", [1], b"", "names no tensors"),
    ("nested", b"[" * 100_000, b"", "its header is not JSON"),
    ("nothing", {}, b"", "holds no tensor"),
    ("6 GB in 100 bytes", {"W": HUGE}, b"", "40,000 x 40,000 entries; at most 1,000,000"),
    ("truncated", {"W": tensor()}, F32[:-1], "ends early: W should end at byte"),
    ("offsets too short", {"W": tensor(offsets=(0, 8))}, F32, "described wrongly in the header: it needs 16"),
    ("offsets backwards", {"W": tensor(offsets=(16, 0))}, F32, "described wrongly"),
    ("offsets negative", {"W": tensor(offsets=(-16, 0))}, F32, "described wrongly"),
    ("offsets no numbers", {"W": tensor(offsets=("0", "16"))}, F32, "described wrongly"),
    ("no shape", {"W": tensor(shape=None)}, F32, "described wrongly"),
    ("shape negative", {"W": tensor(shape=(-2, -2))}, F32, "described wrongly"),
    ("float8", {"W": tensor("F8_E4M3", offsets=(0, 4))}, F32, "type F8_E4M3, which is not read"),
    ("type is a list", {"W": tensor(["F32"])}, F32, "which is not read"),  # type: ignore[arg-type]
    ("entry is a number", {"W": 5}, F32, "described wrongly"),
    ("NaN", {"W": tensor()}, struct.pack("<4f", 1, float("nan"), 0, 1), "nan in row 1, column 2"),
]


@pytest.mark.parametrize(
    ("header", "body", "words"), [m[1:] for m in MALFORMED], ids=[m[0] for m in MALFORMED]
)
def test_what_is_damaged_is_refused(header: Any, body: bytes, words: str, tmp_path: Path) -> None:
    start = time.process_time()
    with pytest.raises(InputError) as caught:
        read_matrix(saved(tmp_path / "a.safetensors", header, body))
    assert words in str(caught.value)
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "shorter than its header says"),
        (b"\0\0", "shorter than its header says"),
        (b"\xff" * 8, "shorter than its header says"),
    ],
)
def test_lengths_that_cannot_be(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words):
        read_matrix(path)


@given(st.binary(max_size=60), st.integers(0, 120))
def test_any_bytes_are_a_matrix_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int
) -> None:
    path = saved(tmp_path_factory.getbasetemp() / "fuzz.safetensors", {"W": tensor()}, F32)
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + data + whole[at + len(data) :])
    try:
        read_matrix(path)
    except (InputError, UndecidedError) as error:
        assert str(error)


KEYS = st.sampled_from(["W", "dtype", "shape", "data_offsets"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.just("F32"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, JSON) | JSON))
def test_any_header_is_a_matrix_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, header: Any) -> None:
    path = saved(tmp_path_factory.getbasetemp() / "header.safetensors", header, F32)
    try:
        read_matrix(path)
    except (InputError, UndecidedError) as error:
        assert str(error)
