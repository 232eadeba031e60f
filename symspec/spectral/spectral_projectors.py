"""Spectral projectors over Q, one for each irreducible factor, and A = sum alpha Pi_alpha + N."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import lcm

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.multiplication import multiplication
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.dunford import DunfordDecomposition


@dataclass(frozen=True, slots=True)
class SpectralProjector:
    """Pi_p, the projector on ker p(A)^n along the sum of the other generalized eigenspaces.

    Attributes:
        polynomial: p, monic and irreducible over Q.
        matrix: Pi_p = sum of Pi_alpha over the roots alpha of p.
    """

    polynomial: Polynomial
    matrix: ExactMatrix

    def __str__(self) -> str:
        p = self.polynomial
        return f"{self.matrix} for {-p(0) if p.degree == 1 else f'the roots of {p}'}"


def spectral_projectors(
    d: DunfordDecomposition, factors: Sequence[Polynomial]
) -> tuple[SpectralProjector, ...]:
    """Pi_p for each irreducible factor p of charpoly.

    Returns:
        sum Pi_p = I and p(D) Pi_p = 0, checked. So v = sum Pi_p v is the decomposition of v in the direct
        sum of the ker p(D), and each Pi_p is the projector on ker p(D) along the others: Pi_p^2 = Pi_p and
        Pi_p Pi_q = 0. It commutes with A, being a polynomial in A.

    Algorithm: Pi_p = e(D) with e = 1 mod p and e = 0 modulo each other factor.

    >>> from symspec.spectral.dunford import dunford_decomposition
    >>> a = ExactMatrix.from_integers([[2, 1], [0, 3]])
    >>> p, q = Polynomial.of([-2, 1]), Polynomial.of([-3, 1])
    >>> for pi in spectral_projectors(dunford_decomposition(a, p * q, 1), (p, q)):
    ...     print(pi.polynomial, pi.matrix)
    x - 2 [[1, -1], [0, 0]]
    x - 3 [[0, 1], [0, 1]]
    """
    if len(factors) == 1:
        return (SpectralProjector(factors[0], d.D.identity()),)
    whole = reduce(lambda p, q: p * q, factors)
    found = tuple(SpectralProjector(p, _idempotent(whole // p, p).at_matrix(d.D)) for p in factors)
    total = reduce(lambda x, y: x + y, (pi.matrix for pi in found))
    if total != d.D.identity() or not all((pi.polynomial.at_matrix(d.D) @ pi.matrix).is_zero for pi in found):
        raise InternalError("the spectral projectors failed their own check.")
    return found


def _idempotent(others: Polynomial, p: Polynomial) -> Polynomial:
    return others * ((others % p).gcdex(p)[1] % p)


def root_numerators(d: DunfordDecomposition, pi: SpectralProjector) -> tuple[ExactMatrix, ...]:
    """(G_0, .., G_(d-1)) with Pi_alpha = sum_l G_l alpha^l / p'(alpha) for each root alpha of p.

    Algorithm: Pi_alpha = g(D, alpha)/p'(alpha) Pi_p with g(x, alpha) = (p(x) - p(alpha))/(x - alpha), by
    Lagrange's interpolation; by Horner's rule G_(d-1) = Pi_p and G_(l-1) = D G_l + p_l Pi_p for monic p.
    """
    found = [pi.matrix]
    for c in pi.polynomial.coefficients[-2:0:-1]:
        found.append(d.D @ found[-1] + pi.matrix * c)
    return tuple(reversed(found))


def root_projector(d: DunfordDecomposition, pi: SpectralProjector) -> tuple[ExactMatrix, ...]:
    """(S_0, .., S_(d-1)) with Pi_alpha = sum_l S_l alpha^l for each root alpha of p."""
    return over_slope(pi.polynomial, root_numerators(d, pi))


def over_slope(p: Polynomial, numerators: Sequence[ExactMatrix]) -> tuple[ExactMatrix, ...]:
    """(S_0, ..) with sum_l S_l alpha^l = sum_l G_l alpha^l / p'(alpha) in Q[alpha]/p.

    The entries of the S_l have the discriminant of p in their denominators: they are long for long p.
    """
    if p.degree == 1:
        return tuple(numerators)
    reciprocal = p.gcdex(p.derivative)[2]
    return _combinations(multiplication(p, reciprocal, numerators[0]).transpose, numerators)


def times_alpha(p: Polynomial, parts: Sequence[ExactMatrix]) -> tuple[ExactMatrix, ...]:
    """The parts of alpha sum_l X_l alpha^l for a root alpha of a monic p: alpha^d is replaced by p."""
    c, last = p.coefficients, parts[-1]
    moved = [before - last * x for before, x in zip(parts[:-1], c[1:-1], strict=True)]
    return (last * -c[0], *moved)


def _combinations(c: ExactMatrix, matrices: Sequence[ExactMatrix]) -> tuple[ExactMatrix, ...]:
    """sum_i c_li M_i for each l; over Q as one product, with each M_i written into one row."""
    if isinstance(c, FieldMatrix):
        return tuple(
            reduce(lambda x, y: x + y, (m * x for x, m in zip(row, matrices, strict=True)))
            for row in c.tolist()
        )
    read = [m.integers() for m in matrices]
    common, n = lcm(*(d for _, d in read)), matrices[0].order
    flat = [[x * (common // d) for row in rows for x in row] for rows, d in read]
    rows, denominator = (c @ ExactMatrix.from_integers(flat, common, backend=c.backend)).integers()
    return tuple(
        ExactMatrix.from_integers(
            [row[i : i + n] for i in range(0, n * n, n)], denominator, backend=c.backend
        )
        for row in rows
    )


def trace_form(p: Polynomial, like: ExactMatrix) -> ExactMatrix:
    """The d x d matrix of Tr(alpha^(i + l)) over the roots alpha of p: sums of powers of the roots.

    Algorithm: Newton's identities for the first d power sums, the recurrence of p for the others.
    """
    d, c = p.degree, p.monic.coefficients
    s = [Fraction(d)]
    for k in range(1, 2 * d - 1):
        terms = sum((c[d - i] * s[k - i] for i in range(1, min(k - 1, d) + 1)), Fraction(0))
        s.append(-terms - (k * c[d - k] if k <= d else c[0] * 0))
    return like.with_entries([[s[i + j] for j in range(d)] for i in range(d)])


@dataclass(frozen=True, slots=True)
class SpectralComponent:
    """The part of A on ker p(A)^n: sum of alpha Pi_alpha + N Pi_alpha over the roots alpha of p.

    Attributes:
        polynomial: p, monic and irreducible over Q.
        projector: (S_0, .., S_(d-1)), rational, with Pi_alpha = sum_l S_l alpha^l.
        nilpotent: N Pi_p.
    """

    polynomial: Polynomial
    projector: tuple[ExactMatrix, ...]
    nilpotent: ExactMatrix

    def __str__(self) -> str:
        p = self.polynomial
        powers = ("", "alpha ", *(f"alpha^{k} " for k in range(2, len(self.projector))))
        terms = [f"{x}{m}" for x, m in zip(powers, self.projector, strict=False) if not m.is_zero]
        part = "" if self.nilpotent.is_zero else f", N Pi = {self.nilpotent}"
        which = -p(0) if p.degree == 1 else f"each root alpha of {p}"
        return f"Pi = {' + '.join(terms)} for {which}{part}"


def spectral_representation(
    d: DunfordDecomposition, projectors: Sequence[SpectralProjector]
) -> tuple[SpectralComponent, ...]:
    """A = sum over all eigenvalues alpha of alpha Pi_alpha, plus N.

    Returns:
        For each factor p: D Pi_alpha = alpha Pi_alpha and Pi_p = sum of Pi_alpha over the roots of p, checked
        in Q[alpha]/p; so D Pi_p is the sum of the alpha Pi_alpha.
    """
    found = tuple(
        SpectralComponent(pi.polynomial, root_projector(d, pi), d.N @ pi.matrix) for pi in projectors
    )
    if not all(_is_component(d, pi, c) for pi, c in zip(projectors, found, strict=True)):
        raise InternalError("the spectral representation failed its own check.")
    return found


def _is_component(d: DunfordDecomposition, pi: SpectralProjector, c: SpectralComponent) -> bool:
    p, s = c.polynomial, c.projector
    if any(d.D @ part != multiplied for part, multiplied in zip(s, times_alpha(p, s), strict=True)):
        return False
    traces = trace_form(p, pi.matrix).tolist()[0]
    return reduce(lambda x, y: x + y, (m * t for m, t in zip(s, traces, strict=True))) == pi.matrix
