"""Short answers: a spectral radius, a pair of ranks, a rate of growth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import ParseError
from symspec.exercises import words
from symspec.exercises.decimals import is_decimal, places
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.parse import statements
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
    SetOf,
    Statement,
    Sum,
    TupleOf,
    children,
)

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """One number, as it was written; `places` counts its decimals, 0 for an exact number."""

    value: Fraction | AlgebraicNumber
    written: str
    places: int

    @property
    def echo(self) -> str:
        """How it was understood."""
        return self.written if self.places else str(self.value)


def _parts(tree: Answer) -> list[Node]:
    return [p for s in statements(tree) for p in (s.parts if isinstance(s, Statement) else (s,))]


def number_answer(tree: Answer, reader: MatrixReader) -> NumberAnswer:
    """rho(A) = 2, max(1, 2) = 2, spectral radius 2: the number at the end.

    Raises:
        ParseError: there is no number, or several.
    """
    text = reader.text
    found = []
    for part in _parts(tree):
        sides = _equal_sides(part) if isinstance(part, Relation) else (part,)
        numbers = [x for x in map(_largest, sides) if is_number(x)]
        exact = [x for x in numbers if not is_decimal(x)]
        found += (exact or numbers)[-1:]
        reader.used += [part] if numbers else []
    if len(found) != 1:
        raise refused("spectral_radius.one_number", text, 0)
    (value, *more) = values(found[0], text)
    if more:
        raise refused("spectral_radius.no_choice", text, found[0].position)
    return NumberAnswer(value, spelled(found[0]), places(found[0]) if is_decimal(found[0]) else 0)


def _equal_sides(node: Relation) -> tuple[Node, ...]:
    """rho, 4 of rho = 4 > 1: what is said to be equal, before any inequality."""
    count = next((i for i, sign in enumerate(node.signs) if sign not in ("=", "~")), len(node.signs))
    return node.operands[: count + 1]


def _largest(node: Node) -> Node:
    """max(1, 2) and max{1, 2} of rational numbers: the larger one."""
    if isinstance(node, Call) and node.function == "max":
        items = node.arguments
        items = items[0].items if len(items) == 1 and isinstance(items[0], SetOf) else items
        if all(map(is_number, items)):
            numbers = [values(x, "")[0] for x in items]
            if all(isinstance(x, Fraction) or x.is_real for x in numbers):
                return items[max(range(len(items)), key=numbers.__getitem__)]
    return node


# -- ranks ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RanksAnswer:
    """(expression, its true rank, the rank given) for each statement.

    Attributes:
        ranks: the statements.
        asked: which of A - I and (A - I)^2, as 1 and 2, are among them.
    """

    ranks: tuple[tuple[str, int, int], ...]
    asked: frozenset[int]

    @property
    def echo(self) -> str:
        """How it was understood."""
        return ", ".join(f"rk({what}) = {given}" for what, _, given in self.ranks)


def ranks_answer(tree: Answer, reader: MatrixReader) -> RanksAnswer:
    """rk(A - I) = 1, rk((A - I)^2) = 1; two bare numbers are these ranks in this order.

    Raises:
        ParseError: no rank can be made out.
    """
    found: list[tuple[str, int, int]] = []
    bare: list[int] = []
    asked: set[int] = set()
    for part in _parts(tree):
        if isinstance(part, Relation) and isinstance(part.operands[0], Call | Power):
            reader.used.append(part)
            for node, true, given in _of_relation(part, reader):
                found.append((spelled(node), true, given))
                asked |= _asked(reader.matrix(node), reader)
        else:
            items = part.items if isinstance(part, TupleOf) else (part,)
            reader.used += [x for x in items if isinstance(x, Number)]
            bare += [int(x.value) for x in items if isinstance(x, Number) and x.value.denominator == 1]
    if bare and not found:
        shifted = reader.a - reader.a.identity()
        both = (("A - I", shifted.rank), ("(A - I)^2", (shifted @ shifted).rank))
        if len(bare) == 2:
            found = [(what, true, k) for (what, true), k in zip(both, bare, strict=True)]
            asked = {1, 2}
    if not found:
        raise refused("ranks.unreadable", reader.text, 0)
    return RanksAnswer(tuple(found), frozenset(asked))


def _asked(m: ExactMatrix, reader: MatrixReader) -> set[int]:
    shifted = reader.a - reader.a.identity()
    return {k for k, x in ((1, shifted), (2, shifted @ shifted)) if m == x}


def _of_relation(node: Relation, reader: MatrixReader) -> Iterator[tuple[Node, int, int]]:
    """rk(X) = rk(Y) = k says both; rk(X) = 1 > rk(Y) = 0 says two."""
    cut = next((i for i, sign in enumerate(node.signs) if sign != "="), None)
    if cut is not None and cut > 0:
        yield from _of_relation(Relation(node.operands[: cut + 1], node.signs[:cut], node.position), reader)
        if node.signs[cut + 1 :]:
            rest = Relation(node.operands[cut + 1 :], node.signs[cut + 1 :], node.position)
            yield from _of_relation(rest, reader)
        return
    given = node.operands[-1]
    if not isinstance(given, Number) or given.value.denominator != 1 or set(node.signs) != {"="}:
        raise refused("ranks.no_integer", reader.text, given.position)
    for stated in node.operands[:-1]:
        side = stated
        if isinstance(side, Power) and isinstance(side.base, Call) and len(side.base.arguments) == 1:
            power = Power(side.base.arguments[0], side.exponent, side.position)  # rk(A - I)^2
            side = Call(side.base.function, (power,), side.position)
        if isinstance(side, Call) and side.function in ("rk", "rank", "rg") and len(side.arguments) == 1:
            yield side.arguments[0], reader.matrix(side.arguments[0]).rank, int(given.value)


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


# -- growth -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GrowthAnswer:
    """|A^n| is about n^degree rate^n; `degree` is None where the answer does not say."""

    rate: Fraction | AlgebraicNumber
    degree: int | None
    written: str

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
    parts = _parts(tree)
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
