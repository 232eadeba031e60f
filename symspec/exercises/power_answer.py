"""A^n as an expression in n: [[3^n, 0], [0, 1]], P D^n P^-1, 3^(n-1) A; with the n from which it is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from symspec.errors import ParseError, UndecidedError
from symspec.exercises import words
from symspec.exercises.decimals import is_decimal
from symspec.exercises.matrices import MatrixReader
from symspec.exercises.parse import definitions, statements
from symspec.exercises.polynomial_answer import letters
from symspec.exercises.refusal import refused
from symspec.exercises.shapes import BRACKETED
from symspec.exercises.substitution import substituted
from symspec.exercises.values import is_number
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
    Rows,
    Statement,
    Sum,
    Transpose,
    children,
)

LATEST_START = 64
EXPONENTS = ("n", "k", "m", "N", "t", "r", "p", "q", "l")


@dataclass(frozen=True, slots=True)
class PowerAnswer:
    """A^n as it was given.

    Attributes:
        node: the expression.
        letter: the exponent.
        named: what the answer calls by a name.
        starts: the first n for which it is meant, where the answer says so.
        reader: reads the expression for a value of the exponent.
        sides_differ: a chain of equations that holds the expression and is false; "" if there is none.
    """

    node: Node
    letter: str
    named: dict[str, Node]
    starts: int | None
    reader: MatrixReader
    sides_differ: str = ""

    @property
    def echo(self) -> str:
        """How it was understood."""
        since = "" if self.starts is None else f" for {self.letter} >= {self.starts}"
        return f"A^{self.letter} = {spelled(self.node)}{since}"


def power_answer(tree: Answer, reader: MatrixReader) -> PowerAnswer:
    """What stands behind A^n =, else the first matrix expression.

    Raises:
        ParseError: there is none.
    """
    parts = [p for s in statements(tree) for p in (s.parts if isinstance(s, Statement) else (s,))]
    named = {k: v for k, v in definitions(parts).items() if k not in ("A", "I", "n")}
    letter = _exponent(parts)
    found = _target(parts, named, letter, reader)
    if found is None:
        raise refused("power.unreadable", reader.text, 0)
    node, letter = found
    reader.named = named
    reader.used += [node, *(x for x in parts if isinstance(x, Relation) and x.operands[0] == Name("A"))]
    reader.used += [v for k, v in named.items() if k in _all_letters(node, named)]
    answer = PowerAnswer(node, letter, named, _start(parts, letter), reader)
    chain = next((p for p in parts if isinstance(p, Relation) and node in p.operands[1:]), None)
    return replace(answer, sides_differ=_differing(chain, letter, reader)) if chain else answer


def _differing(chain: Relation, letter: str, reader: MatrixReader) -> str:
    """The chain A^n = .. = .., if two of its sides differ for n = 1 or 2; else ""."""
    sides = [x for x, sign in zip(chain.operands[1:], chain.signs, strict=True) if sign == "="]
    kept = reader.named
    try:
        for n in (1, 2):
            exponent = {letter: Fraction(n)}
            reader.named = {k: substituted(v, exponent) for k, v in kept.items()}
            values = [reader.matrix(substituted(x, exponent)) for x in sides if not is_decimal(x)]
            if any(v != values[0] for v in values):
                return spelled(chain)
    except (ParseError, UndecidedError):
        return ""
    finally:
        reader.named = kept
    return ""


def _exponent(parts: list[Node]) -> str:
    for part in parts:
        match part:
            case Relation((Power(Name("A"), Name(letter)), *_)):
                return letter
    return ""


def _target(
    parts: list[Node], named: dict[str, Node], letter: str, reader: MatrixReader
) -> tuple[Node, str] | None:
    for part in parts:
        if isinstance(part, Relation):
            is_power = isinstance(part.operands[0], Power) and part.operands[0].base == Name("A")
            if not is_power or part.signs[0] not in ("=", "->"):
                continue
            exact = [x for x, sign in zip(part.operands[1:], part.signs, strict=True) if sign == "="]
            return (exact[-1] if exact else part.operands[-1]), letter or "n"
    for part in [*parts, *(v for k, v in named.items() if k not in ("P", "D", "J", "Q", "S"))]:
        if isinstance(part, Relation) or not (_is_matrix(part, named) or reader.a.order == 1):
            continue
        if not isinstance(part, Name) or part.name in ("A", "I", "O"):
            free = [x for x in EXPONENTS if x in letters(part) and x not in named]
            return part, letter or (free[0] if free else "n")
    return None


def _is_matrix(node: Node, named: dict[str, Node]) -> bool:
    if (
        words.is_matrix(node)
        or isinstance(node, Name)
        and (node.name in named or node.name in ("A", "I", "O"))
    ):
        return True
    match node:
        case Neg() | Sum() | Product() | Quotient() | Power() | Transpose():
            return any(_is_matrix(x, named) for x in children(node))
        case Call("diag", _):
            return True
        case Number(value):
            return value == 0
    return False


def _start(parts: list[Node], letter: str) -> int | None:
    """1 for n >= 1, n > 0; 0 for n >= 0."""
    for part in parts:
        match part:
            case Relation((Name(name), Number(k)), (">=",)) | Relation((Number(k), Name(name)), ("<=",)):
                start = k
            case Relation((Name(name), Number(k)), (">",)) | Relation((Number(k), Name(name)), ("<",)):
                start = k + 1
            case _:
                continue
        if name == letter and start.denominator == 1 and 0 <= start <= LATEST_START:
            return int(start)
    return None


# -- recurrence orders ------------------------------------------------------------------------------


def order_bound(node: Node, answer: PowerAnswer) -> int:
    """A bound on the order of one monic recurrence that every entry of the expression satisfies in n.

    c^(a n + b) has order 1, a polynomial of degree k in n order k + 1, cos and sin of a n + b order 2; orders
    add in sums and multiply in products; M^(a n + b) satisfies the characteristic polynomial of M^a.

    Raises:
        ParseError: the expression is not of this kind.
    """
    letter = answer.letter

    def inner(x: Node) -> int:
        return order_bound(x, answer)

    if letter not in _all_letters(node, answer.named):
        return 1
    degree = _degree(node, letter)
    if degree is not None:
        return _bounded(degree + 1, node, answer)
    match node:
        case Name(name):
            return inner(answer.named[name])
        case Neg(x) | Transpose(x):
            return inner(x)
        case Sum(items):
            return _bounded(sum(map(inner, items)), node, answer)
        case Product(items):
            degrees = [_degree(x, letter) for x in items]
            total = 1 + sum(d for d in degrees if d)
            for item in (x for x, d in zip(items, degrees, strict=True) if d is None):
                total = _bounded(total * inner(item), node, answer)
            return total
        case Quotient(above, below):
            return _bounded(inner(above) * _reciprocal(below, answer), node, answer)
        case Power(base, exponent):
            return _bounded(_power_order(base, exponent, node, answer), node, answer)
        case Call("diag"):
            return _bounded(sum(map(inner, node.arguments)), node, answer)
        case Call("cos" | "sin", (x,)) if _is_linear(x, letter):
            return 2
        case Call("exp", (x,)) if _is_linear(x, letter):
            return 1
    if words.is_matrix(node):
        entries = _entries(node)
        return _bounded(sum(map(inner, entries)), node, answer)
    raise _not_read(node, answer)


def entry_bound(node: Node, answer: PowerAnswer) -> int:
    """The same for each entry by itself: the largest bound of one entry."""
    match node:
        case Sum(items):
            return sum(entry_bound(x, answer) for x in items)
        case Neg(x) | Transpose(x):
            return entry_bound(x, answer)
        case Product(items) if sum(words.is_matrix(x) or bool(letters(x)) for x in items) == 1:
            return max(entry_bound(x, answer) for x in items)
        case Quotient(x, below) if not letters(below):
            return entry_bound(x, answer)
    if words.is_matrix(node) and not isinstance(node, Call | Power | Product | Quotient):
        return max(order_bound(x, answer) for x in _entries(node))
    return order_bound(node, answer)


def is_closed(answer: PowerAnswer) -> bool:
    """No n-th power of a matrix is left in it, except of diagonal ones."""
    return not any(
        isinstance(x, Power)
        and answer.letter in _all_letters(x.exponent, answer.named)
        and answer.reader.holds_matrix(x.base)
        and not _is_diagonal(x.base, answer)
        for node in (
            answer.node,
            *(answer.named[k] for k in _all_letters(answer.node, answer.named) & answer.named.keys()),
        )
        for x in _every(node)
    )


def _every(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _every(child)


def _is_diagonal(node: Node, answer: PowerAnswer) -> bool:
    m = answer.reader.matrix(node)
    return all(i == j or x == 0 for i, row in enumerate(m.tolist()) for j, x in enumerate(row))


def _entries(node: Node) -> list[Node]:
    nested = [x for child in children(node) for x in (_entries(child) if _is_bracketed(child) else [child])]
    return nested


def _is_bracketed(node: Node) -> bool:
    return isinstance(node, BRACKETED | Rows)


def _power_order(base: Node, exponent: Node, node: Node, answer: PowerAnswer) -> int:
    letter = answer.letter
    in_base = letter in _all_letters(base, answer.named)
    if not in_base and _is_linear(exponent, letter):
        return answer.reader.a.order if answer.reader.holds_matrix(base) else 1
    if (
        in_base
        and isinstance(exponent, Number)
        and exponent.value.denominator == 1
        and 0 <= exponent.value <= 12
    ):
        inner, k = order_bound(base, answer), int(exponent.value)
        return min(int(inner**k), MOST_TERMS + 1)
    if in_base and exponent in (Neg(Number(Fraction(1))), Number(Fraction(-1))):
        return _reciprocal(base, answer)
    raise _not_read(node, answer)


def _reciprocal(node: Node, answer: PowerAnswer) -> int:
    """1 where 1/node is geometric, as 1/3^n is."""
    if answer.letter not in _all_letters(node, answer.named):
        return 1
    match node:
        case Power(base, exponent) if not letters(base) and _is_linear(exponent, answer.letter):
            return 1
        case Product(items):
            return max(_reciprocal(x, answer) for x in items)
        case Neg(x):
            return _reciprocal(x, answer)
    raise _not_read(node, answer)


def _degree(node: Node, letter: str) -> int | None:
    """The degree of a polynomial in the letter with constant numbers as coefficients; None for all else."""
    if is_number(node):
        return 0
    match node:
        case Name(name):
            return 1 if name == letter else None
        case Neg() | Sum() | Product():
            degrees = [_degree(x, letter) for x in children(node)]
            known = [d for d in degrees if d is not None]
            if len(known) < len(degrees):
                return None
            return sum(known) if isinstance(node, Product) else max(known)
        case Quotient(above, below) if is_number(below):
            return _degree(above, letter)
        case Power(base, Number(k)) if k.denominator == 1 and 0 <= k <= MOST_TERMS:
            degree = _degree(base, letter)
            return None if degree is None else degree * int(k)
    return None


def _is_linear(node: Node, letter: str) -> bool:
    """a n + b with constants a and b."""
    if letter not in letters(node):
        return True
    match node:
        case Name():
            return True
        case Neg(x):
            return _is_linear(x, letter)
        case Sum(items):
            return all(_is_linear(x, letter) for x in items)
        case Product(items):
            return sum(letter in letters(x) for x in items) == 1 and all(_is_linear(x, letter) for x in items)
        case Quotient(x, y):
            return letter not in letters(y) and _is_linear(x, letter)
    return False


def _all_letters(node: Node, named: dict[str, Node], depth: int = 0) -> frozenset[str]:
    """The letters of an expression and of what its names stand for."""
    found = letters(node)
    if depth < 4:
        for name in found & named.keys():
            found = found | _all_letters(named[name], named, depth + 1)
    return found


MOST_TERMS = 150


def _bounded(order: int, node: Node, answer: PowerAnswer) -> int:
    if order > MOST_TERMS:
        raise refused("power.too_involved", answer.reader.text, node.position, ("what", spelled(node)))
    return order


def _not_read(node: Node, answer: PowerAnswer) -> ParseError:
    return ParseError(
        f"{spelled(node)[:60]} is not read as a sequence. Use sums and products of powers such as 2^n and of "
        f"{answer.letter}.",
        text=answer.reader.text,
        position=node.position,
    )
