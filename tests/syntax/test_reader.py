"""What is read, and as what: each text against the fully written-out form of its tree."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.errors import ParseError
from symspec.syntax import answer, expression, pointed, rows
from symspec.syntax.rational import rational
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import ListOf, Name, Number, Relation, Remark, Rows, Statement, Word, children
from tests.syntax.expressions import Written, expressions

ONE, TWO = Number(Fraction(1)), Number(Fraction(2))

EXPRESSIONS = [
    ("1/2", "1/2"),
    ("-2^2", "-2^2"),
    ("(-2)^2", "(-2)^2"),
    ("2^-1", "2^(-1)"),
    ("2^3^2", "2^3^2"),
    ("(2^3)^2", "(2^3)^2"),
    ("10**50", "10^50"),
    ("1 - -1", "1 - (-1)"),
    ("2 - (3 - 4)", "2 - (3 - 4)"),
    ("8/4/2", "8/4/2"),
    ("8/(4/2)", "8/(4/2)"),
    ("1/2x", "1/2*x"),
    ("n 3^(n-1)", "n*3^(n - 1)"),
    ("2^n + n 3^(n-1)", "2^n + n*3^(n - 1)"),
    ("n3^(n-1)", "n*3^(n - 1)"),
    ("(1 - sqrt(3) i)/2", "(1 - sqrt(3)*i)/2"),
    ("1/2 - sqrt3/2 i", "1/2 - sqrt(3)/2*i"),
    ("isqrt(7)", "i*sqrt(7)"),
    ("x²", "x^2"),
    ("x⁻¹²", "x^(-12)"),
    ("2ⁿ⁻¹", "2^(n - 1)"),
    ("√2", "sqrt(2)"),
    ("3√2", "3*sqrt(2)"),
    ("√(1+x)", "sqrt(1 + x)"),
    ("∛2", "cbrt(2)"),
    ("2·3×4", "2*3*4"),
    ("5−3", "5 - 3"),
    ("6÷2", "6/2"),
    ("½", "1/2"),
    ("½ x", "1/2*x"),
    ("λ₁ + λ_2 + lambda3", "lambda_1 + lambda_2 + lambda_3"),
    ("|λ|", "abs(lambda)"),
    ("|a| - |b|", "abs(a) - abs(b)"),
    ("[1, -1]^T", "[1, -1]^T"),
    ("[1 -1]'", "[1, -1]^T"),
    ("[1 - 1]", "[1 - 1]"),
    ("[2 x; y -3]", "[2, x; y, -3]"),
    ("[[1 2]\n [3 4]]", "[[1, 2], [3, 4]]"),
    ("[1, 2\n 3, 4]", "[1, 2; 3, 4]"),
    ("(1, 2)", "(1, 2)"),
    ("{1, 4}", "{1, 4}"),
    ("{}", "{}"),
    ("diag(1, J2(3))", "diag(1, J_2(3))"),
    ("span{(1, 0), (0, 1)}", "span({(1, 0), (0, 1)})"),
    ("PDP^-1", "P*D*P^(-1)"),
    ("3 ± 2", "3 ± 2"),
    ("3 + -2", "3 - 2"),
    (r"\frac{1}{2}", "1/2"),
    (r"\frac12", "1/2"),
    (r"\dfrac{1+\sqrt{5}}{2}", "(1 + sqrt(5))/2"),
    (r"\frac{1\pm\sqrt{33}}{2}", "(1 ± sqrt(33))/2"),
    (r"\sqrt[3]{2}", "root(2, 3)"),
    (r"\lambda_{1}^{2}", "lambda_1^2"),
    (r"2 \cdot \left(3 + x\right)", "2*(3 + x)"),
    (r"1{,}5", "1.5"),
    (r"\mathrm{i}", "i"),
    (r"\{1, 2\}", "{1, 2}"),
    (r"\begin{pmatrix} 1 & -1 \\ 0 & \frac{1}{2} \\ \end{pmatrix}", "[1, -1; 0, 1/2]"),
    (r"\left(\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}\right)", "[1, 2; 3, 4]"),
    (r"$\begin{bmatrix}1\\-1\end{bmatrix}^{T}$", "[1; -1]^T"),
]


@pytest.mark.parametrize(("text", "read_as"), EXPRESSIONS)
def test_expression(text: str, read_as: str) -> None:
    assert spelled(expression(text)) == read_as


@pytest.mark.parametrize("text", [text for text, _ in EXPRESSIONS])
def test_what_is_spelled_is_read_as_the_same_form(text: str) -> None:
    once = spelled(expression(text))
    assert spelled(expression(once)) == once


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("1; 4", "1; 4"),
        ("{1, 4}", "{1, 4}"),
        ("3, 3, 2+i, 2-i", "3, 3, 2 + i, 2 - i"),
        ("1 and 4", "1 and 4"),
        ("1, 2, and 3", "1, 2, 3"),
        ("1 et 4", "1 and 4"),
        ("2\n3", "2; 3"),
        ("lambda = 1 (double)", "lambda = 1 (double)"),
        (
            "λ1 = 1 (algebraic multiplicity 1), λ2 = 2",
            "lambda_1 = 1 (algebraic multiplicity 1), lambda_2 = 2",
        ),
        ("λ=-11: [-1 1]", "lambda = -11: [-1, 1]"),
        ("D = diag(1,2), N = [[0,1],[0,0]]", "D = diag(1, 2), N = [[0, 1], [0, 0]]"),
        ("D = diag(1,2) and N = 0", "D = diag(1, 2) and N = 0"),
        (r"$N=\begin{bmatrix}2&2\\-2&-2\end{bmatrix}$, $D = 2$", "N = [2, 2; -2, -2], D = 2"),
        ("does not exist", "does not exist"),
        ("n'existe pas", "n'existe pas"),
        ("nu există limită", "nu există limită"),
        ("It doesn't exist.", "it doesn't exist"),
        ("4 (i.e. [[4,-2],[6,-3]])", "4 (i.e. [[4, -2], [6, -3]])"),
        ("diverges, because an entry is larger than 1", "diverges, because an entry is larger than 1"),
        ("spectral radius 0.7 < 1, so A^n -> 0", "spectral radius 0.7 < 1, so A^n -> 0"),
        ("bounded, because |λ| = 1", "bounded, because abs(lambda) = 1"),
        (r"\lim_{n \to \infty} A^n = 0", "lim A^n = 0"),
        ("[-1, 1] for λ=-1 and [1, 2] for λ=5", "[-1, 1] for lambda = -1 and [1, 2] for lambda = 5"),
        ("centre -149, R = 50+154", "centre -149, R = 50 + 154"),
        ("D(10,2), D(8,0.6)", "D(10, 2), D(8, 0.6)"),
        ("x^2 = 0", "x^2 = 0"),
        ("DN = ND", "D*N = N*D"),
    ],
)
def test_answer(text: str, read_as: str) -> None:
    assert spelled(answer(text)) == read_as


def test_the_tree_of_an_answer() -> None:
    read = answer("x = 1 (double); [[1 2]]")
    double = Remark(answer("(double)").statements[0].content)  # type: ignore[union-attr]
    assert read.statements == (
        Statement((Relation((Name("x"), ONE), ("=",)), double)),
        ListOf((ListOf((ONE, TWO)),)),
    )
    assert double.content.statements == (Word("double"),)
    assert read.separators == (";",)


def test_rows_without_brackets() -> None:
    assert rows("1 2; 2 1") == Rows(((ONE, TWO), (TWO, ONE)))
    assert rows("1, 2\n2, 1") == Rows(((ONE, TWO), (TWO, ONE)))


@given(expressions())
def test_the_value_is_the_one_built_in(written: Written) -> None:
    text, value = written
    assert rational(expression(text), "here") == value


@given(expressions())
def test_spelling_keeps_the_value(written: Written) -> None:
    text, value = written
    assert rational(expression(spelled(expression(text))), "here") == value


@pytest.mark.parametrize(
    "text", ["λ + 2·x", "[½ 3; √2 −1]", r"\frac{x}{2} + \sqrt{7}", "1 (double), x_1 = 5"]
)
def test_positions_are_those_of_the_original_text(text: str) -> None:
    pending = [answer(text)]
    while pending:
        node = pending.pop()
        pending += children(node)  # type: ignore[arg-type]
        if isinstance(node, Number) and node.value.denominator == 1:
            assert text[node.position :].startswith(str(node.value))
        if isinstance(node, Name):
            assert text[node.position] in ("λ", node.name[0])


@given(st.integers(0, 30))
def test_a_caret_stands_beneath_the_place(spaces: int) -> None:
    with pytest.raises(ParseError) as caught:
        expression(" " * spaces + "1 + ?")
    line, caret = pointed(caught.value).split("\n")
    assert line[caret.index("^")] == "?"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("(3 +- i)/2", "(3 ± i)/2"), ("+-i", "±i"), ("3 + -2", "3 - 2"), ("x ∈ {1}", "x in {1}")],
)
def test_plus_minus_in_ascii_is_read_in_answers(text: str, shown: str) -> None:
    assert spelled(answer(text)) == shown
    if "+-" in text:
        assert spelled(expression(text)) != shown  # in a matrix 3 +-2 is a sum that a program wrote
