"""The eigenvalues of largest modulus and the modulus below them, over Q and over number fields."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import symspec as ss
from symspec.algebra.numbers.algebraic import AlgebraicNumber, compare_modulus
from tests.strategies import FieldStructured, Structured, field_structured_matrices, structured_matrices

KNOWN = {
    "[[2, 1], [1, 2]]": (["3"], "1"),
    "[[0, 1, 0], [0, 0, 1], [1, 0, 0]]": (["(-1 + i sqrt(3))/2", "(-1 - i sqrt(3))/2", "1"], None),
    "[[2^(1/3)(3 + 4i)/5, 0, 0], [0, 2^(1/3)(5 + 12i)/13, 0], [0, 0, 1]]": (2, "1"),
    "[[sqrt(2) + i sqrt(3), 0, 0], [0, sqrt(5), 0], [0, 0, sqrt(2)]]": (2, "sqrt(2)"),
    "[[1 + sqrt(2), 0], [0, 1 + sqrt(2) + 1/10^60]]": (1, "1 + sqrt(2)"),
    "[[0, 1], [0, 0]]": (["0"], None),
}


@pytest.mark.parametrize("text", KNOWN)
def test_known(text: str) -> None:
    an = ss.analyze(text)
    outer, below = KNOWN[text]
    found = [str(e.value) for e in an.peripheral_spectrum]
    assert len(found) == outer if isinstance(outer, int) else sorted(found) == sorted(outer)
    if below is None:
        with pytest.raises(ss.UndefinedError, match="same modulus"):
            _ = an.subdominant_modulus
    else:
        assert str(an.subdominant_modulus) == str(ss.matrix([[below]])[0, 0])


def moduli_are_told_apart(an: ss.Analysis) -> None:
    rho = an.spectral_radius
    outer = an.peripheral_spectrum
    assert all(compare_modulus(e.value, rho) == 0 for e in outer)
    rest = [e for e in an.spectrum.eigenvalues if e not in outer]
    assert all(compare_modulus(e.value, rho) < 0 for e in rest)
    if rest:
        below: AlgebraicNumber = an.subdominant_modulus
        assert below < rho and all(compare_modulus(e.value, below) <= 0 for e in rest)
        assert any(compare_modulus(e.value, below) == 0 for e in rest)


@settings(max_examples=25, deadline=None)
@given(structured_matrices())
def test_over_the_rationals(s: Structured) -> None:
    moduli_are_told_apart(ss.analyze(s.matrix))


@settings(max_examples=25, deadline=None)
@given(field_structured_matrices())
def test_over_number_fields(s: FieldStructured) -> None:
    moduli_are_told_apart(ss.analyze(s.rows))


@settings(max_examples=25, deadline=None)
@given(field_structured_matrices(max_order=4))
def test_the_convergence_rate_over_number_fields(s: FieldStructured) -> None:
    """A^n - L = (A - L)^n for n >= 1: its growth is that of the difference."""
    an = ss.analyze(s.rows)
    if not an.behavior.has_limit:
        with pytest.raises(ss.UndefinedError):
            _ = an.convergence_rate
        return
    difference = ss.analyze(an.matrix - an.limit)
    assert compare_modulus(an.convergence_rate.rate, difference.growth.rate) == 0
    if an.convergence_rate.rate != 0:
        assert an.convergence_rate.degree == difference.growth.degree
