"""Number fields with a fixed embedding into C: a tower of generators with integer structure constants.

The basis of K = Q(a_1, .., a_r) is made of the products a_1^i a_2^j .., the exponent of the first generator
running fastest: an element of a lower field keeps its coordinates, zeros are appended. Each generator is an
algebraic integer over the ones before it, in the strong sense that a_s^k = sum of integers times basis
elements, so the products of basis elements have integer coordinates and M_n(K) has integer arithmetic.
A primitive element is kept beside for norms, for evaluation in K[x], and for certificates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from math import lcm
from typing import Any

from symspec.algebra.backend import Backend, Native, backend, is_installed
from symspec.algebra.enclosure import Rectangle
from symspec.algebra.fields import discs
from symspec.algebra.fields.discs import Disc
from symspec.algebra.numbers.algebraic import AlgebraicNumber, enclosed_number
from symspec.algebra.polynomial import Polynomial

Coordinates = tuple[Fraction, ...]  # of an element, without trailing zeros; () is 0
Sparse = tuple[tuple[int, int], ...]  # (k, c): the sum of c e_k
ZERO: Coordinates = ()
ONE: Coordinates = (Fraction(1),)


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator a of a field over the field K before it.

    Attributes:
        value: a, as a complex number.
        relation: integer coordinates of c_0, .., c_(k-1) in K with a^k = c_0 + c_1 a + .. + c_(k-1) a^(k-1).
        name: how it was written, where that is shorter than the number's own text; else "".
    """

    value: AlgebraicNumber
    relation: tuple[tuple[int, ...], ...]
    name: str = ""

    @property
    def degree(self) -> int:
        """[K(a) : K]."""
        return len(self.relation)


