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
    Inverse,
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
from symspec.checker.reading import refuse


def demand(
    holds: bool, claim: Claim, equation: str, expected: str = "equality", got: object = "none"
) -> None:
    """Reject the claim unless the equation holds."""
    if not holds:
        refuse(CLAIM_NAMES[type(claim)], equation, expected, got)


def charpoly(A: RationalMatrix, claim: Charpoly) -> None:
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
