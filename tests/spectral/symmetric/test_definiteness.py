"""Inertia known by construction (Sylvester), witnesses by their equations, kinds against SymPy."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.symmetric.definiteness import Definiteness, Inertia, form_value, inertia_by_signs
from symspec.spectral.symmetric.elimination import sign_of
from tests.strategies import conjugated, elementary_steps, number


@st.composite
def congruent(draw: st.DrawFn) -> tuple[ExactMatrix, Inertia]:
    """M^T D M with an invertible M, so D and the result have the same inertia."""
    d = draw(st.lists(st.sampled_from([-2, -1, 0, 0, 1, 3]), min_size=1, max_size=6))
    n = len(d)
    m = [[Fraction(int(i == j)) for j in range(n)] for i in range(n)]
    for i, j, c in draw(elementary_steps()):
        if i % n != j % n:
            m[i % n] = [x + c * y for x, y in zip(m[i % n], m[j % n], strict=True)]
    backend = draw(st.sampled_from(BACKENDS))
    basis = ExactMatrix.from_fractions(m, backend=backend)
    middle = basis.with_entries([[Fraction(d[i]) if i == j else 0 for j in range(n)] for i in range(n)])
    scale = draw(st.sampled_from([1, Fraction(1, 3)]))
    known = Inertia(sum(x > 0 for x in d), sum(x < 0 for x in d), d.count(0))
    return basis.transpose @ middle @ basis * scale, known


def assert_right(found: Definiteness) -> None:
    a, f, n = found.matrix, found.factorization, found.matrix.order
    d = a.with_entries([[x if i == j else 0 for j in range(n)] for i, x in enumerate(f.D)])
    assert f.T.conjugate_transpose @ a @ f.T == f.L @ d @ f.L.conjugate_transpose
    assert f.T.rank == n
    rows = f.L.tolist()
    assert all(rows[i][j] == (i == j) for i in range(n) for j in range(i, n))
    vectors = (found.positive_vector, found.negative_vector, found.null_vector)
    for sign, v in zip((1, -1, 0), vectors, strict=True):
        assert (v is None) == (sign not in f.signs)
        if v is not None:
            assert not v.is_zero
            assert sign_of(form_value(a, v)) == sign
            assert sign or (a @ v).is_zero


@given(congruent())
def test_inertia_by_construction(case: tuple[ExactMatrix, Inertia]) -> None:
    a, known = case
    found = ss.analyze(a).definiteness
    assert found.inertia == known == inertia_by_signs(a)
    assert_right(found)
    assert found.is_positive_definite == (found.witness is None)
    assert found.is_positive_semidefinite == (known.negative == 0)
    assert found.is_negative_definite == (known.negative == a.order)


@st.composite
def symmetric(draw: st.DrawFn) -> ExactMatrix:
    """Many zeros, so that pivots must be moved and made."""
    n = draw(st.integers(1, 5))
    b = [[draw(st.sampled_from([0, 0, 0, 1, -1, 2])) for _ in range(n)] for _ in range(n)]
    rows = [[b[min(i, j)][max(i, j)] for j in range(n)] for i in range(n)]
    return ExactMatrix.from_integers(rows, backend=draw(st.sampled_from(BACKENDS)))


@given(symmetric())
def test_sparse_matrices_against_sympy(a: ExactMatrix) -> None:
    found, theirs = ss.analyze(a).definiteness, sympy.Matrix(sympy.sympify(a))
    assert_right(found)
    assert found.is_positive_definite == theirs.is_positive_definite
    assert found.is_negative_definite == theirs.is_negative_definite
    assert found.is_positive_semidefinite == theirs.is_positive_semidefinite


@given(
    st.lists(
        st.lists(st.sampled_from(["0", "1", "i", "-i", "1 + i", "2 - i"]), min_size=3, max_size=3),
        min_size=3,
        max_size=3,
    )
)
def test_hermitian_matrices(texts: list[list[str]]) -> None:
    b = ss.matrix([[number(x) for x in row] for row in texts])
    a = b + b.conjugate_transpose
    found = ss.analyze(a).definiteness
    assert_right(found)
    real = sympy.Matrix(sympy.sympify(a))
    block = sympy.Matrix(
        sympy.BlockMatrix([[sympy.re(real), -sympy.im(real)], [sympy.im(real), sympy.re(real)]])
    )
    doubled = ss.analyze(block).definiteness.inertia
    i = found.inertia
    assert (doubled.positive, doubled.negative, doubled.zero) == (2 * i.positive, 2 * i.negative, 2 * i.zero)


@pytest.mark.parametrize(
    ("matrix", "kind"),
    [
        ([[2, 1], [1, 2]], "positive_definite"),
        ([[1, 1], [1, 1]], "positive_semidefinite"),
        ([[-2, 1], [1, -2]], "negative_definite"),
        ([[-1, 1], [1, -1]], "negative_semidefinite"),
        ([[0, 1], [1, 0]], "indefinite"),
        ([[0, 0], [0, 0]], "zero"),
        # The leading minors 0, 0 are not negative, yet the form takes the value -1 at e_2.
        ([[0, 0], [0, -1]], "negative_semidefinite"),
        ("[[sqrt(2), 1], [1, 1]]", "positive_definite"),
        ("[[sqrt(2), 1], [1, sqrt(2)/2]]", "positive_semidefinite"),
        ("[[577/408 - sqrt(2), 0], [0, 1]]", "positive_definite"),
        ("[[0, i], [-i, 0]]", "indefinite"),
    ],
)
def test_kinds(matrix: object, kind: str) -> None:
    found = ss.analyze(matrix).definiteness
    assert found.kind == kind
    assert_right(found)


@pytest.mark.parametrize(
    ("matrix", "word"), [([[1, 1], [0, 1]], "symmetric"), ("[[i, 0], [0, 1]]", "Hermitian")]
)
def test_only_hermitian_matrices(matrix: object, word: str) -> None:
    with pytest.raises(ss.UndefinedError, match=f"definiteness is a property of {word} matrices: A != A"):
        _ = ss.analyze(matrix).definiteness


def test_hilbert_matrices_are_positive_definite() -> None:
    """Hilbert 1894; the leading minors fall to about 10^-43 for n = 9."""
    hilbert = [[Fraction(1, i + j + 1) for j in range(9)] for i in range(9)]
    found = ss.analyze(hilbert).definiteness
    assert found.is_positive_definite
    assert found.factorization.T == found.matrix.identity()
    assert (
        ss.analyze(
            [[x - (i == j == 8) for j, x in enumerate(row)] for i, row in enumerate(hilbert)]
        ).definiteness.witness
        is not None
    )


def test_how_it_reads() -> None:
    text = str(ss.analyze([[1, 2], [2, 1]]).definiteness)
    assert text == "indefinite: 1 positive, 1 negative, 0 zero; v^T A v = -3 for v = (-2, 1)"


def test_similar_matrices_need_not_be_symmetric() -> None:
    rows = conjugated([[Fraction(1), Fraction(0)], [Fraction(0), Fraction(2)]], [(0, 1, 1)])
    with pytest.raises(ss.UndefinedError):
        _ = ss.analyze(rows).definiteness
