"""Isolated roots: disjoint rectangles, one root in each, on every backend and by two methods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.backend import BACKENDS, backend, is_installed, root_discs, sympy_backend
from symspec.algebra.backend.root_bisection import bisected
from symspec.algebra.backend.root_discs import isolated
from symspec.algebra.enclosure import Rectangle
from symspec.algebra.numbers.roots import ordered_roots
from symspec.algebra.polynomial import Polynomial
from tests.strategies import coefficients

INSTALLED = [name for name in BACKENDS if is_installed(name)]
both = pytest.mark.parametrize("name", INSTALLED)
Integers = Sequence[int]


def product(*factors: Integers) -> list[int]:
    def times(p: Integers, q: Integers) -> list[int]:
        out = [0] * (len(p) + len(q) - 1)
        for i, x in enumerate(p):
            for j, y in enumerate(q):
                out[i + j] += x * y
        return out

    return list(reduce(times, factors, [1]))


def numerical_roots(c: Integers, digits: int = 120) -> list[tuple[Fraction, Fraction]]:
    """mpmath's Durand-Kerner iteration: another algorithm, with no proof but many digits."""
    with mpmath.workdps(digits):
        roots = mpmath.polyroots(list(reversed(c)), maxsteps=2000, extraprec=4 * digits, error=False)
        return [(_fraction(mpmath.re(z)), _fraction(mpmath.im(z))) for z in roots]


def _fraction(x: mpmath.mpf) -> Fraction:
    sign, mantissa, exponent, _ = x._mpf_
    return (-1) ** sign * Fraction(int(mantissa)) * Fraction(2) ** exponent


def widened(z: Rectangle, by: Fraction) -> Rectangle:
    return Rectangle(*((low - by, high + by) for low, high in (z.real, z.imag)))


def assert_isolates(found: list[Rectangle], c: Integers, bits: int = 0) -> None:
    """Each rectangle, wider by the error of the numerical roots, has one of them; with none in two."""
    assert len(found) == len(c) - 1
    assert not any(x.meets(y) for x, y in combinations(found, 2))
    wide = [widened(z, Fraction(1, 10**90)) for z in found]
    hits = [[i for i, z in enumerate(wide) if _has(z, root)] for root in numerical_roots(c)]
    assert sorted(hits) == [[i] for i in range(len(found))]
    for z in found:
        assert z.is_real or not z.imag[0] <= 0 <= z.imag[1]
        assert z.is_real or z.conjugate in found
    assert [z.real for z in found if z.is_real] == sorted(z.real for z in found if z.is_real)
    for z in found:
        half = max(z.real[1] - z.real[0], z.imag[1] - z.imag[0]) / 2
        assert half**2 * 4 ** max(bits - 2, 0) <= z.modulus_squared[1]


def _has(z: Rectangle, point: tuple[Fraction, Fraction]) -> bool:
    return all(low <= x <= high for (low, high), x in zip((z.real, z.imag), point, strict=True))


N = 10**40
EXAMPLES: dict[str, list[int]] = {
    "1 - x": [1, -1],
    "x": [0, 1],
    "x (x^2 + 1)": [0, 1, 0, 1],
    "two rational roots": [-6, -1, 2],
    "x^5 - x - 1": [-1, -1, 0, 0, 0, 1],
    "Lehmer": [1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1],
    "x^12 - 1": [-1, *[0] * 11, 1],
    "x^4 + 4, on the diagonals": [4, 0, 0, 0, 1],
    "1 - 10^-40 and 1 + 10^-40": product([1 - N, N], [-1 - N, N]),
    "1 - 10^-40, 1, 1 + 10^-40 and 2": product([1 - N, N], [-1, 1], [-1 - N, N], [-2, 1]),
    "1 + 10^-40 i": [N * N + 1, -2 * N * N, N * N],
    "i and (1 + 10^-40) i": product([1, 0, 1], [(N + 1) ** 2, 0, N * N]),
    "10^-40, .., 10^40": product(*([-1, 10**k] for k in (10, 20, 40)), *([-(10**k), 1] for k in (0, 20, 40))),
    "Mignotte: x^9 - 2 (100 x - 1)^2": [-2, 400, -20000, *[0] * 6, 1],
    "Wilkinson, 15": product(*([-k, 1] for k in range(1, 16))),
    "Chebyshev, 10": [-1, 0, 50, 0, -400, 0, 1120, 0, -1280, 0, 512],
}


