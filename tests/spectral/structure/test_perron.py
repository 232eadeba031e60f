"""Perron and Frobenius: the root, its vectors, bounds and weights, reducible matrices included."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.spectral.structure.weights import (
    bounding_weights,
    collatz_wielandt,
    contraction_weights,
    radius_bounds_by_steps,
)
from tests.spectral.structure.chains import nonnegative


@settings(max_examples=25)
@given(nonnegative())
def test_the_perron_root_is_the_spectral_radius(a: ExactMatrix) -> None:
    an = ss.analyze(a)
    found = an.structure.perron
    assert found.value == an.spectral_radius
    root = next(e for e in an.spectrum.eigenvalues if e.value == found.value)
    assert found.multiplicity == root.algebraic_multiplicity


@settings(max_examples=25)
@given(nonnegative(max_order=4))
def test_its_vectors_are_eigenvectors_without_a_negative_entry(a: ExactMatrix) -> None:
    found = ss.analyze(a).structure.perron
    for m, vector in ((a, found.right), (a.transpose, found.left)):
        v = vector.entries
        assert all(x >= 0 for x in v) and any(x > 0 for x in v)
        assert vector.signs == tuple((x > 0) - (x < 0) for x in v)
        for i, row in enumerate(m.tolist()):
            total = sum((x * c for x, c in zip(v, row, strict=True)), AlgebraicNumber.of(0))
            assert total == v[i] * found.value


@settings(max_examples=25)
@given(nonnegative())
def test_irreducible_matrices(a: ExactMatrix) -> None:
    """Positive vectors; as many eigenvalues of modulus rho as the index of imprimitivity says."""
    s, spectrum = ss.analyze(a).structure, ss.analyze(a).spectrum
    if s.irreducible.is_false:
        with pytest.raises(ss.UndefinedError, match="reducible"):
            _ = s.index_of_imprimitivity
        return
    assert set(s.perron.right.signs) == set(s.perron.left.signs) == {1}
    if s.index_of_imprimitivity:
        top = [e for e in spectrum.eigenvalues if compare_modulus(e.value, s.perron.value) == 0]
        assert len(top) == s.index_of_imprimitivity
        assert all(e.algebraic_multiplicity == 1 for e in top)


@given(nonnegative(), st.integers(0, 6))
def test_bounds_enclose(a: ExactMatrix, steps: int) -> None:
    found, rho = radius_bounds_by_steps(a, steps), ss.analyze(a).spectral_radius
    assert found.low <= rho <= found.high


def test_bounds_close_in_for_a_primitive_matrix() -> None:
    found = ss.analyze("[[1, 1], [1, 0]]").structure.radius_bounds(20)
    assert found.low <= ss.analyze("[[1, 1], [1, 0]]").spectral_radius <= found.high
    assert found.high - found.low < Fraction(1, 10**6)


@settings(max_examples=25)
@given(nonnegative(top=1))
def test_contraction_weights_exist_iff_rho_is_below_one(a: ExactMatrix) -> None:
    w = contraction_weights(a)
    assert (w is not None) is (ss.analyze(a).spectral_radius < 1)
    if w is not None:
        assert all(x > 0 for (x,) in w.tolist())
        assert all(x > 0 for (x,) in (w - a @ w).tolist())
        assert collatz_wielandt(a, w).high < 1


@settings(max_examples=25)
@given(nonnegative(top=1))
def test_bounding_weights_exist_iff_blocks_with_one_lead_nowhere(a: ExactMatrix) -> None:
    s, w = ss.analyze(a).structure, bounding_weights(a)
    radii = [
        (ss.analyze(b).spectral_radius, c)
        for b, c in zip(s.frobenius_normal_form.blocks, s.graph.components, strict=True)
    ]
    expected = all(r < 1 or (r == 1 and s.graph.is_closed(c)) for r, c in radii)
    assert (w is not None) is expected
    if w is not None:
        assert all(x > 0 for (x,) in w.tolist()) and all(x >= 0 for (x,) in (w - a @ w).tolist())
        assert ss.analyze(a).behavior.is_bounded


@pytest.mark.parametrize(
    ("text", "value", "right", "left"),
    [
        ("[[1, 2], [3, 2]]", 4, ["2/5", "3/5"], ["1/2", "1/2"]),  # Meyer, Matrix Analysis, 8.2: rho = 4
        ("[[2, 1], [0, 3]]", 3, ["1/2", "1/2"], ["0", "1"]),  # the class of 3 is reached from the other
        ("[[3, 1], [0, 2]]", 3, ["1", "0"], ["1/2", "1/2"]),
        ("[[1, 0], [0, 1]]", 1, ["1", "0"], ["1", "0"]),  # two basic classes: any mean would do
        ("[[0, 1], [0, 0]]", 0, ["1", "0"], ["0", "1"]),
        ("[[0]]", 0, ["1"], ["1"]),
    ],
)
def test_known_vectors(text: str, value: int, right: list[str], left: list[str]) -> None:
    found = ss.analyze(text).structure.perron
    assert found.value == value
    assert [str(x) for x in found.right.entries] == right
    assert [str(x) for x in found.left.entries] == left


def test_over_a_number_field() -> None:
    """[[sqrt(2), 1], [1, 0]]: rho^2 = sqrt(2) rho + 1, v = (rho, 1) up to a factor."""
    found = ss.analyze("[[sqrt(2), 1], [1, 0]]").structure.perron
    x, y = found.right.entries
    assert found.value == ss.analyze("[[sqrt(2), 1], [1, 0]]").spectral_radius
    assert x == found.value * y and x + y == 1 and found.right.signs == (1, 1)


def test_weights_over_a_number_field() -> None:
    a = ss.matrix("[[sqrt(2)/4, sqrt(3)], [0, 1/2]]")
    w = contraction_weights(a)
    assert w is not None and collatz_wielandt(a, w).high.number < 1
    assert ss.analyze(a).behavior is ss.Behavior.TENDS_TO_ZERO
    assert contraction_weights(ss.matrix("[[sqrt(2), 0], [0, 0]]")) is None


@pytest.mark.parametrize(("text", "w"), [("[[1]]", "[[0]]"), ("[[-1]]", "[[1]]"), ("[[1]]", "[[-1]]")])
def test_quotients_need_signs(text: str, w: str) -> None:
    with pytest.raises(ss.InputError):
        collatz_wielandt(ss.matrix(text), ss.matrix(w))


@pytest.mark.parametrize(
    ("text", "value", "right", "left"),
    [
        ("[[sqrt(2), 1, 0], [0, 1, 0], [1, 0, 1/2]]", "[[sqrt(2)]]", (1, 0, 1), (1, 1, 0)),
        ("[[0, sqrt(2), 0], [0, 0, sqrt(3)], [1, 0, 0]]", "[[6^(1/6)]]", (1, 1, 1), (1, 1, 1)),
        ("[[1, sqrt(5)], [0, sqrt(2)]]", "[[sqrt(2)]]", (1, 1), (0, 1)),
        ("[[2, 2^(1/3)], [0, 2]]", "[[2]]", (1, 0), (0, 1)),
    ],
)
def test_reducible_and_cyclic_over_number_fields(
    text: str, value: str, right: tuple[int, ...], left: tuple[int, ...]
) -> None:
    a = ss.matrix(text)
    found = ss.analyze(a).structure.perron
    expected = ss.matrix(value)[0, 0]
    assert found.value == (expected if isinstance(expected, Fraction) else expected.number)
    assert (found.right.signs, found.left.signs) == (right, left)
    for m, vector in ((a, found.right), (a.transpose, found.left)):
        v = vector.entries
        for i, row in enumerate(m.tolist()):
            numbers = [c if isinstance(c, Fraction) else c.number for c in row]
            total = sum((x * c for x, c in zip(v, numbers, strict=True)), AlgebraicNumber.of(0))
            assert total == v[i] * found.value
