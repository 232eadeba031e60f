"""The certificate language: a matrix and claims about it, as frozen data.

The engine writes certificates, the checker reads them, and neither imports the other's work.
Everything is made of exact ints and tuples. A polynomial is a tuple of its integer
coefficients, constant term first, with a non-zero last one; a vector is a tuple of ints.
"""

from __future__ import annotations

from symspec.field_claims import (
    EMBEDDED_CLAIMS,
    EMBEDDED_NAMES,
    CircularChain,
    CircularPart,
    Disc,
    EmbeddedCharpoly,
    EmbeddedClaim,
    EmbeddedContraction,
    EmbeddedEigenvalueOutside,
    EmbeddedJordan,
    EmbeddedLimit,
    EmbeddedStableAnnihilator,
    EmbeddedStableLimit,
    EmbeddedTrace,
    FieldParts,
    Indices,
    NumberFieldMatrix,
    Parts,
    PeriodicChain,
    PeriodicPart,
    Polynomial,
    RootOf,
    Vector,
)
from symspec.record import record

# the part of the language for number fields, under the same roof
__all__ = [
    "EMBEDDED_CLAIMS",
    "EMBEDDED_NAMES",
    "CircularChain",
    "CircularPart",
    "Disc",
    "EmbeddedCharpoly",
    "EmbeddedClaim",
    "EmbeddedContraction",
    "EmbeddedEigenvalueOutside",
    "EmbeddedJordan",
    "EmbeddedLimit",
    "EmbeddedStableAnnihilator",
    "EmbeddedStableLimit",
    "EmbeddedTrace",
    "FieldParts",
    "Indices",
    "NumberFieldMatrix",
    "Parts",
    "PeriodicChain",
    "PeriodicPart",
    "Polynomial",
    "RootOf",
    "Vector",
]

SCHEMA_VERSION = 1

Ratio = tuple[int, int]


@record
class RationalMatrix:
    """numerator / denominator, with denominator > 0; need not be in lowest terms."""

    numerator: tuple[tuple[int, ...], ...]
    denominator: int


# -- facts -----------------------------------------------------------------------------------


@record
class Charpoly:
    """p = c det(x I - A) for an integer c != 0, by the Faddeev recurrence."""

    p: Polynomial


@record
class Annihilator:
    """q(A) = 0."""

    q: Polynomial


@record
class Rank:
    """rk(q(A)) = rank.

    At least: the minor of q(A) (times its denominator) on `rows` and `columns` is invertible
    modulo `modulus`. At most: q(A) kernel = 0, where the n x (n - rank) integer matrix
    `kernel` (a tuple of its columns) has linearly independent columns modulo `modulus`.
    """

    q: Polynomial
    rank: int
    rows: Indices
    columns: Indices
    modulus: int
    kernel: tuple[Vector, ...]


@record
class Dunford:
    """D + N = A, DN = ND, N^index = 0, N^(index - 1) != 0, p(D) = 0, gcd(p, p') = 1."""

    D: RationalMatrix
    N: RationalMatrix
    index: int
    p: Polynomial


@record
class Inverse:
    """A X = I."""

    X: RationalMatrix


@record
class Jordan:
    """Chains of A for all roots of squarefree polynomials at once, together a basis of C^n.

    Chain number c belongs to p = polynomials[c], of degree d, and has sizes[c] vectors w_1, w_2, .. over
    Q[alpha]/p, each w = v_0 + v_1 alpha + .. + v_(d-1) alpha^(d-1) given by d integer vectors; `vectors`
    lists them all, chain by chain. A w_1 = alpha w_1, A w_(i+1) = alpha w_(i+1) + w_i, and all vectors are
    independent modulo `modulus`. So for each root of p there is one Jordan block of size sizes[c].
    """

    polynomials: tuple[Polynomial, ...]
    sizes: Indices
    vectors: tuple[Vector, ...]
    modulus: int


@record
class Enclosure:
    """p = c det(x I - A), and counts[i] roots of p, with multiplicity, lie in the disc discs[i].

    The disc (x, y, r, s) is open: |z - (x + iy)/2^s| < r/2^s; no root lies on its boundary.
    """

    p: Polynomial
    discs: tuple[Disc, ...]
    counts: Indices


@record
class Gershgorin:
    """Each eigenvalue lies in a disc |z - centres[i]/scales[i]| <= radii[i]/scales[i], centre a_ii.

    They are those of D^-1 A D by rows, D = diag(weights) > 0, or of D^-1 A^T D if transposed is 1. Discs of
    different groups do not meet, so the union of a group of k discs has k eigenvalues, with multiplicity.
    """

    weights: Vector
    transposed: int
    centres: Vector
    radii: Vector
    scales: Vector
    groups: tuple[Indices, ...]


# -- behavior --------------------------------------------------------------------------------


@record
class Contraction:
    """The infinity norm of A^k is < 1, hence A^n -> 0; seen with `bits` fractional bits (0: exactly)."""

    k: int
    bits: int


