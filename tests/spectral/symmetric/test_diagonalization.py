"""A = Q Lambda Q^*: equations by entries and exactly, against SymPy, and the reasons where it fails."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.spectral.symmetric.diagonalization import OrthogonalDiagonalization
from tests.cases.published import Case, published_cases
from tests.strategies import field_rows, rows, square_rows

DIGITS = 2**-40


def numbers(m: object) -> list[list[complex]]:
    """The entries, from rectangles of 2^-60."""
    return [[complex(*map(float, z.box(60).centre)) for z in row] for row in m.tolist()]  # type: ignore[attr-defined]


def product(x: list[list[complex]], y: list[list[complex]]) -> list[list[complex]]:
    return [[sum(a * b for a, b in zip(row, c, strict=True)) for c in zip(*y, strict=True)] for row in x]


def distance(x: list[list[complex]], y: list[list[complex]]) -> float:
    return max(abs(a - b) for p, q in zip(x, y, strict=True) for a, b in zip(p, q, strict=True))


def assert_diagonalizes(form: OrthogonalDiagonalization) -> None:
    """A = Q Lambda Q^* and Q^* Q = I, by the entries alone."""
    q, values = numbers(form.Q), numbers(form.Lambda)
    a = [[as_complex(x) for x in row] for row in form.matrix.tolist()]
    n = len(a)
    adjoint = [[z.conjugate() for z in column] for column in zip(*q, strict=True)]
    size = max(1.0, *(abs(z) for row in a for z in row))
    identity = [[complex(i == j) for j in range(n)] for i in range(n)]
    assert distance(product(adjoint, q), identity) < DIGITS
    assert distance(product(product(q, values), adjoint), a) < DIGITS * size


def as_complex(x: object) -> complex:
    if isinstance(x, Fraction):
        return complex(x)
    return complex(*map(float, x.number.box(60).centre))  # type: ignore[attr-defined]


@st.composite
def symmetric(draw: st.DrawFn, *, max_order: int = 4) -> ExactMatrix:
    """B + B^T for small integers: mostly with an irreducible characteristic polynomial."""
    n = draw(st.integers(1, max_order))
    b = [[draw(st.integers(-3, 3)) for _ in range(n)] for _ in range(n)]
    backend = draw(st.sampled_from(BACKENDS))
    return ExactMatrix.from_integers(
        [[b[i][j] + b[j][i] for j in range(n)] for i in range(n)], backend=backend
    )


@st.composite
def rotated(draw: st.DrawFn) -> tuple[ExactMatrix, list[Fraction]]:
    """R D R^T for a rational orthogonal R = (I - S)(I + S)^-1 (Cayley) and rational eigenvalues, repeated."""
    n = draw(st.integers(1, 5))
    backend = draw(st.sampled_from(BACKENDS))
    s = [[Fraction(0)] * n for _ in range(n)]
    for i in range(n):
        for j in range(i):
            s[i][j] = Fraction(draw(st.integers(-2, 2)))
            s[j][i] = -s[i][j]
    skew = ExactMatrix.from_fractions(s, backend=backend)
    r = (skew.identity() - skew) @ (skew.identity() + skew).inverse
    values = draw(
        st.lists(st.sampled_from([Fraction(0), Fraction(1), Fraction(-1, 2)]), min_size=n, max_size=n)
    )
    d = skew.with_entries([[values[i] if i == j else 0 for j in range(n)] for i in range(n)])
    return r @ d @ r.transpose, values


@settings(max_examples=20)
@given(symmetric())
def test_symmetric_matrices(a: ExactMatrix) -> None:
    form = ss.analyze(a).orthogonal_diagonalization
    assert form.is_real
    assert_diagonalizes(form)


@given(rotated())
def test_repeated_rational_eigenvalues(case: tuple[ExactMatrix, list[Fraction]]) -> None:
    a, values = case
    form = ss.analyze(a).orthogonal_diagonalization
    assert sorted(c.alpha.rational for c in form.Q.columns) == sorted(values)
    assert_diagonalizes(form)


@settings(max_examples=20)
@given(symmetric(max_order=3))
def test_vectors_are_orthogonal_exactly(block: ExactMatrix) -> None:
    """Two copies of one block: every eigenvalue is repeated, and Gram and Schmidt work over Q(alpha)."""
    n = block.order
    rows_ = block.tolist()
    mixed = [
        [
            rows_[i % n][j % n] * (2 if i < n and j < n else -2 if i >= n and j >= n else 1)
            for j in range(2 * n)
        ]
        for i in range(2 * n)
    ]
    a = block.with_entries(mixed)
    form = ss.analyze(a @ a).orthogonal_diagonalization
    for s in form.spaces:
        for i, u in enumerate(s.vectors):
            for v in s.vectors[:i]:
                gram = (u.transpose @ v).tolist()
                d = s.polynomial.degree
                total = [sum(gram[i][k - i] for i in range(d) if 0 <= k - i < d) for k in range(2 * d - 1)]
                assert (s.polynomial.of_same(total) % s.polynomial).degree < 0


@settings(max_examples=20)
@given(square_rows(max_order=3), st.sampled_from(BACKENDS))
def test_skew_symmetric_and_orthogonal_matrices_are_normal(
    square: list[list[Fraction]], backend: str
) -> None:
    a = ExactMatrix.from_fractions(square, backend=backend)
    skew = a - a.transpose
    for normal in (skew, (skew.identity() - skew) @ (skew.identity() + skew).inverse):
        assert_diagonalizes(ss.analyze(normal).orthogonal_diagonalization)


@pytest.mark.parametrize(
    "text",
    [
        "[[1, i], [-i, 2]]",
        "[[1, 1 + i], [1 - i, 2]]",
        "[[i, 1], [1, i]]",
        "[[sqrt(2), 1], [1, 0]]",
        "[[0, sqrt(2), 1], [sqrt(2), 0, 0], [1, 0, 0]]",
        "[[2, i, 0], [-i, 2, 0], [0, 0, 1]]",
        "[[0, 0, 1], [i, 0, 0], [0, 1, 0]]",
        "[[2^(1/3) exp(2 pi i/3), 0], [0, 1]]",
        "[[exp(2 pi i/3), 1], [1, exp(2 pi i/3)]]",
    ],
)
def test_matrices_over_number_fields(text: str) -> None:
    assert_diagonalizes(ss.analyze(text).orthogonal_diagonalization)


@settings(max_examples=20)
@given(field_rows(fields=("i", "sqrt(2)"), order=2))
def test_hermitian_matrices(square: list[list[object]]) -> None:
    a = ss.matrix(square)
    form = ss.analyze(a + a.conjugate_transpose).orthogonal_diagonalization
    assert all(c.alpha.is_real for c in form.Q.columns)
    assert_diagonalizes(form)


@pytest.mark.parametrize(
    ("matrix", "reason"),
    [
        ([[1, 1], [0, 1]], "A A^T != A^T A in row 1, column 1: 2 against 1."),
        ([[2, 1], [2, 3]], "A A^T != A^T A in row 1, column 1: 5 against 8."),
        ([[0, 0], [0, 0]], ""),
        ("[[1, i], [i, 2]]", "A A^* != A^* A in row 1, column 2: i against -i."),
    ],
)
def test_the_reason(matrix: object, reason: str) -> None:
    an = ss.analyze(matrix)
    if not reason:
        assert str(an.orthogonal_diagonalization.Q) == "[[1, 0], [0, 1]]"
        return
    with pytest.raises(ss.UndefinedError) as raised:
        _ = an.orthogonal_diagonalization
    assert str(raised.value) == f"there is no orthonormal basis of eigenvectors: {reason}"


@given(square_rows(max_order=3))
def test_it_exists_iff_the_matrix_is_normal(square: list[list[Fraction]]) -> None:
    an = ss.analyze(square)
    a = an.matrix
    if a @ a.transpose == a.transpose @ a:
        _ = an.orthogonal_diagonalization
    else:
        with pytest.raises(ss.UndefinedError):
            _ = an.orthogonal_diagonalization


def test_the_exercise_of_the_chapter() -> None:
    """[[2, 1], [1, 2]]: eigenvalues 3 and 1 with (1, 1) and (1, -1), of length sqrt(2)."""
    form = ss.analyze([[2, 1], [1, 2]]).orthogonal_diagonalization
    q, values = sympy.sympify(form.Q), sympy.sympify(form.Lambda)
    assert q * q.T == sympy.eye(2)
    assert q * values * q.T == sympy.Matrix([[2, 1], [1, 2]])
    assert set(values.diagonal()) == {1, 3}
    assert (form.W, form.Sigma) == (form.Q, form.Lambda)


def test_sympy_says_the_same_of_irrational_columns() -> None:
    form = ss.analyze([[2, 1], [1, 1]]).orthogonal_diagonalization
    q, values = sympy.sympify(form.Q), sympy.sympify(form.Lambda)
    assert (q.T * q).applyfunc(sympy.radsimp).applyfunc(sympy.simplify) == sympy.eye(2)
    assert (q * values * q.T).applyfunc(sympy.simplify) == sympy.Matrix([[2, 1], [1, 1]])


def test_how_it_reads() -> None:
    form = ss.analyze([[2, 1], [1, 1]]).orthogonal_diagonalization
    assert str(form) == "(alpha - 1, 1)/sqrt(alpha + 1) for each root alpha of x^2 - 3 x + 1"
    assert form.Q.texts()[1] == ["1/sqrt((5 - sqrt(5))/2)", "1/sqrt((5 + sqrt(5))/2)"]
    hermitian = ss.analyze("[[1, 1 + i], [1 - i, 2]]").orthogonal_diagonalization
    assert str(hermitian.Q) == "[[(-1 - i)/sqrt(3), (1 + i)/sqrt(6)], [sqrt(3)/3, sqrt(6)/3]]"
    assert "math" in form.Q._repr_mimebundle_()["text/html"]
    cubic = ss.analyze([[2, 1, 0], [1, 2, 1], [0, 1, 3]]).orthogonal_diagonalization
    assert (
        str(cubic.Q)
        == str(cubic)
        == (
            "(alpha^2 - 5 alpha + 5, alpha - 3, 1)/sqrt(alpha^2 - 7 alpha + 14) "
            "for each root alpha of x^3 - 7 x^2 + 14 x - 7"
        )
    )


@settings(max_examples=20)
@given(rows(3, 3))
def test_a_written_entry_is_the_entry(square: list[list[Fraction]]) -> None:
    a = ExactMatrix.from_fractions(square)
    small = ExactMatrix.from_integers([[int(x) % 3 for x in row] for row in a.tolist()])
    form = ss.analyze(small + small.transpose).orthogonal_diagonalization
    if all(c.alpha.degree <= 2 for c in form.Q.columns):
        read = ss.matrix([[text for text in row] for row in form.Q.texts()])
        again = [[as_complex(x) for x in row] for row in read.tolist()]
        assert distance(again, numbers(form.Q)) < DIGITS


NORMAL = [
    c
    for c in published_cases()
    if "parameter" not in c.facts
    and "eigenvalues" in c.facts
    and len(c.matrix) <= 6
    and (m := sympy.Matrix([[sympy.sympify(x) for x in row] for row in c.matrix])) * m.H == m.H * m
]


@pytest.mark.parametrize("case", NORMAL, ids=[c.name for c in NORMAL])
def test_published_normal_matrices(case: Case) -> None:
    form = ss.analyze(case.matrix).orthogonal_diagonalization
    assert_diagonalizes(form)
    assert len(form.Q.columns) == sum(case.facts["eigenvalues"].values()) == len(case.matrix)
