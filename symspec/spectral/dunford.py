"""The Dunford (Jordan-Chevalley) decomposition A = D + N over the base field, without an eigenvalue."""

from __future__ import annotations

from dataclasses import dataclass

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError


@dataclass(frozen=True, slots=True)
class DunfordDecomposition:
    """A = D + N, DN = ND, D diagonalizable over C, N nilpotent; D and N are unique.

    Attributes:
        D: the diagonalizable part, a polynomial in A.
        N: the nilpotent part.
        index: the smallest m >= 1 with N^m = 0 (1 when N = 0).
        annihilator: the monic squarefree p with p(D) = 0.
    """

    D: ExactMatrix
    N: ExactMatrix
    index: int
    annihilator: Polynomial


def dunford_decomposition(a: ExactMatrix, p: Polynomial, index: int) -> DunfordDecomposition:
    """A = D + N.

    Args:
        a: the matrix.
        p: the monic squarefree polynomial whose roots are the eigenvalues.
        index: the size of the largest Jordan block.

    Returns:
        D + N = A, DN = ND, p(D) = 0, N^index = 0; all four are checked before the result is returned.

    Algorithm: Newton's iteration for p in Q[x]/(p^index), from x: q <- q - p(q) w with w p'(q) = 1 mod p^k.
    The precision k (q is a root of p modulo p^k) doubles at each step, so ceil(log2 index) steps suffice,
    and D = q(A).

    References: Couty, Esterle, Zarouf, arXiv:1103.5020.

    >>> a = ExactMatrix.from_integers([[2, 1], [0, 2]])
    >>> d = dunford_decomposition(a, Polynomial.of([-2, 1]), 2)
    >>> print(d.D, d.N, d.index)
    [[2, 0], [0, 2]] [[0, 1], [0, 0]] 2
    """
    D = a if index == 1 else semisimple_polynomial(p, index).at_matrix(a)
    result = DunfordDecomposition(D, a - D, index, p)
    if not _is_dunford(result):
        raise InternalError("the Dunford decomposition failed its own check.")
    return result


def semisimple_polynomial(p: Polynomial, index: int) -> Polynomial:
    """The q with q = x mod p and p(q) = 0 mod p^index."""
    modulus, q, k = p, Polynomial.of([0, 1], ops=p._ops) % p, 1
    inverse = p.gcdex(p.derivative)[2] % p
    while k < index:
        k = min(2 * k, index)
        modulus = p**k
        q = (q - _composed(p, q, modulus) * inverse) % modulus
        if k < index:
            slope = _composed(p.derivative, q, modulus)
            inverse = (inverse * (2 - slope * inverse)) % modulus
    return q


def newton_steps(a: ExactMatrix, p: Polynomial) -> tuple[ExactMatrix, ...]:
    """(A, D_1, .., D): the iterates of D <- D - p(D) p'(D)^-1 until p(D) = 0, as computed by hand."""
    steps = [a]
    while not (value := p.at_matrix(steps[-1])).is_zero:
        steps.append(steps[-1] - value @ p.derivative.at_matrix(steps[-1]).inverse)
    return tuple(steps)


def _composed(p: Polynomial, q: Polynomial, modulus: Polynomial) -> Polynomial:
    value = p.constant(0)
    for c in reversed(p.coefficients):
        value = (value * q + c) % modulus
    return value


def _is_dunford(d: DunfordDecomposition) -> bool:
    commute = d.D @ d.N == d.N @ d.D
    return commute and d.annihilator.at_matrix(d.D).is_zero and (d.N**d.index).is_zero
