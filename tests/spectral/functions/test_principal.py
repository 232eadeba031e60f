"""Principal powers and the matrix sign: by their laws, and against mpmath to 30 digits."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, cos_of, imaginary_unit, roots, sqrt
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.functions.principal import real_sign
from tests.strategies import Structured, algebraic_numbers, structured_matrices

OFF_THE_CUT = ((-1, 1), (-2, 1), (-1, 2), (-4, 1), (1, 0, 1), (1, -1, 1), (5, -6, 5), (-3, 2))


def value(a: Any, f: str) -> ExactMatrix:
    found = ss.analyze(a).apply(f)
    assert isinstance(found, ExactMatrix)
    return found


def numeric(m: ExactMatrix) -> mpmath.matrix:
    return mpmath.matrix([[mpmath.mpmathify(sympy.N(x, 40)) for x in row] for row in m._sympy_().tolist()])


@settings(max_examples=10, deadline=None)
@given(structured_matrices(max_order=4, factors=OFF_THE_CUT), st.sampled_from(["1/2", "-1/2", "3/2", "1/3"]))
def test_powers(s: Structured, exponent: str) -> None:
    e = Fraction(exponent)
    x = value(s.matrix, f"x^({exponent})")
    assert x**e.denominator == s.matrix**e.numerator and x @ s.matrix == s.matrix @ x
    with mpmath.workdps(30):
        for z in mpmath.eig(numeric(x), left=False, right=False) if x.order > 1 else [numeric(x)[0]]:
            # Multiple eigenvalues are found to a few digits only.
            assert abs(mpmath.arg(z)) < mpmath.pi * abs(e) + mpmath.mpf("0.001")


@pytest.mark.parametrize(
    "text",
    [
        "2 1; 1 2",
        "1 1; 1 2",
        "0 -1; 1 0",
        "2 1 0; 0 2 1; 0 0 3",
        "5 2 1; 2 6 3; 1 3 7",
        "[[sqrt(2), 1], [0, i]]",
    ],
)
def test_the_square_root_is_that_of_mpmath(text: str) -> None:
    with mpmath.workdps(40):
        found, a = numeric(value(text, "sqrt(x)")), numeric(ss.matrix(text))
        assert mpmath.mnorm(found - mpmath.sqrtm(a)) < mpmath.mpf(10) ** -30
        assert mpmath.mnorm(numeric(value(text, "x^(-1/2)")) * found - mpmath.eye(a.rows)) < 1e-30


@settings(max_examples=6, deadline=None)
@given(structured_matrices(max_order=3, factors=((-1, 1), (-2, 1), (-4, 1), (1, 0, 1))))
def test_exponents_add(s: Structured) -> None:
    half, third = value(s.matrix, "sqrt(x)"), value(s.matrix, "x^(3/2)")
    assert half @ s.matrix == third and value(s.matrix, "x^(-1/2)") @ half == s.matrix.identity()
    assert value(half, "sqrt(x)") == value(s.matrix, "x^(1/4)")


def test_fields_are_no_larger_than_the_entries_ask_for() -> None:
    # The values (1 +- sqrt(5))/2 and the weights generate Q(sqrt(5)); sqrt(2) and sqrt(8) lie in Q(sqrt(2)).
    assert str(value("1 1; 1 2", "sqrt(x)").field) == "Q(sqrt(5))"
    assert str(value("5 3; 3 5", "sqrt(x)")) == "[[3 sqrt(2)/2, sqrt(2)/2], [sqrt(2)/2, 3 sqrt(2)/2]]"
    assert type(value("33 24; 48 57", "sqrt(x)")) is ExactMatrix
    assert str(value("33 24; 48 57", "sqrt(x)")) == "[[5, 2], [4, 7]]"


@settings(max_examples=20, deadline=None)
@given(structured_matrices(max_order=6, factors=((-1, 1), (-1, 2), (1, -3, 1), (1, -1, 1), (2, -2, 1))))
def test_the_root_of_a_square_of_any_degree_is_found_over_q(s: Structured) -> None:
    # All eigenvalues of B have positive real part, so B is the principal root of B^2.
    assert value(s.matrix @ s.matrix, "sqrt(x)") == s.matrix
    assert value(s.matrix @ s.matrix, "x^(-3/2)") @ s.matrix**3 == s.matrix.identity()


def test_zero_of_index_one_is_allowed_for_positive_exponents() -> None:
    assert str(value("0 0; 0 4", "x^(3/2)")) == "[[0, 0], [0, 8]]"
    assert value("0 0; 0 0", "sqrt(x)").is_zero
    for text, f in (("0 0; 0 4", "x^(-1/2)"), ("0 1; 0 0", "sqrt(x)")):
        with pytest.raises(ss.UndefinedError, match="0 is an eigenvalue"):
            value(text, f)


def test_negative_eigenvalues_are_refused() -> None:
    with pytest.raises(ss.UndefinedError, match=r"x\^\(1/2\) is not defined at A: its eigenvalue -sqrt\(2\)"):
        value("0 2; 1 0", "sqrt(x)")
    assert value("0 2; 1 0", "x^2") == ss.matrix("2 0; 0 2")


def test_a_field_that_is_too_large_is_undecided() -> None:
    with pytest.raises(ss.UndecidedError):
        value("[[7, 1, 0, 0], [1, 5, 2, 0], [0, 2, 6, 1], [0, 0, 1, 9]]", "x^(1/5)")


@settings(max_examples=25, deadline=None)
@given(structured_matrices(max_order=5))
def test_sign(s: Structured) -> None:
    an = ss.analyze(s.matrix)
    values = [(z, real_sign(z), f.multiplicity) for f in an.profile.factors for z in f.roots]
    if any(sign == 0 for _, sign, _ in values):
        with pytest.raises(ss.UndefinedError, match="is 0"):
            _ = an.sign
        return
    x = an.sign
    assert x @ x == x.identity() and x @ s.matrix == s.matrix @ x
    assert x.trace == sum(sign * m for _, sign, m in values)
    product = x @ s.matrix  # all eigenvalues of S A have positive real part
    assert all(real_sign(z) == 1 for f in ss.analyze(product).spectrum.eigenvalues for z in (f.value,))


def test_sign_over_the_real_quadratic_field() -> None:
    # A = [[0, 2], [1, 0]] has the eigenvalues +- sqrt(2): sign(A) = A/sqrt(2).
    x = ss.analyze("0 2; 1 0").sign
    assert x == ss.analyze("0 2; 1 0").apply("x/sqrt(2)")


@settings(max_examples=30, deadline=None)
@given(algebraic_numbers(degree=3))
def test_the_sign_of_the_real_part(z: AlgebraicNumber) -> None:
    x = z.real_part  # by the polynomial of (z + conj z)/2
    assert real_sign(z) == (x > 0) - (x < 0)


def test_the_real_part_zero_is_decided() -> None:
    i = imaginary_unit()
    assert [real_sign(z) for z in (i, i * sqrt(2), i - Fraction(1, 10**30), cos_of(Fraction(1, 7)))] == [
        0,
        0,
        -1,
        1,
    ]
    # x^4 + 1: even, and no root is imaginary; x^4 + 3 x^2 + 1: even, all are.
    assert {real_sign(z) for z in roots(Polynomial.of([1, 0, 0, 0, 1]))} == {1, -1}
    assert {real_sign(z) for z in roots(Polynomial.of([1, 0, 3, 0, 1]))} == {0}
