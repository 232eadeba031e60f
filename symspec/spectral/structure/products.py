"""Properties that one product of matrices decides: A^T A = I, A A^* = A^* A, A^2 = A, A^2 = I."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.structure.findings import Entry, Finding, fails, holds


def orthogonal(a: ExactMatrix) -> Finding:
    """A^T A = I. Witness against it: the first Entry of A^T A that is wrong."""
    return _equal("orthogonal", "A^T A = I", "A^T A", a.transpose @ a, a.identity())


def unitary(a: ExactMatrix) -> Finding:
    """A^* A = I. Witness against it: the first Entry of A^* A that is wrong."""
    return _equal("unitary", "A^* A = I", "A^* A", a.conjugate_transpose @ a, a.identity())


def normal(a: ExactMatrix) -> Finding:
    """A^* A = A A^*. Witness against it: the first Entry of A^* A - A A^* that is not 0."""
    star = a.conjugate_transpose
    return _equal("normal", "A^* A = A A^*", "A^* A - A A^*", star @ a - a @ star, a * 0)


def idempotent(a: ExactMatrix) -> Finding:
    """A^2 = A. Witness against it: the first Entry of A^2 that is wrong."""
    return _equal("idempotent", "A^2 = A", "A^2", a @ a, a)


def involutory(a: ExactMatrix) -> Finding:
    """A^2 = I. Witness against it: the first Entry of A^2 that is wrong."""
    return _equal("involutory", "A^2 = I", "A^2", a @ a, a.identity())


def _equal(name: str, equation: str, left: str, found: ExactMatrix, expected: ExactMatrix) -> Finding:
    if found == expected:
        return holds(name, f"{equation}.")
    pairs = zip(found.tolist(), expected.tolist(), strict=True)
    i, j, x, y = next(
        (i, j, x, y)
        for i, (row, wanted) in enumerate(pairs)
        for j, (x, y) in enumerate(zip(row, wanted, strict=True))
        if x != y
    )
    entry = Entry(i, j, x)
    return fails(name, f"{equation} fails: in {left}, {entry} should be {y}.", entry)
