"""The written function, taken apart into sums, products, quotients and functions of functions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from symspec.errors import BudgetExceededError
from symspec.syntax.tree import Call, Name, Neg, Node, Number, Power, Product, Quotient, Sum, children

MAX_POWER = 50
# Functions of a rational function that have a closed form of their own; the others are branches.
_NAMED = {"exp": "exp", "sin": "sin", "cos": "cos", "ln": "log", "log": "log"}
_OTHERS = frozenset("sinh cosh asin acos atan asinh acosh atanh".split())
_QUOTIENTS = {
    "tan": ("sin", "cos"), "cot": ("cos", "sin"), "sec": ("", "cos"), "csc": ("", "sin"),
    "tanh": ("sinh", "cosh"), "coth": ("cosh", "sinh"), "sech": ("", "cosh"), "csch": ("", "sinh"),
}  # fmt: skip
_LETTER_I = {"I": "i", "j": "i"}
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
    """A "sum", a "product", a "quotient" of two parts, or a named function or "power" of one part."""

    operation: str
    parts: tuple[Tree, ...]
    exponent: Fraction | Node = Fraction(1)


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
            first, second = (_function(f, x, letter) if f else Leaf("", _ONE) for f in _QUOTIENTS[name])
            return Branch("quotient", (first, second))
        case Call(name, (x,)) if name in _NAMED or name in _OTHERS:
            return _function(_NAMED.get(name, name), x, letter)
        case Power(Name("e"), x):
            return _function("exp", x, letter)
        case Name("e"):
            return Leaf("exp", _ONE)
        case Name("pi"):
            return Branch("pi", ())
    return _root(node, letter)


def _function(name: str, x: Node, letter: str, exponent: Fraction | Node = Fraction(1)) -> Tree:
    if name not in _OTHERS and _is_rational(x, letter):
        return Leaf(name, x, exponent)
    return Branch(name, (split(x, letter),), exponent)


def _root(node: Node, letter: str) -> Tree:
    match node:
        case Call("sqrt", (x,)):
            return _function("power", x, letter, Fraction(1, 2))
        case Call("cbrt", (x,)):
            return _function("power", x, letter, Fraction(1, 3))
        case Call("root", (x, index)):
            return _function("power", x, letter, Quotient(_ONE, index))
        case Power(x, exponent) if not _is_fraction(exponent):
            return _function("exp", Product((exponent, Call("log", (x,)))), letter)
        case Power(x, exponent):
            return _function("power", x, letter, exponent)
    return Leaf("", node)


def _raised(base: Tree, k: int) -> Tree:
    if abs(k) > MAX_POWER:
        raise BudgetExceededError(f"powers of functions up to {MAX_POWER} are applied, not {k}.")
    whole = Branch("product", (base,) * abs(k)) if k else Leaf("", _ONE)
    return whole if k >= 0 else Branch("quotient", (Leaf("", _ONE), whole))


def _is_rational(node: Node, letter: str) -> bool:
    """Only +, -, *, / and integer powers stand above the letter."""
    if not any(x.name == letter for x in names(node)):
        return _is_algebraic(node)
    match node:
        case Name():
            return True
        case Neg() | Sum() | Product() | Quotient():
            return all(_is_rational(x, letter) for x in children(node))
        case Power(base, exponent):
            return integer(exponent) is not None and _is_rational(base, letter)
    return False


def _is_fraction(node: Node) -> bool:
    """A number, written with digits and the four operations."""
    return isinstance(node, Number | Neg | Sum | Product | Quotient) and all(
        map(_is_fraction, children(node))
    )


def _is_angle(node: Node) -> bool:
    """A fraction times pi."""
    match node:
        case Neg(x):
            return _is_angle(x)
        case Sum(terms):
            return all(map(_is_angle, terms))
        case Product(factors):
            angles = [_is_angle(x) for x in factors]
            return sum(angles) == 1 and all(
                a or _is_fraction(x) for a, x in zip(angles, factors, strict=True)
            )
        case Quotient(above, below):
            return _is_angle(above) and _is_fraction(below)
    return node == Name("pi")


def _is_algebraic(node: Node) -> bool:
    """A constant that the reader of numbers takes: cos(x), .. for fractions of pi, e^x with pi and i."""
    match node:
        case Name(name):
            return name not in ("e", "pi")
        case Call("sin" | "cos" | "tan" | "cot", (x,)):
            return _is_angle(x)
        case Power(Name("e"), x) | Call("exp", (x,)):
            return {"pi", "i"} <= {_LETTER_I.get(n.name, n.name) for n in names(x)}
        case Call(name) if name in _NAMED or name in _OTHERS or name in _QUOTIENTS:
            return False
    return all(_is_algebraic(x) for x in children(node))


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


def every_part(tree: Tree) -> Iterator[Tree]:
    """The tree and all parts of its parts, from left to right."""
    yield tree
    if isinstance(tree, Branch):
        for part in tree.parts:
            yield from every_part(part)


def leaves(tree: Tree) -> Iterator[Leaf]:
    """From left to right."""
    return (part for part in every_part(tree) if isinstance(part, Leaf))
