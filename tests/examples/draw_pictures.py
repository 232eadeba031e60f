"""python -m tests.examples.draw_pictures: writes every picture of the lessons anew."""

from __future__ import annotations

from tests.examples.lessons import ALL


def main() -> None:
    for lesson in ALL:
        for path, picture in lesson.pictures():
            path.parent.mkdir(exist_ok=True)
            path.write_text(picture.to_svg(), encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
