"""Discs: published ones, eigenvalue counts against balls, touching decided exactly, and what they prove."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Certificate
from symspec.certificate_json import to_json
from symspec.decision.witnesses import gershgorin_claim
from symspec.spectral.gershgorin.discs import DiscFamily
from symspec.spectral.gershgorin.real_values import bounds, modulus, sign
from tests.strategies import field_rows, square_rows

CASES = [
    case
    for case in map(
        json.loads, (Path(__file__).parents[2] / "data" / "cases.jsonl").read_text("utf-8").splitlines()
    )
    if "gershgorin_rows" in case["facts"]
]
CHAPTER = [
    ["1", "1/10", "1/10", "1/10"],
    ["1/10", 3, "1/5", "3/10"],
    ["1/10", "1/5", 5, "1/2"],
    ["1/10", "3/10", "1/2", 9],
]
EXERCISE = [[3, "1/10", "3/10", 1], ["1/10", 1, "1/10", "1/5"], ["3/10", "1/10", 5, 0], [1, "1/5", 0, "9/5"]]


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_published_discs(case: dict[str, Any]) -> None:
    found = ss.analyze(case["matrix"]).gershgorin
    for family, name in ((found.rows, "gershgorin_rows"), (found.columns, "gershgorin_cols")):
        if name in case["facts"]:
            published = [tuple(ss.matrix([[x]])[0, 0] for x in pair) for pair in case["facts"][name]]
            assert [(d.centre, d.radius) for d in family.discs] == published


def assert_counted(an: ss.Analysis, family: DiscFamily) -> None:
    """Each component has so many eigenvalues: they are told from the other discs by rectangles."""
    found = [0] * len(family.components)
    for e in an.spectrum.eigenvalues:
        near = [
            k for k, c in enumerate(family.components) if any(_meets(e.value, family, i) for i in c.indices)
        ]
        assert len(near) == 1
        found[near[0]] += e.algebraic_multiplicity
    assert found == [c.eigenvalue_count for c in family.components]


def _meets(z: Any, family: DiscFamily, i: int) -> bool:
    """|z - c| <= r, as far as 2^-80 tell."""
    disc, box = family.discs[i], z.box(90)
    c = disc.centre if isinstance(disc.centre, Fraction) else disc.centre.number
    centre = c if isinstance(c, Fraction) else None
    x, y = (centre, Fraction(0)) if centre is not None else c.box(90).centre
    u, v = box.centre
    high = bounds(disc.radius, 90)[1] + Fraction(1, 2**80)
    return (u - x) ** 2 + (v - y) ** 2 <= high * high


@given(square_rows(max_order=4), st.sampled_from(BACKENDS))
def test_eigenvalues_are_where_the_discs_are(square: list[list[Fraction]], backend: str) -> None:
    an = ss.analyze(ExactMatrix.from_fractions(square, backend=backend))
    n = an.matrix.order
    found = an.gershgorin
    for family in (
        found.rows,
        found.columns,
        found.scaled(range(1, n + 1)),
        found.scaled(range(1, n + 1), by="columns"),
    ):
        assert_counted(an, family)
        certificate = Certificate(an.matrix.as_rational_matrix(), (gershgorin_claim(family),))
        assert ss.verify(to_json(certificate), an.matrix).claims


@given(field_rows(fields=("i", "sqrt(2)"), order=2))
def test_over_number_fields(square: list[list[Any]]) -> None:
    an = ss.analyze(square)
    assert_counted(an, an.gershgorin.rows)
    assert_counted(an, an.gershgorin.columns)


@given(square_rows(max_order=4), st.lists(st.integers(1, 9), min_size=4, max_size=4))
def test_scaling_is_a_similarity(square: list[list[Fraction]], weights: list[int]) -> None:
    """The discs of D^-1 A D, formed as a matrix."""
    an = ss.analyze(square)
    w = weights[: an.matrix.order]
    rows = [[x * w[j] / w[i] for j, x in enumerate(row)] for i, row in enumerate(an.matrix.tolist())]
    similar = ss.analyze(rows).gershgorin
    for by, family in (("rows", similar.rows), ("columns", similar.columns)):
        scaled = an.gershgorin.scaled(w, by=by)
        assert scaled.discs == family.discs and scaled.components == family.components


@given(square_rows(max_order=4))
def test_bounds_hold(square: list[list[Fraction]]) -> None:
    an = ss.analyze(square)
    g, eps = an.gershgorin, Fraction(1, 2**60)
    boxes = [e.value.box(80) for e in an.spectrum.eigenvalues]
    for bound in (g.lower_bound, g.scaled_lower_bound):
        assert all(z.real[1] + eps >= bound.value for z in boxes)
    for bound in (g.upper_bound, g.scaled_upper_bound):
        assert all(z.real[0] - eps <= bound.value for z in boxes)
    for bound in (g.radius_bound, g.scaled_radius_bound):
        assert all(z.modulus_squared[0] <= (bound.value + eps) ** 2 for z in boxes)
    assert g.scaled_lower_bound.value >= g.lower_bound.value
    assert g.scaled_radius_bound.value <= g.radius_bound.value
    if g.dominance is not None:
        assert an.det != 0


@given(square_rows(max_order=5))
def test_scaling_reaches_the_perron_value(square: list[list[Fraction]]) -> None:
    """max |a_ii| + r_i over all scalings has the infimum rho(|A|); 7/8 of the way is asked for."""
    rows = [[abs(x) + Fraction(1, 8) for x in row] for row in square]
    an = ss.analyze(rows)
    g = an.gershgorin
    plain = max(sum(row) for row in rows)
    rho = an.spectral_radius.box(60).real
    assert g.scaled_radius_bound.value >= rho[0]
    assert g.scaled_radius_bound.value <= plain - Fraction(5, 6) * (plain - rho[1]) + Fraction(1, 1000)


def test_the_example_of_the_chapter() -> None:
    an = ss.analyze(CHAPTER)
    g = an.gershgorin
    tenth = Fraction(1, 10)
    assert g.intervals == tuple((a * tenth, b * tenth) for a, b in ((7, 13), (24, 36), (42, 58), (81, 99)))
    assert g.rows.is_separated and [c.eigenvalue_count for c in g.rows.components] == [1, 1, 1, 1]
    near = [round(float(e.value.box(60).centre[0]), 2) for e in an.spectrum.eigenvalues]
    assert near == [0.99, 2.97, 4.95, 9.08]
    for e, (low, high) in zip(an.spectrum.eigenvalues, g.intervals, strict=True):
        assert low < e.value < high


def test_the_third_exercise_of_the_chapter() -> None:
    """No eigenvalue is below 0.5: the smallest left end is 0.6, at the rows 2 and 4."""
    g = ss.analyze(EXERCISE).gershgorin
    assert g.lower_bound.value == Fraction(3, 5)
    assert g.lower_bound.excludes(Fraction(1, 2)) and not g.lower_bound.excludes(Fraction(3, 5))
    assert str(g.lower_bound) == (
        "every eigenvalue is >= 3/5: A is Hermitian, so they are real, and each one lies in one of the "
        "intervals [8/5, 22/5], [3/5, 7/5], [23/5, 27/5], [3/5, 3], by rows; see row 2"
    )
    assert str(g.dominance) == "A is strictly diagonally dominant by rows: det A != 0"
    assert g.scaled_lower_bound.value > Fraction(4, 5)


@pytest.mark.parametrize(
    ("matrix", "components"),
    [
        ([[0, 1], [1, 2]], [2]),
        ([[0, 1], [1, "2.0000000000000000000001"]], [1, 1]),
        ([[0, 1], ["0.9999999999999999999999", 2]], [1, 1]),
        ("[[0, sqrt(2)], [1, 1 + sqrt(2)]]", [2]),
        ("[[0, 1 + i, 2 + i], [0, sqrt(2) + sqrt(5), 0], [0, 0, 9]]", [2, 1]),
        ("[[0, 1 + i, 2 + i], [0, sqrt(2) + sqrt(5) + 1/10^30, 0], [0, 0, 9]]", [1, 1, 1]),
        ("[[0, 3 i], [0, 3 + 4 i]]", [1, 1]),
        ("[[0, 5 i], [0, 3 + 4 i]]", [2]),
        ("[[0, 2^(1/3)], [0, 2^(1/3)]]", [2]),
    ],
)
def test_touching_is_decided_exactly(matrix: object, components: list[int]) -> None:
    found = ss.analyze(matrix).gershgorin.rows.components
    assert [c.eigenvalue_count for c in found] == components


def test_a_point_on_the_boundary() -> None:
    """[[0, 1], [1, 0]] has the eigenvalues 1 and -1 on the boundary of the unit disc."""
    an = ss.analyze([[0, 1], [1, 0]])
    assert all(an.gershgorin.rows.contains(e.value) for e in an.spectrum.eigenvalues)
    assert not an.gershgorin.rows.contains(Fraction(1) + Fraction(1, 10**30))
    complex_case = ss.analyze("[[0, 1 + i], [1, i]]").gershgorin.rows
    assert complex_case.discs[0].contains(ss.matrix("[[1 - i]]")[0, 0])
    assert not complex_case.discs[0].contains(ss.matrix("[[1 - i - i/10^20]]")[0, 0])


def test_one_disc_may_be_empty() -> None:
    """ "Each eigenvalue is near its diagonal entry" is false: here a disc by rows has no eigenvalue."""
    an = ss.analyze([[1, -1], [2, -1]])  # eigenvalues i and -i; D(1, 1) and D(-1, 2)
    first = an.gershgorin.rows.discs[0]
    assert not any(first.contains(e.value) for e in an.spectrum.eigenvalues)
    assert [c.eigenvalue_count for c in an.gershgorin.rows.components] == [2]


def test_scaling_proves_that_powers_fade() -> None:
    an = ss.analyze([["1/2", 4], ["1/100", "1/2"]])
    g = an.gershgorin
    assert not g.radius_bound.excludes(1)
    assert g.scaled_radius_bound.excludes(1)
    assert g.scaled_radius_bound.value >= Fraction(7, 10) == an.spectral_radius
    assert an.behavior is ss.Behavior.TENDS_TO_ZERO


@pytest.mark.parametrize(
    ("matrix", "by", "kind"),
    [
        ([[2, 1], [1, 2]], "rows", "strict"),
        ([[2, 0], [5, 6]], "rows", "strict"),
        ([[1, 3], ["1/4", 1]], "rows", None),
        ([[2, 5], [1, 6]], "columns", "strict"),
        # Taussky: weakly dominant, strictly in one row, irreducible.
        ([[2, -1, 0], [-1, 2, -1], [0, -1, 2]], "rows", "irreducible"),
        ("[[2, i], [1, 2]]", "rows", "strict"),
    ],
)
def test_dominance(matrix: object, by: str, kind: str | None) -> None:
    an = ss.analyze(matrix)
    found = an.gershgorin.dominance
    assert found is not None and an.det != 0
    if kind is None:
        assert found.kind == "strict" and set(found.weights) != {1}
    else:
        assert (found.by, found.kind, set(found.weights)) == (by, kind, {1})


@pytest.mark.parametrize("matrix", [[[1, 1], [1, 1]], [[1, 1, 0], [1, 1, 0], [0, 0, 5]], [[0, 1], [1, 0]]])
def test_no_dominance(matrix: object) -> None:
    assert ss.analyze(matrix).gershgorin.dominance is None


@pytest.mark.parametrize("text", ["[[1, i], [1 + i, 5]]", "[[sqrt(2), 1], [3, i]]"])
def test_both_backends_in_turn(text: str) -> None:
    found = [str(ss.analyze(ss.matrix(text, backend=b)).gershgorin) for b in BACKENDS]
    assert len(set(found)) == 1


def test_refusals() -> None:
    g = ss.analyze([[1, 2], [0, 1]]).gershgorin
    with pytest.raises(ss.UndefinedError, match="A != A\\^T in row 1, column 2: 2 against 0"):
        _ = g.intervals
    for weights in ([1], [1, 0], [1, -2], [1.5, 1]):
        with pytest.raises(ss.InputError, match="positive"):
            g.scaled(weights)


def test_moduli() -> None:
    third = ss.matrix("[[3 + 4 i, 1 + i], [-sqrt(2), 1 - sqrt(2)]]")
    assert modulus(third[0, 0]) == 5
    assert str(modulus(third[0, 1])) == "sqrt(2)"
    assert sign(modulus(third[1, 0]) - third[1, 0] * -1) == 0
    assert sign(modulus(third[1, 1])) == 1


@pytest.mark.parametrize("z", ["1", 2.5, None, [1, 2], object()])
def test_what_is_no_number_or_list_of_weights_is_refused_in_a_sentence(z: Any) -> None:
    g = ss.analyze("2 1; 1 2").gershgorin
    with pytest.raises(ss.InputError, match="is no exact number"):
        g.rows.contains(z)
    if not isinstance(z, list):
        with pytest.raises(ss.InputError, match="weights"):
            g.scaled(z)
