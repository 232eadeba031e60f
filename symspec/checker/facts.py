"""One function for each claim about a fact: it returns when the claim is proved, and rejects otherwise.

A is in lowest terms; every field has passed the door, so shapes fit and types are exact.
"""

from __future__ import annotations

from symspec.certificate import (
    CLAIM_NAMES,
    Annihilator,
    Charpoly,
    Claim,
    Dunford,
    Enclosure,
    Gershgorin,
    Inverse,
    Jordan,
    Rank,
    RationalMatrix,
)
from symspec.checker.arithmetic import (
    are_independent,
    at_matrix,
    characteristic,
    fits,
    identity,
    is_squarefree,
    is_zero,
    minus,
    power,
    product,
    reduced,
)
from symspec.checker.discs import roots_in_disc
from symspec.checker.reading import refuse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from symspec.certificate import Polynomial, Vector


def demand(
    holds: bool, claim: Claim, equation: str, expected: str = "equality", got: object = "none"
) -> None:
    """Reject the claim unless the equation holds."""
    if not holds:
        refuse(CLAIM_NAMES[type(claim)], equation, expected, got)


def charpoly(A: RationalMatrix, claim: Charpoly | Enclosure) -> None:
    """p = c det(x I - A), c != 0.

    With A = M/D and det(x I - M) = sum m_i x^i, det(x I - A) = sum m_i D^(i - n) x^i.
    """
    p, D, n = claim.p, A.denominator, len(A.numerator)
    demand(len(p) == n + 1, claim, "deg p = n", str(n), len(p) - 1)
    fits(n, n * D.bit_length(), "powers of the denominator")
    powers = [1]
    for _ in range(n):
        powers.append(powers[-1] * D)
    for i, m in enumerate(characteristic(A.numerator)):
        demand(p[i] * powers[n - i] == p[n] * m, claim, "p = c det(x I - A)", got=f"another term in x^{i}")


def annihilator(A: RationalMatrix, claim: Annihilator) -> None:
    """q(A) = 0."""
    demand(is_zero(at_matrix(claim.q, A)), claim, "q(A) = 0", got="a non-zero matrix")


def rank(A: RationalMatrix, claim: Rank) -> None:
    """rk(q(A)) = r: a minor of size r that is not 0, and n - r independent vectors in the kernel."""
    n, r, m = len(A.numerator), claim.rank, claim.modulus
    demand(len(claim.rows) == r, claim, "number of rows = rank", str(r), len(claim.rows))
    demand(len(claim.columns) == r, claim, "number of columns = rank", str(r), len(claim.columns))
    demand(len(claim.kernel) == n - r, claim, "kernel vectors = n - rank", str(n - r), len(claim.kernel))
    Q = at_matrix(claim.q, A)
    minor = [[Q[i][j] for j in claim.columns] for i in claim.rows]
    demand(are_independent(minor, m), claim, "the minor", "full rank modulo the modulus", "less")
    demand(
        are_independent(claim.kernel, m), claim, "the kernel vectors", "full rank modulo the modulus", "less"
    )
    kernel = [list(column) for column in zip(*claim.kernel, strict=True)]
    demand(not kernel or is_zero(product(Q, kernel)), claim, "q(A) kernel = 0", got="a non-zero matrix")


def dunford(A: RationalMatrix, claim: Dunford) -> None:
    """D + N = A, DN = ND, p(D) = 0 with p squarefree, N^m = 0 and N^(m-1) != 0.

    So D is diagonalizable over C with the eigenvalues of A, all roots of p, and N has index m.
    """
    D, N, m = reduced(claim.D), reduced(claim.N), claim.index
    demand(minus(A, N) == D, claim, "D + N = A", got="another sum")
    demand(
        product(D.numerator, N.numerator) == product(N.numerator, D.numerator),
        claim,
        "DN = ND",
        got="DN != ND",
    )
    demand(is_zero(power(N, m)), claim, "N^index = 0", got="a non-zero matrix")
    demand(not is_zero(power(N, m - 1)), claim, "N^(index - 1) != 0", "a non-zero matrix", "0")
    demand(is_zero(at_matrix(claim.p, D)), claim, "p(D) = 0", got="a non-zero matrix")
    demand(is_squarefree(claim.p), claim, "gcd(p, p') = 1", "1", "a common factor")


def inverse(A: RationalMatrix, claim: Inverse) -> None:
    """A X = I."""
    X = claim.X
    scale = identity(len(A.numerator), A.denominator * X.denominator)
    demand(product(A.numerator, X.numerator) == scale, claim, "A X = I", got="another product")


