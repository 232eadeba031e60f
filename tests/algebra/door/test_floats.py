"""Shortest decimals of 16- and 32-bit numbers, against NumPy and against the definition."""

from __future__ import annotations

import struct
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from symspec.algebra.door.floats import FORMATS, Format, numbers, rounded, shortest
from symspec.algebra.door.given import Rounded


def test_every_half_precision_number_has_the_decimal_that_numpy_gives_it() -> None:
    every = np.arange(1, 0x7C00, dtype=np.uint16).view(np.float16)
    for x in every:
        assert Fraction(shortest(float(x), FORMATS["float16"])) == Fraction(str(x)), x


@given(st.floats(width=32, allow_nan=False, allow_infinity=False).filter(bool))
@example(2.0**-149)
@example(2.0**-126)
@example(float(np.float32(9.8e-45)))
@example(float(np.finfo(np.float32).max))
def test_single_precision_agrees_with_numpy(x: float) -> None:
    assert Fraction(shortest(x, FORMATS["float32"])) == Fraction(str(np.float32(x)))


def nearest_bfloat16(x: Fraction) -> Fraction:
    """The bfloat16 nearest to a positive normal number, ties to even: by the definition alone."""
    e = 0
    while x >= Fraction(2) ** (e + 1):
        e += 1
    while x < Fraction(2) ** e:
        e -= 1
    unit = Fraction(2) ** (e - 7)
    below = x / unit // 1
    rest = x / unit - below
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1)
    return (below + up) * unit


@given(st.integers(0x0080, 0x7F7F))
def test_bfloat16_is_given_back_and_no_shorter_decimal_would_do(bits: int) -> None:
    x = struct.unpack("<f", struct.pack("<I", bits << 16))[0]
    text = shortest(x, FORMATS["bfloat16"])
    value = Fraction(x)
    assert nearest_bfloat16(Fraction(text)) == value
    digits = len(text.partition("e")[0].replace(".", "").strip("0"))
    if digits > 1:
        size = len(str(int(value))) if value >= 1 else -len(str(int(1 / value)))
        for place in range(size - digits - 2, size + 3):
            step = Fraction(10) ** place
            for candidate in (value // step * step, (value // step + 1) * step):
                short = len(str(int(candidate / step)).strip("0")) < digits
                assert not (candidate and short and nearest_bfloat16(candidate) == value)


def test_whole_numbers_and_doubles_stay_as_they_are() -> None:
    assert rounded(3.0, "float32") == 3.0
    assert rounded(0.1, "float64") == 0.1
    assert rounded(0.10000000149011612, "float32") == Rounded(
        0.10000000149011612, "0.1", Fraction(0.10000000149011612)
    )


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "c16"])
def test_bytes_are_read_as_numpy_reads_them(kind: str, order: str) -> None:
    array = np.array([0, 1, 2, 100], dtype=order + kind)
    assert list(numbers(array.tobytes(), kind, order)) == array.tolist()


def test_a_format_is_its_bits_and_its_least_exponent() -> None:
    assert FORMATS["float32"] == Format(24, -149)
