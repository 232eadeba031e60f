"""The third wall: what a text may cost, found by looking at it, before any arithmetic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import log10

from symspec.errors import ParseError
from symspec.syntax.tree import (
    Call,
    ListOf,
    Name,
    Neg,
    Node,
    Number,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Rows,
    Sum,
    TupleOf,
    children,
)

EXACT_BITS = 64  # an exponent is worked out while it fits here


@dataclass(frozen=True, slots=True)
class Limits:
    """What one text may hold.

    Attributes:
        characters: length of the text.
        nodes: nodes of one entry or one answer.
        depth: nesting of brackets, and of operations.
        digits: digits of one literal, its exponent counted out.
        bits: of the numerator or denominator of any constant part.
        side: rows or columns of a matrix.
        radicand_bits: of what stands under a root.
    """

    characters: int
    nodes: int
    depth: int
    digits: int
    bits: int
    side: int
    radicand_bits: int


ANSWER = Limits(characters=4096, nodes=2000, depth=100, digits=1000, bits=2**15, side=24, radicand_bits=100)
MATRIX = Limits(
    characters=4_000_000, nodes=4_000_000, depth=100, digits=4000, bits=2**15, side=1000, radicand_bits=2**15
)


@dataclass(frozen=True, slots=True)
class Size:
    """Bounds on the bits of a constant; its value (p, q) while that is small."""

    above: int
    below: int
    value: tuple[int, int] | None = None


_UNKNOWN = Size(1, 0)
_BRACKETS = re.compile(r"[\[({\])}]")


def require_shallow(plain: str, limits: Limits, text: str) -> None:
    """Brackets nest within the limit; whether they match is seen later.

    Raises:
        ParseError: they do not.
    """
    depth = 0
    for match in _BRACKETS.finditer(plain):
        depth = depth + 1 if match.group() in "([{" else max(depth - 1, 0)
        require_depth(depth, match.start(), limits, text)


def require_depth(depth: int, position: int, limits: Limits, text: str) -> None:
    """Refuse what is nested deeper than the limit."""
    if depth > limits.depth:
        message = f"brackets are nested more than {limits.depth} deep (at character {position + 1})."
        raise ParseError(message, text=text, position=position)


def affordable(node: Node, limits: Limits, text: str) -> Node:
    """The node itself, when all that it asks for stays within the limits.

    Raises:
        ParseError: it does not; says which limit and where.

    Algorithm:
        One pass that counts nodes and depth without recursion, then one from the leaves up that
        bounds bits: b^k has at most |k| bits(b) bits. An exponent is worked out only while it has
        at most 64 bits. Linear in the length of the text.
    """
    _count(node, limits, text)
    _size(node, limits, text)
    return node


def _count(root: Node, limits: Limits, text: str) -> None:
    pending: list[tuple[Node, int]] = [(root, 1)]
    nodes = 0
    while pending:
        node, depth = pending.pop()
        nodes += 1
        if nodes > limits.nodes:
            raise _refused(f"it has more than {limits.nodes:,} parts", node, text)
        if depth > limits.depth:
            raise _refused(f"operations are nested more than {limits.depth} deep", node, text)
        if isinstance(node, Rows):
            side = max(len(node.rows), *map(len, node.rows))
        else:
            side = len(node.items) if isinstance(node, ListOf) else 0
        if side > limits.side:
            raise _refused(
                f"a row or column has {side:,} entries; at most {limits.side:,} are read", node, text
            )
        pending += [(child, depth + 1) for child in children(node)]


def _refused(reason: str, node: Node, text: str) -> ParseError:
    message = f"I can read this, but {reason} (at character {node.position + 1})."
    return ParseError(message, text=text, position=node.position)


def _size(node: Node, limits: Limits, text: str) -> Size:
    match node:
        case Number(value):
            p, q = value.numerator, value.denominator
            found = (
                _sized(p, q)
                if p.bit_length() + q.bit_length() <= EXACT_BITS
                else Size(p.bit_length(), q.bit_length())
            )
        case Name():
            return _UNKNOWN
        case Neg(operand) | PlusMinus(operand):
            inner = _size(operand, limits, text)
            found = Size(inner.above, inner.below, inner.value and (-inner.value[0], inner.value[1]))
        case Power(base, exponent):
            found = _power(_size(base, limits, text), _size(exponent, limits, text), limits, node, text)
        case Call("abs", (inner,)):
            return _absolute(_size(inner, limits, text))
        case Quotient(first, second):
            found = _quotient(_size(first, limits, text), _size(second, limits, text))
        case Product(factors):
            found = _product([_size(x, limits, text) for x in factors])
        case Sum(terms):
            found = _sum([_size(x, limits, text) for x in terms])
        case ListOf(items) | TupleOf(items) if all(type(x) is Number and _is_short(x.value) for x in items):
            return _UNKNOWN
        case _:
            sizes = [_size(x, limits, text) for x in children(node)]
            if isinstance(node, Call) and node.function in ("sqrt", "cbrt", "root"):
                return _root(sizes[0], limits, node, text)
            return _UNKNOWN
    if max(found.above, found.below) > limits.bits:
        raise _too_long(max(found.above, found.below), limits, node, text)
    return found


def _is_short(value: Fraction) -> bool:
    return value.numerator.bit_length() <= EXACT_BITS and value.denominator.bit_length() <= EXACT_BITS


def _absolute(size: Size) -> Size:
    return Size(size.above, size.below, size.value and (abs(size.value[0]), abs(size.value[1])))


def _sized(p: int, q: int) -> Size:
    return Size(p.bit_length(), q.bit_length() if abs(q) > 1 else 0, (p, q))


def _small(p: int, q: int, bound: Size) -> Size:
    return _sized(p, q) if q and p.bit_length() + q.bit_length() <= EXACT_BITS else bound


def _product(sizes: list[Size]) -> Size:
    total = Size(sum(s.above for s in sizes), sum(s.below for s in sizes))
    if total.above + total.below > EXACT_BITS or any(s.value is None for s in sizes):
        return total
    p = q = 1
    for size in sizes:
        if size.value:
            p, q = p * size.value[0], q * size.value[1]
    return _small(p, q, total)


def _quotient(first: Size, second: Size) -> Size:
    bound = Size(first.above + second.below, first.below + second.above)
    if first.value is None or second.value is None:
        return bound
    return _small(first.value[0] * second.value[1], first.value[1] * second.value[0], bound)


def _sum(sizes: list[Size]) -> Size:
    below = sum(s.below for s in sizes)
    total = Size(max(s.above - s.below for s in sizes) + below + len(sizes).bit_length(), below)
    if total.above + total.below > EXACT_BITS or any(s.value is None for s in sizes):
        return total
    p, q = 0, 1
    for size in sizes:
        if size.value:
            p, q = p * size.value[1] + size.value[0] * q, q * size.value[1]
    return _small(p, q, total)


def _power(base: Size, exponent: Size, limits: Limits, node: Node, text: str) -> Size:
    if exponent.value is None:
        if exponent.above > EXACT_BITS:
            raise _refused("its exponent is far too large", node, text)
        return Size(base.above + exponent.above, base.below + exponent.below)
    k = Fraction(*exponent.value)
    if base.value and base.value[1] == 1 and abs(base.value[0]) <= 1:
        return base if k.denominator == 1 and k.numerator % 2 else _sized(base.value[0] ** 2, 1)
    if k.denominator > 1:
        times = abs(k.numerator)
        _root(Size(base.above * times, base.below * times), limits, node, text)
        return Size(base.above * times, base.below * times)
    above, below = (base.above, base.below) if k >= 0 else (base.below, base.above)
    bound = Size(above * abs(k.numerator), below * abs(k.numerator))
    if max(bound.above, bound.below) > limits.bits:
        digits = _least_digits(base, k)
        reason = f"it has more than {_rounded(digits)} digits" if digits else "its exponent is far too large"
        raise _refused(reason, node, text)
    if base.value and bound.above + bound.below <= EXACT_BITS:
        value = Fraction(*base.value) ** k.numerator if base.value[0] else Fraction(k == 0)
        return _sized(value.numerator, value.denominator)
    return bound


def _root(radicand: Size, limits: Limits, node: Node, text: str) -> Size:
    bits = max(radicand.above, radicand.below)
    if bits > limits.radicand_bits:
        most = f"at most {_digits(limits.radicand_bits):,} are read"
        raise _refused(f"what stands under the root has about {_digits(bits):,} digits; {most}", node, text)
    return Size(radicand.above, radicand.below)


def _least_digits(base: Size, exponent: Fraction) -> int:
    """About how many digits base^exponent has, for the message only."""
    p, q = base.value or (1 << max(base.above - 1, 0), 1 << max(base.below - 1, 0))
    return int(max(log10(abs(p) or 1), log10(abs(q) or 1)) * abs(exponent.numerator))


def _digits(bits: int) -> int:
    return bits * 30103 // 100000


def _too_long(bits: int, limits: Limits, node: Node, text: str) -> ParseError:
    reason = f"it has more than {_rounded(_digits(bits))} digits; at most {_digits(limits.bits):,} are read"
    return _refused(reason, node, text)


def _rounded(count: int) -> str:
    if count >= 10**12:
        return f"10^{len(str(count)) - 1}"
    return f"{count // 10**6} million" if count >= 10**6 else f"{count:,}"
