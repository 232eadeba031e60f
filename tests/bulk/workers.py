"""Work with accidents, importable by other processes."""

from __future__ import annotations

import os
import signal
from typing import Any


def fragile(chunk: list[Any]) -> list[Any]:
    """The items doubled; an item "kill" ends the process at once, "raise" raises."""
    for item in chunk:
        if item == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "raise":
            raise OSError("not this one")
    return [(item, 2 * item) for item in chunk]


def failed(item: Any, reason: str) -> Any:
    return item, reason
