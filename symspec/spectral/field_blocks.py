"""Jordan block sizes over a number field: exact ranks for all roots of a factor, discs to share them out."""

from __future__ import annotations

from collections.abc import Sequence

from symspec.algebra.fields import discs
from symspec.algebra.fields.discs import Disc
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot
from symspec.algebra.polynomial import Polynomial

Roots = Sequence[tuple[IsolatedRoot, int]]
Rows = list[list[Disc]]


def block_sizes_of_roots(a: FieldMatrix, f: Polynomial, roots: Roots) -> list[tuple[int, ...]]:
    """The block sizes of each root, largest first.

    Args:
        a: a matrix over K.
        f: an irreducible polynomial over Q.
        roots: (z, multiplicity) for the roots z of f that are eigenvalues.

    Algorithm: t_k = n - rk f(A)^k is the sum over these z of dim ker (A - z)^k, known exactly. If one root is
    left over for it, if all blocks are of size 1, or one block each, that decides. Otherwise elimination with
    discs shows lower bounds of the ranks of (A - z)^k, so upper bounds of the dimensions; the precision is
    doubled until they add up to t_k, when all are right.
    """
    multiple = [(z, m) for z, m in roots if m > 1]
    if not multiple:
        return [(1,)] * len(roots)
    totals = _kernel_dimensions(a, f, sum(m for _, m in roots))
    if len(totals) == 1:
        return [(1,) * m for _, m in roots]
    if totals[0] == len(roots):
        return [(m,) for _, m in roots]
    if len(roots) == 1:
        return [_sizes(totals)]
    return [_sizes(dimensions) for dimensions in _shared_out(a, roots, totals)]


def _kernel_dimensions(a: FieldMatrix, f: Polynomial, last: int) -> list[int]:
    """[t_1, t_2, ..] up to the first that is `last`."""
    ops, d, n = a._ops, a.field.degree, a.order
    base = ops.at_matrix(f._native, a.regular)
    power, found = base, [n - ops.rank(base) // d]
    while found[-1] < last:
        power = ops.multiply(power, base)
        found.append(n - ops.rank(power) // d)
    return found


def _sizes(dimensions: Sequence[int]) -> tuple[int, ...]:
    """From dim ker (A - z)^k for k = 1, 2, ..: the differences count the blocks of size >= k."""
    steps = [after - before for before, after in zip([0, *dimensions], dimensions, strict=False)]
    return tuple(sum(count > i for count in steps) for i in range(steps[0]))


def _shared_out(a: FieldMatrix, roots: Roots, totals: list[int]) -> list[list[int]]:
    """dim ker (A - z)^k for each root z and k = 1, .., len(totals)."""
    bits = START_BITS
    while True:
        bounds = [_nullities(a, z, m, len(totals), bits) for z, m in roots]
        if [sum(column) for column in zip(*bounds, strict=True)] == totals:
            return bounds
        bits *= 2


def _nullities(a: FieldMatrix, z: IsolatedRoot, m: int, count: int, bits: int) -> list[int]:
    """Upper bounds of dim ker (A - z)^k for k = 1, .., count."""
    if m == 1:
        return [1] * count
    at = discs.from_rectangle(z.box(bits), bits)
    base = [
        [
            discs.subtract(a.field.disc(c, bits), at) if i == j else a.field.disc(c, bits)
            for j, c in enumerate(row)
        ]
        for i, row in enumerate(a.coordinates)
    ]
    power, found = base, []
    for _ in range(count):
        found.append(min(m, a.order - rank_bound(power, bits)))
        power = discs.product(power, base, bits)
    return found


def rank_bound(rows: Rows, bits: int) -> int:
    """A number of pivots that are not 0, by elimination with full pivoting: a lower bound of the rank."""
    rest, rank = [list(row) for row in rows], 0
    while rest and rest[0]:
        _, i, j = max(
            (discs.distance_from_zero(x), i, j) for i, row in enumerate(rest) for j, x in enumerate(row)
        )
        if not discs.excludes_zero(rest[i][j]):
            break
        pivot = rest.pop(i)
        rest = _eliminated(rest, pivot, j, bits)
        rank += 1
    return rank


def _eliminated(rest: Rows, pivot: list[Disc], j: int, bits: int) -> Rows:
    inverse = discs.inverse(pivot[j], bits)
    reduced = []
    for row in rest:
        factor = discs.multiply(row[j], inverse, bits)
        reduced.append(
            [
                discs.subtract(x, discs.multiply(factor, p, bits))
                for k, (x, p) in enumerate(zip(row, pivot, strict=True))
                if k != j
            ]
        )
    return reduced
