"""Arguments that begin with a minus sign: -1/2, -[[1, 2], [3, 4]], -i, i."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

_SHORT_OPTIONS = ("-h", "-o")


def parsed(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """The options, where what begins with a minus sign and is no option is text.

    A space before it tells argparse so; no text that symspec reads begins with one.
    """
    shielded = [f" {text}" if _is_signed_text(text) else text for text in arguments]
    options = parser.parse_args(shielded)
    for name, value in vars(options).items():
        if isinstance(value, str):
            setattr(options, name, value.lstrip(" "))
    return options


def _is_signed_text(argument: str) -> bool:
    return len(argument) > 1 and argument[0] == "-" != argument[1] and argument[:2] not in _SHORT_OPTIONS
