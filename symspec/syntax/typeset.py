r"""An expression as LaTeX, in the part of it that the reader takes back."""

from __future__ import annotations

from fractions import Fraction

from symspec.errors import InputError
from symspec.syntax.characters import GREEK
from symspec.syntax.tree import Call, Name, Neg, Node, Number, Power, Product, Quotient, Sum

_COMMANDS = {name: name for name in "sin cos tan cot sec csc sinh cosh tanh coth".split()}
_COMMANDS |= {"asin": "arcsin", "acos": "arccos", "atan": "arctan"}
_GREEK = frozenset(GREEK.values())
_SUM, _SIGN, _PRODUCT, _POWER, _ATOM = range(5)  # how tightly a form binds


def typeset(node: Node) -> str:
    r"""The node as LaTeX.

    >>> from symspec.syntax.reader import expression
    >>> print(typeset(expression("1 - 2^(1/3) sqrt(5)/2 + exp(2 pi i/5)")))
    1 - \frac{2^{\frac{1}{3}} \sqrt{5}}{2} + e^{\frac{2 \pi i}{5}}

    Raises:
        InputError: the node is no expression of numbers, roots and circular functions.
    """
    return _typeset(node)[0]


def _typeset(node: Node) -> tuple[str, int]:
    match node:
        case Number(value):
            return _number(value)
        case Name(name):
            return (f"\\{name}" if name in _GREEK else name), _ATOM
        case Neg(operand):
            return f"-{_within(operand, _PRODUCT)}", _SIGN
        case Sum(terms):
            return _sum(terms), _SUM
        case Product(factors):
            return _product(factors), _PRODUCT
        case Quotient(numerator, denominator):
            return f"\\frac{{{typeset(numerator)}}}{{{typeset(denominator)}}}", _PRODUCT
        case Power(base, exponent):
            return f"{_within(base, _ATOM)}^{{{typeset(exponent)}}}", _POWER
        case Call(function, arguments):
            return _call(function, arguments)
    raise InputError(f"a {type(node).__name__} is not written as LaTeX.")


def _number(value: Fraction) -> tuple[str, int]:
    if value.denominator == 1:
        return str(value), _ATOM if value >= 0 else _SIGN
    sign = "-" if value < 0 else ""
    return f"{sign}\\frac{{{abs(value.numerator)}}}{{{value.denominator}}}", _SIGN if sign else _PRODUCT


def _call(function: str, arguments: tuple[Node, ...]) -> tuple[str, int]:
    match function, arguments:
        case "sqrt", (inner,):
            return f"\\sqrt{{{typeset(inner)}}}", _ATOM
        case "cbrt", (inner,):
            return f"\\sqrt[3]{{{typeset(inner)}}}", _ATOM
        case "root", (inner, Number(index)) if index.denominator == 1:
            return f"\\sqrt[{index}]{{{typeset(inner)}}}", _ATOM
        case "exp", (inner,):
            return f"e^{{{typeset(inner)}}}", _POWER
        case _, (inner,) if function in _COMMANDS:
            return f"\\{_COMMANDS[function]}\\left({typeset(inner)}\\right)", _ATOM
    listed = ", ".join(map(typeset, arguments))
    return f"\\operatorname{{{function}}}\\left({listed}\\right)", _ATOM


def _within(node: Node, least: int) -> str:
    text, binding = _typeset(node)
    return text if binding >= least else f"\\left({text}\\right)"


def _product(factors: tuple[Node, ...]) -> str:
    text = _within(factors[0], _PRODUCT)
    for factor in factors[1:]:
        right = _within(factor, _POWER)
        text += f" \\cdot {right}" if right[0].isdigit() else f" {right}"
    return text


def _sum(terms: tuple[Node, ...]) -> str:
    text = _within(terms[0], _SIGN)
    for term in terms[1:]:
        if isinstance(term, Neg):
            text += f" - {_within(term.operand, _PRODUCT)}"
        else:
            text += f" + {_within(term, _PRODUCT)}"
    return text
