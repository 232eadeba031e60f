"""symspec tour: the lessons of examples/ in the terminal, one section at a time.

The lessons are Markdown files, whose code was run when they were tested; here they are shown, not run.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from symspec.cli import OK
from symspec.errors import InputError

WIDTH = 80
_NAME = re.compile(r"(\d\d)-[a-z0-9-]+\.md")
_FENCED = re.compile(r"^```[^\n]*\n(.*?)^```$", re.M | re.S)
_PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)", re.S)
_LINK_ALONE = re.compile(r"(?<!!)\[([^]]+)\]\([^)]*\)", re.S)
_STRESSED = re.compile(r"(?<![*\w])(\*\*|\*)(?=\S)(.+?)(?<=\S)\1(?![*\w])", re.S)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson.

    Attributes:
        number: from 1.
        path: its file.
        text: Markdown, beginning with the title.
    """

    number: int
    path: Path
    text: str

    @property
    def title(self) -> str:
        """The title, with the number before it."""
        return self.text.partition("\n")[0].lstrip("# ")

    @property
    def screens(self) -> tuple[str, ...]:
        """The sections as plain text; the title stands with the introduction, or else with the first one."""
        head, *sections = re.split(r"^(?=## )", self.text, flags=re.M)
        if sections and "\n" not in head.strip():
            sections[0] = head + sections[0]
        else:
            sections.insert(0, head)
        return tuple("\n".join(_plain(section)).strip("\n") for section in sections)


def tour_arguments(parser: argparse.ArgumentParser) -> None:
    """What `tour` takes."""
    parser.add_argument("number", metavar="LESSON", nargs="?", help="its number; without it, all of them")
    parser.add_argument("--list", action="store_true", help="list the lessons")
    parser.add_argument("--no-pause", action="store_true", help="do not wait after each section")
    parser.add_argument("--lang", default="en", help="the language: en, fr or ro (default: en)")


def tour_command(options: argparse.Namespace) -> int:
    """Shows the lessons, and waits after each section where somebody is at the keyboard."""
    found = lessons(options.lang)
    if options.number is not None:
        found = (_numbered(found, options.number),)
    if options.json:
        print(json.dumps([_data(x, options.list) for x in found], indent=2, ensure_ascii=False))
    elif options.list:
        print("\n".join(x.title for x in found))
    else:
        _show(found, pauses=not options.no_pause and _somebody_is_there())
    return OK


def lessons(lang: str = "en") -> tuple[Lesson, ...]:
    """The lessons in that language, by number.

    Raises:
        InputError: there is no such language, or the lessons were not installed.
    """
    from symspec.languages import require_language

    require_language(lang)
    folder = _folder() / ("" if lang == "en" else lang)
    paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
    matches = [(path, _NAME.fullmatch(path.name)) for path in paths]
    found = tuple(Lesson(int(m[1]), path, path.read_text("utf-8")) for path, m in matches if m)
    if not found:
        raise InputError(f'the lessons in the language "{lang}" were not installed with symspec.')
    return found


def _folder() -> Path:
    """In an installed package symspec/lessons; in the sources, examples/ beside the package."""
    package = Path(__file__).parents[1]
    installed = package / "lessons"
    return installed if installed.is_dir() else package.parent / "examples"


def _numbered(found: tuple[Lesson, ...], text: str) -> Lesson:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0
    for lesson in found:
        if lesson.number == number:
            return lesson
    raise InputError(f'there is no lesson "{text[:40]}"; write a number from 1 to {found[-1].number}.')


def _data(lesson: Lesson, brief: bool) -> dict[str, object]:
    head: dict[str, object] = {"number": lesson.number, "title": lesson.title}
    return head if brief else head | {"text": lesson.text}


def _show(found: tuple[Lesson, ...], *, pauses: bool) -> None:
    screens = [screen for lesson in found for screen in lesson.screens]
    for k, screen in enumerate(screens):
        print(f"\n{screen}" if k else screen, flush=True)
        if pauses and k + 1 < len(screens) and not _goes_on():
            return


def _somebody_is_there() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _goes_on() -> bool:
    """Whether the reader wants more; the end of the input is a no."""
    try:
        return input("\n-- Enter to go on, q to stop: ").strip().lower() not in ("q", "quit", "exit")
    except EOFError:
        print()
        return False


# -- Markdown to plain text ------------------------------------------------------------------


def _plain(markdown: str) -> Iterator[str]:
    """Lines: code as it stands, indented; paragraphs, lists and headings wrapped; tables as they are."""
    position = 0
    for block in _FENCED.finditer(markdown):
        yield from _prose(markdown[position : block.start()])
        code = block[1].rstrip("\n").replace("<BLANKLINE>", "")  # how doctests write an empty line
        yield from ("    " + line if line else "" for line in code.split("\n"))
        yield ""
        position = block.end()
    yield from _prose(markdown[position:])


def _prose(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip("\n")):
        if paragraph.strip():
            yield from _paragraph(paragraph)
            yield ""


def _paragraph(text: str) -> Iterator[str]:
    if text.startswith("|"):
        yield from map(_unmarked, text.split("\n"))
    elif text.startswith("#"):
        title = _unmarked(text.lstrip("# "))
        yield from (title, ("=" if text.startswith("# ") else "-") * len(title))
    elif re.match(r"([-*]|\d+\.) ", text):
        for item in re.split(r"\n(?=(?:[-*]|\d+\.) )", text):
            words = " ".join(_unmarked(item).split())
            yield from textwrap.wrap(words, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    else:
        yield from textwrap.wrap(_unmarked(text), WIDTH, break_long_words=False, break_on_hyphens=False)


def _unmarked(text: str) -> str:
    """Without the marks of Markdown: links keep their words, pictures their captions and files.

    >>> _unmarked("**Not** [this](a.md), `A v` is *so*: 2 * 3 * 4, ![one](b.svg)")
    'Not this, A v is so: 2 * 3 * 4, {picture b.svg: one}'
    """
    words = _PICTURE.sub(r"{picture \2: \1}", _LINK_ALONE.sub(r"\1", text))
    return _STRESSED.sub(r"\2", words).replace("`", "")
