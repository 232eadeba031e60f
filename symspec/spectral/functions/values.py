"""Values of elementary functions at algebraic numbers: quotients of sums of c e^beta log(gamma)^k .."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import chain
from typing import Any

from symspec.algebra.fields.reader import FieldReader
from symspec.algebra.fields.tower import ONE, ZERO, Coordinates, added, padded, scaled
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.errors import BudgetExceededError, UndecidedError

MAX_TERMS = 2000


@dataclass(frozen=True, slots=True)
class Atom:
    """log(gamma), atan(gamma), .. with its principal value: transcendental, as no Atom is made for 0.

    Attributes:
        name: "log", "atan", ..
        argument: gamma, in the field of the values.
    """

    name: str
    argument: Coordinates


Atoms = frozenset[tuple[Atom, int]]
Key = tuple[
    "Frozen", Atoms
]  # e^beta times powers of atoms; beta is a sum itself, such as 2 or sqrt(2) log(2)
Sum = Mapping[Key, Coordinates]
Frozen = frozenset[tuple[Key, Coordinates]]
NO_EXPONENT: Frozen = frozenset()
NO_ATOMS: Atoms = frozenset()
PLAIN: Key = (NO_EXPONENT, NO_ATOMS)
_ONE_TERM: Frozen = frozenset(((PLAIN, ONE),))


@dataclass(frozen=True, slots=True)
class Value:
    """above/(b_1^k_1 b_2^k_2 ..).

    Attributes:
        above: a sum of c e^beta log(gamma)^k .. with c != 0.
        below: (b, k): sums of two terms or more, not 0.
    """

    above: Sum
    below: tuple[tuple[Frozen, int], ...] = ()

    @classmethod
    def of(cls, atom: Atom) -> Value:
        """The atom itself."""
        return cls({(NO_EXPONENT, frozenset(((atom, 1),))): ONE})

    @classmethod
    def power_of_e(cls, exponent: Frozen, c: Coordinates = ONE) -> Value:
        """c e^beta for c != 0."""
        return cls({(exponent, NO_ATOMS): c})

    @property
    def is_empty(self) -> bool:
        """0, with nothing to prove."""
        return not self.above


NOTHING = Value({})
PI = Value.of(Atom("pi", ZERO))


@dataclass(frozen=True, slots=True)
class Values:
    """The arithmetic of values over a field that grows as they need it.

    Attributes:
        numbers: the field of gamma and the coefficients.
    """

    numbers: FieldReader

    def constant(self, c: Coordinates) -> Value:
        """An algebraic number."""
        return Value({PLAIN: c}) if c else NOTHING

    def rational(self, c: int | Fraction) -> Value:
        """A fraction."""
        return self.constant((Fraction(c),) if c else ZERO)

    def number(self, c: Coordinates) -> AlgebraicNumber:
        """An element of the field as a complex number."""
        return self.numbers.tower.number(c)

    def sum(self, a: Value, b: Value) -> Value:
        """a + b."""
        if a.is_empty or b.is_empty:
            return b if a.is_empty else a
        most = {base: max(dict(v.below).get(base, 0) for v in (a, b)) for base, _ in (*a.below, *b.below)}
        first, second = (self._over(v, most) for v in (a, b))
        return self._reduced(total(first, second), most)

    def product(self, a: Value, b: Value) -> Value:
        """a b."""
        below = dict(a.below)
        for base, k in b.below:
            below[base] = below.get(base, 0) + k
        return self._reduced(self._times(a.above, b.above), below)

    def times(self, a: Value, c: Coordinates) -> Value:
        """a c for an algebraic number c."""
        return Value(self._times(a.above, {PLAIN: c} if c else {}), a.below if c else ())

    def inverse(self, a: Value) -> Value:
        """1/a for a != 0.

        Raises:
            UndecidedError: as for `is_zero`.
        """
        if self.is_zero(a):
            raise ZeroDivisionError
        above = dict(self._expanded(a.below))
        unit, base = self._unit_and_rest(a.above)
        inverted = self._inverted(*unit)
        return self._reduced(self._times(above, inverted), {} if base == _ONE_TERM else {base: 1})

    def is_zero(self, a: Value) -> bool:
        """a = 0.

        Exponentials of different algebraic numbers are linearly independent over the algebraic numbers
        (Lindemann and Weierstrass), and an atom is transcendental.

        Raises:
            UndecidedError: a sum with several atoms, atoms and exponentials, or e^beta for transcendental
                beta.
        """
        if a.is_empty:
            return True
        if not self._is_decided(a.above):
            raise UndecidedError(
                "whether a denominator with logarithms or pi vanishes at an eigenvalue was not decided."
            )
        return False

    def algebraic(self, a: Value) -> Coordinates | None:
        """a as an algebraic number, where its parts cancel to one; else None."""
        if a.is_empty:
            return ZERO
        below = self._expanded(a.below)
        if a.above.keys() != below.keys():
            return None
        ratios = {self._quotient(c, below[key]) for key, c in a.above.items()}
        return ratios.pop() if len(ratios) == 1 else None

    def conjugate(self, s: Frozen) -> Frozen:
        """The complex conjugate: principal values off the cuts have those of the conjugates as theirs."""
        conjugate = self.numbers.conjugate
        return frozenset(
            (
                (
                    self.conjugate(beta),
                    frozenset((Atom(a.name, conjugate(a.argument)), k) for a, k in atoms),
                ),
                conjugate(c),
            )
            for (beta, atoms), c in s
        )

    def is_real(self, s: Frozen) -> bool:
        """The sum is its conjugate."""
        return self.conjugate(s) == s

    def is_transcendental(self, a: Value) -> bool:
        """That a is transcendental is known: it is a quotient of sums that `is_zero` decides.

        N/D = c for an algebraic c says that N - c D, of the same kind, is 0 term by term.
        """
        return self.algebraic(a) is None and self._is_decided({**self._expanded(a.below), **a.above})

    # -- parts --

    def _is_decided(self, s: Sum) -> bool:
        if len(s) == 1:
            return True
        atoms = {atom for _, powers in s for atom, _ in powers}
        if atoms:
            return len(atoms) == 1 and all(not beta for beta, _ in s)
        return all(key == PLAIN for beta, _ in s for key, _ in beta)

    def _times(self, a: Sum, b: Sum) -> dict[Key, Coordinates]:
        if len(a) * len(b) > MAX_TERMS:
            raise BudgetExceededError(f"values with up to {MAX_TERMS} terms are computed with.")
        found: dict[Key, Coordinates] = {}
        for (beta, atoms), c in a.items():
            for (gamma, more), d in b.items():
                key = (frozenset(total(dict(beta), dict(gamma)).items()), _joined(atoms, more))
                found[key] = added(found.get(key, ZERO), self.numbers.tower.product(c, d))
        return {key: c for key, c in found.items() if c}

    def _quotient(self, c: Coordinates, d: Coordinates) -> Coordinates:
        return self.numbers.tower.product(c, self.numbers.tower.inverse(d))

    def _over(self, v: Value, most: Mapping[Frozen, int]) -> Sum:
        """The numerator over the denominator `most`."""
        have = dict(v.below)
        missing = tuple((base, k - have.get(base, 0)) for base, k in most.items())
        return self._times(v.above, self._expanded(missing))

    def _expanded(self, below: Iterable[tuple[Frozen, int]]) -> Sum:
        factors = chain.from_iterable([dict(base)] * k for base, k in below)
        return reduce(self._times, factors, {PLAIN: ONE})

    def _unit_and_rest(self, s: Sum) -> tuple[tuple[Key, Coordinates], Frozen]:
        """(c e^beta, b) with s = c e^beta b, so that sums that differ by such a factor have one b."""
        key = self.in_order(s)[0]
        unit, c = (key[0], NO_ATOMS), s[key]
        return (unit, c), frozenset(self._times(s, self._inverted(unit, c)).items())

    def in_order(self, s: Sum) -> list[Key]:
        """The terms in an order that a factor e^beta does not change."""
        basis = sorted({key for beta, _ in s for key, _ in beta}, key=rank)
        degree = self.numbers.tower.degree

        def place(key: Key) -> tuple[list[list[Fraction]], Any]:
            beta = dict(key[0])
            return [padded(beta.get(b, ZERO), degree) for b in basis], rank((NO_EXPONENT, key[1]))

        return sorted(s, key=place)

    def _inverted(self, unit: Key, c: Coordinates) -> Sum:
        return {(stretched(unit[0], Fraction(-1)), unit[1]): self.numbers.tower.inverse(c)}

    def _reduced(self, above: Sum, below: Mapping[Frozen, int]) -> Value:
        """The quotient, without a denominator that is the numerator but for a factor c e^beta."""
        left = {base: k for base, k in below.items() if k}
        while above and left:
            unit, rest = self._unit_and_rest(above)
            if rest not in left:
                break
            left[rest] -= 1
            left = {base: k for base, k in left.items() if k}
            above = dict([unit])
        return Value(above, tuple(left.items())) if above else NOTHING


def total(a: Sum, b: Sum) -> dict[Key, Coordinates]:
    """a + b."""
    found = dict(a)
    for key, c in b.items():
        found[key] = added(found.get(key, ZERO), c)
    return {key: c for key, c in found.items() if c}


def stretched(beta: Frozen, by: Fraction) -> Frozen:
    """An exponent times a fraction that is not 0."""
    return frozenset((key, scaled(c, by)) for key, c in beta)


def rank(key: Key) -> Any:
    """Something that puts keys in an order."""
    exponent, atoms = key
    parts = sorted(((rank(inner), c) for inner, c in exponent))
    return parts, sorted((atom.name, atom.argument, k) for atom, k in atoms)


def _joined(x: Atoms, y: Atoms) -> Atoms:
    if not x or not y:
        return x or y
    powers = dict(x)
    for atom, k in y:
        powers[atom] = powers.get(atom, 0) + k
    return frozenset(powers.items())
