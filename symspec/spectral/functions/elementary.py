"""exp, powers, sines and cosines of values: where their parts cancel to an algebraic number."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.fields.tower import ONE, ZERO, Coordinates, added, scaled
from symspec.errors import UndecidedError
from symspec.spectral.functions.values import NOTHING, Atom, Key, Value, Values

_TURNED = frozenset(("pi", "asin", "acos", "atan"))


def exponential(values: Values, v: Value) -> Value:
    """e^v for a sum v; e^(c a) is the algebraic w^(c u) for an atom a = u log(w) and rational c u.

    Raises:
        UndecidedError: v is a quotient of transcendental numbers.
    """
    if v.below:
        c = values.algebraic(v)
        if c is None:
            raise unwritten("an exponential")
        v = values.constant(c)
    factor, exponent = ONE, {}
    for key, c in v.above.items():
        power = _power_of_atom(values, key, c)
        if power is None:
            exponent[key] = c
        else:
            factor = values.numbers.tower.product(factor, power)
    return Value.power_of_e(frozenset(exponent.items()), factor)


def _power_of_atom(values: Values, key: Key, c: Coordinates) -> Coordinates | None:
    """e^(c a) = w^(c u) for an atom a = u log(w), where c u is rational; else None."""
    beta, atoms = key
    (atom, k), *more = atoms or ((Atom("", ZERO), 0),)
    if beta or k != 1 or more:
        return None
    if atom.name in _TURNED:
        i = values.numbers.imaginary_unit()  # before the field is asked for a product: it may grow
        c = scaled(values.numbers.tower.product(c, i), Fraction(-1))
    if len(c) > 1:
        return None
    if atom.name == "pi":
        return values.numbers.root_of_unity(c[0] / 2)
    return rational_power(values, _as_logarithm(values, atom), c[0])


def _as_logarithm(values: Values, atom: Atom) -> Coordinates:
    """w for an atom that is log(w), or -i log(w) for those in _TURNED; principal values."""
    numbers, z = values.numbers, atom.argument
    square = numbers.tower.product(z, z)
    match atom.name:
        case "asinh":
            return added(z, numbers.root(added(ONE, square), 2))
        case "acosh":
            roots = [numbers.root(added(z, (Fraction(s),)), 2) for s in (-1, 1)]
            return added(z, numbers.tower.product(*roots))
        case "atanh":
            above, below = (numbers.root(added(ONE, scaled(z, Fraction(s))), 2) for s in (1, -1))
            return numbers.tower.product(above, numbers.tower.inverse(below))
        case "atan":
            i, root = numbers.imaginary_unit(), numbers.root(added(ONE, square), 2)
            above, below = added(ONE, numbers.tower.product(i, z)), numbers.tower.inverse(root)
            return numbers.tower.product(above, below)
        case "asin" | "acos":
            i, root = numbers.imaginary_unit(), numbers.root(added(ONE, scaled(square, Fraction(-1))), 2)
            first, second = (z, root) if atom.name == "asin" else (root, z)
            return added(numbers.tower.product(i, first), second)
    return z


def unwritten(what: str) -> UndecidedError:
    """The value exists; it has no closed form here."""
    return UndecidedError(
        f"{what} of a transcendental number is asked for; symspec has no closed form of it."
    )


def rational_power(values: Values, gamma: Coordinates, s: Fraction) -> Coordinates:
    """The principal gamma^s for gamma != 0."""
    root = values.numbers.root(gamma, s.denominator)
    found = values.numbers.tower.power(root, abs(s.numerator))
    return found if s >= 0 else values.numbers.tower.inverse(found)


def sine_and_cosine(values: Values, v: Value) -> tuple[Value, Value]:
    """(sin v, cos v) = ((e^(iv) - e^(-iv))/2i, (e^(iv) + e^(-iv))/2)."""
    if v.is_empty:
        return NOTHING, values.rational(1)
    i = values.numbers.imaginary_unit()
    sine, cosine = hyperbolic_pair(values, values.times(v, i))
    return values.times(sine, scaled(i, Fraction(-1))), cosine


def hyperbolic_pair(values: Values, v: Value) -> tuple[Value, Value]:
    """(sinh v, cosh v)."""
    plus, minus = (exponential(values, values.times(v, (Fraction(s),))) for s in (1, -1))
    half, minus_half = ((Fraction(s, 2),) for s in (1, -1))
    return (
        values.sum(values.times(plus, half), values.times(minus, minus_half)),
        values.sum(values.times(plus, half), values.times(minus, half)),
    )
