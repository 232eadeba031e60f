"""Wrong eigenvalues, polynomials and numbers, by the slips that people make; each is shown to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from random import Random

from symspec.exercises.generate import plain
from symspec.exercises.selftest import forms, right
from symspec.exercises.selftest.known import Known

Texts = Iterator[str]
Rule = Callable[[Known, Random], Texts]


def _values(k: Known, values: list[Fraction], rng: Random) -> Texts:
    """The list, if it is not the spectrum: compared as sorted lists."""
    if sorted(values) != sorted(k.eigenvalues) and values:
        shown = list(values)
        rng.shuffle(shown)
        # a set without multiplicities would be an answer to a milder question
        if set(shown) != set(k.eigenvalues) or len(shown) != len(set(shown)):
            yield ", ".join(str(z) for z in shown)


def eigenvalue_missing(k: Known, rng: Random) -> Texts:
    """One distinct eigenvalue is left out."""
    out = rng.choice(k.distinct)
    yield from _values(k, [z for z in k.eigenvalues if z != out], rng)


def eigenvalue_repeated(k: Known, rng: Random) -> Texts:
    """One is counted once more than it is there."""
    yield from _values(k, [*k.eigenvalues, rng.choice(k.distinct)], rng)


def eigenvalue_instead(k: Known, rng: Random) -> Texts:
    """The multiplicities are those of another eigenvalue."""
    if len(k.distinct) > 1:
        y, z = rng.sample(k.distinct, 2)
        i = k.eigenvalues.index(y)
        yield from _values(k, [z if j == i else x for j, x in enumerate(k.eigenvalues)], rng)


def eigenvalues_negated(k: Known, rng: Random) -> Texts:
    """Roots of chi(-x)."""
    yield from _values(k, [-z for z in k.eigenvalues], rng)


def eigenvalues_from_diagonal(k: Known, rng: Random) -> Texts:
    """The diagonal entries of a matrix that is not triangular."""
    yield from _values(k, [k.A[i][i] for i in range(k.n)], rng)


def eigenvalues_inverted(k: Known, rng: Random) -> Texts:
    """Those of the inverse."""
    if 0 not in k.eigenvalues:
        yield from _values(k, [1 / z for z in k.eigenvalues], rng)


def eigenvalues_squared(k: Known, rng: Random) -> Texts:
    """Those of A^2."""
    yield from _values(k, [z * z for z in k.eigenvalues], rng)


def eigenvalues_shifted(k: Known, rng: Random) -> Texts:
    """Those of A - I."""
    yield from _values(k, [z - 1 for z in k.eigenvalues], rng)


def eigenvalue_slip(k: Known, rng: Random) -> Texts:
    """One of them is wrong by a small number."""
    i, d = rng.randrange(k.n), rng.choice((1, -1, Fraction(1, 2), Fraction(1, 10)))
    yield from _values(k, [z + d * (j == i) for j, z in enumerate(k.eigenvalues)], rng)


# -- polynomials -----------------------------------------------------------------------------


def _chi(k: Known, c: list[Fraction]) -> Texts:
    true = plain.polynomial(k.eigenvalues)
    if c not in (true, [-x for x in true]):
        yield forms.expanded(c)


def charpoly_coefficient(k: Known, rng: Random) -> Texts:
    """One coefficient is wrong."""
    c, i = plain.polynomial(k.eigenvalues), rng.randrange(k.n)
    yield from _chi(k, [x + rng.choice((1, -1, 2)) * (j == i) for j, x in enumerate(c)])


def charpoly_sign(k: Known, rng: Random) -> Texts:
    """The sign of one coefficient is wrong."""
    c, i = plain.polynomial(k.eigenvalues), rng.randrange(k.n)
    yield from _chi(k, [-x if j == i else x for j, x in enumerate(c)])


def charpoly_of_minus(k: Known, rng: Random) -> Texts:
    """det(x I + A)."""
    yield from _chi(k, plain.polynomial([-z for z in k.eigenvalues]))


def charpoly_without_factor(k: Known, rng: Random) -> Texts:
    """One factor is left out."""
    yield from _chi(k, plain.polynomial(k.eigenvalues[1:]))


def charpoly_transposed_constant(k: Known, rng: Random) -> Texts:
    """The trace and the determinant have changed places."""
    c = plain.polynomial(k.eigenvalues)
    if k.n == 2:
        yield from _chi(k, [c[1], c[0], c[2]])


def _mu(k: Known, c: list[Fraction]) -> Texts:
    """Wrong if it does not annihilate A, or if a polynomial of lower degree does."""
    true = plain.polynomial([z for z in k.distinct for _ in range(k.index(z))])
    if c != true:
        yield forms.expanded(c)


def minpoly_is_charpoly(k: Known, rng: Random) -> Texts:
    """The characteristic polynomial."""
    yield from _mu(k, plain.polynomial(k.eigenvalues))


def minpoly_is_squarefree(k: Known, rng: Random) -> Texts:
    """Every eigenvalue once."""
    yield from _mu(k, plain.polynomial(k.distinct))


def minpoly_exponent(k: Known, rng: Random) -> Texts:
    """One exponent is one too large."""
    yield from _mu(k, plain.polynomial([z for z in k.distinct for _ in range(k.index(z))] + [k.distinct[0]]))


# -- numbers ---------------------------------------------------------------------------------


def _radius(k: Known, x: Fraction) -> Texts:
    if x != max(abs(z) for z in k.eigenvalues):
        yield str(x)


def radius_without_modulus(k: Known, rng: Random) -> Texts:
    """The largest eigenvalue, where another one has a larger modulus."""
    yield from _radius(k, max(k.eigenvalues))


def radius_smallest(k: Known, rng: Random) -> Texts:
    """The smallest modulus."""
    yield from _radius(k, min(abs(z) for z in k.eigenvalues))


def radius_is_trace(k: Known, rng: Random) -> Texts:
    """The sum of the eigenvalues."""
    yield from _radius(k, sum(k.eigenvalues, plain.ZERO))


def radius_is_norm(k: Known, rng: Random) -> Texts:
    """The largest absolute row sum."""
    yield from _radius(k, max(sum((abs(x) for x in row), plain.ZERO) for row in k.A))


def _growth(k: Known, rho: Fraction, degree: int) -> Texts:
    if (rho, degree) != k.growth and rho > 0 and k.growth[0]:
        yield f"rate = {rho}, degree = {degree}"


def growth_without_power(k: Known, rng: Random) -> Texts:
    """The blocks are overlooked."""
    yield from _growth(k, k.growth[0], 0)


def growth_with_power(k: Known, rng: Random) -> Texts:
    """A block that is not there."""
    yield from _growth(k, k.growth[0], k.growth[1] + 1)


def growth_of_another(k: Known, rng: Random) -> Texts:
    """The rate is another modulus."""
    yield from _growth(k, min(abs(z) for z in k.eigenvalues), k.growth[1])


def growth_squared(k: Known, rng: Random) -> Texts:
    """The rate of A^2."""
    yield from _growth(k, k.growth[0] ** 2, k.growth[1])


def _ranks(k: Known, once: int, twice: int) -> Texts:
    if (once, twice) != right.ranks_at_one(k) and once >= 0 and twice >= 0:
        yield f"{once}, {twice}"


def ranks_equal(k: Known, rng: Random) -> Texts:
    """The second is taken for the first."""
    once, _ = right.ranks_at_one(k)
    yield from _ranks(k, once, once)


def ranks_are_nullities(k: Known, rng: Random) -> Texts:
    """n - rank."""
    once, twice = right.ranks_at_one(k)
    yield from _ranks(k, k.n - once, k.n - twice)


def ranks_of_A(k: Known, rng: Random) -> Texts:
    """rk A and rk A^2."""
    yield from _ranks(k, plain.rank(k.A), plain.rank(plain.product(k.A, k.A)))


def ranks_slip(k: Known, rng: Random) -> Texts:
    """One too many."""
    once, twice = right.ranks_at_one(k)
    yield from _ranks(k, once + 1, twice)


def _discs(k: Known, found: list[tuple[Fraction, Fraction]]) -> Texts:
    by_rows, by_columns = (sorted(right.discs(m)) for m in (k.A, plain.transposed(k.A)))
    if sorted(found) not in (by_rows, by_columns):
        yield ", ".join(f"|z - ({c})| <= {r}" for c, r in found)


def disc_diagonal_added(k: Known, rng: Random) -> Texts:
    """The radius has the diagonal entry in it."""
    yield from _discs(k, [(c, r + abs(c)) for c, r in right.discs(k.A)])


def disc_missing(k: Known, rng: Random) -> Texts:
    """One disc is left out."""
    yield from _discs(k, right.discs(k.A)[1:])


def disc_mixed(k: Known, rng: Random) -> Texts:
    """Some by rows, some by columns."""
    by_rows, by_columns = right.discs(k.A), right.discs(plain.transposed(k.A))
    yield from _discs(k, [by_rows[0], *by_columns[1:]])


def disc_signed_sum(k: Known, rng: Random) -> Texts:
    """The sum of the entries, not of their absolute values."""
    sums = [(row[i], abs(sum(row) - row[i])) for i, row in enumerate(k.A)]
    yield from _discs(k, sums)


def disc_largest(k: Known, rng: Random) -> Texts:
    """The largest entry in the place of the sum."""
    if k.n > 2:
        yield from _discs(
            k, [(row[i], max(abs(x) for j, x in enumerate(row) if j != i)) for i, row in enumerate(k.A)]
        )


def disc_centre_negated(k: Known, rng: Random) -> Texts:
    """|z + a_ii|."""
    yield from _discs(k, [(-c, r) for c, r in right.discs(k.A)])


RULES: Mapping[str, tuple[Rule, ...]] = {
    "eigenvalues": (
        eigenvalue_missing,
        eigenvalue_repeated,
        eigenvalue_instead,
        eigenvalues_negated,
        eigenvalues_from_diagonal,
        eigenvalues_inverted,
        eigenvalues_squared,
        eigenvalues_shifted,
        eigenvalue_slip,
    ),
    "charpoly": (
        charpoly_coefficient,
        charpoly_sign,
        charpoly_of_minus,
        charpoly_without_factor,
        charpoly_transposed_constant,
    ),
    "minpoly": (minpoly_is_charpoly, minpoly_is_squarefree, minpoly_exponent),
    "spectral_radius": (radius_without_modulus, radius_smallest, radius_is_trace, radius_is_norm),
    "growth": (growth_without_power, growth_with_power, growth_of_another, growth_squared),
    "ranks": (ranks_equal, ranks_are_nullities, ranks_of_A, ranks_slip),
    "gershgorin": (
        disc_diagonal_added,
        disc_missing,
        disc_mixed,
        disc_signed_sum,
        disc_largest,
        disc_centre_negated,
    ),
}
