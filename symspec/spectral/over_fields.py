"""The spectrum of a matrix over a number field, eigenvalue by eigenvalue, for the field's one embedding.

Discs exclude, counting concludes: a number is never taken for zero because a disc around it contains 0; a
number is known not to be zero when a disc excludes 0, and the search ends when the counts that are left add
up to one that is known exactly (the order of A, a rank).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from symspec.algebra.enclosure import Rectangle
from symspec.algebra.fields import discs
from symspec.algebra.fields.discs import Disc
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.order import in_order
from symspec.algebra.fields.polynomial import FieldPolynomial
from symspec.algebra.fields.simple_roots import simple_roots
from symspec.algebra.fields.tower import Coordinates, NumberField
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.algebra.numbers.isolation import START_BITS, IsolatedRoot, protected_root, separated_roots
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError, UnsupportedFieldError
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.field_blocks import block_sizes_of_roots
from symspec.spectral.spectrum import Eigenvalue, Spectrum
from symspec.spectral.unit_circle import RootCounts

MAX_ORDER_TIMES_DEGREE = 300

_COUNTS = {"inside": RootCounts(1, 0, 0), "on": RootCounts(0, 1, 0), "outside": RootCounts(0, 0, 1)}


@dataclass(frozen=True)  # without slots: the place is found when it is first asked for
class EigenvalueProfile:
    """An eigenvalue with its Jordan blocks; answers what a FactorProfile answers.

    Attributes:
        value: the exact algebraic number.
        multiplicity: its algebraic multiplicity.
        block_sizes: the sizes of its Jordan blocks, largest first.
    """

    value: AlgebraicNumber
    multiplicity: int
    block_sizes: tuple[int, ...]

    @cached_property
    def counts(self) -> RootCounts:
        """One root: inside, on or outside the unit circle."""
        return _COUNTS[self.value.position]

    @property
    def index(self) -> int:
        """The size of the largest block."""
        return self.block_sizes[0]

    @property
    def is_semisimple(self) -> bool:
        """All blocks have size 1."""
        return self.index == 1

    @property
    def geometric_multiplicity(self) -> int:
        """The number of blocks."""
        return len(self.block_sizes)

    @property
    def is_one(self) -> bool:
        """The eigenvalue is 1."""
        return self.value == 1


@dataclass(frozen=True)  # without slots: polynomials are found when they are first asked for
class FieldProfile:
    """det(x I - A) over a number field, and the eigenvalues of A with their block sizes.

    Attributes:
        matrix: A.
        factors: the distinct eigenvalues.
    """

    matrix: FieldMatrix
    factors: tuple[EigenvalueProfile, ...]

    @property
    def charpoly(self) -> FieldPolynomial:
        """det(x I - A)."""
        return self.matrix.charpoly

    @cached_property
    def minpoly(self) -> FieldPolynomial:
        """The monic generator of {q in K[x] : q(A) = 0}.

        Algorithm: its degree is the sum of the indices. When that is not the degree of the characteristic
        polynomial or of its squarefree part, the relation between I, A, .., A^m is found by elimination.
        """
        degree = sum(f.index for f in self.factors)
        if degree == self.matrix.order:
            return self.charpoly
        if degree == len(self.factors):
            return self.squarefree_part
        return _annihilator(self.matrix, degree)

    @cached_property
    def squarefree_part(self) -> FieldPolynomial:
        """prod (x - z) over the distinct eigenvalues z: it lies in K[x]."""
        if len(self.factors) == self.matrix.order:
            return self.charpoly
        return self.charpoly.squarefree_part

    @property
    def is_diagonalizable(self) -> bool:
        """Over C: every block has size 1."""
        return all(f.index == 1 for f in self.factors)

    @property
    def at_one(self) -> EigenvalueProfile | None:
        """The eigenvalue 1, if it is one."""
        return next((f for f in self.factors if f.is_one), None)


def field_profile(a: FieldMatrix) -> FieldProfile:
    """The eigenvalues of A with multiplicities and block sizes.

    >>> from symspec.algebra.coerce import matrix
    >>> a = matrix("[[sqrt(2), 1, 0], [0, sqrt(2), 0], [0, 0, -sqrt(2)]]")
    >>> [(str(f.value), f.block_sizes) for f in field_profile(a).factors]
    [('-sqrt(2)', (1,)), ('sqrt(2)', (2,))]

    Raises:
        UnsupportedFieldError: order times degree is beyond the budget.
    """
    d, n = a.field.degree, a.order
    if n * d > MAX_ORDER_TIMES_DEGREE:
        raise UnsupportedFieldError(
            f"the matrix has order {n} over a field of degree {d}; spectra are computed up to "
            f"order times degree {MAX_ORDER_TIMES_DEGREE}, not {n * d}."
        )
    chi = a.charpoly_coordinates
    located = None if all(len(c) <= 1 for c in chi) else simple_roots(a.field, chi)
    if located is not None:
        return _profile(a, [EigenvalueProfile(z, 1, (1,)) for z in located])
    found: list[EigenvalueProfile] = []
    for f, roots in _eigenvalues(a):
        sizes = block_sizes_of_roots(a, f, roots)
        found += [
            EigenvalueProfile(AlgebraicNumber(z.minpoly, z.enclosure), m, s)
            for (z, m), s in zip(roots, sizes, strict=True)
        ]
    return _profile(a, found)


def _profile(a: FieldMatrix, found: list[EigenvalueProfile]) -> FieldProfile:
    is_real = a.field.is_real or all(len(c) <= 1 for c in a.charpoly_coordinates)
    return FieldProfile(a, tuple(in_order(found, lambda f: f.value, is_real_polynomial=is_real)))


Group = tuple[Polynomial, list[tuple[IsolatedRoot, int]]]


def _eigenvalues(a: FieldMatrix) -> list[Group]:
    """[(f, [(z, multiplicity of z), ..]), ..]: the eigenvalues by their minimal polynomials f over Q."""
    chi, ops = a.charpoly_coordinates, a._ops
    if all(len(c) <= 1 for c in chi):
        rational = Polynomial.of([c[0] if c else 0 for c in chi], ops=ops)
        return [(f, [(z, m) for z in separated_roots(f)]) for f, m in rational.factors]
    norm = Polynomial(ops, ops.charpoly(a.regular))
    factors = [f for f, _ in norm.factors]
    boxes = [f.isolated_roots(START_BITS) for f in factors]
    every = [discs.from_rectangle(box, START_BITS) for listed in boxes for box in listed]
    near = iter(_upper_bounds(a.field, chi, every, START_BITS, [a.order] * len(every)))
    left = [
        (f, candidate_roots(f, listed, list(islice(near, len(listed)))))
        for f, listed in zip(factors, boxes, strict=True)
    ]
    found = iter(root_multiplicities(a.field, chi, [z for _, zs in left for z in zs]))
    groups = [(f, [(z, m) for z in zs if (m := next(found))]) for f, zs in left]
    return [(f, pairs) for f, pairs in groups if pairs]


def candidate_roots(f: Polynomial, boxes: list[Rectangle], bounds: list[int]) -> list[IsolatedRoot]:
    """The roots of f in those boxes whose bound of the multiplicity is not 0."""
    if all(bounds):
        return separated_roots(f)
    wanted = [box for box, m in zip(boxes, bounds, strict=True) if m]
    found = [protected_root(f, box, boxes) for box in wanted]
    if all(z is not None for z in found):
        return [z for z in found if z is not None]
    return [z for z in separated_roots(f) if any(z.enclosure.meets(box) for box in wanted)]


def root_multiplicities(
    field: NumberField, chi: Sequence[Coordinates], candidates: Sequence[IsolatedRoot]
) -> list[int]:
    """The multiplicity of each candidate as a root of chi; 0 for those that are no roots.

    Args:
        field: K.
        chi: the coefficients of a polynomial of degree n over K, constant term first.
        candidates: distinct numbers, among them all roots of chi.

    Algorithm: m(z) is the first j for which a disc around the j-th derivative of chi at z excludes 0. The
    derivatives below the multiplicity vanish, so m(z) is at least the multiplicity; the multiplicities
    add up to n, so the m(z) add up to n exactly when all of them are right. At some precision they are.
    """
    n, bits = len(chi) - 1, START_BITS
    found = [n] * len(candidates)
    while True:
        at = [discs.from_rectangle(z.box(bits), bits) for z in candidates]
        found = _upper_bounds(field, chi, at, bits, found)
        if sum(found) == n:
            return found
        if sum(found) < n:
            raise InternalError("eigenvalues were lost.")
        bits *= 2


def _upper_bounds(
    field: NumberField, chi: Sequence[Coordinates], at: Sequence[Disc], bits: int, most: list[int]
) -> list[int]:
    """Upper bounds of the multiplicities of the roots in the discs, where `most` are known ones."""
    derivatives = [[field.disc(c, bits) for c in chi]]
    for _ in range(max(most, default=0)):
        derivatives.append(discs.derivative(derivatives[-1]))
    return [
        next((j for j in range(m) if discs.excludes_zero(discs.horner(derivatives[j], z, bits))), m)
        for z, m in zip(at, most, strict=True)
    ]


def field_spectrum(profile: FieldProfile) -> Spectrum:
    """The eigenvalues as the record that a rational matrix has, too."""
    return Spectrum(tuple(Eigenvalue(f.value, f.multiplicity, f) for f in profile.factors))


def field_dunford(profile: FieldProfile) -> DunfordDecomposition:
    """A = D + N over K.

    Algorithm: Newton's iteration D <- D - p(D) p'(D)^-1 from D = A, for the squarefree part p of the
    characteristic polynomial; ceil(log2 index) steps.
    """
    a, p = profile.matrix, profile.squarefree_part
    index = max(f.index for f in profile.factors)
    D: FieldMatrix = a
    if index > 1:
        slope = p.derivative
        while not (value := p.at_matrix(D)).is_zero:
            D = D - slope.at_matrix(D).solve(value)  # type: ignore[assignment]
    N = a - D
    if D @ N != N @ D or not (N**index).is_zero or (index > 1 and (N ** (index - 1)).is_zero):
        raise InternalError("the Dunford decomposition failed its own check.")
    return DunfordDecomposition(D, N, index, p)


def _annihilator(a: FieldMatrix, degree: int) -> FieldPolynomial:
    """The monic p of that degree, the degree of the minimal polynomial, with p(A) = 0."""
    powers = [a.identity()]
    while len(powers) <= degree:
        powers.append(a @ powers[-1])
    columns = [[c for row in power.coordinates for c in row] for power in powers]  # type: ignore[attr-defined]
    kernel = FieldMatrix.of_coordinates(a.field, list(zip(*columns, strict=True))).kernel
    if kernel.shape[1] != 1:
        raise InternalError("the degree of the minimal polynomial is not the sum of the indices.")
    return FieldPolynomial.over(a.field, [row[0] for row in kernel.coordinates]).monic
