"""Every exact claim about A once more, in floating point with mpmath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InputError
from symspec.numeric import claims
from symspec.numeric.setting import Setting, UnclearError
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.profile import JordanProfile
from symspec.truth import Truth

GUARD = 20
LEVELS = (1, 2, 4)
"""The working precisions that are tried, as multiples of the asked digits and the guard."""
LARGEST_ORDER = 20
MOST_DIGITS = 1000

Claim = Callable[[Setting], Any]


@dataclass(frozen=True, slots=True)
class Check:
    """One claim against floating point.

    Attributes:
        name: what was checked.
        status: "passed", "failed", or "unavailable" when floating point could not tell.
        residual: the relative distance found; None for a count, and when unavailable.
        tolerance: the largest residual that passes; None for a count.
        reason: why it is unavailable, else "".
    """

    name: str
    status: str
    residual: Decimal | None
    tolerance: Decimal | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """The checks of one matrix; prints as one line."""

    digits: int
    checks: tuple[Check, ...]

    def of_status(self, status: str) -> tuple[Check, ...]:
        """The checks that are "passed", "failed" or "unavailable"."""
        return tuple(c for c in self.checks if c.status == status)

    @property
    def passed(self) -> Truth:
        """FALSE if a claim failed, TRUE if none failed and some passed, else UNKNOWN."""
        if self.of_status("failed"):
            return Truth.FALSE
        return Truth.TRUE if self.of_status("passed") else Truth.UNKNOWN

    @property
    def largest_residual(self) -> Decimal:
        """Over the checks that passed; 0 if they were all counts."""
        return max(
            (c.residual for c in self.of_status("passed") if c.residual is not None), default=Decimal(0)
        )

    def __str__(self) -> str:
        head = f"mpmath, {self.digits} digits: "
        failed, missing = self.of_status("failed"), self.of_status("unavailable")
        if failed:
            return head + f"{len(failed)} of {len(self.checks)} claims FAIL: {_names(failed)}"
        if len(missing) == len(self.checks):
            return head + f"unavailable ({missing[0].reason})"
        counted = (
            f"{len(self.of_status('passed'))} of {len(self.checks)}" if missing else f"all {len(self.checks)}"
        )
        aside = f"; unavailable: {_names(missing)}" if missing else ""
        return head + f"{counted} claims agree (largest residual {_shown(self.largest_residual)}){aside}"


def _shown(residual: Decimal) -> str:
    return f"{residual:.0e}" if residual else "0"


def _names(checks: tuple[Check, ...]) -> str:
    return ", ".join(c.name for c in checks)


def crosscheck(
    a: ExactMatrix,
    profile: JordanProfile,
    dunford: DunfordDecomposition,
    limit: ExactMatrix | None,
    digits: int = 50,
) -> Crosscheck:
    """Each claim again by another route, with mpmath; nothing is decided by it.

    Args:
        a: the n x n matrix.
        profile: its irreducible factors with block sizes and positions.
        dunford: A = D + N.
        limit: lim A^n, or None for the claim that there is none.
        digits: the digits to which the claims must agree.

    Returns:
        One check for each of: eigenvalues by mpmath.eig; tr A^k; positions relative to the unit circle;
        ranks by singular values; D by Hermite interpolation; N; the powers from D and N; the limit, or that
        there is none, from a late power; the growth of |A^n|.

    Algorithm: each claim is tried at 1, 2 and 4 times the precision. A residual of at most 10^-digits passes.
    A larger one fails only if the two highest precisions agree on it, so that it is no rounding error, and if
    the highest one has room for products of entries as long as these; otherwise the claim is "unavailable".
    So is one that mpmath cannot compute, or not in a few seconds.

    Raises:
        InputError: digits is not an int from 5 to 1000.
    """
    if type(digits) is not int or not 5 <= digits <= MOST_DIGITS:
        raise InputError(f"digits must be a whole number from 5 to {MOST_DIGITS}, not {digits!r}.")
    settings = [Setting(a, profile, level * (digits + GUARD)) for level in LEVELS]
    return Crosscheck(digits, tuple(_check(*c, settings, digits) for c in _claims(dunford, limit)))


def _claims(dunford: DunfordDecomposition, limit: ExactMatrix | None) -> list[tuple[str, Claim]]:
    return [
        ("eigenvalues", claims.eigenvalues),
        ("traces", claims.traces),
        ("positions", claims.positions),
        ("ranks", claims.ranks),
        ("D", partial(claims.diagonalizable_part, claim=dunford)),
        ("N", partial(claims.nilpotent_part, claim=dunford)),
        ("powers", partial(claims.powers, claim=dunford)),
        ("no limit", claims.no_limit) if limit is None else ("limit", partial(claims.limit, claim=limit)),
        ("growth", claims.growth),
    ]


def _check(name: str, claim: Claim, settings: list[Setting], digits: int) -> Check:
    order = settings[0].a.order
    if order > LARGEST_ORDER:
        return Check(name, "unavailable", None, None, f"order {order} is over the limit of {LARGEST_ORDER}")
    tolerance, reason = Decimal(10) ** -digits, ""
    found: list[Decimal | None] = []
    for setting in settings:
        try:
            value = claim(setting)
            residual = None if isinstance(value, bool) else _decimal(setting, value)
        except UnclearError as error:
            reason = reason or str(error)
            found.clear()  # what a lower precision found is rounding, where a higher one cannot tell
            continue
        if value is True or (residual is not None and residual <= tolerance):
            return Check(name, "passed", residual, None if residual is None else tolerance)
        found.append(residual)
    if settings[-1].digits < digits + 2 * order * height(settings[0].a):
        return Check(
            name, "unavailable", None, None, "the entries are too long for a failure to be told from rounding"
        )
    return _not_passed(name, tolerance, found, reason)


def height(a: ExactMatrix) -> int:
    """About how many digits the longest numerator or denominator has.

    >>> from symspec.algebra.coerce import matrix
    >>> height(matrix("1e30 1/7; 0 7")), height(matrix("0.9 0.1; 0.2 0.8"))
    (30, 1)
    """
    entries = [q for row in a.tolist() for x in row for q in getattr(x, "coordinates", (x,))]
    bits = max(max(x.numerator.bit_length(), x.denominator.bit_length()) for x in entries)
    return bits * 30103 // 100000 + (bits < 4)


def _not_passed(name: str, tolerance: Decimal, found: list[Decimal | None], reason: str) -> Check:
    """Failed if the last two precisions agree on the residual, or on the count."""
    if len(found) < 2:
        return Check(name, "unavailable", None, None, reason or "one precision only could be tried")
    before, last = found[-2:]
    if before is None or last is None:
        return Check(name, "failed", None, None)
    if abs(before - last) <= last / 1000:
        return Check(name, "failed", last, tolerance)
    return Check(name, "unavailable", None, None, "the residual still depends on the working precision")


def _decimal(setting: Setting, value: Any) -> Decimal:
    if not setting.context.isfinite(value):
        raise UnclearError(f"the residual is not finite with {setting.digits} digits")
    try:
        return Decimal(setting.context.nstr(setting.context.mpf(value), 6))
    except InvalidOperation:  # an exponent of more than 18 digits
        if value < 1:
            return Decimal(0)
        raise UnclearError("the residual is too large to be written down") from None
