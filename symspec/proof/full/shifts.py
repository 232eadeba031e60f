"""A - z I with its powers and their row reductions: what eigenvectors and chains are read off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from symspec.proof.elimination import Reduction, reduction
from symspec.proof.entries import Entries, Residue
from symspec.proof.formula import Call, Expr, Named, Power, Relation, equal, number, plus, times
from symspec.proof.full.numbers import (
    ROWS,
    column_of,
    eigenvalue,
    is_readable,
    is_short,
    multiple,
    reduction_leaves,
    rows_of,
    shifted_by,
    shifted_entries,
    written_out,
)
from symspec.proof.steps import Display, Item, Leaf, Reason, Sentence
from symspec.spectral.profile import FactorProfile

UNKNOWN = number(0).value


@dataclass(slots=True)
class Counter:
    """Gives the vectors of a proof their numbers."""

    used: dict[str, int] = field(default_factory=dict)

    def next(self, letter: str) -> str:
        """v_1, v_2, .."""
        self.used[letter] = self.used.get(letter, 0) + 1
        return f"{letter}_{self.used[letter]}"


@dataclass(frozen=True)  # without slots: the reductions are made when first needed
class Shift:
    """A - z I for an eigenvalue z: a fraction, or alpha for all roots of one factor at once.

    Attributes:
        A: the matrix by its name.
        z: the eigenvalue.
        factor: the irreducible factor whose root it is.
    """

    A: Named
    z: Any
    factor: FactorProfile

    @cached_property
    def a(self) -> Entries:
        """The entries of A."""
        return rows_of(self.A)

    @cached_property
    def powers(self) -> tuple[Entries, ...]:
        """(A - z I)^k for k = 1, .., the index of z."""
        found = [shifted_entries(self.a, self.z)]
        for _ in range(self.factor.index - 1):
            found.append(found[-1] @ found[0])
        return tuple(found)

    @cached_property
    def reductions(self) -> tuple[Reduction, ...]:
        """The reduced form of each of them."""
        return tuple(map(reduction, self.powers))

    @property
    def is_readable(self) -> bool:
        """Nothing of it fills pages."""
        return all(map(is_readable, self.powers)) and all(map(is_short, self.reductions))

    @property
    def order(self) -> int:
        """The number of rows of A."""
        return self.a.shape[0]

    @property
    def formula(self) -> Expr:
        """A - z I."""
        return shifted_by(self.A, self.z)

    def power(self, k: int) -> Expr:
        """(A - z I)^k."""
        return self.formula if k == 1 else Power(self.formula, number(k))

    def rank(self, k: int) -> Relation:
        """rk (A - z I)^k = .."""
        return equal(Call("rank", self.power(k)), number(self.reductions[k - 1].rank))

    def checked(self, checks: tuple[Relation, ...]) -> tuple[Relation, ...]:
        """Ranks over Q(alpha) have no value in formulas: there the row reduction itself is the check."""
        return () if isinstance(self.z, Residue) else checks

    def down(self, v: Entries, steps: int) -> Entries:
        """(A - z I)^steps v."""
        for _ in range(steps):
            v = self.powers[0] @ v
        return v

    def image(self, v: Named, before: tuple[Named, ...] = ()) -> Expr:
        """z v, plus the vector before v in its chain."""
        terms = (*((multiple_of(self.z, v),) if self.z != 0 else ()), *before)
        return plus(*terms) if terms else number(0)

    def applied(self, v: Named) -> Entries:
        """A v."""
        return self.a @ column_of(v)


def multiple_of(z: Any, v: Expr) -> Expr:
    """z v, with the eigenvalue as it is named."""
    if isinstance(z, Residue):
        return times(eigenvalue(z), v)
    return times(z, v)


def power_reduction(
    formula: Expr, m: Entries, r: Reduction, because: tuple[Reason, ...] = (ROWS,)
) -> Iterator[Leaf]:
    """A matrix written out, its row reduction and its rank."""
    if m.is_zero:
        zero = equal(formula, number(0))
        yield Sentence("power_is_zero", (("zero", zero),), because, (zero,))
        return
    if not r.steps or not is_short(r):
        yield Display((equal(formula, written_out(m)),), because)
    if not r.steps:
        yield Sentence("reduced_already", (("rank", r.rank),), because)
        return
    yield from reduction_leaves(r, because, formula)
    if is_short(r):
        columns: tuple[Item, ...] = tuple(j + 1 for _, j in r.pivots)
        code = "pivots" if len(columns) > 1 else "pivot"
        yield Sentence(code, (("columns", columns), ("rank", r.rank)), because)


def solved_equations(r: Reduction) -> tuple[Relation, ...]:
    """x_j = .. for each pivot, read off the reduced rows."""
    found = []
    for i, j in r.pivots:
        row = r.end.rows[i]
        terms = [multiple(-(row[k] / row[j]), unknown("x", k)) for k in r.free if row[k] != 0]
        found.append(equal(unknown("x", j), plus(*terms) if terms else number(0)))
    return tuple(found)


def unknown(letter: str, k: int) -> Named:
    """x_1, x_2, .., counted from 0."""
    return Named(f"{letter}_{k + 1}", UNKNOWN)