@both
@pytest.mark.parametrize("c", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_examples(name: str, c: list[int]) -> None:
    assert_isolates(Polynomial.of(c, name=name).isolated_roots(64), c)


@pytest.mark.parametrize("c", EXAMPLES.values(), ids=EXAMPLES.keys())
@pytest.mark.parametrize("bits", [1, 64, 200])
def test_the_discs_are_as_small_as_asked(c: list[int], bits: int) -> None:
    assert_isolates(backend("sympy").isolated_roots(backend("sympy").polynomial(c, 5), bits), c, bits)


@both
@given(c=coefficients(max_degree=8))
def test_random_polynomials(name: str, c: list[Fraction]) -> None:
    p = Polynomial.of(c, name=name)
    if p.degree >= 1:
        p = p.squarefree_part
        assert_isolates(p.isolated_roots(64), p.primitive)


@both
@given(c=coefficients(max_degree=5))
def test_refinement_keeps_the_roots(name: str, c: list[Fraction]) -> None:
    p = Polynomial.of(c, name=name)
    if p.degree >= 1:
        coarse, fine = (p.squarefree_part.isolated_roots(bits) for bits in (32, 300))
        assert sorted([i for i, x in enumerate(coarse) if x.meets(z)] for z in fine) == [
            [i] for i in range(len(fine))
        ]


@both
@pytest.mark.parametrize("c", [[], [3]])
def test_constants_have_no_roots_to_isolate(name: str, c: list[int]) -> None:
    assert Polynomial.of(c, name=name).isolated_roots() == []


@both
@pytest.mark.parametrize("c", [[0, 0, 1], [1, 2, 1], product([0, 0, 1], [1, 1], [1, 1])])
def test_a_multiple_root_is_given_once(name: str, c: list[int]) -> None:
    assert (
        len(Polynomial.of(c, name=name).isolated_roots())
        == Polynomial.of(c, name=name).squarefree_part.degree
    )


# -- by two methods ----------------------------------------------------------------------------


@given(c=coefficients(max_degree=4))
def test_discs_against_winding_numbers(c: list[Fraction]) -> None:
    p = Polynomial.of(c, name="sympy")
    if p.degree < 1 or not p.coefficients[0]:
        return
    whole = list(p.squarefree_part.primitive)
    discs, boxes = isolated(whole, 24), bisected(whole, 24)
    assert discs is not None and len(discs) == len(boxes)
    assert sorted([i for i, x in enumerate(boxes) if x.meets(z)] for z in discs) == [
        [i] for i in range(len(boxes))
    ]
    assert_isolates(boxes, whole, 24)


def _stand_still(c: list[int], z: list[object], context: object) -> None:
    """An iteration that gets nowhere."""


def _collapse(c: list[int], z: list[object], context: object) -> None:
    """An iteration that brings all guesses to one point."""
    z[:] = [z[0]] * len(z)


@pytest.mark.parametrize("guess", [_stand_still, _collapse])
@pytest.mark.parametrize("c", [[-1, -1, 0, 1], [-6, -1, 2], [1, 1, 1], [-1, 0, 0, 0, 1], [0, -2, 0, 1]])
def test_bad_guesses_cost_time_only(
    monkeypatch: pytest.MonkeyPatch, guess: Callable[..., None], c: list[int]
) -> None:
    monkeypatch.setattr(root_discs, "_improve", guess)
    assert_isolates(sympy_backend.isolated_roots(sympy_backend.polynomial(c, 1), 20), c, 20)


@given(
    c=coefficients(max_degree=6), where=st.lists(st.complex_numbers(max_magnitude=8), min_size=6, max_size=6)
)
def test_whatever_is_verified_is_true(c: list[Fraction], where: list[complex]) -> None:
    """Guesses from anywhere: either no answer, or a right one."""
    p = Polynomial.of(c, name="sympy")
    if p.degree < 1 or not p.coefficients[0]:
        return
    whole = list(p.squarefree_part.primitive)
    context = mpmath.ctx_mp.MPContext()
    guesses = [context.mpc(z) for z in where[: len(whole) - 1]]
    for _ in range(6):
        found = root_discs._verified(whole, guesses, 12, context)
        if found is not None:
            assert_isolates(found, whole, 12)
        _one_round(whole, guesses, context)


def _one_round(c: list[int], z: list[mpmath.mpc], context: mpmath.ctx_mp.MPContext) -> None:
    for i, x in enumerate(z):
        value, slope = context.polyval(c[::-1], x, derivative=True)
        z[i] = x - root_discs._step(value, slope, x, z)


@pytest.mark.parametrize("k", range(2, 30))
def test_what_is_not_small_enough_is_not_verified(k: int) -> None:
    """x^2 - 2 from guesses wrong by 2^-k: squares of relative half-side 2^-12 once that is possible."""
    context = mpmath.ctx_mp.MPContext()
    off = context.sqrt(2) + context.ldexp(1, -k)
    found = root_discs._verified([-2, 0, 1], [off, -off], 12, context)
    # |p(z)| / |z_1 - z_2| is 2^-k to first order, times n = 2, against sqrt(2) 2^-12.
    assert (found is not None) == (k >= 13)
    if found is not None:
        assert_isolates(found, [-2, 0, 1], 12)


def test_roots_on_the_imaginary_axis_are_ordered_by_their_imaginary_parts() -> None:
    """x^4 + 5 x^2 + 5 has the roots +-i sqrt((5 +- sqrt 5)/2): about 1.1756 i and 1.9021 i above the axis."""
    found = [z.box(64) for z in ordered_roots(Polynomial.of([5, 0, 5, 0, 1])) if z.enclosure.imag[0] > 0]
    assert [round(float(box.imag[0]), 4) for box in found] == [1.1756, 1.9021]
    assert all(box.real[0] <= 0 <= box.real[1] for box in found)
