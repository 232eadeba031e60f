"""Each rule about A^n rejects, for each reason that it has; the rejection names rule and equation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from symspec.certificate import (
    BoundedAnnihilator,
    Certificate,
    ChainOnTheCircle,
    Claim,
    Contraction,
    Dunford,
    EigenvalueNotInside,
    EigenvalueOutside,
    LimitProjector,
    Proposition1,
    Proposition2,
    RationalMatrix,
    StableAnnihilator,
    SteinInequality,
    Trace,
)
from symspec.checker import verify
from symspec.errors import CertificateRejected
from tests.checker.builder import rational
from tests.checker.matrices import (
    BARELY_OUTSIDE,
    DOUBLING,
    FIBONACCI,
    JORDAN_SHEARED,
    LIMIT_OF_MARKOV,
    MARKOV,
    MARKOV_2,
    NILPOTENT,
    ONCE,
    SHEAR,
    SHEAR_ONCE,
    SHEAR_TWICE,
    SHEARED,
    STABLE,
    SWAP,
    UNIT,
)
from tests.checker.test_behaviors import ACCEPTED

REJECTED: dict[str, tuple[RationalMatrix, Claim, str, str]] = {
    "contraction too early": (SHEARED, Contraction(2, 0), "contraction", "norm"),
    "contraction too early, rounded": (SHEARED, Contraction(2, 64), "contraction", "norm"),
    "contraction with too few bits": (STABLE, Contraction(1, 1), "contraction", "norm"),
    "contraction of an isometry": (SWAP, Contraction(1, 0), "contraction", "norm"),
    "contraction of 1 + 10^-40": (BARELY_OUTSIDE, Contraction(2**40, 200), "contraction", "norm"),
    "contraction, k = 0": (STABLE, Contraction(0, 0), "contraction", "k"),
    "contraction, k huge": (STABLE, Contraction(2**40 + 1, 64), "contraction", "k"),
    "contraction, k huge and exact": (STABLE, Contraction(2**40, 0), "budget", "bits"),
    "contraction of [0] over 2, k huge": (
        rational([["1/2"]]),
        Contraction(2**40, 0),
        "budget",
        "denominator",
    ),
    "contraction, bits < 0": (STABLE, Contraction(1, -1), "contraction", "bits"),
    "contraction, bits huge": (STABLE, Contraction(1, 2**20), "contraction", "bits"),
    "annihilator of another matrix": (
        SHEARED,
        StableAnnihilator((1, -5, 6)),
        "stable_annihilator",
        "q(A) = 0",
    ),
    "annihilator of the diagonal part": (
        SHEARED,
        StableAnnihilator((-1, 2)),
        "stable_annihilator",
        "q(A) = 0",
    ),
    "annihilator with the root 1": (MARKOV, StableAnnihilator((1, -3, 2)), "stable_annihilator", "roots"),
    "annihilator with a root outside": (
        DOUBLING,
        StableAnnihilator((2, -5, 2)),
        "stable_annihilator",
        "roots",
    ),
    "annihilator, constant": (STABLE, StableAnnihilator((1,)), "stable_annihilator", "q(A) = 0"),
    "stein, P not symmetric": (
        STABLE,
        SteinInequality(rational([[1, 1], [0, 1]])),
        "stein_inequality",
        "P = P^T",
    ),
    "stein, P = 0": (STABLE, SteinInequality(rational([[0, 0], [0, 0]])), "stein_inequality", "P"),
    "stein, P < 0": (DOUBLING, SteinInequality(rational([[-1, 0], [0, -1]])), "stein_inequality", "P"),
    "stein, P indefinite": (DOUBLING, SteinInequality(rational([[-1, 0], [0, 1]])), "stein_inequality", "P"),
    "stein, P semidefinite": (STABLE, SteinInequality(rational([[1, 1], [1, 1]])), "stein_inequality", "P"),
    "stein for an isometry": (SWAP, SteinInequality(UNIT), "stein_inequality", "P - A^T P A"),
    "stein with an unfit P": (SHEARED, SteinInequality(UNIT), "stein_inequality", "P - A^T P A"),
    "proposition 1, p not stable": (
        MARKOV,
        Proposition1(Dunford(MARKOV, rational([[0, 0], [0, 0]]), 1, (1, -3, 2))),
        "proposition_1",
        "roots of p",
    ),
    "proposition 1, p(D) != 0": (
        STABLE,
        Proposition1(Dunford(STABLE, rational([[0, 0], [0, 0]]), 1, (-1, 2))),
        "dunford",
        "p(D) = 0",
    ),
    "proposition 1 of another matrix": (STABLE, Proposition1(JORDAN_SHEARED), "dunford", "D + N = A"),
    "projector, L^2 != L": (
        MARKOV,
        LimitProjector(rational([[0, 2], [0, 2]]), Contraction(1, 0)),
        "limit_projector",
        "L^2 = L",
    ),
    "projector, AL != L": (
        STABLE,
        LimitProjector(rational([[1, 0], [0, 0]]), Contraction(1, 0)),
        "limit_projector",
        "A L = L",
    ),
    "projector, LA != L": (
        MARKOV,
        LimitProjector(rational([["1/2", "1/2"], ["1/2", "1/2"]]), Contraction(1, 0)),
        "limit_projector",
        "L A = L",
    ),
    "projector onto a part": (
        UNIT,
        LimitProjector(rational([[1, 0], [0, 0]]), Contraction(1, 0)),
        "contraction",
        "norm",
    ),
    "projector with -1 left": (
        SWAP,
        LimitProjector(rational([["1/2", "1/2"], ["1/2", "1/2"]]), StableAnnihilator((1, 1))),
        "stable_annihilator",
        "roots",
    ),
    "projector, inner of another kind": (
        MARKOV,
        LimitProjector(LIMIT_OF_MARKOV, Trace(1, 0)),  # type: ignore[arg-type]
        "reading",
        "claim",
    ),
    "proposition 2, ranks of another polynomial": (
        MARKOV,
        replace(MARKOV_2, rank_once=replace(ONCE, q=(1, 1))),
        "proposition_2",
        "rank_once.q",
    ),
    "proposition 2, second rank not of the square": (
        MARKOV,
        replace(MARKOV_2, rank_twice=ONCE),
        "proposition_2",
        "rank_twice.q",
    ),
    "proposition 2, different ranks": (
        SHEAR,
        Proposition2((1,), UNIT, SHEAR_ONCE, SHEAR_TWICE),
        "proposition_2",
        "rk(A - I) = rk((A - I)^2)",
    ),
    "proposition 2, s not stable": (
        SWAP,
        Proposition2((1, 1), rational([["1/2", "1/2"], ["1/2", "1/2"]]), ONCE, replace(ONCE, q=(1, -2, 1))),
        "proposition_2",
        "roots of s",
    ),
    "proposition 2, (A - I) s(A) != 0": (
        MARKOV,
        replace(MARKOV_2, s=(-1, 3)),
        "proposition_2",
        "(A - I) s(A) = 0",
    ),
    "proposition 2, another limit": (
        MARKOV,
        replace(MARKOV_2, L=rational([[0, 1], [0, "1/2"]])),
        "proposition_2",
        "L s(1) = s(A)",
    ),
    "proposition 2, twice the limit": (
        MARKOV,
        replace(MARKOV_2, L=rational([[0, 2], [0, 2]])),
        "proposition_2",
        "L s(1) = s(A)",
    ),
    "proposition 2, unproved first rank": (
        MARKOV,
        replace(MARKOV_2, rank_once=replace(ONCE, kernel=((1, 0),))),
        "rank",
        "kernel",
    ),
    "proposition 2, unproved second rank": (
        MARKOV,
        replace(MARKOV_2, rank_twice=replace(ONCE, q=(1, -2, 1), rows=(1,))),
        "rank",
        "minor",
    ),
    "bounded, u(A) s(A) != 0": (SHEAR, BoundedAnnihilator((-1, 1), (1,)), "bounded_annihilator", "u(A) s(A)"),
    "bounded, double root": (
        SHEAR,
        BoundedAnnihilator((1, -2, 1), (1,)),
        "bounded_annihilator",
        "roots of u",
    ),
    "bounded, s with a root on the circle": (
        SWAP,
        BoundedAnnihilator((-1, 1), (1, 1)),
        "bounded_annihilator",
        "roots of s",
    ),
    "bounded, u with a root inside": (
        STABLE,
        BoundedAnnihilator((1, -5, 6), (1,)),
        "bounded_annihilator",
        "roots of u",
    ),
    "bounded, u with reciprocal roots": (
        DOUBLING,
        BoundedAnnihilator((2, -5, 2), (1,)),
        "bounded_annihilator",
        "roots of u",
    ),
    "not inside, p(A) v != 0": (
        SWAP,
        EigenvalueNotInside((1, 1), (1, 0), 7),
        "eigenvalue_not_inside",
        "p(A) v = 0",
    ),
    "not inside, v = 0": (SWAP, EigenvalueNotInside((1, 1), (0, 0), 7), "eigenvalue_not_inside", "v, Av"),
    "not inside, v an eigenvector, p too large": (
        STABLE,
        EigenvalueNotInside((2, -7, 3), (3, 0), 7),
        "eigenvalue_not_inside",
        "v, Av",
    ),
    "not inside, v = 0 modulo m": (
        SWAP,
        EigenvalueNotInside((1, 1), (7, -7), 7),
        "eigenvalue_not_inside",
        "v, Av",
    ),
    "not inside, no unit modulo m": (
        SWAP,
        EigenvalueNotInside((1, 1), (2, -2), 4),
        "eigenvalue_not_inside",
        "v, Av",
    ),
    "not inside, p(1) = 0": (
        UNIT,
        EigenvalueNotInside((-1, 1), (1, 0), 7),
        "eigenvalue_not_inside",
        "p(1) != 0",
    ),
    "not inside, all inside": (
        STABLE,
        EigenvalueNotInside((-1, 2), (1, 0), 7),
        "eigenvalue_not_inside",
        "roots of p",
    ),
    "not inside, p constant": (SWAP, EigenvalueNotInside((1,), (1, 0), 7), "eigenvalue_not_inside", "deg p"),
    "not inside, deg p > n": (
        SWAP,
        EigenvalueNotInside((0, -1, 0, 1), (1, 0), 7),
        "eigenvalue_not_inside",
        "deg p",
    ),
    "not inside, modulus 1": (
        SWAP,
        EigenvalueNotInside((1, 1), (1, -1), 1),
        "eigenvalue_not_inside",
        "modulus",
    ),
    "outside, r = 1": (DOUBLING, EigenvalueOutside((-2, 1), (1, 0), 7, (1, 1)), "eigenvalue_outside", "r ="),
    "outside, r < 1": (UNIT, EigenvalueOutside((-1, 1), (1, 0), 7, (1, 2)), "eigenvalue_outside", "r ="),
    "outside, r = -2/-1": (
        DOUBLING,
        EigenvalueOutside((-2, 1), (1, 0), 7, (-2, -1)),
        "eigenvalue_outside",
        "r",
    ),
    "outside, r = 2/0": (DOUBLING, EigenvalueOutside((-2, 1), (1, 0), 7, (2, 0)), "eigenvalue_outside", "r"),
    "outside, r too large": (
        DOUBLING,
        EigenvalueOutside((-2, 1), (1, 0), 7, (2001, 1000)),
        "eigenvalue_outside",
        "roots of p",
    ),
    "outside, 1 + 10^-40 is less than 1 + 2 10^-40": (
        BARELY_OUTSIDE,
        EigenvalueOutside((-(10**40) - 1, 10**40), (1,), 7, (10**40 + 2, 10**40)),
        "eigenvalue_outside",
        "roots of p",
    ),
    "outside, p(A) v != 0": (
        DOUBLING,
        EigenvalueOutside((-3, 1), (1, 0), 7, (3, 1)),
        "eigenvalue_outside",
        "p(A) v = 0",
    ),
    "outside, v = 0": (
        DOUBLING,
        EigenvalueOutside((-3, 1), (0, 0), 7, (3, 1)),
        "eigenvalue_outside",
        "v, Av",
    ),
    "outside, p constant": (
        DOUBLING,
        EigenvalueOutside((1,), (1, 0), 7, (2, 1)),
        "eigenvalue_outside",
        "deg p",
    ),
    "outside, r of huge powers": (
        rational([[int(i == j + 1) for j in range(99)] for i in range(99)]),
        EigenvalueOutside((0,) * 99 + (1,), (1, *(0,) * 98), 7, (3**40000, 2)),
        "budget",
        "bits of p(r x)",
    ),
    "trace equal to n": (UNIT, Trace(1, 0), "trace", "tr A^k"),
    "trace equal to n, rounded": (UNIT, Trace(3, 64), "trace", "tr A^k"),
    "trace too early": (FIBONACCI, Trace(1, 0), "trace", "tr A^k"),
    "trace with too few bits": (rational([["13/12"]]), Trace(1, 1), "trace", "tr A^k"),
    "trace of 1 + 10^-40 and 0": (
        rational([[f"{10**40 + 1}/{10**40}", 0], [0, 0]]),
        Trace(2**40, 200),
        "trace",
        "tr A^k",
    ),
    "trace, k = 0": (FIBONACCI, Trace(0, 0), "trace", "k"),
    "trace, k huge": (DOUBLING, Trace(10**4000, 0), "trace", "k"),
    "trace, numbers huge": (DOUBLING, Trace(2**40, 0), "budget", "bits"),
    "trace, rounded numbers huge": (DOUBLING, Trace(2**40, 8), "budget", "bits"),
    "chain, p(A) w = 0": (SHEAR, ChainOnTheCircle((-1, 1), (1, 0)), "chain_on_the_circle", "p(A) w != 0"),
    "chain, w = 0": (SHEAR, ChainOnTheCircle((-1, 1), (0, 0)), "chain_on_the_circle", "p(A) w != 0"),
    "chain, p(A)^2 w != 0": (SWAP, ChainOnTheCircle((-1, 1), (1, 0)), "chain_on_the_circle", "p(A)^2 w = 0"),
    "chain inside the circle": (
        SHEARED,
        ChainOnTheCircle((-1, 2), (0, 1)),
        "chain_on_the_circle",
        "roots of p",
    ),
    "chain at 0": (NILPOTENT, ChainOnTheCircle((0, 1), (0, 1)), "chain_on_the_circle", "roots of p"),
    "chain, p constant": (SHEAR, ChainOnTheCircle((1,), (0, 1)), "chain_on_the_circle", "p(A)^2 w = 0"),
}


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name: str) -> None:
    matrix, claim, rule, equation = REJECTED[name]
    with pytest.raises(CertificateRejected) as caught:
        verify(Certificate(matrix, (claim,)))
    assert caught.value.rule == rule and equation in caught.value.equation
    assert len(str(caught.value)) < 200


def test_at_least_as_many_rejections() -> None:
    assert len(REJECTED) >= len(ACCEPTED)
