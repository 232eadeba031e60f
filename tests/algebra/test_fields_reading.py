"""Entries in number fields: what the door reads, that zeros are zero, and what it refuses."""

from __future__ import annotations

import cmath
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

import symspec as ss
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.named_roots import indexed_root
from symspec.algebra.numbers.algebraic import AlgebraicNumber, cos_of, nth_root, root_of_unity
from symspec.algebra.polynomial import Polynomial
from tests.strategies import number

ZEROS = (
    "sqrt(2) + sqrt(3) - sqrt(5 + 2sqrt(6))",
    "(7 + 5sqrt(2))^(1/3) - 1 - sqrt(2)",
    "(-8)^(1/3) - 1 - i sqrt(3)",
    "sqrt(1 - sqrt(2)) - i sqrt(sqrt(2) - 1)",
    "sqrt(-i) - (1 - i)/sqrt(2)",
    "8cos(pi/7)cos(2pi/7)cos(4pi/7) + 1",
    "sin(pi/7)sin(2pi/7)sin(3pi/7) - sqrt(7)/8",
    "tan(3pi/11) + 4sin(2pi/11) - sqrt(11)",
    "(2^(1/3) - 1)^(1/3) - ((1/9)^(1/3) - (2/9)^(1/3) + (4/9)^(1/3))",
    "CRootOf(x^3 - x - 1, 0) + CRootOf(x^3 - x - 1, 1) + CRootOf(x^3 - x - 1, 2)",
    "exp(2 pi i/5)^5 - 1",
    "exp(2*pi*I/5) - e^(2 pi i/5)",
    "1 + exp(2 pi i/3) + exp(4 pi i/3)",
    "GoldenRatio^2 - GoldenRatio - 1",
    "Abs(3 + 4i) - 5",
    "|1 + i| - sqrt(2)",
    "re(exp(2 pi i/5)) - cos(2 pi/5)",
    "im(exp(2 pi i/5)) - sin(2 pi/5)",
    "conj(2^(1/3) exp(2 pi i/3)) - 2^(1/3) exp(-2 pi i/3)",
    "conjugate(sqrt(2) + 3i) - sqrt(2) + 3i",
    "sqrt(6) sqrt(10) - 2 sqrt(15)",
    "sqrt(-2) sqrt(-3) + sqrt(6)",
    "sqrt(-6) - i sqrt(6)",
    "sqrt(-3) sqrt(-1) + sqrt(3)",
    "(2^(1/6))^3 - sqrt(2)",
    "4^(1/4) - sqrt(2)",
    "cbrt(2)^3 - 2",
    "root(5, 4)^2 - sqrt(5)",
    "cot(pi/8) - 1 - sqrt(2)",
    "cos(pi/12) - (sqrt(6) + sqrt(2))/4",
    "tan(pi/3) - sqrt(3)",
    "(-1)^(1/5) - exp(pi i/5)",
    "2^(-1/2) - 1/sqrt(2)",
    "0^(1/2)",
    "(1 + i)^8 - 16",
)


@pytest.mark.parametrize("text", ZEROS)
def test_zeros_are_zero(text: str) -> None:
    assert number(text) == 0


def test_a_principal_root_that_is_complex() -> None:
    assert number("(1 - sqrt(2))^(1/3) + (sqrt(2) - 1)^(1/3)") != 0


VALUES = {
    "sqrt(2 + sqrt(2))": (2 + 2**0.5) ** 0.5,
    "(1 + i)^(1/3)": (1 + 1j) ** (1 / 3),
    "sqrt(-1 - i)": cmath.sqrt(-1 - 1j),
    "(-2)^(2/3)": (-2 + 0j) ** (2 / 3),
    "exp(-3 pi i/7)": cmath.exp(-3j * cmath.pi / 7),
    "cos(pi/9) + i sin(pi/9)": cmath.exp(1j * cmath.pi / 9),
    "CRootOf(x^5 - x - 1, 0)": 1.1673039782614187,
    "CRootOf(x^5 - x - 1, 1)": -0.7648844336005847 - 0.3524715460317263j,
    "CRootOf(x^5 - x - 1, 4)": 0.18123244446987538 + 1.0839541013177107j,
    "Abs(2^(1/3) exp(2 pi i/3) - 1)": abs(2 ** (1 / 3) * cmath.exp(2j * cmath.pi / 3) - 1),
    "im(sqrt(1 + 2i))": cmath.sqrt(1 + 2j).imag,
}


@pytest.mark.parametrize("text", VALUES)
def test_values(text: str) -> None:
    assert abs(approximate(number(text)) - VALUES[text]) < 1e-12


def approximate(z: Any) -> complex:
    exact = z.number if isinstance(z, FieldElement) else AlgebraicNumber.of(z)
    x, y = exact.refined(60).enclosure.centre
    return complex(x, y)


def test_rational_results_come_back_rational() -> None:
    a = ss.matrix("[[sqrt(2)^2, sqrt(4)], [i^2, cos(pi/3)]]")
    assert type(a) is ss.ExactMatrix
    assert a.tolist() == [[2, 2], [-1, Fraction(1, 2)]]
    b = ss.matrix("[[sqrt(2), sqrt(2)^2], [0, 1]]")
    assert isinstance(b[0, 1], Fraction) and isinstance(b[0, 0], FieldElement)


