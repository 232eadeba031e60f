"""Eigenvectors by row reduction, over Q or over Q(alpha), and chains begun at their tops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from symspec.algebra.polynomial import Polynomial
from symspec.proof.elimination import Reduction, kernel_vectors, reduction
from symspec.proof.entries import Entries, Residue, alpha
from symspec.proof.formula import (
    Call,
    Column,
    Expr,
    Literal,
    Named,
    Power,
    Relation,
    differ,
    equal,
    number,
    plus,
    times,
)
from symspec.proof.full.numbers import (
    INDEPENDENT,
    ROWS,
    TOPS,
    column,
    columns_beside,
    eigenvalue,
    is_readable,
    is_short,
    literal,
    multiple,
    reduction_leaves,
    rows_of,
    shifted_by,
    shifted_entries,
    written,
)
from symspec.proof.steps import Check, Display, Item, Reason, Section, Sentence, Step
from symspec.spectral.profile import FactorProfile

RATIONAL_FACTOR = 17
# A field of higher degree, or a larger matrix over it, is not written out by hand.
MAX_FIELD_SIZE = 16


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of one eigenvalue, or of all roots of one polynomial.

    Attributes:
        factor: the irreducible factor.
        value: the eigenvalue: a fraction, or alpha.
        chains: each a tuple of named vectors from its end, an eigenvector, to its top.
        steps: how they were found.
    """

    factor: FactorProfile
    value: Any
    chains: tuple[tuple[Named, ...], ...]
    steps: tuple[Step, ...]


@dataclass(slots=True)
class Counter:
    """Gives the vectors of a proof their numbers."""

    used: dict[str, int] = field(default_factory=dict)

    def next(self, letter: str) -> str:
        """v_1, v_2, .."""
        self.used[letter] = self.used.get(letter, 0) + 1
        return f"{letter}_{self.used[letter]}"


def eigen_chains(A: Named, f: FactorProfile, counter: Counter) -> Chains:
    """The eigenvectors and chains for the roots of one factor; no chains where they would fill pages."""
    p, a = f.polynomial, rows_of(A)
    z = alpha(p) if p.degree > 1 else -p.coefficients[0]
    if p.degree > 1 and p.degree * a.shape[0] > MAX_FIELD_SIZE:
        return Chains(f, z, (), (_too_long(p),))
    work = _Work(A, z, f, counter)
    if p.degree > 1 and not work.is_readable:
        return Chains(f, z, (), (_too_long(p),))
    return Chains(f, z, *work.found())


def _too_long(p: Polynomial) -> Step:
    return Sentence("alpha_too_long", (("p", Literal(p)),), (RATIONAL_FACTOR,))


