"""Arguments of exp, cos, sin and tan: rational multiples of pi i and of pi."""

from __future__ import annotations

from fractions import Fraction

from symspec.errors import InputError
from symspec.syntax.rational import rational, shortened
from symspec.syntax.tree import Name, Neg, Node, Product, Quotient, Sum

_IMAGINARY = frozenset("ijI")
Gaussian = tuple[Fraction, Fraction]
Linear = tuple[Gaussian, Gaussian]  # ((a, b), (c, d)): a + b i + (c + d i) pi
_NONE: Gaussian = (Fraction(0), Fraction(0))


def angle_over_pi(node: Node, entry: Node, place: str) -> Fraction:
    """q, for an angle q pi.

    Raises:
        InputError: the angle is no rational multiple of pi.
    """
    constant, (q, imaginary) = _linear(node, entry, place)
    if constant != _NONE or imaginary:
        raise InputError(
            f'"{shortened(entry)}" in {place} is not algebraic: '
            "the angle must be a rational multiple of pi, such as cos(2 pi/7)."
        )
    return q


def exponent_over_pi_i(node: Node, entry: Node, place: str) -> Fraction:
    """q, for an exponent q pi i.

    Raises:
        InputError: the exponent is no rational multiple of pi i.
    """
    constant, (real, q) = _linear(node, entry, place)
    if constant != _NONE or real:
        raise InputError(
            f'"{shortened(entry)}" in {place} is not algebraic: '
            "the exponent of e must be a rational multiple of pi i, such as exp(2 pi i/5)."
        )
    return q


def _linear(node: Node, entry: Node, place: str) -> Linear:
    match node:
        case Name("pi"):
            return _NONE, (Fraction(1), Fraction(0))
        case Name(name) if name in _IMAGINARY:
            return (Fraction(0), Fraction(1)), _NONE
        case Neg(operand):
            return _times(_linear(operand, entry, place), ((Fraction(-1), Fraction(0)), _NONE), entry, place)
        case Sum(terms):
            parts = [_linear(t, entry, place) for t in terms]
            a, b = zip(*parts, strict=True)
            return _sum(a), _sum(b)
        case Product(factors):
            total: Linear = ((Fraction(1), Fraction(0)), _NONE)
            for factor in factors:
                total = _times(total, _linear(factor, entry, place), entry, place)
            return total
        case Quotient(first, second):
            return _times(
                _linear(first, entry, place),
                _inverse(_linear(second, entry, place), entry, place),
                entry,
                place,
            )
    return (rational(node, place), Fraction(0)), _NONE


def _sum(parts: tuple[Gaussian, ...]) -> Gaussian:
    return sum((p[0] for p in parts), Fraction(0)), sum((p[1] for p in parts), Fraction(0))


def _product(a: Gaussian, b: Gaussian) -> Gaussian:
    return a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]


def _times(x: Linear, y: Linear, entry: Node, place: str) -> Linear:
    if x[1] != _NONE and y[1] != _NONE:
        raise _not_linear(entry, place)
    return _product(x[0], y[0]), _sum((_product(x[0], y[1]), _product(x[1], y[0])))


def _inverse(x: Linear, entry: Node, place: str) -> Linear:
    (a, b), over_pi = x
    square = a * a + b * b
    if over_pi != _NONE or not square:
        raise _not_linear(entry, place)
    return (a / square, -b / square), _NONE


def _not_linear(entry: Node, place: str) -> InputError:
    return InputError(
        f'"{shortened(entry)}" in {place} is not algebraic: pi stands in it in another way than once.'
    )
