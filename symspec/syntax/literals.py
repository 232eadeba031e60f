"""Lists and matrices of rational literals, read in one step: most answers consist of little else."""

from __future__ import annotations

import re
from fractions import Fraction

from symspec.syntax.tree import ListOf, Node, Number, TupleOf

# Short numbers only, so that no limit of the third wall is near; all else is left to the tokens.
_NUMBER = r"-?[0-9]{1,40}(?:/[1-9][0-9]{0,39})?"
_ITEMS = rf"{_NUMBER}(?: ?, ?{_NUMBER}){{0,23}}"
_ROW = rf"\[{_ITEMS}\]"
_LITERAL = re.compile(rf"\[{_ROW}(?: ?, ?{_ROW}){{0,23}}\]|{_ROW}|\({_NUMBER}(?: ?, ?{_NUMBER}){{1,23}}\)")
_ITEM = re.compile(_NUMBER)
_ONE_ROW = re.compile(_ROW)
# What may stand next to such a list where it is an operand of its own: never a function or another bracket;
# before a matrix also a number that it is multiplied by.
_BEFORE, _AFTER = frozenset("=,;:"), frozenset(",;.")


def literals(plain: str) -> dict[int, tuple[int, Node]]:
    """{start: (end, node)} for the lists of integers and fractions that stand by themselves.

    >>> sorted(literals("P = [[1, 1/2], [0, -1]], D = diag(1, 2)"))
    [4]
    """
    found: dict[int, tuple[int, Node]] = {}
    for match in _LITERAL.finditer(plain):
        start, end = match.span()
        before, after = plain[:start].rstrip(" ")[-1:], plain[end:].lstrip(" ")[:1]
        by_itself = not before or before in _BEFORE or (before.isdigit() and plain[start + 1] == "[")
        if by_itself and (not after or after in _AFTER):
            found[start] = (end, _node(plain, start, end))
    return found


def _node(plain: str, start: int, end: int) -> Node:
    if plain[start] == "(":
        return TupleOf(_numbers(plain, start, end), start)
    if plain[start + 1] != "[":
        return ListOf(_numbers(plain, start, end), start)
    rows = [row.span() for row in _ONE_ROW.finditer(plain, start + 1, end - 1)]
    return ListOf(tuple(ListOf(_numbers(plain, s, e), s) for s, e in rows), start)


def _numbers(plain: str, start: int, end: int) -> tuple[Number, ...]:
    return tuple(_number(m.group(), m.start()) for m in _ITEM.finditer(plain, start, end))


def _number(text: str, position: int) -> Number:
    above, _, below = text.partition("/")
    value = Fraction(int(above), int(below)) if below else Fraction(int(above))
    return Number(value, False, position)
