"""Other exact systems, where they can be imported, behind one face: prepare a matrix, run a task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec
from typing import Any

Rows = list[list[Fraction]]
Task = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Peer:
    """A system: how it reads a matrix, and what it can do.

    Attributes:
        name: as shown in the table.
        prepare: rows -> a fresh matrix of the system; not timed.
        tasks: by name: "dunford", "jordan" (with its basis, over Q), "profile".
        largest: {task: the largest order it is asked for}; beyond it takes minutes.
    """

    name: str
    prepare: Callable[[Rows], Any]
    tasks: dict[str, Task]
    largest: dict[str, int]


def peers() -> list[Peer]:
    """The floor, and every system that is installed."""
    found = [floor()]
    for library, make in (
        ("sympy", sympy_peer),
        ("sage", sage_peer),
        ("cypari", pari_peer),
        ("giacpy", giac_peer),
    ):
        if find_spec(library):
            found.append(make())
    return found


def floor() -> Peer:
    """python-flint alone: charpoly, its factors, and the ranks of p(A)^k until they stop falling."""
    import flint

    def prepare(rows: Rows) -> Any:
        return flint.fmpq_mat([[flint.fmpq(x.numerator, x.denominator) for x in row] for row in rows])

    def profile(a: Any) -> object:
        _, factors = a.charpoly().numer().factor()
        return [ranks(a, p, m) for p, m in factors]

    def ranks(a: Any, p: Any, m: int) -> list[int]:
        if m == 1:
            return []
        value = a * 0
        for c in reversed(p.coeffs()):
            value = value * a
            for i in range(a.nrows()):
                value[i, i] += c
        power, found = value, [a.nrows(), value.numer_denom()[0].rank()]
        while found[-1] > a.nrows() - m * p.degree():
            power = power * value
            found.append(power.numer_denom()[0].rank())
        return found

    return Peer("floor", prepare, {"profile": profile, "dunford": profile}, {"profile": 200, "dunford": 200})


def sympy_peer() -> Peer:
    import sympy

    def prepare(rows: Rows) -> Any:
        return sympy.Matrix([[sympy.Rational(x.numerator, x.denominator) for x in row] for row in rows])

    return Peer("SymPy", prepare, {"jordan": lambda a: a.jordan_form()}, {"jordan": 10})


def sage_peer() -> Peer:
    from sage.all__sagemath_modules import QQ, matrix

    def prepare(rows: Rows) -> Any:
        return matrix(QQ, [[QQ(str(x)) for x in row] for row in rows])

    tasks: dict[str, Task] = {
        "dunford": lambda a: a.jordan_decomposition(),
        "jordan": lambda a: a.jordan_form(transformation=True),
    }
    return Peer("SageMath", prepare, tasks, {"dunford": 50, "jordan": 40})


def pari_peer() -> Peer:
    from cypari import pari

    pari.allocatemem(2**30, silent=True)
    newton = pari(
        "A -> my(p = charpoly(A), q = p/gcd(p, p'), D = A);"
        " while(subst(q, x, D) != 0, D -= subst(q, x, D)*subst(q', x, D)^-1); [D, A - D]"
    )

    def prepare(rows: Rows) -> Any:
        return pari("[" + ";".join(",".join(map(str, row)) for row in rows) + "]")

    return Peer("PARI", prepare, {"dunford": newton}, {"dunford": 50})


def giac_peer() -> Peer:
    from giacpy import giac

    def prepare(rows: Rows) -> Any:
        return giac("[" + ",".join("[" + ",".join(map(str, row)) + "]" for row in rows) + "]")

    return Peer("giac", prepare, {"jordan": giac.jordan}, {"jordan": 40})
