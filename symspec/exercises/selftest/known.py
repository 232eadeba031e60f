"""A matrix with its Jordan form and basis known from the way it was made."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from random import Random

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.analysis import Analysis, analyze
from symspec.exercises.generate import plain
from symspec.exercises.generate.drawing import jordan, unimodular
from symspec.exercises.generate.plain import Rows, Vector

VALUES = tuple(Fraction(x) for x in ("0", "1", "-1", "1/2", "-1/2", "1/3", "2", "-2", "3", "2/3", "5"))
SHAPES = ((1, 1), (2,), (1, 1, 1), (2, 1), (3,), (1, 2), (1, 1, 1), (2, 1, 1), (1, 1))


@dataclass(frozen=True)  # without slots: what follows is computed when it is first asked for
class Known:
    """A = P J P^-1.

    Attributes:
        P, Q: the basis and its inverse.
        blocks: (eigenvalue, size), in the order of J.
    """

    P: Rows
    Q: Rows
    blocks: tuple[tuple[Fraction, int], ...]

    @cached_property
    def J(self) -> Rows:
        return jordan(self.blocks)

    @cached_property
    def A(self) -> Rows:
        return plain.product(plain.product(self.P, self.J), self.Q)

    @cached_property
    def analysis(self) -> Analysis:
        """What the judge works with."""
        return analyze(ExactMatrix.from_fractions(self.A))

    @property
    def n(self) -> int:
        return len(self.P)

    @property
    def eigenvalues(self) -> list[Fraction]:
        """With multiplicities, in the order of J."""
        return [z for z, size in self.blocks for _ in range(size)]

    @property
    def distinct(self) -> list[Fraction]:
        return list(dict.fromkeys(self.eigenvalues))

    @property
    def is_diagonalizable(self) -> bool:
        return all(size == 1 for _, size in self.blocks)

    def index(self, z: Fraction) -> int:
        """The size of the largest block."""
        return max((size for y, size in self.blocks if y == z), default=0)

    @cached_property
    def columns(self) -> Rows:
        """The columns of P."""
        return plain.transposed(self.P)

    def eigenvectors(self, z: Fraction) -> Rows:
        """The columns that begin a block of z: a basis of the eigenspace."""
        found, at = [], 0
        for y, size in self.blocks:
            if y == z:
                found.append(self.columns[at])
            at += size
        return found

    @cached_property
    def D(self) -> Rows:
        """P diag(J) P^-1: the semisimple part."""
        diagonal = [[x if i == j else plain.ZERO for j, x in enumerate(row)] for i, row in enumerate(self.J)]
        return plain.product(plain.product(self.P, diagonal), self.Q)

    @cached_property
    def N(self) -> Rows:
        return plain.plus(self.A, self.D, -1)

    @property
    def fate(self) -> str:
        """By the definition."""
        radius = max(abs(z) for z in self.eigenvalues)
        if radius < 1:
            return "tends_to_zero"
        if radius > 1 or any(self.index(z) > 1 for z in self.distinct if abs(z) == 1):
            return "unbounded"
        return "bounded_divergent" if -1 in self.eigenvalues else "converges"

    @property
    def limit(self) -> Rows | None:
        """P diag(1 where the eigenvalue is 1) P^-1, where A^n converges."""
        if self.fate not in ("tends_to_zero", "converges"):
            return None
        ones = [Fraction(int(z == 1)) for z in self.eigenvalues]
        diagonal = [[ones[i] if i == j else plain.ZERO for j in range(self.n)] for i in range(self.n)]
        return plain.product(plain.product(self.P, diagonal), self.Q)

    @property
    def growth(self) -> tuple[Fraction, int]:
        """(rho, k); (0, 0) for a nilpotent matrix."""
        rho = max(abs(z) for z in self.eigenvalues)
        return rho, max(self.index(z) for z in self.distinct if abs(z) == rho) - 1 if rho else 0

    def is_eigenvector(self, z: Fraction, v: Vector) -> bool:
        """A v = z v, v != 0."""
        return any(v) and plain.image(self.A, v) == [z * x for x in v]


def drawn(rng: Random) -> Known:
    """A small matrix of any structure with rational eigenvalues."""
    sizes = rng.choice(SHAPES)
    pool = rng.sample(VALUES, rng.randint(1, 2)) + [rng.choice(VALUES)]
    blocks = tuple((rng.choice(pool), size) for size in sizes)
    n = sum(sizes)
    p, q = unimodular(rng, n, rng.randint(1, n + 1))
    return Known(p, q, blocks)


def known(an: Analysis) -> Known | None:
    """A with the Jordan form that the analysis finds; None where that is not rational.

    A = P J P^-1 is computed again in plain fractions.
    """
    if isinstance(an.matrix, FieldMatrix) or an.matrix.charpoly.squarefree_part.degree != len(_rational(an)):
        return None
    form = an.jordan_form
    blocks = tuple((Fraction(str(b.eigenvalue)), b.size) for b in form.blocks)
    p = [[Fraction(str(x)) for x in row] for row in form.P.tolist()]
    found = Known(p, ExactMatrix.from_fractions(p).inverse.tolist(), blocks)
    return found if found.A == an.matrix.tolist() else None


def _rational(an: Analysis) -> list[Fraction]:
    return [-f.polynomial.coefficients[0] for f in an.profile.factors if f.polynomial.degree == 1]
