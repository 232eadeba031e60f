"""Values as they are written: conjugate exponentials become sines and cosines."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from symspec.algebra.fields.element import scalar
from symspec.algebra.fields.tower import ONE, ZERO, Coordinates, added, padded, scaled, trimmed
from symspec.notation.value_text import WrittenTerm, WrittenValue
from symspec.spectral.functions.values import NO_ATOMS, Atoms, Sum, Value, Values


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
_Term = tuple[Coordinates, Coordinates, tuple[str, Coordinates] | None, Atoms]


_Split = tuple[list[_Term], list[tuple[list[_Term], int]]]


def _split(values: Values, v: Value, *, centred: bool = False) -> _Split:
    """Numerator and denominators; centred, e^4 + 1 = 2 e^2 cosh(2) gives its e^2 to the numerator."""
    above, below = v, []
    for base, k in v.below:
        terms = _terms(values, dict(base))
        if centred:
            shift = scaled(_centre(values, dict(base)), Fraction(-1))
            terms = _terms(values, values.product(Value(dict(base)), Value({(shift, NO_ATOMS): ONE})).above)
            above = values.product(above, Value({(scaled(shift, Fraction(k)), NO_ATOMS): ONE}))
        inverse = values.numbers.tower.inverse(terms[0][0])
        above = values.times(above, values.numbers.tower.power(inverse, k))
        below.append(([(values.numbers.tower.product(t[0], inverse), *t[1:]) for t in terms], k))
    return _terms(values, above.above), below


def _centre(values: Values, s: Sum) -> Coordinates:
    """The middle of the first and the last exponent."""
    degree = values.numbers.tower.degree
    exponents = sorted((padded(beta, degree) for beta, _ in s))
    return scaled(added(trimmed(exponents[0]), trimmed(exponents[-1])), Fraction(1, 2))


def _weight(values: Values, found: _Split) -> int:
    """How long it is; exponentials of numbers that are not real count most."""
    terms = [*found[0], *(t for b, _ in found[1] for t in b)]
    exponents = (beta for _, beta, _, _ in terms if beta)
    heavy = sum(1 if values.number(beta).is_real else 4 for beta in exponents)
    return heavy + sum(1 + bool(call) for _, _, call, _ in terms)


def _terms(values: Values, s: Sum) -> list[_Term]:
    left, found = dict(s), []
    while left:
        (beta, atoms), c = next(iter(left.items()))
        del left[beta, atoms]
        if beta and values.number(beta).is_real:
            opposite = scaled(beta, Fraction(-1))
            d = left.get((opposite, atoms))
            if d in (c, scaled(c, Fraction(-1))):
                del left[opposite, atoms]
                found.append(_hyperbolic(values, beta, c, d == c, atoms))
                continue
        elif beta:
            partner = values.numbers.conjugate(beta)
            d = left.pop((partner, atoms), ZERO)
            if d:
                found += _circular(values, (beta, c), (partner, d), atoms)
                continue
        found.append((c, beta, None, atoms))
    return found


def _hyperbolic(values: Values, beta: Coordinates, c: Coordinates, is_even: bool, atoms: Atoms) -> _Term:
    """c e^beta +- c e^(-beta)."""
    positive = values.number(beta) > 0
    size, angle = scaled(c, Fraction(2)), beta if positive else scaled(beta, Fraction(-1))
    if is_even:
        return size, ZERO, ("cosh", angle), atoms
    return size if positive else scaled(size, Fraction(-1)), ZERO, ("sinh", angle), atoms


def _circular(
    values: Values,
    first: tuple[Coordinates, Coordinates],
    second: tuple[Coordinates, Coordinates],
    atoms: Atoms,
) -> Iterator[_Term]:
    """c e^(m + id) + c' e^(m - id) = e^m ((c + c') cos d + i (c - c') sin d)."""
    (beta, c), (gamma, d) = first, second
    i = values.numbers.imaginary_unit()
    product = values.numbers.tower.product
    mean = scaled(added(beta, gamma), Fraction(1, 2))
    angle = product(scaled(added(beta, scaled(gamma, Fraction(-1))), Fraction(-1, 2)), i)
    if values.number(angle) < 0:
        angle, c, d = scaled(angle, Fraction(-1)), d, c
    even, odd = added(c, d), product(i, added(c, scaled(d, Fraction(-1))))
    if odd:
        yield odd, mean, ("sin", angle), atoms
    if even:
        yield even, mean, ("cos", angle), atoms


def _numbered(values: Values, terms: list[_Term]) -> tuple[WrittenTerm, ...]:
    def number(c: Coordinates) -> Any:
        return scalar(values.numbers.tower, c)

    return tuple(
        WrittenTerm(
            number(c),
            number(beta),
            (
                *((atom.name, number(atom.argument), k) for atom, k in sorted(atoms, key=str)),
                *(((call[0], number(call[1]), 1),) if call else ()),
            ),
        )
        for c, beta, call, atoms in terms
    )
