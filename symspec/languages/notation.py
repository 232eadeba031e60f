"""How formulas are written in a country: chosen apart from the language of the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from symspec.errors import InputError

INDETERMINATE = "𝓍"
"""Stands for the variable of polynomials in plain formulas before they are written in a notation."""

_FUNCTION = re.compile(r"\b(rk|ker|Spec|gcd|tr)(?=[ \u00a0(^])|\bim(?=\()")
_ROW = re.compile(r"\bR(?=\d)")
_TRANSPOSE = re.compile(r"((?<!_)[A-Za-z](?:_[A-Za-z0-9]+)?|\{\w+\}|\([^()]*\))\^T\b")


@dataclass(frozen=True, slots=True)
class Notation:
    """The habits of one country in formulas.

    Attributes:
        name: as it is chosen.
        variable: of polynomials: det(x I - A).
        decimal_point: between the digits.
        separator: between the ends of an interval, and between numbers in decimals.
        open_brackets: of an open interval.
        functions: how rk, ker, im, Spec, gcd and tr are written, where otherwise.
        transpose: "after" for A^T, "before" for the t in front of A.
        binomial: "column" for n over j in brackets, "script" for C with both as scripts.
        row: the letter of a row in row operations.
    """

    name: str
    variable: str
    decimal_point: str
    separator: str
    open_brackets: tuple[str, str]
    functions: tuple[tuple[str, str], ...]
    transpose: str
    binomial: str
    row: str

    def function(self, name: str) -> str:
        """The name of the function in this notation.

        >>> notation_of("fr").function("rk"), notation_of("fr").function("det")
        ('rg', 'det')
        """
        return dict(self.functions).get(name, name)

    def text(self, formula: str) -> str:
        """Plain text with formulas, in this notation.

        >>> notation_of("fr").text("rk(A - I) = 1, A^T A = I")
        'rg(A - I) = 1, ᵗA A = I'
        >>> notation_of("fr").text("L_P D_P L_P^T"), notation_of("fr").text("R2 <- R2 - R1")
        ('L_P D_P ᵗL_P', 'L2 <- L2 - L1')
        """
        found = formula.replace(INDETERMINATE, self.variable)
        if self.functions:
            found = _FUNCTION.sub(lambda m: self.function(m[0]), found)
        found = found if self.row == "R" else _ROW.sub(self.row, found)
        return _TRANSPOSE.sub("ᵗ\\1", found) if self.transpose == "before" else found

    def interval(self, low: str, high: str, *, left_open: bool = False, right_open: bool = False) -> str:
        """The interval, with its ends in this notation already.

        >>> notation_of("en").interval("0", "0.5"), notation_of("fr").interval("0", "0,5", left_open=True)
        ('[0, 0.5]', ']0 ; 0,5]')
        """
        left = self.open_brackets[0] if left_open else "["
        right = self.open_brackets[1] if right_open else "]"
        return f"{left}{low}{self.separator}{high}{right}"


NOTATIONS: tuple[Notation, ...] = (
    Notation("en", "x", ".", ", ", ("(", ")"), (), "after", "column", "R"),
    Notation(
        "fr",
        "X",
        ",",
        " ; ",
        ("]", "["),
        (("rk", "rg"), ("ker", "Ker"), ("im", "Im"), ("Spec", "Sp"), ("gcd", "pgcd")),
        "before",
        "column",
        "L",
    ),
    Notation(
        "ro",
        "X",
        ",",
        "; ",
        ("(", ")"),
        (("rk", "rang"), ("ker", "Ker"), ("im", "Im"), ("gcd", "cmmdc")),
        "after",
        "script",
        "L",
    ),
)
"""The notations, each the usual one of the language with its name."""

_BY_NAME = {notation.name: notation for notation in NOTATIONS}


def notation_of(name: str) -> Notation:
    """The notation of that name.

    Raises:
        InputError: there is none.
    """
    if name not in _BY_NAME:
        raise InputError(f'there is no notation "{name}"; use one of: {", ".join(_BY_NAME)}.')
    return _BY_NAME[name]
