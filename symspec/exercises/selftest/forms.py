"""Numbers, vectors, matrices and polynomials as different students type them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from symspec.exercises.generate.plain import Rows, Vector


def number(x: Fraction, rng: Random) -> str:
    """x as a fraction, an exact decimal, a quotient that is not in lowest terms, or with a root in it."""
    plain_form = str(x)
    forms = [plain_form] * 4
    if x.denominator in (1, 2, 4, 5):
        forms.append(f"{float(x):g}")
    if x.denominator > 1:
        forms += [f"{2 * x.numerator}/{2 * x.denominator}", f"\\frac{{{x.numerator}}}{{{x.denominator}}}"]
    elif x > 0:
        forms.append(f"sqrt({x * x})")
    return rng.choice(forms)


def vector(v: Vector, rng: Random) -> str:
    """(..), [..], as a column, transposed."""
    entries = [number(x, rng) for x in v]
    return rng.choice(
        (
            f"({', '.join(entries)})",
            f"[{', '.join(entries)}]",
            f"[{', '.join(entries)}]^T",
            f"({', '.join(entries)})^T",
            f"[{'; '.join(entries)}]",
        )
    )


def matrix(rows: Rows, rng: Random) -> str:
    """Brackets in brackets, semicolons, or LaTeX."""
    text = [[number(x, rng) for x in row] for row in rows]
    form = rng.randrange(3)
    if form == 0:
        return "[" + ", ".join("[" + ", ".join(row) + "]" for row in text) + "]"
    if form == 1:
        return "[" + "; ".join(", ".join(row) for row in text) + "]"
    return r"\begin{pmatrix} " + r" \\ ".join(" & ".join(row) for row in text) + r" \end{pmatrix}"


def expanded(c: Sequence[Fraction], x: str = "x") -> str:
    """The polynomial with these coefficients, constant term first."""
    terms = []
    for k in range(len(c) - 1, -1, -1):
        if not c[k]:
            continue
        size = str(abs(c[k])) if abs(c[k]) != 1 or k == 0 else ""
        body = " ".join(filter(None, (size, {0: "", 1: x}.get(k, f"{x}^{k}"))))
        terms.append(("- " if c[k] < 0 else "+ ") + body)
    text = " ".join(terms) or "0"
    return (
        text.removeprefix("+ ")
        if text[0] == "+"
        else "-" + text.removeprefix("- ")
        if text[0] == "-"
        else text
    )


def factored(roots: Sequence[Fraction], x: str, rng: Random) -> str:
    """(x - 1/2)(x + 3).., in any order."""
    order = list(roots)
    rng.shuffle(order)
    factors = [f"({x} - {z})" if z > 0 else f"({x} + {-z})" if z else x for z in order]
    return rng.choice((" ", " * ") if 0 in order else ("", " ", " * ")).join(factors)
