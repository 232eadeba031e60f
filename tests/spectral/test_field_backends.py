"""Number fields on both arithmetics, by two routes, and against SymPy's own matrices over QQ<theta>."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from sympy.polys.matrices import DomainMatrix

import symspec as ss
from symspec.algebra.backend import is_installed
from symspec.algebra.fields.matrix import FieldMatrix
from symspec.algebra.fields.simple_roots import simple_roots
from symspec.spectral.over_fields import _eigenvalues, field_profile
from tests.strategies import FieldStructured, field_rows, field_structured_matrices

needs_flint = pytest.mark.skipif(not is_installed("flint"), reason="needs python-flint for the second engine")

MATRICES = (
    "[[1/(1 + sqrt(2)), 1], [0, 1]]",
    "[[2(sqrt(2) - 1), -1], [1, 0]]",
    "[[i, 1, 0, 0], [0, i, 0, 0], [0, 0, i, 0], [0, 0, 0, -i]]",
    "[[sqrt(2)/2, 1, 0], [0, sqrt(2)/2, 0], [0, 0, -sqrt(2)/2]]",
    "[[2^(1/3) - 1, 1, 0], [0, 2^(1/3) - 1, 0], [0, 0, 1]]",
    "[[exp(2 pi i/5), 1, 0], [0, exp(4 pi i/5), 0], [1, 0, 1/2]]",
    "[[sqrt(2), 3, 1], [sqrt(3), 1, 2], [0, 1, sqrt(6)]]",
    "[[2cos(2 pi/7), 1], [1, 2cos(4 pi/7)]]",
    "[[CRootOf(x^3 - x - 1, 1), 1], [0, 1]]",
    "[[(3 + 4i)/5, 0, 0], [0, (3 - 4i)/5, 1], [0, 0, (3 - 4i)/5]]",
)


def facts(an: ss.Analysis) -> dict[str, Any]:
    return {
        "charpoly": str(an.charpoly),
        "minpoly": str(an.minpoly),
        "blocks": Counter((str(e.value), e.block_sizes, e.position) for e in an.spectrum.eigenvalues),
        "behavior": an.behavior,
        "limit": str(an.limit) if an.behavior.has_limit else None,
        "growth": (str(an.growth.rate), an.growth.degree),
        "dunford": (str(an.dunford.D), str(an.dunford.N)),
        "rank": (an.rank, an.ranks_at_one),
        "det": str(an.det),
    }


@needs_flint
@pytest.mark.parametrize("text", MATRICES)
def test_both_arithmetics_agree(text: str) -> None:
    flint, plain = (ss.analyze(ss.matrix(text, backend=name)) for name in ("flint", "sympy"))
    assert (flint.matrix.backend, plain.matrix.backend) == ("flint", "sympy")
    assert facts(flint) == facts(plain)


@pytest.mark.parametrize("text", MATRICES)
def test_certificates_and_proofs_without_flint(text: str) -> None:
    an = ss.analyze(ss.matrix(text, backend="sympy"))
    assert ss.verify(an.certificate, an.matrix).behavior is an.behavior
    proof = an.proof()
    assert ss.verify(proof.certificate, an.matrix).behavior is an.behavior
    assert proof.to_text() == ss.analyze(text).proof().to_text()


@settings(max_examples=12, deadline=None)
@given(field_structured_matrices(max_order=4))
def test_matrices_built_backwards_without_flint(s: FieldStructured) -> None:
    an = ss.analyze(ss.matrix(s.rows, backend="sympy"))
    assert an.matrix.backend == "sympy"
    assert {e.value: e.block_sizes for e in an.spectrum.eigenvalues} == s.blocks
    assert {e.value: e.position for e in an.spectrum.eigenvalues} == s.positions
    assert an.dunford.D == ss.matrix(s.diagonal)
    if an.behavior.has_limit:
        assert an.limit == ss.matrix(s.at_one)
    assert ss.verify(an.certificate, an.matrix).behavior is an.behavior


# -- two routes to the spectrum --------------------------------------------------------------


@needs_flint
@settings(max_examples=40, deadline=None)
@given(field_rows())
def test_located_roots_are_those_of_the_norm(rows: list[list[Any]]) -> None:
    """Simple roots by discs about the polynomial over K; all roots of the norm over Q, by exclusion."""
    a = ss.matrix(rows)
    if not isinstance(a, FieldMatrix) or all(len(c) <= 1 for c in a.charpoly_coordinates):
        return
    located = simple_roots(a.field, a.charpoly_coordinates)
    by_norm = [(z, m) for _, pairs in _eigenvalues(a) for z, m in pairs]
    if located is None:
        assert any(m > 1 for _, m in by_norm)
        return
    assert all(m == 1 for _, m in by_norm) and len(located) == len(by_norm)
    for z, _ in by_norm:
        same = [w for w in located if w.minpoly == z.minpoly and w.box(256).meets(z.box(256))]
        assert len(same) == 1


@needs_flint
def test_roots_that_differ_in_the_sixtieth_digit_are_told_apart() -> None:
    a = ss.matrix("[[sqrt(2), 0, 0], [0, sqrt(2) + 1/10^60, 0], [0, 0, sqrt(2) - 1/10^60]]")
    values = sorted(f.value for f in field_profile(a).factors)  # type: ignore[arg-type]
    assert len(values) == 3 and values[0] < values[1] < values[2]
    assert values[2] - values[0] == Fraction(2, 10**60)


# -- against SymPy's DomainMatrix ------------------------------------------------------------

UNITS = (sympy.sqrt(2), sympy.I, sympy.root(2, 3), sympy.sqrt(2) + sympy.sqrt(3))


@pytest.mark.parametrize("name", ["flint", "sympy"])
@pytest.mark.parametrize("unit", UNITS, ids=str)
def test_charpoly_rank_and_det_against_domain_matrix(unit: Any, name: str) -> None:
    if not is_installed(name):
        pytest.skip(f"needs the library of the backend {name}")
    entries = sympy.Matrix(4, 4, lambda i, j: (i * j + 1) * unit + sympy.Rational(i - j, 3) * unit**2)
    m = entries + sympy.eye(4)
    theirs = DomainMatrix.from_Matrix(m, extension=True)
    ours = ss.matrix(m, backend=name)
    x = sympy.Symbol("x")
    expected = sum(theirs.domain.to_sympy(c) * x**k for k, c in enumerate(reversed(theirs.charpoly())))
    assert sympy.expand(sympy.sympify(ours.charpoly) - expected).equals(0)
    assert ours.rank == theirs.to_field().rank()
    assert ours.det == ss.matrix([[theirs.domain.to_sympy(theirs.charpoly()[-1])]])[0, 0]


def test_a_fraction_beside_a_product_of_units() -> None:
    """Sums of rational multiples of products are read term by term; other forms as a whole."""
    s, r = sympy.sqrt(2), sympy.sqrt(3)
    for entry, text in (
        (sympy.Rational(3, 7) * s * r + 2 * s - 5, "3 sqrt(6)/7 + 2 sqrt(2) - 5"),
        (sympy.I * s / 3 + sympy.I, "i sqrt(2)/3 + i"),
        ((1 + s) ** 5 / 2, "(1 + sqrt(2))^5/2"),
        (sympy.Mul(s, s, evaluate=False), "2"),
        (sympy.Add(s, -s, evaluate=False), "0"),
        (sympy.Float("0.5") * s, "sqrt(2)/2"),
        (s + sympy.Float("0.1"), "sqrt(2) + 1/10"),
    ):
        assert ss.matrix([[entry]]) == ss.matrix([[text]]), text
    assert ss.matrix([[s, Fraction(1, 2)], [0, 1]])[0, 1] == Fraction(1, 2)
