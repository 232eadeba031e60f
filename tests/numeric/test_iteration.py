"""Norms with mpmath against exact ones, and random Gaussian matrices from a seed."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.numeric.gaussian import ModulusSample, gaussian_eigenvalues, gaussian_matrix, gaussian_moduli
from tests.strategies import Structured, structured_matrices


@settings(max_examples=20)
@given(structured_matrices(max_order=4), st.integers(5, 40), st.data())
def test_norms_agree_with_the_exact_ones(case: Structured, digits: int, data: st.DataObject) -> None:
    an = ss.analyze(case.matrix)
    v = [data.draw(st.integers(-3, 3)) for _ in range(an.matrix.order)]
    exact = an.iteration(v).squared_norms(8)
    series = an.norm_series(v, 8, digits=digits)
    for x, y in zip(exact, series.norms, strict=True):
        assert abs(Fraction(y) ** 2 - x) <= x * 4 * Fraction(1, 10 ** (digits - 1))
    for x, y, r in zip(exact, exact[1:], series.ratios, strict=False):
        assert abs(Fraction(r) ** 2 * x - y) <= y * 4 * Fraction(1, 10 ** (digits - 1))


def test_number_fields() -> None:
    series = ss.analyze("[[i, sqrt(2)], [0, 1]]").norm_series([1, 1], 1, digits=12)
    assert series.norms == (Decimal("1.41421356237"), Decimal("2.00000000000"))  # |(i + sqrt(2), 1)|^2 = 4


def test_a_vector_that_vanishes() -> None:
    series = ss.analyze([[0, 1], [0, 0]]).norm_series([0, 1], 4)
    assert [float(x) for x in series.norms] == [1, 1, 0, 0, 0]
    assert [float(x) for x in series.ratios] == [1, 0]
    assert series.ratio_points == ((1, 1.0), (2, 0.0))


@pytest.mark.parametrize(("steps", "digits"), [(-1, 30), (10**6, 30), (5, 0), (5, 10**5), (True, 30)])
def test_out_of_range(steps: int, digits: int) -> None:
    with pytest.raises(ss.InputError, match="write an integer from"):
        ss.analyze([[1]]).norm_series([1], steps, digits=digits)


def test_the_same_seed_gives_the_same_matrix() -> None:
    a, b = gaussian_matrix(4, seed=7), gaussian_matrix(4, seed=7)
    assert a == b != gaussian_matrix(4, seed=8)
    assert a.integers()[1] & (a.integers()[1] - 1) == 0  # binary: the denominator is a power of 2
    assert gaussian_matrix(4, seed=7, floats="decimal") != a


def test_eigenvalues_in_floating_point_are_near_the_exact_ones() -> None:
    exact = sorted(
        e.value.box(60).centre for e in ss.analyze(gaussian_matrix(5, seed=3)).spectrum.eigenvalues
    )
    near = sorted((x * math.sqrt(5), y * math.sqrt(5)) for x, y in gaussian_eigenvalues(5, seed=3))
    assert all(
        abs(x - float(u)) + abs(y - float(v)) < 1e-9 for (x, y), (u, v) in zip(near, exact, strict=True)
    )


def test_the_circular_law() -> None:
    """The largest modulus over sqrt(n) scatters for small n and comes near 1; most eigenvalues are inside."""
    five, large = gaussian_moduli([5, 100], seed=1, samples=8)
    assert max(five.moduli) / min(five.moduli) > 1.5
    assert 0.9 < large.quotient < 1.15
    points = gaussian_eigenvalues(100, seed=1)
    inside = sum(math.hypot(x, y) <= 0.5 for x, y in points) / len(points)
    assert abs(inside - 0.25) < 0.12  # evenly: a quarter of the disc


@pytest.mark.parametrize("order", [0, -1, 2.5, 10**5])
def test_orders(order: int) -> None:
    with pytest.raises(ss.InputError, match="is no order"):
        gaussian_matrix(order, seed=1)


def test_seeds() -> None:
    with pytest.raises(ss.InputError, match="is no seed"):
        gaussian_matrix(3, seed=-1)
    with pytest.raises(ss.InputError, match="at least 1"):
        gaussian_moduli([3], seed=1, samples=0)


def test_samples_read_as_sentences_and_refuse_what_is_no_list() -> None:
    sample = ModulusSample(4, (1.0, 3.0))
    assert str(sample) == "n = 4: from 1.000 to 3.000, mean 2.000 = 1.000 sqrt(n)"
    with pytest.raises(ss.InputError, match=r"Write \[10\]"):
        gaussian_moduli(10, seed=1)  # type: ignore[arg-type]
