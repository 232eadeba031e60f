"""The Jordan profile of a rational matrix: factors, multiplicities and block sizes, without an eigenvalue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce

from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.roots import field_roots
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, roots_of_irreducible
from symspec.algebra.polynomial import Polynomial, low_ranks
from symspec.spectral.unit_circle import RootCounts, root_counts

# For smaller multiplicities few ranks are needed anyway.
LOOKED_AT = 3


@dataclass(frozen=True, eq=False)  # without slots: blocks and roots are found when they are first asked for
class FactorProfile:
    """What the characteristic polynomial's irreducible factor p says about each of its roots.

    Attributes:
        polynomial: p, monic and irreducible over Q.
        multiplicity: the exponent of p in det(x I - A); the algebraic multiplicity of each root.
        matrix: A.
    """

    polynomial: Polynomial
    multiplicity: int
    matrix: ExactMatrix = field(repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FactorProfile) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[Polynomial, tuple[int, ...]]:
        return (self.polynomial, self.block_sizes)

    @cached_property
    def block_sizes(self) -> tuple[int, ...]:
        """Sizes of the Jordan blocks of each root, largest first; they add up to the multiplicity."""
        return block_sizes(self.matrix, self.polynomial, self.multiplicity)

    @cached_property
    def is_semisimple(self) -> bool:
        """All blocks have size 1: rk p(A) = n - m deg p."""
        p, m = self.polynomial, self.multiplicity
        return m == 1 or p.at_matrix(self.matrix).rank == self.matrix.order - m * p.degree

    @cached_property
    def counts(self) -> RootCounts:
        """How many roots lie inside, on and outside the unit circle."""
        return root_counts(self.polynomial)

    @cached_property
    def roots(self) -> tuple[AlgebraicNumber, ...]:
        """The roots of p: the eigenvalues."""
        p = self.polynomial
        return field_roots(p) if isinstance(p, FieldPolynomial) else roots_of_irreducible(p)

    @property
    def unity_order(self) -> int:
        """The m for which the roots are primitive m-th roots of unity; 0 if there is none."""
        return self.polynomial.cyclotomic_order

    @property
    def is_zero(self) -> bool:
        """p = x."""
        return self.polynomial.primitive == (0, 1)

    @property
    def index(self) -> int:
        """The size of the largest block: the exponent of p in the minimal polynomial."""
        return self.block_sizes[0]

    @property
    def geometric_multiplicity(self) -> int:
        """The number of blocks: the dimension of the eigenspace of each root."""
        return len(self.block_sizes)

    @property
    def is_one(self) -> bool:
        """p = x - 1."""
        return self.polynomial.primitive == (-1, 1)


@dataclass(frozen=True)  # without slots: the minimal polynomial is found when it is first asked for
class JordanProfile:
    """det(x I - A) and its irreducible factors with their block sizes."""

    charpoly: Polynomial
    factors: tuple[FactorProfile, ...]

    @cached_property
    def minpoly(self) -> Polynomial:
        """prod p^index, the monic generator of {q : q(A) = 0}.

        Algorithm: ranks modulo one prime bound each index from below; where the polynomial that they give
        annihilates A exactly, it is the minimal one, and no rank over Q is needed.
        """
        a = self.factors[0].matrix
        if all(f.multiplicity == 1 for f in self.factors):
            return self.charpoly
        if not isinstance(a, FieldMatrix):
            least = self._product([1 if ranks is None else len(ranks) for ranks in self._low_ranks])
            if least.degree == self.charpoly.degree or least.at_matrix(a).is_zero:
                return least
        return self._product([f.index for f in self.factors])

    @cached_property
    def likely_block_sizes(self) -> tuple[tuple[int, ...], ...] | None:
        """What ranks modulo one prime say of the block sizes of each factor, for a caller who verifies it.

        None: they contradict themselves, or the matrix is not rational.
        """
        if isinstance(self.factors[0].matrix, FieldMatrix):
            return None
        found = tuple(
            (1,) if ranks is None else sizes_of_ranks([f.matrix.order, *ranks], f.polynomial.degree)
            for f, ranks in zip(self.factors, self._low_ranks, strict=True)
        )
        agree = all(sum(s) == f.multiplicity for f, s in zip(self.factors, found, strict=True))
        return found if agree else None

    @cached_property
    def _low_ranks(self) -> list[list[int] | None]:
        """For each factor p of multiplicity above 1 the ranks of its powers at A modulo one prime."""
        repeated = {
            f.polynomial: f.multiplicity * f.polynomial.degree for f in self.factors if f.multiplicity > 1
        }
        found = dict(zip(repeated, low_ranks(list(repeated.items()), self.factors[0].matrix), strict=True))
        return [found.get(f.polynomial) for f in self.factors]

    def _product(self, exponents: Sequence[int]) -> Polynomial:
        powers = (f.polynomial**e for f, e in zip(self.factors, exponents, strict=True))
        return reduce(lambda q, power: q * power, powers, self.charpoly.constant(1))

    @cached_property
    def squarefree_part(self) -> Polynomial:
        """prod p: every eigenvalue once."""
        return reduce(lambda q, f: q * f.polynomial, self.factors, self.charpoly.constant(1))

    @property
    def is_diagonalizable(self) -> bool:
        """Over C: every block has size 1."""
        return all(f.index == 1 for f in self.factors)

    @property
    def at_one(self) -> FactorProfile | None:
        """The factor x - 1, if 1 is an eigenvalue."""
        return next((f for f in self.factors if f.is_one), None)


def minimal_polynomial(a: ExactMatrix, chi: Polynomial, profile: Callable[[], JordanProfile]) -> Polynomial:
    """The monic generator of {q : q(A) = 0}, for det(x I - A) = chi.

    Algorithm: with s the squarefree part, chi where s = chi; s where s(A) = 0, as residues modulo a prime
    foretell. No factor is needed for that. Else by the profile.

    >>> a = ExactMatrix.from_integers([[2, 0], [0, 2]])
    >>> print(minimal_polynomial(a, a.charpoly, lambda: jordan_profile(a)))
    x - 2
    """
    s = chi.squarefree_part
    if s.degree == chi.degree:
        return chi
    if low_ranks([(s, 1)], a)[0][0] == 0 and s.at_matrix(a).is_zero:
        return s
    return profile().minpoly


def jordan_profile(a: ExactMatrix) -> JordanProfile:
    """The profile of A, by ranks: r_k = rk p(A)^k gives (r_(k-1) - r_k)/deg p blocks of size >= k.

    >>> a = ExactMatrix.from_integers([[3, -4], [1, -1]])
    >>> [(str(f.polynomial), f.block_sizes) for f in jordan_profile(a).factors]
    [('x - 1', (2,))]
    """
    chi = a.charpoly
    return profile_of_charpoly(a, chi, chi.factors)


def profile_of_charpoly(
    a: ExactMatrix, chi: Polynomial, factors: tuple[tuple[Polynomial, int], ...]
) -> JordanProfile:
    """The profile, where det(x I - A) = prod p^m over the factors (p, m) is known."""
    return JordanProfile(chi, tuple(FactorProfile(p, m, a) for p, m in factors))


def block_sizes(a: ExactMatrix, p: Polynomial, multiplicity: int) -> tuple[int, ...]:
    """Sizes of the Jordan blocks of each root of the irreducible factor p, largest first.

    Algorithm: a rank of n - deg p modulo a prime shows that there is one block, since it is at most the rank.
    Else powers of p(A) are formed until the rank is n - multiplicity deg p, its final value.
    """
    degree, n = p.degree, a.order
    if multiplicity == 1 or (multiplicity >= LOOKED_AT and _first_rank_modulo(a, p) == n - degree):
        return (multiplicity,)
    base = p.at_matrix(a)
    power, ranks = base, [n, base.rank]
    while ranks[-1] > n - multiplicity * degree:
        power = power @ base
        ranks.append(power.rank)
    return sizes_of_ranks(ranks, degree)


def _first_rank_modulo(a: ExactMatrix, p: Polynomial) -> int:
    """A number that is at most rk p(A); 0 over a number field."""
    return 0 if isinstance(a, FieldMatrix) else low_ranks([(p, p.degree)], a)[0][0]


def sizes_of_ranks(ranks: Sequence[int], degree: int) -> tuple[int, ...]:
    """The block sizes, largest first, from n, rk p(A), rk p(A)^2, ..: (r_(k-1) - r_k)/deg p have size >= k.

    >>> sizes_of_ranks([4, 2, 1, 0], 1)
    (3, 1)
    """
    at_least = [(before - after) // degree for before, after in zip(ranks, ranks[1:], strict=False)]
    return tuple(sum(count > i for count in at_least) for i in range(at_least[0]))