class _Work:
    """The row reductions of the powers of A - z I, and what is read off them."""

    def __init__(self, A: Named, z: Any, f: FactorProfile, counter: Counter) -> None:
        self.A, self.z, self.f, self.counter = A, z, f, counter
        self.a = rows_of(A)
        self.shift = shifted_entries(self.a, z)
        self.base = shifted_by(A, z)
        self.powers = [self.shift]
        for _ in range(f.index - 1):
            self.powers.append(self.powers[-1] @ self.shift)
        self.reductions = [reduction(m) for m in self.powers]

    @property
    def is_readable(self) -> bool:
        return all(is_readable(m) for m in self.powers) and all(map(is_short, self.reductions))

    @property
    def n(self) -> int:
        return self.a.shape[0]

    def found(self) -> tuple[tuple[tuple[Named, ...], ...], tuple[Step, ...]]:
        """(chains, steps)."""
        steps: list[Step] = []
        if isinstance(self.z, Residue):
            steps += _alpha_explained(self.f.polynomial)
        steps += self.kernel_steps()
        vectors = [Named(self.counter.next("v"), column(v)) for v in kernel_vectors(self.reductions[0])]
        steps += self.eigenvector_steps(vectors)
        if self.f.index == 1:
            return tuple((v,) for v in vectors), tuple(steps)
        chains, more = self.chain_steps(vectors)
        return chains, (*steps, *more)

    # -- the eigenspace --

    def kernel_steps(self) -> Iterator[Step]:
        yield from power_reduction(self.A, self.base, self.shift, self.reductions[0])

    def eigenvector_steps(self, vectors: list[Named]) -> Iterator[Step]:
        r = self.reductions[0]
        equations = solved_equations(r)
        free: tuple[Item, ...] = tuple(Named(f"x_{j + 1}", number(0).value) for j in r.free)
        dimension = equal(Call("rank", self.base), number(r.rank))
        fields = (
            ("equations", equations),
            ("free", free),
            ("value", eigenvalue(self.z)),
            ("dimension", len(vectors)),
        )
        many = "" if len(vectors) == 1 else "s"
        if not equations:
            yield Sentence("whole_space", fields[2:], (ROWS,), self._rational((dimension,)))
        else:
            code = "eigenspace" + many
            yield Sentence(code, fields, (ROWS,), self._rational((dimension,)))
        yield Display(tuple(written(v) for v in vectors), (ROWS,))
        checks = tuple(equal(times(self.A, v), *self._shown(v), multiple_of(self.z, v)) for v in vectors)
        yield Check(checks, (ROWS,))

    def _shown(self, v: Named) -> tuple[Expr, ...]:
        image = self.a @ v.value  # type: ignore[operator]
        return (Column(image),) if is_readable(image) and self.z != 1 else ()

    def _rational(self, checks: tuple[Relation, ...]) -> tuple[Relation, ...]:
        """Ranks over Q(alpha) have no value in formulas: the row reduction itself is the check."""
        return () if isinstance(self.z, Residue) else checks

    # -- chains --

    def chain_steps(self, vectors: list[Named]) -> tuple[tuple[tuple[Named, ...], ...], list[Step]]:
        steps: list[Step] = [self.shortage(len(vectors))]
        if len(vectors) > 1:
            steps.append(Section("trap", tuple(self.trap_steps(vectors))))
        steps.append(Section("powers_of_shift", tuple(self.rank_steps())))
        chains, found = self.tops()
        steps.append(Section("chains_from_tops", tuple(found), (), Sentence("hint_tops", (), (TOPS,))))
        return chains, steps

    def shortage(self, dimension: int) -> Sentence:
        fields = (
            ("value", eigenvalue(self.z)),
            ("multiplicity", self.f.multiplicity),
            ("dimension", dimension),
        )
        return Sentence("too_few_eigenvectors", fields, (TOPS,))

    def trap_steps(self, vectors: list[Named]) -> Iterator[Step]:
        """Which of the eigenvectors that row reduction returned lie in the image of A - z I."""
        joined = columns_beside([v.value for v in vectors])  # type: ignore[misc]
        r = reduction(self.shift.beside(joined), bar=self.n, reduced=False)
        hit = [k for k in range(len(vectors)) if solvable(r, k)]
        names: tuple[Item, ...] = tuple(vectors)
        yield Sentence("trap_question", (("base", self.base), ("vectors", names)), (ROWS, TOPS))
        yield from reduction_leaves(r, (ROWS,))
        if len(hit) == len(vectors):
            yield Sentence("trap_all", (), (ROWS, TOPS))
            return
        fields = (("base", self.base), ("vectors", names), ("condition", conditions(r, len(vectors))))
        if not hit:
            yield Sentence("trap_none", fields, (ROWS, TOPS))
            return
        inside: tuple[Item, ...] = tuple(vectors[k] for k in hit)
        outside: tuple[Item, ...] = tuple(v for k, v in enumerate(vectors) if k not in hit)
        yield Sentence("trap_some", (*fields, ("inside", inside), ("outside", outside)), (ROWS, TOPS))

    def rank_steps(self) -> Iterator[Step]:
        for k in range(2, self.f.index + 1):
            yield from power_reduction(
                self.A, Power(self.base, number(k)), self.powers[k - 1], self.reductions[k - 1]
            )
        ranks = [r.rank for r in self.reductions]
        shown = tuple(
            equal(Call("rank", self.base if k == 1 else Power(self.base, number(k))), number(r))
            for k, r in enumerate(ranks, 1)
        )
        sizes: tuple[Item, ...] = self.f.block_sizes
        fields = (("ranks", shown), ("order", self.n), ("sizes", sizes), ("value", eigenvalue(self.z)))
        code = "block_sizes" if len(sizes) > 1 else "block_size"
        yield Sentence(code, fields, (TOPS,), self._rational(shown))

    def tops(self) -> tuple[tuple[tuple[Named, ...], ...], list[Step]]:
        """A top for each block, the ends independent, from long chains to short ones."""
        steps: list[Step] = []
        chains: list[tuple[Named, ...]] = []
        ends: list[Entries] = []
        for k in sorted(set(self.f.block_sizes), reverse=True):
            wanted = self.f.block_sizes.count(k)
            if k > 1:
                steps.append(self.kernel_of_power(k))
            for v in kernel_vectors(self.reductions[k - 1]):
                end = self._down(column(v), k - 1)
                if wanted and reduction(columns_beside([*ends, end])).rank > len(ends):
                    ends.append(end)
                    chain = self._chain(column(v), k)
                    steps += self._top_steps(chain, k, is_first=not chains)
                    chains.append(chain)
                    wanted -= 1
        if len(chains) > 1:
            steps += self._ends_steps(chains)
        return tuple(chains), steps

    def kernel_of_power(self, k: int) -> Sentence:
        """What (A - z I)^k y = 0 says."""
        power: Expr = Power(self.base, number(k))
        equations = solved_equations(self.reductions[k - 1])
        if not equations:
            return Sentence("power_kills_all", (("power", power),), (ROWS,))
        fields = (("power", power), ("equations", equations))
        return Sentence("kernel_of_power", fields, (ROWS,))

    def _down(self, v: Entries, times_: int) -> Entries:
        for _ in range(times_):
            v = self.shift @ v
        return v

    def _chain(self, v: Entries, k: int) -> tuple[Named, ...]:
        """From the end to the top."""
        vectors = [v]
        for _ in range(k - 1):
            vectors.append(self.shift @ vectors[-1])
        return tuple(Named(self.counter.next("y"), w) for w in reversed(vectors))

    def _top_steps(self, chain: tuple[Named, ...], k: int, *, is_first: bool) -> Iterator[Step]:
        top, end = chain[-1], chain[0]
        power = self.base if k == 2 else Power(self.base, number(k - 1))
        fields = (
            ("top", top),
            ("end", end),
            ("kills", equal(times(Power(self.base, number(k)), top), number(0))),
            ("size", k),
        )
        if k == 1:
            yield Sentence("chain_of_one", (("top", top), ("base", self.base)), (TOPS,))
            yield Display((written(top),), (TOPS,))
            yield Check((equal(times(self.A, top), multiple_of(self.z, top)),), (TOPS,))
            return
        last = (differ(times(power, top), number(0)),)
        yield Sentence("top" if is_first else "next_top", (*fields, ("last", last[0])), (TOPS,), last)
        pairs = zip(reversed(chain), list(reversed(chain))[1:], strict=False)
        images = tuple(equal(w, times(self.base, v), Column(w.value)) for v, w in pairs)  # type: ignore[arg-type]
        yield Display((written(top), *images), (TOPS,))
        if is_first:
            yield Sentence("why_this_top", (("end", end), ("base", self.base)), (TOPS,))
        checks = tuple(equal(times(self.A, w), self._image(w, chain[i - 1 : i])) for i, w in enumerate(chain))
        yield Check(checks, (TOPS,))

    def _image(self, w: Named, before: tuple[Named, ...]) -> Expr:
        """z w plus the vector before w in its chain."""
        terms = (*((multiple_of(self.z, w),) if self.z != 0 else ()), *before)
        return plus(*terms) if terms else number(0)

    def _ends_steps(self, chains: list[tuple[Named, ...]]) -> Iterator[Step]:
        ends = columns_beside([c[0].value for c in chains])  # type: ignore[misc]
        names: tuple[Item, ...] = tuple(c[0] for c in chains)
        r = reduction(ends, reduced=False)
        yield Sentence("ends_independent", (("ends", names),), (INDEPENDENT, ROWS))
        yield from reduction_leaves(r, (ROWS,))
        yield Sentence("ends_rank", (("rank", r.rank),), (INDEPENDENT, ROWS))


