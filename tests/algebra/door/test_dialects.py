"""Matrices as other programs print them, and texts that only look like one."""

from __future__ import annotations

import time
from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symspec import matrix
from symspec.algebra.door.dialects import respelled
from symspec.errors import InputError, ParseError, UndecidedError
from tests.strategies import Rows, square_rows

PLAIN = "[[1, 2], [3, 4]]"
READ = [
    # Matlab
    ("A = [1 2; 3 4];", PLAIN),
    ("A = [1, 2; 3, 4] % a remark", PLAIN),
    ("[1 2 % the first row\n 3 4]", PLAIN),
    ("[1 ...\n 2; 3 4]", PLAIN),
    ("[1 ... the rest of this line is a remark%\n 2; 3 4]".replace("the", "% the"), PLAIN),
    ("[1e-3 2.5D+2; -.5 1d1]", "[[1/1000, 250], [-1/2, 10]]"),
    ("[1 3; 2 4]'", PLAIN),
    ("[1 3; 2 4].'", PLAIN),
    ("[1 2; 3 4]./2", "[[1/2, 1], [3/2, 2]]"),
    ("[1 -2; 3 - 1 4]", "[[1, -2], [2, 4]]"),
    ("[1+2i 0; 0 3j]", "[[1 + 2 i, 0], [0, 3 i]]"),
    ("[sqrt(2) 0; 0 exp(2i*pi/5)]", "[[sqrt(2), 0], [0, exp(2 pi i/5)]]"),
    # Mathematica
    ("{{1, 2}, {3, 4}}", PLAIN),
    ("a = {{1, 2}, {3, 4}};", PLAIN),
    ("MatrixForm[{{1, 2}, {3, 4}}]", PLAIN),
    ("{{1, 2}, {3, 4}} // MatrixForm", PLAIN),
    ("{{1*^-3, 2.5*^2}, {1*^+1, 3.}}", "[[1/1000, 250], [10, 3]]"),
    ("{{0.5`, 0.25`20}, {1.5`3.2, 2``5}}", "[[1/2, 1/4], [3/2, 2]]"),
    ("{{Sqrt[2], I}, {-I/2, 1/2}}", "[[sqrt(2), i], [-i/2, 1/2]]"),
    ("{{Sqrt[2 + Abs[-1]], 0}, {0, Exp[2 Pi I/5]}}", "[[sqrt(3), 0], [0, exp(2 pi i/5)]]"),
    ("{{Cos[Pi/7], E^(I Pi/3)}, {Surd[2, 3], 2^(1/3)}}", "[[cos(pi/7), exp(i pi/3)], [2^(1/3), 2^(1/3)]]"),
    # NumPy, SymPy, torch
    ("array([[1., 2.],\n       [3., 4.]])", PLAIN),
    ("np.array([[1, 2], [3, 4]], dtype=float)", PLAIN),
    ("Matrix([[1, 2], [3, 4]])", PLAIN),
    ("sp.Matrix([[sqrt(2), I], [-I/2, 1/2]])", "[[sqrt(2), i], [-i/2, 1/2]]"),
    ("tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', dtype=torch.float64)", PLAIN),
    ("tensor([[1., 2.], [3., 4.]], requires_grad=True)", PLAIN),
    ("[[1. 2.]\n [3. 4.]]", PLAIN),
    # LaTeX
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", PLAIN),
    (r"$$A = \begin{bmatrix}1&2\\3&4\end{bmatrix}$$", PLAIN),
    (r"\[ M_1=\left(\begin{array}{c|c}1&2\\\hline 3&4\end{array}\right) \]", PLAIN),
    ("\\begin{equation*}\n\\begin{pmatrix} % a remark\n1&2\\\\\n3&4\\\\\n\\end{pmatrix}\n\\end{equation*}",
     PLAIN),
    (r"\begin{smallmatrix}\sqrt{2}&-i\\ \dfrac{1}{2}&\tfrac34\end{smallmatrix}",
     "[[sqrt(2), -i], [1/2, 3/4]]"),
    # JSON
    ('[["1", "2"], ["3", "4"]]', PLAIN),
    ('{"matrix": [[1, 2], [3, 4]]}', PLAIN),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_read(text: str, expected: str) -> None:
    found = matrix(text)
    assert found == matrix(expected)
    assert found.reading.source == "text"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("array([[0, 1, ..., 8, 9],\n       [2, 3, ..., 4, 5]])",
     '"..." at character 15: entries are left out'),
        ("[0 1 ... 9\n 2 3]", '"..." at character 6: entries are left out'),
        ("[1+2i 0; 0 1]'", "the ' at character 14 is the conjugate transpose to some"),
        ("{{1, 2}, {3, Sqrt[4}}", '"[" at character 18 is never closed'),
        ("A = [1 2; 3 4]; B = [1 0; 0 1]", '"="'),
        ("A = B = [1 2; 3 4]", '"="'),
        ("A == [1 2; 3 4]", '"="'),
        ("{{1, 2}, {3, Foo[4]}}", '"foo [4]" in row 2'),
        ("array([[1, 2], [3, 4]]).T", "character"),
        ("array([[1, 2], [3, 4]], dtype=object, foo=1)", "character"),
        ('[["1", "2"], ["3"', "is not JSON"),
        ('{"A": [[1]]}', "holds no matrix"),
    ],
)  # fmt: skip
def test_refused(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        matrix(text)
    assert words in str(caught.value)


@given(square_rows())
def test_what_programs_print_is_read_back(rows: Rows) -> None:
    expected = matrix(rows)
    cells = [[str(x) for x in row] for row in rows]
    quarters = np.array([[x.numerator / 4 for x in row] for row in rows])
    forms = [
        "A = [" + "; ".join(", ".join(row) for row in cells) + "];",
        "[" + " ...\n ; ".join(" ".join(row) for row in cells) + "] % by Matlab",
        "{{" + "}, {".join(", ".join(row) for row in cells) + "}}",
        str(sympy.Matrix(rows)),
        sympy.latex(sympy.Matrix(rows)),
    ]
    for form in forms:
        assert matrix(form) == expected
    for form in (repr(quarters), str(quarters), repr(quarters.astype(np.float32))):
        assert matrix(form) == matrix(quarters)


PIECES = st.sampled_from(
    ["A = ", "[", "]", "{", "}", "(", ")", "Sqrt[", "...", "\n", "%", "`", "*^", "1", "2.5", ",",
     ";", "'", ".",
     "d", "E", "I", "Pi", "array(", "dtype=", "\\hline", "\\begin{pmatrix}", "\\[", "//",
     "MatrixForm[", '"', "\t"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_change_moves_a_character(text: str) -> None:
    try:
        found = respelled(text)
    except ParseError as error:
        assert text[error.position] in ".['"
    else:
        assert len(found) == len(text)
        assert all(a == b or not (a.isdigit() and b.isdigit()) for a, b in zip(text, found, strict=True))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_a_matrix_or_a_sentence(text: str) -> None:
    try:
        matrix(text)
    except (InputError, UndecidedError) as error:
        assert str(error)


def test_precision_marks_do_not_change_the_digits() -> None:
    assert matrix("{{0.333`3}}")[0, 0] == Fraction(333, 1000)


LONG = 300_000


@pytest.mark.parametrize(
    "text",
    [
        " " * LONG + "x",
        "$" * LONG,
        "array(" + " " * LONG,
        "array([[1]]" + ", dtype=float" * (LONG // 12),
        "[" + "Sqrt[2], " * (LONG // 9) + "1]",
        "Sqrt[" * (LONG // 5),
        "[1]'" + "1" * LONG,
        "1`" * LONG,
        "." * LONG,
        "]" + " " * LONG + "'",
        "//" * LONG,
        "\\begin{equation" * (LONG // 10),
        "A" * LONG + " = [1]",
    ],
    ids=lambda text: text[:8],
)
def test_the_time_grows_with_the_length_alone(text: str) -> None:
    start = time.process_time()
    try:
        assert len(respelled(text)) == len(text)
    except ParseError:
        pass
    assert time.process_time() - start < 2
