"""Both arithmetics beneath the seam: against schoolbook arithmetic, and against each other."""

from __future__ import annotations

import inspect
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symspec.algebra.backend import BACKENDS, Backend, backend, is_installed
from symspec.algebra.backend.bezout import bezout
from symspec.errors import InputError
from tests.strategies import Rows, coefficients, fractions, rows, square_rows

Coefficients = list[Fraction]
LEHMER = [1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1]

INSTALLED = [name for name in BACKENDS if is_installed(name)]
both = pytest.mark.parametrize("ops", [backend(name) for name in INSTALLED], ids=INSTALLED)
two_engines = pytest.mark.skipif(len(INSTALLED) < 2, reason="python-flint is not installed")


# -- between Fractions and what a backend computes on ------------------------------------------


def matrix(ops: Backend, a: Rows) -> object:
    d = prod(x.denominator for row in a for x in row)
    return ops.matrix([[int(x * d) for x in row] for row in a], d)


def entries(ops: Backend, a: object) -> Rows:
    whole, d = ops.integers(a)
    return [[Fraction(x, d) for x in row] for row in whole]


def polynomial(ops: Backend, p: Coefficients) -> object:
    d = prod(x.denominator for x in p)
    return ops.polynomial([int(x * d) for x in p], d)


def listed(ops: Backend, p: object) -> Coefficients:
    whole, d = ops.coefficients(p)
    return [Fraction(x, d) for x in whole]


# -- schoolbook arithmetic ---------------------------------------------------------------------


def times(a: Rows, b: Rows) -> Rows:
    return [
        [sum((x * y for x, y in zip(r, c, strict=True)), Fraction(0)) for c in zip(*b, strict=True)]
        for r in a
    ]


def leibniz(a: Rows) -> Fraction:
    """The determinant as the sum over all permutations."""
    total, n = Fraction(0), len(a)
    for s in permutations(range(n)):
        inversions = sum(s[i] > s[j] for i in range(n) for j in range(i + 1, n))
        total += (-1) ** inversions * prod((a[i][s[i]] for i in range(n)), start=Fraction(1))
    return total


def gauss_rank(a: Rows) -> int:
    a, r = [list(row) for row in a], 0
    for j in range(len(a[0])):
        pivot = next((i for i in range(r, len(a)) if a[i][j]), None)
        if pivot is None:
            continue
        a[r], a[pivot] = a[pivot], a[r]
        for i in range(r + 1, len(a)):
            factor = a[i][j] / a[r][j]
            a[i] = [x - factor * y for x, y in zip(a[i], a[r], strict=True)]
        r += 1
    return r


def stripped(p: Coefficients) -> Coefficients:
    p = list(p)
    while p and not p[-1]:
        p.pop()
    return p


def plus(p: Coefficients, q: Coefficients) -> Coefficients:
    n = max(len(p), len(q))
    return stripped([(p[i] if i < len(p) else 0) + (q[i] if i < len(q) else Fraction(0)) for i in range(n)])


def convolved(p: Coefficients, q: Coefficients) -> Coefficients:
    out = [Fraction(0)] * (len(p) + len(q))
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            out[i + j] += x * y
    return stripped(out)


def value(p: Coefficients, x: Fraction) -> Fraction:
    return sum((c * x**i for i, c in enumerate(p)), Fraction(0))


# -- the seam ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", INSTALLED)
def test_the_protocol_is_complete(name: str) -> None:
    ops = backend(name)
    assert ops.NAME == name
    members = {k: f for k, f in vars(Backend).items() if inspect.isfunction(f) and not k.startswith("_")}
    assert {"charpoly", "isolated_roots", "at_matrix"} <= members.keys()
    for member, promised in members.items():
        found = inspect.signature(getattr(ops, member))
        assert list(found.parameters) == list(inspect.signature(promised).parameters)[1:], member
        assert found.return_annotation == inspect.signature(promised).return_annotation, member


@two_engines
def test_names() -> None:
    assert backend("auto").NAME == "flint"
    with pytest.raises(InputError, match='no backend "pari"'):
        backend("pari")


# -- matrices ----------------------------------------------------------------------------------


