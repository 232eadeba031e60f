"""exp(tA), exp, sin, cos and log of A against mpmath to 30 digits, and by their laws."""

from __future__ import annotations

import re
from fractions import Fraction
from math import factorial
from typing import Any

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication,
    parse_expr,
    standard_transformations,
)

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.functions.closed_form import SpectralFunction
from symspec.spectral.functions.terms import power_terms
from symspec.spectral.power import PowerTerm, are_powers
from tests.strategies import (
    FieldStructured,
    Structured,
    block_diagonal,
    conjugated,
    field_structured_matrices,
    jordan_block,
    structured_matrices,
)

DIGITS = 30
MATRICES = (
    "2 1; 0 2",
    "0 -1; 1 0",
    "1 2; 3 4",
    "1 -2 0; 1 1 1; 0 0 3",
    "0 -3; 1 1",
    "0 -1 1 0; 1 0 0 1; 0 0 0 -1; 0 0 1 0",
    "-1/2 1 0; 0 -1/2 1; 0 0 -1/2",
    "0 1 0; 0 0 1; 2 0 0",
    "0 -4; 1 1",
    "0 1 0; 0 0 1; 0 0 0",
    "[[sqrt(2), 1], [0, sqrt(2)]]",
    "[[i, 1], [0, 1 + sqrt(2)]]",
)


def numeric(m: Any) -> mpmath.matrix:
    exact = sympy.Matrix(m._sympy_() if hasattr(m, "_sympy_") else m)
    return mpmath.matrix([[mpmath.mpmathify(sympy.N(x, DIGITS + 10)) for x in row] for row in exact.tolist()])


def close(a: mpmath.matrix, b: mpmath.matrix) -> bool:
    return bool(mpmath.mnorm(a - b) <= mpmath.mpf(10) ** -(DIGITS - 4) * (1 + mpmath.mnorm(b)))


@pytest.mark.parametrize("text", MATRICES)
def test_the_exponential_is_that_of_mpmath(text: str) -> None:
    an = ss.analyze(text)
    with mpmath.workdps(DIGITS + 20):
        for t in (Fraction(1, 3), Fraction(-1)):
            expected = mpmath.expm(numeric(an.matrix) * t.numerator / t.denominator)
            assert close(numeric(an.exponential.at(t)), expected)
            symbolic = an.exponential._sympy_().subs(sympy.Symbol("t", real=True), sympy.Rational(t))
            assert close(numeric(symbolic), expected)
            if an.matrix.conjugate == an.matrix:
                assert close(numeric(an.exponential.real_form(t)), expected)


@pytest.mark.parametrize("text", [m for m in MATRICES[:10] if m != "0 1 0; 0 0 1; 2 0 0"])
def test_the_written_form_is_the_exponential(text: str) -> None:
    an = ss.analyze(text)
    written = str(an.exponential)
    assert "sum over" not in written
    matrices: list[sympy.Matrix] = []

    def symbol(match: re.Match[str]) -> str:
        matrices.append(rows(match.group()))
        return f" M_{len(matrices) - 1} "

    def rows(found: str) -> sympy.Matrix:
        return sympy.Matrix([[sympy.Rational(x) for x in r.split(",")] for r in found[2:-2].split("], [")])

    plain = re.sub(r"\[\[.*?\]\]", symbol, written)
    names = {f"M_{k}": sympy.Symbol(f"M_{k}") for k in range(len(matrices))} | {"e": sympy.E}
    t = names["t"] = sympy.Symbol("t")
    rules = (*standard_transformations, convert_xor, implicit_multiplication)
    read = sympy.expand(parse_expr(plain, local_dict=names, transformations=rules))
    with mpmath.workdps(DIGITS + 20):
        at = sympy.Rational(2, 5)
        total = sympy.zeros(an.matrix.order)
        for k, m in enumerate(matrices):
            total += read.coeff(names[f"M_{k}"]).subs(t, at) * m
        assert close(numeric(total), mpmath.expm(numeric(an.matrix) * 2 / 5))


@pytest.mark.parametrize(
    ("text", "written", "latex"),
    [
        ("2 1; 0 2", "e^(2t) [[1, 0], [0, 1]] + t e^(2t) [[0, 1], [0, 0]]", "e^{2t}"),
        ("0 -1; 1 0", "cos(t) [[1, 0], [0, 1]] + sin(t) [[0, -1], [1, 0]]", r"\cos(t)"),
        ("0 1; 0 0", "[[1, 0], [0, 1]] + t [[0, 1], [0, 0]]", r"+ t \begin"),
        (
            "0 -4; 1 1",
            "e^(t/2) (cos(sqrt(15) t/2) [[1, 0], [0, 1]] + sin(sqrt(15) t/2)/sqrt(15) [[-1, -8], [2, 1]])",
            r"\frac{\sqrt{15} t}{2}",
        ),
    ],
)
def test_how_it_is_written(text: str, written: str, latex: str) -> None:
    e = ss.analyze(text).exponential
    assert str(e) == written and latex in e.latex


@settings(max_examples=20, deadline=None)
@given(structured_matrices())
def test_the_terms_solve_the_differential_equation(s: Structured) -> None:
    terms = power_terms(s.matrix)
    assert ss.analyze(s.matrix).exponential.terms == terms
    assert are_powers(s.matrix, terms)
    t = terms[0]
    changed = PowerTerm(t.polynomial, t.level, (t.numerators[0] + s.matrix.identity(), *t.numerators[1:]))
    assert not are_powers(s.matrix, (changed, *terms[1:]))


