"""What is fragile about a matrix as it was given: how floats were read, and what may be meant instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.door.given import Remark
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.decision.behavior import behavior
from symspec.spectral.over_fields import field_profile
from symspec.spectral.profile import jordan_profile
from symspec.truth import Behavior

LARGEST_FOR_OTHER = 20  # rows: the verdict on the other reading is worked out up to here
TYPED = 14  # digits that a person types at most
NEAR_ONE = Fraction(1, 100)  # how far a sum of a row may be from 1 and still be meant to be 1
MOST_ENTRIES = 10_000
# Decimals after the point -> largest denominator suggested; with more, every decimal would be some fraction.
_DENOMINATORS = {3: 6, 4: 12, 5: 20, 6: 50}
_LARGEST_DENOMINATOR = 1000  # with twelve decimals or more


@dataclass(frozen=True, slots=True)
class FloatsRead:
    """Floats were read, and their two readings differ.

    Attributes:
        reading: "decimal" or "binary".
        count: how many floats.
        value: the first float whose readings differ.
        read_as: the fraction that it was read as.
    """

    reading: str
    count: int
    value: float
    read_as: Fraction
    code: str = "floats_read"


@dataclass(frozen=True, slots=True)
class ReadingsDiffer:
    """The decimals and the binary values of the same floats have different fates.

    Attributes:
        decimal: the fate of A^n for the decimals.
        binary: for the binary values.
        sums: "row" or "column" when the decimals of each sum to 1 and the binary values of some do not.
    """

    decimal: Behavior
    binary: Behavior
    sums: str = ""
    code: str = "readings_differ"


@dataclass(frozen=True, slots=True)
class RoundedFractions:
    """Entries that look like fractions cut to a few decimals.

    Attributes:
        entries: the first of them, as (row, column, value, fraction), from 0.
        count: how many there are.
    """

    entries: tuple[tuple[int, int, Fraction, Fraction], ...]
    count: int
    code: str = "rounded_fractions"


@dataclass(frozen=True, slots=True)
class NearlyStochastic:
    """All rows (or columns) have non-negative entries and sums near 1, but some sums are not 1.

    Attributes:
        lines: "row" or "column".
        sums: the first sums that are not 1, as (index, sum), from 0.
        count: how many there are.
    """

    lines: str
    sums: tuple[tuple[int, Fraction], ...]
    count: int
    code: str = "nearly_stochastic"


Rows = Sequence[Sequence[Fraction]]
Notice = FloatsRead | ReadingsDiffer | RoundedFractions | NearlyStochastic | Remark
SHOWN = 3


def notices(a: ExactMatrix, fate: Behavior) -> tuple[Notice, ...]:
    """What there is to say about how A was given, the weightiest first.

    Args:
        a: a square matrix.
        fate: what A^n does.
    """
    rows = a.tolist()
    found: list[Notice] = [*_readings(a, rows, fate), *_nearly_stochastic(rows), *_rounded_fractions(rows)]
    return (*found, *a.reading.remarks)


# -- floats --


def _readings(a: ExactMatrix, rows: Rows, fate: Behavior) -> Iterator[Notice]:
    differing = [(i, j, x) for i, j, x in a.reading.approximate if _other(x, a.reading.floats) != rows[i][j]]
    if not differing or a.reading.floats is None:
        return
    if a.order <= LARGEST_FOR_OTHER and (a.reading.floats == "decimal" or _were_typed(differing)):
        others = [list(row) for row in rows]
        for i, j, x in differing:
            others[i][j] = _other(x, a.reading.floats)
        fates = fate, _fate_of(others, a)
        held: tuple[Rows, Rows] = (rows, others)
        if a.reading.floats == "binary":
            fates, held = fates[::-1], held[::-1]
        if fates[0] is not fates[1]:
            yield ReadingsDiffer(*fates, _sums_lost(*held))
    i, j, x = differing[0]
    yield FloatsRead(a.reading.floats, len(a.reading.approximate), x, rows[i][j])


def _fate_of(rows: Rows, like: ExactMatrix) -> Behavior:
    if isinstance(like, FieldMatrix):
        return behavior(field_profile(like.with_entries(rows)))
    return behavior(jordan_profile(ExactMatrix.from_fractions(rows, backend=like.backend)))


def _other(x: float, floats: str | None) -> Fraction:
    """The reading that was not chosen."""
    return Fraction(repr(x)) if floats == "binary" else Fraction(x)


def _were_typed(floats: Sequence[tuple[int, int, float]]) -> bool:
    """Each has a decimal short enough to have been typed; one of lower precision, as a double, has not."""
    return all(sum(c.isdigit() for c in repr(x).partition("e")[0]) <= TYPED for _, _, x in floats)


def _sums_lost(rows: Rows, binary: Rows) -> str:
    for lines, before, after in (("row", rows, binary), ("column", _columns(rows), _columns(binary))):
        if all(sum(line) == 1 for line in before) and any(sum(line) != 1 for line in after):
            return lines
    return ""


def _columns(rows: Rows) -> list[tuple[Fraction, ...]]:
    return list(zip(*rows, strict=True))


# -- sums near 1 --


def _nearly_stochastic(rows: Rows) -> Iterator[Notice]:
    if not all(isinstance(x, Fraction) for row in rows for x in row):
        return
    if len(rows) < 2 or any(x < 0 for row in rows for x in row):
        return
    for lines, held in (("row", rows), ("column", _columns(rows))):
        sums = [sum(line, Fraction(0)) for line in held]
        if any(abs(s - 1) > NEAR_ONE for s in sums):
            continue
        # A line with one entry, such as 0.99 on a diagonal, was not meant to sum to anything.
        off = [(k, s) for k, s in enumerate(sums) if s != 1]
        if off and all(sum(x != 0 for x in held[k]) > 1 for k, _ in off):
            yield NearlyStochastic(lines, tuple(off[:SHOWN]), len(off))
            return


# -- rounded fractions --


def _rounded_fractions(rows: Rows) -> Iterator[Notice]:
    if len(rows) ** 2 > MOST_ENTRIES:
        return
    found = [
        (i, j, x, meant)
        for i, row in enumerate(rows)
        for j, x in enumerate(row)
        if isinstance(x, Fraction) and (meant := fraction_meant(x)) is not None
    ]
    if found:
        yield RoundedFractions(tuple(found[:SHOWN]), len(found))


def fraction_meant(x: Fraction) -> Fraction | None:
    """The fraction with a small denominator, endless as a decimal, that x is cut or rounded from.

    >>> print(*[fraction_meant(Fraction(x)) for x in ("0.333", "-0.6667", "0.143", "0.25")])
    1/3 -2/3 None None
    """
    places = _places(x)
    if places is None or places < 3:
        return None
    allowed = _DENOMINATORS.get(places, _DENOMINATORS[6] if places < 12 else _LARGEST_DENOMINATOR)
    meant = x.limit_denominator(allowed)
    if _places(meant) is not None:
        return None
    unit = Fraction(1, 10**places)
    cut = abs(meant) > abs(x) and abs(meant - x) < unit
    return meant if cut or abs(meant - x) <= unit / 2 else None


def _places(x: Fraction) -> int | None:
    """How many decimals x has after the point; None when they never end, or are more than 20."""
    q, places = x.denominator, 0
    while places <= 20 and 10**places % q:
        places += 1
    return places if places <= 20 else None
