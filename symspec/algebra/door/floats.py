"""Floating-point numbers of 8 to 64 bits from their bytes, with their own shortest decimals."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Context, Decimal
from fractions import Fraction
from math import frexp, isfinite, ldexp
from typing import Any

from symspec.algebra.door.given import Rounded, RoundedComplex


@dataclass(frozen=True, slots=True)
class Format:
    """A binary format: bits of the significand (the hidden one counted), exponent of the smallest number."""

    bits: int
    least: int


FORMATS = {"float16": Format(11, -24), "bfloat16": Format(8, -133), "float32": Format(24, -149)}


def rounded(value: float, name: str) -> float | Rounded:
    """A number of the format with its shortest decimal; as it is when the format is float64 or it is none.

    >>> rounded(0.100000001490116119384765625, "float32").shortest
    '0.1'
    >>> rounded(0.10009765625, "bfloat16").shortest
    '0.1'
    """
    form = FORMATS.get(name)
    if form is None or not isfinite(value) or value == int(value) and abs(value) < 2**form.bits:
        return value
    return Rounded(value, shortest(value, form), Fraction(value))


def shortest(value: float, form: Format) -> str:
    """The decimal of fewest digits that the format rounds to this value, the nearest one of that length.

    Algorithm:
        Bisection over the number of digits: when a decimal of k digits rounds to the value, the nearest one
        of k + 1 digits does. At a power of 2 the interval that rounds to the value reaches further up than
        down, so the next decimal above is tried as well. The ends of the interval are doubles, and rounding
        to double is monotone, so a comparison of doubles decides unless it finds equality; then fractions do.
        Nine digits are enough for 24 bits.
    """
    size = abs(value)
    exponent = max(frexp(size)[1] - form.bits, form.least)
    unit = ldexp(1.0, exponent)
    mantissa = int(size / unit)
    lowest_of_its_binade = mantissa == 2 ** (form.bits - 1) and exponent > form.least
    low, high = size - unit / (4 if lowest_of_its_binade else 2), size + unit / 2
    least, most, text = 0, 8, ""
    while least <= most:
        digits = (least + most) // 2
        found = _of_length(size, digits, low, high, mantissa % 2 == 0, above=lowest_of_its_binade)
        text = found or text
        least, most = (least, digits - 1) if found else (digits + 1, most)
    return repr(float(text) if value > 0 else -float(text))


def _of_length(size: float, digits: int, low: float, high: float, ends_belong: bool, *, above: bool) -> str:
    """A decimal of digits + 1 digits in the interval, or ""."""
    text = f"{size:.{digits}e}"
    if _rounds_into(text, low, high, ends_belong):
        return text
    if above:
        text = str(Context(prec=digits + 1, rounding=ROUND_CEILING).create_decimal(Decimal(size)))
        return text if _rounds_into(text, low, high, ends_belong) else ""
    return ""


def _rounds_into(text: str, low: float, high: float, ends_belong: bool) -> bool:
    nearest = float(text)
    if low < nearest < high:
        return True
    if nearest not in (low, high):
        return False
    exact = Fraction(text)
    return low < exact < high or (ends_belong and exact in (low, high))


# numpy's and safetensors' names, by size in bytes
_CODES = {"f2": "e", "f4": "f", "f8": "d", "i1": "b", "i2": "h", "i4": "i", "i8": "q"}
_CODES |= {"u1": "B", "u2": "H", "u4": "I", "u8": "Q", "b1": "?"}
_NAMES = {"f2": "float16", "f4": "float32", "bf": "bfloat16"}


def width(kind: str) -> int:
    """Bytes of one entry: of "f4", "i8", "c16", "bf" (bfloat16); 0 for a kind that is not read."""
    if kind == "bf":
        return 2
    if kind in ("c8", "c16"):
        return int(kind[1:])
    return int(kind[1:]) if kind in _CODES else 0


def numbers(data: bytes, kind: str, order: str) -> Sequence[Any]:
    """The numbers in the bytes; order is "<" or ">"."""
    if kind in ("c8", "c16"):
        parts = numbers(data, f"f{int(kind[1:]) // 2}", order)
        return [complex_number(x, y) for x, y in zip(parts[::2], parts[1::2], strict=True)]
    if kind == "bf":  # the upper half of a float32
        halves = struct.unpack(f"{order}{len(data) // 2}H", data)
        data = struct.pack(f"<{len(halves)}I", *(x << 16 for x in halves))
        order, code = "<", "f"
    else:
        code = _CODES[kind]
    found = struct.unpack(f"{order}{len(data) // struct.calcsize('<' + code)}{code}", data)
    name = _NAMES.get(kind)
    return [rounded(x, name) for x in found] if name else found


def complex_number(real: float | Rounded, imag: float | Rounded) -> Any:
    """The complex number with these parts; the real part alone when the other one is 0."""
    if imag == 0:
        return real
    if isinstance(real, float) and isinstance(imag, float):
        return complex(real, imag)
    return RoundedComplex(real, imag)
