"""SymPy, by its fast paths where it has any."""

from __future__ import annotations

import loop
import sympy
from sympy import Matrix, Rational, Symbol, oo

n = Symbol("n", integer=True, positive=True)
t = Symbol("t")
loop.serve(
    lambda rows: Matrix([[Rational(x) for x in row] for row in rows]),
    {
        "charpoly": lambda a: a.to_DM().charpoly(),
        "eigenvalues": lambda a: a.eigenvals(),
        "eigenvectors": lambda a: a.eigenvects(),
        "jordan": lambda a: a.jordan_form(),
        "power": lambda a: a**n,
        "exponential": lambda a: (a * t).exp(),
        "limit": lambda a: (a**n).applyfunc(lambda e: sympy.limit(e, n, oo)),
        "decide": lambda a: all(abs(z) < 1 for z in a.eigenvals()),
    },
)
