"""Jordan chains begun at their tops, and why not at the eigenvectors that row reduction returns."""

from __future__ import annotations

from collections.abc import Iterator

from symspec.proof.elimination import Reduction, kernel_vectors, reduction
from symspec.proof.entries import Entries
from symspec.proof.formula import Column, Named, Relation, differ, equal, number, plus, times
from symspec.proof.full.numbers import (
    INDEPENDENT,
    ROWS,
    TOPS,
    column,
    column_of,
    columns_beside,
    eigenvalue,
    multiple,
    reduction_leaves,
    written,
)
from symspec.proof.full.shifts import UNKNOWN, Counter, Shift, power_reduction, solved_equations, unknown
from symspec.proof.steps import Check, Display, Item, Leaf, Section, Sentence, Step

Chain = tuple[Named, ...]


def chain_steps(shift: Shift, vectors: list[Named], counter: Counter) -> tuple[tuple[Chain, ...], list[Step]]:
    """The chains, each from its end to its top, and how they are found.

    Args:
        shift: A - z I, for an eigenvalue with fewer independent eigenvectors than its multiplicity.
        vectors: the basis of the eigenspace that row reduction returned.
        counter: numbers the vectors.
    """
    fields = (
        ("value", eigenvalue(shift.z)),
        ("multiplicity", shift.factor.multiplicity),
        ("dimension", len(vectors)),
    )
    steps: list[Step] = [Sentence("too_few_eigenvectors", fields, (TOPS,))]
    if len(vectors) > 1:
        steps.append(Section("trap", tuple(trap_steps(shift, vectors))))
    steps.append(Section("powers_of_shift", tuple(_rank_steps(shift))))
    chains, found = _tops(shift, counter)
    steps.append(Section("chains_from_tops", tuple(found), (), Sentence("hint_tops", (), (TOPS,))))
    return chains, steps


# -- the trap --------------------------------------------------------------------------------


def trap_steps(shift: Shift, vectors: list[Named]) -> Iterator[Leaf]:
    """Which of the eigenvectors that row reduction returned lie in the image of A - z I."""
    joined = columns_beside([column_of(v) for v in vectors])
    r = reduction(shift.powers[0].beside(joined), bar=shift.order, reduced=False)
    hit = [k for k in range(len(vectors)) if solvable(r, k)]
    names: tuple[Item, ...] = tuple(vectors)
    question = equal(times(shift.formula, Named("y", UNKNOWN)), Named("v", UNKNOWN))
    yield Sentence("trap_question", (("equation", question), ("vectors", names)), (ROWS, TOPS))
    yield from reduction_leaves(r, (ROWS,))
    if len(hit) == len(vectors):
        yield Sentence("trap_all", (), (ROWS, TOPS))
        return
    fields = (("base", shift.formula), ("vectors", names), ("condition", conditions(r, len(vectors))))
    if not hit:
        yield Sentence("trap_none", fields, (ROWS, TOPS))
        return
    inside: tuple[Item, ...] = tuple(vectors[k] for k in hit)
    outside: tuple[Item, ...] = tuple(v for k, v in enumerate(vectors) if k not in hit)
    yield Sentence("trap_some", (*fields, ("inside", inside), ("outside", outside)), (ROWS, TOPS))


def solvable(r: Reduction, k: int) -> bool:
    """The k-th column behind the bar has no entry in the rows without a pivot."""
    return all(row[r.bar + k] == 0 for row in r.end.rows[r.rank :])


def conditions(r: Reduction, count: int) -> tuple[Relation, ...]:
    """What the rows of zeros say about the coefficients t_1, t_2, .. of a combination of the columns."""
    found = []
    for row in r.end.rows[r.rank :]:
        entries = row[r.bar : r.bar + count]
        terms = [multiple(x, unknown("t", k)) for k, x in enumerate(entries) if x != 0]
        if terms:
            found.append(equal(plus(*terms), number(0)))
    return tuple(dict.fromkeys(found))


# -- the lengths -----------------------------------------------------------------------------


