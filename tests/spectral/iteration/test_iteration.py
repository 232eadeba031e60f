"""Orbits and quotients of norms: exact steps against what was decided about their limits."""

from __future__ import annotations

import json
import math
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.numbers.algebraic import sqrt
from symspec.algebra.polynomial import Polynomial
from tests.strategies import Structured, structured_matrices

SEED = json.loads((Path(__file__).parents[2] / "data" / "seed-random-matrix.json").read_text("utf-8"))
STEPS = 300
# Rotations, opposite and several eigenvalues of modulus 1 and 2, and some that fade.
FACTORS = (
    (0, 1),
    (-1, 1),
    (1, 1),
    (-1, 2),
    (1, 0, 1),
    (1, 1, 1),
    (5, -6, 5),
    (-2, 0, 1),
    (2, 2, 1),
    (-2, 1),
    (2, 1),
)


def ratios(it: Any, steps: int) -> list[float]:
    return [math.sqrt(x) for x in it.squared_ratios(steps)]


@settings(max_examples=25)
@given(structured_matrices(factors=FACTORS, max_order=4), st.data())
def test_the_quotients_do_what_is_said(case: Structured, data: st.DataObject) -> None:
    an = ss.analyze(case.matrix)
    v = [data.draw(st.integers(-3, 3)) for _ in range(an.matrix.order)]
    it = an.iteration(v)
    o = it.outcome
    if o.zero_from is not None:
        orbit = it.orbit(o.zero_from)
        assert orbit[-1].is_zero and not any(x.is_zero for x in orbit[:-1])
        return
    found = ratios(it, STEPS)
    tail, rate = found[-60:], float(o.rate.box(60).centre[0])
    slow = 3 * rate * (o.degree + 1) / STEPS
    if o.converges:
        assert abs(tail[-1] - rate) < (slow if o.degree else 1e-6)
        assert it.ratio_limit == o.rate
    elif o.points is not None:
        m = len(o.points)
        points = [float(z.box(60).centre[0]) for z in o.points]
        assert len({round(x, 9) for x in points}) > 1
        last = max(range(STEPS - m, STEPS))
        near = [abs(found[last - i] - points[(last - i) % m]) for i in range(m)]
        assert max(near) < (10 * slow if o.degree else 1e-6)
        assert math.isclose(math.prod(points) ** (1 / m), rate, rel_tol=1e-9)
    else:
        assert max(tail) - min(tail) > 1e-3
        if o.between is not None:
            low, high = (float(z.box(60).centre[0]) for z in o.between)
            assert low < rate < high
            reach = (high - low) / 10 + (10 * slow if o.degree else 0)
            assert abs(min(found[-200:]) - low) < reach and abs(max(found[-200:]) - high) < reach
        with pytest.raises(ss.UndefinedError, match="oscillates"):
            _ = it.ratio_limit


def test_the_chapter_reproduced() -> None:
    """The code printed in the chapter gives 2.4532329633625: the modulus of the one dominant eigenvalue."""
    an = ss.analyze(SEED["A"])
    it = an.iteration(SEED["v_in"])
    assert max(abs(x - y) for x, y in zip(ratios(it, 20), SEED["norm_ratios_first_20"], strict=True)) < 1e-14
    low, high = it.ratio_limit.box(80).real
    assert abs(low - Fraction("2.4532329633625")) < Fraction(1, 10**13) and high - low < Fraction(1, 10**20)
    assert it.outcome.kind == "single" and it.outcome.leading[0] < 0
    assert it.outcome.limit == an.spectral_radius
    assert not it.is_exceptional
    assert an.power_iteration.hypothesis == "single" and an.power_iteration.exceptional_dimension == 4
    series = an.norm_series(SEED["v_in"], 99, digits=20)
    assert abs(Fraction(series.ratios[-1]) - low) < Fraction(1, 10**18)
    assert str(it.outcome) == (
        "v has one component of largest modulus, at about -2.4532329633625: the quotient tends to about "
        "2.4532329633625, as all others fade against it by the factor about 0.48215864917536 in each step. "
        "A^n v turns around at each step, which its norm does not show."
    )
    published = Fraction(SEED["published"]["norm_ratio_limit"])
    assert abs(low - published) > Fraction(2, 5)  # the figure printed beside the code is not that of its draw


def test_rescaling_in_the_chapter() -> None:
    """Divided by the modulus, the norms settle; at a negative eigenvalue the vectors keep turning around."""
    an = ss.analyze(SEED["A"])
    assert an.rescaling.behavior is ss.Behavior.BOUNDED_DIVERGENT
    series = an.norm_series(SEED["v_in"], 120, digits=25, rescale=True)
    limit = an.iteration(SEED["v_in"]).rescaled_norm_squared
    low, _ = limit.box(90).real
    assert abs(Fraction(series.norms[-1]) ** 2 - low) < Fraction(1, 10**20)
    assert len(series.norm_points) == 121 and series.rescaled


