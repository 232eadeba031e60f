"""A picture as plain data: what is drawn in which coordinates."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis.

    Attributes:
        label: what is measured, and in which unit.
        low, high: the ends, in coordinates.
        ticks: coordinates with their texts.
    """

    label: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Markers:
    """Points of one kind.

    Attributes:
        name: what the legend says.
        points: where they are.
        shape: "circle", "diamond", "triangle" or "square".
        colour: a key of symspec.render.plots.style.COLOURS.
        labels: a text beside each point; "" for none.
    """

    name: str
    points: tuple[Point, ...]
    shape: str
    colour: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """A polygonal line; `dash` is "solid", "dashed" or "dotted"."""

    name: str
    points: tuple[Point, ...]
    dash: str
    colour: str


@dataclass(frozen=True, slots=True)
class Circles:
    """Circles of one kind: (centre x, centre y, radius); `is_filled` shades the inside."""

    name: str
    circles: tuple[tuple[float, float, float], ...]
    dash: str
    colour: str
    is_filled: bool = False


Item = Markers | Curve | Circles


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a picture shows.

    Attributes:
        kind: "spectrum", "powers", "ratios" or "gaussian".
        title: one line above it.
        description: what it shows, for those who do not see it.
        horizontal, vertical: the axes.
        items: what is drawn, the lowest first; the legend lists them in this order.
        is_square: both axes have the same scale.
    """

    kind: str
    title: str
    description: str
    horizontal: Axis
    vertical: Axis
    items: tuple[Item, ...]
    is_square: bool = False
