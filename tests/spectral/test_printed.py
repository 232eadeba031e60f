"""How the results of an analysis read: one line or a few equations, never the names of classes."""

from __future__ import annotations

from typing import Any

import pytest

import symspec as ss
from tests.render.test_formats import assert_balanced, read


@pytest.mark.parametrize(
    ("matrix", "name", "expected"),
    [
        ("2 1; 0 2", "spectrum", "2, algebraic multiplicity 2, geometric multiplicity 1"),
        ("2 1; 0 2", "dunford", "D = [[2, 0], [0, 2]]\nN = [[0, 1], [0, 0]]"),
        ("2 1; 0 2", "multiplicative_dunford", "S = [[2, 0], [0, 2]]\nU = [[1, 1/2], [0, 1]]"),
        ("2 1; 0 2", "rational_jordan_form", "X = [[1, 0], [0, 1]]\nR = [[2, 1], [0, 2]]"),
        ("2 0; 0 3", "diagonalization", "W = [[0, 1], [1, 0]]\nSigma = [[3, 0], [0, 2]]"),
        ("2 1; 0 2", "growth", "n 2^n"),
        ("1 1 0; 0 1 1; 0 0 1", "growth", "n^2"),
        ("1 1; 1 0", "growth", "((1 + sqrt(5))/2)^n"),
        ("0 1; 0 0", "growth", "0 for n >= 2"),
        ("0 1; -1 0", "growth", "1"),
        ("0 1; 0 0", "primary_form", "C(x^2)"),
        ("0 1; 1 0", "asymptotic_period", "period 2: A^n is, for n >= 0, [[1, 0], [0, 1]], [[0, 1], [1, 0]] "
         "in turn for n = 0, 1, .. modulo 2"),
        ("1/2 0; 0 1", "asymptotic_period", "period 1: A^n approaches [[0, 0], [0, 1]]"),
    ],
)  # fmt: skip
def test_results(matrix: str, name: str, expected: str) -> None:
    assert str(getattr(ss.analyze(matrix), name)) == expected


@pytest.mark.parametrize(
    ("matrix", "name", "expected"),
    [
        ("0 1; 0 0", "eigenspaces", "ker A = span of (1, 0)"),
        ("-2 1; 0 -2", "generalized_eigenspaces", "ker (A + 2 I)^2 = span of (1, 0), (0, 1)"),
        ("1 0; 0 1", "eigenspaces", "ker (A - I) = span of (1, 0), (0, 1)"),
        ("0 2; 1 0", "eigenspaces", "ker (A - alpha I) = span of (alpha, 1), for each root alpha of x^2 - 2"),
        ("[[1 + sqrt(2)]]", "eigenspaces", "ker (A - (1 + sqrt(2)) I) = span of (1)"),
        ("0 2; 1 0", "projectors", "[[1, 0], [0, 1]] for the roots of x^2 - 2"),
        ("2 1; 0 2", "spectral_representation", "Pi = [[1, 0], [0, 1]] for 2, N Pi = [[0, 1], [0, 0]]"),
        ("0 2; 1 0", "spectral_representation", "Pi = [[1/2, 0], [0, 1/2]] + alpha [[0, 1/2], [1/4, 0]] "
         "for each root alpha of x^2 - 2"),
        ("2 0; 0 0", "spectral_rules",
         "the rank is 1: the number of non-zero eigenvalues, with multiplicity"),
        ("0 1; 0 0", "spectral_rules",
         "the rank is 1; the number of non-zero eigenvalues, with multiplicity, is 0. They agree if and "
         "only if the eigenvalue 0, if present, has index 1: all its Jordan blocks have size 1."),
    ],
)  # fmt: skip
def test_the_last_of_several(matrix: str, name: str, expected: str) -> None:
    assert str(getattr(ss.analyze(matrix), name)[-1]) == expected


