"""Draw until the whole path of the solution is short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from random import Random

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.generate import plain
from symspec.exercises.generate.cost import digits
from symspec.exercises.generate.plain import Rows

TRIES = 40


def shortest(draw: Callable[[], ExactMatrix], most: int) -> ExactMatrix:
    """The first matrix that is not triangular and whose path has at most that many digits.

    After TRIES draws it is the best of them, a triangular one only if there was no other.
    """
    best: tuple[tuple[bool, int], ExactMatrix] | None = None
    for _ in range(TRIES):
        a = draw()
        cost = (is_triangular(a), digits(a))
        if cost <= (False, most):
            return a
        if best is None or cost < best[0]:
            best = (cost, a)
    assert best is not None
    return best[1]


def is_triangular(a: ExactMatrix) -> bool:
    """All entries below, or all above the diagonal are 0: the eigenvalues can be read off."""
    n = a.order
    below = any(a[i, j] for i in range(n) for j in range(i))
    above = any(a[j, i] for i in range(n) for j in range(i))
    return not (below and above)


def unimodular(rng: Random, n: int, steps: int) -> tuple[Rows, Rows]:
    """(P, P^-1), integer matrices of determinant 1: a product of that many elementary ones."""
    p, q = plain.identity(n), plain.identity(n)
    for _ in range(steps if n > 1 else 0):
        i, j = rng.sample(range(n), 2)
        c = rng.choice((-1, 1))
        for row in p:  # P E, where E = I + c e_i e_j^T
            row[j] += c * row[i]
        q[i] = [x - c * y for x, y in zip(q[i], q[j], strict=True)]
    return p, q


def product(*factors: Rows) -> Rows:
    """The product of matrices."""
    return reduce(plain.product, factors)


def jordan(blocks: Sequence[tuple[Fraction, int]]) -> Rows:
    """diag(J_size(eigenvalue), ..)."""
    n, at = sum(size for _, size in blocks), 0
    rows = [[Fraction(0)] * n for _ in range(n)]
    for z, size in blocks:
        for k in range(at, at + size):
            rows[k][k] = z
            if k + 1 < at + size:
                rows[k][k + 1] = Fraction(1)
        at += size
    return rows
