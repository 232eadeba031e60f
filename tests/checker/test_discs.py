"""Counting roots in discs, against balls around the roots and polynomials with chosen roots."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from symspec.certificate import Disc, Polynomial
from symspec.checker.discs import roots_in_disc
from tests.checker import oracle
from tests.checker.builder import times
from tests.checker.test_arithmetic import polynomials


def discs() -> st.SearchStrategy[Disc]:
    return st.tuples(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 12), st.integers(0, 3))


@given(polynomials(), discs())
@example((-1, 0, 0, 0, 1), (0, 0, 2, 0))
@example((1, 0, 1), (1, 0, 1, 0))
@example((0, 0, 0, 5), (0, 0, 1, 0))
@example((7,), (0, 0, 1, 0))
def test_a_count_is_right(p: Polynomial, disc: Disc) -> None:
    found = roots_in_disc(p, disc)
    if found is not None:
        assert (found, True) == oracle.roots_in_disc(p, disc)


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=5), discs())
def test_a_root_on_the_boundary_is_never_counted(zeros: list[int], disc: Disc) -> None:
    x, y, r, s = disc
    p = times(*((-z, 1) for z in zeros))
    distances = [(z * 2**s - x) ** 2 + y * y - r * r for z in zeros]
    found = roots_in_disc(p, disc)
    assert found in (None, sum(d < 0 for d in distances))
    if 0 in distances:
        assert found is None


@given(polynomials(), discs())
def test_few_are_left_open(p: Polynomial, disc: Disc) -> None:
    """A slightly larger disc decides: equal moduli do not persist."""
    x, y, r, s = disc
    tried = [roots_in_disc(p, (x << 20, y << 20, (r << 20) + k, s + 20)) for k in (0, 7, 1001)]
    assert any(count is not None for count in tried)
