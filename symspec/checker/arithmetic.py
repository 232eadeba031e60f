"""The checker's own arithmetic: integers only, no search, nothing imported from the rest of the house.

A rational matrix A = M/D is handled as its integer numerator M and denominator D > 0. A polynomial is
a tuple of integers, constant term first. Whatever could grow without bound is refused by an estimate of
its size before it is computed.
"""

from __future__ import annotations

from math import gcd
from operator import mul

from symspec.certificate import Polynomial, RationalMatrix, Vector
from symspec.errors import CertificateRejected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Rows = Sequence[Sequence[int]]
    Grid = list[list[int]]

MAX_BITS = 1 << 20  # of one integer that is computed
MAX_RESULT_BITS = 1 << 28  # of one matrix or polynomial that is computed
MAX_ROOT_TEST = 1 << 23  # degree^2 times bits of a polynomial whose roots are to be located: about a minute


def fits(entries: int, bits: int, what: str) -> None:
    """Refuse to compute so many integers of so many bits."""
    within_budget(bits, MAX_BITS, f"bits of {what}")
    within_budget(entries * bits, MAX_RESULT_BITS, f"bits of {what}")


def within_budget(cost: int, budget: int, what: str) -> None:
    """Refuse what would take more than the stated budget."""
    if cost > budget:
        raise CertificateRejected(
            "budget", what, f"a size of at most {budget}", f"about 2^{cost.bit_length()}"
        )


# -- matrices --------------------------------------------------------------------------------


def bits_of(rows: Rows) -> int:
    """The bit length of the largest entry."""
    return max((max(map(int.bit_length, row), default=0) for row in rows), default=0)


