"""A tree as plain text again: what "your answer was read as" and error messages show."""

from __future__ import annotations

from fractions import Fraction

from symspec.syntax.tree import (
    Answer,
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
    Relation,
    Remark,
    Rows,
    SetOf,
    Statement,
    Sum,
    Transpose,
    TupleOf,
    Word,
)

_SUM, _SIGN, _PRODUCT, _POWER, _ATOM = range(5)  # how tightly a form binds


def spelled(node: Node) -> str:
    """The node in the plain grammar, with every product written out.

    >>> from symspec.syntax.reader import expression
    >>> spelled(expression("x² − ½ √3 i"))
    'x^2 - 1/2*sqrt(3)*i'
    """
    return _spelled(node)[0]


def _spelled(node: Node) -> tuple[str, int]:
    match node:
        case Number(value, decimal):
            return number(value, decimal), _ATOM if value.denominator == 1 or decimal else _PRODUCT
        case Name(text) | Word(text):
            return text, _ATOM
        case Neg(operand):
            return f"-{_within(operand, _PRODUCT)}", _SIGN
        case PlusMinus(operand):
            return f"±{_within(operand, _PRODUCT)}", _SIGN
        case Sum(terms):
            return _sum(terms), _SUM
        case Product(factors):
            rest = (_within(x, _POWER) for x in factors[1:])
            return "*".join((_within(factors[0], _SIGN), *rest)), _PRODUCT
        case Quotient(numerator, denominator):
            return f"{_within(numerator, _SIGN)}/{_within(denominator, _POWER)}", _PRODUCT
        case Power(base, exponent):
            return f"{_within(base, _ATOM)}^{_within(exponent, _POWER)}", _POWER
        case Transpose(operand):
            return f"{_within(operand, _ATOM)}^T", _POWER
        case Call(function, arguments):
            return f"{function}({_listed(arguments)})", _ATOM
        case Remark(content):
            return f"({spelled(content)})", _ATOM
        case TupleOf(items):
            return f"({_listed(items)})", _ATOM
        case ListOf(items):
            return f"[{_listed(items)}]", _ATOM
        case SetOf(items):
            return f"{{{_listed(items)}}}", _ATOM
        case Rows(rows):
            return f"[{'; '.join(_listed(row) for row in rows)}]", _ATOM
        case Relation(operands, signs):
            rest = (f" {sign} {spelled(x)}" for sign, x in zip(signs, operands[1:], strict=True))
            return "".join((spelled(operands[0]), *rest)), _SUM
        case Statement(parts):
            return " ".join(map(spelled, parts)).replace(" :", ":"), _SUM
        case Answer(statements, separators):
            glue = [f" {s} " if s.isalpha() else f"{s} " for s in separators]
            return "".join(spelled(x) + g for x, g in zip(statements, [*glue, ""], strict=True)), _SUM


def number(value: Fraction, decimal: bool) -> str:
    """3/2 as "3/2", or as "1.5" when it was written as a decimal."""
    if not decimal or value.denominator == 1:
        return str(value)
    places = 1
    while 10**places % value.denominator:
        places += 1
    digits = str(abs(value) * 10**places).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _within(node: Node, least: int) -> str:
    text, binding = _spelled(node)
    return text if binding >= least else f"({text})"


def _listed(items: tuple[Node, ...]) -> str:
    return ", ".join(map(spelled, items))


def _sum(terms: tuple[Node, ...]) -> str:
    text = _within(terms[0], _SIGN)
    for term in terms[1:]:
        match term:
            case Neg(operand):
                text += f" - {_within(operand, _PRODUCT)}"
            case PlusMinus(operand):
                text += f" ± {_within(operand, _PRODUCT)}"
            case _:
                text += f" + {_within(term, _PRODUCT)}"
    return text