@record
class StableAnnihilator:
    """q(A) = 0 and every root of q has modulus < 1, hence A^n -> 0."""

    q: Polynomial


@record
class SteinInequality:
    """P > 0 and P - A^T P A > 0 for a symmetric rational P, hence A^n -> 0."""

    P: RationalMatrix


@record
class Proposition1:
    """The Dunford decomposition, with every root of its p of modulus < 1, hence A^n -> 0."""

    dunford: Dunford


Inner = Contraction | StableAnnihilator | SteinInequality


@record
class LimitProjector:
    """L^2 = L, AL = LA = L, and `inner` proves (A - L)^n -> 0, hence A^n -> L."""

    L: RationalMatrix
    inner: Inner


@record
class Proposition2:
    """(A - I) s(A) = 0, s strictly stable, L = s(A)/s(1), rk(A - I) = rk((A - I)^2), hence A^n -> L.

    `rank_once` is the fact about q = x - 1, `rank_twice` the one about q = (x - 1)^2.
    """

    s: Polynomial
    L: RationalMatrix
    rank_once: Rank
    rank_twice: Rank


@record
class BoundedAnnihilator:
    """u(A) s(A) = 0, s strictly stable, the roots of u simple and of modulus 1, hence A^n is bounded.

    Cohn 1922: all roots of u are simple and on the circle iff u* = +-u and u' is strictly stable.
    """

    u: Polynomial
    s: Polynomial


@record
class EigenvalueNotInside:
    """v, Av, .., A^(d-1) v independent modulo `modulus`, p(A) v = 0, p(1) != 0, p not strictly stable.

    So every root of p is an eigenvalue, and one of them has modulus >= 1 and is not 1: no limit.
    """

    p: Polynomial
    v: Vector
    modulus: int


@record
class EigenvalueOutside:
    """v, Av, .., A^(d-1) v independent modulo `modulus`, p(A) v = 0, r > 1, p(r x) not strictly stable.

    So some eigenvalue has modulus >= r = r[0]/r[1] > 1: A^n is unbounded.
    """

    p: Polynomial
    v: Vector
    modulus: int
    r: Ratio


@record
class Trace:
    """|tr A^k| > n, hence some eigenvalue has modulus > 1 and A^n is unbounded; `bits` as in Contraction."""

    k: int
    bits: int


@record
class ChainOnTheCircle:
    """p(A)^2 w = 0, p(A) w != 0, all roots of p on the circle, hence |A^n w| grows: unbounded."""

    p: Polynomial
    w: Vector


Fact = Charpoly | Annihilator | Rank | Dunford | Inverse | Jordan | Enclosure | Gershgorin
BehaviorClaim = (
    Contraction
    | StableAnnihilator
    | SteinInequality
    | Proposition1
    | LimitProjector
    | Proposition2
    | BoundedAnnihilator
    | EigenvalueNotInside
    | EigenvalueOutside
    | Trace
    | ChainOnTheCircle
)
Claim = Fact | BehaviorClaim | EmbeddedClaim


@record
class Certificate:
    """A matrix and what is claimed about it.

    About a matrix over a number field only behavior is claimed: of the complex matrix itself by an
    EmbeddedClaim, by every other claim through the regular form (see symspec.checker.fields).

    >>> claim = Contraction(k=1, bits=0)
    >>> Certificate(RationalMatrix(((1, 0), (0, 1)), 2), (claim,)).claims
    (Contraction(k=1, bits=0),)
    """

    matrix: RationalMatrix | NumberFieldMatrix
    claims: tuple[Claim, ...]


CLAIM_NAMES: dict[type, str] = {
    Charpoly: "charpoly",
    Annihilator: "annihilator",
    Rank: "rank",
    Dunford: "dunford",
    Inverse: "inverse",
    Jordan: "jordan",
    Enclosure: "enclosure",
    Gershgorin: "gershgorin",
    Contraction: "contraction",
    StableAnnihilator: "stable_annihilator",
    SteinInequality: "stein_inequality",
    Proposition1: "proposition_1",
    LimitProjector: "limit_projector",
    Proposition2: "proposition_2",
    BoundedAnnihilator: "bounded_annihilator",
    EigenvalueNotInside: "eigenvalue_not_inside",
    EigenvalueOutside: "eigenvalue_outside",
    Trace: "trace",
    ChainOnTheCircle: "chain_on_the_circle",
    **EMBEDDED_NAMES,
}
"""The name of each claim: in JSON, and as the rule of a rejection."""

BEHAVIOR_CLAIMS: tuple[type, ...] = (
    Contraction,
    StableAnnihilator,
    SteinInequality,
    Proposition1,
    LimitProjector,
    Proposition2,
    BoundedAnnihilator,
    EigenvalueNotInside,
    EigenvalueOutside,
    Trace,
    ChainOnTheCircle,
)