@dataclass(frozen=True, eq=False, repr=False)  # without slots: tables are made when first needed
class NumberField:
    """Q with generators adjoined; compares by its generators.

    Attributes:
        generators: from the bottom up; none for Q.
        primitive: the coordinates of a primitive element theta.
        theta: theta as a complex number; its minimal polynomial has the degree of the field.
    """

    ops: Backend
    generators: tuple[Generator, ...]
    primitive: Coordinates
    theta: AlgebraicNumber

    @cached_property
    def degree(self) -> int:
        """[K : Q]."""
        d = 1
        for g in self.generators:
            d *= g.degree
        return d

    @cached_property
    def is_real(self) -> bool:
        """K is a subfield of R in its embedding."""
        return self.theta.is_real

    @cached_property
    def table(self) -> tuple[tuple[Sparse, ...], ...]:
        """table[i][j] = e_i e_j."""
        rows: tuple[tuple[Sparse, ...], ...] = ((((0, 1),),),)
        for g in self.generators:
            rows = _extended_table(rows, g)
        return rows

    # -- elements as coordinates --

    def product(self, a: Coordinates, b: Coordinates) -> Coordinates:
        """a b."""
        if len(a) <= 1 or len(b) <= 1:
            small, large = (a, b) if len(a) <= len(b) else (b, a)
            return tuple(small[0] * x for x in large) if small and small[0] else ZERO
        return trimmed(_multiplied(self.table, a, b))

    def regular(self, a: Coordinates) -> list[list[Fraction]]:
        """The matrix of x -> a x in the basis: column j has the coordinates of a e_j."""
        d = self.degree
        columns = [_multiplied(self.table, a, _unit(j)) for j in range(d)]
        return [[column[i] for column in columns] for i in range(d)]

    def inverse(self, a: Coordinates) -> Coordinates:
        """1/a for a != 0."""
        if len(a) == 1:
            return (1 / a[0],)
        rows, den = _integers(self.regular(a))
        one = self.ops.matrix([[int(i == 0)] for i in range(self.degree)], 1)
        x, below = self.ops.integers(self.ops.solve(self.ops.matrix(rows, den), one))
        return trimmed([Fraction(row[0], below) for row in x])

    def power(self, a: Coordinates, n: int) -> Coordinates:
        """a^n for n >= 0."""
        result = ONE
        for digit in bin(n)[2:]:
            result = self.product(result, result)
            result = self.product(result, a) if digit == "1" else result
        return result

    def disc(self, a: Coordinates, bits: int) -> Disc:
        """A disc of about 2^-bits that contains the complex number a."""
        values = basis_discs(self, bits)
        total = discs.ZERO
        for c, z in zip(a, values, strict=False):
            if c:
                total = discs.add(total, discs.scaled(z, c.numerator, c.denominator))
        return total

    def rectangle(self, a: Coordinates, bits: int) -> Rectangle:
        """A rectangle that contains the complex number a and shrinks as bits grow; flat in a real field."""
        box = discs.to_rectangle(self.disc(a, bits), bits)
        return Rectangle(box.real, (Fraction(0), Fraction(0))) if self.is_real else box

    def minpoly(self, a: Coordinates) -> Polynomial:
        """The minimal polynomial of a over Q."""
        rows, den = _integers(self.regular(a))
        chi = Polynomial(self.ops, self.ops.charpoly(self.ops.matrix(rows, den)))
        return chi.factors[0][0]

    def number(self, a: Coordinates) -> AlgebraicNumber:
        """The complex number with these coordinates."""
        if len(a) <= 1:
            return AlgebraicNumber.of(a[0] if a else 0, name=self.ops.NAME)
        return enclosed_number(self.minpoly(a), lambda bits: self.rectangle(a, bits))

    # -- the primitive element --

    @cached_property
    def modulus(self) -> Native:
        """The minimal polynomial of theta, in the form of this field's own backend."""
        p = self.theta.minpoly
        return p._native if p._ops is self.ops else Polynomial.of(p.coefficients, ops=self.ops)._native

    @cached_property
    def powers_of_primitive(self) -> Native:
        """The d x d matrix whose column j has the coordinates of theta^j."""
        d, columns, power = self.degree, [], ONE
        for _ in range(d):
            columns.append(padded(power, d))
            power = self.product(power, self.primitive)
        return self.ops.matrix(*_integers([[column[i] for column in columns] for i in range(d)]))

    @cached_property
    def from_basis(self) -> Native:
        """The d x d matrix that takes coordinates in the basis to those in powers of theta."""
        d = self.degree
        unit = self.ops.matrix([[int(i == j) for j in range(d)] for i in range(d)], 1)
        return self.ops.solve(self.powers_of_primitive, unit)

    @cached_property
    def structure(self) -> Native:
        """The d x d^2 integer matrix whose row i is the matrix of multiplication by e_i, row after row."""
        d = self.degree
        rows = []
        for i in range(d):
            flat = [0] * (d * d)
            for j, entries in enumerate(self.table[i]):
                for k, c in entries:
                    flat[k * d + j] = c
            rows.append(flat)
        return self.ops.matrix(rows, 1)

    # -- being a value --

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NumberField):
            return NotImplemented
        return self is other or (self.ops is other.ops and self.generators == other.generators)

    def __hash__(self) -> int:
        return hash(tuple(g.relation for g in self.generators))

    def __str__(self) -> str:
        names = ", ".join(g.name or str(g.value) for g in self.generators)
        return f"Q({names})" if names else "Q"

    def __repr__(self) -> str:
        return f"NumberField({self})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self.ops.NAME, self.generators, self.primitive, self.theta)


def rationals(ops: Backend) -> NumberField:
    """Q."""
    return NumberField(ops, (), ONE, AlgebraicNumber.of(1, name=ops.NAME))


def _rebuilt(
    name: str, generators: tuple[Generator, ...], primitive: Coordinates, theta: AlgebraicNumber
) -> NumberField:
    return NumberField(backend(name if is_installed(name) else "auto"), generators, primitive, theta)


@lru_cache(maxsize=64)
def basis_discs(field: NumberField, bits: int) -> tuple[Disc, ...]:
    """The basis as discs with `bits` fractional bits, a few units wide."""
    guard = 16 + sum(g.degree * _magnitude(g.value) for g in field.generators)
    fine = bits + guard
    values: list[Disc] = [(1 << fine, 0, 0)]
    for g in field.generators:
        z = discs.from_rectangle(g.value.box(fine), fine)
        powers: list[Disc] = [(1 << fine, 0, 0)]
        for _ in range(g.degree - 1):
            powers.append(discs.multiply(powers[-1], z, fine))
        values = [discs.multiply(p, v, fine) if i else v for i, p in enumerate(powers) for v in values]
    return tuple((x >> guard, y >> guard, (r >> guard) + 3) for x, y, r in values)


