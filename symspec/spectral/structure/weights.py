"""Positive vectors that bound a nonnegative matrix: A w < w, A w <= w, and the quotients (A w)_i / w_i."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError, InternalError, UndefinedError
from symspec.spectral.structure.graph import graph
from symspec.spectral.structure.parts import sign

# Integer weights are tried up to that many bits before the exact solution is taken as it is.
SHORT_BITS = 24


@dataclass(frozen=True, slots=True)
class RadiusBounds:
    """low <= rho(A) <= high: the least and the largest of (A w)_i / w_i, for A >= 0 and w > 0.

    Attributes:
        low, high: the bounds.
        weights: w, n x 1.

    With W = diag(w), W^-1 A W has these quotients as row sums: its norm is high. From A w >= low w follows
    A^n w >= low^n w.

    References: Collatz, Math. Z. 48 (1942); Wielandt, Math. Z. 52 (1950).
    """

    low: Any
    high: Any
    weights: ExactMatrix


def collatz_wielandt(a: ExactMatrix, weights: ExactMatrix) -> RadiusBounds:
    """The bounds that positive weights give for a nonnegative A.

    >>> from symspec.algebra.coerce import matrix
    >>> a = matrix("[[1, 2], [3, 1]]")
    >>> b = collatz_wielandt(a, a.with_entries([[1], [1]]))
    >>> print(b.low, b.high)
    3 4

    Raises:
        InputError: a weight is not positive, or an entry of A is negative.
    """
    w = [row[0] for row in weights.tolist()]
    if any(sign(x) != 1 for x in w):
        raise InputError("the weights must be positive.")
    if any((sign(x) or 0) < 0 or sign(x) is None for row in a.tolist() for x in row):
        raise InputError("the matrix has an entry that is not at least 0: the quotients bound nothing.")
    quotients = [row[0] / x for row, x in zip((a @ weights).tolist(), w, strict=True)]
    return RadiusBounds(_least(quotients), -_least([-q for q in quotients]), weights)


def _least(values: Sequence[Any]) -> Any:
    found = values[0]
    for x in values[1:]:
        if sign(x - found) == -1:
            found = x
    return found


MAX_STEPS = 100_000


def radius_bounds_by_steps(a: ExactMatrix, steps: int = 8, bits: int = 32) -> RadiusBounds:
    """Collatz-Wielandt bounds for w = (A + I)^steps (1, .., 1), rounded: any positive w bounds rho.

    For a rational A >= 0. They close in on rho as steps and bits grow, for an irreducible A.
    """
    if type(steps) is not int or not 0 <= steps <= MAX_STEPS:
        raise InputError(f"{steps!r} is no number of steps; write an integer from 0 to {MAX_STEPS}.")
    rows, d = a.integers()
    w = [1] * len(rows)
    for _ in range(steps):
        w = [sum(x * y for x, y in zip(row, w, strict=True)) + d * w[i] for i, row in enumerate(rows)]
        excess = max(0, max(w).bit_length() - bits)
        w = [max(1, x >> excess) for x in w]
        common = gcd(*w)
        w = [x // common for x in w]
    return collatz_wielandt(a, ExactMatrix.from_integers([[x] for x in w], backend=a.backend))


def contraction_weights(a: ExactMatrix) -> ExactMatrix | None:
    """w > 0 with A w < w for a nonnegative A: it exists iff rho(A) < 1; else None.

    Returns:
        a column, of short integers where these do; positivity and A w < w are checked.

    The solution of (I - A) w = (1, .., 1) is sum A^k (1, .., 1) >= 1 if rho < 1. If w > 0 and A w < w then
    rho < 1 by `collatz_wielandt`.

    >>> from symspec.algebra.coerce import matrix
    >>> print(contraction_weights(matrix("[[1/2, 3], [0, 1/3]]")), contraction_weights(matrix("[[1]]")))
    [[8], [1]] None
    """
    ones = a.with_entries([[1]] * a.order)
    try:
        exact = (a.identity() - a).solve(ones)
    except UndefinedError:
        return None
    if not _is_positive(exact):
        return None
    found = _shortened(a, exact)
    if not _is_positive(found) or not _is_positive(found - a @ found):
        raise InternalError("the weights failed their own check.")
    return found


def bounding_weights(a: ExactMatrix) -> ExactMatrix | None:
    """w > 0 with A w <= w for a nonnegative A, so that A^n is bounded; None: there is none.

    It exists iff no strong component has spectral radius above 1, and those with 1 lead to no other one.

    Algorithm: on each closed component contraction weights, or a positive w with A w = w; with these, and U
    the other indices, w_U = (I - A_UU)^-1 (A_U. w + 1).
    """
    g, n = graph(a), a.order
    w: dict[int, Any] = {}
    for c in g.closed_components:
        block = a.submatrix(c, c)
        part = contraction_weights(block) or _fixed(block)
        if part is None:
            return None
        w.update(zip(c, (row[0] for row in part.tolist()), strict=True))
    closed, rest = sorted(w), [i for i in range(n) if i not in w]
    if rest:
        q = a.submatrix(rest, rest)
        known = a.with_entries([[w[i]] for i in closed])
        right = a.submatrix(rest, closed) @ known + a.with_entries([[1]] * len(rest))
        try:
            part = (q.identity() - q).solve(right)
        except UndefinedError:
            return None
        w.update(zip(rest, (row[0] for row in part.tolist()), strict=True))
    found = a.with_entries([[w[i]] for i in range(n)])
    if not _is_positive(found):
        return None
    if any((sign(x) or 0) < 0 for (x,) in (found - a @ found).tolist()):
        raise InternalError("the weights failed their own check.")
    return found


def _fixed(block: ExactMatrix) -> ExactMatrix | None:
    kernel = (block - block.identity()).kernel
    return kernel if kernel.shape[1] == 1 and _is_positive(kernel) else None


def _is_positive(v: ExactMatrix) -> bool:
    return all(sign(x) == 1 for (x,) in v.tolist())


def _shortened(a: ExactMatrix, exact: ExactMatrix) -> ExactMatrix:
    """Short integers near a multiple of the weights that still do, or the weights."""
    if isinstance(a, FieldMatrix):
        return exact
    w = [row[0] for row in exact.tolist()]
    for bits in range(SHORT_BITS):
        scale = Fraction(1 << bits) / max(w)
        short = [max(1, round(x * scale)) for x in w]
        column = ExactMatrix.from_integers([[x] for x in short], backend=a.backend)
        if _is_positive(column - a @ column):
            return column
    return exact
