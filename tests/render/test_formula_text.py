"""Formulas as text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.proof.facts import shifted
from symspec.proof.formula import (
    At,
    Call,
    Choose,
    Column,
    Expr,
    Factored,
    Index,
    Literal,
    Named,
    Power,
    differ,
    minus,
    number,
    plus,
    times,
)
from symspec.proof.steps import Approximate
from symspec.render.formula_text import GLUE, approximate_text, relation_text, roots_text, side_text

A = Named("A", ExactMatrix.from_integers([[1, 2], [3, 4]]))
P = Named("p", Polynomial.of([1, 0, 1]))
n = Index()
HALF = number(Fraction(1, 2))


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (shifted(A, 1), "A - I"),
        (shifted(A, Fraction(-1, 2)), "A + 1/2 I"),
        (shifted(A, Fraction(7, 10)), "A - 7/10 I"),
        (shifted(A, 0), "A"),
        (Power(shifted(A, 1), number(2)), "(A - I)^2"),
        (Power(A, minus(n, number(1))), "A^(n-1)"),
        (Power(A, times(4, n)), "A^(4n)"),
        (Power(HALF, n), "(1/2)^n"),
        (Power(number(-2), n), "(-2)^n"),
        (Power(number(2), n), "2^n"),
        (Power(At(P, A), number(-1)), "p(A)^-1"),
        (times(n, Power(HALF, n), A), "n (1/2)^n A"),
        (times(Choose(2), A), "C(n,2) A"),
        (times(-1, A), "-A"),
        (minus(A, times(-2, A)), "A + 2 A"),
        (times(Fraction(1, 2), plus(A, A)), "1/2 (A + A)"),
        (times(HALF, number(-3)), "1/2 * (-3)"),
        (Call("rank", shifted(A, 1)), "rk(A - I)"),
        (Call("trace", Power(A, number(2))), "tr(A^2)"),
        (Power(Call("trace", A), number(2)), "(tr A)^2"),
        (Call("charpoly", A), "det(x I - A)"),
        (Call("transpose", A), "A^T"),
        (Call("abs", number(-3)), "|-3|"),
        (P, "p(x)"),
        (times(Literal(Polynomial.of([1, 1])), Literal(Polynomial.of([0, 1]))), "(x + 1) x"),
        (
            Factored(((Polynomial.of([-1, 1]), 2), (Polynomial.of([Fraction(1, 3), 1]), 1))),
            "(x - 1)^2 (x + 1/3)",
        ),
        (Column(ExactMatrix.from_integers([[1], [-2]])), "(1, -2)"),
        (Literal(ExactMatrix.from_integers([[1, 2], [3, 4]], 5)), "1/5 [[1, 2], [3, 4]]"),
    ],
)
def test_sides(expr: Expr, text: str) -> None:
    assert side_text(expr).replace(GLUE, " ") == text


def test_relations() -> None:
    assert relation_text(differ(At(P, A), number(1), number(0))).replace(GLUE, " ") == "p(A) = 1 != 0"


@pytest.mark.parametrize(
    ("coefficients", "text"),
    [
        ([5, -6, 5], "(3 +- 4i)/5"),
        ([1, 0, 1], "+-i"),
        ([1, 1, 1], "(-1 +- i sqrt(3))/2"),
        ([-1, -1, 1], "(1 +- sqrt(5))/2"),
        ([-8, 0, 1], "+-2 sqrt(2)"),
        ([2, -2, 1], "1 +- i"),
        ([Fraction(1, 2), -1, 1], "(1 +- i)/2"),
        ([-7, -4, 1], "2 +- sqrt(11)"),
    ],
)
def test_roots(coefficients: list[int | Fraction], text: str) -> None:
    assert roots_text(Polynomial.of(coefficients)).replace(GLUE, " ") == text


@pytest.mark.parametrize(
    ("real", "text"),
    [
        (Fraction(2, 3), "0.6667"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(0), "0"),
        (Fraction(12345678901), "1.2346e10"),
        (Fraction(1, 30000), "3.3333e-5"),
        (Fraction(10**400), "1e400"),
    ],
)
def test_decimals(real: Fraction, text: str) -> None:
    assert approximate_text(Approximate(real)) == text


def test_decimal_comma() -> None:
    assert (
        approximate_text(Approximate(Fraction(1, 2), Fraction(-1, 4)), ",").replace(GLUE, " ")
        == "0,5 - 0,25i"
    )


def test_long_coefficients_keep_the_shape_of_a_polynomial() -> None:
    """Signs before the terms, no coefficient 1, x and not x^1; a minus sign is no digit."""
    big = 10**80 + 7
    p = Polynomial.of([-big, 3, 1])
    assert side_text(Literal(p)).replace(GLUE, " ") == "x^2 + 3 x - 100000000000..(81 digits)..000000000007"
    assert (
        side_text(Literal(Polynomial.of([0, big, -1]))).replace(GLUE, " ")
        == "-x^2 + 100000000000..(81 digits)..000000000007 x"
    )
