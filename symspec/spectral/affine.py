"""Fixed points and orbits of x -> A x + b."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InternalError


@dataclass(frozen=True, slots=True)
class AffineSpace:
    """{point + directions t : t in Q^k}, with independent columns; one point when k = 0.

    Attributes:
        point: an n x 1 matrix.
        directions: an n x k matrix, or None for k = 0.
    """

    point: ExactMatrix
    directions: ExactMatrix | None

    @property
    def dimension(self) -> int:
        """k."""
        return 0 if self.directions is None else self.directions.shape[1]


def augmented(a: ExactMatrix, b: ExactMatrix) -> ExactMatrix:
    """[[A, b], [0, 1]], the n-th power of which is [[A^n, (I + A + .. + A^(n-1)) b], [0, 1]]."""
    last = [Fraction(0)] * a.order + [Fraction(1)]
    rows = [[*row, x] for row, (x,) in zip(a.tolist(), b.tolist(), strict=True)]
    return ExactMatrix.from_fractions([*rows, last], backend=a.backend)


def fixed_points(a: ExactMatrix, b: ExactMatrix) -> AffineSpace | None:
    """{x : A x + b = x}, or None where it is empty.

    Algorithm: the kernel of the square matrix [[A - I, b], [0, 0]] has the vectors (x, t) with
    (A - I) x + t b = 0. If t = 0 for a basis of it, there is no fixed point; the others are scaled to t = 1.
    """
    big = augmented(a, b)
    basis = [list(v) for v in zip(*(big - big.identity()).kernel.tolist(), strict=True)]
    top = next((v for v in basis if v[-1]), None)
    if top is None:
        return None
    point = _column([x / top[-1] for x in top[:-1]], a)
    if a @ point + b != point:
        raise InternalError("the fixed point failed its own check.")
    kernel = (a - a.identity()).kernel
    return AffineSpace(point, kernel if kernel.shape[1] else None)


def orbit(a: ExactMatrix, b: ExactMatrix, start: ExactMatrix, n: int) -> tuple[ExactMatrix, ...]:
    """(x_0, .., x_n) with x_(k+1) = A x_k + b."""
    points = [start]
    for _ in range(n):
        points.append(a @ points[-1] + b)
    return tuple(points)


def iterate(a: ExactMatrix, b: ExactMatrix, start: ExactMatrix, n: int) -> ExactMatrix:
    """x_n, by squaring the augmented matrix."""
    power = augmented(a, b) ** n
    x = power @ _column([*(row[0] for row in start.tolist()), Fraction(1)], a)
    return _column([row[0] for row in x.tolist()[:-1]], a)


def _column(entries: list[Fraction], like: ExactMatrix) -> ExactMatrix:
    return ExactMatrix.from_fractions([[x] for x in entries], backend=like.backend)
