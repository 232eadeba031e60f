"""Laws of exact matrices, on every backend."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.backend import BACKENDS, is_installed
from symspec.algebra.coerce import matrix
from symspec.algebra.matrix import ExactMatrix, Reading
from symspec.algebra.polynomial import Polynomial
from symspec.certificate import RationalMatrix
from symspec.errors import InputError, NotSquareError, UndefinedError
from tests.strategies import Rows, coefficients, fractions, rows, square_rows

INSTALLED = [name for name in BACKENDS if is_installed(name)]
both = pytest.mark.parametrize("backend", INSTALLED)
two_engines = pytest.mark.skipif(len(INSTALLED) < 2, reason="python-flint is not installed")


def drawn(data: st.DataObject, count: int, backend: str) -> list[ExactMatrix]:
    n = data.draw(st.integers(1, 4))
    return [ExactMatrix.from_fractions(data.draw(rows(n, n)), backend=backend) for _ in range(count)]


# -- being a value -----------------------------------------------------------------------------


@both
@given(a=rows())
def test_entries_come_back(backend: str, a: Rows) -> None:
    m = ExactMatrix.from_fractions(a, backend=backend)
    assert m.backend == backend
    assert m.tolist() == a
    assert m.shape == (len(a), len(a[0]))
    assert all(
        m[i, j] == m[i - len(a), j - len(a[0])] == a[i][j] for i in range(len(a)) for j in range(len(a[0]))
    )
    assert m.norm == max(sum(map(abs, row)) for row in a)
    assert m.as_rational_matrix() == RationalMatrix(tuple(map(tuple, m.integers()[0])), m.integers()[1])
    assert m.columns(0, 1).tolist() == [[row[0]] for row in a]
    with pytest.raises(IndexError):
        m[len(a), 0]


@both
@given(a=rows(), b=rows())
def test_equality_and_hash_follow_the_value(backend: str, a: Rows, b: Rows) -> None:
    x, y = (ExactMatrix.from_fractions(r, backend=backend) for r in (a, b))
    assert (x == y) == (a == b)
    tripled = ExactMatrix.from_integers(
        [[3 * e for e in row] for row in x.integers()[0]], 3 * x.integers()[1]
    )
    assert x == tripled and hash(x) == hash(tripled)
    assert x != a


@two_engines
@given(a=rows())
def test_equality_and_hash_across_backends(a: Rows) -> None:
    x, y = (ExactMatrix.from_fractions(a, backend=name) for name in INSTALLED)
    assert x == y and hash(x) == hash(y) and str(x) == str(y)
    assert x.kernel == y.kernel
    assert (x == 2 * y) == x.is_zero


@both
@given(a=rows())
def test_pickle(backend: str, a: Rows) -> None:
    reading = Reading("lists", "decimal", ((0, 0, 0.5),))
    m = ExactMatrix.from_fractions(a, backend=backend, reading=reading)
    again = pickle.loads(pickle.dumps(m))
    assert (again, again.backend, again.reading) == (m, backend, reading)


def test_pickle_of_a_backend_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pickle.dumps(ExactMatrix.from_integers([[1, 2], [3, 4]], 5, backend=INSTALLED[0]))
    monkeypatch.setattr("symspec.algebra.matrix.is_installed", lambda name: False)
    assert pickle.loads(data).tolist() == [[Fraction(1, 5), Fraction(2, 5)], [Fraction(3, 5), Fraction(4, 5)]]


@both
@given(a=rows())
def test_sympy_object(backend: str, a: Rows) -> None:
    m = sympy.sympify(ExactMatrix.from_fractions(a, backend=backend))
    assert isinstance(m, sympy.ImmutableMatrix)
    assert m == sympy.Matrix(
        len(a), len(a[0]), lambda i, j: sympy.Rational(a[i][j].numerator, a[i][j].denominator)
    )


# -- the ring ----------------------------------------------------------------------------------


@both
@given(data=st.data(), s=fractions(), t=fractions())
def test_ring_laws(backend: str, data: st.DataObject, s: Fraction, t: Fraction) -> None:
    a, b, c = drawn(data, 3, backend)
    one, zero = a.identity(), a.scalar(0)
    assert (a @ b) @ c == a @ (b @ c)
    assert a @ (b + c) == a @ b + a @ c and (a + b) @ c == a @ c + b @ c
    assert a + b == b + a and (a + b) + c == a + (b + c)
    assert a + zero == a == a @ one == one @ a
    assert a - b == a + -b and (a - a).is_zero and zero.is_zero and not one.is_zero
    assert (s + t) * a == s * a + a * t and s * (t * a) == (s * t) * a and a.scalar(s) @ a == s * a
    assert s == 0 or (a / s) * s == a
    assert (a @ b).transpose == b.transpose @ a.transpose
    assert (a @ b).trace == (b @ a).trace and (a @ b).det == a.det * b.det


@both
@given(data=st.data(), j=st.integers(0, 5), k=st.integers(0, 5))
def test_powers(backend: str, data: st.DataObject, j: int, k: int) -> None:
    (a,) = drawn(data, 1, backend)
    assert a**0 == a.identity() and a**1 == a
    assert a**j @ a**k == a ** (j + k)
    if a.det:
        assert a**-j @ a**j == a.identity() and (a**-1) ** j == a**-j


@both
@given(data=st.data())
def test_inverse_and_solve(backend: str, data: st.DataObject) -> None:
    a, b = drawn(data, 2, backend)
    if a.det:
        assert a @ a.inverse == a.inverse @ a == a.identity()
        assert a @ a.solve(b) == b and a.solve(b.columns(0, 1)) == a.solve(b).columns(0, 1)
    else:
        for undefined in (lambda: a.inverse, lambda: a.solve(b), lambda: a**-2):
            with pytest.raises(UndefinedError, match="determinant is 0"):
                undefined()


@both
@given(a=rows(), left=st.data())
def test_kernel(backend: str, a: Rows, left: st.DataObject) -> None:
    m = ExactMatrix.from_fractions(a, backend=backend)
    v = m.kernel
    assert v.shape == (m.shape[1], m.shape[1] - m.rank)
    assert m.rank == m.transpose.rank == (m.transpose @ m).rank
    if v.shape[1]:
        assert (m @ v).is_zero and v.rank == v.shape[1]
        whole, d = v.integers()
        assert d == 1
        for column in zip(*whole, strict=True):
            assert sympy.igcd(0, *column) == 1 and next(x for x in reversed(column) if x) > 0


# -- characteristic polynomial -----------------------------------------------------------------


@both
@given(a=square_rows())
def test_cayley_hamilton(backend: str, a: Rows) -> None:
    m = ExactMatrix.from_fractions(a, backend=backend)
    chi, n = m.charpoly, m.order
    assert chi.at_matrix(m).is_zero
    assert chi == m.transpose.charpoly
    assert chi.degree == n and chi.coefficients[n] == 1
    assert chi.coefficients[n - 1] == -m.trace and chi(0) == (-1) ** n * m.det


@both
@given(a=square_rows(), p=coefficients(max_degree=9), q=coefficients())
def test_value_by_horner(backend: str, a: Rows, p: list[Fraction], q: list[Fraction]) -> None:
    m = ExactMatrix.from_fractions(a, backend=backend)
    f, g = (Polynomial.of(c, name=backend) for c in (p, q))
    horner = m.scalar(0)
    for c in reversed(p):
        horner = horner @ m + m.scalar(c)
    assert f.at_matrix(m) == horner
    assert (f * g).at_matrix(m) == f.at_matrix(m) @ g.at_matrix(m)
    assert f.at_matrix(m.scalar(2)) == m.scalar(f(2))


# -- what is refused ---------------------------------------------------------------------------


@both
def test_sizes_that_do_not_fit(backend: str) -> None:
    a = ExactMatrix.from_integers([[1, 2, 3], [4, 5, 6]], backend=backend)
    b = ExactMatrix.from_integers([[1, 2], [3, 4]], backend=backend)
    for wrong in (lambda: a @ b, lambda: a + b, lambda: a - b, lambda: b.solve(a.transpose)):
        with pytest.raises(InputError, match="cannot be"):
            wrong()
    with pytest.raises(InputError, match="same length"):
        ExactMatrix.from_integers([[1, 2], [3], [4, 5, 6]], backend=backend)


@both
@pytest.mark.parametrize(
    "ask",
    [
        lambda a: a.det,
        lambda a: a.trace,
        lambda a: a.charpoly,
        lambda a: a.inverse,
        lambda a: a**2,
        lambda a: Polynomial.of([1, 1], name=a.backend).at_matrix(a),
    ],
    ids=["det", "trace", "charpoly", "inverse", "power", "value"],
)
def test_not_square(backend: str, ask: Callable[[ExactMatrix], object]) -> None:
    with pytest.raises(NotSquareError, match="1 x 2"):
        ask(ExactMatrix.from_integers([[1, 2]], backend=backend))


@both
def test_operands_of_other_kinds(backend: str) -> None:
    a = ExactMatrix.from_integers([[1, 2], [3, 4]], backend=backend)
    for wrong in (
        lambda: a * 0.1,
        lambda: 0.1 * a,
        lambda: a / 0.1,
        lambda: a + 1,
        lambda: a @ 2,
        lambda: a - "1",
    ):
        with pytest.raises(TypeError):
            wrong()
    assert a * True == a and sympy.Rational(1, 2) * a == a / 2


@two_engines
def test_backends_do_not_mix() -> None:
    a, b = (ExactMatrix.from_integers([[1, 2], [3, 4]], backend=name) for name in INSTALLED)
    for wrong in (lambda: a + b, lambda: a @ b, lambda: a.solve(b), lambda: a.charpoly.at_matrix(b)):
        with pytest.raises(InputError, match="flint.*sympy"):
            wrong()


@both
@given(a=rows())
def test_independent_columns(backend: str, a: Rows) -> None:
    m = ExactMatrix.from_fractions(a, backend=backend)
    assert m.has_independent_columns is (m.rank == m.shape[1])


@both
def test_columns_that_depend_on_each_other_modulo_the_witness_prime_only(backend: str) -> None:
    assert ExactMatrix.from_integers([[1, 1], [1, 2**61]], backend=backend).has_independent_columns


def test_integers_of_any_length_are_printed() -> None:
    a = ExactMatrix.from_integers([[10**5000, 0], [0, -(10**4999)]], 3)
    assert str(a).count("0" * 4999) == 2
    assert str(a.charpoly).startswith("x^2 - ")


@pytest.mark.parametrize("text", ["1 2; 3 4", "[[sqrt(2), 2], [3, 4]]"])
def test_an_index_is_a_whole_number(text: str) -> None:
    a = matrix(text)
    assert a[1, -2] == 3
    for place in ((0.5, 0), (0, 1.0), ("0", 0)):
        with pytest.raises(TypeError):
            a[place]  # type: ignore[index]
