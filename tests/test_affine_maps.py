"""x -> A x + b: fixed points, limits, drift; the case rho = 1 above all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from tests.decision.test_certify import INSIDE, ON
from tests.strategies import Structured, fractions, structured_matrices


def vectors(n: int) -> st.SearchStrategy[list[Fraction]]:
    return st.lists(fractions(3), min_size=n, max_size=n)


@st.composite
def affine_maps(draw: st.DrawFn) -> tuple[Structured, ss.AffineMap, list[Fraction]]:
    """A map with chosen blocks, solvable for a fixed point in half of the cases, and a start."""
    case = draw(structured_matrices(max_order=4))
    a, n = case.matrix, case.matrix.order
    b = draw(vectors(n))
    if draw(st.booleans()):
        b = [row[0] for row in ((a - a.identity()) @ column(b, backend=a.backend)).tolist()]
    return case, ss.affine(a, b), draw(vectors(n))


def column(entries: list[Fraction], *, backend: str = "auto") -> ExactMatrix:
    return ExactMatrix.from_fractions([[x] for x in entries], backend=backend)


def mean_drift(f: ss.AffineMap, n: int) -> ExactMatrix:
    return f.iterate([0] * f.matrix.order, n) / n


# -- laws ------------------------------------------------------------------------------------


@given(affine_maps())
def test_fixed_points_are_fixed_and_all_of_them(
    case: tuple[Structured, ss.AffineMap, list[Fraction]],
) -> None:
    _, f, x = case
    found, ranks = f.fixed_points, f.matrix - f.matrix.identity()
    joined = [[*r, *b] for r, b in zip(ranks.tolist(), f.vector.tolist(), strict=True)]
    assert (found is not None) is (ExactMatrix.from_fractions(joined).rank == ranks.rank)
    if found is not None:
        assert f.matrix @ found.point + f.vector == found.point
        assert found.dimension == f.matrix.order - ranks.rank
        if found.directions is not None:
            moved = found.point + found.directions.columns(0, 1)
            assert f.matrix @ moved + f.vector == moved


@given(affine_maps(), st.integers(0, 9))
def test_orbits_and_iterates_agree(case: tuple[Structured, ss.AffineMap, list[Fraction]], n: int) -> None:
    _, f, x = case
    points = f.orbit(x, n)
    assert len(points) == n + 1 and points[0] == column(x)
    assert all(f.matrix @ p + f.vector == q for p, q in zip(points, points[1:], strict=False))
    assert f.iterate(x, n) == points[-1]


@given(affine_maps())
def test_behavior_over_all_starts(case: tuple[Structured, ss.AffineMap, list[Fraction]]) -> None:
    """By the linear part and the existence of a fixed point."""
    structure, f, _ = case
    linear, solvable = ss.analyze(f.matrix).behavior, f.fixed_points is not None
    if f.vector.is_zero and linear is ss.Behavior.TENDS_TO_ZERO:
        expected = ss.Behavior.TENDS_TO_ZERO
    elif linear is ss.Behavior.UNBOUNDED or not solvable:
        expected = ss.Behavior.UNBOUNDED
    else:
        expected = ss.Behavior.CONVERGES if linear.has_limit else linear
    assert f.behavior is expected
    assert f.forgets_its_start is (set(structure.blocks) <= INSIDE)


@given(affine_maps())
def test_limits_are_fixed_and_approached(case: tuple[Structured, ss.AffineMap, list[Fraction]]) -> None:
    structure, f, x = case
    try:
        end = f.limit(x)
    except ss.UndefinedError:
        assert not f.behavior.has_limit
        return
    assert f.matrix @ end + f.vector == end
    if set(structure.blocks) <= (INSIDE | ON) - {(-99, 100)}:
        assert (f.iterate(x, 256) - end).norm <= Fraction(1, 1000) * max(
            1, (column(x, backend=end.backend) - end).norm
        )


@given(affine_maps())
def test_drift(case: tuple[Structured, ss.AffineMap, list[Fraction]]) -> None:
    _, f, x = case
    if not f.linear_part.behavior.is_bounded:
        with pytest.raises(ss.UndefinedError):
            _ = f.drift
        return
    d = f.drift
    assert f.matrix @ d == d
    assert d.is_zero is (f.fixed_points is not None)
    # x_n - n d is the orbit of x -> A x + (b - d), which has a fixed point: it is bounded
    assert ss.affine(f.matrix, f.vector - d).behavior.is_bounded


@given(affine_maps())
def test_the_certificate_proves_it(case: tuple[Structured, ss.AffineMap, list[Fraction]]) -> None:
    _, f, _ = case
    proved = ss.verify(f.certificate, f.augmented.matrix).behavior
    assert proved is f.augmented.behavior
    assert f.behavior in (proved, ss.Behavior.TENDS_TO_ZERO)


# -- examples --------------------------------------------------------------------------------


def test_newton_cooling_forgets_its_start() -> None:
    f = ss.affine([["9/10"]], [2])
    assert f.behavior is ss.Behavior.CONVERGES and f.forgets_its_start
    assert f.fixed_point == f.limit([7]) == f.limit([-1000]) == column([Fraction(20)])


def test_identity_with_a_translation_drifts() -> None:
    f = ss.affine("[[1, 0], [0, 1]]", [0, 3])
    assert f.behavior is ss.Behavior.UNBOUNDED and f.fixed_points is None
    assert f.drift == column([Fraction(0), Fraction(3)])
    assert f.iterate([1, 1], 10**6) == column([Fraction(1), Fraction(3 * 10**6 + 1)])
    with pytest.raises(ss.UndefinedError, match="no fixed point"):
        _ = f.fixed_point
    with pytest.raises(ss.UndefinedError, match="from any start"):
        f.limit([0, 0])


def test_the_limit_depends_on_the_start_at_rho_1() -> None:
    f = ss.affine("[[1, 0], [0, 1/2]]", [0, 1])
    assert f.behavior is ss.Behavior.CONVERGES and not f.forgets_its_start
    assert f.fixed_points is not None and f.fixed_points.dimension == 1
    assert f.limit([5, 9]) == column([Fraction(5), Fraction(2)])
    with pytest.raises(ss.UndefinedError, match="dimension 1"):
        _ = f.fixed_point


def test_bounded_but_divergent() -> None:
    f = ss.affine("[[-1]]", [4])
    assert f.behavior is ss.Behavior.BOUNDED_DIVERGENT and f.drift.is_zero
    assert f.orbit([0], 3) == tuple(column([Fraction(x)]) for x in (0, 4, 0, 4))
    assert f.limit([2]) == f.fixed_point == column([Fraction(2)])
    with pytest.raises(ss.UndefinedError, match="x_n has no limit"):
        f.limit([0])


def test_quadratic_growth() -> None:
    """x_n = (n(n - 1)/2, n): the block of 1 grows from 2 to 3."""
    f = ss.affine("[[1, 1], [0, 1]]", [0, 1])
    assert f.behavior is ss.Behavior.UNBOUNDED and (f.growth.rate, f.growth.degree) == (1, 2)
    assert f.iterate([0, 0], 100) == column([Fraction(4950), Fraction(100)])


def test_one_orbit_may_converge_where_others_grow() -> None:
    f = ss.affine("[[2]]", [1])
    assert f.behavior is ss.Behavior.UNBOUNDED
    assert f.limit([-1]) == f.fixed_point == column([Fraction(-1)])
    with pytest.raises(ss.UndefinedError, match="grows"):
        f.limit([0])


def test_zero_vector() -> None:
    assert ss.affine("[[1/2]]", [0]).behavior is ss.Behavior.TENDS_TO_ZERO
    assert ss.affine("[[0]]", [0]).limit([3]).is_zero
    assert ss.affine("[[1]]", [0]).behavior is ss.Behavior.CONVERGES


@pytest.mark.parametrize("b", ["[1, 1/2]", "1 1/2", "1; 1/2", [1, "1/2"], [[1], [0.5]], [[1, "0.5"]]])
def test_vectors_in_many_forms(b: object) -> None:
    assert ss.affine("[[1, 0], [0, 1]]", b).vector == column([Fraction(1), Fraction(1, 2)])


@pytest.mark.parametrize(
    ("b", "error", "said"),
    [
        ([1], ss.InputError, "1 entry"),
        ([1, 2, 3], ss.InputError, "3 entries"),
        ([[1, 2], [3, 4]], ss.InputError, "not a column"),
        (5, ss.InputError, "no list"),
        ([float("nan"), 1], ss.InputError, "not a number"),
        ("[sqrt(2), 1]", ss.UnsupportedFieldError, "irrational"),
    ],
)
def test_refused_vectors(b: object, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        ss.affine("[[1, 0], [0, 1]]", b)


def test_refused_steps_and_fields() -> None:
    f = ss.affine("[[1/2]]", [1])
    for n in (-1, 1.5, True, "3"):
        with pytest.raises(ss.InputError, match="number of steps"):
            f.orbit([0], n)  # type: ignore[arg-type]
    with pytest.raises(ss.InputError, match="too long"):
        f.orbit([0], 10**9)
    with pytest.raises(ss.BudgetExceededError, match="bits"):
        f.iterate([0], 10**12)
    with pytest.raises(ss.UnsupportedFieldError):
        ss.affine("[[sqrt(2)]]", [1])