FORMS = (
    [["sqrt(2)", "1/2"], ["I", "exp(2*pi*I/5)"]],
    "[[sqrt(2), 1/2], [i, e^(2 pi i/5)]]",
    "sqrt(2) 1/2; i e^(2 pi i/5)",
    r"\begin{pmatrix} \sqrt{2} & \frac{1}{2} \\ i & e^{2\pi i/5} \end{pmatrix}",
    sympy.Matrix([[sympy.sqrt(2), sympy.Rational(1, 2)], [sympy.I, sympy.exp(2 * sympy.pi * sympy.I / 5)]]),
    [[nth_root(2, 2), Fraction(1, 2)], [root_of_unity(4), root_of_unity(5)]],
    "1/sqrt(2) [[2, sqrt(2)/2], [i sqrt(2), sqrt(2) e^(2 pi i/5)]]",
)


@pytest.mark.parametrize("form", FORMS, ids=range(len(FORMS)))
def test_one_matrix_in_many_forms(form: Any) -> None:
    a = ss.matrix(form)
    assert a == ss.matrix(FORMS[0])
    assert hash(a) == hash(ss.matrix(FORMS[0]))


def test_complex_floats_are_read_as_chosen() -> None:
    assert ss.matrix([[0.1 + 0.5j]]) == ss.matrix("[[1/10 + i/2]]")
    binary = ss.matrix([[0.1j]], floats="binary")
    assert binary == ss.matrix([[f"{Fraction(0.1)} i"]])
    with pytest.raises(ss.NotExactError):
        ss.matrix([[0.1j]], floats="error")
    for kind in (np.complex128, np.complex64):
        assert ss.matrix(np.array([[0.1 + 0.3j, 2], [0, 1j]], dtype=kind)) == ss.matrix(
            "[[1/10 + 3/10 i, 2], [0, i]]"
        )
    with pytest.raises(ss.NotExactError):
        ss.matrix([[complex("nan"), 1j], [0, 1]])


def test_sympy_constructors() -> None:
    x = sympy.Symbol("x")
    pairs = {
        sympy.GoldenRatio: "GoldenRatio",
        sympy.CRootOf(x**3 - x - 1, 1): "CRootOf(x^3 - x - 1, 1)",
        sympy.Abs(1 + sympy.sqrt(2) * sympy.I, evaluate=False): "sqrt(3)",
        sympy.re(sympy.exp(2 * sympy.I * sympy.pi / 7), evaluate=False): "cos(2 pi/7)",
        sympy.conjugate(sympy.I + 1, evaluate=False): "1 - i",
        sympy.cos(2 * sympy.pi / 7): "cos(2 pi/7)",
        sympy.tan(sympy.pi / 7, evaluate=False): "tan(pi/7)",
        sympy.root(2, 3) + sympy.I / 2: "2^(1/3) + i/2",
        (1 + sympy.sqrt(2)) ** sympy.Rational(1, 3): "(1 + sqrt(2))^(1/3)",
        sympy.Rational(1, 3) * sympy.sqrt(5): "sqrt(5)/3",
    }
    for expression, text in pairs.items():
        assert ss.matrix([[expression]]) == ss.matrix([[text]]), text


def test_to_sympy_and_back() -> None:
    a = ss.matrix("[[1 + sqrt(2), 2^(1/3) i], [sin(2 pi/5), 1/3]]")
    assert ss.matrix(a._sympy_()) == a


@pytest.mark.parametrize(
    "coefficients", [(80, 0, -20, 0, 1), (-1, -1, 0, 1), (-1, -1, 0, 0, 0, 1), (1, 0, 3, -1, 2)]
)
def test_indices_of_named_roots_are_those_of_sympy(coefficients: tuple[int, ...]) -> None:
    """The private interval of SymPy that decides the index, against its numeric evaluation."""
    poly = sympy.Poly(list(reversed(coefficients)), sympy.Symbol("x"))
    for k in range(poly.degree()):
        numeric = complex(sympy.CRootOf(poly, k, radicals=False).evalf(15))
        x, y = indexed_root(Polynomial.of(coefficients), k).refined(60).enclosure.centre
        assert abs(complex(x, y) - numeric) < 1e-12


REFUSED = {
    "[[x, sqrt(2)], [1, 2]]": "letter without a value",
    "[[pi, sqrt(2)], [1, 2]]": "not algebraic",
    "[[sqrt(2), e], [1, 2]]": "not algebraic",
    "[[cos(1), 1], [1, 2]]": "rational multiple of pi",
    "[[exp(2), 1], [1, 2]]": "rational multiple of pi i",
    "[[sqrt(2), 1/(sqrt(2) - sqrt(2))], [1, 2]]": "divides by zero",
    "[[tan(pi/2), 1], [1, 2]]": "divides by zero",
    "[[2^sqrt(2), 1], [1, 2]]": "irrational exponent",
    "[[ln(2), 1], [1, 2]]": "not an algebraic number",
    "[[CRootOf(x^3 - x - 1, 3), 1], [1, 2]]": "index from 0 to 2",
    "[[CRootOf(x y, 0), 1], [1, 2]]": "one letter",
    "[[sqrt(2), 1], [1]]": "same number of entries",
}


@pytest.mark.parametrize("text", REFUSED)
def test_refusals(text: str) -> None:
    with pytest.raises(ss.InputError, match=REFUSED[text]):
        ss.matrix(text)


@pytest.mark.parametrize(
    "text", ["[[exp(2 pi i/97)]]", "[[exp(2 pi i/10^30)]]", "[[2^(1/500)]]", "[[(-1)^(1/1000)]]"]
)
def test_fields_beyond_the_budget(text: str) -> None:
    with pytest.raises(ss.UnsupportedFieldError, match="48"):
        ss.matrix(text)


def test_cosines_in_cyclotomic_fields() -> None:
    a = ss.matrix("[[exp(2 pi i/7), cos(2 pi/7)], [sin(2 pi/7), 1]]")
    assert a.field.degree == 12
    assert a[0, 1].number == cos_of(Fraction(2, 7))
    assert a[1, 0] ** 2 + a[0, 1] ** 2 == 1
