"""A power of A with |trace| > n: some eigenvalue lies outside the unit circle."""

from __future__ import annotations

from collections.abc import Iterator

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import Trace
from symspec.decision.contraction import PRECISIONS, bits_of, cautiously_rounded

# The checker forms A^k exactly up to that length of its entries, and in fixed point beyond.
MAX_EXACT_BITS = 2048
MAX_SQUARINGS = 20


def traces(a: ExactMatrix, chi: Polynomial) -> Iterator[Trace]:
    """Claims |tr A^k| > n, at most two: the least k of all, and a power of 2 in fixed point."""
    exact = _least_exponent(chi)
    if exact and exact * bits_of(a) <= MAX_EXACT_BITS:
        yield Trace(exact, 0)
    else:
        yield from _rounded_traces(a)


def _least_exponent(chi: Polynomial) -> int | None:
    """The smallest k <= 2n + 8 with |tr A^k| > n, by Newton's identities, if there is one."""
    n = chi.degree
    e = chi.coefficients[::-1]
    sums = [e[0] * 0]
    for k in range(1, 2 * n + 9):
        tail = sum((e[i] * sums[k - i] for i in range(1, min(k - 1, n) + 1)), sums[0])
        sums.append(-tail - (k * e[k] if k <= n else 0))
        if abs(sums[k]) > n:
            return k
    return None


def _rounded_traces(a: ExactMatrix) -> Iterator[Trace]:
    """The first power of 2 for which a few bits show it; the error is bounded as the checker does."""
    n = a.order
    for bits in PRECISIONS:
        power = cautiously_rounded(a, bits)
        for j in range(MAX_SQUARINGS + 1):
            if abs(power.numerators.trace) - n * power.error > n << bits:
                yield Trace(1 << j, bits)
                return
            if not power.is_known:
                break
            power = power @ power
