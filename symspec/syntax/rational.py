"""The rational value of an expression, when it has one; the cost was bounded before (see limits)."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from symspec.errors import InputError, NotExactError, UnsupportedFieldError
from symspec.syntax.limits import MATRIX
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Call, Name, Neg, Node, Number, Power, Product, Quotient, Sum

_IRRATIONAL = frozenset(("i", "j", "I", "GoldenRatio"))
_TRANSCENDENTAL = frozenset(("pi", "e"))
_LIKE_DIGITS = {"O": 0, "o": 0, "l": 1}
_NO_NUMBERS = frozenset(("infinity", "oo", "inf", "nan"))
Pair = tuple[int, int]  # p / q, not in lowest terms: sizes are bounded, so one gcd at the end is enough


def rational(node: Node, place: str) -> Fraction:
    """The value of the expression.

    Args:
        node: an expression within its limits.
        place: where it stands, such as "row 1, column 2"; for messages.

    Raises:
        InputError: a letter without a value, a division by zero, or not a number at all.
        UnsupportedFieldError: a number outside Q, such as sqrt(2) or i.
    """
    p, q = _pair(node, node, place)
    return Fraction(p, q)


def _pair(node: Node, entry: Node, place: str) -> Pair:
    match node:
        case Number(value):
            return value.numerator, value.denominator
        case Neg(operand):
            p, q = _pair(operand, entry, place)
            return -p, q
        case Sum(terms):
            p, q = 0, 1
            for term in terms:
                a, b = _pair(term, entry, place)
                p, q = (p + a, q) if b == q else (p * b + a * q, q * b)
            return p, q
        case Product(factors):
            p, q = 1, 1
            for factor in factors:
                a, b = _pair(factor, entry, place)
                p, q = p * a, q * b
            return p, q
        case Quotient(first, second):
            return _divided(_pair(first, entry, place), _pair(second, entry, place), entry, place)
        case Power(base, exponent):
            return _power(base, exponent, entry, place)
        case Call("abs", (inner,)):
            p, q = _pair(inner, entry, place)
            return abs(p), abs(q)
        case Call("sqrt", (inner,)):
            return _square_root(inner, entry, place)
        case Call():
            raise _outside(entry, place)
        case Name(name):
            raise letter_error(name, entry, place)
    raise InputError(f'"{shortened(entry)}" in {place} is not a single number.')


def _divided(first: Pair, second: Pair, entry: Node, place: str) -> Pair:
    if second[0] == 0:
        raise InputError(f'"{shortened(entry)}" in {place} divides by zero.')
    return first[0] * second[1], first[1] * second[0]


def _power(base: Node, exponent: Node, entry: Node, place: str) -> Pair:
    if base == Name("e"):
        raise _outside(entry, place)  # exp(2 pi i/5) is algebraic, e is not
    p, q = _pair(base, entry, place)
    power = rational(exponent, place)
    if power.denominator > 1:
        raise _outside(entry, place)
    k = power.numerator
    if -1 <= p <= 1 and q == 1:
        k = min(k, 2 - k % 2) if k >= 0 else -1 - (k - 1) % 2  # only 0, the sign and the parity of k matter
    if k < 0:
        p, q = _divided((1, 1), (p, q), entry, place)
    if max(p.bit_length(), q.bit_length()) * abs(k) > MATRIX.bits:
        raise InputError(f'"{shortened(entry)}" in {place} has too many digits.')
    return p ** abs(k), q ** abs(k)


def _square_root(inner: Node, entry: Node, place: str) -> Pair:
    value = rational(inner, place)
    p, q = value.numerator, value.denominator
    if p < 0 or isqrt(p) ** 2 != p or isqrt(q) ** 2 != q:
        raise _outside(entry, place)
    return isqrt(p), isqrt(q)


def _outside(entry: Node, place: str) -> UnsupportedFieldError:
    return UnsupportedFieldError(
        f"{shortened(entry)} in {place} lies outside the rational numbers, {ONLY_FIELD}."
    )


ONLY_FIELD = "the only field that symspec computes in so far"


def letter_error(name: str, entry: Node, place: str) -> InputError | UnsupportedFieldError:
    """What is wrong with a letter in an expression that should be a number."""
    if name in _IRRATIONAL:
        return _outside(entry, place)
    if name in _TRANSCENDENTAL:
        return InputError(
            f"{name} in {place} is not algebraic: no polynomial with rational coefficients has it as a root, "
            "so eigenvalues could not be compared exactly. Write a rational number instead."
        )
    if name in _NO_NUMBERS:
        return NotExactError(f"{name} in {place} is not a number. Write a rational number.")
    return InputError(without_value(name, place))


def without_value(name: str, place: str) -> str:
    """The sentence about a letter that stands for no number."""
    if name in _LIKE_DIGITS:
        digit = _LIKE_DIGITS[name]
        return f'entry "{name}" is a letter without a value ({place}). Did you mean the digit {digit}?'
    return (
        f'entry "{name}" is a letter without a value ({place}). For a family A({name}) use: symspec family.'
    )


def shortened(entry: Node) -> str:
    """The expression as text, for messages."""
    text = spelled(entry)
    return text if len(text) <= 60 else f"{text[:57]}..."
