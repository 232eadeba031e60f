"""From text to a function of one letter, put together from rational and named functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.tower import Coordinates, NumberField
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import BudgetExceededError, InputError
from symspec.spectral.functions.rational import RationalFunction
from symspec.spectral.functions.split import Leaf, Tree, every_part, leaves, names, split
from symspec.syntax.limits import ANSWER
from symspec.syntax.reader import expression
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Name, Neg, Node, Power, Product, Quotient, Sum, children

MAX_DEGREE = 1000
PLACE = "the function"
_CONSTANTS = frozenset(("i", "j", "I", "e", "pi", "GoldenRatio", "infinity", "oo", "inf", "nan"))
_WHAT_IS_READ = (
    "Write a rational function such as x^3 - 2 x + 1 or 1/(1 - x); exp, sin, cos, tan, sinh, cosh, log, "
    "atan, sqrt, cbrt, root or a fractional power of one; or sums, products, quotients and compositions of "
    "these."
)


@dataclass(frozen=True, slots=True)
class Function:
    """outer(inner(x)).

    Attributes:
        outer: "" for the rational function itself; "exp", "sin", "cos", "log" or "power".
        inner: a rational function.
        exponent: s in inner(x)^s for "power", not an integer; else 1.
    """

    outer: str
    inner: RationalFunction
    exponent: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Composite:
    """A sum, product or quotient of functions, or a function of one.

    Attributes:
        operation: "sum", "product", "quotient" of two parts, or the name of a function of one part: "power",
            "exp", "sin", "cos", "sinh", "cosh", "log", "asin", "acos", "atan", "asinh", "acosh", "atanh".
        parts: functions.
        exponent: of a "power", not an integer; else 1.
    """

    operation: str
    parts: tuple[Function | Composite, ...]
    exponent: Fraction = Fraction(1)

    @property
    def names(self) -> frozenset[str]:
        """All operations and functions in it."""
        inner = (part.names if isinstance(part, Composite) else {part.outer} for part in self.parts)
        return frozenset((self.operation,)).union(*inner)


@dataclass(frozen=True, slots=True)
class ReadFunction:
    """A function of one letter as it was read.

    Attributes:
        function: what it is.
        letter: its letter.
        node: how it was written.
        field: that of its coefficients.
    """

    function: Function | Composite
    letter: str
    node: Node
    field: NumberField


def function_of_text(text: str, a: ExactMatrix) -> ReadFunction:
    """The function, over a field that holds the entries of A and the constants of the text.

    >>> f = function_of_text("(x^2 + 1)/(1 - x)", ExactMatrix.from_integers([[0]])).function
    >>> print(f.outer or "rational", f.inner)
    rational (-x^2 - 1)/(x - 1)
    >>> function_of_text("t exp(t)", ExactMatrix.from_integers([[0]])).function.operation
    'product'

    Raises:
        InputError: the text is no such function of one letter; ParseError where it cannot be read.
        BudgetExceededError: its degree is beyond the budget.
    """
    node = expression(text, limits=ANSWER)
    letters = {x.name for x in names(node)} - _CONSTANTS
    if len(letters) > 1:
        raise InputError(f'"{text}" has the letters {", ".join(sorted(letters))}; a function has one letter.')
    letter = letters.pop() if letters else "x"
    reader = _Reader(letter, FieldReader(a.field))
    tree = split(node, letter)
    found = list(leaves(tree))
    for leaf in found:
        reader.read_constants(leaf.inner)
    exponents = {part: reader.exponent(part.exponent) for part in every_part(tree)}
    return ReadFunction(_functions(tree, reader, exponents), letter, node, reader.field)


def _functions(tree: Tree, reader: _Reader, exponents: dict[Tree, Fraction]) -> Function | Composite:
    if isinstance(tree, Leaf):
        return Function(tree.outer, reader.rational(tree.inner), exponents[tree])
    parts = tuple(_functions(part, reader, exponents) for part in tree.parts)
    return Composite(tree.operation, parts, exponents[tree])


@dataclass(slots=True)
class _Reader:
    """Reads the constants first, so that all polynomials are over the field that holds them."""

    letter: str
    numbers: FieldReader
    constants: dict[Node, Coordinates] = field(default_factory=dict)

    @property
    def field(self) -> NumberField:
        return self.numbers.tower

    def rational(self, node: Node) -> RationalFunction:
        return RationalFunction.of(*self._pair(node))

    def exponent(self, s: Fraction | Node) -> Fraction:
        return s if isinstance(s, Fraction) else self.rational_constant(s)

    def rational_constant(self, node: Node) -> Fraction:
        if any(x.name == self.letter for x in names(node)):
            raise InputError(f'the exponent "{spelled(node)}" depends on {self.letter}. {_WHAT_IS_READ}')
        found = self.numbers.value(node, PLACE)
        if len(found) > 1:
            raise InputError(f'the exponent "{spelled(node)}" is irrational. Write a fraction.')
        return found[0] if found else Fraction(0)

    def read_constants(self, node: Node) -> None:
        """Every largest part without the letter."""
        if not any(x.name == self.letter for x in names(node)):
            self.constants[node] = self.numbers.value(node, PLACE)
        elif isinstance(node, Power):
            self.read_constants(node.base)
        else:
            for child in children(node):
                self.read_constants(child)

    def _pair(self, node: Node) -> tuple[Polynomial, Polynomial]:
        """(p, q) with the value p/q."""
        if node in self.constants:
            return self._polynomial([self.constants[node]]), self._one
        match node:
            case Name():
                return self._polynomial([(), (Fraction(1),)]), self._one
            case Neg(operand):
                p, q = self._pair(operand)
                return -p, q
            case Sum(terms):
                p, q = self._pair(terms[0])
                for term in terms[1:]:
                    r, s = self._pair(term)
                    p, q = (p + r, q) if q == s else (p * s + r * q, q * s)
                return p, q
            case Product(factors):
                p, q = self._one, self._one
                for factor in factors:
                    r, s = self._pair(factor)
                    p, q = p * r, q * s
                return p, q
            case Quotient(first, second):
                (p, q), (r, s) = self._pair(first), self._pair(second)
                return self._quotient(p * s, q * r, second)
            case Power(base, exponent):
                return self._power(base, exponent)
        raise InputError(f'"{spelled(node)}" is not read inside a function. {_WHAT_IS_READ}')

    def _power(self, base: Node, exponent: Node) -> tuple[Polynomial, Polynomial]:
        k = self.rational_constant(exponent)
        if k.denominator > 1:
            raise InputError(f'"{spelled(base)}^{k}" is not read inside a function. {_WHAT_IS_READ}')
        p, q = self._pair(base)
        degree = max(p.degree, q.degree) * abs(k)
        if degree > MAX_DEGREE:
            raise BudgetExceededError(
                f"functions of degree up to {MAX_DEGREE} are applied, not {degree}; for A^n use power.at(n)."
            )
        if k < 0:
            p, q = self._quotient(q, p, base)
        return _raised(p, abs(int(k))), _raised(q, abs(int(k)))

    def _quotient(self, p: Polynomial, q: Polynomial, below: Node) -> tuple[Polynomial, Polynomial]:
        if q.degree < 0:
            raise InputError(f'the function divides by "{spelled(below)}", which is zero everywhere.')
        return p, q

    @property
    def _one(self) -> Polynomial:
        return self._polynomial([(Fraction(1),)])

    def _polynomial(self, coefficients: list[Coordinates]) -> Polynomial:
        if self.field.degree > 1:
            return FieldPolynomial.over(self.field, coefficients)
        return Polynomial.of([c[0] if c else Fraction(0) for c in coefficients], ops=self.field.ops)


def _raised(p: Polynomial, k: int) -> Polynomial:
    result = p.constant(1)
    for bit in f"{k:b}" if k else "":
        result = result * result
        result = result * p if bit == "1" else result
    return result