@both
@given(a=rows(), b=rows(), data=st.data())
def test_parts_and_whole(ops: Backend, a: Rows, b: Rows, data: st.DataObject) -> None:
    m = matrix(ops, a)
    places = [data.draw(st.lists(st.integers(0, k - 1), min_size=1, max_size=6)) for k in (len(a), len(a[0]))]
    assert entries(ops, ops.submatrix(m, *places)) == [[a[i][j] for j in places[1]] for i in places[0]]
    b = [(row * 9)[: len(b[0])] for row in (b * 9)[: len(a)]]
    for count in (1, 2, 10):  # few parts and many are put together in two ways
        whole = entries(ops, ops.beside([m, *[matrix(ops, b)] * count]))
        assert whole == [x + y * count for x, y in zip(a, b, strict=True)]


@both
@given(a=rows(), value=fractions(), n=st.integers(1, 5))
def test_entries_at_places(ops: Backend, a: Rows, value: Fraction, n: int) -> None:
    d = prod(x.denominator for row in a for x in row)
    at = {(i, j): int(x * d) for i, row in enumerate(a) for j, x in enumerate(row) if x}
    assert entries(ops, ops.sparse((len(a), len(a[0])), at, d)) == a
    assert entries(ops, ops.scalar(n, value)) == [[value * (i == j) for j in range(n)] for i in range(n)]
    assert ops.is_zero(matrix(ops, a)) is not any(x for row in a for x in row)


@both
@given(a=square_rows(), b=square_rows(), factor=fractions())
def test_products_that_agree(ops: Backend, a: Rows, b: Rows, factor: Fraction) -> None:
    n = min(len(a), len(b))
    a, b = ([row[:n] for row in m[:n]] for m in (a, b))
    x, y = matrix(ops, a), matrix(ops, b)
    assert ops.products_agree(x, y, y, x) is (times(a, b) == times(b, a))
    if factor:
        assert ops.products_agree(ops.scale(x, factor), y, x, ops.scale(y, factor))


@both
@given(p=coefficients(max_degree=4), q=coefficients(max_degree=3), k=st.integers(0, 4))
def test_powers_and_squarefree_factors(ops: Backend, p: Coefficients, q: Coefficients, k: int) -> None:
    power = [Fraction(1)]
    for _ in range(k):
        power = convolved(power, p)
    assert listed(ops, ops.poly_power(polynomial(ops, p), k)) == power
    assert ops.degree(polynomial(ops, p)) == len(stripped(p)) - 1
    whole = convolved(convolved(p, p), q)
    if len(whole) < 2:
        return
    found = ops.squarefree_factors(polynomial(ops, whole))
    again = [whole[-1]]
    for f, m in found:
        assert listed(ops, f)[-1] == 1
        g, _, _ = ops.poly_gcdex(f, ops.derivative(f))
        assert ops.degree(g) == 0
        for _ in range(m):
            again = convolved(again, listed(ops, f))
    assert again == whole


@both
@given(a=rows())
def test_in_and_out(ops: Backend, a: Rows) -> None:
    native = matrix(ops, a)
    assert entries(ops, native) == a
    assert ops.shape(native) == (len(a), len(a[0]))
    assert all(ops.entry(native, i, j) == x for i, row in enumerate(a) for j, x in enumerate(row))
    whole, d = ops.integers(native)
    assert {type(x) for row in whole for x in row} | {type(d)} == {int}
    assert entries(ops, ops.transpose(native)) == [list(c) for c in zip(*a, strict=True)]


@both
def test_a_negative_or_zero_denominator(ops: Backend) -> None:
    assert ops.integers(ops.matrix([[2, -4]], -6)) == ([[-1, 2]], 3)
    assert ops.coefficients(ops.polynomial([2, -4, 0], -6)) == ([-1, 2], 3)
    for make in (lambda: ops.matrix([[1]], 0), lambda: ops.polynomial([1], 0)):
        with pytest.raises((ZeroDivisionError, ValueError)):
            make()


@both
@given(data=st.data(), factor=fractions())
def test_matrix_arithmetic(ops: Backend, data: st.DataObject, factor: Fraction) -> None:
    m, n, k = (data.draw(st.integers(1, 4)) for _ in range(3))
    a, b, c = data.draw(rows(m, n)), data.draw(rows(m, n)), data.draw(rows(n, k))
    x, y, z = (matrix(ops, t) for t in (a, b, c))
    pairs = [list(zip(r, s, strict=True)) for r, s in zip(a, b, strict=True)]
    assert entries(ops, ops.add(x, y)) == [[p + q for p, q in row] for row in pairs]
    assert entries(ops, ops.subtract(x, y)) == [[p - q for p, q in row] for row in pairs]
    assert entries(ops, ops.scale(x, factor)) == [[factor * p for p in row] for row in a]
    assert entries(ops, ops.multiply(x, z)) == times(a, c)
    assert ops.equal(x, y) == (a == b)
    assert ops.equal(x, matrix(ops, a))
    assert ops.equal(ops.add(ops.subtract(x, y), y), x)


