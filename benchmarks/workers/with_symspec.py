"""symspec, from a fresh exact matrix to a result that it has verified."""

from __future__ import annotations

from fractions import Fraction

import loop

import symspec as ss
from symspec.algebra.matrix import ExactMatrix


def basis(a: ExactMatrix) -> object:
    form = ss.analyze(a).jordan_form
    return form.P, form.J


loop.serve(
    lambda rows: ExactMatrix.from_fractions([[Fraction(x) for x in row] for row in rows]),
    {
        "charpoly": lambda a: ss.analyze(a).charpoly,
        "minpoly": lambda a: ss.analyze(a).minpoly,
        "eigenvalues": lambda a: ss.analyze(a).spectrum.eigenvalues,
        "eigenvectors": lambda a: ss.analyze(a).eigenvectors,
        "jordan": basis,
        "dunford": lambda a: ss.analyze(a).dunford,
        "frobenius": lambda a: ss.analyze(a).frobenius_form,
        "similar": lambda a: ss.similarity(a, a.transpose).similar,
        "conjugator": lambda a: ss.similarity(a, a.transpose).T,
        "power": lambda a: ss.analyze(a).power.terms,
        "exponential": lambda a: ss.analyze(a).exponential,
        "limit": lambda a: ss.analyze(a).limit,
        "decide": lambda a: ss.analyze(a).behavior,
    },
)
