"""apply(f): f(A) for a polynomial, or for a function as text."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InputError
from symspec.spectral.functions.closed_form import SpectralFunction, spectral_function
from symspec.spectral.functions.composite import CompositeFunction, composite_function
from symspec.spectral.functions.principal import principal_power
from symspec.spectral.functions.rational import RationalFunction, over, simplest
from symspec.spectral.functions.reading import Function, function_of_text
from symspec.spectral.power import PowerTerm

Value = ExactMatrix | SpectralFunction | CompositeFunction
Terms = Callable[[ExactMatrix], tuple[PowerTerm, ...]]


def applied(f: Polynomial | str, a: ExactMatrix, terms: Terms) -> Value:
    """f(A).

    Args:
        f: a polynomial, or text.
        a: A.
        terms: computes those of the closed form of B^n, for B = g(A) in f(x) = outer(g(x)).
    """
    if isinstance(f, Polynomial):
        p = f if f._ops is a._ops else Polynomial.of(f.coefficients, ops=a._ops)
        return p.at_matrix(over(p, a))
    if not isinstance(f, str):
        raise InputError(f'{f} is no function. Write a polynomial, or text such as "x^2 + 1" or "exp(x)".')
    read = function_of_text(f, a)
    if not isinstance(read.function, Function):
        return composite_function(read, a, terms(a), lambda g: _applied(g, a, terms))
    return _applied(read.function, a, terms)


def _applied(found: Function, a: ExactMatrix, terms: Terms) -> ExactMatrix | SpectralFunction:
    b = a if found.inner.is_identity else simplest(found.inner.at_matrix(a))
    if found.outer == "":
        return b
    if found.outer == "power":
        return power_of(b, found.exponent, terms)
    return spectral_function(found.outer, b, terms(b))


def power_of(b: ExactMatrix, s: Fraction, terms: Terms) -> ExactMatrix:
    """The principal B^s; for an integer s the power itself."""
    if s.denominator == 1:
        x = Polynomial.of([0, 1], ops=b._ops)
        return b ** int(s) if s >= 0 else RationalFunction(x.constant(1), x).at_matrix(b) ** -int(s)
    return principal_power(b, terms(b), s)
