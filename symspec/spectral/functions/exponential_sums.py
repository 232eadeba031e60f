"""Whether a function of exponentials, sines, cosines and logarithms vanishes at an algebraic number."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.numbers.algebraic import AlgebraicNumber, imaginary_unit
from symspec.algebra.polynomial import Polynomial
from symspec.errors import UndecidedError
from symspec.spectral.functions.reading import Composite, Function

# Degrees of algebraic numbers of which sums and products are formed.
MAX_DEGREE = 60

# e^beta times log(gamma_1)^k_1 ..
Key = tuple[AlgebraicNumber, frozenset[tuple[AlgebraicNumber, int]]]


@dataclass(frozen=True, slots=True)
class ExponentialSum:
    """sum of c e^beta log(gamma)^k .. over the keys, with algebraic c != 0, beta, gamma."""

    coefficients: dict[Key, AlgebraicNumber]

    @property
    def is_zero(self) -> bool:
        """The sum is 0.

        Exponentials of different algebraic numbers are linearly independent over the algebraic numbers
        (Lindemann and Weierstrass), and log(gamma) is transcendental for algebraic gamma != 0, 1.

        Raises:
            UndecidedError: several logarithms, or logarithms and exponentials.
        """
        if not self.coefficients:
            return True
        logs = {gamma for _, powers in self.coefficients for gamma, _ in powers}
        if len(logs) > 1 or (logs and any(beta != 0 for beta, _ in self.coefficients)):
            raise UndecidedError(
                "whether a denominator with logarithms vanishes at an eigenvalue was not decided."
            )
        return False

    def __add__(self, other: ExponentialSum) -> ExponentialSum:
        found = dict(self.coefficients)
        for key, c in other.coefficients.items():
            found[key] = _sum(found[key], c) if key in found else c
        return ExponentialSum({key: c for key, c in found.items() if c != 0})

    def __mul__(self, other: ExponentialSum) -> ExponentialSum:
        total = ExponentialSum({})
        for (beta, logs), c in self.coefficients.items():
            for (gamma, more), d in other.coefficients.items():
                key = (_sum(beta, gamma), _joined(logs, more))
                total = total + ExponentialSum({key: _product(c, d)})
        return total


def vanishes(f: Function | Composite, p: Polynomial) -> bool:
    """f(alpha) = 0 for a root alpha of p, irreducible, at which f is defined.

    >>> from symspec.algebra.matrix import ExactMatrix
    >>> from symspec.spectral.functions.reading import function_of_text
    >>> f = function_of_text("sin(x)^2 + cos(x)^2 - 1", ExactMatrix.from_integers([[0]])).function
    >>> vanishes(f, Polynomial.of([-2, 1]))
    True

    Raises:
        UndecidedError: a sum with logarithms, or of numbers of large degrees.
    """
    if isinstance(f, Function):
        return _function_vanishes(f, p)
    if f.operation == "product":
        return any(vanishes(part, p) for part in f.parts)
    if f.operation == "quotient":
        return vanishes(f.parts[0], p)
    return any(_value(f, z)[0].is_zero for z in complex_roots(p))


def _function_vanishes(f: Function, p: Polynomial) -> bool:
    """e^z and cos z have no algebraic zeros; sin z has 0, log z has 1."""
    if f.outer in ("exp", "cos"):
        return False
    r, q = f.inner.numerator, f.inner.denominator
    return bool(((r - q if f.outer == "log" else r) % p).degree < 0)


Pair = tuple[ExponentialSum, ExponentialSum]


def _value(f: Function | Composite, z: AlgebraicNumber) -> Pair:
    """(a, b) with f(z) = a/b."""
    if isinstance(f, Function):
        return _function_value(f, z), _constant(AlgebraicNumber.of(1))
    found = [_value(part, z) for part in f.parts]
    if f.operation == "quotient":
        (a, b), (c, d) = found
        return a * d, b * c
    if f.operation == "product":
        return reduce(lambda x, y: (x[0] * y[0], x[1] * y[1]), found)
    return reduce(lambda x, y: (x[0] * y[1] + y[0] * x[1], x[1] * y[1]), found)


def _function_value(f: Function, z: AlgebraicNumber) -> ExponentialSum:
    r = _at(f.inner.numerator, z) / _at(f.inner.denominator, z)
    match f.outer:
        case "exp":
            return _exponential(r, AlgebraicNumber.of(1))
        case "cos" | "sin":
            i = imaginary_unit()
            half = AlgebraicNumber.of(Fraction(1, 2))
            c, d = (half, half) if f.outer == "cos" else (-i / 2, i / 2)
            turn = _product(i, r)
            return _exponential(turn, c) + _exponential(-turn, d)
        case "log":
            if r == 1:
                return ExponentialSum({})
            return ExponentialSum({(AlgebraicNumber.of(0), frozenset(((r, 1),))): AlgebraicNumber.of(1)})
        case "power":
            return _constant(r**f.exponent)
    return _constant(r)


def _exponential(beta: AlgebraicNumber, c: AlgebraicNumber) -> ExponentialSum:
    return ExponentialSum({(beta, frozenset()): c})


def _constant(c: AlgebraicNumber) -> ExponentialSum:
    return _exponential(AlgebraicNumber.of(0), c) if c != 0 else ExponentialSum({})


def _at(p: Polynomial, z: AlgebraicNumber) -> AlgebraicNumber:
    """p(z), by Horner's rule."""
    value = AlgebraicNumber.of(0)
    for c in reversed(p.coefficients):
        value = _sum(_product(value, z), _number(c))
    return value


def _number(c: Any) -> AlgebraicNumber:
    return c.number if isinstance(c, FieldElement) else AlgebraicNumber.of(c)


def _sum(x: AlgebraicNumber, y: AlgebraicNumber) -> AlgebraicNumber:
    _require_small(x, y)
    return x + y


def _product(x: AlgebraicNumber, y: AlgebraicNumber) -> AlgebraicNumber:
    _require_small(x, y)
    return x * y


def _require_small(x: AlgebraicNumber, y: AlgebraicNumber) -> None:
    if x.degree * y.degree > MAX_DEGREE:
        raise UndecidedError(
            "whether a denominator vanishes at an eigenvalue was not decided: it is a sum of numbers of "
            f"degrees {x.degree} and {y.degree}."
        )


def _joined(
    x: frozenset[tuple[AlgebraicNumber, int]], y: frozenset[tuple[AlgebraicNumber, int]]
) -> frozenset[tuple[AlgebraicNumber, int]]:
    powers = dict(x)
    for gamma, k in y:
        powers[gamma] = powers.get(gamma, 0) + k
    return frozenset(powers.items())
