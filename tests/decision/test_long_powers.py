"""Certificates where exact powers are too long: fixed point, Stein's inequality, orders beyond 20."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

import symspec as ss
from symspec.algebra.matrix import ExactMatrix
from symspec.certificate import Certificate, Contraction, LimitProjector, SteinInequality, Trace
from symspec.checker import verify
from symspec.decision.certify import candidates
from symspec.decision.contraction import contraction
from symspec.decision.trace import traces
from symspec.spectral.profile import jordan_profile
from symspec.truth import Behavior


def accepted(a: ExactMatrix, *claims: object) -> Behavior | None:
    return verify(Certificate(a.as_rational_matrix(), claims)).behavior  # type: ignore[arg-type]


def random_matrix(n: int, denominator: int, seed: int) -> ExactMatrix:
    draw = random.Random(seed)
    return ExactMatrix.from_integers([[draw.randint(-9, 9) for _ in range(n)] for _ in range(n)], denominator)


@pytest.mark.parametrize("exponent", [3, 6, 9])
def test_contraction_close_to_the_circle(exponent: int) -> None:
    a = ExactMatrix.from_fractions([[1 - Fraction(1, 10**exponent), 1], [0, Fraction(1, 2)]])
    claim = contraction(a)
    assert claim is not None and claim.bits > 0 and claim.k > 10**exponent
    assert accepted(a, claim) is Behavior.TENDS_TO_ZERO


def test_no_contraction_where_powers_do_not_fade() -> None:
    for rows in ([[0, 1], [1, 0]], [[1]], [[2]], [[1, 1], [0, 1]]):
        assert contraction(ExactMatrix.from_integers(rows)) is None


def test_next_to_the_circle_stein_answers() -> None:
    a = ExactMatrix.from_fractions([[1 - Fraction(1, 10**40), 1], [0, Fraction(1, 2)]])
    assert contraction(a) is None
    first, second, *_ = candidates(a, jordan_profile(a), Behavior.TENDS_TO_ZERO)
    assert isinstance(second[0], SteinInequality)
    assert accepted(a, *first) is accepted(a, *second) is Behavior.TENDS_TO_ZERO


def test_limit_next_to_the_circle() -> None:
    a = ExactMatrix.from_fractions([[1, 0, 1], [0, 1 - Fraction(1, 10**40), 1], [0, 0, Fraction(1, 2)]])
    first = next(candidates(a, jordan_profile(a), Behavior.CONVERGES))
    assert isinstance(first[0], LimitProjector) and isinstance(first[0].inner, SteinInequality)
    assert accepted(a, *first) is Behavior.CONVERGES


def test_a_long_trace_is_taken_in_fixed_point() -> None:
    a = ExactMatrix.from_fractions([[1 + Fraction(1, 10**4), 1], [0, Fraction(1, 3)]])
    (claim,) = traces(a, a.charpoly)
    assert claim.bits > 0 and claim.k > 10**3
    assert accepted(a, claim) is Behavior.UNBOUNDED


@pytest.mark.parametrize("n", [24, 40])
def test_random_matrices_beyond_order_20(n: int) -> None:
    """Entries of variance 30 make rho about sqrt(30 n): the circle is met between the two denominators."""
    small, large = int(0.7 * (30 * n) ** 0.5), int(1.4 * (30 * n) ** 0.5)
    stable, unstable = random_matrix(n, large, n), random_matrix(n, small, n)
    assert isinstance(found := contraction(stable), Contraction)
    assert accepted(stable, found) is Behavior.TENDS_TO_ZERO
    trace = next(traces(unstable, unstable.charpoly))
    assert isinstance(trace, Trace) and accepted(unstable, trace) is Behavior.UNBOUNDED


def test_stochastic_matrix_of_order_24() -> None:
    draw = random.Random(5)
    weights = [[draw.randint(1, 9) for _ in range(24)] for _ in range(24)]
    a = ExactMatrix.from_fractions([[Fraction(x, sum(row)) for x in row] for row in weights])
    first = next(candidates(a, jordan_profile(a), Behavior.CONVERGES))
    assert accepted(a, *first) is Behavior.CONVERGES


def test_proofs_from_long_powers_are_short() -> None:
    """Neither a power with millions of digits nor the matrix of Stein's inequality is written out."""
    for rows in (
        [[1 + Fraction(1, 10**6), 1], [0, Fraction(1, 3)]],
        [[1 - Fraction(1, 10**40), 1], [0, Fraction(1, 2)]],
        [[1, 0, 1], [0, 1 - Fraction(1, 10**40), 1], [0, 0, Fraction(1, 2)]],
    ):
        an = ss.analyze(rows)
        proof = an.proof(detail="brief")
        assert len(proof.to_text()) < 6000
        assert ss.verify(proof.certificate, an.matrix).behavior is an.behavior
