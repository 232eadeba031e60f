"""log and the inverse functions at algebraic numbers: principal values, cuts, multiples of pi."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from symspec.algebra.fields.tower import ONE, ZERO, Coordinates, scaled
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import UndecidedError, UndefinedError
from symspec.spectral.functions.elementary import unwritten
from symspec.spectral.functions.values import NOTHING, PI, PLAIN, Atom, Frozen, Value, Values

# name -> (is the function cut at z, where); its principal branch is analytic elsewhere.
CUTS: dict[str, tuple[Callable[[AlgebraicNumber], bool], str]] = {
    "log": (lambda z: z.is_real and z <= 0, "on the closed negative real axis"),
    "asin": (lambda z: _is_beyond(z * z, 1), "on the real axis, at least 1 away from 0"),
    "acos": (lambda z: _is_beyond(z * z, 1), "on the real axis, at least 1 away from 0"),
    "atanh": (lambda z: _is_beyond(z * z, 1), "on the real axis, at least 1 away from 0"),
    "atan": (lambda z: _is_beyond(-(z * z), 1), "on the imaginary axis, at least 1 away from 0"),
    "asinh": (lambda z: _is_beyond(-(z * z), 1), "on the imaginary axis, at least 1 away from 0"),
    "acosh": (lambda z: z.is_real and z <= 1, "on the real axis, not above 1"),
}
CUTS["power"] = CUTS["log"]
# Where they are 0; the others at 0. For acos and acosh this is a branch point.
_ZERO_OF = {"log": ONE, "power": ONE, "acos": ONE, "acosh": ONE}
# By Niven's theorem all rational numbers off the cuts whose angle is a rational multiple of pi.
_ANGLES: dict[tuple[object, ...], Fraction] = {
    ("atan", 1): Fraction(1, 4),
    ("atan", -1): Fraction(-1, 4),
    ("asin", Fraction(1, 2)): Fraction(1, 6),
    ("asin", Fraction(-1, 2)): Fraction(-1, 6),
    ("acos",): Fraction(1, 2),
    ("acos", Fraction(1, 2)): Fraction(1, 3),
    ("acos", Fraction(-1, 2)): Fraction(2, 3),
}
_LONGEST = 200  # exponents up to which powers are looked for
_PI_BELOW, _PI_ABOVE = Fraction(314159265358979, 10**14), Fraction(314159265358980, 10**14)


def _is_beyond(square: AlgebraicNumber, limit: int) -> bool:
    return square.is_real and square >= limit


def logarithm(values: Values, v: Value, name: str = "log") -> Value:
    """The principal log v for v = c e^beta with algebraic c: log(c) + beta for c > 0, |Im beta| < pi.

    Args:
        values: the arithmetic.
        v: not 0.
        name: of the function that is asked for, which may be a "power".

    Raises:
        UndefinedError: v is negative.
        UndecidedError: v is of another kind.
    """
    c = values.algebraic(v)
    if c is not None:
        return inverse_value(values, name, c)
    if len(v.above) == 1 and not v.below:
        ((beta, atoms), c), *_ = v.above.items()
        number = values.number(c)
        if not atoms and number.is_real and number > 0 and _is_within_pi(values, beta):
            return values.sum(inverse_value(values, "log", c), Value(dict(beta)))
    raise unwritten("a logarithm")


def inverse_value(values: Values, name: str, c: Coordinates) -> Value:
    """log, atan, asin, .. of an algebraic number, the principal value.

    Raises:
        UndefinedError: it lies on the cut; the message is a clause.
    """
    is_cut, cut = CUTS[name]
    z = values.number(c)
    if is_cut(z):
        raise UndefinedError(f"the argument of the principal {name} is {z}, {cut},")
    if c == _ZERO_OF.get(name, ZERO):
        return NOTHING
    turn = _ANGLES.get((name, *c[:1])) if len(c) <= 1 else None
    if turn is not None:
        return values.times(PI, (turn,))
    if name in ("log", "power"):
        return _logarithm_of_number(values, c)
    return Value.of(Atom(name, c))


def _logarithm_of_number(values: Values, c: Coordinates) -> Value:
    """log c; k log r for a fraction c = r^k with r > 1, so that powers of r have one logarithm."""
    if len(c) > 1:
        return _logarithm_of_root_of_unity(values, c) or _logarithm_of_root(values, c)
    q, k = (c[0], 1) if c[0] > 1 else (1 / c[0], -1)
    for index in range(min(q.numerator.bit_length(), _LONGEST), 1, -1):
        r = Fraction(_integer_root(q.numerator, index), _integer_root(q.denominator, index))
        if r**index == q:
            q, k = r, k * index
            break
    return values.times(Value.of(Atom("log", (q,))), (Fraction(k),))


def _logarithm_of_root(values: Values, c: Coordinates) -> Value:
    """log c; log(r)/n for the positive c with c^n = r."""
    z = values.number(c)
    constant, *middle, _ = z.minpoly.coefficients
    if any(middle) or not z.is_real:
        return Value.of(Atom("log", c))
    return values.times(_logarithm_of_number(values, (-constant,)), (Fraction(1, z.degree),))


def _logarithm_of_root_of_unity(values: Values, c: Coordinates) -> Value | None:
    """2 pi i k/m for c = e^(2 pi i k/m) with |k/m| < 1/2; None for other numbers."""
    m = values.number(c).order_as_root_of_unity
    if not m:
        return None
    turns = (Fraction(k, m) for k in range((1 - m) // 2, m // 2 + 1))
    turn = next(q for q in turns if values.numbers.root_of_unity(q) == c)
    return values.times(PI, scaled(values.numbers.imaginary_unit(), 2 * turn))


def _integer_root(n: int, index: int) -> int:
    """The largest r with r^index <= n."""
    low, high = 1, 1 << (n.bit_length() // index + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**index <= n else (low, middle)
    return low


def _is_within_pi(values: Values, exponent: Frozen) -> bool:
    """|Im beta| < pi: an algebraic beta is compared; of others only real ones are known."""
    if values.is_real(exponent):
        return True
    if any(key != PLAIN for key, _ in exponent):
        return False
    beta, bits = values.number(dict(exponent)[PLAIN]), 32
    while bits <= 256:
        low, high = beta.box(bits).imag
        if -_PI_BELOW < low and high < _PI_BELOW:
            return True
        if low > _PI_ABOVE or high < -_PI_ABOVE:
            return False
        bits *= 2
    raise UndecidedError("whether an argument lies within pi was not decided.")
