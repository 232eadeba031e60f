"""Recurrences as text: a(n+2) = a(n+1) + a(n), u_n = 3 u_{n-1} - 2 u_{n-2} + 1/2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from symspec.errors import InputError, ParseError
from symspec.recurrences.given import in_one_field, number
from symspec.recurrences.values import Value

NUMBER = re.compile(r"\d+(?:\.\d+)?(?:\s*/\s*\d+)?")
TERM = re.compile(
    r"""(?<![A-Za-z])(?P<name>[A-Za-z])\s*(?:\(\s*(?P<a>\w)\s*(?P<b>[+-]\s*\d+)?\s*\)
        |\[\s*(?P<c>\w)\s*(?P<d>[+-]\s*\d+)?\s*\]
        |_\{\s*(?P<e>\w)\s*(?P<f>[+-]\s*\d+)?\s*\}
        |_(?P<g>\w))\s*$""",
    re.VERBOSE,
)
HINT = 'Write an equation such as "a(n+2) = a(n+1) + a(n)".'


def read_equation(text: str) -> tuple[tuple[Value, ...], Value]:
    """((c_1, .., c_k), constant) of a(n) = c_1 a(n - 1) + .. + c_k a(n - k) + constant.

    >>> read_equation("F(n+2) = F(n+1) + F(n)")
    ((Fraction(1, 1), Fraction(1, 1)), Fraction(0, 1))
    >>> read_equation("u_{n} = 1/2 u_{n-3} - 4")
    ((Fraction(0, 1), Fraction(0, 1), Fraction(1, 2)), Fraction(-4, 1))

    >>> print(*read_equation("a(n) = 2 sqrt(2) a(n-1) - (1 + i)/2 a(n-2)")[0])
    2 sqrt(2) -1/2 - 1/2 i

    Raises:
        ParseError: it is no linear recurrence with constant coefficients, solved for its last term.
        UnsupportedFieldError: the numbers generate a number field of a degree beyond the budget.
    """
    left, _, right = text.partition("=")
    head = _terms(left, text, 0)
    if len(head) != 1 or head[0][1] is None or head[0][0] != 1:
        raise ParseError(f"the left side of {text!r} is not a single term such as a(n). {HINT}", text=text)
    (_, last, name, variable) = head[0]
    constant: Value = Fraction(0)
    found: dict[int, Value] = {}
    for c, shift, other, letter in _terms(right, text, len(left) + 1):
        if shift is None:
            constant = constant + c
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
    listed = tuple(found.get(i, Fraction(0)) for i in range(1, max(found) + 1))
    coefficients, (added,) = in_one_field(listed, (constant,))
    return coefficients, added


Term = tuple[Value, int | None, str, str]  # coefficient, shift of the index or None, name, variable


def _terms(side: str, text: str, offset: int) -> list[Term]:
    """The summands; one without a shift is a constant."""
    return [_term(negative, summand, text, offset + at) for negative, summand, at in _summands(side)]


def _summands(side: str) -> Iterator[tuple[bool, str, int]]:
    """(negative, text, position) for each summand: split at signs outside brackets, behind something."""
    depth, start, negative = 0, 0, False
    for k, letter in enumerate(side):
        depth += (letter in "([{") - (letter in ")]}")
        before = side[:k].rstrip()[-1:]
        if letter in "+-" and not depth and before not in ("^", "*", "/"):
            if side[start:k].strip():
                yield negative, side[start:k].strip(), start
            elif start:  # two signs
                yield False, side[k:].strip(), k
            start, negative = k + 1, letter == "-"
    if start or side.strip():
        yield negative, side[start:].strip() or side[start - 1 :].strip(), start


def _term(negative: bool, summand: str, text: str, position: int) -> Term:
    match = TERM.search(summand)
    written = summand[: match.start()].strip().removesuffix("*").strip() if match else summand
    try:
        c = Fraction(1) if match and not written else _coefficient(written)
    except InputError:
        raise ParseError(
            f"{text!r} cannot be read at {summand!r}. {HINT}", text=text, position=position
        ) from None
    signed: Value = -c if negative else c
    if match is None:
        return signed, None, "", ""
    variable = match["a"] or match["c"] or match["e"] or match["g"]
    shift = (match["b"] or match["d"] or match["f"] or "0").replace(" ", "")
    return signed, int(shift), match["name"], variable


def _coefficient(written: str) -> Value:
    return number("the coefficient", written.replace(" ", "") if NUMBER.fullmatch(written) else written)
