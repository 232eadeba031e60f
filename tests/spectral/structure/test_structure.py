"""Each property against its definition, written out again here; witnesses show what they are to show."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from fractions import Fraction
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber
from symspec.spectral.structure.findings import Entry
from symspec.spectral.structure.structure import NAMES, Structure
from tests.strategies import structured_matrices

Rows = list[list[Any]]


def structure(source: Any) -> Structure:
    return ss.analyze(source).structure


def transposed(a: Rows) -> Rows:
    return [list(r) for r in zip(*a, strict=True)]


def product(a: Rows, b: Rows) -> Rows:
    return [[sum(x * y for x, y in zip(r, c, strict=True)) for c in transposed(b)] for r in a]


def one(n: int) -> Rows:
    return [[Fraction(int(i == j)) for j in range(n)] for i in range(n)]


def places(a: Rows) -> list[tuple[int, int, Any]]:
    return [(i, j, x) for i, row in enumerate(a) for j, x in enumerate(row)]


def sums_to_one(a: Rows) -> bool:
    return all(x >= 0 for _, _, x in places(a)) and all(sum(r) == 1 for r in a)


def is_monomial(a: Rows) -> bool:
    return all(sum(x != 0 for x in r) == 1 for r in [*a, *transposed(a)])


def is_companion(a: Rows) -> bool:
    n, turned = len(a), [row[::-1] for row in a[::-1]]
    return any(
        all(x == int(i == j + 1) for i, j, x in places(m) if j < n - 1)
        for m in (a, transposed(a), turned, transposed(turned))
    )


DEFINITIONS: dict[str, Callable[[Rows], bool]] = {
    "nonnegative": lambda a: all(x >= 0 for _, _, x in places(a)),
    "positive": lambda a: all(x > 0 for _, _, x in places(a)),
    "integral": lambda a: all(x.denominator == 1 for _, _, x in places(a)),
    "stochastic": sums_to_one,
    "column_stochastic": lambda a: sums_to_one(transposed(a)),
    "doubly_stochastic": lambda a: sums_to_one(a) and sums_to_one(transposed(a)),
    "symmetric": lambda a: a == transposed(a),
    "hermitian": lambda a: a == transposed(a),
    "skew_symmetric": lambda a: all(x == -a[j][i] for i, j, x in places(a)),
    "skew_hermitian": lambda a: all(x == -a[j][i] for i, j, x in places(a)),
    "normal": lambda a: product(a, transposed(a)) == product(transposed(a), a),
    "orthogonal": lambda a: product(transposed(a), a) == one(len(a)),
    "unitary": lambda a: product(transposed(a), a) == one(len(a)),
    "idempotent": lambda a: product(a, a) == a,
    "involutory": lambda a: product(a, a) == one(len(a)),
    "diagonal": lambda a: all(x == 0 for i, j, x in places(a) if i != j),
    "upper_triangular": lambda a: all(x == 0 for i, j, x in places(a) if i > j),
    "lower_triangular": lambda a: all(x == 0 for i, j, x in places(a) if i < j),
    "circulant": lambda a: all(row == a[i - 1][-1:] + a[i - 1][:-1] for i, row in enumerate(a)),
    "monomial": is_monomial,
    "permutation": lambda a: is_monomial(a) and all(x in (0, 1) for _, _, x in places(a)),
    "companion": is_companion,
}


@st.composite
def special(draw: st.DrawFn) -> ExactMatrix:
    """Small matrices among which each property has its share."""
    n = draw(st.integers(1, 4))
    kind = draw(st.sampled_from(["any", "monomial", "companion", "circulant", "symmetric", "triangle"]))
    entry = st.sampled_from([Fraction(0), Fraction(0), Fraction(1), Fraction(-1), Fraction(1, 2)])
    rows = draw(st.lists(st.lists(entry, min_size=n, max_size=n), min_size=n, max_size=n))
    if kind == "monomial":
        image = draw(st.permutations(range(n)))
        rows = [
            [(x or Fraction(1)) * (image[i] == j) for j, x in enumerate(row)] for i, row in enumerate(rows)
        ]
    elif kind == "companion":
        rows = [
            [row[-1] if j == n - 1 else Fraction(int(i == j + 1)) for j in range(n)]
            for i, row in enumerate(rows)
        ]
        rows = transposed(rows) if draw(st.booleans()) else rows
        rows = [row[::-1] for row in rows[::-1]] if draw(st.booleans()) else rows
    elif kind == "circulant":
        rows = [[rows[0][(j - i) % n] for j in range(n)] for i in range(n)]
    elif kind == "symmetric":
        rows = [[rows[min(i, j)][max(i, j)] for j in range(n)] for i in range(n)]
    elif kind == "triangle":
        rows = [[x * (i <= j) for j, x in enumerate(row)] for i, row in enumerate(rows)]
    return ExactMatrix.from_fractions(rows, backend=draw(st.sampled_from(BACKENDS)))


@settings(max_examples=30)
@given(special())
def test_every_property_is_what_its_definition_says(a: ExactMatrix) -> None:
    s, rows = structure(a), a.tolist()
    for name, definition in DEFINITIONS.items():
        found = getattr(s, name)
        assert found.is_true is definition(rows) and found.is_false is not found.is_true, name
        assert found.reason.endswith(".")


@settings(max_examples=30)
@given(special())
def test_entries_that_refute_stand_where_the_witness_says(a: ExactMatrix) -> None:
    for name in (
        "nonnegative",
        "positive",
        "integral",
        "diagonal",
        "upper_triangular",
        "circulant",
        "symmetric",
    ):
        found = getattr(structure(a), name)
        if found.is_false:
            entries = found.witness if isinstance(found.witness, tuple) else (found.witness,)
            assert all(isinstance(e, Entry) and a[e.row, e.column] == e.value for e in entries)


@settings(max_examples=30)
@given(special())
def test_order_of_a_matrix(a: ExactMatrix) -> None:
    """Rational n x n matrices of finite order have an order of at most 12 for n <= 4."""
    powers, found = [a], structure(a).finite_order
    while len(powers) < 12:
        powers.append(powers[-1] @ a)
    first = next((m for m, p in enumerate(powers, 1) if p == a.identity()), None)
    assert found.is_true is (first is not None)
    assert found.is_false or found.witness == first


@given(structured_matrices(factors=((0, 1), (-1, 1), (1, 1), (1, 0, 1), (-2, 1)), max_order=5))
def test_nilpotent_unipotent_and_finite_order_by_construction(case: Any) -> None:
    s, blocks = structure(case.matrix), case.blocks
    assert s.nilpotent.is_true is (set(blocks) == {(0, 1)})
    assert s.unipotent.is_true is (set(blocks) == {(-1, 1)})
    if s.nilpotent.is_true or s.unipotent.is_true:
        found = s.nilpotent if s.nilpotent.is_true else s.unipotent
        assert found.witness == max(next(iter(blocks.values())))
    of_unity = set(blocks) <= {(-1, 1), (1, 1), (1, 0, 1)}
    assert s.finite_order.is_true is (of_unity and all(max(sizes) == 1 for sizes in blocks.values()))


# -- the graph -------------------------------------------------------------------------------


@settings(max_examples=30)
@given(special())
def test_frobenius_normal_form(a: ExactMatrix) -> None:
    s = structure(a)
    form, p = s.frobenius_normal_form, s.frobenius_normal_form.permutation
    assert p.transpose @ a @ p == form.permuted
    starts = [*form.starts, a.order]
    for k, (low, high) in enumerate(zip(starts, starts[1:], strict=False)):
        assert all(form.permuted[i, j] == 0 for i in range(low, high) for j in range(low))
        assert structure(form.blocks[k]).irreducible.is_true
    assert prod((b.charpoly for b in form.blocks), start=a.charpoly.constant(1)) == a.charpoly


@settings(max_examples=30)
@given(special())
def test_irreducible_means_that_no_renumbering_splits(a: ExactMatrix) -> None:
    """Equivalently (I + |A|)^(n-1) > 0."""
    n = a.order
    moduli = ExactMatrix.from_fractions([[abs(x) for x in row] for row in a.tolist()], backend=a.backend)
    power = (moduli + moduli.identity()) ** (n - 1)
    found = structure(a).irreducible
    assert found.is_true is all(x > 0 for row in power.tolist() for x in row)
    if found.is_false:
        closed = set(found.witness)
        assert 0 < len(closed) < n
        assert all(a[i, j] == 0 for i in closed for j in range(n) if j not in closed)


@settings(max_examples=30)
@given(special())
def test_primitive_means_a_positive_power(a: ExactMatrix) -> None:
    s, n = structure(a), a.order
    powers = [a]
    while len(powers) < (n - 1) ** 2 + 1:
        powers.append(powers[-1] @ a)
    positive = [all(x > 0 for row in p.tolist() for x in row) for p in powers]
    expected = s.nonnegative.is_true and True in positive
    assert s.primitive.is_true is expected
    assert not expected or s.primitive.witness == positive.index(True) + 1


@settings(max_examples=30)
@given(special())
def test_triangles_after_renumbering(a: ExactMatrix) -> None:
    found = structure(a).triangular_after_renumbering
    if found.is_true:
        order = found.witness
        assert sorted(order) == list(range(a.order))
        assert all(a[order[i], order[j]] == 0 for i in range(a.order) for j in range(i))
    else:
        cycle = found.witness
        assert len(cycle) > 1
        assert all(a[i, j] != 0 for i, j in zip(cycle, (*cycle[1:], cycle[0]), strict=True))


@settings(max_examples=30)
@given(special())
def test_diagonal_blocks(a: ExactMatrix) -> None:
    s = structure(a)
    form = s.diagonal_blocks
    assert s.block_diagonal.is_true is (len(form.parts) > 1)
    for part in form.parts:
        others = [j for j in range(a.order) if j not in part]
        assert all(a[i, j] == a[j, i] == 0 for i in part for j in others)


# -- permutations, companions, circulants ----------------------------------------------------


@settings(max_examples=30)
@given(special(), st.integers(0, 9))
def test_monomial_matrices(a: ExactMatrix, n: int) -> None:
    found = structure(a).monomial
    if found.is_false:
        line, k, count = found.witness
        rows = a.tolist() if line == "row" else transposed(a.tolist())
        assert sum(x != 0 for x in rows[k]) == count != 1
        return
    m = found.witness
    assert all(a[m.image[j], j] == m.weights[j] for j in range(a.order))
    assert m.charpoly(a.charpoly) == a.charpoly
    assert m.power(n, a) == a**n
    assert a.det == m.sign * prod(m.weights)


def test_cycle_type_and_order() -> None:
    m = structure("[[0,1,0,0,0],[1,0,0,0,0],[0,0,0,0,1],[0,0,1,0,0],[0,0,0,1,0]]").permutation_cycles
    assert (m.cycle_type, m.permutation_order, m.sign) == ((3, 2), 6, -1)
    assert m.cycles == ((0, 1), (2, 3, 4))


@settings(max_examples=30)
@given(special())
def test_companions_name_their_polynomial(a: ExactMatrix) -> None:
    found = structure(a).companion
    if found.is_true:
        assert found.witness.coefficients == a.charpoly.coefficients
        assert ss.analyze(a).minpoly == a.charpoly


@pytest.mark.parametrize("line", ["last column", "first column", "last row", "first row"])
def test_four_arrangements_of_a_companion(line: str) -> None:
    last_column = [[0, 0, 5], [1, 0, -7], [0, 1, 2]]
    turned = [row[::-1] for row in last_column[::-1]]
    rows = {"last column": last_column, "last row": transposed(last_column),
            "first column": turned, "first row": transposed(turned)}[line]  # fmt: skip
    found = structure(rows).companion_of
    assert (found.line, found.coefficients) == (line, (-5, 7, -2, 1))


@given(st.lists(st.fractions(-2, 2, max_denominator=3), min_size=1, max_size=6))
def test_circulants_have_their_eigenvalues_at_roots_of_unity(row: list[Fraction]) -> None:
    n = len(row)
    an = ss.analyze([[row[(j - i) % n] for j in range(n)] for i in range(n)])
    values = an.structure.circulant_spectrum.eigenvalues
    for e in an.spectrum.eigenvalues:
        assert sum(z == e.value for z in values) == e.algebraic_multiplicity
    assert len(values) == n


def test_circulant_eigenvectors() -> None:
    row = [Fraction(1), Fraction(2), Fraction(0), Fraction(-1)]
    c = structure([[row[(j - i) % 4] for j in range(4)] for i in range(4)]).circulant_spectrum
    for k in range(4):
        v, z = c.eigenvector(k), c.eigenvalue(k)
        for i in range(4):
            total = sum((v[j] * row[(j - i) % 4] for j in range(4)), AlgebraicNumber.of(0))
            assert total == z * v[i]


# -- over number fields, and as a value ------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("1/2 [[sqrt(2), -sqrt(2)], [sqrt(2), sqrt(2)]]", {"orthogonal", "normal", "finite_order"}),
        ("[[3, i], [-i, 2]]", {"hermitian", "normal"}),
        ("[[i, 0], [0, -i]]", {"skew_hermitian", "unitary", "diagonal", "monomial", "finite_order"}),
        ("[[sqrt(2) - 1, 2 - sqrt(2)], [1/2, 1/2]]", {"stochastic", "positive", "primitive"}),
        ("[[0, sqrt(2)], [1/sqrt(2), 0]]", {"involutory", "monomial", "nonnegative", "irreducible"}),
        ("[[0, sqrt(2)], [0, 0]]", {"nilpotent", "upper_triangular", "triangular_after_renumbering"}),
        ("[[0, sqrt(3)], [sqrt(3), 0]]", {"circulant", "symmetric", "hermitian"}),
    ],
)  # fmt: skip
def test_over_number_fields(text: str, true: set[str]) -> None:
    assert true <= set(structure(text).properties)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("[[1 - sqrt(2), 1], [0, 1]]", "nonnegative", "negative"),
        ("[[i, 1], [0, 1]]", "nonnegative", "not real"),
        ("[[sqrt(2), 1], [0, 1]]", "stochastic", "sum 1 \\+ sqrt\\(2\\) of row 1"),
        ("[[sqrt(2), 1], [0, 1]]", "finite_order", "no root of unity"),
        ("[[1, sqrt(2)], [0, 1]]", "finite_order", "block of size 2"),
    ],
)
def test_reasons_over_number_fields(text: str, name: str, said: str) -> None:
    import re

    found = getattr(structure(text), name)
    assert found.is_false and re.search(said, found.reason)


def test_every_name_is_answered_and_printed() -> None:
    s = structure("1/10 [[9, 1], [2, 8]]")
    assert len(s.findings) == len(NAMES) == len(set(f.name for f in s.findings))
    assert all(f.name in str(s) for f in s.findings)
    assert "stochastic: yes" in str(
        s
    ) and "doubly stochastic: no; the sum 11/10 of column 1 is not 1." in str(s)


def test_a_structure_is_a_value() -> None:
    s = structure("[[0, 1], [1, 0]]")
    assert pickle.loads(pickle.dumps(s)) == s == structure("[[0, 1], [1, 0]]")


@pytest.mark.parametrize(
    "name", ["permutation_cycles", "companion_of", "circulant_spectrum", "perron", "markov"]
)
def test_what_is_not_there_says_why(name: str) -> None:
    with pytest.raises(ss.UndefinedError, match="A is no"):
        getattr(structure("[[1, 2], [-3, 4]]"), name)


def test_beyond_a_stated_limit_the_order_is_unknown_and_not_denied() -> None:
    n = 151
    rows = [["i" if i == j else "0" for j in range(n)] for i in range(n)]
    found = structure(rows).finite_order
    assert found.truth is ss.Truth.UNKNOWN and "computed up to" in found.reason
    assert not found.is_true and not found.is_false


def test_an_analysis_that_was_asked_pickles() -> None:
    an = ss.analyze("[[0, 1], [1, 0]]")
    assert an.structure.permutation.is_true and an.structure.markov.period == 2
    assert pickle.loads(pickle.dumps(an)).structure.markov.period == 2


@pytest.mark.parametrize("wrong", ["x", 2.5, None, [[1]], True, -1, 10**30])
def test_steps_and_targets_that_are_none_are_refused_in_a_sentence(wrong: Any) -> None:
    structure = ss.analyze("1/2 1/2; 1/4 3/4").structure
    with pytest.raises(ss.InputError, match="is no number of steps"):
        structure.radius_bounds(wrong)
    with pytest.raises(ss.InputError, match="are no states"):
        structure.markov.hitting_times(wrong)
