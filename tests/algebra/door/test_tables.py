"""Tables: separators, decimal commas, labels; and each way in which a table is none."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec import matrix, read_matrix
from symspec.algebra.door.given import Remark
from symspec.errors import InputError, NotExactError, NotSquareError, UndecidedError

SEED = matrix("[[0.9, 0.1], [0.2, 0.8]]")
COMMA = (Remark("decimal_comma", ("0,9",)),)


def saved(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


READ: list[tuple[str, tuple[Remark, ...]]] = [
    ("0.9,0.1\n0.2,0.8\n", ()),
    ("0.9, 0.1\r\n0.2, 0.8\r\n", ()),
    ("0.9;0.1\n0.2;0.8", ()),
    ("0.9\t0.1\n0.2\t0.8\n\n", ()),
    ("0.9 0.1\n0.2  0.8\n", ()),
    ("9e-1,1E-1\n.2,8e-01", ()),
    ("9/10,1/10\n1/5,4/5", ()),
    ('"0.9","0.1"\n"0.2","0.8"', ()),
    ("0.9,0.1,,\n0.2,0.8,,\n", ()),
    ("sep=;\n0.9;0.1\n0.2;0.8", ()),
    ("# by hand\n0.9,0.1\n#\n0.2,0.8", ()),
    ("\ufeff0.9,0.1\n0.2,0.8", ()),
    ("0,9;0,1\n0,2;0,8", COMMA),
    ("0,9\t0,1\n0,2\t0,8", COMMA),
    ('"0,9","0,1"\n"0,2","0,8"', COMMA),
    ("sunny,rainy\n0.9,0.1\n0.2,0.8", (Remark("header_skipped", ("sunny", "rainy")),)),
    ("state 1;state 2\n0.9;0.1\n0.2;0.8", (Remark("header_skipped", ("state 1", "state 2")),)),
    (
        ",sunny,rainy\nsunny,0.9,0.1\nrainy,0.2,0.8",
        (Remark("header_skipped", ("sunny", "rainy")), Remark("labels_skipped", ("sunny", "rainy"))),
    ),
    (
        "from,sunny,rainy\nsunny,0.9,0.1\nrainy,0.2,0.8",
        (Remark("header_skipped", ("from", "sunny", "rainy")), Remark("labels_skipped", ("sunny", "rainy"))),
    ),
    (
        ",0,1\n0,0.9,0.1\n1,0.2,0.8",
        (Remark("header_skipped", ("0", "1")), Remark("labels_skipped", ("0", "1"))),
    ),
    ("x1,0.9,0.1\nx2,0.2,0.8", (Remark("labels_skipped", ("x1", "x2")),)),
]


@pytest.mark.parametrize(("text", "remarks"), READ, ids=[repr(t)[:30] for t, _ in READ])
def test_read(text: str, remarks: tuple[Remark, ...], tmp_path: Path) -> None:
    found = read_matrix(saved(tmp_path / "a.csv", text))
    assert found == SEED
    assert found.reading.remarks == remarks
    assert found.reading.floats is None


@pytest.mark.parametrize("text", ["0.9\t0.1\n0.2\t0.8", "0,9\t0,1\n0,2\t0,8\n", "a\tb\n0.9\t0.1\n0.2\t0.8"])
def test_cells_pasted_from_a_spreadsheet(text: str) -> None:
    found = matrix(text)
    assert found == SEED == read_matrix(text)
    assert found.reading.source == "text"


def test_entries_are_expressions_too(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.csv", "sqrt(2),i\n1/3,2^3\n")
    assert read_matrix(path) == matrix("[[sqrt(2), i], [1/3, 8]]")
    assert read_matrix(path).reading.remarks == ()


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("1,500;2\n0;1", ",", [[Fraction(3, 2), 2], [0, 1]]),
        ("0,5 0,5\n1 0", ",", [[Fraction(1, 2), Fraction(1, 2)], [1, 0]]),
        ("1,2\n3,4", ".", [[1, 2], [3, 4]]),
        ("1,5", ",", [[Fraction(3, 2)]]),
        ("5 0,5 0\n1 2,3 4", ".", None),
    ],
)
def test_decimal_says_what_the_table_does_not(
    text: str, decimal: str, expected: list[list[Fraction]] | None, tmp_path: Path
) -> None:
    path = saved(tmp_path / "a.csv", text)
    if expected is None:
        with pytest.raises(InputError):
            read_matrix(path, decimal=decimal)
    else:
        assert read_matrix(path, decimal=decimal).tolist() == expected


MALFORMED: list[tuple[str, str | bytes, str]] = [
    ("empty", "", "is empty. Write at least one row"),
    ("blank", "\n \n", "is empty. Write at least one row"),
    ("only a comment", "# nothing\n", "is empty"),
    ("ragged", "1,2\n3\n", "line 2 has 1 entry, line 1 has 2. Every row"),
    ("longer row", "1,2\n\n3,4,5\n", "line 3 has 3 entries, line 1 has 2"),
    ("empty cell", "1,2\n,4\n", "row 2, column 1"),
    ("missing value", "1,NA\n3,4\n", 'is "NA", a missing value'),
    ("commas and points", "0,5;0.5\n1;0", 'decimal commas ("0,5") and decimal points ("0.5")'),
    ("thousands", "1,000;2\n3;4,000", '"1,000" in'),
    ("thousands and decimals", "1.234,5;2\n3;4", "is not a number. Write decimals with a point"),
    ("two decimal commas", "1,000,000;2\n3;0,5", '"1,000,000" in'),
    ("commas between spaces", "0,5 0,5\n1,0 0,0", "may be decimal commas"),
    ("decimal commas as separators", "0,5,0,5\n1,0,0,0", "If its commas are decimal commas"),
    ("half a header", "a,2\n3,4\n", 'mixes labels and numbers ("a" is a label)'),
    ("two headers", "a,b\nc,d\n1,2", "letter without a value"),
    ("UTF-16", "1,2\n3,4".encode("utf-16"), "is text in UTF-16. Save it again as UTF-8"),
    ("UTF-16 without a mark", "1,2\n3,4".encode("utf-16-le"), "holds zero bytes"),
    ("Latin-1", b"caf\xe9,b\n1,2\n3,4", "is not text in UTF-8 (byte 4)"),
    ("joined files", "1,2\n\ufeff3,4", "byte order mark in its middle"),
    ("open quotation", '"1,2\n3,4', "a quotation mark is never closed"),
    ("text", "hello\n", '"hello" in row 1, column 1'),
    ("not square", "1,2\n3,4\n5,6", "3 x 2 is not square"),
    ("spreadsheet error", "1,#DIV/0!\n3,4", "row 1, column 2 cannot be read"),
    ("spreadsheet formula", "=A2,1\n3,4", "row 1, column 1 cannot be read"),
    ("letter for a digit", "1,O.5\n3,4", "Did you mean 0.5?"),
]


@pytest.mark.parametrize(("text", "words"), [m[1:] for m in MALFORMED], ids=[m[0] for m in MALFORMED])
def test_refused(text: str | bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_matrix(saved(tmp_path / "a.csv", text))
    assert words in str(caught.value)


@pytest.mark.parametrize("cell", ["nan", "NaN", "inf", "-Infinity"])
def test_what_is_no_number_is_called_that(cell: str, tmp_path: Path) -> None:
    with pytest.raises(NotExactError, match="row 1, column 2"):
        read_matrix(saved(tmp_path / "a.csv", f"1,{cell}\n3,4"))


def test_too_many_cells(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="more than 1,000,000 cells"):
        read_matrix(saved(tmp_path / "a.csv", (",".join("1" * 1100) + "\n") * 1000))


def test_pasted_cells_with_a_gap_are_not_closed_up() -> None:
    with pytest.raises(InputError, match="row 1, column 2 of the table is empty"):
        matrix("1\t\t3\n4\t\t6\n0\t1\t0")
    with pytest.raises(NotSquareError):
        matrix("1\t2\t3\n4\t5\t6")


def test_an_unknown_option() -> None:
    with pytest.raises(InputError, match='use "." or ","'):
        read_matrix("1 2\n3 4", decimal="'")


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(st.integers(-99, 99), min_size=n, max_size=n),
                                                    min_size=n, max_size=n)))  # fmt: skip
def test_what_savetxt_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[int]]
) -> None:
    array = np.array(rows) / 4
    for name, mark in (("a.csv", ","), ("b.txt", " "), ("c.dat", "\t"), ("d.csv", ";")):
        path = tmp_path_factory.getbasetemp() / name
        np.savetxt(path, array, delimiter=mark, header="rows of quarters")
        assert read_matrix(path) == matrix(array)


PIECES = st.sampled_from(
    ["0", "1", "2", ",", ";", "\t", " ", "\n", ".", "a", "b c", '"', "-", "e", "0,5", "1,000"]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([None, ".", ","]), st.booleans())
def test_any_table_is_a_matrix_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, text: str, decimal: str | None, in_file: bool
) -> None:
    path = saved(tmp_path_factory.getbasetemp() / "fuzz.csv", text)
    try:
        read_matrix(path if in_file else text, decimal=decimal)
    except (InputError, UndecidedError) as error:
        assert str(error)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_matrix_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for name in ("fuzz.csv", "fuzz.txt", "fuzz.json", "fuzz.mtx", "fuzz"):
        path = saved(tmp_path_factory.getbasetemp() / name, data)
        try:
            read_matrix(path)
        except (InputError, UndecidedError) as error:
            assert str(error)
