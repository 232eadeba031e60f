"""What NumPy and SymPy say to four questions about A^n, beside what symspec says.

    .venv/bin/python benchmarks/beside.py

It shows the versions that are installed; another version may answer otherwise.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import sympy

import symspec as ss

ROTATION = [["3/5", "-4/5"], ["4/5", "3/5"]]
NEGATIVE = [["-1/2", 1], [0, "-1/2"]]
QUINTIC = [[0, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0]]
HALVES = [["1/2", "1/2", 0], [0, "1/2", "1/2"], ["1/2", 0, "1/2"]]


def numpy_vanishes(rows: list[list[object]]) -> bool:
    """The usual test, max |z| < 1."""
    values = np.linalg.eigvals(np.array([[float(sympy.Rational(x)) for x in row] for row in rows]))
    return bool(max(abs(values)) < 1)


def sympy_limit(rows: list[list[object]]) -> object:
    """The limit of each entry of A^n."""
    n = sympy.Symbol("n", integer=True, nonnegative=True)
    power = sympy.Matrix([[sympy.Rational(x) for x in row] for row in rows]) ** n
    return power.applyfunc(lambda entry: sympy.limit(entry, n, sympy.oo))


def sympy_jordan(rows: list[list[object]]) -> object:
    """J and P."""
    return sympy.Matrix(rows).jordan_form()


def shown(call: Callable[[], object]) -> str:
    """What it returns or raises, on one line."""
    try:
        text = str(call())
    except Exception as error:  # noqa: BLE001 - any refusal of a peer is what is to be shown
        text = f"{type(error).__name__}: {error}"
    return " ".join(text.split())[:100]


def symspec_jordan() -> str:
    """Whether A P = P J, over the roots of the quintic at once."""
    form = ss.analyze(QUINTIC).jordan_form
    return f"{len(form.blocks)} blocks, of sizes {[b.size for b in form.blocks]}"


def main() -> None:
    rows: list[tuple[str, str, Callable[[], object], Callable[[], object]]] = [
        (
            "a rotation: does A^n -> 0?",
            "NumPy",
            lambda: numpy_vanishes(ROTATION),
            lambda: ss.analyze(ROTATION).behavior.value,
        ),
        (
            "[[-1/2, 1], [0, -1/2]]: lim A^n",
            "SymPy",
            lambda: sympy_limit(NEGATIVE),
            lambda: ss.analyze(NEGATIVE).limit,
        ),
        ("a lazy cycle: lim A^n", "SymPy", lambda: sympy_limit(HALVES), lambda: ss.analyze(HALVES).limit),
        ("x^5 - x - 1: Jordan form with P", "SymPy", lambda: sympy_jordan(QUINTIC), symspec_jordan),
    ]
    print(f"NumPy {np.__version__}, SymPy {sympy.__version__}, symspec {ss.__version__}")
    for question, peer, theirs, ours in rows:
        print(f"\n{question}\n    {peer:<8} {shown(theirs)}\n    symspec  {shown(ours)}")


if __name__ == "__main__":
    main()
