""".npy and .npz files: NumPy writes them, the door reads them without it; what is damaged is refused."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from symspec import matrix, read_matrix
from symspec.algebra.door.given import Remark
from symspec.errors import InputError, NotExactError, UndecidedError

SEED = [[0.9, 0.1], [0.2, 0.8]]
EXACT = [[Fraction(9, 10), Fraction(1, 10)], [Fraction(1, 5), Fraction(4, 5)]]


def npy(array: Any, **options: Any) -> bytes:
    stream = io.BytesIO()
    np.save(stream, array, **options)
    return stream.getvalue()


def with_header(text: str, body: bytes = b"", version: tuple[int, int] = (1, 0)) -> bytes:
    head = text.encode("latin-1")
    return b"\x93NUMPY" + bytes(version) + struct.pack("<H", len(head)) + head + body


@pytest.mark.parametrize(
    "array",
    [
        np.array(SEED),
        np.array(SEED, order="F"),
        np.array(SEED, dtype=">f8"),
        np.array(SEED, dtype=np.float32),
        np.array(SEED, dtype=np.float16),
        np.array(SEED, dtype=complex),
        np.array(SEED, dtype=np.complex64),
        np.array([["9/10", "0.1"], ["1/5", "0.8"]]),
    ],
    ids=["f8", "fortran", "big", "f4", "f2", "c16", "c8", "texts"],
)
def test_the_door_reads_what_numpy_writes(array: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    path.write_bytes(npy(array))
    found = read_matrix(path)
    assert found.tolist() == EXACT
    assert found == matrix(array) == matrix(str(path))
    assert found.reading.source == "file"


def test_floats_in_a_file_are_read_as_floats(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.array([[0.1]], dtype=np.float32))
    path = tmp_path / "a.npy"
    assert read_matrix(path)[0, 0] == Fraction(1, 10)
    assert read_matrix(path, floats="binary")[0, 0] == Fraction(float(np.float32(0.1)))
    with pytest.raises(NotExactError):
        read_matrix(path, floats="error")


def test_complex_numbers_of_single_precision(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.array([[0.1 + 0.2j]], dtype=np.complex64))
    assert read_matrix(tmp_path / "a.npy") == matrix("[[1/10 + i/5]]")


@given(hnp.arrays(hnp.integer_dtypes() | hnp.floating_dtypes(sizes=(16, 32, 64)), (2, 2)))
def test_any_array_of_numbers_is_read_as_from_memory(array: Any) -> None:
    try:
        expected = matrix(array)
    except NotExactError:
        expected = None
    stream = io.BytesIO(npy(array))
    from symspec.algebra.coerce import _made
    from symspec.algebra.door.found import Found
    from symspec.algebra.door.npy import _array

    rows = _array(stream, "a.npy", 0)
    if expected is None:
        with pytest.raises(NotExactError):
            _made(Found(rows, "file"), "decimal", "auto")
    else:
        assert _made(Found(rows, "file"), "decimal", "auto") == expected


HEAD = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }"
HUGE = HEAD.replace("(2, 2)", "(23170, 23170)")
BODY = b"\0" * 32
MALFORMED: list[tuple[str, bytes, str]] = [
    ("empty", b"", "does not begin as one"),
    ("text", b"1 2\n3 4\n", "does not begin as one"),
    ("within the header", with_header(HEAD)[:40], "ends within its header"),
    ("truncated", npy(np.array(SEED))[:-12], "ends early: 2 x 2 entries need 32 bytes, 20 are there"),
    ("too long", npy(np.array(SEED)) + b"x", "goes on after its array"),
    ("4 GB in 100 bytes", with_header(HUGE), "23,170 x 23,170 entries; at most 1,000,000"),
    ("overflow", with_header(HEAD.replace("2, 2", "4294967296, 4294967296")), "at most 1,000,000"),
    ("long texts", with_header(HEAD.replace("<f8", "<U99999999")), "declares 1,599,999,984 bytes"),
    ("three dimensions", npy(np.zeros((1, 2, 2))), "has 3"),
    ("one dimension", npy(np.zeros(4)), "has 1"),
    ("pickled", npy(np.array([[1, "a"], [None, 2]], dtype=object)), "pickled Python objects"),
    ("records", npy(np.zeros((2, 2), dtype=[("a", "f8")])), "not numbers that are read"),
    ("dates", npy(np.zeros((2, 2), dtype="M8[s]")), "not numbers that are read"),
    ("long double", npy(np.zeros((1, 1), dtype=np.longdouble)), "not numbers that are read"),
    ("raw bytes", npy(np.zeros((1, 1), dtype="S3")), "not numbers that are read"),
    ("NaN", npy(np.array([[1, np.nan], [0, 1]])), "nan in row 1, column 2 is not a number"),
    ("infinite", npy(np.array([[1, 0], [0, np.inf]], dtype=np.float32)), "inf in row 2, column 2"),
    ("truth values", npy(np.eye(2, dtype=bool)), "truth value"),
    ("not square", npy(np.zeros((2, 3))), "2 x 3 is not square"),
    ("no columns", npy(np.zeros((2, 0))), "the matrix is empty"),
    ("version 9", with_header(HEAD, BODY, (9, 0)), "version 9"),
    ("no dictionary", with_header("nothing", BODY), "damaged header"),
    ("code", with_header(HEAD.replace("(2, 2)", "(__import__('os'),)"), BODY), "damaged header"),
    ("missing key", with_header("{'descr': '<f8', 'shape': (2, 2), }", BODY), "damaged header"),
    ("shape is no tuple", with_header(HEAD.replace("(2, 2)", "True"), BODY), "damaged header"),
    ("order is no truth value", with_header(HEAD.replace("False", "'x'"), BODY), "damaged header"),
    ("long header", b"\x93NUMPY\x02\x00" + struct.pack("<I", 4_000_000_000), "header of 4,000,000,000 bytes"),
    (
        "damaged texts",
        with_header(HEAD.replace("<f8", "<U1"), b"\xff" * 16),
        "texts in this array are damaged",
    ),
]


@pytest.mark.parametrize(("data", "words"), [m[1:] for m in MALFORMED], ids=[m[0] for m in MALFORMED])
def test_what_is_damaged_is_refused_at_once(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    path.write_bytes(data)
    start = time.process_time()
    with pytest.raises(InputError) as caught:
        read_matrix(path)
    assert words in str(caught.value)
    assert time.process_time() - start < 0.2


# -- archives --


def test_the_only_array_of_an_archive(tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "a.npz", W=np.array(SEED))
    found = read_matrix(tmp_path / "a.npz")
    assert found.tolist() == EXACT
    assert found.reading.remarks == ()


def test_the_only_square_array_is_taken_and_said(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", b=np.zeros(2), W=np.array(SEED), x=np.zeros((2, 3)))
    found = read_matrix(tmp_path / "a.npz")
    assert found.tolist() == EXACT
    assert found.reading.remarks == (Remark("chosen_array", ("W", 3)),)


def test_several_square_arrays_need_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, W=np.array(SEED), V=np.eye(3), b=np.zeros(2))
    with pytest.raises(InputError) as caught:
        read_matrix(path)
    assert "holds 3 arrays, 2 square matrices: W (2 x 2), V (3 x 3)" in str(caught.value)
    assert 'name="W"' in str(caught.value)
    assert read_matrix(path, name="V").order == 3
    assert read_matrix(f"{path}:W").tolist() == matrix(f"{path}:W").tolist() == EXACT
    with pytest.raises(InputError, match=r'no array "U"; it holds W \(2 x 2\), V \(3 x 3\), b \(2\)'):
        read_matrix(path, name="U")


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(f"{name}.npy", data)
    return path


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out, out.open("W.npy", "w") as member:
        member.write(with_header(HEAD))
        for _ in range(100):
            member.write(b"\0" * 1_000_000)
    assert path.stat().st_size < 200_000
    start = time.process_time()
    with pytest.raises(InputError, match=r"W\.npy in .* unpacks to 100,000,\d+ bytes; at most 64,000,000"):
        read_matrix(path)
    assert time.process_time() - start < 0.2


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.npz", W=with_header(HEAD) + b"\0" * 50_000_000)
    size = struct.pack("<I", len(with_header(HEAD)) + 50_000_000)
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<I", 200)))
    start = time.process_time()
    with pytest.raises(InputError, match="damaged|goes on|ends early"):
        read_matrix(path)
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({}, "holds no array"),
        ({"W": with_header(HUGE)}, "23,170 x 23,170"),
        ({"W": b"not an array"}, "W in"),
        ({"W": npy(np.array(SEED))[:-1]}, "ends early"),
        ({"W": npy(np.array([[None]], dtype=object))}, "pickled"),
    ],
    ids=["empty", "4 GB", "text", "truncated", "pickled"],
)
def test_an_archive_without_a_matrix(members: dict[str, bytes], words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_matrix(archive(tmp_path / "a.npz", **members))
    assert words in str(caught.value)


def test_a_damaged_archive(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.npz", W=npy(np.array(SEED)))
    whole = path.read_bytes()
    for damaged in (b"", b"PK\x03\x04", whole[:-30], whole[:60] + b"\xff" * 40 + whole[100:]):
        path.write_bytes(damaged)
        with pytest.raises(InputError):
            read_matrix(path)


@given(st.binary(max_size=200), st.integers(0, 200), st.booleans())
def test_any_bytes_are_a_matrix_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int, zipped: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / ("fuzz.npz" if zipped else "fuzz.npy")
    whole = npy(np.array(SEED))
    if zipped:
        whole = archive(path, W=whole).read_bytes()
    path.write_bytes(whole[:at] + data + whole[at + len(data) :])
    try:
        read_matrix(path)
    except (InputError, UndecidedError) as error:
        assert str(error)
