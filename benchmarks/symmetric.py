"""Symmetric matrices, against SymPy and SageMath as far as they can be imported.

- definiteness: symspec's inertia with its factorization, found twice; is_positive_definite of SymPy and of
  SageMath: the peers answer less. Definite matrices B^T B and indefinite ones B + B^T.
- orthogonal diagonalization: symspec's Q and Lambda, verified; SymPy's diagonalize(normalize=True), which
  does not make the vectors of a repeated eigenvalue orthogonal: the peer does less.
- iteration: where the quotient of norms of A^n v goes, and why; SymPy's eigenvalues and eigenvectors.
"""

from __future__ import annotations

import importlib
import importlib.util
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import sympy
from measure import Row, side_by_side

import symspec as ss

Rows = list[list[int]]
REPEATS = 3
PEER_LIMIT = 1.0
SHORTEST = 0.001
ORDERS = {"SymPy": (5, 10), "SageMath": (10, 20, 50)}


def drawn(n: int, rng: random.Random, *, definite: bool) -> Rows:
    """B^T B or B + B^T for random integers from -9 to 9."""
    b = [[rng.randint(-9, 9) for _ in range(n)] for _ in range(n)]
    if definite:
        return [[sum(b[k][i] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
    return [[b[i][j] + b[j][i] for j in range(n)] for i in range(n)]


def rotated(n: int, rng: random.Random) -> Rows:
    """I + v v^T: the eigenvalue 1, n - 1 times, and 1 + |v|^2."""
    v = [rng.randint(1, 3) for _ in range(n)]
    return [[(i == j) + v[i] * v[j] for j in range(n)] for i in range(n)]


def systems() -> Iterator[tuple[str, Callable[[Rows], Any]]]:
    """(name, how it reads a matrix) of the peers."""
    yield "SymPy", sympy.Matrix
    if importlib.util.find_spec("sage"):
        sage: Any = importlib.import_module("sage.all__sagemath_modules")
        yield "SageMath", lambda rows: sage.matrix(sage.QQ, rows)


def ask(theirs: Any) -> bool:
    found = theirs.is_positive_definite
    return bool(found() if callable(found) else found)


def compared(
    name: str,
    material: list[tuple[Any, Any]],
    ours: Callable[[Any], object],
    theirs: Callable[[Any], object],
) -> Row:
    own, other, count = side_by_side(lambda pair: ours(pair[0]), lambda pair: theirs(pair[1]), material)
    return Row(name, own, other, count, limit=PEER_LIMIT if other >= SHORTEST else None)


def definiteness_rows(rng: random.Random) -> Iterator[Row]:
    for peer, read in systems():
        for n in ORDERS[peer]:
            for definite in (True, False):
                given = [drawn(n, rng, definite=definite) for _ in range(REPEATS)]
                material = [(ss.matrix(m), read(m)) for m in given]
                kind = "B^T B" if definite else "B + B^T"
                yield compared(
                    f"definiteness, {kind}, n = {n} / {peer}",
                    material,
                    lambda a: ss.analyze(a).definiteness.kind,
                    ask,
                )


def diagonalization_rows(rng: random.Random) -> Iterator[Row]:
    cases: list[tuple[str, Callable[[], Rows]]] = [
        ("irrational, n = 2", lambda: drawn(2, rng, definite=False)),
        ("I + v v^T, n = 4", lambda: rotated(4, rng)),
        ("I + v v^T, n = 6", lambda: rotated(6, rng)),
    ]
    for name, draw in cases:
        given = [draw() for _ in range(REPEATS)]
        yield compared(
            f"orthogonal diagonalization, {name} / SymPy",
            [(ss.matrix(m), sympy.Matrix(m)) for m in given],
            written_out,
            lambda m: m.diagonalize(normalize=True),
        )


def written_out(a: ss.ExactMatrix) -> object:
    form = ss.analyze(a).orthogonal_diagonalization
    return form.Q.texts(), form.Lambda


def iteration_rows(rng: random.Random) -> Iterator[Row]:
    given = [[[Fraction(rng.randint(-9, 9)) for _ in range(2)] for _ in range(2)] for _ in range(REPEATS)]
    material = [(ss.matrix(m), sympy.Matrix([[int(x) for x in row] for row in m])) for m in given]
    yield compared(
        "quotients of norms, n = 2 / SymPy: eigenvectors",
        material,
        lambda a: ss.analyze(a).iteration([1, 2]).outcome,
        lambda m: m.eigenvects(),
    )


def rows(seed: int) -> Iterator[Row]:
    """All comparisons of this benchmark."""
    rng = random.Random(seed)
    yield from definiteness_rows(rng)
    yield from diagonalization_rows(rng)
    yield from iteration_rows(rng)


if __name__ == "__main__":
    from measure import table

    print(table(list(rows(1))))
