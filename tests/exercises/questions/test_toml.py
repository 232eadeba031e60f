"""Question files: what is wrong is named with its place; the shipped ones judge right and wrong answers."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import symspec as ss
from symspec.exercises.properties.statements import STATEMENTS
from symspec.exercises.questions.prompts import ENGLISH
from symspec.exercises.questions.toml import question, question_file, shipped
from symspec.exercises.tasks import TASKS
from symspec.languages import LANGUAGES

GOOD = 'name = "q"\nmatrix = "2 1; 1 2"\n[[parts]]\ntask = "eigenvalues"\n'


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("name = ", "no TOML"),
        ('name = "q"\nmatrix = "1"', "[[parts]]"),
        (GOOD.replace("eigenvalues", "eigenvalue"), "eigenvalue"),
        (GOOD.replace('name = "q"\n', ""), '"name"'),
        (GOOD.replace('matrix = "2 1; 1 2"', ""), '"matrix" or [generator]'),
        (GOOD.replace("2 1; 1 2", "2 1; 1"), "row"),
        (GOOD + "[[parts]]\ntask = 'eigenvalues'", "two parts"),
        (GOOD + "weight = -1", '"weight" of part 1'),
        (GOOD + "weight = 1.5", '"weight" of part 1'),
        (GOOD + "points = 2", 'part 1 has no "points"'),
        (GOOD + "policy = { comma = 'maybe' }", "policy.comma"),
        (GOOD + "policy = { colour = 'red' }", '"colour"'),
        (GOOD + "text = { de = 'Was?' }", '"de"'),
        (GOOD + "[[parts]]\ntask = 'similarity'", "about"),
        ("title = 3\n" + GOOD, '"title"'),
        ('lang = "de"\n' + GOOD, '"de"'),
        (GOOD.replace('matrix = "2 1; 1 2"', 'generator = { name = "nice" }'), 'no generator "nice"'),
        (
            GOOD.replace('matrix = "2 1; 1 2"', 'generator = { name = "structured", size = 3 }'),
            'no option "size"',
        ),
        (
            GOOD.replace('matrix = "2 1; 1 2"', 'generator = { name = "structured", version = 9 }'),
            "no version 9",
        ),
    ],
)
def test_what_is_wrong_is_named(text: str, names: str) -> None:
    with pytest.raises(ss.InputError) as caught:
        question(text)
    assert names in str(caught.value)


def test_weights_policies_and_texts_are_read() -> None:
    q = question(
        GOOD + 'weight = "3/2"\npolicy = { tolerance = "0.01", comma = "decimal" }\ntext = "Which?"\n'
    )
    part = q.parts[0]
    assert (part.weight, part.policy.tolerance, part.policy.comma) == (
        Fraction(3, 2),
        Fraction(1, 100),
        "decimal",
    )
    assert part.text("fr") == "Which?"
    assert q.instance().marking({"eigenvalues": "1,001; 3"}).points == Fraction(3, 2)


def test_a_file_that_is_not_there_names_the_shipped_ones(tmp_path: Path) -> None:
    with pytest.raises(ss.InputError, match="gershgorin-half"):
        question_file(tmp_path / "none.toml")
    (tmp_path / "q.toml").write_text(GOOD)
    assert question_file(tmp_path / "q.toml") == question(GOOD)


def test_every_task_has_its_sentence() -> None:
    assert set(TASKS) <= set(ENGLISH)
    for about in STATEMENTS:
        assert about in ENGLISH


def test_marking_counts_what_was_judged_and_names_what_is_open() -> None:
    q = question(GOOD + "weight = 2\n[[parts]]\ntask = 'ranks'\n[[parts]]\ntask = 'limit'\n")
    marking = q.instance().marking({"eigenvalues": "3, 1", "ranks": "(((", "limit": ""})
    assert (marking.points, marking.possible, marking.open) == (2, 4, ("ranks",))
    with pytest.raises(ss.InputError, match='no part "x"'):
        q.instance().marking({"x": "1"})


# name: (all right, all wrong)
ANSWERS = {
    "eigenpairs": (
        {"values": "1, 3", "vectors": "for 1: (1, -1); for 3: (1, 1)"},
        {"values": "2, 2", "vectors": "for 1: (1, 1); for 3: (1, -1)"},
    ),
    "defective": (
        {"values": "2 (double)", "vectors": "2: (1, 0)", "strange": "false, only one eigenvector"},
        {"values": "2, 1", "vectors": "2: (0, 1)", "strange": "true"},
    ),
    "gershgorin-half": (
        {
            "below": "false, by Gershgorin all eigenvalues are at least 0.6",
            "discs": "|z - 3| <= 1.4, |z - 1| <= 0.4, |z - 5| <= 0.4, |z - 1.8| <= 1.2",
        },
        {"below": "true", "discs": "|z - 3| <= 4.4, |z - 1| <= 1.4, |z - 5| <= 5.4, |z - 1.8| <= 3"},
    ),
    "yes-or-no": (
        {"diagonalizable": "false", "fate": "it converges, not to 0", "ranks": "2, 2"},
        {"diagonalizable": "true", "fate": "unbounded", "ranks": "0, 0"},
    ),
}


def test_every_shipped_question_has_its_answers_here() -> None:
    assert set(ANSWERS) == set(shipped())


@pytest.mark.parametrize("name", shipped())
def test_shipped_questions(name: str) -> None:
    instance = question_file(name).instance()
    right, wrong = ANSWERS[name]
    for answers, part_of_all in ((right, 1), (wrong, 0)):
        marking = instance.marking(answers)
        assert marking.open == ()
        assert marking.points == part_of_all * marking.possible, str(marking)
    for lang in LANGUAGES:
        assert question_file(name).texts[lang] in instance.sheet(lang)
