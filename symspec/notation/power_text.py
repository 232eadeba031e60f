"""A^n in closed form as text and LaTeX, from plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from symspec.notation.text import matrix_text, polynomial_text

Rows = Sequence[Sequence[Fraction]]


@dataclass(frozen=True, slots=True)
class Term:
    """sum over the roots alpha of p: C(n, level) alpha^(n - level) sum_l matrices[l] alpha^l; p monic."""

    polynomial: tuple[Fraction, ...]
    level: int
    matrices: tuple[Rows, ...]


def power_text(terms: Sequence[Term]) -> str:
    """The sum as plain text; delta(n, j) is 1 for n = j, else 0.

    >>> one = [[Fraction(1)]]
    >>> zero, half = (Fraction(0), Fraction(1)), (Fraction(1, 2), Fraction(1))
    >>> power_text([Term(zero, 1, (one,)), Term(half, 2, (one,))])
    'delta(n, 1) [[1]] + n(n-1)/2 (-1/2)^(n-2) [[1]]'
    >>> power_text([Term((Fraction(-2), Fraction(0), Fraction(1)), 0, (one, one))])
    'sum over alpha with alpha^2 - 2 = 0 of alpha^n ([[1]] + alpha [[1]])'
    """
    return " + ".join(_text(t) for t in terms if _is_nonzero(t)) or "0"


def power_latex(terms: Sequence[Term]) -> str:
    r"""The sum as LaTeX, for math mode.

    >>> print(power_latex([Term((Fraction(-2), Fraction(1)), 1, ([[Fraction(1, 2)]],))]))
    n 2^{n-1} \begin{pmatrix} \frac{1}{2} \end{pmatrix}
    """
    return " + ".join(_latex(t) for t in terms if _is_nonzero(t)) or "0"


def _is_nonzero(t: Term) -> bool:
    return any(x for m in t.matrices for row in m for x in row)


def _text(t: Term) -> str:
    exponent = f"(n-{t.level})" if t.level else "n"
    if len(t.polynomial) == 2:
        return f"{_scalar(-t.polynomial[0], t.level, exponent)}{matrix_text(t.matrices[0])}"
    parts = [f"{_letter(k, 'alpha', '^{}')}{matrix_text(m)}" for k, m in enumerate(t.matrices)]
    condition = f"sum over alpha with {polynomial_text(t.polynomial, 'alpha')} = 0 of "
    return f"{condition}{_binomial(t.level, '/')}alpha^{exponent} ({' + '.join(parts)})"


def _scalar(value: Fraction, level: int, exponent: str) -> str:
    if value == 0:
        return f"delta(n, {level}) "
    if value == 1:
        return _binomial(level, "/")
    base = str(value) if value.denominator == 1 and value > 0 else f"({value})"
    return f"{_binomial(level, '/')}{base}^{exponent} "


def _letter(k: int, alpha: str, power: str) -> str:
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
        return _latex_scalar(-t.polynomial[0], t.level, binomial, exponent) + _latex_matrix(t.matrices[0])
    parts = [_letter(k, r"\alpha", "^{{{}}}") + _latex_matrix(m) for k, m in enumerate(t.matrices)]
    condition = rf"\sum_{{{_latex_polynomial(t.polynomial)} = 0}} "
    return rf"{condition}{binomial}\alpha^{exponent} \left({' + '.join(parts)}\right)"


def _latex_scalar(value: Fraction, level: int, binomial: str, exponent: str) -> str:
    if value == 0:
        return rf"\delta_{{n,{level}}} "
    if value == 1:
        return binomial
    plain = value.denominator == 1 and value > 0
    base = str(value) if plain else rf"\left({_latex_number(value)}\right)"
    return f"{binomial}{base}^{exponent} "


def _latex_number(x: Fraction) -> str:
    sign = "-" if x < 0 else ""
    return str(x) if x.denominator == 1 else rf"{sign}\frac{{{abs(x.numerator)}}}{{{x.denominator}}}"


def _latex_polynomial(p: Sequence[Fraction]) -> str:
    found = ""
    for k in range(len(p) - 1, -1, -1):
        if p[k]:
            sign = (" - " if p[k] < 0 else " + ") if found else ("-" if p[k] < 0 else "")
            size = "" if abs(p[k]) == 1 and k else _latex_number(abs(p[k])) + (" " if k else "")
            found += sign + size + ("" if k == 0 else r"\alpha" if k == 1 else rf"\alpha^{{{k}}}")
    return found


def _latex_matrix(rows: Rows) -> str:
    body = r" \\ ".join(" & ".join(map(_latex_number, row)) for row in rows)
    return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
