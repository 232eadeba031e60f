"""Programs of the system that heavy tests need: where one is absent they skip; in CI that is a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def tool(*names: str) -> str:
    """The path of the first of these programs that there is; without one the test ends here."""
    for name in names:
        if found := shutil.which(name):
            return found
    absent(f"{names[0]} is not installed")


def absent(reason: str) -> None:
    """Skips the test with that reason; under CI it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and CI runs everything")
    pytest.skip(reason)


def run(
    *command: str | Path, where: Path | None = None, seconds: int = 120
) -> subprocess.CompletedProcess[str]:
    """What the program says; output that is no UTF-8 is kept readable."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=where,
        timeout=seconds,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
    )
