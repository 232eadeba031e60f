"""The Jordan form, with its basis, by rational arithmetic alone: no number field, no eigenvalue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from symspec.algebra.blocks import beside, unit_vector
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.algebra.products import products_agree
from symspec.errors import InternalError
from symspec.spectral.cyclic import independent_generators, restricted
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.field_vectors import eigenvector_of_chain, normalized
from symspec.spectral.krylov import at_vector
from symspec.spectral.profile import FactorProfile, JordanProfile
from symspec.spectral.rational_jordan import RationalJordanForm, rational_jordan_matrix

if TYPE_CHECKING:
    from symspec.algebra.algebraic_matrix import AlgebraicMatrix
    from symspec.algebra.fields.columns import FieldColumns
    from symspec.algebra.numbers.algebraic import AlgebraicNumber


@dataclass(frozen=True, slots=True)
class Chain:
    """w_1, .., w_size with (A - alpha) w_1 = 0 and (A - alpha) w_(i+1) = w_i, for all roots alpha of p.

    Attributes:
        polynomial: p, monic and irreducible over Q, of degree d.
        size: the number of vectors: the size of one Jordan block for each root.
        columns: w_i as an n x d rational matrix; the vector is sum_j columns[i][:, j] alpha^j.
    """

    polynomial: Polynomial
    size: int
    columns: tuple[ExactMatrix, ...]


@dataclass(frozen=True, slots=True)
class JordanBlock:
    """One block: the eigenvalue on the diagonal, ones above it."""

    eigenvalue: AlgebraicNumber
    size: int


@dataclass(frozen=True)  # without slots: the basis is computed when it is first asked for
class JordanForm:
    """A P = P J.

    Attributes:
        matrix: A.
        profile: the irreducible factors of charpoly with their block sizes.
        dunford: A = D + N.
    """

    matrix: ExactMatrix
    profile: JordanProfile
    dunford: DunfordDecomposition

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """One for each irreducible factor and block size, verified; the longest first for each factor."""
        return jordan_chains(self.matrix, self.profile, self.dunford)

    @cached_property
    def blocks(self) -> tuple[JordanBlock, ...]:
        """The Jordan blocks over C, in the order of J: by factor, then by root, then from long to short."""
        return tuple(
            JordanBlock(root, size)
            for f in self.profile.factors
            for root in f.roots
            for size in f.block_sizes
        )

    @cached_property
    def J(self) -> AlgebraicMatrix:
        """diag(blocks), ones above the diagonal."""
        from symspec.algebra.algebraic_matrix import jordan_matrix

        return jordan_matrix([(b.eigenvalue, b.size) for b in self.blocks])

    @cached_property
    def P(self) -> AlgebraicMatrix | FieldColumns:
        """The columns of the chains, in the order of J."""
        from symspec.algebra.algebraic_matrix import AlgebraicMatrix
        from symspec.algebra.fields.columns import FieldColumns

        columns: list[Any] = []
        for f in self.profile.factors:
            chains = [c for c in self.chains if c.polynomial == f.polynomial]
            for root in f.roots:
                columns += [(root, f.polynomial, w) for c in chains for w in c.columns]
        if isinstance(self.matrix, FieldMatrix):
            return FieldColumns.of(columns)
        return AlgebraicMatrix(tuple((root, w) for root, _, w in columns))

    @cached_property
    def rational(self) -> RationalJordanForm:
        """A X = X R over Q, with the companion matrix of each factor in the place of its roots."""
        x = beside([w for c in self.chains for w in c.columns])
        return RationalJordanForm(
            x, rational_jordan_matrix(self.matrix, [(c.polynomial, c.size) for c in self.chains])
        )

    def __str__(self) -> str:
        return ", ".join(f"J_{b.size}({b.eigenvalue})" for b in self.blocks)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from symspec.notation.notebook import equations_bundle

        return equations_bundle(str(self), [("J", self.J.tolist())])


def jordan_chains(a: ExactMatrix, profile: JordanProfile, dunford: DunfordDecomposition) -> tuple[Chain, ...]:
    """The Jordan chains of A.

    Returns:
        (A - alpha) w_1 = 0 and (A - alpha) w_(i+1) = w_i for each chain, all w_i together a basis of C^n;
        checked in rational arithmetic before the result is returned.

    Algorithm: let A = D + N be the Dunford decomposition and p an irreducible factor. D and N map ker p(D)
    into itself. Tops v of chains under N are chosen over Q from long to short, so that the D-orbits of all
    the ends N^(k-1) v are jointly independent. With g(x, alpha) = (p(x) - p(alpha))/(x - alpha), the vectors
    w_(k-i) = g(D, alpha) N^i v satisfy
    (A - alpha) w_(k-i) = (D - alpha) g(D, alpha) N^i v + g(D, alpha) N^(i+1) v = p(D) N^i v + w_(k-i-1),
    where p(D) N^i v = 0, for all roots alpha of p at once.

    >>> a = ExactMatrix.from_integers([[3, -4], [1, -1]])
    >>> from symspec.spectral.dunford import dunford_of_factors
    >>> from symspec.spectral.profile import jordan_profile
    >>> profile = jordan_profile(a)
    >>> [c.columns for c in jordan_chains(a, profile, dunford_of_factors(a, profile.charpoly.factors))]
    [(ExactMatrix([[2], [1]]), ExactMatrix([[1], [0]]))]
    """
    found = tuple(c for f in profile.factors for c in _factor_chains(dunford, profile, f))
    if not _is_jordan_basis(a, found):
        raise InternalError("the Jordan chains failed their own check.")
    return found


def _factor_chains(d: DunfordDecomposition, profile: JordanProfile, f: FactorProfile) -> list[Chain]:
    return [_chain(d, f.polynomial, v, size) for v, size in chain_tops(d, profile, f)]


def _chain(d: DunfordDecomposition, p: Polynomial, v: ExactMatrix, size: int) -> Chain:
    down = [v]
    while len(down) < size:
        down.append(d.N @ down[-1])
    columns = tuple(eigenvector_of_chain(p, d.D, u) for u in reversed(down))
    return Chain(p, size, normalized(p, columns))


def chain_tops(
    d: DunfordDecomposition, profile: JordanProfile, f: FactorProfile
) -> list[tuple[ExactMatrix, int]]:
    """(v, k) for each block size k: p(D) v = 0, N^k v = 0, the D-orbits of all N^(k-1) v independent."""
    p, index = f.polynomial, f.index
    rest = profile.squarefree_part.degree - p.degree
    if f.geometric_multiplicity == 1 and rest <= p.degree:
        return [(_top(d, index, _image(d, profile.squarefree_part // p)), index)]
    basis = d.D.identity() if rest == 0 else p.at_matrix(d.D).kernel
    if f.geometric_multiplicity == 1:
        return [(_top(d, index, (basis.columns(j, j + 1) for j in range(basis.shape[1]))), index)]
    if index == p.degree == 1:
        return [(basis.columns(j, j + 1), 1) for j in range(basis.shape[1])]
    c = restricted(d.N, basis)
    e = c if p.degree == 1 else restricted(d.D, basis)  # for degree 1 an orbit is one vector
    levels = sorted(set(f.block_sizes), reverse=True)
    powers = [c ** (k - 1) for k in levels]
    spaces = [
        c.identity() if k == index else (power @ c).kernel for k, power in zip(levels, powers, strict=True)
    ]
    wanted = [(space, f.block_sizes.count(k)) for space, k in zip(spaces, levels, strict=True)]
    ends = [power @ space for power, space in zip(powers, spaces, strict=True)]
    chosen = independent_generators(wanted, e, ends, p.degree)
    return [(basis @ spaces[i].columns(j, j + 1), levels[i]) for i, j in chosen]


def _image(d: DunfordDecomposition, others: Polynomial) -> Iterator[ExactMatrix]:
    """The others(D) e_i: they span ker p(D)."""
    return (at_vector(others, d.D, unit_vector(d.D, i)) for i in range(d.D.order))


def _top(d: DunfordDecomposition, index: int, spanning: Iterator[ExactMatrix]) -> ExactMatrix:
    """A v with N^(index - 1) v != 0, among vectors that span ker p(D): there is one."""
    for v in spanning:
        end = v
        for _ in range(index - 1):
            end = d.N @ end
        if not end.is_zero:
            return v
    raise InternalError("no vector leads to a longest chain.")


def _is_jordan_basis(a: ExactMatrix, chains: tuple[Chain, ...]) -> bool:
    """A X = X R with X invertible, for the columns X of all chains and the rational Jordan matrix R."""
    x = beside([w for c in chains for w in c.columns])
    r = rational_jordan_matrix(a, [(c.polynomial, c.size) for c in chains])
    return x.shape == a.shape and products_agree(a, x, x, r) and x.has_independent_columns
