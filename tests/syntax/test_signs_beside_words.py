"""A relation sign beside a word belongs to the sentence; between expressions it makes a relation."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symspec.syntax import answer
from symspec.syntax.spelling import spelled
from symspec.syntax.tree import Name, Number, Power, Relation, Remark, Statement, Word

ZERO, ONE, TWO = (Number(Fraction(k)) for k in (0, 1, 2))


def test_after_a_word() -> None:
    assert answer("lim = 0").statements == (Statement((Word("lim"), Word("="), ZERO)),)
    (statement,) = answer("1 (multiplicity = 2)").statements
    assert isinstance(statement, Statement)
    assert statement.parts[0] == ONE
    assert isinstance(statement.parts[1], Remark)
    assert statement.parts[1].content.statements == (Statement((Word("multiplicity"), Word("="), TWO)),)


def test_before_a_word() -> None:
    power = Power(Name("A"), Name("n"))
    assert answer("A^n -> zero").statements == (Statement((power, Word("->"), Word("zero"))),)


def test_an_implication_stands_between_statements() -> None:
    first, second = (
        Relation((Name("rho"), ONE), ("<",)),
        Relation((Power(Name("A"), Name("n")), ZERO), ("->",)),
    )
    assert answer("rho < 1 => A^n -> 0").statements == (Statement((first, Word("=>"), second)),)
    assert answer("rho < 1 ⇒ A^n → 0") == answer("rho < 1 => A^n -> 0")


@pytest.mark.parametrize("text", ["lambda = 1", "x = y = 1", "A^n -> 0", "|lambda| <= 1", "1 != 2"])
def test_between_expressions_it_is_a_relation(text: str) -> None:
    (statement,) = answer(text).statements
    assert isinstance(statement, Relation)


@pytest.mark.parametrize("text", ["lim = 0", "A^n -> zero", "rho < 1 => A^n -> 0", "eigenvalues = 1, 4"])
def test_spelling_keeps_the_meaning(text: str) -> None:
    assert answer(spelled(answer(text))) == answer(text)
