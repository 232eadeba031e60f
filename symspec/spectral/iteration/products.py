"""Whether the parts of a vector at two eigenvalues are orthogonal: by enclosures or by exact products."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import Any

from symspec.algebra.enclosure import Rectangle
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.spectral.field_vectors import eigenvector_of_chain
from symspec.spectral.iteration.parts import Leader, SpectralParts

START_BITS = 64
MOST_BITS = 4096
# Degrees of two eigenvalues whose product bounds that of the numbers that are multiplied exactly.
MOST_DEGREE = 36
ZERO = (Fraction(0), Fraction(0))


def are_orthogonal(parts: SpectralParts, x: Leader, y: Leader) -> bool | None:
    """y_alpha^* y_beta = 0 for the leading parts at alpha and beta; None where that was not decided.

    Algorithm: g(D, alpha) u with g(x, alpha) = (p(x) - p(alpha))/(x - alpha) is p'(alpha) y_alpha for the tip
    u: a multiple, found without a projector. Its products are enclosed. For a conjugate pair and a real A,
    y^* conj(y) is the conjugate of y^T y, an element of K(alpha), 0 or not by its coefficients.
    """
    u, v = (eigenvector_of_chain(z.component.polynomial, parts.dunford.D, z.component.tip) for z in (x, y))
    conjugate = u == v and u.conjugate == u and x.alpha == y.alpha.conjugate
    if conjugate:
        return _square_is_zero(y, v)
    bits = START_BITS
    while bits <= MOST_BITS:
        total = _product(_boxes(x, u, bits), _boxes(y, v, bits), bits)
        if not (total.real[0] <= 0 <= total.real[1] and total.imag[0] <= 0 <= total.imag[1]):
            return False
        bits *= 4
    if x.alpha.degree * y.alpha.degree > MOST_DEGREE:
        return None
    pairs = zip(_entries(x, u), _entries(y, v), strict=True)
    value = reduce(lambda s, pair: s + pair[0].conjugate * pair[1], pairs, AlgebraicNumber.of(0))
    return value == 0


def _square_is_zero(x: Leader, w: ExactMatrix) -> bool:
    """w^T w = 0 in K[alpha]/p."""
    p, d = x.component.polynomial, w.shape[1]
    gram = (w.transpose @ w).tolist()
    total = [sum(gram[i][k - i] for i in range(d) if 0 <= k - i < d) for k in range(2 * d - 1)]
    return (p.of_same(total) % p).degree < 0


def _entries(x: Leader, w: ExactMatrix) -> list[AlgebraicNumber]:
    from symspec.algebra.unit_columns import evaluated

    return [row[0] for row in evaluated(x.alpha, x.component.polynomial, w).tolist()]


def _product(u: list[Rectangle], v: list[Rectangle], bits: int) -> Rectangle:
    """Encloses u^* v."""
    terms = ((a.conjugate * b).rounded(bits) for a, b in zip(u, v, strict=True))
    return reduce(lambda s, t: s + t, terms, Rectangle(ZERO, ZERO))


def _boxes(x: Leader, w: ExactMatrix, bits: int) -> list[Rectangle]:
    """Rectangles around the entries of sum w_l alpha^l, by Horner's rule."""
    alpha = x.alpha.box(bits)
    return [
        reduce(lambda s, c: (s * alpha + _box(c, bits)).rounded(bits), reversed(row), Rectangle(ZERO, ZERO))
        for row in w.tolist()
    ]


def _box(c: Any, bits: int) -> Rectangle:
    if isinstance(c, FieldElement):
        return c.field.rectangle(c.coordinates, bits)
    return Rectangle((c, c), ZERO)
