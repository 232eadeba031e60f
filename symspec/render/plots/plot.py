"""The public picture: its data, and every form it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from symspec.errors import InputError
from symspec.render.plots.data import Drawing


@dataclass(frozen=True, slots=True)
class Plot(Drawing):
    """A picture of a spectrum or of the sizes of powers.

    >>> from symspec import analyze
    >>> an = analyze("[[1/2, 1], [0, 2]]")
    >>> an.plot().kind, an.plot().to_svg()[:4]
    ('spectrum', '<svg')
    """

    def to_svg(self) -> str:
        """The picture as SVG: its lines and words take the colour of the text around them."""
        from symspec.render.plots.svg import svg

        return svg(self)

    def to_matplotlib(self, axes: Any = None) -> Any:
        """The picture as a matplotlib Figure; drawn into `axes` if they are given.

        Raises:
            InputError: the extra symspec[plot] is not installed.
        """
        from symspec.render.plots.figure import figure

        return figure(self, axes)

    def save(self, path: str | Path) -> None:
        """Writes the picture; .svg, .pdf and .png are known. The same picture gives the same bytes.

        Raises:
            InputError: another ending, the file cannot be written, or the extra symspec[pdf] that PDF and PNG
                need is not installed.
        """
        from symspec.atomic import write_bytes
        from symspec.render.plots.files import picture_bytes

        ending = Path(path).suffix.lower()
        if ending not in (".svg", ".pdf", ".png"):
            raise InputError(f'a picture is written to a file ending in .svg, .pdf or .png, not "{ending}".')
        write_bytes(path, picture_bytes(self, ending[1:]))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": str(self), "image/svg+xml": self.to_svg()}

    def __str__(self) -> str:
        return f"{self.title}. {self.description}"
