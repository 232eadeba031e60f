"""A^n in closed form as SymPy matrices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from math import factorial
from typing import Any

from symspec.algebra.algebraic_matrix import sympy_element, sympy_number
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.polynomial import Polynomial

# (p, level j, (S_0, ..)): sum over the roots alpha of p of C(n, j) alpha^(n - j) sum_l S_l alpha^l
Term = tuple[Polynomial, int, tuple[ExactMatrix, ...]]

# Up to this degree the real and imaginary parts of alpha, alpha^2, .. are found exactly, beyond by angles.
MULTIPLIED_OUT_DEGREE = 4


def exponent_symbol() -> Any:
    """n, a SymPy symbol for an integer n >= 0."""
    from sympy import Symbol

    return Symbol("n", integer=True, nonnegative=True)


def at_shifted_exponent(expression: Any, shift: int, least: int) -> Any:
    """The expression in `exponent_symbol` at n - shift, for the integers n >= least."""
    from sympy import Symbol

    n = exponent_symbol()
    other = n if least >= 0 else Symbol("n", integer=True)
    return expression.subs(n, other - shift) if shift or other != n else expression


def complex_power(terms: Sequence[Term]) -> Any:
    """A^n as an immutable SymPy matrix in `exponent_symbol`, right for every n >= 0."""
    return _total(terms, _complex_part)


def real_power(terms: Sequence[Term]) -> Any:
    """The same with rho^n cos(n theta) and rho^n sin(n theta) for conjugates rho exp(+-i theta)."""
    return _total(terms, _real_part)


def _total(
    terms: Sequence[Term], part: Callable[[AlgebraicNumber, Any, tuple[ExactMatrix, ...]], Any]
) -> Any:
    from sympy import ImmutableMatrix, KroneckerDelta

    n, found = exponent_symbol(), []
    for p, level, matrices in terms:
        if all(m.is_zero for m in matrices):
            continue
        if p.coefficients[0] == 0:
            found.append(KroneckerDelta(n, level) * matrices[0]._sympy_())
            continue
        parts = [part(root, n - level, matrices) for root in complex_roots(p)]
        found.append(_binomial(n, level) * reduce(lambda x, y: x + y, [m for m in parts if m is not None]))
    order = terms[0][2][0].order
    return ImmutableMatrix(reduce(lambda x, y: x + y, found, ImmutableMatrix.zeros(order, order)))


def _binomial(n: Any, level: int) -> Any:
    from sympy import Integer, Mul

    return Mul(*(n - i for i in range(level))) / Integer(factorial(level))


def _complex_part(root: AlgebraicNumber, k: Any, matrices: tuple[ExactMatrix, ...]) -> Any:
    alpha = root._sympy_()
    return alpha**k * combined(matrices, lambda entries: sympy_element(alpha, entries))


def combined(matrices: tuple[ExactMatrix, ...], element: Callable[[Any], Any]) -> Any:
    """The matrix whose entries are element(the entries of all matrices at that place)."""
    from sympy import ImmutableMatrix

    lists = [m.tolist() for m in matrices]
    order = range(len(lists[0]))
    return ImmutableMatrix([[element([m[i][j] for m in lists]) for j in order] for i in order])


def _real_part(root: AlgebraicNumber, k: Any, matrices: tuple[ExactMatrix, ...]) -> Any:
    """The part of a real root, or of a pair of conjugates; None for the one with negative imaginary part."""
    if root.is_real:
        return _complex_part(root, k, matrices)
    if root.enclosure.imag[1] < 0:
        return None
    if root.degree <= MULTIPLIED_OUT_DEGREE:
        return _multiplied_out(root, k, matrices)
    return _by_angles(root, k, matrices)


def _multiplied_out(root: AlgebraicNumber, k: Any, matrices: tuple[ExactMatrix, ...]) -> Any:
    """2 rho^k (cos(k theta) Re M - sin(k theta) Im M) for M = sum S_l alpha^l."""
    from sympy import atan2, cos, sin

    powers = [root**i for i in range(len(matrices))]
    real = [z.real_part._sympy_() for z in powers]
    imag = [z.imag_part._sympy_() for z in powers]
    rho, theta = root.modulus._sympy_(), atan2(imag[1], real[1])
    m_real = combined(matrices, lambda entries: dot(entries, real))
    m_imag = combined(matrices, lambda entries: dot(entries, imag))
    return 2 * rho**k * (cos(k * theta) * m_real - sin(k * theta) * m_imag)


def _by_angles(root: AlgebraicNumber, k: Any, matrices: tuple[ExactMatrix, ...]) -> Any:
    """sum_l 2 rho^(k + l) cos((k + l) theta) S_l."""
    from sympy import Abs, arg, cos

    alpha = root._sympy_()
    rho, theta = Abs(alpha), arg(alpha)
    parts = [2 * rho ** (k + i) * cos((k + i) * theta) * m._sympy_() for i, m in enumerate(matrices)]
    return reduce(lambda x, y: x + y, parts)


def dot(entries: Any, values: Sequence[Any]) -> Any:
    """The sum of entries times SymPy values."""
    from sympy import Add

    return Add(*(sympy_number(c) * z for c, z in zip(entries, values, strict=True) if c != 0))
