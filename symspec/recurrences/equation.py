"""Recurrences as text: a(n+2) = a(n+1) + a(n), u_n = 3 u_{n-1} - 2 u_{n-2} + 1/2."""

from __future__ import annotations

import re
from fractions import Fraction

from symspec.errors import ParseError
from symspec.recurrences.given import rational

TERM = re.compile(
    r"""\s*(?P<sign>[+-]?)\s*
    (?P<number>\d+(?:\.\d+)?(?:\s*/\s*\d+)?)?\s*\*?\s*
    (?:(?P<name>[A-Za-z])\s*(?:\(\s*(?P<a>\w)\s*(?P<b>[+-]\s*\d+)?\s*\)
        |\[\s*(?P<c>\w)\s*(?P<d>[+-]\s*\d+)?\s*\]
        |_\{\s*(?P<e>\w)\s*(?P<f>[+-]\s*\d+)?\s*\}
        |_(?P<g>\w)))?""",
    re.VERBOSE,
)
HINT = 'Write an equation such as "a(n+2) = a(n+1) + a(n)".'


def read_equation(text: str) -> tuple[tuple[Fraction, ...], Fraction]:
    """((c_1, .., c_k), constant) of a(n) = c_1 a(n - 1) + .. + c_k a(n - k) + constant.

    >>> read_equation("F(n+2) = F(n+1) + F(n)")
    ((Fraction(1, 1), Fraction(1, 1)), Fraction(0, 1))
    >>> read_equation("u_{n} = 1/2 u_{n-3} - 4")
    ((Fraction(0, 1), Fraction(0, 1), Fraction(1, 2)), Fraction(-4, 1))

    Raises:
        ParseError: it is no linear recurrence with rational coefficients, solved for its last term.
    """
    left, _, right = text.partition("=")
    head = _terms(left, text, 0)
    if len(head) != 1 or head[0][1] is None or head[0][0] != 1:
        raise ParseError(f"the left side of {text!r} is not a single term such as a(n). {HINT}", text=text)
    (_, last, name, variable), constant = head[0], Fraction(0)
    found: dict[int, Fraction] = {}
    for c, shift, other, letter in _terms(right, text, len(left) + 1):
        if shift is None:
            constant += c
            continue
        if (other, letter) != (name, variable) or last is None or shift >= last:
            raise ParseError(
                f"{text!r} does not give {name}({variable}) by earlier terms of the same sequence. {HINT}",
                text=text,
                position=len(left) + 1,
            )
        found[last - shift] = found.get(last - shift, Fraction(0)) + c
    if not found:
        raise ParseError(
            f"{text!r} has no earlier term on the right side. {HINT}", text=text, position=len(left) + 1
        )
    return tuple(found.get(i, Fraction(0)) for i in range(1, max(found) + 1)), constant


def _terms(side: str, text: str, offset: int) -> list[tuple[Fraction, int | None, str, str]]:
    """(coefficient, shift of the index or None for a constant, name, variable) for each summand."""
    found: list[tuple[Fraction, int | None, str, str]] = []
    at, end = 0, len(side.rstrip())
    while at < end:
        match = TERM.match(side, at)
        if match is None or not (match["number"] or match["name"]) or (found and not match["sign"]):
            raise ParseError(
                f"{text!r} cannot be read at {side[at:].strip()!r}. {HINT}", text=text, position=offset + at
            )
        c = rational("the coefficient", (match["number"] or "1").replace(" ", ""))
        variable = match["a"] or match["c"] or match["e"] or match["g"] or ""
        shift = (match["b"] or match["d"] or match["f"] or "0").replace(" ", "")
        signed = -c if match["sign"] == "-" else c
        found.append((signed, int(shift) if match["name"] else None, match["name"] or "", variable))
        at = match.end()
    return found
