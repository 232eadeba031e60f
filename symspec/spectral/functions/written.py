"""Values as they are written: conjugate exponentials become sines and cosines."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from symspec.algebra.fields.element import scalar
from symspec.algebra.fields.tower import Coordinates, added, scaled
from symspec.notation.value_text import WrittenTerm, WrittenValue
from symspec.spectral.functions.values import (
    NO_EXPONENT,
    Atoms,
    Frozen,
    Sum,
    Value,
    Values,
    rank,
    stretched,
    total,
)


def written(values: Values, v: Value) -> WrittenValue:
    """The value as plain data; a common factor of a denominator of one term goes to the numerator.

    >>> from symspec.algebra.coerce import matrix
    >>> from symspec.algebra.fields.reader import FieldReader
    >>> from symspec.notation.value_text import value_text
    >>> from symspec.spectral.functions.elementary import sine_and_cosine
    >>> values = Values(FieldReader(matrix("1").field))
    >>> sine, cosine = sine_and_cosine(values, values.rational(2))
    >>> print(value_text(written(values, values.product(sine, values.inverse(cosine)))))
    sin(2)/cos(2)
    """
    plain, centred = _split(values, v), _split(values, v, centred=True)
    above, below = plain if _weight(values, plain) <= _weight(values, centred) else centred
    return WrittenValue(_numbered(values, above), tuple((_numbered(values, b), k) for b, k in below))


# coefficient, exponent m of e^m, the trigonometric factor, atoms
_Term = tuple[Coordinates, Frozen, tuple[str, Frozen] | None, Atoms]
_Split = tuple[list[_Term], list[tuple[list[_Term], int]]]


def _split(values: Values, v: Value, *, centred: bool = False) -> _Split:
    """Numerator and denominators; centred, e^4 + 1 = 2 e^2 cosh(2) gives its e^2 to the numerator."""
    above, below = v, []
    for base, k in v.below:
        terms = _terms(values, dict(base))
        if centred:
            shift = stretched(_centre(values, dict(base)), Fraction(-1))
            terms = _terms(values, values.product(Value(dict(base)), Value.power_of_e(shift)).above)
            above = values.product(above, Value.power_of_e(stretched(shift, Fraction(k))))
        factor = _factor(values, [t[0] for t in terms])
        above = values.times(above, values.numbers.tower.power(factor, k))
        below.append(([(values.numbers.tower.product(t[0], factor), *t[1:]) for t in terms], k))
    return _terms(values, above.above), below


def _factor(values: Values, coefficients: list[Coordinates]) -> Coordinates:
    """What makes the first coefficient 1, or all of them integers if they are fractions then."""
    inverse = values.numbers.tower.inverse(coefficients[0])
    found = [values.numbers.tower.product(c, inverse) for c in coefficients]
    common = lcm(*(c[0].denominator for c in found)) if all(len(c) == 1 for c in found) else 1
    return scaled(inverse, Fraction(common))


def _centre(values: Values, s: Sum) -> Frozen:
    """The middle of the first and the last exponent."""
    first, *_, last = [*values.in_order(s)] * 2
    return _mean(first[0], last[0])


def _mean(beta: Frozen, gamma: Frozen) -> Frozen:
    return stretched(frozenset(total(dict(beta), dict(gamma)).items()), Fraction(1, 2))


def _weight(values: Values, found: _Split) -> int:
    """How long it is; exponentials of numbers that are not real count most."""
    terms = [*found[0], *(t for b, _ in found[1] for t in b)]
    heavy = sum(1 if values.is_real(beta) else 4 for _, beta, _, _ in terms if beta)
    return heavy + sum(1 + bool(call) for _, _, call, _ in terms)


def _terms(values: Values, s: Sum) -> list[_Term]:
    """Each exponential, with its partner if it has one: e^(-beta) for real beta, else the conjugate."""
    left = dict(s)
    found: list[_Term] = []
    for beta, atoms in reversed(values.in_order(s)):
        if (c := left.pop((beta, atoms), None)) is None:
            continue
        partner = _partner(values, beta)
        d = left.get((partner, atoms)) if partner is not None else None
        if partner is None or d is None:
            found.append((c, beta, None, atoms))
        elif not values.is_real(beta):
            del left[partner, atoms]
            found += _circular(values, (beta, c), (partner, d), atoms)
        elif d in (c, scaled(c, Fraction(-1))):
            del left[partner, atoms]
            found.append(_hyperbolic(values, beta, c, d == c, atoms))
        else:
            found.append((c, beta, None, atoms))
    return found


def _partner(values: Values, beta: Frozen) -> Frozen | None:
    if not beta:
        return None
    conjugate = values.conjugate(beta)
    return stretched(beta, Fraction(-1)) if conjugate == beta else conjugate


def _hyperbolic(values: Values, beta: Frozen, c: Coordinates, is_even: bool, atoms: Atoms) -> _Term:
    """c e^beta +- c e^(-beta)."""
    positive = _is_positive(values, beta)
    size, angle = scaled(c, Fraction(2)), beta if positive else stretched(beta, Fraction(-1))
    if is_even:
        return size, NO_EXPONENT, ("cosh", angle), atoms
    return size if positive else scaled(size, Fraction(-1)), NO_EXPONENT, ("sinh", angle), atoms


def _is_positive(values: Values, beta: Frozen) -> bool:
    """The first coefficient is positive, so that this holds for one of beta and -beta."""
    c = min(beta, key=lambda item: rank(item[0]))[1]
    number = values.number(c)
    return number > 0 if number.is_real else next(x for x in c if x) > 0


def _circular(
    values: Values, first: tuple[Frozen, Coordinates], second: tuple[Frozen, Coordinates], atoms: Atoms
) -> Iterator[_Term]:
    """c e^(m + id) + c' e^(m - id) = e^m ((c + c') cos d + i (c - c') sin d)."""
    (beta, c), (gamma, d) = first, second
    i = values.numbers.imaginary_unit()
    product = values.numbers.tower.product
    mean = _mean(beta, gamma)
    half = _mean(stretched(beta, Fraction(-1)), gamma)
    angle = frozenset((key, product(x, i)) for key, x in half)
    if not _is_positive(values, angle):
        angle, c, d = stretched(angle, Fraction(-1)), d, c
    even, odd = added(c, d), product(i, added(c, scaled(d, Fraction(-1))))
    if odd:
        yield odd, mean, ("sin", angle), atoms
    if even:
        yield even, mean, ("cos", angle), atoms


def _numbered(values: Values, terms: list[_Term]) -> tuple[WrittenTerm, ...]:
    return tuple(
        WrittenTerm(
            scalar(values.numbers.tower, c),
            _sum(values, beta),
            (
                *((atom.name, _number(values, atom.argument), k) for atom, k in sorted(atoms, key=str)),
                *(((call[0], _sum(values, call[1]), 1),) if call else ()),
            ),
        )
        for c, beta, call, atoms in terms
    )


def _sum(values: Values, beta: Frozen) -> tuple[WrittenTerm, ...]:
    return _numbered(values, _terms(values, dict(beta)))


def _number(values: Values, c: Coordinates) -> tuple[WrittenTerm, ...]:
    return (WrittenTerm(scalar(values.numbers.tower, c), (), ()),) if c else ()
