"""The published cases about structure: Markov chains, nonnegative matrices, matrices of finite order."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import symspec as ss
from symspec.algebra.backend import BACKENDS
from symspec.spectral.structure.structure import Structure
from tests.cases.published import Case, published_cases


def check_stationary(s: Structure, expected: list[list[str]]) -> None:
    found = [x.tolist()[0] for x in s.markov.extreme_stationary_distributions]
    assert sorted(found) == sorted([Fraction(x) for x in row] for row in expected)


def check_classes(s: Structure, expected: list[list[Any]]) -> None:
    found = [[list(c.states), c.is_closed, c.period] for c in s.markov.classes]
    assert sorted(found) == sorted(expected)


def check_first_passage(s: Structure, expected: list[list[str]]) -> None:
    assert s.markov.mean_first_passage_times.tolist() == [[Fraction(x) for x in row] for row in expected]


def check_absorption_times(s: Structure, expected: list[str]) -> None:
    assert list(s.markov.expected_steps) == [Fraction(x) for x in expected]


def check_exponent(s: Structure, expected: int) -> None:
    assert s.primitive.is_true and s.primitive.witness == expected


def check_imprimitivity(s: Structure, expected: int) -> None:
    assert s.index_of_imprimitivity == expected and s.primitive.is_true is (expected == 1)


def check_order(s: Structure, expected: int) -> None:
    assert s.finite_order.is_true and s.finite_order.witness == expected


FACTS = {
    "stationary": check_stationary,
    "classes": check_classes,
    "first_passage": check_first_passage,
    "absorption_times": check_absorption_times,
    "primitive_exponent": check_exponent,
    "index_of_imprimitivity": check_imprimitivity,
    "finite_order": check_order,
}
CASES = [c for c in published_cases() if FACTS.keys() & c.facts.keys()]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_facts(case: Case, backend: str) -> None:
    s = ss.analyze(ss.matrix(case.matrix, backend=backend)).structure
    for name in FACTS.keys() & case.facts.keys():
        FACTS[name](s, case.facts[name])


def test_the_cases_are_all_there() -> None:
    assert len(CASES) >= 11


STOCHASTIC = [c for c in published_cases() if c.facts.get("limit") and c.facts.get("spectral_radius") == "1"]


@pytest.mark.parametrize("case", STOCHASTIC, ids=[c.name for c in STOCHASTIC])
def test_published_limits_by_classes(case: Case) -> None:
    """Where rows or columns are distributions, the chain has the limit of the powers."""
    an = ss.analyze(case.matrix)
    try:
        chain = an.structure.markov
    except ss.UndefinedError:
        assert an.structure.stochastic.is_false and an.structure.column_stochastic.is_false
        return
    limit = chain.limit if chain.orientation == "rows" else chain.limit.transpose
    assert limit == an.limit
