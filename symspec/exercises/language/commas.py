"""Decimal commas: read where they are announced, asked about where they may be meant, never guessed."""

from __future__ import annotations

import re

from symspec.exercises.refusal import refused

_PAIR = re.compile(r"(?<![0-9,.])([0-9]+),([0-9]+)(?![0-9,.]|,[0-9])")
_CHAIN = re.compile(r"[0-9],[0-9]+,[0-9]")
_LOOSE = re.compile(r";|\n|, | and | et | si | și | or | ou | sau ")
_INSIDE = re.compile(r"[\[(][^\[\]()]*[\])]|[a-z]\{[^{}]*\}")


def with_points(text: str) -> str:
    """The text with every comma between two digits as a decimal point; as long as the original.

    >>> with_points("1,0; 4,25")
    '1.0; 4.25'
    """
    return re.sub(r"(?<=[0-9]),(?=[0-9])", ".", text)


def require_no_doubt(text: str, *, single: bool) -> None:
    """Ask back where commas stand tightly between digits and something else separates the numbers.

    Args:
        text: an answer that lists numbers.
        single: one number is asked for, so that a single pair is in doubt, too.

    Raises:
        AnswerError: with the two readings.
    """
    outside = _INSIDE.sub(lambda match: " " * len(match.group()), text)
    pairs = list(_PAIR.finditer(outside))
    if not pairs or _CHAIN.search(outside):
        return
    rest = _PAIR.sub("0", outside)
    items = [x for x in _LOOSE.split(rest) if any(c.isdigit() for c in x)]
    if single and len(items) == 1 or len(items) > 1 and len(pairs) >= (len(items) + 1) // 2:
        first = pairs[0]
        decimal, apart = f"{first[1]}.{first[2]}", f"{first[1]}, {first[2]}"
        raise refused("answer.decimal_comma", text, first.start(), ("decimal", decimal), ("apart", apart))