def test_derivative_and_initial_value_by_sympy() -> None:
    t = sympy.Symbol("t", real=True)
    for text in ("3 1; 0 2", "2 1 0; 0 2 1; 0 0 2", "0 -1; 1 0"):
        an = ss.analyze(text)
        e, a = sympy.Matrix(sympy.sympify(an.exponential)), sympy.Matrix(sympy.sympify(an.matrix))
        assert (e.diff(t) - a * e).applyfunc(sympy.simplify).is_zero_matrix
        assert e.subs(t, 0).applyfunc(sympy.simplify) == sympy.eye(a.rows)


@settings(max_examples=6, deadline=None)
@given(structured_matrices(max_order=3))
def test_commuting_exponents_add(s: Structured) -> None:
    b = s.matrix @ s.matrix - s.matrix * 2
    with mpmath.workdps(DIGITS + 30):
        first, second, both = (
            numeric(ss.analyze(m).exponential.at(Fraction(1, 8))) for m in (s.matrix, b, s.matrix + b)
        )
        assert close(first * second, both)


@settings(max_examples=5, deadline=None)
@given(field_structured_matrices(max_order=3, fields=["i", "sqrt(2)"]))
def test_over_number_fields(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    with mpmath.workdps(DIGITS + 30):
        assert close(numeric(an.exponential.at(1)), mpmath.expm(numeric(an.matrix)))


@pytest.mark.parametrize("name", ["exp", "sin", "cos"])
@pytest.mark.parametrize("text", MATRICES)
def test_functions_against_mpmath(name: str, text: str) -> None:
    an = ss.analyze(text)
    value = an.apply(f"{name}(x/2)")
    nilpotent = (an.matrix**an.matrix.order).is_zero
    assert isinstance(value, ExactMatrix if nilpotent else SpectralFunction) and str(value)
    with mpmath.workdps(DIGITS + 20):
        half = numeric(an.matrix) / 2
        if name == "exp":
            expected = mpmath.expm(half)
        else:  # by Euler's formula
            plus, minus = mpmath.expm(half * 1j), mpmath.expm(half * -1j)
            expected = (plus - minus) / 2j if name == "sin" else (plus + minus) / 2
        assert close(numeric(value), expected)


@pytest.mark.parametrize(
    "text", ["2 1; 0 2", "0 -1; 1 0", "1 1; 1 2", "0 -3; 1 1", "[[i, 1], [0, i]]", "0 1 0; 0 0 1; 2 0 0"]
)
def test_the_logarithm_is_inverse_to_the_exponential(text: str) -> None:
    an = ss.analyze(text)
    with mpmath.workdps(DIGITS + 20):
        log = numeric(an.apply("log(x)"))
        assert close(mpmath.expm(log), numeric(an.matrix))
        assert all(abs(mpmath.im(z)) < mpmath.pi for z in mpmath.eig(log, left=False, right=False))


@pytest.mark.parametrize("text", ["0 1; 0 0", "-1 0; 0 2", "1 2; 3 4"])
def test_no_principal_logarithm(text: str) -> None:
    with pytest.raises(ss.UndefinedError, match="the principal logarithm is not defined at A"):
        ss.analyze(text).apply("log(x)")


def unipotent(sizes: tuple[int, ...], name: str, eigenvalue: int) -> ExactMatrix:
    n = sum(sizes)
    steps = [(i, (2 * i + 1) % n, 1) for i in range(n)]
    rows = block_diagonal([jordan_block((-eigenvalue, 1), k) for k in sizes])
    return ExactMatrix.from_fractions(conjugated(rows, steps), backend=name)


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize("sizes", [(1,), (2,), (4,), (3, 2), (5, 1)])
def test_unipotent_logarithm_and_nilpotent_exponential(name: str, sizes: tuple[int, ...]) -> None:
    u, n = unipotent(sizes, name, 1), unipotent(sizes, name, 0)
    log = ss.analyze(u).apply("log(x)").exact
    assert sum_of_series(log) == u
    assert ss.analyze(n).apply("exp(x)").exact == sum_of_series(n)
    assert ss.analyze(sum_of_series(n)).apply("ln(x)").exact == n
    cos, sin = (ss.analyze(n).apply(f"{f}(x)").exact for f in ("cos", "sin"))
    assert cos @ cos + sin @ sin == n.identity()


def sum_of_series(n: ExactMatrix) -> ExactMatrix:
    total = n * 0
    for k in range(n.order + 1):
        total += n**k * Fraction(1, factorial(k))
    return total


def test_transcendental_entries_are_said_to_be_so() -> None:
    with pytest.raises(ss.UndefinedError, match="transcendental"):
        _ = ss.analyze("1 2; 0 1").apply("exp(x)").exact
    assert str(ss.analyze("2 1; 0 2").apply("log(x)")) == "log(2) [[1, 0], [0, 1]] + [[0, 1/2], [0, 0]]"
    assert str(ss.analyze("2 1 0; 0 2 1; 0 0 2").apply("sin(x)")).endswith(
        "- sin(2)/2 [[0, 0, 1], [0, 0, 0], [0, 0, 0]]"
    )


def test_t_is_rational() -> None:
    with pytest.raises(ss.InputError, match="no rational number"):
        ss.analyze("1 2; 3 4").exponential.at("sqrt(2)")
    with pytest.raises(ss.UndefinedError, match="no real form"):
        ss.analyze("[[i, 0], [0, 1]]").exponential.real_form()


def test_times_are_read_as_people_write_them() -> None:
    form = ss.analyze("2 1; 0 2").exponential
    assert form.at("1/2") == form.at(0.5) == form.at(Fraction(1, 2))