def reduced(A: RationalMatrix) -> RationalMatrix:
    """A in lowest terms, so that equal rational matrices have equal fields."""
    common = gcd(A.denominator, *(gcd(*row) for row in A.numerator))
    rows = tuple([tuple([x // common for x in row]) for row in A.numerator])
    return RationalMatrix(rows, A.denominator // common)


def identity(n: int, factor: int = 1) -> Grid:
    """factor I."""
    return [[factor if i == j else 0 for j in range(n)] for i in range(n)]


def scaled(factor: int, rows: Rows) -> Grid:
    """factor X."""
    return [[factor * x for x in row] for row in rows]


def difference(X: Rows, Y: Rows) -> Grid:
    """X - Y."""
    return [[x - y for x, y in zip(*pair, strict=True)] for pair in zip(X, Y, strict=True)]


def product(X: Rows, Y: Rows) -> Grid:
    """X Y."""
    columns = list(zip(*Y, strict=True))
    entry_bits = bits_of(X) + bits_of(Y) + len(Y).bit_length()
    fits(len(X) * len(columns), entry_bits, "a matrix product")
    return [[sum(map(mul, row, column)) for column in columns] for row in X]


def is_zero(rows: Rows) -> bool:
    """Every entry is 0."""
    return not any(map(any, rows))


def trace(rows: Rows) -> int:
    """The sum of the diagonal."""
    return sum(row[i] for i, row in enumerate(rows))


def add_to_diagonal(rows: Grid, c: int) -> None:
    """X + c I, in place."""
    for i, row in enumerate(rows):
        row[i] += c


def minus(A: RationalMatrix, B: RationalMatrix) -> RationalMatrix:
    """A - B in lowest terms."""
    bits = (
        bits_of(A.numerator) + bits_of(B.numerator) + A.denominator.bit_length() + B.denominator.bit_length()
    )
    fits(len(A.numerator) ** 2, bits, "a difference of matrices")
    left, right = scaled(B.denominator, A.numerator), scaled(A.denominator, B.numerator)
    rows = tuple([tuple(row) for row in difference(left, right)])
    return reduced(RationalMatrix(rows, A.denominator * B.denominator))


def power(A: RationalMatrix, k: int) -> Grid:
    """D^k A^k for k >= 0, by repeated squaring."""
    result = identity(len(A.numerator))
    for digit in f"{k:b}":
        result = product(result, result)
        result = product(result, A.numerator) if digit == "1" else result
    return result


def rounded_power(A: RationalMatrix, k: int, bits: int) -> tuple[Grid, int]:
    """(X, e) with X an integer matrix and |X - 2^bits A^k| <= e in the infinity norm, for k >= 1.

    Repeated squaring. If X, Y are within e, f of 2^bits times the powers that they stand for, the
    rounded product is within (|X| f + e |Y| + e f)/2^bits + n of theirs: n roundings by less than
    1 in each row.
    """
    n = len(A.numerator)
    fits(n * n, bits + bits_of(A.numerator), "a rounded matrix")
    base = [[(x << bits) // A.denominator for x in row] for row in A.numerator]
    X, e = base, n
    for digit in f"{k:b}"[1:]:
        X, e = _rounded_product(X, e, X, e, bits)
        if digit == "1":
            X, e = _rounded_product(X, e, base, n, bits)
    return X, e


def _rounded_product(X: Rows, e: int, Y: Rows, f: int, bits: int) -> tuple[Grid, int]:
    error = norm(X) * f + e * norm(Y) + e * f
    rounded = [[x >> bits for x in row] for row in product(X, Y)]
    return rounded, -(-error >> bits) + len(rounded)


def norm(rows: Rows) -> int:
    """The infinity norm: the largest sum of absolute values in a row."""
    return max(sum(map(abs, row)) for row in rows)


def at_matrix(q: Polynomial, A: RationalMatrix) -> Grid:
    """D^d q(A), d = deg q, by Horner's rule."""
    n, d = len(A.numerator), len(q) - 1
    fits(n * n, _power_bits(q, A), "a polynomial at a matrix")
    result, scale = identity(n, q[d]), 1
    for coefficient in reversed(q[:d]):
        scale *= A.denominator
        result = product(result, A.numerator)
        add_to_diagonal(result, coefficient * scale)
    return result


def at_vector(q: Polynomial, A: RationalMatrix, v: Vector) -> Vector:
    """D^d q(A) v, d = deg q, by Horner's rule."""
    d, scale = len(q) - 1, 1
    fits(len(v), _power_bits(q, A) + bits_of([v]), "a polynomial at a vector")
    result = tuple(q[d] * x for x in v)
    for coefficient in reversed(q[:d]):
        scale *= A.denominator
        image = (sum(map(mul, row, result)) for row in A.numerator)
        result = tuple([y + coefficient * scale * x for y, x in zip(image, v, strict=True)])
    return result


def _power_bits(q: Polynomial, A: RationalMatrix) -> int:
    n = len(A.numerator)
    step = max(bits_of(A.numerator), A.denominator.bit_length()) + n.bit_length()
    return len(q) * step + bits_of([q])


def krylov(A: RationalMatrix, v: Vector, length: int, modulus: int) -> Rows:
    """v, M v, .., M^(length - 1) v modulo `modulus`: independent exactly when v, A v, .. are, as M = D A."""
    rows = [[x % modulus for x in row] for row in A.numerator]
    vectors = [[x % modulus for x in v]]
    while len(vectors) < length:
        vectors.append([sum(map(mul, row, vectors[-1])) % modulus for row in rows])
    return vectors


def are_independent(vectors: Rows, modulus: int) -> bool:
    """Some square minor of full size is invertible modulo `modulus`; hence independence over Q.

    Gauss elimination: each vector in turn, reduced by the pivots before it, must have an entry; the
    first one must be invertible (every one is when the modulus is prime).
    """
    pivots: list[tuple[int, list[int]]] = []
    for vector in vectors:
        rest = [x % modulus for x in vector]
        for column, pivot in pivots:
            factor = rest[column]
            if factor:
                rest = [(x - factor * y) % modulus for x, y in zip(rest, pivot, strict=True)]
        column = next((i for i, x in enumerate(rest) if x), -1)
        if column < 0 or gcd(rest[column], modulus) != 1:
            return False
        inverse = pow(rest[column], -1, modulus)
        pivots.append((column, [x * inverse % modulus for x in rest]))
    return True


def is_positive_definite(rows: Rows) -> bool:
    """x^T S x > 0 for all x != 0, for a symmetric integer matrix S.

    The LDL^T decomposition without fractions (Bareiss): the k-th pivot is the k-th leading principal
    minor, the product of the first k entries of the diagonal of D; S > 0 iff all are positive (Sylvester).
    """
    n = len(rows)
    fits(n * n, n * (bits_of(rows) + n.bit_length()), "the leading minors")
    rest, previous = [list(row) for row in rows], 1
    while rest:
        top, *below = rest
        pivot = top[0]
        if pivot <= 0:
            return False
        tail = top[1:]
        rest = [[(pivot * x - r[0] * t) // previous for x, t in zip(r[1:], tail, strict=True)] for r in below]
        previous = pivot
    return True


def characteristic(rows: Rows) -> Polynomial:
    """det(x I - M) for an integer matrix M, by the Faddeev-LeVerrier recurrence.

    B_1 = M, c_k = -tr(B_k)/k, B_(k+1) = M (B_k + c_k I): then det(x I - M) = x^n + c_1 x^(n-1) + .. + c_n
    by Newton's identities; every division is exact.
    """
    n = len(rows)
    fits(n * n, n * (bits_of(rows) + n.bit_length()), "the recurrence")
    coefficients, B = [1], identity(n)
    for k in range(1, n + 1):
        B = product(rows, B)
        c = -trace(B) // k
        coefficients.append(c)
        add_to_diagonal(B, c)
    return tuple(reversed(coefficients))


# -- polynomials -----------------------------------------------------------------------------


def value(p: Polynomial, x: int) -> int:
    """p(x)."""
    result = 0
    for coefficient in reversed(p):
        result = result * x + coefficient
    return result


def derivative(p: Polynomial) -> Polynomial:
    """p'."""
    return tuple(i * c for i, c in enumerate(p))[1:]


def stretched(p: Polynomial, r: tuple[int, int]) -> Polynomial:
    """r[1]^d p(r[0]/r[1] x), d = deg p: its roots are those of p divided by r[0]/r[1]."""
    d, (a, b) = len(p) - 1, r
    bits = d * max(a.bit_length(), b.bit_length()) + bits_of([p])
    fits(len(p), bits, "p(r x)")
    return tuple([c * a**i * b ** (d - i) for i, c in enumerate(p)])


def primitive(p: Sequence[int]) -> list[int]:
    """p divided by the greatest common divisor of its coefficients."""
    content = gcd(*p)
    return [c // content for c in p] if content > 1 else list(p)


def is_strictly_stable(p: Polynomial) -> bool:
    """Every root of p has modulus < 1 (true of a non-zero constant, false of 0).

    Schur 1917, Cohn 1922. With d = deg p, a = p_d, b = p_0 and p*(x) = x^d p(1/x), let
    T p = (a p - b p*)/x, of degree d - 1 with leading coefficient a^2 - b^2. Then
    p is strictly stable iff |a| > |b| and T p is.

    Proof. |b/a| is the product of the moduli of the roots, so |a| > |b| is necessary. Let it hold. On
    the circle |p| = |p*|, as p is real, so p and a p - b p* vanish at the same points of it: where
    a p = b p*, |a||p| = |b||p|. If there are such points, neither polynomial is strictly stable.
    If not, |a p| > |b p*| on the circle, so by Rouche a p - b p* has as many roots inside as p;
    both have degree d, and division by x takes away one root 0, inside.

    Dividing by the content keeps the coefficients growing linearly; the degree falls in every step.

    Reference: M. Marden, Geometry of Polynomials, 2nd ed., AMS 1966, sections 42-45.

    >>> is_strictly_stable((1, 0, 2)), is_strictly_stable((-1, 1)), is_strictly_stable((5,))
    (True, False, True)
    """
    within_budget(len(p) ** 2 * bits_of([p]), MAX_ROOT_TEST, "degree^2 times bits in the Schur-Cohn test")
    c = primitive(p)
    while len(c) > 1:
        a, b = c[-1], c[0]
        if abs(a) <= abs(b):
            return False
        c = primitive([a * x - b * y for x, y in zip(c[1:], c[-2::-1], strict=True)])
    return c not in ([], [0])


def is_simple_on_circle(u: Polynomial) -> bool:
    """All roots of u have modulus 1 and are simple (true of a non-zero constant).

    Cohn 1922: iff u* = +-u and u' is strictly stable. If the roots of u are on the circle, u* = +-u; those
    of u' lie in their convex hull (Gauss-Lucas), on the circle only where u has a multiple root.
    Conversely let u* = +-u and let the roots w of u' have |w| < 1. Differentiating u(x) = +-x^d u(1/x)
    gives d u - x u' = +-(u')* with (u')* = x^(d-1) u'(1/x), so |z u'(z)| = |(u')*(z)| at a root z of u.
    Up to the same constant, |u'| and |(u')*| are the products of all |x - w| and of all |1 - conj(w) x|:
    the first factors are the larger ones outside the circle, the smaller ones inside. So |z| > 1 gives
    |z u'(z)| > |(u')*(z)|, and |z| < 1 gives <. Hence |z| = 1, and z is simple as u'(z) != 0.

    >>> is_simple_on_circle((5, -6, 5)), is_simple_on_circle((1, 2, 1)), is_simple_on_circle((1, -3, 1))
    (True, False, False)
    """
    if len(u) <= 1:
        return u not in ((), (0,))
    mirrored = u[::-1]
    self_reciprocal = mirrored == u or mirrored == tuple(-c for c in u)
    return self_reciprocal and is_strictly_stable(derivative(u))


def is_squarefree(p: Polynomial) -> bool:
    """gcd(p, p') = 1 over Q, by Euclid's algorithm on primitive pseudo-remainders."""
    within_budget(len(p) ** 2 * bits_of([p]), MAX_ROOT_TEST, "degree^2 times bits in gcd(p, p')")
    larger, smaller = primitive(p), primitive(derivative(p))
    while len(smaller) > 1:
        larger, smaller = smaller, _pseudo_remainder(larger, smaller)
    return bool(smaller) or len(larger) == 1


def _pseudo_remainder(p: list[int], q: list[int]) -> list[int]:
    """A non-zero multiple of p mod q, primitive; [] for 0."""
    while len(p) >= len(q):
        a, b, shift = q[-1], p[-1], len(p) - len(q)
        p = [a * x - (b * q[i - shift] if i >= shift else 0) for i, x in enumerate(p)]
        while p and not p[-1]:
            p.pop()
    return primitive(p)
