"""exp(tA) and f(A) in closed form as text and LaTeX, from plain data."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial, isqrt
from typing import Any

from symspec.notation.power_text import (
    Rows,
    Term,
    condition_latex,
    entry_latex,
    is_nonzero,
    letter_power,
    rows_latex,
    rows_text,
)
from symspec.notation.text import polynomial_text
from symspec.notation.value_text import WrittenValue, factor_text


def exponential_text(terms: Sequence[Term], *, latex: bool = False) -> str:
    """sum of t^j/j! e^(alpha t) times matrices; conjugate pairs a +- ib as e^(at) cos(bt), e^(at) sin(bt).

    >>> one, x = [[Fraction(1)]], Fraction
    >>> print(exponential_text([Term((x(-1), x(1)), 0, (one,)), Term((x(0), x(1)), 2, (one,))]))
    e^t [[1]] + t^2/2 [[1]]
    >>> print(exponential_text([Term((x(5), x(-2), x(1)), 0, ([[x(1, 2)]], [[x(0)]]))]))
    e^t cos(2t) [[1]]
    """
    parts = [_exponential(t, latex) for t in terms if is_nonzero(t)]
    return _signed_sum(parts)


def function_text(name: str, terms: Sequence[Term], *, latex: bool = False) -> str:
    """sum of f^(j)(alpha)/j! times matrices, for f = exp, sin, cos, log, or "f" for any.

    >>> one, x = [[Fraction(1)]], Fraction
    >>> print(function_text("f", [Term((x(-2), x(1)), 0, (one,)), Term((x(-2), x(1)), 2, (one,))]))
    f(2) [[1]] + f''(2)/2 [[1]]
    >>> print(function_text("sin", [Term((x(-2), x(1)), 0, (one,)), Term((x(-2), x(1)), 2, (one,))]))
    sin(2) [[1]] - sin(2)/2 [[1]]
    """
    parts = [_value(name, t, latex) for t in terms if is_nonzero(t) and not _vanishes(name, t)]
    return _signed_sum(parts)


def values_text(terms: Sequence[tuple[Term, WrittenValue | None]], *, latex: bool = False) -> str:
    """sum of values times matrices; f^(j)(alpha)/j! for a value that is None. Numbers are multiplied out.

    >>> from symspec.notation.value_text import WrittenTerm
    >>> one, x, e = [[Fraction(1)]], Fraction, WrittenTerm(Fraction(1), (WrittenTerm(Fraction(2)),))
    >>> zero, two = (Term((x(-k), x(1)), 0, (one,)) for k in (0, 2))
    >>> half = WrittenValue((WrittenTerm(x(1, 2)),))
    >>> print(values_text([(zero, half), (two, WrittenValue((e,))), (two, None)]))
    [[1/2]] + e^2 [[1]] + f(2) [[1]]
    """
    exact: Rows = []
    parts = []
    for t, value in terms:
        if value is None:
            parts += [_value("f", t, latex)] if is_nonzero(t) else []
        elif value.number is not None:
            rows = [[value.number * x for x in row] for row in t.matrices[0]]
            exact = [
                [x + y for x, y in zip(*pair, strict=True)]
                for pair in zip(exact or _zeros(rows), rows, strict=True)
            ]
        elif is_nonzero(t):
            parts.append(f"{factor_text(value, latex=latex)}{_rows(t.matrices[0], latex)}")
    return _signed_sum(([_rows(exact, latex)] if _is_nonzero(exact) else []) + parts)


def _signed_sum(parts: Sequence[str]) -> str:
    joined = "".join(f" - {part[1:]}" if part.startswith("-") else f" + {part}" for part in parts)
    return joined.removeprefix(" + ") if joined.startswith(" + ") else joined.replace(" - ", "-", 1) or "0"


# -- exp(tA) ---------------------------------------------------------------------------------


def _exponential(t: Term, latex: bool) -> str:
    time = _time_power(t.level, latex)
    p = t.polynomial
    if len(p) == 2:
        return f"{time}{_grown(-p[0], latex)}{_rows(t.matrices[0], latex)}"
    if len(p) == 3 and all(isinstance(c, Fraction) for c in p):
        return _pair(t, time, latex)
    grown = r"e^{\alpha t} " if latex else "e^(alpha t) "
    return f"{_sum_over_roots(t, latex)}{time}{grown}{_inside(t, latex)}"


def _time_power(j: int, latex: bool) -> str:
    if j <= 1:
        return "t " if j else ""
    below = factorial(j)
    return rf"\frac{{t^{{{j}}}}}{{{below}}} " if latex else f"t^{j}/{below} "


def _grown(a: Any, latex: bool) -> str:
    """e^(at) as a factor."""
    if a == 0:
        return ""
    exponent = _times_t(a, latex)
    if latex:
        return f"e^{{{exponent}}} "
    return f"e^{exponent} " if exponent == "t" else f"e^({exponent}) "


def _times_t(a: Any, latex: bool) -> str:
    """a t, such as "-3t/2"."""
    if not isinstance(a, Fraction):
        text = entry_latex(a) if latex else str(a)
        several = " + " in text or " - " in text
        return f"{_bracketed(text, latex)} t" if several else f"{text} t"
    sign, p, q = "-" if a < 0 else "", abs(a.numerator), a.denominator
    above = "t" if p == 1 else f"{p}t"
    if q == 1:
        return f"{sign}{above}"
    return rf"{sign}\frac{{{above}}}{{{q}}}" if latex else f"{sign}{above}/{q}"


def _pair(t: Term, time: str, latex: bool) -> str:
    """The part of two conjugate quadratic numbers a +- b, b^2 = D, with rational matrices.

    e^(at) (cosh(bt) C + sinh(bt)/b S) with C = 2 S_0 + 2 a S_1 and S = 2 D S_1; cos and sin for D < 0.
    """
    c, middle, _ = t.polynomial
    a, d = -middle / 2, middle * middle / 4 - c
    first, second = t.matrices
    even = _combined(first, second, Fraction(2), 2 * a)
    odd = _combined(first, second, Fraction(0), 2 * d)
    u, r = _root_of(abs(d))
    names = ("cos", "sin") if d < 0 else ("cosh", "sinh")
    argument = _surd_times_t(u, r, latex)
    called = [rf"\{name}({argument})" if latex else f"{name}({argument})" for name in names]
    parts = [f"{called[0]} {_rows(even, latex)}"] if _is_nonzero(even) else []
    if _is_nonzero(odd):
        below = "" if r == 1 else f"/{_radical(r, latex)}"
        parts.append(f"{called[1]}{below} {_rows([[x / u for x in row] for row in odd], latex)}")
    before, inside = f"{time}{_grown(a, latex)}", " + ".join(parts)
    return f"{before}{_bracketed(inside, latex)}" if before and len(parts) > 1 else f"{before}{inside}"


def _zeros(rows: Rows) -> Rows:
    return [[Fraction(0)] * len(row) for row in rows]


def _is_nonzero(rows: Rows) -> bool:
    return any(x for row in rows for x in row)


def _combined(x: Rows, y: Rows, a: Fraction, b: Fraction) -> Rows:
    return [[a * u + b * v for u, v in zip(*rows, strict=True)] for rows in zip(x, y, strict=True)]


def _root_of(d: Fraction) -> tuple[Fraction, int]:
    """(u, r) with sqrt(d) = u sqrt(r), r squarefree up to small factors; r = 1 for a square."""
    p, outer = d.numerator * d.denominator, 1
    if isqrt(p) ** 2 == p:
        return Fraction(isqrt(p), d.denominator), 1
    for k in range(2, 1000):
        while p % (k * k) == 0:
            p, outer = p // (k * k), outer * k
    return Fraction(outer, d.denominator), p


def _radical(r: int, latex: bool) -> str:
    return rf"\sqrt{{{r}}}" if latex else f"sqrt({r})"


def _surd_times_t(u: Fraction, r: int, latex: bool) -> str:
    """u sqrt(r) t."""
    if r == 1:
        return _times_t(u, latex)
    above = f"{'' if u.numerator == 1 else f'{u.numerator} '}{_radical(r, latex)} t"
    if u.denominator == 1:
        return above
    return rf"\frac{{{above}}}{{{u.denominator}}}" if latex else f"{above}/{u.denominator}"


# -- f(A) ------------------------------------------------------------------------------------


def _vanishes(name: str, t: Term) -> bool:
    if len(t.polynomial) > 2:
        return False
    return bool(_factor(name, t.level, -t.polynomial[0], "", False)[0] == 0)


def _value(name: str, t: Term, latex: bool) -> str:
    if len(t.polynomial) == 2:
        z = -t.polynomial[0]
        text = entry_latex(z) if latex else str(z)
        coefficient, written = _factor(name, t.level, z, text, latex)
        rows = t.matrices[0]
        if not written:
            return _rows([[coefficient * x for x in row] for row in rows], latex)
        return f"{_times(coefficient, written, latex)} {_rows(rows, latex)}"
    alpha = r"\alpha" if latex else "alpha"
    coefficient, written = _factor(name, t.level, None, alpha, latex)
    return f"{_sum_over_roots(t, latex)}{_times(coefficient, written, latex)} {_inside(t, latex)}"


def _factor(name: str, j: int, z: Any, text: str, latex: bool) -> tuple[Any, str]:
    """(c, g) with f^(j)(z)/j! = c g, g as text; "" for g = 1. z is None for a letter."""
    if name == "f":
        primes = "'" * j if j <= 3 else rf"^{{({j})}}" if latex else f"^({j})"
        return Fraction(1, factorial(j)), f"f{primes}({text})"
    slash = "\\" if latex else ""
    if name == "log":
        if j == 0:
            return (0, "") if z == 1 else (Fraction(1), f"{slash}log({text})")
        c = Fraction((-1) ** (j - 1), j)
        if z is not None:
            return c / z**j, ""
        return c, (rf"{text}^{{-{j}}}" if latex else f"{text}^(-{j})")
    sign = {"exp": 1, "sin": (-1) ** (j // 2), "cos": (-1) ** ((j + 1) // 2)}[name]
    c = Fraction(sign, factorial(j))
    if name == "exp":
        if z == 0:
            return c, ""
        plain = isinstance(z, Fraction) and z.denominator == 1 and z > 0
        return c, "e" if z == 1 else f"e^{{{text}}}" if latex else f"e^{text}" if plain else f"e^({text})"
    called = ("sin", "cos")[(j + (name == "cos")) % 2]
    if z == 0:
        return (c, "") if called == "cos" else (0, "")
    return c, f"{slash}{called}({text})"


def _times(c: Any, written: str, latex: bool) -> str:
    """c g."""
    sign, size = ("-", -c) if c < 0 else ("", c)
    above = f"{'' if size.numerator == 1 else f'{size.numerator} '}{written}"
    if size.denominator == 1:
        return f"{sign}{above}"
    return rf"{sign}\frac{{{above}}}{{{size.denominator}}}" if latex else f"{sign}{above}/{size.denominator}"


# -- parts of both ---------------------------------------------------------------------------


def _sum_over_roots(t: Term, latex: bool) -> str:
    if latex:
        return rf"\sum_{{{condition_latex(t.polynomial)} = 0}} "
    return f"sum over alpha with {t.text or polynomial_text(t.polynomial, 'alpha')} = 0 of "


def _inside(t: Term, latex: bool) -> str:
    """sum_l G_l alpha^l, with p'(alpha) below it where there is a slope."""
    sum_of_parts = _bracketed(_parts(t, latex), latex)
    if not t.slope:
        return sum_of_parts
    below = rf"\frac{{1}}{{{condition_latex(t.slope)}}}" if latex else f"1/({t.slope_text})"
    return f"{below} {sum_of_parts}"


def _parts(t: Term, latex: bool) -> str:
    alpha, power = (r"\alpha", "^{{{}}}") if latex else ("alpha", "^{}")
    return " + ".join(
        f"{letter_power(k, alpha, power)}{_rows(m, latex)}"
        for k, m in enumerate(t.matrices)
        if any(x != 0 for row in m for x in row)
    )


def _rows(rows: Rows, latex: bool) -> str:
    return rows_latex(rows) if latex else rows_text(rows)


def _bracketed(text: str, latex: bool) -> str:
    return rf"\left({text}\right)" if latex else f"({text})"
