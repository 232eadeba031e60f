"""Matrices over Q[x]/m, m with a distinguished complex root theta: identities in integers, sizes by discs.

A matrix A with entries in Q[x]/m stands for the complex matrix A(theta). Its regular form puts the companion
matrix C of m in the place of x. If C u = theta u, then the regular form takes z (x) u to A(theta) z (x) u:
the complex matrix is a restriction of the regular form, so what is proved to vanish, to converge or to be
bounded there does so here; identities between regular forms are identities between complex matrices.
When m is a quadratic without real roots, the regular form is similar to A(theta) + conj(A(theta)), which has
the same fate as A(theta).
"""

from __future__ import annotations

from math import gcd, isqrt

from symspec.certificate import FieldParts, NumberFieldMatrix, RationalMatrix, RootOf
from symspec.checker.arithmetic import difference, fits, product, reduced, scaled, within_budget

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = tuple[int, int]
    Grid = list[list[Point]]
    Rows = Sequence[Sequence[int]]


def in_lowest_terms(A: NumberFieldMatrix) -> NumberFieldMatrix:
    """A with the least denominator, so that equal matrices have equal parts."""
    common = gcd(A.denominator, *(gcd(*row) for part in A.parts for row in part))
    parts = tuple([tuple([tuple([x // common for x in row]) for row in part]) for part in A.parts])
    return NumberFieldMatrix(A.denominator // common, A.field, parts)


def regular_form(modulus: Sequence[int], A: NumberFieldMatrix | FieldParts) -> RationalMatrix:
    """sum parts[k] (x) C^k over the denominator: row i d + a, column j d + b, d = deg m."""
    d, n = len(modulus) - 1, len(A.parts[0])
    powers = companion_powers(modulus)
    fits(n * n * d * d, max(map(int.bit_length, _flat(powers)), default=1) + _bits(A), "a regular form")
    rows = [[0] * (n * d) for _ in range(n * d)]
    for part, power in zip(A.parts, powers, strict=True):
        for i, row in enumerate(part):
            for j, x in enumerate(row):
                if x:
                    for a in range(d):
                        for b in range(d):
                            rows[i * d + a][j * d + b] += x * power[a][b]
    return reduced(RationalMatrix(tuple(map(tuple, rows)), A.denominator))


def _flat(powers: Sequence[Rows]) -> list[int]:
    return [x for power in powers for row in power for x in row]


def _bits(A: NumberFieldMatrix | FieldParts) -> int:
    return max(max(map(int.bit_length, row)) for part in A.parts for row in part) + 8


def companion_powers(modulus: Sequence[int]) -> list[Rows]:
    """I, C, .., C^(d-1) for the matrix C of multiplication by x in Q[x]/m, m monic."""
    d = len(modulus) - 1
    rows = [[int(i == j + 1) - (modulus[i] if j == d - 1 else 0) for j in range(d)] for i in range(d)]
    powers: list[Rows] = [[[int(i == j) for j in range(d)] for i in range(d)]]
    while len(powers) < d:
        powers.append(product(rows, powers[-1]))
    return powers


def from_regular_form(field: RootOf, R: RationalMatrix) -> NumberFieldMatrix:
    """The matrix whose regular form is R: the first column of each block."""
    d = len(field.modulus) - 1
    n = len(R.numerator) // d
    parts = tuple(
        [
            tuple([tuple([R.numerator[i * d + a][j * d] for j in range(n)]) for i in range(n)])
            for a in range(d)
        ]
    )
    return in_lowest_terms(NumberFieldMatrix(R.denominator, field, parts))


def is_imaginary_quadratic(modulus: Sequence[int]) -> bool:
    """m = x^2 + b x + c with b^2 < 4 c: irreducible, its roots conjugate."""
    return len(modulus) == 3 and modulus[1] ** 2 < 4 * modulus[0]


MAX_DISC = 1 << 28  # degree^3 times bits of a disc: about a second

# -- the root --------------------------------------------------------------------------------


def isolates(field: RootOf) -> bool:
    """The disc |z - (x + iy)/2^s| <= r/2^s contains exactly one root of m.

    With 2^(s d) m((x + iy + h)/2^s) = sum t_j h^j, |t_1| r > |t_0| + sum over j > 1 of |t_j| r^j makes t_1 h
    the dominant term for |h| = r: one root (Rouche).
    """
    x, y, r, s = field.disc
    d = len(field.modulus) - 1
    within_budget(d * d * (d * (s + abs(x).bit_length() + abs(y).bit_length())), MAX_DISC, "the disc")
    t = [(c << s * (d - i), 0) for i, c in enumerate(field.modulus)]
    for j in range(d):
        for i in range(d - 1, j - 1, -1):
            (a, b), (u, v) = t[i], t[i + 1]
            t[i] = a + u * x - v * y, b + u * y + v * x
    sizes = [isqrt(a * a + b * b) for a, b in t]
    others = sum((size + 1) * r**j for j, size in enumerate(sizes) if j != 1)
    return bool(sizes[1] * r > others)


def same_root(first: RootOf, second: RootOf) -> bool:
    """Two isolating discs of one modulus mean the same root: a disc around both still contains one root."""
    if first.modulus != second.modulus:
        return False
    if first.disc == second.disc:
        return True
    s = max(first.disc[3], second.disc[3])
    (x, y, r), (u, v, q) = ([c << s - f.disc[3] for c in f.disc[:3]] for f in (first, second))
    reach = isqrt((x - u) ** 2 + (y - v) ** 2) + 1 + q
    return isolates(RootOf(first.modulus, (x, y, max(r, reach), s)))


# -- values at the root, rounded -------------------------------------------------------------


def at_root(field: RootOf, A: NumberFieldMatrix | FieldParts, bits: int) -> tuple[Grid, int]:
    """(X, e): |X - 2^bits A(theta)| <= e in the infinity norm, X a matrix of Gaussian integers.

    |theta^k - c^k| <= k (|c| + r)^(k-1) r for theta in the disc of centre c and radius r.
    """
    x, y, r, s = field.disc
    d, reach = len(A.parts), isqrt(x * x + y * y) + 1 + r
    fits(len(A.parts[0]) ** 2, d * (s + reach.bit_length()) + bits + _bits(A), "a value at the root")
    centres: list[Point] = [(1, 0)]
    for _ in range(d - 1):
        a, b = centres[-1]
        centres.append((a * x - b * y, a * y + b * x))
    errors = [k * reach ** max(k - 1, 0) * r for k in range(d)]
    shifts, scale = [s * (d - 1 - k) for k in range(d)], A.denominator << s * (d - 1)
    grid, worst = [], 0
    for rows in zip(*A.parts, strict=True):
        line, error = [], 0
        for entry in zip(*rows, strict=True):
            re = sum(c * p[0] << h for c, p, h in zip(entry, centres, shifts, strict=True))
            im = sum(c * p[1] << h for c, p, h in zip(entry, centres, shifts, strict=True))
            off = sum(abs(c) * e << h for c, e, h in zip(entry, errors, shifts, strict=True))
            line.append(((re << bits) // scale, (im << bits) // scale))
            error += (off << bits) // scale + 3
        grid.append(line)
        worst = max(worst, error)
    return grid, worst


def power_at_root(field: RootOf, A: NumberFieldMatrix | FieldParts, k: int, bits: int) -> tuple[Grid, int]:
    """The same for A(theta)^k, k >= 1, by repeated squaring; see rounded_power in arithmetic."""
    base, f = at_root(field, A, bits)
    X, e = base, f
    for digit in f"{k:b}"[1:]:
        X, e = _rounded_product(X, e, X, e, bits)
        if digit == "1":
            X, e = _rounded_product(X, e, base, f, bits)
    return X, e


def _rounded_product(X: Grid, e: int, Y: Grid, f: int, bits: int) -> tuple[Grid, int]:
    size = max(norm(X), norm(Y))
    fits(len(X) ** 2, 2 * size.bit_length() + 8, "a rounded product")
    columns = list(zip(*Y, strict=True))
    rows = [
        [
            (
                sum(a * u - b * v for (a, b), (u, v) in zip(row, column, strict=True)) >> bits,
                sum(a * v + b * u for (a, b), (u, v) in zip(row, column, strict=True)) >> bits,
            )
            for column in columns
        ]
        for row in X
    ]
    error = norm(X) * f + e * norm(Y) + e * f
    return rows, -(-error >> bits) + 2 * len(rows)


def norm(X: Grid) -> int:
    """A bound of the infinity norm."""
    return max(sum(isqrt(a * a + b * b) + 1 for a, b in row) for row in X)


def is_not_zero(X: Grid, e: int) -> bool:
    """Some entry is known not to be 0."""
    return any(a * a + b * b > e * e for row in X for a, b in row)


# -- sums ------------------------------------------------------------------------------------


def minus(A: NumberFieldMatrix | FieldParts, B: NumberFieldMatrix | FieldParts) -> FieldParts:
    """A - B."""
    fits(len(A.parts[0]) ** 2, _bits(A) + _bits(B) + A.denominator.bit_length() * 2, "a difference")
    parts = [
        difference(scaled(B.denominator, x), scaled(A.denominator, y))
        for x, y in zip(A.parts, B.parts, strict=True)
    ]
    frozen = tuple([tuple([tuple(row) for row in part]) for part in parts])
    return FieldParts(A.denominator * B.denominator, frozen)
