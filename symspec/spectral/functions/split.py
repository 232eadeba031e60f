"""The written function, taken apart into sums, products and quotients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from symspec.errors import BudgetExceededError
from symspec.syntax.tree import Call, Name, Neg, Node, Number, Power, Product, Quotient, Sum, children

MAX_POWER = 50
_NAMED = {"exp": "exp", "sin": "sin", "cos": "cos", "ln": "log", "log": "log"}
_QUOTIENTS = {"tan": ("sin", "cos"), "cot": ("cos", "sin")}
_ONE = Number(Fraction(1))


@dataclass(frozen=True, slots=True)
class Leaf:
    """outer(inner), as it was written.

    Attributes:
        outer: "" for a rational function; "exp", "sin", "cos", "log" or "power".
        inner: a rational function, if the text is right.
        exponent: for "power", as a node where it has to be read first; else 1.
    """

    outer: str
    inner: Node
    exponent: Fraction | Node = Fraction(1)


@dataclass(frozen=True, slots=True)
class Branch:
    """A "sum", a "product", or a "quotient" of two parts."""

    operation: str
    parts: tuple[Tree, ...]


Tree = Leaf | Branch


def split(node: Node, letter: str) -> Tree:
    """The largest rational parts and the named functions, joined by +, * and /.

    >>> from symspec.syntax.reader import expression
    >>> tree = split(expression("x tan(x)"), "x")
    >>> tree.operation, [getattr(part, "operation", "rational") for part in tree.parts]
    ('product', ['rational', 'quotient'])
    """
    if _is_rational(node, letter):
        return Leaf("", node)
    match node:
        case Neg(x):
            return Branch("product", (Leaf("", Neg(_ONE)), split(x, letter)))
        case Sum(terms):
            return Branch("sum", tuple(split(x, letter) for x in terms))
        case Product(factors):
            return Branch("product", tuple(split(x, letter) for x in factors))
        case Quotient(above, below):
            return Branch("quotient", (split(above, letter), split(below, letter)))
        case Power(base, exponent) if (k := integer(exponent)) is not None:
            return _raised(split(base, letter), k)
        case Call(name, (x,)) if name in _QUOTIENTS:
            first, second = _QUOTIENTS[name]
            return Branch("quotient", (Leaf(first, x), Leaf(second, x)))
    return _leaf(node)


def _leaf(node: Node) -> Leaf:
    match node:
        case Call("sqrt", (x,)):
            return Leaf("power", x, Fraction(1, 2))
        case Call("cbrt", (x,)):
            return Leaf("power", x, Fraction(1, 3))
        case Call("root", (x, index)):
            return Leaf("power", x, Quotient(_ONE, index))
        case Call(name, (x,)) if name in _NAMED:
            return Leaf(_NAMED[name], x)
        case Power(Name("e"), x):
            return Leaf("exp", x)
        case Power(x, exponent):
            return Leaf("power", x, exponent)
    return Leaf("", node)


def _raised(base: Tree, k: int) -> Tree:
    if abs(k) > MAX_POWER:
        raise BudgetExceededError(f"powers of functions up to {MAX_POWER} are applied, not {k}.")
    whole = Branch("product", (base,) * abs(k)) if k else Leaf("", _ONE)
    return whole if k >= 0 else Branch("quotient", (Leaf("", _ONE), whole))


def _is_rational(node: Node, letter: str) -> bool:
    """Only +, -, *, / and integer powers stand above the letter."""
    if not any(x.name == letter for x in names(node)):
        return True
    match node:
        case Name():
            return True
        case Neg() | Sum() | Product() | Quotient():
            return all(_is_rational(x, letter) for x in children(node))
        case Power(base, exponent):
            return integer(exponent) is not None and _is_rational(base, letter)
    return False


def integer(node: Node) -> int | None:
    """The integer that a node is, with its sign; else None."""
    if isinstance(node, Neg):
        inner = integer(node.operand)
        return None if inner is None else -inner
    return int(node.value) if isinstance(node, Number) and node.value.denominator == 1 else None


def names(node: Node) -> Iterator[Name]:
    """All names in a node."""
    if isinstance(node, Name):
        yield node
    for child in children(node):
        yield from names(child)


def leaves(tree: Tree) -> Iterator[Leaf]:
    """From left to right."""
    if isinstance(tree, Leaf):
        yield tree
        return
    for part in tree.parts:
        yield from leaves(part)
