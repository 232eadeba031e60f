"""The boundary of the unit circle, where floating point guesses: each verdict is known by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

import symspec as ss

T = Fraction(1, 10**40)


def companion(*coefficients: int | Fraction) -> list[list[Fraction]]:
    """The companion matrix of the monic polynomial with these lower coefficients, constant term first."""
    d = len(coefficients)
    rows = [[Fraction(int(i == j + 1)) for j in range(d)] for i in range(d)]
    for i, c in enumerate(coefficients):
        rows[i][d - 1] = -Fraction(c)
    return rows


def diagonal(*entries: int | Fraction) -> list[list[Fraction]]:
    return [
        [Fraction(x) if i == j else Fraction(0) for j in range(len(entries))] for i, x in enumerate(entries)
    ]


def block(value: int | Fraction, size: int) -> list[list[Fraction]]:
    return [
        [Fraction(value) if i == j else Fraction(int(j == i + 1)) for j in range(size)] for i in range(size)
    ]


def permutation(n: int) -> list[list[int]]:
    return [[int(j == (i + 1) % n) for j in range(n)] for i in range(n)]


LEHMER = companion(1, 1, 0, -1, -1, -1, -1, -1, 0, 1)
J2_AT_I = [[0, -1, 1, 0], [1, 0, 0, 1], [0, 0, 0, -1], [0, 0, 1, 0]]
SYMPY_15858 = [[1, 1, 1, 0], [-2, -1, 0, -1], [0, 0, -1, -1], [0, 0, 2, 1]]
FIFTY = 10**50 + 151
ZERO, ONE, MANY = "tends_to_zero", "converges", "bounded_divergent"
UNBOUNDED = "unbounded"


@pytest.mark.parametrize(
    ("rows", "fate", "degree"),
    [
        (diagonal(1 - T), ZERO, 0),
        (diagonal(1 + T), UNBOUNDED, 0),
        (diagonal(-1 + T), ZERO, 0),
        (block(1 - T, 3), ZERO, 2),
        (diagonal(1, 1 - T), ONE, 0),
        (diagonal(1, 1 + T), UNBOUNDED, 0),
        (diagonal(1, -1 - T), UNBOUNDED, 0),
        (companion(T - 1, 0), ZERO, 0),
        (companion(T - 1, T), MANY, 0),  # (x + 1)(x - 1 + 10^-40)
        (LEHMER, UNBOUNDED, 0),
        (companion(1, Fraction(-6, 5)), MANY, 0),
        (companion(1, -1, 3, -1), UNBOUNDED, 0),
        (companion(-1, -1, 0, 0, 0), UNBOUNDED, 0),
        (diagonal(-1), MANY, 0),
        (diagonal(1, -1), MANY, 0),
        (companion(1, 1, 1, 1, 1, 1), MANY, 0),
        (block(1, 2), UNBOUNDED, 1),
        (block(-1, 2), UNBOUNDED, 1),
        (block(1, 4), UNBOUNDED, 3),
        (J2_AT_I, UNBOUNDED, 1),
        (SYMPY_15858, UNBOUNDED, 1),
        (block(0, 5), ZERO, 0),
        ([[0, 0], [0, 0]], ZERO, 0),
        ([[0]], ZERO, 0),
        ([[1]], ONE, 0),
        ([[Fraction(1, 2)]], ZERO, 0),
        ([[-2]], UNBOUNDED, 0),
        (diagonal(1, 1, 1), ONE, 0),
        (permutation(12), MANY, 0),
        ([[FIFTY, -FIFTY], [FIFTY, -FIFTY]], ZERO, 0),
        ([[Fraction(FIFTY, 3), 1], [0, Fraction(1, FIFTY)]], UNBOUNDED, 0),
        ([[Fraction(FIFTY - 1, FIFTY), FIFTY], [0, Fraction(1, 2)]], ZERO, 0),
        ([[Fraction(3, 5) * (1 - T), Fraction(-4, 5)], [Fraction(4, 5), Fraction(3, 5)]], ZERO, 0),
    ],
)
def test_fate_growth_and_certificate(rows: list[list[Fraction]], fate: str, degree: int) -> None:
    an = ss.analyze(rows)
    assert an.behavior.value == fate
    assert an.growth.degree == degree
    assert ss.verify(an.certificate, an.matrix).behavior is an.behavior
    assert an.proof().to_text()


def test_nilpotent_matrices_know_when_they_vanish() -> None:
    for size in range(1, 6):
        an = ss.analyze(block(0, size))
        assert an.growth.zero_from == size == an.dunford.index
        assert (an.matrix**size).is_zero
        assert size == 1 or not (an.matrix ** (size - 1)).is_zero


def test_growth_like_n_of_sympy_issue_15858() -> None:
    a = ss.matrix(SYMPY_15858)
    norms = [(a**n).norm / n for n in (40, 80, 160)]
    assert all(Fraction(1, 4) < x < 8 for x in norms)


def test_no_limit_is_undefined_not_undecided() -> None:
    for rows in ([[-1]], block(1, 2), diagonal(2)):
        with pytest.raises(ss.UndefinedError):
            _ = ss.analyze(rows).limit
