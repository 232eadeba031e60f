"""Stochastic matrices with small denominators: rows of probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.exercises.generate.drawing import shortest
from symspec.exercises.generate.options import require_known, whole

KNOWN = ("order", "absorbing", "digits")


def drawn(rng: Random, options: Mapping[str, Any]) -> ExactMatrix:
    """Rows that add up to 1.

    Options: order (2 to 5, default 2), absorbing (true: the last state is never left), digits (default 3).
    """
    require_known(options, KNOWN)
    n, absorbing = whole(options, "order", 2, 2, 5), options.get("absorbing", False)
    if absorbing not in (True, False):
        raise InputError('the option "absorbing" is true or false.')

    def draw() -> ExactMatrix:
        rows = [_row(rng, n) for _ in range(n)]
        if absorbing:
            rows[-1] = [Fraction(int(j == n - 1)) for j in range(n)]
        return ExactMatrix.from_fractions(rows)

    return shortest(draw, whole(options, "digits", 3, 1, 9))


def _row(rng: Random, n: int) -> list[Fraction]:
    """Positive multiples of 1/d that add up to 1, in any order."""
    d = rng.choice([d for d in (2, 3, 4, 5, 6) if d >= n])
    cuts = sorted(rng.sample(range(1, d), n - 1))
    return [Fraction(b - a, d) for a, b in zip([0, *cuts], [*cuts, d], strict=True)]
