"""A false step, a wrong table and a step without a reason cannot be part of a proof."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.polynomial import Polynomial
from symspec.certificate import Charpoly
from symspec.errors import InternalError
from symspec.proof.evaluation import holds
from symspec.proof.formula import Index, Literal, Power, Relation, equal, less, minus, number, plus, times
from symspec.proof.steps import (
    Check,
    Leaf,
    ProofTree,
    SchurCohnTable,
    Section,
    Sentence,
    Step,
    proof_tree,
    schur_cohn_rows,
)
from tests.proof.samples import SAMPLES, proof_of, sample

TWO, THREE = number(2), number(3)


@pytest.mark.parametrize(
    "leaf",
    [
        Sentence("is_diagonalizable", (), (3,), (equal(TWO, THREE),)),
        Check((less(THREE, TWO),), (3,)),
        Check((equal(Power(TWO, Index()), plus(Index(), number(1)), at=(0, 1, 2)),), (3,)),
        Sentence("is_diagonalizable", (), ()),
        Check((equal(TWO, TWO),), ()),
        SchurCohnTable(((1, 2, 1),), (13,)),
        SchurCohnTable(((1, 0, 2, 4), (-2, 8, 15), (8, 12)), (13,)),
        SchurCohnTable(((1, 0, 2, 4), (-2, 8, 15)), (13,)),
        SchurCohnTable((), (13,)),
    ],
)
def test_refused(leaf: Leaf) -> None:
    tree = proof_of(sample("dunford"))
    with pytest.raises(InternalError):
        rebuilt(tree, (*tree.steps, Section("limit", (leaf,))))


def rebuilt(tree: ProofTree, steps: tuple[Step, ...]) -> ProofTree:
    return proof_tree(
        tree.given, tree.behavior, method=tree.method, detail=tree.detail, goal=tree.goal, steps=steps
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_a_changed_number_is_noticed(name: str) -> None:
    """Each relation with an exact number on its right-hand side becomes false when 1 is added to it."""
    tree = proof_of(sample(name))
    for step in tree.steps:
        for leaf in step.steps if isinstance(step, Section) else (step,):
            for relation in getattr(leaf, "checks", ()):
                changed = plus_one(relation)
                if changed is not None:
                    with pytest.raises(InternalError):
                        rebuilt(tree, (replace(leaf, checks=(changed,)),))


def plus_one(relation: Relation) -> Relation | None:
    *others, last = relation.sides
    if not (isinstance(last, Literal) and isinstance(last.value, Fraction)) or relation.signs[-1] != "=":
        return None
    return replace(relation, sides=(*others, number(last.value + 1)))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_leaf_without_its_reasons_is_noticed(name: str) -> None:
    tree = proof_of(sample(name))
    for step in tree.steps:
        for leaf in step.steps if isinstance(step, Section) else (step,):
            with pytest.raises(InternalError):
                rebuilt(tree, (replace(leaf, because=()),))


def test_claims_are_collected_once() -> None:
    claim = Charpoly((1, 1))
    tree = proof_of(sample("dunford"))
    leaf = Check((equal(TWO, TWO),), (claim, 3))
    assert rebuilt(tree, (leaf, Section("limit", (leaf,)))).certificate.claims == (claim,)


ROOT = st.fractions(min_value=-2, max_value=2, max_denominator=9)


@given(st.lists(ROOT, min_size=1, max_size=6), st.sampled_from([1, 3]))
def test_the_table_exists_iff_all_roots_are_inside(roots: list[Fraction], content: int) -> None:
    p = reduce(lambda a, b: a * b, [Polynomial.of([-r, 1]) for r in roots])
    rows = schur_cohn_rows(tuple(content * c for c in p.primitive))
    assert bool(rows) is all(abs(r) < 1 for r in roots)
    assert not rows or len(rows) == len(roots)


@given(st.integers(-5, 5), st.integers(-5, 5), st.integers(0, 6))
def test_formulas_have_their_values(a: int, b: int, n: int) -> None:
    difference = minus(number(a), times(b, Index()))
    assert holds(equal(difference, number(a - b * n), at=(n,)))
    assert not holds(equal(difference, number(a - b * n + 1), at=(n,)))
