"""Algebraic numbers against SymPy: minimal polynomials, and the index of a CRootOf."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from sympy import Poly, Rational, exp, pi
from sympy import cos as sympy_cos

from symspec.algebra.numbers.algebraic import (
    AlgebraicNumber,
    cos_of,
    imaginary_unit,
    nth_root,
    root_of_unity,
    roots,
    sin_of,
    sqrt,
)
from symspec.algebra.polynomial import Polynomial

x = sympy.Symbol("x")
I = imaginary_unit()  # noqa: E741 - its name
S, R = sympy.sqrt, Rational

PAIRS = [
    (sqrt(2) + sqrt(3), S(2) + S(3)),
    (sqrt(2) * sqrt(3) + 1, S(6) + 1),
    (sqrt(2) + nth_root(2, 3), S(2) + sympy.cbrt(2)),
    (1 / (1 + nth_root(2, 3)), 1 / (1 + sympy.cbrt(2))),
    (sqrt(1 + sqrt(2)), S(1 + S(2))),
    (sqrt(1 - sqrt(2)), S(1 - S(2))),
    (sqrt(2) + sqrt(3) + sqrt(5), S(2) + S(3) + S(5)),
    (I + sqrt(2), sympy.I + S(2)),
    (root_of_unity(9), exp(2 * pi * sympy.I / 9)),
    (cos_of(Fraction(1, 9)), sympy_cos(pi / 9)),
    (sin_of(Fraction(1, 5)), sympy.sin(pi / 5)),
    ((1 + sqrt(5)) / 2 * I, sympy.GoldenRatio * sympy.I),
    (AlgebraicNumber.of(3) ** Fraction(-2, 3), R(3) ** R(-2, 3)),
]


@pytest.mark.parametrize(("ours", "theirs"), PAIRS, ids=[str(t) for _, t in PAIRS])
def test_minimal_polynomials(ours, theirs):
    expected = Poly(sympy.minimal_polynomial(theirs, x), x)
    assert Poly(sympy.sympify(ours.minpoly), x, domain="QQ") == expected.monic()
    assert_same(ours, theirs)


def assert_same(ours: AlgebraicNumber, theirs: sympy.Expr) -> None:
    """To 12 digits, which tells the roots of these polynomials apart; SymPy needs long for more."""
    value = sympy.N(theirs, 15)
    real, imag = (R(q.numerator, q.denominator) for q in ours.refined(64).enclosure.centre)
    assert abs(value - real - sympy.I * imag) < 1e-12


@pytest.mark.parametrize(
    "c",
    [[3, 1, -5, 2, 7], [1, 1, 0, 3, 1, 0, 1]],
    ids=lambda c: str(Polynomial.of(c)),
)
def test_every_root_becomes_the_same_root(c):
    found = roots(Polynomial.of(c))
    assert len({sympy.sympify(z) for z in found}) == len(found)
    for z in found:
        if z.enclosure.imag[0] >= 0:  # SymPy needs seconds for each value
            assert_same(z, sympy.sympify(z))


def test_a_negative_number_under_a_root():
    """SymPy 1.14 gives the reducible x^6 - 8 here: only a multiple of the minimal polynomial."""
    ours, theirs = (-2 * sqrt(2)) ** Fraction(1, 3), (-2 * S(2)) ** R(1, 3)
    assert_same(ours, theirs)
    assert str(ours.minpoly) == "x^4 + 2 x^2 + 4"
    assert sympy.rem(sympy.minimal_polynomial(theirs, x), sympy.sympify(ours.minpoly), x) == 0


def test_forms():
    assert sympy.sympify((1 + sqrt(5)) / 2) == (1 + S(5)) / 2
    assert sympy.sympify((3 + 4 * I) / 5) == R(3, 5) + R(4, 5) * sympy.I
    assert sympy.sympify(root_of_unity(7, 2)) == exp(4 * sympy.I * pi / 7)
    assert sympy.sympify(nth_root(2, 3)) == sympy.cbrt(2)
    assert sympy.sympify(AlgebraicNumber.of(Fraction(2, 3))) == R(2, 3)
    quintic = roots(Polynomial.of([-1, -1, 0, 0, 0, 1]))
    assert sympy.sympify(quintic[0]) == sympy.CRootOf(x**5 - x - 1, 0)
    assert {sympy.sympify(z) for z in quintic} == {sympy.CRootOf(x**5 - x - 1, i) for i in range(5)}


def test_the_index_of_a_real_root_is_found_without_sympy(monkeypatch):
    """Its isolation takes a minute for real and imaginary parts of roots with long coefficients."""

    def refuse(*_: object) -> None:
        raise AssertionError("SymPy isolates roots.")

    found = [z for z in roots(Polynomial.of([-7, 11, 0, -5, 0, 3, 0, 1, 0, 0, 0, 0, 2])) if z.is_real]
    with monkeypatch.context() as patch:
        patch.setattr(sympy.CRootOf, "_get_reals", refuse)
        patch.setattr(sympy.CRootOf, "_get_complexes", refuse)
        theirs = [sympy.sympify(z) for z in found]
    assert len(set(theirs)) == len(found) == 2
    for z, expression in zip(found, theirs, strict=True):
        assert_same(z, expression)
