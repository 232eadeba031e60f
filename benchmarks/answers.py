"""Answers judged per second, from text to verdict, all distinct, with one analysis used again.

The floor is what python-flint takes for det P != 0 and A P == P J with the matrices already in its own form.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import flint

from symspec import analyze, check_answer

Rows = list[list[Fraction]]
ROUNDS = 3


def product(a: Rows, b: Rows) -> Rows:
    """A B."""
    return [
        [sum((x * y for x, y in zip(row, col, strict=True)), Fraction(0)) for col in zip(*b, strict=True)]
        for row in a
    ]


def written(rows: Rows) -> str:
    """[[1/2, 1], ..]."""
    return "[" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in rows) + "]"


J = [[Fraction(x) for x in row] for row in ([2, 1, 0], [0, 2, 0], [0, 0, -3])]
P = [[Fraction(x) for x in row] for row in ([1, 2, 1], [0, 1, 3], [1, 1, -1])]


def inverse(p: Rows) -> Rows:
    """P^-1."""
    m = flint.fmpq_mat([[flint.fmpq(x.numerator, x.denominator) for x in row] for row in p]).inv()
    return [[Fraction(int(m[i, j].p), int(m[i, j].q)) for j in range(3)] for i in range(3)]


A = product(product(P, J), inverse(P))


def bases(count: int) -> Iterator[Rows]:
    """Other right P: the columns of P times what commutes with J."""
    draw = random.Random(8)
    seen: set[str] = set()
    while len(seen) < count:
        a, b, c = (Fraction(draw.randint(1, 99), draw.randint(1, 99)) for _ in range(3))
        p = product(P, [[a, b, Fraction(0)], [Fraction(0), a, Fraction(0)], [Fraction(0), Fraction(0), c]])
        if written(p) not in seen:
            seen.add(written(p))
            yield p


def texts(task: str, count: int) -> list[str]:
    """Distinct right answers to the task."""
    if task == "jordan_form":
        return [f"P = {written(p)}, J = {written(J)}" for p in bases(count)]
    if task == "eigenvectors":
        columns = ([str(row[j]) for row in p] for p in bases(count) for j in (0,))
        return [f"λ = 2: ({', '.join(c)})" for c in columns]
    if task == "dunford":
        d = product(product(P, [[2, 0, 0], [0, 2, 0], [0, 0, -3]]), inverse(P))  # type: ignore[list-item]
        n = [[x - y for x, y in zip(r, s, strict=True)] for r, s in zip(A, d, strict=True)]
        return [
            f"D = 1/{k} {written([[k * x for x in r] for r in d])}, N = {written(n)}"
            for k in range(2, count + 2)
        ]
    if task == "charpoly":
        return [f"1/{k} ({k}x + {3 * k})(x - 2)^2" for k in range(2, count + 2)]
    return [f"{2 * k}/{k} (double), {-3 * k}/{k}" for k in range(2, count + 2)]


def rate(task: str, count: int) -> float:
    """Answers per second of processor time, the best round of three."""
    an = analyze(A)
    answers = texts(task, count)
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in answers:
            if check_answer(task, an, text).status != "correct":
                raise SystemExit(f"a right answer was not accepted: {text}")
        best = max(best, count / (time.process_time() - start))
    return best


def floor_rate(count: int) -> float:
    """Checks of A P == P J and det P != 0 per second in python-flint."""

    def native(rows: Rows) -> flint.fmpq_mat:
        return flint.fmpq_mat([[flint.fmpq(x.numerator, x.denominator) for x in row] for row in rows])

    a, j, ps = native(A), native(J), [native(p) for p in bases(count)]
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        if not all(p.det() != 0 and a * p == p * j for p in ps):
            raise SystemExit("a right P was not accepted")
        best = max(best, count / (time.process_time() - start))
    return best


def main() -> None:
    """One line a task: answers per second, and how many python-flint checks one answer costs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    floor = floor_rate(count)
    print(f"python-flint, det P != 0 and A P == P J    {floor:9.0f} per second")
    for task in ("jordan_form", "eigenvectors", "dunford", "charpoly", "eigenvalues"):
        found = rate(task, count)
        print(f"{task:42} {found:9.0f} per second, {floor / found:6.0f} checks each")


if __name__ == "__main__":
    main()
