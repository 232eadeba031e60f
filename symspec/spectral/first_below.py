"""The first n with |A^n - L| < eps, without forming the powers one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import UndecidedError
from symspec.spectral.bounds import PowerBound, falling_from
from symspec.spectral.profile import JordanProfile
from symspec.spectral.rounded import RoundedMatrix, rounded

# |B^k| <= 1 is looked for up to this k; then |B^(n + k)| <= |B^n| for every n.
MAX_STRIDE = 256
MAX_STEPS = 4096
MAX_PRECISION = 1 << 14
# Powers with fewer bits are formed exactly where rounding does not tell.
MAX_EXACT_BITS = 1 << 18


class _NotTold(Exception):
    """So many fractional bits do not tell whether the norm is below."""


@dataclass(frozen=True, slots=True)
class _Power:
    """B^n, known up to rounding."""

    n: int
    value: RoundedMatrix

    def __matmul__(self, other: _Power) -> _Power:
        return _Power(self.n + other.n, self.value @ other.value)


def first_below(
    a: ExactMatrix, limit: ExactMatrix, profile: JordanProfile, bound: PowerBound, eps: Fraction
) -> int:
    """The least n >= 0 with |A^n - L| < eps, in the infinity norm, for eps > 0.

    Raises:
        UndecidedError: the norm comes back too often on its way to 0; the message has an n from which on
            |A^n - L| < eps holds by the certified bound.

    Algorithm: A^n - L = B^n for n >= 1. The powers are formed until one is below eps, or |B^k| <= 1, or the
    simple rational eigenvalues of largest modulus outweigh the others (then k = 2). From there |B^(j + m k)|
    falls with m for each of k successive j: the binary digits of the last m with |B^(j + m k)| >= eps are
    found from B^k, B^2k, B^4k, .. The powers are rounded, with a proved bound of the error; more bits, or an
    exact power, are taken where that leaves the comparison open.
    """
    if (a.identity() - limit).norm < eps:
        return 0
    b, bits = a - limit, 64 + 2 * eps.denominator.bit_length()
    last = bound.below_from(eps)
    calm = falling_from(a, limit, profile) if last > MAX_STRIDE else None
    while bits <= MAX_PRECISION:
        try:
            found = _search(b, eps, bits, last, calm)
        except _NotTold:
            bits *= 2
            continue
        if found is not None:
            return found
        break
    raise UndecidedError(
        f"the first n with |A^n - L| < {eps} was not found; the inequality holds for every n >= {last}."
    )


def _search(b: ExactMatrix, eps: Fraction, bits: int, last: int, calm: int | None) -> int | None:
    """The first n; None when it takes too many steps."""
    base = _Power(1, rounded(b, bits))
    powers = [base]
    while not _is_below(powers[-1], b, eps):
        n = len(powers)
        if n <= MAX_STRIDE and _is_below(powers[-1], b, Fraction(1), or_equal=True):
            return _among_strides(powers, powers[-1], b, eps)
        if calm is not None and n > max(calm, 1):
            return _among_strides(powers[-2:], powers[1], b, eps)
        if n > MAX_STRIDE and min(last, calm or last) > MAX_STEPS:
            return None
        powers.append(powers[-1] @ base)
    return len(powers)


def _among_strides(starts: list[_Power], stride: _Power, b: ExactMatrix, eps: Fraction) -> int:
    """The least n with |B^n| < eps, where none up to the last start is below; k starts in a row for B^k."""
    strides = [stride]
    while not _is_below(strides[-1], b, eps):
        strides.append(strides[-1] @ strides[-1])
    return min(_first_in_class(start, strides, b, eps) for start in starts)


def _first_in_class(start: _Power, strides: list[_Power], b: ExactMatrix, eps: Fraction) -> int:
    current = start
    for stride in reversed(strides):
        further = current @ stride
        if not _is_below(further, b, eps):
            current = further
    return current.n + strides[0].n


def _is_below(power: _Power, b: ExactMatrix, eps: Fraction, *, or_equal: bool = False) -> bool:
    """|B^n| < eps, or <= where or_equal."""
    low, high = power.value.norm_bounds
    if high < eps:
        return True
    if low > eps or low == eps and not or_equal:
        return False
    if power.n * _bits(b) > MAX_EXACT_BITS:
        raise _NotTold
    exact = (b**power.n).norm
    return exact <= eps if or_equal else exact < eps


def _bits(b: ExactMatrix) -> int:
    rows, denominator = b.integers()
    return denominator.bit_length() + max(abs(x).bit_length() for row in rows for x in row)
