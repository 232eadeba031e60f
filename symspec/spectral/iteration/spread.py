"""Between which numbers the quotient of norms oscillates, where a pair of conjugate eigenvalues leads."""

from __future__ import annotations

from fractions import Fraction

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots, sqrt
from symspec.algebra.polynomial import Polynomial


def spread(a: ExactMatrix, z: ExactMatrix) -> tuple[AlgebraicNumber, AlgebraicNumber]:
    """(liminf, limsup) of |A^(n+1) z|/|A^n z| for a rational z whose orbit spans a plane and has no period.

    A turns the plane, up to the factor rho and a change of basis, by an angle that is no rational part of a
    full turn. So the directions of A^n z are dense in the plane, and the quotients are dense between the
    extreme values of |A u|/|u| on it: the singular values of A there. Their squares are the roots x of
    det(H - x G), with G and H the Gram matrices of (z, A z) and (A z, A^2 z).

    >>> from symspec.algebra.coerce import matrix
    >>> a = matrix([[1, -2], [1, 1]])
    >>> print(*spread(a, ExactMatrix.from_integers([[1], [0]], backend=a.backend)), sep=", ")
    (-1 + sqrt(13))/2, (1 + sqrt(13))/2
    """
    az = a @ z
    aaz = a @ az
    g = _gram(z, az)
    h = _gram(az, aaz)
    squares = roots(
        Polynomial.of(
            [
                h[0] * h[2] - h[1] * h[1],
                2 * g[1] * h[1] - g[0] * h[2] - g[2] * h[0],
                g[0] * g[2] - g[1] * g[1],
            ],
            name=a.backend,
        )
    )
    return sqrt(squares[0]), sqrt(squares[-1])


def _gram(u: ExactMatrix, v: ExactMatrix) -> tuple[Fraction, Fraction, Fraction]:
    """(u.u, u.v, v.v)."""
    return (u.transpose @ u)[0, 0], (u.transpose @ v)[0, 0], (v.transpose @ v)[0, 0]
