"""Pictures as SVG, written here: words stay words, colours follow the text around."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import assert_never

from symspec.render.plots.data import Circles, Curve, Drawing, Item, Markers, Point
from symspec.render.plots.style import COLOURS, DASHES, LEFT, LINE_HEIGHT, RIGHT, SIZE, TOP, WIDTH

SANS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
FLAT = 270  # the height of a picture whose axes measure different things
BELOW = 52  # room for the ticks and the label under it
AVERAGE = 0.54  # of a letter's width to its size
LONGEST = 44  # characters of a line in the legend


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the coordinates fall on the page."""

    plot: Drawing
    left: float
    top: float
    width: float
    height: float

    def x(self, value: float) -> float:
        """The place of a horizontal coordinate."""
        axis = self.plot.horizontal
        return self.left + (value - axis.low) / (axis.high - axis.low) * self.width

    def y(self, value: float) -> float:
        """The place of a vertical coordinate."""
        axis = self.plot.vertical
        return self.top + (axis.high - value) / (axis.high - axis.low) * self.height

    def at(self, point: Point) -> str:
        """x,y of a point."""
        return f"{_n(self.x(point[0]))},{_n(self.y(point[1]))}"


def svg(plot: Drawing, font: str = SANS) -> str:
    """The picture as one svg element, the same text each time.

    Args:
        plot: what is drawn.
        font: families, as in CSS.
    """
    width = WIDTH - LEFT - RIGHT
    frame = Frame(plot, LEFT, TOP, width, width * _aspect(plot) if plot.is_square else FLAT)
    below = frame.top + frame.height + BELOW
    legend, height = _legend(plot.items, below)
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_n(height)}" width="{WIDTH}" '
        f'height="{_n(height)}" role="img" aria-label="{escape(f"{plot.title}. {plot.description}")}" '
        f'font-family="{escape(font)}" font-size="{SIZE}" fill="currentColor" class="plot">',
        f"<title>{escape(plot.title)}</title>",
        _text(WIDTH / 2, 18, plot.title, anchor="middle", weight="bold"),
        *_axes(frame),
        *(_item(frame, item) for item in plot.items),
        *legend,
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def _aspect(plot: Drawing) -> float:
    return (plot.vertical.high - plot.vertical.low) / (plot.horizontal.high - plot.horizontal.low)


