"""Properties of the powers: nilpotent, unipotent, of finite order."""

from __future__ import annotations

from math import lcm
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.structure.findings import Finding, fails, holds

# A^m = I is checked by squaring up to this order; beyond, the powers could be long.
LARGEST_CHECKED = 10_000


def nilpotent(chi: Polynomial, profile: Any) -> Finding:
    """A^m = 0 for some m. Witness: the least m >= 1; against it: det(x I - A)."""
    if any(c != 0 for c in chi.coefficients[:-1]):
        return fails("nilpotent", f"det(x I - A) = {chi} is not {_power('x', chi.degree)}.", chi)
    index = profile().factors[0].index
    return holds(
        "nilpotent", f"det(x I - A) = {_power('x', chi.degree)}, and {_power('A', index)} = 0.", index
    )


def unipotent(chi: Polynomial, profile: Any) -> Finding:
    """(A - I)^m = 0 for some m. Witness: the least m >= 1; against it: det(x I - A)."""
    if chi != chi.of_same([-1, 1]) ** chi.degree:
        return fails("unipotent", f"det(x I - A) = {chi} is not {_power('(x - 1)', chi.degree)}.", chi)
    index = profile().factors[0].index
    power, zero = _power("(x - 1)", chi.degree), _power("(A - I)", index)
    return holds("unipotent", f"det(x I - A) = {power}, and {zero} = 0.", index)


def _power(base: str, exponent: int) -> str:
    """base^exponent, without an exponent 1 and the brackets that it needs."""
    return f"{base}^{exponent}" if exponent > 1 else base.removeprefix("(").removesuffix(")")


def finite_order(a: ExactMatrix, profile: Any) -> Finding:
    """A^m = I for some m >= 1. Witness: the least m; against it: the factor of the profile that forbids it.

    A^m = I iff A is diagonalizable and all eigenvalues are m-th roots of unity, as x^m - 1 has simple roots.
    """
    name, orders = "of finite order", []
    for f in profile().factors:
        value = getattr(f, "value", None)
        order = f.unity_order if value is None else value.order_as_root_of_unity
        root = -f.polynomial(0) if value is None and f.polynomial.degree == 1 else value
        what = f"roots of {f.polynomial}" if root is None else f"eigenvalue {root}"
        if not order:
            unity = "are no roots of unity" if root is None else "is no root of unity"
            return fails(name, f"the {what} {unity}.", f)
        if f.index > 1:
            have = "have Jordan blocks" if root is None else "has a Jordan block"
            return fails(name, f"the {what} {have} of size {f.index}.", f)
        orders.append(order)
    m = lcm(*orders)
    if m <= LARGEST_CHECKED and a**m != a.identity():
        raise InternalError("the order of the matrix failed its own check.")
    return holds(
        name, f"A is diagonalizable, all eigenvalues are roots of unity, and {_power('A', m)} = I.", m
    )