def _magnitude(z: AlgebraicNumber) -> int:
    """Bits of |z|."""
    return int(z.enclosure.modulus_squared[1]).bit_length() // 2 + 1


# -- coordinates -----------------------------------------------------------------------------


def trimmed(a: Sequence[Fraction]) -> Coordinates:
    """Without trailing zeros."""
    n = len(a)
    while n and not a[n - 1]:
        n -= 1
    return tuple(a[:n])


def padded(a: Coordinates, length: int) -> list[Fraction]:
    """With zeros up to the length."""
    return [*a, *[Fraction(0)] * (length - len(a))]


def added(a: Coordinates, b: Coordinates) -> Coordinates:
    """a + b."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return trimmed([x + y for x, y in zip(short, long, strict=False)] + list(long[len(short) :]))


def scaled(a: Coordinates, by: Fraction) -> Coordinates:
    """by a."""
    return tuple(by * x for x in a) if by else ZERO


def _unit(j: int) -> Coordinates:
    return (*[Fraction(0)] * j, Fraction(1))


def _multiplied(
    table: tuple[tuple[Sparse, ...], ...], a: Sequence[Fraction], b: Sequence[Fraction]
) -> list[Fraction]:
    total = [Fraction(0)] * len(table)
    for row, x in zip(table, a, strict=False):
        if not x:
            continue
        for entries, y in zip(row, b, strict=False):
            if y:
                xy = x * y
                for k, c in entries:
                    total[k] += c * xy if c != 1 else xy
    return total


def _integers(rows: Sequence[Sequence[Fraction]]) -> tuple[list[list[int]], int]:
    den = lcm(*(x.denominator for row in rows for x in row))
    return [[x.numerator * (den // x.denominator) for x in row] for row in rows], den


# -- tables ----------------------------------------------------------------------------------

Rows = tuple[tuple[Sparse, ...], ...]


def _extended_table(old: Rows, g: Generator) -> Rows:
    """The products of the basis a^j e_i, from those of the e_i and a^k = sum of relation[j] a^j."""
    d, k = len(old), g.degree
    powers = _reduced_powers(old, g)
    blocks: dict[tuple[int, int, int], Sparse] = {}
    for t in range(2 * k - 1):
        for i in range(d):
            for m in range(i, d):
                parts = [(j, _sparse_product(old, old[i][m], c)) for j, c in enumerate(powers[t]) if c]
                entry = tuple((j * d + p, c) for j, part in parts for p, c in part)
                blocks[t, i, m] = blocks[t, m, i] = entry
    return tuple(
        tuple(blocks[s + t, i, m] for t in range(k) for m in range(d)) for s in range(k) for i in range(d)
    )


def _reduced_powers(old: Rows, g: Generator) -> list[list[Sparse]]:
    """a^t for t < 2k - 1, as k elements of the old field each."""
    k = g.degree
    relation: list[Sparse] = [tuple((i, c) for i, c in enumerate(cs) if c) for cs in g.relation]
    one: Sparse = ((0, 1),)
    powers: list[list[Sparse]] = [[one if j == t else () for j in range(k)] for t in range(k)]
    for _ in range(k - 1):
        last = powers[-1]
        powers.append(
            [
                _sparse_sum(last[j - 1] if j else (), _sparse_product(old, last[k - 1], relation[j]))
                for j in range(k)
            ]
        )
    return powers


def _sparse_product(table: Rows, a: Sparse, b: Sparse) -> Sparse:
    if a == ((0, 1),):
        return b
    if b == ((0, 1),):
        return a
    total: dict[int, int] = {}
    for i, x in a:
        for j, y in b:
            for k, c in table[i][j]:
                total[k] = total.get(k, 0) + c * x * y
    return tuple((k, c) for k, c in sorted(total.items()) if c)


def _sparse_sum(a: Sparse, b: Sparse) -> Sparse:
    total = dict(a)
    for k, c in b:
        total[k] = total.get(k, 0) + c
    return tuple((k, c) for k, c in sorted(total.items()) if c)
