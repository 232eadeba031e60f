"""SageMath (passagemath): the Jordan form over Q where all eigenvalues are rational, else over QQbar.

Its rational form comes without a transformation.
"""

from __future__ import annotations

from typing import Any

import loop
from sage.all__sagemath_modules import QQ, matrix
from sage.rings.qqbar import QQbar


def jordan(a: Any) -> object:
    if all(factor.degree() == 1 for factor, _ in a.charpoly().factor()):
        return a.jordan_form(transformation=True)
    return a.change_ring(QQbar).jordan_form(transformation=True)


loop.serve(
    lambda rows: matrix(QQ, [[QQ(x) for x in row] for row in rows]),
    {
        "charpoly": lambda a: a.charpoly(),
        "minpoly": lambda a: a.minpoly(),
        "eigenvalues": lambda a: a.eigenvalues(),
        "eigenvectors": lambda a: a.eigenvectors_right(),
        "jordan": jordan,
        "dunford": lambda a: a.jordan_decomposition(),
        "frobenius": lambda a: a.rational_form(),
        "similar": lambda a: a.is_similar(a.transpose()),
        "conjugator": lambda a: a.is_similar(a.transpose(), transformation=True),
        "decide": lambda a: all(abs(z) < 1 for z in a.eigenvalues()),
    },
)
