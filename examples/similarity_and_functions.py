"""Similarity over the field, canonical forms, and functions of a matrix."""

from __future__ import annotations

import symspec as ss


def similarity() -> None:
    a, b = "[[3, -4], [1, -1]]", "[[1, 1], [0, 1]]"
    found = ss.similarity(a, b)
    print(found)
    print("T =", found.T, " T^-1 A T =", found.T.inverse @ found.A @ found.T)
    # The same characteristic and the same minimal polynomial, and yet:
    print(ss.similarity("2 1 0 0; 0 2 0 0; 0 0 2 1; 0 0 0 2", "2 1 0 0; 0 2 0 0; 0 0 2 0; 0 0 0 2"))


def canonical_forms() -> None:
    an = ss.analyze("2 1 0 0; 0 2 0 0; 0 0 2 0; 0 0 0 5")
    print("invariant factors:", ", ".join(map(str, an.invariant_factors)))
    print("Frobenius form:", an.frobenius_form, " primary form:", an.primary_form)
    print("F =", an.frobenius_form.F, " T =", an.frobenius_form.T)


def functions() -> None:
    an = ss.analyze("1 1; 1 2")
    print("1/(1 - x):", an.apply("1/(1 - x)"))
    print("principal square root:", an.apply("sqrt(x)"), " over Q:", *an.square_roots)
    print("exp(tA) =", ss.analyze("0 -1; 1 0").exponential)
    print("log of a unipotent matrix:", ss.analyze("1 2 3; 0 1 4; 0 0 1").apply("log(x)").exact)
    try:
        print(ss.analyze("0 1; 0 0").square_root)
    except ss.UndefinedError as error:
        print(error)


if __name__ == "__main__":
    similarity()
    canonical_forms()
    functions()