@pytest.mark.parametrize(
    ("matrix", "start", "kind", "limit"),
    [
        ([[2, 0], [0, 1]], [1, 1], "single", 2),
        ([[2, 0], [0, 1]], [0, 1], "single", 1),  # an exceptional start
        ([[1, 1], [0, 1]], [0, 1], "single", 1),
        ([[0, 1], [1, 0]], [1, 2], "opposite", 1),  # orthogonal eigenvectors
        ([[0, 4], [1, 0]], [1, 0], "opposite", None),
        ([[3, -4], [4, 3]], [1, 2], "conjugate", 5),  # a rotation times 5: every start
        ([[1, -2], [1, 1]], [1, 0], "conjugate", None),
        ([[0, 0, 1], [1, 0, 0], [0, 1, 0]], [1, 0, 5], "several", 1),
        ([[0, 0, 8], [1, 0, 0], [0, 1, 0]], [1, 0, 0], "several", None),
        ("[[i, 0], [0, 1]]", [1, 1], "several", 1),
        ("[[i, 1], [0, 1]]", [1, 1], "several", None),
        ("[[sqrt(2), 1], [0, 1]]", [1, 1], "single", sqrt(2)),
        ("[[1 + i, 0], [1, 1]]", [1, 1], "single", sqrt(2)),
    ],
)
def test_kinds(matrix: object, start: list[int], kind: str, limit: object) -> None:
    o = ss.analyze(matrix).iteration(start).outcome
    assert (o.kind, o.limit) == (kind, limit)


def test_periods() -> None:
    o = ss.analyze([[0, 4], [1, 0]]).iteration([1, 0]).outcome
    assert o.points == (1, 4)  # (1, 0), (0, 1), (4, 0), (0, 4), ..
    o = ss.analyze([[0, 0, 8], [1, 0, 0], [0, 1, 0]]).iteration([1, 0, 0]).outcome
    assert o.points == (1, 1, 8)
    assert "period 1, 1, 8" in str(o)


def test_the_spread_of_an_oscillation() -> None:
    """The singular values of [[1, -2], [1, 1]]: the squares have the sum 7 and the product 9."""
    o = ss.analyze([[1, -2], [1, 1]]).iteration([1, 0]).outcome
    assert o.between is not None
    low, high = (z * z for z in o.between)
    assert (low + high, low * high) == (7, 9)
    assert str(o).endswith("comes near to every number from (-1 + sqrt(13))/2 to (1 + sqrt(13))/2.")
    rotated = ss.analyze([[3, -4], [4, 3]]).iteration([1, 0]).outcome
    assert rotated.converges and rotated.between is None


def test_an_irrational_start_may_miss_the_dominant_eigenvalue() -> None:
    an = ss.analyze([[1, 1], [1, 0]])
    golden = (1 + sqrt(5)) / 2
    assert an.iteration([1, 0]).ratio_limit == golden
    exceptional = an.iteration("[1, (-1 - sqrt(5))/2]")
    assert exceptional.ratio_limit == golden - 1
    assert exceptional.is_exceptional and not an.iteration([1, 0]).is_exceptional
    assert an.power_iteration.exceptional_basis is None  # no rational start but 0
    assert an.power_iteration.is_exceptional(exceptional.start)


def test_a_conjugate_pair_among_the_roots_of_a_quartic() -> None:
    """Two roots of an irreducible quartic lead: the quotient oscillates, by enclosures of y^T y."""
    p = (1, 1, 3, 1, 1)
    companion = [[0, 0, 0, -1], [1, 0, 0, -1], [0, 1, 0, -3], [0, 0, 1, -1]]
    it = ss.analyze(companion).iteration([1, 0, 0, 0])
    assert it.outcome.kind == "conjugate" and not it.outcome.converges
    assert all(Polynomial.of(p) == z.minpoly for z in it.outcome.leading)
    tail = ratios(it, 80)[-20:]
    assert max(tail) - min(tail) > 0.1


