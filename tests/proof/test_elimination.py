"""Row reduction: rank and kernel against the backend, steps that can be replayed, changed cells."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.coerce import matrix
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.errors import InternalError
from symspec.proof.elimination import (
    Combination,
    Exchange,
    Reduction,
    Scaling,
    after,
    changed_cells,
    is_right,
    kernel_vectors,
    reduction,
)
from symspec.proof.entries import Entries, Residue, alpha, entries_of
from symspec.proof.steps import RowReduction, require

ENTRY = st.one_of(
    st.integers(-4, 4).map(Fraction), st.fractions(-2, 2, max_denominator=5), st.just(Fraction(0))
)


def matrices(rows: int, columns: int) -> st.SearchStrategy[ExactMatrix]:
    line = st.lists(ENTRY, min_size=columns, max_size=columns)
    return st.lists(line, min_size=rows, max_size=rows).map(ExactMatrix.from_fractions)


ANY = st.tuples(st.integers(1, 4), st.integers(1, 5)).flatmap(lambda shape: matrices(*shape))


@given(ANY, st.booleans())
def test_rank(a: ExactMatrix, reduced: bool) -> None:
    r = reduction(entries_of(a), reduced=reduced)
    assert is_right(r)
    assert r.rank == a.rank
    assert len(r.free) == a.shape[1] - a.rank
    assert a.with_entries(r.end.rows).rank == a.rank


@given(ANY)
def test_kernel(a: ExactMatrix) -> None:
    vectors = kernel_vectors(reduction(entries_of(a)))
    assert len(vectors) == a.shape[1] - a.rank
    for v in vectors:
        assert (a @ a.with_entries([[x] for x in v])).is_zero
        assert all(x.denominator == 1 for x in v)
    if vectors:
        assert a.with_entries(vectors).rank == len(vectors)


@given(ANY)
def test_fractions_are_postponed(a: ExactMatrix) -> None:
    """From the first preparation on, every entry is an integer."""
    steps = reduction(entries_of(a)).steps
    assert all(x.denominator == 1 for step in steps for row in step.after.rows for x in row)


@given(matrices(3, 3))
def test_inverse(a: ExactMatrix) -> None:
    r = reduction(entries_of(a).beside(Entries.identity(3)), bar=3, units=True)
    if a.rank == 3:
        assert r.end == Entries.identity(3).beside(entries_of(a.inverse))


def test_over_a_field() -> None:
    """sqrt(2) is an eigenvalue of [[0, 2], [1, 0]], and so is -sqrt(2)."""
    z = alpha(Polynomial.of([-2, 0, 1]))
    a = Entries.of([[0, 2], [1, 0]])
    m = a - a.scalar(z)
    r = reduction(m)
    assert is_right(r) and r.rank == 1
    (v,) = kernel_vectors(r)
    assert isinstance(v[0], Residue)
    assert (m @ Entries(tuple((x,) for x in v))).is_zero


@pytest.mark.parametrize("operation", [Scaling(0, Fraction(0)), Combination(0, Fraction(0), 1, Fraction(1))])
def test_operations_that_cannot_be_undone(operation: Scaling | Combination) -> None:
    with pytest.raises(InternalError, match="undone"):
        after((operation,), Entries.of([[1, 2], [3, 4]]))


def test_operations() -> None:
    m = Entries.of([[1, 2], [3, 4]])
    assert after((Exchange(0, 1),), m) == Entries.of([[3, 4], [1, 2]])
    halved = after((Combination(1, Fraction(1), 0, Fraction(3), Fraction(2)),), m)
    assert halved == Entries.of([[1, 2], [0, -1]])
    assert changed_cells(m, halved) == ((1, 0), (1, 1))


def tampered(r: Reduction) -> list[Reduction]:
    """One entry changed in each matrix, one operation left out of each step, a pivot too few."""
    found = [replace(r, pivots=r.pivots[:-1])]
    for k, step in enumerate(r.steps):
        rows = [list(row) for row in step.after.rows]
        rows[0][0] += 1
        wrong = replace(step, after=Entries.of(rows))
        shorter = replace(step, operations=step.operations[:-1])
        found += [replace(r, steps=(*r.steps[:k], bad, *r.steps[k + 1 :])) for bad in (wrong, shorter)]
    return found


@given(matrices(3, 4))
def test_a_tampered_step_is_refused(a: ExactMatrix) -> None:
    r = reduction(entries_of(a))
    require(RowReduction(r, (31,)))
    if r.pivots:
        for bad in tampered(r):
            with pytest.raises(InternalError, match="row reduction"):
                require(RowReduction(bad, (31,)))


def test_over_a_number_field() -> None:
    """The same steps over Q(i, sqrt(2)): entries that are elements of the field."""
    a = matrix("[[1, i, sqrt(2)], [i, -1, sqrt(2) i], [0, 1, 2]]")
    r = reduction(Entries.of(a.tolist()))
    assert is_right(r) and r.rank == a.rank == 2
    (v,) = kernel_vectors(r)
    assert (a @ a.with_entries([[x] for x in v])).is_zero
