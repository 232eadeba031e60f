"""Sums of real algebraic numbers: signs against SymPy, zeros found and not found by their structure."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.numbers.algebraic import AlgebraicNumber, imaginary_unit, nth_root, roots, sqrt
from symspec.algebra.numbers.real_sums import RealSum, real_sum
from symspec.algebra.polynomial import Polynomial

SMALL = st.builds(Fraction, st.integers(-9, 9), st.integers(1, 4))


@given(SMALL, st.lists(st.tuples(SMALL, st.integers(2, 60)), max_size=5))
def test_square_roots_against_sympy(q: Fraction, terms: list[tuple[Fraction, int]]) -> None:
    x = real_sum([q, *(sqrt(m) * c for c, m in terms)])
    theirs = sympy.Rational(q.numerator, q.denominator)
    for c, m in terms:
        theirs += sympy.Rational(c.numerator, c.denominator) * sympy.sqrt(m)
    assert sympy.sympify(x) == theirs
    assert x.sign == sympy.sign(theirs)
    assert len(x.terms) == len([t for t in sympy.Add.make_args(theirs) if not t.is_Rational])


@given(st.lists(st.tuples(SMALL, st.integers(2, 30)), min_size=1, max_size=4))
def test_a_sum_less_itself(terms: list[tuple[Fraction, int]]) -> None:
    x = real_sum([sqrt(m) * c for c, m in terms])
    y = real_sum([sqrt(4 * m) * c for c, m in reversed(terms)])
    assert (2 * x - y).sign == 0 and 2 * x == y
    assert (2 * x - y + Fraction(1, 10**40)).sign == 1
    assert x <= x and not x < x


def test_a_near_miss() -> None:
    """sqrt(n + 1) - sqrt(n - 1) = n^(-1/2) (1 + 1/(8 n^2) + ..): here they agree to 50 digits."""
    x = real_sum([sqrt(10**20 + 1), -sqrt(10**20 - 1), Fraction(-1, 10**10)])
    assert x.sign == 1
    assert (x - Fraction(1, 10**50)).sign == -1


def test_higher_degrees() -> None:
    a, b, c = roots(Polynomial.of([-7, 14, -7, 1]))
    assert (real_sum([a, b, c]) - 7).sign == 0
    assert (real_sum([a, b, c]) - Fraction(7000001, 10**6)).sign == -1
    assert str(real_sum([nth_root(2, 3), 1])) == "2^(1/3) + 1"
    assert real_sum([nth_root(2, 3), -nth_root(2, 3)]).sign == 0


def test_values() -> None:
    x = real_sum([sqrt(2), sqrt(3)])
    assert x == sqrt(3) + sqrt(2) and x.number == sqrt(2) + sqrt(3)
    assert {x} == {real_sum([sqrt(3), sqrt(2)])}
    assert real_sum([Fraction(1, 2)]) == Fraction(1, 2)
    assert x / 2 < 2 < x and 2 - x < 0 and (1 + x) - x == 1
    assert isinstance(ss.matrix("[[sqrt(2)]]")[0, 0] + x, RealSum)
    with pytest.raises(ss.InputError, match="no real algebraic number"):
        real_sum([imaginary_unit()])
    with pytest.raises(TypeError):
        x + imaginary_unit()
    assert AlgebraicNumber.of(3) == real_sum([3])
