"""The Frobenius (rational canonical) form and the primary form, each with its transformation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from symspec.algebra.blocks import beside
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.algebra.products import products_agree
from symspec.errors import InternalError
from symspec.spectral.dunford import DunfordDecomposition
from symspec.spectral.frobenius.companions import companion_blocks
from symspec.spectral.frobenius.cyclic_vectors import cyclic_orbits, first_orbit, orbit
from symspec.spectral.jordan import chain_tops
from symspec.spectral.profile import JordanProfile


@dataclass(frozen=True, slots=True)
class FrobeniusForm:
    """F = T^-1 A T = diag(C(f_1), .., C(f_r)) over the field of the entries, with f_1 | f_2 | .. | f_r.

    C(f) is the companion matrix with ones below the diagonal and the negative coefficients of f in its last
    column. So the columns of T are v_1, A v_1, .., v_2, A v_2, .. with f_i(A) v_i = 0.

    Attributes:
        T: the transformation; F does not depend on its choice.
        F: the form. Two matrices are similar, over the field or over C, iff they have the same F.
        invariant_factors: (f_1, .., f_r), monic, of degree >= 1.
    """

    T: ExactMatrix
    F: ExactMatrix
    invariant_factors: tuple[Polynomial, ...]

    @property
    def cyclic_vectors(self) -> tuple[ExactMatrix, ...]:
        """(v_1, .., v_r): the space is the direct sum of the spans of the v_i, A v_i, A^2 v_i, .."""
        return _starts(self.T, [f.degree for f in self.invariant_factors])

    def __str__(self) -> str:
        return " + ".join(f"C({f})" for f in self.invariant_factors)


@dataclass(frozen=True, slots=True)
class PrimaryForm:
    """F = T^-1 A T = diag of the companion matrices C(p^k) of the elementary divisors.

    The companion matrices are those of FrobeniusForm, of the powers p^k multiplied out: this is not the
    rational Jordan form, which has k copies of the companion matrix of p with identities above.

    Attributes:
        T: the transformation; its columns are v, A v, .., A^(k deg p - 1) v for each divisor in turn.
        F: the form.
        elementary_divisors: ((p, k), ..), by irreducible factor, then from long to short.
    """

    T: ExactMatrix
    F: ExactMatrix
    elementary_divisors: tuple[tuple[Polynomial, int], ...]

    def __str__(self) -> str:
        return " + ".join(f"C({_power(p, k)})" for p, k in self.elementary_divisors)


def _power(p: Polynomial, k: int) -> str:
    if k == 1:
        return str(p)
    return f"x^{k}" if p == p.of_same([0, 1]) else f"({p})^{k}"


def invariant_factors(profile: JordanProfile) -> tuple[Polynomial, ...]:
    """(f_1, .., f_r) with f_1 | f_2 | .. | f_r: f_(r-j) = prod p^k over the j-th largest block sizes k.

    Returns:
        prod f_i = det(x I - A), and f_r is the minimal polynomial.

    >>> from symspec.spectral.profile import jordan_profile
    >>> a = ExactMatrix.from_integers([[2, 1, 0], [0, 2, 0], [0, 0, 2]])
    >>> print(*invariant_factors(jordan_profile(a)), sep=", ")
    x - 2, x^2 - 4 x + 4
    """
    return invariants_of_blocks(profile, [f.block_sizes for f in profile.factors])


def invariants_of_blocks(profile: JordanProfile, sizes: Sequence[Sequence[int]]) -> tuple[Polynomial, ...]:
    """The same for block sizes that are given, those of each factor from large to small."""
    one, found = profile.charpoly.constant(1), []
    for j in reversed(range(max(map(len, sizes)))):
        powers = (f.polynomial ** s[j] for f, s in zip(profile.factors, sizes, strict=True) if j < len(s))
        found.append(reduce(lambda p, q: p * q, powers, one))
    return tuple(found)


def frobenius_form(a: ExactMatrix, profile: Callable[[], JordanProfile]) -> FrobeniusForm:
    """The rational canonical form of A, with its transformation.

    Args:
        a: A.
        profile: finds its factors; asked for only where the first unit vector is not cyclic.

    Returns:
        A T = T F with T invertible, f_1 | f_2 | .. | f_r; checked. So F is the form of A whatever was used
        to find it.

    Algorithm: with a cyclic vector v the only invariant factor is det(x I - A), and T = [v, A v, ..]. Else
    one vector for each invariant factor, in the kernel of f_i(A); no eigenvalue is needed. The block sizes
    are taken as they are modulo a prime, if the vectors that they promise are found.

    References: W. Greub, Linear Algebra, 4th ed., 1975, chapter XIII.

    >>> from symspec.spectral.profile import jordan_profile
    >>> a = ExactMatrix.from_integers([[2, 0], [1, 3]])
    >>> form = frobenius_form(a, lambda: jordan_profile(a))
    >>> print(form.F, form.T, form)
    [[0, -6], [1, 5]] [[1, 2], [0, 1]] C(x^2 - 5 x + 6)
    """
    for factors, t in _candidates(a, profile):
        form = companion_blocks(factors, a)
        divide = all((g % f).degree < 0 for f, g in zip(factors, factors[1:], strict=False))
        if divide and _leads_to(a, t, form):
            return FrobeniusForm(t, form, factors)
    raise InternalError("the Frobenius form failed its own check.")


Candidates = Iterator[tuple[tuple[Polynomial, ...], ExactMatrix]]


def _candidates(a: ExactMatrix, profile: Callable[[], JordanProfile]) -> Candidates:
    """Invariant factors with a T, from what costs least to what is certain."""
    if (unit := _unit_orbit(a)) is not None:
        yield (a.charpoly,), unit
    first = first_orbit(a)
    if first.length == a.order:
        yield (a.charpoly,), first.columns(a.order)
    known = profile()
    for sizes in (known.likely_block_sizes, None):
        factors = invariant_factors(known) if sizes is None else invariants_of_blocks(known, sizes)
        if (orbits := cyclic_orbits(a, factors, first)) is not None:
            yield factors, beside(orbits)


def primary_form(a: ExactMatrix, d: DunfordDecomposition, profile: JordanProfile) -> PrimaryForm:
    """The form with one companion matrix for each elementary divisor p^k.

    Returns:
        A T = T F with T invertible, checked.

    Algorithm: the tops of the Jordan chains over the field: K[A] v has dimension k deg p and annihilator p^k
    for the top v of a chain of length k, and the space is their direct sum.

    >>> from symspec.spectral.dunford import dunford_of_factors
    >>> from symspec.spectral.profile import jordan_profile
    >>> a = ExactMatrix.from_integers([[2, 1, 0], [0, 2, 0], [0, 0, 3]])
    >>> profile = jordan_profile(a)
    >>> print(primary_form(a, dunford_of_factors(a, profile.charpoly.factors), profile))
    C(x - 3) + C((x - 2)^2)
    """
    tops = [(f.polynomial, v, k) for f in profile.factors for v, k in chain_tops(d, profile, f)]
    t = beside([orbit(a, v, p.degree * k) for p, v, k in tops])
    form = companion_blocks([p**k for p, _, k in tops], a)
    if not _leads_to(a, t, form):
        raise InternalError("the primary form failed its own check.")
    return PrimaryForm(t, form, tuple((p, k) for p, _, k in tops))


def _unit_orbit(a: ExactMatrix) -> ExactMatrix | None:
    """I, where A is a companion matrix itself: A e_i = e_(i+1)."""
    n = a.order
    if n > 1 and a[1, 0] != 1:  # nearly always
        return None
    unit = a.identity()
    return unit if a.columns(0, n - 1) == unit.columns(1, n) else None


def _leads_to(a: ExactMatrix, t: ExactMatrix, form: ExactMatrix) -> bool:
    """A T = T F, T invertible."""
    return t.shape == a.shape and products_agree(a, t, t, form) and t.has_independent_columns


def _starts(t: ExactMatrix, lengths: Sequence[int]) -> tuple[ExactMatrix, ...]:
    found, at = [], 0
    for length in lengths:
        found.append(t.columns(at, at + 1))
        at += length
    return tuple(found)
