"""Spectral projectors: the limit of A^n is the one that belongs to the eigenvalue 1."""

from __future__ import annotations

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.profile import JordanProfile


def stable_cofactor(profile: JordanProfile) -> Polynomial:
    """s = mu / (x - 1) if mu(1) = 0, else mu, for the minimal polynomial mu."""
    quotient, remainder = divmod(profile.minpoly, profile.minpoly.of_same([-1, 1]))
    return profile.minpoly if remainder.degree >= 0 else quotient


def projector_at_one(a: ExactMatrix, profile: JordanProfile) -> ExactMatrix:
    """The projector L on ker(A - I) along im(A - I), when rk(A - I) = rk((A - I)^2).

    Returns:
        L^2 = L, A L = L A = L, and L = s(A)/s(1) with s the stable cofactor; L = 0 when 1 is no eigenvalue.

    Algorithm: with columns K a basis of ker(A - I) and columns M of ker(A^T - I), L = K (M^T K)^-1 M^T;
    M^T K is invertible exactly when the ranks agree. No power of A is formed.
    """
    if profile.at_one is None:
        return a * 0
    shifted = a - a.identity()
    k, m = shifted.kernel, shifted.transpose.kernel.transpose
    projector = k @ (m @ k).solve(m)
    if (
        a @ projector != projector
        or projector @ a != projector
        or projector.trace != profile.at_one.multiplicity
    ):
        raise InternalError("the projector on ker(A - I) failed its own check.")
    return projector
