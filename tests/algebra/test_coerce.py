"""The door: what comes in, as which matrix; what stays out, with which sentence."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import flint
import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.coerce import matrix
from symspec.algebra.door import parsed, written
from symspec.algebra.door.entries import exact
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import (
    InputError,
    NotExactError,
    NotSquareError,
    ParseError,
    SymspecError,
    UndecidedError,
    UnsupportedFieldError,
)
from tests.strategies import square_rows

Rows = list[list[Fraction]]
F = Fraction
SEED = [[F(9, 10), F(1, 10)], [F(2, 10), F(8, 10)]]
PLAIN = [[F(1), F(2)], [F(3), F(4)]]


class Frame:
    """What a data frame offers."""

    shape = (2, 2)

    def to_numpy(self) -> Any:
        return np.array([[1, 2], [3, 4]])


class Rowed:
    """What a matrix of another system may offer."""

    def rows(self) -> list[tuple[int, ...]]:
        return [(1, 2), (3, 4)]


READ: list[tuple[Any, Rows, str]] = [
    ([["0.9", "1/10"], [" 0.2 ", Fraction(4, 5)]], SEED, "lists"),
    (((Decimal("0.9"), 0.1), (0.2, "8e-1")), SEED, "lists"),
    ([["1-0.1", "1/2/5"], ["2*(1-0.9)", "(2/5)*2"]], SEED, "lists"),
    ([[1, 2], (3, 4)], PLAIN, "lists"),
    ([range(1, 3), range(3, 5)], PLAIN, "lists"),
    ([["√4", "-2"], ["½", "2³"]], [[F(2), F(-2)], [F(1, 2), F(8)]], "lists"),
    ("[[0.9, 1/10], [0.2, 8/10]]", SEED, "text"),
    ("9/10 1/10; 1/5 4/5", SEED, "text"),
    ("9/10, 1/10\n1/5, 4/5\n", SEED, "text"),
    ("1/10 [[9, 1], [2, 8]]", SEED, "text"),
    ("[9 1; 2 8]/10", SEED, "text"),
    ("0.1*[9 1; 2 8]", SEED, "text"),
    (r"\frac{1}{10}\begin{bmatrix} 9 & 1 \\ 2 & 8 \end{bmatrix}", SEED, "text"),
    (r"\left[\begin{array}{cc} 0.9 & 0.1 \\ 0.2 & 0.8 \end{array}\right]", SEED, "text"),
    ("[[1 2]\n [3 4]]", PLAIN, "text"),
    ("[1, 2], [3, 4]", PLAIN, "text"),
    ("((1, 2), (3, 4))", PLAIN, "text"),
    ("{{1, 2}, {3, 4}}", PLAIN, "text"),
    ("[[1, 3], [2, 4]]^T", PLAIN, "text"),
    ("-[[-1, -2], [-3, -4]]", PLAIN, "text"),
    ("diag(1, 1/2)", [[F(1), F(0)], [F(0), F(1, 2)]], "text"),
    ("1 -1; 1 - 1 2", [[F(1), F(-1)], [F(0), F(2)]], "text"),
    ("[[1, -1], [\n-2,\n 1e-3]]", [[F(1), F(-1)], [F(-2), F(1, 1000)]], "text"),
    ("7", [[F(7)]], "text"),
    (np.array([[1, 2], [3, 4]]), PLAIN, "numpy"),
    (np.array([[1, 2], [3, 4]], dtype=np.uint8), PLAIN, "numpy"),
    (np.array([[0.9, 0.1], [0.2, 0.8]]), SEED, "numpy"),
    (np.array([[0.9, 0.1], [0.2, 0.8]], dtype=np.float32), SEED, "numpy"),
    (np.array([[0.9, 0.1], [0.2, 0.8]], dtype=np.float16), SEED, "numpy"),
    (np.array([[0.9, 0.1], [0.2, 0.8]], dtype=complex), SEED, "numpy"),
    (np.array([["9/10", 0.1], [Fraction(1, 5), Decimal("0.8")]], dtype=object), SEED, "numpy"),
    (np.array([["9/10", "0.1"], ["1/5", "0.8"]]), SEED, "numpy"),
    ([[np.float32(0.9), np.float64(0.1)], [np.float16(0.2), sympy.Rational(4, 5)]], SEED, "lists"),
    ([np.array([1, 2]), [np.int64(3), sympy.Integer(4)]], PLAIN, "lists"),
    (sympy.Matrix([[1, 2], [3, 4]]), PLAIN, "sympy"),
    (sympy.ImmutableSparseMatrix([[1, 2], [3, 4]]), PLAIN, "sympy"),
    (sympy.Matrix([["9/10", sympy.Float(0.1)], [sympy.Float("0.2", 40), 0.8]]), SEED, "sympy"),
    (sympy.Identity(2), [[F(1), F(0)], [F(0), F(1)]], "sympy"),
    (flint.fmpz_mat([[1, 2], [3, 4]]), PLAIN, "flint"),
    (flint.fmpq_mat([[9, 1], [2, 8]]) / 10, SEED, "flint"),
    ([[flint.fmpz(1), 2], [flint.fmpq(3), 4]], PLAIN, "lists"),
    (mpmath.matrix([["0.9", "0.1"], ["0.2", "0.8"]]), SEED, "mpmath"),
    (Frame(), PLAIN, "frame"),
    (Rowed(), PLAIN, "lists"),
    ([["10**50", "1/3**80"], ["1-1/10**40", "3*(1-1/10**40)/5"]],
     [[F(10) ** 50, F(1, 3**80)], [1 - F(1, 10**40), F(3, 5) * (1 - F(1, 10**40))]], "lists"),
    ([["9" * 400, "1/" + "7" * 400], ["-" + "8" * 400 + ".5", "3" * 3999]],
     [[F("9" * 400), F(1, int("7" * 400))], [F("-" + "8" * 400 + ".5"), F("3" * 3999)]], "lists"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "rows", "kind"), READ, ids=[str(s)[:30] for s, _, _ in READ])
def test_read(source: Any, rows: Rows, kind: str) -> None:
    found = matrix(source)
    assert found.tolist() == rows
    assert found.reading.source == kind


LETTER = 'entry "a" is a letter without a value (row 1, column 2). For a family A(a) use: symspec family.'
REFUSED: list[tuple[Any, type[SymspecError], str]] = [
    ([[1, 2], [3, 4], [5, 6]], NotSquareError, "3 x 2 is not square; powers need a square matrix."),
    ("[1, 2]", NotSquareError, "1 x 2 is not square"),
    (np.zeros((2, 3)), NotSquareError, "2 x 3 is not square"),
    ([[1, 2], [3]], InputError, "row 2 has 1 entry, row 1 has 2. Every row needs the same number"),
    ("[[1, 2], [3, 4, 5]]", ParseError,
     'row 2 has 3 entries, row 1 has 2 (in "[[1, 2], [3, 4, 5]]", at character 10). Every row needs'),
    ("1 2; 3", ParseError, "row 2 has 1 entry"),
    ([], InputError, "the matrix is empty"),
    ([[]], InputError, "the matrix is empty"),
    ("", ParseError, "the matrix is empty"),
    ("[[], []]", ParseError, "the matrix is empty"),
    ([1, 2], InputError, "row 1 is not a list"),
    (["12", "34"], InputError, "row 1 is not a list"),
    ([{1, 2}, {3, 4}], InputError, "row 1 is not a list"),
    (5, InputError, "not something of type int"),
    ({1: 2}, InputError, "not something of type dict"),
    (b"1 2; 3 4", InputError, "not something of type bytes"),
    (np.array([1, 2]), InputError, "this array has 1"),
    ([[True, 0], [0, 1]], InputError, "True in row 1, column 1 is a truth value"),
    (np.array([[True]]), InputError, "True in row 1, column 1 is a truth value"),
    ([[sympy.true]], InputError, "truth value"),
    ([[None, 1], [1, 1]], InputError, "row 1, column 1 is None"),
    ([[1, [2]], [1, 1]], InputError, "row 1, column 2 is a list"),
    ([[1, ""], [1, 1]], ParseError, "row 1, column 2 is empty"),
    ([[1, 1], [1, float("nan")]], NotExactError, "nan in row 2, column 2 is not a number"),
    ([[1, 1], [float("inf"), 1]], NotExactError, "inf in row 2, column 1 is not a number"),
    ([[Decimal("NaN")]], NotExactError, "NaN in row 1, column 1"),
    ([["nan"]], NotExactError, "nan in row 1, column 1"),
    ("[[nan, 1], [1, 1]]", NotExactError, "nan in row 1, column 1"),
    ("1 ∞; 1 1", NotExactError, "infinity in row 1, column 2"),
    (np.array([[np.inf]], dtype=np.float32), NotExactError, "inf in row 1, column 1"),
    (sympy.Matrix([[sympy.oo]]), NotExactError, "oo in row 1, column 1"),
    (sympy.Matrix([[sympy.nan]]), NotExactError, "nan in row 1, column 1"),
    ([[mpmath.pi]], NotExactError, "pi in row 1, column 1 has no exact value"),
    (sympy.Identity(sympy.Symbol("n")), InputError, "the size of this matrix is n"),
    (sympy.Matrix([[sympy.Symbol("b") + sympy.Symbol("a")]]), InputError, 'entry "a" is a letter'),
    ([[mpmath.inf]], NotExactError, "row 1, column 1 is not a number"),
    ([[flint.arb(1)]], NotExactError, "arb in row 1, column 1"),
    ([["1", "a"], [1, 1]], InputError, LETTER),
    ("[[1, a], [1, 1]]", InputError, LETTER),
    (sympy.Matrix([[1, sympy.Symbol("a")], [1, 1]]), InputError, LETTER),
    (sympy.Matrix([[1, sympy.Symbol("a") ** 2 - 1], [1, 1]]), InputError, LETTER),
    ([[1, "O.5"], [1, 1]], ParseError,
     '"O.5" in row 1, column 2 is not a number: it begins with the letter O. Did you mean 0.5?'),
    ([["l/2"]], ParseError, "Did you mean 1/2?"),
    ("[[1, O.5], [1, 1]]", InputError, "(row 1, column 2). Did you mean the digit 0?"),
    ("1 1l; 1 1", InputError, "Did you mean the digit 1?"),
    ([["1.O"]], ParseError, "it contains the letter O. Did you mean 1.0?"),
    ([["1,5"]], ParseError, "A decimal is written with a point: 1.5."),
    ("1,5 2; 3 4", ParseError, "A decimal is written with a point: 1.5."),
    ([[1, 1], ["1/0", 1]], InputError, '"1/0" in row 2, column 1 divides by zero'),
    ("[[1, 1], [1, 2/(1-1)]]", InputError, "row 2, column 2 divides by zero"),
    ([["0^-1"]], InputError, "divides by zero"),
    ("[[1, 1], [1, 1]]/0", InputError, "the matrix is divided by zero"),
    ([["pi"]], InputError, "pi in row 1, column 1 is not algebraic"),
    ([["e"]], InputError, "e in row 1, column 1 is not algebraic"),
    (sympy.Matrix([[sympy.pi]]), InputError, "pi in row 1, column 1 is not algebraic"),
    ("[[1, 2], [3, 4]] = A", ParseError, '"=" at character 18'),
    ("[[1, 2], [3, ]]", ParseError, "Something is missing"),
    ("[[1, 2], [3, 4]", ParseError, "never closed"),
    ("[[1, 2], [3, four]]", ParseError, '"four" at character 14'),
    ("[[а, 2], [3, 4]]", ParseError, "only looks like a"),
    ("[[1, 2], [3, 4\u202e]]", ParseError, "right-to-left override"),
    ("[[１, 2], [3, 4]]", ParseError, "Type a plain 1"),
    ("__import__('os').system('x')", ParseError, "character 1"),
    ([["__import__('os').system('x')"]], ParseError, "row 1, column 1 cannot be read"),
    ([["9**9**9"]], ParseError, "I can read this, but it has more than 369 million digits"),
    ("[[((20!)!)]]", ParseError, "factorials"),
    ("[" * 100_000, ParseError, "nested more than 100 deep"),
    ("1 " * 2_000_001, ParseError, "characters"),
    ([[Decimal("1e999999999")]], InputError, "exponent over 10,000"),
    ([[sympy.Float((0, 1, -(10**12), 1))]], InputError, "larger or smaller"),
    ("no_such_file.json", InputError, 'there is no file "no_such_file.json"'),
    ("\x00.json", InputError, "no name of a file"),
    (Path("matrix.txt"), InputError, 'there is no file "matrix.txt"'),
]  # fmt: skip


@pytest.mark.parametrize(("source", "kind", "words"), REFUSED, ids=[str(s)[:30] for s, _, _ in REFUSED])
def test_refused(source: Any, kind: type[SymspecError], words: str) -> None:
    start = time.process_time()
    with pytest.raises(kind) as caught:
        matrix(source)
    seconds = time.process_time() - start
    assert words in str(caught.value)
    assert seconds < 0.2 or len(str(source)) > 4096


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("sqrt(2)", "sqrt(2) in row 1, column 2 lies outside the rational numbers"),
        ("√2", "sqrt(2) in row 1, column 2"),
        ("2+3i", "2 + 3*i in row 1, column 2"),
        ("I", "I in row 1, column 2"),
        ("cos(pi/7)", "cos(pi/7) in row 1, column 2"),
        ("2^(1/3)", "2^(1/3) in row 1, column 2"),
        (1j, "1j in row 1, column 2"),
        (np.complex64(1j), "1j in row 1, column 2"),
        (mpmath.mpc(0, 1), "row 1, column 2"),
        (sympy.sqrt(2), "sqrt(2) in row 1, column 2"),
        (sympy.I, "I in row 1, column 2"),
    ],
)
def test_a_number_outside_q_is_not_taken_for_a_rational_one(entry: object, words: str) -> None:
    with pytest.raises(UnsupportedFieldError) as caught:
        exact(entry, 0, 1, "decimal")
    assert words in str(caught.value)


def test_options_have_three_values() -> None:
    with pytest.raises(InputError, match='"decimal", "binary" or "error"'):
        matrix([[1]], floats="nearest")
    with pytest.raises(InputError, match="backend"):
        matrix([[1]], backend="abacus")


# -- floats --


@pytest.mark.parametrize(
    "source",
    [
        [[0.1]],
        np.array([[0.1]]),
        [[np.float64(0.1)]],
        sympy.Matrix([[0.1]]),
        [[mpmath.mpf(0.1)]],
        [[0.1 + 0j]],
    ],
    ids=["float", "array", "numpy", "sympy", "mpmath", "complex"],
)
def test_a_float_is_the_decimal_that_was_typed_or_its_binary_value(source: Any) -> None:
    assert matrix(source)[0, 0] == Fraction(1, 10)
    assert matrix(source, floats="binary")[0, 0] == Fraction(0.1)
    with pytest.raises(NotExactError, match=r"0\.1 in row 1, column 1 is a float, and floats were refused"):
        matrix(source, floats="error")


@given(st.floats(allow_nan=False, allow_infinity=False, width=64))
def test_the_decimal_reading_gives_the_float_back(x: float) -> None:
    found = matrix([[x]])
    assert float(found[0, 0]) == x
    assert found.reading.approximate == ((0, 0, x),)
    assert matrix([[x]], floats="binary")[0, 0] == Fraction(x)


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64, np.longdouble])
def test_each_precision_has_its_own_shortest_decimal(kind: Any) -> None:
    for text in ("0.1", "0.3", "1.5", "0.007"):
        assert matrix(np.array([[kind(text)]]))[0, 0] == Fraction(text)
        binary = matrix(np.array([[kind(text)]]), floats="binary")[0, 0]
        assert binary == Fraction(*map(int, kind(text).as_integer_ratio()))


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_single_precision_is_given_back(x: float) -> None:
    found = matrix(np.array([[x]], dtype=np.float32))[0, 0]
    assert np.float32(float(found)) == np.float32(x)


def test_sympy_floats_keep_their_own_precision() -> None:
    text = "0.123456789012345678901234567891"
    assert matrix(sympy.Matrix([[sympy.Float(text, 30)]]))[0, 0] == Fraction(text)


def test_the_reading_names_the_floats_and_only_them() -> None:
    reading = matrix([[0.5, "0.5"], [Decimal("0.5"), np.float32(0.25)]]).reading
    assert reading.approximate == ((0, 0, 0.5), (1, 1, 0.25))
    assert reading.floats == "decimal"
    assert matrix([["0.5"]]).reading.floats is None
    assert matrix("[[0.5]]").reading.floats is None


# -- texts --


@given(square_rows())
def test_fractions_survive_every_form(rows: Rows) -> None:
    expected = ExactMatrix.from_fractions(rows)
    texts = [[str(x) for x in row] for row in rows]
    forms: list[Any] = [
        rows,
        texts,
        "; ".join(" ".join(row) for row in texts),
        "\n".join(", ".join(row) for row in texts),
        "[[" + "], [".join(", ".join(row) for row in texts) + "]]",
        sympy.Matrix(rows),
        np.array(rows, dtype=object),
        expected,
        "\\begin{pmatrix}" + "\\\\".join(" & ".join(row) for row in texts) + "\\end{pmatrix}",
    ]
    for form in forms:
        assert matrix(form) == expected


LITERALS = st.sampled_from([*"0 1 -2 +3 1/2 -3/4 0.25 -1.5 1e-3 2E2 1/0 1. 4-".split(), ""])


@given(
    st.lists(st.lists(LITERALS, min_size=1, max_size=3), min_size=1, max_size=3),
    st.sampled_from([", ", ",", " ", "  ", "\n", " ,"]),
    st.sampled_from(["; ", ";", "\n", "\n\n", ";\n"]),
    st.sampled_from(["{}", "[{}]", " [ {} ]"]),
)
def test_what_is_read_at_a_glance_is_what_the_grammar_reads(
    rows: list[list[str]], comma: str, semicolon: str, frame: str
) -> None:
    bare = frame.format(semicolon.join(comma.join(row) for row in rows))
    nested = frame.format(comma.join(f"[{comma.join(row)}]" for row in rows))
    for text in (bare, nested):
        seen = written._at_a_glance(text)
        if seen is not None:
            assert seen == parsed.entries(text)


PIECES = st.sampled_from("1 2 a / , ; [ ] ( ) . - e nan ½ .json √ ^".split())
JUNK = st.text(max_size=60) | st.lists(PIECES | st.sampled_from(" \n")).map("".join)
LEAVES = st.none() | st.booleans() | st.floats() | st.text(max_size=3) | st.integers() | st.binary(max_size=2)


@given(JUNK)
def test_any_text_is_a_matrix_or_a_sentence(text: str) -> None:
    for source in (text, [[text]], [[text, 1], [1, text]]):
        try:
            matrix(source)
        except (InputError, UndecidedError) as error:
            assert str(error)


@given(st.recursive(LEAVES, st.lists))
def test_any_nested_data_is_a_matrix_or_a_sentence(data: Any) -> None:
    try:
        matrix(data)
    except (InputError, UndecidedError) as error:
        assert str(error)


# -- files --


def test_a_file_of_numbers_texts_or_with_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for text in ('[[0.9, 1e-1], ["1/5", 0.80]]', '{"matrix": [["9/10", "0.1"], [0.2, "4/5"]], "note": 1}'):
        path.write_text(text, "utf-8")
        for source in (path, str(path)):
            assert matrix(source).tolist() == SEED
            assert matrix(source).reading.source == "file"
            assert matrix(source, floats="error").reading.floats is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[1, 2]", "is not JSON: line 1"),
        ("[[NaN]]", "NaN is not a number"),
        ("[[-Infinity]]", "Infinity is not a number"),
        ("[1, 2]", "holds no matrix"),
        ('{"A": [[1]]}', "holds no matrix"),
        ("[" * 200_000, "nests brackets too deep"),
        (f"[[{'9' * 5000}]]", "5,000 digits"),
        ("[[1e999999]]", "exponent over 10,000"),
        ("[[1e999999999999999999999]]", "the exponent of 1e999999999999999999999 is too large"),
        ("[[-1e-999999999999999999999]]", "too large"),
        ("[[true]]", "truth value"),
        ("[[1, 2]]", "1 x 2 is not square"),
        ("\udcff", "not text in UTF-8"),
    ],
)
def test_a_file_that_holds_no_matrix(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError) as caught:
        matrix(path)
    assert words in str(caught.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        matrix(tmp_path / "a.json")


def test_json_numbers_are_read_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([[1]]).replace("1", "0." + "0" * 400 + "1"), "utf-8")
    assert matrix(path)[0, 0] == Fraction(1, 10**401)


# -- as it is, and how fast --


def test_an_exact_matrix_is_returned_as_it_is() -> None:
    a = matrix("[[0.5]]")
    assert matrix(a) is a
    with pytest.raises(NotSquareError):
        matrix(ExactMatrix.from_integers([[1, 2]]))


def test_another_backend_keeps_value_and_reading() -> None:
    a = matrix([[0.5, 1], [2, 3]], backend="flint")
    b = matrix(a, backend="sympy")
    assert (b.backend, b.reading) == ("sympy", a.reading)
    assert b == a


def test_the_door_imports_no_library_that_the_object_does_not_come_from() -> None:
    code = (
        "import sys; from symspec.algebra.coerce import matrix; from fractions import Fraction; "
        "matrix([[1, '1/2'], [Fraction(1, 3), 0.5]]); matrix('[[1, 2], [3, 4e-3]]'); matrix('1 2; 3 4'); "
        "print(sorted({'sympy', 'numpy', 'mpmath', 'lark', 'symspec.syntax.tree'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