@both
@given(a=rows())
def test_rank_and_kernel(ops: Backend, a: Rows) -> None:
    native = matrix(ops, a)
    kernel = ops.nullspace(native)
    assert ops.rank(native) == gauss_rank(a)
    assert ops.shape(kernel) == (len(a[0]), len(a[0]) - gauss_rank(a))
    if ops.shape(kernel)[1]:
        basis = entries(ops, kernel)
        assert not any(x for row in times(a, basis) for x in row)
        assert gauss_rank(basis) == len(basis[0])


@both
@given(a=square_rows(max_order=4), b=st.data())
def test_determinant_and_solve(ops: Backend, a: Rows, b: st.DataObject) -> None:
    native, det = matrix(ops, a), leibniz(a)
    assert ops.determinant(native) == det
    right = b.draw(rows(len(a), 2))
    if det:
        assert times(a, entries(ops, ops.solve(native, matrix(ops, right)))) == right
    else:
        with pytest.raises(ZeroDivisionError):
            ops.solve(native, matrix(ops, right))


@both
@given(a=square_rows(max_order=4), x=fractions())
def test_charpoly_is_det_of_x_minus_a(ops: Backend, a: Rows, x: Fraction) -> None:
    n = len(a)
    shifted = [[x * (i == j) - a[i][j] for j in range(n)] for i in range(n)]
    p = listed(ops, ops.charpoly(matrix(ops, a)))
    assert len(p) == n + 1 and p[n] == 1
    assert value(p, x) == leibniz(shifted)


@both
@given(a=square_rows(max_order=4), p=coefficients(max_degree=8))
def test_value_at_a_matrix_by_powers(ops: Backend, a: Rows, p: Coefficients) -> None:
    n = len(a)
    power: Rows = [[Fraction(i == j) for j in range(n)] for i in range(n)]
    total = [[Fraction(0)] * n for _ in range(n)]
    for c in p:
        total = [[s + c * y for s, y in zip(r, q, strict=True)] for r, q in zip(total, power, strict=True)]
        power = times(power, a)
    assert entries(ops, ops.at_matrix(polynomial(ops, p), matrix(ops, a))) == total


# -- polynomials -------------------------------------------------------------------------------


@both
@given(p=coefficients(), q=coefficients())
def test_polynomial_arithmetic(ops: Backend, p: Coefficients, q: Coefficients) -> None:
    f, g = polynomial(ops, p), polynomial(ops, q)
    assert listed(ops, f) == stripped(p)
    assert {type(x) for x in ops.coefficients(f)[0]} <= {int}
    assert listed(ops, ops.poly_add(f, g)) == plus(p, q)
    assert listed(ops, ops.poly_multiply(f, g)) == convolved(p, q)
    assert ops.poly_equal(f, g) == (stripped(p) == stripped(q))
    assert listed(ops, ops.derivative(f)) == stripped([i * c for i, c in enumerate(p)][1:])


@both
@given(p=coefficients(), q=coefficients())
def test_division_with_remainder(ops: Backend, p: Coefficients, q: Coefficients) -> None:
    f, g = polynomial(ops, p), polynomial(ops, q)
    if not stripped(q):
        with pytest.raises(ZeroDivisionError):
            ops.poly_divmod(f, g)
        return
    quotient, remainder = (listed(ops, x) for x in ops.poly_divmod(f, g))
    assert plus(convolved(quotient, q), remainder) == stripped(p)
    assert len(remainder) < len(stripped(q))


@both
@given(common=coefficients(max_degree=3), p=coefficients(max_degree=4), q=coefficients(max_degree=4))
def test_gcdex(ops: Backend, common: Coefficients, p: Coefficients, q: Coefficients) -> None:
    p, q = convolved(common, p), convolved(common, q)
    f, g = polynomial(ops, p), polynomial(ops, q)
    d, s, t = (listed(ops, x) for x in ops.poly_gcdex(f, g))
    assert plus(convolved(s, p), convolved(t, q)) == d
    if not p and not q:
        assert d == s == t == []
        return
    assert d[-1] == 1
    for x in (f, g, *([polynomial(ops, common)] if p and q else [])):
        smaller, larger = (d, x) if x in (f, g) else (listed(ops, x), polynomial(ops, d))
        if smaller:
            assert listed(ops, ops.poly_divmod(larger, polynomial(ops, smaller))[1]) == []


