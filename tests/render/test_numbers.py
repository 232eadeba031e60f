"""Numbers in sentences: exact where that is short, true digits otherwise, names of roots never."""

from __future__ import annotations

import pytest

import symspec as ss
from symspec.algebra.numbers.algebraic import AlgebraicNumber, nth_root, roots, sqrt
from symspec.algebra.polynomial import Polynomial
from symspec.render.numbers import number_text


@pytest.mark.parametrize(
    ("z", "text"),
    [
        (AlgebraicNumber.of(3), "3"),
        (sqrt(2) / 2, "sqrt(2)/2"),
        (nth_root(2, 3), "2^(1/3)"),
        (sqrt(2) + sqrt(3), "3.14626.."),
        (roots(Polynomial.of([1, 1, 0, 1]))[0], "-0.682327.."),  # the shortest name of a root has 31 letters
        (roots(Polynomial.of([1, 1, 0, 1]))[2], "0.341163.. + 1.16154.. i"),
    ],
    ids=str,
)
def test_short_or_digits(z: AlgebraicNumber, text: str) -> None:
    assert number_text(z) == text


def test_every_named_root_is_longer_than_what_counts_as_short() -> None:
    for p in ([1, 1, 0, 1], [-1, 1, 0, 1], [1, 0, 1, 1]):
        assert all(len(str(z)) > 24 for z in roots(Polynomial.of(p)))


def test_the_screen_of_a_field_of_degree_24() -> None:
    text = str(ss.analyze("[[exp(2 pi i/35), -1], [1, exp(2 pi i/7)]]"))
    assert "over Q(exp(2 pi i/35)), of degree 24" in text and "is outside the unit circle" in text
