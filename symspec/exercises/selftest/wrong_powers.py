"""Wrong limits, fates and closed forms, by the slips that people make; each is shown to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import comb
from random import Random

from symspec.exercises.generate import plain
from symspec.exercises.generate.plain import Rows
from symspec.exercises.selftest import forms, right
from symspec.exercises.selftest.known import Known

Texts = Iterator[str]
Rule = Callable[[Known, Random], Texts]
Parts = list[tuple[Fraction, int, Rows]]


def _limit(k: Known, m: Rows, rng: Random) -> Texts:
    if m != k.limit:
        yield forms.matrix(m, rng)


def limit_zero(k: Known, rng: Random) -> Texts:
    """0, though A^n does not tend to 0."""
    yield from _limit(k, plain.times(k.A, 0), rng)


def limit_identity(k: Known, rng: Random) -> Texts:
    """I."""
    yield from _limit(k, plain.identity(k.n), rng)


def limit_entrywise(k: Known, rng: Random) -> Texts:
    """The limits of the powers of the entries."""
    if all(-1 < x <= 1 for row in k.A for x in row):
        yield from _limit(k, [[Fraction(int(x == 1)) for x in row] for row in k.A], rng)


def limit_transposed(k: Known, rng: Random) -> Texts:
    """Rows for columns."""
    if k.limit is not None:
        yield from _limit(k, plain.transposed(k.limit), rng)


def limit_scaled(k: Known, rng: Random) -> Texts:
    """A multiple of the projector."""
    if k.limit is not None:
        yield from _limit(k, plain.times(k.limit, rng.choice((2, -1, Fraction(1, 2)))), rng)


def limit_other_projector(k: Known, rng: Random) -> Texts:
    """The projector on another eigenspace."""
    i = rng.randrange(k.n)
    one = [[Fraction(int(a == b == i)) for b in range(k.n)] for a in range(k.n)]
    yield from _limit(k, plain.product(plain.product(k.P, one), k.Q), rng)


def limit_without_basis(k: Known, rng: Random) -> Texts:
    """The limit of J^n in the place of P J^n P^-1."""
    if k.limit is not None:
        ones = [Fraction(int(z == 1)) for z in k.eigenvalues]
        yield from _limit(
            k, [[ones[i] if i == j else plain.ZERO for j in range(k.n)] for i in range(k.n)], rng
        )


def limit_denied(k: Known, rng: Random) -> Texts:
    """There is one."""
    if k.limit is not None:
        yield rng.choice(("there is no limit", "it does not converge"))


def limit_of_Cesaro(k: Known, rng: Random) -> Texts:
    """The mean of the powers, where they have no limit."""
    if k.fate == "bounded_divergent":
        ones = [Fraction(int(z == 1)) for z in k.eigenvalues]
        diagonal = [[ones[i] if i == j else plain.ZERO for j in range(k.n)] for i in range(k.n)]
        yield from _limit(k, plain.product(plain.product(k.P, diagonal), k.Q), rng)


def _fate(claimed: str) -> Rule:
    def rule(k: Known, rng: Random) -> Texts:
        # "bounded" says too little about a sequence with a limit, and is not false
        if claimed != k.fate and not (claimed == "bounded_divergent" and k.fate == "bounded_divergent"):
            yield rng.choice(right.FATES[claimed])

    rule.__name__ = f"fate_{claimed}"
    rule.__doc__ = f"The claim: {claimed.replace('_', ' ')}."
    return rule


# -- closed forms ----------------------------------------------------------------------------


def _value(parts: Parts, size: int, n: int) -> Rows:
    """sum C(n, j) z^(n - j) M, where z is not 0."""
    total = plain.times(plain.identity(size), 0)
    for z, j, m in parts:
        if n >= j:
            total = plain.plus(total, m, comb(n, j) * z ** (n - j))
    return total


def _power(k: Known, parts: Parts | None, rng: Random) -> Texts:
    """Wrong if a value between n = 1 and 4 is wrong."""
    if parts is None:
        return
    if any(_value(parts, k.n, n) != plain.power(k.A, n) for n in range(1, 5)):
        yield right.power_text(parts, k.n, rng)


def power_without_binomial(k: Known, rng: Random) -> Texts:
    """The terms with n are left out."""
    parts = right.power_parts(k)
    yield from _power(k, parts and [p for p in parts if p[1] == 0], rng)


def power_level_shifted(k: Known, rng: Random) -> Texts:
    """n z^n in the place of n z^(n - 1): the matrix is z times too large."""
    parts = right.power_parts(k)
    yield from _power(k, parts and [(z, j, plain.times(m, z**j)) for z, j, m in parts], rng)


def power_without_basis(k: Known, rng: Random) -> Texts:
    """J^n in the place of P J^n P^-1."""
    unchanged = Known(plain.identity(k.n), plain.identity(k.n), k.blocks)
    yield from _power(k, right.power_parts(unchanged), rng)


def power_without_a_term(k: Known, rng: Random) -> Texts:
    """One eigenvalue is left out."""
    parts = right.power_parts(k)
    if parts and len(k.distinct) > 1:
        yield from _power(k, [p for p in parts if p[0] != parts[0][0]], rng)


def power_value_slip(k: Known, rng: Random) -> Texts:
    """The base of one term is wrong."""
    parts = right.power_parts(k)
    if parts:
        z, j, m = parts[0]
        yield from _power(k, [(z + rng.choice((1, -1, 2)) or Fraction(3), j, m), *parts[1:]], rng)


def power_sign(k: Known, rng: Random) -> Texts:
    """The sign of one term is wrong."""
    parts = right.power_parts(k)
    if parts:
        z, j, m = parts[-1]
        yield from _power(k, [*parts[:-1], (z, j, plain.times(m, -1))], rng)


def power_entrywise(k: Known, rng: Random) -> Texts:
    """The n-th powers of the entries."""
    if plain.product(k.A, k.A) != [[x**2 for x in row] for row in k.A]:
        rows = (", ".join(f"({x})^n" for x in row) for row in k.A)
        yield "[" + ", ".join(f"[{row}]" for row in rows) + "]"


def power_times_n(k: Known, rng: Random) -> Texts:
    """n A."""
    if plain.product(k.A, k.A) != plain.times(k.A, 2):
        yield f"n {forms.matrix(k.A, rng)}"


RULES: Mapping[str, tuple[Rule, ...]] = {
    "limit": (
        limit_zero,
        limit_identity,
        limit_entrywise,
        limit_transposed,
        limit_scaled,
        limit_other_projector,
        limit_without_basis,
        limit_denied,
        limit_of_Cesaro,
    ),
    "convergence": tuple(map(_fate, right.FATES)),
    "power": (
        power_without_binomial,
        power_level_shifted,
        power_without_basis,
        power_without_a_term,
        power_value_slip,
        power_sign,
        power_entrywise,
        power_times_n,
    ),
}
