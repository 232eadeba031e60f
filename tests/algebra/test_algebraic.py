"""Algebraic numbers: the laws of a field, of conjugation and of order, and mpmath as a numerical witness."""

from __future__ import annotations

import pickle
from fractions import Fraction
from functools import reduce

import mpmath
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from symspec.algebra.backend import is_installed
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus, nth_root, roots, sqrt
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError, InputError, UndefinedError
from tests.strategies import algebraic_numbers, fractions

DIGITS = 60
numbers = algebraic_numbers()
small = algebraic_numbers(degree=3)
cubic = algebraic_numbers(degree=2)


def value(z: AlgebraicNumber) -> mpmath.mpc:
    """z to about DIGITS + 5 decimals, under that working precision."""
    x, y = z.refined(4 * DIGITS).enclosure.centre
    return mpmath.mpc(*(mpmath.mpf(q.numerator) / q.denominator for q in (x, y)))


def close(x: mpmath.mpc, y: mpmath.mpc) -> bool:
    return bool(abs(x - y) <= mpmath.mpf(10) ** -(DIGITS - 15) * max(1, abs(x)))


@pytest.fixture(autouse=True)
def _precision():
    with mpmath.workdps(DIGITS + 10):
        yield


# -- the field -------------------------------------------------------------------------------


@given(numbers, numbers)
def test_sum_and_product_are_those_of_the_values(a, b):
    assert close(value(a + b), value(a) + value(b))
    assert close(value(a * b), value(a) * value(b))


@given(numbers, numbers)
def test_commutative(a, b):
    assert a + b == b + a
    assert a * b == b * a


@given(cubic, small, cubic)
def test_associative_and_distributive(a, b, c):
    assert (a + b) + c == a + (b + c)
    assert (a * b) * c == a * (b * c)
    assert a * (b + c) == a * b + a * c


@given(numbers)
def test_opposites_and_inverses(a):
    assert a - a == 0
    assert a + 0 == a == a * 1
    if a != 0:
        assert a * a.inverse == 1
        assert 1 / a == a.inverse == a**-1


@given(small, small)
def test_subtraction_undoes_addition_and_division_multiplication(a, b):
    assume(b != 0)
    assert (a + b) - b == a
    assert (a * b) / b == a


@given(numbers, fractions())
def test_rational_operands(a, q):
    x = AlgebraicNumber.of(q)
    assert (a + q, q + a, a - q, q - a, a * q, q * a) == (a + x, x + a, a - x, x - a, a * x, x * a)
    assert x.rational == q == x
    assert hash(x) == hash(q)


@given(numbers)
def test_the_minimal_polynomial_annihilates_and_is_irreducible(a):
    zero = reduce(lambda s, c: s * a + c, reversed(a.minpoly.coefficients), AlgebraicNumber.of(0))
    assert zero == 0
    assert a.minpoly.factors == ((a.minpoly, 1),)


@given(numbers, st.integers(0, 6))
def test_integer_powers(a, n):
    assert a**n == reduce(lambda x, _: x * a, range(n), AlgebraicNumber.of(1))


@given(numbers, st.integers(1, 5))
def test_principal_roots(a, n):
    w = nth_root(a, n)
    assert w**n == a
    assert close(value(w), mpmath.root(value(a), n) if not a.is_real else mpmath.root(value(a).real, n))


@given(numbers, st.sampled_from([Fraction(2, 3), Fraction(-1, 2), Fraction(3, 2), Fraction(-4, 3)]))
def test_rational_powers(a, q):
    assume(a != 0)
    base = value(a).real if a.is_real else value(a)
    assert close(value(a**q), mpmath.power(base, mpmath.mpf(q.numerator) / q.denominator))


# -- conjugation, parts, modulus -------------------------------------------------------------


@given(small, small)
def test_conjugation_is_a_homomorphism(a, b):
    assert (a + b).conjugate == a.conjugate + b.conjugate
    assert (a * b).conjugate == a.conjugate * b.conjugate
    assert a.conjugate.conjugate == a
    assert (a.conjugate == a) is a.is_real


@given(small)
def test_parts(a):
    i = sqrt(-1)
    assert a.real_part.is_real
    assert a.imag_part.is_real
    assert a.real_part + i * a.imag_part == a
    assert a.modulus_squared == a.real_part**2 + a.imag_part**2


@given(numbers)
def test_modulus(a):
    assert a.modulus.is_real
    assert a.modulus >= 0
    assert a.modulus**2 == a.modulus_squared == a * a.conjugate
    low, high = a.modulus_interval(100)
    assert low <= a.modulus <= high
    assert high - low <= Fraction(1, 2**100)


@given(cubic, small)
def test_modulus_is_multiplicative(a, b):
    assert (a * b).modulus == a.modulus * b.modulus


# -- order -----------------------------------------------------------------------------------


@given(numbers, numbers)
def test_order_of_real_numbers(a, b):
    assume(a.is_real and b.is_real)
    x, y = value(a).real, value(b).real
    assert (a < b, a > b) == ((False, False) if a == b else (bool(x < y), bool(x > y)))
    assert (a <= b) is not (a > b)


@given(numbers, numbers)
def test_order_by_modulus(a, b):
    sign = compare_modulus(a, b)
    assert sign == -compare_modulus(b, a)
    exact = a.modulus_squared - b.modulus_squared
    assert sign == (exact > 0) - (exact < 0)


@given(numbers)
def test_position_is_the_comparison_with_one(a):
    assert a.position == {-1: "inside", 0: "on", 1: "outside"}[compare_modulus(a, 1)]


@given(numbers, st.integers(1, 700))
def test_refinement_stays_the_same_number(a, bits):
    b = a.refined(bits)
    box = b.enclosure
    assert b == a == b.refined(2 * bits)
    assert hash(a) == hash(b)
    assert max(box.real[1] - box.real[0], box.imag[1] - box.imag[0]) * 2**bits <= 1
    assert box.meets(a.enclosure)
    assert box.is_real is a.is_real


@given(numbers)
def test_pickle(a):
    assert pickle.loads(pickle.dumps(a)) == a


def test_what_has_no_answer():
    with pytest.raises(UndefinedError, match="0 has no inverse"):
        sqrt(2) / 0
    with pytest.raises(InputError, match="no order"):
        assert sqrt(-1) < 1
    with pytest.raises(InputError, match="n >= 1"):
        nth_root(2, 0)
    with pytest.raises(UndefinedError, match="irrational"):
        sqrt(2).rational
    with pytest.raises(UndefinedError, match="zero polynomial"):
        roots(Polynomial.of([]))
    with pytest.raises(TypeError):
        sqrt(2) + 0.5
    with pytest.raises(BudgetExceededError, match="degree 400"):
        a, b = (roots(Polynomial.of([p, *[0] * 19, 1]))[0] for p in (2, 3))
        a + b
    assert sqrt(2) != "sqrt(2)"


@pytest.mark.skipif(not is_installed("flint"), reason="python-flint is not installed")
@pytest.mark.parametrize("p", [[-1, -1, 0, 1], [3, 1, -5, 2, 7], [2, 0, 0, 0, 1], [5, -6, 5]])
def test_both_arithmetics_agree(p):
    found = {name: roots(Polynomial.of(p, name=name)) for name in ("flint", "sympy")}
    assert found["flint"] == found["sympy"]
    for a, b in zip(*found.values(), strict=True):
        assert (a * a + 1 / a, a.modulus_squared, a.position) == (
            b * b + 1 / b,
            b.modulus_squared,
            b.position,
        )
        assert str(a) == str(b)
