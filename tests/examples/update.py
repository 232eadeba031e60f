"""python -m tests.examples.update [LESSON.md ..]: draws the pictures and runs the commands anew.

For changed wording and changed pictures. What Python prints in a lesson is a result, never rewritten here.
"""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path

from symspec.__main__ import main as symspec
from tests.examples.lessons import ALL, Command, Lesson


def draw(lesson: Lesson) -> None:
    """Writes each picture of the lesson."""
    for path, picture in lesson.pictures():
        path.parent.mkdir(exist_ok=True)
        path.write_text(picture.to_svg(), encoding="utf-8")


def rerun(lesson: Lesson) -> None:
    """Puts below each command what it prints now."""
    text = lesson.text
    for command in lesson.commands:
        text = text.replace(command.expected, printed(command)) if command.expected else text
    lesson.path.write_text(text, encoding="utf-8")


def printed(command: Command) -> str:
    """What the command prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        symspec(list(command.arguments))
    return out.getvalue().rstrip("\n")


def main(names: list[str]) -> None:
    """Every lesson named, or all of them."""
    for lesson in [Lesson(Path(name).resolve()) for name in names] or ALL:
        rerun(lesson)
        draw(lesson)
        print(lesson.path)


if __name__ == "__main__":
    main(sys.argv[1:])
