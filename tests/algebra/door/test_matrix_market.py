"""Matrix Market files: the four symmetries, both listings, every field; and each damage."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec import matrix, read_matrix
from symspec.errors import InputError, NotExactError, UndecidedError
from tests.strategies import Rows, square_rows

M = "%%MatrixMarket matrix"
READ = [
    (f"{M} coordinate real general\n% a remark\n2 2 3\n1 1 0.9\n1 2 1e-1\n2 2 8.0D-1\n",
     "[[0.9, 0.1], [0, 0.8]]"),
    (f"{M} array real general\n2 2\n0.9\n0.2\n0.1\n0.8\n", "[[0.9, 0.1], [0.2, 0.8]]"),
    (f"{M} coordinate integer general\n2 2 2\n2 1 -7\n1 2 +3\n", "[[0, 3], [-7, 0]]"),
    (f"{M} coordinate pattern general\n2 2 2\n1 2\n2 1\n", "[[0, 1], [1, 0]]"),
    (f"{M} coordinate pattern symmetric\n3 3 2\n2 1\n3 3\n", "[[0, 1, 0], [1, 0, 0], [0, 0, 1]]"),
    (f"{M} coordinate real symmetric\n2 2 2\n1 1 1\n2 1 .5\n", "[[1, 0.5], [0.5, 0]]"),
    (f"{M} array real symmetric\n2 2\n1\n0.5\n3\n", "[[1, 0.5], [0.5, 3]]"),
    (f"{M} coordinate real skew-symmetric\n2 2 1\n2 1 0.5\n", "[[0, -0.5], [0.5, 0]]"),
    (f"{M} array integer skew-symmetric\n3 3\n1\n2\n3\n", "[[0, -1, -2], [1, 0, -3], [2, 3, 0]]"),
    (f"{M} coordinate complex general\n2 2 2\n1 1 1 2\n2 2 0.5 -0.25\n", "[[1 + 2i, 0], [0, 0.5 - 0.25i]]"),
    (f"{M} coordinate complex hermitian\n2 2 2\n1 1 3 0\n2 1 1 2\n", "[[3, 1 - 2i], [1 + 2i, 0]]"),
    (f"{M} array complex symmetric\n2 2\n1 0\n0 1\n0 0\n", "[[1, i], [i, 0]]"),
    ("%%matrixmarket MATRIX Coordinate Double GENERAL\n\n1 1 1\n\n1 1 0.1\n", "[[0.1]]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_read(text: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mtx"
    path.write_text(text)
    assert read_matrix(path) == matrix(expected) == matrix(str(path))
    assert read_matrix(path).reading.floats is None
    other = tmp_path / "without_ending"
    other.write_text(text)
    assert read_matrix(other) == matrix(expected)


@given(square_rows())
def test_what_is_written_by_the_rules_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: Rows
) -> None:
    quarters = [[Fraction(x.numerator, 4) for x in row] for row in rows]
    n = len(rows)
    listed = [
        f"{i + 1} {j + 1} {float(quarters[i][j])}" for j in range(n) for i in range(n) if quarters[i][j]
    ]
    path = tmp_path_factory.getbasetemp() / "written.mtx"
    path.write_text("\n".join([f"{M} coordinate real general", f"{n} {n} {len(listed)}", *listed, ""]))
    assert read_matrix(path).tolist() == quarters
    dense = [str(float(quarters[i][j])) for j in range(n) for i in range(n)]
    path.write_text("\n".join([f"{M} array real general", f"{n} {n}", *dense]))
    assert read_matrix(path).tolist() == quarters


C = f"{M} coordinate real general\n"
MALFORMED = [
    ("", "no Matrix Market file"),
    ("1 2\n3 4\n", "no Matrix Market file"),
    (f"{M} coordinate real\n1 1 1\n1 1 1", "no Matrix Market file"),
    ("%%MatrixMarket vector coordinate real general\n", "no Matrix Market file"),
    (f"{M} sparse real general\n1 1 1\n1 1 1", "is no first line"),
    (f"{M} array pattern general\n1 1\n1", "a pattern is given by coordinates"),
    (f"{M} array real hermitian\n1 1\n1", "only a complex matrix is called hermitian"),
    (C, "the numbers of rows, columns and entries should stand here"),
    (C + "2 2\n", "line 2: the numbers of rows, columns and entries"),
    (C + "2 2 x\n", "line 2: the numbers of rows, columns and entries"),
    (f"{M} array real general\n2\n1\n", "line 2: the numbers of rows and columns"),
    (C + "999999999 999999999 1\n1 1 1\n", "999,999,999 x 999,999,999 entries; at most 1,000,000"),
    (C + "2 2 999999999\n1 1 1\n", "ends early: 1,000,001 entries"),
    (C + "2 2 2\n1 1 1\n", "ends early: 2 entries were announced, 1 are there"),
    (C + "2 2 1\n1 1 1\n2 2 1\n", "line 4: there are more than the 1 entries"),
    (C + "2 2 1\n3 1 1\n", "line 3: row 3, column 1 is outside 2 x 2"),
    (C + "2 2 1\n0 1 1\n", "row 0, column 1 is outside 2 x 2; both count from 1"),
    (C + "2 2 2\n1 1 1\n1 1 2\n", "line 4: the entry in row 1, column 1 is given twice"),
    (C + "2 2 1\n1 1\n", "make 3 words, here are 2"),
    (C + "2 2 1\n1 1 2 3\n", "make 3 words, here are 4"),
    (C + "2 2 1\n1 x 2\n", '"1 x" is no row and column'),
    (C + "1 1 1\n1 1 two\n", 'line 3: "two" is not a number'),
    (C + "1 1 1\n1 1 0x10\n", '"0x10" is not a number'),
    (C + "1 2 1\n1 1 1\n", "1 x 2 is not square"),
    (f"{M} coordinate integer general\n1 1 1\n1 1 0.5\n", "is not an integer"),
    (f"{M} coordinate real symmetric\n2 2 1\n1 2 5\n", "is above the diagonal"),
    (f"{M} coordinate real symmetric\n2 3 1\n1 1 5\n", "is symmetric, but 2 x 3 is not square"),
    (f"{M} coordinate real skew-symmetric\n2 2 1\n1 1 5\n", "diagonal of a skew-symmetric matrix is 0"),
    (f"{M} coordinate complex hermitian\n2 2 1\n1 1 5 1\n", "diagonal of a hermitian matrix is real"),
    (f"{M} array real general\n1 1\n1 2\n", "one entry should stand here, not 2 words"),
    (f"{M} array complex general\n1 1\n1\n", "one entry should stand here, not 1 words"),
]


@pytest.mark.parametrize(("text", "words"), MALFORMED)
def test_refused(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mtx"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        read_matrix(path)
    assert words in str(caught.value)


def test_nan_is_no_number(tmp_path: Path) -> None:
    path = tmp_path / "a.mtx"
    path.write_text(C + "1 1 1\n1 1 NaN\n")
    with pytest.raises(NotExactError, match="line 3: NaN"):
        read_matrix(path)


WORDS = st.sampled_from("1 2 3 0 -1 0.5 nan x % 1e5 1e9999 \n".split(" "))
KINDS = st.tuples(
    st.sampled_from(["coordinate", "array"]),
    st.sampled_from(["real", "integer", "complex", "pattern"]),
    st.sampled_from(["general", "symmetric", "skew-symmetric", "hermitian"]),
)


@given(KINDS, st.lists(st.lists(WORDS, max_size=4), max_size=6))
def test_any_lines_are_a_matrix_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, kind: tuple[str, str, str], lines: list[list[str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.mtx"
    path.write_text("\n".join([f"{M} {' '.join(kind)}", *(" ".join(line) for line in lines)]))
    try:
        read_matrix(path)
    except (InputError, UndecidedError) as error:
        assert str(error)
