"""Perron and Frobenius: the spectral radius of A >= 0 is an eigenvalue, with a nonnegative eigenvector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Any

from symspec.algebra.algebraic_matrix import field_element
from symspec.algebra.blocks import unit_vector
from symspec.algebra.fields import discs
from symspec.algebra.fields.element import FieldElement
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.roots import complex_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.multiplication import multiplication
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.spectral.field_vectors import (
    NORMALIZED_DEGREE,
    eigenvector_of_chain,
    is_eigenvector,
    normalized,
)
from symspec.spectral.krylov import at_vector
from symspec.spectral.structure.graph import Digraph, Vertices


@dataclass(frozen=True, slots=True)
class RealVector:
    """sum_k columns[:, k] rho^k: a real vector with entries in Q(rho), or K(rho).

    Attributes:
        value: rho.
        polynomial: p, the minimal polynomial of rho over the field of the columns.
        columns: n x deg p.
    """

    value: AlgebraicNumber
    polynomial: Polynomial
    columns: ExactMatrix

    @property
    def entries(self) -> tuple[AlgebraicNumber, ...]:
        """The entries as algebraic numbers."""
        return tuple(_element(self.value, row) for row in self.columns.tolist())

    @property
    def signs(self) -> tuple[int, ...]:
        """-1, 0 or 1 for each entry; exact: an entry is 0 iff its coefficients are."""
        return tuple(_sign(self.value, row) for row in self.columns.tolist())

    def __str__(self) -> str:
        return "(" + ", ".join(map(str, self.entries)) + ")"


def _element(rho: AlgebraicNumber, row: list[Any]) -> AlgebraicNumber:
    if any(isinstance(c, FieldElement) for c in row):
        numbers = [c.number if isinstance(c, FieldElement) else c for c in row]
        return reduce(lambda value, c: value * rho + c, reversed(numbers), rho * 0)
    return field_element(rho, row)


def _sign(rho: AlgebraicNumber, row: list[Any]) -> int:
    if not any(c != 0 for c in row):
        return 0
    bits = 64
    while True:
        z = discs.from_rectangle(rho.box(bits), bits)
        x, _, r = discs.horner([_disc(c, bits) for c in row], z, bits)
        if abs(x) > r:
            return 1 if x > 0 else -1
        bits *= 2


def _disc(c: Any, bits: int) -> discs.Disc:
    if isinstance(c, FieldElement):
        return c.field.disc(c.coordinates, bits)
    return (c.numerator << bits) // c.denominator, 0, 1


@dataclass(frozen=True, slots=True)
class Perron:
    """The spectral radius rho of a nonnegative A, with A v = rho v and u^T A = rho u^T.

    Attributes:
        value: rho, exact.
        polynomial: its minimal polynomial over the field of the entries.
        right: v >= 0, not 0; positive for an irreducible A, and then unique up to a factor.
        left: u >= 0, likewise.
        basic: the strong components with spectral radius rho; as many as rho has algebraic multiplicity.

    Vectors of a low degree have the sum 1.
    """

    value: AlgebraicNumber
    polynomial: Polynomial
    right: RealVector
    left: RealVector
    basic: tuple[Vertices, ...]

    @property
    def multiplicity(self) -> int:
        """The algebraic multiplicity of rho."""
        return len(self.basic)

    def __str__(self) -> str:
        return f"rho = {self.value}, A v = rho v for v = {self.right}, u^T A = rho u^T for u = {self.left}"


def perron(a: ExactMatrix, g: Digraph) -> Perron:
    """rho, v and u of a nonnegative A with the graph g.

    Returns:
        A v = rho v, u^T A = rho u^T, v >= 0, u >= 0; all are checked exactly.

    Algorithm: each diagonal block of the Frobenius normal form is irreducible, so its spectral radius is a
    simple eigenvalue, and rho is the largest of them. Let C be a block with rho such that no other block with
    rho leads to C, and S the indices that lead to C. On S rho is simple, so q(A_S) e_c, for c in C and the
    characteristic polynomial p q of A_S, spans the eigenvectors of the roots of p. That of rho is positive on
    S; with 0 elsewhere it is one of A. The same for A^T.

    References: Gantmacher, The Theory of Matrices II, XIII; H. Schneider, Linear Algebra Appl. 84 (1986).

    >>> from symspec.algebra.coerce import matrix
    >>> from symspec.spectral.structure.graph import graph
    >>> a = matrix("[[1, 1], [1, 0]]")
    >>> found = perron(a, graph(a))
    >>> print(found.value, found.right)
    (1 + sqrt(5))/2 ((-1 + sqrt(5))/2, (3 - sqrt(5))/2)
    """
    radii = [_radius(a.submatrix(c, c)) for c in g.components]
    value = radii[0][0]
    for found, _ in radii[1:]:
        value = found if found > value else value
    basic = [k for k, (found, _) in enumerate(radii) if found == value]
    p = radii[basic[0]][1]
    components = tuple(g.components[k] for k in basic)
    right = _vector(a, g.reversed, value, p, components)
    left = _vector(a.transpose, g, value, p, components)
    return Perron(value, p, right, left, components)


def _radius(block: ExactMatrix) -> tuple[AlgebraicNumber, Polynomial]:
    """The largest real eigenvalue of an irreducible block, and the factor that it is a root of."""
    found: tuple[AlgebraicNumber, Polynomial] | None = None
    for p, _ in block.charpoly.factors:
        real = [z for z in complex_roots(p) if z.is_real]
        for z in real:
            found = (z, p) if found is None or z > found[0] else found
    if found is None:
        raise InternalError("a nonnegative matrix without a real eigenvalue.")
    return found


def _vector(
    a: ExactMatrix, back: Digraph, rho: AlgebraicNumber, p: Polynomial, basic: tuple[Vertices, ...]
) -> RealVector:
    """v >= 0 with A v = rho v; `back` is the graph of A with its edges turned round."""
    reached = {c: back.reach(c) for c in basic}
    c = next(c for c in basic if not any(reached[c].issuperset(d) for d in basic if d != c))
    s = sorted(reached[c])
    part = a.submatrix(s, s)
    q = part.charpoly // p
    u = at_vector(q, part, unit_vector(part, s.index(c[0])))
    w = _summing_to_one(rho, p, eigenvector_of_chain(p, part, u))
    if not is_eigenvector(part, p, w) or any(x != 1 for x in RealVector(rho, p, w).signs):
        raise InternalError("the Perron vector failed its own check.")
    rows: list[list[Any]] = [[0] * p.degree for _ in range(a.order)]
    for i, row in zip(s, w.tolist(), strict=True):
        rows[i] = row
    return RealVector(rho, p, a.with_entries(rows))


def _summing_to_one(rho: AlgebraicNumber, p: Polynomial, w: ExactMatrix) -> ExactMatrix:
    degree = p.degree * (w.field.degree if isinstance(w, FieldMatrix) else 1)
    if degree > NORMALIZED_DEGREE:
        (w,) = normalized(p, (w,))
        return w if _sign(rho, w.tolist()[0]) > 0 else -w
    total = [sum(column) for column in zip(*w.tolist(), strict=True)]
    return w @ multiplication(p, p.of_same(total).gcdex(p)[1], w)
