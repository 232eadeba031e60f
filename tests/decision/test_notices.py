"""Notices: each one where it is due, with its reason checked by other means, and none where it is not."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec import Behavior, analyze, matrix
from symspec.algebra.door.given import Remark
from symspec.decision.notices import (
    FloatsRead,
    NearlyStochastic,
    ReadingsDiffer,
    RoundedFractions,
    fraction_meant,
    notices,
)
from symspec.render.notices import notice_text
from tests.strategies import square_rows

WEATHER = [[0.1, 0.2, 0.7], [0.3, 0.3, 0.4], [0.25, 0.35, 0.4]]


def kinds(source: Any, **options: Any) -> list[str]:
    return [notice.code for notice in analyze(source, **options).notices]


def test_a_stochastic_matrix_typed_as_decimals() -> None:
    an = analyze(WEATHER)
    binary = analyze([[Fraction(x) for x in row] for row in WEATHER])
    assert an.behavior is Behavior.CONVERGES
    assert binary.behavior is not Behavior.CONVERGES
    assert an.notices == (
        ReadingsDiffer(Behavior.CONVERGES, binary.behavior, "row"),
        FloatsRead("decimal", 9, 0.1, Fraction(1, 10)),
    )
    assert "Its rows sum to 1 as decimals, and not as binary values." in an.notes[0]
    assert all(note in str(an) for note in an.notes)


def test_the_same_notice_from_the_other_side() -> None:
    first = analyze(WEATHER).notices[0]
    assert analyze(WEATHER, floats="binary").notices[0] == first


def test_columns_and_single_precision() -> None:
    columns = np.array([[0.9, 0.2], [0.1, 0.8]], dtype=np.float32)
    first = analyze(columns).notices[0]
    assert isinstance(first, ReadingsDiffer)
    assert (first.decimal, first.sums) == (Behavior.CONVERGES, "column")


@pytest.mark.parametrize(
    "source",
    [
        [[0.5, 0.5], [0.25, 0.75]],  # both readings are the same
        [[1.0, 2.0], [0.0, 1.0]],
        "[[0.1, 0.2], [0.3, 0.4]]",  # text is no float
        [["0.1", "0.2"], ["0.3", "0.4"]],
        [[1, 2], [3, 4]],
        [[Fraction(1, 3), Fraction(2, 3)], [1, 0]],
    ],
)
def test_nothing_to_say(source: Any) -> None:
    assert analyze(source).notes == ()


def test_floats_far_from_the_unit_circle_differ_in_nothing_else() -> None:
    assert kinds([[0.1, 0.2], [0.3, 0.4]]) == ["floats_read"]
    assert kinds([[0.1, 0.2], [0.3, 0.4]], floats="binary") == ["floats_read"]


@given(st.lists(st.lists(st.integers(0, 20), min_size=3, max_size=3), min_size=3, max_size=3))
def test_the_readings_differ_exactly_when_the_verdicts_do(tenths: list[list[int]]) -> None:
    floats = [[x / 10 for x in row] for row in tenths]
    decimal = analyze([[Fraction(x, 10) for x in row] for row in tenths]).behavior
    binary = analyze([[Fraction(x) for x in row] for row in floats]).behavior
    found = [n for n in analyze(floats).notices if isinstance(n, ReadingsDiffer)]
    assert bool(found) == (decimal is not binary)
    assert all((n.decimal, n.binary) == (decimal, binary) for n in found)


# -- fractions --


@given(st.integers(1, 12), st.integers(-40, 40), st.integers(4, 16), st.booleans())
def test_a_fraction_is_recognized_from_its_decimals(q: int, p: int, places: int, cut: bool) -> None:
    x = Fraction(p, q)
    scaled = x * 10**places
    whole = int(scaled) if cut else round(scaled)
    seen = Fraction(whole, 10**places)
    endless = any(x.denominator % prime == 0 for prime in (3, 7, 11))
    if endless and abs(whole) % 10 and places >= 4:
        assert fraction_meant(seen) == x
    if not endless:
        assert fraction_meant(x) is None


def test_only_a_few_short_decimals_are_taken_for_fractions() -> None:
    seen = {k for k in range(1, 1000) if fraction_meant(Fraction(k, 1000))}
    assert seen == {166, 167, 333, 666, 667, 833}
    four = [k for k in range(1, 10_000) if fraction_meant(Fraction(k, 10_000))]
    assert len(four) < 80


def test_rounded_fractions_and_their_rows() -> None:
    an = analyze("[[0.333, 0.667, 0], [0.5, 0.25, 0.25], [0.3333, 0.3333, 0.3333]]")
    assert an.notices == (
        NearlyStochastic("row", ((2, Fraction(9999, 10000)),), 1),
        RoundedFractions(
            (
                (0, 0, Fraction(333, 1000), Fraction(1, 3)),
                (0, 1, Fraction(667, 1000), Fraction(2, 3)),
                (2, 0, Fraction(3333, 10000), Fraction(1, 3)),
            ),
            5,
        ),
    )
    assert an.notes == (
        "Row 3 sums to 0.9999. If A is meant to be stochastic, give exact entries: the sums decide what A^n "
        "does.",
        "0.333 in row 1, column 1 looks like 1/3 cut to a few decimals (5 entries are of this kind). If that "
        "is meant, write the fraction: the two may have different fates.",
    )


# -- sums --


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[0.5, 0.4999], [0.5, 0.5]]", ("row", ((0, Fraction(9999, 10000)),), 1)),
        ("[[0.5, 0.5], [0.4999, 0.5]]", ("row", ((1, Fraction(9999, 10000)),), 1)),
        ("[[0.1, 0.7], [0.9, 0.29]]", ("column", ((1, Fraction(99, 100)),), 1)),
        ("[[0.505, 0.5], [0.5, 0.505]]", ("row", ((0, Fraction(201, 200)), (1, Fraction(201, 200))), 2)),
    ],
)
def test_sums_near_one(source: str, expected: Any) -> None:
    assert analyze(source).notices == (NearlyStochastic(*expected),)


@pytest.mark.parametrize(
    "source", ["[[0.99]]", "[[0.99, 0], [0, 1]]", "[[0.5, 0.4], [0.5, 0.5]]", "[[2, -1.001], [0.5, 0.5]]"]
)
def test_sums_that_mean_nothing(source: str) -> None:
    assert analyze(source).notices == ()


def test_long_sums_are_shown_by_their_distance_from_one() -> None:
    notes = analyze([[0.1, 0.9], [0.2, 0.8]], floats="binary").notes
    assert any("Row 1 sums to 1 + 2.8e-17" in note for note in notes)


# -- remarks --


def test_each_remark_has_a_sentence() -> None:
    for code, values in (
        ("header_skipped", ("a", "b")),
        ("labels_skipped", ("a",)),
        ("decimal_comma", ("0,5",)),
        ("chosen_array", ("W", 3)),
    ):
        text = notice_text(Remark(code, values))
        assert text[0].isupper() and text.endswith(".") and str(values[0]) in text


def test_remarks_of_a_table_over_a_field() -> None:
    an = analyze("a\tb\nsqrt(2)\t0\n0\t1")
    assert an.notes == ("The first row was left out as labels: a, b.",)


@given(square_rows())
def test_exact_input_has_no_word_about_floats(rows: Any) -> None:
    a = matrix(rows)
    found = {notice.code for notice in notices(a, Behavior.UNBOUNDED)}
    assert not found & {"floats_read", "readings_differ"}
