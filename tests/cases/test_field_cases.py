"""The published cases with entries in number fields, through the public face."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

import symspec as ss
from tests.cases import test_cases as rational_cases
from tests.cases.published import Case, published_cases

IRRATIONAL = ("sqrt", "I", "root", "exp", "cos")
CASES = [
    c
    for c in published_cases()
    if not {"parameter", "error"} & c.facts.keys()
    and any(word in x for row in c.matrix for x in row for word in IRRATIONAL)
]
x = sympy.Symbol("x")


def test_the_cases_are_all_there() -> None:
    assert len(CASES) >= 16


def value(text: str) -> Any:
    """The number, read by symspec's own door; what SymPy only decides is the form of the polynomial."""
    return ss.matrix([[text]])[0, 0]


def coefficients(text: str) -> tuple[Any, ...]:
    poly = sympy.Poly(sympy.sympify(text, rational=True), x)
    return tuple(value(str(c)) for c in reversed(poly.all_coeffs()))


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_facts(case: Case) -> None:
    an = ss.analyze(case.matrix)
    checks = 0
    for name, expected in case.facts.items():
        if name in ("charpoly", "minpoly"):
            assert getattr(an, name).coefficients == coefficients(expected)
        elif name in ("limit", "dunford_D", "dunford_N"):
            found = an.limit if name == "limit" else getattr(an.dunford, name[-1])
            assert found == ss.matrix(expected)
        elif name in rational_cases.FACTS:
            rational_cases.FACTS[name](an, expected)
        else:
            continue
        checks += 1
    assert checks >= 2


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_the_same_from_sympy(case: Case) -> None:
    rows = [[sympy.sympify(entry, rational=True) for entry in row] for row in case.matrix]
    assert ss.matrix(sympy.Matrix(rows)) == ss.matrix(case.matrix)
