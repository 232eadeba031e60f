"""Sums, products and quotients of functions of a matrix: against mpmath, and by their laws."""

from __future__ import annotations

import pickle
from typing import Any

import mpmath
import pytest
import sympy

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.functions.composite import CompositeFunction

DIGITS = 30
MATRICES = (
    "2 1; 0 2",
    "1 1; 0 2",
    "0 -1; 1 0",
    "0 2; 1 0",
    "3 1 0; 0 3 1; 0 0 3",
    "0 1 0; 0 0 1; 2 0 0",
    "[[sqrt(2), 1], [0, sqrt(2)]]",
    "[[i, 1], [0, 1 + sqrt(2)]]",
)


def numeric(m: Any) -> mpmath.matrix:
    exact = sympy.Matrix(m._sympy_())
    return mpmath.matrix([[mpmath.mpmathify(sympy.N(x, DIGITS + 10)) for x in row] for row in exact.tolist()])


def close(a: mpmath.matrix, b: mpmath.matrix) -> bool:
    return bool(mpmath.mnorm(a - b) <= mpmath.mpf(10) ** -(DIGITS - 6) * (1 + mpmath.mnorm(b)))


def series(a: mpmath.matrix, start: int) -> mpmath.matrix:
    """cos(A) for start 0, sin(A) for start 1, by the power series."""
    term, total = a**start, a**start
    for k in range(start + 2, 90, 2):
        term = term * a * a / (-k * (k - 1))
        total += term
    return total


@pytest.mark.parametrize("text", MATRICES)
def test_values_are_those_of_mpmath(text: str) -> None:
    an = ss.analyze(text)
    with mpmath.workdps(DIGITS + 15):
        a = numeric(an.matrix)
        one, exp, cos, sin = a**0, mpmath.expm(a), series(a, 0), series(a, 1)
        assert close(numeric(an.apply("sin(x) + 1")), sin + one)
        assert close(numeric(an.apply("-x e^x/2")), a * exp / -2)
        assert close(numeric(an.apply("exp(x)/(x + 5)^2")), exp * ((a + 5 * one) ** -2))
        assert close(numeric(an.apply("tan(x)")), sin * cos**-1)
        assert close(numeric(an.apply("x^2 cot(x)")), a * a * cos * sin**-1)
        assert close(numeric(an.apply("sin(x)^3 cos(2x)")), sin**3 * (2 * cos * cos - one))
        assert close(numeric(an.apply("(exp(x) + 1)^(-2)")), (exp + one) ** -2)


LAWFUL = ("1 2 0; 0 1 1; 0 0 -1", "1 2; 3 4", "0 1 0 0; 0 0 1 0; 0 0 0 1; -1 0 -2 0", "0 1 0; 0 0 0; 1 0 2")


@pytest.mark.parametrize("text", LAWFUL)
def test_a_rational_factor_is_a_factor_of_the_matrix(text: str) -> None:
    an = ss.analyze(text)
    with mpmath.workdps(DIGITS + 15):
        exponential = numeric(an.apply("exp(x)"))
        assert close(numeric(an.apply("(x^2 - 2) exp(x)")), numeric(an.apply("x^2 - 2")) * exponential)
        assert close(numeric(an.apply("exp(x)/(x + 7)")), numeric(an.apply("1/(x + 7)")) * exponential)


def test_parts_with_exact_values_give_exact_matrices() -> None:
    an = ss.analyze("1 1; 0 4")
    assert an.apply("sqrt(x) + 1/x") == an.apply("sqrt(x)") + an.apply("1/x")
    assert an.apply("x sqrt(x)") == an.apply("x^(3/2)")
    s = an.apply("1/(sqrt(x) + 1)")
    assert isinstance(s, ExactMatrix)
    assert s @ (an.apply("sqrt(x)") + an.matrix.identity()) == an.matrix.identity()
    nilpotent = ss.analyze("0 1 0; 0 0 1; 0 0 0")
    assert nilpotent.apply("x exp(x) + cos(x)").exact.tolist() == [
        [1, 1, sympy.Rational(1, 2)],
        [0, 1, 1],
        [0, 0, 1],
    ]


