"""One more generator: the field K(alpha), or the coordinates of alpha when K contains it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm

from symspec.algebra.backend import Native
from symspec.algebra.enclosure import Rectangle
from symspec.algebra.fields.tower import (
    ONE,
    ZERO,
    Coordinates,
    Generator,
    NumberField,
    added,
    padded,
    scaled,
    trimmed,
)
from symspec.algebra.numbers.algebraic import AlgebraicNumber, enclosed_number
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError, UnsupportedFieldError

MAX_DEGREE = 48
MAX_NORM_DEGREE = 200

Relation = tuple[Coordinates, ...]  # c_0, .., c_(k-1) with alpha^k = c_0 + .. + c_(k-1) alpha^(k-1)


def rational_relation(p: Polynomial) -> Relation:
    """alpha^k = .. for a root alpha of the monic polynomial p."""
    return tuple(trimmed([-c]) for c in p.coefficients[:-1])


@lru_cache(maxsize=256)  # so that matrices with the same entries share one field, with its tables
def adjoined(
    field: NumberField, alpha: AlgebraicNumber, relation: Relation | None = None, *, name: str = ""
) -> tuple[NumberField, Coordinates]:
    """(K(alpha), the coordinates of alpha in it).

    Args:
        field: K.
        alpha: a complex number.
        relation: alpha is a root of x^k - c_(k-1) x^(k-1) - .. - c_0, squarefree over K; by default the
            minimal polynomial over Q.
        name: how alpha was written, if its own text is longer.

    Raises:
        UnsupportedFieldError: the degree of K(alpha) is beyond the budget.

    Algorithm: with g the relation and gamma = x + s theta in the algebra K[x]/g, of dimension dk, the
    characteristic polynomial of multiplication by gamma is the norm N of g(y - s theta). For all but
    finitely many s it is squarefree. Its one irreducible factor h over Q that vanishes at the complex number
    alpha + s theta is found by exclusion: values at a rectangle that does not contain 0 are not 0. Then
    [K(alpha) : K] = deg h / d, and the vector (N/h)(gamma) 1 spans the component on which x satisfies the
    relation of alpha over K: no common divisor over K is formed.

    References: B. Trager, Algebraic factoring and rational function integration, 1976.
    """
    found = relation if relation is not None else rational_relation(alpha.minpoly)
    if len(found) == 1:
        return field, found[0]
    if not field.generators and all(len(c) <= 1 for c in found) and len(found) == alpha.degree:
        _require_degree(len(found))
        return _extended(field, alpha, found, alpha, 0, name=name)
    if field.degree * len(found) > MAX_NORM_DEGREE:
        raise _beyond(field.degree * len(found), "up to ")
    return _by_norm(field, alpha, found, name)


@lru_cache(maxsize=64)
def compositum(first: NumberField, second: NumberField) -> tuple[NumberField, tuple[Coordinates, ...]]:
    """(K L, the basis of L in it): coordinates over K stay valid in K L.

    Raises:
        UnsupportedFieldError: the degree of K L is beyond the budget.
    """
    field, images = first, [ONE]
    for g in second.generators:
        relation = tuple(image_of([Fraction(x) for x in c], images) for c in g.relation)
        field, alpha = adjoined(field, g.value, relation, name=g.name)
        powers = [field.power(alpha, j) for j in range(g.degree)]
        images = [field.product(x, p) for p in powers for x in images]
    return field, tuple(images)


def image_of(coordinates: Sequence[Fraction], images: Sequence[Coordinates]) -> Coordinates:
    """sum coordinates[i] images[i]."""
    total: Coordinates = ()
    for c, image in zip(coordinates, images, strict=False):
        if c:
            total = added(total, scaled(image, c))
    return total


@lru_cache(maxsize=64)
def conjugation(field: NumberField) -> tuple[NumberField, tuple[Coordinates, ...]]:
    """(K conj(K), the conjugates of the basis of K in it)."""
    mirrored = tuple(Generator(g.value.conjugate, g.relation) for g in field.generators)
    return compositum(field, NumberField(field.ops, mirrored, field.primitive, field.theta.conjugate))


def _beyond(degree: int, words: str = "") -> UnsupportedFieldError:
    return UnsupportedFieldError(
        f"the entries generate a number field of degree {words}{degree}; "
        f"symspec computes in fields of degree at most {MAX_DEGREE}."
    )


def _require_degree(degree: int) -> None:
    if degree > MAX_DEGREE:
        raise _beyond(degree)


def _by_norm(
    field: NumberField, alpha: AlgebraicNumber, relation: Relation, name: str
) -> tuple[NumberField, Coordinates]:
    ops, d, k = field.ops, field.degree, len(relation)
    over_q = all(len(c) <= 1 for c in relation)
    x = _multiplication_by_x(field, relation)
    for s in _multipliers(start=1 if over_q else 0):
        gamma = _sum(x, _block_diagonal(field.regular(scaled(field.primitive, Fraction(s))), k))
        native = ops.matrix(*_integer_rows(gamma))
        norm = Polynomial(ops, ops.charpoly(native))
        factors = norm.factors
        if all(m == 1 for _, m in factors):
            break
    theta = enclosed_number(norm, lambda bits: _shifted_box(alpha, field.theta, s, bits))
    h = theta.minpoly
    relative_degree = h.degree // d
    _require_degree(h.degree)
    if relative_degree == k:
        return _extended(field, alpha, relation, theta, s, name=name)
    v = _component(native, norm // h, d * k, field)
    found = _relation_on(v, x, field, relative_degree)
    if relative_degree == 1:
        return field, found[0]
    return _extended(field, alpha, found, theta, s, name=name)


def _multipliers(start: int) -> list[int]:
    signed = [0, *(sign * m for m in range(1, 100) for sign in (1, -1))]
    return signed[start:]


def _shifted_box(alpha: AlgebraicNumber, theta: AlgebraicNumber, s: int, bits: int) -> Rectangle:
    factor = Rectangle((Fraction(s), Fraction(s)), (Fraction(0), Fraction(0)))
    return alpha.box(bits) + theta.box(bits) * factor


def _extended(
    field: NumberField,
    alpha: AlgebraicNumber,
    relation: Relation,
    theta: AlgebraicNumber,
    s: int,
    *,
    name: str,
) -> tuple[NumberField, Coordinates]:
    """K with the generator m alpha, for the least m that makes the relation integral."""
    d, k = field.degree, len(relation)
    m = _integral_multiplier(relation)
    integral = tuple(tuple(int(x * m ** (k - j)) for x in padded(c, d)) for j, c in enumerate(relation))
    named = f"{m} {name}" if name and m > 1 else name
    generator = Generator(alpha * m if m > 1 else alpha, integral, named)
    coordinates = trimmed([Fraction(0)] * d + [Fraction(1, m)])
    primitive = added(coordinates, scaled(field.primitive, Fraction(s)))
    return NumberField(field.ops, (*field.generators, generator), primitive, theta), coordinates


def _integral_multiplier(relation: Relation) -> int:
    """The least m with m^(k-j) c_j integral, over divisors of the common denominator."""
    k = len(relation)
    common = lcm(*(x.denominator for c in relation for x in c)) if any(relation) else 1
    return next(
        m
        for m in _divisors(common)
        if all(m ** (k - j) % x.denominator == 0 for j, c in enumerate(relation) for x in c)
    )


def _divisors(n: int) -> list[int]:
    """The divisors up to 1000 in ascending order, then n."""
    return [m for m in range(1, min(n, 1001)) if n % m == 0] + [n]


# -- the algebra K[x]/g, with basis x^j e_i ---------------------------------------------------

Rows = list[list[Fraction]]


def shifted_multiplication(field: NumberField, coefficients: Sequence[Coordinates], s: int) -> Native:
    """The rational matrix of multiplication by x + s theta in K[x]/g, g monic with these coefficients."""
    n, shift = len(coefficients) - 1, scaled(field.primitive, Fraction(s))
    rows = [[ONE if i == j + 1 else ZERO for j in range(n)] for i in range(n)]
    for i, row in enumerate(rows):
        row[-1] = added(row[-1], scaled(coefficients[i], Fraction(-1)))
        row[i] = added(row[i], shift)
    return field.ops.regular_form(native_form(field, rows), field.structure)


def native_form(field: NumberField, grid: Sequence[Sequence[Coordinates]]) -> Native:
    """The dm x n rational matrix of the coordinates of an m x n matrix over K."""
    d = field.degree
    den = lcm(*{x.denominator for row in grid for c in row for x in c})
    rows = []
    for row in grid:
        full = [[x.numerator * (den // x.denominator) for x in padded(c, d)] for c in row]
        rows += [[c[a] for c in full] for a in range(d)]
    return field.ops.matrix(rows, den)


def _multiplication_by_x(field: NumberField, relation: Relation) -> Rows:
    d, k = field.degree, len(relation)
    rows = [[Fraction(0)] * (d * k) for _ in range(d * k)]
    for j in range(k - 1):
        for i in range(d):
            rows[(j + 1) * d + i][j * d + i] = Fraction(1)
    for j, c in enumerate(relation):
        if c:
            for i, row in enumerate(field.regular(c)):
                rows[j * d + i][(k - 1) * d :] = row
    return rows


def _block_diagonal(block: Rows, times: int) -> Rows:
    d = len(block)
    rows = [[Fraction(0)] * (d * times) for _ in range(d * times)]
    for t in range(times):
        for i, row in enumerate(block):
            rows[t * d + i][t * d : (t + 1) * d] = row
    return rows


def _sum(a: Rows, b: Rows) -> Rows:
    return [[x + y for x, y in zip(*pair, strict=True)] for pair in zip(a, b, strict=True)]


def _integer_rows(rows: Sequence[Sequence[Fraction]]) -> tuple[list[list[int]], int]:
    den = lcm(*(x.denominator for row in rows for x in row))
    return [[x.numerator * (den // x.denominator) for x in row] for row in rows], den


def _component(gamma: Native, cofactor: Polynomial, size: int, field: NumberField) -> Native:
    """(N/h)(gamma) 1, by Horner's rule on a vector."""
    ops = field.ops
    one = ops.matrix([[int(i == 0)] for i in range(size)], 1)
    v = ops.scale(one, Fraction(0))
    for c in reversed(cofactor.coefficients):
        v = ops.add(ops.multiply(gamma, v), ops.scale(one, c))
    return v


