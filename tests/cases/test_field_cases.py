"""The published cases with entries in number fields, through the public face."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import sympy

import symspec as ss
from symspec.spectral.field_vectors import by_alpha
from tests.cases import test_cases as rational_cases
from tests.cases.published import Case, published_cases

IRRATIONAL = ("sqrt", "I", "root", "exp", "cos")
CASES = [
    c
    for c in published_cases()
    if not {"parameter", "error"} & c.facts.keys()
    and any(word in x for row in c.matrix for x in row for word in IRRATIONAL)
]
# Eigenvalues of degree 5 over a field of degree 16: the entries of P are not written out, the chains are.
BEYOND = ("sympy-21512-odd-block", "sympy-21512-even-block")
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


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_decompositions(case: Case) -> None:
    """The blocks of the source, in the order of J; the chains; the powers."""
    an = ss.analyze(case.matrix)
    form, a = an.jordan_form, an.matrix
    if "jordan" in case.facts:
        published = rational_cases.positions(an, {v for v, _ in case.facts["jordan"]})
        values = [e.value for e in an.spectrum.eigenvalues]
        expected = Counter((values[published[v]], size) for v, size in case.facts["jordan"])
        assert Counter((b.eigenvalue, b.size) for b in form.blocks) == expected
    for c in form.chains:
        images = [a @ w - w @ by_alpha(c.polynomial, a) for w in c.columns]
        assert images[0].is_zero and images[1:] == list(c.columns[:-1])
    assert sum(c.polynomial.degree * c.size for c in form.chains) == a.order
    if case.name in BEYOND:
        with pytest.raises(ss.UndecidedError, match="degree 80"):
            form.P
    else:
        assert form.P.shape == form.J.shape == a.shape
    for k in (0, 1, 2, a.order, 2 * a.order):
        assert an.power.at(k) == a**k
