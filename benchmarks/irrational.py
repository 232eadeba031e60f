"""Jordan form with its basis for irrational eigenvalues: symspec against SageMath over QQbar and SymPy.

The matrices have one irreducible factor (Eisenstein at 2), once or in a block of size 2, and are conjugated
by unimodular matrices. Each peer works in a process of its own, which is ended after PATIENCE seconds: that
is then its time, less than it would have taken. symspec has P and J ready, and the chains verified.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec

from measure import Row, seconds, table

import symspec as ss

Integers = list[list[int]]
PATIENCE = 60
ASKED = 0.01  # of the peer's time
REPEATS = 5
PEERS = {
    "sage": (
        "SageMath, QQbar",
        "from sage.all__sagemath_modules import matrix; from sage.rings.qqbar import QQbar;"
        "A = matrix(QQbar, rows); start = time.perf_counter(); A.jordan_form(transformation=True)",
    ),
    "sympy": ("SymPy", "import sympy; A = sympy.Matrix(rows); start = time.perf_counter(); A.jordan_form()"),
}


def eisenstein(degree: int) -> list[int]:
    """x^d + .. + 2 with even coefficients between: irreducible by Eisenstein's criterion at 2."""
    return [2, *(2 * (i % 3 - 1) for i in range(1, degree)), 1]


def jordan_block(p: list[int], size: int) -> Integers:
    """`size` companion matrices of p on the diagonal, identities above them."""
    d = len(p) - 1
    rows = [[0] * (d * size) for _ in range(d * size)]
    for at in range(0, d * size, d):
        for i in range(d):
            rows[at + i][at + d - 1] = -p[i]
            if i:
                rows[at + i][at + i - 1] = 1
            if at + d < d * size:
                rows[at + i][at + d + i] += 1
    return rows


def conjugated(rows: Integers, rng: random.Random) -> Integers:
    """U A U^-1 for a product U of 2n elementary matrices."""
    for _ in range(2 * len(rows)):
        (i, j), c = rng.sample(range(len(rows)), 2), rng.choice((-1, 1))
        rows[i] = [x + c * y for x, y in zip(rows[i], rows[j], strict=True)]
        for row in rows:
            row[j] -= c * row[i]
    return rows


def peer_seconds(code: str, rows: Integers) -> float | None:
    """What the peer took, at most PATIENCE; None if it gave up with an error."""
    program = (
        f"import json, sys, time; rows = json.load(sys.stdin); {code}; print(time.perf_counter() - start)"
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            check=False,
            input=json.dumps(rows),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return PATIENCE
    return float(done.stdout) if done.returncode == 0 else None


def basis(rows: Integers) -> object:
    form = ss.analyze(rows).jordan_form
    return form.P, form.J


def rows(seed: int) -> Iterator[Row]:
    """All comparisons of this benchmark."""
    rng = random.Random(seed)
    for degree, size in ((8, 1), (4, 2), (12, 1)):
        matrix = conjugated(jordan_block(eisenstein(degree), size), rng)
        basis(matrix)
        ours = min(seconds(basis, matrix) for _ in range(REPEATS))
        for library, (name, code) in PEERS.items():
            theirs = peer_seconds(code, matrix) if find_spec(library) else None
            if theirs is not None:
                about = f"jordan, irreducible of degree {degree}, block {size} / {name}"
                note = f" (no answer in {PATIENCE} s)" if theirs == PATIENCE else ""
                yield Row(about + note, ours, theirs, 1, limit=ASKED)


if __name__ == "__main__":
    print(table(list(rows(1))))