def _relation_on(v: Native, x: Rows, field: NumberField, degree: int) -> Relation:
    """The c_j with x^degree v = sum c_j x^j v, c_j in K."""
    ops, d = field.ops, field.degree
    k = len(x) // d
    by_x = ops.matrix(*_integer_rows(x))
    columns: list[list[Fraction]] = []
    for j in range(degree + 1):
        entries = _column(ops.integers(v))
        if j < degree:
            blocks = [trimmed(entries[t * d : (t + 1) * d]) for t in range(k)]
            for i in range(d):
                unit = trimmed([Fraction(0)] * i + [Fraction(1)])
                columns.append([y for b in blocks for y in padded(field.product(unit, b), d)])
        else:
            columns.append(entries)
        v = ops.multiply(by_x, v)
    rows = [list(row) for row in zip(*columns, strict=True)]
    kernel, _ = ops.integers(ops.nullspace(ops.matrix(*_integer_rows(rows))))
    if not kernel or len(kernel[0]) != 1 or not kernel[-1][0]:
        raise InternalError("the relation of a new generator was not found.")
    last = kernel[-1][0]
    solution = [Fraction(-row[0], last) for row in kernel[:-1]]
    return tuple(trimmed(solution[j * d : (j + 1) * d]) for j in range(degree))


def _column(integers: tuple[list[list[int]], int]) -> list[Fraction]:
    rows, den = integers
    return [Fraction(row[0], den) for row in rows]
