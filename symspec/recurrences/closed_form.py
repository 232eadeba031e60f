"""a(n) as a sum over roots: text, LaTeX and SymPy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from math import factorial
from typing import Any

from symspec.algebra.algebraic_matrix import field_element
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots
from symspec.algebra.polynomial import Polynomial
from symspec.errors import UnsupportedFieldError
from symspec.notation.power_text import condition_latex, is_plain_base
from symspec.notation.text import number_text
from symspec.recurrences.values import Value, column, exact_matrix, polynomial, signed_text
from symspec.spectral.power import PowerForm

# Up to this degree the roots of a factor over Q are written one by one, with numbers from a field up to this
# degree; over a number field those of factors of degree 1.
WRITTEN_DEGREE = 2


@dataclass(frozen=True, slots=True)
class SequenceTerm:
    """sum over the roots alpha of p of C(m, level) alpha^(m - level) c(alpha).

    Attributes:
        polynomial: p, monic and irreducible over Q, or over the field of its coefficients.
        level: j; C(m, j) = 0 for m < j, and 0^0 = 1.
        coefficient: c, of a degree below that of p, over Q or a number field.
    """

    polynomial: Polynomial
    level: int
    coefficient: Polynomial


@dataclass(frozen=True)  # without slots: the written parts are kept
class ClosedForm:
    """a(n) = the sum of the terms at m = n - shift, right for every n >= first.

    Attributes:
        terms: those that are not zero.
        shift: 0 where the recurrence can be run backwards to n = 0, else first.
        first: the number of the first term.
    """

    terms: tuple[SequenceTerm, ...]
    shift: int
    first: int

    def __str__(self) -> str:
        return _joined([piece for t in self.terms for piece in _pieces(t, self.shift, _TEXT)])

    @property
    def latex(self) -> str:
        """LaTeX for math mode."""
        return _joined([piece for t in self.terms for piece in _pieces(t, self.shift, _LATEX)])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import latex_bundle

        return latex_bundle(str(self), self.latex)

    @cached_property
    def _data(self) -> list[tuple[Polynomial, int, tuple[ExactMatrix, ...]]]:
        return [(t.polynomial, t.level, _coefficients(t)) for t in self.terms]

    def _sympy_(self) -> Any:
        from symspec.algebra.power_form import complex_power

        return self._shifted(complex_power(self._data)[0, 0]) if self.terms else 0

    def real_form(self) -> Any:
        """The same with rho^n cos(n theta) and rho^n sin(n theta) for conjugate pairs.

        Raises:
            UnsupportedFieldError: a number is taken from a field that is not real.
        """
        from symspec.algebra.power_form import real_power

        for t in self.terms:
            for p in (t.polynomial, t.coefficient):
                if isinstance(p, FieldPolynomial) and not p.field.is_real:
                    raise UnsupportedFieldError(
                        f"the real form is computed over real fields only, not over {p.field}."
                    )

        return self._shifted(real_power(self._data)[0, 0]) if self.terms else 0

    def _shifted(self, expression: Any) -> Any:
        from symspec.algebra.power_form import at_shifted_exponent

        return at_shifted_exponent(expression, self.shift, self.first)


def _coefficients(t: SequenceTerm) -> tuple[ExactMatrix, ...]:
    """c_0, .., c_(d-1) for p of degree d, as matrices of order 1."""
    c = [*t.coefficient.coefficients, *[Fraction(0)] * (t.polynomial.degree - t.coefficient.degree - 1)]
    return tuple(exact_matrix([[x]], t.polynomial._ops.NAME) for x in c)


def closed_form(power: PowerForm, start: Sequence[Value], shift: int, first: int) -> ClosedForm:
    """The first entries of C^m s for m = n - shift, from the closed form of C^m."""
    s, found = column(start, power.matrix.backend), []
    for t in power.terms:
        c = polynomial([(part @ s)[0, 0] for part in t.matrices], t.polynomial._ops)
        if c.degree >= 0:
            found.append(SequenceTerm(t.polynomial, t.level, c))
    return ClosedForm(tuple(found), shift, first)


# -- writing ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Style:
    """How numbers and powers are written."""

    number: Callable[[Any], str]
    power: Callable[[str, str], str]
    binomial: Callable[[str, int], str]
    delta: Callable[[str, int], str]
    total: Callable[[str, str], str]
    brackets: tuple[str, str]
    alpha: str


def _text_number(x: Any) -> str:
    return number_text(x) if isinstance(x, Fraction) else str(x)


def _latex_number(x: Any) -> str:
    if not isinstance(x, Fraction):
        return str(x.latex)
    if x.denominator == 1:
        return str(x)
    return rf"{'-' if x < 0 else ''}\frac{{{abs(x.numerator)}}}{{{x.denominator}}}"


def _text_binomial(m: str, j: int) -> str:
    """m(m-1)../j! as text; for a shifted m in brackets."""
    head = m if m == "n" else f"({m})"
    if j == 1:
        return head
    return head + "".join(f"({m}-{i})" for i in range(1, j)) + f"/{factorial(j)}"


_TEXT = _Style(
    _text_number,
    lambda base, e: f"{base}^{e}" if e.isalnum() else f"{base}^({e})",
    _text_binomial,
    lambda m, j: f"delta({m}, {j})",
    lambda condition, body: f"sum over alpha with {condition} = 0 of {body}",
    ("(", ")"),
    "alpha",
)
_LATEX = _Style(
    _latex_number,
    lambda base, e: f"{base}^{{{e}}}",
    lambda m, j: m if j == 1 and m == "n" else rf"\binom{{{m}}}{{{j}}}",
    lambda m, j: rf"\delta_{{{m},{j}}}",
    lambda condition, body: rf"\sum_{{{condition} = 0}} {body}",
    (r"\left(", r"\right)"),
    r"\alpha",
)


def _pieces(t: SequenceTerm, shift: int, style: _Style) -> list[tuple[bool, str]]:
    """(negative, text) for each summand."""
    m = "n" if not shift else f"n-{shift}" if shift > 0 else f"n+{-shift}"
    if isinstance(t.polynomial, FieldPolynomial) and t.polynomial.degree == 1:
        return [_piece(-t.polynomial(0), t.coefficient(0), t.level, m, style)]
    if not _is_written(t):
        p, c = (_in_alpha(q, style) for q in (t.polynomial, t.coefficient))
        factors = [style.binomial(m, t.level)] if t.level else []
        factors.append(style.power(style.alpha, _less(m, t.level)))
        if t.coefficient.degree or t.coefficient(0) != 1:
            factors.insert(0, f"{style.brackets[0]}{c}{style.brackets[1]}")
        return [(False, style.total(p, " ".join(factors)))]
    return [_piece(z, _value(t, z), t.level, m, style) for z in reversed(roots(t.polynomial))]


def _is_written(t: SequenceTerm) -> bool:
    """The roots one by one, not as a sum over alpha."""
    p, c = t.polynomial, t.coefficient
    if isinstance(p, FieldPolynomial) or p.degree == 1:
        return p.degree == 1
    if isinstance(c, FieldPolynomial) and c.field.degree > WRITTEN_DEGREE:
        return False
    return p.degree <= WRITTEN_DEGREE


def _value(t: SequenceTerm, z: AlgebraicNumber) -> Any:
    """c(z)."""
    c: tuple[Any, ...] = t.coefficient.coefficients
    if not isinstance(t.coefficient, FieldPolynomial):
        return field_element(z, list(c))
    if len(c) == 1 or z.is_rational:
        return t.coefficient(z.rational if z.is_rational else 0)
    numbers = [x.number if isinstance(x, FieldElement) else x for x in c]
    return reduce(lambda value, x: value * z + x, reversed(numbers), z * 0)


def _in_alpha(q: Polynomial, style: _Style) -> str:
    written = q.text("alpha")
    if style is _TEXT:
        return written
    if isinstance(q, FieldPolynomial):
        return condition_latex(q.coefficients)
    import re

    written = re.sub(r"alpha(\^(\d+))?", lambda k: r"\alpha" + (f"^{{{k[2]}}}" if k[2] else ""), written)
    return re.sub(r"(\d+)/(\d+)", r"\\frac{\1}{\2}", written)


def _less(m: str, level: int) -> str:
    return f"{m}-{level}" if level else m


def _piece(z: Any, value: Any, level: int, m: str, style: _Style) -> tuple[bool, str]:
    """value C(m, level) z^(m - level)."""
    c, base = _plain(value), _plain(z)
    negative, _ = signed_text(c)
    factors = []
    if base == 0:
        factors.append(style.delta(m, level))
    else:
        if level:
            factors.append(style.binomial(m, level))
        if base != 1:
            factors.append(style.power(_bracketed(base, style), _less(m, level)))
    size = -c if negative else c
    if size != 1 or not factors:
        factors.insert(0, _factor(size, style, alone=not factors))
    return negative, " ".join(factors)


def _plain(x: Any) -> Any:
    """A rational number as a fraction."""
    return x.rational if isinstance(x, AlgebraicNumber) and x.is_rational else x


def _bracketed(base: Any, style: _Style) -> str:
    written = style.number(base)
    return written if is_plain_base(base, written) else f"{style.brackets[0]}{written}{style.brackets[1]}"


def _factor(c: Any, style: _Style, *, alone: bool) -> str:
    written = style.number(c)
    needs = not isinstance(c, Fraction) and (" " in written or "/" in written or written.startswith("-"))
    return f"{style.brackets[0]}{written}{style.brackets[1]}" if needs and not alone else written


def _joined(pieces: list[tuple[bool, str]]) -> str:
    found = ""
    for negative, text in pieces:
        sign = (" - " if negative else " + ") if found else ("-" if negative else "")
        found += sign + text
    return found or "0"
