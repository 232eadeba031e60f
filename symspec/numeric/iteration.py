"""Iterated maps in floating point: norms of A^n v and their quotients with mpmath, at any precision."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.fact import guarded

if TYPE_CHECKING:
    from symspec.spectral.iteration.power_iteration import PowerIteration

MOST_DIGITS = 1000
MOST_STEPS = 100_000
GUARD = 10


@dataclass(frozen=True, slots=True)
class NormSeries:
    """|v|, |A v|, .., |A^steps v| in the Euclidean norm, rounded; decides nothing.

    Attributes:
        digits: of the decimals.
        norms: steps + 1 of them.
        ratios: |A^(n+1) v|/|A^n v|, steps of them, fewer where A^n v = 0.
        rescaled: whether A was divided by its spectral radius first.
    """

    digits: int
    norms: tuple[Decimal, ...]
    ratios: tuple[Decimal, ...]
    rescaled: bool

    @property
    def norm_points(self) -> tuple[tuple[int, float], ...]:
        """(n, |A^n v|), for a picture; infinite where a double cannot hold it."""
        return tuple((n, float(x)) for n, x in enumerate(self.norms))

    @property
    def ratio_points(self) -> tuple[tuple[int, float], ...]:
        """(n, |A^n v|/|A^(n-1) v|) for n >= 1, for a picture."""
        return tuple((n, float(x)) for n, x in enumerate(self.ratios, 1))

    def __str__(self) -> str:
        listed = [", ".join(map(str, values)) for values in (self.norms, self.ratios)]
        return f"norms {listed[0]}\nquotients {listed[1] or 'none'}"


def norm_series(
    a: ExactMatrix, v: ExactMatrix, steps: int, *, digits: int = 30, rho: Any = None
) -> NormSeries:
    """The norms of A^n v and their quotients, with mpmath.

    Args:
        a: an n x n matrix.
        v: n x 1.
        steps: how often A is applied.
        digits: of the results; some more are kept while the iteration runs.
        rho: a positive algebraic number by which A is divided, or None.

    Raises:
        InputError: steps or digits are out of range.

    >>> a = ExactMatrix.from_integers([[1, 1], [1, 0]])
    >>> v = ExactMatrix.from_integers([[1], [0]])
    >>> print(*norm_series(a, v, 3, digits=8).ratios)
    1.4142136 1.5811388 1.6124515
    """
    _require("steps", steps, 0, MOST_STEPS)
    _require("digits", digits, 1, MOST_DIGITS)
    import mpmath

    context = mpmath.mp.clone()
    context.dps = digits + GUARD + len(str(steps))
    rows = [[_rounded(context, x) for x in row] for row in a.tolist()]
    factor = 1 / _rounded(context, rho) if rho is not None else context.mpf(1)
    vector = [_rounded(context, row[0]) for row in v.tolist()]
    norms = [_norm(context, vector)]
    for _ in range(steps):
        vector = [factor * context.fdot(row, vector) for row in rows]
        norms.append(_norm(context, vector))
    ratios = []
    for x, y in zip(norms, norms[1:], strict=False):
        if not x:
            break
        ratios.append(y / x)
    written = [tuple(_decimal(context, x, digits) for x in values) for values in (norms, ratios)]
    return NormSeries(digits, written[0], written[1], rho is not None)


def _require(name: str, value: int, low: int, high: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise InputError(f"{name} = {value}: write an integer from {low} to {high}.")


def _rounded(context: Any, x: Any) -> Any:
    """A fraction, a field element or an algebraic number in mpmath."""
    if isinstance(x, Fraction | int):
        return context.mpf(x.numerator) / x.denominator
    box = getattr(x, "number", x).box(context.prec + 8)
    real, imag = (context.mpf(c.numerator) / c.denominator for c in box.centre)
    return real if box.is_real else context.mpc(real, imag)


def _norm(context: Any, vector: list[Any]) -> Any:
    return context.sqrt(context.fsum(vector, absolute=True, squared=True))


def _decimal(context: Any, x: Any, digits: int) -> Decimal:
    return Decimal(context.nstr(x, digits, strip_zeros=False))


class NumericIteration:
    """The part of an analysis that iterates in floating point."""

    if TYPE_CHECKING:
        matrix: ExactMatrix

        @property
        def power_iteration(self) -> PowerIteration: ...  # noqa: D102

    @guarded
    def norm_series(
        self, v: Any, steps: int = 100, *, digits: int = 30, rescale: bool = False, floats: str = "decimal"
    ) -> NormSeries:
        """|A^n v| for n = 0, .., steps and the quotients of successive ones, with mpmath; decides nothing.

        Args:
            v: a vector, as `iteration` takes it.
            steps: how often A is applied.
            digits: of the results.
            rescale: divide A by its spectral radius first.
            floats: how floats in v are read.

        Raises:
            InputError: v is no vector of the height of A, or steps or digits are out of range.
            UndefinedError: A is nilpotent and cannot be rescaled.
        """
        from symspec.algebra.column import column_vector
        from symspec.spectral.iteration.power_iteration import require_not_nilpotent

        rho = None
        if rescale:
            require_not_nilpotent(self.power_iteration)
            rho = self.power_iteration.dominant[0].value.modulus
        start = column_vector("v", v, self.matrix, floats=floats)
        return norm_series(self.matrix, start, steps, digits=digits, rho=rho)
