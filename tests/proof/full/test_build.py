"""Full proofs: every step is checked again, nothing is an orphan, and what they say is published."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from symspec.algebra.matrix import ExactMatrix
from symspec.errors import InternalError
from symspec.proof.entries import Entries, exact_matrix
from symspec.proof.evaluation import value
from symspec.proof.formula import Call, Expr, Literal, Named, Relation
from symspec.proof.steps import (
    Display,
    Division,
    ProofTree,
    RowReduction,
    Section,
    Sentence,
    Step,
    horner_row,
    leaves,
    proof_tree,
)
from symspec.render.text import WIDTH, proof_text
from tests.cases.published import Case
from tests.proof.samples import SAMPLES, proof_of, sample
from tests.proof.test_build import CASES, assert_sound, matrix_of
from tests.strategies import Structured, structured_matrices

READ = [case for case in CASES if len(case.matrix) <= 8]
TRAP = "2 -1 0 1; 0 3 -1 0; 0 1 1 0; 0 -1 0 3"


def full(a: ExactMatrix) -> ProofTree:
    return proof_of(a, detail="full")


def of_text(text: str) -> ExactMatrix:
    return ExactMatrix.from_fractions([[Fraction(x) for x in row.split()] for row in text.split(";")])


def sections(steps: tuple[Step, ...]) -> list[Section]:
    found = [step for step in steps if isinstance(step, Section)]
    return found + [inner for section in found for inner in sections(section.steps)]


def section(tree: ProofTree, code: str) -> Section:
    (found,) = [s for s in sections(tree.steps) if s.code == code]
    return found


def codes(tree: ProofTree) -> set[str]:
    return {str(getattr(leaf, "code", "")) for leaf in leaves(tree.steps)}


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_published_cases(case: Case) -> None:
    tree = full(matrix_of(case.matrix))
    assert tree.behavior.value == case.facts["verdict"] == tree.goal.code
    assert_sound(tree)
    text = proof_text(tree)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.count("QED") == 1 and "{" not in text
    assert_ranks(tree, case)


def assert_ranks(tree: ProofTree, case: Case) -> None:
    """Where the ranks at 1 are computed, they are the published ones."""
    found = [leaf for leaf in leaves(tree.steps) if getattr(leaf, "code", "") == "rank_found"]
    ranks = [right_side(leaf.fields[0][1]) for leaf in found if isinstance(leaf, Sentence)]
    published = [case.facts.get(k) for k in ("rank_A_minus_I", "rank_A_minus_I_squared")]
    if ranks and None not in published:
        assert ranks == published


def right_side(field: object) -> object:
    assert isinstance(field, Relation)
    return value(field.sides[-1])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind(name: str) -> None:
    tree = full(sample(name))
    assert tree.behavior.value == SAMPLES[name][1]
    assert_sound(tree)


@settings(max_examples=10)
@given(structured_matrices(max_order=5))
def test_random_structures(drawn: Structured) -> None:
    assert_sound(full(drawn.matrix))


@settings(max_examples=10)
@given(structured_matrices(max_order=4))
def test_the_basis_is_a_jordan_basis(drawn: Structured) -> None:
    """Where P and J are shown: A P = P J, P is invertible, and J has the blocks of the profile."""
    for s in sections(full(drawn.matrix).steps):
        if s.code in ("by_hand_basis", "by_hand_eigenbasis"):
            shown = [named_matrices(leaf) for leaf in s.steps if isinstance(leaf, Display)]
            for found in shown[:1]:
                p, j = found
                assert drawn.matrix @ p == p @ j and p.det != 0


def named_matrices(leaf: Display) -> list[ExactMatrix]:
    return [m for relation in leaf.checks if isinstance(m := value(relation.sides[-1]), ExactMatrix)]


# -- the chain trap --------------------------------------------------------------------------


def test_the_trap_is_explained() -> None:
    """Neither basis eigenvector for 2 lies in the image of A - 2I; the chain is begun at its top."""
    a = of_text(TRAP)
    tree = full(a)
    assert {"trap_question", "trap_none", "top", "why_this_top", "block_sizes"} <= codes(tree)
    shift = a - a.scalar(2)
    (asked,) = [leaf for leaf in leaves(tree.steps) if getattr(leaf, "code", "") == "trap_question"]
    assert isinstance(asked, Sentence)
    vectors = dict(asked.fields)["vectors"]
    assert isinstance(vectors, tuple) and len(vectors) == 2
    for v in vectors:
        column = entries(v)
        assert (shift @ exact_matrix(column, a)).is_zero
        joined = a.with_entries([[*row, *x] for row, x in zip(shift.tolist(), column.rows, strict=True)])
        assert joined.rank == shift.rank + 1  # no solution
    (top,) = [leaf for leaf in leaves(tree.steps) if getattr(leaf, "code", "") == "top"]
    assert isinstance(top, Sentence)
    y = exact_matrix(entries(dict(top.fields)["top"]), a)
    assert (shift @ shift @ y).is_zero and not (shift @ y).is_zero


def entries(field: object) -> Entries:
    assert isinstance(field, Named) and isinstance(field.value, Entries)
    return field.value


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("0 1 0; 0 0 0; 0 0 0", "trap_some"),
        ("0 0 1 0; 0 0 0 1; 0 0 0 0; 0 0 0 0", "trap_all"),
        ("1 1 1; 0 1 0; 0 0 1", "trap_some"),
        (TRAP, "trap_none"),
    ],
)
def test_which_eigenvectors_begin_chains(rows: str, code: str) -> None:
    assert code in codes(full(of_text(rows)))


# -- the characteristic polynomial -----------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("1 2 3; 4 5 6; 7 8 10", "hint_cofactors"),
        ("1 2 3; 4 5 6; 7 8 10", "expand_row_without_zeros"),
        ("1 2 3; 0 5 6; 7 0 10", "expand_row"),
        ("1 2 0; 4 5 0; 7 8 1", "expand_column"),
        ("1 2 3 4; 0 5 6 7; 0 0 8 9; 0 0 0 2", "triangular_determinant"),
        ("1 2 3 4; 2 1 5 -1; 3 1 1 2; 1 1 2 -1", "faddeev"),
    ],
)
def test_the_way_to_the_characteristic_polynomial(rows: str, code: str) -> None:
    a = of_text(rows)
    tree = full(a)
    first = section(tree, "by_hand_charpoly")
    assert code in {getattr(leaf, "code", "") for leaf in leaves((first,))}
    shown = [relation for leaf in leaves((first,)) if isinstance(leaf, Display) for relation in leaf.checks]
    results = [
        value(r.sides[-1]) for r in shown if isinstance(r.sides[0], Named) and r.sides[0].symbol == "chi"
    ]
    assert all(result == a.charpoly for result in results) and results


def test_determinants_are_shown() -> None:
    tree = full(of_text("1 2 3; 0 5 6; 7 0 10"))
    minors = [
        e for leaf in leaves(tree.steps) for r in getattr(leaf, "checks", ()) for e in r.sides if is_det(e)
    ]
    assert len(minors) >= 2


def is_det(e: Expr) -> bool:
    return isinstance(e, Call) and e.name == "det" and isinstance(e.argument, Literal)


# -- what cannot be printed ------------------------------------------------------------------


def test_a_division_with_a_remainder_is_refused() -> None:
    tree = full(of_text("1 2; 3 2"))
    (found,) = [leaf for leaf in leaves(tree.steps) if isinstance(leaf, Division)]
    assert horner_row(found.polynomial, found.root)[-1] == 0
    with pytest.raises(InternalError, match="remainder"):
        rebuilt(tree, replace(found, root=found.root + 1))


def test_a_tampered_row_reduction_is_refused() -> None:
    tree = full(of_text(TRAP))
    for leaf in leaves(tree.steps):
        if isinstance(leaf, RowReduction) and leaf.reduction.steps:
            *first, last = leaf.reduction.steps
            rows = [list(row) for row in last.after.rows]
            rows[0][0] += 1
            wrong = replace(last, after=Entries.of(rows))
            with pytest.raises(InternalError, match="row reduction"):
                rebuilt(tree, replace(leaf, reduction=replace(leaf.reduction, steps=(*first, wrong))))


def test_a_step_without_its_reason_is_refused() -> None:
    tree = full(of_text(TRAP))
    for leaf in leaves(tree.steps):
        with pytest.raises(InternalError):
            rebuilt(tree, replace(leaf, because=()))


def rebuilt(tree: ProofTree, step: Step) -> ProofTree:
    return proof_tree(
        tree.given, tree.behavior, method=tree.method, detail=tree.detail, goal=tree.goal, steps=(step,)
    )
