"""A^n in closed form as text and LaTeX, from plain data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symspec.notation.text import matrix_text, polynomial_text

Rows = Sequence[Sequence[Any]]
SIMPLE = re.compile(r"[a-z]+(\([^()]*\))?|\\sqrt\{[^{}]*\}")  # what stands under an exponent without brackets


@dataclass(frozen=True, slots=True)
class Term:
    """sum over the roots alpha of p: C(n, level) alpha^(n - level) sum_l matrices[l] alpha^l; p monic.

    Where there is a slope, p', each summand is divided by p'(alpha). Entries and coefficients are fractions,
    or numbers that know their text (str) and their LaTeX (.latex).
    """

    polynomial: tuple[Any, ...]
    level: int
    matrices: tuple[Rows, ...]
    text: str = ""  # of p in alpha, where polynomial_text does not write it
    slope: tuple[Any, ...] = ()
    slope_text: str = ""


def power_text(terms: Sequence[Term]) -> str:
    """The sum as plain text; delta(n, j) is 1 for n = j, else 0.

    >>> one = [[Fraction(1)]]
    >>> zero, half = (Fraction(0), Fraction(1)), (Fraction(1, 2), Fraction(1))
    >>> power_text([Term(zero, 1, (one,)), Term(half, 2, (one,))])
    'delta(n, 1) [[1]] + n(n-1)/2 (-1/2)^(n-2) [[1]]'
    >>> power_text([Term((Fraction(-2), Fraction(0), Fraction(1)), 0, (one, one))])
    'sum over alpha with alpha^2 - 2 = 0 of alpha^n ([[1]] + alpha [[1]])'
    """
    return " + ".join(_text(t) for t in terms if is_nonzero(t)) or "0"


def power_latex(terms: Sequence[Term]) -> str:
    r"""The sum as LaTeX, for math mode.

    >>> print(power_latex([Term((Fraction(-2), Fraction(1)), 1, ([[Fraction(1, 2)]],))]))
    n 2^{n-1} \begin{pmatrix} \frac{1}{2} \end{pmatrix}
    """
    return " + ".join(_latex(t) for t in terms if is_nonzero(t)) or "0"


def is_nonzero(t: Term) -> bool:
    """Some part of the term is not zero."""
    return any(x for m in t.matrices for row in m for x in row)


def _text(t: Term) -> str:
    exponent = f"(n-{t.level})" if t.level else "n"
    if len(t.polynomial) == 2:
        return f"{_scalar(-t.polynomial[0], t.level, exponent)}{rows_text(t.matrices[0])}"
    parts = [f"{letter_power(k, 'alpha', '^{}')}{rows_text(m)}" for k, m in enumerate(t.matrices)]
    condition = f"sum over alpha with {t.text or polynomial_text(t.polynomial, 'alpha')} = 0 of "
    below = f"/({t.slope_text})" if t.slope else ""
    return f"{condition}{_binomial(t.level, '/')}alpha^{exponent}{below} ({' + '.join(parts)})"


def rows_text(rows: Rows) -> str:
    """A matrix of fractions, or of numbers that know their text."""
    if all(isinstance(x, Fraction) for row in rows for x in row):
        return matrix_text(rows)
    return "[" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in rows) + "]"


def _scalar(value: Any, level: int, exponent: str) -> str:
    if value == 0:
        return f"delta(n, {level}) "
    if value == 1:
        return _binomial(level, "/")
    base = str(value) if is_plain_base(value, str(value)) else f"({value})"
    return f"{_binomial(level, '/')}{base}^{exponent} "


def is_plain_base(value: Any, written: str) -> bool:
    """A number, as text or LaTeX, that needs no brackets under an exponent.

    >>> is_plain_base(Fraction(2), "2"), is_plain_base(Fraction(-1), "-1"), is_plain_base("i", "i")
    (True, False, True)
    """
    if isinstance(value, Fraction):
        return value.denominator == 1 and value > 0
    return bool(SIMPLE.fullmatch(written))


def letter_power(k: int, alpha: str, power: str) -> str:
    """alpha^k as a factor; "" for k = 0."""
    return "" if k == 0 else f"{alpha} " if k == 1 else f"{alpha}{power.format(k)} "


def _binomial(level: int, slash: str) -> str:
    if level <= 1:
        return "n " if level else ""
    factors = "n" + "".join(f"(n-{i})" for i in range(1, level))
    return f"{factors}{slash}{_factorial(level)} "


def _factorial(k: int) -> int:
    return k * _factorial(k - 1) if k > 1 else 1


def _latex(t: Term) -> str:
    exponent = f"{{n-{t.level}}}" if t.level else "n"
    binomial = rf"\binom{{n}}{{{t.level}}} " if t.level > 1 else _binomial(t.level, "/")
    if len(t.polynomial) == 2:
        return _latex_scalar(-t.polynomial[0], t.level, binomial, exponent) + rows_latex(t.matrices[0])
    parts = [letter_power(k, r"\alpha", "^{{{}}}") + rows_latex(m) for k, m in enumerate(t.matrices)]
    condition = rf"\sum_{{{condition_latex(t.polynomial)} = 0}} "
    power = rf"\alpha^{exponent}"
    if t.slope:
        power = rf"\frac{{{power}}}{{{condition_latex(t.slope)}}}"
    return rf"{condition}{binomial}{power} \left({' + '.join(parts)}\right)"


def _latex_scalar(value: Any, level: int, binomial: str, exponent: str) -> str:
    if value == 0:
        return rf"\delta_{{n,{level}}} "
    if value == 1:
        return binomial
    written = entry_latex(value)
    base = written if is_plain_base(value, written) else rf"\left({written}\right)"
    return f"{binomial}{base}^{exponent} "


def entry_latex(x: Any) -> str:
    """A fraction, or a number that knows its LaTeX."""
    if not isinstance(x, Fraction):
        return str(x.latex)
    sign = "-" if x < 0 else ""
    return str(x) if x.denominator == 1 else rf"{sign}\frac{{{abs(x.numerator)}}}{{{x.denominator}}}"


def condition_latex(p: Sequence[Any]) -> str:
    """p(alpha)."""
    found = ""
    for k in range(len(p) - 1, -1, -1):
        if p[k] != 0:
            negative, size = _sign_and_size(p[k])
            sign = (" - " if negative else " + ") if found else ("-" if negative else "")
            size = "" if size == "1" and k else size + (" " if k else "")
            found += sign + size + ("" if k == 0 else r"\alpha" if k == 1 else rf"\alpha^{{{k}}}")
    return found


def _sign_and_size(x: Any) -> tuple[bool, str]:
    if isinstance(x, Fraction):
        return x < 0, entry_latex(abs(x))
    text = str(x)
    if " + " in text or " - " in text:
        return False, rf"\left({entry_latex(x)}\right)"
    return text.startswith("-"), entry_latex(-x if text.startswith("-") else x)


def rows_latex(rows: Rows) -> str:
    """The same matrix as LaTeX."""
    body = r" \\ ".join(" & ".join(map(entry_latex, row)) for row in rows)
    return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
