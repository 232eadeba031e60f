"""Pictures as files: SVG by itself, PDF and PNG through Typst."""

from __future__ import annotations

from typing import Any

from symspec.errors import InputError
from symspec.render.plots.data import Drawing
from symspec.render.plots.style import WIDTH
from symspec.render.plots.svg import svg

# The family that the typst package carries.
PRINTED = "New Computer Modern"
DARK = "@media (prefers-color-scheme: dark) { svg { color: #e4e4e2; background: #17181b } }"
DOTS_PER_INCH = 192


def picture_bytes(plot: Drawing, kind: str) -> bytes:
    """The picture as a file of its own; kind is "svg", "pdf" or "png".

    Raises:
        InputError: PDF or PNG, and the typst package is not installed.
    """
    if kind == "svg":
        return svg(plot).replace("<title>", f"<style>{DARK}</style>\n<title>", 1).encode()
    try:
        import typst as compiler
    except ImportError:
        raise InputError("PDF and PNG need the typst package: pip install 'symspec[pdf]'.") from None
    page = (
        f"#set page(width: auto, height: auto, margin: 4mm)\n#set document(date: none)\n{typst_image(plot)}"
    )
    made: Any = compiler.compile(
        page.encode(),
        format="png" if kind == "png" else "pdf",
        ppi=DOTS_PER_INCH if kind == "png" else None,
        ignore_system_fonts=True,
    )
    return bytes(made)


def typst_image(plot: Drawing, width: str = f"{WIDTH * 0.75}pt") -> str:
    """The picture in Typst markup, its SVG as bytes."""
    from symspec.notation.typst import quoted

    text = svg(plot, PRINTED).replace("currentColor", "#000000").replace("‖", "|")
    return f'#image(bytes({quoted(text)}), format: "svg", width: {width}, alt: {quoted(plot.description)})'
