"""Values such as (e^2 - 1)/2 and sin(1)/cos(1)^2 as text and LaTeX, from plain data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from symspec.notation.power_text import entry_latex

_ENDS_BELOW = re.compile(r"/[0-9]+$")
_ROMAN = frozenset(("sin", "cos", "sinh", "cosh", "log"))
_LATEX = {"asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "asinh": r"\operatorname{arsinh}",
          "acosh": r"\operatorname{arcosh}", "atanh": r"\operatorname{artanh}"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WrittenTerm:
    """coefficient e^exponent f_1(z_1)^k_1 f_2(z_2)^k_2 ..

    Attributes:
        coefficient: a number, not 0: a fraction, or one that knows its text (str) and its LaTeX (.latex).
        exponent: a sum of terms; () for no exponential.
        calls: (f, z, k) with the name of a function, or "pi", a sum of terms and a power.
    """

    coefficient: Any
    exponent: tuple[WrittenTerm, ...] = ()
    calls: tuple[tuple[str, tuple[WrittenTerm, ...], int], ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """above/(below_1^k_1 below_2^k_2 ..), sums of terms."""

    above: tuple[WrittenTerm, ...]
    below: tuple[tuple[tuple[WrittenTerm, ...], int], ...] = ()

    @property
    def number(self) -> Any:
        """The value, where it is just a number; else None."""
        if not self.above:
            return Fraction(0)
        only = self.above[0]
        plain = len(self.above) == 1 and not (self.below or only.exponent or only.calls)
        return only.coefficient if plain else None


def value_text(v: WrittenValue, *, latex: bool = False) -> str:
    """The value.

    >>> one, two = (WrittenTerm(Fraction(k)) for k in (-1, 2))
    >>> e2, cos = WrittenTerm(Fraction(1, 2), (two,)), WrittenTerm(Fraction(1), (), (("cos", (two,), 1),))
    >>> print(value_text(WrittenValue((e2, one))), "|", value_text(WrittenValue((e2, one), (((cos,), 2),))))
    e^2/2 - 1 | (e^2/2 - 1)/cos(2)^2
    """
    if not v.below:
        return _sum(v.above, latex)
    terms, q = _over_one_denominator(v.above)
    above = _sum(terms, latex)
    alone = latex and q == 1 and len(v.below) == 1
    factors = [_raised(_sum(b, latex), k, len(b) > 1 and not (alone and k == 1), latex) for b, k in v.below]
    below = " ".join([str(q), *factors] if q > 1 else factors)
    if latex:
        sign, above = ("-", above[1:]) if len(terms) == 1 and above.startswith("-") else ("", above)
        return rf"{sign}\frac{{{above}}}{{{below}}}"
    several = q > 1 or len(v.below) > 1 or (len(v.below[0][0]) == 1 and " " in below)
    return f"{f'({above})' if len(terms) > 1 else above}/{f'({below})' if several else below}"


def _over_one_denominator(terms: tuple[WrittenTerm, ...]) -> tuple[tuple[WrittenTerm, ...], int]:
    """(q terms, q) for a fraction p/q as the coefficient of the only term."""
    c = terms[0].coefficient
    if len(terms) > 1 or not isinstance(c, Fraction) or c.denominator == 1:
        return terms, 1
    return (replace(terms[0], coefficient=Fraction(c.numerator)),), c.denominator


def factor_text(v: WrittenValue, *, latex: bool = False) -> str:
    """The value as a factor, with a space behind it: in brackets where it is a sum; "" for 1."""
    text = value_text(v, latex=latex)
    if v.number == 1:
        return ""
    is_sum = len(v.above) > 1 and not v.below or v.number is not None and _is_sum(text)
    return f"{_bracketed(text, latex)} " if is_sum else f"{text} "


def _sum(terms: Sequence[WrittenTerm], latex: bool) -> str:
    text = ""
    for t in terms:
        part = _term(t, latex)
        negative = part.startswith("-")
        sign = (" - " if negative else " + ") if text else ("-" if negative else "")
        text += sign + part.removeprefix("-")
    return text or "0"


def _term(t: WrittenTerm, latex: bool) -> str:
    written = " ".join([*_exponential(t.exponent, latex), *(_call(*call, latex) for call in t.calls)])
    c = t.coefficient
    if not isinstance(c, Fraction):
        text = entry_latex(c) if latex else str(c)
        if not written:
            return text
        return f"{_bracketed(text, latex) if _is_sum(text) or _ENDS_BELOW.search(text) else text} {written}"
    if not written:
        return entry_latex(c) if latex else str(c)
    sign, p, q = "-" if c < 0 else "", abs(c.numerator), c.denominator
    above = written if p == 1 else f"{p} {written}"
    if q == 1:
        return sign + above
    return rf"{sign}\frac{{{above}}}{{{q}}}" if latex else f"{sign}{above}/{q}"


def _exponential(exponent: tuple[WrittenTerm, ...], latex: bool) -> list[str]:
    if not exponent:
        return []
    text = _sum(exponent, latex)
    if text == "1":
        return ["e"]
    if latex:
        return [f"e^{{{text}}}"]
    return [f"e^{text}" if text.isalnum() else f"e^({text})"]


def _call(name: str, z: tuple[WrittenTerm, ...], k: int, latex: bool) -> str:
    if name == "pi":
        return _raised(r"\pi" if latex else "pi", k, False, latex)
    command = name if not latex else rf"\{name}" if name in _ROMAN else _LATEX[name]
    return _raised(f"{command}({_sum(z, latex)})", k, False, latex)


def _raised(text: str, k: int, brackets: bool, latex: bool) -> str:
    text = _bracketed(text, latex) if brackets else text
    return text if k == 1 else f"{text}^{{{k}}}" if latex else f"{text}^{k}"


def _is_sum(text: str) -> bool:
    return " + " in text or " - " in text


def _bracketed(text: str, latex: bool) -> str:
    return rf"\left({text}\right)" if latex else f"({text})"