@two_engines
@given(p=coefficients(max_degree=8), q=coefficients(max_degree=8))
def test_the_cofactors_agree(p: Coefficients, q: Coefficients) -> None:
    found = [
        [listed(ops, x) for x in ops.poly_gcdex(polynomial(ops, p), polynomial(ops, q))]
        for ops in map(backend, BACKENDS)
    ]
    assert found[0] == found[1]


def test_bezout_does_not_explode() -> None:
    """The subresultants of degree-n polynomials with h-bit coefficients have about 2 n h bits."""
    source = random.Random(7)
    n, h = 40, 30
    f, g = ([source.randint(-(2**h), 2**h) or 1 for _ in range(n + 1)] for _ in range(2))
    r, s, t = bezout(f, g)
    assert len(r) == 1
    assert max(x.bit_length() for x in (*r, *s, *t)) <= 2 * n * (h + 6)


@both
@given(parts=st.lists(st.tuples(coefficients(max_degree=3), st.integers(1, 3)), max_size=3), c=fractions())
def test_factors_multiply_back(ops: Backend, parts: list[tuple[Coefficients, int]], c: Fraction) -> None:
    p = [c]
    for part, m in parts:
        for _ in range(m):
            p = convolved(p, part)
    found = [(listed(ops, f), m) for f, m in ops.factors(polynomial(ops, p))]
    product = p[-1:] if stripped(p) else []
    for f, m in found:
        assert f[-1] == 1 and len(f) > 1
        for _ in range(m):
            product = convolved(product, f)
    assert stripped(product) == (stripped(p) if found or len(stripped(p)) == 1 else [])
    assert len({tuple(f) for f, _ in found}) == len(found)


@both
@pytest.mark.parametrize(
    "p",
    [[-2, 0, 0, 0, 0, 1], [6, -4, 0, 2, 1], [-1, -1, 0, 0, 0, 1], [1, 0, -10, 0, 1], LEHMER],
    ids=["Eisenstein at 2", "Eisenstein at 2, four terms", "x^5 - x - 1", "Swinnerton-Dyer", "Lehmer"],
)  # fmt: skip
def test_irreducible_polynomials_stay_whole(ops: Backend, p: list[int]) -> None:
    assert [(listed(ops, f), m) for f, m in ops.factors(ops.polynomial([3 * x for x in p], 7))] == [(p, 1)]


def cyclotomics(count: int) -> Iterator[tuple[int, Coefficients]]:
    """Phi_1, .., Phi_count from x^m - 1 = prod of Phi_d over d | m, by schoolbook division."""
    known: dict[int, Coefficients] = {}
    for m in range(1, count + 1):
        p = [Fraction(-1), *[Fraction(0)] * (m - 1), Fraction(1)]
        for d in range(1, m):
            if m % d == 0:
                p = divided(p, known[d])
        known[m] = p
        yield m, p


def divided(p: Coefficients, q: Coefficients) -> Coefficients:
    p, quotient = list(p), [Fraction(0)] * (len(p) - len(q) + 1)
    for i in range(len(quotient) - 1, -1, -1):
        quotient[i] = p[i + len(q) - 1] / q[-1]
        for j, y in enumerate(q):
            p[i + j] -= quotient[i] * y
    return quotient


@both
def test_cyclotomic_orders(ops: Backend) -> None:
    for m, p in cyclotomics(72):
        assert ops.cyclotomic_order(polynomial(ops, [x * Fraction(-3, 5) for x in p])) == m
        assert ops.cyclotomic_order(polynomial(ops, convolved(p, p))) == 0


@both
@pytest.mark.parametrize(
    "p",
    [
        [],
        [3],
        [0, 1],
        [2, 1],
        [5, -6, 5],
        [1, 1, 2, 1, 1],
        [1, 1, 0, -1, -1, -1, -1, -1, 0, 1, 1],
        [1, -3, 1],
    ],
)
def test_not_cyclotomic(ops: Backend, p: list[int]) -> None:
    """Among them Phi_3 Phi_4, whose roots have order 12 together and whose degree is phi(12)."""
    assert ops.cyclotomic_order(ops.polynomial(p, 1)) == 0


# -- two engines -------------------------------------------------------------------------------