def jordan(A: RationalMatrix, claim: Jordan) -> None:
    """A w = alpha w + (the vector before w, or 0) in Q[alpha]/p for each vector w of a chain; a basis of C^n.

    The parts v_j of all w are n independent rational vectors. For a root z of p, w(z) = sum v_j z^j is a
    vector of C^n; p is squarefree, so the Vandermonde matrix of its d roots is invertible, and the w(z) of
    all roots span what the v_j of w span. So all the w(z) are a basis of C^n, in which A is in Jordan form.
    """
    n, sizes, polynomials = len(A.numerator), claim.sizes, claim.polynomials
    demand(len(sizes) == len(polynomials), claim, "sizes", f"{len(polynomials)} of them", len(sizes))
    lengths = [(len(p) - 1) * size for p, size in zip(polynomials, sizes, strict=True)]
    demand(sum(lengths) == n, claim, "sum of degree times size = n", str(n), sum(lengths))
    demand(len(claim.vectors) == n, claim, "number of vectors = n", str(n), len(claim.vectors))
    columns = [list(row) for row in zip(*claim.vectors, strict=True)]
    images = list(zip(*product(A.numerator, columns), strict=True))
    at = 0
    for p, length in zip(polynomials, lengths, strict=True):
        demand(is_squarefree(p), claim, "gcd(p, p') = 1", "1", "a common factor")
        holds = _is_chain(p, A.denominator, claim.vectors[at : at + length], images[at : at + length])
        demand(holds, claim, "A w = alpha w + the vector before w", got="another vector")
        at += length
    independent = are_independent(claim.vectors, claim.modulus)
    demand(independent, claim, "the vectors", "full rank modulo the modulus", "less")


def _is_chain(p: Polynomial, D: int, vectors: tuple[Vector, ...], images: list[tuple[int, ...]]) -> bool:
    """c M v_j = D (c v_(j-1) - p_j v_(d-1) + c u_j) for each vector, with parts v_j, and the one before, u_j.

    A = M/D, and alpha^d = -(p_0 + .. + p_(d-1) alpha^(d-1))/c for the leading coefficient c of p.
    """
    d, c, zero = len(p) - 1, p[-1], (0,) * len(vectors[0])
    for i, image in enumerate(images):
        j = i % d
        lower, u = vectors[i - 1] if j else zero, vectors[i - d] if i >= d else zero
        last = vectors[i - j + d - 1]
        if any(
            c * y != D * (c * (a + b) - p[j] * z) for y, a, b, z in zip(image, lower, u, last, strict=True)
        ):
            return False
    return True


def enclosure(A: RationalMatrix, claim: Enclosure) -> None:
    """p = c det(x I - A), and so many of its roots, the eigenvalues with multiplicity, lie in each disc."""
    discs, counts = claim.discs, claim.counts
    demand(len(discs) == len(counts), claim, "one count for each disc", str(len(discs)), len(counts))
    charpoly(A, claim)
    for disc, count in zip(discs, counts, strict=True):
        found = roots_in_disc(claim.p, disc)
        demand(found is not None, claim, "roots in a disc", "none on its boundary", "perhaps one there")
        demand(found == count, claim, "number of roots in a disc", str(count), found)


def gershgorin(A: RationalMatrix, claim: Gershgorin) -> None:
    """The discs of D^-1 A D (or D^-1 A^T D), D = diag(w): centre a_ii, radius sum |a_ij| w_j/w_i over j != i.

    Each eigenvalue is in one of them: look at a largest entry of an eigenvector. Discs of different groups do
    not meet; so, as the entries off the diagonal shrink to 0, no eigenvalue leaves the union of its group,
    which in the end has as many as it has centres.
    """
    n, D, w = len(A.numerator), A.denominator, claim.weights
    M = list(zip(*A.numerator, strict=True)) if claim.transposed else A.numerator
    discs = list(zip(claim.centres, claim.radii, claim.scales, strict=True))
    for i, (c, r, s) in enumerate(discs):
        demand(c * D == M[i][i] * s, claim, "centre = a_ii", got="another centre")
        others = sum([abs(x) * y for x, y in zip(M[i], w, strict=True)]) - abs(M[i][i]) * w[i]
        demand(r * w[i] * D == others * s, claim, "radius = sum |a_ij| w_j/w_i", got="another radius")
    members = sorted([i for group in claim.groups for i in group])
    demand(members == list(range(n)), claim, "the groups", "every disc once", "another selection")
    of = [g for i in range(n) for g, group in enumerate(claim.groups) if i in group]
    for i, (c, r, s) in enumerate(discs):
        for j, (d, q, t) in enumerate(discs[:i]):
            apart = of[i] == of[j] or abs(c * t - d * s) > r * t + q * s
            demand(apart, claim, "discs of different groups", "no common point", "one")
