"""Algebraic numbers as text and LaTeX, from plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from symspec.notation.text import polynomial_text


@dataclass(frozen=True, slots=True)
class Surd:
    """u + v sqrt(d), for an integer d without square factors, d = 1 only with v = 0."""

    u: Fraction
    v: Fraction
    d: int


@dataclass(frozen=True, slots=True)
class Polar:
    """c^(1/n) exp(pi i turn), for c > 0 and -1 < turn <= 1."""

    c: Fraction
    n: int
    turn: Fraction


@dataclass(frozen=True, slots=True)
class NamedRoot:
    """The root of a polynomial, constant term first, near real + imag i with so many decimal places."""

    coefficients: tuple[int, ...]
    real: Fraction
    imag: Fraction
    places: int


@dataclass(frozen=True, slots=True)
class NamedModulus:
    """The modulus of a number, near `value` with so many decimal places."""

    of: Surd | Polar | NamedRoot
    value: Fraction
    places: int


ClosedForm = Surd | Polar | NamedRoot | NamedModulus


def algebraic_text(form: ClosedForm) -> str:
    """The number as plain text.

    >>> algebraic_text(Surd(Fraction(1, 2), Fraction(1, 2), 5))
    '(1 + sqrt(5))/2'
    >>> algebraic_text(Surd(Fraction(3, 5), Fraction(4, 5), -1))
    '3/5 + 4/5 i'
    >>> algebraic_text(Polar(Fraction(2), 3, Fraction(2, 3)))
    '2^(1/3) exp(2 pi i/3)'
    >>> algebraic_text(NamedRoot((-1, -1, 0, 0, 0, 1), Fraction(11673, 10000), Fraction(0), 4))
    'root of x^5 - x - 1 near 1.1673'
    >>> algebraic_text(NamedModulus(Surd(Fraction(1), Fraction(1), -1), Fraction(14142, 10000), 4))
    '|1 + i| near 1.4142'
    """
    if isinstance(form, Surd):
        return _surd(form, _PLAIN)
    if isinstance(form, Polar):
        return _polar(form, _PLAIN)
    if isinstance(form, NamedModulus):
        return f"|{algebraic_text(form.of)}| near {_rounded(form.value, form.places)}"
    return f"root of {polynomial_text(form.coefficients)} near {_decimals(form, ' i')}"


def algebraic_latex(form: ClosedForm) -> str:
    r"""The number as LaTeX, for math mode.

    >>> print(algebraic_latex(Surd(Fraction(1, 2), Fraction(-1, 2), -3)))
    \frac{1 - i \sqrt{3}}{2}
    >>> print(algebraic_latex(Polar(Fraction(1), 1, Fraction(2, 7))))
    e^{2 \pi i/7}
    """
    if isinstance(form, Surd):
        return _surd(form, _LATEX)
    if isinstance(form, Polar):
        return _polar(form, _LATEX)
    if isinstance(form, NamedModulus):
        inner = algebraic_latex(form.of)
        return rf"\left|{inner}\right| \text{{ near }} {_rounded(form.value, form.places)}"
    return (
        rf"\text{{root of }} {_polynomial_latex(form.coefficients)} \text{{ near }} {_decimals(form, ' i')}"
    )


@dataclass(frozen=True, slots=True)
class _Style:
    sqrt: str
    quotient: str
    root: str
    turn: str


_PLAIN = _Style("sqrt({})", "{}/{}", "{}^(1/{})", "exp({} i{})")
_LATEX = _Style(r"\sqrt{{{}}}", r"\frac{{{}}}{{{}}}", r"\sqrt[{1}]{{{0}}}", "e^{{{} i{}}}")


def _fraction(q: Fraction, style: _Style) -> str:
    if q.denominator == 1:
        return str(q.numerator)
    return ("-" if q < 0 else "") + style.quotient.format(abs(q.numerator), q.denominator)


# -- surds -----------------------------------------------------------------------------------


def _surd(form: Surd, style: _Style) -> str:
    if form.v == 0:
        return _fraction(form.u, style)
    if form.d == -1:
        return _two_terms(_fraction(form.u, style), form.v, _coefficient(form.v, "i", style))
    unit = ("i " if form.d < 0 else "") + style.sqrt.format(abs(form.d)) * (form.d != -1)
    denominator = lcm(form.u.denominator, form.v.denominator)
    u, v = form.u * denominator, form.v * denominator
    body = _two_terms(str(u), v, _coefficient(v, unit, style))
    if denominator == 1:
        return body
    if u == 0:
        sign, size = ("-", body[1:]) if v < 0 else ("", body)
        return sign + style.quotient.format(size, denominator)
    return style.quotient.format(f"({body})" if style is _PLAIN else body, denominator)


def _coefficient(v: Fraction, unit: str, style: _Style) -> str:
    return unit if abs(v) == 1 else f"{_fraction(abs(v), style)} {unit}"


def _two_terms(u: str, v: Fraction, size: str) -> str:
    """u + v unit, with `size` the text of |v| unit."""
    if u == "0":
        return ("-" if v < 0 else "") + size
    return f"{u} {'-' if v < 0 else '+'} {size}"


# -- polar forms -----------------------------------------------------------------------------


def _polar(form: Polar, style: _Style) -> str:
    sign, turn = _turn(form.turn, style)
    modulus = "" if form.c == 1 else _root(form, style)
    return sign + (f"{modulus} {turn}".strip() or "1")


def _root(form: Polar, style: _Style) -> str:
    if form.n == 1:
        return _fraction(form.c, style)
    if form.n == 2:
        return style.sqrt.format(_fraction(form.c, style))
    c = _fraction(form.c, style)
    return style.root.format(f"({c})" if style is _PLAIN and form.c.denominator > 1 else c, form.n)


def _turn(turn: Fraction, style: _Style) -> tuple[str, str]:
    """exp(pi i turn) as (sign, factor)."""
    if turn.denominator <= 2:  # 1, i, -1, -i
        return ("-" if turn in (1, Fraction(-1, 2)) else ""), ("i" if turn.denominator == 2 else "")
    pi = "pi" if style is _PLAIN else r"\pi"
    size = abs(turn.numerator)
    times = ("-" if turn < 0 else "") + (pi if size == 1 else f"{size} {pi}")
    return "", style.turn.format(times, f"/{turn.denominator}")


# -- named roots -----------------------------------------------------------------------------


def _decimals(form: NamedRoot, unit: str) -> str:
    real, imag = _rounded(form.real, form.places), _rounded(abs(form.imag), form.places)
    if form.imag == 0:
        return real
    return _two_terms("0" if form.real == 0 else real, form.imag, imag + unit)


def _rounded(x: Fraction, places: int) -> str:
    """x, a multiple of 10^-places, with that many places.

    >>> _rounded(Fraction(-5, 100), 3), _rounded(Fraction(12345, 10**44), 44)
    ('-0.050', '1.2345e-40')
    """
    digits = str(abs(x) * 10**places)
    sign = "-" if x < 0 else ""
    if places > len(digits) + 5:  # many leading zeros
        mantissa = digits[0] + ("." + digits[1:] if digits[1:] else "")
        return f"{sign}{mantissa}e-{places - len(digits) + 1}"
    digits = digits.rjust(places + 1, "0")
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _polynomial_latex(coefficients: Sequence[int]) -> str:
    """Integer coefficients, constant term first."""
    words = polynomial_text(coefficients).split(" ")
    return " ".join(
        f"{base}^{{{power}}}" if power else base for base, _, power in (w.partition("^") for w in words)
    )
