"""The spectrum over number fields: matrices built backwards, known answers, a numeric oracle."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import Any

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from symspec.spectral.field_blocks import _shared_out
from symspec.spectral.over_fields import FieldProfile, field_profile, root_multiplicities
from tests.strategies import FieldStructured, field_rows, field_structured_matrices, number


def block_sizes(an: ss.Analysis) -> dict[Any, tuple[int, ...]]:
    return {e.value: e.block_sizes for e in an.spectrum.eigenvalues}


def expected_behavior(s: FieldStructured) -> ss.Behavior:
    on = [z for z, where in s.positions.items() if where == "on"]
    if "outside" in s.positions.values() or any(s.blocks[z][0] > 1 for z in on):
        return ss.Behavior.UNBOUNDED
    if not on:
        return ss.Behavior.TENDS_TO_ZERO
    return ss.Behavior.CONVERGES if on == [1] else ss.Behavior.BOUNDED_DIVERGENT


# -- laws on matrices built backwards --------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(field_structured_matrices())
def test_structure_is_found(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    assert block_sizes(an) == s.blocks
    assert {e.value: e.position for e in an.spectrum.eigenvalues} == s.positions
    assert an.behavior is expected_behavior(s)
    first, second = ((an.matrix - an.matrix.identity()) ** k for k in (1, 2))
    assert an.ranks_at_one == (first.rank, second.rank)


@settings(max_examples=40, deadline=None)
@given(field_structured_matrices())
def test_parts_are_those_of_the_construction(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    assert an.dunford.D == ss.matrix(s.diagonal)
    assert an.dunford.index == max(sizes[0] for sizes in s.blocks.values())
    if an.behavior.has_limit:
        assert an.limit == ss.matrix(s.at_one)
    one, x = an.charpoly.constant(1), an.charpoly.of_same([0, 1])
    factors = {z: x - in_field(z, an) for z in s.blocks}
    assert an.charpoly == reduce(lambda p, z: p * factors[z] ** sum(s.blocks[z]), s.blocks, one)
    assert an.minpoly == reduce(lambda p, z: p * factors[z] ** s.blocks[z][0], s.blocks, one)
    assert an.minpoly.at_matrix(an.matrix).is_zero


def in_field(z: Any, an: ss.Analysis) -> Any:
    """The number among the elements of the field of the matrix (over Q: the number itself)."""
    return an.matrix.scalar(z)[0, 0] if isinstance(an.matrix, FieldMatrix) else Fraction(z)


@settings(max_examples=40, deadline=None)
@given(field_structured_matrices())
def test_growth_is_that_of_the_largest_blocks(s: FieldStructured) -> None:
    an = ss.analyze(s.rows)
    values = {z: z.number if hasattr(z, "number") else AlgebraicNumber.of(z) for z in s.blocks}
    top = max(values, key=lambda z: float(values[z].modulus_interval(60)[0]))
    tied = [z for z in values if compare_modulus(values[z], values[top]) == 0]
    assert an.growth.rate == values[top].modulus
    if an.growth.rate != 0:
        assert an.growth.degree == max(s.blocks[z][0] for z in tied) - 1


# -- an independent oracle: eigenvalues of a dense matrix by mpmath ---------------------------


@settings(max_examples=25, deadline=None)
@given(field_rows(order=3))
def test_eigenvalues_against_mpmath(rows: list[list[Any]]) -> None:
    a = ss.matrix(rows)
    an = ss.analyze(a)
    numeric = numeric_eigenvalues(a)
    for e in an.spectrum.eigenvalues:
        near = [z for z in numeric if abs(z - approximate(e.value)) < 1e-12]
        assert len(near) == e.algebraic_multiplicity
    assert sum(e.algebraic_multiplicity for e in an.spectrum.eigenvalues) == 3


def approximate(z: AlgebraicNumber) -> mpmath.mpc:
    x, y = z.refined(200).enclosure.centre
    return mpmath.mpc(mpmath.mpf(x.numerator) / x.denominator, mpmath.mpf(y.numerator) / y.denominator)


def numeric_eigenvalues(a: ss.ExactMatrix) -> Sequence[mpmath.mpc]:
    """Multiple eigenvalues are accurate to a third of the digits, so many are carried."""
    with mpmath.workdps(60):
        rows = [
            [approximate(x.number if hasattr(x, "number") else AlgebraicNumber.of(x)) for x in row]
            for row in a.tolist()
        ]
        found: Sequence[mpmath.mpc] = mpmath.eig(mpmath.matrix(rows), left=False, right=False)
        return found


@settings(max_examples=15, deadline=None)
@given(field_rows())
def test_the_sum_of_the_eigenvalues_is_the_trace(rows: list[list[Any]]) -> None:
    an = ss.analyze(rows)
    with mpmath.workdps(50):
        total = sum(e.algebraic_multiplicity * approximate(e.value) for e in an.spectrum.eigenvalues)
        trace = an.trace.number if hasattr(an.trace, "number") else AlgebraicNumber.of(an.trace)
        assert abs(total - approximate(trace)) < mpmath.mpf(10) ** -40


# -- named matrices with known answers -------------------------------------------------------

E40 = "(1 - 1/10^40)"
VERDICTS = {
    "[[sqrt(2) - 1]]": "tends_to_zero",
    "[[-sqrt(2) - 1]]": "unbounded",
    "[[1/(1 + sqrt(2)), 1], [0, 1]]": "converges",
    "[[(sqrt(5) - 1)/2, 1], [0, 1]]": "converges",
    "[[CRootOf(x^3 - x - 1, 1), 0], [0, 1]]": "converges",
    "[[CRootOf(x^3 - x - 1, 0), 0], [0, 1]]": "unbounded",
    "[[2cos(4pi/7), 1], [0, 1]]": "converges",
    "[[2cos(2pi/7), 1], [0, 1]]": "unbounded",
    "[[e^(2 pi i/7), 1], [0, e^(2 pi i/7)]]": "unbounded",
    "[[e^(2 pi i/7), 1], [0, e^(4 pi i/7)]]": "bounded_divergent",
    "[[2(sqrt(2) - 1), -1], [1, 0]]": "bounded_divergent",
    f"[[2(sqrt(2) - 1) {E40}, -{E40}^2], [1, 0]]": "tends_to_zero",
    f"[[2(sqrt(2) - 1) {E40.replace('-', '+')}, -{E40.replace('-', '+')}^2], [1, 0]]": "unbounded",
    "[[sqrt(2) + sqrt(3) - sqrt(5 + 2sqrt(6)), 5], [0, 1]]": "converges",
    "[[i, 1, 0, 0], [0, i, 0, 0], [0, 0, i, 0], [0, 0, 0, -i]]": "unbounded",
    "[[(3 + 4i)/5, 0, 0], [0, (3 - 4i)/5, 1], [0, 0, (3 - 4i)/5]]": "unbounded",
    "[[exp(2pi i/5), 0, 0], [0, exp(4pi i/5), 0], [0, 0, exp(4pi i/5)]]": "bounded_divergent",
    "[[exp(2pi i/5), 0, 0], [0, exp(4pi i/5), 1], [0, 0, exp(4pi i/5)]]": "unbounded",
    "[[2^(1/3) - 1, 1, 0, 0], [0, 2^(1/3) - 1, 1, 0], [0, 0, 2^(1/3) - 1, 0], [0, 0, 0, 1]]": "converges",
}


@pytest.mark.parametrize("text", VERDICTS)
def test_verdicts(text: str) -> None:
    assert ss.analyze(text).behavior.value == VERDICTS[text]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("[[1/(1 + sqrt(2)), 1], [0, 1]]", "[[0, 1 + sqrt(2)/2], [0, 1]]"),
        ("[[(sqrt(5) - 1)/2, 1], [0, 1]]", "[[0, (3 + sqrt(5))/2], [0, 1]]"),
        ("[[i/2, i], [0, 1]]", "[[0, i/(1 - i/2)], [0, 1]]"),
    ],
)
def test_limits(text: str, limit: str) -> None:
    assert ss.analyze(text).limit == ss.matrix(limit)


def test_conjugates_with_equal_multiplicity_but_different_blocks() -> None:
    """+-sqrt(2)/2, both four times: [2, 2] here, [3, 1] there; chi and the norm tell nothing apart."""
    plus, minus = "sqrt(2)/2", "-sqrt(2)/2"
    sizes = ((plus, 2), (plus, 2), (minus, 3), (minus, 1))
    rows = [[Fraction(0)] * 8 for _ in range(8)]
    at = 0
    for text, size in sizes:
        for k in range(size):
            rows[at + k][at + k] = number(text)
            if k + 1 < size:
                rows[at + k][at + k + 1] = Fraction(1)
        at += size
    mixed = [[x + (i - j) * 0 for j, x in enumerate(row)] for i, row in enumerate(rows)]
    for i, j, c in ((0, 5, 1), (4, 1, -2), (7, 2, 1), (3, 6, 1)):
        mixed[i] = [x + c * y for x, y in zip(mixed[i], mixed[j], strict=True)]
        for row in mixed:
            row[j] -= c * row[i]
    found = block_sizes(ss.analyze(mixed))
    assert found == {number(plus): (2, 2), number(minus): (3, 1)}


def test_kernel_dimensions_by_discs_and_by_construction() -> None:
    a = ss.matrix("[[i, 1, 0, 0, 0], [0, i, 0, 0, 0], [0, 0, i, 0, 0], [0, 0, 0, -i, 1], [0, 0, 0, 0, -i]]")
    assert isinstance(a, FieldMatrix)
    values = [f.value for f in field_profile(a).factors]
    multiplicities = [3 if z.enclosure.imag[0] > 0 else 2 for z in values]
    dimensions = _shared_out(a, list(zip(values, multiplicities, strict=True)), [3, 5])
    assert sorted(dimensions) == [[1, 2], [2, 3]]


def test_multiplicities_among_all_roots_of_the_norm() -> None:
    a = ss.matrix("[[2^(1/3), 1, 0], [0, 2^(1/3), 0], [0, 0, 1]]")
    assert isinstance(a, FieldMatrix)
    candidates = [z for text in ("2^(1/3)", "2^(1/3) exp(2pi i/3)", "1", "-1") for z in [as_number(text)]]
    assert root_multiplicities(a.field, a.charpoly_coordinates, candidates) == [2, 0, 1, 0]


def as_number(text: str) -> AlgebraicNumber:
    z = number(text)
    return z.number if hasattr(z, "number") else AlgebraicNumber.of(z)


# -- moduli ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2^(1/3) (3 + 4i)/5", "2^(1/3) (5 + 12i)/13"),
        ("sqrt(2) + i sqrt(3)", "sqrt(5)"),
        ("(3 + 4i)/5", "1"),
        ("1 + i", "-sqrt(2)"),
    ],
)
def test_equal_moduli_of_numbers_that_are_not_conjugate(first: str, second: str) -> None:
    an = ss.analyze([[first, 1, 0], [0, second, 1], [0, 0, second]])
    assert compare_modulus(as_number(first), as_number(second)) == 0
    assert an.growth.rate == as_number(second).modulus
    assert an.growth.degree == 1


def test_moduli_that_differ_first_in_the_sixtieth_digit() -> None:
    an = ss.analyze("[[1 + sqrt(2), 1, 0], [0, 1 + sqrt(2), 0], [0, 0, 1 + sqrt(2) + 1/10^60]]")
    assert an.growth.degree == 0
    assert an.growth.rate == as_number("1 + sqrt(2) + 1/10^60")
    below = ss.analyze("[[i - i/10^60, 0], [0, sqrt(2)/2]]")
    assert below.behavior is ss.Behavior.TENDS_TO_ZERO
    assert [e.position for e in ss.analyze("[[i + i/10^60]]").spectrum.eigenvalues] == ["outside"]


def test_a_verdict_of_the_conjugate_is_not_taken() -> None:
    """The field's one embedding decides: conjugate matrices have opposite fates."""
    fates = [ss.analyze(f"[[{sign}3/5*sqrt(2) + 1/4]]").behavior for sign in ("", "-")]
    assert fates == [ss.Behavior.UNBOUNDED, ss.Behavior.TENDS_TO_ZERO]


