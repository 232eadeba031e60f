"""Jordan chains, eigenspaces and diagonalization on matrices with a known Jordan structure."""

from __future__ import annotations

from collections import Counter
from math import prod

import mpmath
import pytest
import sympy
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.blocks import beside
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.modular import WITNESS_PRIMES
from symspec.spectral.eigenspaces import Eigenspace
from symspec.spectral.field_vectors import by_alpha
from symspec.spectral.jordan import Chain, JordanForm
from tests.strategies import (
    Structured,
    block_diagonal,
    companion,
    conjugated,
    jordan_block,
    structured_matrices,
)


def analysis(a: ExactMatrix) -> ss.Analysis:
    return ss.analyze(a)


def sizes(form: JordanForm) -> Counter[tuple[tuple[int, ...], int]]:
    return Counter((c.polynomial.primitive, c.size) for c in form.chains)


def is_chain(a: ExactMatrix, c: Chain) -> bool:
    """(A - alpha) w_1 = 0 and (A - alpha) w_(i+1) = w_i in Q[alpha]/p."""
    t = by_alpha(c.polynomial, a)
    images = [a @ w - w @ t for w in c.columns]
    return images[0].is_zero and images[1:] == list(c.columns[:-1])


@given(structured_matrices())
def test_the_chains_are_the_blocks_that_were_chosen(case: Structured) -> None:
    form = analysis(case.matrix).jordan_form
    assert sizes(form) == Counter((p, k) for p, found in case.blocks.items() for k in found)
    assert all(is_chain(case.matrix, c) for c in form.chains)
    assert all(len(c.columns) == c.size for c in form.chains)
    basis = beside([w for c in form.chains for w in c.columns])
    assert basis.det != 0


@given(structured_matrices())
def test_the_rational_jordan_form(case: Structured) -> None:
    found = analysis(case.matrix).rational_jordan_form
    assert case.matrix @ found.X == found.X @ found.R
    assert found.X.inverse @ case.matrix @ found.X == found.R


@given(structured_matrices())
def test_transposition_and_similarity_keep_the_blocks(case: Structured) -> None:
    a = case.matrix
    blocks = sizes(analysis(a).jordan_form)
    steps = [(0, 1, 2), (2, 0, -1), (1, 2, 3)]
    similar = ExactMatrix.from_fractions(conjugated(a.tolist(), steps))
    assert sizes(analysis(a.transpose).jordan_form) == blocks
    assert sizes(analysis(similar).jordan_form) == blocks


@pytest.mark.parametrize("backend", ["flint", "sympy"])
@pytest.mark.parametrize("p", [(0, 1), (-2, 0, 1)])
def test_entries_that_vanish_modulo_every_witness_prime(p: tuple[int, ...], backend: str) -> None:
    rows = block_diagonal([jordan_block(p, 2), jordan_block(p, 1)])
    a = ExactMatrix.from_fractions(rows, backend=backend) * prod(WITNESS_PRIMES)
    an = analysis(a)
    assert sorted(c.size for c in an.jordan_form.chains) == [1, 2]
    assert all(is_chain(a, c) for c in an.jordan_form.chains)
    assert [space.dimension for space in an.eigenspaces] == [2]
    assert sorted(k for _, k in an.primary_form.elementary_divisors) == [1, 2]


@settings(max_examples=20)
@given(structured_matrices(max_order=5))
def test_both_backends_agree(case: Structured) -> None:
    other = ExactMatrix.from_fractions(case.matrix.tolist(), backend="sympy")
    assert sizes(analysis(other).jordan_form) == sizes(analysis(case.matrix).jordan_form)


@settings(max_examples=8)
@given(structured_matrices(max_order=4))
def test_p_and_j_over_the_complex_numbers(case: Structured) -> None:
    form = analysis(case.matrix).jordan_form
    with mpmath.workdps(30):
        p, j, a = (numeric(sympy.sympify(m)) for m in (form.P, form.J, case.matrix))
        assert mpmath.mnorm(a * p - p * j) < 1e-20
        assert abs(mpmath.det(p)) > 1e-20
        blocks = [numeric(sympy.Matrix([[sympy.sympify(b.eigenvalue)]]))[0] for b in form.blocks]
        expected, at = mpmath.zeros(p.rows), 0
        for value, block in zip(blocks, form.blocks, strict=True):
            for i in range(at, at + block.size):
                expected[i, i] = value
                expected[i - 1, i] = 1 if i > at else expected[i - 1, i]
            at += block.size
        assert mpmath.mnorm(j - expected) < 1e-20


def numeric(m: sympy.Matrix) -> mpmath.matrix:
    return mpmath.matrix([[mpmath.mpmathify(x.n(30)) for x in row] for row in m.tolist()])