@pytest.mark.parametrize(
    ("matrix", "f"),
    [
        ("1 1; 0 2", "1/(sin(x)^2 + cos(x)^2 - 1)"),
        ("0 2; 1 0", "1/(sin(2x) - 2 sin(x) cos(x))"),
        ("0 1; 0 0", "exp(x)/x"),
        ("0 1; 0 1", "1/(exp(x) - 1)"),
        ("0 0; 0 1", "cot(x)"),
        ("1 0; 0 2", "1/log(x)"),
        ("2 1; 0 2", "1/(exp(x)/exp(x - 1) - e^1)"),
        ("0 -1; 1 0", "x exp(1/(x^2 + 1))"),
        ("0 1; 0 0", "sqrt(x) + 1"),
        ("0 1; 0 0", "sqrt(x^2) + exp(x)"),
        ("-1 0; 0 1", "x log(x)"),
    ],
)
def test_poles_are_found_exactly(matrix: str, f: str) -> None:
    with pytest.raises((ss.UndefinedError, ss.InputError)) as raised:
        ss.analyze(matrix).apply(f)
    assert "\n" not in str(raised.value)


def test_what_is_not_decided_says_so() -> None:
    with pytest.raises(ss.UndecidedError, match="logarithms"):
        ss.analyze("2 0; 0 3").apply("1/(log(x) + exp(x))")
    with pytest.raises(ss.UndecidedError, match="algebraic"):
        _ = ss.analyze("2 0; 0 3").apply("log(x) + exp(x)").exact
    with pytest.raises(ss.UndefinedError, match="transcendental"):
        _ = ss.analyze("2 0; 0 3").apply("x exp(x)").exact
    with pytest.raises(ss.UndecidedError, match="closed form"):
        ss.analyze("2 0; 0 3").apply("log(sin(x))")
    with pytest.raises(ss.UndecidedError, match="vanishes"):
        ss.analyze("2 0; 0 3").apply("1/(exp(exp(x)) - 2)")


def test_a_denominator_with_one_logarithm_is_decided() -> None:
    f = ss.analyze("2 1; 0 2").apply("1/(1 + log(x))")
    x = sympy.Symbol("x")
    expected = 1 / (1 + sympy.log(x))
    found = sympy.Matrix(f._sympy_())
    assert sympy.simplify(found[0, 0] - expected.subs(x, 2)) == 0
    assert sympy.simplify(found[0, 1] - expected.diff(x).subs(x, 2)) == 0


@pytest.mark.parametrize(
    ("f", "text", "latex"),
    [
        ("x exp(x)", "2 e^2 [[1, 0], [0, 1]] + 3 e^2 [[0, 1], [0, 0]]", "3 e^{2}"),
        (
            "tan(x)",
            "sin(2)/cos(2) [[1, 0], [0, 1]] + 1/cos(2)^2 [[0, 1], [0, 0]]",
            r"\frac{\sin(2)}{\cos(2)}",
        ),
        (
            "(exp(x) - 1)/x",
            "(e^2/2 - 1/2) [[1, 0], [0, 1]] + (e^2/4 + 1/4) [[0, 1], [0, 0]]",
            r"\frac{e^{2}}{2}",
        ),
        ("atan(x)", "[[0, 1/5], [0, 0]] + atan(2) [[1, 0], [0, 1]]", r"\arctan(2)"),
    ],
)
def test_text_and_latex(f: str, text: str, latex: str) -> None:
    value = ss.analyze("2 1; 0 2").apply(f)
    assert isinstance(value, CompositeFunction)
    assert str(value) == text and latex in value.latex


def test_over_irrational_eigenvalues_the_function_is_named() -> None:
    value = ss.analyze("0 2; 1 0").apply("x exp(x)")
    assert isinstance(value, CompositeFunction)
    assert str(value).startswith("sum over alpha with alpha^2 - 2 = 0 of f(alpha)")
    assert str(value).endswith("f(x) = x*exp(x)") and r"\quad f(x) = x e^{x}" in value.latex


@pytest.mark.parametrize("f", ["abs(x)", "re(x)", "sin(x) + y", "", "x +", "tan(1/0)", "sin(x)^100"])
def test_other_functions_are_refused_in_a_sentence(f: str) -> None:
    with pytest.raises(ss.SymspecError) as raised:
        ss.analyze("1 1; 0 2").apply(f)
    assert "\n" not in str(raised.value)


def test_a_value_pickles_and_compares() -> None:
    value = ss.analyze("2 1; 0 2").apply("tan(x)")
    assert pickle.loads(pickle.dumps(value)) == value
