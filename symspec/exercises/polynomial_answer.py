"""Polynomials as people write them: expanded, factored, p(x) = .., or as an equation .. = 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from symspec.errors import ParseError
from symspec.exercises.decimals import is_decimal
from symspec.exercises.matrices import MatrixReader, Scalar
from symspec.exercises.parse import statements
from symspec.exercises.refusal import refused
from symspec.exercises.values import is_number
from symspec.notation.text import polynomial_text
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Answer,
    Name,
    Neg,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Statement,
    Sum,
    children,
)

LARGEST_DEGREE = 48
_LETTERS = frozenset(("x", "X", "t", "T", "z", "s", "y", "lambda", "mu", "Lambda", "r", "u", "w"))
_NO_VARIABLES = frozenset(("A", "I", "i", "j", "e", "pi", "E", "Id", "n"))


@dataclass(frozen=True, slots=True)
class PolynomialAnswer:
    """A polynomial in one letter.

    Attributes:
        coefficients: constant term first, the last one not 0; () for the zero polynomial.
        is_equation: it was set equal to 0, so only its roots are stated.
        decimal: a coefficient was written with a decimal point.
        written: as plain text.
        sides_differ: a chain of equations that ends with it and is false; "" if there is none.
    """

    coefficients: tuple[Scalar, ...]
    is_equation: bool
    decimal: bool
    written: str
    sides_differ: str = ""

    @property
    def echo(self) -> str:
        """How it was understood."""
        if all(isinstance(c, Fraction) for c in self.coefficients):
            text = polynomial_text(self.coefficients)  # type: ignore[arg-type]
        else:
            text = self.written
        return f"{text} = 0" if self.is_equation else text


def polynomial_answer(
    tree: Answer, reader: MatrixReader, preferred: frozenset[str] = frozenset()
) -> PolynomialAnswer:
    """The polynomial that the answer ends with: in a chain p(x) = .. = .., the last one.

    Args:
        tree: the answer.
        reader: reads the coefficients.
        preferred: of several polynomials with names, those meant.

    Raises:
        ParseError: there is none, or its degree is beyond the budget.
    """
    parts = [p for s in statements(tree) for p in (s.parts if isinstance(s, Statement) else (s,))]
    found = [(part, p) for part in parts if (p := _of_statement(part, reader)) is not None]
    found = found or [(part, p) for part in parts if (p := _of_letter(part, reader)) is not None]
    reader.used.clear()
    chosen = [(part, p) for part, p in found if _name_of(part) in preferred] or found
    if chosen:
        part, first = chosen[0]
        other = next((q for q, p in chosen if _name_of(q) and not _says_the_same(p, first)), None)
        if other is not None and _name_of(part) == _name_of(other):
            raise refused("answer.alternatives", reader.text, other.position)
        reader.used += [part for part, p in chosen if _says_the_same(p, first)]
        return first
    raise refused("charpoly.unreadable", reader.text, 0)


def _name_of(part: Node) -> str:
    """chi for chi = .., chi_A = .., chi(x) = ..; "" without a name."""
    if not isinstance(part, Relation):
        return ""
    first = part.operands[0]
    if isinstance(first, Product):
        first = first.factors[0]
    return first.name.partition("_")[0] if isinstance(first, Name) else ""


def _says_the_same(p: PolynomialAnswer, q: PolynomialAnswer) -> bool:
    a, b = p.coefficients, q.coefficients
    return len(a) == len(b) and all(x * b[-1] == y * a[-1] for x, y in zip(a, b, strict=True))


def _of_statement(node: Node, reader: MatrixReader) -> PolynomialAnswer | None:
    if not isinstance(node, Relation):
        if len(letters(node)) != 1 or isinstance(node, Name) or not _is_arithmetic(node):
            return None
        return _read(node, reader, is_equation=False)
    if set(node.signs) - {"=", "~"}:
        return None
    sides = [x for x in node.operands if _is_arithmetic(x) and len(letters(x)) == 1]
    sides = [x for x in sides if not isinstance(x, Name)]
    if not sides:
        return None
    last = node.operands[-1]
    if is_number(last):
        found = _read(sides[-1], reader, is_equation=True)
        return found if last == Number(Fraction(0)) else _moved(found, [reader.number(last)])
    exact = [x for x in sides if not is_decimal(x)]
    found = _read((exact or sides)[-1], reader, is_equation=False)
    first = _read(sides[0], reader, is_equation=True)
    if len(node.operands) == 2 == len(sides) and len(first.coefficients) > len(found.coefficients):
        return _moved(first, found.coefficients)
    others = [_read(x, reader, is_equation=False) for x in exact[:-1] if letters(x) == letters(exact[-1])]
    if any(p.coefficients not in (found.coefficients, _opposite(found)) for p in others):
        return replace(found, sides_differ=spelled(node))
    return found


def _of_letter(node: Node, reader: MatrixReader) -> PolynomialAnswer | None:
    """x, mu = x, m(x) = x: the polynomial x itself."""
    match node:
        case Relation((first, Name() as letter), ("=",)):
            is_named = letter != first and not is_number(first)
            return _of_letter(letter, reader) if is_named and _name_of(node) else None
        case Name(name) if name in _LETTERS:
            return _read(node, reader, is_equation=False)
    return None


def _opposite(p: PolynomialAnswer) -> tuple[Scalar, ...]:
    return tuple(-c for c in p.coefficients)


def _moved(left: PolynomialAnswer, right: Sequence[Scalar]) -> PolynomialAnswer:
    """x^2 - 5x = -4 as x^2 - 5x + 4 = 0."""
    difference = _stripped(_added(list(left.coefficients), [-c for c in right]))
    return PolynomialAnswer(tuple(difference), True, left.decimal, left.written)


def letters(node: Node) -> frozenset[str]:
    """The letters of an expression that stand for no number."""
    found, stack = set(), [node]
    while stack:
        here = stack.pop()
        if type(here) is not Name:
            stack += children(here)
        elif not is_number(here):
            found.add(here.name)
    return frozenset(found)


def _is_arithmetic(node: Node) -> bool:
    match node:
        case Neg() | Sum() | Product() | Quotient() | Power():
            return all(map(_is_arithmetic, children(node)))
        case Name(name):
            return name not in _NO_VARIABLES or is_number(node)
    return is_number(node)


def _read(node: Node, reader: MatrixReader, *, is_equation: bool) -> PolynomialAnswer:
    (letter,) = letters(node)
    coefficients = tuple(_stripped(expanded(node, letter, reader)))
    return PolynomialAnswer(coefficients, is_equation, is_decimal(node), spelled(node))


def expanded(node: Node, letter: str, reader: MatrixReader) -> list[Scalar]:
    """The coefficients of the expression, constant term first."""
    if letter not in letters(node):
        return [reader.number(node)]
    match node:
        case Name():
            return [Fraction(0), Fraction(1)]
        case Neg(operand):
            return [-c for c in expanded(operand, letter, reader)]
        case Sum(terms):
            total: list[Scalar] = []
            for term in terms:
                total = _added(total, expanded(term, letter, reader))
            return total
        case Product(factors):
            product: list[Scalar] = [Fraction(1)]
            for x in factors:
                product = _multiplied(product, expanded(x, letter, reader), node, reader)
            return product
        case Quotient(above, below) if letter not in letters(below):
            divisor = reader.number(below)
            if divisor == 0:
                raise _refused(f"{spelled(node)} divides by zero.", node, reader)
            return [c / divisor for c in expanded(above, letter, reader)]
        case Power(base, Number(k)) if k.denominator == 1 and 0 <= k <= LARGEST_DEGREE:
            power: list[Scalar] = [Fraction(1)]
            factor = expanded(base, letter, reader)
            for _ in range(int(k)):
                power = _multiplied(power, factor, node, reader)
            return power
    raise _refused(f"{spelled(node)} is no polynomial of degree at most {LARGEST_DEGREE}.", node, reader)


def _added(p: list[Scalar], q: list[Scalar]) -> list[Scalar]:
    short, long = (p, q) if len(p) <= len(q) else (q, p)
    return [x + y for x, y in zip(short, long, strict=False)] + long[len(short) :]


def _multiplied(p: list[Scalar], q: list[Scalar], node: Node, reader: MatrixReader) -> list[Scalar]:
    if len(p) + len(q) > LARGEST_DEGREE + 2:
        raise _refused(f"{spelled(node)} has a degree above {LARGEST_DEGREE}.", node, reader)
    product: list[Scalar] = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            product[i + j] = product[i + j] + x * y
    return product


def _stripped(p: list[Scalar]) -> list[Scalar]:
    n = len(p)
    while n and p[n - 1] == 0:
        n -= 1
    return p[:n]


def _refused(message: str, node: Node, reader: MatrixReader) -> ParseError:
    return ParseError(message, text=reader.text, position=node.position)
