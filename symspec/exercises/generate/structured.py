"""P J P^-1 for a chosen or drawn Jordan form: the fate of the powers is prescribed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.exercises.generate.drawing import jordan, product, shortest, unimodular
from symspec.exercises.generate.options import fate, rational, require_known, whole
from symspec.truth import Behavior

KNOWN = ("order", "behavior", "diagonalizable", "blocks", "digits")
Blocks = list[tuple[Fraction, int]]
# Eigenvalues inside the unit circle with one denominator, so that entries have it too.
INSIDE = tuple(
    tuple(Fraction(x) for x in pool) for pool in (("0", "1/2", "-1/2"), ("0", "1/3", "-1/3", "2/3"))
)
OUTSIDE = tuple(Fraction(x) for x in (2, -2, 3, -3, 4, 5))
ONE, TO_ZERO = Fraction(1), Behavior.TENDS_TO_ZERO


def drawn(rng: Random, options: Mapping[str, Any]) -> ExactMatrix:
    """A matrix with the blocks, or with the order and behavior, that the options ask for.

    Options: order (2 to 6, default 3), behavior (one of the four), diagonalizable (true or false), or
    blocks ([{eigenvalue = "1/2", size = 2}, ..]); digits (default 2): how long numbers of the path may be.
    """
    require_known(options, KNOWN)
    most = whole(options, "digits", 2, 1, 9)
    given = _given(options)

    def draw() -> ExactMatrix:
        blocks = given or _blocks(rng, options)
        n = sum(size for _, size in blocks)
        p, q = unimodular(rng, n, n + 1)
        return ExactMatrix.from_fractions(product(p, jordan(blocks), q))

    return shortest(draw, most)


def _given(options: Mapping[str, Any]) -> Blocks:
    given = options.get("blocks", [])
    if not isinstance(given, list) or not all(isinstance(b, Mapping) for b in given):
        raise InputError('the option "blocks" is a list of {eigenvalue = "1/2", size = 2}.')
    if given and len(options.keys() - {"blocks", "digits"}):
        raise InputError('the option "blocks" says all: leave out "order", "behavior" and "diagonalizable".')
    blocks = [(rational(b.get("eigenvalue"), "an eigenvalue"), whole(b, "size", 1, 1, 6)) for b in given]
    if sum(size for _, size in blocks) > 8:
        raise InputError("the blocks of a generated matrix have at most 8 rows in all.")
    return blocks


def _blocks(rng: Random, options: Mapping[str, Any]) -> Blocks:
    n = whole(options, "order", 3, 2, 6)
    wanted = fate(options) or rng.choice(list(Behavior))
    diagonalizable = options.get("diagonalizable")
    if diagonalizable not in (None, True, False):
        raise InputError('the option "diagonalizable" is true or false.')
    if diagonalizable is None:
        diagonalizable = rng.random() < 0.5 or (n == 2 and wanted.is_bounded and wanted is not TO_ZERO)
    top = _top(rng, wanted, n, diagonalizable)
    rest = n - sum(size for _, size in top)
    return top + _inside(rng, rest, diagonalizable or any(size > 1 for _, size in top))


def _top(rng: Random, wanted: Behavior, n: int, diagonalizable: bool) -> Blocks:
    """The blocks that decide; the others have eigenvalues inside the unit circle."""
    if wanted is TO_ZERO:
        return []
    if wanted is Behavior.UNBOUNDED:
        if diagonalizable:
            return [(rng.choice(OUTSIDE), 1)]
        return [(rng.choice((ONE, -ONE, Fraction(2))), 2)]
    # room for a block of size 2 inside, where one is asked for
    room = n if diagonalizable else n - 2
    if wanted is Behavior.CONVERGES:
        if room < 1:
            raise InputError("a 2 x 2 matrix that converges, not to 0, is diagonalizable: use order 3.")
        return [(ONE, 1)] * rng.randint(1, max(1, min(2, room, n - 1)))
    if room < 1:
        raise InputError("a 2 x 2 matrix with bounded divergent powers is diagonalizable: use order 3.")
    return [(-ONE, 1), *[(ONE, 1)] * rng.randint(0, min(1, room - 1))]


def _inside(rng: Random, n: int, diagonalizable: bool) -> Blocks:
    blocks: Blocks = []
    pool = rng.choice(INSIDE)
    if not diagonalizable and n >= 2:
        blocks.append((rng.choice(pool), 2))
        n -= 2
    return blocks + [(rng.choice(pool), 1) for _ in range(n)]
