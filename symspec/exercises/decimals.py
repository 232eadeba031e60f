"""Decimal points in what was written."""

from __future__ import annotations

from symspec.syntax.tree import Node, Number, children


def is_decimal(node: Node) -> bool:
    """A number with a decimal point is written somewhere in the node."""
    stack = [node]
    while stack:
        here = stack.pop()
        if type(here) is not Number:
            stack += children(here)
        elif here.decimal:
            return True
    return False


def places(node: Node) -> int:
    """The most digits after a decimal point in the node; 0 if there is none."""
    if isinstance(node, Number):
        k = 1
        while node.decimal and 10**k % node.value.denominator:
            k += 1
        return k if node.decimal else 0
    return max((places(x) for x in children(node)), default=0)
