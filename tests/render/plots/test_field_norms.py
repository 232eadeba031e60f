"""Pictures of powers over number fields: norms by discs, against matrices whose powers are known."""

from __future__ import annotations

from fractions import Fraction
from math import log10

import mpmath
import pytest

import symspec as ss
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.render.plots.data import Curve, Markers
from symspec.render.plots.field_norms import field_norms
from symspec.render.plots.powers import norms

MATRICES = (
    "[[sqrt(2)/2, 1], [0, 1]]",
    "[[0, sqrt(2)], [0, 0]]",
    "[[2(sqrt(2) - 1), -1], [1, 0]]",
    "[[exp(2pi i/5), 1], [0, 1/2]]",
    "[[1 + sqrt(2), 1, 0], [0, 1 + sqrt(2), 0], [0, 0, i]]",
    "[[1/10^40 sqrt(2), 1], [0, 10^40 sqrt(2)]]",
    "[[1, sqrt(2)], [0, 0]]",
)


def over_field(text: str) -> FieldMatrix:
    a = ss.matrix(text)
    assert isinstance(a, FieldMatrix)
    return a


def numeric_norm(a: ExactMatrix) -> mpmath.mpf:
    with mpmath.workdps(40):
        return max(sum(abs(numeric(x)) for x in row) for row in a.tolist())


def numeric(x: object) -> mpmath.mpc:
    z = x.number if hasattr(x, "number") else AlgebraicNumber.of(x)  # type: ignore[arg-type]
    u, v = z.box(400).centre
    return mpmath.mpc(mpmath.mpf(u.numerator) / u.denominator, mpmath.mpf(v.numerator) / v.denominator)


@pytest.mark.parametrize("text", MATRICES)
def test_norms_are_those_of_the_exact_powers(text: str) -> None:
    an = ss.analyze(text)
    a = over_field(text)
    limit = an.limit if an.behavior.has_limit else None
    rates = [(None, an.growth.zero_from)]
    if isinstance(limit, FieldMatrix):
        rates.append((limit, an.convergence_rate.zero_from))
    for less, zero_from in rates:
        found = field_norms(a, 6, less, zero_from)
        for n, size in enumerate(found):
            exact = a**n if less is None else a**n - less
            assert (size == 0) == exact.is_zero
            if size:
                near = numeric_norm(exact) * size.denominator / size.numerator
                assert abs(near - 1) < mpmath.mpf(2) ** -48


def test_a_power_of_a_rational_multiple_of_a_root_of_unity() -> None:
    """|((3/4) exp(2 pi i/7))^n| = (3/4)^n, also where that is below 2^-400."""
    found = field_norms(over_field("[[3/4*exp(2 pi i/7)]]"), 1000, None, None)
    for n in (0, 1, 10, 1000):
        assert abs(found[n] / Fraction(3, 4) ** n - 1) < Fraction(1, 2**50)


@pytest.mark.parametrize("text", MATRICES)
@pytest.mark.parametrize("kind", ["powers", "ratios"])
def test_pictures_are_drawn(text: str, kind: str) -> None:
    plot = ss.analyze(text).plot(kind, steps=12)
    assert "nan" not in plot.to_svg()
    marks = [item for item in plot.items if isinstance(item, Markers)]
    assert marks and len(marks[0].points) >= 1
    for mark in marks:
        assert all(plot.vertical.low <= y <= plot.vertical.high for _, y in mark.points)


def test_the_envelope_touches_and_encloses() -> None:
    plot = ss.analyze(MATRICES[4]).plot("powers", steps=15)
    high, low = (item.points for item in plot.items if isinstance(item, Curve))
    (marks,) = (item.points for item in plot.items if isinstance(item, Markers))
    for (_, y), (_, top), (_, bottom) in zip(marks[1:], high, low, strict=True):
        assert bottom - 1e-9 <= y <= top + 1e-9


def test_rational_norms_stay_exact() -> None:
    a = ss.matrix("[[1/2, 1], [0, 2]]")
    assert norms(a, 3) == (0.0, log10(2), log10(4), log10(8))
