"""an.gershgorin: the discs of A by rows and by columns, and what they prove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError, UndefinedError
from symspec.spectral.gershgorin.bounds import (
    DiagonalDominance,
    DiscBound,
    Kind,
    better,
    diagonal_dominance,
    disc_bound,
)
from symspec.spectral.gershgorin.discs import DiscFamily, Side, disc_family
from symspec.spectral.gershgorin.scaling import scaled_rows, weights_read
from symspec.spectral.symmetric.normality import why_not_hermitian


@dataclass(frozen=True)  # without slots: discs are formed when they are first asked for
class Gershgorin:
    """Every eigenvalue lies in the union of the discs by rows, and in that by columns.

    Attributes:
        matrix: A.

    >>> from fractions import Fraction
    >>> from symspec.algebra.coerce import matrix
    >>> found = Gershgorin(matrix([[3, "1/10", "3/10", 1], ["1/10", 1, "1/10", "1/5"],
    ...                            ["3/10", "1/10", 5, 0], [1, "1/5", 0, "9/5"]]))
    >>> print(found.lower_bound.statement, "|", found.lower_bound.excludes(Fraction(1, 2)))
    every eigenvalue is >= 3/5 | True
    """

    matrix: ExactMatrix

    @cached_property
    def rows(self) -> DiscFamily:
        """|z - a_ii| <= sum of |a_ij| over j != i."""
        return disc_family(self.matrix, "rows")

    @cached_property
    def columns(self) -> DiscFamily:
        """|z - a_ii| <= sum of |a_ji| over j != i."""
        return disc_family(self.matrix, "columns")

    @property
    def intervals(self) -> tuple[tuple[Any, Any], ...]:
        """[a_ii - r_i, a_ii + r_i] for a Hermitian A; each eigenvalue is real and lies in one of them.

        Raises:
            UndefinedError: A is not Hermitian; discs need not be intervals.
        """
        reason = why_not_hermitian(self.matrix)
        if reason:
            raise UndefinedError(f"the discs stand for intervals where A is Hermitian: {reason}")
        return self.rows.intervals

    def scaled(self, weights: Sequence[Any], *, by: Side = "rows") -> DiscFamily:
        """The discs of D^-1 A D with D = diag(weights), which has the eigenvalues of A.

        Args:
            weights: n positive rational numbers.
            by: "rows" or "columns".

        Raises:
            InputError: the weights are not n positive rational numbers.
        """
        read = weights_read(weights)
        if len(read) != self.matrix.order or by not in {"rows", "columns"}:
            raise InputError(f"write {self.matrix.order} positive weights, and by='rows' or by='columns'.")
        return disc_family(self.matrix, by, read)

    # -- bounds --

    @cached_property
    def lower_bound(self) -> DiscBound:
        """min (Re a_ii - r_i) over the rows, or over the columns where that is larger."""
        return self._plain("lower")

    @cached_property
    def upper_bound(self) -> DiscBound:
        """max (Re a_ii + r_i) over the rows, or over the columns where that is smaller."""
        return self._plain("upper")

    @cached_property
    def radius_bound(self) -> DiscBound:
        """max (|a_ii| + r_i) over the rows, or over the columns where that is smaller."""
        return self._plain("radius")

    @cached_property
    def scaled_lower_bound(self) -> DiscBound:
        """The same for D^-1 A D by rows, D near the best choice; lower_bound where it is no better."""
        return self._scaled("lower", self.lower_bound)

    @cached_property
    def scaled_upper_bound(self) -> DiscBound:
        """The same for D^-1 A D by rows, D near the best choice; upper_bound where it is no better."""
        return self._scaled("upper", self.upper_bound)

    @cached_property
    def scaled_radius_bound(self) -> DiscBound:
        """The same for D^-1 A D by rows, D near the best choice; radius_bound where it is no better.

        The best one is the spectral radius of the matrix of the |a_ij|.
        """
        return self._scaled("radius", self.radius_bound)

    def _plain(self, kind: Kind) -> DiscBound:
        return better(disc_bound(self.rows, kind), disc_bound(self.columns, kind))

    def _scaled(self, kind: Kind, plain: DiscBound) -> DiscBound:
        weights = scaled_rows(self.matrix, kind)
        return better(plain, disc_bound(disc_family(self.matrix, "rows", weights), kind))

    @cached_property
    def dominance(self) -> DiagonalDominance | None:
        """Why A is invertible by diagonal dominance, also after scaling; None: it does not tell."""
        return diagonal_dominance(self.matrix, scaled_rows(self.matrix, "dominance"))

    def __str__(self) -> str:
        return f"{self.rows}\n{self.columns}"
