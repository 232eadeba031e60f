"""Laws of polynomials over Q, on every backend."""

from __future__ import annotations

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

from symspec.algebra.backend import BACKENDS, is_installed
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InputError
from tests.strategies import coefficients, fractions

Coefficients = list[Fraction]

INSTALLED = [name for name in BACKENDS if is_installed(name)]
both = pytest.mark.parametrize("backend", INSTALLED)
two_engines = pytest.mark.skipif(len(INSTALLED) < 2, reason="python-flint is not installed")


@both
@given(p=coefficients())
def test_value(backend: str, p: Coefficients) -> None:
    f, padded = Polynomial.of(p, name=backend), Polynomial.of([*p, 0, 0], name=backend)
    assert f == padded and hash(f) == hash(padded) and f != p
    assert f.degree == max((i for i, c in enumerate(p) if c), default=-1)
    assert f.coefficients == tuple(p[: f.degree + 1])
    assert pickle.loads(pickle.dumps(f)) == f
    if f.degree >= 0:
        assert f.monic.coefficients[-1] == 1 and f.monic * f.coefficients[-1] == f
        assert sympy.igcd(0, *f.primitive) == 1 and f.primitive[-1] > 0
        assert Polynomial.of(f.primitive, name=backend).monic == f.monic


@both
@given(p=coefficients(), x=fractions())
def test_sympy_object(backend: str, p: Coefficients, x: Fraction) -> None:
    expression = sympy.sympify(Polynomial.of(p, name=backend))
    at = expression.subs(sympy.Symbol("x"), sympy.Rational(x.numerator, x.denominator))
    assert at == sum((c * x**i for i, c in enumerate(p)), Fraction(0))


@both
@given(p=coefficients(), q=coefficients(), r=coefficients(), x=fractions())
def test_ring_laws(backend: str, p: Coefficients, q: Coefficients, r: Coefficients, x: Fraction) -> None:
    f, g, h = (Polynomial.of(c, name=backend) for c in (p, q, r))
    assert f + g == g + f and f * g == g * f and f * (g + h) == f * g + f * h
    assert (f * g) * h == f * (g * h) and f - g == f + -g and (f - f).degree == -1
    assert (f + g)(x) == f(x) + g(x) and (f * g)(x) == f(x) * g(x) and (x * f - x)(x) == x * f(x) - x
    assert f**0 == Polynomial.of([1], name=backend) and f**3 == f * f * f
    assert (f * g).derivative == f.derivative * g + f * g.derivative


@both
@given(p=coefficients(), q=coefficients())
def test_division_and_gcdex(backend: str, p: Coefficients, q: Coefficients) -> None:
    f, g = (Polynomial.of(c, name=backend) for c in (p, q))
    d, s, t = f.gcdex(g)
    assert s * f + t * g == d
    if g.degree >= 0:
        assert (f // g) * g + f % g == f and (f % g).degree < g.degree
        assert (f % d).degree == (g % d).degree == -1 and d.coefficients[-1] == 1
    else:
        with pytest.raises(ZeroDivisionError):
            divmod(f, g)


@both
@given(parts=st.lists(coefficients(max_degree=2), min_size=1, max_size=3))
def test_factors(backend: str, parts: list[Coefficients]) -> None:
    f = Polynomial.of([1], name=backend)
    for k, part in enumerate(parts, 1):
        f = f * Polynomial.of(part, name=backend) ** k
    assume(f.degree > 0)
    product = squarefree = Polynomial.of([1], name=backend)
    for factor, m in f.factors:
        assert [(factor, 1)] == list(factor.factors) and factor.monic == factor
        product, squarefree = product * factor**m, squarefree * factor
    assert product == f.monic and squarefree == f.squarefree_part
    assert [p.degree for p, _ in f.factors] == sorted(p.degree for p, _ in f.factors)


@both
@given(p=coefficients(), x=fractions())
def test_reciprocal(backend: str, p: Coefficients, x: Fraction) -> None:
    f = Polynomial.of(p, name=backend)
    assert x == 0 or f.degree < 0 or f.reciprocal(x) == x**f.degree * f(1 / x)
    g = f * f.reciprocal if f(0) else f - f
    assert g.is_self_reciprocal and (g * Polynomial.of([-1, 1], name=backend)).is_self_reciprocal
    assert f.is_self_reciprocal == (f.reciprocal in (f, -f))


@two_engines
@given(p=coefficients(), q=coefficients())
def test_across_backends(p: Coefficients, q: Coefficients) -> None:
    (f, g), (u, v) = ([Polynomial.of(c, name=name) for c in (p, q)] for name in INSTALLED)
    assert f == u and hash(f) == hash(u) and str(f) == str(u) and f.factors == u.factors
    assert f.gcdex(g) == u.gcdex(v)
    for mixed in (lambda: f + v, lambda: f * v, lambda: divmod(f, v), lambda: f.gcdex(v)):
        with pytest.raises(InputError, match="flint.*sympy"):
            mixed()


@both
def test_what_is_refused(backend: str) -> None:
    f = Polynomial.of([1, 1], name=backend)
    with pytest.raises(InputError, match="no power -1"):
        f**-1
    for wrong in (lambda: f + 0.1, lambda: f * "1/2", lambda: f.gcdex(0.5)):
        with pytest.raises(TypeError):
            wrong()
