"""The colours, dashes and measures of pictures."""

from __future__ import annotations

# Okabe and Ito, Color Universal Design, 2008; "ink" is the colour of the text around the picture.
COLOURS = {
    "ink": "currentColor",
    "blue": "#0072B2",
    "vermillion": "#D55E00",
    "green": "#009E73",
    "purple": "#CC79A7",
}
DASHES = {"solid": "", "dashed": "7 4", "dotted": "1.5 4"}

WIDTH = 430
LEFT, RIGHT, TOP = 68, 14, 34
LINE_HEIGHT = 20
SIZE = 13
