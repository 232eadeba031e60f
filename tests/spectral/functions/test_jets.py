"""Taylor coefficients of composite functions: against contour integrals in mpmath, and series in SymPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mpmath
import pytest
import sympy

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix

LENGTH = 4
DIGITS = 30
Numeric = Callable[[Any], Any]
FUNCTIONS: dict[str, Numeric] = {
    "tan(x)": mpmath.tan,
    "cot(x - 5)": lambda z: mpmath.cot(z - 5),
    "sec(x)": mpmath.sec,
    "csc(x + 7)": lambda z: mpmath.csc(z + 7),
    "sinh(x)": mpmath.sinh,
    "cosh(2x)": lambda z: mpmath.cosh(2 * z),
    "tanh(x)": mpmath.tanh,
    "coth(x + 9)": lambda z: mpmath.coth(z + 9),
    "sech(x)": mpmath.sech,
    "csch(x + 9)": lambda z: mpmath.csch(z + 9),
    "atan(x/4)": lambda z: mpmath.atan(z / 4),
    "asin(x/9)": lambda z: mpmath.asin(z / 9),
    "acos(x/9)": lambda z: mpmath.acos(z / 9),
    "atanh(x/9)": lambda z: mpmath.atanh(z / 9),
    "asinh(x/9)": lambda z: mpmath.asinh(z / 9),
    "acosh(x + 7)": lambda z: mpmath.acosh(z + 7),
    "sin(x)/x": lambda z: mpmath.sin(z) / z,
    "(exp(x) - 1)/x": lambda z: (mpmath.exp(z) - 1) / z,
    "(exp(x) - 1 - x)/x^2": lambda z: (mpmath.exp(z) - 1 - z) / z**2,
    "(1 - cos(x))/x^2": lambda z: (1 - mpmath.cos(z)) / z**2,
    "log(1 + x/9)/x": lambda z: mpmath.log(1 + z / 9) / z,
    "x/(exp(x) - 1)": lambda z: z / (mpmath.exp(z) - 1),
    "cos(sqrt(x + 9)) exp(-x)": lambda z: mpmath.cos(mpmath.sqrt(z + 9)) * mpmath.exp(-z),
    "2^x": lambda z: 2**z,
    "(x + 9)^x": lambda z: (z + 9) ** z,
    "exp(x)/(exp(x) + 2)": lambda z: mpmath.exp(z) / (mpmath.exp(z) + 2),
    "log(exp(x) exp(x/2))": lambda z: 3 * z / 2,
    "sqrt(x + 9)/(x + 5) + sinh(x)": lambda z: mpmath.sqrt(z + 9) / (z + 5) + mpmath.sinh(z),
    "sin(pi x/3)": lambda z: mpmath.sin(mpmath.pi * z / 3),
    "exp(sin(x)) + sin(exp(x)/4)": lambda z: mpmath.exp(mpmath.sin(z)) + mpmath.sin(mpmath.exp(z) / 4),
    "(x + 9)^sqrt(2) + exp(pi) x": lambda z: (z + 9) ** mpmath.sqrt(2) + mpmath.exp(mpmath.pi) * z,
    "sqrt(2)^x + i^x": lambda z: mpmath.sqrt(2) ** z + mpmath.mpc(0, 1) ** z,
    "(x + 9)^pi": lambda z: (z + 9) ** mpmath.pi,
    "cosh(2^x)": lambda z: mpmath.cosh(2**z),
    "1/(2 + log(x + 9))": lambda z: 1 / (2 + mpmath.log(z + 9)),
}
POINTS = ("0", "1", "-2", "1/3", "sqrt(2)", "i", "1 + i")


def jordan_block(point: str, length: int = LENGTH) -> str:
    rows = [[point if i == j else "1" if j == i + 1 else "0" for j in range(length)] for i in range(length)]
    return "; ".join(", ".join(row) for row in rows)


def by_contour(f: Numeric, z: Any, length: int = LENGTH) -> list[Any]:
    """f^(k)(z)/k!: the mean of f(z + r w)/(r w)^k over roots of unity w; no singularity is in the circle."""
    r, n = mpmath.mpf(1) / 128, 32
    roots = [mpmath.expjpi(mpmath.mpf(2 * k + 1) / n) for k in range(n)]
    values = [f(z + r * w) for w in roots]
    return [sum(v / (r * w) ** k for v, w in zip(values, roots, strict=True)) / n for k in range(length)]


def numeric(m: Any) -> Any:
    found = sympy.Matrix(m._sympy_())
    return mpmath.matrix([[mpmath.mpmathify(sympy.N(x, DIGITS + 10)) for x in row] for row in found.tolist()])


@pytest.mark.parametrize("f", FUNCTIONS)
@pytest.mark.parametrize("point", POINTS)
def test_the_values_are_contour_integrals(f: str, point: str) -> None:
    found = numeric(ss.analyze(jordan_block(point)).apply(f))
    with mpmath.workdps(DIGITS + 20):
        expected = by_contour(
            FUNCTIONS[f], mpmath.mpmathify(sympy.N(sympy.sympify(point, {"i": sympy.I}), 50))
        )
        assert all(abs(found[0, k] - c) < mpmath.mpf(10) ** -DIGITS for k, c in enumerate(expected))
        assert all(found[i, j] == (found[0, j - i] if j >= i else 0) for i in range(4) for j in range(4))


SERIES = (
    "tan(x)",
    "atan(x)",
    "asin(x)/x",
    "log(1 + x)/x",
    "sin(sin(x))",
    "exp(sin(x))",
    "tanh(x)/x",
    "x/(exp(x) - 1)",
    "(x - sin(x))/x^3",
    "(tan(x) - sin(x))/x^3",
    "x/log(1 + x)",
    "sqrt(cos(x))",
    "(1 + x)^(1/3)",
    "log(cosh(x))",
    "exp(x)^(1/2)",
    "1/cos(x)",
    "x^2/(1 - cos(x))",
    "(exp(x) - 1 - x - x^2/2)/x^3",
    "asinh(x)",
    "atanh(x) - x",
    "log(1 + sin(x)^2)",
)


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize("f", SERIES)
def test_the_rational_values_at_0_are_the_series_of_sympy(f: str, name: str) -> None:
    x = sympy.Symbol("x")
    expected = sympy.series(sympy.sympify(f.replace("^", "**")), x, 0, 7).removeO()
    a = ss.matrix(jordan_block("0", 7), backend=name)
    found = ss.analyze(a).apply(f)
    assert isinstance(found, ExactMatrix)
    assert [sympy.sympify(c) for c in found.tolist()[0]] == [expected.coeff(x, k) for k in range(7)]
    assert a @ found == found @ a


@pytest.mark.parametrize(
    ("f", "expected"),
    [
        ("cos(sqrt(x))", lambda k: sympy.Rational((-1) ** k, sympy.factorial(2 * k))),
        ("sin(sqrt(x))/sqrt(x)", lambda k: sympy.Rational((-1) ** k, sympy.factorial(2 * k + 1))),
        ("cosh(x^(1/2))", lambda k: sympy.Rational(1, sympy.factorial(2 * k))),
        ("sqrt(x) tan(sqrt(x))/x", lambda k: [1, sympy.Rational(1, 3), sympy.Rational(2, 15)][k]),
        ("sqrt(x)^2", lambda k: int(k == 1)),
    ],
)
def test_even_functions_of_a_square_root_have_no_branch_point(f: str, expected: Callable[[int], Any]) -> None:
    found = ss.analyze(jordan_block("0", 3)).apply(f)
    assert [sympy.sympify(c) for c in found.exact.tolist()[0]] == [expected(k) for k in range(3)]


@pytest.mark.parametrize(
    ("matrix", "f", "words"),
    [
        ("0 1; 0 0", "exp(x)/x", "exp(x)/x is not defined at A: a denominator vanishes at the eigenvalue 0."),
        ("0 1; 0 0", "sin(x)/x^2", "a denominator vanishes at the eigenvalue 0"),
        ("0 0; 0 1", "csc(x)", "a denominator vanishes at the eigenvalue 0"),
        ("0 0; 0 1", "coth(x)", "a denominator vanishes"),
        ("1 0; 0 2", "exp(x)/(x^2 - 3x + 2)", "a denominator vanishes"),
        ("0 2; 1 0", "exp(x)/(x^2 - 2)", "a denominator vanishes at a root of x^2 - 2"),
        ("0 1; 0 0", "exp(1/x) + 1", "exp"),
        ("0 1; 0 0", "sqrt(x) exp(x)", "branch point"),
        ("0 1; 0 0", "sqrt(x^2) exp(x)", "a root is taken of what has a zero"),
        ("0 1; 0 0", "x log(x)", "log"),
        ("-1 1; 0 -1", "sqrt(x) exp(x)", "the argument of the principal power is -1"),
        ("1 1; 0 1", "asin(x)", "asin is 1, on the real axis, at least 1 away from 0, at the eigenvalue 1"),
        ("1 0; 0 2", "acos(x)", "on the real axis"),
        ("0 -1; 1 0", "atan(x)", "on the imaginary axis, at least 1 away from 0"),
        ("0 -4; 1 0", "asinh(x)", "on the imaginary axis"),
        ("1 0; 0 2", "atanh(x)", "on the real axis"),
        ("1 0; 0 2", "acosh(x)", "not above 1"),
        ("2 0; 0 3", "log(x - 5) + 1", "the argument of the principal log is -"),
        ("0 1; 0 1", "1/(cosh(x)^2 - sinh(x)^2 - 1)", "a denominator vanishes"),
    ],
)
def test_poles_and_branch_points_are_said(matrix: str, f: str, words: str) -> None:
    with pytest.raises(ss.UndefinedError) as raised:
        ss.analyze(matrix).apply(f)
    assert words in str(raised.value) and "\n" not in str(raised.value)


def test_a_semisimple_zero_has_roots() -> None:
    an = ss.analyze("0 0; 0 4")
    assert an.apply("sqrt(x) + cos(x - x)") == an.apply("sqrt(x) + 1")
    assert an.apply("sqrt(x^2) + sinh(x - x)") == an.matrix
    assert an.apply("sqrt(-(-x)) log(exp(x))").exact.tolist() == [[0, 0], [0, 8]]
