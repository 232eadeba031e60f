"""The lessons in examples/ as data: their code, their commands, their pictures with the code before them."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
LANGUAGES = ("en", "fr", "ro")
NAME = re.compile(r"(\d\d)-[a-z0-9-]+\.md")
PIECE = re.compile(
    r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$|!\[(?P<caption>[^]]*)\]\((?P<target>[^)]+)\)", re.M | re.S
)
LANG_OPTION = re.compile(r'lang="(?:en|fr|ro)"|--lang (?:en|fr|ro)')


@dataclass(frozen=True)
class Command:
    """One line after "$", and what it prints."""

    arguments: tuple[str, ...]
    expected: str


@dataclass(frozen=True)
class Lesson:
    """One Markdown file."""

    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def number(self) -> int:
        found = NAME.fullmatch(self.path.name)
        assert found is not None
        return int(found[1])

    @property
    def language(self) -> str:
        folder = self.path.parent
        return "en" if folder == EXAMPLES else folder.name

    @property
    def pieces(self) -> list[re.Match[str]]:
        """Code blocks and pictures, in order."""
        return list(PIECE.finditer(self.text))

    def bodies(self, kind: str) -> list[str]:
        """The code blocks of that kind."""
        return [piece["body"] for piece in self.pieces if piece["kind"] == kind]

    @property
    def statements(self) -> list[doctest.Example]:
        """Every statement after ">>>", with what it prints."""
        return [x for body in self.bodies("python") for x in doctest.DocTestParser().get_examples(body)]

    @property
    def commands(self) -> list[Command]:
        """Every "$ symspec ..", with what it prints."""
        return [command for body in self.bodies("console") for command in _commands(body)]

    @property
    def prose(self) -> str:
        """The text without its code blocks."""
        return re.sub(r"^```.*?^```$", "", self.text, flags=re.M | re.S)

    def pictures(self) -> Iterator[tuple[Path, Any]]:
        """(file, the value of `picture` where the file is shown), found by running the code before it."""
        names: dict[str, Any] = {}
        for piece in self.pieces:
            if piece["kind"] == "python":
                for statement in doctest.DocTestParser().get_examples(piece["body"]):
                    _run(statement, names)
            elif piece["target"] is not None:
                yield self.path.parent / piece["target"], names.pop("picture")


def lessons(language: str) -> list[Lesson]:
    """The lessons in that language, by number."""
    folder = EXAMPLES if language == "en" else EXAMPLES / language
    return [Lesson(path) for path in sorted(folder.glob("*.md")) if NAME.fullmatch(path.name)]


ALL = [lesson for language in LANGUAGES for lesson in lessons(language)]


def without_language(text: str) -> str:
    """The text with every choice of a language made the same."""
    return LANG_OPTION.sub("LANGUAGE", text)


def _commands(body: str) -> Iterator[Command]:
    for block in re.split(r"^\$ symspec ", body, flags=re.M)[1:]:
        line, _, expected = block.partition("\n")
        yield Command(tuple(shlex.split(line)), expected.rstrip("\n"))


def _run(statement: doctest.Example, names: dict[str, Any]) -> None:
    """Executes one statement of a lesson; pytest's doctests judge what it prints."""
    expected = contextlib.suppress(Exception) if statement.exc_msg else contextlib.nullcontext()
    with expected, contextlib.redirect_stdout(io.StringIO()):
        exec(compile(statement.source, "lesson", "single"), names)
