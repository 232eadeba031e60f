"""Elimination modulo a prime: pivot positions as witnesses of a rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from math import gcd

WITNESS_PRIMES = (2**31 - 1, 2**61 - 1, 2**89 - 1, 2**107 - 1)


def witness_primes() -> Iterator[int]:
    """The witness primes and others without end, for what is known: a minor that is not 0 has few divisors.

    >>> from itertools import islice
    >>> list(islice(witness_primes(), 4)) == list(WITNESS_PRIMES)
    True
    """
    yield from WITNESS_PRIMES
    from sympy import nextprime

    prime = WITNESS_PRIMES[1]
    while True:
        prime = nextprime(prime)
        yield prime


def pivot_columns(rows: Sequence[Sequence[int]], modulus: int) -> tuple[int, ...]:
    """The pivot columns of the echelon form modulo a prime; their number is the rank there.

    >>> pivot_columns([[1, 2, 3], [2, 4, 7]], 101)
    (0, 2)
    """
    remaining, pivots = [[x % modulus for x in row] for row in rows], []
    for column in range(len(rows[0]) if rows else 0):
        index = next((i for i, row in enumerate(remaining) if row[column]), None)
        if index is None:
            continue
        pivots.append(column)
        pivot = remaining.pop(index)
        inverse = pow(pivot[column], -1, modulus)
        scaled = [x * inverse % modulus for x in pivot]
        remaining = [_reduced(row, scaled, column, modulus) for row in remaining]
    return tuple(pivots)


def _reduced(row: list[int], pivot: list[int], column: int, modulus: int) -> list[int]:
    factor = row[column]
    return [(x - factor * y) % modulus for x, y in zip(row, pivot, strict=True)] if factor else row


def primitive(vector: Sequence[int]) -> tuple[int, ...]:
    """The vector divided by the greatest common divisor of its entries, first non-zero entry positive."""
    content = reduce(gcd, vector, 0) or 1
    leading = next((x for x in vector if x), 1)
    return tuple(x // (content if leading > 0 else -content) for x in vector)