# -- limits of the engine --------------------------------------------------------------------


def test_budgets_name_the_degree() -> None:
    with pytest.raises(ss.UnsupportedFieldError, match="degree 96"):
        ss.analyze("[[exp(2 pi i/97)]]")
    with pytest.raises(ss.UnsupportedFieldError, match="degree 72"):
        ss.analyze("[[2^(1/3), 3^(1/3)], [sqrt(2), sqrt(3) i]]")
    a = [["exp(2 pi i/37)" if i == j else "0" for j in range(9)] for i in range(9)]
    with pytest.raises(ss.UnsupportedFieldError, match="order 9 over a field of degree 36"):
        _ = ss.analyze(a).behavior


def test_the_screen() -> None:
    text = str(ss.analyze("[[sqrt(2)/2, 1], [0, 1]]"))
    assert "2 x 2 over Q(sqrt(2)), of degree 2" in text
    assert "A^n converges" in text
    assert max(map(len, text.splitlines())) <= 100


@settings(max_examples=20, deadline=None)
@given(field_structured_matrices(max_order=3), st.integers(1, 3))
def test_powers_have_the_powers_of_the_eigenvalues(s: FieldStructured, k: int) -> None:
    a = ss.matrix(s.rows)
    if not isinstance(a, FieldMatrix):
        return
    power = ss.analyze(a**k)
    assert {e.value for e in power.spectrum.eigenvalues} == {f.value**k for f in field_profile(a).factors}


def test_the_profile_holds_what_behavior_asks() -> None:
    a = ss.matrix("[[i, 0], [0, 1]]")
    assert isinstance(a, FieldMatrix)
    profile = field_profile(a)
    assert isinstance(profile, FieldProfile)
    assert profile.is_diagonalizable and profile.at_one is not None
    assert str(profile.squarefree_part) == "x^2 + (-1 - i) x + i"
