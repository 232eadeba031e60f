"""Markov chains, recurrences and walks, against SymPy, SageMath and PARI as far as they can be imported.

- stationary: every extreme stationary distribution, verified; SymPy's stationary_distribution; the left
  kernel of P - I in SageMath and PARI, which does not separate the classes of a reducible chain.
- classes: communicating classes with periods; SymPy's communication_classes.
- absorption: (I - Q)^-1, probabilities and expected steps; SymPy's fundamental_matrix alone.
- recurrence: a(n) for large n; SymPy's linrec, PARI's powers modulo the characteristic polynomial.
- walks: the number of walks of length n between two vertices; powers of the matrix in SymPy and SageMath.
"""

from __future__ import annotations

import importlib
import importlib.util
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import sympy
from corpus import matrix as corpus
from measure import Row, side_by_side
from sympy.discrete.recurrences import linrec
from sympy.stats import DiscreteMarkovChain

import symspec as ss
from symspec.algebra.matrix import ExactMatrix

Rows = list[list[Fraction]]
REPEATS = 5
PEER_LIMIT = 1.0
PARI_LIMIT = 1.5  # PARI only finds a kernel, or a power modulo a polynomial, and verifies nothing
SHORTEST = 0.001
IRREDUCIBLE = ("C4_gen_n005", "C4_gen_n010", "C4_gen_n020", "C4_gen_n050", "C4_per_n020")
REDUCIBLE = ("C4_red_n012", "C4_red_n020")


def compared(
    name: str,
    material: list[tuple[Any, Any]],
    ours: Callable[[Any], object],
    theirs: Callable[[Any], object],
) -> Row:
    own, other, count = side_by_side(lambda pair: ours(pair[0]), lambda pair: theirs(pair[1]), material)
    limit = PARI_LIMIT if "/ PARI" in name else PEER_LIMIT
    return Row(name, own, other, count, limit=limit if other >= SHORTEST else None)


def sympy_matrix(rows: Rows) -> Any:
    return sympy.Matrix([[sympy.Rational(x.numerator, x.denominator) for x in row] for row in rows])


def sympy_chain(rows: Rows) -> Any:
    return DiscreteMarkovChain("X", list(range(len(rows))), sympy_matrix(rows))


def kernels() -> Iterator[tuple[str, Callable[[Rows], Any], Callable[[Any], object]]]:
    """(name, how it reads a matrix, the left kernel of P - I)."""
    if importlib.util.find_spec("sage"):
        sage: Any = importlib.import_module("sage.all__sagemath_modules")
        yield (
            "SageMath",
            lambda rows: sage.matrix(sage.QQ, [[sage.QQ(str(x)) for x in row] for row in rows]),
            lambda p: (p - 1).left_kernel().basis(),
        )
    if importlib.util.find_spec("cypari"):
        pari: Any = importlib.import_module("cypari").pari
        yield (
            "PARI",
            lambda rows: pari("[" + ";".join(",".join(map(str, row)) for row in rows) + "]"),
            lambda p: (p - 1).mattranspose().matker(),
        )


def chain(a: ExactMatrix) -> Any:
    return ss.analyze(a).structure.markov


def stationary_rows() -> Iterator[Row]:
    for name in IRREDUCIBLE + REDUCIBLE:
        rows = corpus(name)
        if len(rows) <= 10:
            given = [(ExactMatrix.from_fractions(rows), sympy_chain(rows)) for _ in range(REPEATS)]
            yield compared(
                f"stationary {name} / SymPy",
                given,
                lambda a: chain(a).extreme_stationary_distributions,
                lambda x: x.stationary_distribution(),
            )
        for peer, read, kernel in kernels():
            given = [(ExactMatrix.from_fractions(rows), read(rows)) for _ in range(REPEATS)]
            yield compared(
                f"stationary {name} / {peer}",
                given,
                lambda a: chain(a).extreme_stationary_distributions,
                kernel,
            )


