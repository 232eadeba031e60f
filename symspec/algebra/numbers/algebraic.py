"""Exact algebraic numbers: an irreducible polynomial over Q and a rectangle around one of its roots."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.backend import backend
from symspec.algebra.numbers import comparison, radicals
from symspec.algebra.numbers import roots as algebraic_roots
from symspec.algebra.numbers.isolation import Enclosing, IsolatedRoot, enclosed_root
from symspec.algebra.numbers.number import AlgebraicNumber
from symspec.algebra.numbers.quadratic import rational_root
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InputError, UndefinedError

__all__ = [
    "AlgebraicNumber",
    "Number",
    "compare_modulus",
    "cos_of",
    "enclosed_number",
    "imaginary_unit",
    "nth_root",
    "root_of_unity",
    "roots",
    "roots_of_irreducible",
    "sin_of",
    "sqrt",
]

Number = AlgebraicNumber | int | Fraction


def _number(root: IsolatedRoot) -> AlgebraicNumber:
    return AlgebraicNumber(root.minpoly, root.enclosure)


def _as_number(x: Number) -> AlgebraicNumber:
    return x if isinstance(x, AlgebraicNumber) else AlgebraicNumber.of(x)


def enclosed_number(p: Polynomial, enclosing: Enclosing) -> AlgebraicNumber:
    """The root of p that every enclosing(bits) contains.

    Args:
        p: a non-zero polynomial with that root.
        enclosing: rectangles that shrink to the root as bits grow.
    """
    return _number(enclosed_root([f for f, _ in p.factors], enclosing))


def roots(p: Polynomial) -> tuple[AlgebraicNumber, ...]:
    """The distinct roots of p: real ones ascending, then conjugate pairs, the one with negative imaginary
    part first, by real part and then by the modulus of the imaginary part.

    >>> print(*roots(Polynomial.of([-1, 0, 0, 1])), sep=", ")
    1, (-1 - i sqrt(3))/2, (-1 + i sqrt(3))/2
    >>> lehmer = Polynomial.of([1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1])
    >>> [sum(z.position == where for z in roots(lehmer)) for where in ("inside", "on", "outside")]
    [1, 8, 1]

    Raises:
        UndefinedError: p = 0.
    """
    if p.degree < 0:
        raise UndefinedError("every number is a root of the zero polynomial.")
    if p.degree == 1:
        constant, leading = p.coefficients
        return (_number(rational_root(-constant / leading, p._ops)),)
    return tuple(_number(z) for z in algebraic_roots.ordered_roots(p))


def roots_of_irreducible(p: Polynomial) -> tuple[AlgebraicNumber, ...]:
    """The roots of a p that is known to be irreducible over Q, in the order of `roots`."""
    if p.degree == 1:
        return roots(p)
    return tuple(_number(z) for z in algebraic_roots.roots_of_irreducible(p))


def compare_modulus(a: Number, b: Number) -> int:
    """-1, 0 or 1 as |a| < |b|, |a| = |b| or |a| > |b|; exact, ties included.

    >>> compare_modulus(sqrt(2) + imaginary_unit() * sqrt(3), sqrt(5))
    0
    """
    return comparison.compared_moduli(_as_number(a), _as_number(b))


def sqrt(x: Number) -> AlgebraicNumber:
    """The principal square root.

    >>> print(sqrt(8), sqrt(Fraction(1, 2)), sqrt(-3), sqrt(3 + 2 * sqrt(2)))
    2 sqrt(2) sqrt(2)/2 i sqrt(3) 1 + sqrt(2)
    """
    return nth_root(x, 2)


def nth_root(x: Number, n: int) -> AlgebraicNumber:
    """exp(Log(x)/n), the principal n-th root: |arg| <= pi/n.

    >>> print(nth_root(2, 3), "|", nth_root(-8, 3))
    2^(1/3) | 1 + i sqrt(3)

    Raises:
        InputError: n < 1.
    """
    if n < 1:
        raise InputError(f"there is no {n}-th root; use n >= 1.")
    return _number(radicals.principal_root(_as_number(x), n))


def imaginary_unit(*, name: str = "auto") -> AlgebraicNumber:
    """i."""
    return root_of_unity(4, name=name)


def root_of_unity(m: int, k: int = 1, *, name: str = "auto") -> AlgebraicNumber:
    """exp(2 pi i k/m).

    >>> print(root_of_unity(7, 3), root_of_unity(8, 2), root_of_unity(6, 5))
    exp(6 pi i/7) i (1 - i sqrt(3))/2

    Raises:
        BudgetExceededError: the degree is beyond the budget.
    """
    if m < 1:
        raise InputError(f"roots of unity have an order m >= 1, not {m}.")
    return _number(algebraic_roots.primitive_root_of_unity(Fraction(k, m), backend(name)))


def cos_of(q: int | Fraction, *, name: str = "auto") -> AlgebraicNumber:
    """cos(q pi).

    >>> print(cos_of(Fraction(1, 5)), cos_of(Fraction(2, 7)).minpoly)
    (1 + sqrt(5))/4 x^3 + 1/2 x^2 - 1/2 x - 1/8
    """
    return _number(algebraic_roots.cosine(Fraction(q) / 2, backend(name)))


def sin_of(q: int | Fraction, *, name: str = "auto") -> AlgebraicNumber:
    """sin(q pi) = cos((1/2 - q) pi).

    >>> print(sin_of(Fraction(1, 3)))
    sqrt(3)/2
    """
    return cos_of(Fraction(1, 2) - q, name=name)
