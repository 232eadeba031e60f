"""exp(tA), and f(A) for exp, sin, cos, log and what is composed of such, as SymPy matrices."""

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
from symspec.notation.value_text import WrittenTerm, WrittenValue

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


def matrix_of_values(terms: Sequence[Term], value: Callable[[AlgebraicNumber, int], WrittenValue]) -> Any:
    """sum over terms (p, j) and roots alpha of p: value(alpha, j) N^j Pi_alpha."""
    return _total(terms, lambda z, j, s: _written(value(z, j)) * _matrix(z, s))


def _written(v: WrittenValue) -> Any:
    from sympy import Mul

    return _sum(v.above) / Mul(*(_sum(base) ** k for base, k in v.below))


def _sum(terms: Sequence[WrittenTerm]) -> Any:
    from sympy import Add, Mul, exp

    return Add(
        *(
            Mul(
                sympy_number(t.coefficient),
                exp(_sum(t.exponent)),
                *(_called(*call) for call in t.calls),
            )
            for t in terms
        )
    )


def _called(name: str, z: tuple[WrittenTerm, ...], k: int) -> Any:
    import sympy

    functions = {
        "log": sympy.log, "sin": sympy.sin, "cos": sympy.cos, "sinh": sympy.sinh, "cosh": sympy.cosh,
        "asin": sympy.asin, "acos": sympy.acos, "atan": sympy.atan, "asinh": sympy.asinh,
        "acosh": sympy.acosh, "atanh": sympy.atanh,
    }  # fmt: skip
    return (sympy.pi if name == "pi" else functions[name](_sum(z))) ** k


def first_column_polynomial(m: Any) -> Any:
    """c_0 + c_1 x + .. for the first column c of what becomes a SymPy matrix."""
    from sympy import Add, expand

    x = _letter()
    return Add(*(expand(c) * x**k for k, c in enumerate(m._sympy_()[:, 0])))


def _letter() -> Any:
    from sympy import Symbol

    return Symbol("x")


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
