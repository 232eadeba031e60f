"""The screen about one matrix: what stands on it is true, whole and short."""

from __future__ import annotations

import pytest

import symspec
from symspec.render.numbers import rational_text
from symspec.render.screen import WIDTH

NEAR = "1/10000000000000000000000000000000000000000"


def facts(text: str) -> dict[str, str]:
    """The table at the foot of the screen."""
    return {line[:27].strip(): line[28:] for line in text.partition("\n\ncharacteristic")[2].splitlines()}


def test_long_lists_of_blocks_are_cut_without_a_word_about_degrees() -> None:
    diagonal = [f"{k}/97" for k in (2, 3, 5, 7, 11, 13, 17)]
    rows = [
        [diagonal[i // 2] if i == j else int(j == i + 1 and i % 2 == 0) for j in range(14)] for i in range(14)
    ]
    shown = facts(str(symspec.analyze(rows)))["Jordan blocks"]
    assert shown.startswith("sizes at ") and shown.endswith(" ..")


@pytest.mark.parametrize(
    ("matrix", "told"),
    [
        ("[[1e300, 1], [1e400, 3]]", "A = integers of at most 401 digits"),
        (f"[[{NEAR}, {'9' * 80}/7], [0, 1/2]]", "over a denominator of 41 digits"),
        (f"[[1 + {NEAR}, 1], [0, 1/2]]", "like (1 + 1e-40)^n"),
        (f"[[1 + {NEAR}, 1], [0, 1/2]]", "the eigenvalue 1 + 1e-40 is outside"),
        ("[[1/2, 1, 0], [0, 1/2, 0], [1/97, 1/89, 12345678/12345679]]", "N^2 = 0, N not 0"),
        ("1/2 1 0 0; 0 1/2 1 0; 0 0 1/2 0; 1/97 0 1/89 1234567/1234568", "N^3 = 0, N^2 not 0"),
    ],
)
def test_long_numbers(matrix: str, told: str) -> None:
    shown = str(symspec.analyze(matrix))
    assert told in shown
    assert max(map(len, shown.splitlines())) <= WIDTH + 25  # the size stands beside the first line


@pytest.mark.parametrize("exponent", [30, 5000])
def test_a_rational_number_of_any_length(exponent: int) -> None:
    from fractions import Fraction

    assert rational_text(Fraction(10**exponent)) == f"1e+{exponent}"
    assert rational_text(1 - Fraction(1, 10**exponent)) == f"1 - 1e-{exponent}"
