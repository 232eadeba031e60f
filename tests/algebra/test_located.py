"""Numbers known by their location: moduli beyond the degree budget, simple roots over number fields."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.simple_roots import SimpleRoot, simple_roots
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus, imaginary_unit, roots, sqrt
from symspec.algebra.numbers.location import ModulusOf
from symspec.algebra.numbers.number import LocatedNumber
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError, InputError


def degree_25() -> AlgebraicNumber:
    """A non-real root of x^25 - x - 1: its modulus squared has a polynomial of degree 300 behind it."""
    return next(z for z in roots(Polynomial.of([-1, -1, *[0] * 23, 1])) if not z.is_real)


def test_a_modulus_beyond_the_degree_budget() -> None:
    z = degree_25()
    r = z.modulus
    low, high = r.modulus_interval(200)
    with mpmath.workdps(40):
        every = [abs(w) for w in mpmath.polyroots([1, *[0] * 23, -1, -1], maxsteps=200, extraprec=200)]
        near = mpmath.mpf(low.numerator) / low.denominator
        assert min(abs(w - near) for w in every) < mpmath.mpf(10) ** -30
    assert high - low <= Fraction(1, 2**200)
    with pytest.raises(BudgetExceededError, match="degree 300"):
        _ = r.minpoly


def test_comparisons_of_such_a_modulus() -> None:
    z = degree_25()
    r = z.modulus
    assert r.is_real and r.modulus == r and r.position == z.position
    assert r == z.conjugate.modulus and r != 1 and r != imaginary_unit() and r != -3
    assert r > -sqrt(2) and -sqrt(2) < r
    assert (r > 1) is (z.position == "outside") is (1 < r) is (not r < 1)
    assert compare_modulus(r, z) == 0 and compare_modulus(z, r * 1 if r == 0 else z) == 0
    with pytest.raises(InputError, match="no order"):
        _ = r < z


def test_it_prints_pickles_and_becomes_a_sympy_object() -> None:
    z = degree_25()
    r = z.modulus
    assert str(r).startswith(f"|{z}| near ") and r"\left|" in r.latex
    again: Any = pickle.loads(pickle.dumps(r))
    assert again == r
    small = LocatedNumber(ModulusOf(roots(Polynomial.of([-1, -1, 0, 0, 0, 1]))[1]))
    low, _ = small.modulus_interval(80)
    assert abs(sympy.sympify(small).evalf(20) - sympy.Rational(low.numerator, low.denominator)) < 1e-15


def test_growth_of_a_matrix_of_order_25() -> None:
    """The companion matrix of x^25 - x - 1: rho is the real root above 1, or the modulus of a pair."""
    n = 25
    rows = [[int(i == j + 1) + (i < 2 and j == n - 1) for j in range(n)] for i in range(n)]
    an = ss.analyze(rows)
    assert an.spectral_radius > 1 and an.growth.degree == 0
    assert all(an.spectral_radius >= e.value.modulus for e in an.spectrum.eigenvalues)


@settings(max_examples=30, deadline=None)
@given(st.fractions(-3, 3, max_denominator=5), st.fractions(-3, 3, max_denominator=5), st.integers(-4, 4))
def test_a_located_modulus_is_the_modulus(x: Fraction, y: Fraction, c: int) -> None:
    """Where the minimal polynomial is within the budget, both ways agree in every comparison."""
    z = x + y * imaginary_unit()
    located, known = LocatedNumber(ModulusOf(z)), z.modulus
    assert located == known and known == located and hash(located) == hash(known)
    assert located.minpoly == known.minpoly
    assert (located < c) is (known < c) and (c < located) is (c < known) and (located == c) is (known == c)
    assert located.refined(300).enclosure.real[0] <= known.refined(300).enclosure.real[1]


MATRICES = (
    "[[sqrt(2), 1, 0], [1, 3, sqrt(2)], [2, 0, 1]]",
    "[[i, 1, 0], [1, 3, 1 + i], [2, 0, 1]]",
    "[[0, 2^(1/3)], [1, 0]]",
    "[[sqrt(2)i, 1], [3, sqrt(2)]]",
)


@pytest.mark.parametrize("text", MATRICES)
def test_simple_roots_are_roots_of_the_norm(text: str) -> None:
    a = ss.matrix(text)
    assert isinstance(a, FieldMatrix)
    found = simple_roots(a.field, a.charpoly_coordinates)
    if a.backend != "flint":
        assert found is None
        return
    assert found is not None and len(found) == a.order
    for z in found:
        assert isinstance(z.location, SimpleRoot)
        settled = AlgebraicNumber(z.minpoly, z.enclosure)
        assert settled == z and z.box(400).meets(settled.box(400)) and z.is_real == settled.is_real
        assert a.charpoly(0) == 0 or z != 0
    total = sum(z.box(300).centre[0] for z in found)
    trace = a.trace.number if hasattr(a.trace, "number") else AlgebraicNumber.of(a.trace)
    assert abs(total - trace.box(300).centre[0]) < Fraction(1, 2**250)


@pytest.mark.parametrize("text", ["[[sqrt(2), 1], [0, sqrt(2)]]", "[[i, 0, 0], [0, i, 0], [0, 0, 1]]"])
def test_multiple_roots_are_left_to_the_norm(text: str) -> None:
    a = ss.matrix(text)
    assert isinstance(a, FieldMatrix)
    assert simple_roots(a.field, a.charpoly_coordinates) is None
    assert sum(e.algebraic_multiplicity for e in ss.analyze(a).spectrum.eigenvalues) == a.order


def test_simple_roots_that_differ_in_the_sixtieth_digit() -> None:
    an = ss.analyze([["sqrt(2)", 0], [0, "sqrt(2) + 1/10**60"]])
    first, second = sorted(e.value for e in an.spectrum.eigenvalues)
    assert first != second and first < second and second - first == Fraction(1, 10**60)
    assert an.growth.rate == second
