"""The hypotheses of power iteration, its rate, exceptional starts, and rescaling by rho."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import symspec as ss
from symspec.algebra.numbers.algebraic import sqrt
from tests.cases.published import Case, published_cases
from tests.strategies import Structured, structured_matrices


@pytest.mark.parametrize(
    ("matrix", "hypothesis", "factor", "dimension"),
    [
        ([[2, 0], [0, 1]], "single", Fraction(1, 2), 1),
        ([[2, 0, 0], [0, 2, 0], [0, 0, -1]], "single", Fraction(1, 2), 1),
        ([[-3, 1], [0, 0]], "single", 0, 1),
        ([[5]], "single", 0, 0),
        ([[1, 1], [1, 0]], "single", (3 - sqrt(5)) / 2, 1),
        ([[2, 1, 0], [0, 2, 0], [0, 0, 1]], "defective", None, 1),
        ([[2, 1, 0], [0, 2, 0], [0, 0, -2]], "defective", None, 0),
        ([[1, 0], [0, -1]], "opposite", None, 0),
        ([[2, 1, 0, 0], [0, 2, 0, 0], [0, 0, -2, 1], [0, 0, 0, -2]], "opposite", None, 0),
        ([[0, -1], [1, 0]], "conjugate", None, 0),
        ([[0, 0, 1], [1, 0, 0], [0, 1, 0]], "several", None, 0),
        ([[0, 1], [0, 0]], "nilpotent", None, 2),
        ("[[i, 1], [0, 1/2]]", "single", Fraction(1, 2), 1),
        ("[[i, 1], [0, 1]]", "several", None, 0),
        ("[[1 + 1/10^40, 0], [0, 1]]", "single", 1 / (1 + Fraction(1, 10**40)), 1),
    ],
)
def test_hypotheses(matrix: object, hypothesis: str, factor: object, dimension: int) -> None:
    found = ss.analyze(matrix).power_iteration
    assert (found.hypothesis, found.factor, found.exceptional_dimension) == (hypothesis, factor, dimension)
    assert found.converges == (hypothesis in ("single", "defective"))


@settings(max_examples=30)
@given(structured_matrices(max_order=5), st.data())
def test_exceptional_starts(case: Structured, data: st.DataObject) -> None:
    """v is exceptional iff its norms grow with a smaller rate than the powers; the basis spans all such v."""
    an = ss.analyze(case.matrix)
    found, n = an.power_iteration, an.matrix.order
    basis = found.exceptional_basis
    it = an.iteration([data.draw(st.integers(-2, 2)) for _ in range(n)])
    if found.hypothesis == "nilpotent":
        assert basis is None
        return
    smaller = it.outcome.kind == "zero" or it.outcome.rate != an.spectral_radius
    assert found.is_exceptional(it.start) == smaller == it.is_exceptional
    rest = [e for e in an.spectrum.eigenvalues if all(e.value != d.value for d in found.dominant)]
    if basis is None:
        return
    assert all(found.is_exceptional(basis.columns(j, j + 1)) for j in range(basis.shape[1]))
    assert basis.rank == basis.shape[1] <= sum(e.algebraic_multiplicity for e in rest)
    for j in range(basis.shape[1]):  # invariant under A
        assert found.is_exceptional(an.matrix @ basis.columns(j, j + 1))


@settings(max_examples=30)
@given(structured_matrices(max_order=5, factors=((-2, 1), (2, 1), (-1, 1))), st.data())
def test_the_larger_block_leads(case: Structured, data: st.DataObject) -> None:
    """Where 2 and -2 are dominant, and one of them has the larger Jordan block, its vectors win."""
    an = ss.analyze(case.matrix)
    found, n = an.power_iteration, an.matrix.order
    it = an.iteration([data.draw(st.integers(-2, 2)) for _ in range(n)])
    if not found.converges or it.outcome.degree + 1 < found.leading[0].index:
        return
    if it.outcome.rate == found.leading[0].value.modulus:
        assert it.outcome.leading == (found.leading[0].value,)
        assert found.unsettled_dimension < n


def test_an_eigenvalue_with_a_larger_block_leads_alone() -> None:
    """A^n e_2 = 2^(n-1) (n, 2, 0): its direction tends to e_1, and the part (-2)^n at e_3 fades like 1/n."""
    found = ss.analyze([[2, 1, 0], [0, 2, 0], [0, 0, -2]]).power_iteration
    assert [e.value for e in found.leading] == [2]
    assert (found.converges, found.unsettled_dimension) == (True, 2)
    assert str(found) == (
        "one eigenvalue of largest modulus has the largest Jordan block there, of size 2 (2; smaller ones at "
        "-2): the direction of A^n v tends to its eigenspace, its distance falls like 1/n, from every start "
        "but some in a subspace of dimension 2."
    )


def test_the_equations_of_the_exceptional_starts() -> None:
    """For alpha = (1 + sqrt(5))/2: Pi_alpha v = 0 iff v is a multiple of (1, -alpha)."""
    found = ss.analyze([[1, 1], [1, 0]]).power_iteration
    [s] = found.exceptional_equations
    alpha = found.dominant[0].value
    rows = [[s[0][i, j] + s[1][i, j] * alpha for j in range(2)] for i in range(2)]
    assert all(row[0] - alpha * row[1] == 0 for row in rows)
    assert any(x != 0 for row in rows for x in row)


@pytest.mark.parametrize(
    ("matrix", "behavior"),
    [
        ([[2, 0], [0, 1]], "converges"),
        ([[-2, 0], [0, 1]], "bounded_divergent"),
        ([[2, 1], [0, 2]], "unbounded"),
        ([[1, 1], [1, 0]], "converges"),
        ([[1, -1], [1, 1]], "bounded_divergent"),
        ("[[i, 0], [0, 1/2]]", "bounded_divergent"),
        ("[[sqrt(2), 5], [0, 1]]", "converges"),
    ],
)
def test_rescaling(matrix: object, behavior: str) -> None:
    """Decided without A/rho, and once more by its own analysis."""
    found = ss.analyze(matrix).rescaling
    assert found.behavior.value == behavior
    again = ss.analyze(found.rescaled)
    assert again.behavior.value == behavior
    assert again.spectral_radius == 1


@settings(max_examples=20)
@given(structured_matrices(max_order=4, factors=((0, 1), (-2, 1), (2, 1), (1, 0, 1), (-2, 0, 1), (2, 2, 1))))
def test_rescaling_agrees_with_its_analysis(case: Structured) -> None:
    an = ss.analyze(case.matrix)
    if an.power_iteration.hypothesis == "nilpotent":
        with pytest.raises(ss.UndefinedError, match="nilpotent"):
            _ = an.rescaling
        return
    assert ss.analyze(an.rescaling.rescaled).behavior is an.rescaling.behavior


def test_how_it_reads() -> None:
    assert str(ss.analyze([[0]]).power_iteration) == "every eigenvalue is 0: A = 0: the iteration ends at 0."
    assert str(ss.analyze([[2, 1], [0, 2]]).power_iteration) == (
        "one eigenvalue has the largest modulus, with a Jordan block of size 2 > 1 (2): the direction of "
        "A^n v tends to its eigenspace, its distance falls like 1/n, from every start but 0."
    )
    assert str(ss.analyze([[2, 0], [0, 1]]).power_iteration) == (
        "one eigenvalue has the largest modulus, and its Jordan blocks have size 1 (2): the direction of "
        "A^n v tends to its eigenspace, with the factor 1/2 in each step, from every start but those in a "
        "subspace of dimension 1."
    )
    assert str(ss.analyze([[2, 1], [0, 2]]).rescaling) == (
        "A/rho for rho = 2 has spectral radius 1: its powers still grow, like n."
    )


GROWING = [
    c for c in published_cases() if c.facts.get("growth_exponent") is not None and "parameter" not in c.facts
]


@pytest.mark.parametrize("case", GROWING, ids=[c.name for c in GROWING])
def test_published_growth_is_what_rescaling_leaves(case: Case) -> None:
    """|A^n| ~ n^k rho^n: (A/rho)^n grows like n^k, and is bounded iff k = 0."""
    an = ss.analyze(case.matrix)
    if an.power_iteration.hypothesis == "nilpotent":
        assert case.facts["spectral_radius"] == "0"
        return
    found = an.rescaling
    assert found.degree == case.facts["growth_exponent"]
    assert found.behavior.is_bounded == (found.degree == 0)