@pytest.mark.parametrize(
    ("matrix", "name", "expected"),
    [
        ("0 0 1; 1 0 0; 0 1 0", "permutation_cycles", "(1 2 3)"),
        ("1 0; 0 1", "permutation_cycles", "(1)(2)"),
        ("0 2; 3 0", "permutation_cycles", "(1 2), factors 3, 2"),
        ("1 2; 2 1", "circulant_spectrum", "circulant of (1, 2)"),
        ("0 -1; 1 3", "companion_of", "companion matrix of x^2 - 3 x + 1, by its last column"),
        ("0 sqrt(2); 1 0", "companion_of", "companion matrix of x^2 - sqrt(2), by its last column"),
        ("1 0; 2 3", "frobenius_normal_form", "[[3, 2], [0, 1]] in the order {2}, {1}"),
        ("0 1; 1 0", "perron", "rho = 1, A v = rho v for v = (1/2, 1/2), u^T A = rho u^T for u = (1/2, 1/2)"),
        (
            "1 0; 1/2 1/2",
            "markov",
            "Markov chain with 2 states\n{2} transient, period 1\n{1} closed, period 1",
        ),
        ("1", "markov", "Markov chain with 1 state\n{1} closed, period 1"),
    ],
)
def test_structure(matrix: str, name: str, expected: str) -> None:
    assert str(getattr(ss.analyze(matrix).structure, name)) == expected


def test_factorizations() -> None:
    """[[2, 1], [1, 2]] = L diag(2, 3/2) L^T; for the swap a pivot has to be made first."""
    assert (
        str(ss.analyze("2 1; 1 2").definiteness.factorization) == "L = [[1, 0], [1/2, 1]]\nD = diag(2, 3/2)"
    )
    assert str(ss.analyze("0 1; 1 0").definiteness.factorization).startswith("T = [[")


def test_sequences() -> None:
    assert str(ss.walks(edges=["ab"])) == (
        "walks in the graph with the vertices a, b and the adjacency matrix [[0, 1], [0, 0]]"
    )
    assert str(ss.leslie([0, 3], ["1/2"])) == "x(t + 1) = [[0, 3], [1/2, 0]] x(t); the population grows"


def test_iterations() -> None:
    """|(1, 0)|, |(1, 1)|, |(2, 1)| = 1, sqrt(2), sqrt(5); A/rho for rho = (1 + sqrt(5))/2 has 1/rho for 1."""
    an = ss.analyze("1 1; 1 0")
    assert (
        str(an.norm_series([1, 0], 2, digits=5)) == "norms 1.0000, 1.4142, 2.2361\nquotients 1.4142, 1.5811"
    )
    assert str(an.rescaling.rescaled[0, 0]) == "-1/2 + sqrt(5)/2"


def _of(matrix: str) -> list[Any]:
    an = ss.analyze(matrix)
    named = (an.dunford, an.multiplicative_dunford, an.rational_jordan_form, an.diagonalization)
    return [*named, an.jordan_form, an.jordan_form.J, an.jordan_form.P]


@pytest.mark.parametrize(
    "matrix", ["2 1; 1 2", "1 1; 1 0", "0 0 1; 1 0 1; 0 1 0", "sqrt(2) 1; 1 0", "1 -2; 1 1"]
)
def test_notebooks_show_matrices(matrix: str) -> None:
    for shown in _of(matrix):
        bundle = shown._repr_mimebundle_()
        assert bundle["text/plain"] == str(shown)
        assert "$" not in bundle["text/html"] and "<math" in bundle["text/html"]
        read(bundle["text/html"])
        assert_balanced(bundle["text/latex"])


@pytest.mark.parametrize("matrix", ["2 1; 0 2", "1 1; 1 0", "sqrt(2) 1; 0 1"])
def test_notebooks_show_closed_forms(matrix: str) -> None:
    an = ss.analyze(matrix)
    for shown in (an.power, an.exponential, an.apply("exp(x)"), an.apply("x exp(x)"), an.spectral_radius):
        bundle = shown._repr_mimebundle_()
        assert bundle["text/plain"] == str(shown)
        assert_balanced(bundle["text/latex"])


def test_large_results_are_text() -> None:
    an = ss.analyze([[int(i == j) for j in range(21)] for i in range(21)])
    assert set(an.dunford._repr_mimebundle_()) == {"text/plain"}
