"""The growth of |A^n|: n^k r^n, in words or in letters; for nilpotent A, from where on A^n = 0."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.errors import ParseError
from symspec.exercises import words
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.number_answer import parts_of
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.refusal import refused
from symspec.exercises.values import is_number, values
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Call,
    Name,
    Neg,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    TupleOf,
    Word,
    children,
)

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber

MOST_FACTORS = 24
_SHAPES = {
    word: k
    for k, spoken in enumerate(
        (
            "linear linearly linéaire linéairement liniar",
            "quadratic quadratically quadratique pătratic",
            "cubic",
        ),
        1,
    )
    for word in spoken.split()
}


@dataclass(frozen=True, slots=True)
class GrowthAnswer:
    """|A^n| is about n^degree rate^n.

    Attributes:
        rate: the rate; 0 for A^n = 0.
        degree: the exponent of n; None where the answer does not say.
        written: how it was understood.
        zero_from: a number n from which on A^n = 0 is said to hold.
    """

    rate: Fraction | AlgebraicNumber
    degree: int | None
    written: str
    zero_from: int | None = None

    @property
    def echo(self) -> str:
        """How it was understood."""
        return self.written


def growth_answer(tree: Answer, reader: MatrixReader) -> GrowthAnswer:
    """n 2^n, O(n^2), rate 2 and degree 1, (2, 1), bounded.

    Raises:
        ParseError: no growth can be made out.
    """
    text = reader.text
    parts = parts_of(tree)
    if nilpotent := _zero_from(parts, words.line(tree)):
        reader.used.append(tree)
        return nilpotent
    named = {
        p.operands[0].name: p.operands[-1]
        for p in parts
        if isinstance(p, Relation) and isinstance(p.operands[0], Name) and is_number(p.operands[-1])
    }
    numbers = [p for p in parts if is_number(p)] + [
        x for p in parts if isinstance(p, TupleOf) and len(p.items) == 2 for x in p.items if is_number(x)
    ]
    spoken = words.line(tree)
    if "exponential" in spoken and "degree" not in spoken and len(numbers) == 1:
        reader.used += numbers
        (value, *_) = values(numbers[0], text)
        return GrowthAnswer(value, 0, f"({spelled(numbers[0])})^n")
    rate = next((named[x] for x in ("rho", "r", "rate") if x in named), None)
    degree = next((named[x] for x in ("k", "d", "degree", "m") if x in named), None)
    for part in parts:
        node = part.operands[-1] if isinstance(part, Relation) else part
        if isinstance(node, Product) and node.factors[0] in (Name("O"), Name("Theta")):
            node = node.factors[1] if len(node.factors) == 2 else Product(node.factors[1:])
        if letters(node) & {"n", "k", "m"} and not isinstance(node, Name):
            reader.used.append(part)
            return _leading(node, text)
        if isinstance(node, Name) and node.name == "n":
            reader.used.append(part)
            return GrowthAnswer(Fraction(1), 1, "n")
    if rate is None and len(numbers) >= 1 and (len(numbers) == 2 or "rate" in spoken or degree is not None):
        rate, degree = numbers[0], degree or (numbers[1] if len(numbers) > 1 else None)
    if rate is not None:
        (value, *_) = values(rate, text)
        reader.used += [x for x in (rate, degree) if x is not None]
        return GrowthAnswer(value, _integer(degree, text), spelled(rate) + _shown(degree))
    reader.used += numbers
    return _in_words(spoken, bool(numbers), text)


def _zero_from(parts: list[Node], spoken: str) -> GrowthAnswer | None:
    """A^n = 0 for n >= 3, 0 from n = 3 on, A^3 = 0, nilpotent of index 3."""
    zero = bool(_NILPOTENT.match(spoken))
    start: int | None = None
    for part in parts:
        match part:
            case Number(value) if not value and len(parts) > 1:
                zero = True
            case Relation((power, *_, Number(value)), ("=",)) if not value and (said := _exponent(power)):
                zero, start = True, said if isinstance(said, int) else start
            case Relation((Name(name), Number(k)), (sign,)) if name in "nkmN" and sign in (">=", ">", "="):
                start = int(k) + (sign == ">") if k.denominator == 1 and 0 <= k < _LATEST else start
            case Number(k) if _NILPOTENT.match(spoken) and k.denominator == 1 and 0 < k < _LATEST:
                start = int(k)
            case Word():
                continue
            case Relation((Power(Name("A"), _), *_), ("!=",)):
                continue
            case _:
                return None
    since = "" if start is None else f" for n >= {start}"
    return GrowthAnswer(Fraction(0), 0, f"A^n = 0{since}", start) if zero else None


def _exponent(node: Node) -> int | str:
    """3 for A^3, "n" for A^n and |A^n|; 0 for anything else."""
    match node:
        case Call("abs", (inner,)):
            return _exponent(inner)
        case Power(Name("A"), Name(name)):
            return name
        case Power(Name("A"), Number(k)) if k.denominator == 1 and 0 < k < _LATEST:
            return int(k)
    return 0


_NILPOTENT = re.compile(r"^(?:(?:so|hence|the|matrix|matrice|matricea|A|is|it|est|este|e)\b ?)*nilpotent")
_LATEST = 1000


def _in_words(spoken: str, numbers: bool, text: str) -> GrowthAnswer:
    """linear, bounded, constant, 0."""
    told, _ = words.fate(spoken)
    shape = next((k for word, k in _SHAPES.items() if word in spoken.split()), None)
    if shape is not None and not numbers:
        return GrowthAnswer(Fraction(1), shape, f"n^{shape}" if shape > 1 else "n")
    if told in ("bounded", "bounded_divergent", "oscillates") or spoken.strip() in ("constant", "#"):
        return GrowthAnswer(Fraction(1), 0, "bounded")
    if spoken.strip() == "0":
        return GrowthAnswer(Fraction(0), 0, "0")
    raise refused("growth.unreadable", text, 0)


def _shown(degree: Node | None) -> str:
    return "" if degree is None else f", degree {spelled(degree)}"


def _integer(node: Node | None, text: str) -> int | None:
    if node is None:
        return None
    if isinstance(node, Number) and node.value.denominator == 1 and 0 <= node.value < 1000:
        return int(node.value)
    raise refused("growth.no_integer", text, node.position)


def _leading(node: Node, text: str) -> GrowthAnswer:
    """The rate and degree of one term c n^k r^n.

    Raises:
        ParseError: it is no such term.
    """
    rate: Fraction | AlgebraicNumber = Fraction(1)
    degree = 0
    factors = node.factors if isinstance(node, Product) else (node,)
    if len(factors) > MOST_FACTORS:
        raise ParseError(f"at most {MOST_FACTORS} factors are read.", text=text, position=node.position)
    for factor in factors:
        match factor:
            case Name("n" | "k" | "m"):
                degree += 1
            case Power(Name("n" | "k" | "m"), Number(k)) if k.denominator == 1 and 0 <= k < 1000:
                degree += int(k)
            case Power(base, exponent) if is_number(base) and letters(exponent):
                rate = rate * _geometric(base, exponent, text)
            case Call("abs", (Power(Name("A"), Name()),)) if isinstance(node, Product):
                continue
            case Quotient(above, Power(base, exponent)) if is_number(above) and is_number(base):
                rate = rate / _geometric(base, exponent, text)
            case _ if is_number(factor):
                continue
            case _:
                raise refused("growth.no_term", text, factor.position, ("what", spelled(factor)))
    return GrowthAnswer(rate, degree, spelled(node))


def _geometric(base: Node, exponent: Node, text: str) -> Fraction | AlgebraicNumber:
    """r for r^n and r^(n + b)."""
    (value, *_) = values(base, text)
    terms = exponent.terms if isinstance(exponent, Sum) else (exponent,)
    powers = [x for x in terms if letters(x)]
    if len(powers) == 1 and isinstance(powers[0], Name):
        return value
    if len(powers) == 1 and isinstance(powers[0], Neg) and isinstance(powers[0].operand, Name) and value != 0:
        return 1 / value
    if len(powers) == 1 and isinstance(powers[0], Quotient | Product):
        factor = [x for x in children(powers[0]) if not letters(x)]
        if len(factor) == 1 and isinstance(factor[0], Number) and abs(factor[0].value) <= 12:
            k = factor[0].value if isinstance(powers[0], Product) else 1 / factor[0].value
            if k > 0 and (isinstance(value, Fraction) and k.denominator == 1):
                return value ** int(k)
            from symspec.algebra.numbers.algebraic import AlgebraicNumber

            number = value if isinstance(value, AlgebraicNumber) else AlgebraicNumber.of(value)
            return number**k
    raise refused("growth.exponent", text, exponent.position, ("what", spelled(exponent)))
