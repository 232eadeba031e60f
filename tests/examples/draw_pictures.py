"""python -m tests.examples.draw_pictures [LESSON.md ..]: writes the pictures of these lessons, or of all."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.examples.lessons import ALL, Lesson


def main(names: list[str]) -> None:
    for lesson in [Lesson(Path(name).resolve()) for name in names] or ALL:
        for path, picture in lesson.pictures():
            path.parent.mkdir(exist_ok=True)
            path.write_text(picture.to_svg(), encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
