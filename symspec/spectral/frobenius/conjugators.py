"""An invertible T with A T = T B, for matrices that are known to be similar."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from random import Random
from typing import Any

from symspec.algebra.blocks import matrix_like
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.frobenius.form import FrobeniusForm, frobenius_form
from symspec.spectral.profile import profile_of_charpoly

# Up to this order, times the degree of the field, T is looked for among the short solutions.
SHORT_ORDER = 6
SHORT_ATTEMPTS = 300
SHORT_CHOICES = 40


def conjugator(a: ExactMatrix, b: ExactMatrix) -> ExactMatrix:
    """T, invertible, with A T = T B.

    Algorithm: let A X = X F and B^T Y = Y F for the Frobenius form F, and S = S^T with F S = S F^T. Then
    T = X S Y^T, as A X S Y^T = X F S Y^T = X S F^T Y^T = X S Y^T B; no inverse is formed. It is divided by
    what its entries have in common. For small orders the shortest of some invertible combinations of a
    basis of {T : A T = T B} is taken: all of them are invertible but those on one hypersurface.

    >>> a, b = ExactMatrix.from_integers([[1, 1], [0, 2]]), ExactMatrix.from_integers([[2, 0], [5, 1]])
    >>> print(conjugator(a, b))
    [[4, -1], [-1, 0]]
    """
    if a == b:
        return a.identity()
    small = a.order * a.field.degree <= SHORT_ORDER
    found = _short_solution(a, b) if small else None
    return found if found is not None else conjugator_by_forms(a, b)


def conjugator_by_forms(a: ExactMatrix, b: ExactMatrix) -> ExactMatrix:
    """The T that the Frobenius forms give."""
    first, second = _form(a), _form(b.transpose)
    s = hankel_blocks(first.invariant_factors, a)
    return _primitive(first.T @ s @ second.T.transpose)


def _form(m: ExactMatrix) -> FrobeniusForm:
    return frobenius_form(m, lambda: profile_of_charpoly(m, m.charpoly, m.charpoly.factors))


def hankel_blocks(polynomials: Sequence[Polynomial], like: ExactMatrix) -> ExactMatrix:
    """S = diag of [[c_1, c_2, .., 1], [c_2, .., 1, 0], ..] for x^d + .. + c_1 x + c_0.

    Returns:
        F S = S F^T for the diagonal F of the companion matrices; S is symmetric and invertible.

    >>> print(hankel_blocks([Polynomial.of([6, -5, 1])], ExactMatrix.from_integers([[0]])))
    [[-5, 1], [1, 0]]
    """
    n, at = sum(p.degree for p in polynomials), 0
    rows: list[list[Any]] = [[0] * n for _ in range(n)]
    for p in polynomials:
        d, c = p.degree, p.coefficients
        for i in range(d):
            rows[at + i][at : at + d - i] = c[i + 1 :]
        at += d
    return like.with_entries(rows)


def _primitive(t: ExactMatrix) -> ExactMatrix:
    """A positive rational multiple with integer entries, over a number field with integer coordinates."""
    rows, _ = t._ops.integers(t._native)
    content = gcd(*(x for row in rows for x in row))
    return t._with(t._ops.matrix([[x // content for x in row] for row in rows], 1))


def _short_solution(a: ExactMatrix, b: ExactMatrix) -> ExactMatrix | None:
    """The invertible solution with the smallest entries among those that are met."""
    n = a.order
    basis = _equations(a, b).kernel
    count, draw = basis.shape[1], Random(n)
    found: list[ExactMatrix] = []
    for attempt in range(SHORT_ATTEMPTS):
        c = [int(i == attempt) if attempt < count else draw.randint(-1, 1) for i in range(count)]
        entries = (basis @ matrix_like(basis, [[x] for x in c])).tolist()
        t = a.with_entries([[entries[i * n + j][0] for j in range(n)] for i in range(n)])
        if not t.is_zero and t.has_independent_columns:
            found.append(_primitive(t))
        if len(found) == SHORT_CHOICES:
            break
    return min(found, key=_size) if found else None


def _equations(a: ExactMatrix, b: ExactMatrix) -> ExactMatrix:
    """The n^2 x n^2 matrix of T -> A T - T B, with T written row after row."""
    n, x, y = a.order, a.tolist(), b.tolist()
    rows = [
        [(x[i][k] if j == m else 0) - (y[m][j] if i == k else 0) for k in range(n) for m in range(n)]
        for i in range(n)
        for j in range(n)
    ]
    return a.with_entries(rows)


def _size(t: ExactMatrix) -> tuple[int, int]:
    rows, _ = t._ops.integers(t._native)
    entries = [abs(x) for row in rows for x in row]
    return max(entries), sum(entries)
