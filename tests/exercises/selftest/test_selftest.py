"""The judge against answers that are right, wrong or unreadable by construction."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import symspec as ss
from symspec.exercises.generate import plain
from symspec.exercises.questions.toml import question, question_file, shipped
from symspec.exercises.selftest import run
from symspec.exercises.selftest.known import drawn, known
from symspec.exercises.selftest.right import RIGHT
from symspec.exercises.selftest.run import campaign, question_samples, selftest
from symspec.exercises.selftest.wrong import WRONG

COUNT = 300


def test_no_right_answer_is_rejected_and_no_wrong_one_accepted() -> None:
    found = selftest(campaign(1, COUNT))
    assert found.misjudged == (), "\n".join(map(str, found.misjudged[:20]))
    assert min(found.count("right"), found.count("wrong")) >= COUNT
    rules = {(task, rule) for (kind, task, rule), _ in found.counts if kind == "wrong"}
    assert len(rules) >= 70  # of more than ninety; some need a rare matrix


def test_there_are_at_least_forty_slips_with_their_own_names() -> None:
    names = {rule.__name__ for rules in WRONG.values() for rule in rules}
    assert len(names) >= 60
    assert set(WRONG) == set(RIGHT)
    assert all(rule.__doc__ for rules in WRONG.values() for rule in rules)


@pytest.mark.parametrize("name", shipped())
def test_shipped_questions_test_themselves(name: str) -> None:
    found = selftest(question_samples(question_file(name), range(10)))
    assert found.misjudged == (), "\n".join(map(str, found.misjudged[:20]))
    assert found.count("right") >= 10 * (len(question_file(name).parts) - 1)
    rules = {rule for (kind, _, rule), _ in found.counts if kind == "wrong"}
    assert found.count("wrong") >= 10 and rules


def test_an_irrational_question_is_tested_by_its_key() -> None:
    text = 'name = "golden"\nmatrix = "1 1; 1 0"\n[[parts]]\nname = "a"\ntask = "eigenvalues"\n'
    found = selftest(question_samples(question(text), range(1)))
    assert found.misjudged == () and found.count("right") == 1 and found.count("wrong") == 0
    assert known(question(text).instance(0).analysis) is None


def test_what_is_misjudged_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "key", lambda *_: "17")
    found = selftest(question_samples(question_file("eigenpairs"), range(1)))
    assert {(s.task, s.text, s.rule) for s in found.misjudged} >= {("eigenvalues", "17", "key")}


@given(st.integers(0, 10**6))
def test_what_is_known_is_what_the_analysis_finds(seed: int) -> None:
    """Two ways to the same facts: by construction in plain fractions, and by symspec from A alone."""
    k = drawn(Random(seed))
    an = k.analysis
    assert sorted(k.eigenvalues) == sorted(
        -f.polynomial.coefficients[0] for f in an.profile.factors for _ in range(f.multiplicity)
    )
    assert an.behavior.value == k.fate
    assert (an.limit.tolist() if an.behavior.has_limit else None) == k.limit
    assert an.dunford.D.tolist() == k.D and an.dunford.N.tolist() == k.N
    assert plain.product(k.P, k.Q) == plain.identity(k.n)


def test_plain_arithmetic() -> None:
    a = [[Fraction(2), Fraction(1)], [Fraction(0), Fraction(3)]]
    assert plain.is_zero(plain.value(plain.polynomial([Fraction(2), Fraction(3)]), a))
    assert plain.rank([[Fraction(1), Fraction(2)], [Fraction(2), Fraction(4)]]) == 1
    assert plain.power(a, 3)[1][1] == 27
    assert ss.matrix(plain.transposed(a)) == ss.matrix(a).transpose
