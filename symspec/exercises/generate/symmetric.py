"""Symmetric matrices with rational eigenvalues and orthogonal eigenvectors of small integers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.exercises.generate.drawing import shortest
from symspec.exercises.generate.options import require_known, whole
from symspec.exercises.generate.plain import identity

KNOWN = ("order", "digits")


def drawn(rng: Random, options: Mapping[str, Any]) -> ExactMatrix:
    """sum c_i v_i v_i^T over orthogonal integer vectors v_i: the eigenvalues are c_i |v_i|^2 and 0.

    Options: order (2 to 5, default 2), digits (default 2).
    """
    require_known(options, KNOWN)
    n = whole(options, "order", 2, 2, 5)
    return shortest(lambda: _one(rng, n), whole(options, "digits", 2, 1, 9))


def _one(rng: Random, n: int) -> ExactMatrix:
    vectors = _orthogonal(rng, n)
    rows = [[Fraction(0)] * n for _ in range(n)]
    scale = rng.choice((1, 1, 2))
    for v in vectors:
        norm = sum(x * x for x in v)
        c = Fraction(rng.randint(-2, 3) * (1 if norm > 2 else scale), norm if rng.random() < 0.3 else 1)
        for i in range(n):
            for j in range(n):
                rows[i][j] += c * v[i] * v[j]
    return ExactMatrix.from_fractions(rows)


def _orthogonal(rng: Random, n: int) -> list[list[int]]:
    """I, with pairs of coordinates turned: e_i, e_j become (a, b), (-b, a)."""
    vectors = [[int(x) for x in row] for row in identity(n)]
    places = list(range(n))
    rng.shuffle(places)
    for i, j in zip(places[::2], places[1::2], strict=False):
        a, b = rng.choice(((1, 1), (1, 2), (2, 1), (1, -1)))
        u, v = vectors[i], vectors[j]
        vectors[i] = [a * x + b * y for x, y in zip(u, v, strict=True)]
        vectors[j] = [-b * x + a * y for x, y in zip(u, v, strict=True)]
    return vectors