def random_rows(source: random.Random, n: int) -> list[list[int]]:
    """Dense, sparse, of low rank or with a repeated block, in turn."""
    kind, top = source.randrange(4), source.choice([1, 2, 9, 10**6])
    a = [[source.randint(-top, top) for _ in range(n)] for _ in range(n)]
    if kind == 1:
        a = [[x if source.random() < 0.4 else 0 for x in row] for row in a]
    if kind == 2 and n > 1:
        a = [[x * y for x in a[0]] for y in a[1]]
    if kind == 3:
        h = n // 2
        a = [[a[i % h][j % h] if i // h == j // h else 0 for j in range(n)] for i in range(n)] if h else a
    return a


def facts(ops: Backend, whole: list[list[int]], d: int) -> tuple[object, ...]:
    a = ops.matrix(whole, d)
    chi, n = ops.charpoly(a), len(whole)
    right = ops.matrix([[i - j for j in range(2)] for i in range(n)], 3)
    try:
        solution: object = ops.integers(ops.solve(a, right))
    except ZeroDivisionError:
        solution = "singular"
    parts = sorted((ops.coefficients(f), m) for f, m in ops.factors(chi))
    kernel = ops.nullspace(a)
    image = ops.integers(ops.multiply(a, kernel))
    return ops.coefficients(chi), ops.rank(a), ops.rank(kernel), image, solution, ops.determinant(a), parts


@two_engines
def test_two_thousand_random_matrices() -> None:
    source = random.Random(20261121)
    flint, sympy = map(backend, BACKENDS)
    for _ in range(2000):
        whole, d = random_rows(source, source.randint(1, 6)), source.choice([1, 2, 6, 35])
        assert facts(flint, whole, d) == facts(sympy, whole, d), (whole, d)


def test_the_second_engine_does_not_compute_in_the_types_of_the_first() -> None:
    """SymPy's default ground types are FLINT's where python-flint is installed; the backend names others."""
    ops = backend("sympy")
    a = ops.matrix([[1, 2, 0], [3, 4, 1], [5, 7, 2]], 6)
    chi = ops.charpoly(a)
    polynomials = [chi, *(f for f, _ in ops.factors(chi)), *ops.poly_gcdex(chi, ops.derivative(chi))]
    kinds = {type(c) for p in polynomials for c in p} | {type(x) for row in a.numerator for x in row}
    assert {kind.__module__.split(".")[0] for kind in kinds} == {"builtins", "sympy"}


JOURNEY = """
import json, sys
if sys.argv[1] == "without":
    sys.modules["flint"] = None  # `import flint` fails, and find_spec finds nothing
from symspec.algebra.backend import backend, is_installed
from symspec.algebra.matrix import ExactMatrix
from sympy.external.gmpy import GROUND_TYPES
rows = [[2, 0, 0, 0, 1], [0, 2, 1, 0, 0], [0, -1, 2, 0, 0], [4, 0, 0, 0, 2], [0, 0, 0, 3, 1]]
A = ExactMatrix.from_integers(rows, 4)
p = A.charpoly
print(json.dumps({
    "backend": A.backend, "ground types": GROUND_TYPES, "flint": is_installed("flint"),
    "facts": [str(p), A.rank, str(A.kernel), [(str(f), m) for f, m in p.factors], str(p.at_matrix(A)),
              [[float(x) for x in z.centre] for z in p.squarefree_part.isolated_roots(80)]],
}))
"""


def journey(how: str, ground_types: str | None = None) -> dict[str, object]:
    environment = {k: v for k, v in os.environ.items() if k != "SYMPY_GROUND_TYPES"}
    if ground_types:
        environment["SYMPY_GROUND_TYPES"] = ground_types
    run = subprocess.run(
        [sys.executable, "-c", JOURNEY, how],
        capture_output=True, text=True, timeout=120, check=False,
        env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return dict(json.loads(run.stdout))


@two_engines
def test_without_python_flint() -> None:
    here, there = journey("with"), journey("without")
    assert (here["backend"], here["flint"]) == ("flint", True)
    assert (there["backend"], there["flint"]) == ("sympy", False)
    assert there["ground types"] in {"python", "gmpy"}
    assert sorted_roots(there) == sorted_roots(here)


@two_engines
def test_without_python_flint_and_without_gmpy() -> None:
    there = journey("without", "python")
    assert (there["backend"], there["ground types"]) == ("sympy", "python")
    assert sorted_roots(there) == sorted_roots(journey("with"))


def sorted_roots(found: dict[str, object]) -> list[object]:
    *others, roots = found["facts"]  # type: ignore[misc]
    return [*others, sorted([round(x, 12) + 0.0, round(y, 12) + 0.0] for x, y in roots)]
