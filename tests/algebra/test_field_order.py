"""The order in which eigenvalues over a number field are listed: exact, whatever the boxes look like."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

import pytest

import symspec as ss
from symspec.algebra.fields.order import in_order
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from tests.strategies import number

TINY = "1/10^40"
LISTS = (
    ("-sqrt(2)", "1", "sqrt(2)", "-5 + i"),
    ("1 - 2i", "1 - i", "1 + i", "1 + 2i"),
    (f"1/3 - {TINY} + 2i", "1/3 + i", f"1/3 + {TINY} - i", f"1/3 + {TINY} + sqrt(2) i"),
    ("1", f"1 + {TINY}", f"1 - {TINY} i", f"1 + {TINY} i"),
    ("-i sqrt(3)", "-i", "i sqrt(2)", f"i sqrt(2) + {TINY}"),
    ("cos(2 pi/7) - i", "cos(2 pi/7) + i sin(2 pi/7)", "cos(2 pi/7) + i"),
    ("2^(1/3) exp(2 pi i/3)", "-2^(1/3)/2 + 5i", f"-2^(1/3)/2 + {TINY}"),
    ("sqrt(2) + sqrt(3) - 5i", "sqrt(5 + 2sqrt(6)) + i", "sqrt(2) + sqrt(3) + 2i"),
)


def exact(text: str) -> AlgebraicNumber:
    z = number(text)
    return z.number if hasattr(z, "number") else AlgebraicNumber.of(z)


@pytest.mark.parametrize("texts", LISTS, ids=[x[0] for x in LISTS])
def test_real_ones_first_then_by_real_part_then_by_imaginary_part(texts: tuple[str, ...]) -> None:
    wanted = [exact(text) for text in texts]
    wanted.sort(key=lambda z: not z.is_real)  # stable: real ones first
    for seed in range(4):
        given = random.Random(seed).sample(wanted, len(wanted))
        assert in_order(given, lambda z: z) == wanted


@pytest.mark.parametrize("texts", LISTS, ids=[x[0] for x in LISTS])
def test_the_spectrum_of_a_triangular_matrix_is_listed_in_that_order(texts: tuple[str, ...]) -> None:
    wanted = sorted((exact(text) for text in texts), key=lambda z: not z.is_real)
    shuffled = random.Random(1).sample(texts, len(texts))
    n = len(texts)
    rows = [[shuffled[i] if i == j else ("1" if j == i + 1 else "0") for j in range(n)] for i in range(n)]
    assert [e.value for e in ss.analyze(rows).spectrum.eigenvalues] == wanted


def test_conjugates_over_a_real_field_need_no_minimal_polynomial() -> None:
    """Two eigenvalues with one real part, in a field of degree 12."""
    an = ss.analyze("[[0, 2^(1/3)], [-sqrt(2) - sqrt(3), 1]]")
    low, high = an.spectrum.eigenvalues
    assert low.value.box(64).imag[1] < 0 < high.value.box(64).imag[0]
    assert not low.value._settled and not high.value._settled  # type: ignore[attr-defined]
    assert low.value == high.value.conjugate


def test_real_eigenvalues_over_a_complex_field() -> None:
    values = [e.value for e in ss.analyze("[[2, i, 0], [-i, 3, 1 + i], [0, 1 - i, 5]]").spectrum.eigenvalues]
    assert all(z.is_real for z in values) and values == sorted(values)


def test_many_equal_real_parts_of_high_degree() -> None:
    """I/3 + i H for a real symmetric H: every real part is 1/3; degree 32; imaginary parts decide."""
    units = ("sqrt(2)", "sqrt(3)")
    rows = [
        [
            f"1/3 + i*({i + 1}*{units[i % 2]})"
            if i == j
            else f"i*({(i + 1) * (j + 1) % 5} + {units[(i + j) % 2]})"
            for j in range(4)
        ]
        for i in range(4)
    ]
    boxes = [e.value.box(64) for e in ss.analyze(rows).spectrum.eigenvalues]
    assert all(b.imag[1] < c.imag[0] for b, c in pairwise(boxes))
    assert all(b.real[0] <= Fraction(1, 3) <= b.real[1] for b in boxes)
