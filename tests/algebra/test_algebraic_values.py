"""Algebraic numbers: identities between radicals, near misses, ties in modulus, the unit circle, wording."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symspec.algebra.enclosure import Rectangle
from symspec.algebra.numbers import composed
from symspec.algebra.numbers.algebraic import (
    AlgebraicNumber,
    compare_modulus,
    cos_of,
    enclosed_number,
    imaginary_unit,
    nth_root,
    root_of_unity,
    roots,
    sin_of,
    sqrt,
)
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError, InputError

I = imaginary_unit()  # noqa: E741 - its name
TINY = Fraction(1, 10**60)
LEHMER = [1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1]
SALEM = [1, 4, -2, 4, 1]  # two roots on the circle, no roots of unity, and two real ones


def of(*c: int) -> tuple[AlgebraicNumber, ...]:
    return roots(Polynomial.of(c))


def tan(q: Fraction) -> AlgebraicNumber:
    return sin_of(q) / cos_of(q)


SEVENTH, ELEVENTH = Fraction(1, 7), Fraction(1, 11)
ZEROS = {
    "denesting": lambda: sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6)),
    "cardano": lambda: nth_root(sqrt(108) + 10, 3) - nth_root(sqrt(108) - 10, 3) - 2,
    "quotient": lambda: sqrt(2) / sqrt(3) - 2 / sqrt(6),
    "golden": lambda: ((1 + sqrt(5)) / 2) ** 2 - (1 + sqrt(5)) / 2 - 1,
    "cube of a surd": lambda: nth_root(7 + 5 * sqrt(2), 3) - 1 - sqrt(2),
    "principal cube root": lambda: nth_root(-8, 3) - 1 - I * sqrt(3),
    "negative under the root": lambda: sqrt(1 - sqrt(2)) - I * sqrt(sqrt(2) - 1),
    "root of -i": lambda: sqrt(-I) - (1 - I) / sqrt(2),
    "heptagon, cosines": lambda: 8 * cos_of(SEVENTH) * cos_of(2 * SEVENTH) * cos_of(4 * SEVENTH) + 1,
    "heptagon, sines": lambda: sin_of(SEVENTH) * sin_of(2 * SEVENTH) * sin_of(3 * SEVENTH) - sqrt(7) / 8,
    "hendecagon": lambda: tan(3 * ELEVENTH) + 4 * sin_of(2 * ELEVENTH) - sqrt(11),
    "Ramanujan": lambda: (
        nth_root(nth_root(2, 3) - 1, 3)
        - nth_root(Fraction(1, 9), 3)
        + nth_root(Fraction(2, 9), 3)
        - nth_root(Fraction(4, 9), 3)
    ),
    "sum of the roots": lambda: sum(of(-1, -1, 0, 1), AlgebraicNumber.of(0)),
    "powers of 2": lambda: sqrt(2) * nth_root(2, 3) - AlgebraicNumber.of(2) ** Fraction(5, 6),
    "Euler": lambda: root_of_unity(7) - cos_of(2 * SEVENTH) - I * sin_of(2 * SEVENTH),
    "all seventh roots": lambda: sum((root_of_unity(7, k) for k in range(7)), AlgebraicNumber.of(0)),
}


@pytest.mark.parametrize("name", ZEROS)
def test_identities(name):
    assert ZEROS[name]() == 0
    assert ZEROS[name]() + TINY != 0


def test_not_an_identity():
    """The principal cube root of a negative number is not real."""
    a = sqrt(2) - 1
    assert nth_root(-a, 3) + nth_root(a, 3) != 0
    assert not nth_root(-a, 3).is_real


# -- moduli ----------------------------------------------------------------------------------

CUBE, RHO = nth_root(2, 3), of(-1, -1, 0, 1)
TIES = {
    "Gaussian units": lambda: (CUBE * (3 + 4 * I) / 5, CUBE * (5 + 12 * I) / 13),
    "unit, not a root of unity": lambda: (CUBE * of(*SALEM)[-1], CUBE),
    "complex root and real root": lambda: (RHO[1], RHO[0] ** Fraction(-1, 2)),
    "sqrt2 + i sqrt3": lambda: (sqrt(2) + I * sqrt(3), sqrt(5)),
    "pure roots": lambda: (of(-2, *[0] * 6, 1)[3], CUBE ** Fraction(3, 7)),
    "opposites": lambda: (1 + sqrt(2), -1 - sqrt(2)),
    "conjugates": lambda: of(-1, -1, 0, 0, 0, 1)[1:3],
    "both on the circle": lambda: (of(*SALEM)[-1], root_of_unity(7)),
    "rational": lambda: (AlgebraicNumber.of(1), (3 + 4 * I) / 5),
}


@pytest.mark.parametrize("name", TIES)
def test_ties(name):
    a, b = TIES[name]()
    assert compare_modulus(a, b) == 0
    assert compare_modulus(a * (1 + TINY), b) == 1
    assert compare_modulus(a, b * (1 + TINY)) == -1


@pytest.mark.parametrize(
    "name", ["Gaussian units", "unit, not a root of unity", "complex root and real root"]
)
def test_ties_beyond_the_degree_budget(name, monkeypatch):
    """There the separation bound decides, without the polynomials of the squared moduli."""
    a, b = TIES[name]()
    monkeypatch.setattr(composed, "DEGREE_BUDGET", 1)
    with pytest.raises(BudgetExceededError):
        composed.pair_products(a.minpoly if a.degree > 2 else b.minpoly)
    assert compare_modulus(a, b) == 0
    assert compare_modulus(a * (1 + TINY), b) == 1


def test_numbers_that_differ_in_the_sixtieth_digit():
    a = 1 + sqrt(2)
    assert a < a + TINY
    assert a + TINY != a
    assert compare_modulus(a, -a - TINY) == -1
    assert of(*LEHMER)[1] * (1 - TINY) < of(*LEHMER)[1]


@pytest.mark.parametrize("sign", [-1, 0, 1])
def test_near_one(sign):
    factor = 1 + sign * Fraction(1, 10**40)
    where = {-1: "inside", 0: "on", 1: "outside"}[sign]
    for unit in (AlgebraicNumber.of(-1), I, (3 + 4 * I) / 5, of(*SALEM)[-1], root_of_unity(5)):
        assert (unit * factor).position == where
    assert (AlgebraicNumber.of(factor) < 1) is (sign < 0)


def test_position_and_order_as_roots_of_unity():
    def places(*c: int) -> tuple[int, ...]:
        found = [z.position for z in of(*c)]
        return tuple(found.count(p) for p in ("inside", "on", "outside"))

    assert places(*LEHMER) == (1, 8, 1)
    assert places(5, -6, 5) == (0, 2, 0)
    assert places(1, -1, 3, -1, 1) == (2, 0, 2)
    assert places(*SALEM) == (1, 2, 1)
    assert {z.order_as_root_of_unity for z in of(*LEHMER) + of(5, -6, 5)} == {0}
    assert [root_of_unity(12, k).order_as_root_of_unity for k in range(1, 13)] == [
        12, 6, 4, 3, 12, 2, 12, 3, 4, 6, 12, 1,
    ]  # fmt: skip


# -- roots -----------------------------------------------------------------------------------


def test_order_of_roots():
    """Real parts that are equal, exactly and not by conjugation: then the imaginary parts decide."""
    found = roots(Polynomial.of([1, 0, 1]) * Polynomial.of([4, 0, 1]) * Polynomial.of([-2, 0, 1]) ** 2)
    assert found == (-sqrt(2), sqrt(2), -I, I, -2 * I, 2 * I)
    assert roots(Polynomial.of([7])) == ()


def test_clustered_roots():
    """Mignotte's polynomial x^8 - 2 (100 x - 1)^2 has two roots that agree to ten digits."""
    c = [-2, 400, -20000, 0, 0, 0, 0, 0, 1]
    real = [z for z in of(*c) if z.is_real]
    near = [z for z in real if 0 < z < 1]
    assert len(near) == 2
    assert 0 < near[1] - near[0] < Fraction(1, 10**9)
    assert len({str(z) for z in real}) == len(real)


