"""Frobenius and primary form, on matrices whose blocks are known by construction."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import reduce

import pytest
import sympy
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.frobenius.companions import companion_blocks, companion_matrix
from symspec.spectral.frobenius.cyclic_vectors import cyclic_orbits, first_orbit, orbit
from tests.strategies import (
    FieldStructured,
    Structured,
    field_structured_matrices,
    structured_matrices,
)


def chosen_invariants(s: Structured) -> list[Polynomial]:
    """By the definition: the j-th largest powers of all factors, multiplied."""
    count = max(map(len, s.blocks.values()))
    found = []
    for j in range(count):
        powers = [
            Polynomial.of(p, name=s.matrix.backend).monic ** sizes[j]
            for p, sizes in s.blocks.items()
            if j < len(sizes)
        ]
        found.append(reduce(lambda x, y: x * y, powers))
    return found[::-1]


@settings(max_examples=60, deadline=None)
@given(structured_matrices())
def test_the_form_is_the_one_that_was_chosen(s: Structured) -> None:
    an = ss.analyze(s.matrix)
    form = an.frobenius_form
    expected = chosen_invariants(s)
    assert list(form.invariant_factors) == list(an.invariant_factors) == expected
    assert form.F == companion_blocks(expected, s.matrix)
    assert form.T.det != 0 and form.T.inverse @ s.matrix @ form.T == form.F
    assert all((g % f).degree < 0 for f, g in zip(expected, expected[1:], strict=False))
    assert reduce(lambda f, g: f * g, form.invariant_factors) == an.charpoly
    assert form.invariant_factors[-1] == an.minpoly


@settings(max_examples=30, deadline=None)
@given(structured_matrices())
def test_the_cyclic_vectors(s: Structured) -> None:
    form = ss.analyze(s.matrix).frobenius_form
    for f, v in zip(form.invariant_factors, form.cyclic_vectors, strict=True):
        assert (f.at_matrix(s.matrix) @ v).is_zero
        assert orbit(s.matrix, v, f.degree).rank == f.degree


@settings(max_examples=40, deadline=None)
@given(structured_matrices())
def test_the_primary_form(s: Structured) -> None:
    an = ss.analyze(s.matrix)
    form = an.primary_form
    chosen = Counter(
        (Polynomial.of(p, name=s.matrix.backend).monic, k) for p, sizes in s.blocks.items() for k in sizes
    )
    assert Counter(form.elementary_divisors) == Counter(an.elementary_divisors) == chosen
    assert form.F == companion_blocks([p**k for p, k in form.elementary_divisors], s.matrix)
    assert form.T.inverse @ s.matrix @ form.T == form.F


@settings(max_examples=40, deadline=None)
@given(structured_matrices())
def test_the_rational_jordan_form_has_the_same_divisors(s: Structured) -> None:
    an = ss.analyze(s.matrix)
    form = an.rational_jordan_form
    assert form.X.inverse @ s.matrix @ form.X == form.R
    assert ss.similarity(form.R, an.primary_form.F).similar


@settings(max_examples=25, deadline=None)
@given(field_structured_matrices())
def test_over_number_fields(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    form, primary = an.frobenius_form, an.primary_form
    assert an.matrix @ form.T == form.T @ form.F and form.T.det != 0
    assert an.matrix @ primary.T == primary.T @ primary.F and primary.T.det != 0
    assert all(
        (g % f).degree < 0 for f, g in zip(form.invariant_factors, form.invariant_factors[1:], strict=False)
    )
    assert reduce(lambda f, g: f * g, form.invariant_factors) == an.charpoly
    assert form.invariant_factors[-1] == an.minpoly
    count = max(map(len, s.blocks.values()))
    degrees = [sum(sizes[j] for sizes in s.blocks.values() if j < len(sizes)) for j in reversed(range(count))]
    assert [f.degree for f in form.invariant_factors] == degrees


@settings(max_examples=15, deadline=None)
@given(structured_matrices(max_order=3))
def test_the_invariant_factors_by_determinantal_divisors(s: Structured) -> None:
    # d_k = gcd of the k x k minors of x I - A; f_i are the quotients d_k / d_(k-1) that are not 1.
    x = sympy.Symbol("x")
    a = sympy.Matrix(s.matrix._sympy_())
    n = a.rows
    m = x * sympy.eye(n) - a
    divisors = [sympy.Integer(1)]
    for k in range(1, n + 1):
        minors = [
            m.extract(list(i), list(j)).det(method="berkowitz")
            for i in sympy.utilities.iterables.combinations(range(n), k)
            for j in sympy.utilities.iterables.combinations(range(n), k)
        ]
        divisors.append(sympy.Poly(reduce(sympy.gcd, minors), x).monic().as_expr())
    quotients = [sympy.cancel(b / a) for a, b in zip(divisors, divisors[1:], strict=False)]
    expected = [sympy.expand(q) for q in quotients if sympy.degree(q, x) > 0]
    assert [sympy.expand(f._sympy_()) for f in ss.analyze(s.matrix).invariant_factors] == expected


@pytest.mark.parametrize("name", BACKENDS)
def test_the_identity_has_one_block_for_each_dimension(name: str) -> None:
    an = ss.analyze(ss.matrix([[2, 0, 0], [0, 2, 0], [0, 0, 2]], backend=name))
    assert an.frobenius_form.F == an.matrix and len(an.invariant_factors) == 3
    assert str(an.frobenius_form) == "C(x - 2) + C(x - 2) + C(x - 2)"


def test_no_cyclic_vector_is_met_where_there_is_none() -> None:
    a = ExactMatrix.from_integers([[1, 0], [0, 1]])
    first = first_orbit(a)
    assert first.length == 1
    x = Polynomial.of([-1, 1])
    assert len(cyclic_orbits(a, [x, x], first) or ()) == 2
    assert cyclic_orbits(a, [x * x], first) is None  # as if there were one block


def test_block_sizes_that_a_prime_gets_wrong() -> None:
    for p in (2**31 - 1, 2**61 - 1):
        a = ExactMatrix.from_integers([[2, p, 0], [0, 2, 0], [0, 0, 2]])
        form = ss.analyze(a).frobenius_form
        assert [str(f) for f in form.invariant_factors] == ["x - 2", "x^2 - 4 x + 4"]
        assert a @ form.T == form.T @ form.F
    b = ExactMatrix.from_integers([[1, 0, 0], [0, 2**31, 1], [0, 0, 1]])  # 2^31 = 1 modulo the prime
    assert ss.analyze(b).frobenius_form.F == companion_blocks(ss.analyze(b).invariant_factors, b)


def test_companion_matrix() -> None:
    p = Polynomial.of([4, 3, 2, 1])
    c = companion_matrix(p)
    assert c.charpoly == p and str(c) == "[[0, 0, -4], [1, 0, -3], [0, 1, -2]]"
    q = ss.matrix("[[sqrt(2), 1], [i, 3]]").charpoly
    assert companion_matrix(q).charpoly == q


@pytest.mark.parametrize("name", BACKENDS)
def test_forms_where_the_witness_primes_divide_everything(name: str) -> None:
    p, q = 2**31 - 1, 2**61 - 1
    for rows in (
        [[p * q, 2 * p * q], [3 * p * q, 4 * p * q]],
        [[0, 1, 0], [0, Fraction(1, q), 2 * p], [Fraction(-2 * q, p), 0, 0]],
        [[p * q, 0, 0], [0, p * q, 0], [0, 0, 2 * p * q]],
    ):
        a = ExactMatrix.from_fractions(rows, backend=name)
        form = ss.analyze(a).frobenius_form
        assert a @ form.T == form.T @ form.F and form.T.rank == a.order
        assert form.invariant_factors == ss.analyze(a).invariant_factors
