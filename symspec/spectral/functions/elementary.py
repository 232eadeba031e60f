"""exp, powers, sines and cosines of values: where their parts cancel to an algebraic number."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.fields.tower import ONE, ZERO, Coordinates, added, scaled
from symspec.errors import UndecidedError
from symspec.spectral.functions.values import NOTHING, PLAIN, Atom, Atoms, Value, Values


def exponential(values: Values, v: Value) -> Value:
    """e^v for v = c + sum of c_k a_k, with atoms a_k = log(w_k): e^c times the principal w_k^c_k.

    Raises:
        UndecidedError: v is of another kind, or some c_k is not rational (over i for pi, asin, acos, atan).
    """
    if v.below:
        c = values.algebraic(v)
        if c is None:
            raise unwritten("an exponential")
        v = values.constant(c)
    found = ONE
    for (beta, atoms), c in v.above.items():
        if (beta, atoms) != PLAIN:
            found = values.numbers.tower.product(found, _power_of_atom(values, beta, atoms, c))
    return Value({(v.above.get(PLAIN, ZERO), frozenset()): found})


def _power_of_atom(values: Values, beta: Coordinates, atoms: Atoms, c: Coordinates) -> Coordinates:
    """e^(c a) = w^(c u) for an atom a = u log(w), where c u is rational."""
    if beta or len(atoms) != 1:
        raise unwritten("an exponential")
    ((atom, k),) = atoms
    w, turned = _as_logarithm(values, atom)
    if turned:
        c = scaled(values.numbers.tower.product(c, values.numbers.imaginary_unit()), Fraction(-1))
    if k > 1 or len(c) > 1:
        raise unwritten("an exponential")
    return values.numbers.root_of_unity(c[0] / 2) if atom.name == "pi" else rational_power(values, w, c[0])


def _as_logarithm(values: Values, atom: Atom) -> tuple[Coordinates, bool]:
    """(w, False) for an atom log(w), (w, True) for -i log(w); principal values."""
    numbers, z = values.numbers, atom.argument
    square = numbers.tower.product(z, z)
    if atom.name in ("log", "pi"):
        return (z, False) if atom.name == "log" else (scaled(ONE, Fraction(-1)), True)
    if atom.name == "asinh":
        return added(z, numbers.root(added(ONE, square), 2)), False
    if atom.name == "acosh":
        roots = [numbers.root(added(z, (Fraction(s),)), 2) for s in (-1, 1)]
        return added(z, numbers.tower.product(*roots)), False
    if atom.name == "atanh":
        above, below = (numbers.root(added(ONE, scaled(z, Fraction(s))), 2) for s in (1, -1))
        return numbers.tower.product(above, numbers.tower.inverse(below)), False
    i = numbers.imaginary_unit()
    if atom.name == "atan":
        below = numbers.root(added(ONE, square), 2)
        above = added(ONE, numbers.tower.product(i, z))
        return numbers.tower.product(above, numbers.tower.inverse(below)), True
    root = numbers.root(added(ONE, scaled(square, Fraction(-1))), 2)
    if atom.name == "asin":
        return added(numbers.tower.product(i, z), root), True
    return added(z, numbers.tower.product(i, root)), True


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
