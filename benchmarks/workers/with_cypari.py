"""PARI: built-in polynomials, and Newton's iteration for D in one line."""

from __future__ import annotations

import loop
from cypari import pari

pari.allocatemem(2**30, silent=True)
newton = pari(
    "A -> my(p = charpoly(A), q = p/gcd(p, p'), D = A);"
    " while(subst(q, x, D) != 0, D -= subst(q, x, D)*subst(q', x, D)^-1); [D, A - D]"
)
loop.serve(
    lambda rows: pari("[" + ";".join(",".join(row) for row in rows) + "]"),
    {
        "charpoly": lambda a: a.charpoly(),
        "minpoly": pari("A -> minpoly(A)"),
        "dunford": newton,
        "frobenius": pari("A -> matfrobenius(A, 2)"),
    },
)
