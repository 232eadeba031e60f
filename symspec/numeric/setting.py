"""A matrix and its claimed spectrum in mpmath, at one working precision."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.profile import FactorProfile, JordanProfile

GUARD_BITS = 32


class UnclearError(Exception):
    """The working precision does not tell; a higher one may."""


@dataclass(frozen=True)
class Setting:
    """A and the roots of its irreducible factors as mpmath numbers.

    Every setting has a context of its own, so no precision is shared with anybody.

    Attributes:
        a: the exact matrix.
        profile: what is claimed about it.
        digits: the working precision in decimal digits.
    """

    a: ExactMatrix
    profile: JordanProfile
    digits: int

    def at(self, digits: int) -> Setting:
        """The same at another working precision."""
        return Setting(self.a, self.profile, digits)

    @cached_property
    def context(self) -> Any:
        """An own mpmath context."""
        import mpmath

        context = mpmath.mp.clone()
        context.dps = self.digits
        return context

    def number(self, value: Fraction | int | FieldElement) -> Any:
        """The number, rounded."""
        if isinstance(value, FieldElement):
            bits = self.context.prec + GUARD_BITS
            x, y, _ = value.field.disc(value.coordinates, bits)
            return self.context.mpc(*(self.context.ldexp(self.context.mpf(part), -bits) for part in (x, y)))
        return self.context.mpf(value.numerator) / value.denominator

    def matrix(self, exact: ExactMatrix) -> Any:
        """The exact matrix, rounded."""
        return self.context.matrix([[self.number(x) for x in row] for row in exact.tolist()])

    @cached_property
    def A(self) -> Any:
        """The matrix itself."""
        return self.matrix(self.a)

    @cached_property
    def identity(self) -> Any:
        """I."""
        return self.context.eye(self.a.order)

    def factor_roots(self, factor: FactorProfile) -> list[Any]:
        """The roots of one irreducible factor, each once.

        Raises:
            UnclearError: mpmath did not find them.
        """
        return [z for z, f in self.roots if f is factor]

    def _computed_roots(self, factor: FactorProfile) -> list[Any]:
        coefficients = [self.number(c) for c in reversed(factor.polynomial.coefficients)]
        if len(coefficients) == 2:
            return [-coefficients[1] / coefficients[0]]
        for extra in (1, 4):  # Durand-Kerner needs more where the roots are close together
            try:
                return list(
                    self.context.polyroots(coefficients, maxsteps=200, extraprec=extra * self.context.prec)
                )
            except self.context.NoConvergence:
                continue
        raise UnclearError("mpmath.polyroots did not converge")

    @cached_property
    def roots(self) -> tuple[tuple[Any, FactorProfile], ...]:
        """Every claimed eigenvalue once, with its factor."""
        return tuple((z, f) for f in self.profile.factors for z in self._computed_roots(f))

    def power(self, base: Any, exponent: int) -> Any:
        """base^exponent, with base^0 = I."""
        result = self.identity
        for bit in bin(exponent)[2:]:
            result = result * result
            result = result * base if bit == "1" else result
        return result

    def squared(self, base: Any, times: int) -> Any:
        """base^(2^times)."""
        for _ in range(times):
            base = base * base
        return base

    def size(self, m: Any) -> Any:
        """The Frobenius norm: at least the modulus of every eigenvalue."""
        return self.context.sqrt(sum((abs(x) ** 2 for x in m), self.context.mpf(0)))

    def distance(self, x: Any, y: Any) -> Any:
        """|x - y| relative to max(1, |y|)."""
        return self.size(x - y) / max(1, self.size(y))

    def is_clearly_zero(self, x: Any) -> bool:
        """x is below 10^-(3/4 of the digits) or above 10^-(half of the digits).

        Raises:
            UnclearError: it lies between.
        """
        ten = self.context.mpf(10)
        if abs(x) < ten ** (-3 * self.digits // 4):
            return True
        if abs(x) > ten ** (-self.digits // 2):
            return False
        raise UnclearError(f"{self.digits} digits do not tell a small number from 0")

    @cached_property
    def interpolated(self) -> tuple[Any, Any]:
        """(q(A), |mu(A)|): q interpolates z at each eigenvalue z, with vanishing derivatives up to its index.

        Newton's form with confluent nodes; q(A) is the diagonalizable part if mu(A) = prod (A - z)^index = 0.
        |mu(A)| is relative to the largest partial product, which bounds the rounding.
        """
        nodes = [z for z, f in self.roots for _ in range(f.index)]
        coefficients = [*divided_differences(nodes, self.context.mpf(0)), self.context.mpf(0)]
        value, product = coefficients[0] * self.identity, self.identity
        largest = self.context.mpf(1)
        for z, c in zip(nodes, coefficients[1:], strict=True):
            product = product * (self.A - z * self.identity)
            value = value + c * product
            largest = max(largest, self.size(product))
        return value, self.size(product) / largest


def divided_differences(nodes: list[Any], zero: Any) -> list[Any]:
    """Of a function that is z at each node z, with vanishing derivatives; equal nodes must stand together."""
    column, found = list(nodes), list(nodes[:1])
    for order in range(1, len(nodes)):
        widths = [nodes[i + order] - nodes[i] for i in range(len(nodes) - order)]
        column = [(column[i + 1] - column[i]) / w if w else zero for i, w in enumerate(widths)]
        found.append(column[0])
    return found