@given(structured_matrices())
def test_eigenspaces_have_the_right_dimensions(case: Structured) -> None:
    an = analysis(case.matrix)
    for space in an.eigenspaces:
        chosen = case.blocks[space.polynomial.primitive]
        assert space.dimension == len(chosen)
        assert all(case.matrix @ w == w @ by_alpha(space.polynomial, w) for w in space.basis)
        assert beside(space.basis).rank == len(chosen) * space.polynomial.degree
    assert len(an.eigenvectors) == sum(map(len, case.blocks.values()))


@given(structured_matrices())
def test_generalized_eigenspaces_are_kernels(case: Structured) -> None:
    for space in analysis(case.matrix).generalized_eigenspaces:
        p, chosen = space.polynomial, case.blocks[space.polynomial.primitive]
        assert (space.dimension, space.exponent) == (sum(chosen), max(chosen))
        basis = beside(space.basis)
        assert basis.rank == sum(chosen) * p.degree
        assert ((p**space.exponent).at_matrix(case.matrix) @ basis).is_zero


@given(structured_matrices())
def test_left_eigenvectors(case: Structured) -> None:
    an = analysis(case.matrix)
    for w in an.left_eigenvectors:
        assert case.matrix.transpose @ w.columns == w.columns @ by_alpha(w.polynomial, w.columns)
        for v in an.eigenvectors:  # biorthogonal: w^T A v = alpha w^T v = beta w^T v
            if v.polynomial != w.polynomial:
                assert (w.columns.transpose @ v.columns).is_zero


@given(structured_matrices())
def test_diagonalization_or_the_reason(case: Structured) -> None:
    an = analysis(case.matrix)
    if all(k == 1 for found in case.blocks.values() for k in found):
        found = an.diagonalization
        assert found.W.shape == found.Sigma.shape == case.matrix.shape
        assert all(found.Sigma[i, i] == b.eigenvalue for i, b in enumerate(an.jordan_form.blocks))
    else:
        with pytest.raises(ss.UndefinedError, match="not diagonalizable"):
            an.diagonalization


@given(structured_matrices())
def test_spectral_rules(case: Structured) -> None:
    rules = {r.name: r for r in analysis(case.matrix).spectral_rules}
    assert rules["trace"].from_spectrum == case.matrix.trace
    assert rules["determinant"].from_spectrum == case.matrix.det
    zero = case.blocks.get((0, 1), ())
    assert rules["rank"].holds is all(k == 1 for k in zero)
    assert rules["rank"].from_spectrum == case.matrix.order - sum(zero)
    assert rules["rank"].value == case.matrix.order - len(zero)


def test_annihilators_alone_do_not_make_a_basis() -> None:
    # Blocks 2 and 1 at 0: e2 and e2 + e3 have the right lengths, but their chains meet.
    a = ss.matrix([[0, 1, 0], [0, 0, 0], [0, 0, 0]])
    assert [c.size for c in analysis(a).jordan_form.chains] == [2, 1]


def test_casus_irreducibilis() -> None:
    # SymPy issue 24942: three real eigenvalues that have no real radicals.
    a = ss.matrix([[-3, 1, 2], [1, -1, 0], [1, 0, -2]])
    form = analysis(a).jordan_form
    assert [c.size for c in form.chains] == [1]
    assert all(b.eigenvalue.is_real for b in form.blocks)
    assert is_chain(a, form.chains[0])


def test_the_quintic_without_radicals() -> None:
    a = ExactMatrix.from_fractions(companion([-1, -1, 0, 0, 0, 1]))
    form = analysis(a).jordan_form
    assert len(form.blocks) == 5
    assert is_chain(a, form.chains[0])


def test_degree_thirty_with_blocks_two_and_one() -> None:
    p = [2, *[2 * (i % 3 - 1) for i in range(1, 30)], 1]  # irreducible by Eisenstein's criterion
    steps = [(i * 7 % 90, (i * 11 + 5) % 90, 1 - 2 * (i % 2)) for i in range(200)]
    rows = conjugated(block_diagonal([jordan_block(p, 2), jordan_block(p, 1)]), steps)
    a = ExactMatrix.from_fractions(rows)
    chains = analysis(a).jordan_form.chains
    assert [(c.polynomial.degree, c.size) for c in chains] == [(30, 2), (30, 1)]
    assert all(is_chain(a, c) for c in chains)
    assert beside([w for c in chains for w in c.columns]).rank == 90


def test_an_eigenvector_reads_well() -> None:
    found = analysis(ss.matrix([[0, 2], [1, 0]])).eigenvectors
    assert [str(v) for v in found] == ["(alpha, 1) for each root alpha of x^2 - 2"]
    assert isinstance(analysis(ss.matrix([[1]])).eigenspaces[0], Eigenspace)