def _n(value: float) -> str:
    """A coordinate with two decimals at most.

    >>> _n(12.0), _n(-0.001), _n(3.14159)
    ('12', '0', '3.14')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(x: float, y: float, words: str, *, anchor: str = "start", weight: str = "") -> str:
    bold = f' font-weight="{weight}"' if weight else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}"{bold}>{escape(words)}</text>'


# -- axes ------------------------------------------------------------------------------------


def _axes(frame: Frame) -> list[str]:
    left, bottom = frame.left, frame.top + frame.height
    right = left + frame.width
    parts = ['<g stroke="currentColor" stroke-opacity="0.18" stroke-width="1">']
    for value, _ in frame.plot.horizontal.ticks:
        x = _n(frame.x(value))
        parts.append(f'<line x1="{x}" y1="{_n(frame.top)}" x2="{x}" y2="{_n(bottom)}"/>')
    for value, _ in frame.plot.vertical.ticks:
        y = _n(frame.y(value))
        parts.append(f'<line x1="{_n(left)}" y1="{y}" x2="{_n(right)}" y2="{y}"/>')
    parts.append("</g>")
    parts.append(
        f'<rect x="{_n(left)}" y="{_n(frame.top)}" width="{_n(frame.width)}" height="{_n(frame.height)}" '
        'fill="none" stroke="currentColor" stroke-opacity="0.6"/>'
    )
    parts += [_text(frame.x(v), bottom + 18, t, anchor="middle") for v, t in frame.plot.horizontal.ticks]
    parts += [_text(left - 7, frame.y(v) + 4.5, t, anchor="end") for v, t in frame.plot.vertical.ticks]
    parts.append(_text((left + right) / 2, bottom + 38, frame.plot.horizontal.label, anchor="middle"))
    middle = _n(frame.top + frame.height / 2)
    label = escape(frame.plot.vertical.label)
    parts.append(f'<text transform="translate(16 {middle}) rotate(-90)" text-anchor="middle">{label}</text>')
    return parts


# -- items -----------------------------------------------------------------------------------


def _item(frame: Frame, item: Item) -> str:
    match item:
        case Markers(_, points, shape, colour, labels):
            marks = [_mark(shape, colour, frame.x(x), frame.y(y)) for x, y in points]
            named = zip(points, labels, strict=False)
            texts = [_text(frame.x(x) + 9, frame.y(y) - 7, t) for (x, y), t in named if t]
            return "\n".join((*marks, *texts))
        case Curve(_, points, dash, colour):
            path = " ".join(map(frame.at, points))
            return f'<polyline points="{path}" fill="none" {_stroke(dash, colour)}/>'
        case Circles(_, circles, dash, colour, is_filled):
            return "\n".join(_circle(frame, c, dash, colour, is_filled) for c in circles)
    assert_never(item)


def _stroke(dash: str, colour: str) -> str:
    pattern = f' stroke-dasharray="{DASHES[dash]}"' if DASHES[dash] else ""
    cap = ' stroke-linecap="round"' if dash == "dotted" else ""
    return f'stroke="{COLOURS[colour]}" stroke-width="1.8"{pattern}{cap}'


def _circle(frame: Frame, circle: tuple[float, float, float], dash: str, colour: str, is_filled: bool) -> str:
    x, y, radius = circle
    scale = frame.width / (frame.plot.horizontal.high - frame.plot.horizontal.low)
    fill = f'fill="{COLOURS[colour]}" fill-opacity="0.08"' if is_filled else 'fill="none"'
    # A radius of 0 is drawn as a point.
    size = max(radius * scale, 1.5)
    return (
        f'<circle cx="{_n(frame.x(x))}" cy="{_n(frame.y(y))}" r="{_n(size)}" {fill} {_stroke(dash, colour)}/>'
    )


def _mark(shape: str, colour: str, x: float, y: float) -> str:
    """A filled mark with a thin edge in the colour of the text, so that it is seen on any ground."""
    paint = f'fill="{COLOURS[colour]}" stroke="currentColor" stroke-width="0.8"'
    if shape == "circle":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="4.5" {paint}/>'
    corners = {
        "square": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        "diamond": ((0, -6), (6, 0), (0, 6), (-6, 0)),
        "triangle": ((0, -6), (5.5, 4.5), (-5.5, 4.5)),
    }[shape]
    path = " ".join(f"{_n(x + dx)},{_n(y + dy)}" for dx, dy in corners)
    return f'<polygon points="{path}" {paint}/>'


# -- legend ----------------------------------------------------------------------------------


def _legend(items: tuple[Item, ...], top: float) -> tuple[list[str], float]:
    """The entries in rows under the picture, and the height that is used by then."""
    parts: list[str] = []
    x, y = float(LEFT), top + LINE_HEIGHT / 2
    for item in filter(lambda i: i.name, items):
        lines = wrap(item.name, LONGEST)
        size = 34 + AVERAGE * SIZE * max(map(len, lines)) + 18
        if x > LEFT and (x + size > WIDTH or len(lines) > 1):
            x, y = float(LEFT), y + LINE_HEIGHT
        parts.append(_key(item, x + 13, y))
        parts += [_text(x + 32, y + 4.5 + k * LINE_HEIGHT, line) for k, line in enumerate(lines)]
        x += size if len(lines) == 1 else WIDTH
        y += (len(lines) - 1) * LINE_HEIGHT
    return parts, y + LINE_HEIGHT


def _key(item: Item, x: float, y: float) -> str:
    match item:
        case Markers(_, _, shape, colour, _):
            return _mark(shape, colour, x, y)
        case Curve(_, _, dash, colour):
            ends = f'x1="{_n(x - 13)}" y1="{_n(y)}" x2="{_n(x + 13)}" y2="{_n(y)}"'
            return f"<line {ends} {_stroke(dash, colour)}/>"
        case Circles(_, _, dash, colour, is_filled):
            fill = f'fill="{COLOURS[colour]}" fill-opacity="0.08"' if is_filled else 'fill="none"'
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="8" {fill} {_stroke(dash, colour)}/>'
    assert_never(item)
