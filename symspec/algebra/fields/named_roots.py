"""CRootOf(p, k): the root of index k of a rational polynomial, in the order of SymPy."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from symspec.algebra.backend import Backend
from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots
from symspec.algebra.numbers.closed_forms import fraction_of, meets
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InputError
from symspec.syntax.rational import rational, shortened
from symspec.syntax.tree import Name, Neg, Node, Power, Product, Quotient, Sum

LARGEST_DEGREE = 48


def named_root(p: Node, index: Node, entry: Node, place: str, ops: Backend) -> tuple[AlgebraicNumber, str]:
    """(the root of index k of p, "CRootOf(p, k)"): real ones ascending, then the others as SymPy orders them.

    Raises:
        InputError: p is no polynomial in one letter, or it has no such root.
    """
    polynomial = _polynomial(p, entry, place, ops)
    k = rational(index, place)
    n = polynomial.degree
    if n < 1 or n > LARGEST_DEGREE:
        raise InputError(
            f'"{shortened(entry)}" in {place} needs a polynomial of degree 1 to {LARGEST_DEGREE}, not {n}.'
        )
    if k.denominator != 1 or not -n <= k < n:
        raise InputError(f'"{shortened(entry)}" in {place} needs an index from 0 to {n - 1}.')
    return indexed_root(polynomial, int(k) % n), f"CRootOf({polynomial}, {int(k) % n})"


def indexed_root(p: Polynomial, k: int) -> AlgebraicNumber:
    """CRootOf(p, k), multiple roots counted.

    Algorithm: SymPy's own index decides which factor and which root is meant; its isolating interval is
    refined until it meets one of the roots only. Nothing is evaluated in floating point.
    """
    from sympy import CRootOf, Poly, Rational, Symbol

    x = Symbol("x")
    descending = [Rational(c.numerator, c.denominator) for c in reversed(p.coefficients)]
    found = CRootOf(Poly(descending, x), k, radicals=False)
    if found.is_Rational:
        return AlgebraicNumber.of(fraction_of(found), name=p._ops.NAME)
    factor, root = found.as_coeff_Mul()  # SymPy takes a common factor out of the roots
    return _enclosed(Polynomial.of(_coefficients(root.poly), ops=p._ops), root._get_interval()) * fraction_of(
        factor
    )


def _enclosed(p: Polynomial, interval: Any) -> AlgebraicNumber:
    left = [z for z in roots(p) if z.is_real != hasattr(interval, "ax")]
    bits = 64
    while len(left) > 1:
        left = [z for z in left if meets(interval, z.box(bits).real, z.box(bits).imag)]
        interval, bits = interval.refine(), bits + 2
    return left[0]


def _coefficients(poly: Any) -> list[Fraction]:
    return [Fraction(int(c.p), int(c.q)) for c in reversed(poly.all_coeffs())]


def _polynomial(node: Node, entry: Node, place: str, ops: Backend) -> Polynomial:
    letters: set[str] = set()
    found = _evaluated(node, letters, entry, place, ops)
    if len(letters) != 1:
        raise InputError(
            f'"{shortened(entry)}" in {place} needs a polynomial in one letter, such as x^3 - x - 1.'
        )
    return found


def _evaluated(node: Node, letters: set[str], entry: Node, place: str, ops: Backend) -> Polynomial:
    def inner(x: Node) -> Polynomial:
        return _evaluated(x, letters, entry, place, ops)

    match node:
        case Name(name) if len(name) == 1:
            letters.add(name)
            return Polynomial.of([0, 1], ops=ops)
        case Neg(operand):
            return -inner(operand)
        case Sum(terms):
            return sum((inner(t) for t in terms), Polynomial.of([0], ops=ops))
        case Product(factors):
            total = Polynomial.of([1], ops=ops)
            for factor in factors:
                total = total * inner(factor)
            return total
        case Quotient(first, second):
            return inner(first) * (1 / rational(second, place))
        case Power(base, exponent):
            value, k = inner(base), rational(exponent, place)
            if value.degree > 0:
                if k.denominator != 1 or not 0 <= k * value.degree <= LARGEST_DEGREE:
                    raise InputError(
                        f'"{shortened(entry)}" in {place} needs a polynomial of degree at most 48.'
                    )
                return value ** int(k)
    return Polynomial.of([rational(node, place)], ops=ops)
