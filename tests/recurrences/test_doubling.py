"""Far terms without the last squaring, against powers of the companion matrix on both backends."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.recurrences import doubling
from symspec.recurrences.doubling import far_term, squares
from symspec.recurrences.sequence import companion_matrix

NUMBERS = st.sampled_from([Fraction(x) for x in (-2, -1, 0, 0, 1, 1, 3)] + [Fraction(1, 2), Fraction(-2, 3)])


@st.composite
def given_sequences(draw: st.DrawFn) -> tuple[list[Fraction], list[Fraction]]:
    k = draw(st.integers(1, 6))
    lists = st.lists(NUMBERS, min_size=k, max_size=k)
    return [*draw(lists), Fraction(1)], draw(lists)


@pytest.mark.parametrize("backend", ["flint", "sympy"])
@settings(max_examples=40)
@given(sequence=given_sequences(), m=st.integers(0, 40))
def test_far_terms_are_those_of_the_powers(
    backend: str, sequence: tuple[list[Fraction], list[Fraction]], m: int
) -> None:
    c, start = sequence
    q = Polynomial.of(c, name=backend)
    s = ExactMatrix.from_fractions([[x] for x in start], backend=backend)
    assert far_term(q, start, m) == (companion_matrix(q) ** m @ s)[0, 0]


@settings(max_examples=40)
@given(sequence=given_sequences(), m=st.integers(40, 400))
def test_squares_and_products_agree(sequence: tuple[list[Fraction], list[Fraction]], m: int) -> None:
    c, start = sequence
    q, found = Polynomial.of(c), []
    for order in (0, 6):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(doubling, "SQUARED_ORDER", order)
            found.append(far_term(q, start, m))
    assert found[0] == found[1]


@given(st.integers(1, 5).flatmap(lambda n: st.lists(NUMBERS, min_size=n * n, max_size=n * n)))
def test_a_form_is_the_sum_of_its_squares(entries: list[Fraction]) -> None:
    n = int(len(entries) ** 0.5)
    h = [[entries[i * n + j] + entries[j * n + i] for j in range(n)] for i in range(n)]
    parts = squares(h)
    assert h == [[sum((w * v[i] * v[j] for w, v in parts), Fraction(0)) for j in range(n)] for i in range(n)]