def class_rows() -> Iterator[Row]:
    for name in ("C4_gen_n010", "C4_red_n012", "C4_red_n020"):
        rows = corpus(name)
        given = [(ExactMatrix.from_fractions(rows), sympy_chain(rows)) for _ in range(REPEATS)]
        yield compared(
            f"classes {name} / SymPy", given, lambda a: chain(a).classes, lambda x: x.communication_classes()
        )


def absorbed(a: ExactMatrix) -> object:
    found = chain(a)
    return found.fundamental_matrix, found.absorption_probabilities, found.expected_steps


def gambler(n: int, p: Fraction) -> Rows:
    """States 0, .., n, absorbing at the ends; one up with probability p, else one down."""
    rows = [[Fraction(int(i == j)) for j in range(n + 1)] for i in range(n + 1)]
    for i in range(1, n):
        rows[i][i], rows[i][i + 1], rows[i][i - 1] = Fraction(0), p, 1 - p
    return rows


def absorption_rows(rng: random.Random) -> Iterator[Row]:
    for n in (4, 6):
        drawn = [gambler(n, Fraction(rng.randint(1, 9), 10)) for _ in range(REPEATS)]
        given = [(ExactMatrix.from_fractions(rows), sympy_chain(rows)) for rows in drawn]
        yield compared(
            f"absorption, gambler, n = {n} / SymPy", given, absorbed, lambda x: x.fundamental_matrix()
        )


def recurrence_rows(rng: random.Random) -> Iterator[Row]:
    for order, n in ((2, 300_000), (3, 300_000), (8, 50_000)):
        drawn = [[rng.randint(1, 5) for _ in range(order)] for _ in range(REPEATS)]
        start = [0] * (order - 1) + [1]
        yield compared(
            f"recurrence of order {order}, n = {n} / SymPy: linrec",
            [(ss.recurrence(c, start=start), c) for c in drawn],
            lambda a, n=n: a.at(n),
            lambda c, s=start, n=n: linrec(c, n=n, init=s),
        )
        if importlib.util.find_spec("cypari"):
            pari: Any = importlib.import_module("cypari").pari
            pari.allocatemem(2**28, silent=True)
            power = pari("(q, n) -> lift(Mod(x, q)^n)")
            yield compared(
                f"recurrence of order {order}, n = {n} / PARI: x^n modulo q",
                [(ss.recurrence(c, start=start), pari([1, *(-x for x in c)]).Pol()) for c in drawn],
                lambda a, n=n: a.at(n),
                lambda q, n=n, power=power: power(q, n),
            )


def walk_rows(rng: random.Random) -> Iterator[Row]:
    n = 20
    for length in (100, 1000):
        drawn = [[[rng.randint(0, 1) for _ in range(n)] for _ in range(n)] for _ in range(REPEATS)]
        own = [ExactMatrix.from_integers(rows) for rows in drawn]
        yield compared(
            f"walks of length {length}, {n} vertices / SymPy: power",
            [(a, sympy.Matrix(rows)) for a, rows in zip(own, drawn, strict=True)],
            lambda a, k=length: ss.walks(a).count(k, 0, n - 1),
            lambda a, k=length: (a**k)[0, n - 1],
        )
        if importlib.util.find_spec("sage"):
            sage: Any = importlib.import_module("sage.all__sagemath_modules")
            yield compared(
                f"walks of length {length}, {n} vertices / SageMath: power",
                [(a, sage.matrix(sage.ZZ, rows)) for a, rows in zip(own, drawn, strict=True)],
                lambda a, k=length: ss.walks(a).count(k, 0, n - 1),
                lambda a, k=length: (a**k)[0, n - 1],
            )


def rows(seed: int) -> Iterator[Row]:
    """All comparisons of this benchmark."""
    rng = random.Random(seed)
    yield from stationary_rows()
    yield from class_rows()
    yield from absorption_rows(rng)
    yield from recurrence_rows(rng)
    yield from walk_rows(rng)


if __name__ == "__main__":
    from measure import table

    print(table(list(rows(1))))
