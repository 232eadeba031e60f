"""What the facts about a matrix may cost, estimated before anything is computed."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.budget import Budget


@dataclass(frozen=True, slots=True)
class Cost:
    """What the work on one matrix may come to.

    Attributes:
        bits: no coefficient of det(x I - A), over a common denominator, is longer.
        degree: of det(x I - A) over Q.
        seconds: more than the facts were seen to take.
    """

    bits: int
    degree: int
    seconds: float

    def refusal(self, budget: Budget) -> str:
        """Which bound of the budget is not kept, in one sentence; "" if all are."""
        if budget.degree is not None and self.degree > budget.degree:
            return (
                f"det(x I - A) has degree {self.degree:,} over the rational numbers; "
                f"the budget allows {budget.degree:,}."
            )
        if budget.bits is not None and self.bits > budget.bits:
            return (
                f"the coefficients of det(x I - A) may have {self.bits:,} bits; "
                f"the budget allows {budget.bits:,}."
            )
        return ""


def cost(a: ExactMatrix) -> Cost:
    """The estimate for A = M/d, M integer; over a field of degree f for its regular representation.

    Returns:
        bits: a coefficient of det(x I - M) of order k is a sum of C(n, k) minors, each at most the product
            of k rows' lengths (Hadamard): n + sum of max(0, log2 |row|) bits; and n log2 d for d^n.
        seconds: with n the degree, a term that grows as n^2 for what is done root by root, and one that
            grows as n^3 bits^(3/2) for what is done with the matrix.

    >>> cost(ExactMatrix.from_integers([[3, 4], [0, 1]], 2))
    Cost(bits=10, degree=2, seconds=0.0402)
    """
    rows, d = a._ops.integers(a.regular) if isinstance(a, FieldMatrix) else a.integers()
    n = len(rows)
    bits = n + sum(_length_bits(row) for row in rows) + n * (d.bit_length() if d > 1 else 0)
    return Cost(bits, n, _seconds(n, bits))


def _length_bits(row: list[int]) -> int:
    """At least log2 of the Euclidean length of the row."""
    return (sum(x * x for x in row).bit_length() + 1) // 2


def _seconds(n: int, bits: int) -> float:
    by_roots = 0.01 * n**2 * (1 + bits / 2000)
    by_matrices = 5e-8 * n**3 * float((1 + bits / 64) ** 1.5)
    return round(by_roots + by_matrices, 5)
