"""Values as text: every form that is written, and that LaTeX and text say the same."""

from __future__ import annotations

from fractions import Fraction

import pytest

import symspec as ss
from symspec.notation.value_text import WrittenTerm, WrittenValue, factor_text, value_text


def number(x: int | Fraction) -> WrittenTerm:
    return WrittenTerm(Fraction(x))


def call(name: str, x: int | Fraction, power: int = 1, c: int | Fraction = 1) -> WrittenTerm:
    return WrittenTerm(Fraction(c), (), ((name, (number(x),), power),))


@pytest.mark.parametrize(
    ("value", "text", "latex"),
    [
        (WrittenValue(()), "0", "0"),
        (WrittenValue((number(Fraction(-1, 2)),)), "-1/2", r"-\frac{1}{2}"),
        (WrittenValue((WrittenTerm(Fraction(1), (number(1),)),)), "e", "e"),
        (WrittenValue((WrittenTerm(Fraction(-3, 2), (number(-2),)),)), "-3 e^(-2)/2", r"-\frac{3 e^{-2}}{2}"),
        (WrittenValue((call("sin", 2), call("cos", 2, 1, -1))), "sin(2) - cos(2)", r"\sin(2) - \cos(2)"),
        (WrittenValue((call("log", 2, 2),)), "log(2)^2", r"\log(2)^{2}"),
        (WrittenValue((call("atanh", Fraction(1, 2)),)), "atanh(1/2)", r"\operatorname{artanh}(\frac{1}{2})"),
        (WrittenValue((WrittenTerm(Fraction(1, 4), (), (("pi", (), 1),)),)), "pi/4", r"\frac{\pi}{4}"),
        (WrittenValue((number(1),), (((call("cos", 2),), 2),)), "1/cos(2)^2", r"\frac{1}{\cos(2)^{2}}"),
        (
            WrittenValue((call("sin", 1, 1, Fraction(-1, 2)),), (((number(1), call("log", 2)), 1),)),
            "-sin(1)/(2 (1 + log(2)))",
            r"-\frac{\sin(1)}{2 \left(1 + \log(2)\right)}",
        ),
        (
            WrittenValue(
                (number(1), call("log", 2)), (((number(1), call("log", 2)), 1), ((call("cos", 1),), 1))
            ),
            "(1 + log(2))/((1 + log(2)) cos(1))",
            r"\frac{1 + \log(2)}{\left(1 + \log(2)\right) \cos(1)}",
        ),
    ],
)
def test_forms(value: WrittenValue, text: str, latex: str) -> None:
    assert value_text(value) == text
    assert value_text(value, latex=True) == latex


def test_a_sum_is_a_factor_in_brackets() -> None:
    assert factor_text(WrittenValue((number(1), call("log", 2)))) == "(1 + log(2)) "
    assert factor_text(WrittenValue((call("log", 2),))) == "log(2) "
    assert factor_text(WrittenValue((number(1),))) == ""


@pytest.mark.parametrize(
    ("f", "text"),
    [
        ("exp(i x)", "e^(2 i)"),
        ("cos(pi x/3) pi", "-pi/2"),
        ("2^(sqrt(2) x/3)", "e^((2 sqrt(2)/3) log(2))"),
        ("sin(x)/(1 + exp(x))", "sin(2)/(e^2 + 1)"),
        ("tanh(x)", "sinh(2)/cosh(2)"),
        ("exp(sin(x))", "e^(sin(2))"),
        ("exp(-exp(x))", "e^(-e^2)"),
        ("sin(exp(x))", "sin(e^2)"),
        ("sqrt(3) sin(x)/6", "(sqrt(3)/6) sin(2)"),
        ("log(4 x)", "log(8)"),
        ("log(4 x) + x - x", "3 log(2)"),
        ("acos(x - 2)", "pi/2"),
        ("exp(pi)/(pi + x)", "e^pi/(pi + 2)"),
        ("1/(1 + sin(x)/3)", "3/(sin(2) + 3)"),
        ("tan(2 pi + x)", "sin(2)/cos(2)"),
        ("asin(x/4) + atan(x - 1)", "5 pi/12"),
        ("log(sqrt(2)^x x)", "2 log(2)"),
        ("log(i x/2) + x - 2", "1/2 i pi"),
    ],
)
def test_values_at_2(f: str, text: str) -> None:
    assert str(ss.analyze("[[2]]").apply(f)) == f"{text} [[1]]"
