"""an.structure: every property of one matrix with its reason, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import UndecidedError, UndefinedError
from symspec.spectral.structure import blocks, entries, orders, permutations, products
from symspec.spectral.structure.circulants import Circulant
from symspec.spectral.structure.findings import Finding, fails, holds, listed, renamed
from symspec.spectral.structure.graph import Digraph, exponent
from symspec.truth import Truth

if TYPE_CHECKING:
    from symspec.spectral.structure.blocks import BlockForm
    from symspec.spectral.structure.entries import Companion
    from symspec.spectral.structure.markov import MarkovChain
    from symspec.spectral.structure.permutations import Monomial
    from symspec.spectral.structure.perron import Perron
    from symspec.spectral.structure.weights import RadiusBounds


class Facts(Protocol):
    """What the structure asks an analysis for."""

    @property
    def matrix(self) -> ExactMatrix: ...
    @property
    def charpoly(self) -> Polynomial: ...
    @property
    def profile(self) -> object: ...


NAMES = (
    "nonnegative", "positive", "integral", "stochastic", "column_stochastic", "doubly_stochastic",
    "irreducible", "primitive", "symmetric", "skew_symmetric", "hermitian", "skew_hermitian", "normal",
    "orthogonal", "unitary", "idempotent", "involutory", "nilpotent", "unipotent", "finite_order",
    "diagonal", "upper_triangular", "lower_triangular", "triangular_after_renumbering", "block_diagonal",
    "companion", "circulant", "permutation", "monomial",
)  # fmt: skip


@dataclass(frozen=True)  # without slots: each answer is found when it is first asked for
class Structure:
    """Each property as a Finding: .truth, .reason and .witness. Indices in data count from 0, in text from 1.

    >>> from symspec.analysis import analyze
    >>> s = analyze("[[0, 1, 0], [0, 0, 1], [1, 0, 0]]").structure
    >>> print(s.permutation)
    permutation: yes; a permutation with one cycle, of length 3; its order is 3.
    >>> print(s.primitive)
    primitive: no; all cycles have lengths divisible by 3.
    >>> print(s.symmetric)
    symmetric: no; A^T = A fails at the entry 1 in row 1, column 2 and the entry 0 in row 2, column 1.
    """

    analysis: Facts

    @property
    def matrix(self) -> ExactMatrix:
        """A."""
        return self.analysis.matrix

    @cached_property
    def entries(self) -> entries.Entries:
        """The entries as they are read."""
        return entries.Entries(self.matrix)

    @property
    def graph(self) -> Digraph:
        """The graph with an edge i -> j for each a_ij != 0."""
        return self.entries.graph

    # -- signs and sums --

    @cached_property
    def nonnegative(self) -> Finding:
        """Every entry is at least 0."""
        return entries.nonnegative(self.entries)

    @cached_property
    def positive(self) -> Finding:
        """Every entry is above 0."""
        return entries.positive(self.entries)

    @cached_property
    def integral(self) -> Finding:
        """Every entry is an integer."""
        return entries.integral(self.entries)

    @cached_property
    def stochastic(self) -> Finding:
        """A >= 0 and every row sums to 1."""
        return entries.stochastic(self.entries, self.nonnegative)

    @cached_property
    def column_stochastic(self) -> Finding:
        """A >= 0 and every column sums to 1."""
        return entries.column_stochastic(self.entries, self.nonnegative)

    @cached_property
    def doubly_stochastic(self) -> Finding:
        """A >= 0, and rows and columns sum to 1."""
        return entries.doubly_stochastic(self.stochastic, self.column_stochastic)

    # -- the graph --

    @cached_property
    def irreducible(self) -> Finding:
        """No renumbering gives [[X, Y], [0, Z]]; 1 x 1 matrices are irreducible."""
        return blocks.irreducible(self.graph)

    @cached_property
    def index_of_imprimitivity(self) -> int:
        """The greatest common divisor of the lengths of all cycles; 0 without one.

        For an irreducible A >= 0 as many eigenvalues have modulus rho: rho times the roots of unity.

        Raises:
            UndefinedError: A is reducible; each of its classes has a period of its own.
        """
        if self.irreducible.is_false:
            raise UndefinedError(f"A is reducible: {self.irreducible.reason}")
        return self.graph.period(self.graph.components[0])

    @cached_property
    def primitive(self) -> Finding:
        """A >= 0 and A^k > 0 for some k. Witness: the least k; against it what forbids it."""
        if self.nonnegative.is_false:
            return renamed("primitive", self.nonnegative)
        if self.irreducible.is_false:
            return renamed("primitive", self.irreducible)
        period = self.index_of_imprimitivity
        if period != 1:
            classes = self.graph.cyclic_classes(self.graph.components[0])
            cycles = f"all cycles have lengths divisible by {period}" if period else "there is no cycle"
            return fails("primitive", f"{cycles}.", classes)
        k = exponent(self.graph)
        before = "" if k == 1 else f", and A{f'^{k - 1}' if k > 2 else ''} has not"
        return holds("primitive", f"A{f'^{k}' if k > 1 else ''} has only positive entries{before}.", k)

    @property
    def frobenius_normal_form(self) -> BlockForm:
        """P^T A P, block upper triangular with irreducible diagonal blocks."""
        return blocks.frobenius_normal_form(self.matrix, self.graph)

    @property
    def diagonal_blocks(self) -> BlockForm:
        """P^T A P, block diagonal with as many blocks as possible."""
        return blocks.diagonal_blocks(self.matrix, self.graph)

    @cached_property
    def block_diagonal(self) -> Finding:
        """A renumbering splits A into two or more diagonal blocks."""
        return blocks.block_diagonal(self.graph)

    @cached_property
    def triangular_after_renumbering(self) -> Finding:
        """P^T A P is upper triangular for a permutation matrix P."""
        return blocks.triangular_by_renumbering(self.graph)

    # -- symmetries and products --

    @cached_property
    def symmetric(self) -> Finding:
        """A^T = A."""
        return entries.symmetric(self.entries)

    @cached_property
    def skew_symmetric(self) -> Finding:
        """A^T = -A."""
        return entries.skew_symmetric(self.entries)

    @cached_property
    def hermitian(self) -> Finding:
        """A^* = A."""
        return entries.hermitian(self.entries)

    @cached_property
    def skew_hermitian(self) -> Finding:
        """A^* = -A."""
        return entries.skew_hermitian(self.entries)

    @cached_property
    def normal(self) -> Finding:
        """A^* A = A A^*."""
        return products.normal(self.matrix)

    @cached_property
    def orthogonal(self) -> Finding:
        """A^T A = I."""
        return products.orthogonal(self.matrix)

    @cached_property
    def unitary(self) -> Finding:
        """A^* A = I."""
        return products.unitary(self.matrix)

    @cached_property
    def idempotent(self) -> Finding:
        """A^2 = A."""
        return products.idempotent(self.matrix)

    @cached_property
    def involutory(self) -> Finding:
        """A^2 = I."""
        return products.involutory(self.matrix)

    # -- powers --

    @cached_property
    def nilpotent(self) -> Finding:
        """A^m = 0 for some m."""
        return orders.nilpotent(self.analysis.charpoly, lambda: self.analysis.profile)

    @cached_property
    def unipotent(self) -> Finding:
        """(A - I)^m = 0 for some m."""
        return orders.unipotent(self.analysis.charpoly, lambda: self.analysis.profile)

    @cached_property
    def finite_order(self) -> Finding:
        """A^m = I for some m >= 1; UNKNOWN where the spectrum is beyond a stated limit."""
        try:
            return orders.finite_order(self.matrix, lambda: self.analysis.profile)
        except UndecidedError as error:
            return Finding("of finite order", Truth.UNKNOWN, str(error))

    # -- zeros in place --

    @cached_property
    def diagonal(self) -> Finding:
        """a_ij = 0 for i != j."""
        return entries.diagonal(self.entries)

    @cached_property
    def upper_triangular(self) -> Finding:
        """a_ij = 0 for i > j."""
        return entries.upper_triangular(self.entries)

    @cached_property
    def lower_triangular(self) -> Finding:
        """a_ij = 0 for i < j."""
        return entries.lower_triangular(self.entries)

    @cached_property
    def companion(self) -> Finding:
        """A is a companion matrix, in one of four arrangements. Witness: a Companion."""
        return entries.companion(self.entries)

    @cached_property
    def circulant(self) -> Finding:
        """a_ij depends on (j - i) mod n only."""
        return entries.circulant(self.entries)

    @cached_property
    def monomial(self) -> Finding:
        """One non-zero entry in each row and column: a generalized permutation. Witness: a Monomial."""
        return permutations.monomial(self.entries)

    @cached_property
    def permutation(self) -> Finding:
        """A permutes the unit vectors. Witness: a Monomial with .image, .cycles, .cycle_type."""
        return permutations.permutation(self.entries, self.monomial)

    # -- what hangs on them --

    @property
    def permutation_cycles(self) -> Monomial:
        """The permutation with its weights; UndefinedError where A is not monomial."""
        found: Monomial = _witness(self.monomial)
        return found

    @property
    def companion_of(self) -> Companion:
        """The polynomial of a companion matrix; UndefinedError where A is none."""
        found: Companion = _witness(self.companion)
        return found

    @cached_property
    def circulant_spectrum(self) -> Circulant:
        """The eigenvalues c(w) at the n-th roots of unity; UndefinedError where A is not circulant."""
        return Circulant(_witness(self.circulant))

    @cached_property
    def perron(self) -> Perron:
        """The spectral radius of A >= 0 with its eigenvectors; UndefinedError where an entry is not >= 0."""
        from symspec.spectral.structure.perron import perron

        _require(self.nonnegative)
        return perron(self.matrix, self.graph)

    def radius_bounds(self, steps: int = 8) -> RadiusBounds:
        """Rational bounds of the spectral radius of A >= 0 by Collatz and Wielandt, without an eigenvalue."""
        from symspec.spectral.structure.weights import radius_bounds_by_steps

        _require(self.nonnegative)
        return radius_bounds_by_steps(self.matrix, steps)

    @cached_property
    def contraction_weights(self) -> ExactMatrix | None:
        """w > 0 with A w < w for A >= 0, which proves rho < 1; None: rho >= 1."""
        from symspec.spectral.structure.weights import contraction_weights

        _require(self.nonnegative)
        return contraction_weights(self.matrix)

    @cached_property
    def bounding_weights(self) -> ExactMatrix | None:
        """w > 0 with A w <= w for A >= 0, which proves that A^n is bounded; None: there is none."""
        from symspec.spectral.structure.weights import bounding_weights

        _require(self.nonnegative)
        return bounding_weights(self.matrix)

    @cached_property
    def markov(self) -> MarkovChain:
        """The Markov chain with the transition probabilities a_ij; those of A^T if only columns sum to 1.

        Raises:
            UndefinedError: neither the rows nor the columns are distributions.
        """
        from symspec.spectral.structure.markov import MarkovChain

        if self.stochastic.is_true:
            return MarkovChain(self.entries)
        if self.column_stochastic.is_true:
            return MarkovChain(entries.Entries(self.matrix.transpose), "columns")
        raise UndefinedError(
            f"A is no matrix of transition probabilities, by rows or by columns: "
            f"{self.stochastic.reason.removesuffix('.')}, and {self.column_stochastic.reason}"
        )

    # -- all of it --

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every property, in the order of NAMES."""
        return tuple(getattr(self, name) for name in NAMES)

    @property
    def properties(self) -> tuple[str, ...]:
        """The names of those that hold."""
        return tuple(name for name in NAMES if getattr(self, name).is_true)

    def __str__(self) -> str:
        found = self.findings
        lines = [str(f) for f in found if f.is_true] + [str(f) for f in found if not f.is_true]
        classes = ", ".join("{" + listed(c) + "}" for c in self.graph.components)
        return "\n".join([*lines, f"strong components, in order: {classes}"])


def _require(found: Finding) -> None:
    if not found.is_true:
        raise UndefinedError(f"A is not {found.name}: {found.reason}")


def _witness(found: Finding) -> Any:
    _require(found)
    return found.witness
