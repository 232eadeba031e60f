"""Factors over number fields: products put together from known irreducible parts, Bezout's identity."""

from __future__ import annotations

from collections import Counter
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symspec.algebra.coerce import matrix
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial

# Irreducible over the field: Eisenstein at sqrt(2), at 2^(1/3); cyclotomic ones by their degree.
PARTS = {
    "sqrt(2)": (
        "x^2 - sqrt(2)",
        "x^3 + sqrt(2) x + sqrt(2)",
        "x - 1 - sqrt(2)",
        "x + 3",
        "x^2 + 1",
        "x^2 - 3",
    ),
    "i": ("x^2 - i", "x^2 + x + 1", "x - i", "x + i", "x - 2", "x^3 - 2"),
    "2^(1/3)": ("x^2 - 2^(1/3)", "x^2 + 2^(1/3) x + 2^(2/3)", "x - 2^(1/3)", "x^2 + 1", "x"),
}


def polynomial(text: str, generator: str) -> FieldPolynomial:
    """From text: coefficients are read by the door."""
    terms: dict[int, list[str]] = {}
    for sign, term in signed(text):
        head, _, power = term.partition("x")
        k = 0 if "x" not in term else int(power.strip("^ ") or 1)
        terms.setdefault(k, []).append(sign + (head.strip() or "1"))
    a = matrix(f"[[{generator}, 0], [0, 1]]")
    assert isinstance(a, FieldMatrix)
    at = [a.scalar(matrix([["".join(terms.get(k, ["0"]))]])[0, 0])[0, 0] for k in range(max(terms) + 1)]
    return a.charpoly.of_same(at)


def signed(text: str) -> list[tuple[str, str]]:
    return [
        ("-" if t.startswith("-") else "+", t.lstrip("-")) for t in text.replace(" - ", " + -").split(" + ")
    ]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_products_come_apart(data: st.DataObject) -> None:
    generator = data.draw(st.sampled_from(sorted(PARTS)))
    chosen = Counter(data.draw(st.lists(st.sampled_from(PARTS[generator]), min_size=1, max_size=4)))
    parts = {polynomial(text, generator): m for text, m in chosen.items()}
    product = reduce(lambda p, q: p * q, (f for f, m in parts.items() for _ in range(m)))
    assert dict(product.factors) == parts


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_bezout(data: st.DataObject) -> None:
    generator = data.draw(st.sampled_from(sorted(PARTS)))
    p, q, r = (polynomial(data.draw(st.sampled_from(PARTS[generator])), generator) for _ in range(3))
    a, b = p * r, q * r
    g, s, t = a.gcdex(b)
    assert s * a + t * b == g == (a if p == q else r)
    assert g.coefficients[-1] == 1


def test_what_is_irreducible_over_q_may_split() -> None:
    one = polynomial("x^2 + 1", "i")
    assert [f.text("y") for f, _ in one.factors] == ["y + i", "y - i"]
    with pytest.raises(ZeroDivisionError):
        divmod(one, one.constant(0))
