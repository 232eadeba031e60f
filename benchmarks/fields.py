"""Matrices over number fields, against SymPy's DomainMatrix over QQ<theta> and SageMath's QQbar.

- spectrum: symspec's verdict and exact eigenvalues with multiplicities, block sizes and places, of a matrix;
  SymPy's characteristic polynomial and its factors over the field, of a DomainMatrix that it has. Factors
  are not yet eigenvalues: the peer does less.
- from expressions: the same from a SymPy matrix, with what each needs to find the field.
- QQbar: exact eigenvalues with their minimal polynomials over Q, asked of both; SageMath's without block
  sizes and places: the peer does less.
"""

from __future__ import annotations

import importlib
import importlib.util
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy
from measure import Row, side_by_side
from sympy.polys.matrices import DomainMatrix

import symspec as ss

# A unit in SymPy, and how SageMath makes it from its QQbar.
Unit = tuple[Any, Callable[[Any], Any]]
ONE: Unit = (sympy.Integer(1), lambda field: field(1))
SQRT2: Unit = (sympy.sqrt(2), lambda field: field(2).sqrt())
SQRT3: Unit = (sympy.sqrt(3), lambda field: field(3).sqrt())
SQRT5: Unit = (sympy.sqrt(5), lambda field: field(5).sqrt())
UNIT: Unit = (sympy.I, lambda field: field(-1).sqrt())
SQRT2_I: Unit = (sympy.sqrt(2) * sympy.I, lambda field: field(-2).sqrt())
CBRT2: Unit = (sympy.root(2, 3), lambda field: field(2).nth_root(3))
FIELDS: tuple[tuple[int, str, tuple[Unit, ...], int], ...] = (
    (3, "sqrt 2", (ONE, SQRT2), 11),
    (5, "sqrt 2", (ONE, SQRT2), 11),
    (5, "sqrt 2, i", (ONE, SQRT2, UNIT, SQRT2_I), 11),
    (5, "2^(1/3)", (ONE, CBRT2), 11),
    (5, "2^(1/3), i", (ONE, CBRT2, UNIT), 7),
    (3, "sqrt 2, sqrt 3, sqrt 5", (ONE, SQRT2, SQRT3, SQRT5), 7),
    (8, "sqrt 2, i", (ONE, SQRT2, UNIT), 3),
)
QQBAR = (FIELDS[0], FIELDS[2])  # the second has n = 5 and degree 4
QQBAR_REPEATS = 3
FASTER_THAN_QQBAR = 0.1
FASTER_THAN_SYMPY = 0.1  # at n = 5, degree 4


@dataclass(frozen=True, slots=True)
class Drawn:
    """One random matrix: sum coefficients[k][i][j] times unit k, in the forms of each."""

    coefficients: list[list[list[Any]]]
    expressions: Any
    ours: ss.ExactMatrix
    theirs: Any


def drawn(n: int, units: tuple[Unit, ...], rng: random.Random) -> Drawn:
    """Coefficients a/b with |a| <= 5 and b <= 4."""
    coefficients = [
        [[sympy.Rational(rng.randint(-5, 5), rng.randint(1, 4)) for _ in range(n)] for _ in range(n)]
        for _ in units
    ]
    m = sum((sympy.Matrix(c) * u for c, (u, _) in zip(coefficients, units, strict=True)), sympy.zeros(n, n))
    return Drawn(coefficients, m, ss.matrix(m), DomainMatrix.from_Matrix(m, extension=True))


def our_spectrum(piece: Drawn) -> Any:
    an = ss.analyze(piece.ours * 1)  # a fresh object: nothing is computed yet
    return an.behavior, an.spectrum


def their_factors(piece: Drawn) -> Any:
    chi = piece.theirs.charpoly()
    return sympy.Poly(chi, sympy.Symbol("x"), domain=piece.theirs.domain).factor_list()


def our_spectrum_from_expressions(piece: Drawn) -> Any:
    an = ss.analyze(piece.expressions)
    return an.behavior, an.spectrum


def our_minpolys_from_expressions(piece: Drawn) -> Any:
    an = ss.analyze(piece.expressions)
    return an.behavior, [e.value.minpoly for e in an.spectrum.eigenvalues]


def their_factors_from_expressions(piece: Drawn) -> Any:
    m = DomainMatrix.from_Matrix(piece.expressions, extension=True)
    return sympy.Poly(m.charpoly(), sympy.Symbol("x"), domain=m.domain).factor_list()


def sympy_rows(seed: int) -> Iterator[Row]:
    rng = random.Random(seed)
    our_spectrum(drawn(2, (ONE, SQRT2), rng))  # imports are not measured
    for n, name, units, repeats in FIELDS:
        pieces = [drawn(n, units, rng) for _ in range(repeats)]
        title = f"n = {n}, Q({name})"
        ours, theirs, count = side_by_side(our_spectrum, their_factors, pieces)
        limit = FASTER_THAN_SYMPY if (n, name) == (5, "sqrt 2, i") else None
        yield Row(f"{title}: spectrum / SymPy factors", ours, theirs, count, limit=limit)
        pair = our_spectrum_from_expressions, their_factors_from_expressions
        ours, theirs, count = side_by_side(*pair, pieces)
        yield Row(f"{title}: the same from expressions", ours, theirs, count)


def qqbar_rows(seed: int) -> Iterator[Row]:
    """Nothing where SageMath is not installed."""
    if (
        importlib.util.find_spec("sage") is None
        or importlib.util.find_spec("sage.all__sagemath_modules") is None
    ):
        return
    for part in ("modules", "flint", "ntl"):
        importlib.import_module(f"sage.all__sagemath_{part}")
    qqbar = importlib.import_module("sage.rings.qqbar")
    qqbar._init_qqbar()
    sage_matrix = importlib.import_module("sage.matrix.constructor").matrix
    rng = random.Random(seed)
    for n, name, units, _ in QQBAR:
        values = [make(qqbar.QQbar) for _, make in units]

        def theirs_of(piece: Drawn, values: list[Any] = values) -> Any:
            parts = [
                sage_matrix(qqbar.QQbar, [[qqbar.QQ(str(q)) for q in row] for row in c]) * value
                for c, value in zip(piece.coefficients, values, strict=True)
            ]
            return [z.minpoly() for z in sum(parts[1:], parts[0]).eigenvalues()]

        pieces = [drawn(n, units, rng) for _ in range(QQBAR_REPEATS)]
        ours, theirs, count = side_by_side(our_minpolys_from_expressions, theirs_of, pieces)
        title = f"n = {n}, Q({name}): minimal polynomials / QQbar"
        yield Row(title, ours, theirs, count, limit=FASTER_THAN_QQBAR)


def rows(seed: int) -> Iterator[Row]:
    """All comparisons of this benchmark."""
    yield from sympy_rows(seed)
    yield from qqbar_rows(seed)
