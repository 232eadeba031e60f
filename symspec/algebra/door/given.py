"""What the door says of an entry, and the floating-point numbers of other libraries."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.errors import InputError, NotExactError, UnsupportedFieldError


@dataclass(frozen=True, slots=True)
class Rounded:
    """A floating-point number of any precision.

    Attributes:
        nearest: as a Python float, for the notes.
        shortest: the shortest decimal that gives it back in its own precision.
        binary: its exact value.
    """

    nearest: float
    shortest: str
    binary: Fraction


@dataclass(frozen=True, slots=True)
class RoundedComplex:
    """A complex number whose parts are floating-point numbers of any precision; the second one is not 0."""

    real: float | Rounded
    imag: float | Rounded


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader decided beside the numbers, as data; symspec.render.notices makes sentences of it.

    Attributes:
        code: "header_skipped", "labels_skipped", "decimal_comma" or "chosen_array".
        values: what the sentence names.
    """

    code: str
    values: tuple[str | int, ...] = ()


def place(i: int, j: int) -> str:
    """Where the entry [i, j] stands, counted from 1.

    >>> place(0, 1)
    'row 1, column 2'
    """
    return f"row {i + 1}, column {j + 1}"


def not_finite(shown: object, i: int, j: int) -> NotExactError:
    """The error for NaN and the infinities."""
    return NotExactError(f"{shown} in {place(i, j)} is not a number. Write a rational number.")


def outside(shown: object, i: int, j: int) -> UnsupportedFieldError:
    """The error for a number that is not rational."""
    from symspec.syntax.rational import ONLY_FIELD

    return UnsupportedFieldError(f"{shown} in {place(i, j)} lies outside the rational numbers, {ONLY_FIELD}.")


def truth_value(shown: object, i: int, j: int) -> InputError:
    """The error for True and False."""
    return InputError(f"{shown} in {place(i, j)} is a truth value, not a number. Write 1 or 0.")