def _alpha_explained(p: Polynomial) -> tuple[Step, ...]:
    a = Named("alpha", alpha(p))
    d = p.degree
    lower = alpha(p) ** d
    relation = equal(Power(a, number(d)), literal_of(lower))
    return (
        Sentence(
            "alpha_explained", (("p", Literal(p)), ("relation", relation)), (RATIONAL_FACTOR,), (relation,)
        ),
    )


def literal_of(x: Any) -> Expr:
    """A number, or an expression in alpha."""
    return Literal(x) if isinstance(x, Residue) else number(x)


def multiple_of(z: Any, v: Expr) -> Expr:
    """z v, with the eigenvalue as it is named."""
    if isinstance(z, Residue):
        return times(eigenvalue(z), v)
    return times(z, v) if z else number(0)


def power_reduction(
    A: Named, formula: Expr, m: Entries, r: Reduction, because: tuple[Reason, ...] = (ROWS,)
) -> Iterator[Step]:
    """(A - z I)^k written out, and its row reduction."""
    if m.is_zero:
        yield Sentence(
            "power_is_zero", (("zero", equal(formula, number(0))),), because, (equal(formula, number(0)),)
        )
        return
    if not r.steps or not is_short(r):
        yield Display((equal(formula, literal(m, A.value)),), because)  # type: ignore[arg-type]
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
        terms = [
            multiple(-(row[k] / row[j]), Named(f"x_{k + 1}", number(0).value)) for k in r.free if row[k] != 0
        ]
        found.append(equal(Named(f"x_{j + 1}", number(0).value), plus(*terms) if terms else number(0)))
    return tuple(found)


def conditions(r: Reduction, count: int) -> tuple[Relation, ...]:
    """What the rows of zeros say about the coefficients c_1, c_2, .. of a combination of the columns."""
    found = []
    for row in r.end.rows[r.rank :]:
        terms = [
            multiple(row[r.bar + k], Named(f"c_{k + 1}", number(0).value))
            for k in range(count)
            if row[r.bar + k] != 0
        ]
        if terms:
            found.append(equal(plus(*terms), number(0)))
    return tuple(dict.fromkeys(found))


def solvable(r: Reduction, k: int) -> bool:
    """The k-th column behind the bar has no entry in the rows without a pivot."""
    return all(r.end.rows[i][r.bar + k] == 0 for i in range(r.rank, len(r.end.rows)))
