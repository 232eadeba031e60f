"""Elements of a number field as text: sums of products of the generators."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from symspec.algebra.fields.tower import Generator, NumberField
from symspec.algebra.numbers.closed_forms import closed_form
from symspec.notation.algebraic_text import ClosedForm, Polar, algebraic_text


@lru_cache(maxsize=64)
def basis_labels(field: NumberField) -> tuple[str, ...]:
    """The basis as text; "" for 1."""
    labels = [""]
    for g in field.generators:
        form = None if g.name else closed_form(g.value)
        powers = [_power(g, form, j) for j in range(g.degree)]
        labels = [_beside(label, p) for p in powers for label in labels]
    return tuple(labels)


def _beside(first: str, second: str) -> str:
    """The product of two texts, with a sign where a space would separate two numbers."""
    if not (first and second):
        return first or second
    if second.startswith("-"):
        return f"{first} ({second})"
    return f"{first}{'*' if second[0].isdigit() else ' '}{second}"


def _power(g: Generator, form: ClosedForm | None, j: int) -> str:
    """g^j; the form is that of g, None where g has a name."""
    if j == 0:
        return ""
    if form is None:
        text = f"({g.name})" if g.name[0].isdigit() else g.name
        return text if j == 1 else f"{text}^{j}"
    text = algebraic_text(form)
    if j == 1:
        return f"({text})" if " + " in text or " - " in text or "/" in text and "(" not in text else text
    if isinstance(form, Polar) and form.c == 1:
        turn = form.turn * j
        turn -= 2 * ((turn + 1) // 2) if turn != 1 else 0
        return algebraic_text(Polar(Fraction(1), 1, turn if turn > -1 else turn + 2))
    if isinstance(form, Polar) and form.turn == 0:
        exponent = Fraction(j, form.n)
        base = str(form.c) if form.c.denominator == 1 else f"({form.c})"
        return f"{base}^({exponent})" if exponent.denominator > 1 else f"{base}^{exponent}"
    return f"({text})^{j}"


def element_text(field: NumberField, coordinates: Sequence[Fraction]) -> str:
    """The element, such as "1 + sqrt(2)/2 - 3 i"."""
    terms = [(c, label) for c, label in zip(coordinates, basis_labels(field), strict=False) if c]
    return "".join(_term(c, label, first=i == 0) for i, (c, label) in enumerate(terms)) or "0"


def _term(c: Fraction, label: str, *, first: bool) -> str:
    sign = ("-" if c < 0 else "") if first else (" - " if c < 0 else " + ")
    size = abs(c)
    if not label:
        return sign + str(size)
    times = "" if size.numerator == 1 else str(size.numerator)
    over = "" if size.denominator == 1 else f"/{size.denominator}"
    if label == "i" and over:
        return f"{sign}{size} i"
    return f"{sign}{_beside(times, label)}{over}"
