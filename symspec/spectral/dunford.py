"""The Dunford (Jordan-Chevalley) decomposition A = D + N over the base field, without an eigenvalue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import ClassVar

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial, semisimple_guess
from symspec.algebra.products import commute
from symspec.errors import InternalError, UndefinedError
from symspec.notation.equations import Equations
from symspec.spectral.krylov import annihilates

Factors = Sequence[tuple[Polynomial, int]]


@dataclass(frozen=True, slots=True)
class DunfordDecomposition(Equations):
    """A = D + N, DN = ND, D diagonalizable over C, N nilpotent; D and N are unique.

    Attributes:
        D: the diagonalizable part, a polynomial in A.
        N: the nilpotent part.
        index: the smallest m >= 1 with N^m = 0 (1 when N = 0).
        annihilator: the monic squarefree p with p(D) = 0.
    """

    _shown: ClassVar[tuple[str, ...]] = ("D", "N")
    D: ExactMatrix
    N: ExactMatrix
    index: int
    annihilator: Polynomial


@dataclass(frozen=True, slots=True)
class MultiplicativeDunford(Equations):
    """A = S U = U S, S diagonalizable over C, U unipotent: (U - I)^index = 0; S and U are unique."""

    _shown: ClassVar[tuple[str, ...]] = ("S", "U")
    S: ExactMatrix
    U: ExactMatrix
    index: int


def dunford_decomposition(a: ExactMatrix, p: Polynomial, index: int) -> DunfordDecomposition:
    """A = D + N.

    Args:
        a: the matrix.
        p: the monic squarefree polynomial whose roots are the eigenvalues.
        index: the size of the largest Jordan block, or more.

    Returns:
        D + N = A, DN = ND, p(D) = 0, N^index = 0; all four are checked before the result is returned.

    >>> a = ExactMatrix.from_integers([[2, 1], [0, 2]])
    >>> d = dunford_decomposition(a, Polynomial.of([-2, 1]), 2)
    >>> print(d.D, d.N, d.index)
    [[2, 0], [0, 2]] [[0, 1], [0, 0]] 2
    """
    return dunford_of_factors(a, ((p, index),))


def dunford_of_factors(a: ExactMatrix, factors: Factors) -> DunfordDecomposition:
    """A = D + N, for monic squarefree pairwise coprime f with prod f^m (A) = 0, as those of charpoly.

    Returns:
        D + N = A, DN = ND, p(D) = 0 for p = prod f, N^index = 0 with the least index; checked.

    Algorithm: D = z I for a single eigenvalue z. Else D = q(A) with the q of `semisimple_polynomial`. Its
    coefficients are often hundreds of times longer than the entries of D, so D is first guessed modulo a
    prime, where q is found, too; whether the guess is right is what the checks say, as D is unique.

    References: Couty, Esterle, Zarouf, arXiv:1103.5020.
    """
    p = reduce(lambda x, y: x * y, (f for f, _ in factors))
    if all(m == 1 for _, m in factors):
        if not annihilates(p, a):
            raise InternalError("the squarefree part of the characteristic polynomial does not annihilate A.")
        return DunfordDecomposition(a, a - a, 1, p)
    likely = a.scalar(-p.coefficients[0]) if p.degree == 1 else semisimple_guess(factors, a)
    found = _checked(a, likely, p)
    found = found or _checked(a, semisimple_polynomial(factors).at_matrix(a), p)
    if found is None:
        raise InternalError("the Dunford decomposition failed its own check.")
    return found


def _checked(a: ExactMatrix, D: ExactMatrix | None, p: Polynomial) -> DunfordDecomposition | None:
    """(D, A - D), if D commutes with A (so with A - D), p(D) = 0 and A - D is nilpotent."""
    if D is None or not commute(D, a) or not annihilates(p, D):
        return None
    N = a - D
    index = nilpotency_index(N)
    return DunfordDecomposition(D, N, index, p) if index else None


def nilpotency_index(N: ExactMatrix) -> int:
    """The least m >= 1 with N^m = 0; 0 if there is none.

    Algorithm: N, N^2, N^4, .. up to zero or beyond the order n; then bisection: about 2 log2 m products.
    """
    squares = [N]
    while not squares[-1].is_zero:
        if 2 ** (len(squares) - 1) >= N.order:
            return 0
        squares.append(squares[-1] @ squares[-1])
    if len(squares) == 1:
        return 1
    exponent, power = 1 << (len(squares) - 2), squares[-2]
    for k in range(len(squares) - 3, -1, -1):
        if not (longer := power @ squares[k]).is_zero:
            exponent, power = exponent + (1 << k), longer
    return exponent + 1


def semisimple_polynomial(factors: Factors) -> Polynomial:
    """The q with q = x mod p and p(q) = 0 mod prod f^m, for p = prod f.

    Algorithm: Newton's iteration for p from x: q <- q - p(q) w with w p'(q) = 1. The precision k (q is a root
    of p modulo prod f^min(m, k)) doubles at each step, so ceil(log2 max m) steps suffice.
    """
    p, index = reduce(lambda x, y: x * y, (f for f, _ in factors)), max(m for _, m in factors)
    q, k, slope = p.of_same([0, 1]) % p, 1, p.derivative
    inverse = p.gcdex(slope)[2] % p
    while k < index:
        k = min(2 * k, index)
        modulus = reduce(lambda x, y: x * y, (f ** min(m, k) for f, m in factors))
        q = (q - _composed(p, q, modulus) * inverse) % modulus
        if k < index:
            inverse = (inverse * (2 - _composed(slope, q, modulus) * inverse)) % modulus
    return q


def newton_steps(a: ExactMatrix, p: Polynomial) -> tuple[ExactMatrix, ...]:
    """(A, D_1, .., D): the iterates of D <- D - p(D) p'(D)^-1 until p(D) = 0, as by hand."""
    steps = [a]
    while not (value := p.at_matrix(steps[-1])).is_zero:
        steps.append(steps[-1] - value @ p.derivative.at_matrix(steps[-1]).inverse)
    return tuple(steps)


def multiplicative_dunford(a: ExactMatrix, d: DunfordDecomposition) -> MultiplicativeDunford:
    """A = S U with S = D and U = I + D^-1 N, for invertible A = D + N.

    Returns:
        S U = U S = A and (U - I)^index = 0, checked.

    Raises:
        UndefinedError: A is singular.
    """
    if d.annihilator(0) == 0:
        raise UndefinedError(
            "a singular matrix is no product of a diagonalizable and a unipotent matrix that commute."
        )
    nilpotent = d.D.solve(d.N)
    U = a.identity() + nilpotent
    if d.D @ U != a or U @ d.D != a or nilpotency_index(nilpotent) != d.index:
        raise InternalError("the multiplicative Dunford decomposition failed its own check.")
    return MultiplicativeDunford(d.D, U, d.index)


def _composed(p: Polynomial, q: Polynomial, modulus: Polynomial) -> Polynomial:
    value = p.constant(0)
    for c in reversed(p.coefficients):
        value = (value * q + c) % modulus
    return value
