"""Stein's inequality P - A^T P A > 0: a short P that shows that A^n -> 0."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.rounded import rounded

# Fractional bits of the iteration, and powers of 2 by which its result is divided before it is rounded.
PRECISIONS = (64, 256, 1024)
SCALINGS = (4, 2, 0, -2, -4, -8, -16, -32, -64)


def is_positive_definite(s: ExactMatrix) -> bool:
    """x^T S x > 0 for all x != 0, for a symmetric S.

    All roots of det(x I - S) are real; they are positive iff its coefficients are non-zero and alternate in
    sign: prod (x - z) has that form for z > 0, and with such coefficients no x <= 0 is a root.
    """
    signs = [(c > 0) - (c < 0) for c in s.charpoly.coefficients]
    return all(x * y < 0 for x, y in zip(signs, signs[1:], strict=False))


def solves_stein(p: ExactMatrix, a: ExactMatrix) -> bool:
    """P > 0 and P - A^T P A > 0."""
    return is_positive_definite(p) and is_positive_definite(p - a.transpose @ p @ a)


def stein_matrix(a: ExactMatrix) -> ExactMatrix | None:
    """A symmetric integer P with P > 0 and P - A^T P A > 0, or None when none is found.

    Such a P exists iff A^n -> 0: P = sum (A^T)^k A^k solves P - A^T P A = I.

    Algorithm: P_0 = I, M_0 = A, P_(j+1) = P_j + M_j^T P_j M_j, M_(j+1) = M_j^2 sums 2^j terms in j steps, in
    fixed point. An error E of P changes P - A^T P A = I by E - A^T E A only, so few digits of P matter:
    multiples of 2^s for s = 4, 2, 0, -2, .. are tried, and the first that satisfies both inequalities
    exactly is taken. (Smith's doubling; R. A. Smith, SIAM J. Appl. Math. 16 (1968) 198-201.)

    >>> print(stein_matrix(ExactMatrix.from_integers([[1, 4], [0, 1]], 2)))
    [[1, 2], [2, 13]]
    """
    for bits in PRECISIONS:
        total = _sum_of_squares(a, bits)
        if total is None:
            continue
        for scaling in SCALINGS:
            p = _coarse(total, scaling)
            if solves_stein(p, a):
                return p
    return None


def _sum_of_squares(a: ExactMatrix, bits: int) -> ExactMatrix | None:
    """sum (A^T)^k A^k about, or None when the powers of A do not fade before the digits are used up."""
    total, power = a.identity(), _digits(a, bits)
    for _ in range(bits // 2 + 20):  # errors double in each step
        if power.norm * (1 << 16) < 1:
            return total
        if power.norm >= 1 << bits:
            return None
        total = _digits(total + power.transpose @ total @ power, bits)
        power = _digits(power @ power, bits)
    return None


def _digits(a: ExactMatrix, bits: int) -> ExactMatrix:
    return rounded(a, bits).numerators / (1 << bits)


def _coarse(p: ExactMatrix, scaling: int) -> ExactMatrix:
    """The integer matrix nearest to 2^-scaling P, symmetric: lower entries are mirrored."""
    rows, denominator = p.integers()
    top, bottom = (1, denominator << scaling) if scaling >= 0 else (1 << -scaling, denominator)
    whole = [[(2 * x * top + bottom) // (2 * bottom) for x in row] for row in rows]
    order = range(len(whole))
    mirrored = [[whole[max(i, j)][min(i, j)] for j in order] for i in order]
    return ExactMatrix.from_integers(mirrored, backend=p.backend)
