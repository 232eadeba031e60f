"""affine(A, b): what the iterates of x -> A x + b do, from every start and from one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from symspec.algebra.coerce import matrix
from symspec.algebra.column import column_vector
from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis, analyze
from symspec.errors import (
    BudgetExceededError,
    InputError,
    InternalError,
    UndefinedError,
    UnsupportedFieldError,
)
from symspec.spectral.affine import AffineSpace, augmented, fixed_points, iterate, orbit
from symspec.truth import Behavior

if TYPE_CHECKING:
    from symspec.certificate import Certificate
    from symspec.spectral.growth import Growth

# Up to that many points of an orbit are listed.
MAX_ORBIT = 100_000
# Entries of a single point may have up to that many bits.
MAX_BITS = 1 << 26


def affine(A: Any, b: Any, *, floats: str = "decimal") -> AffineMap:
    """The map x -> A x + b.

    Args:
        A: an n x n matrix, in any form that symspec.matrix takes.
        b: its n entries: a list of numbers, a list of n rows with one entry each, text such as "[1, 1/2]", or
            an n x 1 matrix.
        floats: how floats are read; see symspec.matrix.

    Raises:
        InputError: A is no square matrix of numbers, or b no vector of the same height.
        UnsupportedFieldError: an entry is irrational.

    >>> f = affine("1/2 [[1, 0], [0, 1]]", [1, 3])
    >>> print(f.behavior.value, f.fixed_point, *f.orbit([0, 0], 2))
    converges [[2], [6]] [[0], [0]] [[1], [3]] [[3/2], [9/2]]
    """
    a = matrix(A, floats=floats)
    if a.field.degree > 1:
        raise UnsupportedFieldError("affine maps are studied over the rational numbers only.")
    return AffineMap(a, _vector("b", b, a, floats))


@dataclass(frozen=True)
class AffineMap:
    """x -> A x + b, with x_(n+1) = A x_n + b.

    Attributes:
        matrix: A.
        vector: b, n x 1.

    With a fixed point c, x_n = c + A^n (x_0 - c). Without one no orbit converges, as the limit would be one.

    >>> f = affine("1/2 0; 0 1/3", [1, 1])
    >>> print(f.fixed_point)
    [[2], [3/2]]
    """

    matrix: ExactMatrix
    vector: ExactMatrix

    # -- every start --

    @cached_property
    def linear_part(self) -> Analysis:
        """The analysis of A."""
        return analyze(self.matrix)

    @cached_property
    def augmented(self) -> Analysis:
        """The analysis of [[A, b], [0, 1]], whose powers take (x_0, 1) to (x_n, 1)."""
        return analyze(augmented(self.matrix, self.vector))

    @cached_property
    def behavior(self) -> Behavior:
        """What the iterates do, over all starts.

        Returns:
            TENDS_TO_ZERO iff x_n -> 0 from every start: A^n -> 0 and b = 0;
            CONVERGES iff x_n converges from every start: A^n converges and there is a fixed point;
            BOUNDED_DIVERGENT iff every orbit is bounded, and one has no limit;
            UNBOUNDED iff some orbit is unbounded.

        The orbits converge, or are bounded, iff the powers of [[A, b], [0, 1]] do: apply them to (x_0, 1).
        """
        if self.vector.is_zero and self.linear_part.behavior is Behavior.TENDS_TO_ZERO:
            return Behavior.TENDS_TO_ZERO
        return self.augmented.behavior

    @property
    def forgets_its_start(self) -> bool:
        """Every orbit tends to one and the same point: A^n -> 0, and then there is one fixed point."""
        return self.linear_part.behavior is Behavior.TENDS_TO_ZERO

    @property
    def growth(self) -> Growth:
        """Rate and degree of the powers of [[A, b], [0, 1]]: how fast orbits may grow, at least 1 and 0."""
        return self.augmented.growth

    @property
    def certificate(self) -> Certificate:
        """What symspec.verify accepts, about [[A, b], [0, 1]]: its powers converge, are bounded, or not."""
        return self.augmented.certificate

    # -- fixed points --

    @cached_property
    def fixed_points(self) -> AffineSpace | None:
        """{x : A x + b = x}: a point, a line, ..; None where it is empty."""
        return fixed_points(self.matrix, self.vector)

    @property
    def fixed_point(self) -> ExactMatrix:
        """(I - A)^-1 b, the only fixed point.

        Raises:
            UndefinedError: there is none, or there is more than one.
        """
        found = self.fixed_points
        if found is None:
            raise UndefinedError("there is no fixed point: b is not in the image of I - A.")
        if found.dimension:
            raise UndefinedError(
                f"there is more than one fixed point: they form an affine space of dimension "
                f"{found.dimension}; see fixed_points."
            )
        return found.point

    @cached_property
    def drift(self) -> ExactMatrix:
        """lim x_n / n, the same from every start, for a power-bounded A.

        Returns:
            L b with L = lim (I + A + .. + A^(n-1))/n, the projector on ker(A - I) along im(A - I); it is
            lim A^n where that exists. It is 0 iff there is a fixed point, and then every orbit is bounded.

        Raises:
            UndefinedError: A^n is unbounded.
        """
        drift = self.linear_part.cesaro_limit @ self.vector
        if drift.is_zero is not (self.fixed_points is not None):
            raise InternalError("the drift contradicts the fixed points.")
        return drift

    # -- one start --

    def limit(self, x0: Any) -> ExactMatrix:
        """lim x_n from x_0.

        Returns:
            c + lim A^n (x_0 - c) for any fixed point c: (I - A)^-1 b where A^n -> 0; where A^n -> L != 0 it
            depends on the start as L x_0 does.

        Raises:
            UndefinedError: the orbit has no limit; the message says why.
            InputError: x_0 is no vector of n numbers.
        """
        start = _vector("x0", x0, self.matrix, "decimal")
        found = self.fixed_points
        if found is None:
            raise UndefinedError(
                "x_n has no limit from any start: a limit would be a fixed point, and there is none, as b is "
                "not in the image of I - A."
            )
        if self.forgets_its_start:
            return found.point
        try:
            return found.point + self.linear_part.limit_of(start - found.point)
        except UndefinedError as error:
            why = str(error).replace("A^n v has", "x_n has").replace("v has a", "x_0 - c has a")
            raise UndefinedError(f"{why} Here c is a fixed point.") from None

    def orbit(self, x0: Any, n: int) -> tuple[ExactMatrix, ...]:
        """(x_0, x_1, .., x_n), exactly."""
        return orbit(self.matrix, self.vector, *self._start(x0, n, MAX_ORBIT))

    def iterate(self, x0: Any, n: int) -> ExactMatrix:
        """x_n, exactly, without the points before it.

        Raises:
            BudgetExceededError: its entries may have too many digits.
        """
        start, steps = self._start(x0, n, None)
        rows, d = augmented(self.matrix, self.vector).integers()
        bits = steps * (d.bit_length() + max(abs(x) for row in rows for x in row).bit_length())
        if bits > MAX_BITS:
            raise BudgetExceededError(
                f"x_n for n = {n:,} may have entries of {bits:,} bits; up to {MAX_BITS:,}."
            )
        return iterate(self.matrix, self.vector, start, steps)

    def _start(self, x0: Any, n: int, largest: int | None) -> tuple[ExactMatrix, int]:
        if type(n) is not int or n < 0:
            raise InputError(f"n = {n} is no number of steps. Write a whole number, 0 or more.")
        if largest is not None and n > largest:
            raise InputError(
                f"an orbit of {n:,} points is too long to list; up to {largest:,}, or use iterate."
            )
        return _vector("x0", x0, self.matrix, "decimal"), n

    def __str__(self) -> str:
        return f"x -> {self.matrix} x + {self.vector}"


def _vector(name: str, source: Any, a: ExactMatrix, floats: str) -> ExactMatrix:
    """The n x 1 matrix of the entries, rational ones."""
    found = column_vector(name, source, a, floats=floats)
    if found.field.degree > 1:
        raise UnsupportedFieldError(f"{name} has an irrational entry; affine maps are studied over Q only.")
    return found