@pytest.mark.parametrize(
    ("matrix", "start", "converges"),
    [
        # Blocks for x^2 - 2 x - 2 and x^2 + 2 x - 2: 1 + sqrt(3) and -1 - sqrt(3) lead, one root of each.
        ([[0, 2, 0, 0], [1, 2, 0, 0], [0, 0, 0, 2], [0, 0, 1, -2]], [1, 0, 1, 0], True),
        ([[0, 2, 0, 1], [1, 2, 1, 0], [0, 0, 0, 2], [0, 0, 1, -2]], [1, 0, 1, 0], False),
        # Rotations by the eigenvalues of an irreducible quartic, one pair outside the other.
        ([[0, -1, 1, 0], [1, 0, 0, 1], [1, 0, 0, -1], [0, 1, 1, 0]], [1, 0, 0, 0], None),
    ],
)
def test_some_roots_of_each_factor_lead(matrix: object, start: list[int], converges: bool | None) -> None:
    it = ss.analyze(matrix).iteration(start)
    tail = ratios(it, 200)[-40:]
    if converges is not None:
        assert it.outcome.kind == "opposite" and it.outcome.converges is converges
    assert (max(tail) - min(tail) < 1e-6) == it.outcome.converges


@given(structured_matrices(max_order=4), st.integers(0, 6), st.data())
def test_orbits(case: Structured, steps: int, data: st.DataObject) -> None:
    an = ss.analyze(case.matrix)
    v = [data.draw(st.integers(-3, 3)) for _ in range(an.matrix.order)]
    it = an.iteration(v)
    for k, x in enumerate(it.orbit(steps)):
        assert x == case.matrix**k @ it.start
        assert it.squared_norms(steps)[k] == sum(row[0] ** 2 for row in x.tolist())


def test_the_direction() -> None:
    an = ss.analyze([[2, 1], [1, 2]])
    it = an.iteration([5, 0])
    assert str(it.direction) == "(1, 1) for 3"
    assert it.rescaled_norm_squared == Fraction(25, 2)  # the component 5/2 (1, 1)
    with pytest.raises(ss.UndefinedError, match="does not settle"):
        _ = ss.analyze([[0, -1], [1, 0]]).iteration([1, 0]).direction


def test_nothing_to_divide() -> None:
    it = ss.analyze([[0, 1], [0, 0]]).iteration([0, 1])
    assert it.outcome.kind == "vanishes" and it.outcome.zero_from == 2
    assert it.squared_ratios(2) == (1, 0)
    with pytest.raises(ss.UndefinedError, match="A\\^2 v = 0"):
        it.squared_ratios(3)
    assert ss.analyze([[0, 1], [0, 0]]).iteration([0, 0]).outcome.kind == "zero"


@pytest.mark.parametrize(
    ("start", "words"),
    [([1], "v has 1 entry"), ("[[1, 2], [3, 4]]", "not a column"), (3, "no list of numbers")],
)
def test_refusals(start: object, words: str) -> None:
    with pytest.raises(ss.InputError, match=words):
        ss.analyze([[1, 2], [3, 4]]).iteration(start)


def test_too_many_steps() -> None:
    it = ss.analyze([[1, 2], [3, 4]]).iteration([1, 0])
    with pytest.raises(ss.BudgetExceededError, match="exact steps"):
        it.orbit(90_000)
    for steps in (-1, 1.5, True):
        with pytest.raises(ss.InputError, match="number of steps"):
            it.orbit(steps)  # type: ignore[arg-type]


def _companion_of_power(q: tuple[int, ...], k: int) -> list[list[int]]:
    """The companion matrix of q(x^k), q monic with its coefficients from the constant one on."""
    c = [0] * ((len(q) - 1) * k + 1)
    c[::k] = q
    n = len(c) - 1
    return [[int(j == i - 1) for j in range(n - 1)] + [-c[i]] for i in range(n)]


@pytest.mark.parametrize(("q", "k"), [((1, -3, 1), 3), ((1, -3, 1), 2), ((-1, -1, 1), 3), ((1, -4, 1), 4)])
@pytest.mark.parametrize("start", ["first", "mixed"])
def test_leading_roots_of_a_factor_with_smaller_roots(q: tuple[int, ...], k: int, start: str) -> None:
    # the k-th roots of the larger root of q lead: with the period k, exactly
    a = _companion_of_power(q, k)
    v = [1] + [0] * (len(a) - 1) if start == "first" else [(3 * i) % 7 - 2 for i in range(len(a))]
    it = ss.analyze(a).iteration(v)
    points = it.outcome.points
    assert points is not None and len(points) == k and not it.outcome.converges
    found = ratios(it, 40 * k)[-k:]
    assert all(abs(x - float(p.box(60).centre[0])) < 1e-8 for x, p in zip(found, points, strict=True))


def test_several_leading_roots_without_a_period() -> None:
    # x^3 + x^2 + 3 x + 1 has a conjugate pair outside: four roots of it in x^2 lead
    outcome = ss.analyze(_companion_of_power((1, 3, 1, 1), 2)).iteration([1] * 6).outcome
    assert outcome.kind == "several" and len(outcome.leading) == 4
    assert not outcome.converges and outcome.points is None
