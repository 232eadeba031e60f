"""A^s for rational s, the principal branch, and the sign of A: algebraic values on the spectrum."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce

from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import InternalError, UndefinedError
from symspec.spectral.functions.closed_form import require_off_the_cut
from symspec.spectral.functions.square_roots import principal_root
from symspec.spectral.functions.weights import weighted_sum
from symspec.spectral.power import PowerTerm


def principal_power(a: ExactMatrix, terms: Sequence[PowerTerm], s: Fraction) -> ExactMatrix:
    """A^s = exp(s Log A) with the principal logarithm; for s > 0 also where 0 is an eigenvalue of index 1.

    Args:
        a: A.
        terms: those of the closed form of A^n.
        s: an exponent.

    Returns:
        X with X^q = A^p for s = p/q, checked. The arguments of its eigenvalues are those of A times s.

    Raises:
        UndefinedError: an eigenvalue is negative, or 0 where it has a block of size 2 or s <= 0.
        UnsupportedFieldError: the entries lie in a field of a degree beyond the budget.

    Algorithm: f^(j)(alpha)/j! = C(s, j) alpha^(s - j) at each eigenvalue, exactly. For s = m/2 first the
    polynomials r over the field with r(alpha) = sqrt(alpha) are looked for.

    References: N. Higham, Functions of Matrices, 2008, section 1.7 and problem 1.27.
    """
    zero = [t for t in terms if t.polynomial.coefficients[0] == 0]
    if zero and (s <= 0 or len(zero) > 1):
        size = "" if s <= 0 else ", in a Jordan block of size 2 or more"
        raise UndefinedError(f"x^({s}) is not defined at A: 0 is an eigenvalue{size}.")
    others = tuple(t for t in terms if t.polynomial.coefficients[0] != 0)
    require_off_the_cut(others, f"the principal value of x^({s})")
    if not others:
        return a * 0
    root = _root_over_the_field(a, others) if s.denominator == 2 else None
    if root is None:
        x = weighted_sum(a, others, lambda z, j: z ** (s - j) * _binomial(s, j))
    else:
        x = root**s.numerator
    if x**s.denominator != a**s.numerator:
        raise InternalError("a power of a matrix failed its own check.")
    return x


def _root_over_the_field(a: ExactMatrix, terms: Sequence[PowerTerm]) -> ExactMatrix | None:
    """sum of r_p(A) Pi_p over the factors p, if each has its principal root r_p."""
    total = a * 0
    for t in terms:
        if t.level == 0:
            r = principal_root(t.polynomial, sum(u.polynomial == t.polynomial for u in terms))
            if r is None:
                return None
            total += r.at_matrix(a) @ t.over_all_roots
    return total


def _binomial(s: Fraction, j: int) -> Fraction:
    return reduce(lambda value, i: value * (s - i) / (i + 1), range(j), Fraction(1))


def sign(a: ExactMatrix, terms: Sequence[PowerTerm]) -> ExactMatrix:
    """The matrix sign: sum of Pi_alpha over Re alpha > 0 minus that over Re alpha < 0.

    Returns:
        S with S^2 = I and A S = S A, checked.

    Raises:
        UndefinedError: an eigenvalue has real part 0.

    References: N. Higham, Functions of Matrices, 2008, chapter 5.
    """
    first = [t for t in terms if t.level == 0]
    signs = {z: real_sign(z) for t in first for z in complex_roots(t.polynomial)}
    on_axis = next((z for z, value in signs.items() if value == 0), None)
    if on_axis is not None:
        raise UndefinedError(f"the sign of A is not defined: the real part of its eigenvalue {on_axis} is 0.")
    s = weighted_sum(a, first, lambda z, j: AlgebraicNumber.of(signs[z], name=a.backend))
    if s @ s != s**0 or a @ s != s @ a:
        raise InternalError("the sign of a matrix failed its own check.")
    return s


def real_sign(z: AlgebraicNumber) -> int:
    """The sign of Re z.

    Algorithm: z and -conj z are conjugate when z lies on the imaginary axis, so its minimal polynomial is
    even, and z^2 is negative. In all other cases a small enough rectangle decides.

    >>> from symspec.algebra.numbers.algebraic import imaginary_unit, sqrt
    >>> print(real_sign(imaginary_unit()), real_sign(1 - sqrt(2)), real_sign(imaginary_unit() + 3))
    0 -1 1
    """
    if z == 0 or _is_imaginary(z):
        return 0
    bits = 32
    while True:
        low, high = z.box(bits).real
        if low > 0 or high < 0:
            return 1 if low > 0 else -1
        bits *= 2


def _is_imaginary(z: AlgebraicNumber) -> bool:
    if any(z.minpoly.coefficients[1::2]):
        return False
    square = z**2
    return square.is_real and square < 0
