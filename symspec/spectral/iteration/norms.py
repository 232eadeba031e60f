"""v, A v, A^2 v, .. exactly, with squares of Euclidean norms and their quotients."""

from __future__ import annotations

from typing import Any

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.errors import BudgetExceededError, InputError, UndefinedError

MAX_STEPS = 100_000
# Bits of all numbers of an orbit together, at most; about 100 MB.
MAX_BITS = 1 << 29


def orbit(a: ExactMatrix, v: ExactMatrix, steps: int) -> tuple[ExactMatrix, ...]:
    """(v, A v, .., A^steps v), exactly.

    Raises:
        InputError: the number of steps is no integer >= 0.
        BudgetExceededError: the entries would have too many digits, all together.

    >>> from symspec.algebra.coerce import matrix
    >>> a = matrix([[1, 1], [1, 0]])
    >>> print(*orbit(a, ExactMatrix.from_integers([[1], [0]], backend=a.backend), 3))
    [[1], [0]] [[1], [1]] [[2], [1]] [[3], [2]]
    """
    _require_steps(a, steps)
    found = [v]
    while len(found) <= steps:
        found.append(a @ found[-1])
    return tuple(found)


def _require_steps(a: ExactMatrix, steps: int) -> None:
    if not isinstance(steps, int) or isinstance(steps, bool) or steps < 0:
        raise InputError(f"{steps} is no number of steps; write an integer >= 0.")
    rows, denominator = a._ops.integers(a._native)
    size = (
        max(x.bit_length() for row in rows for x in row) + denominator.bit_length() + len(rows).bit_length()
    )
    bits = len(rows) * size * steps * steps // 2
    if steps > MAX_STEPS or bits > MAX_BITS:
        raise BudgetExceededError(
            f"{steps} exact steps may have {bits} bits in all; the limits are {MAX_STEPS} steps and "
            f"{MAX_BITS} bits. Take fewer steps, or iterate numerically."
        )


def squared_norm(v: ExactMatrix) -> Any:
    """|v|^2 = v^* v: a fraction, or an element of a number field."""
    if isinstance(v, FieldMatrix):
        return (v.conjugate_transpose @ v)[0, 0]
    return (v.transpose @ v)[0, 0]


def squared_ratios(norms: tuple[Any, ...]) -> tuple[Any, ...]:
    """|A^(k+1) v|^2 / |A^k v|^2 from the squares of the norms.

    Raises:
        UndefinedError: A^k v = 0 for some k.
    """
    zero = next((k for k, x in enumerate(norms[:-1]) if x == 0), None)
    if zero is not None:
        raise UndefinedError(f"A^{zero} v = 0: the quotient of the norms {zero + 1} and {zero} is 0/0.")
    return tuple(y / x for x, y in zip(norms, norms[1:], strict=False))