def test_enclosed_number():
    p = Polynomial.of([-2, 0, 1]) * Polynomial.of([-3, 0, 1])
    z = enclosed_number(p, lambda bits: sqrt(3).refined(bits).enclosure)
    assert z == sqrt(3)
    point = Rectangle((Fraction(0), Fraction(0)), (Fraction(1), Fraction(1)))
    assert enclosed_number(Polynomial.of([-1, 0, 0, 0, 1]), lambda _: point) == I


def test_root_of_unity_limits():
    assert root_of_unity(6, -1) == root_of_unity(6).conjugate
    assert root_of_unity(101) ** 101 == 1
    with pytest.raises(BudgetExceededError, match="degree 1008"):
        root_of_unity(1009)
    with pytest.raises(InputError, match="order"):
        root_of_unity(0)


# -- wording ---------------------------------------------------------------------------------

TEXTS = [
    (AlgebraicNumber.of(Fraction(-3, 4)), "-3/4", r"-\frac{3}{4}"),
    ((1 + sqrt(5)) / 2, "(1 + sqrt(5))/2", r"\frac{1 + \sqrt{5}}{2}"),
    (-sqrt(Fraction(1, 2)), "-sqrt(2)/2", r"-\frac{\sqrt{2}}{2}"),
    (1 - 3 * sqrt(5), "1 - 3 sqrt(5)", r"1 - 3 \sqrt{5}"),
    ((3 - 4 * I) / 5, "3/5 - 4/5 i", r"\frac{3}{5} - \frac{4}{5} i"),
    (-I, "-i", "-i"),
    (I / 2, "1/2 i", r"\frac{1}{2} i"),
    ((-1 + I * sqrt(3)) / 2, "(-1 + i sqrt(3))/2", r"\frac{-1 + i \sqrt{3}}{2}"),
    (-I * sqrt(3) / 2, "-i sqrt(3)/2", r"-\frac{i \sqrt{3}}{2}"),
    (root_of_unity(7, 5), "exp(-4 pi i/7)", r"e^{-4 \pi i/7}"),
    (root_of_unity(8), "exp(pi i/4)", r"e^{\pi i/4}"),
    (CUBE, "2^(1/3)", r"\sqrt[3]{2}"),
    (-CUBE, "-2^(1/3)", r"-\sqrt[3]{2}"),
    (nth_root(Fraction(2, 3), 5), "(2/3)^(1/5)", r"\sqrt[5]{\frac{2}{3}}"),
    (CUBE * root_of_unity(3), "2^(1/3) exp(2 pi i/3)", r"\sqrt[3]{2} e^{2 \pi i/3}"),
    (-I * nth_root(2, 4), "-2^(1/4) i", r"-\sqrt[4]{2} i"),
    (
        of(-1, -1, 0, 0, 0, 1)[0],
        "root of x^5 - x - 1 near 1.1673",
        r"\text{root of } x^{5} - x - 1 \text{ near } 1.1673",
    ),
    (
        of(-1, -1, 0, 0, 0, 1)[3],
        "root of x^5 - x - 1 near 0.1812 - 1.0840 i",
        r"\text{root of } x^{5} - x - 1 \text{ near } 0.1812 - 1.0840 i",
    ),
]


@pytest.mark.parametrize(("z", "text", "latex"), TEXTS, ids=[t for _, t, _ in TEXTS])
def test_wording(z, text, latex):
    assert (str(z), z.latex, repr(z)) == (text, latex, f"AlgebraicNumber({text})")


def test_decimals_tell_neighbours_apart():
    a = of(-1, -1, 0, 0, 0, 1)[0]
    assert str(a * Fraction(1, 10**30)).endswith("near 1.1673e-30")
    assert str(a * 10**6).endswith("near 1167304")


def test_a_tie_out_of_reach_is_refused_not_guessed():
    """|z (3 + 4i)/5| = |z| for z of degree 18: the proof needs more bits than the budget has."""
    z = of(1, 1, -3, 2, 5, -7, 1, 4, -2, 6, 3, -5, 2, 1, 4, -3, 2, -1, 2)[-1]
    with pytest.raises(BudgetExceededError, match="agree to"):
        compare_modulus(z * (3 + 4 * I) / 5, z)
    assert compare_modulus(z * (3 + 4 * I) / 5 * (1 + TINY), z) == 1
