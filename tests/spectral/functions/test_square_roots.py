"""Square roots over the field: existence against an enumeration of all structures, and S^2 = A."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.polynomial import Polynomial
from symspec.spectral.functions.square_roots import root_modulo
from tests.strategies import (
    FACTORS,
    FieldStructured,
    Structured,
    block_diagonal,
    conjugated,
    field_structured_matrices,
    jordan_block,
    structured_matrices,
)

Sizes = tuple[int, ...]


def partitions(n: int, largest: int | None = None) -> Iterator[Sizes]:
    if n == 0:
        yield ()
    for first in range(min(n, largest or n), 0, -1):
        for rest in partitions(n - first, first):
            yield (first, *rest)


def matrix_of(p: tuple[int, ...], sizes: Sizes, name: str = "flint") -> ExactMatrix:
    rows = block_diagonal([jordan_block(p, k) for k in sizes])
    n = len(rows)
    return ExactMatrix.from_fractions(
        conjugated(rows, [(i, (2 * i + 1) % n, 1) for i in range(n)]), backend=name
    )


def has_square_root(a: ExactMatrix) -> bool:
    an = ss.analyze(a)
    try:
        s = an.square_root
    except ss.UndefinedError as error:
        assert "has no square root" in str(error) and an.square_roots == ()
        return False
    assert s @ s == a
    return True


@pytest.mark.parametrize("n", range(1, 8))
def test_nilpotent_matrices(n: int) -> None:
    # The square of a nilpotent block of size k has blocks of sizes ceil(k/2) and floor(k/2).
    squares = {
        tuple(sorted((part for k in sizes for part in ((k + 1) // 2, k // 2) if part), reverse=True))
        for sizes in partitions(n)
    }
    for sizes in partitions(n):
        assert has_square_root(matrix_of((0, 1), sizes)) is (sizes in squares)


@pytest.mark.parametrize("name", BACKENDS)
def test_eigenvalues_that_are_squares_and_others(name: str) -> None:
    # The blocks of 2 come twice in S^2, as S has sqrt(2) and -sqrt(2) in equal ones; 4 = 2^2 does not.
    for sizes in partitions(4):
        twice = all(sizes.count(k) % 2 == 0 for k in sizes)
        assert has_square_root(matrix_of((-2, 1), sizes, name)) is twice
        assert has_square_root(matrix_of((1, 1), sizes, name)) is twice
        assert has_square_root(matrix_of((-4, 1), sizes, name))


@settings(max_examples=40, deadline=None)
@given(structured_matrices(max_order=5))
def test_every_square_has_a_square_root(s: Structured) -> None:
    assert has_square_root(s.matrix @ s.matrix)


@settings(max_examples=25, deadline=None)
@given(structured_matrices(max_order=5))
def test_the_primary_square_roots(s: Structured) -> None:
    square = s.matrix @ s.matrix
    an = ss.analyze(square)
    found = an.square_roots
    assert len(set(map(str, found))) == len(found)
    assert all(x @ x == square and x @ s.matrix == s.matrix @ x for x in found)
    factors = an.profile.factors
    signs = sum(not f.is_zero for f in factors)
    assert len(found) in (0, 2**signs)
    if all(
        len(f.block_sizes) == 1 for f in factors
    ):  # then every matrix that commutes with A^2 is one of them
        assert str(s.matrix) in set(map(str, found)) and len(found) == 2**signs
    if found:
        assert an.square_root in found


@settings(max_examples=8, deadline=None)
@given(field_structured_matrices(max_order=4))
def test_over_number_fields(s: FieldStructured) -> None:
    a = ss.matrix(s.rows)
    assert has_square_root(a @ a)


def test_over_larger_fields_there_are_more() -> None:
    assert not has_square_root(ss.matrix("0 2; 1 0"))
    over_q = ss.analyze("2 0; 0 3")
    with pytest.raises(ss.UndefinedError, match="over Q: .* is no square in Q, .* Over C there is one"):
        _ = over_q.square_root
    assert has_square_root(ss.matrix("[[2, sqrt(2)], [0, 4]]"))
    assert len(ss.analyze("[[2, sqrt(2)], [0, 4]]").square_roots) == 4


def test_no_square_root_at_all() -> None:
    for text, sizes in (("0 1; 0 0", "a block of size 2"), ("0 1 0; 0 0 1; 0 0 0", "a block of size 3")):
        with pytest.raises(ss.UndefinedError, match=f"over any field: the eigenvalue 0 has {sizes}"):
            _ = ss.analyze(text).square_root
    assert has_square_root(ss.matrix("0 1 0; 0 0 0; 0 0 0"))


def test_a_rotation_by_a_quarter_is_the_square_root_of_minus_one() -> None:
    an = ss.analyze("-1 0; 0 -1")
    assert an.square_roots == () and has_square_root(an.matrix)


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize("c", [c for c in FACTORS if c != (0, 1)])
def test_squares_of_roots(name: str, c: tuple[int, ...]) -> None:
    # b^2 for a root b of p is a root of p(sqrt x) p(-sqrt x), and a square in Q(b^2) if that is all of Q(b).
    p = Polynomial.of(c, name=name)
    even, odd = p.of_same(list(c[::2])), p.of_same(list(c[1::2]))
    x = p.of_same([0, 1])
    graeffe = even * even - x * odd * odd
    for f, _ in graeffe.monic.factors:
        r = root_modulo(f)
        if f.degree == p.degree:
            assert r is not None
        if r is not None:
            assert ((r * r - x) % f).degree < 0
