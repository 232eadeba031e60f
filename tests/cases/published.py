"""The published cases: one matrix a line, with facts verified independently and their source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Case:
    """A matrix as rows of text, and what is known about it."""

    name: str
    matrix: list[list[str]]
    facts: Mapping[str, Any]


def published_cases() -> list[Case]:
    """All cases, in the order of the file."""
    lines = (DATA / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [Case(d["id"], d["matrix"], d["facts"]) for d in map(json.loads, lines)]
