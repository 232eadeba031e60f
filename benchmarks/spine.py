"""The way from a rational matrix to a checked verdict, against the arithmetic it stands on.

- behavior: of a random rational matrix with rho near 1, against python-flint's characteristic polynomial,
  its factors, and the isolated roots of each factor. The peer starts from a matrix that it already has;
  symspec starts from rows of fractions, and has to read, decide and be exact.
- import: `import symspec` against `import flint`, in fresh processes.
- first answer: one behavior in a fresh process, against `import flint` (for information).
- verify: `python -m symspec verify FILE` for 10 x 10 certificates, against an empty Python that imports json
  and fractions.
"""

from __future__ import annotations

import math
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import flint
from measure import Row, process, side_by_side

import symspec as ss
from symspec.certificate_json import to_json

SIZES = ((10, 61), (50, 21), (100, 11), (200, 5))
PROCESSES = 15
SLOWER_AT_MOST = 3.0
IMPORT_MARGIN = 0.040
VERIFY_AT_MOST = 2.5


@dataclass(frozen=True, slots=True)
class Drawn:
    """One random matrix, as rows for symspec and ready-made for the peer."""

    rows: list[list[Fraction]]
    native: flint.fmpq_mat


def drawn(n: int, rng: random.Random) -> Drawn:
    """Integers uniform in -99..99, standard deviation 57.4, over about 58 sqrt(n): rho is near 1."""
    denominator = round(58 * math.sqrt(n))
    numerators = [[rng.randint(-99, 99) for _ in range(n)] for _ in range(n)]
    rows = [[Fraction(x, denominator) for x in row] for row in numerators]
    return Drawn(rows, flint.fmpq_mat(flint.fmpz_mat(numerators)) / denominator)


def our_behavior(piece: Drawn) -> ss.Behavior:
    return ss.analyze(ss.matrix(piece.rows)).behavior


def their_roots(piece: Drawn) -> list[flint.acb]:
    """The isolated roots of the irreducible factors of the characteristic polynomial."""
    _, factors = piece.native.charpoly().numer().factor()
    return [root for factor, _ in factors for root in factor.complex_roots()]


def behavior_rows(seed: int) -> Iterator[Row]:
    rng = random.Random(seed)
    warm = drawn(5, rng)
    our_behavior(warm)
    their_roots(warm)
    for n, repeats in SIZES:
        ours, theirs, count = side_by_side(our_behavior, their_roots, (drawn(n, rng) for _ in range(repeats)))
        yield Row(f"behavior, n = {n}", ours, theirs, count, limit=SLOWER_AT_MOST)


def import_rows() -> Iterator[Row]:
    peer = process("-c", "import flint")
    ours, theirs, count = side_by_side(process("-c", "import symspec"), peer, range(PROCESSES))
    yield Row("import symspec / flint", ours, theirs, count, margin=IMPORT_MARGIN)
    first = process("-c", "import symspec; symspec.analyze([[2, 1], [2, 3]]).behavior")
    ours, theirs, count = side_by_side(first, peer, range(PROCESSES))
    yield Row("first answer / import flint", ours, theirs, count)


def verify_rows(seed: int) -> Iterator[Row]:
    """A fresh certificate for each repeat; whatever its verdict, it must be accepted."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for i in range(PROCESSES):
            path = Path(folder, f"{i}.json")
            path.write_text(to_json(ss.analyze(drawn(10, rng).rows).certificate), "utf-8")
            files.append(str(path))
        ours, theirs, count = side_by_side(
            lambda path: process("-m", "symspec", "verify", path)(None),
            lambda _: process("-c", "import json, fractions")(None),
            files,
        )
    yield Row("verify, 10 x 10 / import json, fractions", ours, theirs, count, limit=VERIFY_AT_MOST)


def rows(seed: int) -> Iterator[Row]:
    """All comparisons of this benchmark."""
    yield from behavior_rows(seed)
    yield from import_rows()
    yield from verify_rows(seed)
