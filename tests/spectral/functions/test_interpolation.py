"""Hermite's interpolating polynomial of f on the spectrum: r(A) = f(A), and its conditions."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.polynomial import Polynomial
from tests.strategies import Structured, structured_matrices


@settings(deadline=None, max_examples=30)
@given(structured_matrices(max_order=5))
def test_a_power_is_interpolated_by_its_remainder(s: Structured) -> None:
    an = ss.analyze(s.matrix)
    r = an.interpolation("x^9").exact
    assert r == Polynomial.of([0] * 9 + [1], ops=an.minpoly._ops) % an.minpoly
    assert r.at_matrix(s.matrix) == s.matrix**9


@pytest.mark.parametrize("f", ["1/(x + 3)", "sqrt(x + 5)", "(x + 5)^(1/3)", "x sqrt(x + 5) + 1"])
@pytest.mark.parametrize("a", ["2 1 0; 0 2 0; 0 0 2", "1 1; 0 2", "2 0; 0 2", "0 2; 1 0"])
def test_exact_values(f: str, a: str) -> None:
    an = ss.analyze(a)
    r = an.interpolation(f)
    assert r.exact.degree < an.minpoly.degree
    value = sympy.Matrix(an.apply(f)._sympy_())
    m = sympy.Matrix(an.matrix._sympy_())
    at = sum((sympy.sympify(c) * m**k for k, c in enumerate(r.exact.coefficients)), sympy.zeros(*m.shape))
    assert all(abs(sympy.N(y, 30)) < 1e-20 for y in at - value)


@pytest.mark.parametrize("f", ["exp(x)", "x exp(x) + sin(x)", "log(x + 4)"])
@pytest.mark.parametrize("a", ["2 1 0; 0 2 0; 0 0 2", "3 1 0; 0 3 1; 0 0 3", "0 1 0; 1 1 0; 0 0 1"])
def test_derivatives_agree_on_the_spectrum(f: str, a: str) -> None:
    an, x = ss.analyze(a), sympy.Symbol("x")
    r = sympy.sympify(an.interpolation(f))
    assert sympy.degree(r, x) < an.minpoly.degree
    known = {"exp(x)": sympy.exp(x), "x exp(x) + sin(x)": x * sympy.exp(x) + sympy.sin(x)}
    expected = known.get(f, sympy.log(x + 4))
    for e in an.spectrum.eigenvalues:
        for j in range(e.index):
            difference = (r - expected).diff(x, j).subs(x, sympy.sympify(e.value))
            assert abs(sympy.N(difference, 30)) < 1e-20


def test_transcendental_values_have_no_exact_polynomial() -> None:
    r = ss.analyze("1 1; 0 2").interpolation("exp(x)")
    with pytest.raises(ss.UndefinedError, match="transcendental"):
        _ = r.exact
    assert str(ss.analyze("1 1; 0 2").interpolation("1/x")) == "-1/2 x + 3/2"
    with pytest.raises(ss.UndefinedError):
        ss.analyze("0 1; 0 0").interpolation("1/x")
