"""symspec tour: every lesson, in every language, as plain text; it waits for a person and for nobody else."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from symspec.__main__ import main
from symspec.cli import tour
from symspec.cli.tour import Lesson, lessons
from symspec.languages import LANGUAGES

ENTER_THEN_Q = ["", "q"]


class Terminal(io.StringIO):
    """Where somebody is at the keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lessons_are_those_of_the_folder(lang: str) -> None:
    found = lessons(lang)
    folder = Path(__file__).parents[2] / "examples" / ("" if lang == "en" else lang)
    assert [x.path.name for x in found] == sorted(p.name for p in folder.glob("[0-9][0-9]-*.md"))
    assert [x.number for x in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_code_is_shown_and_no_mark_of_markdown_is_left(lang: str) -> None:
    for lesson in lessons(lang):
        shown = "\n".join(lesson.screens)
        assert shown.count(">>> ") == lesson.text.count(">>> ")
        prose = [line for line in shown.split("\n") if not line.startswith("    ")]
        assert not [line for line in prose if "](" in line or "```" in line or "**" in line]
        assert all(len(line) <= tour.WIDTH for line in prose if not line.startswith("|"))


def test_a_lesson_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", "5", "--no-pause"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(lessons()[4].title)
    assert "every eigenvalue is >= 3/5" in printed


def test_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", "--list"]) == 0
    assert capsys.readouterr().out.split("\n")[:-1] == [x.title for x in lessons()]


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", "2", "--json"]) == 0
    [found] = json.loads(capsys.readouterr().out)
    assert found == {"number": 2, "title": lessons()[1].title, "text": lessons()[1].text}
    main(["tour", "--list", "--json"])
    assert len(json.loads(capsys.readouterr().out)) == len(lessons())


@pytest.mark.parametrize("arguments", [["0"], ["99"], ["x"], ["-1"], ["1", "--lang", "de"]])
def test_what_there_is_not_is_said_in_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tour", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_keyboard_nothing_waits() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "symspec", "tour"],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert run.returncode == 0
    assert all(x.title in run.stdout for x in lessons())


def test_somebody_is_asked_and_may_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(ENTER_THEN_Q)
    shown = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stdout", shown)
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert main(["tour", "1"]) == 0
    first, second, third = lessons()[0].screens[:3]
    assert first in shown.getvalue() and second in shown.getvalue()
    assert third not in shown.getvalue()


def test_the_end_of_the_input_is_the_end_of_the_tour(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(""))
    monkeypatch.setattr("sys.stdout", shown)
    assert main(["tour", "1"]) == 0
    assert lessons()[0].screens[1] not in shown.getvalue()


def test_a_title_never_stands_alone() -> None:
    for lesson in lessons():
        assert lesson.screens[0].startswith(f"{lesson.title}\n==")
        assert len(lesson.screens[0].split("\n")) > 4


def test_lists_tables_pictures_and_links_as_plain_text() -> None:
    text = (
        "# T\n\n- **one** `a`\n- [two](b.md),\n  and more\n\n| x | *y* |\n|---|---|\n\n"
        "![a b](c.svg)\n\n```sh\nls\n\nls\n```\n"
    )
    [screen] = Lesson(1, Path(), text).screens
    assert screen.split("\n") == [
        *("T", "=", "", "- one a", "- two, and more", "", "| x | y |", "|---|---|", ""),
        *("{picture c.svg: a b}", "", "    ls", "", "    ls"),
    ]
