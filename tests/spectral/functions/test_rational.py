"""f(A) for polynomials and rational functions: laws, poles, reading."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from tests.strategies import (
    FieldStructured,
    Structured,
    conjugated,
    elementary_steps,
    field_structured_matrices,
    structured_matrices,
)

small = st.lists(st.integers(-4, 4), min_size=1, max_size=5)


def horner(c: list[int], a: ExactMatrix) -> ExactMatrix:
    """By products of matrices alone."""
    value = a * 0
    for x in reversed(c):
        value = value @ a + a.identity() * x
    return value


def text(c: list[int]) -> str:
    return " + ".join(f"({x}) x^{k}" for k, x in enumerate(c))


@settings(max_examples=30, deadline=None)
@given(structured_matrices(), small)
def test_polynomials(s: Structured, c: list[int]) -> None:
    an = ss.analyze(s.matrix)
    expected = horner(c, s.matrix)
    assert an.apply(text(c)) == expected
    assert an.apply(Polynomial.of(c)) == an.apply(Polynomial.of(c, name="sympy")) == expected


@settings(max_examples=40, deadline=None)
@given(structured_matrices(), small, small)
def test_rational_functions(s: Structured, c: list[int], d: list[int]) -> None:
    if not any(d):
        d = [1]
    an = ss.analyze(s.matrix)
    q = Polynomial.of(d, name=s.matrix.backend)
    pole = any(q.gcdex(Polynomial.of(p, name=s.matrix.backend))[0].degree > 0 for p in s.blocks)
    f = f"({text(c)})/({text(d)})"
    if not pole:
        x = an.apply(f)
        assert isinstance(x, ExactMatrix)
        assert horner(d, s.matrix) @ x == horner(c, s.matrix) and x @ s.matrix == s.matrix @ x
        assert ss.analyze(s.matrix.transpose).apply(f) == x.transpose


@settings(max_examples=25, deadline=None)
@given(structured_matrices(), st.integers(-3, 3))
def test_a_pole_is_named(s: Structured, c: int) -> None:
    f = f"1/(x - ({c}))"
    if (-c, 1) in s.blocks:
        with pytest.raises(ss.UndefinedError, match=f"the eigenvalue {c} of A"):
            ss.analyze(s.matrix).apply(f)
        assert ss.analyze(s.matrix).apply(f"(x - ({c}))^2/(x - ({c}))") == horner([-c, 1], s.matrix)
    else:
        assert ss.analyze(s.matrix).apply(f) == horner([-c, 1], s.matrix).inverse


def test_an_irrational_pole_is_named_by_its_polynomial() -> None:
    with pytest.raises(ss.UndefinedError, match=r"1/\(x\^2 - 2\) is not defined .* each root of x\^2 - 2,"):
        ss.analyze("0 2; 1 0").apply("1/(x^2 - 2)")
    with pytest.raises(ss.UndefinedError, match=r"the eigenvalue sqrt\(2\) of A"):
        ss.analyze("0 2; 1 0").apply("1/(x - sqrt(2))")


@settings(max_examples=12, deadline=None)
@given(structured_matrices(max_order=4), elementary_steps())
def test_conjugates_go_to_conjugates(s: Structured, steps: list[tuple[int, int, int]]) -> None:
    f = "(x^2 + 1)/(x^2 + 7)"
    value = ss.analyze(s.matrix).apply(f)
    assert isinstance(value, ExactMatrix)
    b = ExactMatrix.from_fractions(conjugated(s.matrix.tolist(), steps), backend=s.matrix.backend)
    moved = ExactMatrix.from_fractions(conjugated(value.tolist(), steps), backend=s.matrix.backend)
    assert ss.analyze(b).apply(f) == moved


@settings(max_examples=10, deadline=None)
@given(field_structured_matrices(max_order=4))
def test_over_number_fields(s: FieldStructured) -> None:
    a = ss.matrix(s.rows)
    x = ss.analyze(a).apply("(x^2 + i x)/(x - 7)")
    assert isinstance(x, ExactMatrix)
    i = ss.matrix([["i"]])[0, 0]
    assert (a - a.identity() * 7) @ x == a @ a + ss.analyze(a).apply("i x")
    assert ss.analyze(a).apply("i") == ss.analyze(a.identity()).apply("i x") and i * i == -1


def test_constants_enlarge_the_field_and_rational_values_leave_it() -> None:
    an = ss.analyze("1 2; 3 4")
    assert str(an.apply("sqrt(2) x")) == "[[sqrt(2), 2 sqrt(2)], [3 sqrt(2), 4 sqrt(2)]]"
    found = an.apply("(x - sqrt(2)) (x + sqrt(2))")
    assert type(found) is ExactMatrix and found == horner([-2, 0, 1], an.matrix)


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize(
    ("f", "expected"),
    [
        ("x^3 - 2x + 1", [[36, 50], [75, 111]]),
        ("1/(1-x)", [[Fraction(1, 2), Fraction(-1, 3)], [Fraction(-1, 2), 0]]),
        ("z^-1", [[-2, 1], [Fraction(3, 2), Fraction(-1, 2)]]),
        ("x²", [[7, 10], [15, 22]]),
        ("1/x/x", [[Fraction(11, 2), Fraction(-5, 2)], [Fraction(-15, 4), Fraction(7, 4)]]),
        ("5", [[5, 0], [0, 5]]),
        ("0.5 t", [[Fraction(1, 2), 1], [Fraction(3, 2), 2]]),
        ("(x^2 - 5x - 2) (x + 1)^7", [[0, 0], [0, 0]]),
        (r"\frac{x^2}{x}", [[1, 2], [3, 4]]),
    ],
)
def test_texts(name: str, f: str, expected: list[list[Any]]) -> None:
    a = ss.matrix("1 2; 3 4", backend=name)
    assert ss.analyze(a).apply(f) == ExactMatrix.from_fractions(
        [[Fraction(x) for x in row] for row in expected], backend=name
    )


@pytest.mark.parametrize(
    ("f", "error", "words"),
    [
        ("x + y", ss.InputError, "the letters x, y"),
        ("sin(arg(x))", ss.InputError, "is not read inside a function"),
        ("1/(x - x)", ss.InputError, "zero everywhere"),
        ("exp(x)^(1/(2 - 2))", ss.InputError, "divides by zero"),
        ("((x^500)^2)^2", ss.BudgetExceededError, "degree up to 1000"),
        ("", ss.ParseError, "empty"),
        ("1/0 + x", ss.InputError, "divides by zero"),
        (3.5, ss.InputError, "is no function"),
    ],
)
def test_what_is_refused(f: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words.replace("(", r"\(")):
        ss.analyze("1 2; 3 4").apply(f)


def test_expressions_of_sympy() -> None:
    """[[2, 1], [1, 2]] has the eigenvalues 3 and 1: A^2 + I/2 has 19/2 and 3/2."""
    x, an = sympy.Symbol("x"), ss.analyze("2 1; 1 2")
    assert an.apply(x**2 + sympy.Rational(1, 2)).tolist() == [[Fraction(11, 2), 4], [4, Fraction(11, 2)]]
    assert an.apply(sympy.sqrt(x)) == an.apply("sqrt(x)")
    assert sympy.sympify(an.apply(sympy.exp(x))) == sympy.sympify(an.apply("exp(x)"))
    assert str(an.interpolation(1 / x)) == "-1/3 x + 4/3"
    with pytest.raises(ss.InputError, match="letters"):
        an.apply(x * sympy.Symbol("y"))
