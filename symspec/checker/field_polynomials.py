"""Polynomials over Q[x]/m, at one root theta of m: exact identities in integers, places of roots by discs.

A polynomial is a tuple of coefficients, each a tuple of d = deg m integers; a matrix over Q[x]/m with n rows
is a dn x k integer matrix of coordinates: row i d + a has the coefficients of x^a in row i.
"""

from __future__ import annotations

from math import isqrt

from symspec.certificate import FieldParts, NumberFieldMatrix, RootOf, Vector
from symspec.checker.arithmetic import bits_of, fits, product, within_budget
from symspec.checker.fields import at_root, companion_powers, isolates, regular_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Coefficients = Sequence[Vector]
    Rows = Sequence[Sequence[int]]
    Point = tuple[int, int]

MAX_EMBEDDED_TEST = 1 << 25  # degree^2 times bits: about a minute

# -- elements and polynomials of Q[x]/m -------------------------------------------------------


def element_product(modulus: Vector, a: Vector, b: Vector) -> Vector:
    """a b modulo m, which is monic."""
    d = len(modulus) - 1
    fits(2 * d, bits_of([a]) + bits_of([b]) + d * (bits_of([modulus]) + 1) + 8, "a product in the field")
    c = [0] * (2 * d - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            c[i + j] += x * y
    for k in range(2 * d - 2, d - 1, -1):
        for i in range(d):
            c[k - d + i] -= c[k] * modulus[i]
    return tuple(c[:d])


def polynomial_product(modulus: Vector, p: Coefficients, q: Coefficients) -> list[Vector]:
    """p q."""
    total = [[0] * (len(modulus) - 1) for _ in range(len(p) + len(q) - 1)]
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            total[i + j] = [x + y for x, y in zip(total[i + j], element_product(modulus, a, b), strict=True)]
    return [tuple(c) for c in total]


def derivative(p: Coefficients) -> list[Vector]:
    """p'."""
    return [tuple([i * x for x in c]) for i, c in enumerate(p)][1:]


def sum_of(p: Coefficients) -> Vector:
    """p(1)."""
    return tuple([sum(column) for column in zip(*p, strict=True)])


# -- polynomials at matrices -----------------------------------------------------------------


def applied(p: Coefficients, A: NumberFieldMatrix, S: Rows) -> tuple[list[list[int]], int]:
    """(X, c) with X = c p(A) S, c > 0, by Horner's rule."""
    R = regular_form(A.field.modulus, A)
    step = max(bits_of(R.numerator), R.denominator.bit_length()) + len(S).bit_length()
    fits(len(S) * len(S[0]), len(p) * step + bits_of(p) + bits_of(S), "a polynomial at a matrix")
    result, scale = times(A.field.modulus, p[-1], S), 1
    for c in reversed(p[:-1]):
        scale *= R.denominator
        shift = times(A.field.modulus, tuple([scale * x for x in c]), S)
        image = product(R.numerator, result)
        result = [[x + y for x, y in zip(*rows, strict=True)] for rows in zip(image, shift, strict=True)]
    return result, scale


def times(modulus: Vector, c: Vector, S: Rows) -> list[list[int]]:
    """c S, for an element c."""
    d, powers = len(modulus) - 1, companion_powers(modulus)
    block = [
        [sum(x * power[a][b] for x, power in zip(c, powers, strict=True)) for b in range(d)] for a in range(d)
    ]
    return [row for i in range(0, len(S), d) for row in product(block, S[i : i + d])]


def unit(n: int, d: int) -> list[list[int]]:
    """The coordinates of the n x n unit matrix."""
    return [[int(i == j * d) for j in range(n)] for i in range(n * d)]


def coordinates(A: NumberFieldMatrix | FieldParts) -> list[list[int]]:
    """The coordinates of A times its denominator."""
    return [list(part[i]) for i in range(len(A.parts[0])) for part in A.parts]


def as_parts(X: Rows, d: int, denominator: int) -> FieldParts:
    """X / denominator in powers of theta."""
    return FieldParts(denominator, tuple([tuple([tuple(row) for row in X[a::d]]) for a in range(d)]))


def characteristic(A: NumberFieldMatrix) -> list[Vector]:
    """c det(x I - A) for an integer c > 0, by the Faddeev-LeVerrier recurrence in integers.

    For B = D A: M_0 = I, c_k = -tr(B M_(k-1))/k, M_k = B M_(k-1) + c_k I; then D^n det(x I - A) is the sum of
    D^(n-k) c_k x^(n-k). The c_k are polynomials in the entries with integer coefficients.
    """
    d, n = len(A.parts), len(A.parts[0])
    B = regular_form(A.field.modulus, NumberFieldMatrix(1, A.field, A.parts)).numerator
    fits(n * n * d, n * (bits_of(B) + (n * d).bit_length()), "the recurrence")
    fits(n * d, n * (bits_of(B) + A.denominator.bit_length()), "the coefficients")
    M, found = unit(n, d), [tuple([A.denominator**n] + [0] * (d - 1))]
    for k in range(1, n + 1):
        M = product(B, M)
        c = [-sum(M[i * d + a][i] for i in range(n)) // k for a in range(d)]
        for i in range(n):
            for a, x in enumerate(c):
                M[i * d + a][i] += x
        found.append(tuple([x * A.denominator ** (n - k) for x in c]))
    return found[::-1]


# -- conjugation -----------------------------------------------------------------------------


def conjugated(field: RootOf, g: Vector, p: Coefficients) -> list[Vector] | None:
    """A common positive multiple of the conjugates of the coefficients at theta; None if g does not serve.

    g = () for a real theta: a disc about a real number that contains one root of m contains its conjugate.
    Else g = (e, g_0, ..): G/e, for G = g_0 + g_1 theta + .., is a root of m, by an identity, and lies with
    conj(theta) in one disc that contains a single root of m.
    """
    if not g:
        return list(p) if field.disc[1] == 0 else None
    e, G, m, d = g[0], g[1:], field.modulus, len(field.modulus) - 1
    if len(G) != d:
        return None
    fits(d, d * max(e.bit_length(), bits_of([G])), "powers of the conjugate")
    value: Vector = (1,) + (0,) * (d - 1)
    for k in range(d - 1, -1, -1):
        value = element_product(m, value, G)
        value = (value[0] + m[k] * e ** (d - k), *value[1:])
    if any(value) or not _is_conjugate_root(field, e, G):
        return None
    powers: list[Vector] = [(1,) + (0,) * (d - 1)]
    while len(powers) < d:
        powers.append(element_product(m, powers[-1], G))
    weights = [[x * e ** (d - 1 - k) for x in power] for k, power in enumerate(powers)]
    return [tuple([sum(x * w[a] for x, w in zip(c, weights, strict=True)) for a in range(d)]) for c in p]


def _is_conjugate_root(field: RootOf, e: int, G: Vector) -> bool:
    x, y, r, s = field.disc
    grid, error = at_root(field, FieldParts(e, tuple([((c,),) for c in G])), s)
    u, v = grid[0][0]
    reach = isqrt((u - x) ** 2 + (v + y) ** 2) + 1 + error
    return isolates(RootOf(field.modulus, (x, -y, max(r, reach), s)))


def is_self_reciprocal(modulus: Vector, u: Coefficients, conjugate: Coefficients) -> bool:
    """u_n x^n conj(u)(1/x) = conj(u_0) u: with z, 1/conj(z) is a root of u at theta, as often."""
    return all(
        element_product(modulus, b, u[-1]) == element_product(modulus, conjugate[0], a)
        for a, b in zip(u, reversed(conjugate), strict=True)
    )


# -- where the roots are, at theta -----------------------------------------------------------


def values(field: RootOf, p: Coefficients, bits: int) -> tuple[list[Point], int]:
    """(X, e): every coefficient at theta, times 2^bits, is within e of its Gaussian integer."""
    parts = tuple([tuple([(c[k],) for c in p]) for k in range(len(p[0]))])
    grid, error = at_root(field, FieldParts(1, parts), bits)
    return [row[0] for row in grid], error


def is_strictly_stable(field: RootOf, p: Coefficients, bits: int) -> bool:
    """Every root of p at theta has modulus < 1, as seen with that many bits; p is not 0.

    Schur 1917, Cohn 1922. With a = p_n, b = p_0 and p*(x) = x^n conj(p)(1/x), p is strictly stable iff
    |a| > |b| and (conj(a) p - b p*)/x is, of degree n - 1. After each step the coefficients are shortened
    to `bits` bits.
    """
    within_budget(len(p) ** 2 * bits, MAX_EMBEDDED_TEST, "a test of roots")
    c, e = values(field, p, bits)
    while len(c) > 1:
        a, b = c[-1], c[0]
        if isqrt(a[0] ** 2 + a[1] ** 2) - e <= isqrt(b[0] ** 2 + b[1] ** 2) + 1 + e:
            return False
        size = max(isqrt(x * x + y * y) + 1 for x, y in c)
        error = 4 * size * e + 2 * e * e
        reduced = [
            (
                a[0] * x + a[1] * y - b[0] * u - b[1] * v,
                a[0] * y - a[1] * x - b[1] * u + b[0] * v,
            )
            for (x, y), (u, v) in zip(c[1:], c[-2::-1], strict=True)
        ]
        shift = max(max(abs(x), abs(y)).bit_length() for x, y in reduced) - bits
        shift = max(shift, 0)
        c, e = [(x >> shift, y >> shift) for x, y in reduced], (error >> shift) + 3
    x, y = c[0]
    return x * x + y * y > e * e


def roots_near(field: RootOf, p: Coefficients, disc: Vector, count: int, bits: int) -> bool:
    """`count` roots of p at theta, with multiplicity, lie in the disc, as seen with that many bits.

    p(c + h) = sum t_j h^j, and |t_count| r^count exceeds the sum of the other |t_j| r^j (Rouche).
    """
    x, y, r, s = disc
    n = len(p) - 1
    if count > n or s > bits:
        return False
    t, e = values(field, p, bits)
    errors = [e] * (n + 1)
    reach = isqrt(x * x + y * y) + 1
    for j in range(n):
        for i in range(n - 1, j - 1, -1):
            u, v = t[i + 1]
            t[i] = (t[i][0] + ((u * x - v * y) >> s), t[i][1] + ((u * y + v * x) >> s))
            errors[i] += (errors[i + 1] * reach >> s) + 3
    fits(n, n * (s + r.bit_length()) + max(max(abs(u), abs(v)).bit_length() for u, v in t), "the expansion")
    sizes = [isqrt(u * u + v * v) for u, v in t]
    weights = [r**j << s * (n - j) for j in range(n + 1)]
    others = sum((size + 1 + e) * w for j, (size, e, w) in enumerate(zip(sizes, errors, weights, strict=True))
                 if j != count)  # fmt: skip
    return bool((sizes[count] - errors[count]) * weights[count] > others)
