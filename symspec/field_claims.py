"""The certificate language for matrices over number fields: the root, the matrix, claims at that root.

About a matrix A with entries in Q[x]/m, at one root theta of m, claims speak of the complex matrix A(theta).
A polynomial over the field is a tuple of its coefficients, constant term first, each a tuple of the integers
c_0, .., c_(d-1) of c_0 + .. + c_(d-1) theta^(d-1); a common factor does not matter.
"""

from __future__ import annotations

from symspec.record import record

Polynomial = tuple[int, ...]
Vector = tuple[int, ...]
Indices = tuple[int, ...]
Disc = tuple[int, int, int, int]
Parts = tuple[tuple[tuple[int, ...], ...], ...]  # one square integer matrix for each power of theta


@record
class RootOf:
    """The only root theta of a monic integer polynomial in a disc.

    disc = (x, y, r, s): |theta - (x + iy)/2^s| <= r/2^s.
    """

    modulus: Polynomial
    disc: Disc


@record
class FieldParts:
    """sum parts[k] theta^k / denominator, with denominator > 0."""

    denominator: int
    parts: Parts


@record
class NumberFieldMatrix:
    """The complex matrix sum parts[k] theta^k / denominator, for the root theta that `field` names."""

    denominator: int
    field: RootOf
    parts: Parts


# -- by powers -------------------------------------------------------------------------------


@record
class EmbeddedContraction:
    """The infinity norm of A(theta)^k is < 1, seen with `bits` fractional bits: A^n -> 0."""

    k: int
    bits: int


@record
class EmbeddedTrace:
    """|tr A(theta)^k| > n, seen with `bits` fractional bits: A^n is unbounded."""

    k: int
    bits: int


@record
class EmbeddedLimit:
    """L^2 = L, AL = LA = L over the field for L = limit, |(A - L)(theta)^k| < 1: A^n -> L."""

    limit: FieldParts
    k: int
    bits: int


@record
class PeriodicPart:
    """P^2 = P, AP = PA, A^m P = P over the field, |(A - AP)(theta)^k| < 1: A^n is bounded.

    P is the projector and m the period. If A P != P at theta, as seen with `bits` fractional bits, then A^n
    has no limit.
    """

    projector: FieldParts
    period: int
    k: int
    bits: int


@record
class PeriodicChain:
    """(A^m - I)^2 W = 0 over the field, (A^m - I) W != 0 at theta, for W = start and m = period.

    A^(mk) W = W + k (A^m - I) W, so A^n is unbounded.
    """

    start: FieldParts
    period: int
    bits: int


# -- by polynomials over the field -----------------------------------------------------------


@record
class EmbeddedStableAnnihilator:
    """q(A) = 0 over the field for q = stable, whose roots at theta all have modulus < 1: A^n -> 0.

    The roots are located by the reductions of Schur and Cohn with `bits` fractional bits.
    """

    stable: tuple[Vector, ...]
    bits: int


@record
class EmbeddedStableLimit:
    """(A - I) s(A) = 0, L s(1) = s(A) over the field for s = stable, L = limit, s as above: A^n -> L."""

    stable: tuple[Vector, ...]
    limit: FieldParts
    bits: int


@record
class CircularPart:
    """u(A) s(A) = 0 over the field for u = circular and s = stable: A^n is bounded.

    s is as above; the roots of u at theta are simple and of modulus 1: the conjugate of u, reversed, is a
    multiple of u, and the roots of u' have modulus < 1 (Cohn 1922). conjugate = (e, g_0, .., g_(d-1)) with
    conj(theta) = (g_0 + .. + g_(d-1) theta^(d-1))/e, or () for a real theta.
    If (A - I) s(A) != 0 at theta, then A^n has no limit.
    """

    circular: tuple[Vector, ...]
    stable: tuple[Vector, ...]
    conjugate: Vector
    bits: int


@record
class CircularChain:
    """u(A)^2 W = 0 over the field and u(A) W != 0 at theta for W = start and u = circular as above.

    So A has a Jordan block of size >= 2 for an eigenvalue on the unit circle: A^n is unbounded.
    """

    circular: tuple[Vector, ...]
    start: FieldParts
    conjugate: Vector
    bits: int


@record
class EmbeddedEigenvalueOutside:
    """`count` eigenvalues lie in a disc outside the unit circle, hence A^n is unbounded.

    disc = (x, y, r, s) is |z - (x + iy)/2^s| <= r/2^s; det(z I - A) is expanded at its centre with `bits`
    fractional bits, and the term of degree `count` exceeds all others together on its boundary (Rouche).
    """

    disc: Disc
    count: int
    bits: int


@record
class EmbeddedCharpoly:
    """charpoly = c det(x I - A) over the field, by the Faddeev recurrence; nothing follows about A^n."""

    charpoly: tuple[Vector, ...]


@record
class EmbeddedJordan:
    """A X = X R over the field, X invertible, for X = basis and R = form; nothing follows about A^n.

    R is the diagonal of blocks for (p, k), deg p = degrees[i] and k = sizes[i]: k copies of the transposed
    companion matrix of the monic, squarefree p, with identities above them. So A has, for each root of p at
    theta, a Jordan block of size k. X and p'(C) are invertible modulo the prime `modulus`.
    """

    degrees: Indices
    sizes: Indices
    basis: FieldParts
    form: FieldParts
    modulus: int


EmbeddedClaim = (
    EmbeddedContraction
    | EmbeddedTrace
    | EmbeddedLimit
    | PeriodicPart
    | PeriodicChain
    | EmbeddedStableAnnihilator
    | EmbeddedStableLimit
    | CircularPart
    | CircularChain
    | EmbeddedEigenvalueOutside
    | EmbeddedCharpoly
    | EmbeddedJordan
)

EMBEDDED_NAMES: dict[type, str] = {
    EmbeddedContraction: "embedded_contraction",
    EmbeddedTrace: "embedded_trace",
    EmbeddedLimit: "embedded_limit",
    PeriodicPart: "periodic_part",
    PeriodicChain: "periodic_chain",
    EmbeddedStableAnnihilator: "embedded_stable_annihilator",
    EmbeddedStableLimit: "embedded_stable_limit",
    CircularPart: "circular_part",
    CircularChain: "circular_chain",
    EmbeddedEigenvalueOutside: "embedded_eigenvalue_outside",
    EmbeddedCharpoly: "embedded_charpoly",
    EmbeddedJordan: "embedded_jordan",
}
EMBEDDED_CLAIMS: tuple[type, ...] = tuple(EMBEDDED_NAMES)
