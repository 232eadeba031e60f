"""apply(f): f(A) for a polynomial, or for a function as text."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InputError, UndefinedError
from symspec.spectral.functions.closed_form import SpectralFunction, spectral_function
from symspec.spectral.functions.composite import CompositeFunction, composite_function
from symspec.spectral.functions.principal import principal_power
from symspec.spectral.functions.rational import RationalFunction, over, simplest
from symspec.spectral.functions.reading import Composite, Function, function_of_text
from symspec.spectral.power import PowerTerm

_ALGEBRAIC = frozenset(("", "sum", "product", "quotient", "power"))
Value = ExactMatrix | SpectralFunction | CompositeFunction
Terms = Callable[[ExactMatrix], tuple[PowerTerm, ...]]


def applied(f: Any, a: ExactMatrix, terms: Terms) -> Value:
    """f(A).

    Args:
        f: a polynomial, text, or an expression of SymPy, whose text is read.
        a: A.
        terms: computes those of the closed form of B^n, for B = g(A) in f(x) = outer(g(x)).
    """
    if isinstance(f, Polynomial):
        p = f if f._ops is a._ops else Polynomial.of(f.coefficients, ops=a._ops)
        return p.at_matrix(over(p, a))
    read = function_of_text(_text(f), a)
    if not isinstance(read.function, Function):
        value = _of_parts(read.function, a, terms)
        return composite_function(read, a, terms(a)) if value is None else value
    return _applied(read.function, a, terms)


def _text(f: Any) -> str:
    if isinstance(f, str):
        return f
    if not (hasattr(f, "free_symbols") and hasattr(f, "as_numer_denom")):  # an expression of SymPy has both
        raise InputError(f'{f} is no function. Write a polynomial, or text such as "x^2 + 1" or "exp(x)".')
    return str(f)


def _applied(found: Function, a: ExactMatrix, terms: Terms) -> ExactMatrix | SpectralFunction:
    b = a if found.inner.is_identity else simplest(found.inner.at_matrix(a))
    if found.outer == "":
        return b
    if found.outer == "power":
        return power_of(b, found.exponent, terms)
    value = spectral_function(found.outer, b, terms(b))
    return value.exact if value.is_exact else value


def power_of(b: ExactMatrix, s: Fraction, terms: Terms) -> ExactMatrix:
    """The principal B^s; for an integer s the power itself."""
    if s.denominator == 1:
        x = Polynomial.of([0, 1], ops=b._ops)
        return b ** int(s) if s >= 0 else RationalFunction(x.constant(1), x).at_matrix(b) ** -int(s)
    return principal_power(b, terms(b), s)


def _of_parts(f: Composite, a: ExactMatrix, terms: Terms) -> ExactMatrix | None:
    """f(A) from the values of its parts, where these are powers and rational functions.

    Returns:
        A sum, product, quotient or power of matrices; None where the series of f have to decide.
    """
    if not f.names <= _ALGEBRAIC:
        return None
    try:
        return _evaluated(f, a, terms)
    except UndefinedError:
        return None


def _evaluated(f: Function | Composite, a: ExactMatrix, terms: Terms) -> ExactMatrix:
    if isinstance(f, Function):
        value = _applied(f, a, terms)
        assert isinstance(value, ExactMatrix)
        return value
    found = [_evaluated(part, a, terms) for part in f.parts]
    if f.operation == "power":
        return power_of(simplest(found[0]), f.exponent, terms)
    if f.operation == "quotient":
        return found[1].solve(found[0])
    return reduce(lambda x, y: x + y if f.operation == "sum" else x @ y, found)
