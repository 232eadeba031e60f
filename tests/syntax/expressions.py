"""Arithmetic expressions with their values, made together: the value is known by construction."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

Written = tuple[str, Fraction]  # every text is an operand: a number or in round brackets


def numbers() -> st.SearchStrategy[Written]:
    """Literals: 12, 0.5, 1e-3."""
    whole = st.integers(0, 10**30).map(lambda n: (str(n), Fraction(n)))
    decimals = st.tuples(st.integers(0, 999), st.integers(0, 9999)).map(
        lambda n: (f"{n[0]}.{n[1]:04}", n[0] + Fraction(n[1], 10**4))
    )
    scaled = st.tuples(st.integers(0, 99), st.integers(-30, 30)).map(
        lambda n: (f"{n[0]}e{n[1]}", n[0] * Fraction(10) ** n[1])
    )
    return whole | decimals | scaled


@st.composite
def _combined(draw: st.DrawFn, operands: st.SearchStrategy[Written]) -> Written:
    (left, a), (right, b) = draw(operands), draw(operands)
    space = draw(st.sampled_from(["", " "]))
    operator = draw(st.sampled_from("+-*/^"))
    if operator == "/" and not b:
        operator = "*"
    if operator == "^":
        k = draw(st.integers(-3 if a else 0, 3))
        power = draw(st.sampled_from(["^", "**"]))
        return f"({left}{space}{power}{space}{k})", a**k
    value = {"+": a + b, "-": a - b, "*": a * b, "/": a / (b or 1)}[operator]
    return f"({left}{space}{operator}{space}{right})", value


def expressions() -> st.SearchStrategy[Written]:
    """Nested sums, products, quotients and powers, every one in brackets."""
    return st.recursive(numbers(), _combined, max_leaves=8)
