"""The lessons: doctests execute their Python; here their commands, pictures, links, languages, numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symspec.__main__ import main
from tests.examples.lessons import ALL, EXAMPLES, LANGUAGES, Lesson, lessons, without_language

WORDS_IN_TEN_MINUTES = 2000
TEACHING = 9  # lessons that every language has
LINK = re.compile(r"(?<!!)\[[^]]+\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
TRANSLATED = [lesson for lesson in ALL if lesson.language != "en"]


def by_name(lesson: Lesson) -> str:
    return f"{lesson.language}/{lesson.path.name}"


def original(lesson: Lesson) -> Lesson:
    return Lesson(EXAMPLES / lesson.path.name)


# What the two texts print, and the lesson that has it.
NUMBERS = {
    1: ("2 and -1", "4 and 1", "[1, -1]", "[1, 2]"),
    5: ("0.99, 2.97, 4.95 and 9.08", "[0.7, 1.3], [2.4, 3.6], [4.2, 5.8] and [8.1, 9.9]", "0.5"),
    6: ("Proposition 1", "both directions"),
    7: ("Proposition 2", "rk(A - I) = rk((A - I)^2)"),
    8: ("1.974459321485", "2.4532329633625", "sqrt(5)"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lessons_are_numbered_without_a_gap(language: str) -> None:
    found = [lesson.number for lesson in lessons(language)]
    assert len(found) >= TEACHING and found == list(range(1, len(found) + 1))


@pytest.mark.parametrize("number", NUMBERS)
def test_what_the_texts_print_is_in_its_lesson(number: int) -> None:
    [lesson] = [lesson for lesson in lessons("en") if lesson.number == number]
    prose = " ".join(lesson.prose.replace("*", "").split())
    assert [part for part in NUMBERS[number] if part not in prose] == []


@pytest.mark.parametrize("lesson", ALL, ids=by_name)
def test_every_lesson_computes_and_can_be_read_in_ten_minutes(lesson: Lesson) -> None:
    assert lesson.statements
    assert len(lesson.prose.split()) < WORDS_IN_TEN_MINUTES


@pytest.mark.parametrize("lesson", ALL, ids=by_name)
def test_commands_print_what_the_lesson_shows(lesson: Lesson, capsys: pytest.CaptureFixture[str]) -> None:
    for command in lesson.commands:
        main(list(command.arguments))
        printed = capsys.readouterr()
        now = (printed.out + printed.err).rstrip("\n")
        assert now == command.expected, "if only words changed: python -m tests.examples.update"


@pytest.mark.parametrize("lesson", ALL, ids=by_name)
def test_pictures_are_what_the_code_before_them_draws(lesson: Lesson) -> None:
    for path, picture in lesson.pictures():
        assert path.read_text(encoding="utf-8") == picture.to_svg(), "python -m tests.examples.update"


def test_every_picture_is_shown_in_a_lesson() -> None:
    shown = {
        lesson.path.parent / piece["target"] for lesson in ALL for piece in lesson.pieces if piece["target"]
    }
    assert set(EXAMPLES.rglob("*.svg")) == shown


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.rglob("*.md")), ids=lambda path: str(path.relative_to(EXAMPLES))
)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("lesson", TRANSLATED, ids=by_name)
def test_translations_run_the_code_of_the_original(lesson: Lesson) -> None:
    here, there = lesson.statements, original(lesson).statements
    assert [without_language(x.source) for x in here] == [without_language(x.source) for x in there]
    for mine, yours in zip(here, there, strict=True):
        if "lang=" not in mine.source:
            assert mine.want == yours.want


@pytest.mark.parametrize("lesson", TRANSLATED, ids=by_name)
def test_translations_run_the_commands_and_show_the_pictures_of_the_original(lesson: Lesson) -> None:
    def commands(x: Lesson) -> list[str]:
        return [without_language(" ".join(command.arguments)) for command in x.commands]

    def targets(x: Lesson) -> list[str]:
        return [piece["target"] for piece in x.pieces if piece["target"]]

    assert commands(lesson) == commands(original(lesson))
    assert targets(lesson) == targets(original(lesson))
    assert lesson.text.count("\n## ") == original(lesson).text.count("\n## ")
