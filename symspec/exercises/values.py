"""Numbers in answers, exactly: fractions, radicals, i, and cos, sin, exp of rational multiples of pi."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from symspec.errors import BudgetExceededError, ParseError
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import (
    Call,
    Name,
    Neg,
    Node,
    Number,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Sum,
    children,
)

if TYPE_CHECKING:
    from symspec.algebra.numbers.algebraic import AlgebraicNumber

DEGREE_BUDGET = 36
WORK_BUDGET = 6000
"""Of the squared degrees of all operations with irrational numbers in one expression."""
EXPONENT_BUDGET = 64
LARGEST_ROOT = 12
LARGEST_UNITY = 60
MOST_CHOICES = 4
MOST_BITS = 6000
"""Of a number in an answer: products of two are still printed in full."""
_IMAGINARY = ("i", "j", "I")


def values(node: Node, text: str) -> tuple[Fraction | AlgebraicNumber, ...]:
    """The values of an expression: one, or one for each choice of the signs written as +-.

    >>> from symspec.syntax import expression
    >>> print(*values(expression("(1 ± sqrt(33))/2"), ""))
    (1 + sqrt(33))/2 (1 - sqrt(33))/2

    Raises:
        ParseError: a letter without a value, a division by zero, or not a number.
        BudgetExceededError: the degree over Q is beyond the budget.
    """
    places = _plus_minus(node)
    if len(places) > MOST_CHOICES:
        raise ParseError("there are too many ± in one expression.", text=text, position=node.position)
    evaluator = _Evaluator(text)
    found = []
    for signs in product((True, False), repeat=len(places)):
        evaluator.positive = dict(zip(places, signs, strict=True))
        value = evaluator.value(node)
        require_short(value, node, text)
        found.append(value)
    return tuple(found)


def require_short(value: object, node: Node, text: str) -> None:
    """A rational number of an answer has at most MOST_BITS bits above and below.

    Raises:
        ParseError: it has more.
    """
    if isinstance(value, Fraction):
        if max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_BITS:
            message = f"{spelled(node)[:40]} has too many digits."
            raise ParseError(message, text=text, position=node.position)


def is_number(node: Node) -> bool:
    """The node is arithmetic with numbers, without letters, words and matrices."""
    match node:
        case Number():
            return True
        case Name(name):
            return name in (*_IMAGINARY, "e", "pi")
        case Neg() | PlusMinus() | Sum() | Product() | Quotient() | Power():
            return all(map(is_number, children(node)))
        case Call(name, arguments):
            return name in _FUNCTIONS and all(map(is_number, arguments))
    return False


def _plus_minus(node: Node) -> list[int]:
    here = [id(node)] if isinstance(node, PlusMinus) else []
    return here + [place for child in children(node) for place in _plus_minus(child)]


class _Evaluator:
    """Evaluates one expression; knows the chosen sign of each +- in it, and what it has cost so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.positive: dict[int, bool] = {}
        self.work = 0

    def spend(self, size: int) -> None:
        """Account for an operation whose result may have that degree."""
        self.work += size * size if size > 1 else 0
        if size > DEGREE_BUDGET or self.work > WORK_BUDGET:
            raise BudgetExceededError(
                f"the number is of degree up to {size} over Q; at most {DEGREE_BUDGET} is computed, "
                "and not too often."
            )

    def value(self, node: Node) -> Fraction | AlgebraicNumber:
        """The value of the node under the chosen signs."""
        match node:
            case Number(value):
                return value
            case Neg(operand):
                return -self.value(operand)
            case PlusMinus(operand):
                size = self.value(operand)
                return size if self.positive[id(node)] else -size
            case Sum(terms):
                return self.folded(terms, product_instead=False)
            case Product(factors):
                return self.folded(factors, product_instead=True)
            case Quotient(numerator, denominator):
                return self.divided(self.value(numerator), self.value(denominator), node)
            case Power(Name("e"), exponent):
                return self.unit(exponent)
            case Power(base, exponent):
                return self.power(base, exponent, node)
            case Call(name, arguments):
                return self.called(name, arguments, node)
            case Name(name) if name in _IMAGINARY:
                from symspec.algebra.numbers.algebraic import imaginary_unit

                return imaginary_unit()
            case Name("e" | "pi" as name):
                raise self.refused(
                    f"{name} is not algebraic, so it is no eigenvalue of a rational matrix.", node
                )
            case Name(name):
                raise self.refused(f'"{name}" is a letter without a value.', node)
        raise self.refused(f"{spelled(node)} is not a number.", node)

    def refused(self, message: str, node: Node) -> ParseError:
        return ParseError(message, text=self.text, position=node.position)

    def folded(self, parts: tuple[Node, ...], *, product_instead: bool) -> Fraction | AlgebraicNumber:
        total = self.value(parts[0])
        for part in parts[1:]:
            x = self.value(part)
            self.spend(degree(total) * degree(x))
            total = _simple(total * x if product_instead else total + x)
        return total

    def divided(
        self, x: Fraction | AlgebraicNumber, y: Fraction | AlgebraicNumber, node: Node
    ) -> Fraction | AlgebraicNumber:
        if y == 0:
            raise self.refused(f"{spelled(node)} divides by zero.", node)
        self.spend(degree(x) * degree(y))
        return _simple(x / y)

    def rational(self, node: Node) -> Fraction:
        value = self.value(node)
        if not isinstance(value, Fraction):
            raise self.refused(f"{spelled(node)} is not a rational number, which is needed here.", node)
        return value

    def power(self, base: Node, exponent: Node, node: Node) -> Fraction | AlgebraicNumber:
        x, k = self.value(base), self.rational(exponent)
        if x == 0 and k < 0:
            raise self.refused(f"{spelled(node)} divides by zero.", node)
        if isinstance(x, Fraction) and k.denominator == 1:
            return x**k.numerator  # its size was bounded when the text was read
        if abs(k.numerator) > EXPONENT_BUDGET or k.denominator > LARGEST_ROOT:
            raise BudgetExceededError(
                f"{spelled(node)} is beyond the powers and roots that are computed here."
            )
        return self.root(x, k.denominator) ** k.numerator if k.denominator > 1 else _simple(x**k.numerator)

    def root(self, x: Fraction | AlgebraicNumber, n: int) -> Fraction | AlgebraicNumber:
        """The principal n-th root; of a negative number for odd n the real one, as cube roots are meant."""
        from symspec.algebra.numbers.algebraic import nth_root

        self.spend(degree(x) * n)
        if n % 2 and (isinstance(x, Fraction) or x.is_real) and x < 0:
            return _simple(-nth_root(-x, n))
        return _simple(nth_root(x, n))

    def called(self, name: str, arguments: tuple[Node, ...], node: Node) -> Fraction | AlgebraicNumber:
        if name == "root" and len(arguments) == 2:
            n = self.rational(arguments[0])
            if n.denominator > 1 or not 1 <= n <= LARGEST_ROOT:
                raise self.refused(f"roots are read up to the {LARGEST_ROOT}th.", node)
            return self.root(self.value(arguments[1]), int(n))
        if len(arguments) != 1 or name not in _FUNCTIONS:
            raise self.refused(f"{spelled(node)} is not a number.", node)
        if name in ("cos", "sin"):
            from symspec.algebra.numbers.algebraic import cos_of, sin_of

            turn = self.multiple_of_pi(arguments[0])
            return _simple(cos_of(turn) if name == "cos" else sin_of(turn))
        if name == "exp":
            return self.unit(arguments[0])
        x = self.value(arguments[0])
        if name in ("sqrt", "cbrt"):
            return self.root(x, 2 if name == "sqrt" else 3)
        return self.part(name, x)

    def part(self, name: str, x: Fraction | AlgebraicNumber) -> Fraction | AlgebraicNumber:
        if isinstance(x, Fraction):
            return abs(x) if name == "abs" else Fraction(0) if name == "im" else x
        self.spend(degree(x) ** 2)
        parts = {"abs": "modulus", "re": "real_part", "im": "imag_part", "conj": "conjugate"}
        found: AlgebraicNumber = getattr(x, parts[name])
        return _simple(found)

    def unit(self, exponent: Node) -> Fraction | AlgebraicNumber:
        """exp of a rational multiple of pi i."""
        from symspec.algebra.numbers.algebraic import root_of_unity

        if not any(map(_is_imaginary, _factors(exponent))):
            raise self.refused("exp is read of rational multiples of pi i only.", exponent)
        turn = self.multiple_of_pi(exponent, also_i=True) / 2
        return _simple(root_of_unity(turn.denominator, turn.numerator))

    def multiple_of_pi(self, node: Node, *, also_i: bool = False) -> Fraction:
        """q for q pi, or for q pi i: pi and i are set to 1 after each was seen once."""
        factors = _factors(node)
        if sum(f == Name("pi") for f in factors) != 1 and self.value_of_zero(node) is None:
            raise self.refused("the angle is read as a rational multiple of pi.", node)
        rest = [f for f in factors if f != Name("pi") and not (also_i and _is_imaginary(f))]
        q = Fraction(1)
        for factor in rest:
            q *= self.rational(factor)
        if q.denominator > LARGEST_UNITY:
            raise BudgetExceededError(f"angles are read up to pi/{LARGEST_UNITY}.")
        return q

    def value_of_zero(self, node: Node) -> Fraction | None:
        return Fraction(0) if node == Number(Fraction(0)) else None


_FUNCTIONS = frozenset(("sqrt", "cbrt", "root", "exp", "cos", "sin", "abs", "re", "im", "conj"))


def _is_imaginary(node: Node) -> bool:
    return isinstance(node, Name) and node.name in _IMAGINARY


def _factors(node: Node) -> list[Node]:
    """The node as a product; divisors become factors 1/d."""
    match node:
        case Product(parts):
            return [f for part in parts for f in _factors(part)]
        case Quotient(above, below):
            return [*_factors(above), Quotient(Number(Fraction(1)), below, below.position)]
        case Neg(operand):
            return [Number(Fraction(-1)), *_factors(operand)]
    return [node]


def degree(x: Fraction | AlgebraicNumber) -> int:
    """The degree over Q."""
    return 1 if isinstance(x, Fraction) else x.degree


def _simple(x: Fraction | AlgebraicNumber) -> Fraction | AlgebraicNumber:
    return x if isinstance(x, Fraction) or not x.is_rational else x.rational
