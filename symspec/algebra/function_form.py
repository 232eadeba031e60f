"""exp(tA), and f(A) for exp, sin, cos, log and sums, products and quotients of such, as SymPy matrices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from math import factorial
from typing import Any

from symspec.algebra.algebraic_matrix import sympy_element, sympy_number
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.power_form import MULTIPLIED_OUT_DEGREE, Term, combined, dot

Part = Callable[[AlgebraicNumber, int, tuple[ExactMatrix, ...]], Any]


def time_symbol() -> Any:
    """t, a real SymPy symbol."""
    from sympy import Symbol

    return Symbol("t", real=True)


def exponential(terms: Sequence[Term], t: Fraction | None) -> Any:
    """exp(tA) as an immutable SymPy matrix: in `time_symbol`, or at a rational t."""
    from sympy import exp

    time = _time(t)
    return _total(terms, lambda z, j, s: _level(time, j) * exp(z._sympy_() * time) * _matrix(z, s))


def real_exponential(terms: Sequence[Term], t: Fraction | None) -> Any:
    """The same with e^(at) cos(bt) and e^(at) sin(bt) for conjugates a +- ib."""
    from sympy import exp

    time = _time(t)

    def part(z: AlgebraicNumber, j: int, s: tuple[ExactMatrix, ...]) -> Any:
        if z.is_real:
            return _level(time, j) * exp(z._sympy_() * time) * _matrix(z, s)
        if z.enclosure.imag[1] < 0:
            return None
        return _level(time, j) * _pair_of_conjugates(z, time, s)

    return _total(terms, part)


def function_value(terms: Sequence[Term], name: str) -> Any:
    """f(A) for f = exp, sin, cos or log."""
    return _total(terms, lambda z, j, s: taylor_coefficient(name, j, z._sympy_()) * _matrix(z, s))


def taylor_coefficient(name: str, j: int, z: Any) -> Any:
    """f^(j)(z)/j! for f = exp, sin, cos or log."""
    from sympy import Rational, cos, exp, log, sin

    if name == "log":
        return Rational((-1) ** (j - 1), j) / z**j if j else log(z)
    cycles = {"exp": (exp,), "sin": (sin, cos), "cos": (cos, sin)}[name]
    sign = {"exp": 1, "sin": (-1) ** (j // 2), "cos": (-1) ** ((j + 1) // 2)}[name]
    return Rational(sign, factorial(j)) * cycles[j % len(cycles)](z)


def composite_value(terms: Sequence[Term], f: Any) -> Any:
    """f(A) for f as nested tuples: (operation, parts), or (name, p, q, s) for a function of p/q."""
    from sympy import diff

    whole = _expression(f)
    x, derivatives = _letter(), [whole]

    def taylor(j: int, z: Any) -> Any:
        while len(derivatives) <= j:
            derivatives.append(diff(derivatives[-1], x))
        return derivatives[j].subs(x, z) / factorial(j)

    return _total(terms, lambda z, j, s: taylor(j, z._sympy_()) * _matrix(z, s))


def first_column_polynomial(m: Any) -> Any:
    """c_0 + c_1 x + .. for the first column c of what becomes a SymPy matrix."""
    from sympy import Add, expand

    x = _letter()
    return Add(*(expand(c) * x**k for k, c in enumerate(m._sympy_()[:, 0])))


def _letter() -> Any:
    from sympy import Symbol

    return Symbol("x")


def _expression(f: Any) -> Any:
    from sympy import Add, Mul, cos, exp, log, sin

    if len(f) == 2:
        parts = [_expression(part) for part in f[1]]
        if f[0] == "quotient":
            return parts[0] / parts[1]
        return (Add if f[0] == "sum" else Mul)(*parts)
    name, p, q, s = f
    inner = p._sympy_() / q._sympy_()
    if name == "power":
        return inner ** sympy_number(s)
    return {"": lambda z: z, "exp": exp, "sin": sin, "cos": cos, "log": log}[name](inner)


def _total(terms: Sequence[Term], part: Part) -> Any:
    from sympy import ImmutableMatrix

    order = terms[0][2][0].order
    found = [
        part(root, level, matrices)
        for p, level, matrices in terms
        if not all(m.is_zero for m in matrices)
        for root in complex_roots(p)
    ]
    zero = ImmutableMatrix.zeros(order, order)
    return ImmutableMatrix(reduce(lambda x, y: x + y, [m for m in found if m is not None], zero))


def _time(t: Fraction | None) -> Any:
    return time_symbol() if t is None else sympy_number(t)


def _level(time: Any, j: int) -> Any:
    return time**j / factorial(j)


def _matrix(z: AlgebraicNumber, matrices: tuple[ExactMatrix, ...]) -> Any:
    alpha = z._sympy_()
    return combined(matrices, lambda entries: sympy_element(alpha, entries))


def _pair_of_conjugates(z: AlgebraicNumber, time: Any, matrices: tuple[ExactMatrix, ...]) -> Any:
    """2 Re(exp(z t) sum S_l z^l)."""
    from sympy import Abs, arg, cos, exp, im, re, sin

    if z.degree <= MULTIPLIED_OUT_DEGREE:
        powers = [z**i for i in range(len(matrices))]
        real, imag = ([part._sympy_() for part in parts] for parts in _parts(powers))
        a, b = z.real_part._sympy_(), z.imag_part._sympy_()
        m_real = combined(matrices, lambda entries: dot(entries, real))
        m_imag = combined(matrices, lambda entries: dot(entries, imag))
        return 2 * exp(a * time) * (cos(b * time) * m_real - sin(b * time) * m_imag)
    alpha = z._sympy_()
    rho, theta, grows = Abs(alpha), arg(alpha), exp(re(alpha) * time)
    parts = [
        2 * grows * rho**i * cos(im(alpha) * time + i * theta) * m._sympy_() for i, m in enumerate(matrices)
    ]
    return reduce(lambda x, y: x + y, parts)


def _parts(powers: Sequence[AlgebraicNumber]) -> tuple[list[AlgebraicNumber], list[AlgebraicNumber]]:
    return [z.real_part for z in powers], [z.imag_part for z in powers]
