"""Every published case through the public face; each one out of scope is named with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
import sympy

import symspec as ss
from tests.cases.published import Case, published_cases

CASES = published_cases()
FAMILIES = [c for c in CASES if "parameter" in c.facts]
ERRORS = [c for c in CASES if "error" in c.facts]
SQRT_OR_I = ("sqrt", "I", "root", "exp", "cos")
OTHER_FIELDS = [
    c for c in CASES if c not in FAMILIES and any(w in x for r in c.matrix for x in r for w in SQRT_OR_I)
]
RATIONAL = [c for c in CASES if c not in FAMILIES + ERRORS + OTHER_FIELDS]
x = sympy.Symbol("x")


def names(cases: list[Case]) -> list[str]:
    return [c.name for c in cases]


def test_the_cases_are_all_there() -> None:
    assert len(RATIONAL) >= 130
    assert len(RATIONAL) + len(FAMILIES) + len(ERRORS) + len(OTHER_FIELDS) == len(CASES)


def expression(text: str) -> sympy.Expr:
    return sympy.sympify(text, rational=True)


def coefficients(text: str) -> tuple[Fraction, ...]:
    poly = sympy.Poly(expression(text), x)
    return tuple(Fraction(int(c.p), int(c.q)) for c in reversed(poly.all_coeffs()))


def rows(matrix: list[list[str]]) -> list[list[Fraction]]:
    return [[Fraction(int(q.p), int(q.q)) for q in map(expression, row)] for row in matrix]


@pytest.fixture(params=RATIONAL, ids=names(RATIONAL))
def case(request: pytest.FixtureRequest) -> Case:
    chosen: Case = request.param
    return chosen


def test_facts(case: Case) -> None:
    an = ss.analyze(case.matrix)
    checks = 0
    for name, expected in case.facts.items():
        if name in FACTS:
            FACTS[name](an, expected)
            checks += 1
    assert checks >= 3
    verified = ss.verify(an.certificate, an.matrix)
    assert verified.behavior is an.behavior


def check_charpoly(an: ss.Analysis, expected: str) -> None:
    assert an.charpoly.coefficients == coefficients(expected)


def check_minpoly(an: ss.Analysis, expected: str) -> None:
    assert an.minpoly.coefficients == coefficients(expected)


def check_verdict(an: ss.Analysis, expected: str) -> None:
    assert an.behavior.value == expected


def check_limit(an: ss.Analysis, expected: list[list[str]]) -> None:
    assert an.limit.tolist() == rows(expected)


def check_rank_once(an: ss.Analysis, expected: int) -> None:
    assert an.ranks_at_one[0] == expected == (an.matrix - an.matrix.identity()).rank


def check_rank_twice(an: ss.Analysis, expected: int) -> None:
    shifted = an.matrix - an.matrix.identity()
    assert an.ranks_at_one[1] == expected == (shifted @ shifted).rank


def check_d(an: ss.Analysis, expected: list[list[str]]) -> None:
    assert an.dunford.D.tolist() == rows(expected)


def check_n(an: ss.Analysis, expected: list[list[str]]) -> None:
    assert an.dunford.N.tolist() == rows(expected)


def check_index(an: ss.Analysis, expected: int) -> None:
    assert an.dunford.index == expected


def check_diagonalizable(an: ss.Analysis, expected: bool) -> None:
    assert an.dunford.N.is_zero is expected


def check_eigenvalues(an: ss.Analysis, expected: Mapping[str, int]) -> None:
    assert located(an, expected) == Counter(
        {i: e.algebraic_multiplicity for i, e in enumerate(an.spectrum.eigenvalues)}
    )


def check_geometric(an: ss.Analysis, expected: Mapping[str, int]) -> None:
    assert located(an, expected) == Counter(
        {i: e.geometric_multiplicity for i, e in enumerate(an.spectrum.eigenvalues)}
    )


def check_jordan(an: ss.Analysis, expected: list[tuple[str, int]]) -> None:
    places = {value: position(an, value) for value, _ in expected}
    blocks = [(i, size) for i, e in enumerate(an.spectrum.eigenvalues) for size in e.block_sizes]
    assert sorted((places[value], size) for value, size in expected) == sorted(blocks)


def check_on_circle(an: ss.Analysis, expected: int) -> None:
    on = (e for e in an.spectrum.eigenvalues if e.position == "on")
    assert sum(e.algebraic_multiplicity for e in on) == expected


def check_radius(an: ss.Analysis, expected: str) -> None:
    assert contains(an.spectral_radius, expression(expected))


def check_growth(an: ss.Analysis, expected: int) -> None:
    assert an.growth.degree == expected


def located(an: ss.Analysis, multiplicities: Mapping[str, int]) -> Counter[int]:
    return Counter({position(an, value): m for value, m in multiplicities.items()})


def position(an: ss.Analysis, value: str) -> int:
    """The index of the one eigenvalue whose enclosure, 10^-40 small, contains the value to 60 digits."""
    found = [i for i, e in enumerate(an.spectrum.eigenvalues) if contains(e.value, expression(value))]
    assert len(found) == 1, value
    return found[0]


def contains(z: Any, value: sympy.Expr) -> bool:
    near = complex_fraction(value)
    box = z.refined(140)
    slack = Fraction(1, 10**38)
    return all(
        interval[0] - slack <= part <= interval[1] + slack
        for interval, part in zip((box.real, box.imag), near, strict=True)
    )


def complex_fraction(value: sympy.Expr) -> tuple[Fraction, Fraction]:
    real, imag = sympy.N(value, 60).as_real_imag()
    return tuple(Fraction(str(part)) for part in (real, imag))  # type: ignore[return-value]


FACTS = {
    "charpoly": check_charpoly,
    "minpoly": check_minpoly,
    "verdict": check_verdict,
    "limit": check_limit,
    "rank_A_minus_I": check_rank_once,
    "rank_A_minus_I_squared": check_rank_twice,
    "dunford_D": check_d,
    "dunford_N": check_n,
    "nilpotency_index": check_index,
    "diagonalizable": check_diagonalizable,
    "eigenvalues": check_eigenvalues,
    "geometric": check_geometric,
    "jordan": check_jordan,
    "eigenvalues_on_unit_circle": check_on_circle,
    "spectral_radius": check_radius,
    "growth_exponent": check_growth,
}


@pytest.mark.parametrize("case", ERRORS, ids=names(ERRORS))
def test_inputs_that_must_be_refused(case: Case) -> None:
    with pytest.raises(ss.InputError):
        ss.analyze(case.matrix)


@pytest.mark.parametrize("case", OTHER_FIELDS, ids=names(OTHER_FIELDS))
def test_other_fields_are_named_as_unsupported(case: Case) -> None:
    with pytest.raises(ss.UnsupportedFieldError):
        ss.analyze(case.matrix)


@pytest.mark.parametrize("case", FAMILIES, ids=names(FAMILIES))
def test_a_letter_without_a_value_is_refused(case: Case) -> None:
    with pytest.raises(ss.InputError, match="letter without a value"):
        ss.analyze(case.matrix)