def _rank_steps(shift: Shift) -> Iterator[Leaf]:
    index, sizes = shift.factor.index, shift.factor.block_sizes
    for k in range(2, index + 1):
        yield from power_reduction(shift.power(k), shift.powers[k - 1], shift.reductions[k - 1])
    ranks = tuple(shift.rank(k) for k in range(1, index + 1))
    listed: tuple[Item, ...] = sizes
    fields = (
        ("ranks", ranks),
        ("order", shift.order),
        ("sizes", listed),
        ("value", eigenvalue(shift.z)),
    )
    code = "block_sizes" if len(sizes) > 1 else "block_size"
    yield Sentence(code, fields, (TOPS,), shift.checked(ranks))


# -- the tops --------------------------------------------------------------------------------


def _tops(shift: Shift, counter: Counter) -> tuple[tuple[Chain, ...], list[Step]]:
    """A top for each block, the ends independent, from long chains to short ones."""
    steps: list[Step] = []
    chains: list[Chain] = []
    ends: list[Entries] = []
    sizes = shift.factor.block_sizes
    for k in sorted(set(sizes), reverse=True):
        wanted = sizes.count(k)
        if k > 1:
            steps.append(_kernel_of_power(shift, k))
        for v in kernel_vectors(shift.reductions[k - 1]):
            end = shift.down(column(v), k - 1)
            if wanted and reduction(columns_beside([*ends, end])).rank > len(ends):
                ends.append(end)
                chain = _chain(shift, column(v), k, counter)
                steps += _top_steps(shift, chain, is_first=not chains)
                chains.append(chain)
                wanted -= 1
    if len(chains) > 1:
        steps += _ends_steps(chains)
    return tuple(chains), steps


def _kernel_of_power(shift: Shift, k: int) -> Sentence:
    """What (A - z I)^k y = 0 says."""
    equations = solved_equations(shift.reductions[k - 1])
    if not equations:
        return Sentence("power_kills_all", (("power", shift.power(k)),), (ROWS,))
    return Sentence("kernel_of_power", (("power", shift.power(k)), ("equations", equations)), (ROWS,))


def _chain(shift: Shift, v: Entries, k: int, counter: Counter) -> Chain:
    """From the end to the top."""
    vectors = [shift.down(v, i) for i in range(k)]
    return tuple(Named(counter.next("y"), w) for w in reversed(vectors))


def _top_steps(shift: Shift, chain: Chain, *, is_first: bool) -> Iterator[Leaf]:
    top, end, k = chain[-1], chain[0], len(chain)
    if k == 1:
        yield Sentence("chain_of_one", (("top", top),), (TOPS,))
        yield Display((written(top),), (TOPS,))
    else:
        last = differ(times(shift.power(k - 1), top), number(0))
        kills = equal(times(shift.power(k), top), number(0))
        fields = (("top", top), ("kills", kills), ("last", last), ("size", k))
        yield Sentence("top" if is_first else "next_top", fields, (TOPS,), (last, kills))
        yield Display((written(top), *_images(shift, chain)), (TOPS,))
        if is_first:
            yield Sentence("why_this_top", (("end", end), ("base", shift.formula)), (TOPS,))
    images = (
        equal(times(shift.A, w), shift.image(w, chain[i - 1 : i] if i else ())) for i, w in enumerate(chain)
    )
    yield Check(tuple(images), (TOPS,))


def _images(shift: Shift, chain: Chain) -> tuple[Relation, ...]:
    """Each vector from its successor, from the top down."""
    down = tuple(reversed(chain))
    return tuple(
        equal(w, times(shift.formula, v), Column(column_of(w))) for v, w in zip(down, down[1:], strict=False)
    )


def _ends_steps(chains: list[Chain]) -> Iterator[Leaf]:
    r = reduction(columns_beside([column_of(c[0]) for c in chains]), reduced=False)
    names: tuple[Item, ...] = tuple(c[0] for c in chains)
    yield Sentence("ends_independent", (("ends", names),), (INDEPENDENT, ROWS))
    yield from reduction_leaves(r, (ROWS,))
    yield Sentence("ends_rank", (("rank", r.rank),), (INDEPENDENT, ROWS))
