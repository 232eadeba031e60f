"""Laws of functions of matrices that hold exactly: identities, inverse functions, similar matrices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from tests.strategies import FieldStructured, Structured, field_structured_matrices, structured_matrices

MATRICES = (
    "1 2; 3 4",
    "0 1; 0 0",
    "2 1 0; 0 2 1; 0 0 2",
    "0 0 0; 1 0 0; 0 1 1",
    "0 -1; 1 0",
    "0 1 0; 0 0 1; 2 0 0",
    "0 -1; 1 6/5",
    "1/2 1/3; 1/5 1/7",
    "0 -1 1 0; 1 0 0 1; 0 0 0 -1; 0 0 1 0",
    "[[sqrt(2), 1], [0, sqrt(2)]]",
    "[[i, 1], [0, 1 + sqrt(2)]]",
)
ONE = (
    "cosh(x)^2 - sinh(x)^2",
    "cos(x)^2 + sin(x)^2",
    "exp(x) exp(-x)",
    "sec(x)^2 - tan(x)^2",
    "cos(x) sec(x)",
    "tanh(x)^2 + sech(x)^2",
    "(exp(2x) - 1)/(exp(x) - 1) - exp(x)",
    "sin(2x)/(2 sin(x) cos(x))",
    "(sin(x)/x)^2 + (cos(x) - 1)^2/x^2 + 2 (cos(x) - 1)/x^2 + 1",
)
ITSELF = (
    "tan(x) cos(x)/(sin(x)/x)",
    "log(exp(x/9)) 9",
    "exp(2x) x/exp(x)^2",
    "(cosh(x) + sinh(x)) x exp(-x)",
    "sin(asin(x/9)) 9",
    "cos(acos(x/9)) 9",
    "tan(atan(x/9)) 9",
    "sinh(asinh(x/9)) 9",
    "tanh(atanh(x/9)) 9",
    "cosh(acosh(x + 9)) - 9",
    "exp(log(x + 9)) - 9",
)


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize("f", ONE)
@pytest.mark.parametrize("text", MATRICES)
def test_functions_that_are_1(text: str, f: str, name: str) -> None:
    a = ss.matrix(text, backend=name)
    assert ss.analyze(a).apply(f) == a.identity()


@pytest.mark.parametrize("f", ITSELF)
@pytest.mark.parametrize("text", MATRICES)
def test_functions_that_are_x(text: str, f: str) -> None:
    a = ss.matrix(text)
    assert ss.analyze(a).apply(f) == a


@pytest.mark.parametrize(
    "f", ["log(2^x)/log(2)", "log(exp(x)^(1/3)) 3", "log(exp(exp(x)))/exp(x) x", "2^x x 2^(-x)"]
)
@pytest.mark.parametrize(
    "text", ["1 2; 3 4", "2 1 0; 0 2 1; 0 0 2", "[[sqrt(2), 1], [0, sqrt(2)]]", "0 1; 2 0"]
)
def test_logarithms_of_real_powers(text: str, f: str) -> None:
    a = ss.matrix(text)
    assert ss.analyze(a).apply(f) == a


NILPOTENT = ("0 1 0; 0 0 1; 0 0 0", "1 -1 2; 1 -1 3; 0 0 0", "2 4; -1 -2")


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize("text", NILPOTENT)
def test_nilpotent_matrices(text: str, name: str) -> None:
    an = ss.analyze(ss.matrix(text, backend=name))
    one, n = an.matrix.identity(), an.matrix
    value = {f: an.apply(f).exact for f in ("exp(x)", "sin(x)", "cos(x)", "sinh(x)", "cosh(x)", "tan(x)")}
    assert value["cosh(x)"] @ value["cosh(x)"] - value["sinh(x)"] @ value["sinh(x)"] == one
    assert value["tan(x)"] @ value["cos(x)"] == value["sin(x)"]
    assert value["cosh(x)"] + value["sinh(x)"] == value["exp(x)"]
    assert ss.analyze(value["exp(x)"]).apply("log(x)") == n
    assert ss.analyze(value["tan(x)"]).apply("atan(x)") == n
    assert ss.analyze(value["sinh(x)"]).apply("asinh(x)") == n
    assert ss.analyze(value["sin(x)"]).apply("asin(x)") == n
    assert an.apply("(exp(x) - 1)/x").exact @ n == value["exp(x)"] - one
    assert an.apply("sin(x)/x").exact @ n == value["sin(x)"]


@settings(max_examples=12, deadline=None)
@given(structured_matrices(max_order=4))
def test_identities_over_q(s: Structured) -> None:
    an = ss.analyze(s.matrix)
    assert an.apply("cos(x)^2 + sin(x)^2") == s.matrix.identity()
    assert an.apply("x exp(x)/exp(x)") == s.matrix
    assert an.apply("cosh(x)^2 - sinh(x)^2 + x^2") == s.matrix.identity() + s.matrix @ s.matrix


@settings(max_examples=6, deadline=None)
@given(field_structured_matrices(max_order=3, fields=["i", "sqrt(2)"]))
def test_identities_over_number_fields(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    assert an.apply("cos(x)^2 + sin(x)^2") == an.matrix.identity()
    assert an.apply("log(exp(x - x)) + x sec(x) cos(x)") == an.matrix


@pytest.mark.parametrize("f", ["tan(x)/x", "atan(x)", "cos(sqrt(x))", "x/(exp(x) - 1)", "sqrt(1 + sin(x))"])
def test_similar_matrices_have_similar_values(f: str) -> None:
    a, p = ss.matrix("0 1 0 0; 0 0 1 0; 0 0 0 0; 0 0 0 0"), ss.matrix("1 2 0 1; 0 1 3 0; 0 0 1 1; 1 0 0 2")
    b = p.inverse @ a @ p
    found, moved = ss.analyze(a).apply(f), ss.analyze(b).apply(f)
    assert isinstance(found, ExactMatrix) and moved == p.inverse @ found @ p
    assert moved @ b == b @ moved


@pytest.mark.parametrize("f", ["tan(x)", "sin(x)/x", "atan(x)", "sqrt(1 + sin(x))"])
def test_the_interpolation_of_an_exact_value(f: str) -> None:
    an = ss.analyze("1 -1 2; 1 -1 3; 0 0 0")
    r = an.interpolation(f).exact
    assert r.degree < an.minpoly.degree and r.at_matrix(an.matrix) == an.apply(f)


@pytest.mark.parametrize(
    ("spelling", "f"),
    [
        ("sh(x) + ch(x)", "sinh(x) + cosh(x)"),
        ("th(x)", "tanh(x)"),
        ("tg(x)", "tan(x)"),
        ("x ctg(x)", "x cot(x)"),
        ("arctg(x)", "atan(x)"),
        ("arctan(x)", "atan(x)"),
        ("arcsin(x)", "asin(x)"),
        ("argsh(x)", "asinh(x)"),
        ("artanh(x)", "atanh(x)"),
        (r"\arctan(x) + \sinh(x)", "atan(x) + sinh(x)"),
        (r"\frac{\sin(x)}{x}", "sin(x)/x"),
        ("(e^x - 1)/x", "(exp(x) - 1)/x"),
        ("ln(1 + x)", "log(1 + x)"),
    ],
)
def test_spellings(spelling: str, f: str) -> None:
    an = ss.analyze("0 1 0; 0 0 1; 0 0 0")
    assert an.apply(spelling).exact == an.apply(f).exact
