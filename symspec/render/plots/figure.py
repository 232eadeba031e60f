"""Pictures by matplotlib, for scripts and notebooks."""

from __future__ import annotations

from typing import Any, assert_never

from symspec.errors import InputError
from symspec.render.plots.data import Circles, Curve, Drawing, Item, Markers
from symspec.render.plots.style import COLOURS

SHAPES = {"circle": "o", "diamond": "D", "triangle": "^", "square": "s"}
LINES = {"solid": "-", "dashed": "--", "dotted": ":"}


def figure(plot: Drawing, axes: Any = None) -> Any:
    """The Figure with the picture, in the axes that are given or in new ones.

    Raises:
        InputError: matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise InputError("this picture needs matplotlib: pip install 'symspec[plot]'.") from None
    # A Figure of its own, without pyplot, leaves the state of the session alone.
    made = Figure(figsize=(6.4, 6.4 if plot.is_square else 4.4), layout="constrained")
    target = made.add_subplot() if axes is None else axes
    for item in plot.items:
        _draw(target, item)
    _set_axes(target, plot)
    return target.figure


def _set_axes(target: Any, plot: Drawing) -> None:
    target.set_title(plot.title)
    target.set_xlabel(plot.horizontal.label)
    target.set_ylabel(plot.vertical.label)
    target.set_xticks(*_ticks(plot.horizontal.ticks))
    target.set_yticks(*_ticks(plot.vertical.ticks))
    target.set_xlim(plot.horizontal.low, plot.horizontal.high)
    target.set_ylim(plot.vertical.low, plot.vertical.high)
    target.grid(alpha=0.25)
    if plot.is_square:
        target.set_aspect("equal")
    target.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=2, frameon=False, fontsize="small")


def _ticks(found: tuple[tuple[float, str], ...]) -> tuple[list[float], list[str]]:
    return [value for value, _ in found], [text for _, text in found]


def _draw(target: Any, item: Item) -> None:
    colour = COLOURS[item.colour].replace("currentColor", "black")
    match item:
        case Markers(name, points, shape, _, labels):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            target.plot(xs, ys, SHAPES[shape], color=colour, markeredgecolor="black", label=name, zorder=3)
            for point, text in zip(points, labels, strict=False):
                target.annotate(text, point, xytext=(6, 5), textcoords="offset points")
        case Curve(name, points, dash, _):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            target.plot(xs, ys, LINES[dash], color=colour, label=name or None)
        case Circles(_, _, dash, _, _):
            _draw_circles(target, item, LINES[dash], colour)
        case _:
            assert_never(item)


def _draw_circles(target: Any, item: Circles, line: str, colour: str) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle

    for x, y, radius in item.circles:
        target.add_patch(Circle((x, y), radius, fill=False, linestyle=line, edgecolor=colour))
        if item.is_filled:
            target.add_patch(Circle((x, y), radius, color=colour, alpha=0.08, linewidth=0))
    # A patch would stand in the legend as a box; a ring without points looks like what is drawn.
    ring: Any = Line2D
    target.add_line(
        ring(
            [], [], linestyle=line, marker="o", fillstyle="none", color=colour, markersize=9, label=item.name
        )
    )
