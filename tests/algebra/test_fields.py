"""Number fields, their elements, polynomials and matrices: laws, and the same through AlgebraicNumber."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.backend import backend
from symspec.algebra.fields.adjoin import adjoined, compositum, image_of
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.tower import ONE, NumberField, rationals
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, imaginary_unit, nth_root, root_of_unity, sqrt
from symspec.algebra.polynomial import Polynomial
from tests.strategies import field_rows, number


def tower(*numbers: AlgebraicNumber, name: str = "flint") -> NumberField:
    field = rationals(backend(name))
    for alpha in numbers:
        field, _ = adjoined(field, alpha)
    return field


def algebraic(x: Any) -> AlgebraicNumber:
    return x.number if isinstance(x, FieldElement) else AlgebraicNumber.of(x)


# -- towers ----------------------------------------------------------------------------------

DEGREES = [
    ((sqrt(2), sqrt(3)), 4),
    ((sqrt(2), sqrt(3), sqrt(6)), 4),
    ((sqrt(6), sqrt(15), sqrt(10)), 4),
    ((sqrt(2), sqrt(3) + sqrt(2)), 4),
    ((imaginary_unit(), root_of_unity(8)), 4),
    ((root_of_unity(5), sqrt(5)), 4),
    ((nth_root(2, 3), nth_root(2, 3) * root_of_unity(3)), 6),
    ((sqrt(2), sqrt(3 + 2 * sqrt(2))), 2),
    ((root_of_unity(7), root_of_unity(7, 3)), 6),
]


@pytest.mark.parametrize("name", ["flint", "sympy"])
@pytest.mark.parametrize(("numbers", "degree"), DEGREES, ids=range(len(DEGREES)))
def test_degrees(numbers: tuple[AlgebraicNumber, ...], degree: int, name: str) -> None:
    given_there = [AlgebraicNumber(as_on(z.minpoly, name), z.enclosure) for z in numbers]
    field = tower(*given_there, name=name)
    assert field.degree == degree == field.theta.degree
    for alpha in given_there:
        again, coordinates = adjoined(field, alpha)
        assert again == field and field.number(coordinates) == alpha


def as_on(p: Polynomial, name: str) -> Polynomial:
    return Polynomial.of(p.coefficients, name=name)


def test_the_roots_of_one_cubic_generate_its_splitting_field() -> None:
    from symspec.algebra.numbers.algebraic import roots

    field = tower(*roots(Polynomial.of([-1, -1, 0, 1])))
    assert field.degree == 6


def test_structure_constants_are_integers_and_associative() -> None:
    field = tower(sqrt(Fraction(1, 2)), nth_root(Fraction(2, 3), 3))
    d = field.degree
    units = [(*[Fraction(0)] * i, Fraction(1)) for i in range(d)]
    for a in units:
        for b in units:
            product = field.product(a, b)
            assert all(x.denominator == 1 for x in product)
            for c in units:
                assert field.product(product, c) == field.product(a, field.product(b, c))


def test_the_primitive_element_is_the_number_it_should_be() -> None:
    field = tower(sqrt(2), imaginary_unit(), nth_root(3, 3))
    assert field.number(field.primitive) == field.theta
    assert field.theta.degree == 12


def test_compositum_keeps_numbers() -> None:
    first, second = tower(sqrt(2), imaginary_unit()), tower(sqrt(6), sqrt(3))
    field, images = compositum(first, second)
    assert field.degree == 8
    for i in range(second.degree):
        unit = (*[Fraction(0)] * i, Fraction(1))
        assert field.number(images[i]) == second.number(unit)
    assert image_of(ONE, images) == ONE


def test_fields_are_values() -> None:
    field = tower(sqrt(2), root_of_unity(5))
    again = pickle.loads(pickle.dumps(field))
    assert again == field and hash(again) == hash(field) and again.theta == field.theta
    assert field != tower(sqrt(2)) and tower(sqrt(2)) != tower(-sqrt(2))
    assert str(field) == "Q(sqrt(2), exp(2 pi i/5))"


# -- elements --------------------------------------------------------------------------------

GENERATORS = ("sqrt(2)", "i", "2^(1/3)", "exp(2 pi i/5)")


@st.composite
def elements(draw: st.DrawFn, count: int) -> list[Any]:
    g = number(draw(st.sampled_from(GENERATORS)))
    q = st.builds(Fraction, st.integers(-5, 5), st.integers(1, 3))
    return [draw(q) + draw(q) * g + draw(st.integers(-1, 1)) * g * g for _ in range(count)]


@settings(max_examples=60, deadline=None)
@given(elements(2))
def test_arithmetic_is_that_of_algebraic_numbers(pair: list[Any]) -> None:
    a, b = pair
    x, y = map(algebraic, pair)
    assert algebraic(a + b) == x + y
    assert algebraic(a * b) == x * y
    assert algebraic(a - b) == x - y
    if b != 0:
        assert algebraic(a / b) == x / y
    assert algebraic(a * a) == x**2


@settings(max_examples=60, deadline=None)
@given(elements(1))
def test_elements_equal_their_numbers_and_hash_alike(one: list[Any]) -> None:
    (a,) = one
    if isinstance(a, FieldElement):
        assert a == a.number and a.number == a and hash(a) == hash(a.number)
        assert a.conjugate == a.number.conjugate
        assert abs(a) == a.number.modulus
        assert a**-2 * a * a == 1
        assert number(str(a)) == a
        assert pickle.loads(pickle.dumps(a)) == a


def test_elements_of_different_fields() -> None:
    a, b = number("sqrt(2)"), number("sqrt(3)")
    assert (a + b) * (a - b) == -1
    assert a * b == number("sqrt(6)") and hash(a * b) == hash(number("sqrt(6)"))
    assert a + imaginary_unit() == number("sqrt(2) + i")
    with pytest.raises(ss.UndefinedError):
        a / 0


def test_text() -> None:
    written = {
        "1 + sqrt(2)/2": "1 + sqrt(2)/2",
        "sqrt(8)": "2 sqrt(2)",
        "3/5 + 4/5 i": "3/5 + 4/5 i",
        "-i": "-i",
        "2^(2/3) - 1": "-1 + 2^(2/3)",
        "exp(2 pi i/5)^3": "exp(-4 pi i/5)",
        "CRootOf(x^3 - x - 1, 0)^2": "CRootOf(x^3 - x - 1, 0)^2",
        "sqrt(2 + sqrt(2)) + 1": "1 + sqrt(2 + sqrt(2))",
        "(1 + i)^(1/3)": "root(1 + i, 3)",
        "cos(2 pi/7)^2": "(2 cos(2 pi/7))^2/4",
    }
    for text, expected in written.items():
        assert str(number(text)) == expected
        assert number(expected) == number(text)


# -- polynomials -----------------------------------------------------------------------------


def polynomial(*texts: str) -> FieldPolynomial:
    a = ss.matrix([list(texts)] * len(texts))
    assert isinstance(a, FieldMatrix)
    return FieldPolynomial.over(a.field, a.coordinates[0])


def test_polynomial_arithmetic() -> None:
    p, q = polynomial("i", "1", "2"), polynomial("1", "i", "0")
    assert p * q == q * p and (p + q) - q == p
    quotient, remainder = divmod(p * q + q.derivative, q)
    assert quotient * q + remainder == p * q + q.derivative and remainder.degree < q.degree
    assert (p * p * q).squarefree_part == (p * q).monic
    assert (p * q).gcd(q * q) == q.monic
    z = number("(1 + 2i)/3")
    assert (p * q)(z) == p(z) * q(z)
    assert str(p) == "2 x^2 + x + i" and p.degree == 2
    assert pickle.loads(pickle.dumps(p)) == p and hash(p) == hash(polynomial("i", "1", "2"))


def test_polynomials_to_sympy() -> None:
    import sympy

    x = sympy.Symbol("x")
    p = ss.matrix("[[sqrt(2), 1], [i, 0]]").charpoly
    assert sympy.expand(p._sympy_() - (x**2 - sympy.sqrt(2) * x - sympy.I)) == 0


# -- matrices --------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(field_rows(), st.data())
def test_linear_algebra(rows: list[list[Any]], data: st.DataObject) -> None:
    a = ss.matrix(rows)
    n = a.order
    i = a.identity()
    chi = a.charpoly
    assert chi.at_matrix(a).is_zero  # Cayley and Hamilton
    assert chi.coefficients[-1] == 1 and -chi.coefficients[n - 1] == a.trace
    assert (a @ a).det == a.det * a.det
    assert a.transpose.charpoly == chi and a.transpose.rank == a.rank
    if a.det != 0:
        assert a.inverse @ a == i == a @ a.inverse and a.rank == n
        assert a**-2 @ a**2 == i
    singular = a - i * 0
    singular = (
        ExactMatrix.from_fractions(
            [[Fraction(int(r == c and r < n - 1)) for c in range(n)] for r in range(n)]
        )
        @ a
    )
    kernel = singular.kernel
    assert kernel.shape == (n, n - singular.rank)
    if kernel.shape[1]:
        assert (singular @ kernel).is_zero and kernel.rank == kernel.shape[1]


@settings(max_examples=30, deadline=None)
@given(field_rows())
def test_matrices_are_values(rows: list[list[Any]]) -> None:
    a = ss.matrix(rows)
    again = pickle.loads(pickle.dumps(a))
    assert again == a and hash(again) == hash(a)
    assert ss.matrix(a.tolist()) == a
    assert ss.matrix(str(a)) == a
    assert a.conjugate.conjugate == a
    assert (a + a.conjugate).trace == a.trace + (a.conjugate).trace


def test_rational_and_irrational_matrices_mix() -> None:
    a, q = ss.matrix("[[1, i], [0, sqrt(2)]]"), ss.matrix("[[1, 2], [3, 4]]")
    assert q @ a == ss.matrix("[[1, i + 2 sqrt(2)], [3, 3 i + 4 sqrt(2)]]")
    assert (a @ q) @ a == a @ (q @ a) and (a + q) - a == q == q + a - a
    assert q - a == -(a - q)
    assert a * 0 + q == q and q == a * 0 + q and hash(a * 0 + q) == hash(q)
    assert a != q and q != a
    assert (a * number("sqrt(2)"))[1, 1] == 2 and (a / number("i"))[0, 1] == 1


def test_matrices_over_different_fields() -> None:
    a, b = ss.matrix("[[sqrt(2)]]"), ss.matrix("[[sqrt(3)]]")
    assert a @ b == ss.matrix("[[sqrt(6)]]") and hash(a @ b) == hash(ss.matrix("[[sqrt(6)]]"))
    assert (a @ b).field.degree == 4
    assert (a + b) @ (a - b) == ss.matrix("[[-1]]")


def test_kernels_over_the_field() -> None:
    a = ss.matrix("[[1, sqrt(2)], [sqrt(2), 2]]")
    assert a.rank == 1 and a.det == 0
    assert a.kernel.tolist() == [[number("-sqrt(2)")], [1]]
    with pytest.raises(ss.UndefinedError):
        _ = a.inverse


def test_what_only_rational_matrices_have() -> None:
    a = ss.matrix("[[sqrt(2), 1], [0, 1]]")
    for ask in (a.integers, lambda: a.norm, a.charpoly.isolated_roots):
        with pytest.raises(ss.UnsupportedFieldError):
            ask()
    assert ss.matrix("[[1]]").field.degree == 1


def test_both_backends() -> None:
    text = "[[1 + sqrt(2), i], [2^(1/3), exp(2 pi i/3)]]"
    a, b = (ss.matrix(text, backend=name) for name in ("flint", "sympy"))
    assert a == b and hash(a) == hash(b)
    assert str(a.charpoly) == str(b.charpoly) and a.rank == b.rank
    assert (a.inverse @ a).tolist() == (b.inverse @ b).tolist()


def test_conjugates_within_a_normal_field() -> None:
    a = ss.matrix("[[i, 1 + 2i], [0, sqrt(2)]]")
    assert a.conjugate == ss.matrix("[[-i, 1 - 2i], [0, sqrt(2)]]")
    assert a.conjugate_transpose == ss.matrix("[[-i, 0], [1 - 2i, sqrt(2)]]")
    assert ss.matrix("[[exp(2 pi i/5)]]").conjugate == ss.matrix("[[exp(-2 pi i/5)]]")
