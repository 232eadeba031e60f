"""Similarity over the field: the decision, the conjugating matrix, the invariant that differs."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.frobenius.conjugators import conjugator, conjugator_by_forms, hankel_blocks
from tests.strategies import (
    FieldStructured,
    Structured,
    block_diagonal,
    conjugated,
    elementary_steps,
    field_structured_matrices,
    jordan_block,
    structured_matrices,
)

Steps = list[tuple[int, int, int]]


def conjugates(s: ss.Similarity) -> bool:
    return s.T.det != 0 and s.T.inverse @ s.A @ s.T == s.B


@settings(max_examples=50, deadline=None)
@given(structured_matrices(), elementary_steps())
def test_a_conjugate_is_similar(s: Structured, steps: Steps) -> None:
    b = ExactMatrix.from_fractions(conjugated(s.matrix.tolist(), steps), backend=s.matrix.backend)
    found = ss.similarity(s.matrix, b)
    assert found.similar is True and found.difference is None and conjugates(found)


@settings(max_examples=25, deadline=None)
@given(structured_matrices())
def test_a_matrix_is_similar_to_its_transpose_and_to_its_forms(s: Structured) -> None:
    a, an = s.matrix, ss.analyze(s.matrix)
    for b in (a, a.transpose, an.frobenius_form.F, an.primary_form.F, an.rational_jordan_form.R):
        assert conjugates(ss.similarity(a, b))


@settings(max_examples=60, deadline=None)
@given(structured_matrices(max_order=5), structured_matrices(max_order=5, backend="flint"))
def test_similar_exactly_when_the_blocks_are_the_same(s: Structured, t: Structured) -> None:
    b = ss.matrix(t.matrix, backend=s.matrix.backend)
    found = ss.similarity(s.matrix, b)
    assert found.similar is (s.blocks == t.blocks)
    if not found.similar:
        with pytest.raises(ss.UndefinedError, match="there is no T"):
            _ = found.T


PARTITIONS = [(4,), (3, 1), (2, 2), (2, 1, 1), (1, 1, 1, 1)]


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize("p", [(0, 1), (-3, 2), (1, 0, 1)])
def test_all_block_structures_of_one_characteristic_polynomial(name: str, p: tuple[int, ...]) -> None:
    def built(sizes: tuple[int, ...]) -> ExactMatrix:
        steps = [(i, (3 * i + 1) % 4, 1) for i in range(4)]
        rows = conjugated(block_diagonal([jordan_block(p, k) for k in sizes]), steps)
        return ExactMatrix.from_fractions(rows, backend=name)

    for first in PARTITIONS:
        for second in PARTITIONS:
            found = ss.similarity(built(first), built(second))
            assert found.similar is (first == second)
            if found.difference is not None:
                same_index = first[0] == second[0]
                assert found.difference.name == ("rank" if same_index else "minimal polynomial")


@settings(max_examples=25, deadline=None)
@given(field_structured_matrices(max_order=4), elementary_steps())
def test_over_number_fields(s: FieldStructured, steps: Steps) -> None:
    found = ss.similarity(s.rows, conjugated(s.rows, steps))
    assert found.similar and conjugates(found)


@settings(max_examples=20, deadline=None)
@given(
    field_structured_matrices(max_order=3, fields=["i"]),
    field_structured_matrices(max_order=3, fields=["sqrt(2)"]),
)
def test_matrices_over_two_fields(s: FieldStructured, t: FieldStructured) -> None:
    found = ss.similarity(s.rows, t.rows)
    assert found.similar is (s.blocks == t.blocks)
    if found.similar:
        assert conjugates(found)


def test_rational_matrices_are_similar_over_q_or_not_over_c_either() -> None:
    rotation = [[0, -1], [1, 0]]
    over_c = ss.similarity(rotation, [["i", 0], [0, "-i"]])
    assert over_c.similar and conjugates(over_c) and "over Q(i), and over C" in over_c.reason
    assert not ss.similarity(rotation, [[0, 1], [1, 0]]).similar


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("1", "1 0; 0 1", "the order n is 1 for X = A and 2 for X = B"),
        (
            "0 1; 0 0",
            "1 0; 0 0",
            "the characteristic polynomial det(x I - X) is x^2 for X = A and x^2 - x for X = B",
        ),
        ("0 1; 0 0", "0 0; 0 0", "the minimal polynomial mu_X is x^2 for X = A and x for X = B"),
        (
            "2 1 0 0; 0 2 0 0; 0 0 2 1; 0 0 0 2",
            "2 1 0 0; 0 2 0 0; 0 0 2 0; 0 0 0 2",
            "the rank rk(X - 2 I) is 2 for X = A and 1 for X = B",
        ),
        (
            "-1 1 0 0; 0 -1 0 0; 0 0 -1 1; 0 0 0 -1",
            "-1 1 0 0; 0 -1 0 0; 0 0 -1 0; 0 0 0 -1",
            "the rank rk(X + I) is 2 for X = A and 1 for X = B",
        ),
    ],
)
def test_the_reason(a: str, b: str, reason: str) -> None:
    assert ss.similarity(a, b).reason == f"A and B are not similar: {reason}."


def test_a_rank_of_a_power_decides() -> None:
    a, b = (block_diagonal([jordan_block((3, 1), k) for k in sizes]) for sizes in ((3, 3, 1), (3, 2, 2)))
    assert ss.similarity(a, b).difference == ss.analyze(a).similarity_to(b).difference
    assert "rk((X + 3 I)^2) is 2 for X = A and 1 for X = B" in ss.similarity(a, b).reason


def test_beyond_the_small_orders() -> None:
    rng = random.Random(4)
    blocks = block_diagonal(
        [jordan_block(p, k) for p, k in (((-1, 2), 3), ((1, 0, 1), 2), ((-1, 2), 2), ((1, 0, 1), 1))]
    )
    steps = [(rng.randrange(11), rng.randrange(11), rng.choice((-1, 1))) for _ in range(30)]
    a, b = ExactMatrix.from_fractions(blocks), ExactMatrix.from_fractions(conjugated(blocks, steps))
    t = conjugator(a, b)
    assert a @ t == t @ b and t.rank == 11


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(5)))
def test_permutations_are_similar_when_their_cycle_types_agree(order: list[int]) -> None:
    # Brauer's permutation lemma.
    def cycle_type(p: list[int]) -> list[int]:
        left, lengths = set(range(5)), []
        while left:
            start = i = left.pop()
            length = 1
            while p[i] != start:
                i, length = p[i], length + 1
                left.discard(i)
            lengths.append(length)
        return sorted(lengths)

    other = [1, 2, 0, 4, 3]
    a, b = ([[Fraction(int(p[j] == i)) for j in range(5)] for i in range(5)] for p in (order, other))
    assert ss.similarity(a, b).similar is (cycle_type(order) == cycle_type(other))


@settings(max_examples=20, deadline=None)
@given(structured_matrices(max_order=8))
def test_the_way_by_canonical_forms(s: Structured) -> None:
    a = s.matrix
    form = ss.analyze(a).frobenius_form
    h = hankel_blocks(form.invariant_factors, a)
    assert form.F @ h == h @ form.F.transpose and h.det != 0
    t = conjugator_by_forms(a, a.transpose)
    assert a @ t == t @ a.transpose and t.det != 0
