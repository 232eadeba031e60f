"""The one home of Hypothesis strategies: matrices built backwards from a chosen structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from symspec.algebra.backend import BACKENDS
from symspec.algebra.coerce import matrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots
from symspec.algebra.polynomial import Polynomial

Rows = list[list[Fraction]]

# Irreducible over Q (Eisenstein, cyclotomic, or by their roots), as primitive integers, constant first.
FACTORS: tuple[tuple[int, ...], ...] = (
    (0, 1),
    (-1, 1),
    (1, 1),
    (-1, 2),
    (1, 3),
    (-3, 2),
    (-2, 1),
    (-99, 100),
    (1, 0, 1),
    (1, 1, 1),
    (1, -1, 1),
    (5, -6, 5),
    (-2, 0, 1),
    (-1, 0, 2),
    (1, 1, 3),
    (2, 2, 1),
    (-1, -1, 0, 1),
    (1, 0, 0, 0, 1),
)


@dataclass(frozen=True)
class Structured:
    """A matrix with its structure, known by construction.

    Attributes:
        matrix: P J P^-1 with unimodular P.
        blocks: {primitive irreducible factor: sizes of the Jordan blocks of each of its roots}.
    """

    matrix: ExactMatrix
    blocks: dict[tuple[int, ...], tuple[int, ...]]


def companion(p: Sequence[int]) -> Rows:
    """The companion matrix of p / (leading coefficient)."""
    d = len(p) - 1
    rows = [[Fraction(int(i == j + 1)) for j in range(d)] for i in range(d)]
    for i in range(d):
        rows[i][d - 1] = Fraction(-p[i], p[d])
    return rows


def jordan_block(p: Sequence[int], size: int) -> Rows:
    """The rational Jordan block: companions on the diagonal, identities above."""
    c, d = companion(p), len(p) - 1
    n = d * size
    rows = [[Fraction(0)] * n for _ in range(n)]
    for k in range(size):
        for i in range(d):
            for j in range(d):
                rows[k * d + i][k * d + j] = c[i][j]
            if k + 1 < size:
                rows[k * d + i][(k + 1) * d + i] = Fraction(1)
    return rows


def block_diagonal(blocks: Sequence[Rows]) -> Rows:
    """diag(blocks)."""
    n = sum(len(b) for b in blocks)
    rows, at = [[Fraction(0)] * n for _ in range(n)], 0
    for b in blocks:
        for i, row in enumerate(b):
            rows[at + i][at : at + len(b)] = row
        at += len(b)
    return rows


def conjugated(rows: Rows, steps: Sequence[tuple[int, int, int]]) -> Rows:
    """E A E^-1 for each elementary E = I + c e_i e_j^T in turn."""
    a = [list(row) for row in rows]
    n = len(a)
    for i, j, c in ((i % n, j % n, c) for i, j, c in steps):
        if i != j:
            a[i] = [x + c * y for x, y in zip(a[i], a[j], strict=True)]
            for row in a:
                row[j] -= c * row[i]
    return a


def elementary_steps() -> st.SearchStrategy[list[tuple[int, int, int]]]:
    """Row operations for `conjugated`."""
    return st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(-2, 2)), max_size=8)


@st.composite
def structured_matrices(
    draw: st.DrawFn,
    *,
    factors: Sequence[tuple[int, ...]] = FACTORS,
    max_order: int = 7,
    backend: str | None = None,
) -> Structured:
    """Matrices of order <= max_order with known Jordan blocks, on the backend named or on any."""
    arithmetic = backend or draw(st.sampled_from(BACKENDS))
    chosen: dict[tuple[int, ...], list[int]] = {}
    room = draw(st.integers(1, max_order))
    while room > 0:
        p = draw(st.sampled_from([q for q in factors if len(q) - 1 <= room] or [(0, 1)]))
        size = draw(st.integers(1, max(1, min(3, room // (len(p) - 1)))))
        chosen.setdefault(p, []).append(size)
        room -= size * (len(p) - 1)
    blocks = [jordan_block(p, size) for p, sizes in chosen.items() for size in sizes]
    rows = conjugated(block_diagonal(blocks), draw(elementary_steps()))
    return Structured(
        ExactMatrix.from_fractions(rows, backend=arithmetic),
        {p: tuple(sorted(sizes, reverse=True)) for p, sizes in chosen.items()},
    )


def fractions(bits: int = 5) -> st.SearchStrategy[Fraction]:
    """Small fractions."""
    top = 2**bits
    return st.builds(Fraction, st.integers(-top, top), st.integers(1, top))


def rows(
    order: int | None = None, columns: int | None = None, *, max_order: int = 5
) -> st.SearchStrategy[Rows]:
    """Dense matrices of small fractions; the sizes that are not given are drawn from 1, .., max_order."""
    sizes = st.tuples(*(st.just(n) if n else st.integers(1, max_order) for n in (order, columns)))
    return sizes.flatmap(
        lambda s: st.lists(st.lists(fractions(), min_size=s[1], max_size=s[1]), min_size=s[0], max_size=s[0])
    )


def square_rows(*, max_order: int = 5) -> st.SearchStrategy[Rows]:
    """Dense square matrices of small fractions."""
    return st.integers(1, max_order).flatmap(lambda n: rows(n, n))


def coefficients(*, max_degree: int = 6) -> st.SearchStrategy[list[Fraction]]:
    """Polynomials, constant term first; the zero polynomial and leading zeros included."""
    return st.lists(fractions(), max_size=max_degree + 1)


@st.composite
def algebraic_numbers(draw: st.DrawFn, degree: int = 4) -> AlgebraicNumber:
    """A root of a random polynomial with small integer coefficients: any degree up to the one given."""
    c = draw(st.lists(st.integers(-6, 6), min_size=2, max_size=degree + 1).filter(lambda c: any(c[1:])))
    return draw(st.sampled_from(roots(Polynomial.of(c))))


# -- matrices over number fields, built backwards ---------------------------------------------

# For each field: (number, where it lies), by a short computation each.
FIELD_NUMBERS: dict[str, tuple[tuple[str, str], ...]] = {
    "i": (
        ("0", "inside"),
        ("1", "on"),
        ("-1", "on"),
        ("i", "on"),
        ("-i", "on"),
        ("(3 + 4i)/5", "on"),
        ("(3 - 4i)/5", "on"),
        ("(1 + i)/2", "inside"),
        ("1 + i", "outside"),
        ("i/3", "inside"),
    ),
    "sqrt(2)": (
        ("1", "on"),
        ("-1", "on"),
        ("sqrt(2)/2", "inside"),
        ("-sqrt(2)/2", "inside"),
        ("sqrt(2) - 1", "inside"),
        ("-1 - sqrt(2)", "outside"),
        ("sqrt(2)", "outside"),
        ("-sqrt(2)", "outside"),
        ("1/2", "inside"),
    ),
    "exp(2 pi i/5)": (
        ("1", "on"),
        ("exp(2 pi i/5)", "on"),
        ("exp(4 pi i/5)", "on"),
        ("-exp(6 pi i/5)", "on"),
        ("exp(2 pi i/5)/2", "inside"),
        ("exp(2 pi i/5) + exp(-2 pi i/5)", "inside"),  # (sqrt(5) - 1)/2
        ("exp(4 pi i/5) + exp(-4 pi i/5)", "outside"),  # its conjugate, -(sqrt(5) + 1)/2
        ("2 exp(2 pi i/5)", "outside"),
    ),
    "2^(1/3)": (
        ("1", "on"),
        ("2^(1/3) - 1", "inside"),  # its conjugates are outside
        ("2^(1/3)/2", "inside"),
        ("2^(1/3)", "outside"),
        ("-1", "on"),
        ("2^(2/3) - 2^(1/3)", "inside"),
        ("1/3", "inside"),
    ),
}


@dataclass(frozen=True)
class FieldStructured:
    """A matrix over a number field with its structure, known by construction.

    Attributes:
        rows: the entries.
        blocks: {eigenvalue: sizes of its Jordan blocks, largest first}.
        positions: {eigenvalue: where it lies relative to the unit circle}.
        diagonal: the rows of the diagonalizable part.
        at_one: the rows of the projector on the generalized eigenspace of 1.
    """

    rows: list[list[Any]]
    blocks: dict[Any, tuple[int, ...]]
    positions: dict[Any, str]
    diagonal: list[list[Any]]
    at_one: list[list[Any]]


def number(text: str) -> Any:
    """A number as the door reads it."""
    return matrix([[text]])[0, 0]


@st.composite
def field_structured_matrices(
    draw: st.DrawFn, *, fields: Sequence[str] = tuple(FIELD_NUMBERS), max_order: int = 5
) -> FieldStructured:
    """Matrices over Q(generator) of order <= max_order with known Jordan blocks."""
    generator = draw(st.sampled_from(fields))
    blocks: dict[Any, list[int]] = {}
    positions: dict[Any, str] = {}
    diagonal: list[Any] = []
    above: list[int] = []
    room = draw(st.integers(1, max_order))
    while room > 0:
        text, position = draw(st.sampled_from(FIELD_NUMBERS[generator]))
        size = draw(st.integers(1, min(3, room)))
        z = number(text)
        blocks.setdefault(z, []).append(size)
        positions[z] = position
        diagonal += [z] * size
        above += [1] * (size - 1) + [0]
        room -= size
    n = len(diagonal)
    zero = Fraction(0)
    d = [[diagonal[i] if i == j else zero for j in range(n)] for i in range(n)]
    jordan = [[x + above[i] if j == i + 1 else x for j, x in enumerate(row)] for i, row in enumerate(d)]
    ones = [[Fraction(int(i == j and diagonal[i] == 1)) for j in range(n)] for i in range(n)]
    g = number(generator)
    steps = [(i, j, c * g if draw(st.booleans()) else c) for i, j, c in draw(elementary_steps())]
    return FieldStructured(
        conjugated(jordan, steps),
        {z: tuple(sorted(sizes, reverse=True)) for z, sizes in blocks.items()},
        positions,
        conjugated(d, steps),
        conjugated(ones, steps),
    )


@st.composite
def field_rows(
    draw: st.DrawFn, *, fields: Sequence[str] = tuple(FIELD_NUMBERS), order: int | None = None
) -> list[list[Any]]:
    """Dense square matrices of small combinations of the powers of a generator."""
    g = number(draw(st.sampled_from(fields)))
    n = order or draw(st.integers(1, 4))
    small = st.builds(Fraction, st.integers(-4, 4), st.integers(1, 4))
    return [
        [draw(small) + draw(small) * g + draw(st.integers(-1, 1)) * g * g for _ in range(n)] for _ in range(n)
    ]
