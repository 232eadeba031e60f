"""Cyclotomic polynomials, and the polynomial in x + 1/x behind a self-reciprocal one."""

from __future__ import annotations

from symspec.algebra.backend import Backend
from symspec.algebra.polynomial import Polynomial


def cyclotomic(m: int, ops: Backend) -> Polynomial:
    """Phi_m, whose roots are the primitive m-th roots of unity: (x^m - 1) / prod of Phi_d, d < m dividing m.

    >>> from symspec.algebra.backend import backend
    >>> print(cyclotomic(12, backend()))
    x^4 - x^2 + 1
    """
    p = Polynomial.of([-1] + [0] * (m - 1) + [1], ops=ops)
    for d in range(1, m):
        if m % d == 0:
            p = p // cyclotomic(d, ops)
    return p


def trace_polynomial(p: Polynomial) -> Polynomial:
    """The T with p(x) = x^h T(x + 1/x), for p of degree 2h with p* = p.

    Algorithm: p(x)/x^h = c_0 + sum c_k (x^k + x^-k), and V_k(x + 1/x) = x^k + x^-k for V_0 = 2, V_1 = y,
    V_(k+1) = y V_k - V_(k-1).

    >>> print(trace_polynomial(Polynomial.of([1, 1, 1, 1, 1])))
    x^2 + x - 1
    """
    middle = p.coefficients[p.degree // 2 :]
    y = Polynomial.of([0, 1], ops=p._ops)
    before, current, total = p.constant(2), y, p.constant(middle[0])
    for c in middle[1:]:
        total += current * c
        before, current = current, y * current - before
    return total
