"""The matrices of corpus/: integer (C1), known Jordan structure (C2), powers of an irreducible factor (C3),
stochastic (C4), dyadic (C5), from the gallery (C6), at the boundary (C7).
"""

from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path

Rows = list[list[Fraction]]
FOLDER = Path(__file__).parent / "corpus"


def names() -> list[str]:
    """Every matrix, by family and size."""
    found = sorted({"C1_n200", *(p.stem for p in FOLDER.glob("*.json"))})
    return sorted(found, key=lambda name: (ladder(name), order(name), name))


def matrix(name: str) -> Rows:
    """The matrix of that name; C1_n200 is drawn like the others of its family, from a fixed seed."""
    if name == "C1_n200":
        rng = random.Random(200)
        return [[Fraction(rng.randint(-9, 9)) for _ in range(200)] for _ in range(200)]
    entries = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["entries"]
    return [[Fraction(x) for x in row] for row in entries]


def order(name: str) -> int:
    """n."""
    return len(matrix(name))


def ladder(name: str) -> str:
    """What a name has in common with its larger and smaller relatives.

    >>> ladder("C4_gen_n003"), ladder("C1_n020"), ladder("C3_d05k2")
    ('C4_gen', 'C1', 'C3')
    """
    return "C3" if name.startswith("C3") else name.rpartition("_n")[0] or name
